"""Why a typed date cannot be, said so that she knows which part to mend."""

from enum import StrEnum
from typing import Final

from crm_desktop.domain import lunar
from crm_desktop.domain.dates import LONGEST_LUNAR_MONTH, DatedFact, check
from crm_desktop.domain.lunar_years import FIRST_YEAR, LAST_YEAR

YEARS: Final = range(FIRST_YEAR, LAST_YEAR + 1)
_MONTHS: Final = range(1, 13)


class DateFault(StrEnum):
    """What is wrong with a date as it was typed."""

    UNREADABLE = "unreadable"
    YEAR_OUT_OF_RANGE = "year_out_of_range"
    NO_SUCH_MONTH = "no_such_month"
    NO_SUCH_DAY = "no_such_day"
    NO_29_FEBRUARY = "no_29_february"
    LUNAR_31 = "lunar_31"
    SHORT_MONTH = "short_month"
    NO_LEAP_MONTH = "no_leap_month"


def date_fault(fact: DatedFact) -> DateFault | None:
    """Return the reason why there is no such day, None where there is one.

    Phones that want a year write 0001 or 1604: years are taken from 1901 to 2100 alone.
    """
    if fact.year is not None and fact.year not in YEARS:
        return DateFault.YEAR_OUT_OF_RANGE
    if fact.month not in _MONTHS:
        return DateFault.NO_SUCH_MONTH
    if check(fact) is None:
        return None
    return _lunar_fault(fact) if fact.is_lunar else _solar_fault(fact)


def _solar_fault(fact: DatedFact) -> DateFault:
    return DateFault.NO_29_FEBRUARY if fact.is_29_february else DateFault.NO_SUCH_DAY


def _lunar_fault(fact: DatedFact) -> DateFault:
    if fact.day > LONGEST_LUNAR_MONTH:
        return DateFault.LUNAR_31
    if fact.year is None or fact.day < 1:
        return DateFault.NO_SUCH_DAY
    if fact.leap and lunar.leap_month(fact.year) != fact.month:
        return DateFault.NO_LEAP_MONTH
    return DateFault.SHORT_MONTH
