"""Presenting: whether somebody is shown this screen, so that no pop-up comes over it.

Each system has a way of its own to ask. None of them is a promise: where one cannot tell, the
answer is no, and the reminder comes.
"""

import ctypes
import sys
from typing import Final, Protocol

from PySide6.QtGui import QGuiApplication

# What SHQueryUserNotificationState answers: 2 QUNS_BUSY (a full screen), 3 a full-screen game,
# 4 QUNS_PRESENTATION_MODE, 7 QUNS_APP (a full-screen app of the store).
_BUSY: Final = frozenset({2, 3, 4, 7})


class Presenting(Protocol):
    """Tells whether the screen is shown to others."""

    def is_on(self) -> bool:
        """Return whether a full screen or a presentation is in front."""
        ...


class OwnWindows:
    """Knows the windows of this app only: what there is on macOS and on Wayland."""

    def is_on(self) -> bool:
        """Return whether a window of ours fills the screen."""
        return any(
            window.isVisible() and window.visibility() is window.Visibility.FullScreen
            for window in QGuiApplication.topLevelWindows()
        )


class WindowsShell:
    """Asks the shell of Windows, which knows presentations and full screens of every program."""

    def is_on(self) -> bool:
        """Return whether Windows itself would hold its notifications back."""
        state = ctypes.c_int(0)
        try:
            asked = ctypes.CDLL("shell32").SHQueryUserNotificationState(ctypes.byref(state))
        except (OSError, AttributeError):
            return False
        return asked == 0 and state.value in _BUSY


def of_this_system() -> Presenting:
    """Return what can tell it here."""
    if sys.platform == "win32":
        return WindowsShell()
    if QGuiApplication.platformName() == "xcb":
        from crm_desktop.ui.session.x11_front import X11Front  # noqa: PLC0415 - on X11 only

        return X11Front()
    return OwnWindows()
