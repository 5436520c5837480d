"""The last step: what was written, what it means, and the way back."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crm_desktop.clock import today
from crm_desktop.services.import_report import ImportReport
from crm_desktop.services.taking_back import BackReport
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.exchange.kept_list import KeptList
from crm_desktop.ui.exchange.naming import names_of
from crm_desktop.ui.exchange.summary_lines import SummaryLines
from crm_desktop.ui.exchange.take_back import TakeBack
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text.counts import counted, sentences
from crm_desktop.ui.text.import_results import is_left, left_words, title_words
from crm_desktop.ui.text.import_summary import counts_words
from crm_desktop.ui.theme.roles import Role, Tone
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S
from crm_desktop.ui.widgets.buttons import button, primary
from crm_desktop.ui.widgets.card import Band, Card
from crm_desktop.ui.widgets.labels import wrapped
from crm_desktop.ui.widgets.layouts import ScrollColumn, row

_WIDTH = 640


class ResultStep(QWidget):
    """A card with counts and what can be done now, and one that says what the import means.

    Signals:
        undo_wanted: take all of it back, nothing else having been changed since.
        save_errors_wanted: write the rows with problems to a workbook.
        clients_wanted: look at the clients.
        duplicates_wanted: look who is in the book twice now.
        finished: another import or export.
    """

    undo_wanted = Signal()
    save_errors_wanted = Signal()
    clients_wanted = Signal()
    duplicates_wanted = Signal()
    finished = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._run_id: int | None = None
        self._is_overtaken = False
        self._title = wrapped("", Role.SECTION)
        self._counts = wrapped("", Role.SECOND)
        self.band = Band("", Tone.OK)
        self.take_back = TakeBack(desk)
        self.undo_button = button(self.tr("Undo the import"), None, Icon.UNDO)
        self.errors_button = button(
            self.tr("Save the rows with problems as a workbook…"), None, Icon.SPREADSHEET
        )
        self.clients_button = primary(self.tr("Show the clients"), Icon.USERS)
        self.duplicates_button = button(self.tr("Who is in the book twice?"), None, Icon.MERGE)
        self.finish_button = button(self.tr("Done"))
        self.summary = SummaryLines()
        self.kept = KeptList()
        self._meaning = Card(self.tr("What it means"))
        self._staying = Card(self.tr("Kept because it was edited or used since"))
        self._connect()
        self._build()

    def show_report(self, report: ImportReport) -> None:
        """Show what was written."""
        self._run_id, self._is_overtaken = report.run_id, False
        self._title.setText(title_words(report))
        self._counts.setText(counts_words(report.counts))
        self._counts.setVisible(bool(self._counts.text()))
        rows = len({(problem.sheet, problem.row) for problem in report.problems})
        self.errors_button.setVisible(bool(rows))
        self.undo_button.setVisible(report.undo_id is not None)
        self.undo_button.setEnabled(True)
        self.clients_button.setEnabled(True)
        self.band.say(left_words(report), Tone.WARN if is_left(report) else Tone.OK)
        self._show_meaning(report)

    def show_undone(self) -> None:
        """Say that all of it was taken back."""
        self.band.say(self.tr("Taken back. The book is as it was before."), Tone.PLAIN)
        self.undo_button.hide()
        self._meaning.hide()

    def show_overtaken(self) -> None:
        """Know that the import is no longer the latest change: it can be taken back still."""
        self._is_overtaken = True

    def show_saved(self, file: str, rows: int) -> None:
        """Say where the rows with problems are."""
        one, many = (
            self.tr("1 row was saved as {file}."),
            self.tr("{count} rows were saved as {file}."),
        )
        rest = self.tr("Delete the file once you are done with it.")
        self.band.say(sentences(counted(rows, one, many, file=file), rest), Tone.OK)

    def _show_meaning(self, report: ImportReport) -> None:
        self._staying.hide()
        self._meaning.setVisible(report.summary is not None)
        if report.summary is None:
            return
        on = today(self._desk.clock)
        self.summary.show_summary(report.summary, on)
        work = partial(names_of, self._desk.book, report.summary.client_ids, on)
        self._desk.jobs.run(self, work, self.summary.show_names)

    def _on_undo(self) -> None:
        if not self._is_overtaken:
            self.undo_wanted.emit()
        elif self._run_id is not None:
            self.undo_button.setEnabled(False)
            self.take_back.begin(self._run_id)

    def _on_ended(self) -> None:
        self.undo_button.setEnabled(True)

    def _on_taken(self, report: BackReport, names: dict[int, str]) -> None:
        self.show_undone()
        kept = report.plan.told
        if kept:
            one = self.tr("Taken back but for 1 thing that was edited or used since.")
            many = self.tr("Taken back but for {count} things that were edited or used since.")
            self.band.say(counted(len(kept), one, many), Tone.PLAIN)
            self.kept.show_kept(kept, names)
        self._staying.setVisible(bool(kept))

    def _connect(self) -> None:
        self.undo_button.clicked.connect(self._on_undo)
        self.errors_button.clicked.connect(self.save_errors_wanted)
        self.clients_button.clicked.connect(self.clients_wanted)
        self.duplicates_button.clicked.connect(self.duplicates_wanted)
        self.finish_button.clicked.connect(self.finished)
        self.take_back.taken.connect(self._on_taken)
        self.take_back.ended.connect(self._on_ended)
        self.summary.client_wanted.connect(self._desk.routes.client_wanted)
        leave = QShortcut(QKeySequence.StandardKey.Cancel, self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.finished)

    def _build(self) -> None:
        card = Card()
        card.body.setSpacing(SPACE_S)
        for widget in (self._title, self._counts, self.band, self.take_back):
            card.body.addWidget(widget)
        card.body.addSpacing(SPACE_S)
        card.body.addLayout(row(self.errors_button, self.duplicates_button, 1))
        card.body.addLayout(row(self.undo_button, 1, self.finish_button, self.clients_button))
        self._meaning.body.addWidget(self.summary)
        self._staying.body.addWidget(self.kept)
        scroll = ScrollColumn()
        for each in (card, self._staying, self._meaning):
            each.setFixedWidth(_WIDTH)
            scroll.content.addLayout(row(1, each, 1))
        scroll.content.addSpacing(SPACE_M)
        scroll.content.addStretch(1)
        self._staying.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, SPACE_M, 0, 0)
        whole.addWidget(scroll)
