"""People around a client and the dates that matter."""

import datetime as dt

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from crm_desktop.domain.dates import Calendar
from crm_desktop.domain.records.enums import DateKind, Knows, Relation, Sex
from crm_desktop.models.base import Base, OfClient, OfClientAndMore, OfPerson


class PersonRow(Base):
    """Somebody of her family or a friend; `nickname` is 大宝, 小宝, 老公 as she says it."""

    __tablename__ = "person"
    __table_args__ = (
        Index("ix_person_client", "client_id", "relation"),
        {"sqlite_autoincrement": True},
    )

    client_id: Mapped[OfClientAndMore]
    relation: Mapped[Relation]
    name: Mapped[str]
    nickname: Mapped[str]
    sex: Mapped[Sex | None]
    occupation: Mapped[str]
    income: Mapped[int | None]
    knows: Mapped[Knows]
    notes: Mapped[str]
    position: Mapped[int]
    learnt_on: Mapped[dt.date | None]
    learnt_from: Mapped[str]
    also_client_id: Mapped[int | None] = mapped_column(
        ForeignKey("client.id", ondelete="SET NULL"), index=True
    )


class ClientDateRow(Base):
    """A dated fact of the client (`person_id` None) or of a person of hers, as it was typed."""

    __tablename__ = "client_date"
    __table_args__ = (
        # Few dates have a lead of their own, and every look asks for the longest of them.
        Index("ix_client_date_lead_days", "lead_days", sqlite_where=text("lead_days IS NOT NULL")),
        {"sqlite_autoincrement": True},
    )

    client_id: Mapped[OfClient]
    person_id: Mapped[OfPerson]
    kind: Mapped[DateKind]
    label: Mapped[str]
    calendar: Mapped[Calendar]
    year: Mapped[int | None]
    month: Mapped[int]
    day: Mapped[int]
    leap: Mapped[bool]
    policy: Mapped[str]
    is_main: Mapped[bool]
    origin: Mapped[str]
    lead_days: Mapped[int | None]
    is_ended: Mapped[bool]
    learnt_on: Mapped[dt.date | None]
    learnt_from: Mapped[str]
    created_at: Mapped[dt.datetime | None]
