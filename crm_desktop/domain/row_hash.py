"""What column B of our workbook holds: which record a row is, and a hash of what it said."""

import hashlib
from collections.abc import Iterable
from typing import Final, NamedTuple

_SEPARATOR: Final = "|"
_BYTES: Final = 8
_BETWEEN_CELLS: Final = "\x1f"


class RowIdentity(NamedTuple):
    """The identity of a row: whose (`uid`), which child record ("" for the client), its hash.

    `part` names the record below the client: p family, v visit, b bill (v7/b9 both), c done
    project, w wish, k package, d deposit, g gift, t contact, m promise, x complaint, each with
    the number of the record.
    """

    uid: str
    part: str
    row_hash: str


def row_hash(cells: Iterable[tuple[str, str]]) -> str:
    """Return 16 hex digits over the (field key, text) pairs of the filled cells of a row, in order.

    The text is the value itself, not how a program shows it: fen for money, ISO for a day, the
    plain number for a count, the words with plain line ends for text.
    """
    joined = _BETWEEN_CELLS.join(f"{key}={text}" for key, text in cells)
    return hash_of_joined(joined)


def hash_of_joined(joined: str) -> str:
    """Return the hash of cells joined already, for writers of many rows."""
    return hashlib.blake2b(joined.encode(), digest_size=_BYTES).hexdigest()


def written(identity: RowIdentity) -> str:
    """Return the text of column B: `uid|hash`, or `uid/part|hash` for a record below a client."""
    part = f"/{identity.part}" if identity.part else ""
    return f"{identity.uid}{part}{_SEPARATOR}{identity.row_hash}"


def read(text: str) -> RowIdentity | None:
    """Return the identity in a cell of column B, None where it does not hold one."""
    head, bar, digest = text.strip().partition(_SEPARATOR)
    uid, _, part = head.partition("/")
    return RowIdentity(uid, part, digest) if bar and uid and digest else None
