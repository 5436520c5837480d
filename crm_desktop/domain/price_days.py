"""Days on which flowers and small gifts cost a multiple: 2/14, 5/20, 七夕, Mother's Day."""

import contextlib
import datetime as dt
from enum import StrEnum
from typing import Final

from crm_desktop.domain import lunar
from crm_desktop.domain.errors import NoSuchLunarDay

_SUNDAY: Final = 6
_WEEK: Final = 7


class PriceDay(StrEnum):
    """A day of dear flowers."""

    VALENTINE = "valentine"
    MAY_20 = "may_20"
    QIXI = "qixi"
    MOTHERS_DAY = "mothers_day"


def price_days(year: int) -> dict[dt.date, PriceDay]:
    """Return the days of one year; 七夕 is left out beyond the lunar table (1901 to 2100)."""
    days = {
        dt.date(year, 2, 14): PriceDay.VALENTINE,
        mothers_day(year): PriceDay.MOTHERS_DAY,
        dt.date(year, 5, 20): PriceDay.MAY_20,
    }
    with contextlib.suppress(NoSuchLunarDay):
        days[lunar.to_solar(lunar.LunarDay(year, 7, 7))] = PriceDay.QIXI
    return days


def mothers_day(year: int) -> dt.date:
    """Return the second Sunday of May."""
    first = dt.date(year, 5, 1)
    to_sunday = (_SUNDAY - first.weekday()) % _WEEK
    return first + dt.timedelta(days=to_sunday + _WEEK)
