"""Ctrl+Z and Ctrl+Y in a field: its own typing first, the window's undo when there is none."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QPlainTextEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.ui.fields.taking_back import TakingBack

CTRL = Qt.KeyboardModifier.ControlModifier
FIELDS = [QLineEdit, QPlainTextEdit, QSpinBox]


class Window(QMainWindow):
    """A window with one field that counts its own undo and redo."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.taking_back = TakingBack(self)
        self.setCentralWidget(field)
        for key in ("Ctrl+Z", "Ctrl+Y"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setObjectName(key)
            shortcut.activated.connect(self.hear)

    def hear(self) -> None:
        self.heard.append(self.sender().objectName())


def shown(qtbot: QtBot, field: QWidget) -> Window:
    window = Window(field)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return window


@pytest.mark.parametrize("kind", FIELDS)
def test_without_typing_the_window_takes_back(qtbot: QtBot, kind: type[QWidget]) -> None:
    field = kind()
    window = shown(qtbot, field)

    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(field, Qt.Key.Key_Y, CTRL)

    assert window.heard == ["Ctrl+Z", "Ctrl+Y"]


@pytest.mark.parametrize("kind", FIELDS)
def test_typing_is_taken_back_first(qtbot: QtBot, kind: type[QWidget]) -> None:
    field = kind()
    window = shown(qtbot, field)

    QTest.keyClicks(field, "7")
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    heard_while_typed = list(window.heard)
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)

    assert heard_while_typed == []
    assert window.heard == ["Ctrl+Z"]


def test_a_field_that_was_left_is_let_go(qtbot: QtBot) -> None:
    first, second, whole = QLineEdit(), QLineEdit(), QWidget()
    first.setParent(whole)
    second.setParent(whole)
    window = Window(whole)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    for field in (first, second, first):
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)

    QTest.keyClick(first, Qt.Key.Key_Z, CTRL)

    assert window.heard == ["Ctrl+Z"]
