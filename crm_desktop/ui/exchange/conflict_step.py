"""The step of deciding: where the list and the book say different things, whose value stands."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QMenu, QProgressBar, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from crm_desktop.domain.import_plan import Accept
from crm_desktop.domain.import_questions import (
    Answer,
    Answers,
    Place,
    Question,
    renewed,
    same_for_all,
)
from crm_desktop.ui.exchange.conflict_detail import ConflictDetail
from crm_desktop.ui.exchange.conflict_lines import Head
from crm_desktop.ui.exchange.conflict_list import ConflictList
from crm_desktop.ui.exchange.conflict_model import ConflictModel, Line
from crm_desktop.ui.exchange.conflict_row import side_of
from crm_desktop.ui.exchange.overview import Overview
from crm_desktop.ui.fields.choice import ChoiceField
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text.import_questions import question_word
from crm_desktop.ui.theme.roles import Role, set_mark
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S
from crm_desktop.ui.widgets.buttons import IconButton, button, primary
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import row

_BAR_WIDTH: Final = 140
_BAR_HEIGHT: Final = 6
_PLAN_AFTER_MS: Final = 700


class ConflictStep(QWidget):
    """What is to be decided, one line each.

    Signals:
        said: the `Answers` as they stand, a moment after the last one.
        names_wanted: the ids of clients whose names are to be shown.
        finished: back to the preview; `said` came before where anything was answered.
    """

    said = Signal(object)
    names_wanted = Signal(object)
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ConflictModel(self)
        self.list = ConflictList(self.model)
        self.detail = ConflictDetail()
        self.progress = label("", Role.STRONG)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(_BAR_WIDTH, _BAR_HEIGHT)
        self.bar.setAccessibleName(self.tr("How much is decided"))
        self.field: ChoiceField[str | None] = ChoiceField(
            self.tr("Field"), ((None, self.tr("All fields")),), None
        )
        set_mark(self.field, "role", "")
        self.open_only = QCheckBox(self.tr("Undecided only"))
        self.mine_button = self._bulk(self.tr("Keep mine for"), Accept.MINE)
        self.theirs_button = self._bulk(self.tr("Take theirs for"), Accept.THEIRS)
        self.undo_button = IconButton(Icon.UNDO, self.tr("Take the last decision back (Ctrl+Z)"))
        self.next_button = button(self.tr("Next undecided"), None, Icon.DOWN)
        self.done_button = primary(self.tr("See what changes"), Icon.CHECK)
        self._hint = label(self.tr("What you leave undecided stays as you have it."), Role.SECOND)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PLAN_AFTER_MS)
        self._build()
        self._connect()

    def show_plan(self, seen: Overview, *, anew: bool) -> None:
        """Show the questions of a plan; unless `anew`, what is answered already stays in place."""
        if anew:
            self.model.show(seen.questions, Answers.of(seen.plan), seen)
            self.open_only.setChecked(False)
        else:
            answers = self.model.answers
            asked = renewed(self.model.questions, seen.questions, answers)
            self.model.show(asked, answers, seen)
        self._offer_fields()
        self._show_progress()
        if not self.list.currentIndex().isValid():
            self._go(self.model.next_open(-1))
        self._show_current()
        wanted = {each for one in self.model.questions for each in one.candidates}
        if wanted := wanted - self.model.names().keys():
            self.names_wanted.emit(wanted)

    @property
    def is_waiting(self) -> bool:
        """Whether something was answered that was not handed over yet."""
        return self._later.isActive()

    def show_names(self, names: Mapping[int, str]) -> None:
        """Learn who candidates are."""
        at = self._place()
        self.model.show_names(names)
        self._return_to(at)

    def leave(self) -> None:
        """Hand over what was answered, and go back to the preview."""
        self._tell_now()
        self.finished.emit()

    def _bulk(self, words: str, side: Accept) -> QPushButton:
        made = button(words, None, Icon.CHEVRON_DOWN)
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        menu = QMenu(made)
        menu.aboutToShow.connect(self._on_menu)
        menu.setProperty("side", side.value)
        made.setMenu(menu)
        return made

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE_M)
        top = row(self.progress, self.bar, self.undo_button, 1, spacing=SPACE_S)
        for widget in (self.open_only, self.field, self.mine_button, self.theirs_button):
            top.addWidget(widget)
        whole.addLayout(top)
        whole.addWidget(self.list, 1)
        whole.addWidget(self.detail)
        whole.addLayout(row(self._hint, 1, self.next_button, self.done_button, spacing=SPACE_S))
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.list.answered.connect(self._on_answered)
        self.list.clicked_side.connect(self._on_clicked_side)
        self.list.turned.connect(self._on_turned)
        self.list.cleared.connect(self._on_cleared)
        self.list.next_wanted.connect(self._on_next)
        self.list.menu_wanted.connect(self._on_context)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.detail.answered.connect(self._on_pressed)
        self.field.committed.connect(self._on_filter)
        self.open_only.toggled.connect(self._on_filter)
        self.undo_button.clicked.connect(self._on_undo)
        self.next_button.clicked.connect(self._on_next)
        self.done_button.clicked.connect(self.leave)
        self._later.timeout.connect(self._tell_now)

    @override
    def event(self, event: QEvent) -> bool:
        # Ctrl+Z takes a decision back here, not the latest change of the book.
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo):
            if event.type() == QEvent.Type.KeyPress:
                self._on_undo()
            event.accept()
            return True
        return super().event(event)

    def _on_answered(self, at: QModelIndex, number: int) -> None:
        line = self.model.line(at)
        if isinstance(line, Head):
            if number in {1, 2}:
                self.decide(same_for_all(line.questions, tuple(Accept)[number - 1]))
        elif line is not None:
            answers = line.question.answers
            if number <= len(answers):
                self.decide({line.question.place: answers[number - 1]})
                self._go_on(at)

    def _on_clicked_side(self, at: QModelIndex, side: int) -> None:
        line = self.model.line(at)
        if isinstance(line, Line):
            wanted = _answer_in(line.question, tuple(Accept)[side - 1])
            is_so = self.model.answer(line.question) == wanted
            self.decide({line.question.place: None if is_so else wanted})

    def _on_pressed(self, number: int) -> None:
        self._on_answered(self.list.currentIndex(), number)
        self._show_current()

    def _on_turned(self, at: QModelIndex) -> None:
        line = self.model.line(at)
        if isinstance(line, Line):
            side = side_of(line.question, self.model.answer(line.question))
            other = Accept.THEIRS if side is Accept.MINE else Accept.MINE
            self.decide({line.question.place: _answer_in(line.question, other)})

    def _on_cleared(self, at: QModelIndex) -> None:
        line = self.model.line(at)
        if line is not None:
            asked = line.questions if isinstance(line, Head) else (line.question,)
            self.decide(dict.fromkeys([one.place for one in asked]))

    def _on_undo(self) -> None:
        places = self.model.back()
        if places:
            self._go(self.model.index_of(places[0]))
            self._changed()

    def _on_next(self) -> None:
        self._go(self.model.next_open(self.list.currentIndex().row()))
        self.list.setFocus()

    def _on_filter(self) -> None:
        at = self._place()
        self.model.filter(self.field.value(), open_only=self.open_only.isChecked())
        self._return_to(at)

    def _on_menu(self) -> None:
        menu = self.sender()
        if isinstance(menu, QMenu):
            menu.clear()
            self._fill(menu, Accept(menu.property("side")))

    def _on_context(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for made in (self.mine_button, self.theirs_button):
            inner = menu.addMenu(made.text())
            self._fill(inner, Accept(made.menu().property("side")))
        menu.popup(place)

    def _fill(self, menu: QMenu, side: Accept) -> None:
        """Offer one side for the client, for the field, for the rest."""
        for words, questions in self._scopes():
            act = menu.addAction(words)
            act.setData((side, questions))
            act.setEnabled(bool(same_for_all(questions, side)))
            act.triggered.connect(self._on_bulk)

    def _scopes(self) -> list[tuple[str, Sequence[Question]]]:
        line = self.model.line(self.list.currentIndex())
        found: list[tuple[str, Sequence[Question]]] = []
        everything = self.model.questions
        if line is not None:
            first = line.questions[0] if isinstance(line, Head) else line.question
            of_her = [one for one in everything if one.group == first.group]
            words = self.tr("Everything of {name} ({count})")
            found.append((words.format(name=first.name, count=len(of_her)), of_her))
        if isinstance(line, Line) and not line.question.is_who:
            of_field = [one for one in everything if one.field == line.question.field]
            words = self.tr("{field} of everybody ({count})")
            found.append((words.format(field=line.word, count=len(of_field)), of_field))
        rest = [one for one in self.model.shown() if self.model.answer(one) is None]
        found.append(
            (self.tr("All that is undecided here ({count})").format(count=len(rest)), rest)
        )
        return found

    def _on_bulk(self) -> None:
        side, questions = self.sender().data()  # type: ignore[attr-defined] # an action
        self.decide(same_for_all(questions, side))

    def decide(self, answers: Mapping[Place, Answer | None]) -> None:
        """Answer as one step; None leaves undecided again."""
        if self.model.give(answers):
            self._changed()

    def _changed(self) -> None:
        self._show_progress()
        self._show_current()
        self._later.start()

    def _tell_now(self) -> None:
        if self._later.isActive() or self.sender() is self._later:
            self._later.stop()
            self.said.emit(self.model.answers)

    def _go_on(self, at: QModelIndex) -> None:
        """Step to the next undecided one; after the last one stay."""
        following = self.model.next_open(at.row())
        if following.isValid():
            self._go(following)

    def _go(self, at: QModelIndex) -> None:
        if not at.isValid():
            return
        self.list.setCurrentIndex(at)
        self.list.scrollTo(at)
        above = at.siblingAtRow(at.row() - 1)
        if isinstance(self.model.line(above), Head):
            # Whose line it is stands above it.
            self.list.scrollTo(above)

    def _place(self) -> Place | None:
        line = self.model.line(self.list.currentIndex())
        return line.question.place if isinstance(line, Line) else None

    def _return_to(self, place: Place | None) -> None:
        at = QModelIndex() if place is None else self.model.index_of(place)
        self._go(at if at.isValid() else self.model.next_open(-1))
        self._show_current()

    def _show_current(self) -> None:
        line = self.model.line(self.list.currentIndex())
        answer = self.model.answer(line.question) if isinstance(line, Line) else None
        self.detail.show_line(line, answer, self.model.names())

    def _show_progress(self) -> None:
        done, count = self.model.decided, len(self.model.questions)
        words = self.tr("{done} of {count} decided")
        self.progress.setText(words.format(done=f"{done:,}", count=f"{count:,}"))
        self.bar.setRange(0, max(count, 1))
        self.bar.setValue(done)
        self.undo_button.setEnabled(self.model.answers.can_go_back)
        self.next_button.setEnabled(done < count)

    def _offer_fields(self) -> None:
        first = {one.field: one for one in reversed(self.model.questions)}
        words = self.tr("{field} ({count})")
        choices: list[tuple[str | None, str]] = [(None, self.tr("All fields"))]
        choices += [
            (field, words.format(field=question_word(first[field]), count=count))
            for field, count in self.model.fields.items()
        ]
        wanted = self.field.value()
        known = wanted if wanted in dict(choices) else None
        with QSignalBlocker(self.field):
            self.field.offer(choices, known)
        if known != wanted:
            self._on_filter()


def _answer_in(question: Question, side: Accept) -> Answer:
    """Return the answer a column stands for: of several people the first one."""
    if not question.is_who:
        return side
    return question.answers[0] if side is Accept.MINE else question.answers[-1]
