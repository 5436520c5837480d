"""Ages by either calendar and the animal of a year; everything is None without the year."""

import datetime as dt
from enum import StrEnum
from typing import Final

from crm_desktop.domain import lunar
from crm_desktop.domain.dates import (
    DEFAULT_POLICY,
    DatedFact,
    Feb29,
    LeapPresent,
    RecurrencePolicy,
    ShortMonth,
    born_on,
)
from crm_desktop.domain.errors import NoSuchLunarDay
from crm_desktop.domain.lunar_years import FIRST_YEAR, LAST_YEAR

# 正月初一 falls in January or February: from March on both calendars count the same year.
_NEW_YEAR_BY: Final = 2


class Zodiac(StrEnum):
    """The animal of a lunar year (生肖), in their order."""

    RAT = "rat"
    OX = "ox"
    TIGER = "tiger"
    RABBIT = "rabbit"
    DRAGON = "dragon"
    SNAKE = "snake"
    HORSE = "horse"
    GOAT = "goat"
    MONKEY = "monkey"
    ROOSTER = "rooster"
    DOG = "dog"
    PIG = "pig"


def age_at(fact: DatedFact, on: dt.date, policy: RecurrencePolicy = DEFAULT_POLICY) -> int | None:
    """Return the full age (周岁): the anniversaries come round by `on`, in the fact's calendar.

    A year without an anniversary under the policy counts at the nominal day. None without
    the year, before the day itself, and for a lunar fact outside the table.
    """
    if fact.year is None:
        return None
    if not fact.is_lunar:
        age = on.year - fact.year - ((on.month, on.day) < _solar_day(fact, on.year, policy))
        return age if age >= 0 else None
    if not lunar.FIRST_DAY <= on <= lunar.LAST_DAY:
        return None
    today = lunar.to_lunar(on)
    reached = (today.month, today.leap, today.day) >= _lunar_day(fact, today.year, policy)
    age = today.year - fact.year - (not reached)
    return age if age >= 0 else None


def has_come_round(fact: DatedFact, on: dt.date, policy: RecurrencePolicy = DEFAULT_POLICY) -> bool:
    """Return whether an occurrence found by its key is real: not before the first anniversary.

    True where the year is unknown.
    """
    return fact.year is None or (age_at(fact, on, policy) or 0) >= 1


def nominal_age(fact: DatedFact, on: dt.date) -> int | None:
    """Return the age by lunar years (虚岁): one at birth, one more at every lunar new year."""
    born, now = _lunar_birth_year(fact), _lunar_year(on)
    if born is None or now is None or now < born:
        return None
    return now - born + 1


def zodiac(fact: DatedFact) -> Zodiac | None:
    """Return the animal of the lunar year of birth, which turns at 正月初一, not in January."""
    year = _lunar_birth_year(fact)
    return None if year is None else _animal(year)


def _solar_day(fact: DatedFact, year: int, policy: RecurrencePolicy) -> tuple[int, int]:
    """Return month and day from which the anniversary of `year` counts."""
    common = year % 4 != 0 or (year % 100 == 0 and year % 400 != 0)
    if fact.is_29_february and common and policy.feb29 is Feb29.FEB28:
        return (2, 28)
    return (fact.month, fact.day)


def _lunar_day(fact: DatedFact, year: int, policy: RecurrencePolicy) -> tuple[int, bool, int]:
    """Return month, leap and day from which the anniversary of lunar `year` counts.

    Day 30 of a month of 29 days compares below the first of the next month, as it should.
    """
    leap = (
        fact.leap
        and lunar.leap_month(year) == fact.month
        and policy.leap_present is LeapPresent.LEAP
    )
    length = lunar.month_length(year, fact.month, leap=leap)
    day = min(fact.day, length) if policy.short_month is ShortMonth.LAST else fact.day
    return (fact.month, leap, day)


def _lunar_birth_year(fact: DatedFact) -> int | None:
    if fact.is_lunar:
        return fact.year
    if fact.month > _NEW_YEAR_BY and FIRST_YEAR <= (fact.year or 0) <= LAST_YEAR:
        return fact.year
    born = born_on(fact)
    return None if born is None else _lunar_year(born)


def _lunar_year(day: dt.date) -> int | None:
    try:
        return lunar.to_lunar(day).year
    except NoSuchLunarDay:
        return None


def _animal(lunar_year: int) -> Zodiac:
    # 1984 opened a cycle with the rat; four years after the years that twelve divides.
    return tuple(Zodiac)[(lunar_year - 4) % len(Zodiac)]
