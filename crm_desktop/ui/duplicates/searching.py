"""Searching: what stands on the page while the whole book is compared."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import row

_WIDTH: Final = 320


class Searching(QWidget):
    """Says how far it is and offers to stop.

    Signals:
        cancel_wanted: she wants it to stop.
    """

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._says = label("", Role.SECTION)
        self.bar = QProgressBar()
        self.bar.setFixedWidth(_WIDTH)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel_button = button(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self._on_cancel)
        whole = QVBoxLayout(self)
        whole.setSpacing(SPACE_S)
        whole.addStretch(1)
        for line in (row(1, self._says, 1), row(1, self.bar, 1), row(1, self.cancel_button, 1)):
            whole.addLayout(line)
        whole.addStretch(1)

    def begin(self) -> None:
        """Show that the search has begun."""
        self._says.setText(self.tr("Comparing phones, names and birthdays…"))
        self.bar.setRange(0, 0)
        self.cancel_button.setEnabled(True)

    def advance(self, done: int, total: int) -> None:
        """Show how far it is."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _on_cancel(self) -> None:
        self.cancel_button.setEnabled(False)
        self.cancel_wanted.emit()
