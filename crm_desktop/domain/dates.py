"""Dates as she typed them, and how each comes round in years that lack or repeat its day."""

import datetime as dt
import functools
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Final

from crm_desktop.domain import lunar
from crm_desktop.domain.errors import NoSuchLunarDay
from crm_desktop.domain.problems import Problem, ProblemCode

LONGEST_LUNAR_MONTH: Final = 30
_A_LEAP_YEAR: Final = 2000


class Calendar(StrEnum):
    """The calendar a date is kept in."""

    SOLAR = "solar"
    LUNAR = "lunar"


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedFact:
    """A birthday or another yearly day exactly as it was told, never converted.

    `year` is None where nobody said it; for a lunar fact it is the lunar year. `leap` says
    the day lies in the repeated lunar month.
    """

    calendar: Calendar
    month: int
    day: int
    year: int | None = None
    leap: bool = False

    @property
    def is_lunar(self) -> bool:
        """Return whether the fact is kept in the lunar calendar."""
        return self.calendar is Calendar.LUNAR

    @property
    def is_29_february(self) -> bool:
        """Return whether this is the one solar day that common years lack."""
        return not self.is_lunar and (self.month, self.day) == (2, 29)

    @property
    def raw(self) -> str:
        """Return the fact in a stable notation for logs of problems: 1990-L08-15, --02-29."""
        year = "-" if self.year is None else f"{self.year:04d}"
        letter = "" if not self.is_lunar else "L" if self.leap else "l"
        return f"{year}-{letter}{self.month:02d}-{self.day:02d}"


class Feb29(StrEnum):
    """When 29 February is kept in a common year."""

    FEB28 = "feb28"
    MAR01 = "mar01"
    LEAP_YEARS = "leap"


class ShortMonth(StrEnum):
    """When the lunar 30th is kept in a month of 29 days."""

    LAST = "last"
    NEXT = "next"
    SKIP = "skip"


class LeapAbsent(StrEnum):
    """What somebody born in a leap month keeps in a year that lacks it."""

    ORDINARY = "ordinary"
    LEAP_YEARS = "only"


class LeapPresent(StrEnum):
    """What somebody born in a leap month keeps in a year that has it."""

    LEAP = "leap"
    ORDINARY = "ordinary"
    BOTH = "both"


class Repeated(StrEnum):
    """What somebody born in an ordinary month keeps in a year that repeats the month."""

    FIRST = "first"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecurrencePolicy:
    """How one dated fact comes round; every choice a person may make, with its default."""

    feb29: Feb29 = Feb29.FEB28
    short_month: ShortMonth = ShortMonth.LAST
    leap_absent: LeapAbsent = LeapAbsent.ORDINARY
    leap_present: LeapPresent = LeapPresent.LEAP
    repeated: Repeated = Repeated.FIRST

    def policy_code(self) -> str:
        """Return the choices that differ from the default, as `feb29=mar01,repeated=both`."""
        return ",".join(
            f"{field.name}={getattr(self, field.name)}"
            for field in fields(self)
            if getattr(self, field.name) != field.default
        )


DEFAULT_POLICY: Final = RecurrencePolicy()


@functools.lru_cache(maxsize=256)
def policy_from_code(code: str) -> RecurrencePolicy:
    """Return the policy that `policy_code` wrote; a part left out has its default.

    Raises:
        ValueError: the text was not written by `policy_code`.
    """
    chosen = dict(part.split("=", 1) for part in code.split(",") if part)
    policy = RecurrencePolicy(
        feb29=Feb29(chosen.pop("feb29", Feb29.FEB28)),
        short_month=ShortMonth(chosen.pop("short_month", ShortMonth.LAST)),
        leap_absent=LeapAbsent(chosen.pop("leap_absent", LeapAbsent.ORDINARY)),
        leap_present=LeapPresent(chosen.pop("leap_present", LeapPresent.LEAP)),
        repeated=Repeated(chosen.pop("repeated", Repeated.FIRST)),
    )
    if chosen:
        raise ValueError(code)
    return policy


def check(fact: DatedFact) -> Problem | None:
    """Return why there is no such day, or None; without a year only the structure counts.

    The problem's `value` is `DatedFact.raw`; its `field` is the caller's to fill in.
    """
    code = _lunar_fault(fact) if fact.is_lunar else _solar_fault(fact)
    return None if code is None else Problem(code=code, value=fact.raw)


def born_on(fact: DatedFact) -> dt.date | None:
    """Return the Gregorian day the fact itself names; None without a year or such a day."""
    if fact.year is None or check(fact) is not None:
        return None
    if fact.is_lunar:
        return lunar.to_solar(lunar.LunarDay(fact.year, fact.month, fact.day, fact.leap))
    return dt.date(fact.year, fact.month, fact.day)


def _solar_fault(fact: DatedFact) -> ProblemCode | None:
    year = _A_LEAP_YEAR if fact.year is None else fact.year
    try:
        dt.date(year, fact.month, fact.day)
    except ValueError:
        return ProblemCode.IMPOSSIBLE_DATE
    return ProblemCode.IMPOSSIBLE_DATE if fact.leap else None


def _lunar_fault(fact: DatedFact) -> ProblemCode | None:
    if fact.month not in range(1, 13) or not 1 <= fact.day <= LONGEST_LUNAR_MONTH:
        return ProblemCode.IMPOSSIBLE_DATE
    if fact.year is None:
        return None
    try:
        lunar.to_solar(lunar.LunarDay(fact.year, fact.month, fact.day, fact.leap))
    except NoSuchLunarDay as error:
        return error.code
    return None
