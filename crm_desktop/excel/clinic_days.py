"""The days a clinic's list says in its title rows that it is about."""

import datetime as dt
import re
from typing import Final

from crm_desktop.excel.parsing.text import folded
from crm_desktop.excel.workbook import CellValue, Sheet

_DAY: Final = r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?"
_TIME: Final = r"(?:[T ]*(\d{1,2}:\d{2}(?::\d{2})?))?"
_SPAN: Final = re.compile(rf"{_DAY}{_TIME}\s*(?:至|到|~|-{{1,2}}|—+|–)\s*{_DAY}{_TIME}")
_MIDNIGHT: Final = ("00:00", "00:00:00", "0:00", "0:00:00")
_LAST_MINUTE: Final = ("23:59", "23:59:59", "24:00", "24:00:00")
_ONE_DAY: Final = dt.timedelta(days=1)


def stated_days(sheet: Sheet, above: int) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last whole day that the rows `above` the headings say.

    A day of which the list has but some hours is not whole: 2026-03-02 12:00 to 2026-03-09
    18:00 is whole from the 3rd to the 8th, some hours of one day end before they begin. None
    where nothing is said, or several things.
    """
    found = {
        match.groups()
        for row in sheet.rows[:above]
        for cell in row
        for match in _SPAN.finditer(_text(cell))
    }
    return _days(*found.pop()) if len(found) == 1 else None


def _text(cell: CellValue) -> str:
    return folded(cell) if isinstance(cell, str) else ""


def _days(*parts: str | None) -> tuple[dt.date, dt.date] | None:
    begin, end = parts[3], parts[7]
    try:
        first = dt.date(*(int(each or 0) for each in parts[:3]))
        last = dt.date(*(int(each or 0) for each in parts[4:7]))
    except ValueError:
        return None
    if begin not in {None, *_MIDNIGHT}:
        first += _ONE_DAY
    if end is not None and end not in _LAST_MINUTE:
        last -= _ONE_DAY
    return first, last
