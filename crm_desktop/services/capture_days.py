"""Days ahead as people say them: 明天, 下周三, 两周后, in 3 days."""

import calendar
import datetime as dt
import re
from typing import Final

from crm_desktop.excel.parsing.numerals import number_of
from crm_desktop.services.capture_words import (
    AGO,
    AHEAD,
    DAY_OF_MONTH,
    LONG_AGO,
    SOON,
    WEEKDAYS,
)

_HEAD_DAY: Final = re.compile(
    r"(?:(?P<year>\d{4})[-/.年])?(?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})"
    r"|(?P<ago>前天|昨天|昨晚|今天)|(?:周|星期)(?P<weekday>[一二三四五六日天])"
)
_WEEK: Final = 7
_YEAR: Final = 12


def day_ahead(words: str, today: dt.date) -> dt.date | None:
    """Return the first day ahead that is spoken of in `words`, None for none."""
    found = SOON.search(words)
    if found is None:
        return _of_month(words, today)
    if found["named"]:
        return today + dt.timedelta(days=AHEAD[found["named"].lower()])
    if found["weekday"]:
        return _weekday(found, today)
    return _after(found, today)


def given_on(words: str, today: dt.date) -> dt.date | None:
    """Return when something told of was done: today, or the day ago that is named, or unknown."""
    if LONG_AGO.search(words):
        return None
    days = next((count for word, count in AGO.items() if word in words), 0)
    return today - dt.timedelta(days=days)


def day_before(head: str, today: dt.date) -> dt.date | None:
    """Return the day in the head of a message, none after today: 2026/11/20, 昨天, 周三."""
    found = _HEAD_DAY.search(head)
    if found is None:
        return None
    if found["ago"]:
        return today - dt.timedelta(days=AGO[found["ago"]])
    if found["weekday"]:
        place = WEEKDAYS.index(found["weekday"].replace("天", "日"))
        return today - dt.timedelta(days=(today.weekday() - place) % _WEEK)
    return _last_of(int(found["year"] or 0), int(found["month"]), int(found["day"]), today)


def _last_of(year: int, month: int, day: int, today: dt.date) -> dt.date | None:
    """Return that day, the last one if no year is named; None for a day that is not there."""
    for each in (year,) if year else (today.year, today.year - 1):
        is_there = 1 <= month <= _YEAR and 1 <= day <= calendar.monthrange(each, month)[1]
        if is_there and (on := dt.date(each, month, day)) <= today:
            return on
    return None


def _of_month(words: str, today: dt.date) -> dt.date | None:
    """Return the next 25号, or that of the month after."""
    found = DAY_OF_MONTH.search(words)
    if found is None:
        return None
    day, first = int(found["day"]), today.replace(day=1)
    is_later = (found["month"] or "").startswith("下")
    months = (1, 2) if is_later else (0, 1)
    for ahead in months:
        month = _months_after(first, ahead)
        is_there = 1 <= day <= calendar.monthrange(month.year, month.month)[1]
        if is_there and (on := month.replace(day=day)) >= today:
            return on
    return None


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
