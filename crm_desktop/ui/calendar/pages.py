"""The stretches of days that were read: the one shown, and its neighbours ahead of being asked."""

import datetime as dt
from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from crm_desktop.services.calendar import Stretch
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.jobs import Latest

_KEPT: Final = 6
_QUIET_MS: Final = 120

Span = tuple[dt.date, dt.date]


class Pages(QObject):
    """Answers at once with what is at hand; `forget` once anything in the book changed.

    Signals:
        read: the `Stretch` that was asked for last.
    """

    read = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reading = Latest(desk.jobs, self)
        self._at_hand: dict[Span, Stretch] = {}
        self._wanted: Span | None = None
        self._state = 0
        self._neighbours: tuple[Span, ...] = ()
        self._today = dt.date.min
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(_QUIET_MS)
        self._ahead.timeout.connect(self._on_quiet)

    def show(self, days: Span, today: dt.date) -> None:
        """Ask for a stretch; it is told by `read`, at once where it is at hand."""
        self._wanted = days
        if days in self._at_hand:
            self._reading.forget()
            self.read.emit(self._at_hand[days])
        else:
            work = partial(self._desk.book.calendar.stretch, *days, today)
            self._reading.run(work, partial(self._on_read, days, self._state))

    @property
    def is_ahead(self) -> bool:
        """Whether what may be asked for next is at hand, or being read."""
        return not self._ahead.isActive()

    def fetch(self, neighbours: Iterable[Span], today: dt.date) -> None:
        """Read what may be asked for next, once the page that is shown has been painted."""
        self._neighbours = tuple(neighbours)
        self._today = today
        self._ahead.start()

    def rest(self) -> None:
        """Read nothing ahead: nobody looks any more, and the book may be closing."""
        self._ahead.stop()

    def _on_quiet(self) -> None:
        for days in self._neighbours:
            if days not in self._at_hand:
                work = partial(self._desk.book.calendar.stretch, *days, self._today)
                self._desk.jobs.run(self, work, partial(self._keep, days, self._state))

    def forget(self) -> None:
        """Read everything anew from now on."""
        self._state += 1
        self._at_hand.clear()

    def _on_read(self, days: Span, state: int, stretch: Stretch) -> None:
        self._keep(days, state, stretch)
        if days == self._wanted:
            self.read.emit(stretch)

    def _keep(self, days: Span, state: int, stretch: Stretch) -> None:
        if state != self._state:
            return
        self._at_hand[days] = stretch
        while len(self._at_hand) > _KEPT:
            del self._at_hand[next(iter(self._at_hand))]
