"""Esc in a field: it takes back what was typed before it does anything to the window."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def keep_escape(event: QEvent, is_wanted: Callable[[], bool]) -> bool:
    """Claim Esc for the field that asks, ahead of the window's own shortcut; say if it did."""
    if (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_Escape
        and is_wanted()
    ):
        event.accept()
        return True
    return False
