"""What belongs to the book as a whole: settings, reminders, exports, the list index."""

import datetime as dt

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from crm_desktop.models.base import Base, OfClient


class SettingRow(Base):
    """One editable rule of the book; `value` is JSON."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(unique=True)
    value: Mapped[str]


class ReminderRow(Base):
    """What was done about one stage of one occurrence; never deleted once acted upon."""

    __tablename__ = "reminder"
    __table_args__ = (
        UniqueConstraint("date_id", "occurs_on", "stage"),
        Index("ix_reminder_occurs_on", "occurs_on"),
        {"sqlite_autoincrement": True},
    )

    client_id: Mapped[OfClient]
    date_id: Mapped[int]
    occurs_on: Mapped[dt.date]
    stage: Mapped[str]
    state: Mapped[str]
    snoozed_until: Mapped[dt.datetime | None]
    changed_at: Mapped[dt.datetime]


class ExportRow(Base):
    """One sheet that left the book: for whom, which clients, which columns, when."""

    __tablename__ = "export"

    at: Mapped[dt.datetime]
    recipient: Mapped[str]
    kind: Mapped[str]
    columns: Mapped[str]
    clients: Mapped[int]
    client_uids: Mapped[str]


class ClientIndexRow(Base):
    """What lists sort and show by, derived from the rows of one client after every change.

    `id` is the client's; `sort_key` the pinyin of her name, `last_visit_on` her latest arrival.
    """

    __tablename__ = "client_index"
    __table_args__ = (
        Index("ix_client_index_name", "is_archived", "sort_key", "id"),
        Index("ix_client_index_tier", "is_archived", "tier_rank", "sort_key", "id"),
        Index("ix_client_index_visit", "is_archived", "last_visit_on", "id"),
        Index("ix_client_index_paid", "is_archived", "paid_total", "id"),
    )

    sort_key: Mapped[str]
    tier_rank: Mapped[int]
    is_archived: Mapped[bool]
    last_visit_on: Mapped[dt.date | None]
    paid_total: Mapped[int]
