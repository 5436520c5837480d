"""Jumps: Alt+1 to Alt+9 lead to the sections of the page."""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

_KEYS: Final = range(1, 10)


class Jumps(QObject):
    """The keys, while the focus is on the page.

    Signals:
        wanted: the number of a section, counted from 1.
    """

    wanted = Signal(int)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        for number in _KEYS:
            key = QShortcut(QKeySequence(f"Alt+{number}"), page)
            key.setContext(Qt.ShortcutContext.WindowShortcut)
            key.activated.connect(partial(self.wanted.emit, number))

    def told(self, number: int) -> str:
        """Return the key of a section, "" where it has none."""
        return f"Alt+{number}" if number in _KEYS else ""
