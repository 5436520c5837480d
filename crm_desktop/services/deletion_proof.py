"""The proof of a deletion: the words of a client, looked for before and after in the clear.

What is looked through are the decrypted pages themselves, free ones and slack included, not
only what the tables still show.
"""

import datetime as dt
import itertools
import json
import pathlib
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sqlalchemy import Table, Text, text
from sqlalchemy.orm import Session

from crm_desktop import models
from crm_desktop.database import DatabaseKey
from crm_desktop.database.pages import clear_pages
from crm_desktop.services.backups import BackupEntry

MOST_WORDS: Final = 150
"""How many words are looked for at most, where many clients are deleted at once."""

_LEAST_BYTES: Final = 6
_LEAST_BYTES_OF_NOTES: Final = 24
_PAGES_AT_ONCE: Final = 256
_ROWS_AT_ONCE: Final = 5_000

_NAMES: Final = (
    ("client", "id", ("uid", "name", "display_name", "wechat", "qq")),
    ("phone", "client_id", ("digits",)),
    ("clinic_card", "client_id", ("number",)),
)
_NOTES: Final = (
    ("client", "id", ("address", "health_notes", "notes", "private_notes")),
    ("person", "client_id", ("notes",)),
    ("visit", "client_id", ("notes",)),
    ("contact", "client_id", ("outcome", "notes")),
    ("gift", "client_id", ("card_text", "reaction")),
    ("complaint", "client_id", ("what", "resolution")),
)


class Where(StrEnum):
    """Where her words were looked for."""

    BOOK = "book"
    LOG = "log"
    BACKUP = "backup"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One place looked through, and in how many spots a word of hers was found."""

    where: Where
    found: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What a deletion came to; it holds no word of whom it was about.

    `words` were looked for and stood in `before` spots of the book; `shared` others of hers
    were not, because somebody else has them too (a family's phone), `unlooked` for being more
    than can be. `backup` was made after it; `older` are those of before, which hold her still.
    """

    at: dt.datetime
    clients: int
    words: int
    shared: int
    unlooked: int
    before: int
    looks: tuple[Look, ...]
    backup: BackupEntry
    older: tuple[dt.datetime, ...]

    @property
    def is_clean(self) -> bool:
        """Return whether nothing of her was found anywhere."""
        return not any(look.found for look in self.looks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of the clients that nobody else has, as UTF-8; how many more there were and why not."""

    needles: tuple[bytes, ...]
    shared: int
    unlooked: int


def words_of(session: Session, client_ids: Collection[int]) -> Words:
    """Return what to look for: names, numbers and accounts first, then the longer notes."""
    ids = json.dumps(list(client_ids))
    told = {
        **dict.fromkeys(_said(session, ids, _NAMES, _LEAST_BYTES)),
        **dict.fromkeys(_said(session, ids, _NOTES, _LEAST_BYTES_OF_NOTES)),
    }
    chosen = list(itertools.islice(told, MOST_WORDS))
    others = _of_others(session, ids, chosen)
    needles = tuple(word.encode() for word in chosen if word not in others)
    return Words(needles=needles, shared=len(others), unlooked=len(told) - len(chosen))


def count_in(path: pathlib.Path, key: DatabaseKey, needles: Sequence[bytes]) -> int:
    """Return how often any of the words stands in a database file that is not in use."""
    return sum(block.count(needle) for block in _blocks(path, key) for needle in needles)


def _said(
    session: Session, ids: str, places: Iterable[tuple[str, str, tuple[str, ...]]], least: int
) -> Iterator[str]:
    """Yield the longest stretch of each text, present or past, that JSON writes as it stands."""
    for table, owner, columns in places:
        for column in columns:
            among = "IN (SELECT value FROM json_each(:ids))"
            query = (
                f'SELECT "{column}" FROM "{table}" WHERE "{owner}" {among}'  # noqa: S608 - names of our own schema
                f" UNION SELECT json_extract(before, '$.{column}') FROM change_entry"
                f" WHERE table_name = '{table}' AND before IS NOT NULL AND client_id {among}"
            )
            for said in session.execute(text(query), {"ids": ids}).scalars():
                word = max(re.split(r'["\\\x00-\x1f]+', said or ""), key=len).strip()
                if len(word.encode()) >= least:
                    yield word


def _of_others(session: Session, ids: str, words: Collection[str]) -> set[str]:
    """Return the words that stand in anything of somebody else, in the journal of others too."""
    found: set[str] = set()
    for query in _queries_of_others():
        told = session.execute(text(query), {"ids": ids}).scalars()
        for some in told.partitions(_ROWS_AT_ONCE):
            block = "\0".join(some)
            found.update(word for word in words if word not in found and word in block)
    return found


def _queries_of_others() -> Iterator[str]:
    """Yield what reads all that is written about others, a text for each row."""
    among = "(SELECT value FROM json_each(:ids))"
    for table in models.JOURNALLED:
        columns = [column.name for column in table.columns if isinstance(column.type, Text)]
        joined = " || ' ' || ".join(f"coalesce(\"{name}\", '')" for name in columns)
        if columns:
            yield f'SELECT {joined} FROM "{table.name}" WHERE {_not_hers(table, among)}'  # noqa: S608 - names of our own schema
    hers = f"coalesce(client_id, 0) NOT IN {among}"
    yield f"SELECT coalesce(before, '') || coalesce(after, '') FROM change_entry WHERE {hers}"  # noqa: S608 - our own text


def _not_hers(table: Table, among: str) -> str:
    if table.name == "client":
        return f"id NOT IN {among}"
    return f"client_id NOT IN {among}" if "client_id" in table.c else "1"


def _blocks(path: pathlib.Path, key: DatabaseKey) -> Iterator[bytes]:
    pages = clear_pages(path, key)
    while block := b"".join(itertools.islice(pages, _PAGES_AT_ONCE)):
        yield block
