"""Days as she types them: `11-22`, `明天`, `+7`, `2026.11.22`."""

import datetime as dt
import re
import unicodedata
from typing import Final

_WORDS: Final = {
    "大前天": -3,
    "前天": -2,
    "昨天": -1,
    "yesterday": -1,
    "今天": 0,
    "today": 0,
    "明天": 1,
    "tomorrow": 1,
    "后天": 2,
    "大后天": 3,
}
_AHEAD: Final = re.compile(r"([+-]\d{1,4})(?:d|天)?")
_WHOLE: Final = re.compile(r"(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})\D?")
_SHORT: Final = re.compile(r"(\d{1,2})\D{1,2}(\d{1,2})\D?")
_FIGURES: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
_UNTIL: Final = re.compile(r"~|至|到|—+|–")
_OF_MONTH: Final = re.compile(r"(\d{1,2})[日号]?")
_NAMES_A_YEAR: Final = re.compile(r"\d{4}")
_A_MONTH: Final = dt.timedelta(days=30)


def day_from(typed: str, today: dt.date) -> dt.date | None:
    """Return the day she typed, None if it is none; without a year it is this year's."""
    text = "".join(unicodedata.normalize("NFKC", typed).lower().split())
    if text in _WORDS:
        return today + dt.timedelta(days=_WORDS[text])
    if match := _AHEAD.fullmatch(text):
        return today + dt.timedelta(days=int(match[1]))
    if match := _WHOLE.fullmatch(text) or _FIGURES.fullmatch(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _SHORT.fullmatch(text):
        return _day(today.year, int(match[1]), int(match[2]))
    return None


def days_from(typed: str, today: dt.date) -> tuple[dt.date, ...]:
    """Return the days to come she typed: one, or `2-5~2-11`, `2月5日至11日`; () for none.

    Without a year it is the next time the day comes. At most a month in a row.
    """
    first, _, last = _split(typed)
    begins = _ahead(first, today)
    if begins is None or not last:
        return () if begins is None else (begins,)
    only = _OF_MONTH.fullmatch(last)
    ends = _day(begins.year, begins.month, int(only[1])) if only else _ahead(last, begins)
    if ends is None or not begins <= ends <= begins + _A_MONTH:
        return ()
    return tuple(begins + dt.timedelta(days=day) for day in range((ends - begins).days + 1))


def _split(typed: str) -> tuple[str, str, str]:
    text = "".join(unicodedata.normalize("NFKC", typed).split())
    found = _UNTIL.search(text)
    return (text, "", "") if found is None else (text[: found.start()], "~", text[found.end() :])


def _ahead(typed: str, since: dt.date) -> dt.date | None:
    """Return the day typed; one without a year never lies before `since`."""
    day = day_from(typed, since)
    if day is None or day >= since or _NAMES_A_YEAR.search(typed):
        return day
    return _day(day.year + 1, day.month, day.day)


def _day(year: int, month: int, of_month: int) -> dt.date | None:
    try:
        return dt.date(year, month, of_month)
    except ValueError:
        return None
