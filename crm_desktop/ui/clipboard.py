"""Copies of personal words: marked as secret for clipboard histories, and cleared after a while."""

from typing import Final

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

_CLEARED_AFTER_MS: Final = 30_000
# How each system is asked to keep a copy out of its clipboard history and its cloud.
_SECRET_MARKS: Final = {
    "x-kde-passwordManagerHint": b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": b"1",
    "CanIncludeInClipboardHistory": b"\0\0\0\0",
    "CanUploadToCloudClipboard": b"\0\0\0\0",
    "org.nspasteboard.ConcealedType": b"1",
}


class Copies(QObject):
    """Puts words on the clipboard and takes them off after 30 seconds if they still stand there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_CLEARED_AFTER_MS)
        self._timer.timeout.connect(self.clear)
        application = QGuiApplication.instance()
        if application is not None:
            # Nothing personal outlives the app; and Qt cannot free our copy once Python is gone.
            application.aboutToQuit.connect(self.clear)

    def copy(self, text: str) -> None:
        """Copy `text` for pasting soon."""
        content = QMimeData()
        content.setText(text)
        for name, value in _SECRET_MARKS.items():
            content.setData(name, QByteArray(value))
        self._text = text
        _clipboard().setMimeData(content)
        self._timer.start()

    def clear(self) -> None:
        """Empty the clipboard unless something else was copied since."""
        if self._text and _clipboard().text() == self._text:
            _clipboard().clear()
        self._text = ""


def _clipboard() -> QClipboard:
    return QGuiApplication.clipboard()
