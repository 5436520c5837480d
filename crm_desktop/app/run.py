"""Run: one life of the app on one book, from the entrance to the lock."""

import datetime as dt
import sys
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment
from PySide6.QtWidgets import QApplication

from crm_desktop.app.entrance import Entrance
from crm_desktop.app.office import Office
from crm_desktop.app.outfit import Outfit
from crm_desktop.clock import Clock
from crm_desktop.domain.errors import CrmError
from crm_desktop.paths import resources_folder
from crm_desktop.services.backup_file import BackupReason
from crm_desktop.services.book import open_book
from crm_desktop.services.opened import OpenedBook
from crm_desktop.services.vault import Vault
from crm_desktop.ui.gate.keeper import Start
from crm_desktop.ui.session import handover
from crm_desktop.ui.session.instance import FirstInstance


class Run(QObject):
    """Owns the entrance, then the office; locking ends the process and starts it anew.

    Only a new process is free of what was read: memory that Python and Qt gave back still
    holds names (measured: 302 plaintext copies before a restart, none after).
    """

    office: Office | None
    restarts: bool

    def __init__(
        self,
        vault: Vault,
        outfit: Outfit,
        clock: Clock,
        arguments: Sequence[str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._vault = vault
        self._outfit = outfit
        self._clock = clock
        self._arguments = arguments
        self._opened: OpenedBook | None = None
        self.office = None
        self.restarts = False
        self._handover: str | None = None
        self._entrance = Entrance(vault, outfit, clock, self)
        self._entrance.entered.connect(self._on_entered)
        self._entrance.left.connect(self.quit)
        self._instance = FirstInstance(vault.folder.path, self)
        self._instance.show_wanted.connect(self._on_show_wanted)

    def begin(self, raises: Mapping[dt.date, int], *, quietly: bool = False) -> None:
        """Show the way in, or open at once where this computer may."""
        self._entrance.begin(raises, quietly=quietly)

    def lock(self) -> None:
        """Close the book and start anew before a closed door."""
        self.restarts = True
        if self.office is not None:
            now = self._clock.now()
            self._handover = handover.written(self.office.book.reminders.raises_ahead(now))
        self.quit()

    def restart(self) -> None:
        """Start anew as if she had just come: another book or language is to be shown."""
        self.restarts = True
        self.quit()

    def quit(self) -> None:
        """Close the book with a backup of what changed, and end."""
        self._close_book()
        self._instance.close()
        QApplication.quit()

    def start_anew(self) -> None:
        """Start the next process; call it when the lock on the folder has been given back."""
        program, arguments = handover.command(
            self._arguments, sys.executable, frozen=bool(getattr(sys, "frozen", False))
        )
        environment = QProcessEnvironment.systemEnvironment()
        if self._handover is not None:
            environment.insert(handover.VARIABLE, self._handover)
        process = QProcess()
        process.setProgram(program)
        process.setArguments(arguments)
        process.setProcessEnvironment(environment)
        process.startDetached()

    def _on_entered(self, opened: OpenedBook, start: Start | None) -> None:
        self._opened = opened
        try:
            book = open_book(opened, self._clock, resources_folder())
        except CrmError as error:
            self._outfit.jobs.failed.emit(error)
            return
        office = Office(book, self._vault, self._outfit, self)
        office.lock_wanted.connect(self.lock)
        office.quit_wanted.connect(self.quit)
        office.restart_wanted.connect(self.restart)
        self.office = office
        self._entrance.close()
        office.open(start)

    def _close_book(self) -> None:
        if self.office is None or self._opened is None:
            self._outfit.jobs.close()
            return
        office, opened = self.office, self._opened
        self.office = self._opened = None
        office.close()
        self._outfit.jobs.close()
        try:
            # A restore or other keys have closed it, and backed up what it held.
            if opened.database.changes and opened.database.is_open:
                office.book.backups.back_up_if_changed(
                    opened.database, opened.keys, BackupReason.EXIT
                )
        except CrmError as error:
            self._outfit.bugs.take(error)
        finally:
            self._vault.lock(opened)

    def _on_show_wanted(self) -> None:
        if self.office is not None:
            self.office.raise_window()
        else:
            self._entrance.window.show()
            self._entrance.window.raise_()
            self._entrance.window.activateWindow()
