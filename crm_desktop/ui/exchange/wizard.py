"""ImportWizard: the steps of one import on the page, one after another."""

import datetime as dt
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from crm_desktop.clock import today
from crm_desktop.domain.errors import CrmError
from crm_desktop.domain.sheet_lists import Lists
from crm_desktop.services.book import Book
from crm_desktop.services.import_report import ImportReport
from crm_desktop.ui.ask import FileQuestion
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.exchange.columns_step import ColumnsStep
from crm_desktop.ui.exchange.conflict_step import ConflictStep
from crm_desktop.ui.exchange.flow import Doing, ImportFlow
from crm_desktop.ui.exchange.overview import Overview
from crm_desktop.ui.exchange.preview_step import PreviewStep
from crm_desktop.ui.exchange.profile_bar import ProfileBar
from crm_desktop.ui.exchange.result_step import ResultStep
from crm_desktop.ui.exchange.source_line import SourceLine
from crm_desktop.ui.exchange.trouble_step import PasswordStep, TroubleStep
from crm_desktop.ui.exchange.working import Working

if TYPE_CHECKING:
    from collections.abc import Callable


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
        self.known = ProfileBar(desk)
        self.columns.above.addWidget(self.known)
        self.preview = PreviewStep()
        self.conflicts = ConflictStep()
        self.result = ResultStep(desk)
        self._first: dict[QWidget, QWidget] = {
            self.columns: self.columns.compare_button,
            self.preview: self.preview.table,
            self.conflicts: self.conflicts.list,
            self.result: self.result.clients_button,
        }
        self._before: QWidget = self.columns
        self._seen: Overview | None = None
        self._is_leaving = False
        self._is_of_sheet = False
        self.source = SourceLine()
        self.steps = QStackedWidget()
        for step in (
            self.working,
            self.trouble,
            self.password,
            self.columns,
            self.preview,
            self.conflicts,
            self.result,
        ):
            self.steps.addWidget(step)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.source)
        whole.addWidget(self.steps, 1)
        self.source.hide()
        self._connect_flow()
        self._connect_steps()

    def open(self, path: Path) -> None:
        """Begin with the file at `path`."""
        self.preview.forget()
        self._before = self.working
        self.flow.open(path)

    @override
    def event(self, event: QEvent) -> bool:
        # Esc goes one step back here; the window would take it for something else.
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self._on_escape()
            event.accept()
            return True
        return super().event(event)

    def _on_escape(self) -> None:
        back: dict[QWidget | None, Callable[[], object]] = {
            self.working: self.working.cancel_button.click,
            self.columns: self._on_finished,
            self.preview: self._on_back,
            self.conflicts: self.conflicts.leave,
        }
        back.get(self.steps.currentWidget(), self._on_finished)()

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
        self.columns.sheet_said.connect(self._on_sheet_said)
        self.columns.compare_wanted.connect(flow.compare)
        self.columns.back_wanted.connect(self._on_other)
        self.known.profile_wanted.connect(flow.take_profile)
        self.known.plain_wanted.connect(flow.take_plain)
        self.known.remembered.connect(flow.remember)
        self.preview.big_wanted.connect(self._on_big)
        self.preview.known_wanted.connect(self._on_known)
        self.preview.accept_wanted.connect(flow.accept)
        self.preview.decided.connect(flow.decide)
        self.preview.answered.connect(flow.answer)
        self.preview.names_wanted.connect(self._on_names_wanted)
        self.preview.back_wanted.connect(self._on_back)
        self.preview.conflicts_wanted.connect(self._on_conflicts)
        self.conflicts.said.connect(flow.answers)
        self.conflicts.names_wanted.connect(self._on_names_wanted)
        self.conflicts.finished.connect(self._on_decided)
        self.source.kind_wanted.connect(flow.take_as)
        self.preview.apply_wanted.connect(flow.apply)
        self.result.undo_wanted.connect(flow.undo)
        self.result.save_errors_wanted.connect(self._on_save_errors)
        self.result.clients_wanted.connect(self._on_clients)
        self.result.duplicates_wanted.connect(self._on_duplicates)
        self.result.finished.connect(self._on_finished)

    def _show(self, step: QWidget, words: str) -> None:
        is_there = self.steps.currentWidget() is step
        self.steps.setCurrentWidget(step)
        if not is_there and step in self._first:
            self._first[step].setFocus()
        self.source.setVisible(step in {self.columns, self.preview})
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
        if self.flow.read is not None:
            self.known.show_list(self.flow.read, self.flow.rules)
        self.columns.show_columns(columns, self.flow.sheets)  # type: ignore[arg-type] # a signal carries any object
        self._show_source()
        self._show(self.columns, self.tr("Step 1 of 3: is every column understood?"))

        if self._is_of_sheet:
            self._is_of_sheet = False
            self.columns.focus_sheet()

    def _on_sheet_said(self, sheet: str, lists: Lists) -> None:
        self._is_of_sheet = True
        self.flow.say_sheet(sheet, lists)

    def _on_planned(self, seen: Overview, moved: bool) -> None:  # noqa: FBT001 - see above
        self._seen = seen
        if seen.made:
            self._on_names(seen.made)
        if self.steps.currentWidget() is self.conflicts and not self._is_leaving:
            self.conflicts.show_plan(seen, anew=False)
            return
        self._show_preview(moved=moved)

    def _show_preview(self, *, moved: bool) -> None:
        if self._seen is None:
            return
        self._is_leaving = False
        self._show_source()
        self.preview.show_plan(self._seen, moved=moved)
        words = (
            self.tr("Step 2 of 3: what would change; nothing is written yet")
            if self.flow.asks_columns
            else self.tr("What would change; nothing is written yet")
        )
        self._show(self.preview, words)

    def _show_source(self) -> None:
        if self.flow.read is not None:
            self.source.show_list(self.flow.read)

    def _on_conflicts(self) -> None:
        if self._seen is not None:
            self.conflicts.show_plan(self._seen, anew=True)
            self._show(self.conflicts, self.tr("Whose value stands?"))

    def _on_decided(self) -> None:
        """Go back to the preview, once what was decided last is planned."""
        if self.flow.is_busy:
            self._is_leaving = True
        else:
            self._show_preview(moved=False)

    def _on_applied(self, report: ImportReport) -> None:
        self.result.show_report(report)
        asked = self.flow.asks_columns
        self._show(self.result, self.tr("Step 3 of 3: done") if asked else self.tr("Done"))

    def _on_failed(self, error: CrmError) -> None:
        self.trouble.show_error(error)
        self._show(self.trouble, self.tr("Nothing was written"))

    def _on_stopped(self) -> None:
        if self._before in {self.columns, self.preview} and self._has_list():
            if self._before is self.columns:
                self._on_columns(self.flow.columns())
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
        if not self.flow.asks_columns:
            self._on_other()
            return
        self._on_columns(self.flow.columns())

    def _on_big(self, big: bool) -> None:  # noqa: FBT001 - the signature of a Qt signal
        self.flow.mark_big(big=big)

    def _on_known(self, known: bool) -> None:  # noqa: FBT001 - the signature of a Qt signal
        self.flow.known_only(known=known)

    def _on_names_wanted(self, ids: set[int]) -> None:
        work = partial(_names, self._desk.book, tuple(ids), today(self._desk.clock))
        self._desk.jobs.run(self, work, self._on_names)

    def _on_names(self, names: Mapping[int, str]) -> None:
        self.preview.show_names(names)
        self.conflicts.show_names(names)

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
        self._seen = None
        self._is_leaving = False
        self.preview.forget()
        self.flow.forget()
        self.left.emit()


def _names(book: Book, ids: tuple[int, ...], on: dt.date) -> dict[int, str]:
    return {line.id: line.name for line in book.clients.lines(ids, today=on)}
