"""An entry of the history in words: when, what was done, what stood before and after."""

import re
from typing import Any, Final

from crm_desktop.domain import records as kinds
from crm_desktop.services.client_history import HistoryEntry
from crm_desktop.ui.client.facts import SPECS
from crm_desktop.ui.client.profile_facts import OF_CLIENT
from crm_desktop.ui.client.specs import Kind, Spec
from crm_desktop.ui.text import change_label, day_with_year, money

_LONGEST: Final = 60


def told(entry: HistoryEntry) -> tuple[str, str]:
    """Return when it was, and what: `Client saved · Occupation: 老师 → 店主`."""
    when = f"{day_with_year(entry.at.date())} {entry.at:%H:%M}"
    deed = change_label(entry.change)
    facts = [_fact(spec, entry) for spec in _specs(entry.table) if _is_changed(spec, entry)]
    return when, " · ".join([deed, *(fact for fact in facts if fact)])


def _specs(table: str) -> tuple[Spec, ...]:
    return _BY_TABLE.get(table, ())


def _is_changed(spec: Spec, entry: HistoryEntry) -> bool:
    before, after = entry.before or {}, entry.after or {}
    return spec.name in {**before, **after} and before.get(spec.name) != after.get(spec.name)


def _fact(spec: Spec, entry: HistoryEntry) -> str:
    before = _words(spec, (entry.before or {}).get(spec.name))
    after = _words(spec, (entry.after or {}).get(spec.name))
    if entry.verb == "update":
        return f"{spec.words}: {before or '—'} → {after or '—'}"
    value = after if entry.verb == "insert" else before
    return f"{spec.words}: {value}" if value else ""


def _words(spec: Spec, value: Any) -> str:  # noqa: ANN401 - a raw column value
    if value in {None, ""}:
        return ""
    if spec.kind is Kind.MONEY:
        return money(int(value))
    if spec.choices is not None:
        return next((words for each, words in spec.choices() if each == value), str(value))
    text = str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _table(kind: type[object]) -> str:
    """Return the name of the table that holds records of a kind, as the history has it."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


_BY_TABLE: Final = {
    **{_table(kind): specs for kind, specs in SPECS.items()},
    _table(kinds.Client): OF_CLIENT,
}
