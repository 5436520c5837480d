"""ConflictDetail: the question the keys stand on, in full, with a button for each answer."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from crm_desktop.domain.import_questions import Answer
from crm_desktop.ui.exchange.conflict_lines import Head
from crm_desktop.ui.exchange.conflict_model import Line
from crm_desktop.ui.text.import_questions import answer_words
from crm_desktop.ui.theme.roles import Role, set_role
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.labels import wrapped
from crm_desktop.ui.widgets.layouts import ScrollColumn, column

_HEIGHT: Final = 152
_MOST: Final = 9
_STRETCHES: Final = (22, 20, 29, 29)
_TWO: Final = 2


class ConflictDetail(QFrame):
    """A card under the list, its columns those of the list.

    Signals:
        answered: which of the answers was pressed, counted from 1.
    """

    answered = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self.setFixedHeight(scaled(_HEIGHT))
        self._name = ElidedLabel("", Role.STRONG)
        self._word = ElidedLabel()
        self._what = ElidedLabel("", Role.SECOND)
        self._place = ElidedLabel("", Role.HINT)
        self._values = [wrapped("", Role.SECOND), wrapped(), wrapped()]
        self._scrolls = [_scrolling(value) for value in self._values]
        self.sides = [self._new_button(1), self._new_button(2)]
        self.buttons: list[QPushButton] = []
        self._answers = QHBoxLayout()
        self._answers.setSpacing(SPACE_S)
        self._answers.addStretch(1)
        self._build()

    def show_line(
        self, line: Head | Line | None, answer: Answer | None, names: Mapping[int, str]
    ) -> None:
        """Show a question, or of a client how to answer all of hers at once."""
        is_pair = isinstance(line, Line) and not line.question.is_who
        for widget in (*self._scrolls, *self.sides):
            widget.setVisible(is_pair)
        for widget in (self._word, self._what, self._place):
            widget.setText("")
        self._offer([])
        if isinstance(line, Line):
            self._show_question(line, answer, names)
        elif line is not None:
            self._name.setText(line.name)
            self._word.setText(self.tr("Everything of hers"))
            self._offer([self.tr("Keep all mine"), self.tr("Take all theirs")])
        else:
            self._name.setText("")

    def _show_question(self, line: Line, answer: Answer | None, names: Mapping[int, str]) -> None:
        asked = line.question
        self._name.setText(asked.name)
        self._word.setText(line.word)
        self._what.setText(line.what)
        words = self.tr("{sheet}, row {row}") if asked.sheet else self.tr("Contact {row}")
        self._place.setText(words.format(sheet=asked.sheet, row=asked.row_number))
        told = [answer_words(asked, each, names, line.what) for each in asked.answers[:_MOST]]
        chosen = asked.answers.index(answer) if answer in asked.answers else -1
        if asked.is_who:
            self._offer(told, chosen)
            return
        for value, text in zip(self._values, (line.base, line.mine, line.theirs), strict=True):
            value.setText(text)
        for place, (made, words) in enumerate(zip(self.sides, told, strict=True)):
            _say(made, place, words, is_chosen=place == chosen)

    def _offer(self, told: list[str], chosen: int = -1) -> None:
        """Show answers that are no two sides of a value, in a line of their own."""
        while len(self.buttons) < len(told):
            self.buttons.append(self._new_button(len(self.buttons) + 1))
            self._answers.insertWidget(len(self.buttons) - 1, self.buttons[-1])
        for place, made in enumerate(self.buttons):
            made.setVisible(place < len(told))
            if place < len(told):
                _say(made, place, told[place], is_chosen=place == chosen)

    def _new_button(self, number: int) -> QPushButton:
        made = button("")
        made.setCheckable(True)
        made.setProperty("answer", number)
        made.clicked.connect(self._on_clicked)
        return made

    def _on_clicked(self) -> None:
        self.answered.emit(self.sender().property("answer"))

    def _build(self) -> None:
        about = column(self._name, self._word, self._what, 1, self._place, spacing=SPACE_XS)
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        grid.setHorizontalSpacing(SPACE_M)
        grid.setVerticalSpacing(SPACE_S)
        grid.addLayout(about, 0, 0, _TWO, 1)
        for place, scroll in enumerate(self._scrolls, start=1):
            grid.addWidget(scroll, 0, place)
        for place, made in enumerate(self.sides, start=_TWO):
            grid.addWidget(made, 1, place)
        grid.addLayout(self._answers, 1, 1, 1, 3)
        grid.setRowStretch(0, 1)
        for place, share in enumerate(_STRETCHES):
            grid.setColumnStretch(place, share)


class _Value(ScrollColumn):
    """A text that scrolls where it is long, and asks for no width of its own."""

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, 0)


def _scrolling(value: QWidget) -> ScrollColumn:
    made = _Value()
    made.content.addWidget(value)
    return made


def _say(made: QPushButton, place: int, words: str, *, is_chosen: bool) -> None:
    made.setText(f"{place + 1}   {words}")
    made.setAccessibleName(words)
    made.setChecked(is_chosen)
