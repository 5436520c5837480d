"""Adding: in one quiet row, what is not noted of her yet, a press away."""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from crm_desktop.ui.client.card import FileCard
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.theme.roles import Role, set_mark, set_role
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S
from crm_desktop.ui.widgets.flow import FlowLayout
from crm_desktop.ui.widgets.labels import label

_SIDE: Final = 16


class AddingRow(QFrame):
    """Takes the place of cards that have nothing to show.

    Signals:
        begun: the card to which something is to be added; it is to be shown.
    """

    begun = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._cards: list[FileCard] = []
        self._flow = FlowLayout(spacing=SPACE_S)
        told = label(self.tr("Not noted yet"), Role.SECOND)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(_SIDE, SPACE_S, _SIDE, SPACE_S)
        inside.setSpacing(SPACE_M)
        inside.addWidget(told)
        inside.addLayout(self._flow, 1)
        self.hide()

    @property
    def chips(self) -> Sequence[QPushButton]:
        """The chips in their order."""
        found = (self._flow.itemAt(place) for place in range(self._flow.count()))
        widgets = [item.widget() for item in found if item is not None]
        return [widget for widget in widgets if isinstance(widget, QPushButton)]

    def show_cards(self, cards: Iterable[FileCard]) -> None:
        """Offer the cards among these that have nothing to show."""
        bare = [card for card in cards if card.is_left_out]
        if bare != self._cards:
            self._cards = bare
            self._flow.clear()
            for number, card in enumerate(bare):
                self._flow.addWidget(self._chip(number, card.accessibleName()))
        self.setVisible(bool(bare))

    def _chip(self, number: int, words: str) -> QPushButton:
        chip = QPushButton(words)
        set_mark(chip, "pill", "plain")
        chip.setIcon(icon(Icon.PLUS, "text2"))
        chip.setAccessibleName(self.tr("Add: {what}").format(what=words))
        chip.setProperty("card", number)
        chip.clicked.connect(self._on_chip)
        return chip

    def _on_chip(self) -> None:
        card = self._cards[self.sender().property("card")]
        self.begun.emit(card)
        card.begin()
