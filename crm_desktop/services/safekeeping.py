"""Safekeeping: the keys and backups of the open book, as the settings page asks for them."""

import pathlib
from collections.abc import Iterable
from typing import Final

from crm_desktop.security.strength import Strength
from crm_desktop.services.backup_file import BackupReason
from crm_desktop.services.backups import BackupEntry, Backups
from crm_desktop.services.opened import OpenedBook
from crm_desktop.services.restoring import Restoring
from crm_desktop.services.vault import Vault, passphrase_strength

CLIENTS: Final = "client"
"""The name under which a backup counts its clients."""

ATTACHMENTS: Final = "attachment"
"""The name under which it counts photos and documents, kept beside it."""


class Safekeeping:
    """Changes the ways into one open book, and keeps its backups.

    `rotate` and `restore` leave another book in the folder than the one that was open: the
    open one is closed, the new one locked, and the app has to start anew at once.
    """

    def __init__(
        self, vault: Vault, opened: OpenedBook, backups: Backups, restoring: Restoring
    ) -> None:
        self._vault = vault
        self._opened = opened
        self._backups = backups
        self._restoring = restoring

    @staticmethod
    def judge(passphrase: str, words: Iterable[str] = ()) -> Strength:
        """Return how strong a passphrase is for somebody who knows `words`."""
        return passphrase_strength(passphrase, words)

    def change_passphrase(self, old: str, new: str) -> None:
        """Let `new` open the book from now on, and `old` no longer; about two seconds.

        Raises:
            WrongPassphrase, MustWait: `old` is not the one of this book; nothing changed.
            PassphraseTooShort, PassphraseTooWeak: `new` is guessed soon; nothing changed.
        """
        self._vault.check(old)
        self._vault.change_passphrase(self._opened, new)

    def new_recovery_code(self, passphrase: str) -> str:
        """Return a fresh recovery code; the old one opens nothing from now on.

        Raises:
            WrongPassphrase, MustWait: nothing changed.
        """
        self._vault.check(passphrase)
        return self._vault.new_recovery_code(self._opened)

    def opens_on_this_computer(self) -> bool:
        """Say whether the book opens here without its passphrase."""
        return self._vault.opens_on_this_computer()

    def allow_this_computer(self, passphrase: str) -> None:
        """Let the book open here without its passphrase.

        Raises:
            WrongPassphrase, MustWait, KeychainRefused: nothing changed.
        """
        self._vault.check(passphrase)
        self._vault.allow_this_computer(self._opened)

    def forget_this_computer(self) -> None:
        """Want the passphrase here as everywhere."""
        self._vault.forget_this_computer(self._opened)

    def rotate(self, old: str, new: str) -> str:
        """Give the book other keys, since somebody may know the old ones; return the new code.

        The first backup under the new keys is made at once. The app has to start anew.

        Raises:
            WrongPassphrase, MustWait: `old` is not the one of this book; nothing changed.
            PassphraseTooShort, PassphraseTooWeak: nothing changed.
            DiskFull, FolderNotWritable: the book stands as it was, though it may be closed.
        """
        self._vault.check(old)
        renewed = self._vault.rotate(self._opened, new)
        try:
            self._backups.make(renewed.book.database, renewed.book.keys, BackupReason.ROTATION)
        finally:
            self._vault.lock(renewed.book)
        return renewed.code

    def backups(self) -> list[BackupEntry]:
        """Return the backups that can be read, newest first."""
        return self._backups.list()

    def back_up(self) -> BackupEntry:
        """Make a verified backup now.

        Raises:
            DatabaseDamaged, DiskFull, FolderNotWritable: no backup was made.
        """
        return self._backups.make(self._opened.database, self._opened.keys, BackupReason.ASKED)

    def copy_backups_to(self, folder: pathlib.Path | None) -> None:
        """Copy every backup from now on into `folder` too, or nowhere else."""
        self._backups.copy_to(folder)

    def verify(self, path: pathlib.Path) -> BackupEntry:
        """Unpack a backup aside and check every page of it: the restore test.

        Raises:
            BackupDamaged, BackupForeign: as they say.
        """
        return self._backups.verify(path, self._opened.keys)

    def restore(self, path: pathlib.Path, passphrase: str | None = None) -> None:
        """Put the content of a backup in the place of today's, which is backed up first.

        The app has to start anew.

        Raises:
            BackupDamaged, BookTooNew: nothing was changed.
            BackupForeign: made under other keys; give the `passphrase` of its time.
            WrongPassphrase: the one given does not open the backup.
        """
        self._vault.lock(self._restoring.restore(self._opened, path, passphrase))
