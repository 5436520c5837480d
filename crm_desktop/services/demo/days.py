"""Dated facts that come round on a wished day, and years that fit them."""

import datetime as dt
from typing import Final

from crm_desktop.domain import lunar
from crm_desktop.domain.dates import DEFAULT_POLICY, Calendar, DatedFact, check
from crm_desktop.domain.occurrences import occurrences

_TRIED_YEARS: Final = 12


def fact_on(day: dt.date, calendar: Calendar, age: int | None) -> DatedFact:
    """Return a fact that comes round on `day`, `age` or a few years more after its own year.

    Without a fitting year (a rare leap month) or with `age` None the year is unknown; outside
    the lunar table a lunar wish gets a solar fact.
    """
    in_table = lunar.FIRST_DAY <= day <= lunar.LAST_DAY
    if calendar is Calendar.LUNAR and in_table:
        it = lunar.to_lunar(day)
        bare = DatedFact(calendar=calendar, month=it.month, day=it.day, leap=it.leap)
        this_year = it.year
    else:
        bare = DatedFact(calendar=Calendar.SOLAR, month=day.month, day=day.day)
        this_year = day.year
    if age is None:
        return bare
    for year in range(this_year - age, this_year - age - _TRIED_YEARS, -1):
        fact = DatedFact(
            calendar=bare.calendar, year=year, month=bare.month, day=bare.day, leap=bare.leap
        )
        if check(fact) is None and occurrences(fact, DEFAULT_POLICY, day, day):
            return fact
    return bare
