"""The journal: one use case is one transaction is one Change, and every Change can be undone.

The rows a change touches are written down by triggers in the database itself
(`models/schema.py`), so no write can slip past it, and no feature contains undo code.
"""

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from crm_desktop.clock import Clock
from crm_desktop.database import Database
from crm_desktop.domain.errors import NothingToRedo, NothingToUndo
from crm_desktop.domain.records import Change
from crm_desktop.models import ChangeRow
from crm_desktop.services.replay import play_back, play_forward

if TYPE_CHECKING:
    from crm_desktop.services.search_index import Progress

_STEPS: Final = 10_000

KEPT: Final = 200
"""How many changes can be undone, across restarts."""

_ENTRIES: Final = text("SELECT min(id), max(id) FROM change_entry WHERE change_id = :id")

_TOUCHED: Final = text(
    "SELECT table_name, client_id FROM change_entry"
    " WHERE id BETWEEN :first AND :last AND +change_id = :id"
    " UNION SELECT table_name, json_extract(before, '$.client_id') FROM change_entry"
    " WHERE id BETWEEN :first AND :last AND +change_id = :id"
    " AND verb = 'update' AND table_name <> 'client'"
)
"""Tables and clients of some entries; a row moved from one client to another touches both."""

_AT_ONCE: Final = 20_000
_LOOKED: Final = 0.1
"""How far closing a change is, as a share, once it is known what it touched."""

_NOT_SEARCHED: Final = frozenset(
    {"reminder", "setting", "festival_mark", "sync_base", "import_profile"}
)
"""Tables nothing is looked for in: their rows leave lists and search as they are."""


@dataclasses.dataclass(slots=True)
class Touched:
    """The tables and the clients whose rows were written; `searched` have another place now."""

    tables: set[str] = dataclasses.field(default_factory=set)
    clients: set[int] = dataclasses.field(default_factory=set)
    searched: set[int] = dataclasses.field(default_factory=set)


class Work:
    """One open use case: its session, when it began, and after it closed, its `change`."""

    def __init__(self, session: Session, row: ChangeRow) -> None:
        self.session = session
        self.at = row.at
        self.change = Change(id=row.id, action=row.action, subject=row.subject)

    def about(self, subject: str) -> None:
        """Name what the change is about, where only the work itself finds out."""
        self.change = dataclasses.replace(self.change, subject=subject)


class Journal:
    """Opens use cases and takes them back."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    @contextmanager
    def change(
        self,
        action: str,
        subject: str = "",
        *,
        can_undo: bool = True,
        progress: "Progress | None" = None,
    ) -> Iterator[Work]:
        """Run one use case in one transaction under one label.

        After the block, `work.change` says what was written; its id is 0 when nothing was.
        `can_undo=False` keeps the change in the journal without offering it to undo.
        `progress` hears of the clients brought in step at the end, as some share of the
        whole; if it raises, nothing was written.
        """
        with self._database.write() as session:
            now = self._clock.now()
            row = ChangeRow(action=action, subject=subject, at=now, state="open", tables="")
            session.add(row)
            session.flush()
            _hold_pen(session, row.id)
            work = Work(session, row)
            yield work
            session.flush()
            _hold_pen(session, None)
            look, index = _share(progress, 0, _LOOKED), _share(progress, _LOOKED, 1)
            touched = _touched(session, row, look)
            work.change = _close(session, row, work.change, touched, can_undo=can_undo)
            _keep_in_step(session, touched, index)

    def undo(self) -> Change:
        """Take the latest standing change back.

        Raises:
            NothingToUndo: Nothing stands, or it is older than the kept 200.
        """
        with self._database.write() as session:
            standing = select(ChangeRow).where(ChangeRow.state == "done")
            row = session.scalars(standing.order_by(ChangeRow.id.desc()).limit(1)).first()
            if row is None:
                raise NothingToUndo
            return _turn(session, row, back=True)

    def redo(self) -> Change:
        """Do again the change that was undone last.

        Raises:
            NothingToRedo: Nothing was undone since the latest change.
        """
        with self._database.write() as session:
            undone = select(ChangeRow).where(ChangeRow.state == "undone")
            row = session.scalars(undone.order_by(ChangeRow.id).limit(1)).first()
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
                (_change(row, _touched(session, row)), row.at.isoformat("T", "seconds"), row.state)
                for row in rows
            ]


@contextmanager
def unrecorded(session: Session) -> Iterator[None]:
    """Let writes of this transaction pass without a trace (undo itself, filling a new book).

    What lists and search show is not kept in step meanwhile: call `reindex` after it.
    """
    _hold_pen(session, 0)
    yield
    session.flush()
    _hold_pen(session, None)


def _hold_pen(session: Session, change_id: int | None) -> None:
    session.execute(text("UPDATE journal_pen SET change_id = :id"), {"id": change_id})


def _close(
    session: Session, row: ChangeRow, change: Change, touched: Touched, *, can_undo: bool
) -> Change:
    """Finish the entry of a change, and return it."""
    if not touched.tables:
        session.delete(row)
        session.flush()
        return dataclasses.replace(change, id=0)
    row.state = "done" if can_undo else "note"
    row.subject = change.subject
    row.tables = " ".join(sorted(touched.tables))
    session.flush()
    if can_undo:
        _forget_overtaken(session)
    return _change(row, touched)


def _forget_overtaken(session: Session) -> None:
    """Drop what was undone before the new change, and what is older than the kept ones."""
    session.execute(update(ChangeRow).where(ChangeRow.state == "undone").values(state="dropped"))
    standing = select(ChangeRow.id).where(ChangeRow.state == "done").order_by(ChangeRow.id.desc())
    oldest = session.scalar(standing.offset(KEPT).limit(1))
    if oldest is not None:
        overtaken = update(ChangeRow).where(ChangeRow.state == "done", ChangeRow.id <= oldest)
        session.execute(overtaken.values(state="note"))


def _turn(session: Session, row: ChangeRow, *, back: bool) -> Change:
    """Apply the entries of a change backwards or forwards, and mark it."""
    session.execute(text("PRAGMA defer_foreign_keys=ON"))
    with unrecorded(session):
        if back:
            play_back(session, row.id)
        else:
            play_forward(session, row.id)
    row.state = "undone" if back else "done"
    session.flush()
    touched = _touched(session, row)
    _keep_in_step(session, touched)
    return _change(row, touched)


def _keep_in_step(session: Session, touched: Touched, progress: "Progress | None" = None) -> None:
    """Bring lists and search in step with the rows that were touched."""
    client_ids = touched.searched
    if client_ids or progress is not None:
        from crm_desktop.services.search_index import (  # noqa: PLC0415 - nothing is written before the first page stands
            reindex,
        )

        reindex(session, client_ids, progress, frozenset(touched.tables))


def _touched(session: Session, row: ChangeRow, progress: "Progress | None" = None) -> Touched:
    """Return what a change wrote; the entries of a large one are gone through by the piece."""
    touched = Touched()
    first, last = session.execute(_ENTRIES, {"id": row.id}).one()
    for start in range(first or 0, (last or -1) + 1, _AT_ONCE):
        if progress is not None:
            progress(start - first, last + 1 - first)
        bounds = {"id": row.id, "first": start, "last": start + _AT_ONCE - 1}
        for name, client in session.execute(_TOUCHED, bounds):
            touched.tables.add(name)
            if client is not None:
                touched.clients.add(client)
                if name not in _NOT_SEARCHED:
                    touched.searched.add(client)
    return touched


def _share(progress: "Progress | None", first: float, last: float) -> "Progress | None":
    """Return what tells how far a stage is, as what lies between two shares of the whole."""
    if progress is None:
        return None

    def tell(done: int, total: int) -> None:
        progress(round(_STEPS * (first + (last - first) * done / max(total, 1))), _STEPS)

    return tell


def _change(row: ChangeRow, touched: Touched) -> Change:
    return Change(
        id=row.id,
        action=row.action,
        subject=row.subject,
        tables=frozenset(row.tables.split()),
        client_ids=frozenset(touched.clients),
    )
