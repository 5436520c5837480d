"""The cells of the client list in words."""

import datetime as dt
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.records import DateKind
from crm_desktop.services.client_list import ClientLine, Missing, Sort
from crm_desktop.ui.text import dated_fact, money, relative
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

NEAR: Final = 2
"""Days up to which a coming day is told as today, tomorrow, the day after."""

_SOON_TOLD: Final = 14

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


def sort_words(sort: Sort) -> str:
    """Return the name of an order of the list."""
    return QCoreApplication.translate("ClientList", _SORTS[sort])


def listed(words: tuple[str, ...]) -> str:
    """Return words one after another: `a, b`, `甲、乙`."""
    return QCoreApplication.translate("ClientList", ", ").join(words)


def year_words(line: ClientLine) -> str:
    """Return what the last twelve months brought: `¥236,800 · 9×`."""
    pattern = QCoreApplication.translate("ClientList", "{paid} · {visits}×")
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
        return line.next_label
    words = choice(line.next_kind)
    if line.next_relation is not None:
        pattern = QCoreApplication.translate("ClientList", "{who} · {day}")
        return pattern.format(who=line.next_label or choice(line.next_relation), day=words)
    return words


def next_words(line: ClientLine, today: dt.date) -> str:
    """Return the next day and when it is; a dash where there is none."""
    if line.next_on is None:
        return "—"
    return f"{day_of(line)}  {_when(line.next_on, today)}"


def is_near(line: ClientLine, today: dt.date) -> bool:
    """Return whether the next day is today, tomorrow or the day after."""
    return line.next_on is not None and 0 <= (line.next_on - today).days <= NEAR


def potential_words(line: ClientLine) -> str:
    """Return the projects she may want; a dash for none."""
    return listed(line.potential) or "—"


def missing_words(line: ClientLine) -> str:
    """Return what her file lacks."""
    words = [QCoreApplication.translate("ClientList", _MISSING[what]) for what in line.missing]
    return listed(tuple(words))


def _when(on: dt.date, today: dt.date) -> str:
    if (on - today).days <= _SOON_TOLD:
        return relative(on, today)
    return dated_fact(DatedFact(calendar=Calendar.SOLAR, month=on.month, day=on.day))
