"""SettingLine: what a setting means at the left, its control at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import column


class SettingLine(QWidget):
    """A title, a sentence under it, and controls."""

    def __init__(
        self, title: str, hint: str = "", *controls: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._hint = wrapped(hint, Role.SECOND)
        self._hint.setVisible(bool(hint))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, SPACE_XS, 0, SPACE_XS)
        whole.setSpacing(SPACE_M)
        words = column(1, label(title, Role.STRONG), self._hint, 1, spacing=2)
        whole.addLayout(words, 1)
        side = QHBoxLayout()
        side.setSpacing(SPACE_S)
        for control in controls:
            side.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        whole.addLayout(side)

    def say(self, hint: str) -> None:
        """Show another sentence."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
