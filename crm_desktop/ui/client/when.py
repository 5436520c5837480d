"""Days on the page: near ones as she says them, both calendars, ages and animals."""

import datetime as dt
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain import lunar
from crm_desktop.domain.ages import Zodiac, age_at, nominal_age, zodiac
from crm_desktop.domain.coming import this_and_next
from crm_desktop.domain.dates import Calendar, DatedFact, born_on, policy_from_code
from crm_desktop.domain.records import ClientDate, DateKind
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.text import dated_fact, day_with_year, lunar_of, relative
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_NEAR: Final = 14
_MONTHS: Final = 12
_WORTH_COUNTING: Final = dt.timedelta(days=60)

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


def age_words(date: ClientDate, today: dt.date, *, counts_both: bool = False) -> str:
    """Return `8 years, goat` of a birthday, `12 years married` of a wedding, "" without the year.

    With `counts_both` the age by lunar years (虚岁) stands beside the full one.
    """
    years = age_at(date.fact, today, policy_from_code(date.policy))
    if years is None:
        return ""
    if date.kind is DateKind.WEDDING:
        return QCoreApplication.translate("Zodiac", "{years} years married").format(years=years)
    if date.kind is not DateKind.BIRTHDAY:
        return QCoreApplication.translate("Zodiac", "{years} years on").format(years=years)
    nominal = nominal_age(date.fact, today) if counts_both else None
    told, animal = years_words(years, nominal) or _months_words(date, today), zodiac(date.fact)
    if animal is None:
        return told
    pattern = QCoreApplication.translate("Zodiac", "{age}, {animal}")
    return pattern.format(age=told, animal=QCoreApplication.translate("Zodiac", _ANIMALS[animal]))


def years_words(years: int, nominal: int | None) -> str:
    """Return `8 years`, `8 岁（虚岁 9）`; "" in the first year."""
    if not years:
        return ""
    if nominal is None:
        return QCoreApplication.translate("Zodiac", "{years} years").format(years=years)
    if years == 1:
        return QCoreApplication.translate("Zodiac", "1 year ({nominal} lunar)").format(
            nominal=nominal
        )
    pattern = QCoreApplication.translate("Zodiac", "{years} years ({nominal} lunar)")
    return pattern.format(years=years, nominal=nominal)


def _months_words(date: ClientDate, today: dt.date) -> str:
    """Return `3 months`, `12 days` of a baby."""
    born = born_on(date.fact) or today
    months = (today.year - born.year) * _MONTHS + today.month - born.month
    months -= today.day < born.day
    if months < 1:
        days = (today - born).days
        return QCoreApplication.translate("Zodiac", "{days} days old").format(days=days)
    if months == 1:
        return QCoreApplication.translate("Zodiac", "1 month old")
    return QCoreApplication.translate("Zodiac", "{months} months old").format(months=months)


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
    """Return `this year 26 Apr · 16 Apr 2027 · 4 May 2028`, or `26 Nov (in 4 days) · …`.

    The two days that follow are told where the calendar alone does not say them; how far off the
    next is no more once this year's is gone and the next far away: the line has an end. "" where
    the day does not remind.
    """
    today = shown.today
    nearest = next((each.on for each in shown.file.next_days if each.date_id == date.id), None)
    if nearest is None:
        return ""
    if not (date.fact.is_lunar or date.fact.is_29_february):
        return _next(nearest, today)
    days = [each.on for each in this_and_next(date.fact, policy_from_code(date.policy), today)]
    gone = [day for day in days if day < today]
    ahead = [day for day in days if day > nearest]
    between = QCoreApplication.translate("Zodiac", ", ", "between days")
    passed = QCoreApplication.translate("Zodiac", "this year {days}")
    told = between.join(_day(on, today) for on in gone)
    near = QCoreApplication.translate("Zodiac", "{day} ({near})")
    return joined(
        passed.format(days=told) if gone else "",
        _day(nearest, today)
        if gone and nearest - today > _WORTH_COUNTING
        else near.format(day=_day(nearest, today), near=relative(nearest, today)),
        *(_day(on, today) for on in ahead),
    )


def _day(on: dt.date, today: dt.date) -> str:
    if on.year != today.year:
        return day_with_year(on)
    return dated_fact(DatedFact(calendar=Calendar.SOLAR, month=on.month, day=on.day))


def _next(on: dt.date, today: dt.date) -> str:
    if 0 <= (on - today).days <= _NEAR:
        near = QCoreApplication.translate("Zodiac", "next {near}")
        return near.format(near=relative(on, today))
    pattern = QCoreApplication.translate("Zodiac", "next {day}, {near}")
    return pattern.format(day=_day(on, today), near=relative(on, today))


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
