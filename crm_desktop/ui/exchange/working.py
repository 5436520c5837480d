"""Working: a card that says what slow work is doing, how far it is, and stops it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.card import Card
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import row

_WIDTH = 520


class Working(QWidget):
    """Shown while a job runs.

    Signals:
        cancel_wanted: the person wants it to stop.
    """

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label("", Role.SECTION)
        self._detail = label("", Role.SECOND)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel_button = button(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self._on_cancel)
        card = Card()
        card.setFixedWidth(_WIDTH)
        card.body.setSpacing(SPACE_S)
        card.body.addWidget(self._title)
        card.body.addWidget(self._detail)
        card.body.addWidget(self.bar)
        card.body.addSpacing(SPACE_S)
        card.body.addLayout(row(1, self.cancel_button))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addStretch(2)
        whole.addLayout(row(1, card, 1))
        whole.addStretch(3)

    def begin(self, title: str, detail: str = "") -> None:
        """Say what is being done; how far is not known yet."""
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.bar.setRange(0, 0)
        self.cancel_button.setEnabled(True)
        self.cancel_button.setText(self.tr("Cancel"))

    def advance(self, done: int, total: int) -> None:
        """Show how far it is; once all is told, only that it is still being closed."""
        self.bar.setRange(0, max(total, 1) if done < total else 0)
        self.bar.setValue(min(done, total))

    def _on_cancel(self) -> None:
        self.cancel_button.setEnabled(False)
        self.cancel_button.setText(self.tr("Stopping…"))
        self.cancel_wanted.emit()
