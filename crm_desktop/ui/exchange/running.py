"""Running: a line with what is being done, how far it is, and *cancel*."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_XS
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.layouts import column, row


class Running(QWidget):
    """Shown within a card while its job runs.

    Signals:
        cancel_wanted: the person wants it to stop.
    """

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._says = ElidedLabel("", Role.SECOND)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel_button = button(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self._on_cancel)
        inside = row()
        inside.addLayout(column(self._says, self.bar, spacing=SPACE_XS), 1)
        inside.addWidget(self.cancel_button)
        self.setLayout(inside)

    def begin(self, words: str) -> None:
        """Show that work has begun."""
        self._says.setText(words)
        self.bar.setRange(0, 0)
        self.cancel_button.setEnabled(True)
        self.show()

    def advance(self, done: int, total: int) -> None:
        """Show how far it is."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(min(done, total))

    def _on_cancel(self) -> None:
        self.cancel_button.setEnabled(False)
        self.cancel_wanted.emit()
