"""The tray: the icon with the number of open reminders, and the way back to the window."""

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QFont, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from crm_desktop.ui.theme.tokens import current

_LOOK_AGAIN_MS = 10_000
_SIZE = 64
_MOST = 99
_SOMETHING = "!"


class Tray(QObject):
    """The icon in the notification area, where the system has one.

    A tray message reports success even when nothing is shown, so it is never the only word.

    Signals:
        window_wanted: the window is to come to the front.
        lock_wanted: the book is to be locked.
        today_wanted: the Today page is to be opened.
        discreet_wanted: desk mode is to be turned on, or off.
        quiet_wanted: pop-ups are to be held back for an hour, or no more.
        quit_wanted: the app is to end.

    Attributes:
        tells_counts: whether the badge and the tooltip hold a number.
    """

    tells_counts: bool

    window_wanted = Signal()
    lock_wanted = Signal()
    today_wanted = Signal()
    discreet_wanted = Signal(bool)
    quiet_wanted = Signal(bool)
    quit_wanted = Signal()

    def __init__(self, parent: QObject | None = None, *, locked: bool = False) -> None:
        super().__init__(parent)
        self.tells_counts = True
        self._name = ""
        self._count = 0
        self._waiting = QTimer(self)
        self._waiting.setInterval(_LOOK_AGAIN_MS)
        self._waiting.timeout.connect(self.show)
        self._plain = QApplication.windowIcon()
        self._icon = QSystemTrayIcon(self._plain, self)
        self._menu = QMenu()
        self._menu.addAction(self.tr("Open Client Keeper")).triggered.connect(self.window_wanted)
        self._desk_mode: QAction | None = None
        if not locked:
            self._fill_menu()
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Quit")).triggered.connect(self.quit_wanted)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._on_activated)
        self._icon.messageClicked.connect(self.window_wanted)
        self.show_count(0)

    @property
    def is_there(self) -> bool:
        """Whether the system has a place for the icon now; at login it may come after us."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show(self) -> None:
        """Show the icon as soon as there is a place for it."""
        if self.is_there:
            self._icon.show()
            self._waiting.stop()
        else:
            self._waiting.start()

    def call(self, name: str) -> None:
        """Name the book in the tooltip, so that two books can be told apart."""
        self._name = name
        self._say()

    def show_discretion(self, on: bool) -> None:  # noqa: FBT001 - a slot of a signal that carries it
        """Show whether desk mode is on."""
        if self._desk_mode is not None:
            self._desk_mode.setChecked(on)

    def hide(self) -> None:
        """Take the icon away."""
        self._waiting.stop()
        self._icon.hide()

    def show_count(self, count: int) -> None:
        """Show how many reminders are open, as a badge and in the tooltip."""
        self._count = count
        sign = str(min(count, _MOST)) if self.tells_counts else _SOMETHING
        self._icon.setIcon(badged(self._plain, sign if count > 0 else ""))
        self._say()

    def tell(self, count: int) -> None:
        """Say by a message of the system that reminders popped up; no name is in it."""
        if self.is_there:
            words = (
                self.tr("{count} to think of. Open the window to see them.")
                if self.tells_counts
                else self.tr("Something is waiting. Open the window to see it.")
            )
            self._icon.showMessage(self._called(), words.format(count=count))

    def tell_unknown(self) -> None:
        """Say by a message of the system that the book is to be opened."""
        if self.is_there:
            words = self.tr("Open your book: while it is locked, nothing can tell what is due.")
            self._icon.showMessage(self._called(), words)

    def _fill_menu(self) -> None:
        self._menu.addAction(self.tr("Today's reminders")).triggered.connect(self.today_wanted)
        self._menu.addSeparator()
        self._desk_mode = self._menu.addAction(self.tr("Desk mode"))
        quiet = self._menu.addAction(self.tr("No pop-ups for an hour"))
        for action, wanted in (
            (self._desk_mode, self.discreet_wanted),
            (quiet, self.quiet_wanted),
        ):
            action.setCheckable(True)
            action.triggered.connect(wanted)
        self._menu.addAction(self.tr("Lock")).triggered.connect(self.lock_wanted)

    def _called(self) -> str:
        product = self.tr("Client Keeper")
        if not self._name:
            return product
        return self.tr("{book} – {product}").format(book=self._name, product=product)

    def _say(self) -> None:
        words = self._called()
        if self._count:
            told = (
                self.tr("{who}: {count} to think of")
                if self.tells_counts
                else self.tr("{who}: something is waiting")
            )
            words = told.format(who=words, count=self._count)
        self._icon.setToolTip(words)

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.window_wanted.emit()


def badged(plain: QIcon, sign: str) -> QIcon:
    """Return `plain` with a round badge that holds `sign`, or as it is for none."""
    if not sign:
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
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, sign)
    painter.end()
    return QIcon(picture)
