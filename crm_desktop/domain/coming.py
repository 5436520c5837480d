"""The next days of one dated fact, each with what the calendar made of it."""

import datetime as dt
from enum import StrEnum
from typing import Final, NamedTuple

from crm_desktop.domain import lunar
from crm_desktop.domain.dates import LONGEST_LUNAR_MONTH, DatedFact, RecurrencePolicy
from crm_desktop.domain.occurrences import next_occurrence, occurrences

SHOWN: Final = 3
_ONE_DAY: Final = dt.timedelta(days=1)


class Turn(StrEnum):
    """Why a day is not simply the same again.

    COMMON_YEAR: no 29 February that year. SHORT_MONTH: that month has 29 days. NO_LEAP: born in
    a leap month the year lacks. ORDINARY: born in the leap month, kept in the one before it.
    FIRST, AGAIN: the year repeats the month, kept in the first, or in the leap month as well.
    """

    COMMON_YEAR = "common_year"
    SHORT_MONTH = "short_month"
    NO_LEAP = "no_leap"
    ORDINARY = "ordinary"
    FIRST = "first"
    AGAIN = "again"


class Coming(NamedTuple):
    """A day on which a fact comes round, and why on this one."""

    on: dt.date
    turns: tuple[Turn, ...]


def this_and_next(fact: DatedFact, policy: RecurrencePolicy, today: dt.date) -> tuple[Coming, ...]:
    """Return the days of this solar year, gone or ahead, and those that follow: three in all.

    Four where this year has two and both are gone, so that two days ahead are always told;
    fewer where the lunar table ends.
    """
    end = dt.date(today.year, 12, 31)
    here = occurrences(fact, policy, dt.date(today.year, 1, 1), end)
    gone = sum(day < today for day in here)
    wanted = max(SHOWN, gone + SHOWN - 1)
    days = list(here)
    while len(days) < wanted:
        following = next_occurrence(fact, policy, (days[-1] if days else end) + _ONE_DAY)
        if following is None:
            break
        days.append(following)
    return tuple(Coming(day, turns(fact, day)) for day in days)


def turns(fact: DatedFact, on: dt.date) -> tuple[Turn, ...]:
    """Return why a fact comes round on `on` and not simply on its own day; mostly nothing."""
    if not fact.is_lunar:
        moved = fact.is_29_february and (on.month, on.day) != (2, 29)
        return (Turn.COMMON_YEAR,) if moved else ()
    day = lunar.to_lunar(on)
    is_short = fact.day == LONGEST_LUNAR_MONTH and day.day != fact.day
    if is_short and day.day == 1:
        day = lunar.to_lunar(on - _ONE_DAY)
    leap = _leap_turn(fact, day)
    return (*((leap,) if leap else ()), *((Turn.SHORT_MONTH,) if is_short else ()))


def _leap_turn(fact: DatedFact, day: lunar.LunarDay) -> Turn | None:
    has_leap = lunar.leap_month(day.year) == fact.month
    if fact.leap:
        if not has_leap:
            return Turn.NO_LEAP
        return None if day.leap else Turn.ORDINARY
    if not has_leap:
        return None
    return Turn.AGAIN if day.leap else Turn.FIRST
