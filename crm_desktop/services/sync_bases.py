"""What each counterpart last had of every row, kept for the three-way merge."""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final

from sqlalchemy import Select, func, select, text
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from crm_desktop.domain.counterparts import LINE, BaseRow, Counterpart, CounterpartKind, cells_of
from crm_desktop.domain.row_hash import hash_of_joined
from crm_desktop.models import CounterpartRow, SyncBaseRow, SyncContentRow

Cells = Mapping[str, str]
"""Field key to canonical text; a key that is missing was blank."""

_COUNTERPART: Final = CounterpartRow.__table__.c
_BASE: Final = SyncBaseRow.__table__.c
_CONTENT: Final = SyncContentRow.__table__.c
_BATCH: Final = 1000

_KEEP_CONTENT: Final = (
    'INSERT INTO sync_content (client_id, hash, text, "on") VALUES (?, ?, ?, ?)'
    ' ON CONFLICT (client_id, hash) DO UPDATE SET "on" = excluded."on"'
)
_MOVE_BASE: Final = (
    "INSERT INTO sync_base (counterpart_id, client_id, part, hash) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (counterpart_id, client_id, part) DO UPDATE SET hash = excluded.hash"
    " WHERE hash <> excluded.hash"
)
_SEND_BASE: Final = (
    "INSERT OR REPLACE INTO sync_base (counterpart_id, client_id, part, hash) VALUES (?, ?, ?, ?)"
)
"""A base under a number of its own, which no change that is undone later knows of."""

_OF_LINES: Final = f"FROM sync_base WHERE client_id = :other AND part GLOB '{LINE}*'"
_HAND_OVER_CONTENTS: Final = (
    'INSERT OR IGNORE INTO sync_content (client_id, hash, text, "on")'  # noqa: S608 - a name of our own
    ' SELECT :keep, hash, text, "on" FROM sync_content'
    f" WHERE client_id = :other AND hash IN (SELECT hash {_OF_LINES})"
)
_HAND_OVER_LINES: Final = (
    "INSERT OR IGNORE INTO sync_base (counterpart_id, client_id, part, hash)"
    f" SELECT counterpart_id, :keep, part, hash {_OF_LINES}"
)


def counterpart_id(session: Session, counterpart: Counterpart) -> int:
    """Return the number of a counterpart, given when first met."""
    values = {"kind": counterpart.kind.value, "name": counterpart.name}
    session.execute(insert(CounterpartRow).values(**values).on_conflict_do_nothing())
    return _number(session, counterpart) or 0


def remember(
    session: Session,
    counterpart: int,
    rows: Iterable[BaseRow],
    on: dt.date,
    *,
    is_sent: bool = False,
) -> None:
    """Keep what a counterpart has of these rows from now on; what they said is kept beside.

    Runs inside a change (a move is journalled, and undone with it) or `journal.unrecorded`.
    What `is_sent` stays, whichever earlier change is undone or done again: it has left.
    """
    move = _SEND_BASE if is_sent else _MOVE_BASE
    connection = session.connection()
    day = on.isoformat()
    for some in _batches(rows):
        hashed = [(row.client_id, row.part, hash_of_joined(row.text), row.text) for row in some]
        connection.exec_driver_sql(
            _KEEP_CONTENT, [(client, digest, said, day) for client, _, digest, said in hashed]
        )
        connection.exec_driver_sql(
            move, [(counterpart, client, part, digest) for client, part, digest, _ in hashed]
        )


def stay(session: Session, counterpart: int, on: dt.date) -> None:
    """Say that what a counterpart has was still theirs on this day."""
    session.connection().exec_driver_sql(
        'UPDATE sync_content SET "on" = ? WHERE "on" < ? AND EXISTS (SELECT 1 FROM sync_base'
        " WHERE counterpart_id = ? AND sync_base.client_id = sync_content.client_id"
        " AND sync_base.hash = sync_content.hash)",
        (on.isoformat(), on.isoformat(), counterpart),
    )


def hand_over_lines(session: Session, keep_id: int, other_id: int) -> None:
    """Let one client have what was said of the lines that were another's."""
    for statement in (_HAND_OVER_CONTENTS, _HAND_OVER_LINES):
        session.execute(text(statement), {"keep": keep_id, "other": other_id})


def lasting_hashes(session: Session, counterpart: int) -> dict[tuple[int, str], str]:
    """Return the hash of what a counterpart last had, but where a change may take it back."""
    rows = session.connection().exec_driver_sql(
        "SELECT client_id, part, hash FROM sync_base WHERE counterpart_id = ? AND id NOT IN"
        " (SELECT row_id FROM change_entry WHERE table_name = 'sync_base')",
        (counterpart,),
    )
    return {(client, part): digest for client, part, digest in rows}


def bases_of(
    session: Session,
    counterpart: Counterpart,
    client_ids: Collection[int] | None = None,
    beat: Callable[[], None] | None = None,
) -> dict[tuple[int, str], Cells]:
    """Return what a counterpart last had, by client and part; of these clients, or of all.

    `beat` is called now and then, and may raise to stop.
    """
    number = _number(session, counterpart)
    if number is None:
        return {}
    wanted = (
        select(_BASE.client_id, _BASE.part, _CONTENT.text)
        .join_from(
            SyncBaseRow,
            SyncContentRow,
            (_CONTENT.client_id == _BASE.client_id) & (_CONTENT.hash == _BASE.hash),
        )
        .where(_BASE.counterpart_id == number)
    )
    if client_ids is not None:
        wanted = wanted.where(_BASE.client_id.in_(_listed(client_ids)))
    found: dict[tuple[int, str], Cells] = {}
    for count, (client, part, said) in enumerate(session.execute(wanted)):
        if beat is not None and count % _BATCH == 0:
            beat()
        found[client, part] = cells_of(said)
    return found


def contents_of(session: Session, client_ids: Collection[int]) -> dict[int, dict[str, Cells]]:
    """Return every content kept of these clients, by client and hash."""
    found: defaultdict[int, dict[str, Cells]] = defaultdict(dict)
    wanted = select(_CONTENT.client_id, _CONTENT.hash, _CONTENT.text)
    for client, digest, said in session.execute(
        wanted.where(_CONTENT.client_id.in_(_listed(client_ids)))
    ):
        found[client][digest] = cells_of(said)
    return found


def counterparts(session: Session) -> list[Counterpart]:
    """Return everybody her book was ever exchanged with."""
    rows = session.execute(select(_COUNTERPART.kind, _COUNTERPART.name).order_by(_COUNTERPART.id))
    return [Counterpart(kind=CounterpartKind(kind), name=name) for kind, name in rows]


def forget_unused(session: Session, before: dt.date) -> None:
    """Drop contents nobody has any more and nobody was given since `before`."""
    session.connection().exec_driver_sql(
        'DELETE FROM sync_content WHERE "on" < ? AND NOT EXISTS (SELECT 1 FROM sync_base'
        " WHERE sync_base.client_id = sync_content.client_id"
        " AND sync_base.hash = sync_content.hash)",
        (before.isoformat(),),
    )


def _number(session: Session, counterpart: Counterpart) -> int | None:
    wanted = select(_COUNTERPART.id).where(
        _COUNTERPART.kind == counterpart.kind.value, _COUNTERPART.name == counterpart.name
    )
    return session.scalar(wanted)


def _batches(rows: Iterable[BaseRow]) -> Iterable[list[BaseRow]]:
    some: list[BaseRow] = []
    for row in rows:
        some.append(row)
        if len(some) == _BATCH:
            yield some
            some = []
    if some:
        yield some


def _listed(ids: Collection[int]) -> Select[tuple[int]]:
    each = func.json_each(json.dumps(sorted(ids))).table_valued("value")
    return select(each.c.value)
