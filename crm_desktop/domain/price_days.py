"""Days on which flowers and small gifts cost a multiple: 2/14, 5/20, 七夕, Mother's Day."""

import datetime as dt
from enum import StrEnum
from typing import Final

from crm_desktop.domain.festival_days import DayKind, FestivalDay, days_in


class PriceDay(StrEnum):
    """A day of dear flowers."""

    VALENTINE = "valentine"
    MAY_20 = "may_20"
    QIXI = "qixi"
    MOTHERS_DAY = "mothers_day"


_DAYS: Final = {
    PriceDay.VALENTINE: FestivalDay(kind=DayKind.SOLAR, month=2, day=14),
    PriceDay.MOTHERS_DAY: FestivalDay(kind=DayKind.WEEKDAY, month=5, weekday=7, nth=2),
    PriceDay.MAY_20: FestivalDay(kind=DayKind.SOLAR, month=5, day=20),
    PriceDay.QIXI: FestivalDay(kind=DayKind.LUNAR, month=7, day=7),
}


def price_days(year: int) -> dict[dt.date, PriceDay]:
    """Return the days of one year; 七夕 is left out beyond the lunar table (1901 to 2100)."""
    return {day: name for name, rule in _DAYS.items() for day in days_in(rule, year)}
