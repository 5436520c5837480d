"""A client taken out of every table, the journal too, as though she had never been in the book.

The journal is left as it would be without her: what others went through can still be undone.
Where rows went from her to somebody else (or back) it cannot be, nor anything before it.
"""

import json
from collections.abc import Collection
from typing import Final

from sqlalchemy import TextClause, delete, func, select, text, update
from sqlalchemy.orm import Session

from crm_desktop import models
from crm_desktop.domain.records import Client
from crm_desktop.models import ChangeRow, ExportRow, ImportRunRow
from crm_desktop.services.journal import unrecorded
from crm_desktop.services.records import table_of
from crm_desktop.services.search_index import reindex

_IDS: Final = "(SELECT value FROM json_each(:ids))"
_HERS: Final = (
    "(client_id IN <ids>"
    " OR (before IS NOT NULL AND json_extract(before, '$.client_id') IN <ids>)"
    " OR (table_name = 'not_same' AND (json_extract(before, '$.other_id') IN <ids>"
    " OR json_extract(after, '$.other_id') IN <ids>"
    " OR row_id IN (SELECT id FROM not_same WHERE other_id IN <ids>))))"
)
"""Entries about her rows, and about rows that were hers before."""


def _sql(words: str) -> TextClause:
    return text(words.replace("<hers>", _HERS).replace("<ids>", _IDS))


_OTHER_SELVES: Final = _sql(
    "SELECT DISTINCT gone.client_id FROM change JOIN change_entry AS gone"
    " ON gone.change_id = change.id AND gone.table_name = 'client' AND gone.verb = 'delete'"
    " WHERE change.action LIKE '%merge%' AND change.state IN ('done', 'note')"
    " AND gone.client_id NOT IN <ids> AND gone.client_id NOT IN (SELECT id FROM client)"
    " AND EXISTS (SELECT 1 FROM change_entry AS hers WHERE hers.change_id = change.id"
    " AND hers.client_id IN <ids>)"
)
"""Clients who were merged into one of these: the same person, and all of her in the journal."""

_TOUCHED: Final = _sql("SELECT DISTINCT change_id FROM change_entry WHERE <hers>")
_STAYS: Final = "IN (SELECT id FROM client WHERE id NOT IN <ids>)"
_MOVED: Final = _sql(
    "SELECT max(change_id) FROM change_entry WHERE before IS NOT NULL AND verb = 'update'"
    " AND table_name <> 'client' AND client_id <> json_extract(before, '$.client_id') AND <hers>"
    " AND (client_id <stays> OR json_extract(before, '$.client_id') <stays>)".replace(
        "<stays>", _STAYS
    )
)
"""The last change in which a row went from her to a client who stays, or the other way."""

_REFERENCES: Final = (("client", "referred_by_id"), ("person", "also_client_id"))
"""Columns of others that may name her; the rows themselves lose it by their foreign key."""


def other_selves(session: Session, client_ids: Collection[int]) -> frozenset[int]:
    """Return the ids of those who were merged into these clients and are only in the journal."""
    found: set[int] = set()
    while True:
        ids = json.dumps([*client_ids, *found])
        more = set(session.execute(_OTHER_SELVES, {"ids": ids}).scalars())
        if not more:
            return frozenset(found)
        found |= more


def uids_of(session: Session, selves: Collection[int]) -> set[str]:
    """Return the uids of those who were merged into somebody, as a backup of before has them."""
    query = _sql(
        "SELECT json_extract(before, '$.uid') FROM change_entry"
        " WHERE table_name = 'client' AND verb = 'delete' AND client_id IN <ids>"
    )
    return set(session.execute(query, {"ids": json.dumps(list(selves))}).scalars())


def erase(session: Session, client_ids: Collection[int]) -> None:
    """Take clients out for good, within the open transaction; nothing can bring them back."""
    everyone = sorted({*client_ids, *other_selves(session, client_ids)})
    ids = {"ids": json.dumps(everyone)}
    touched = list(session.execute(_TOUCHED, ids).scalars())
    barrier = session.execute(_MOVED, ids).scalar()
    _forget_exports(session, everyone)
    names = _names(session, everyone, ids)
    _forget_files(session, names)
    with unrecorded(session):
        _clear_references(session, ids)
        session.execute(_sql("DELETE FROM change_entry WHERE <hers>"), ids)
        session.execute(_sql("DELETE FROM client WHERE id IN <ids>"), ids)
        _settle(session, touched, names)
        if barrier is not None:
            _stop_undo(session, barrier)
    reindex(session, everyone)


def _names(session: Session, everyone: Collection[int], ids: dict[str, str]) -> set[str]:
    """Return what she is or was called, as the journal may say of whom a change is."""
    called = "SELECT name, display_name FROM client WHERE id IN"
    before = (
        "SELECT json_extract(before, '$.name'), json_extract(before, '$.display_name')"
        " FROM change_entry WHERE table_name = 'client' AND before IS NOT NULL AND client_id IN"
    )
    found = {
        name
        for query in (called, before)
        for names in session.execute(_sql(f"{query} <ids>"), ids)
        for name in names
        if name
    }
    uids = select(table_of(Client).c.uid).where(table_of(Client).c.id.in_(everyone))
    return found | set(session.scalars(uids))


def _forget_exports(session: Session, everyone: Collection[int]) -> None:
    """Take her uid out of the log of exports; how many clients left stays true."""
    client = table_of(Client).c
    among = func.json_each(json.dumps(list(everyone))).table_valued("value").c.value
    uids = set(session.scalars(select(client.uid).where(client.id.in_(select(among)))))
    for row in session.scalars(select(ExportRow)):
        told = row.client_uids.split()
        kept = [uid for uid in told if uid not in uids]
        if len(kept) != len(told):
            row.client_uids = " ".join(kept)
    session.flush()


def _forget_files(session: Session, names: Collection[str]) -> None:
    """Take the name of a file out of the log of imports where it holds hers."""
    for row in session.scalars(select(ImportRunRow)):
        if any(name in row.file for name in names):
            row.file = ""
    session.flush()


def _clear_references(session: Session, ids: dict[str, str]) -> None:
    """Let no entry about others bring back a reference to her."""
    for table, column in _REFERENCES:
        for side in ("before", "after"):
            place = f"{side}, '$.{column}'"
            words = (
                "UPDATE change_entry SET <side> = json_set(<place>, NULL)"
                " WHERE table_name = :table AND json_extract(<place>) IN <ids>"
            )
            clear = _sql(words.replace("<side>", side).replace("<place>", place))
            session.execute(clear, {**ids, "table": table})
    # An entry that says nothing any more could not be played back.
    session.execute(text("DELETE FROM change_entry WHERE verb = 'update' AND before = after"))


def _settle(session: Session, touched: Collection[int], names: Collection[str]) -> None:
    """Drop the changes that were hers alone; of the others take her name."""
    entry = models.ChangeEntryRow
    among = func.json_each(json.dumps(list(touched))).table_valued("value").c.value
    hers = ChangeRow.id.in_(select(among))
    has_entries = select(entry.id).where(entry.change_id == ChangeRow.id).exists()
    session.execute(delete(ChangeRow).where(~has_entries, ChangeRow.state != "open"))
    for row in session.scalars(select(ChangeRow).where(hers)):
        if any(name in row.subject for name in names):
            row.subject = ""
    session.flush()


def _stop_undo(session: Session, barrier: int) -> None:
    """Offer nothing to undo up to this change, and nothing to do again."""
    done = ChangeRow.state == "done", ChangeRow.id <= barrier
    session.execute(update(ChangeRow).where(*done).values(state="note"))
    undone = ChangeRow.state == "undone"
    session.execute(update(ChangeRow).where(undone).values(state="dropped"))
