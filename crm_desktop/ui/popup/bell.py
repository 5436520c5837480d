"""The bell: asks the book what is due at a tick and rings in three ways."""

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from crm_desktop.domain.records import Change
from crm_desktop.services.reminders import Tick
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.popup.hold import Hold
from crm_desktop.ui.popup.window import PopUp
from crm_desktop.ui.reminding.answers import Answers
from crm_desktop.ui.session.presenting import Presenting, of_this_system

if TYPE_CHECKING:
    from crm_desktop.domain.occasions import Key

_TABLES: Final = frozenset(
    {
        *("reminder", "setting", "client", "client_date", "person", "gift", "festival_mark"),
        *("contact", "visit", "promise", "points_entry"),
    }
)
_ASK_AGAIN_MS: Final = 20_000


class Bell(QObject):
    """Shows the pop-up, marks the window in the task bar, and counts for the tray.

    While others look at the screen it stays still, a quarter of an hour at most; nothing is
    remembered as told before it was shown.

    Signals:
        waiting: how many reminders are open now.
        rang: the reminders that popped up, as the words of a tray message: how many.
        today_wanted: the Today page is to be opened.
    """

    waiting = Signal(int)
    rang = Signal(int)
    today_wanted = Signal()

    def __init__(
        self, desk: Desk, parent: QObject | None = None, presenting: Presenting | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.hold = Hold(presenting or of_this_system(), desk.clock)
        self.pop_up = PopUp(Answers(desk, self))
        self.pop_up.today_wanted.connect(self.today_wanted)
        self.pop_up.festival_wanted.connect(desk.routes.festival_wanted)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_ASK_AGAIN_MS)
        self._again.timeout.connect(self._on_again)
        self._looks = 0
        self._telling: dict[Key, int] = {}
        desk.edits.changed.connect(self._on_changed)
        desk.routes.discretion_changed.connect(self.pop_up.refresh)

    def look(self, now: dt.datetime) -> None:
        """Find what is due at `now`; what was not told yet pops up, or waits until it may."""
        self._looks += 1
        work = partial(self._desk.book.reminders.look, now)
        looked = partial(self._on_looked, now, self._looks)
        self._desk.jobs.run(self, work, looked, lane=Lane.DATABASE)

    def be_quiet(self, on: bool) -> None:  # noqa: FBT001 - a slot of a menu's action
        """Hold every pop-up back for an hour, or no more."""
        self.hold.be_quiet(on=on)
        if on:
            self.pop_up.hide()
        self._on_again()

    def close(self) -> None:
        """Take the pop-up down for good."""
        self._again.stop()
        self.pop_up.close()
        self.pop_up.deleteLater()

    def _on_looked(self, now: dt.datetime, look: int, tick: Tick) -> None:
        # A look that was asked for after something was told has found it remembered, or nobody
        # could write it: then it is told again.
        self._telling = {key: last for key, last in self._telling.items() if look <= last}
        self.waiting.emit(tick.open)
        self.pop_up.keep(tick.due)
        if not tick.is_news:
            return
        if tick.raised or tick.missed:
            if not self.hold.may_show():
                self._again.start()
                return
            self._ring(tick, now.date())
        told = partial(self._desk.book.reminders.told, tick, now)
        self._desk.jobs.run(self, told, _nothing_more, lane=Lane.DATABASE)

    def _ring(self, tick: Tick, today: dt.date) -> None:
        """Show what is new; what an earlier look showed is perhaps being written still."""
        raised = [one for one in tick.raised if not self._telling.keys() >= set(one.keys)]
        missed = [one for one in tick.missed if not self._telling.keys() >= set(one.keys)]
        if not raised and not missed:
            return
        for shown in (raised, missed):
            for one in shown:
                self._telling |= dict.fromkeys(one.keys, self._looks)
        is_watched = self.hold.is_watched
        self.hold.showed()
        self.pop_up.hush(tick.silence)
        self.pop_up.show_reminders(raised, today, missed=missed, discreet=is_watched)
        self.rang.emit(len(raised) + len(missed))
        for window in QApplication.topLevelWidgets():
            if window.isWindow() and window.isVisible() and window is not self.pop_up:
                QApplication.alert(window)

    def _on_again(self) -> None:
        self.look(self._desk.clock.now())

    def _on_changed(self, change: Change) -> None:
        if change.tables & _TABLES:
            self.look(self._desk.clock.now())


def _nothing_more(_nothing: None) -> None:
    """Hear that what was shown is remembered."""
