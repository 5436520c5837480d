"""Keeper: what the screens of the gate need from the vault."""

from enum import StrEnum
from typing import Protocol

from crm_desktop.domain.errors import WeakPart


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


class Start(StrEnum):
    """How she wants to begin in a new book."""

    IMPORT = "import"
    DEMO = "demo"
    EMPTY = "empty"
