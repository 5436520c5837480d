"""On which days a festival falls: by solar date, lunar date, weekday, solar term, or at the eve."""

import datetime as dt
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from typing_extensions import override

from crm_desktop.domain import lunar
from crm_desktop.domain.errors import NoSuchLunarDay
from crm_desktop.domain.solar_terms import SolarTerm, day_of_term

_ONE_DAY: Final = dt.timedelta(days=1)
_WEEK: Final = 7
_MONTHS: Final = 12
_LEAP_YEAR: Final = 2000
_LONGEST_LUNAR_MONTH: Final = 30


class DayKind(StrEnum):
    """What a festival's day goes by."""

    SOLAR = "solar"
    LUNAR = "lunar"
    WEEKDAY = "weekday"
    TERM = "term"
    EVE = "eve"


@dataclass(frozen=True, slots=True, kw_only=True)
class FestivalDay:
    """The day of a festival as a rule for every year.

    `month` and `day` are solar or lunar; of a WEEKDAY `weekday` (Monday is 1) and `nth`.
    """

    kind: DayKind
    month: int = 0
    day: int = 0
    weekday: int = 0
    nth: int = 0
    term: SolarTerm | None = None

    @override
    def __str__(self) -> str:
        """Return it as it is written: `lunar 8-15`, `weekday 5 7 2`, `term frost`, `eve`."""
        match self.kind:
            case DayKind.SOLAR | DayKind.LUNAR:
                return f"{self.kind} {self.month}-{self.day}"
            case DayKind.WEEKDAY:
                return f"{self.kind} {self.month} {self.weekday} {self.nth}"
            case DayKind.TERM:
                return f"{self.kind} {self.term}"
            case DayKind.EVE:
                return self.kind.value


GHOST_FESTIVAL: Final = FestivalDay(kind=DayKind.LUNAR, month=7, day=15)
"""中元, on which no gift is handed over; a test holds it against the table."""


def read_day(text: str) -> FestivalDay | None:
    """Return what `str` wrote, None where it names no day that can come round."""
    kind, _, rest = text.strip().partition(" ")
    try:
        return _read(DayKind(kind), rest)
    except ValueError:
        return None


@functools.lru_cache(maxsize=4_096)
def days_in(rule: FestivalDay, year: int) -> tuple[dt.date, ...]:
    """Return its days in a solar year: one, but a lunar one may fall there twice or not at all.

    Outside the tables of moon and sun, before 1901 and after 2100, these give none. A festival
    is never in a leap month.
    """
    return tuple(day for day in _days(rule, year) if day.year == year)


def _days(rule: FestivalDay, year: int) -> Iterator[dt.date]:
    match rule.kind:
        case DayKind.SOLAR:
            if rule.month != 2 or rule.day <= _february(year):  # noqa: PLR2004 - the month
                yield dt.date(year, rule.month, rule.day)
        case DayKind.WEEKDAY:
            first = dt.date(year, rule.month, 1)
            ahead = (rule.weekday - first.isoweekday()) % _WEEK + (rule.nth - 1) * _WEEK
            yield first + ahead * _ONE_DAY
        case DayKind.TERM:
            if rule.term is not None and (day := day_of_term(rule.term, year)):
                yield day
        case DayKind.LUNAR | DayKind.EVE:
            yield from filter(None, (_of_moon(rule, lunar_year) for lunar_year in (year - 1, year)))


def _of_moon(rule: FestivalDay, lunar_year: int) -> dt.date | None:
    """Return the day in a lunar year; the 30th of a month of 29 days is its last."""
    month = _MONTHS if rule.kind is DayKind.EVE else rule.month
    try:
        length = lunar.month_length(lunar_year, month)
        day = length if rule.kind is DayKind.EVE else min(rule.day, length)
        return lunar.to_solar(lunar.LunarDay(lunar_year, month, day))
    except NoSuchLunarDay:
        return None


def _february(year: int) -> int:
    return (dt.date(year, 3, 1) - _ONE_DAY).day


def _read(kind: DayKind, rest: str) -> FestivalDay:
    match kind:
        case DayKind.SOLAR:
            month, day = (int(part) for part in rest.split("-"))
            dt.date(_LEAP_YEAR, month, day)
            return FestivalDay(kind=kind, month=month, day=day)
        case DayKind.LUNAR:
            month, day = (int(part) for part in rest.split("-"))
            _within(month, _MONTHS)
            _within(day, _LONGEST_LUNAR_MONTH)
            return FestivalDay(kind=kind, month=month, day=day)
        case DayKind.WEEKDAY:
            month, weekday, nth = (int(part) for part in rest.split())
            _within(month, _MONTHS)
            _within(weekday, _WEEK)
            _within(nth, 4)
            return FestivalDay(kind=kind, month=month, weekday=weekday, nth=nth)
        case DayKind.TERM:
            return FestivalDay(kind=kind, term=SolarTerm(rest))
        case DayKind.EVE:
            return FestivalDay(kind=kind)


def _within(value: int, most: int) -> None:
    if not 1 <= value <= most:
        raise ValueError(value)
