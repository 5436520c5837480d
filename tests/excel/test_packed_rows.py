"""Rows kept compressed are a list of rows all the same."""

import datetime as dt
import zlib
from unittest.mock import Mock

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


def test_places_near_each_other_are_unpacked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = PackedRows([number] for number in range(3000))
    unpacked = Mock(wraps=zlib.decompress)
    monkeypatch.setattr(zlib, "decompress", unpacked)

    assert [packed[place][0] for place in range(0, 3000, 7)] == list(range(0, 3000, 7))
    assert unpacked.call_count == 3
