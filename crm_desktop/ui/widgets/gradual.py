"""Gradual: a column filled a few widgets at a time, so that the first are seen at once."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

_FIRST: Final = 6
_EACH: Final = 2


class Gradual(QObject):
    """Fills a layout; a new filling takes the place of one that is under way.

    Signals:
        filled: the last widget has been added.
    """

    filled = Signal()

    def __init__(self, layout: QBoxLayout, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layout = layout
        self._makers: Iterator[Callable[[], QWidget]] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_turn)

    @property
    def is_filling(self) -> bool:
        """Whether more widgets are to come."""
        return self._timer.isActive()

    def fill(self, makers: Iterable[Callable[[], QWidget]]) -> None:
        """Add the first screenful now, and the others whenever nothing else is to be done."""
        self._makers = iter(makers)
        self._timer.start()
        self._add(_FIRST)

    def _on_turn(self) -> None:
        self._add(_EACH)

    def _add(self, count: int) -> None:
        for _ in range(count):
            make = next(self._makers, None)
            if make is None:
                self._timer.stop()
                self.filled.emit()
                return
            self._layout.addWidget(make())
