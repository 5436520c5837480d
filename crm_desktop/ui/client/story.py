"""An entry of the history in words: when, what was done, what stood before and after."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain import records as kinds
from crm_desktop.domain.dates import DatedFact
from crm_desktop.services.client_history import HistoryEntry
from crm_desktop.ui.client.facts import SPECS
from crm_desktop.ui.client.profile_facts import OF_CLIENT
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.client.specs import Kind, Spec, day, flag, number, text
from crm_desktop.ui.text import change_label, dated_fact, day_with_year, money
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_LONGEST: Final = 60

_STATES: Final = (
    flag("do_not_contact", QT_TRANSLATE_NOOP("Facts", "Do not contact")),
    day("archived_on", QT_TRANSLATE_NOOP("Facts", "Archived on")),
    day("deceased_on", QT_TRANSLATE_NOOP("Facts", "Deceased on")),
    day("trashed_on", QT_TRANSLATE_NOOP("Facts", "In the trash since")),
)
_TAG: Final = (
    text("name", QT_TRANSLATE_NOOP("Facts", "Tag")),
    flag("is_need", QT_TRANSLATE_NOOP("Facts", "A need")),
)
_PHOTO: Final = (
    text("title", QT_TRANSLATE_NOOP("Facts", "Title")),
    number("size", QT_TRANSLATE_NOOP("Facts", "Size in bytes")),
)
_FACT_PARTS: Final = tuple(part.name for part in fields(DatedFact))


def told(entry: HistoryEntry, shown: Shown) -> tuple[str, str]:
    """Return when and by what it was, and which facts: `Occupation: 老师 → 店主`."""
    when = f"{day_with_year(entry.at.date())} {entry.at:%H:%M}"
    specs = _BY_TABLE.get(entry.table, ())
    facts = [_fact(spec, entry, shown) for spec in specs if _is_changed(spec, entry)]
    head = f"{when} · {change_label(entry.change)}"
    return head, " · ".join(fact for fact in facts if fact)


def _is_changed(spec: Spec, entry: HistoryEntry) -> bool:
    before, after = entry.before or {}, entry.after or {}
    names = _FACT_PARTS if spec.kind is Kind.FACT else (spec.name,)
    return any(
        name in {**before, **after} and before.get(name) != after.get(name) for name in names
    )


def _fact(spec: Spec, entry: HistoryEntry, shown: Shown) -> str:
    before = _words(spec, entry.before or {}, shown)
    after = _words(spec, entry.after or {}, shown)
    if entry.verb == "update":
        return f"{spec.words}: {before or '—'} → {after or '—'}"
    value = after if entry.verb == "insert" else before
    return f"{spec.words}: {value}" if value else ""


def _words(spec: Spec, row: Mapping[str, Any], shown: Shown) -> str:
    """Return a value as it is read on the page, "" for none or for what says nothing."""
    value = row.get(spec.name)
    if spec.kind is Kind.FACT:
        return _day_of(row)
    if value in {None, ""} or (spec.kind is Kind.FLAG and not value):
        return ""
    if spec.kind in _TOLD:
        return _TOLD[spec.kind](value, shown)
    if spec.choices is not None:
        return next((words for each, words in spec.choices() if each == value), "…")
    words = str(value)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _day_of(row: Mapping[str, Any]) -> str:
    if not row.get("month"):
        return ""
    parts = {name: row.get(name) for name in _FACT_PARTS}
    parts["leap"] = bool(parts["leap"])
    return dated_fact(DatedFact(**parts))  # type: ignore[arg-type] # columns of a date as they were stored


def _sum(value: Any, _shown: Shown) -> str:  # noqa: ANN401 - a raw column value
    return money(int(value))


def _day(value: Any, _shown: Shown) -> str:  # noqa: ANN401 - as above
    return day_with_year(dt.date.fromisoformat(str(value)[:10]))


def _flag(_value: Any, _shown: Shown) -> str:  # noqa: ANN401 - as above
    return QCoreApplication.translate("Facts", "Yes")


def _person(value: Any, shown: Shown) -> str:  # noqa: ANN401 - as above
    gone = QCoreApplication.translate("Facts", "somebody no longer noted")
    return shown.person_called(int(value)) or gone


def _client(value: Any, shown: Shown) -> str:  # noqa: ANN401 - as above
    return shown.file.name_of(int(value)) or QCoreApplication.translate("Facts", "another client")


def _policy(_value: Any, _shown: Shown) -> str:  # noqa: ANN401 - as above
    return QCoreApplication.translate("Facts", "as she chose")


_TOLD: Final = {
    Kind.MONEY: _sum,
    Kind.DAY: _day,
    Kind.FLAG: _flag,
    Kind.PERSON: _person,
    Kind.CLIENT: _client,
    Kind.POLICY: _policy,
}


def _table(kind: type[object]) -> str:
    """Return the name of the table that holds records of a kind, as the history has it."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


_BY_TABLE: Final = {
    **{_table(kind): specs for kind, specs in SPECS.items()},
    _table(kinds.Client): (*OF_CLIENT, *_STATES),
    _table(kinds.Tag): _TAG,
    _table(kinds.Attachment): _PHOTO,
}
