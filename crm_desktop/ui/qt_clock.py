"""The clock of the screen: Qt notices a change of the time zone, a running Python does not."""

import datetime as dt
import time
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QDateTime, QTimeZone

from crm_desktop.clock import Clock

BEIJING = b"Asia/Shanghai"


@runtime_checkable
class ZonedClock(Protocol):
    """A clock whose zone can be chosen while it runs."""

    def read_in(self, zone: bytes) -> None:
        """Read the time in `zone` from now on, in that of the system for none."""
        ...


class QtClock:
    """Tells the local time by Qt, or always that of one zone."""

    def __init__(self, zone: bytes = b"") -> None:
        self._zone: QTimeZone | None = None
        self.read_in(zone)

    def read_in(self, zone: bytes) -> None:
        """Read the time in `zone` from now on, in that of the system for none."""
        self._zone = QTimeZone(zone) if zone else None

    def now(self) -> dt.datetime:
        """Return the wall-clock time with its UTC offset."""
        moment = QDateTime.currentDateTime()
        if self._zone is not None:
            moment = moment.toTimeZone(self._zone)
        offset = dt.timezone(dt.timedelta(seconds=moment.offsetFromUtc()))
        return dt.datetime.fromtimestamp(moment.toMSecsSinceEpoch() / 1000, offset)

    def monotonic(self) -> float:
        """Return seconds that never run backwards."""
        return time.monotonic()


def read_as(clock: Clock, *, always_beijing: bool) -> None:
    """Let a clock that can be told so tell Beijing time, or that of the system's zone."""
    if isinstance(clock, ZonedClock):
        clock.read_in(BEIJING if always_beijing else b"")
