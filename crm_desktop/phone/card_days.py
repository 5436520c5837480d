"""Days of contact cards, in the dialects of the phones, as the reader of lists reads days.

What is no day comes back as it stood, so that it is refused there and told with its text.
"""

import datetime as dt
import re
from typing import Final

from crm_desktop.domain.dates import DatedFact
from crm_desktop.phone.content_lines import Line

_NO_YEAR: Final = frozenset({0, 1, 1604})
"""What phones write where nobody said the year: Apple 1604, Exchange 0001."""

_CYCLE: Final = 60
_ERA: Final = 78
_ERA_BEGAN: Final = 1984
_DAY: Final = re.compile(
    r"(?:(?P<year>\d{4})-?|--)(?P<month>\d{2})-?(?P<day>\d{2})"
    r"(?:[T ](?P<time>\d{2}:?\d{2}(?::?\d{2})?(?:[.,]\d+)?)?(?P<zone>Z|[+-]\d{2}:?\d{0,2})?)?",
    re.ASCII,
)
_LUNAR: Final = re.compile(
    r"(?:(?P<era>\d{4})-?(?P<year>\d{4})|-*)-?(?P<month>\d{2})(?P<leap>[Ll]?)-?(?P<day>\d{2})",
    re.ASCII,
)
_MIDNIGHT_IN_CHINA: Final = ("1600", "160000")


def day_text(line: Line) -> str:
    """Return a solar day as it is typed into a list: 1984-06-01, 6月1日 where the year is unknown.

    Exchange keeps a birthday in China as the moment it began there: 16:00 of the day before by
    universal time.
    """
    found = _DAY.fullmatch(line.value.strip())
    if found is None:
        return line.value
    year = _year(found["year"], line)
    time = (found["time"] or "").replace(":", "")
    if found["zone"] == "Z" and time in _MIDNIGHT_IN_CHINA and year is not None:
        return _next_day(year, int(found["month"]), int(found["day"])) or line.value
    return _solar(year, int(found["month"]), int(found["day"]))


def lunar_day_text(line: Line) -> str:
    """Return an X-ALTBDAY as 农历1984年闰6月1日; "" for another calendar than the Chinese."""
    if line.parameters.get("CALSCALE", "chinese").casefold() != "chinese":
        return ""
    found = _LUNAR.fullmatch(line.value.strip())
    if found is None:
        return line.value
    year = "" if found["era"] is None else f"{_lunar_year(found['era'], found['year'])}年"
    leap = "闰" if found["leap"] else ""
    return f"农历{year}{leap}{int(found['month'])}月{int(found['day'])}日"


def lunar_value(fact: DatedFact) -> str:
    """Return a lunar day in the notation of Apple: the cycle, the year in it, month and day."""
    place = f"{fact.month:02d}{'L' if fact.leap else ''}{fact.day:02d}"
    if fact.year is None:
        return f"--{place}"
    era, year = divmod(fact.year - _ERA_BEGAN, _CYCLE)
    return f"{era + _ERA:04d}{year + 1:04d}{place}"


def _year(said: str | None, line: Line) -> int | None:
    year = int(said or 0)
    omitted = line.parameters.get("X-APPLE-OMIT-YEAR", "")
    return None if year in _NO_YEAR or omitted == said else year


def _lunar_year(era: str, year: str) -> int:
    return _ERA_BEGAN + (int(era) - _ERA) * _CYCLE + int(year) - 1


def _solar(year: int | None, month: int, day: int) -> str:
    return f"{month}月{day}日" if year is None else f"{year:04d}-{month:02d}-{day:02d}"


def _next_day(year: int, month: int, day: int) -> str:
    try:
        return (dt.date(year, month, day) + dt.timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return ""
