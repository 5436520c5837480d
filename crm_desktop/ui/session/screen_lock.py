"""ScreenLock: tells when the screen of the system is locked, or another user takes it over.

On Linux systemd's logind and the screen saver of the desktop say so over D-Bus, on Windows the
terminal service by a message to a window. macOS says nothing to Qt: there idling has to do.
"""

import ctypes
import sys
from typing import Final

from PySide6.QtCore import (
    QAbstractNativeEventFilter,
    QByteArray,
    QCoreApplication,
    QObject,
    Signal,
    Slot,
)
from typing_extensions import override

_LOGIND: Final = "org.freedesktop.login1"
_SAVERS: Final = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
)
# How Qt writes the slots below, as its macro SLOT does.
_LOCKED_SLOT: Final = "1on_locked()"
_SAVER_SLOT: Final = "1on_saver(bool)"
_WM_WTSSESSION_CHANGE: Final = 0x02B1
_AWAY: Final = frozenset({2, 4, 7})
"""WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOCK."""


class ScreenLock(QObject):
    """Listens for as long as it lives.

    Signals:
        locked: the screen was locked, or taken over by somebody else.
    """

    locked = Signal()

    def __init__(self, window_id: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filter: _Messages | None = None
        if sys.platform == "win32":
            self._listen_to_windows(window_id)
        elif sys.platform == "linux":
            self._listen_to_dbus()

    def _listen_to_dbus(self) -> None:
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - on Linux, and not at the start

        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        if system.isConnected():
            # Of any session: asking for the number of ours would wait for an answer of the bus.
            interface = f"{_LOGIND}.Session"
            system.connect(_LOGIND, "", interface, "Lock", self, _LOCKED_SLOT)  # type: ignore[call-overload] # the stubs say bytes, PySide takes str
        if session.isConnected():
            for name, path in _SAVERS:
                session.connect(name, path, name, "ActiveChanged", self, _SAVER_SLOT)  # type: ignore[call-overload] # as above

    def _listen_to_windows(self, window_id: int) -> None:
        application = QCoreApplication.instance()
        if application is None:
            return
        self._filter = _Messages(self)
        application.installNativeEventFilter(self._filter)
        # 0 is NOTIFY_FOR_THIS_SESSION; Windows forgets the window by itself when it goes.
        ctypes.CDLL("wtsapi32").WTSRegisterSessionNotification(ctypes.c_void_p(window_id), 0)

    @Slot()
    def on_locked(self) -> None:
        """Take the word of logind."""
        self.locked.emit()

    @Slot(bool)
    def on_saver(self, active: bool) -> None:  # noqa: FBT001 - what the bus sends
        """Take the word of the screen saver, which is the lock on most desktops."""
        if active:
            self.locked.emit()


class _Messages(QAbstractNativeEventFilter):
    """Reads the messages of Windows for the one about the session."""

    def __init__(self, tells: ScreenLock) -> None:
        super().__init__()
        self._tells = tells

    @override
    def nativeEventFilter(
        self, eventType: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        if bytes(QByteArray(eventType).data()) == b"windows_generic_MSG" and is_away(
            *_read(message)
        ):
            self._tells.locked.emit()
        return False, 0


def is_away(message: int, reason: int) -> bool:
    """Return whether a message of Windows says that the session was locked or left."""
    return message == _WM_WTSSESSION_CHANGE and reason in _AWAY


class _Message(ctypes.Structure):
    """The beginning of a MSG of Windows."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("reason", ctypes.c_size_t),
    )


def _read(address: int) -> tuple[int, int]:
    message = _Message.from_address(int(address))
    return int(message.message), int(message.reason)
