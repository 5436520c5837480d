"""Buttons by rank: one primary action per card, others plain, quiet, dangerous or an icon."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from typing_extensions import override

from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.theme.roles import Role, set_role

_ICON_SIZE = QSize(18, 18)
_ICON_BESIDE_WORDS = QSize(23, 18)
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_SHADES = {
    Role.PRIMARY: "on_accent",
    Role.DANGER: "bad",
    Role.LINK: "accent",
}


class _Button(QPushButton):
    """Is pressed by Enter too where it has the focus, as everywhere on Windows."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


def button(text: str, role: Role | None = None, symbol: Icon | None = None) -> QPushButton:
    """Return a push button; `role` is PRIMARY, QUIET, DANGER, LINK or none for plain."""
    made = _Button(text)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    if role is not None:
        set_role(made, role)
    if symbol is not None:
        made.setIcon(icon(symbol, _SHADES.get(role, "text2") if role else "text2"))
        made.setIconSize(_ICON_BESIDE_WORDS if text else _ICON_SIZE)
    return made


def primary(text: str, symbol: Icon | None = None) -> QPushButton:
    """Return the one button of a card that says what comes next."""
    return button(text, Role.PRIMARY, symbol)


def quiet(text: str, symbol: Icon | None = None) -> QPushButton:
    """Return a button without a frame, for what is done less often."""
    return button(text, Role.QUIET, symbol)


class IconButton(QToolButton):
    """A button that shows an icon only; what it does is its tooltip and accessible name."""

    def __init__(
        self, symbol: Icon, says: str, shade: str = "text2", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setIcon(icon(symbol, shade, "accent"))
        self.setIconSize(_ICON_SIZE)
        self.setToolTip(says)
        self.setAccessibleName(says)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def point(self, symbol: Icon, shade: str = "text2") -> None:
        """Show another icon, where what the button does is seen by it."""
        self.setIcon(icon(symbol, shade, "accent"))
