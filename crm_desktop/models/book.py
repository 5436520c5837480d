"""What belongs to the book as a whole and is read at every start: settings, reminders."""

import datetime as dt

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

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
