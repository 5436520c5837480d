import pathlib
from collections.abc import Iterator

import openpyxl
import pytest

from crm_desktop.database import Database
from crm_desktop.domain.drafts import CellProblem
from crm_desktop.services.imports import Imports, ReadList
from tests.services.importing.lists import HEADINGS, Save, clients_of, counts, taken_in


@pytest.fixture
def sample_errors(
    imports: Imports, sample: pathlib.Path, tmp_path: pathlib.Path
) -> Iterator[pathlib.Path]:
    read = imports.read(sample)
    path = tmp_path / "错误.xlsx"
    assert _write_errors(imports, read, path) == 4
    yield path
    assert list(tmp_path.glob(".*")) == []


def _write_errors(imports: Imports, read: ReadList, path: pathlib.Path) -> int:
    return imports.write_errors(
        read, imports.plan(read), path, heading="错误说明", explain=_explained
    )


def _explained(problem: CellProblem) -> str:
    return f"{problem.field}: {problem.code.value}"


def test_the_error_workbook_holds_the_bad_rows_with_their_reasons(
    sample_errors: pathlib.Path,
) -> None:
    sheet = openpyxl.load_workbook(sample_errors)["我的大客户"]

    rows = list(sheet.iter_rows(values_only=True))
    assert (rows[0][0], rows[0][3], rows[0][-1]) == ("姓名", "电话", "错误说明")
    assert [(row[0], row[-1]) for row in rows[1:]] == [
        ("张曾", "phone: phone_bad"),
        ("坏日期甲", "birthday: impossible_date"),
        ("坏日期乙", "birthday: leap_month_absent"),
        (None, "name: formula"),
    ]
    bad = sheet["D2"]
    assert bad.value == "12345"
    assert bad.fill.fgColor.rgb == "FFF8C9C4"
    assert bad.comment is not None
    assert bad.comment.text == "phone: phone_bad"
    assert sheet["A2"].fill.fgColor.rgb != "FFF8C9C4"


def test_mended_rows_come_in_beside_what_was_taken(
    imports: Imports, book_database: Database, sample: pathlib.Path, sample_errors: pathlib.Path
) -> None:
    taken_in(imports, sample)
    workbook = openpyxl.load_workbook(sample_errors)
    sheet = workbook["我的大客户"]
    for cell, value in (("D2", "13800000009"), ("B3", "1990-02-28"), ("B4", "农历1990年八月初一")):
        sheet[cell] = value
    sheet["A5"] = "点我"
    workbook.save(sample_errors)

    made = taken_in(imports, sample_errors)

    assert counts(made) == {"new": 2, "updated": 2}
    birthdays = {
        client["name"]: [(day["calendar"], day["month"], day["day"]) for day in client["dates"]]
        for client in clients_of(book_database)[-5:]
    }
    assert birthdays["坏日期甲"] == [("solar", 2, 28)]
    assert birthdays["坏日期乙"] == [("lunar", 8, 1)]
    assert "张曾" in birthdays


def test_text_that_looks_like_a_formula_stays_text(
    imports: Imports, save: Save, tmp_path: pathlib.Path
) -> None:
    path = save([HEADINGS, ("林晚", "12", None, None, None, None)])
    workbook = openpyxl.load_workbook(path)
    cell = workbook["客户"]["F2"]
    cell.value = "=1+1"
    cell.data_type = "s"
    workbook.save(path)
    errors = tmp_path / "错误.xlsx"

    written = _write_errors(imports, imports.read(path), errors)

    cell = openpyxl.load_workbook(errors)["客户"]["F2"]
    assert written == 1
    assert (cell.value, cell.data_type) == ("=1+1", "s")
