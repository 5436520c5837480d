"""Dialog: a sheet over the window; it is opened, never executed, and tells by signals."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_L, SPACE_M, SPACE_S
from crm_desktop.ui.widgets.buttons import button, primary
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import row


class Dialog(QDialog):
    """A window-modal dialog with a title, a body and a row of buttons; deleted once closed.

    Open it with `open()`; hear of it by `accepted` and `rejected`.

    Attributes:
        heading: the title over the body.
        body: the layout for the contents.
        buttons: the layout of the buttons, cancel and accept at its right.
        accept_button: the one that accepts.
        cancel_button: the one that closes.
    """

    def __init__(self, title: str, accept: str, cancel: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE_M)
        self.cancel_button: QPushButton = button(cancel)
        self.accept_button: QPushButton = primary(accept)
        self.accept_button.setDefault(True)
        self.cancel_button.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self.accept)
        self.buttons: QHBoxLayout = row(1, self.cancel_button, self.accept_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        whole.setSpacing(SPACE_M)
        self.heading: QLabel = label(title, Role.SECTION)
        whole.addWidget(self.heading)
        whole.addLayout(self.body, 1)
        whole.addSpacing(SPACE_S)
        whole.addLayout(self.buttons)
