"""The entries of one change played backwards and forwards, run by run, inside the database.

A run is a stretch of entries with the same table and verb; rows travel between a table and
the JSON of its entries without leaving SQL, so that undoing an import of ten thousand
clients takes about as long as the import's own writes.
"""

import functools
import itertools
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Column, DefaultClause, Row, Table, select, text
from sqlalchemy.orm import Session

from crm_desktop import models
from crm_desktop.models import ChangeEntryRow


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """A stretch of entries, by the first and the last entry's id: one change writes at a time."""

    table: Table
    verb: str
    first: int
    last: int

    @property
    def bounds(self) -> dict[str, int]:
        """Return the values for `_ENTRIES`."""
        return {"first": self.first, "last": self.last}


_ENTRIES: Final = "id BETWEEN :first AND :last"

_BASE: Final = "sync_base"
"""A base that was sent since has another number, and stands."""

_KEYED: Final = frozenset({"reminder", "setting"})
"""Tables whose rows a note may write anew under their key while a change is undone.

A tick tells again what was undone: its row gives way. Nothing refers to these rows.
"""


def play_back(session: Session, change_id: int) -> None:
    """Take every row of the change to what it was before; inserts note what they held."""
    for run in reversed(list(_runs(session, change_id))):
        match run.verb:
            case "insert":
                _note_rows(session, run)
                _delete(session, run)
            case "delete":
                _insert(session, run, "before")
            case _:
                _update(session, run, back=True)


def play_forward(session: Session, change_id: int) -> None:
    """Take every row of the change to what it was after."""
    for run in _runs(session, change_id):
        match run.verb:
            case "insert":
                _insert(session, run, "after")
            case "delete":
                _delete(session, run)
            case _:
                _update(session, run, back=False)


def _runs(session: Session, change_id: int) -> Iterator[_Run]:
    entries = session.execute(
        select(ChangeEntryRow.id, ChangeEntryRow.table_name, ChangeEntryRow.verb)
        .where(ChangeEntryRow.change_id == change_id)
        .order_by(ChangeEntryRow.id)
    )
    for (name, verb), run in itertools.groupby(entries, _table_and_verb):
        ids = [entry[0] for entry in run]
        yield _Run(table=_tables()[name], verb=verb, first=ids[0], last=ids[-1])


def _table_and_verb(entry: Row[int, str, str]) -> tuple[str, str]:
    return entry[1], entry[2]


def note_contents(session: Session, side: str, entries: str, **bounds: int) -> None:
    """Write beside bases that go, in these `entries`, what they said.

    It goes with the client it is about, and a base is worth nothing without it.
    """
    key = f"json_extract({side}, '$.client_id'), json_extract({side}, '$.hash')"
    words, day = (
        f"SELECT {column} FROM sync_content WHERE (client_id, hash) = ({key})"  # noqa: S608 - names of our own schema
        for column in ("text", '"on"')
    )
    session.connection().exec_driver_sql(
        f"UPDATE change_entry SET {side} = json_set({side}, '$.said', ({words}),"  # noqa: S608 - names of our own schema
        f" '$.said_on', ({day})) WHERE table_name = '{_BASE}' AND {entries}",
        bounds,
    )


def _note_rows(session: Session, run: _Run) -> None:
    """Write into the entries what their rows hold, for a later redo."""
    _execute(session, run, _noting(run.table))
    if run.table.name == _BASE:
        note_contents(session, "after", _ENTRIES, **run.bounds)


def _delete(session: Session, run: _Run) -> None:
    _execute(session, run, _deleting(run.table))


def _insert(session: Session, run: _Run, side: str) -> None:
    _execute(session, run, _inserting(run.table, side))
    if run.table.name == _BASE:
        _execute(session, run, _saying_again(side))


def _execute(session: Session, run: _Run, statement: str) -> None:
    session.connection().exec_driver_sql(statement, run.bounds)


@functools.cache
def _noting(table: Table) -> str:
    return (
        f"UPDATE change_entry SET after = (SELECT {models.json_of(table)}"  # noqa: S608 - names of our own schema
        f' FROM "{table.name}" WHERE id = change_entry.row_id) WHERE {_ENTRIES}'
    )


@functools.cache
def _deleting(table: Table) -> str:
    return (
        f'DELETE FROM "{table.name}" WHERE id IN'  # noqa: S608 - names of our own schema
        f" (SELECT row_id FROM change_entry WHERE {_ENTRIES})"
    )


@functools.cache
def _inserting(table: Table, side: str) -> str:
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    values = ", ".join(_value(column, side) for column in table.columns)
    verb = "INSERT OR REPLACE" if table.name in _KEYED else "INSERT"
    verb = "INSERT OR IGNORE" if table.name == _BASE else verb
    return (
        f'{verb} INTO "{table.name}" ({names})'  # noqa: S608 - names of our own schema
        f" SELECT {values} FROM change_entry WHERE {_ENTRIES} AND {side} IS NOT NULL"
    )


@functools.cache
def _saying_again(side: str) -> str:
    names = ("client_id", "hash", "said", "said_on")
    values = ", ".join(f"json_extract({side}, '$.{name}')" for name in names)
    return (
        'INSERT OR IGNORE INTO sync_content (client_id, hash, text, "on")'  # noqa: S608 - names of our own schema
        f" SELECT {values} FROM change_entry"
        f" WHERE {_ENTRIES} AND json_extract({side}, '$.said') IS NOT NULL"
    )


def _value(column: Column[Any], side: str) -> str:
    """Return what a column is to hold; an entry of an older schema may not know it yet."""
    value = f"json_extract({side}, '$.{column.name}')"
    if not isinstance(column.server_default, DefaultClause):
        return value
    known = column.server_default.arg
    text_ = f"'{known}'" if isinstance(known, str) else str(known)
    return f"coalesce({value}, {text_})"


def _update(session: Session, run: _Run, *, back: bool) -> None:
    """Set the columns the change touched; what a later note changed beside them stays."""
    entry = ChangeEntryRow
    found = session.execute(
        select(entry.row_id, entry.before, entry.after)
        .where(entry.id.between(run.first, run.last))
        .order_by(entry.id.desc() if back else entry.id)
    )
    changes = [_changed(key, old or "{}", new or "{}", back=back) for key, old, new in found]
    for names, rows in itertools.groupby(changes, _columns):
        _set(session, run.table, names, rows)


def _changed(row_id: int, before: str, after: str, *, back: bool) -> dict[str, Any]:
    """Return the id and the columns that differ, with the values to go to."""
    old, new = json.loads(before), json.loads(after)
    wanted = old if back else new
    return {"id": row_id} | {name: wanted[name] for name in old if old[name] != new[name]}


def _columns(changed: dict[str, Any]) -> tuple[str, ...]:
    return tuple(name for name in changed if name != "id")


def _set(
    session: Session, table: Table, names: tuple[str, ...], rows: Iterable[dict[str, Any]]
) -> None:
    pairs = ", ".join(f'"{name}" = :{name}' for name in names)
    session.execute(
        text(f'UPDATE "{table.name}" SET {pairs} WHERE id = :id'),  # noqa: S608 - names of our own schema
        list(rows),
    )


@functools.cache
def _tables() -> dict[str, Table]:
    return {table.name: table for table in models.JOURNALLED}
