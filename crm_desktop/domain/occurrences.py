"""When dated facts come round: by key for a look-up of many, directly for one.

Every stored fact carries the key `bucket_of` gives it. What happens in a window is found by
turning each day of the window into its keys and asking an index for them. No key holds the
Gregorian year: a lunar day falls in it never, once or twice.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from typing import Final

from crm_desktop.domain import lunar
from crm_desktop.domain.dates import (
    DEFAULT_POLICY,
    LONGEST_LUNAR_MONTH,
    DatedFact,
    Feb29,
    LeapAbsent,
    LeapPresent,
    RecurrencePolicy,
    Repeated,
    ShortMonth,
)
from crm_desktop.domain.lunar_years import FIRST_YEAR, LAST_YEAR

# 29 February is at most this many years away from the next one (1896 and 1904).
_SOLAR_REACH: Final = 8
# Of a lunar year with a leap month, the longest there is, too.
_HALF_A_YEAR: Final = dt.timedelta(days=193)


def bucket_of(fact: DatedFact, policy: RecurrencePolicy = DEFAULT_POLICY) -> str:
    """Return the key of a fact: s0512, s0229feb28, l0815, l1230last, L0615only.

    Only the choices of the policy that can matter to this fact are part of it.
    """
    place = f"{fact.month:02d}{fact.day:02d}"
    if not fact.is_lunar:
        return f"s{place}{policy.feb29 if fact.is_29_february else ''}"
    short = policy.short_month if fact.day == LONGEST_LUNAR_MONTH else ""
    if fact.leap:
        return f"L{place}{short}{_leap_suffix(policy.leap_absent, policy.leap_present)}"
    return f"l{place}{short}{'' if policy.repeated is Repeated.FIRST else policy.repeated}"


def buckets_on(day: dt.date) -> tuple[str, ...]:
    """Return every key that comes round on a Gregorian day, whatever the policy.

    Outside the lunar table (1901-02-19 through 2101-01-28) the solar keys alone.
    """
    if not lunar.FIRST_DAY <= day <= lunar.LAST_DAY:
        return _solar_buckets(day)
    today = lunar.to_lunar(day)
    keys = _solar_buckets(day) + _month_buckets(today, "")
    if today.day == LONGEST_LUNAR_MONTH:
        return keys + tuple(key for short in ShortMonth for key in _month_buckets(today, short))
    if today.day == LONGEST_LUNAR_MONTH - 1 and _length(today) == today.day:
        return keys + _month_buckets(today._replace(day=LONGEST_LUNAR_MONTH), ShortMonth.LAST)
    if today.day == 1 and day > lunar.FIRST_DAY:
        eve = lunar.to_lunar(day - dt.timedelta(days=1))
        if eve.day < LONGEST_LUNAR_MONTH:
            return keys + _month_buckets(eve._replace(day=LONGEST_LUNAR_MONTH), ShortMonth.NEXT)
    return keys


def buckets_between(first: dt.date, last: dt.date) -> dict[str, list[dt.date]]:
    """Return every key that comes round from `first` through `last`, with its days in order."""
    days: dict[str, list[dt.date]] = {}
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = dt.date.fromordinal(ordinal)
        for key in buckets_on(day):
            days.setdefault(key, []).append(day)
    return days


def occurrences(
    fact: DatedFact, policy: RecurrencePolicy, first: dt.date, last: dt.date
) -> list[dt.date]:
    """Return the days a fact comes round from `first` through `last`, in order.

    Year by year, without keys. The first is the first anniversary: neither the day itself
    nor a second day of its own lunar year counts.
    """
    years = range(max(first.year - 1, dt.MINYEAR), last.year + 1)
    days = {day for year in years for day in _in_cycle(fact, policy, year)}
    return sorted(day for day in days if first <= day <= last)


def next_occurrence(
    fact: DatedFact, policy: RecurrencePolicy, on_or_after: dt.date
) -> dt.date | None:
    """Return the first day a fact comes round from `on_or_after` on; None within the table.

    Some leap months return once in a century, or not before 2101.
    """
    start = max(on_or_after.year - 1, dt.MINYEAR)
    end = LAST_YEAR if fact.is_lunar else min(start + _SOLAR_REACH + 1, dt.MAXYEAR)
    for year in range(start, end + 1):
        for day in sorted(_in_cycle(fact, policy, year)):
            if day >= on_or_after:
                return day
    return None


def nearest_occurrence(fact: DatedFact, policy: RecurrencePolicy, to: dt.date) -> dt.date | None:
    """Return the day a fact comes round nearest to `to`, the later of two as near.

    None where it does not within half a year.
    """
    days = occurrences(fact, policy, to - _HALF_A_YEAR, to + _HALF_A_YEAR)
    return min(reversed(days), key=lambda day: abs(day - to), default=None)


def _in_cycle(fact: DatedFact, policy: RecurrencePolicy, year: int) -> Iterable[dt.date]:
    """Return the days of one solar or lunar year, without those up to the fact's own year."""
    if fact.year is not None and year <= fact.year:
        return ()
    if fact.is_lunar:
        return _lunar_cycle(fact, policy, year) if FIRST_YEAR <= year <= LAST_YEAR else ()
    return _solar_cycle(fact, policy, year)


def _solar_cycle(fact: DatedFact, policy: RecurrencePolicy, year: int) -> Iterable[dt.date]:
    if not fact.is_29_february or _is_leap(year):
        return (dt.date(year, fact.month, fact.day),)
    match policy.feb29:
        case Feb29.FEB28:
            return (dt.date(year, 2, 28),)
        case Feb29.MAR01:
            return (dt.date(year, 3, 1),)
        case Feb29.LEAP_YEARS:
            return ()


def _lunar_cycle(fact: DatedFact, policy: RecurrencePolicy, year: int) -> Iterator[dt.date]:
    for leap in _months_kept(fact, policy, has_leap=lunar.leap_month(year) == fact.month):
        short = fact.day > lunar.month_length(year, fact.month, leap=leap)
        if short and policy.short_month is ShortMonth.SKIP:
            continue
        last = lunar.to_solar(lunar.LunarDay(year, fact.month, fact.day - short, leap))
        moved = short and policy.short_month is ShortMonth.NEXT
        yield last + dt.timedelta(days=moved)


def _months_kept(fact: DatedFact, policy: RecurrencePolicy, *, has_leap: bool) -> tuple[bool, ...]:
    """Return the months of the fact's number that are kept: False ordinary, True leap."""
    if not has_leap:
        never = fact.leap and policy.leap_absent is LeapAbsent.LEAP_YEARS
        return () if never else (False,)
    if not fact.leap:
        return (False,) if policy.repeated is Repeated.FIRST else (False, True)
    match policy.leap_present:
        case LeapPresent.LEAP:
            return (True,)
        case LeapPresent.ORDINARY:
            return (False,)
        case LeapPresent.BOTH:
            return (False, True)


def _solar_buckets(day: dt.date) -> tuple[str, ...]:
    own = f"s{day.month:02d}{day.day:02d}"
    if (day.month, day.day) == (2, 29):
        return tuple(f"{own}{choice}" for choice in Feb29)
    stands_for_29 = {(2, 28): Feb29.FEB28, (3, 1): Feb29.MAR01}.get((day.month, day.day))
    if stands_for_29 is None or _is_leap(day.year):
        return (own,)
    return (own, f"s0229{stands_for_29}")


def _month_buckets(day: lunar.LunarDay, short: str) -> tuple[str, ...]:
    """Return the keys of `day`; day 30 has them under each choice for short months only."""
    if day.day == LONGEST_LUNAR_MONTH and not short:
        return ()
    has_leap = lunar.leap_month(day.year) == day.month
    place = f"{day.month:02d}{day.day:02d}{short}"
    return _place_buckets(place, in_leap=day.leap, has_leap=has_leap)


@cache
def _place_buckets(place: str, *, in_leap: bool, has_leap: bool) -> tuple[str, ...]:
    first = () if in_leap else (f"l{place}",)
    born_in_leap = (
        f"L{place}{_leap_suffix(absent, present)}"
        for absent, present in product(LeapAbsent, LeapPresent)
        if _is_kept(absent, present, in_leap=in_leap, has_leap=has_leap)
    )
    return (*first, f"l{place}{Repeated.BOTH}", *born_in_leap)


def _leap_suffix(absent: LeapAbsent, present: LeapPresent) -> str:
    only = "" if absent is LeapAbsent.ORDINARY else absent
    return f"{only}{'' if present is LeapPresent.LEAP else present}"


def _is_kept(absent: LeapAbsent, present: LeapPresent, *, in_leap: bool, has_leap: bool) -> bool:
    """Return whether somebody born in the leap month keeps this month."""
    if not has_leap:
        return absent is LeapAbsent.ORDINARY
    other = LeapPresent.ORDINARY if in_leap else LeapPresent.LEAP
    return present is not other


def _length(day: lunar.LunarDay) -> int:
    return lunar.month_length(day.year, day.month, leap=day.leap)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
