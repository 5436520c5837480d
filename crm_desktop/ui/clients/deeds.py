"""Deeds: what is done to the clients picked, each one change with one undo."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from crm_desktop.clock import today
from crm_desktop.domain.errors import CrmError
from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.list_query import Chosen
from crm_desktop.domain.records import Change
from crm_desktop.ui.clients.name_dialog import NameDialog
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.jobs import Job, Lane, Report
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP


class Deed(StrEnum):
    """What can be done to many."""

    TAG = "tag"
    UNTAG = "untag"
    OWNER = "owner"
    BIG = "big"
    NOT_BIG = "not_big"
    ARCHIVE = "archive"
    UNARCHIVE = "unarchive"
    EXPORT_MANAGER = "export_manager"
    EXPORT_ME = "export_me"
    TRASH = "trash"


_WORDS: Final = {
    Deed.TAG: QT_TRANSLATE_NOOP("Deeds", "Tag…"),
    Deed.UNTAG: QT_TRANSLATE_NOOP("Deeds", "Take a tag off…"),
    Deed.OWNER: QT_TRANSLATE_NOOP("Deeds", "Whose client…"),
    Deed.BIG: QT_TRANSLATE_NOOP("Deeds", "Mark as big clients"),
    Deed.NOT_BIG: QT_TRANSLATE_NOOP("Deeds", "Take the mark off"),
    Deed.ARCHIVE: QT_TRANSLATE_NOOP("Deeds", "Archive"),
    Deed.UNARCHIVE: QT_TRANSLATE_NOOP("Deeds", "Take out of the archive"),
    Deed.EXPORT_MANAGER: QT_TRANSLATE_NOOP("Deeds", "Export for the manager…"),
    Deed.EXPORT_ME: QT_TRANSLATE_NOOP("Deeds", "Export for me…"),
    Deed.TRASH: QT_TRANSLATE_NOOP("Deeds", "Move to the trash"),
}


def deed_words(deed: Deed) -> str:
    """Return what a deed is called."""
    return QCoreApplication.translate("Deeds", _WORDS[deed])


class Deeds(QObject):
    """Asks what a deed needs and does it beside the screen.

    Signals:
        began: work has begun, and what it is.
        advanced: how much of how much is done.
        ended: the work is over, done or not.
    """

    began = Signal(str)
    advanced = Signal(int, int)
    ended = Signal()

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._job: Job | None = None
        self.tags: tuple[str, ...] = ()
        self.owners: tuple[str, ...] = ()

    @property
    def is_busy(self) -> bool:
        """Whether a deed is under way."""
        return self._job is not None

    def do(self, deed: Deed, chosen: Chosen) -> None:
        """Do a deed to those chosen, after what it needs was asked for."""
        if self._job is not None:
            return
        match deed:
            case Deed.TAG | Deed.UNTAG | Deed.OWNER:
                self._ask_name(deed, chosen)
            case Deed.EXPORT_MANAGER:
                self._desk.routes.export_wanted.emit(chosen, Recipient.MANAGER)
            case Deed.EXPORT_ME:
                self._desk.routes.export_wanted.emit(chosen, Recipient.ME)
            case _:
                self._run(deed, chosen, "")

    def cancel(self) -> None:
        """Stop; nothing of a deed that was stopped is written."""
        if self._job is not None:
            self._job.cancel()

    def _ask_name(self, deed: Deed, chosen: Chosen) -> None:
        is_owner = deed is Deed.OWNER
        title = {
            Deed.TAG: self.tr("Give a tag"),
            Deed.UNTAG: self.tr("Take a tag off"),
        }.get(deed, self.tr("Whose clients are they?"))
        dialog = NameDialog(
            title,
            self.tr("Save"),
            self._page.window(),
            known=self.owners if is_owner else self.tags,
            may_be_empty=is_owner,
        )
        dialog.named.connect(partial(self._run, deed, chosen))
        dialog.open()

    def _run(self, deed: Deed, chosen: Chosen, name: str) -> None:
        work = partial(_done, self._desk, deed, chosen, name)
        self._begin(self.tr("Writing…"))
        self._job = self._desk.jobs.run(
            self,
            work,
            self._on_done,
            failed=self._on_failed,
            lane=Lane.DATABASE,
            progress=self.advanced.emit,
        )

    def _begin(self, words: str) -> None:
        self.began.emit(words)

    def _end(self) -> None:
        self._job = None
        self.ended.emit()

    def _on_done(self, change: Change) -> None:
        self._end()
        self._desk.edits.done(change)

    def _on_failed(self, error: CrmError) -> None:
        self._end()
        self._desk.jobs.failed.emit(error)


_Act = Callable[..., Change]


def _done(desk: Desk, deed: Deed, chosen: Chosen, name: str, report: Report) -> Change:
    """Do the deed in the lane of the database."""
    bulk, now = desk.book.bulk, today(desk.clock)
    if deed is Deed.TRASH:
        return desk.book.trash.put_in(bulk.ids(chosen, today=now), now)
    acts: dict[Deed, _Act] = {
        Deed.TAG: partial(bulk.add_tag, chosen, name),
        Deed.UNTAG: partial(bulk.remove_tag, chosen, name),
        Deed.OWNER: partial(bulk.give_owner, chosen, name),
        Deed.BIG: partial(bulk.mark_big, chosen, marked=True),
        Deed.NOT_BIG: partial(bulk.mark_big, chosen, marked=False),
        Deed.ARCHIVE: partial(bulk.archive, chosen, now),
        Deed.UNARCHIVE: partial(bulk.archive, chosen, None),
    }
    return acts[deed](today=now, progress=report)
