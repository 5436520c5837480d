"""Days on the page: near ones as she says them, both calendars, ages and animals."""

import datetime as dt
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain import lunar
from crm_desktop.domain.ages import Zodiac, age_at, zodiac
from crm_desktop.domain.dates import Calendar, DatedFact, born_on, policy_from_code
from crm_desktop.domain.occurrences import occurrences
from crm_desktop.domain.records import ClientDate, DateKind
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.text import dated_fact, day_with_year, lunar_of, relative
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_NEAR: Final = 14

_ANIMALS: Final = {
    Zodiac.RAT: QT_TRANSLATE_NOOP("Zodiac", "rat"),
    Zodiac.OX: QT_TRANSLATE_NOOP("Zodiac", "ox"),
    Zodiac.TIGER: QT_TRANSLATE_NOOP("Zodiac", "tiger"),
    Zodiac.RABBIT: QT_TRANSLATE_NOOP("Zodiac", "rabbit"),
    Zodiac.DRAGON: QT_TRANSLATE_NOOP("Zodiac", "dragon"),
    Zodiac.SNAKE: QT_TRANSLATE_NOOP("Zodiac", "snake"),
    Zodiac.HORSE: QT_TRANSLATE_NOOP("Zodiac", "horse"),
    Zodiac.GOAT: QT_TRANSLATE_NOOP("Zodiac", "goat"),
    Zodiac.MONKEY: QT_TRANSLATE_NOOP("Zodiac", "monkey"),
    Zodiac.ROOSTER: QT_TRANSLATE_NOOP("Zodiac", "rooster"),
    Zodiac.DOG: QT_TRANSLATE_NOOP("Zodiac", "dog"),
    Zodiac.PIG: QT_TRANSLATE_NOOP("Zodiac", "pig"),
}


def day_words(on: dt.date | None, today: dt.date) -> str:
    """Return a day: `tomorrow`, `12 days ago`, `6 Dec`, `6 Dec 2024`; "" for none."""
    if on is None or on == dt.date.min:
        return ""
    if abs((on - today).days) <= _NEAR:
        return relative(on, today)
    if on.year == today.year:
        return dated_fact(DatedFact(calendar=Calendar.SOLAR, month=on.month, day=on.day))
    return day_with_year(on)


def age_words(date: ClientDate, today: dt.date) -> str:
    """Return `8 years, goat` of a birthday, `12 years` of a wedding, "" without the year."""
    years = age_at(date.fact, today, policy_from_code(date.policy))
    if years is None:
        return ""
    told = QCoreApplication.translate("Zodiac", "{years} years").format(years=years)
    animal = zodiac(date.fact)
    if date.kind is DateKind.WEDDING:
        return QCoreApplication.translate("Zodiac", "{years} years married").format(years=years)
    if date.kind is not DateKind.BIRTHDAY:
        return QCoreApplication.translate("Zodiac", "{years} years on").format(years=years)
    if animal is None:
        return told
    pattern = QCoreApplication.translate("Zodiac", "{age}, {animal}")
    return pattern.format(age=told, animal=QCoreApplication.translate("Zodiac", _ANIMALS[animal]))


def both_calendars(date: ClientDate) -> str:
    """Return the day as it was told, with the same day in the other calendar where it is known."""
    told, born = dated_fact(date.fact), born_on(date.fact)
    if born is None:
        return told
    if date.fact.is_lunar:
        other = dated_fact(DatedFact(calendar=Calendar.SOLAR, month=born.month, day=born.day))
    elif lunar.FIRST_DAY <= born <= lunar.LAST_DAY:
        other = lunar_of(born)
    else:
        return told
    pattern = QCoreApplication.translate("Zodiac", "{day} ({other})")
    return pattern.format(day=told, other=other)


def round_words(date: ClientDate, shown: Shown) -> str:
    """Return `this year 26 Apr · next 16 Apr 2027, in 145 days`; "" where reminders stopped."""
    nearest = next((each.on for each in shown.file.next_days if each.date_id == date.id), None)
    if nearest is None:
        return ""
    return joined(_this_year(date, shown.today), _next(nearest, shown.today))


def _this_year(date: ClientDate, today: dt.date) -> str:
    """Return the solar day of this year where the calendar alone does not say it."""
    if not date.fact.is_lunar:
        return ""
    first, last = today.replace(month=1, day=1), today.replace(month=12, day=31)
    days = occurrences(date.fact, policy_from_code(date.policy), first, last)
    if not days:
        return ""
    pattern = QCoreApplication.translate("Zodiac", "this year {days}")
    told = [dated_fact(DatedFact(calendar=Calendar.SOLAR, month=d.month, day=d.day)) for d in days]
    return pattern.format(days="、".join(told))


def _next(on: dt.date, today: dt.date) -> str:
    near = relative(on, today)
    if 0 <= (on - today).days <= _NEAR:
        return QCoreApplication.translate("Zodiac", "next {near}").format(near=near)
    day = QCoreApplication.translate("Zodiac", "next {day}, {near}")
    return day.format(day=day_words(on, today), near=near)


def learnt_words(record: object, today: dt.date) -> str:
    """Return `Learnt 2 Nov: WeChat`, "" where a record does not say when or from where."""
    on, source = getattr(record, "learnt_on", None), getattr(record, "learnt_from", "")
    if on is None and not source:
        return ""
    if not source:
        return QCoreApplication.translate("Zodiac", "Learnt {day}").format(day=day_words(on, today))
    pattern = QCoreApplication.translate("Zodiac", "Learnt {day}: {source}")
    return pattern.format(day=day_words(on, today), source=source).replace(" :", ":")


def joined(*parts: str) -> str:
    """Return the parts that say something, a dot between them."""
    return " · ".join(part for part in parts if part)
