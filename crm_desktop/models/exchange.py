"""What went to whom and came back: counterparts, what each last had, imports, profiles."""

import datetime as dt

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from crm_desktop.models.base import Base, OfClientAndMore


class CounterpartRow(Base):
    """Somebody, or a system, her book is exchanged with; not journalled, like a log."""

    __tablename__ = "counterpart"
    __table_args__ = (UniqueConstraint("kind", "name"), {"sqlite_autoincrement": True})

    kind: Mapped[str]
    name: Mapped[str]


class SyncBaseRow(Base):
    """What a counterpart last had of one row: the base of the three-way merge."""

    __tablename__ = "sync_base"
    __table_args__ = (
        UniqueConstraint("counterpart_id", "client_id", "part"),
        {"sqlite_autoincrement": True},
    )

    counterpart_id: Mapped[int] = mapped_column(ForeignKey("counterpart.id", ondelete="CASCADE"))
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id", ondelete="CASCADE"), index=True)
    part: Mapped[str]
    hash: Mapped[str]


class SyncContentRow(Base):
    """What a row said, by the hash of it; kept as long as a file that says so may come back."""

    __tablename__ = "sync_content"
    __table_args__ = (UniqueConstraint("client_id", "hash"), {"sqlite_autoincrement": True})

    client_id: Mapped[OfClientAndMore]
    hash: Mapped[str]
    text: Mapped[str]
    on: Mapped[dt.date]


class ImportRunRow(Base):
    """One import that wrote: what came, when, what it came to; `details` is JSON.

    `change_id` is the change that took it in, `back_id` the one that took it back later, None
    where that was an undo. Not journalled: it's a log.
    """

    __tablename__ = "import_run"
    __table_args__ = (Index("ix_import_run_digest", "digest"), {"sqlite_autoincrement": True})

    at: Mapped[dt.datetime]
    file: Mapped[str]
    kind: Mapped[str]
    profile: Mapped[str]
    digest: Mapped[str]
    file_at: Mapped[dt.datetime | None]
    counterpart_id: Mapped[int | None] = mapped_column(
        ForeignKey("counterpart.id", ondelete="SET NULL"), index=True
    )
    change_id: Mapped[int | None] = mapped_column(
        ForeignKey("change.id", ondelete="SET NULL"), index=True
    )
    back_id: Mapped[int | None] = mapped_column(
        ForeignKey("change.id", ondelete="SET NULL"), index=True
    )
    details: Mapped[str]


class ImportProfileRow(Base):
    """How the lists of one source are read; `fingerprint` knows them again, `rules` is JSON."""

    __tablename__ = "import_profile"
    __table_args__ = (UniqueConstraint("name"), {"sqlite_autoincrement": True})

    name: Mapped[str]
    kind: Mapped[str]
    fingerprint: Mapped[str]
    rules: Mapped[str]
