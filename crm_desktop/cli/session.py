"""One run of a command: where the book is, and the book while the command has it open."""

import contextlib
import datetime as dt
import functools
import pathlib
from collections.abc import Iterator
from dataclasses import dataclass

from crm_desktop.cli.terminal import Terminal
from crm_desktop.clock import Clock
from crm_desktop.domain.errors import BookMissing
from crm_desktop.paths import BookFolder
from crm_desktop.security.instance import hold
from crm_desktop.security.keychain import Keychain
from crm_desktop.security.passphrase import KdfCost
from crm_desktop.services.backup_file import BackupReason
from crm_desktop.services.book import Book, open_book
from crm_desktop.services.opened import OpenedBook
from crm_desktop.services.vault import Vault
from crm_desktop.ui.text import commands as words

_BACKUP_EVERY = dt.timedelta(minutes=30)


@dataclass(frozen=True)
class Session:
    """Everything a command is handed; nothing below asks for it.

    Attributes:
        cost: what deriving a key from a passphrase costs; None is measured on this machine.
    """

    folder: BookFolder
    resources: pathlib.Path
    clock: Clock
    keychain: Keychain
    terminal: Terminal
    cost: KdfCost | None = None

    @functools.cached_property
    def vault(self) -> Vault:
        """Return the vault in the folder."""
        return Vault(self.folder, self.clock, self.keychain, self.cost)

    def passphrase(self) -> str:
        """Return the passphrase of the book as it was given."""
        return self.terminal.secret(words.ask_passphrase())

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Keep windows and other commands out while the block runs.

        Raises:
            BookMissing: there is no book; nothing was made.
            AlreadyOpen: a window or command has the book open.
        """
        if not self.vault.exists():
            raise BookMissing(self.folder.path)
        with hold(self.folder.lock):
            yield

    @contextlib.contextmanager
    def unlocked(self) -> Iterator[OpenedBook]:
        """Hold the lock and open the book with the passphrase; close it at the end."""
        with self.locked():
            opened = self.vault.unlock(self.passphrase())
            try:
                yield opened
            finally:
                self.vault.lock(opened)

    @contextlib.contextmanager
    def book(self) -> Iterator[Book]:
        """Open the book; once the block ends well it is backed up if it changed, then closed."""
        with self.unlocked() as opened:
            book = open_book(opened, self.clock, self.resources)
            yield book
            if opened.database.changes:
                book.backups.back_up_if_changed(
                    opened.database, opened.keys, BackupReason.EXIT, _BACKUP_EVERY
                )
