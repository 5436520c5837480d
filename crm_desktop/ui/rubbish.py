"""Rubbish: cyclic garbage is collected on the screen's thread and nowhere else.

Python collects in whatever thread happens to allocate. Widgets stand in cycles with their
signals, and a widget that dies in the thread of a job takes the whole process with it.
"""

import gc
from typing import ClassVar, Final

from PySide6.QtCore import QObject, QTimer

_LOOK_EVERY_MS: Final = 1_000


class Rubbish(QObject):
    """Switches Python's own collector off while it stands, and does its work by a timer."""

    _standing: ClassVar[int] = 0

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        Rubbish._standing += 1
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation whose time has come by Python's own thresholds."""
        counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, limit) in enumerate(counts) if count > limit]
        if due:
            gc.collect(max(due))

    def stop(self) -> None:
        """Leave it to Python again once no other thread is at work."""
        if self._timer.isActive():
            self._timer.stop()
            Rubbish._standing -= 1
        if not Rubbish._standing:
            gc.enable()
