"""Rubbish: cyclic garbage is collected on the screen's thread and nowhere else.

Python collects in whatever thread happens to allocate. Widgets stand in cycles with their
signals, and a widget that dies in the thread of a job takes the whole process with it.

A job that reads a workbook makes hundreds of thousands of records, none in a cycle; to look at
them would hold up the screen for a fifth of a second, again and again.
"""

import gc
from typing import ClassVar, Final

from PySide6.QtCore import QObject, QTimer

_LOOK_EVERY_MS: Final = 1_000
_BURST: Final = 10_000
"""So many new objects between two looks are records, not widgets."""


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
        """Collect the oldest generation whose time has come by Python's own thresholds.

        After a burst all that is there is set aside until the last one stops.
        """
        if gc.get_count()[0] > _BURST:
            gc.freeze()
            return
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
            gc.unfreeze()
            gc.enable()
