"""Ticker: asks for reminders at the start, at the chosen time, and after an absence."""

import datetime as dt
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from crm_desktop.clock import Clock

_LOOK_EVERY_MS: Final = 20_000
_ASLEEP: Final = dt.timedelta(minutes=5)
_AGAIN: Final = dt.timedelta(minutes=10)


class Ticker(QObject):
    """Looks at the clock every few seconds and says when it is time to look for reminders.

    Due is computed from the date, never from a timer that could be slept through: the ticker
    only chooses moments: at the start, on waking from sleep, once a day from `pop_up_at` on,
    and every ten minutes after that for what was snoozed.

    Signals:
        ticked: look for reminders now, as of this local time.
    """

    ticked = Signal(object)

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
        now = self._clock.now()
        woke = self._looked_at is not None and now - self._looked_at >= _ASLEEP
        self._looked_at = now
        if woke or (now.time() >= self._pop_up_at and self._is_stale(now)):
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
