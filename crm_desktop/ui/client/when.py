"""Days on the page: near ones as she says them, ages and animals beside birthdays."""

import datetime as dt
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.ages import Zodiac, age_at, zodiac
from crm_desktop.domain.dates import Calendar, DatedFact, policy_from_code
from crm_desktop.domain.records import ClientDate, DateKind
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.text import dated_fact, day_with_year, relative
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


def next_words(date: ClientDate, shown: Shown) -> str:
    """Return ` → the day after tomorrow`, "" where the day itself says it or reminders stopped."""
    for each in shown.file.next_days:
        if each.date_id == date.id and each.on is not None:
            is_near = (each.on - shown.today).days <= _NEAR
            return f" → {day_words(each.on, shown.today)}" if is_near or each.is_lunar else ""
    return ""
