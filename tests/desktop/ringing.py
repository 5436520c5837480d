"""The pop-up as the app shows it; prints where it stands, and hides and shows when told."""

import sys

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from crm_desktop.ui.popup.locked import LockedPopUp
from crm_desktop.ui.session.presenting import of_this_system
from crm_desktop.ui.theme.theme import Theme, ThemeChoice
from tests.desktop.screen import say
from tests.ui.desks import RESOURCES


class Ringing:
    """Does what stands on each line of its input."""

    def __init__(self) -> None:
        self._pop_up = LockedPopUp()
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._on_line)
        say("ready")

    def _on_line(self) -> None:
        match sys.stdin.readline().strip():
            case "show":
                self._pop_up.show_count(2)
                QTimer.singleShot(900, self._tell)
            case "presenting":
                say(f"presenting {of_this_system().is_on()}")
            case "save":
                QApplication.primaryScreen().grabWindow(0).save(sys.argv[1])
                say("saved")
            case _:
                pass

    def _tell(self) -> None:
        place = self._pop_up.frameGeometry()
        right, bottom = place.right() + 1, place.bottom() + 1
        say(f"shown {self._pop_up.isVisible()} {self._pop_up.isActiveWindow()} {right} {bottom}")


def main() -> None:
    application = QApplication(sys.argv)
    Theme(application, RESOURCES / "icons").wear(ThemeChoice.LIGHT)
    ringing = Ringing()
    application.exec()
    del ringing


if __name__ == "__main__":
    main()
