"""`import --json` of every kind of list: its keys, its sums, its columns, how it ends."""

import pathlib
import re
from collections.abc import Callable
from typing import Any, Final

import openpyxl
import pytest

from crm_desktop.domain.import_plan import ListKind
from tests.services.importing import clinic
from tests.shells import Shell, write_list

KEYS: Final = (
    "file",
    "kind",
    "profile",
    "sheets",
    "rows",
    "same",
    "updated",
    "new",
    "conflict",
    "error",
    "skipped",
    "problems",
    "applied",
    "undo_id",
)
OUTCOMES: Final = KEYS[5:11]
HEADINGS: Final = ["姓名", "电话", "生日", "职业"]
Make = Callable[[Shell], pathlib.Path]


def _own(shell: Shell) -> pathlib.Path:
    rows = (["林晚", "13800000001", "1990-02-31", "会计"], ["", "", "", "老师"])
    return write_list(shell.folder / "list.xlsx", HEADINGS, *rows)


def _clinic(shell: Shell) -> pathlib.Path:
    lines = [clinic.line(), clinic.line("S2", on="昨天"), clinic.line("S3", card="K9", name="")]
    return clinic.write(shell.folder / "clinic.xlsx", [clinic.HER], lines)


def _sheet(shell: Shell) -> pathlib.Path:
    good = ["林晚", "13800000001", "1990-02-03", "会计"]
    shell.done("import", str(write_list(shell.folder / "list.xlsx", HEADINGS, good)))
    path = shell.folder / "sheet.xlsx"
    shell.done("export", str(path), "--for", "manager")
    book = openpyxl.load_workbook(path)
    page = book["客户"]
    page.cell(2, [cell.value for cell in page[1]].index("生日") + 1).value = "2月31日"
    page.append(["", "没有这个人#000000"])
    book.save(path)
    return path


def _cards(shell: Shell) -> pathlib.Path:
    path = shell.folder / "phone.vcf"
    person = "BEGIN:VCARD\nVERSION:3.0\nFN:{0}\nTEL:{1}\nBDAY:{2}\nEND:VCARD\n"
    told = [("林晚", "13800000001", "1990-02-31"), ("", "12", "")]
    path.write_text("".join(person.format(*one) for one in told), encoding="utf-8")
    return path


LISTS: Final[dict[str, Make]] = {
    "own-list": _own,
    "clinic": _clinic,
    "roundtrip": _sheet,
    "vcard": _cards,
}


@pytest.fixture
def book(empty: Shell) -> Shell:
    empty.done("init")
    return empty


@pytest.mark.parametrize("kind", LISTS)
def test_the_document_of_every_kind_keeps_the_contract(book: Shell, kind: str) -> None:
    path = LISTS[kind](book)

    trial = book.json("import", str(path), "--dry-run")
    said = book.json("import", str(path), "--as", kind, "--dry-run")
    done = book.json("import", str(path))
    again = book.json("import", str(path))

    assert said == trial
    assert [tuple(each) for each in (trial, done, again)] == [KEYS] * 3
    assert {**trial, "applied": True, "undo_id": done["undo_id"]} == done
    assert (done["file"], done["kind"], done["profile"]) == (path.name, kind, None)
    assert (trial["applied"], trial["undo_id"], again["undo_id"]) == (False, None, None)
    assert again["new"] == again["updated"] == 0
    for each in (done, again):
        assert each["rows"] == sum(each[name] for name in OUTCOMES) > 0
        assert each["problems"]
        _check_problems(each)


def _check_problems(document: dict[str, Any]) -> None:
    names = {sheet["name"] for sheet in document["sheets"]}
    for sheet in document["sheets"]:
        assert tuple(sheet) == ("name", "header_row", "mapping", "ignored")
    for problem in document["problems"]:
        assert tuple(problem) == ("sheet", "row", "column", "field", "code", "raw")
        assert re.fullmatch("[A-Z]{0,3}", problem["column"]), problem
        assert isinstance(problem["row"], int)
        assert problem["sheet"] in names or not names or not problem["sheet"], problem


def test_every_kind_is_asked_about() -> None:
    assert list(LISTS) == [kind.value for kind in ListKind]


@pytest.mark.parametrize("kind", LISTS)
def test_a_list_that_is_said_to_be_another_is_taken_so_or_refused_in_one_line(
    book: Shell, kind: str
) -> None:
    path = LISTS[kind](book)
    before = book.everything()

    for wrong in LISTS:
        code = book.run("import", str(path), "--as", wrong, "--dry-run", "--json")

        assert code in {0, 1}
        assert book.err.count("\n") == code
        assert bool(book.out) == (code == 0)
    assert book.everything() == before
