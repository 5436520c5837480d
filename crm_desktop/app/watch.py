"""Watch: what a locked app still does: it reminds by counts and stays in the tray."""

from PySide6.QtCore import QObject, Signal

from crm_desktop.clock import Clock
from crm_desktop.ui.popup.doorbell import Doorbell
from crm_desktop.ui.session.handover import Handover
from crm_desktop.ui.tray import Tray


class Watch(QObject):
    """The doorbell and the tray of a book that is locked.

    Signals:
        window_wanted: the way in is to be shown.
        quit_wanted: the app is to end.
    """

    window_wanted = Signal()
    quit_wanted = Signal()

    def __init__(
        self, handed: Handover, clock: Clock, name: str = "", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.doorbell = Doorbell(handed, clock, self)
        self.tray = Tray(self, locked=True)
        self.tray.call(name)
        self.tray.tells_counts = handed.tells_counts
        self.doorbell.waiting.connect(self.tray.show_count)
        self.doorbell.rang.connect(self.tray.tell)
        self.doorbell.unknown.connect(self.tray.tell_unknown)
        self.doorbell.unlock_wanted.connect(self.window_wanted)
        self.tray.window_wanted.connect(self.window_wanted)
        self.tray.quit_wanted.connect(self.quit_wanted)

    def begin(self) -> None:
        """Show the icon and begin to look at the clock."""
        self.tray.show()
        self.doorbell.start()

    def close(self) -> None:
        """Watch no more: the book is open, or the app ends."""
        self.doorbell.close()
        self.tray.hide()
