"""Deck: one of several widgets, and just as high as that one."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Deck(QWidget):
    """Shows one card at a time; a `QStackedWidget` would be as high as its highest."""

    def __init__(self, *cards: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        self._cards = cards
        self._top = 0
        for card in cards:
            inside.addWidget(card)
        self.show_card(0)

    @property
    def top(self) -> int:
        """The number of the card that is shown, from 0."""
        return self._top

    @property
    def top_card(self) -> QWidget:
        """The card that is shown."""
        return self._cards[self._top]

    def show_card(self, number: int) -> None:
        """Show another card."""
        self._top = number
        for place, card in enumerate(self._cards):
            card.setVisible(place == number)
