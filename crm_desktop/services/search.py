"""Search as she types: names, phones, accounts, family, tags by keys, then words of the file."""

import contextlib
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sqlalchemy import bindparam, select
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.orm import Session

from crm_desktop.domain.records import Tier
from crm_desktop.models import CLIENT_INDEX
from crm_desktop.services.pinyin import is_character, plain
from crm_desktop.services.search_keys import Found, compacted, figures
from crm_desktop.services.search_told import told
from crm_desktop.services.search_words import Excerpt, clients_with, is_looked_for

_LAST: Final = "\U0010ffff"
"""Sorts after every continuation of a key."""

_LONGEST_INPUT: Final = 60
_MOST_PARTS: Final = 6
_AT_ONCE: Final = 100

_WRITTEN: Final = (Found.NAME, Found.PART_OF_NAME, Found.ACCOUNT, Found.FAMILY, Found.TAG)
_NAMING: Final = (Found.NAME, Found.PART_OF_NAME, Found.ACCOUNT)
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


class Scope(StrEnum):
    """What is looked at: who she is, or everything in her file."""

    WHO = "who"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientHit:
    """One client found, as the row of a search list shows her; `found` says by what.

    `excerpt` shows it where it is not her name, a phone or WeChat, which the row shows anyway.
    """

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
    excerpt: Excerpt | None = None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    """By what a client was found, and where in her words, where it is in them."""

    kind: Found
    excerpt: Excerpt | None = None


def find(
    session: Session, typed: str, limit: int, *, scope: Scope = Scope.ALL
) -> tuple[ClientHit, ...]:
    """Return the clients `typed` may mean: whose name begins with it first, archived ones last.

    Several parts, and characters mixed with letters (王y, wang 8888, 王姐 茉莉), must all be
    found. `Scope.WHO` leaves out her family, her tags and what stands in notes and the like.
    """
    parts = _parts(typed[:_LONGEST_INPUT], scope)
    found = _found(session, parts, limit, scope=scope)
    return _hits(session, found, parts) if found else ()


def count(session: Session, typed: str, limit: int, *, scope: Scope = Scope.ALL) -> int:
    """Return how many clients `typed` may mean, counted up to `limit`."""
    return len(_found(session, _parts(typed[:_LONGEST_INPUT], scope), limit, scope=scope))


def ids(session: Session, typed: str, limit: int) -> list[int]:
    """Return the clients `typed` may mean by id alone, for lists that are narrowed by it."""
    return list(_found(session, _parts(typed[:_LONGEST_INPUT], Scope.ALL), limit, scope=Scope.ALL))


def _found(
    session: Session, parts: Sequence["_Part"], limit: int, *, scope: Scope
) -> dict[int, _Match]:
    """Return the first clients found, each with the best by which she is."""
    found: dict[int, _Match] = {}
    for kind, client_id in _matches(session, parts):
        found.setdefault(client_id, _Match(kind=kind))
        if len(found) >= limit:
            return found
    if scope is Scope.ALL:
        for client_id, excerpt in _in_words(session, parts):
            found.setdefault(client_id, _Match(kind=Found.WORDS, excerpt=excerpt))
            if len(found) >= limit:
                break
    return found


def _in_words(session: Session, parts: Sequence["_Part"]) -> Iterator[tuple[int, Excerpt]]:
    """Yield those in whose words all parts stand; then all but the first or the last, her name."""
    with contextlib.closing(session.connection().connection.cursor()) as cursor:
        for named, written in _ways(parts):
            if all(is_looked_for(part.text) for part in written):
                among = _clients_of_all(cursor, named)
                yield from clients_with(cursor, [part.text for part in written], among)


def _ways(parts: Sequence["_Part"]) -> list[tuple[Sequence["_Part"], Sequence["_Part"]]]:
    """Return the ways to tell parts that name her from parts that stand in her words."""
    if len(parts) < 2:  # noqa: PLR2004 - one part is one or the other
        return [((), parts)] if parts else []
    return [((), parts), (parts[:1], parts[1:]), (parts[-1:], parts[:-1])]


def _parts(typed: str, scope: Scope) -> list[_Part]:
    number = figures(typed)
    if number:
        return [_Part(text=number, kinds=_FIGURES)]
    words = re.split(r"\s+", plain(typed))
    pieces = [piece for word in words for piece in _pieces(word)]
    return [_part(piece, scope) for piece in dict.fromkeys(pieces)][:_MOST_PARTS]


def _pieces(word: str) -> Iterator[str]:
    """Yield a word whole, or characters and letters apart where both are in it."""
    for _, letters in itertools.groupby(compacted(word), is_character):
        yield "".join(letters)


def _part(piece: str, scope: Scope) -> _Part:
    written = _WRITTEN if scope is Scope.ALL else _NAMING
    return _Part(text=piece, kinds=_FIGURES if piece.isdigit() else written)


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


def _hits(
    session: Session, found: dict[int, _Match], parts: Sequence[_Part]
) -> tuple[ClientHit, ...]:
    """Return what rows show of the clients found, in the order found, archived ones last."""
    kinds = {id_: match.kind for id_, match in found.items()}
    excerpts = told(session, kinds, [part.text for part in parts])
    excerpts.update((id_, match.excerpt) for id_, match in found.items() if match.excerpt)
    hits = {
        row["id"]: ClientHit(**row, found=kinds[row["id"]], excerpt=excerpts.get(row["id"]))
        for row in session.execute(_ROWS, {"ids": list(found)}).mappings()
    }
    ordered = [hits[id_] for id_ in found if id_ in hits]
    return tuple(sorted(ordered, key=_is_archived))


def _is_archived(hit: ClientHit) -> bool:
    return hit.is_archived
