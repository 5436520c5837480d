"""The commands over a real book: what they print, what they leave, how they end."""

import argparse
import dataclasses
import datetime as dt
import io
import json
import pathlib
import re
from collections.abc import Iterator
from typing import Any, Final

import pytest
import xlsxwriter

from crm_desktop.cli.arguments import parser
from crm_desktop.cli.run import COMMANDS, run
from crm_desktop.cli.self_test import self_test
from crm_desktop.cli.session import Session
from crm_desktop.cli.terminal import Terminal
from crm_desktop.paths import BookFolder, resources_folder
from crm_desktop.security.instance import hold
from tests.fakes import FixedClock
from tests.vaults import CHEAP, OTHER_PASSPHRASE, PASSPHRASE, MemoryKeychain

pytestmark = pytest.mark.usefixtures("cheap_keys")

LIST: Final = (
    ("姓名", "手机号", "生日", "老公生日", "结婚纪念日", "收入"),
    ("云清欢", "15400000011", "1990-11-24", "农历八月十五", "2014-11-22", "35万"),
    ("云晚晴", "15400000012", "2月30日", "", "", "约3万"),
    ("云南星", "15400000013", "11月25日", "", "", ""),
)


@dataclasses.dataclass
class Shell:
    """A folder with a book, and a way to run commands on it."""

    folder: pathlib.Path
    clock: FixedClock
    out: str = ""
    err: str = ""

    def run(self, *arguments: str, lines: tuple[str, ...] = (PASSPHRASE,)) -> int:
        """Run one command with lines of input; what it printed is in `out` and `err`."""
        options = parser().parse_args(["--passphrase-stdin", *arguments])
        command = self_test if options.self_test else COMMANDS[options.command]
        return self._run(command, options, lines)

    def _run(self, command: Any, options: argparse.Namespace, lines: tuple[str, ...]) -> int:  # noqa: ANN401 - any command
        out, err = io.StringIO(), io.StringIO()
        text = "".join(f"{line}\n" for line in lines)
        terminal = Terminal(input=io.StringIO(text), output=out, errors=err, secrets_by_line=True)
        session = Session(
            folder=BookFolder(path=self.folder / "book"),
            resources=resources_folder(),
            clock=self.clock,
            keychain=MemoryKeychain(),
            terminal=terminal,
            cost=CHEAP,
        )
        code = run(command, session, options)
        self.out, self.err = out.getvalue(), err.getvalue()
        return code

    def json(self, *arguments: str) -> Any:  # noqa: ANN401 - whatever the document is
        """Run a command and return the one document it printed."""
        assert self.run(*arguments, "--json") == 0, self.err
        return json.loads(self.out)

    def list(self) -> str:
        """Write the small list and return its path."""
        path = self.folder / "list.xlsx"
        with xlsxwriter.Workbook(str(path), {"in_memory": True}) as workbook:
            sheet = workbook.add_worksheet("客户")
            for number, row in enumerate(LIST):
                sheet.write_row(number, 0, row)
        return str(path)


@pytest.fixture
def empty(tmp_path: pathlib.Path) -> Shell:
    return Shell(folder=tmp_path, clock=FixedClock())


@pytest.fixture
def shell(empty: Shell) -> Iterator[Shell]:
    assert empty.run("init") == 0, empty.err
    yield empty
    assert "Traceback" not in empty.err


@pytest.fixture
def filled(shell: Shell) -> Shell:
    assert shell.run("import", shell.list()) == 0, shell.err
    return shell


def names(shell: Shell) -> list[str]:
    return [hit["name"] for hit in shell.json("find", "云")]


def test_init_prints_the_recovery_code_once(empty: Shell) -> None:
    assert empty.run("init") == 0

    assert re.fullmatch(r"(\d{6}[- ]){7}\d{6}\n", empty.out)
    assert PASSPHRASE not in empty.out + empty.err


def test_init_does_not_touch_a_book_that_is_there(filled: Shell) -> None:
    assert filled.run("init") == 1

    assert filled.out == ""
    assert filled.err.count("\n") == 1
    assert len(names(filled)) == 3


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        pytest.param(("due",), ("not this one at all",), id="wrong passphrase"),
        pytest.param(("due",), (), id="no line"),
        pytest.param(("import", "absent.xlsx"), (PASSPHRASE,), id="file is not there"),
        pytest.param(("restore", "absent.ckbackup"), (PASSPHRASE,), id="backup is not there"),
        pytest.param(("undo",), (PASSPHRASE,), id="nothing to undo"),
        pytest.param(("redo",), (PASSPHRASE,), id="nothing to redo"),
        pytest.param(("passphrase",), (PASSPHRASE, "short"), id="a passphrase too short"),
        pytest.param(("passphrase",), (PASSPHRASE, "wangxiaoming1990"), id="a weak passphrase"),
        pytest.param(("export", "absent/out.xlsx"), (PASSPHRASE,), id="no such folder"),
        pytest.param(("export", "o.xlsx", "--password-stdin"), (PASSPHRASE,), id="no password"),
    ],
)
def test_an_expected_problem_is_one_line_and_1(
    shell: Shell,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    lines: tuple[str, ...],
) -> None:
    monkeypatch.chdir(shell.folder)

    assert shell.run(*arguments, lines=lines) == 1

    assert shell.out == ""
    assert shell.err.count("\n") == 1
    assert len(shell.err) > 10


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - {"init", "restore", "consolidate"}))
def test_without_a_book_every_command_says_so_and_makes_nothing(empty: Shell, command: str) -> None:
    more = {"import": ["x.xlsx"], "export": ["x.json"], "find": ["x"], "backup": ["x"]}

    assert empty.run(command, *more.get(command, [])) == 1

    assert empty.err.count("\n") == 1
    assert list(empty.folder.iterdir()) == []


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - {"consolidate"}))
def test_while_a_window_has_the_book_every_command_says_so(shell: Shell, command: str) -> None:
    more = {"import": ["x.xlsx"], "export": ["x.json"], "find": ["x"], "backup": ["x"]}
    backup = shell.folder / "b"
    assert shell.run("backup", str(backup)) == 0
    more["restore"] = [str(next(backup.iterdir()))]

    with hold(BookFolder(path=shell.folder / "book").lock):
        assert shell.run(command, *more.get(command, [])) == 1

    assert shell.out == ""
    assert shell.err.count("\n") == 1


def test_import_answers_by_the_contract(shell: Shell) -> None:
    report = shell.json("import", shell.list())

    counts = {name: report[name] for name in ("new", "updated", "same", "conflict", "error")}
    assert counts == {"new": 3, "updated": 0, "same": 0, "conflict": 0, "error": 0}
    assert report["rows"] == sum(counts.values()) + report["skipped"]
    assert (report["file"], report["kind"], report["applied"]) == ("list.xlsx", "own-list", True)
    assert report["undo_id"] > 0
    assert {(one["row"], one["field"]) for one in report["problems"]} == {
        (3, "birthday"),
        (3, "income"),
    }


def test_a_dry_run_changes_nothing_and_the_second_import_finds_nothing_new(shell: Shell) -> None:
    trial = shell.json("import", shell.list(), "--dry-run")
    assert names(shell) == []

    first = shell.json("import", shell.list())
    second = shell.json("import", shell.list())

    assert (trial["new"], trial["applied"], trial["undo_id"]) == (3, False, None)
    assert (first["new"], second["new"], second["same"]) == (3, 0, 3)


def test_the_bad_rows_are_handed_back(shell: Shell) -> None:
    errors = shell.folder / "bad.xlsx"

    assert shell.run("import", shell.list(), "--errors", str(errors)) == 0

    assert errors.read_bytes()[:2] == b"PK"
    assert "3 " in shell.out


def test_undo_and_redo_take_an_import_back_and_forth(filled: Shell) -> None:
    assert filled.run("undo") == 0
    assert names(filled) == []

    assert filled.run("redo") == 0
    assert len(names(filled)) == 3

    assert filled.run("undo", "--list") == 0
    assert filled.out.startswith("* 2026-11-22")


def test_find_gives_the_row_of_a_list(filled: Shell) -> None:
    (hit,) = filled.json("find", "0011")

    assert hit["name"] == "云清欢"
    assert hit["phone"] == "15400000011"
    assert {"id", "display_name", "tier", "vip"} <= set(hit)


def test_find_heeds_its_limit(filled: Shell) -> None:
    assert len(filled.json("find", "云", "--limit", "2")) == 2


def test_due_shows_what_is_raised_by_that_day(filled: Shell) -> None:
    found = filled.json("due", "--on", "2026-11-22")

    assert [(one["on"], one["kind"], one["stage"]) for one in found] == [
        ("2026-11-22", "anniversary", "day"),
        ("2026-11-24", "birthday", "prepare"),
    ]
    assert found[1] == {
        "on": "2026-11-24",
        "raise_on": "2026-11-22",
        "stage": "prepare",
        "kind": "birthday",
        "label": None,
        "client": {"id": found[0]["client"]["id"], "name": "云清欢"},
        "person": None,
        "age": 36,
        "calendar": "solar",
        "what": "flowers",
        "state": "pending",
        "also": [],
    }


def test_due_ahead_has_every_stage_of_every_occasion(filled: Shell) -> None:
    found = filled.json("due", "--on", "2026-11-24", "--ahead", "1")

    assert [(one["on"], one["stage"]) for one in found] == [
        ("2026-11-24", "prepare"),
        ("2026-11-24", "day"),
        ("2026-11-25", "prepare"),
        ("2026-11-25", "day"),
    ]


def test_due_names_the_person_of_the_family(filled: Shell) -> None:
    found = filled.json("due", "--on", "2027-09-15", "--ahead", "0")

    # The day is the mid-autumn festival, too, which is nobody's own.
    told = [one for one in found if one["kind"] != "festival"]
    assert {(one["person"]["relation"], one["calendar"]) for one in told} == {("husband", "lunar")}
    assert len(told) < len(found)


@pytest.mark.parametrize("recipient", ["me", "manager", "florist"])
def test_export_writes_a_workbook_with_a_password(filled: Shell, recipient: str) -> None:
    plain, locked = filled.folder / "plain.xlsx", filled.folder / "locked.xlsx"

    assert filled.run("export", str(plain), "--for", recipient) == 0, filled.err
    arguments = ("export", str(locked), "--for", recipient, "--password-stdin")
    assert filled.run(*arguments, lines=(PASSPHRASE, "quiet-heron-77")) == 0, filled.err

    assert plain.read_bytes()[:2] == b"PK"
    assert locked.read_bytes()[:4] == b"\xd0\xcf\x11\xe0"


def test_export_writes_everything_for_the_owner(filled: Shell) -> None:
    path = filled.folder / "all.json"

    assert filled.run("export", str(path)) == 0

    document = json.loads(path.read_text(encoding="utf-8"))
    assert document["schema"] == 1
    assert [client["name"] for client in document["clients"]] == [row[0] for row in LIST[1:]]
    assert document["clients"][0]["income"] == 350000


def test_a_backup_brings_back_what_was_there(filled: Shell) -> None:
    folder = filled.folder / "safe"
    assert filled.run("backup", str(folder)) == 0
    assert filled.run("undo") == 0

    (backup,) = folder.iterdir()
    assert filled.run("restore", str(backup)) == 0, filled.err

    assert len(names(filled)) == 3
    assert "3" in filled.out


def test_a_backup_alone_makes_a_lost_book_anew(filled: Shell) -> None:
    folder = filled.folder / "safe"
    assert filled.run("backup", str(folder)) == 0
    (backup,) = folder.iterdir()
    lost = Shell(folder=filled.folder / "elsewhere", clock=FixedClock())

    assert lost.run("restore", str(backup)) == 0, lost.err

    assert len(names(lost)) == 3


def test_verify_speaks_of_book_and_backup(filled: Shell) -> None:
    assert filled.run("verify") == 0

    assert "2026-11-22 09:00" in filled.out


def test_verify_tells_a_damaged_page(filled: Shell) -> None:
    database = next((filled.folder / "book").glob("vault-*.db"))
    data = bytearray(database.read_bytes())
    data[len(data) // 2] ^= 1
    database.write_bytes(data)

    assert filled.run("verify") == 1

    assert filled.err.count("\n") == 1


def test_passphrase_lets_the_new_one_in_and_the_old_one_no_longer(filled: Shell) -> None:
    assert filled.run("passphrase", lines=(PASSPHRASE, OTHER_PASSPHRASE)) == 0

    assert filled.run("due", lines=(PASSPHRASE,)) == 1
    assert filled.run("due", lines=(OTHER_PASSPHRASE,)) == 1
    filled.clock.advance(dt.timedelta(minutes=1))
    assert filled.run("due", lines=(OTHER_PASSPHRASE,)) == 0


def test_lock_check_says_that_nobody_has_it_open(shell: Shell) -> None:
    assert shell.run("lock-check", lines=()) == 0
    assert shell.out.count("\n") == 1


def test_a_bug_is_one_line_and_goes_into_the_log_without_words_of_a_client(
    filled: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object, **_more: object) -> None:
        raise RuntimeError("云清欢 15400000011")

    monkeypatch.setattr("crm_desktop.services.search.find", broken)
    monkeypatch.setattr("crm_desktop.services.clients.find", broken, raising=False)

    assert filled.run("find", "云") == 1

    log = next((filled.folder / "book" / "logs").iterdir()).read_text(encoding="utf-8")
    assert filled.err.count("\n") == 1
    assert "RuntimeError" in filled.err
    assert "RuntimeError" in log
    assert "云" not in filled.err + log


def test_a_bug_is_shown_in_full_with_debug(filled: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_given: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(Terminal, "document", broken)

    with pytest.raises(RuntimeError):
        filled.run("--debug", "find", "云", "--json")


def test_the_self_test_passes_and_leaves_nothing(
    empty: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(empty.folder))
    monkeypatch.setattr("crm_desktop.cli.self_test.FLOOR", CHEAP)

    assert empty.run("--self-test", lines=()) == 0, empty.err

    assert empty.out.count("ok  ") >= 8
    assert list(empty.folder.iterdir()) == []
