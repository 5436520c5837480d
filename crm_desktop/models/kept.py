"""What the book keeps beside its clients: exports, saved lists, greetings, tombstones."""

import datetime as dt

from sqlalchemy.orm import Mapped, mapped_column

from crm_desktop.domain.records.enums import Tier
from crm_desktop.models.base import Base


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
