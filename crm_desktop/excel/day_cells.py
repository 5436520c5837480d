"""A dated fact as a cell: a typed date where it is one, else text she reads and we read back."""

import datetime as dt
from collections.abc import Iterable
from typing import Final

from crm_desktop.domain.dates import DatedFact
from crm_desktop.domain.records import ClientDate
from crm_desktop.excel import words

_MONTHS: Final = ["正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊"]
_DIGITS: Final = " 一二三四五六七八九十"
_EXCEL_BEGINS: Final = 1901


def day_cell(fact: DatedFact) -> dt.date | str:
    """Return a date for a solar day with its year, else 5月29日 or 农历1972年正月初八.

    Years up to 1900, which programs count differently or not at all, and days no calendar has
    stay text.
    """
    if fact.is_lunar or fact.year is None or fact.year < _EXCEL_BEGINS:
        return day_text(fact)
    try:
        return dt.date(fact.year, fact.month, fact.day)
    except ValueError:
        return day_text(fact)


def day_text(fact: DatedFact) -> str:
    """Return the day in Chinese words: 1986年9月18日, 5月29日, 农历闰五月廿一."""
    year = "" if fact.year is None else f"{fact.year}年"
    if not fact.is_lunar:
        return f"{year}{fact.month}月{fact.day}日"
    leap = "闰" if fact.leap else ""
    return f"农历{year}{leap}{_MONTHS[fact.month - 1]}月{_lunar_day(fact.day)}"


def days_text(dates: Iterable[ClientDate]) -> str:
    """Return several dates in one cell: 订婚纪念 2009年5月1日;生日 农历八月十五."""
    return ";".join(
        f"{date.label or date.origin or words.word(words.DATE_KIND, date.kind)} "
        f"{day_text(date.fact)}"
        for date in dates
    )


def _lunar_day(day: int) -> str:
    if day <= 10:  # noqa: PLR2004 - the first ten days have a form of their own
        return f"初{_DIGITS[day]}"
    if day in {20, 30}:
        return f"{_DIGITS[day // 10]}十"
    tens, units = divmod(day, 10)
    return f"{'十廿'[tens - 1]}{_DIGITS[units]}"
