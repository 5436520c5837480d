"""TakeBack: an import of before taken back, with a look first at what of hers is in the way."""

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crm_desktop.clock import today
from crm_desktop.domain.errors import Cancelled, CrmError
from crm_desktop.services.book import Book
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.exchange.naming import names_of
from crm_desktop.ui.exchange.running import Running
from crm_desktop.ui.jobs import Job, Lane, Report

if TYPE_CHECKING:
    from crm_desktop.domain.records import Change
    from crm_desktop.services.taking_back import BackReport

Names = dict[int, str]


class TakeBack(QWidget):
    """A line with the progress, hidden until one is taken back.

    Signals:
        taken: the `BackReport`, and the names of whom what stays is about.
        ended: it is over, whether something was taken back or not.
    """

    taken = Signal(object, object)
    ended = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._run_id = 0
        self._names: Names = {}
        self.running = Running()
        self.running.cancel_wanted.connect(self._on_cancel)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.running)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether one is being taken back, or looked at."""
        return self._job is not None

    def begin(self, run_id: int) -> None:
        """Take an import back; where something of hers is in the way it is shown before."""
        if self._job is not None:
            return
        self._run_id = run_id
        self._start(self.tr("Looking at what was edited since…"))
        work = partial(_looked, self._desk.book, run_id, today(self._desk.clock))
        self._job = self._desk.jobs.run(self, work, self._on_looked, failed=self._on_failed)

    def _start(self, words: str) -> None:
        self.running.begin(words)
        self.show()

    def _on_looked(self, looked: "tuple[BackReport, Names]") -> None:
        from crm_desktop.ui.exchange.kept_list import KeptDialog  # noqa: PLC0415 - rarely wanted

        self._job = None
        report, self._names = looked
        if not report.plan.told:
            self._go()
            return
        self.hide()
        dialog = KeptDialog(report, self._names, self.window())
        dialog.accepted.connect(self._go)
        dialog.rejected.connect(self.ended)
        dialog.open()

    def _go(self) -> None:
        self._start(self.tr("Taking the import back…"))
        work = partial(_taken_back, self._desk.book, self._run_id)
        self._job = self._desk.jobs.run(
            self,
            work,
            self._on_done,
            failed=self._on_failed,
            lane=Lane.DATABASE,
            progress=self.running.advance,
        )

    def _on_done(self, done: "tuple[BackReport, Change]") -> None:
        report, change = done
        self._job = None
        self.hide()
        self._desk.edits.done(change)
        self.taken.emit(report, self._names)
        self.ended.emit()

    def _on_failed(self, error: CrmError) -> None:
        self._job = None
        self.hide()
        if not isinstance(error, Cancelled):
            self._desk.jobs.failed.emit(error)
        self.ended.emit()

    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()


def _looked(book: Book, run_id: int, on: dt.date) -> "tuple[BackReport, Names]":
    report = book.taking_back.look(run_id)
    ids = {kept.client_id for kept in report.plan.told if kept.client_id is not None}
    return report, names_of(book, ids, on)


def _taken_back(book: Book, run_id: int, report: Report) -> "tuple[BackReport, Change]":
    return book.taking_back.take_back(run_id, report)
