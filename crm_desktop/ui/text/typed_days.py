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


def _day(year: int, month: int, of_month: int) -> dt.date | None:
    try:
        return dt.date(year, month, of_month)
    except ValueError:
        return None
