"""SecretField: a passphrase being typed, with an eye to look at it and a word on Caps Lock."""

import sys

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from crm_desktop.ui.icons import Icon, icon

_CAPS_LOCK_KEY = 0x14


def caps_lock_in(event: QKeyEvent) -> bool | None:
    """Return whether Caps Lock is on by what a letter key gave; None for other keys.

    Qt does not tell the state of the key itself.
    """
    text = event.text()
    if len(text) != 1 or not text.isascii() or not text.isalpha():
        return None
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return text.isupper() != shifted


def caps_lock_of_system() -> bool | None:
    """Return whether Caps Lock is on where the system tells it before a key is pressed."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only Windows has the call

        return bool(ctypes.windll.user32.GetKeyState(_CAPS_LOCK_KEY) & 1)
    return None


class SecretField(QLineEdit):
    """A line whose text is hidden until its eye is pressed.

    Signals:
        caps_lock: whether Caps Lock is on, as far as it is known.
    """

    caps_lock = Signal(bool)

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
        )
        self._eye = self.addAction(
            icon(Icon.EYE, "text2"), QLineEdit.ActionPosition.TrailingPosition
        )
        self._eye.setText(self.tr("Show"))
        self._eye.setToolTip(self.tr("Show or hide what is typed"))
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._on_eye)

    def take(self) -> str:
        """Return what is typed and forget it."""
        typed = self.text()
        self.clear()
        return typed

    def _on_eye(self, shown: bool) -> None:  # noqa: FBT001 - the signature of a Qt signal
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        self._eye.setIcon(icon(Icon.EYE_OFF if shown else Icon.EYE, "text2"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        state = caps_lock_in(event)
        if event.key() == Qt.Key.Key_CapsLock:
            state = caps_lock_of_system()
        if state is not None:
            self.caps_lock.emit(state)
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        state = caps_lock_of_system()
        if state is not None:
            self.caps_lock.emit(state)
        super().focusInEvent(event)
