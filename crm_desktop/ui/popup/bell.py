"""The bell: asks the book what is due at a tick and rings in three ways."""

import datetime as dt
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from crm_desktop.domain.records import Change
from crm_desktop.services.reminders import Tick
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.popup.window import PopUp
from crm_desktop.ui.reminding.answers import Answers

_TABLES = frozenset({"reminder", "client", "client_date", "person", "setting"})


class Bell(QObject):
    """Shows the pop-up, marks the window in the task bar, and counts for the tray.

    Signals:
        waiting: how many reminders are open now.
        rang: the reminders that popped up, as the words of a tray message: how many.
        today_wanted: the Today page is to be opened.
    """

    waiting = Signal(int)
    rang = Signal(int)
    today_wanted = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.pop_up = PopUp(Answers(desk, self))
        self.pop_up.today_wanted.connect(self.today_wanted)
        desk.edits.changed.connect(self._on_changed)

    def look(self, now: dt.datetime) -> None:
        """Find what is due at `now`; what was not told yet pops up."""
        tick = partial(self._desk.book.reminders.tick, now)
        self._desk.jobs.run(self, tick, partial(self._on_tick, now.date()), lane=Lane.DATABASE)

    def close(self) -> None:
        """Take the pop-up down for good."""
        self.pop_up.close()
        self.pop_up.deleteLater()

    def _on_tick(self, today: dt.date, tick: Tick) -> None:
        self.waiting.emit(tick.open)
        if tick.raised:
            self.pop_up.show_reminders(tick.raised, today)
            self.rang.emit(len(tick.raised))
            for window in QApplication.topLevelWidgets():
                if window.isWindow() and window.isVisible() and window is not self.pop_up:
                    QApplication.alert(window)

    def _on_changed(self, change: Change) -> None:
        if change.tables & _TABLES:
            self.look(self._desk.clock.now())
