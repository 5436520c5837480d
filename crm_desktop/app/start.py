"""Start: her own book in the window."""

import pathlib
import sys
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

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
from crm_desktop.ui.text import sentence

if TYPE_CHECKING:
    from crm_desktop.domain.autostart import AtLogin
    from crm_desktop.services.autostart import Autostart


def run_window(book: pathlib.Path | None, *, hidden: bool = False) -> int:
    """Show the window on the book in `book`, by default the platform's data folder.

    A second start on the same folder raises the window of the first and ends; a `hidden` one,
    as at login, leaves the first alone and stays in the tray where it is the first itself.
    """
    harden()
    handed = handover.taken()
    application = make_application()
    folder = BookFolder(path=data_folder() if book is None else book)
    remembered = QSettings(str(folder.window), QSettings.Format.IniFormat)
    outfit = dressed(application, resources_folder(), remembered, ScreenAsk())
    outfit = replace(outfit, autostart=_OwnAutostart(book))
    try:
        folder.prepare()
        with hold(folder.lock):
            start_log(folder.logs)
            outfit.bugs.install()
            clock = QtClock()
            vault = Vault(folder, clock, SystemKeychain())
            run = Run(vault, outfit, clock, ["--book", str(book)] if book else [])
            run.begin(handed, hidden=hidden)
            application.exec()
    except AlreadyOpen as error:
        from crm_desktop.ui.session.instance import ask_first_to_show  # noqa: PLC0415 - see Run

        is_told = ask_first_to_show(folder.path, shows=not hidden)
        return 0 if is_told else _told(outfit, error)
    except CrmError as error:
        return _told(outfit, error)
    if run.restarts:
        run.start_anew()
    return 0


class _OwnAutostart:
    """The entry of this app at login; what it takes is imported when it is first asked."""

    def __init__(self, book: pathlib.Path | None) -> None:
        self._book = book

    def state(self) -> "AtLogin":
        """Return whether it starts at login."""
        return self._there.state()

    def put(self, *, on: bool) -> None:
        """Write the entry, or take it away."""
        self._there.put(on=on)

    @cached_property
    def _there(self) -> "Autostart":
        from crm_desktop.domain.autostart import entry  # noqa: PLC0415 - not at the start
        from crm_desktop.services import autostart  # noqa: PLC0415 - not at the start

        frozen = bool(getattr(sys, "frozen", False))
        program = autostart.own_program(sys.executable, frozen=frozen)
        return autostart.of_this_system(entry(program, self._book))


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
