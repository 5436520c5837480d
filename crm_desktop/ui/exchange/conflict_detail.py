"""ConflictDetail: the question the keys stand on, in full, with a button for each answer."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crm_desktop.domain.import_questions import Answer
from crm_desktop.ui.exchange.conflict_model import Head, Line
from crm_desktop.ui.text.import_questions import answer_words
from crm_desktop.ui.theme.roles import Role, set_role
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import ScrollColumn, column, row

_HEIGHT: Final = 168
_MOST: Final = 9
_STRETCH: Final = 1


class ConflictDetail(QFrame):
    """A card under the list.

    Signals:
        answered: which of the answers was pressed, counted from 1.
    """

    answered = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self.setFixedHeight(scaled(_HEIGHT))
        self._title = ElidedLabel("", Role.STRONG)
        self._place = label("", Role.HINT)
        self._values = [wrapped() for _ in range(3)]
        words = (self.tr("Last synced"), self.tr("Mine"), self.tr("Theirs"))
        self._sides = [
            _side(label(each, Role.HINT), value)
            for each, value in zip(words, self._values, strict=True)
        ]
        self._buttons: list[QPushButton] = []
        self._answers = QHBoxLayout()
        self._answers.setSpacing(SPACE_S)
        self._build()

    def show_line(
        self, line: Head | Line | None, answer: Answer | None, names: Mapping[int, str]
    ) -> None:
        """Show a question, or of a client how to answer all of hers at once."""
        is_line = isinstance(line, Line)
        for side in self._sides:
            side.setVisible(is_line)
        if isinstance(line, Line):
            self._show_question(line, answer, names)
        else:
            name = line.name if line is not None else ""
            words = self.tr("{name}: the keys 1 and 2 decide everything of hers at once")
            self._title.setText(words.format(name=name) if line is not None else "")
            self._place.setText("")
            self._offer([self.tr("Keep all mine"), self.tr("Take all theirs")] if name else [])

    def _show_question(self, line: Line, answer: Answer | None, names: Mapping[int, str]) -> None:
        asked = line.question
        self._title.setText(" · ".join(filter(None, (asked.name, line.word, line.what))))
        words = self.tr("{sheet}, row {row}") if asked.sheet else self.tr("Contact {row}")
        self._place.setText(words.format(sheet=asked.sheet, row=asked.row_number))
        for value, text in zip(self._values, (line.base, line.mine, line.theirs), strict=True):
            value.setText(text)
        for side in self._sides:
            side.setVisible(not asked.is_who)
        told = [answer_words(asked, each, names, line.what) for each in asked.answers[:_MOST]]
        self._offer(told, chosen=asked.answers.index(answer) if answer in asked.answers else -1)

    def _offer(self, told: list[str], chosen: int = -1) -> None:
        while len(self._buttons) < len(told):
            self._buttons.append(self._new_button())
        for place, made in enumerate(self._buttons):
            made.setVisible(place < len(told))
            if place < len(told):
                made.setText(f"{place + 1}  {told[place]}")
                made.setAccessibleName(told[place])
                made.setChecked(place == chosen)

    def _new_button(self) -> QPushButton:
        made = button("")
        made.setCheckable(True)
        made.setProperty("answer", len(self._buttons) + 1)
        made.clicked.connect(self._on_clicked)
        self._answers.insertWidget(len(self._buttons), made)
        return made

    def _on_clicked(self) -> None:
        self.answered.emit(self.sender().property("answer"))

    def _build(self) -> None:
        values = ScrollColumn()
        line = QHBoxLayout()
        line.setSpacing(SPACE_L)
        for side in self._sides:
            line.addWidget(side, _STRETCH)
        values.content.addLayout(line)
        head = row(self._title, self._place, spacing=SPACE_M)
        self._answers.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_L, SPACE_M, SPACE_M, SPACE_M)
        whole.setSpacing(SPACE_S)
        whole.addLayout(head)
        whole.addWidget(values, 1)
        whole.addLayout(self._answers)


def _side(heading: QLabel, value: QLabel) -> QWidget:
    made = QWidget()
    made.setLayout(column(heading, value, 1, spacing=SPACE_XS))
    return made
