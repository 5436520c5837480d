"""The bell: asks the book what is due at a tick and rings in three ways."""

import datetime as dt
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from crm_desktop.domain.occasions import Reminder
from crm_desktop.domain.records import Change
from crm_desktop.services.reminders import Reminders, Tick
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
        work = partial(_looked, self._desk.book.reminders, now)
        self._desk.jobs.run(self, work, partial(self._on_looked, now.date()), lane=Lane.DATABASE)

    def close(self) -> None:
        """Take the pop-up down for good."""
        self.pop_up.close()
        self.pop_up.deleteLater()

    def _on_looked(self, today: dt.date, looked: tuple[Tick, list[Reminder]]) -> None:
        tick, still_open = looked
        self.waiting.emit(tick.open)
        self.pop_up.keep(still_open)
        if tick.raised:
            self.pop_up.show_reminders(tick.raised, today)
            self.rang.emit(len(tick.raised))
            for window in QApplication.topLevelWidgets():
                if window.isWindow() and window.isVisible() and window is not self.pop_up:
                    QApplication.alert(window)

    def _on_changed(self, change: Change) -> None:
        if change.tables & _TABLES:
            self.look(self._desk.clock.now())


def _looked(reminders: Reminders, now: dt.datetime) -> tuple[Tick, list[Reminder]]:
    """Return what pops up at `now`, and what is open whether it pops up or not."""
    return reminders.tick(now), reminders.due(now)
