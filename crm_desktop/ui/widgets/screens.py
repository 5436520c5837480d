"""Screens: how much room there is where something is to stand."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication


def room_at(point: QPoint) -> QRect:
    """Return what is free of the screen a point is on, else of the first screen.

    Never ask a widget for its `screen()`: PySide takes what it returns for a child of the widget
    and deletes the screen with it; the next window that opens then crashes.
    """
    screen = QGuiApplication.screenAt(point) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()
