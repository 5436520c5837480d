"""LineRow: one thing that may remind: what, when it pops up, what was told, why not."""

import datetime as dt
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from crm_desktop.domain.occasions import Source
from crm_desktop.domain.records import DateKind
from crm_desktop.domain.reminder_check import OF_THE_CLIENT, Later, Line
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.reminder_check.fixes import Fix, fix_for, fix_words
from crm_desktop.ui.text.reminder_check import (
    entered_words,
    later_words,
    line_fact,
    line_title,
    next_words,
    raises_words,
    told_words,
    why_words,
)
from crm_desktop.ui.theme.roles import Role, Tone, set_mark
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.labels import wrapped
from crm_desktop.ui.widgets.layouts import column
from crm_desktop.ui.widgets.pill import Pill

_SYMBOL: Final = 18
_LOWER: Final = 2
_LEFT: Final = 250
_SYMBOLS: Final = {
    DateKind.BIRTHDAY: Icon.CAKE,
    DateKind.WEDDING: Icon.HEART,
    DateKind.VALUED: Icon.STAR,
}
_OTHERS: Final = {Source.MILESTONE: Icon.BABY, Source.POINTS: Icon.WALLET}


class LineRow(QWidget):
    """What stands left, what follows from it right, and the fix where there is one.

    Signals:
        fix_wanted: the `Fix` and the `ClientDate` or None.
    """

    fix_wanted = Signal(object, object)

    def __init__(self, line: Line, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.fix_button: QWidget | None = None
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, SPACE_S, 0, SPACE_S)
        whole.setSpacing(SPACE_M)
        picture = QLabel()
        picture.setPixmap(icon(_symbol(line), "text2").pixmap(_SYMBOL))
        picture.setContentsMargins(0, _LOWER, 0, 0)
        whole.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        whole.addWidget(self._what())
        whole.addLayout(self._words(today), 1)
        whole.addLayout(self._end())
        self.setAccessibleName(line_title(line))

    def _what(self) -> QWidget:
        what = QWidget()
        what.setFixedWidth(scaled(_LEFT))
        title = ElidedLabel(line_title(self.line), Role.STRONG)
        fact = ElidedLabel(line_fact(self.line), Role.SECOND)
        fact.setVisible(bool(fact.text()))
        what.setLayout(column(title, fact, 1, spacing=SPACE_XS))
        return what

    def _words(self, today: dt.date) -> QVBoxLayout:
        line = self.line
        words = column(spacing=SPACE_XS)
        if line.why is not None:
            told = wrapped(why_words(line.why))
            set_mark(told, "shade", "bad" if _is_grave(line) else "text2")
            words.addWidget(told)
        if upcoming := next_words(line, today):
            words.addWidget(wrapped(upcoming, Role.STRONG))
        if line.later is not None and line.next_on is not None:
            words.addWidget(wrapped(later_words(line.later, line.next_on), Role.WARNING))
        for text in self._second_lines(today):
            words.addWidget(wrapped(text, Role.SECOND))
        words.addStretch(1)
        return words

    def _second_lines(self, today: dt.date) -> list[str]:
        line = self.line
        found = [raises_words(line.raises, today)]
        if line.entered_after is not None and not line.told:
            found.append(entered_words(line.entered_after))
        return [text for text in (*found, *told_words(line.told, today)) if text]

    def _end(self) -> QVBoxLayout:
        """Return what is special at a glance, or what mends it."""
        end = QVBoxLayout()
        if self.line.why is None:
            for pill in self._pills():
                end.addWidget(pill, 0, Qt.AlignmentFlag.AlignRight)
        elif self.line.why not in OF_THE_CLIENT:
            self.fix_button = button(fix_words(fix_for(self.line.why)), Role.LINK)
            self.fix_button.clicked.connect(self._on_fix)
            end.addWidget(self.fix_button, 0, Qt.AlignmentFlag.AlignRight)
        end.addStretch(1)
        return end

    def _pills(self) -> list[Pill]:
        pills = [Pill(self.tr("On Today now"), Tone.ACCENT)] if self.line.waits else []
        return [*pills, Pill(self.tr("Skips years"), Tone.WARN)] if self._skips() else pills

    def _skips(self) -> bool:
        return self.line.later is Later.SKIPS

    def _on_fix(self) -> None:
        fix: Fix = fix_for(self.line.why) if self.line.why is not None else Fix.FILE
        self.fix_wanted.emit(fix, self.line.date)


def _symbol(line: Line) -> Icon:
    if line.date is not None:
        return _SYMBOLS[line.date.kind]
    return Icon.CAKE if line.whose is not None else _OTHERS.get(line.source, Icon.MESSAGE)


def _is_grave(line: Line) -> bool:
    """Return whether the book is at fault, which she must see."""
    return line.why is not None and fix_for(line.why) is Fix.INDEX
