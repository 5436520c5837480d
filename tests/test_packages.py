"""What the app is handed over with: nothing under the GPL alone, and all that it imports."""

import ast
import importlib.metadata
import pathlib
import re
import tomllib
from collections.abc import Iterator

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[1]
WANTED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NAMES = sorted({re.split(r"[<>=; ]", line)[0] for line in WANTED["dependencies"]})
GPL = re.compile(r"(?<![AL])A?GPL|(?<!Lesser )General Public License")


def licence_of(name: str) -> list[str]:
    """Return what a package says of its licence, one entry for each it may be taken under."""
    about = importlib.metadata.metadata(name)
    fields = (about[key] for key in ("License-Expression", "License") if key in about)
    said = next((text.split("\n")[0] for text in fields if text), "")
    classed = [
        line.rpartition(" :: ")[2]
        for line in about.get_all("Classifier") or []
        if line.startswith("License")
    ]
    return said.split(" OR ") if said else classed or [_text_of(name)]


def _text_of(name: str) -> str:
    """Return the licence file of a package that declares none."""
    files = importlib.metadata.files(name) or []
    return "".join(file.read_text() for file in files if file.name.startswith("LICENSE"))


@pytest.mark.parametrize("name", NAMES)
def test_a_package_of_the_app_may_be_taken_under_another_licence_than_the_gpl(name: str) -> None:
    choices = licence_of(name)

    assert any(choice and not GPL.search(choice) for choice in choices), choices


@pytest.mark.parametrize(
    ("licence", "is_gpl"),
    [
        ("GPL-3.0-only", True),
        ("AGPL-3.0", True),
        ("GNU General Public License v3", True),
        ("LGPL-3.0-only", False),
        ("GNU Lesser General Public License v3", False),
        ("MIT", False),
    ],
)
def test_the_gpl_is_told_from_its_lesser_sister(licence: str, *, is_gpl: bool) -> None:
    assert bool(GPL.search(licence)) is is_gpl


def test_the_built_app_leaves_out_nothing_that_is_imported() -> None:
    spec = ast.parse((ROOT / "build_installer.spec").read_text(encoding="utf-8"))
    lists = {
        ast.unparse(node.targets[0]): node.value
        for node in spec.body
        if isinstance(node, ast.Assign)
    }
    left_out = set(ast.literal_eval(lists["unwanted"]))

    imported = {
        name.partition(".")[0]
        for file in (ROOT / "crm_desktop").rglob("*.py")
        for name in _imports(file)
    }

    assert left_out
    assert left_out & imported == set()


def _imports(file: pathlib.Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
