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
        self.hint = wrapped("", Role.SECOND)
        close = IconButton(Icon.CLOSE, self.tr("Close"))
        close.clicked.connect(self.hide)
        self.unlock_button = primary(self.tr("Unlock"), Icon.UNLOCK)
        self.unlock_button.clicked.connect(self._on_unlock)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        whole.setSpacing(SPACE_S)
        whole.addLayout(row(self.says, 1, close))
        whole.addWidget(self.hint)
        whole.addLayout(row(1, self.unlock_button))

    def show_count(self, count: int) -> None:
        """Say that `count` reminders wait."""
        title = self.tr("Reminders: {count}").format(count=count)
        self._say(title, self.tr("The book is locked. Unlock to see them."))

    def show_something(self) -> None:
        """Say that reminders wait, and not how many."""
        hint = self.tr("The book is locked. Unlock to see it.")
        self._say(self.tr("Something is waiting"), hint)

    def show_unknown(self) -> None:
        """Say that nobody knows what waits."""
        hint = self.tr("While the book is locked, nothing can tell what is due today.")
        self._say(self.tr("Open your book"), hint)

    def _say(self, title: str, hint: str) -> None:
        self.says.setText(title)
        self.hint.setText(hint)
        layout = self.layout()
        assert layout is not None  # noqa: S101 - set above
        self.stand(layout.totalHeightForWidth(self.width()))
        self.show()

    def _on_unlock(self) -> None:
        self.hide()
        self.unlock_wanted.emit()
