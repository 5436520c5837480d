"""The pop-up of a locked book: how many reminders there are, and not a word more."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crm_desktop.ui.icons import Icon
from crm_desktop.ui.popup.corner import CornerWindow
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S
from crm_desktop.ui.widgets.buttons import IconButton, primary
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import row


class LockedPopUp(CornerWindow):
    """Says that reminders wait behind the lock.

    Signals:
        unlock_wanted: the way in is to be shown.
    """

    unlock_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.says = label("", Role.SECTION)
        close = IconButton(Icon.CLOSE, self.tr("Close"))
        close.clicked.connect(self.hide)
        self.unlock_button = primary(self.tr("Unlock"), Icon.UNLOCK)
        self.unlock_button.clicked.connect(self._on_unlock)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        whole.setSpacing(SPACE_S)
        whole.addLayout(row(self.says, 1, close))
        whole.addWidget(wrapped(self.tr("The book is locked. Unlock to see them."), Role.SECOND))
        whole.addLayout(row(1, self.unlock_button))

    def show_count(self, count: int) -> None:
        """Say that `count` reminders wait."""
        self.says.setText(self.tr("Reminders: {count}").format(count=count))
        layout = self.layout()
        assert layout is not None  # noqa: S101 - set above
        self.stand(layout.totalHeightForWidth(self.width()))
        self.show()

    def _on_unlock(self) -> None:
        self.hide()
        self.unlock_wanted.emit()
