"""PartCard: one part of the briefing, a heading and its lines."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.text.briefing_words import Say
from crm_desktop.ui.text.briefings import Part, Slot
from crm_desktop.ui.theme.roles import Role, Tone, set_mark
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.card import Card
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import column
from crm_desktop.ui.widgets.pill import Pill

_SYMBOL: Final = 18
_SYMBOLS: Final = {
    Slot.OPENERS: (Icon.MESSAGE, "accent"),
    Slot.LAST: (Icon.HISTORY, "text2"),
    Slot.PROMISES: (Icon.CHECK_LIST, "text2"),
    Slot.GIFT: (Icon.GIFT, "text2"),
    Slot.CAUTIONS: (Icon.EYE_OFF, "bad"),
    Slot.TABOOS: (Icon.WARNING, "warn"),
    Slot.FAMILY: (Icon.USERS_ROUND, "text2"),
    Slot.CLINIC: (Icon.PACKAGE, "text2"),
    Slot.WISHES: (Icon.SPARKLES, "text2"),
    Slot.LIKES: (Icon.HEART, "text2"),
    Slot.NOTES: (Icon.NOTE, "text2"),
    Slot.PRIVATE: (Icon.LOCK, "text2"),
    Slot.ASK: (Icon.HELP, "text2"),
}


_MOST: Final = 6
_CUT: Final = frozenset({Slot.PROMISES, Slot.CLINIC, Slot.WISHES})
"""Parts that stand in the order of their weight; of all others every line is needed."""


class PartCard(Card):
    """A card with an icon, the heading and the lines; openers are numbered.

    Of lists that may be long the first lines are shown: the page is read in twenty seconds.
    """

    def __init__(self, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.slot = part.slot
        self.setAccessibleName(part.title)
        symbol, shade = _SYMBOLS[part.slot]
        picture = QLabel()
        picture.setPixmap(icon(symbol, shade).pixmap(_SYMBOL))
        top = QHBoxLayout()
        top.setSpacing(SPACE_S)
        top.addWidget(picture)
        top.addWidget(label(part.title, Role.SECTION))
        top.addStretch(1)
        self.body.setSpacing(SPACE_S)
        self.body.addLayout(top)
        says = part.says[:_MOST] if part.slot in _CUT else part.says
        for number, say in enumerate(says, start=1):
            lines = self._lines(say)
            if part.slot is Slot.OPENERS:
                lines = _numbered(number, lines)
            self.body.addLayout(lines)
        if left := len(part.says) - len(says):
            more = QCoreApplication.translate("Paper", "… and {count} more in her file")
            self.body.addWidget(label(more.format(count=left), Role.SECOND))

    def _lines(self, say: Say) -> QHBoxLayout:
        is_red = say.is_urgent and self.slot is Slot.CAUTIONS
        words = column(spacing=1)
        words.addWidget(wrapped(say.text, Role.STRONG_BAD if is_red else Role.STRONG))
        if say.detail:
            words.addWidget(self._second_line(say))
        line = QHBoxLayout()
        line.addLayout(words, 1)
        return line

    def _second_line(self, say: Say) -> QLabel:
        """Return the second line; a red one says what presses."""
        detail = wrapped(say.detail, Role.SECOND)
        if say.is_urgent and self.slot is not Slot.CAUTIONS:
            set_mark(detail, "shade", "bad")
        return detail


def _numbered(number: int, lines: QHBoxLayout) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(SPACE_S)
    line.addWidget(Pill(str(number), Tone.ACCENT), 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(lines, 1)
    return line
