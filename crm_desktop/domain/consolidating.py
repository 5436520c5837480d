"""What came of putting several consultants' workbooks together, and of taking one apart."""

import pathlib
from dataclasses import dataclass

from crm_desktop.domain.errors import CrmError


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBook:
    """A workbook that went in: the consultant it is of, as she is named in the result."""

    file: str
    consultant: str
    exported_at: str
    clients: int
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedBook:
    """A workbook that did not go in, and why."""

    file: str
    error: CrmError


@dataclass(frozen=True, slots=True, kw_only=True)
class Consolidation:
    """The report of a consolidation.

    Attributes:
        repeated: files that were there already.
        replaced: (older file, newer file) of one book.
        rows: by sheet.
        same: how many people two consultants or more have.
        maybe: how many pairs a person must look at.
        crowded: how many clients share something with so many that they were not compared by it.
        conflicts: how many values differ between two of the same.
    """

    path: pathlib.Path
    books: tuple[TakenBook, ...]
    refused: tuple[RefusedBook, ...]
    repeated: tuple[str, ...]
    replaced: tuple[tuple[str, str], ...]
    rows: dict[str, int]
    same: int
    maybe: int
    crowded: int = 0
    conflicts: int
    size: int
    is_encrypted: bool

    @property
    def clients(self) -> int:
        """Return how many clients came together."""
        return sum(book.clients for book in self.books)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedShare:
    """One consultant's workbook as it was written: where, and how many rows by sheet."""

    consultant: str
    path: pathlib.Path
    rows: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """The report of taking a consolidated workbook apart; see `consolidation_splitting.Taken`."""

    shares: tuple[ReturnedShare, ...]
    unplaced: dict[str, int]
    handed_over: int
    chosen: int
    is_encrypted: bool
