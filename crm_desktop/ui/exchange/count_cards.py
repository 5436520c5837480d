"""CountCards: how many rows come to each outcome; pressing one shows those rows alone."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crm_desktop.domain.import_plan import Outcome
from crm_desktop.ui.exchange.plan_model import SHADES
from crm_desktop.ui.text.importing import outcome_word
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.scale import tabular
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S
from crm_desktop.ui.widgets.labels import label

ORDER = (
    Outcome.NEW,
    Outcome.UPDATED,
    Outcome.SAME,
    Outcome.CONFLICT,
    Outcome.ERROR,
    Outcome.SKIPPED,
)


class CountCards(QWidget):
    """Six cards in a line.

    Signals:
        chosen: the `Outcome` to show alone, None for every row.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = {outcome: _CountCard(outcome) for outcome in ORDER}
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SPACE_S)
        for card in self.cards.values():
            inside.addWidget(card, 1)
            card.clicked.connect(self._on_clicked)
        self.cards[Outcome.SKIPPED].setToolTip(
            self.tr("Totals, signatures, sample rows and headings that stand there once more.")
        )

    def show_counts(self, counts: Mapping[Outcome, int], listed: Collection[Outcome]) -> None:
        """Show how many rows each outcome has; one that lists no rows cannot be pressed."""
        for outcome, card in self.cards.items():
            card.show_count(counts[outcome], is_listed=outcome in listed)

    def mark(self, only: Outcome | None) -> None:
        """Show which outcome is shown alone."""
        for outcome, card in self.cards.items():
            card.setChecked(outcome is only)

    def _on_clicked(self) -> None:
        pressed = self.sender()
        for outcome, card in self.cards.items():
            if card is pressed:
                self.chosen.emit(outcome if card.isChecked() else None)


class _CountCard(QPushButton):
    """A number over a word."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self.setProperty("role", "choice")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._word = outcome_word(outcome)
        self._number = label("0", Role.PAGE_TITLE)
        self._number.setFont(tabular(self._number.font()))
        self._number.setProperty("shade", SHADES[outcome])
        says = label(self._word, Role.SECOND)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        inside.setSpacing(0)
        for words in (self._number, says):
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.addWidget(words)
        self.setMinimumHeight(inside.minimumSize().height())

    def show_count(self, count: int, *, is_listed: bool) -> None:
        """Show the number."""
        self._number.setText(f"{count:,}")
        self.setEnabled(is_listed)
        self.setAccessibleName(f"{self._word}: {count}")
