"""The rules of the house that no linter knows, read from the syntax trees."""

import ast
import pathlib
from collections.abc import Callable, Iterator

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[1]
FOLDERS = ("crm_desktop", "tests", "benchmarks", "resources")
LONGEST_FILE = 400
LONGEST_FUNCTION = 50
LONGEST_MAIN_WINDOW = 300
LONGEST_DECISION = 25
TRANSLATING = {"tr", "QT_TRANSLATE_NOOP"}
FILES = sorted(file for folder in FOLDERS for file in (ROOT / folder).rglob("*.py"))
SHIPPED = [file for file in FILES if file.is_relative_to(ROOT / "crm_desktop")]
Function = ast.FunctionDef | ast.AsyncFunctionDef
Rule = Callable[[ast.AST], list[int]]


def name_of(file: pathlib.Path) -> str:
    return str(file.relative_to(ROOT))


def tree_of(file: pathlib.Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def calls_in(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Yield the last name of what is called, and the call."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Attribute):
                yield called.attr, node
            elif isinstance(called, ast.Name):
                yield called.id, node


def long_functions(tree: ast.AST) -> list[str]:
    return [
        f"{node.name}:{node.lineno}"
        for node in ast.walk(tree)
        if isinstance(node, Function)
        and (node.end_lineno or node.lineno) - node.lineno + 1 > LONGEST_FUNCTION
    ]


def lambdas_in_connect(tree: ast.AST) -> list[int]:
    return [
        call.lineno
        for name, call in calls_in(tree)
        if name == "connect" and any(isinstance(part, ast.Lambda) for part in call.args)
    ]


def open_texts(tree: ast.AST) -> list[int]:
    """Return the lines where something else than literals is handed to a translator."""
    return [
        call.lineno
        for name, call in calls_in(tree)
        if (name in TRANSLATING or (name == "translate" and _is_on(call, "QCoreApplication")))
        and any(isinstance(part, ast.JoinedStr | ast.BinOp) for part in call.args)
    ]


def sleeps(tree: ast.AST) -> list[int]:
    return [
        call.lineno
        for name, call in calls_in(tree)
        if name == "sleep" or (name == "wait" and _is_on(call, "qtbot"))
    ]


def borrowed_screens(tree: ast.AST) -> list[int]:
    """Return the lines that ask a widget for its screen, which PySide would delete with it."""
    return [call.lineno for name, call in calls_in(tree) if name == "screen"]


def foreign_sqlite(tree: ast.AST) -> list[int]:
    """Return the lines that import an SQLite which would take the log from under the book."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
        else:
            continue
        if any(name.split(".")[0] == "sqlite3" or name.endswith("QtSql") for name in names):
            found.append(node.lineno)
    return found


def _is_on(call: ast.Call, name: str) -> bool:
    called = call.func
    return (
        isinstance(called, ast.Attribute)
        and isinstance(called.value, ast.Name)
        and called.value.id == name
    )


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_file_keeps_the_rules(file: pathlib.Path) -> None:
    tree = tree_of(file)

    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
    assert long_functions(tree) == []
    assert open_texts(tree) == []
    assert sleeps(tree) == [] or file.is_relative_to(ROOT / "benchmarks")


@pytest.mark.parametrize("file", SHIPPED, ids=name_of)
def test_shipped_file_leaks_no_window_and_deletes_no_screen_or_book(file: pathlib.Path) -> None:
    tree = tree_of(file)

    assert lambdas_in_connect(tree) == []
    assert borrowed_screens(tree) == []
    assert foreign_sqlite(tree) == []


def test_decisions_are_short_and_have_a_number_of_their_own() -> None:
    decisions = {
        file.name: len(file.read_text(encoding="utf-8").splitlines())
        for file in (ROOT / "docs" / "decisions").glob("*.md")
    }

    assert [name for name, lines in decisions.items() if lines > LONGEST_DECISION] == []
    assert len({name[:3] for name in decisions}) == len(decisions)


def test_main_window_stays_small() -> None:
    text = (ROOT / "crm_desktop" / "ui" / "main_window.py").read_text(encoding="utf-8")

    assert len(text.splitlines()) <= LONGEST_MAIN_WINDOW


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (lambdas_in_connect, "button.clicked.connect(lambda: self.save())"),
        (open_texts, 'self.tr(f"Hello {name}")'),
        (open_texts, 'QCoreApplication.translate("Days", "in " + days)'),
        (sleeps, "time.sleep(1)"),
        (sleeps, "qtbot.wait(100)"),
        (borrowed_screens, "self.window().screen().availableGeometry()"),
        (foreign_sqlite, "import sqlite3"),
        (foreign_sqlite, "from sqlite3 import connect"),
        (foreign_sqlite, "from PySide6 import QtSql"),
    ],
)
def test_each_rule_sees_its_fault(rule: Rule, text: str) -> None:
    assert rule(ast.parse(text)) == [1]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (lambdas_in_connect, "button.clicked.connect(self._on_save)"),
        (open_texts, 'self.tr("Hello {name}").format(name=name)'),
        (sleeps, "event.wait()"),
        (borrowed_screens, "room_at(point)"),
        (foreign_sqlite, "import sqlcipher3"),
    ],
)
def test_no_rule_sees_a_fault_where_none_is(rule: Rule, text: str) -> None:
    assert rule(ast.parse(text)) == []


def test_a_function_of_51_lines_is_too_long() -> None:
    body = "\n".join("    pass" for _ in range(LONGEST_FUNCTION))

    assert long_functions(ast.parse(f"def long():\n{body}\n")) == ["long:1"]
