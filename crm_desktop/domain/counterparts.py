"""Who the book is exchanged with, and what each of them last had: the base of a three-way merge."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from crm_desktop.domain.row_hash import hash_of_joined

LINE: Final = "bill:"
"""How the part of a base begins that is a line of a bill; the number of the line follows."""

_BETWEEN_CELLS: Final = "\x1f"


class CounterpartKind(StrEnum):
    """What kind of somebody, or of a system, the other side is."""

    MANAGER = "manager"
    ME = "me"
    CLINIC = "clinic"
    OWN_LIST = "own-list"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """One other side; `name` is the person's, or the source of clinic cards, "" where not said."""

    kind: CounterpartKind
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseRow:
    """What a counterpart has of one row: `text` is its cells, joined as the row hash joins them.

    `part` names the record below the client ("" for herself, see `row_hash.RowIdentity`);
    of a foreign system it is the number the system has for it.
    """

    client_id: int
    part: str
    text: str

    @property
    def hash(self) -> str:
        """Return the hash the text is kept under."""
        return hash_of_joined(self.text)


def joined(cells: Iterable[tuple[str, str]]) -> str:
    """Return (field key, text) pairs of filled cells as one text."""
    return _BETWEEN_CELLS.join(f"{key}={text}" for key, text in cells)


def cells_of(text: str) -> Mapping[str, str]:
    """Return the cells a joined text holds, by field key; a key it lacks was blank."""
    pairs = (piece.partition("=") for piece in text.split(_BETWEEN_CELLS) if piece)
    return {key: said for key, _, said in pairs}
