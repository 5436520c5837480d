"""Hand-written stand-ins for what a test must not leave to chance."""

import datetime as dt

CHINA = dt.timezone(dt.timedelta(hours=8))


class FixedClock:
    """A clock that stands until it is told to move on."""

    def __init__(self, now: dt.datetime = dt.datetime(2026, 11, 22, 9, 0, tzinfo=CHINA)) -> None:
        self._now = now
        self._monotonic = 1000.0

    def now(self) -> dt.datetime:
        return self._now

    def monotonic(self) -> float:
        return self._monotonic

    def advance(self, by: dt.timedelta) -> None:
        self._now += by
        self._monotonic += by.total_seconds()

    def set(self, now: dt.datetime) -> None:
        """Move the wall clock alone, as a person or a time server does."""
        self._now = now
