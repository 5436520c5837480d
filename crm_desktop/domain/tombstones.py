"""Tombstones: what keeps a client deleted for good from coming back, without knowing her.

She is reduced to marks (her uid, each phone, account and clinic card, name with birthday),
and of each mark only a keyed digest is kept: nobody reads a number out of it.
"""

import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crm_desktop.domain.dates import DatedFact
from crm_desktop.domain.matching import Identity, name_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Buried:
    """The digests of all tombstones of a book, and every key they were made under."""

    digests: frozenset[str] = frozenset()
    keys: tuple[bytes, ...] = ()

    def holds(self, marks: Iterable[str]) -> bool:
        """Tell whether any of these marks is one of a client deleted for good."""
        return bool(self.digests) and any(
            digest(key, mark) in self.digests for mark in marks for key in self.keys
        )


NOBODY = Buried()


def digest(key: bytes, mark: str) -> str:
    """Return the HMAC-SHA256 of a mark in hex."""
    return hmac.new(key, mark.encode(), "sha256").hexdigest()


def uid_mark(uid: str) -> str:
    """Return the mark of the identity that travels in workbooks and backups."""
    return f"uid:{uid}"


def marks_of(identity: Identity) -> Iterator[str]:
    """Yield every mark by which a person may be known again; a name alone is none."""
    yield from (f"phone:{digits}" for digits in identity.phones)
    yield from (f"account:{handle}" for handle in identity.handles)
    yield from identity.keys
    if identity.birthday is not None:
        day = _day(identity.birthday)
        yield from (f"born:{name_key(name)}:{day}" for name in identity.names if name)


def _day(fact: DatedFact) -> str:
    leap = "L" if fact.leap else ""
    return f"{fact.calendar.value}:{fact.year or 0}-{leap}{fact.month}-{fact.day}"
