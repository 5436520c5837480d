import datetime as dt
import io
from collections.abc import Sequence

import openpyxl
import pytest

from crm_desktop.domain.drafts import CellProblem
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.excel.error_workbook import Page, error_workbook
from crm_desktop.excel.workbook import CellValue, Sheet


def _page(rows: Sequence[Sequence[CellValue]], name: str = "客户", first_column: int = 1) -> Page:
    sheet = Sheet(name=name, rows=rows, first_row=2, first_column=first_column)
    return Page(sheet=sheet, headings=("姓名", "电话"))


def _bad(row: int, column: str = "B", sheet: str = "客户") -> CellProblem:
    return CellProblem(
        sheet=sheet, row=row, column=column, field="phone", code=ProblemCode.PHONE_BAD, raw=""
    )


def _explained(problem: CellProblem) -> str:
    return f"第 {problem.row} 行"


def _written(pages: Sequence[Page], *problems: CellProblem) -> openpyxl.Workbook:
    data, _ = error_workbook(pages, problems, heading="错误说明", explain=_explained)
    return openpyxl.load_workbook(io.BytesIO(data))


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("=1+1", "=1+1"),
        ("http://例.cn", "http://例.cn"),
        ("00123", "00123"),
        (12345, 12345),
        (1.5, 1.5),
        (True, True),
        (13_800_000_000_123_456, "13800000000123456"),
        (dt.datetime(1990, 2, 3), dt.datetime(1990, 2, 3)),  # noqa: DTZ001 - a cell has no zone
        (dt.date(1850, 2, 3), "1850-02-03"),
        (None, None),
        ("长" * 40_000, "长" * 32_767),
    ],
)
def test_a_cell_comes_back_as_it_was(value: CellValue, kept: CellValue) -> None:
    book = _written([_page([["林晚", value]])], _bad(2))

    cell = book["客户"]["B2"]
    assert cell.value == kept
    assert cell.data_type != "f"


def test_only_bad_rows_and_sheets_are_written_in_the_order_of_the_file() -> None:
    pages = [_page([["甲", "1"], ["乙", "2"], ["丙"]]), _page([["丁", "4"]], name="好的")]

    data, rows = error_workbook(
        pages, [_bad(4), _bad(2), _bad(4, "A")], heading="错误说明", explain=_explained
    )

    book = openpyxl.load_workbook(io.BytesIO(data))
    assert rows == 2
    assert book.sheetnames == ["客户"]
    assert list(book["客户"].iter_rows(values_only=True)) == [
        ("姓名", "电话", "错误说明"),
        ("甲", "1", "第 2 行"),
        ("丙", None, "第 4 行\n第 4 行"),
    ]


def test_red_falls_on_the_right_column_where_the_sheet_begins_further_right() -> None:
    sheet = _written([_page([["甲", "1"]], first_column=3)], _bad(2, "D"))["客户"]

    comment = sheet["B2"].comment
    assert comment is not None
    assert comment.text == "第 2 行"
    assert sheet["A2"].comment is None


def test_sheet_names_excel_refuses_are_bent() -> None:
    long = "很长的表名" * 10
    pages = [_page([["甲", "1"]], name=name) for name in ("a/b", "A:B", "", long)]

    book = _written(pages, *(_bad(2, sheet=page.sheet.name) for page in pages))

    assert book.sheetnames == ["a b", "A B 2", "1", long[:31]]
