"""The Chinese lunar calendar from 1901-02-19 through 2101-01-28, by table."""

import datetime as dt
from bisect import bisect_right
from typing import Final, NamedTuple

from crm_desktop.domain.errors import NoSuchLunarDay
from crm_desktop.domain.lunar_years import FIRST_YEAR, LAST_YEAR, YEARS
from crm_desktop.domain.problems import ProblemCode


class LunarDay(NamedTuple):
    """One day of the lunar calendar; `leap` says it lies in the repeated month.

    A named tuple, not a dataclass: it is made twice as fast, and a window of days makes many.
    """

    year: int
    month: int
    day: int
    leap: bool = False


class _Month(NamedTuple):
    """One month as it stands in the table."""

    year: int
    month: int
    leap: bool
    length: int


def to_lunar(day: dt.date) -> LunarDay:
    """Return the lunar day of a Gregorian one.

    Raises:
        NoSuchLunarDay: `day` lies outside the table (code LUNAR_OUT_OF_RANGE).
    """
    ordinal = day.toordinal()
    if not _FIRST <= ordinal <= _LAST:
        raise NoSuchLunarDay(ProblemCode.LUNAR_OUT_OF_RANGE)
    index = bisect_right(_STARTS, ordinal) - 1
    year, month, leap, _ = _MONTHS[index]
    return LunarDay(year, month, ordinal - _STARTS[index] + 1, leap)


def to_solar(day: LunarDay) -> dt.date:
    """Return the Gregorian day of a lunar one.

    Raises:
        NoSuchLunarDay: the day does not exist; its code says which part is wrong.
    """
    index = _index(day)
    if not 1 <= day.day <= _MONTHS[index].length:
        raise NoSuchLunarDay(ProblemCode.IMPOSSIBLE_DATE)
    return dt.date.fromordinal(_STARTS[index] + day.day - 1)


def leap_month(year: int) -> int | None:
    """Return the number of the month that lunar `year` repeats, None where it repeats none.

    Raises:
        NoSuchLunarDay: the year lies outside 1901 to 2100.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NoSuchLunarDay(ProblemCode.LUNAR_OUT_OF_RANGE)
    return _packed_leap(YEARS[year - FIRST_YEAR]) or None


def month_length(year: int, month: int, *, leap: bool = False) -> int:
    """Return 29 or 30, the days of one month.

    Raises:
        NoSuchLunarDay: there is no such month; its code says which part is wrong.
    """
    return _MONTHS[_index(LunarDay(year, month, 1, leap))].length


def _index(day: LunarDay) -> int:
    year, month, _, leap = day
    index = _INDEX.get(year << 5 | month << 1 | leap)
    if index is None:
        raise NoSuchLunarDay(_why_absent(year, month))
    return index


def _why_absent(year: int, month: int) -> ProblemCode:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return ProblemCode.LUNAR_OUT_OF_RANGE
    if month not in range(1, 13):
        return ProblemCode.IMPOSSIBLE_DATE
    return ProblemCode.LEAP_MONTH_ABSENT


def _packed_leap(packed: int) -> int:
    return packed >> 13 & 0xF


def _months_of(year: int, packed: int) -> list[_Month]:
    leap = _packed_leap(packed)
    names = [(month, False) for month in range(1, 13)]
    if leap:
        names.insert(leap, (leap, True))
    return [
        _Month(year, month, is_leap, 29 + (packed >> place & 1))
        for place, (month, is_leap) in enumerate(names)
    ]


def _new_year(year: int, packed: int) -> int:
    return dt.date(year, 1, 1).toordinal() + (packed >> 17)


def _starts() -> list[int]:
    starts = [_new_year(FIRST_YEAR, YEARS[0])]
    for month in _MONTHS[:-1]:
        starts.append(starts[-1] + month.length)
    return starts


_MONTHS: Final = [m for at, packed in enumerate(YEARS) for m in _months_of(FIRST_YEAR + at, packed)]
_STARTS: Final = _starts()
_INDEX: Final = {m.year << 5 | m.month << 1 | m.leap: at for at, m in enumerate(_MONTHS)}
_FIRST: Final = _STARTS[0]
_LAST: Final = _STARTS[-1] + _MONTHS[-1].length - 1

FIRST_DAY: Final = dt.date.fromordinal(_FIRST)
LAST_DAY: Final = dt.date.fromordinal(_LAST)
