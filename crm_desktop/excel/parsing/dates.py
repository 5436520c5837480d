"""Days as people and programs write them, to a `DatedFact` that keeps what was meant.

Read are date cells, serial numbers, 19640321, 1985.3.2, 85年3月2号, 9月28日, 3/15, English
months, and every lunar form of `lunar_text`. What may be read in two ways is a problem.
"""

import datetime as dt
import re
from dataclasses import dataclass

from crm_desktop.domain.dates import Calendar, DatedFact, check
from crm_desktop.domain.problems import Problem, ProblemCode
from crm_desktop.domain.reading_rules import DateOrder
from crm_desktop.excel.parsing.lunar_text import read_words, without_marks
from crm_desktop.excel.parsing.text import folded, refused, says_nothing
from crm_desktop.excel.workbook import CellValue

_EXCEL_DAY_ZERO = dt.date(1899, 12, 30)
_SERIALS = range(10_000, 80_000)
_NULL_DATES = {dt.date(1899, 12, 30), dt.date(1899, 12, 31), dt.date(1900, 1, 1), dt.date(1, 1, 1)}
_NULL_TEXTS = {"1900-01-01", "1900/1/1", "1900/01/01", "0000-00-00", "1899-12-30"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_TIME = re.compile(r"[T ]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[AaPp][Mm])?Z?$")
_AROUND = re.compile(
    r"^(?:生于|出生于|生日)[:：]?|(?:出生|生日|生|[(（]?(?:星期|周)[一二三四五六日天][)）]?)$"
)
_NUMERIC = re.compile(
    r"(?:(?P<year>\d{4}|\d{2})\s*[年./\-]\s*)?(?P<leap>[闰閏])?(?P<month>\d{1,2})\s*[月./\-]\s*"
    r"(?P<day>\d{1,2})\s*[日号號.]?"
)
_YEAR_LAST = re.compile(r"(\d{1,2})\s*[./\-]\s*(\d{1,2})\s*[./\-]\s*(\d{4})")
_ENGLISH = (
    re.compile(
        r"(?P<month>[a-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(?P<year>\d{4}))?"
    ),
    re.compile(
        r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s-](?P<month>[a-z]{3,9})\.?(?:[\s,-]+(?P<year>\d{4}|\d{2}))?"
    ),
)
_MOST_NUMBER = 10**9
_MMDD, _YYMMDD, _YYYYMMDD = (3, 4), 6, 8
_LATEST_MONTH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """A day before anybody has asked whether it exists."""

    month: int
    day: int
    year: int | None = None
    leap: bool = False
    is_lunar: bool = False


def parse_date(
    value: CellValue,
    *,
    today: dt.date,
    lunar: bool = False,
    order: DateOrder = DateOrder.YEAR_FIRST,
) -> DatedFact | Problem | None:
    """Return the day a cell names, or why not; `lunar` is what its column or flag says.

    Two-digit years lie in the hundred years that end with `today`. A day that does not
    exist (1990-02-30, a leap month the year lacks) comes back as its problem.
    """
    fact, silent = _read(value, today, lunar=lunar, order=order)
    if silent:
        return None
    if fact is None:
        return refused(ProblemCode.DATE_UNREADABLE, value)
    problem = check(fact)
    if problem is not None:
        return refused(problem.code, value)
    if fact.year is not None and not 1900 <= fact.year <= today.year + 1:  # noqa: PLR2004 - nobody living is older
        return refused(ProblemCode.IMPOSSIBLE_DATE, value)
    return fact


def read_date(text: str, *, today: dt.date) -> DatedFact | None:
    """Return the day a text names, whether it exists or not; None where it names none."""
    return _read(text, today, lunar=False)[0]


def parse_day(
    value: CellValue, *, today: dt.date, order: DateOrder = DateOrder.YEAR_FIRST
) -> dt.date | Problem | None:
    """Return a full Gregorian day, for columns that need one (first contact)."""
    fact = parse_date(value, today=today, order=order)
    if not isinstance(fact, DatedFact):
        return fact
    if fact.year is None or fact.is_lunar:
        return refused(ProblemCode.DATE_UNREADABLE, value)
    return dt.date(fact.year, fact.month, fact.day)


def full_year(year: str, today: dt.date) -> int | None:
    """Return the year of two or four digits; "" is no year."""
    if not year:
        return None
    if len(year) > 2:  # noqa: PLR2004 - a written-out year
        return int(year)
    century = today.year - today.year % 100
    return int(year) + (century if int(year) <= today.year % 100 else century - 100)


def _read(
    value: CellValue,
    today: dt.date,
    *,
    lunar: bool,
    order: DateOrder = DateOrder.YEAR_FIRST,
) -> tuple[DatedFact | None, bool]:
    """Return the day as it stands there, and whether the cell says nothing at all."""
    parts, silent = _parts(value, today, order)
    if parts is None or silent:
        return None, silent
    marked = _marked(value)
    is_lunar = (parts.is_lunar or lunar) if marked is None else marked
    fact = DatedFact(
        calendar=Calendar.LUNAR if is_lunar else Calendar.SOLAR,
        year=parts.year,
        month=parts.month,
        day=parts.day,
        leap=parts.leap,
    )
    return fact, False


def _parts(value: CellValue, today: dt.date, order: DateOrder) -> tuple[_Parts | None, bool]:
    """Return the parts of the day, and whether the cell says nothing at all."""
    if isinstance(value, dt.date):
        day = value.date() if isinstance(value, dt.datetime) else value
        return _of_day(day), day in _NULL_DATES
    if isinstance(value, (bool, dt.time, dt.timedelta)):
        return None, False
    if isinstance(value, (int, float)):
        return _of_number(value, today), value == 0
    text = _TIME.sub("", folded(value))
    if says_nothing(text) or text in _NULL_TEXTS:
        return None, True
    return _of_text(text, today, order), False


def _marked(value: CellValue) -> bool | None:
    return without_marks(folded(value))[1] if isinstance(value, str) else None


def _of_day(day: dt.date) -> _Parts:
    return _Parts(year=day.year, month=day.month, day=day.day)


def _of_number(value: float, today: dt.date) -> _Parts | None:
    """Read 19640321, 640321, 0928, a serial, or month.day unless it has two readings (9.3)."""
    if not 0 <= value < _MOST_NUMBER:
        return None
    if int(value) in _SERIALS:
        return _of_day(_EXCEL_DAY_ZERO + dt.timedelta(days=int(value)))
    if float(value).is_integer():
        return _of_digits(str(int(value)), today)
    month, day = f"{value:.6f}".rstrip("0").split(".")
    ambiguous = len(day) == 1 and day in "123"
    if ambiguous or len(day) not in {1, 2} or int(month) > _LATEST_MONTH:
        return None
    return _Parts(month=int(month), day=int(day))


def _of_digits(digits: str, today: dt.date) -> _Parts | None:
    if len(digits) == _YYYYMMDD:
        return _Parts(year=int(digits[:4]), month=int(digits[4:6]), day=int(digits[6:]))
    if len(digits) == _YYMMDD:
        is_year_and_month = digits[:2] in {"19", "20"} and int(digits[4:]) <= _LATEST_MONTH
        if is_year_and_month or int(digits[2:4]) > _LATEST_MONTH:
            return None
        year = full_year(digits[:2], today)
        return _Parts(year=year, month=int(digits[2:4]), day=int(digits[4:]))
    if len(digits) in _MMDD and 1 <= int(digits[:-2]) <= _LATEST_MONTH:
        return _Parts(month=int(digits[:-2]), day=int(digits[-2:]))
    return None


def _of_text(text: str, today: dt.date, order: DateOrder) -> _Parts | None:
    bare = _TIME.sub("", _AROUND.sub("", without_marks(text)[0]).strip())
    if re.fullmatch(r"\d+", bare, re.ASCII):
        is_serial = len(bare) == 5  # noqa: PLR2004 - days since 1900 have five digits
        return _of_number(int(bare), today) if is_serial else _of_digits(bare, today)
    found = _NUMERIC.fullmatch(bare)
    if found:
        return _Parts(
            year=full_year(found["year"] or "", today),
            month=int(found["month"]),
            day=int(found["day"]),
            leap=found["leap"] is not None,
            is_lunar=found["leap"] is not None,
        )
    return _of_words(bare, today) or _year_last(bare, order) or _english(bare.lower(), today)


def _of_words(text: str, today: dt.date) -> _Parts | None:
    words = read_words("".join(text.split()))
    if words is None:
        return None
    return _Parts(
        year=full_year(words.year, today),
        month=words.month,
        day=words.day,
        leap=words.leap,
        is_lunar=words.is_lunar,
    )


def _year_last(text: str, order: DateOrder) -> _Parts | None:
    """Read 15/3/1985 and 3/15/1985; 2/3/1985 is either, and nothing unless the order was said."""
    found = _YEAR_LAST.fullmatch(text)
    if not found:
        return None
    first, second, year = map(int, found.groups())
    is_open = max(first, second) <= _LATEST_MONTH and first != second
    if is_open and order is DateOrder.YEAR_FIRST:
        return None
    if first > _LATEST_MONTH or (is_open and order is DateOrder.DAY_FIRST):
        first, second = second, first
    return _Parts(year=year, month=first, day=second)


def _english(text: str, today: dt.date) -> _Parts | None:
    for pattern in _ENGLISH:
        found = pattern.fullmatch(text)
        if found and found["month"][:3] in _MONTHS:
            month = _MONTHS.index(found["month"][:3]) + 1
            year = full_year(found["year"] or "", today)
            return _Parts(year=year, month=month, day=int(found["day"]))
    return None
