"""CornerWindow: a small top-most window at the bottom right that never takes the focus."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QFrame, QWidget

from crm_desktop.ui.theme.scale import scaled

WIDTH: Final = 360
_FROM_EDGE: Final = 16
_SHARE_OF_SCREEN: Final = 0.8
_SETTLED_AFTER_MS: Final = 250


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
        # A tool window of macOS would go when another program comes to the front.
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        # Where a system gives it the focus all the same, no button of it takes a key.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        self.setProperty("role", "popup")
        self.setFixedWidth(scaled(WIDTH))
        self.setWindowTitle(self.tr("Client Keeper – reminders"))
        self._wanted_height = 0
        self._corner = QPoint()
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLED_AFTER_MS)
        self._settling.timeout.connect(self._on_settled)
        self._screen: QScreen | None = None
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.primaryScreenChanged.connect(self._on_screen)
            application.screenRemoved.connect(self._on_screen)

    def stand(self, height: int) -> None:
        """Stand at the bottom right of the screen, `height` high where there is room for it."""
        self._wanted_height = height
        room = self._followed().availableGeometry()
        high = min(height, round(room.height() * _SHARE_OF_SCREEN))
        self.setFixedHeight(high)
        left = room.right() - self.width() - _FROM_EDGE
        self._corner = QPoint(left, room.bottom() - high - _FROM_EDGE)
        self.move(self._corner)
        self._settling.start()

    def _followed(self) -> QScreen:
        """Return the main screen, and hear of it when its size or its task bar changes."""
        screen = QGuiApplication.primaryScreen()
        if screen is not self._screen:
            if self._screen is not None:
                self._screen.availableGeometryChanged.disconnect(self._on_screen)
            self._screen = screen
            screen.availableGeometryChanged.connect(self._on_screen)
        return screen

    def _on_settled(self) -> None:
        """Stand there once more where a window manager has put it elsewhere.

        While openbox takes a window over, Qt may also hear of a place that is not that of the
        screen, and would open menus there.
        """
        if self.isVisible() and self.pos() != self._corner:
            self.move(self._corner)

    def _on_screen(self) -> None:
        if self._wanted_height and QGuiApplication.primaryScreen() is not None:
            self.stand(self._wanted_height)
