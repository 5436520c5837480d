"""The last step: what was written, and the way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crm_desktop.domain.import_plan import Outcome
from crm_desktop.services.import_report import ImportReport
from crm_desktop.ui.exchange.count_cards import ORDER
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text.importing import outcome_word
from crm_desktop.ui.theme.roles import Role, Tone
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.buttons import button, primary
from crm_desktop.ui.widgets.card import Band, Card
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import row

_WIDTH = 560


class ResultStep(QWidget):
    """A card with counts and what can be done now.

    Signals:
        undo_wanted: take all of it back.
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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label("", Role.SECTION)
        self._counts = wrapped("", Role.SECOND)
        self.band = Band("", Tone.OK)
        self.undo_button = button(self.tr("Undo the import"), None, Icon.UNDO)
        self.errors_button = button(
            self.tr("Save the rows with problems as a workbook…"), None, Icon.SPREADSHEET
        )
        self.clients_button = primary(self.tr("Show the clients"), Icon.USERS)
        self.duplicates_button = button(self.tr("Who is in the book twice?"), None, Icon.MERGE)
        self.finish_button = button(self.tr("Done"))
        self.undo_button.clicked.connect(self.undo_wanted)
        self.errors_button.clicked.connect(self.save_errors_wanted)
        self.clients_button.clicked.connect(self.clients_wanted)
        self.duplicates_button.clicked.connect(self.duplicates_wanted)
        self.finish_button.clicked.connect(self.finished)
        self._build()

    def show_report(self, report: ImportReport) -> None:
        """Show what was written."""
        written = report.counts[Outcome.NEW] + report.counts[Outcome.UPDATED]
        words = self.tr("{file}: {count} clients are in the book")
        self._title.setText(words.format(file=report.file, count=f"{written:,}"))
        self._counts.setText(
            " · ".join(
                f"{outcome_word(outcome)} {report.counts[outcome]:,}"
                for outcome in ORDER
                if report.counts[outcome]
            )
        )
        rows = len({(problem.sheet, problem.row) for problem in report.problems})
        self.errors_button.setVisible(bool(rows))
        self.undo_button.setVisible(report.undo_id is not None)
        self.clients_button.setEnabled(True)
        if rows:
            words = self.tr(
                "In {count} rows something could not be taken. Save them, mend the red cells in "
                "Excel and import that file: what is here already stays."
            )
            self.band.say(words.format(count=rows), Tone.WARN)
        else:
            self.band.say(self.tr("Every row was taken as it stood."), Tone.OK)

    def show_undone(self) -> None:
        """Say that all of it was taken back."""
        self.band.say(self.tr("Taken back. The book is as it was before."), Tone.PLAIN)
        self.undo_button.hide()

    def show_overtaken(self) -> None:
        """Say that the import is no longer the latest change."""
        self.undo_button.hide()

    def show_saved(self, file: str, rows: int) -> None:
        """Say where the rows with problems are."""
        words = self.tr("{count} rows were saved as {file}. Delete it once you are done with it.")
        self.band.say(words.format(count=rows, file=file), Tone.OK)

    def _build(self) -> None:
        card = Card()
        card.setFixedWidth(_WIDTH)
        card.body.setSpacing(SPACE_S)
        for widget in (self._title, self._counts, self.band):
            card.body.addWidget(widget)
        card.body.addSpacing(SPACE_S)
        card.body.addLayout(row(self.errors_button, 1))
        card.body.addLayout(row(self.duplicates_button, 1))
        card.body.addLayout(row(self.undo_button, 1, self.finish_button, self.clients_button))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addStretch(2)
        whole.addLayout(row(1, card, 1))
        whole.addStretch(3)
