"""What can be done at once about a day that will not remind."""

import datetime as dt
from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Signal

from crm_desktop.domain.records import Change, Client, ClientDate
from crm_desktop.domain.reminder_check import Why
from crm_desktop.services.book import Book
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP


class Fix(StrEnum):
    """One deed that makes a day remind again, or the place where that is done."""

    MAIN = "main"
    KEEP = "keep"
    ARCHIVE = "archive"
    CONTACT = "contact"
    TRASH = "trash"
    ENTER = "enter"
    SETTINGS = "settings"
    INDEX = "index"
    FILE = "file"


_FOR: Final = {
    Why.IN_TRASH: Fix.TRASH,
    Why.DECEASED: Fix.FILE,
    Why.ARCHIVED: Fix.ARCHIVE,
    Why.DO_NOT_CONTACT: Fix.CONTACT,
    Why.NO_DAY: Fix.ENTER,
    Why.ENDED: Fix.KEEP,
    Why.NOT_MAIN: Fix.MAIN,
    Why.BEYOND_CALENDAR: Fix.FILE,
    Why.LEAD_OFF: Fix.SETTINGS,
    Why.LOST: Fix.INDEX,
}
_WORDS: Final = {
    Fix.MAIN: QT_TRANSLATE_NOOP("CheckFixes", "Celebrate this one"),
    Fix.KEEP: QT_TRANSLATE_NOOP("CheckFixes", "Keep it again"),
    Fix.ARCHIVE: QT_TRANSLATE_NOOP("CheckFixes", "Take out of the archive"),
    Fix.CONTACT: QT_TRANSLATE_NOOP("CheckFixes", "May be contacted again"),
    Fix.TRASH: QT_TRANSLATE_NOOP("CheckFixes", "Take out of the trash"),
    Fix.ENTER: QT_TRANSLATE_NOOP("CheckFixes", "Enter it"),
    Fix.SETTINGS: QT_TRANSLATE_NOOP("CheckFixes", "Open Settings"),
    Fix.INDEX: QT_TRANSLATE_NOOP("CheckFixes", "Mend it"),
    Fix.FILE: QT_TRANSLATE_NOOP("CheckFixes", "Open her file"),
}


def fix_for(why: Why) -> Fix:
    """Return what can be done about a reason."""
    return _FOR[why]


def fix_words(fix: Fix) -> str:
    """Return what the button says."""
    return QCoreApplication.translate("CheckFixes", _WORDS[fix])


class Fixes(QObject):
    """Does what a button offers; every deed on the book can be undone.

    Signals:
        mended: what days are found by was made anew.
    """

    mended = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def do(self, fix: Fix, client: Client, date: ClientDate | None) -> None:
        """Do it, or open the place where she does it."""
        routes = self._desk.routes
        if fix is Fix.SETTINGS:
            routes.page_wanted.emit("settings")
        elif fix is Fix.INDEX:
            work = partial(self._desk.book.reminder_check.mend, (client.id,))
            self._desk.jobs.run(self, work, self._on_mended, lane=Lane.DATABASE)
        elif (deed := self._deed(fix, client, date)) is not None:
            self._desk.jobs.run(self, deed, self._desk.edits.done, lane=Lane.DATABASE)
        else:
            routes.client_wanted.emit(client.id)

    def mend_all(self) -> None:
        """Make anew what the days of every client are found by."""
        work = partial(_mend_all, self._desk.book, self._desk.clock.now())
        self._desk.jobs.run(self, work, self._on_mended, lane=Lane.DATABASE)

    def _deed(self, fix: Fix, client: Client, date: ClientDate | None) -> "partial[Change] | None":
        clients = self._desk.book.clients
        if fix is Fix.ARCHIVE:
            return partial(clients.archive, client.id, None)
        if fix is Fix.TRASH:
            return partial(self._desk.book.trash.take_out, (client.id,))
        if fix is Fix.CONTACT:
            return partial(clients.edit, replace(client, do_not_contact=False), {"do_not_contact"})
        if fix is Fix.MAIN and date is not None:
            return partial(clients.edit, replace(date, is_main=True), {"is_main"})
        if fix is Fix.KEEP and date is not None:
            return partial(clients.edit, replace(date, is_ended=False), {"is_ended"})
        return None

    def _on_mended(self, _nothing: None) -> None:
        self.mended.emit()


def _mend_all(book: Book, now: dt.datetime) -> None:
    lost = book.reminder_check.whole(now).findings.lost
    book.reminder_check.mend({gap.client.id for gap in lost})
