"""The journal: every change of the book and the rows it touched, written by triggers."""

import datetime as dt

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from crm_desktop.models.base import Base


class ChangeRow(Base):
    """One use case that wrote: what it was, about whom, when, and whether it stands.

    `state` is "open" while its transaction runs, then "done", "undone", "dropped" (undone and
    overtaken by a later change) or "note" (kept in the journal, not offered to undo).
    """

    __tablename__ = "change"

    action: Mapped[str]
    subject: Mapped[str]
    at: Mapped[dt.datetime]
    state: Mapped[str] = mapped_column(index=True)
    tables: Mapped[str]


class ChangeEntryRow(Base):
    """One row a change touched: its raw column values before and after, as JSON.

    An insert keeps neither (the row itself is the after); undo fills `after` in.
    """

    __tablename__ = "change_entry"

    change_id: Mapped[int] = mapped_column(ForeignKey("change.id", ondelete="CASCADE"), index=True)
    client_id: Mapped[int | None] = mapped_column(index=True)
    table_name: Mapped[str]
    row_id: Mapped[int]
    verb: Mapped[str]
    before: Mapped[str | None]
    after: Mapped[str | None]
