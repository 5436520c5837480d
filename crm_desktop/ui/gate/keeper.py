"""Keeper: what the screens of the gate need from the vault."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from crm_desktop.domain.errors import WeakPart
from crm_desktop.services.backups import BackupEntry


class Judged(Protocol):
    """How strong a passphrase is."""

    @property
    def score(self) -> int:
        """From 0, guessed at once, to 4."""
        ...

    @property
    def weak(self) -> tuple[WeakPart, ...]:
        """The parts that make it weak."""
        ...


class Founder(Protocol):
    """Makes a new book."""

    def judge(self, passphrase: str, words: tuple[str, ...]) -> Judged:
        """Return how strong `passphrase` is for somebody who knows `words`; some milliseconds."""
        ...

    def found(self, name: str, passphrase: str) -> str:
        """Make the book and return its recovery code, eight groups of six digits; a second.

        Raises:
            CrmError: what is wrong with the folder, the disk or the passphrase.
        """
        ...


class Keeper(Protocol):
    """Opens the book that is there."""

    def wait_left(self) -> int:
        """Return the seconds until the next try is looked at, 0 for now."""
        ...

    def unlock(self, passphrase: str) -> None:
        """Open the book; about a second.

        Raises:
            WrongPassphrase, MustWait, CrmError: why it stays closed.
        """
        ...

    def unlock_with_code(self, code: str) -> None:
        """Open the book by its recovery code.

        Raises:
            RecoveryCodeMistyped, WrongRecoveryCode, MustWait, CrmError: why it stays closed.
        """
        ...


class Renewer(Protocol):
    """Takes a new passphrase for the book that is open."""

    def judge(self, passphrase: str, words: tuple[str, ...]) -> Judged:
        """Return how strong `passphrase` is for somebody who knows `words`; some milliseconds."""
        ...

    def change_passphrase(self, passphrase: str) -> None:
        """Let `passphrase` open the book from now on, and the old one no longer; a second.

        Raises:
            CrmError: why the old one stays.
        """
        ...


class Restorer(Protocol):
    """Makes a book anew from a backup, where it does not open any more."""

    def backups(self) -> Sequence[BackupEntry]:
        """Return the backups in the folder of the book, newest first."""
        ...

    def restore(self, path: Path, passphrase: str) -> None:
        """Make the book anew from the backup at `path`, and open it; seconds.

        Raises:
            CrmError: why nothing was changed.
        """
        ...


class Start(StrEnum):
    """How she wants to begin in a new book."""

    IMPORT = "import"
    DEMO = "demo"
    EMPTY = "empty"
