"""The cells of the client list in words."""

import datetime as dt
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.records import DateKind
from crm_desktop.services.client_list import ClientLine, Missing, Sort
from crm_desktop.ui.text import dated_fact, day_with_year, money, relative
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.text.discretion import (
    discreet,
    discreet_name,
    discreet_phone,
    is_discreet,
)
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

NOTHING: Final = "—"
"""Stands where nothing is known."""

NEAR: Final = 2
"""Days up to which a coming day is told as today, tomorrow, the day after."""

_SOON_TOLD: Final = 14
_MOBILE: Final = 11

_MISSING: Final = {
    Missing.PHONE: QT_TRANSLATE_NOOP("ClientList", "phone"),
    Missing.BIRTHDAY: QT_TRANSLATE_NOOP("ClientList", "own birthday"),
    Missing.HUSBAND_BIRTHDAY: QT_TRANSLATE_NOOP("ClientList", "husband's birthday"),
    Missing.CHILD_BIRTHDAY: QT_TRANSLATE_NOOP("ClientList", "child's birthday"),
    Missing.FAMILY: QT_TRANSLATE_NOOP("ClientList", "family"),
    Missing.LAST_TALK: QT_TRANSLATE_NOOP("ClientList", "last talk"),
}
_SORTS: Final = {
    Sort.NAME: QT_TRANSLATE_NOOP("ClientList", "By name"),
    Sort.TIER: QT_TRANSLATE_NOOP("ClientList", "By tier"),
    Sort.LAST_VISIT: QT_TRANSLATE_NOOP("ClientList", "By last visit"),
    Sort.PAID_TOTAL: QT_TRANSLATE_NOOP("ClientList", "By all she paid"),
}


def lacking(what: Missing) -> str:
    """Return the word for a fact that is missing."""
    return QCoreApplication.translate("ClientList", _MISSING[what])


def sort_words(sort: Sort) -> str:
    """Return the name of an order of the list."""
    return QCoreApplication.translate("ClientList", _SORTS[sort])


def listed(words: tuple[str, ...]) -> str:
    """Return words one after another: `a, b`, `甲、乙`."""
    return QCoreApplication.translate("ClientList", ", ").join(words)


def called_words(line: ClientLine) -> str:
    """Return what she is called."""
    return discreet_name(line.called)


def formal_words(line: ClientLine) -> str:
    """Return the name beside what she is called, "" where it is the same or hidden."""
    return "" if line.called == line.name or is_discreet() else line.name


def year_words(line: ClientLine) -> str:
    """Return what the last twelve months brought: `¥236,800 · 9 visits`."""
    pattern = (
        QCoreApplication.translate("ClientList", "{paid} · {visits} visit")
        if line.visits_12_months == 1
        else QCoreApplication.translate("ClientList", "{paid} · {visits} visits")
    )
    return pattern.format(paid=money(line.paid_12_months), visits=line.visits_12_months)


def last_visit_words(line: ClientLine, today: dt.date) -> str:
    """Return how long ago she came last."""
    if line.last_visit_on is None:
        return QCoreApplication.translate("ClientList", "never came")
    return relative(line.last_visit_on, today)


def day_of(line: ClientLine) -> str:
    """Return what the next day is: `朵朵 · Birthday`, her own name for it, `Lunar birthday`."""
    if line.next_kind is None:
        return ""
    if line.next_kind is DateKind.VALUED and line.next_label:
        return discreet(line.next_label)
    words = choice(line.next_kind)
    if line.next_relation is not None:
        pattern = QCoreApplication.translate("ClientList", "{who} · {day}")
        return pattern.format(
            who=discreet_name(line.next_label) or choice(line.next_relation), day=words
        )
    return words


def next_words(line: ClientLine, today: dt.date) -> str:
    """Return the next day and when it is; a dash where there is none."""
    if line.next_on is None:
        return NOTHING
    return f"{day_of(line)}  {_when(line.next_on, today)}"


def is_near(line: ClientLine, today: dt.date) -> bool:
    """Return whether the next day is today, tomorrow or the day after."""
    return line.next_on is not None and 0 <= (line.next_on - today).days <= NEAR


def potential_words(line: ClientLine) -> str:
    """Return the projects she may want; a dash for none."""
    return discreet(listed(line.potential)) or NOTHING


def missing_words(line: ClientLine) -> str:
    """Return what her file lacks."""
    return listed(tuple(lacking(what) for what in line.missing))


def phone_words(line: ClientLine) -> str:
    """Return her main number, a mobile one in groups: `138 0000 1234`."""
    digits = line.phone
    is_mobile = len(digits) == _MOBILE and digits.isdigit()
    shown = f"{digits[:3]} {digits[3:7]} {digits[7:]}" if is_mobile else digits
    return discreet_phone(shown) or NOTHING


def fact_words(line: ClientLine, name: str) -> str:
    """Return a fact she or her file has one word for; a dash for none."""
    return discreet(getattr(line, name)) or NOTHING


def paid_year_words(line: ClientLine) -> str:
    """Return what she paid in the last twelve months."""
    return money(line.paid_12_months)


def visits_year_words(line: ClientLine) -> str:
    """Return how often she came in the last twelve months."""
    return str(line.visits_12_months)


def paid_words(line: ClientLine) -> str:
    """Return all she ever paid."""
    return money(line.paid_total)


def sessions_words(line: ClientLine) -> str:
    """Return the sessions left of all her packages; a dash for none."""
    return str(line.sessions_left) if line.sessions_left else NOTHING


def tags_words(line: ClientLine) -> str:
    """Return her tags; a dash for none."""
    return discreet(listed(line.tags)) or NOTHING


def first_contact_words(line: ClientLine) -> str:
    """Return the day of the first contact; a dash where it is not known."""
    return NOTHING if line.first_contact_on is None else day_with_year(line.first_contact_on)


def _when(on: dt.date, today: dt.date) -> str:
    if (on - today).days <= _SOON_TOLD:
        return relative(on, today)
    return dated_fact(DatedFact(calendar=Calendar.SOLAR, month=on.month, day=on.day))
