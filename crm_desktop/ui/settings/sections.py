"""Sections: the parts of the settings, one at a time, chosen by a row of buttons."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QPushButton, QWidget
from typing_extensions import override

from crm_desktop.ui.theme.roles import set_mark
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import SPACE_M
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.deck import Deck
from crm_desktop.ui.widgets.layouts import column, row

Halves = tuple[Sequence[QWidget], Sequence[QWidget]]
"""The cards of a section: those at the left, those at the right."""

_FIRST: Final = "first"
_MIDDLE: Final = "middle"
_INNER: Final = "inner"
_LAST: Final = "last"
_NARROW: Final = 900


class Sections(QWidget):
    """Two columns of cards for each section; only the chosen section is seen.

    What makes the cards of a section is called when it is first shown.

    Attributes:
        choice: the row of buttons, to be put where the page has room for it.
        buttons: the button of each section, from the left.
    """

    def __init__(
        self, sections: Mapping[str, Callable[[], Halves]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._parts = [Section() for _ in sections]
        self._unmade = dict(enumerate(sections.values()))
        self._deck = Deck(*self._parts)
        self.choice = QWidget()
        self.buttons = [self._button(number, name) for number, name in enumerate(sections)]
        for made, place in zip(self.buttons, _places(len(self.buttons)), strict=True):
            set_mark(made, "segment", place)
        self._group = QButtonGroup(self)
        for made in self.buttons:
            self._group.addButton(made)
        self.choice.setLayout(row(*self.buttons, spacing=0))
        self.setLayout(column(self._deck))
        self.show_section(0)

    @property
    def shown(self) -> int:
        """The number of the section that is seen, from 0."""
        return self._deck.top

    def show_section(self, number: int) -> None:
        """Show another section."""
        if (make := self._unmade.pop(number, None)) is not None:
            self._parts[number].fill(make())
        self.buttons[number].setChecked(True)
        self._deck.show_card(number)

    def _button(self, number: int, name: str) -> QPushButton:
        made = button(name)
        made.setCheckable(True)
        made.clicked.connect(partial(self._on_chosen, number))
        return made

    def _on_chosen(self, number: int) -> None:
        self.show_section(number)


class Section(QWidget):
    """Two columns of cards, one under the other where the window is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(SPACE_M)

    def fill(self, halves: Halves) -> None:
        """Put the cards in."""
        for cards in halves:
            half = QWidget()
            half.setLayout(column(*cards, 1))
            # Both are as wide as the other, whatever stands in them.
            half.setMinimumWidth(1)
            self._inside.addWidget(half, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < scaled(_NARROW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._inside.setDirection(down if is_narrow else across)
        self._inside.setStretch(0, 0 if is_narrow else 1)


def _places(count: int) -> list[str]:
    return [_FIRST, _MIDDLE, *[_INNER] * (count - 3), _LAST]
