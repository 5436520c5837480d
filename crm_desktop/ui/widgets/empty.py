"""EmptyState: what stands where nothing is yet, and what to do about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_S, SPACE_XL
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import row

_SYMBOL_SIZE = 36
_TEXT_WIDTH = 380


class EmptyState(QWidget):
    """An icon, a sentence, a hint and at most two actions, in the middle of the place."""

    def __init__(
        self,
        symbol: Icon,
        title: str,
        hint: str = "",
        *actions: QPushButton,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        picture = QLabel()
        picture.setPixmap(icon(symbol, "text3").pixmap(_SYMBOL_SIZE))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        says = label(title, Role.SECTION)
        says.setAlignment(Qt.AlignmentFlag.AlignCenter)
        more = wrapped(hint, Role.SECOND)
        more.setAlignment(Qt.AlignmentFlag.AlignCenter)
        more.setFixedWidth(_TEXT_WIDTH)
        more.setVisible(bool(hint))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        whole.setSpacing(SPACE_S)
        whole.addStretch(1)
        whole.addWidget(picture)
        whole.addWidget(says)
        whole.addWidget(more, 0, Qt.AlignmentFlag.AlignHCenter)
        if actions:
            whole.addSpacing(SPACE_S)
            whole.addLayout(row(1, *actions, 1))
        whole.addStretch(1)
