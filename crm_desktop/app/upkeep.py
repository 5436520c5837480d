"""Upkeep of an open book while the window stands: checkpoints, backups, the trash of 30 days."""

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from crm_desktop.clock import today
from crm_desktop.services.backup_file import BackupReason
from crm_desktop.services.backups import BackupEntry
from crm_desktop.services.book import Book
from crm_desktop.ui.jobs import Jobs, Lane

if TYPE_CHECKING:
    from crm_desktop.domain.records import Change
    from crm_desktop.services.deletion_proof import Proof

_LOOK_EVERY_MS: Final = 5_000
_BACK_UP_EVERY: Final = dt.timedelta(minutes=30)
_LOOK_AT_TRASH_AFTER: Final = 60.0


class Upkeep(QObject):
    """Empties the write-ahead log when that is due and backs the book up at most every half hour.

    Once a day, a minute after the start, it deletes for good whose 30 days in the trash are over,
    and sweeps out the files of photos that nothing names any more.

    Signals:
        backed_up: a `BackupEntry` was made.
        deleted: the `Proof` and the `Change` of what went out of the trash.
    """

    backed_up = Signal(object)
    deleted = Signal(object, object)

    def __init__(self, book: Book, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._jobs = jobs
        self._backed_up_at = book.clock.monotonic()
        self._changes = book.database.changes
        self._trash_at = self._backed_up_at + _LOOK_AT_TRASH_AFTER
        self._trash_on: dt.date | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Hand what is due to the lane of the database."""
        database = self._book.database
        if database.checkpoint_wanted_in() == 0:
            self._jobs.run(self, database.checkpoint, _nothing, failed=_later, lane=Lane.DATABASE)
        passed = self._book.clock.monotonic() - self._backed_up_at
        if database.changes != self._changes and passed >= _BACK_UP_EVERY.total_seconds():
            self._backed_up_at = self._book.clock.monotonic()
            self._changes = database.changes
            self._jobs.run(self, self._back_up, self._on_backed_up, lane=Lane.DATABASE)
        on = today(self._book.clock)
        if on != self._trash_on and self._book.clock.monotonic() >= self._trash_at:
            self._trash_on = on
            work = partial(_emptied, self._book, on)
            self._jobs.run(self, work, self._on_emptied, lane=Lane.DATABASE)

    def stop(self) -> None:
        """Look no more: the book is about to close."""
        self._timer.stop()

    def _back_up(self) -> BackupEntry | None:
        book = self._book
        return book.backups.back_up_if_changed(
            book.database, book.opened.keys, BackupReason.WORK, _BACK_UP_EVERY
        )

    def _on_backed_up(self, entry: BackupEntry | None) -> None:
        if entry is not None:
            self.backed_up.emit(entry)

    def _on_emptied(self, deleted: "tuple[Proof, Change] | None") -> None:
        if deleted is not None:
            self.deleted.emit(*deleted)


def _emptied(book: Book, on: dt.date) -> "tuple[Proof, Change] | None":
    """Delete for good whose time in the trash is over, if there is anybody.

    Files of photos that nothing names any more go as well.
    """
    book.attachments.sweep()
    over = book.trash.over(on)
    return book.deletion.delete(over) if over else None


def _nothing(_result: object) -> None:
    """Take the result of a checkpoint, which is none."""


def _later(_error: Exception) -> None:
    """A reader was in the way: the next look tries again."""
