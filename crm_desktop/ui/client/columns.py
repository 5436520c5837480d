"""Columns: cards under each other in two columns of one width, or three, and below them all."""

from collections.abc import Collection
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from crm_desktop.ui.client.card import FileCard
from crm_desktop.ui.client.sections import SECTIONS, Section
from crm_desktop.ui.theme.tokens import SPACE_M

_TWO, _THREE = 2, 3
_WIDE: Final = 1480


class Columns(QWidget):
    """The cards of one client, moved to other columns when the window becomes wide or narrow.

    Attributes:
        between: the layout for what stands between the columns and what is below them.
    """

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = _count(width)
        self._placed: list[tuple[Section, FileCard]] = []
        self._stacks: list[QVBoxLayout] = []
        self._below = QVBoxLayout()
        self.between = QVBoxLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        grid = QGridLayout()
        for number in range(_THREE):
            side = QWidget()
            side.setMinimumWidth(1)
            stack = QVBoxLayout(side)
            stack.setContentsMargins(0, 0, 0, 0)
            stack.addStretch(1)
            self._stacks.append(stack)
            grid.addWidget(side, 0, number)
        self._grid = grid
        for layout in (whole, grid, self._below, self.between, *self._stacks):
            layout.setSpacing(SPACE_M)
        whole.addLayout(grid)
        whole.addLayout(self.between)
        whole.addLayout(self._below)
        self._share()

    def put(self, section: Section, card: FileCard) -> None:
        """Add a card where it stands in its column."""
        before = sum(SECTIONS.index(each) < SECTIONS.index(section) for each, _ in self._placed)
        self._placed.insert(before, (section, card))
        self._add(section, card)

    def take(self, card: FileCard) -> None:
        """Take a card out, as another one is about to stand in its place."""
        place = next(place for place, (_, each) in enumerate(self._placed) if each is card)
        section, _ = self._placed.pop(place)
        self._stack(section).removeWidget(card)

    def reach(self, section: Section, waiting: Collection[Section]) -> int:
        """Return how far down the cards above a section reach, without those still waiting."""
        column = section.column(self._count)
        heights = [0] * _THREE
        for each, card in self._placed:
            place = each.column(self._count)
            if place is not None and each not in waiting and not card.isHidden():
                heights[place] += card.sizeHint().height() + SPACE_M
        return max(heights) if column is None else heights[column]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        count = _count(event.size().width())
        if count != self._count:
            self._count = count
            self._share()
            for stack in self._stacks:
                for _, card in self._placed:
                    stack.removeWidget(card)
            for section, card in self._placed:
                if section.column(count) is not None:
                    self._add(section, card)

    def _add(self, section: Section, card: FileCard) -> None:
        """Put a card under those of its column that stand before it."""
        stack, place = self._stack(section), 0
        for each, other in self._placed:
            if other is card:
                break
            place += self._stack(each) is stack
        stack.insertWidget(min(place, stack.count()), card)

    def _stack(self, section: Section) -> QVBoxLayout:
        place = section.column(self._count)
        return self._below if place is None else self._stacks[place]

    def _share(self) -> None:
        for number, stack in enumerate(self._stacks):
            self._grid.setColumnStretch(number, 1 if number < self._count else 0)
            side = stack.parentWidget()
            if side is not None:
                side.setVisible(number < self._count)


def _count(width: int) -> int:
    return _THREE if width >= _WIDE else _TWO
