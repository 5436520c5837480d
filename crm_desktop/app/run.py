"""Run: one life of the app on one book, from the entrance to the lock."""

import contextlib
import datetime as dt
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment
from PySide6.QtWidgets import QApplication, QWidget

from crm_desktop.app.entrance import Entrance
from crm_desktop.app.office import Office
from crm_desktop.app.outfit import Outfit
from crm_desktop.clock import Clock
from crm_desktop.domain.errors import CrmError
from crm_desktop.paths import resources_folder
from crm_desktop.services.backup_file import BackupReason
from crm_desktop.services.book import Book, open_book
from crm_desktop.services.opened import OpenedBook
from crm_desktop.services.vault import Vault
from crm_desktop.ui.gate.keeper import Start
from crm_desktop.ui.session import handover
from crm_desktop.ui.session.handover import Handover

if TYPE_CHECKING:
    from crm_desktop.app.watch import Watch
    from crm_desktop.ui.session.instance import FirstInstance

_KNOWN: Final = dt.timedelta(days=14)


class Run(QObject):
    """Owns the entrance, then the office; locking ends the process and starts it anew.

    Only a new process is free of what was read: memory that Python and Qt gave back still
    holds names (measured: 302 plaintext copies before a restart, none after).

    Attributes:
        office: what stands while the book is open.
        restarts: whether the app is to start anew once this run has ended.
        handed: what the next run is told, None unless the book was locked.
    """

    office: Office | None
    restarts: bool
    handed: Handover | None

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
        self._watch: Watch | None = None
        self._is_hidden = False
        self._has_ended = False
        self.office = None
        self.restarts = False
        self.handed = None
        self.entrance = Entrance(vault, outfit, clock, self)
        self.entrance.entered.connect(self._on_entered)
        self.entrance.left.connect(self._on_left)
        self._instance: FirstInstance | None = None

    def begin(self, handed: Handover | None = None, *, hidden: bool = False) -> None:
        """Show the way in, or open at once where this computer may; keep watch after a lock.

        A start at login is `hidden`: what there is stands behind the tray.
        """
        self._is_hidden = hidden
        if handed is not None:
            self._keep_watch(handed)
        elif hidden:
            self.entrance.waits.connect(self._on_waits)
        self.entrance.begin(handed, hidden=hidden)
        self._listen()

    def lock(self) -> None:
        """Close the book and start anew before a closed door."""
        if self.office is None:
            return
        self.restarts = True
        self.handed = _handover(self.office, self._clock)
        self.quit()

    def restart(self) -> None:
        """Start anew as if she had just come: another book or language is to be shown."""
        self.restarts = True
        self.quit()

    def quit(self) -> None:
        """Close the book with a backup of what changed, and end."""
        if self._has_ended:
            return
        self._has_ended = True
        self._stop_watch()
        self.entrance.close()
        self._close_book()
        if self._instance is not None:
            self._instance.close()
        QApplication.quit()

    def start_anew(self) -> None:
        """Start the next process; call it when the lock on the folder has been given back."""
        environment = QProcessEnvironment.systemEnvironment()
        if self.handed is not None:
            environment.insert(handover.VARIABLE, handover.written(self.handed))
        _start(self._arguments, environment)

    def _listen(self) -> None:
        """Hear of later starts; Qt's network is loaded while the book is being opened."""
        from crm_desktop.ui.session import instance  # noqa: PLC0415 - see above

        self._instance = instance.FirstInstance(self._vault.folder.path, self)
        self._instance.show_wanted.connect(self._on_show_wanted)

    def _on_waits(self) -> None:
        """Keep watch over a book that nobody has opened yet: what is due is not known."""
        if self._watch is None and not self.entrance.window.isVisible():
            self._keep_watch(Handover(hidden=True))

    def _keep_watch(self, handed: Handover) -> None:
        from crm_desktop.app.watch import Watch  # noqa: PLC0415 - of a locked book only

        name = self._vault.folder.path.name if self._arguments else ""
        self._watch = Watch(handed, self._clock, name, self)
        self._watch.window_wanted.connect(self._on_show_wanted)
        self._watch.quit_wanted.connect(self.quit)
        self._watch.begin()
        if handed.hidden and not self._watch.tray.is_there:
            # Without a tray a window that is down would be gone.
            self.entrance.window.showMinimized()

    def _on_entered(self, start: Start | None) -> None:
        opened = self.entrance.keeper.opened
        assert opened is not None  # noqa: S101 - the entrance says so when it is
        try:
            book = open_book(opened, self._clock, resources_folder())
            _name(book, self.entrance.keeper.name)
        except CrmError as error:
            self.entrance.keeper.opened = None
            self._vault.lock(opened)
            self.entrance.tell(error)
            return
        self._stop_watch()
        office = Office(book, self._vault, self._outfit, self)
        office.lock_wanted.connect(self.lock)
        office.quit_wanted.connect(self.quit)
        office.restart_wanted.connect(self.restart)
        self.office = office
        hidden = self._is_hidden and not self.entrance.window.isVisible()
        self.entrance.close()
        office.open(start, hidden=hidden)
        if start is Start.DEMO:
            # Made-up people never enter her own book: they have a window of their own.
            language = self._outfit.look.speaks.value
            _start(["demo", "--lang", language], QProcessEnvironment.systemEnvironment())

    def _close_book(self) -> None:
        opened, office, self.office = self.entrance.keeper.opened, self.office, None
        self.entrance.keeper.opened = None
        if office is not None:
            office.close()
        self._outfit.jobs.close()
        if opened is None:
            return
        try:
            # A restore or other keys have closed it, and backed up what it held.
            if office is not None and opened.database.changes and opened.database.is_open:
                _back_up(office.book, opened)
        except CrmError as error:
            self._outfit.bugs.take(error)
        finally:
            self._vault.lock(opened)

    def _stop_watch(self) -> None:
        if self._watch is not None:
            self._watch.close()
            self._watch = None

    def _on_left(self) -> None:
        """End, unless a locked book goes on reminding from the tray."""
        if self._watch is None or not self._watch.tray.is_there:
            self.quit()

    def _on_show_wanted(self) -> None:
        if self.office is not None:
            self.office.raise_window()
        else:
            _raise(self.entrance.window)


def _handover(office: Office, clock: Clock) -> Handover:
    """Return what the next run may know; a book that cannot be read any more tells nothing."""
    hidden = not office.window.isVisible()
    with contextlib.suppress(CrmError):
        now, reminders = clock.now(), office.book.reminders
        settings = office.book.settings.get()
        return Handover(
            raises=reminders.raises_ahead(now, _KNOWN.days),
            waiting=sum(not one.pops_up for one in reminders.due(now)),
            pop_up_at=settings.pop_up_at,
            hidden=hidden,
            known_until=now.date() + _KNOWN,
            tells_counts=settings.locked_tells_counts,
        )
    return Handover(hidden=hidden)


def _name(book: Book, name: str) -> None:
    """Keep what she calls a book that was made just now."""
    if name:
        book.settings.put(replace(book.settings.get(), name=name), can_undo=False)


def _back_up(book: Book, opened: OpenedBook) -> None:
    book.backups.back_up_if_changed(opened.database, opened.keys, BackupReason.EXIT)


def _raise(window: QWidget) -> None:
    window.show()
    window.raise_()
    window.activateWindow()


def _start(arguments: Sequence[str], environment: QProcessEnvironment) -> None:
    """Start the app with other arguments, as a process that outlives this one."""
    frozen = bool(getattr(sys, "frozen", False))
    program, told = handover.command(arguments, sys.executable, frozen=frozen)
    process = QProcess()
    process.setProgram(program)
    process.setArguments(told)
    process.setProcessEnvironment(environment)
    process.startDetached()
