"""Days in words: `11 月 23 日 周一`, *the day after tomorrow*, lunar days."""

import datetime as dt

from PySide6.QtCore import QCoreApplication, QLocale

from crm_desktop.domain import lunar
from crm_desktop.domain.dates import DatedFact
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_WEEKDAYS = (
    QT_TRANSLATE_NOOP("Days", "Mon"),
    QT_TRANSLATE_NOOP("Days", "Tue"),
    QT_TRANSLATE_NOOP("Days", "Wed"),
    QT_TRANSLATE_NOOP("Days", "Thu"),
    QT_TRANSLATE_NOOP("Days", "Fri"),
    QT_TRANSLATE_NOOP("Days", "Sat"),
    QT_TRANSLATE_NOOP("Days", "Sun"),
)
_MONTHS = (
    QT_TRANSLATE_NOOP("Days", "Jan"),
    QT_TRANSLATE_NOOP("Days", "Feb"),
    QT_TRANSLATE_NOOP("Days", "Mar"),
    QT_TRANSLATE_NOOP("Days", "Apr"),
    QT_TRANSLATE_NOOP("Days", "May"),
    QT_TRANSLATE_NOOP("Days", "Jun"),
    QT_TRANSLATE_NOOP("Days", "Jul"),
    QT_TRANSLATE_NOOP("Days", "Aug"),
    QT_TRANSLATE_NOOP("Days", "Sep"),
    QT_TRANSLATE_NOOP("Days", "Oct"),
    QT_TRANSLATE_NOOP("Days", "Nov"),
    QT_TRANSLATE_NOOP("Days", "Dec"),
)
_NEAR = {
    -2: QT_TRANSLATE_NOOP("Days", "two days ago"),
    -1: QT_TRANSLATE_NOOP("Days", "yesterday"),
    0: QT_TRANSLATE_NOOP("Days", "today"),
    1: QT_TRANSLATE_NOOP("Days", "tomorrow"),
    2: QT_TRANSLATE_NOOP("Days", "the day after tomorrow"),
}
# The Chinese names of lunar days; other languages count them.
_LUNAR_MONTHS = "正二三四五六七八九十冬腊"
_LUNAR_TENS = ("初", "十", "廿", "三")
_DIGITS = "十一二三四五六七八九"


def weekday(on: dt.date) -> str:
    """Return `Mon` or `周一`."""
    return QCoreApplication.translate("Days", _WEEKDAYS[on.weekday()])


def month_name(month: int) -> str:
    """Return `Nov` or `11 月`."""
    return QCoreApplication.translate("Days", _MONTHS[month - 1])


def day(on: dt.date) -> str:
    """Return `Mon 23 Nov` or `11 月 23 日 周一`."""
    pattern = QCoreApplication.translate("Days", "{weekday} {day} {month}")
    return pattern.format(weekday=weekday(on), day=on.day, month=month_name(on.month))


def day_with_year(on: dt.date) -> str:
    """Return `23 Nov 2026` or `2026 年 11 月 23 日`."""
    pattern = QCoreApplication.translate("Days", "{day} {month} {year}")
    return pattern.format(day=on.day, month=month_name(on.month), year=on.year)


def month_and_year(on: dt.date) -> str:
    """Return `Nov 2026` or `2026 年 11 月`."""
    pattern = QCoreApplication.translate("Days", "{month} {year}")
    return pattern.format(month=month_name(on.month), year=on.year)


def relative(on: dt.date, today: dt.date) -> str:
    """Return how far `on` is: today, tomorrow, the day after; then `in 5 days`, `5 days ago`."""
    days = (on - today).days
    if days in _NEAR:
        return QCoreApplication.translate("Days", _NEAR[days])
    if days > 0:
        return QCoreApplication.translate("Days", "in {days} days").format(days=days)
    return QCoreApplication.translate("Days", "{days} days ago").format(days=-days)


def since(on: dt.date | None, today: dt.date) -> str:
    """Return how long ago `on` was, or that it never was."""
    if on is None:
        return QCoreApplication.translate("Days", "never")
    return relative(on, today)


def day_and_relative(on: dt.date, today: dt.date) -> str:
    """Return `Mon 23 Nov · tomorrow`; with the year where it is not this one."""
    told = day(on) if on.year == today.year else day_with_year(on)
    return f"{told} · {relative(on, today)}"


def lunar_month_name(month: int) -> str:
    """Return `正月` ... `腊月`, or `month 1` ... `month 12`."""
    if not is_chinese():
        return QCoreApplication.translate("Days", "month {number}").format(number=month)
    return f"{_LUNAR_MONTHS[month - 1]}月"


def lunar_day_name(day_of_month: int) -> str:
    """Return `初一` ... `三十`, or `day 1` ... `day 30`."""
    if not is_chinese():
        return QCoreApplication.translate("Days", "day {number}").format(number=day_of_month)
    tens, ones = divmod(day_of_month, 10)
    if ones == 0 and tens > 1:
        return ("二", "三")[tens - 2] + "十"
    return _LUNAR_TENS[tens if ones else 0] + _DIGITS[ones]


def lunar_day(month: int, day_of_month: int, *, leap: bool = False) -> str:
    """Return `农历十月十四` or `lunar month 10, day 14`; `农历闰六月初一` in a leap month."""
    pattern = (
        QCoreApplication.translate("Days", "lunar leap {month}, {day}")
        if leap
        else QCoreApplication.translate("Days", "lunar {month}, {day}")
    )
    return pattern.format(month=lunar_month_name(month), day=lunar_day_name(day_of_month))


def dated_fact(fact: DatedFact) -> str:
    """Return the fact as it was told: `12 May 1987`, `12 May`, `农历 1987 年四月十五`."""
    if fact.is_lunar:
        return _lunar_fact(fact)
    pattern = (
        QCoreApplication.translate("Days", "{day} {month}")
        if fact.year is None
        else QCoreApplication.translate("Days", "{day} {month} {year}")
    )
    return pattern.format(day=fact.day, month=month_name(fact.month), year=fact.year)


def _lunar_fact(fact: DatedFact) -> str:
    if fact.year is None:
        return lunar_day(fact.month, fact.day, leap=fact.leap)
    pattern = (
        QCoreApplication.translate("Days", "lunar {year}, leap {month}, {day}")
        if fact.leap
        else QCoreApplication.translate("Days", "lunar {year}, {month}, {day}")
    )
    month, day_of_month = lunar_month_name(fact.month), lunar_day_name(fact.day)
    return pattern.format(year=fact.year, month=month, day=day_of_month)


def is_chinese() -> bool:
    """Return whether the app speaks Chinese; some words are made there of others."""
    return QLocale().language() is QLocale.Language.Chinese


def lunar_of(on: dt.date) -> str:
    """Return the lunar day `on` is; beyond the lunar table the whole date with its year."""
    if not lunar.FIRST_DAY <= on <= lunar.LAST_DAY:
        return day_with_year(on)
    found = lunar.to_lunar(on)
    return lunar_day(found.month, found.day, leap=found.leap)
