"""Start: her own book in the window."""

import pathlib
import sys

from PySide6.QtCore import QSettings

from crm_desktop.app.entrance import EntranceWindow
from crm_desktop.app.outfit import Outfit, dressed, make_application
from crm_desktop.app.run import Run
from crm_desktop.domain.errors import AlreadyOpen, CrmError
from crm_desktop.paths import BookFolder, data_folder, resources_folder
from crm_desktop.security.hardening import harden
from crm_desktop.security.instance import hold
from crm_desktop.security.keychain import SystemKeychain
from crm_desktop.services.vault import Vault
from crm_desktop.ui.ask import ScreenAsk
from crm_desktop.ui.log import start_log
from crm_desktop.ui.qt_clock import QtClock
from crm_desktop.ui.session import handover
from crm_desktop.ui.session.instance import ask_first_to_show
from crm_desktop.ui.text import sentence


def run_window(book: pathlib.Path | None) -> int:
    """Show the window on the book in `book`, by default the platform's data folder.

    A second start on the same folder raises the window of the first and ends.
    """
    harden()
    handed = handover.taken()
    application = make_application()
    folder = BookFolder(path=data_folder() if book is None else book)
    remembered = QSettings(str(folder.window), QSettings.Format.IniFormat)
    outfit = dressed(application, resources_folder(), remembered, ScreenAsk())
    try:
        folder.prepare()
        with hold(folder.lock):
            start_log(folder.logs)
            outfit.bugs.install()
            clock = QtClock()
            vault = Vault(folder, clock, SystemKeychain())
            run = Run(vault, outfit, clock, ["--book", str(book)] if book else [])
            run.begin(handed)
            application.exec()
    except AlreadyOpen as error:
        return 0 if ask_first_to_show(folder.path) else _told(outfit, error)
    except CrmError as error:
        return _told(outfit, error)
    if run.restarts:
        run.start_anew()
    return 0


def _told(outfit: Outfit, error: CrmError) -> int:
    """Tell why nothing can be shown, on the terminal and in a window; return the exit code."""
    from crm_desktop.ui.gate.trouble import Trouble  # noqa: PLC0415 - a start hardly fails

    if sys.stderr is not None:
        print(sentence(error), file=sys.stderr)  # noqa: T201 - the one line of a start that failed
    window = EntranceWindow()
    trouble = Trouble(error, ways=())
    trouble.wanted.connect(window.close)
    window.closed.connect(outfit.application.quit)
    window.setCentralWidget(trouble)
    window.show()
    outfit.application.exec()
    outfit.jobs.close()
    return 1
