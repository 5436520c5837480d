"""RowDetail: one row of the list in full: what is wrong, what differs, and what to do about it."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from crm_desktop.domain.import_plan import (
    Accept,
    Decision,
    Difference,
    ImportPlan,
    ListKind,
    Options,
    Outcome,
    PlannedRow,
)
from crm_desktop.domain.import_questions import ACTION, LINES
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text.import_questions import line_answers
from crm_desktop.ui.text.importing import (
    difference_words,
    explained,
    field_word,
    outcome_word,
    place,
    value_words,
)
from crm_desktop.ui.theme.roles import Role, Tone, set_role
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.empty import EmptyState
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import ScrollColumn, column, hairline, row
from crm_desktop.ui.widgets.pill import Pill

_WIDTH: Final = 340
_TAKEN: Final = 48
"""What the frame of a button and the bar that scrolls take of it."""
TONES: Final = {
    Outcome.NEW: Tone.OK,
    Outcome.UPDATED: Tone.ACCENT,
    Outcome.SAME: Tone.PLAIN,
    Outcome.CONFLICT: Tone.WARN,
    Outcome.ERROR: Tone.BAD,
    Outcome.SKIPPED: Tone.PLAIN,
}


class RowDetail(QFrame):
    """A card beside the table.

    Signals:
        decided: the row, a field and the `Accept` that wins there.
        answered: the row and the id of the client it is about, 0 for somebody new.
    """

    decided = Signal(object, str, object)
    answered = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self.setFixedWidth(_WIDTH)
        self._row: PlannedRow | None = None
        self._options: Options | None = None
        self._name = ElidedLabel("", Role.SECTION)
        self._pill = Pill("")
        self._list = ScrollColumn()
        self._list.content.setSpacing(SPACE_S)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        whole.setSpacing(SPACE_S)
        whole.addLayout(row(self._name, self._pill))
        whole.addWidget(self._list, 1)

    def show_row(
        self,
        shown: PlannedRow | None,
        names: Mapping[int, str],
        plan: ImportPlan | None = None,
    ) -> None:
        """Show a row of a plan; `names` says who the candidates of a question are."""
        self._options = None if plan is None else plan.options
        self._row = shown
        self._list.clear()
        self._name.setVisible(shown is not None)
        self._pill.setVisible(shown is not None)
        if shown is None:
            self._list.content.addWidget(EmptyState(Icon.INFO, self.tr("Choose a row")))
            return
        self._name.setText(shown.name or self.tr("Without a name"))
        self._pill.say(outcome_word(shown.outcome), TONES[shown.outcome])
        for widget in self._told(shown, names):
            self._list.content.addWidget(widget)

    def _told(self, shown: PlannedRow, names: Mapping[int, str]) -> list[QWidget]:
        told: list[QWidget] = []
        if shown.outcome is Outcome.ERROR:
            told.append(wrapped(self.tr("This row is left out; nothing of it is written.")))
        for problem in shown.problems:
            told += [label(place(problem), Role.HINT), wrapped(explained(problem))]
        if shown.candidates:
            told += self._question(shown, names)
        open_ones = [one for one in shown.differences if self._is_open(one)]
        if open_ones:
            told += [hairline(), label(self.tr("Which one is right?"), Role.FIELD_LABEL)]
            told += [self._choice(one) for one in open_ones]
        rest = [one for one in shown.differences if not self._is_open(one)]
        if rest:
            told += [hairline(), label(self.tr("This is taken over"), Role.FIELD_LABEL)]
            told += [wrapped(difference_words(one), Role.SECOND) for one in rest]
        if not told:
            told.append(wrapped(self._nothing(shown), Role.SECOND))
        return told

    def _nothing(self, shown: PlannedRow) -> str:
        if shown.outcome is Outcome.NEW:
            return self.tr("She is not in the book yet; everything in her row is taken.")
        if shown.outcome is Outcome.SKIPPED:
            return self.tr("Not in the book, and passed over as you wished.")
        return self.tr("The book knows all of this already.")

    def _question(self, shown: PlannedRow, names: Mapping[int, str]) -> list[QWidget]:
        told: list[QWidget] = [hairline(), label(self.tr("Who is this?"), Role.FIELD_LABEL)]
        for client_id in shown.candidates:
            name = names.get(client_id, "")
            told.append(self._answer(self.tr("It is {name}").format(name=name), client_id))
        told.append(self._answer(self.tr("Somebody new"), 0))
        return told

    def _answer(self, words: str, client_id: int) -> QPushButton:
        made = button(words)
        made.setProperty("client", client_id)
        made.clicked.connect(self._on_answer)
        return made

    def _choice(self, one: Difference) -> QWidget:
        side = QWidget()
        group = QButtonGroup(side)
        mine, theirs = self._sides(one)
        sides = ((Accept.MINE, mine), (Accept.THEIRS, theirs))
        taken = self._side_taken(one)
        buttons = []
        for accept, words in sides:
            made = button("")
            made.setText(_short(words, made))
            made.setToolTip(words)
            made.setAccessibleName(f"{field_word(one.field)}: {words}")
            made.setCheckable(True)
            made.setChecked(accept is taken)
            made.setProperty("field", one.field)
            made.setProperty("side", accept.value)
            made.clicked.connect(self._on_decided)
            group.addButton(made)
            buttons.append(made)
        told = [label(field_word(one.field), Role.STRONG)]
        if one.field in LINES:
            both = (value_words(one.field, each) for each in (one.ours, one.theirs) if each)
            told += [wrapped(each, Role.SECOND) for each in both]
        side.setLayout(column(*told, *buttons, spacing=SPACE_XS))
        return side

    def _side_taken(self, one: Difference) -> Accept | None:
        """Return whose value stands now; whether a purchase is another stands open till said."""
        if one.field in LINES and self._row is not None and self._options is not None:
            return self._options.decided.get((self._row.sheet, self._row.row_number, one.field))
        return Accept.MINE if one.decision is Decision.KEPT else Accept.THEIRS

    def _sides(self, one: Difference) -> tuple[str, str]:
        """Return what stands on the buttons of a difference."""
        if one.field == ACTION:
            return self.tr("Keep it"), self.tr("Delete it")
        if one.field in LINES:
            return line_answers(one.field)
        mine, theirs = value_words(one.field, one.ours), value_words(one.field, one.theirs)
        is_ours = self._options is not None and self._options.kind is ListKind.ROUNDTRIP
        words = self.tr("Theirs: {value}") if is_ours else self.tr("The list: {value}")
        return self.tr("Mine: {value}").format(value=mine), words.format(value=theirs)

    def _is_open(self, one: Difference) -> bool:
        """Return whether she may say whose value stands; in a sheet of ours where she is asked."""
        if one.decision is Decision.KEPT:
            return True
        if self._options is None or self._options.kind is not ListKind.ROUNDTRIP:
            return one.decision is Decision.TAKEN
        return self._row is not None and (
            (self._row.sheet, self._row.row_number, one.field) in self._options.decided
        )

    def _on_answer(self) -> None:
        self.answered.emit(self._row, self.sender().property("client"))

    def _on_decided(self) -> None:
        pressed = self.sender()
        self.decided.emit(self._row, pressed.property("field"), Accept(pressed.property("side")))


def _short(words: str, made: QPushButton) -> str:
    """Return the words as a button of this width can hold them."""
    line = " ".join(words.split())
    room = _WIDTH - 2 * SPACE_M - _TAKEN
    return made.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, room)
