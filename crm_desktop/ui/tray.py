"""The tray: the icon with the number of open reminders, and the way back to the window."""

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from crm_desktop.ui.theme.tokens import current

_SIZE = 64
_MOST = 99


class Tray(QObject):
    """The icon in the notification area, where the system has one.

    A tray message reports success even when nothing is shown, so it is never the only word.

    Signals:
        window_wanted: the window is to come to the front.
        lock_wanted: the book is to be locked.
        quit_wanted: the app is to end.
    """

    window_wanted = Signal()
    lock_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, parent: QObject | None = None, *, locked: bool = False) -> None:
        super().__init__(parent)
        self.is_there = QSystemTrayIcon.isSystemTrayAvailable()
        self._plain = QApplication.windowIcon()
        self._icon = QSystemTrayIcon(self._plain, self)
        self._menu = QMenu()
        self._menu.addAction(self.tr("Open Client Keeper")).triggered.connect(self.window_wanted)
        if not locked:
            self._menu.addAction(self.tr("Lock")).triggered.connect(self.lock_wanted)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Quit")).triggered.connect(self.quit_wanted)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._on_activated)
        self._icon.messageClicked.connect(self.window_wanted)
        self.show_count(0)

    def show(self) -> None:
        """Show the icon where there is a place for it."""
        if self.is_there:
            self._icon.show()

    def hide(self) -> None:
        """Take the icon away."""
        self._icon.hide()

    def show_count(self, count: int) -> None:
        """Show how many reminders are open, as a badge and in the tooltip."""
        self._icon.setIcon(badged(self._plain, count))
        words = self.tr("Client Keeper: {count} to think of") if count else ""
        self._icon.setToolTip(words.format(count=count) or self.tr("Client Keeper"))

    def tell(self, count: int) -> None:
        """Say by a message of the system that reminders popped up; no name is in it."""
        if self.is_there:
            words = self.tr("{count} to think of. Open the window to see them.")
            self._icon.showMessage(self.tr("Client Keeper"), words.format(count=count))

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.window_wanted.emit()


def badged(plain: QIcon, count: int) -> QIcon:
    """Return `plain` with a round badge that holds `count`, or as it is for none."""
    if count <= 0:
        return plain
    picture = QPixmap(_SIZE, _SIZE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    plain.paint(painter, 0, 0, _SIZE, _SIZE)
    badge = QRectF(_SIZE * 0.4, _SIZE * 0.4, _SIZE * 0.6, _SIZE * 0.6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(current().bad))
    painter.drawEllipse(badge)
    font = QFont(painter.font())
    font.setPixelSize(round(_SIZE * 0.36))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor("white"))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(min(count, _MOST)))
    painter.end()
    return QIcon(picture)
