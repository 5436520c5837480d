"""ImportWizard: the steps of one import on the page, one after another."""

import datetime as dt
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from crm_desktop.clock import today
from crm_desktop.domain.errors import CrmError
from crm_desktop.domain.import_plan import ImportPlan
from crm_desktop.services.book import Book
from crm_desktop.services.import_report import ImportReport
from crm_desktop.ui.ask import FileQuestion
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.exchange.columns_step import ColumnsStep
from crm_desktop.ui.exchange.flow import Doing, ImportFlow
from crm_desktop.ui.exchange.preview_step import PreviewStep
from crm_desktop.ui.exchange.result_step import ResultStep
from crm_desktop.ui.exchange.trouble_step import PasswordStep, TroubleStep
from crm_desktop.ui.exchange.working import Working


class ImportWizard(QWidget):
    """Shows the step the flow stands at.

    Signals:
        left: the wizard is over, or another file is wanted.
        other_wanted: another file is wanted at once.
        said: the line under the title of the page: the file and the step.
    """

    left = Signal()
    other_wanted = Signal()
    said = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.flow = ImportFlow(desk, self)
        self.working = Working()
        self.trouble = TroubleStep()
        self.password = PasswordStep()
        self.columns = ColumnsStep()
        self.preview = PreviewStep()
        self.result = ResultStep(desk)
        self._before: QWidget = self.columns
        self.steps = QStackedWidget()
        for step in (
            self.working,
            self.trouble,
            self.password,
            self.columns,
            self.preview,
            self.result,
        ):
            self.steps.addWidget(step)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.steps)
        self._connect_flow()
        self._connect_steps()

    def open(self, path: Path) -> None:
        """Begin with the file at `path`."""
        self._before = self.working
        self.flow.open(path)

    def _connect_flow(self) -> None:
        flow = self.flow
        flow.doing.connect(self._on_doing)
        flow.advanced.connect(self.working.advance)
        flow.password_wanted.connect(self._on_password)
        flow.columns_known.connect(self._on_columns)
        flow.planned.connect(self._on_planned)
        flow.applied.connect(self._on_applied)
        flow.undone.connect(self.result.show_undone)
        flow.overtaken.connect(self.result.show_overtaken)
        flow.errors_saved.connect(self._on_errors_saved)
        flow.failed.connect(self._on_failed)
        flow.stopped.connect(self._on_stopped)

    def _connect_steps(self) -> None:
        flow = self.flow
        self.working.cancel_wanted.connect(flow.cancel)
        self.trouble.again_wanted.connect(self._on_again)
        self.trouble.other_wanted.connect(self._on_other)
        self.password.given.connect(flow.unlock)
        self.password.other_wanted.connect(self._on_other)
        self.columns.chosen.connect(flow.choose)
        self.columns.compare_wanted.connect(flow.compare)
        self.columns.back_wanted.connect(self._on_other)
        self.preview.big_wanted.connect(self._on_big)
        self.preview.known_wanted.connect(self._on_known)
        self.preview.accept_wanted.connect(flow.accept)
        self.preview.decided.connect(flow.decide)
        self.preview.answered.connect(flow.answer)
        self.preview.names_wanted.connect(self._on_names_wanted)
        self.preview.back_wanted.connect(self._on_back)
        self.preview.apply_wanted.connect(flow.apply)
        self.result.undo_wanted.connect(flow.undo)
        self.result.save_errors_wanted.connect(self._on_save_errors)
        self.result.clients_wanted.connect(self._on_clients)
        self.result.duplicates_wanted.connect(self._on_duplicates)
        self.result.finished.connect(self._on_finished)

    def _show(self, step: QWidget, words: str) -> None:
        self.steps.setCurrentWidget(step)
        self.said.emit(f"{self.flow.file} · {words}")

    def _on_doing(self, doing: Doing) -> None:
        step = self.steps.currentWidget()
        if step in {self.columns, self.preview}:
            self._before = step
        titles = {
            Doing.READING: (self.tr("Reading the file…"), ""),
            Doing.COMPARING: (self.tr("Comparing it with the book…"), ""),
            Doing.WRITING: (
                self.tr("Importing…"),
                self.tr("A backup is made first; then everything is written at once."),
            ),
        }
        self.working.begin(*titles[doing])
        self._show(self.working, titles[doing][0])

    def _on_password(self, wrong: bool) -> None:  # noqa: FBT001 - the signature of a Qt signal
        self._show(self.password, self.tr("Password"))
        self.password.ask(self.flow.file, wrong=wrong)

    def _on_columns(self, columns: object) -> None:
        self.columns.show_columns(columns)  # type: ignore[arg-type] # a signal carries any object
        self._show(self.columns, self.tr("Step 1 of 3: is every column understood?"))

    def _on_planned(self, plan: ImportPlan, moved: bool) -> None:  # noqa: FBT001 - see above
        self.preview.show_plan(plan, moved=moved, of_phone=self.flow.is_cards)
        words = (
            self.tr("Step 1 of 2: what would change; nothing is written yet")
            if self.flow.is_cards
            else self.tr("Step 2 of 3: what would change; nothing is written yet")
        )
        self._show(self.preview, words)

    def _on_applied(self, report: ImportReport) -> None:
        self.result.show_report(report)
        done = self.tr("Step 2 of 2: done") if self.flow.is_cards else self.tr("Step 3 of 3: done")
        self._show(self.result, done)
        self.result.clients_button.setFocus()

    def _on_failed(self, error: CrmError) -> None:
        self.trouble.show_error(error)
        self._show(self.trouble, self.tr("Nothing was written"))

    def _on_stopped(self) -> None:
        if self._before in {self.columns, self.preview} and self._has_list():
            self._show(self._before, self.tr("Stopped. Nothing was written."))
        else:
            self._on_finished()

    def _has_list(self) -> bool:
        return self.flow.has_list

    def _on_again(self) -> None:
        if self._before is self.preview:
            self.flow.compare()
        else:
            self.flow.again()

    def _on_other(self) -> None:
        self._on_finished()
        self.other_wanted.emit()

    def _on_back(self) -> None:
        if self.flow.is_cards:
            self._on_other()
            return
        self._on_columns(self.flow.columns())

    def _on_big(self, big: bool) -> None:  # noqa: FBT001 - the signature of a Qt signal
        self.flow.mark_big(big=big)

    def _on_known(self, known: bool) -> None:  # noqa: FBT001 - the signature of a Qt signal
        self.flow.known_only(known=known)

    def _on_names_wanted(self, ids: set[int]) -> None:
        work = partial(_names, self._desk.book, tuple(ids), today(self._desk.clock))
        self._desk.jobs.run(self, work, self.preview.show_names)

    def _on_save_errors(self) -> None:
        name = self.tr("{file} - to mend.xlsx").format(file=Path(self.flow.file).stem)
        question = FileQuestion(
            title=self.tr("Save the rows with problems"), kinds=("Excel (*.xlsx)",), name=name
        )
        self._desk.ask.save_file(self, question, self._on_errors_path)

    def _on_errors_path(self, path: Path) -> None:
        self.flow.save_errors(path, self.tr("What is wrong"))

    def _on_errors_saved(self, path: Path, rows: int) -> None:
        self.result.show_saved(path.name, rows)

    def _on_clients(self) -> None:
        self._on_finished()
        self._desk.routes.page_wanted.emit("clients")

    def _on_duplicates(self) -> None:
        self._on_finished()
        self._desk.routes.duplicates_wanted.emit(0)

    def _on_finished(self) -> None:
        self.flow.forget()
        self.left.emit()


def _names(book: Book, ids: tuple[int, ...], on: dt.date) -> dict[int, str]:
    return {line.id: line.name for line in book.clients.lines(ids, today=on)}
