"""Search as she types: characters, pinyin, initials, phones and their tails, WeChat, tags."""

import contextlib
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import bindparam, select
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.orm import Session

from crm_desktop.domain.records import Tier
from crm_desktop.models import CLIENT_INDEX
from crm_desktop.services.pinyin import is_character, plain
from crm_desktop.services.search_keys import Found, compacted, figures

_LAST: Final = "\U0010ffff"
"""Sorts after every continuation of a key."""

_LONGEST_INPUT: Final = 60
_MOST_PARTS: Final = 6
_AT_ONCE: Final = 100

_WRITTEN: Final = (Found.NAME, Found.PART_OF_NAME, Found.ACCOUNT, Found.FAMILY, Found.TAG)
_FIGURES: Final = (Found.PHONE, Found.PART_OF_PHONE, Found.ACCOUNT, Found.NAME, Found.PART_OF_NAME)

_ROWS: Final = select(
    *(
        CLIENT_INDEX.c[name]
        for name in (
            "id",
            "name",
            "called",
            "tier",
            "vip",
            "is_big",
            "is_archived",
            "phone",
            "wechat",
        )
    )
).where(CLIENT_INDEX.c.id.in_(bindparam("ids", expanding=True)))

_SOME: Final = "SELECT client_id FROM client_search WHERE key >= ? AND key < ?"
_RANGE: Final = f"{_SOME} ORDER BY key"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientHit:
    """One client found, as the row of a search list shows her; `found` says by what."""

    id: int
    name: str
    called: str
    tier: Tier | None
    vip: bool
    is_big: bool
    is_archived: bool
    phone: str
    wechat: str
    found: Found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """One piece of what she typed: every piece must be found in a client."""

    text: str
    kinds: tuple[Found, ...]

    @property
    def rarity(self) -> int:
        """Return how much the part narrows the search, roughly: a character tells more."""
        return sum(3 if is_character(letter) else 1 for letter in self.text)

    def ranges(self) -> list[tuple[str, str]]:
        """Return the ranges of keys in which it is found, the best first."""
        return [(f"{kind}{self.text}", f"{kind}{self.text}{_LAST}") for kind in self.kinds]


def find(session: Session, typed: str, limit: int) -> tuple[ClientHit, ...]:
    """Return the clients `typed` may mean: whose name begins with it first, archived ones last.

    Several words, and characters mixed with letters (王y, wang 8888), must all be found.
    """
    found = _found(session, typed, limit)
    return _hits(session, found) if found else ()


def count(session: Session, typed: str, limit: int) -> int:
    """Return how many clients `typed` may mean, counted up to `limit`."""
    return len(_found(session, typed, limit))


def _found(session: Session, typed: str, limit: int) -> dict[int, Found]:
    """Return the first clients found, each with the best by which she is."""
    found: dict[int, Found] = {}
    for kind, client_id in _matches(session, _parts(typed[:_LONGEST_INPUT])):
        found.setdefault(client_id, kind)
        if len(found) >= limit:
            break
    return found


def _parts(typed: str) -> list[_Part]:
    number = figures(typed)
    if number:
        return [_Part(text=number, kinds=_FIGURES)]
    words = re.split(r"\s+", plain(typed))
    pieces = [piece for word in words for piece in _pieces(word)]
    return [_part(piece) for piece in dict.fromkeys(pieces)][:_MOST_PARTS]


def _pieces(word: str) -> Iterator[str]:
    """Yield a word whole, or characters and letters apart where both are in it."""
    for _, letters in itertools.groupby(compacted(word), is_character):
        yield "".join(letters)


def _part(piece: str) -> _Part:
    return _Part(text=piece, kinds=_FIGURES if piece.isdigit() else _WRITTEN)


def _matches(session: Session, parts: Sequence[_Part]) -> Iterator[tuple[Found, int]]:
    """Yield kind and client of every key that matches, best kind first, each in key order.

    The parts that tell most are looked up whole, few clients as they have; the keys of the
    part that tells least are walked through only until there are enough.
    """
    if not parts:
        return
    commonest, *others = sorted(parts, key=_rarity)
    with contextlib.closing(session.connection().connection.cursor()) as cursor:
        allowed = _clients_of_all(cursor, others)
        for kind, span in zip(commonest.kinds, commonest.ranges(), strict=True):
            cursor.execute(_RANGE, span)
            while some := cursor.fetchmany(_AT_ONCE):
                for (client_id,) in some:
                    if allowed is None or client_id in allowed:
                        yield kind, client_id


def _rarity(part: _Part) -> int:
    return part.rarity


def _clients_of_all(cursor: DBAPICursor, parts: Sequence[_Part]) -> set[int] | None:
    """Return the clients in which every part is found, None for no part at all."""
    allowed: set[int] | None = None
    for part in parts:
        spans = part.ranges()
        cursor.execute(" UNION ALL ".join(_SOME for _ in spans), [*itertools.chain(*spans)])
        found = {client_id for (client_id,) in cursor.fetchall()}
        allowed = found if allowed is None else allowed & found
    return allowed


def _hits(session: Session, found: dict[int, Found]) -> tuple[ClientHit, ...]:
    """Return what rows show of the clients found, in the order found, archived ones last."""
    hits = {
        row["id"]: ClientHit(**row, found=found[row["id"]])
        for row in session.execute(_ROWS, {"ids": list(found)}).mappings()
    }
    ordered = [hits[id_] for id_ in found if id_ in hits]
    return tuple(sorted(ordered, key=_is_archived))


def _is_archived(hit: ClientHit) -> bool:
    return hit.is_archived
