"""What is derived from the rows of a client after every change, never journalled itself.

Everything here can be thrown away and made again (`services/search_index.py`).
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text
from sqlalchemy.orm import Mapped, mapped_column

from crm_desktop.domain.records.enums import Tier
from crm_desktop.models.base import Base

_OF_CLIENT = "client.id"


class ClientIndexRow(Base):
    """What lists and search sort by, filter by and show; `id` is the client's.

    Her own row is wide and far from its neighbours, and every page read is decrypted. `phone`
    is her main number, `sort_key` the pinyin of her name, `tier_rank` 0 for A to 5 for none,
    `last_visit` the ISO day of her latest arrival or "" (a keyset cannot page over NULL),
    `tags` are one a line, `traits` the bits of `domain/traits.py`. Who is in the trash has no row.
    Every index ends in the columns lists filter by, so that skipping a row costs no look-up.
    """

    __tablename__ = "client_index"
    __table_args__ = (
        Index(
            "ix_client_index_name", "is_archived", "sort_key", "id", "tier_rank", "is_big", "traits"
        ),
        Index(
            "ix_client_index_tier", "is_archived", "tier_rank", "sort_key", "id", "is_big", "traits"
        ),
        Index(
            "ix_client_index_visit",
            "is_archived",
            "last_visit",
            "id",
            "tier_rank",
            "is_big",
            "traits",
        ),
        Index(
            "ix_client_index_paid",
            "is_archived",
            "paid_total",
            "id",
            "tier_rank",
            "is_big",
            "traits",
        ),
        Index("ix_client_index_owner", "owner", "id"),
        Index("ix_client_index_source", "source", "id"),
    )

    id: Mapped[int] = mapped_column(ForeignKey(_OF_CLIENT, ondelete="CASCADE"), primary_key=True)
    name: Mapped[str]
    called: Mapped[str]
    phone: Mapped[str]
    wechat: Mapped[str]
    tier: Mapped[Tier | None]
    vip: Mapped[bool]
    sort_key: Mapped[str]
    tier_rank: Mapped[int]
    is_big: Mapped[bool]
    is_archived: Mapped[bool]
    is_quiet: Mapped[bool]
    children_count: Mapped[int]
    last_visit: Mapped[str]
    paid_total: Mapped[int]
    owner: Mapped[str]
    source: Mapped[str]
    occupation: Mapped[str]
    first_contact: Mapped[str]
    tags: Mapped[str]
    sessions_left: Mapped[int]
    traits: Mapped[int]


CLIENT_INDEX = Base.metadata.tables["client_index"]

CLIENT_SEARCH = Table(
    "client_search",
    Base.metadata,
    Column("key", Text, primary_key=True),
    Column("client_id", Integer, primary_key=True),
    sqlite_with_rowid=False,
)
"""One row per way to begin typing a client; a search is a range of this tree."""

CLIENT_KEYS = Table(
    "client_keys",
    Base.metadata,
    Column("client_id", Integer, primary_key=True),
    Column("keys", Text, nullable=False),
)
"""The search keys each client has at present, one a line: what a re-index must take back."""

DATE_BUCKET = Table(
    "date_bucket",
    Base.metadata,
    Column("bucket", Text, primary_key=True),
    Column("date_id", Integer, primary_key=True),
    Column("client_id", Integer, nullable=False),
    Column("person_id", Integer),
    Column("kind", Text, nullable=False),
    Column("year", Integer),
    Index("ix_date_bucket_client", "client_id", "person_id", "kind", "year"),
    Index("ix_date_bucket_year", "year", "kind", "person_id"),
    sqlite_with_rowid=False,
)
"""The dates that may come round, by `domain.occurrences.bucket_of`: main ones, not ended,
and not of clients whose reminders have stopped; `year` is the fact's own."""

OPEN_FOLLOW_UP = Table(
    "open_follow_up",
    Base.metadata,
    Column("source", Text, primary_key=True),
    Column("on", Text, primary_key=True),
    Column("source_id", Integer, primary_key=True),
    Column("client_id", Integer, nullable=False),
    Index("ix_open_follow_up_client_id", "client_id"),
    sqlite_with_rowid=False,
)
"""The next days of talks and visits that may be open: never one too few, as triggers see to
every write; those a later talk closed are taken out after each change."""

CLIENT_TEXT = Table(
    "client_text",
    Base.metadata,
    Column("client_id", Integer, primary_key=True),
    Column("lines", Text, nullable=False),
)
"""The words of each client's file, a line each, led by the letter of its source: what the pairs
below were made of, and what a search shows of them."""

CLIENT_PAIRS = (
    "CREATE VIRTUAL TABLE client_pairs USING fts5"
    "(pairs, content='', columnsize=0, detail=none, tokenize='ascii')"
)
"""The clients each pair of characters stands with (docs/decisions/073); `rowid` is the client's."""

ERASE_PAIRS = "INSERT INTO client_pairs (client_pairs, rank) VALUES ('secure-delete', 1)"
"""Lets a pair that is taken out leave nothing behind in the file."""


def follow_up_triggers() -> list[str]:
    """Return the triggers that keep every open next day of a talk or a visit findable.

    What is edited or deleted may have closed others of the client: all of hers are open again
    until they are looked at (`services/followup_index.py`). So a mistake there costs a millisecond
    and never a follow-up.
    """
    return [trigger for table, source in _FOLLOWED for trigger in _triggers_of(table, source)]


_FOLLOWED = (("contact", "talk"), ("visit", "visit"))
_TELLS = ("client_id", "on", "next_on", "about")


def _triggers_of(table: str, source: str) -> tuple[str, str, str]:
    told = [name for name in _TELLS if table == "contact" or name != "about"]
    differs = " OR ".join(f'old."{name}" IS NOT new."{name}"' for name in told)
    take_out = (
        f"DELETE FROM open_follow_up WHERE source = '{source}'"  # noqa: S608 - our own text
        ' AND "on" = old.next_on AND source_id = old.id;'
    )
    every = " ".join(_opened(*each, "client_id IN (old.client_id, {new})") for each in _FOLLOWED)
    return (
        _trigger(table, "insert", "new.next_on IS NOT NULL", _opened(table, source, "id = new.id")),
        _trigger(table, "update", differs, take_out + every.format(new="new.client_id")),
        _trigger(table, "delete", "true", take_out + every.format(new="old.client_id")),
    )


def _trigger(table: str, verb: str, when: str, deeds: str) -> str:
    return (
        f"CREATE TRIGGER follow_up_{verb}_{table} AFTER {verb.upper()} ON {table}"
        f" WHEN {when} BEGIN {deeds} END"
    )


def _opened(table: str, source: str, which: str) -> str:
    return (
        'INSERT INTO open_follow_up (source, "on", source_id, client_id)'  # noqa: S608 - our own text
        f" SELECT '{source}', next_on, id, client_id FROM {table}"
        f" WHERE {which} AND next_on IS NOT NULL"
        " ON CONFLICT DO UPDATE SET client_id = excluded.client_id;"
    )


DERIVED = (CLIENT_INDEX, CLIENT_SEARCH, CLIENT_KEYS, DATE_BUCKET, OPEN_FOLLOW_UP, CLIENT_TEXT)
"""Every table of this module that has rows to be read."""

DERIVED_VERSION = 3
"""How what is derived is made; a book that says less has it made anew when it is opened."""
