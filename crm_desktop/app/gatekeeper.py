"""Gatekeeper: the vault as the screens of the gate see it; it keeps the book once it is open."""

from collections.abc import Sequence
from pathlib import Path

from crm_desktop.clock import Clock
from crm_desktop.services.backups import BackupEntry, Backups
from crm_desktop.services.opened import OpenedBook
from crm_desktop.services.restoring import Restoring
from crm_desktop.services.vault import Vault, passphrase_strength
from crm_desktop.ui.gate.keeper import Judged


class Gatekeeper:
    """Makes or opens the book of one folder and holds it for the window.

    Attributes:
        opened: the open book, None until one of the ways in succeeded.
        name: what she calls a book that was made just now.
    """

    opened: OpenedBook | None

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock
        self.opened = None
        self.name = ""

    def judge(self, passphrase: str, words: tuple[str, ...]) -> Judged:
        """Return how strong a passphrase is for somebody who knows `words`."""
        return passphrase_strength(passphrase, words)

    def found(self, name: str, passphrase: str) -> str:
        """Make the book and return its recovery code; about a second."""
        new = self._vault.create(passphrase)
        self.opened = new.book
        self.name = name
        return new.code

    def wait_left(self) -> int:
        """Return the seconds until the next try is looked at."""
        return self._vault.seconds_to_wait()

    def unlock(self, passphrase: str) -> None:
        """Open the book with its passphrase; about a second."""
        self.opened = self._vault.unlock(passphrase)

    def unlock_with_code(self, code: str) -> None:
        """Open the book with its recovery code; about a second."""
        self.opened = self._vault.unlock_with_code(code)

    def unlock_on_this_computer(self) -> bool:
        """Open the book by the key in the system's keychain; False where that does not do."""
        self.opened = self._vault.unlock_on_this_computer()
        return self.opened is not None

    def change_passphrase(self, passphrase: str) -> None:
        """Let `passphrase` open the book that stands open; about a second."""
        assert self.opened is not None  # noqa: S101 - asked for after a way in succeeded
        self._vault.change_passphrase(self.opened, passphrase)

    def give_up_damaged_log(self) -> None:
        """Put the damaged log aside, so that the book opens without what lies behind it."""
        self._vault.give_up_damaged_log()

    def backups(self) -> Sequence[BackupEntry]:
        """Return the backups in the folder of the book, newest first."""
        return Backups(self._vault.folder, self._clock).list()

    def restore(self, path: Path, passphrase: str) -> None:
        """Make the book anew from a backup and open it."""
        self.opened = Restoring(self._vault, self._clock).restore_lost(path, passphrase)
