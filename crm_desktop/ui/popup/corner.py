"""CornerWindow: a small top-most window at the bottom right that never takes the focus."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QWidget

from crm_desktop.ui.theme.scale import scaled

WIDTH: Final = 360
_FROM_EDGE: Final = 16
_SHARE_OF_SCREEN: Final = 0.8


class CornerWindow(QFrame):
    """The frame of the pop-ups: shown without activating, above other windows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        # Where a system gives it the focus all the same, no button of it takes a key.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        self.setProperty("role", "popup")
        self.setFixedWidth(scaled(WIDTH))
        self.setWindowTitle(self.tr("Client Keeper – reminders"))

    def stand(self, height: int) -> None:
        """Stand at the bottom right of the screen, `height` high where there is room for it."""
        screen = QGuiApplication.primaryScreen().availableGeometry()
        high = min(height, round(screen.height() * _SHARE_OF_SCREEN))
        self.setFixedHeight(high)
        self.move(screen.right() - self.width() - _FROM_EDGE, screen.bottom() - high - _FROM_EDGE)
