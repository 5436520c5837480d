"""What taking an import back would do: its traces in the journal against the book as it is."""

from collections.abc import Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from sqlalchemy import text
from sqlalchemy.orm import Session

from crm_desktop.domain.taking_back import (
    BackPlan,
    Kept,
    KeptBecause,
    Key,
    Raw,
    Reference,
    Values,
    edited,
    fields_back,
    held,
    owner_of,
)
from crm_desktop.services.written_rows import (
    TABLES,
    Tick,
    Trace,
    afters,
    befores,
    by_table,
    foreign_keys,
    references_to,
    rows_now,
    traces_of,
)

_ONCE: Final[Mapping[str, tuple[str, ...]]] = {
    "tag": ("client_id", "name"),
    "phone": ("client_id", "digits"),
    "clinic_card": ("client_id", "source", "number"),
    "sync_base": ("counterpart_id", "client_id", "part"),
}
"""What may stand once: such a row does not come back beside one she has written since."""


def plan_back(session: Session, change_id: int, tick: Tick) -> BackPlan:
    """Return what taking back the import that was this change would do to the book as it is."""
    return _Planning(session, traces_of(session, change_id, tick), tick).plan()


class _Planning:
    """One plan in the making."""

    def __init__(self, session: Session, traces: Mapping[Key, Trace], tick: Tick) -> None:
        self._session = session
        self._tick = tick
        self._traces = traces
        self._kept: list[Kept] = []
        self._fields: dict[Key, dict[str, Raw]] = {}
        self._restored: dict[Key, Values] = {}

    def plan(self) -> BackPlan:
        """Return the plan."""
        self._find_fields()
        self._tick()
        came = [
            key for key, trace in self._traces.items() if not trace.was_there and trace.is_there
        ]
        self._tick()
        removable = self._as_they_came(came)
        self._tick()
        self._restore([key for key, trace in self._traces.items() if _went(trace)])
        staying = held(removable, self._references(removable))
        self._tick()
        self._tell_held(staying)
        removed = by_table(removable - staying)
        self._tick()
        self._drop_dangling(removed)
        self._tick()
        return BackPlan(
            fields=self._fields,
            removed={name: tuple(ids) for name, ids in removed.items()},
            restored=self._restored,
            kept=tuple(self._kept),
        )

    def _find_fields(self) -> None:
        """Find the columns that go back, of rows that were there before and after."""
        changed = {k: t for k, t in self._traces.items() if t.was_there and t.is_there}
        now = rows_now(self._session, changed)
        before = befores(self._session, [trace.first for trace in changed.values()])
        after = self._written(changed, now)
        for key, trace in changed.items():
            old = before.get(trace.first, {})
            if key not in now:
                self._keep(key, old, KeptBecause.GONE)
                continue
            back, kept = fields_back(old, after[key], now[key])
            if back:
                self._fields[key] = back
            for name in kept:
                self._keep(key, now[key], KeptBecause.EDITED, name)

    def _as_they_came(self, came: Collection[Key]) -> set[Key]:
        """Return the rows the import added which nobody has edited since."""
        touched = {key: self._traces[key] for key in came if self._traces[key].later is not None}
        now = rows_now(self._session, touched)
        after = self._written(touched, now)
        removable = set(came) - touched.keys()
        for key in touched.keys() & now.keys():
            names = edited(after[key], now[key])
            for name in names:
                self._keep(key, now[key], KeptBecause.EDITED, name)
            if not names:
                removable.add(key)
        return removable

    def _written(self, traces: Mapping[Key, Trace], now: Mapping[Key, Values]) -> dict[Key, Values]:
        """Return what the import left in each row."""
        noted = afters(self._session, [t.last for t in traces.values() if t.is_rewritten])
        found = befores(self._session, [t.later for t in traces.values() if t.later is not None])
        return {
            key: noted.get(trace.last) or found.get(trace.later or 0) or now.get(key, {})
            for key, trace in traces.items()
        }

    def _restore(self, went: Collection[Key]) -> None:
        """Find the rows the import took out which can come back."""
        before = befores(self._session, [self._traces[key].first for key in went])
        for key in rows_now(self._session, went).keys() ^ set(went):
            self._restored[key] = before.get(self._traces[key].first, {})
        for key in [key for key in self._restored if self._stands_again(key)]:
            self._keep(key, self._restored.pop(key), KeptBecause.THERE_AGAIN)

    def _stands_again(self, key: Key) -> bool:
        """Say whether a row of the same meaning stands, and will stand, in the book."""
        name, values = key[0], self._restored[key]
        if name not in _ONCE:
            return False
        same = " AND ".join(f'"{column}" IS :{column}' for column in _ONCE[name])
        wanted = text(f'SELECT id FROM "{name}" WHERE {same}')  # noqa: S608 - names of our own schema
        found = self._session.scalars(wanted, {column: values[column] for column in _ONCE[name]})
        return any(not self._came(name, row_id) for row_id in found)

    def _came(self, name: str, row_id: int) -> bool:
        trace = self._traces.get((name, row_id))
        return trace is not None and not trace.was_there

    def _references(self, removable: Collection[Key]) -> Iterator[Reference]:
        """Yield the references that will stand once the fields went back."""
        for reference in references_to(self._session, removable, self._tick):
            if reference.column not in self._fields.get(reference.child, {}):
                yield reference

    def _tell_held(self, staying: AbstractSet[Key]) -> None:
        known = {(kept.table, kept.row_id) for kept in self._kept}
        for key, values in rows_now(self._session, staying - known).items():
            self._keep(key, values, KeptBecause.IN_USE)

    def _drop_dangling(self, removed: Mapping[str, list[int]]) -> None:
        """Leave out what would name a row that is gone; again until nothing more falls."""
        gone = {(name, row_id) for name, ids in removed.items() for row_id in ids}
        while True:
            naming = (*self._restored.items(), *self._fields.items())
            named = {key: set(_named(key[0], values)) for key, values in naming}
            there = rows_now(self._session, {one for many in named.values() for one in many})
            stands = (there.keys() - gone) | self._restored.keys()
            loose = [key for key, many in named.items() if many - stands]
            if not loose:
                return
            for key in loose:
                self._drop(key, stands)

    def _drop(self, key: Key, stands: Collection[Key]) -> None:
        if key in self._restored:
            self._keep(key, self._restored.pop(key), KeptBecause.GONE)
            return
        values = self._fields[key]
        for column, parent in foreign_keys(key[0]).items():
            row_id = values.get(column)
            if isinstance(row_id, int) and (parent, row_id) not in stands:
                del values[column]
        if not values:
            del self._fields[key]

    def _keep(self, key: Key, values: Values, why: KeptBecause, field: str = "") -> None:
        kept = Kept(
            table=key[0],
            row_id=key[1],
            client_id=owner_of(key, values),
            why=why,
            field=field,
            stands=values.get(field),
        )
        self._kept.append(kept)


def _went(trace: Trace) -> bool:
    return trace.was_there and not trace.is_there


def _named(name: str, values: Values) -> Iterator[Key]:
    """Yield the rows that these values of a row of table `name` refer to."""
    for column, parent in foreign_keys(name).items():
        row_id = values.get(column)
        if isinstance(row_id, int) and parent in TABLES:
            yield parent, row_id
