"""Rows kept compressed are a list of rows all the same."""

import datetime as dt

import pytest

from crm_desktop.excel.packed_rows import PackedRows
from crm_desktop.excel.workbook import CellValue

KINDS: tuple[CellValue, ...] = (
    *("字", 1, 1.5, True, None, dt.date(2026, 1, 2), dt.time(9), dt.timedelta(hours=1)),
    *(dt.datetime(2026, 1, 2, 9, 30, tzinfo=dt.UTC), "\ud800"),
)


@pytest.mark.parametrize("count", [0, 1, 999, 1000, 1001, 2500])
def test_it_is_the_list_it_was_filled_with(count: int) -> None:
    rows = [[number, *KINDS] for number in range(count)]

    packed = PackedRows(rows)

    assert len(packed) == count
    assert list(packed) == rows
    assert packed[:3] == rows[:3]
    assert packed[-2:] == rows[-2:]
    assert [packed[place] for place in range(-min(count, 2), min(count, 2))] == [
        rows[place] for place in range(-min(count, 2), min(count, 2))
    ]
    with pytest.raises(IndexError):
        packed[count]
