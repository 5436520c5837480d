"""Ctrl+Z in a field: it takes back typing while there is some, then the last change of the book."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

_FIELDS = (QLineEdit, QPlainTextEdit, QAbstractSpinBox)


class TakingBack(QObject):
    """Keeps the field that has the focus from claiming keys it has no use for.

    Qt's fields claim undo and redo always, so that the window's own would be dead in them.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        if isinstance(old, _FIELDS):
            old.removeEventFilter(self)
        if isinstance(now, _FIELDS):
            now.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not _can(watched, undo=True)
            redo = event.matches(QKeySequence.StandardKey.Redo) and not _can(watched, undo=False)
            if undo or redo:
                event.ignore()
                return True
        return super().eventFilter(watched, event)


def _can(field: QObject, *, undo: bool) -> bool:
    """Say whether a field has typing to take back, or to do again."""
    if isinstance(field, QAbstractSpinBox):
        field = field.lineEdit()
    if isinstance(field, QPlainTextEdit):
        document = field.document()
        return document.isUndoAvailable() if undo else document.isRedoAvailable()
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if undo else field.isRedoAvailable()
    return False
