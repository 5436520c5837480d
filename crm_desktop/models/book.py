"""What belongs to the book as a whole: settings, reminders, exports."""

import datetime as dt

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from crm_desktop.domain.records.enums import Tier
from crm_desktop.models.base import Base


class SettingRow(Base):
    """One editable rule of the book; `value` is JSON."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(unique=True)
    value: Mapped[str]


class ReminderRow(Base):
    """What was done about one stage of one occurrence; never deleted once acted upon.

    `source` and `source_id` say what it comes from (`domain.occasions.Source`); a festival has
    no client.
    """

    __tablename__ = "reminder"
    __table_args__ = (
        UniqueConstraint("source", "source_id", "occurs_on", "stage"),
        Index("ix_reminder_occurs_on", "occurs_on"),
        Index("ix_reminder_state", "state", "snoozed_until"),
        {"sqlite_autoincrement": True},
    )

    client_id: Mapped[int | None] = mapped_column(
        ForeignKey("client.id", ondelete="CASCADE"), index=True
    )
    source: Mapped[str]
    source_id: Mapped[int]
    occurs_on: Mapped[dt.date]
    stage: Mapped[str]
    state: Mapped[str]
    snoozed_until: Mapped[dt.datetime | None]
    shown_at: Mapped[dt.datetime | None]
    changed_at: Mapped[dt.datetime]


class ExportRow(Base):
    """One sheet that left the book: for whom and what for, which clients, which columns, when."""

    __tablename__ = "export"

    at: Mapped[dt.datetime]
    recipient: Mapped[str]
    kind: Mapped[str]
    columns: Mapped[str]
    clients: Mapped[int]
    client_uids: Mapped[str]
    recipient_name: Mapped[str] = mapped_column(server_default="")
    purpose: Mapped[str] = mapped_column(server_default="")


class SmartListRow(Base):
    """A list she saved under a name; `query` is JSON."""

    __tablename__ = "smart_list"

    name: Mapped[str]
    query: Mapped[str]
    position: Mapped[int]


class GreetingTemplateRow(Base):
    """A greeting with merge fields; `replaces` is the key of the app's own text it stands for."""

    __tablename__ = "greeting_template"

    occasion: Mapped[str]
    tier: Mapped[Tier | None]
    text: Mapped[str]
    replaces: Mapped[str]
    position: Mapped[int]


class TombstoneRow(Base):
    """A client deleted for good: keyed digests of what she was known by, and nothing else.

    Not journalled: it can't be taken back, and is what keeps her from coming back.
    """

    __tablename__ = "tombstone"

    at: Mapped[dt.datetime]
    marks: Mapped[str]
