"""The trial of the pop-up: the very window reminders come in, plainly marked as a trial."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from crm_desktop.ui.icons import Icon
from crm_desktop.ui.popup.corner import CornerWindow
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S
from crm_desktop.ui.widgets.buttons import IconButton, button
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import row


class TrialPopUp(CornerWindow):
    """Says that it is a trial, and that reminders come to this place; nothing is stored."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        close = IconButton(Icon.CLOSE, self.tr("Close"))
        close.clicked.connect(self.hide)
        self.seen_button = button(self.tr("I see it"), None, Icon.CHECK)
        self.seen_button.clicked.connect(self.hide)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        whole.setSpacing(SPACE_S)
        whole.addLayout(row(label(self.tr("This is a trial"), Role.SECTION), 1, close))
        told = self.tr("Reminders come to this corner, above other windows. Nobody's day is due.")
        whole.addWidget(wrapped(told, Role.SECOND))
        whole.addLayout(row(1, self.seen_button))

    def show_trial(self) -> None:
        """Show it where the pop-up stands."""
        layout = self.layout()
        assert layout is not None  # noqa: S101 - set above
        self.stand(layout.totalHeightForWidth(self.width()))
        self.show()
