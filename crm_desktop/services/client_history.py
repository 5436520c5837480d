"""The history of a client out of the journal: what was written, when, and what stood before."""

import datetime as dt
import functools
import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, select, text
from sqlalchemy.orm import Session, aliased

from crm_desktop import models
from crm_desktop.domain.records import Change
from crm_desktop.models import ChangeEntryRow, ChangeRow


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """One row that was inserted, updated or deleted; raw column values before and after.

    `id` grows with time: the entries before it are older.
    """

    id: int
    change: Change
    at: dt.datetime
    table: str
    verb: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def history(
    session: Session,
    client_id: int,
    limit: int,
    before: int | None = None,
    tables: Collection[str] = (),
) -> list[HistoryEntry]:
    """Return what was written about a client and stands, newest first.

    `before` asks for what is older than that entry, `tables` for rows of these alone.
    """
    entry, later = aliased(ChangeEntryRow), aliased(ChangeEntryRow)
    next_before = (
        select(later.before)
        .where(
            later.client_id == entry.client_id,
            later.table_name == entry.table_name,
            later.row_id == entry.row_id,
            later.id > entry.id,
        )
        .order_by(later.id)
        .limit(1)
        .scalar_subquery()
    )
    found = session.execute(
        select(entry, ChangeRow, next_before)
        .join(ChangeRow, ChangeRow.id == entry.change_id)
        .where(entry.client_id == client_id, ChangeRow.state.in_(("done", "note")))
        .where(*_narrowed(entry, before, tables))
        .order_by(entry.id.desc())
        .limit(limit)
    )
    return [_entry(session, row) for row in found]


def _narrowed(
    entry: type[ChangeEntryRow], before: int | None, tables: Collection[str]
) -> list[ColumnElement[bool]]:
    """Return the conditions of a portion of the history."""
    wanted: list[ColumnElement[bool]] = []
    if before is not None:
        wanted.append(entry.id < before)
    if tables:
        wanted.append(entry.table_name.in_(tables))
    return wanted


def _entry(session: Session, row: Row[ChangeEntryRow, ChangeRow, str | None]) -> HistoryEntry:
    entry, change, next_before = row
    after = entry.after
    if entry.verb == "insert":
        after = next_before or _present(session, entry.table_name, entry.row_id) or after
    return HistoryEntry(
        id=entry.id,
        change=Change(
            id=change.id,
            action=change.action,
            subject=change.subject,
            tables=frozenset(change.tables.split()),
            client_ids=frozenset(filter(None, {entry.client_id})),
        ),
        at=change.at,
        table=entry.table_name,
        verb=entry.verb,
        before=None if entry.before is None else json.loads(entry.before),
        after=None if after is None else json.loads(after),
    )


def _present(session: Session, table: str, row_id: int) -> str | None:
    """Return what a row holds now: an insert is journalled without its values."""
    held = f'SELECT {_json_of()[table]} FROM "{table}" WHERE id = :id'  # noqa: S608 - names of our own schema
    return session.execute(text(held), {"id": row_id}).scalar()


@functools.cache
def _json_of() -> dict[str, str]:
    return {table.name: models.json_of(table) for table in models.JOURNALLED}
