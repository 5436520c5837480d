"""The days of a young child that follow from its birthday: 满月, 百日, the first day of school."""

import datetime as dt
from typing import Final

from crm_desktop.domain import lunar
from crm_desktop.domain.occasions import Milestone

_HUNDRED: Final = 100
_SCHOOL_AGE: Final = 6
# A lunar month has 29 days or 30, and 满月 lies one of its own after the birth.
_SHORTEST: Final = dt.timedelta(days=29)
_LONGEST: Final = dt.timedelta(days=30)
_SEPTEMBER: Final = 9
# The first and the last year of birth, counted back from a day, of whom it can be a milestone.
_YEARS_BACK: Final = (0, 1, 2, 6, 7, 8)


def milestone_days(born: dt.date) -> tuple[tuple[Milestone, dt.date], ...]:
    """Return the days of a child born on the Gregorian day `born`, in order.

    满月 is the same lunar day of the lunar month that follows, the leap month where one does,
    and its last day where the month is a day shorter: 弥月, for which the family invites to
    满月酒. 百日 is the hundredth day, the day of birth counted. School begins on 1 September of
    the year in which the child is six by 31 August (Compulsory Education Law of the PRC, art.
    11). 满月 is left out beyond the lunar table; 周岁 and 18 are birthdays, see `marks`.
    """
    month = _full_month(born)
    full = () if month is None else ((Milestone.FULL_MONTH, month),)
    return (*full, (Milestone.HUNDRED_DAYS, _hundred(born)), (Milestone.SCHOOL, _school(born)))


def milestones_within(
    born: dt.date, first: dt.date, last: dt.date
) -> tuple[tuple[Milestone, dt.date], ...]:
    """Return those of `milestone_days` from `first` through `last`.

    Most children have none there: only where 满月 is near, the lunar calendar is asked.
    """
    is_near = born + _SHORTEST <= last and first <= born + _LONGEST
    is_other = first <= _hundred(born) <= last or first <= _school(born) <= last
    if not is_near and not is_other:
        return ()
    return tuple(each for each in milestone_days(born) if first <= each[1] <= last)


def birth_years(first: dt.date, last: dt.date) -> frozenset[int]:
    """Return every year of birth, in either calendar, of whom a milestone may fall in a window.

    A sieve for a query: whoever was born in another year has no milestone from `first`
    through `last`.
    """
    years = range(first.year, last.year + 1)
    return frozenset(year - back for year in years for back in _YEARS_BACK)


def _full_month(born: dt.date) -> dt.date | None:
    if not lunar.FIRST_DAY <= born <= lunar.LAST_DAY:
        return None
    day = lunar.to_lunar(born)
    own_length = lunar.month_length(day.year, day.month, leap=day.leap)
    begins = born + dt.timedelta(days=own_length - day.day + 1)
    if begins > lunar.LAST_DAY:
        return None
    following = lunar.to_lunar(begins)
    length = lunar.month_length(following.year, following.month, leap=following.leap)
    return begins + dt.timedelta(days=min(day.day, length) - 1)


def _hundred(born: dt.date) -> dt.date:
    return born + dt.timedelta(days=_HUNDRED - 1)


def _school(born: dt.date) -> dt.date:
    too_late = born.month >= _SEPTEMBER
    return dt.date(born.year + _SCHOOL_AGE + too_late, _SEPTEMBER, 1)
