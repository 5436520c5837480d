"""Whatever stands in a cell or a file, nothing but a value or a told error comes out."""

import contextlib
import datetime as dt
import math

from hypothesis import given, settings
from hypothesis import strategies as st

from crm_desktop.domain.drafts import Field
from crm_desktop.domain.errors import WorkbookError
from crm_desktop.excel.mapping import Column
from crm_desktop.excel.rows import RowReader
from crm_desktop.excel.sniff import Format, sniff
from crm_desktop.excel.workbook import CellValue

TODAY = dt.date(2026, 11, 22)
COLUMNS = [
    Column(index=index, number=index + 1, heading=field.value, field=field)
    for index, field in enumerate(Field)
]
NOBODY = frozenset[tuple[int, int]]()
WORDS = (
    *("农历", "闰", "正月", "初一", "廿", "年", "月", "日", "1990", "8", "31", ".", "-", "/", "("),
    *(")", "万", "元", "¥", ",", "×3", "次", "大宝", "\n", ";", " ", "过敏", "不吃", "138", "*"),
    *("E+10", "十", "_x000D_"),
)
PIECES = st.sampled_from(WORDS)
TEXTS = st.lists(PIECES, max_size=8).map("".join) | st.text(max_size=12)
CELLS: st.SearchStrategy[CellValue] = (
    TEXTS | st.floats() | st.integers() | st.booleans() | st.dates() | st.datetimes() | st.times()
)


@settings(max_examples=400, deadline=None)
@given(CELLS)
def test_any_cell_in_any_column_is_a_value_or_a_problem(value: CellValue) -> None:
    reader = RowReader("S", COLUMNS, TODAY)

    row = reader.read(2, [value] * len(COLUMNS), NOBODY)

    assert row.row_number == 2
    assert row.draft.name or row.is_held_back
    assert row.draft.income is None or not math.isnan(row.draft.income)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([b"", b"PK\x03\x04", b"<", b"\xff\xfe", b"\xd0\xcf\x11\xe0"]), st.binary())
def test_any_bytes_are_sniffed_or_refused(head: bytes, tail: bytes) -> None:
    stored: object = None
    with contextlib.suppress(WorkbookError):
        stored = sniff(head + tail, "a.xlsx")

    assert stored is None or isinstance(stored, Format)
