"""Gifts, contacts, promises, complaints, activities and points."""

import datetime as dt

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from crm_desktop.domain.records.enums import (
    ComplaintState,
    FestivalOutcome,
    GiftState,
    GuestState,
    PointsKind,
    PromiseState,
)
from crm_desktop.models.base import Base, OfClient, OfClientAndMore, OfPerson


class GiftRow(Base):
    """A gift from its idea to her reaction; `person_id` None means the client herself."""

    __tablename__ = "gift"

    client_id: Mapped[OfClient]
    person_id: Mapped[OfPerson]
    date_id: Mapped[int | None] = mapped_column(
        ForeignKey("client_date.id", ondelete="SET NULL"), index=True
    )
    occasion: Mapped[str]
    state: Mapped[GiftState]
    item: Mapped[str]
    cost: Mapped[int | None]
    on: Mapped[dt.date | None]
    month_only: Mapped[bool]
    ordered_on: Mapped[dt.date | None]
    delivered_on: Mapped[dt.date | None]
    card_text: Mapped[str]
    sent_as: Mapped[str]
    reaction: Mapped[str]
    overruled: Mapped[str]
    supplier_id: Mapped[int | None] = mapped_column(
        ForeignKey("supplier.id", ondelete="SET NULL"), index=True
    )
    confirmed_on: Mapped[dt.date | None]
    notes: Mapped[str] = mapped_column(server_default="")


class SupplierRow(Base):
    """Where gifts are ordered: the florist, the cake shop."""

    __tablename__ = "supplier"

    name: Mapped[str]
    trade: Mapped[str]
    phone: Mapped[str]
    wechat: Mapped[str]
    notes: Mapped[str]
    position: Mapped[int]


class FestivalMarkRow(Base):
    """What became of one client in the list of a festival."""

    __tablename__ = "festival_mark"
    __table_args__ = (
        Index("ix_festival_mark_client", "client_id", "festival", "on"),
        Index("ix_festival_mark_festival", "festival", "on"),
        {"sqlite_autoincrement": True},
    )

    client_id: Mapped[OfClientAndMore]
    festival: Mapped[str]
    on: Mapped[dt.date]
    outcome: Mapped[FestivalOutcome]
    at: Mapped[dt.datetime | None]
    contact_id: Mapped[int | None] = mapped_column(
        ForeignKey("contact.id", ondelete="SET NULL"), index=True
    )
    gift_id: Mapped[int | None] = mapped_column(
        ForeignKey("gift.id", ondelete="SET NULL"), index=True
    )


class ContactRow(Base):
    """A call, a message or a meeting, with its outcome and the next date."""

    __tablename__ = "contact"

    client_id: Mapped[OfClient]
    on: Mapped[dt.date]
    channel: Mapped[str]
    outcome: Mapped[str]
    notes: Mapped[str]
    next_on: Mapped[dt.date | None] = mapped_column(index=True)
    about: Mapped[str] = mapped_column(server_default="")
    date_id: Mapped[int | None] = mapped_column(
        ForeignKey("client_date.id", ondelete="SET NULL"), index=True
    )
    occasion_on: Mapped[dt.date | None]


class PromiseRow(Base):
    """Something promised to her."""

    __tablename__ = "promise"

    client_id: Mapped[OfClient]
    what: Mapped[str]
    due_on: Mapped[dt.date | None] = mapped_column(index=True)
    state: Mapped[PromiseState]
    made_on: Mapped[dt.date | None]


class ComplaintRow(Base):
    """A complaint, or praise: `direction` says against or for what; severity 1 to 5."""

    __tablename__ = "complaint"

    client_id: Mapped[OfClient]
    on: Mapped[dt.date]
    direction: Mapped[str]
    severity: Mapped[int | None]
    state: Mapped[ComplaintState]
    what: Mapped[str]
    resolution: Mapped[str]


class ActivityRow(Base):
    """An event clients are invited to."""

    __tablename__ = "activity"

    name: Mapped[str]
    on: Mapped[dt.date | None]
    place: Mapped[str]
    notes: Mapped[str]


class ActivityGuestRow(Base):
    """One client at one activity; `spent` in fen."""

    __tablename__ = "activity_guest"

    client_id: Mapped[OfClient]
    activity_id: Mapped[int] = mapped_column(
        ForeignKey("activity.id", ondelete="CASCADE"), index=True
    )
    state: Mapped[GuestState]
    spent: Mapped[int | None]


class PointsEntryRow(Base):
    """One append-only entry of the points ledger; `lot_id` names the earned lot it draws on."""

    __tablename__ = "points_entry"

    client_id: Mapped[OfClient]
    kind: Mapped[PointsKind]
    points: Mapped[int]
    on: Mapped[dt.date]
    expires_on: Mapped[dt.date | None] = mapped_column(index=True)
    lot_id: Mapped[int | None] = mapped_column(
        ForeignKey("points_entry.id", ondelete="SET NULL"), index=True
    )
    notes: Mapped[str]
