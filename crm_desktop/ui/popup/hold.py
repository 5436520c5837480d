"""Hold: how long the pop-up stays back: while she presents, or because she asked for quiet."""

import datetime as dt
from typing import Final

from crm_desktop.clock import Clock
from crm_desktop.ui.session.presenting import Presenting

AT_MOST: Final = dt.timedelta(minutes=15)
QUIET: Final = dt.timedelta(hours=1)


class Hold:
    """Counts from the first reminder that is held back, by the clock that is never set.

    Attributes:
        minds: whether a presentation holds anything back at all.
    """

    minds: bool

    def __init__(self, presenting: Presenting, clock: Clock) -> None:
        self.minds = True
        self._presenting = presenting
        self._clock = clock
        self._since: float | None = None
        self._quiet_until: float | None = None

    @property
    def is_quiet(self) -> bool:
        """Whether she asked for quiet, and the hour is not over."""
        return self._quiet_until is not None and self._clock.monotonic() < self._quiet_until

    @property
    def is_watched(self) -> bool:
        """Whether others look at the screen now: what is shown then is discreet."""
        return self.minds and self._presenting.is_on()

    def be_quiet(self, *, on: bool) -> None:
        """Hold everything back for an hour, or no more."""
        ends = self._clock.monotonic() + QUIET.total_seconds()
        self._quiet_until = ends if on else None

    def may_show(self) -> bool:
        """Return whether a reminder that waits now may pop up."""
        if self.is_quiet:
            return False
        if not self.is_watched:
            self._since = None
            return True
        now = self._clock.monotonic()
        if self._since is None:
            self._since = now
        return now - self._since >= AT_MOST.total_seconds()

    def showed(self) -> None:
        """Begin to count anew: what waited has been shown."""
        self._since = None
