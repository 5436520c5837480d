"""Bad rows of our own sheet: handed back with their identities, mended, taken in as ours."""

import pathlib

import openpyxl
import pytest

from crm_desktop.database import Database
from crm_desktop.domain.drafts import CellProblem
from crm_desktop.domain.import_plan import ImportPlan, ListKind
from crm_desktop.services.journal import Journal
from tests.fakes import FixedClock
from tests.services.importing.lists import dump
from tests.services.importing.returning import Desk, Manager, counts

CLIENTS, GIFTS = "客户", "礼物"


@pytest.fixture
def desk(
    book_database: Database, journal: Journal, clock: FixedClock, tmp_path: pathlib.Path
) -> Desk:
    return Desk(book_database, journal, clock, tmp_path)


def explained(problem: CellProblem) -> str:
    return f"{problem.column}: {problem.code.value}"


def errors_of(desk: Desk, path: pathlib.Path) -> tuple[ImportPlan, pathlib.Path, int]:
    """Take a file in, and write its bad rows to another."""
    read = desk.imports.read(path)
    made = desk.imports.plan(read)
    out = path.with_name("待改.xlsx")
    rows = desk.imports.write_errors(read, made, out, heading="错误说明", explain=explained)
    desk.imports.apply(made)
    return made, out, rows


def broken(desk: Desk) -> pathlib.Path:
    """Return the manager's sheet with a bad day in two sheets, and a good edit elsewhere."""
    path = desk.out()
    with Manager(path) as manager:
        manager.write(CLIENTS, 2, 首次接触="2025-02-30", 职业="老师")
        manager.write(CLIENTS, 3, 职业="画师")
        manager.write(GIFTS, 2, 日期="2025-02-30")
    return path


def test_the_bad_rows_of_every_sheet_keep_their_identities(desk: Desk) -> None:
    path = broken(desk)
    before = path.read_bytes()

    made, out, rows = errors_of(desk, path)

    book = openpyxl.load_workbook(out)
    sheet, source = book[CLIENTS], openpyxl.load_workbook(path)[CLIENTS]
    assert rows == 2
    assert path.read_bytes() == before
    assert (sheet.max_row, book[GIFTS].max_row) == (2, 2)
    assert [sheet[cell].value for cell in ("A2", "B2")] == [source[c].value for c in ("A2", "B2")]
    assert sheet.column_dimensions["B"].hidden
    assert sheet.cell(1, sheet.max_column).value == "错误说明"
    assert "impossible_date" in str(sheet.cell(2, sheet.max_column).value)
    assert sheet["A1"].comment is not None
    assert book["_sync"].sheet_state == "hidden"
    assert {problem.sheet for problem in made.problems} == {CLIENTS, GIFTS}


def test_mended_it_comes_back_as_ours_and_only_those_rows_change(desk: Desk) -> None:
    _, out, _ = errors_of(desk, broken(desk))
    before = dump(desk.database)
    with Manager(out) as manager:
        manager.write(CLIENTS, 2, 首次接触="2025-02-27")
        manager.write(GIFTS, 2, 日期="2025-02-28")

    read = desk.imports.read(out)
    made = desk.back(out)

    assert read.kind is ListKind.ROUNDTRIP
    assert counts(made) == {"updated": 2}
    now = dump(desk.database)
    changed = {name for name in now if now[name] != before[name]}
    assert changed <= {"client", "gift", "fact_source", "sync_base"}
    assert str(desk.folder().client.first_contact_on) == "2025-02-27"
    assert [len(now[name]) for name in ("client", "gift")] == [
        len(before[name]) for name in ("client", "gift")
    ]
