"""What one change wrote, row by row, and the same rows as they are now.

The journal keeps no values of a row that was inserted: they are what the first later entry
about it found, or else what stands there still.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Table, text
from sqlalchemy.orm import Session

from crm_desktop import models
from crm_desktop.domain.taking_back import Key, Raw, Reference, Values

AT_ONCE: Final = 1000
TABLES: Final[Mapping[str, Table]] = {table.name: table for table in models.JOURNALLED}
"""Every table a change may write, parents before children."""

NOT_HERS: Final[Mapping[str, str]] = {
    "reminder": "state IN ('pending', 'shown', 'missed')",
    "sync_base": "1",
}
"""Rows that come and go by themselves, as conditions by table: nothing stays for their sake."""

_ENTRIES: Final = text(
    "SELECT id, table_name, row_id, verb FROM change_entry WHERE change_id = :id ORDER BY id"
)
_LATER: Final = text(
    "SELECT table_name, row_id, min(id) FROM change_entry WHERE id > :id"
    " GROUP BY table_name, row_id"
)
_BEFORE: Final = (
    "SELECT id, before FROM change_entry WHERE id IN (SELECT value FROM json_each(:ids))"
)
_AFTER: Final = "SELECT id, after FROM change_entry WHERE id IN (SELECT value FROM json_each(:ids))"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What a change did to one row: its first and its last entry, and the first later one."""

    first: int
    last: int
    was_there: bool
    is_there: bool
    is_rewritten: bool
    later: int | None = None


Tick = Callable[[], None]
"""Called every now and then while much is read; what it raises ends the reading."""


def traces_of(session: Session, change_id: int, tick: Tick) -> dict[Key, Trace]:
    """Return every row a change wrote, in the order it did."""
    found: dict[Key, tuple[int, int, str, str]] = {}
    entries = session.execute(_ENTRIES, {"id": change_id})
    for place, (entry, table, row_id, verb) in enumerate(entries):
        if place % (10 * AT_ONCE) == 0:
            tick()
        known = found.get((table, row_id))
        first, first_verb = (known[0], known[2]) if known else (entry, verb)
        found[table, row_id] = (first, entry, first_verb, verb)
    tick()
    later = _later(session, found)
    tick()
    return {
        key: Trace(
            first=first,
            last=last,
            was_there=first_verb != "insert",
            is_there=last_verb != "delete",
            is_rewritten=last_verb == "update",
            later=later.get(key),
        )
        for key, (first, last, first_verb, last_verb) in found.items()
    }


def _later(session: Session, found: Mapping[Key, tuple[int, int, str, str]]) -> dict[Key, int]:
    """Return the first entry about each row after those of the change."""
    if not found:
        return {}
    end = max(last for _, last, _, _ in found.values())
    rows = session.execute(_LATER, {"id": end})
    return {(table, row): entry for table, row, entry in rows if (table, row) in found}


def befores(session: Session, entries: Collection[int]) -> dict[int, Values]:
    """Return what rows held before these entries, by entry."""
    return dict(_values(session, _BEFORE, entries))


def afters(session: Session, entries: Collection[int]) -> dict[int, Values]:
    """Return what rows held after these entries, by entry; an insert does not say."""
    return dict(_values(session, _AFTER, entries))


def rows_now(session: Session, keys: Iterable[Key]) -> dict[Key, Values]:
    """Return the rows as they stand; one that is gone is left out."""
    found: dict[Key, Values] = {}
    for name, ids in by_table(keys).items():
        table = TABLES[name]
        wanted = (
            f'SELECT id, {models.json_of(table)} FROM "{name}"'  # noqa: S608 - names of our own schema
            " WHERE id IN (SELECT value FROM json_each(:ids))"
        )
        for row_id, values in _values(session, wanted, ids):
            found[name, row_id] = values
    return found


def references_to(session: Session, keys: Collection[Key], tick: Tick) -> Iterator[Reference]:
    """Yield every row of hers that names one of these rows."""
    named_tables = by_table(keys)
    tick()
    for parent, ids in named_tables.items():
        for child, column in _naming(parent):
            hers = f"NOT ({NOT_HERS[child]})" if child in NOT_HERS else "1"
            wanted = text(
                f'SELECT id, "{column}" FROM "{child}" WHERE "{column}" IN'  # noqa: S608 - names of our own schema
                f" (SELECT value FROM json_each(:ids)) AND {hers}"
            )
            for some in batches(ids):
                tick()
                for row_id, named in session.execute(wanted, {"ids": json.dumps(some)}):
                    yield Reference(child=(child, row_id), column=column, parent=(parent, named))


def foreign_keys(name: str) -> dict[str, str]:
    """Return the columns of a table that name a row of another, with the name of that one."""
    return {
        column.name: key.column.table.name
        for column in TABLES[name].columns
        for key in column.foreign_keys
    }


def by_table(keys: Iterable[Key]) -> dict[str, list[int]]:
    """Return the ids of rows by their table, each table's in order."""
    found: dict[str, list[int]] = {}
    for name, row_id in keys:
        found.setdefault(name, []).append(row_id)
    return {name: sorted(ids) for name, ids in found.items()}


def batches(ids: list[int]) -> Iterator[list[int]]:
    """Yield the ids, so many at once that progress moves."""
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]


def _naming(parent: str) -> list[tuple[str, str]]:
    return [
        (name, column)
        for name in TABLES
        for column, named in foreign_keys(name).items()
        if named == parent
    ]


def _values(
    session: Session, wanted: str, ids: Collection[int]
) -> Iterator[tuple[int, dict[str, Raw]]]:
    for some in batches(sorted(ids)):
        for row_id, said in session.execute(text(wanted), {"ids": json.dumps(some)}):
            if said is not None:
                yield row_id, json.loads(said)
