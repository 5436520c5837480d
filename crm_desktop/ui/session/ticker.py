"""Ticker: asks for reminders at the start, at the chosen time, and whenever the clock jumped."""

import datetime as dt
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from crm_desktop.clock import Clock

_LOOK_EVERY_MS: Final = 20_000
_JUMPED: Final = dt.timedelta(minutes=5)
_AGAIN: Final = dt.timedelta(minutes=10)


class Ticker(QObject):
    """Looks at the clock every few seconds and says when it is time to look for reminders.

    Due is computed from the date, never from a timer that could be slept through: the ticker
    only chooses moments: at the start, when the clock went on (sleep) or back by minutes, when
    the time zone changed, once a day from `pop_up_at` on, and every ten minutes after that for
    what was snoozed.

    Signals:
        ticked: look for reminders now, as of this local time.
        day_changed: it is another day than at the last look: what shows a day is to be read
            anew. No reminder pops up for that, she may be asleep.
    """

    ticked = Signal(object)
    day_changed = Signal(object)

    def __init__(self, clock: Clock, pop_up_at: dt.time, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._pop_up_at = pop_up_at
        self._ticked_at: dt.datetime | None = None
        self._looked_at: dt.datetime | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Tick now and begin to look at the clock."""
        self._timer.start()
        self._tick(self._clock.now())

    def stop(self) -> None:
        """Look at the clock no more."""
        self._timer.stop()

    def change_time(self, pop_up_at: dt.time) -> None:
        """Take over a new time of the daily pop-up."""
        self._pop_up_at = pop_up_at

    def look(self) -> None:
        """Tick where what may have come due since the last tick is worth a look."""
        now, before = self._clock.now(), self._looked_at
        self._looked_at = now
        if before is not None and before.date() != now.date():
            self.day_changed.emit(now.date())
        if _jumped(before, now) or (now.time() >= self._pop_up_at and self._is_stale(now)):
            self._tick(now)

    def _tick(self, now: dt.datetime) -> None:
        self._ticked_at = self._looked_at = now
        self.ticked.emit(now)

    def _is_stale(self, now: dt.datetime) -> bool:
        """Tell whether the last tick was on another day, before the hour, or a while ago."""
        last = self._ticked_at
        if last is None or last.date() != now.date() or last > now:
            return True
        return last.time() < self._pop_up_at or now - last >= _AGAIN


def _jumped(before: dt.datetime | None, now: dt.datetime) -> bool:
    """Tell whether the machine slept, or the clock or its zone was set, since the last look."""
    if before is None:
        return False
    return abs(now - before) >= _JUMPED or now.utcoffset() != before.utcoffset()
