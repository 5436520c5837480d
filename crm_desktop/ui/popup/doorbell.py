"""The doorbell: what the bell is for an open book, for a locked one that knows counts only."""

import datetime as dt

from PySide6.QtCore import QObject, Signal

from crm_desktop.clock import Clock
from crm_desktop.ui.popup.locked import LockedPopUp
from crm_desktop.ui.session.handover import Handover
from crm_desktop.ui.session.ticker import Ticker


class Doorbell(QObject):
    """Goes on ticking by what was handed over, and rings when more than before is due.

    Where nothing was handed over, or too long ago, it asks once a day for the book to be opened.

    Signals:
        waiting: how many reminders wait behind the lock.
        rang: how many popped up.
        unknown: nobody knows what is due today.
        unlock_wanted: the way in is to be shown.
    """

    waiting = Signal(int)
    rang = Signal(int)
    unknown = Signal()
    unlock_wanted = Signal()

    def __init__(self, handed: Handover, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handed = handed
        self._told = 0
        self._asked_on: dt.date | None = None
        self.pop_up = LockedPopUp()
        self.pop_up.unlock_wanted.connect(self.unlock_wanted)
        self.ticker = Ticker(clock, handed.pop_up_at, self)
        self.ticker.ticked.connect(self._on_ticked)

    def start(self) -> None:
        """Begin to look at the clock."""
        self.ticker.start()

    def close(self) -> None:
        """Ring no more."""
        self.ticker.stop()
        self.pop_up.close()
        self.pop_up.deleteLater()

    def _on_ticked(self, now: dt.datetime) -> None:
        due, today = self._handed.due(now.date()), now.date()
        self.waiting.emit(self._handed.waiting + due)
        if due > self._told:
            self._told = due
            self._show(due)
            self.rang.emit(due)
        elif not self._handed.is_known(today) and self._asked_on != today:
            self._asked_on = today
            self.pop_up.show_unknown()
            self.unknown.emit()

    def _show(self, due: int) -> None:
        if self._handed.tells_counts:
            self.pop_up.show_count(due)
        else:
            self.pop_up.show_something()
