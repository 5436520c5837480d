"""The start of the app as it is, opened by a key handed over, up to the filled Today page.

Run by benchmarks.startup: python -m benchmarks.startup_app FOLDER, with the secret of *this
computer* in hex as a line of input. Prints which heavy libraries were loaded by then.
"""

import pathlib
import sys
from typing import Final

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from crm_desktop.app.outfit import dressed, make_application
from crm_desktop.app.run import Run
from crm_desktop.paths import BookFolder, resources_folder
from crm_desktop.services.vault import Vault
from crm_desktop.ui.ask import ScreenAsk
from crm_desktop.ui.qt_clock import QtClock

HEAVY: Final = {"pandas", "numpy", "openpyxl", "pypinyin"}
_LOOK_MS: Final = 1


class HandedKeychain:
    """A keychain that holds the one secret it was handed."""

    def __init__(self, secret: bytes | None) -> None:
        self.secret = secret

    def get(self, book: str) -> bytes | None:
        """Return the secret, whatever the book."""
        del book
        return self.secret

    def set(self, book: str, secret: bytes) -> bool:
        """Take the secret in."""
        del book
        self.secret = secret
        return True

    def forget(self, book: str) -> None:
        """Hold nothing any more."""
        del book
        self.secret = None


def main() -> None:
    """Start, and say when the first page is filled; end with the input."""
    folder = BookFolder(path=pathlib.Path(sys.argv[1]))
    keychain = HandedKeychain(bytes.fromhex(sys.stdin.readline().strip()))
    application = make_application()
    remembered = QSettings(str(folder.window), QSettings.Format.IniFormat)
    outfit = dressed(application, resources_folder(), remembered, ScreenAsk())
    clock = QtClock()
    run = Run(Vault(folder, clock, keychain), outfit, clock, [])
    timer = QTimer()

    def look() -> None:
        if run.office is None or not run.office.window.isVisible() or not outfit.jobs.is_idle:
            return
        timer.stop()
        loaded = HEAVY & {name.partition(".")[0] for name in sys.modules}
        print("shown", *sorted(loaded), flush=True)
        sys.stdin.readline()
        run.quit()

    timer.timeout.connect(look)
    run.begin({})
    timer.start(_LOOK_MS)
    application.exec()
    QApplication.quit()


if __name__ == "__main__":
    main()
