"""Days ahead as people say them: 明天, 下周三, 两周后, in 3 days."""

import calendar
import datetime as dt
import re
from typing import Final

from crm_desktop.excel.parsing.numerals import number_of
from crm_desktop.services.capture_words import AHEAD, SOON, WEEKDAYS

_WEEK: Final = 7
_YEAR: Final = 12


def day_ahead(words: str, today: dt.date) -> dt.date | None:
    """Return the first day ahead that is spoken of in `words`, None for none."""
    found = SOON.search(words)
    if found is None:
        return None
    if found["named"]:
        return today + dt.timedelta(days=AHEAD[found["named"].lower()])
    if found["weekday"]:
        return _weekday(found, today)
    return _after(found, today)


def next_of(month: int, day: int, today: dt.date) -> dt.date | None:
    """Return the first such day from today on, None where neither year has it."""
    for year in (today.year, today.year + 1):
        if 1 <= day <= calendar.monthrange(year, month)[1]:
            on = dt.date(year, month, day)
            if on >= today:
                return on
    return None


def _weekday(found: re.Match[str], today: dt.date) -> dt.date:
    """周三 is the next one, 下周三 that of next week, 这周三 that of this one."""
    place = WEEKDAYS.index(found["weekday"].replace("天", "日"))
    monday = today - dt.timedelta(days=today.weekday())
    weeks = {"下": 1, "下下": 2}.get(found["weeks"] or "", 0)
    on = monday + dt.timedelta(days=place + _WEEK * weeks)
    is_over = not weeks and on <= today
    return on + dt.timedelta(days=_WEEK) if is_over else on


def _after(found: re.Match[str], today: dt.date) -> dt.date | None:
    count = number_of(found["count"] or found["many"])
    if count is None:
        return None
    unit = (found["unit"] or found["units"]).lower()
    if "月" in unit or unit.startswith("month"):
        return _months_after(today, count)
    days = count if unit == "天" or unit.startswith("day") else count * _WEEK
    return today + dt.timedelta(days=days)


def _months_after(today: dt.date, months: int) -> dt.date:
    years, month = divmod(today.month - 1 + months, _YEAR)
    year = today.year + years
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(today.day, last))
