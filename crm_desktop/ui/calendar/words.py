"""The words of the calendar: lunar days, festivals, entries in short and in full."""

import datetime as dt
from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain import lunar
from crm_desktop.domain.day_sheet import MOVABLE, Entry, Facet, Standing, Whom
from crm_desktop.domain.occasions import Kind
from crm_desktop.services.calendar import DayFacts
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text import day
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.text.days import is_chinese, lunar_day_name, lunar_month_name, lunar_of
from crm_desktop.ui.text.discretion import discreet_name, is_discreet
from crm_desktop.ui.text.festivals import festival_name, name_of, term_name
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_FACETS: Final = {
    Facet.BIRTHDAY: QT_TRANSLATE_NOOP("CalendarWords", "Birthdays"),
    Facet.ANNIVERSARY: QT_TRANSLATE_NOOP("CalendarWords", "Anniversaries"),
    Facet.CHILD: QT_TRANSLATE_NOOP("CalendarWords", "Children"),
    Facet.FOLLOW_UP: QT_TRANSLATE_NOOP("CalendarWords", "Follow-ups"),
    Facet.PROMISE: QT_TRANSLATE_NOOP("CalendarWords", "Promises"),
    Facet.POINTS: QT_TRANSLATE_NOOP("CalendarWords", "Points"),
    Facet.FESTIVAL: QT_TRANSLATE_NOOP("CalendarWords", "Festivals"),
}
ICONS: Final = {
    Facet.BIRTHDAY: Icon.CAKE,
    Facet.ANNIVERSARY: Icon.HEART,
    Facet.CHILD: Icon.BABY,
    Facet.FOLLOW_UP: Icon.PHONE_CALL,
    Facet.PROMISE: Icon.CARE,
    Facet.POINTS: Icon.WALLET,
    Facet.FESTIVAL: Icon.PARTY,
}
_WHOM: Final = {
    Whom.ALL: QT_TRANSLATE_NOOP("CalendarWords", "All clients"),
    Whom.BIG: QT_TRANSLATE_NOOP("CalendarWords", "Big clients only"),
}
_STANDINGS: Final = {
    Standing.OPEN: "",
    Standing.LATE: QT_TRANSLATE_NOOP("CalendarWords", "Overdue"),
    Standing.ORDERED: QT_TRANSLATE_NOOP("CalendarWords", "Ordered"),
    Standing.DONE: QT_TRANSLATE_NOOP("CalendarWords", "Done"),
    Standing.LET_GO: QT_TRANSLATE_NOOP("CalendarWords", "Let go"),
    Standing.MISSED: QT_TRANSLATE_NOOP("CalendarWords", "Missed"),
}


def facet_name(facet: Facet) -> str:
    """Return `Birthdays`."""
    return _say(_FACETS[facet])


def whom_name(whom: Whom) -> str:
    """Return `Big clients only` or `Tier A only`."""
    if whom in _WHOM:
        return _say(_WHOM[whom])
    return _say(QT_TRANSLATE_NOOP("CalendarWords", "Tier {tier} only")).format(tier=whom.value)


def standing_name(standing: Standing) -> str:
    """Return how far she is, "" for what is open."""
    return _say(_STANDINGS[standing]) if _STANDINGS[standing] else ""


def lunar_short(on: dt.date) -> str:
    """Return the lunar day for a cell: `初九`, the month on its first day; `10.9` in English."""
    if not _has_lunar(on):
        return ""
    found = lunar.to_lunar(on)
    if is_chinese():
        if found.day == 1:
            return ("闰" if found.leap else "") + lunar_month_name(found.month)
        return lunar_day_name(found.day)
    if found.day > 1:
        return f"{found.month}.{found.day}"
    pattern = (
        QT_TRANSLATE_NOOP("CalendarWords", "Leap {month}.{day}")
        if found.leap
        else QT_TRANSLATE_NOOP("CalendarWords", "Lunar {month}.{day}")
    )
    return _say(pattern).format(month=found.month, day=found.day)


def lunar_whole(on: dt.date) -> str:
    """Return `农历十月十四` or `lunar month 10, day 14`, "" where no table says."""
    if not _has_lunar(on):
        return ""
    return lunar_of(on)


def festival_words(facts: DayFacts) -> list[str]:
    """Return the festivals and the solar term of a day, each once."""
    names = [name_of(festival) for festival in facts.festivals if festival.is_on]
    if facts.term is not None:
        names.append(term_name(facts.term))
    return list(dict.fromkeys(names))


def day_off_words(facts: DayFacts) -> str:
    """Return that a day is off, or worked although its weekday is off."""
    if facts.is_off:
        return _say(QT_TRANSLATE_NOOP("CalendarWords", "Day off"))
    if facts.is_worked:
        return _say(QT_TRANSLATE_NOOP("CalendarWords", "Worked"))
    return ""


def day_off_sign(facts: DayFacts) -> str:
    """Return the one sign for it in a cell: `休`, `班`."""
    if facts.is_off:
        return _say(QT_TRANSLATE_NOOP("CalendarWords", "off"))
    if facts.is_worked:
        return _say(QT_TRANSLATE_NOOP("CalendarWords", "work"))
    return ""


def whose_entry(entry: Entry) -> str:
    """Return `王姐`, `王姐 · 朵朵`, or the name of a festival."""
    if entry.facet is Facet.FESTIVAL:
        return entry.client or festival_name(entry.label)
    client = discreet_name(entry.client)
    if entry.relation is None:
        return client
    person = discreet_name(entry.person) or choice(entry.relation)
    return _say(QT_TRANSLATE_NOOP("CalendarWords", "{client} · {person}")).format(
        client=client, person=person
    )


def what(entry: Entry) -> str:
    """Return what the entry is: `Birthday`, `Follow-up`, or the name of a day she values."""
    if entry.facet is Facet.FESTIVAL:
        pattern = _say(QT_TRANSLATE_NOOP("CalendarWords", "{count} to greet"))
        return pattern.format(count=entry.clients)
    if entry.kind is Kind.VALUED and entry.label and not is_discreet():
        return entry.label
    words = choice(entry.kind)
    return followed(words[:1].upper() + words[1:], entry)


def shortly(entry: Entry) -> str:
    """Return what the entry is beside the sign of its kind: what is to be followed up alone."""
    if entry.source in MOVABLE and entry.label and not is_discreet():
        return entry.label
    return what(entry)


def followed(words: str, entry: Entry) -> str:
    """Return what is to be followed up behind its kind: `Promise: a sample of the cream`."""
    if entry.source not in MOVABLE or not entry.label or is_discreet():
        return words
    pattern = _say(QT_TRANSLATE_NOOP("CalendarWords", "{kind}: {what}"))
    return pattern.format(kind=words, what=entry.label)


def told_entry(entry: Entry) -> str:
    """Return an entry in one line, with how far she is."""
    pattern = _say(QT_TRANSLATE_NOOP("CalendarWords", "{whose}: {what}"))
    told = pattern.format(whose=whose_entry(entry), what=what(entry))
    standing = standing_name(entry.standing)
    return f"{told} · {standing}" if standing else told


def told_day(on: dt.date, facts: DayFacts, entries: Iterable[Entry]) -> str:
    """Return a day for a screen reader: its names, then every entry in a line of its own."""
    head = [day(on), lunar_whole(on), *festival_words(facts), day_off_words(facts)]
    return "\n".join([" ".join(filter(None, head)), *map(told_entry, entries)])


def _has_lunar(on: dt.date) -> bool:
    return lunar.FIRST_DAY <= on <= lunar.LAST_DAY


def _say(english: str) -> str:
    return QCoreApplication.translate("CalendarWords", english)
