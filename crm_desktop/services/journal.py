"""The journal: one use case is one transaction is one Change, and every Change can be undone.

The rows a change touches are written down by triggers in the database itself
(`models/schema.py`), so no write can slip past it, and no feature contains undo code.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Table, select, text, update
from sqlalchemy.orm import Session

from crm_desktop.clock import Clock
from crm_desktop.database import Database
from crm_desktop.domain.errors import NothingToRedo, NothingToUndo
from crm_desktop.domain.records import Change
from crm_desktop.models import JOURNALLED, ChangeEntryRow, ChangeRow
from crm_desktop.services.search_index import reindex

KEPT: Final = 200
"""How many changes can be undone, across restarts."""

_TABLES: Final[dict[str, Table]] = {table.name: table for table in JOURNALLED}


class Work:
    """One open use case: its session, and after it closed, its `change`."""

    def __init__(self, session: Session, change_id: int, action: str, subject: str) -> None:
        self.session = session
        self.change = Change(id=change_id, action=action, subject=subject)

    def about(self, subject: str) -> None:
        """Name what the change is about, where only the work itself finds out."""
        self.change = Change(id=self.change.id, action=self.change.action, subject=subject)


class Journal:
    """Opens use cases and takes them back."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    @contextmanager
    def change(self, action: str, subject: str = "", *, can_undo: bool = True) -> Iterator[Work]:
        """Run one use case in one transaction under one label.

        After the block, `work.change` says what was written; its id is 0 when nothing was.
        `can_undo=False` keeps the change in the journal without offering it to undo.
        """
        with self._database.write() as session:
            now = self._clock.now()
            row = ChangeRow(action=action, subject=subject, at=now, state="open", tables="")
            session.add(row)
            session.flush()
            _hold_pen(session, row.id)
            work = Work(session, row.id, action, subject)
            yield work
            session.flush()
            work.change = _close(session, row, work.change, can_undo=can_undo)
            _hold_pen(session, None)

    def undo(self) -> Change:
        """Take the latest standing change back.

        Raises:
            NothingToUndo: Nothing stands, or it is older than the kept 200.
        """
        with self._database.write() as session:
            row = session.scalars(
                select(ChangeRow)
                .where(ChangeRow.state == "done")
                .order_by(ChangeRow.id.desc())
                .limit(1)
            ).first()
            if row is None:
                raise NothingToUndo
            return _turn(session, row, back=True)

    def redo(self) -> Change:
        """Do again the change that was undone last.

        Raises:
            NothingToRedo: Nothing was undone since the latest change.
        """
        with self._database.write() as session:
            row = session.scalars(
                select(ChangeRow).where(ChangeRow.state == "undone").order_by(ChangeRow.id).limit(1)
            ).first()
            if row is None:
                raise NothingToRedo
            return _turn(session, row, back=False)

    def latest(self, limit: int = KEPT) -> list[tuple[Change, str, str]]:
        """Return what can be undone or redone, newest first, as (change, local time, state)."""
        with self._database.read() as session:
            rows = session.scalars(
                select(ChangeRow)
                .where(ChangeRow.state.in_(("done", "undone")))
                .order_by(ChangeRow.id.desc())
                .limit(limit)
            )
            return [
                (_record(session, row), row.at.isoformat(timespec="seconds"), row.state)
                for row in rows
            ]


@contextmanager
def unrecorded(session: Session) -> Iterator[None]:
    """Let writes of this transaction pass without a trace (undo itself, filling a new book)."""
    _hold_pen(session, 0)
    yield
    session.flush()
    _hold_pen(session, None)


def _hold_pen(session: Session, change_id: int | None) -> None:
    session.execute(text("UPDATE journal_pen SET change_id = :id"), {"id": change_id})


def _close(session: Session, row: ChangeRow, change: Change, *, can_undo: bool) -> Change:
    entries = _entries(session, row.id)
    if not entries:
        session.delete(row)
        session.flush()
        return Change(id=0, action=change.action, subject=change.subject)
    row.state = "done" if can_undo else "note"
    row.subject = change.subject
    row.tables = " ".join(sorted({name for name, _ in entries}))
    if can_undo:
        _forget_overtaken(session, row.id)
    session.flush()
    clients = {client for _, client in entries if client is not None}
    reindex(session, clients)
    return _change(row, clients)


def _entries(session: Session, change_id: int) -> set[tuple[str, int | None]]:
    rows = session.execute(
        select(ChangeEntryRow.table_name, ChangeEntryRow.client_id)
        .where(ChangeEntryRow.change_id == change_id)
        .distinct()
    )
    return {(name, client) for name, client in rows}


def _forget_overtaken(session: Session, change_id: int) -> None:
    """Drop what was undone before this change, and what is older than the kept ones."""
    session.execute(update(ChangeRow).where(ChangeRow.state == "undone").values(state="dropped"))
    oldest = session.scalar(
        select(ChangeRow.id)
        .where(ChangeRow.state == "done", ChangeRow.id <= change_id)
        .order_by(ChangeRow.id.desc())
        .offset(KEPT)
        .limit(1)
    )
    if oldest is not None:
        session.execute(
            update(ChangeRow)
            .where(ChangeRow.state == "done", ChangeRow.id <= oldest)
            .values(state="note")
        )


def _turn(session: Session, row: ChangeRow, *, back: bool) -> Change:
    """Apply the entries of a change backwards or forwards, and mark it."""
    session.execute(text("PRAGMA defer_foreign_keys=ON"))
    order = ChangeEntryRow.id.desc() if back else ChangeEntryRow.id
    entries = session.scalars(
        select(ChangeEntryRow).where(ChangeEntryRow.change_id == row.id).order_by(order)
    ).all()
    with unrecorded(session):
        for entry in entries:
            if back and entry.verb == "insert":
                entry.after = _raw(session, entry.table_name, entry.row_id)
            _set_raw(session, entry, entry.before if back else entry.after)
    row.state = "undone" if back else "done"
    session.flush()
    change = _record(session, row)
    reindex(session, set(change.client_ids))
    return change


def _raw(session: Session, table_name: str, row_id: int) -> str | None:
    columns = [column.name for column in _TABLES[table_name].columns]
    names = ", ".join(f'"{name}"' for name in columns)
    found = session.execute(
        text(f'SELECT {names} FROM "{table_name}" WHERE id = :id'),  # noqa: S608 - names of our own schema
        {"id": row_id},
    ).first()
    return None if found is None else json.dumps(dict(zip(columns, found, strict=True)))


def _set_raw(session: Session, entry: ChangeEntryRow, values: str | None) -> None:
    """Make the row of `entry` hold exactly `values`, or be gone."""
    table = _TABLES[entry.table_name].name
    if values is None:
        session.execute(
            text(f'DELETE FROM "{table}" WHERE id = :id'),  # noqa: S608 - names of our own schema
            {"id": entry.row_id},
        )
        return
    row = json.loads(values)
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join(f":{name}" for name in row)
    changes = ", ".join(f'"{name}" = excluded."{name}"' for name in row if name != "id")
    session.execute(
        text(
            f'INSERT INTO "{table}" ({names}) VALUES ({marks}) '  # noqa: S608 - names of our own schema
            f"ON CONFLICT(id) DO UPDATE SET {changes}"
        ),
        row,
    )


def _record(session: Session, row: ChangeRow) -> Change:
    clients = {client for _, client in _entries(session, row.id) if client is not None}
    return _change(row, clients)


def _change(row: ChangeRow, clients: set[int]) -> Change:
    return Change(
        id=row.id,
        action=row.action,
        subject=row.subject,
        tables=frozenset(row.tables.split()),
        client_ids=frozenset(clients),
    )

