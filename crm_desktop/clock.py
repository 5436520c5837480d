"""The one place that asks for the time."""

import datetime as dt
import time
from typing import Protocol


class Clock(Protocol):
    """Tells the local time; every other module is handed one."""

    def now(self) -> dt.datetime:
        """Return the local wall-clock time with its UTC offset."""
        ...

    def monotonic(self) -> float:
        """Return seconds that never run backwards (they stop while the machine sleeps)."""
        ...


class SystemClock:
    """The clock of this machine, in its local time zone."""

    def now(self) -> dt.datetime:
        """Return the local wall-clock time with its UTC offset."""
        return dt.datetime.now().astimezone()

    def monotonic(self) -> float:
        """Return seconds since an arbitrary start."""
        return time.monotonic()


def today(clock: Clock) -> dt.date:
    """Return the local day `clock` stands on."""
    return clock.now().date()
