"""A sheet that is hidden in the file is read like any other, and she is told."""

import pathlib

import openpyxl
import pytest

from crm_desktop.domain.import_plan import ImportPlan, Options, SheetRead
from crm_desktop.services.list_reader import ListReader
from crm_desktop.ui.text.import_sources import notes_on
from tests.fakes import FixedClock
from tests.services.importing.clinic import HER, line, write
from tests.services.importing.conftest import SYNONYMS
from tests.services.importing.lists import SMALL


def own_list(path: pathlib.Path) -> pathlib.Path:
    book = openpyxl.Workbook()
    for title in ("今年", "旧客户"):
        page = book.create_sheet(title)
        for row in SMALL:
            page.append(list(row))
    book.create_sheet("说明").append(["随便写写"])
    book.save(path)
    return path


def sheets_of(path: pathlib.Path, *hidden: str) -> tuple[SheetRead, ...]:
    """Hide sheets of the file and return how it is read."""
    book = openpyxl.load_workbook(path)
    for title in hidden:
        book[title].sheet_state = "hidden"
    book.save(path)
    return ListReader(SYNONYMS, FixedClock()).read(path).sheets


@pytest.mark.parametrize(
    ("kind", "hidden", "told"),
    [
        ("own", (), ()),
        ("own", ("旧客户",), ("旧客户",)),
        ("own", ("说明",), ()),
        ("clinic", ("消费明细",), ("消费明细",)),
    ],
)
def test_what_was_read_though_it_is_hidden_is_told(
    tmp_path: pathlib.Path, kind: str, hidden: tuple[str, ...], told: tuple[str, ...]
) -> None:
    path = tmp_path / "list.xlsx"
    if kind == "own":
        own_list(path)
    else:
        write(path, [HER], [line()])

    sheets = sheets_of(path, *hidden)

    notes = notes_on(
        ImportPlan(options=Options(source="", now=FixedClock().now()), rows=(), sheets=sheets)
    )
    assert [note.partition(": ")[2] for note in notes] == [*told]
