"""Idle: tells when nobody has touched the window for a while."""

import datetime as dt
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from typing_extensions import override

from crm_desktop.clock import Clock

_LOOK_EVERY_MS: Final = 5_000
_SIGNS_OF_LIFE: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletMove,
    }
)


class Idle(QObject):
    """Watches for signs of life in the whole application.

    Two clocks are read: the monotonic one stops while the machine sleeps, the wall clock may
    be set back; whichever has gone further decides.

    Signals:
        expired: nobody touched anything for the allowed time; said once until the next sign.
    """

    expired = Signal()

    def __init__(self, clock: Clock, allowed: dt.timedelta, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._allowed = allowed
        self._said = False
        self._wall = clock.now()
        self._monotonic = clock.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Watch from now on; every event passes through here, so the first page comes before."""
        self._note()
        self._timer.start()
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def allow(self, allowed: dt.timedelta) -> None:
        """Change the time after which `expired` is said; none at all never says it."""
        self._allowed = allowed

    def look(self) -> None:
        """Compare both clocks with the last sign of life."""
        wall = self._clock.now() - self._wall
        monotonic = dt.timedelta(seconds=self._clock.monotonic() - self._monotonic)
        if self._allowed and not self._said and max(wall, monotonic) >= self._allowed:
            self._said = True
            self.expired.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a sign of life and let every event pass."""
        if event.type() in _SIGNS_OF_LIFE:
            self._note()
        return False

    def _note(self) -> None:
        self._wall = self._clock.now()
        self._monotonic = self._clock.monotonic()
        self._said = False
