"""Visits, bills, projects, packages and deposits."""

import datetime as dt

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from crm_desktop.domain.records.enums import BillKind, DepositState, VisitType
from crm_desktop.models.base import Base, OfBill, OfClient, OfClientAndMore


class VisitRow(Base):
    """One arrival; `satisfaction` is 1 (bad) to 5 (delighted)."""

    __tablename__ = "visit"
    __table_args__ = (
        Index("ix_visit_client", "client_id", "on"),
        {"sqlite_autoincrement": True},
    )

    client_id: Mapped[OfClientAndMore]
    on: Mapped[dt.date]
    type: Mapped[VisitType | None]
    notes: Mapped[str]
    doctor: Mapped[str]
    satisfaction: Mapped[int | None]
    next_step: Mapped[str]
    next_on: Mapped[dt.date | None] = mapped_column(index=True)


class BillRow(Base):
    """One line of a bill, by the day it was paid; amounts in fen."""

    __tablename__ = "bill"
    __table_args__ = (
        Index("ix_bill_client", "client_id", "on", "kind", "paid"),
        {"sqlite_autoincrement": True},
    )

    client_id: Mapped[OfClientAndMore]
    visit_id: Mapped[int | None] = mapped_column(
        ForeignKey("visit.id", ondelete="SET NULL"), index=True
    )
    on: Mapped[dt.date]
    order_number: Mapped[str]
    kind: Mapped[BillKind]
    project: Mapped[str]
    category: Mapped[str]
    quantity: Mapped[int]
    list_price: Mapped[int | None]
    paid: Mapped[int]
    sessions: Mapped[int | None]
    is_treated: Mapped[bool] = mapped_column(server_default=text("1"))
    package_id: Mapped[int | None] = mapped_column(
        ForeignKey("package.id", ondelete="SET NULL", use_alter=True), index=True
    )
    deposit_id: Mapped[int | None] = mapped_column(
        ForeignKey("deposit.id", ondelete="SET NULL", use_alter=True), index=True
    )


class CompletedProjectRow(Base):
    """A project done, here or elsewhere; `on` is None where only the count is known."""

    __tablename__ = "completed_project"
    __table_args__ = (
        Index("ix_completed_project_project", "project", "client_id"),
        {"sqlite_autoincrement": True},
    )

    client_id: Mapped[OfClient]
    project: Mapped[str]
    times: Mapped[int]
    on: Mapped[dt.date | None]
    doctor: Mapped[str]
    notes: Mapped[str]
    bill_id: Mapped[OfBill]


class PotentialProjectRow(Base):
    """A project she may want: interest is 1 (mentioned) to 5 (asks herself); budget in fen."""

    __tablename__ = "potential_project"
    __table_args__ = (
        Index("ix_potential_project_client", "client_id", "closed_on", "project"),
        Index("ix_potential_project_project", "project", "closed_on", "client_id"),
        {"sqlite_autoincrement": True},
    )

    client_id: Mapped[OfClientAndMore]
    project: Mapped[str]
    interest: Mapped[int | None]
    budget: Mapped[int | None]
    obstacle: Mapped[str]
    idea_from: Mapped[str]
    next_step: Mapped[str]
    next_on: Mapped[dt.date | None]
    closed_on: Mapped[dt.date | None]
    learnt_on: Mapped[dt.date | None]


class PackageRow(Base):
    """Sessions bought ahead; what is left is bought - used."""

    __tablename__ = "package"

    client_id: Mapped[OfClient]
    project: Mapped[str]
    bought: Mapped[int]
    used: Mapped[int]
    paid: Mapped[int | None]
    bought_on: Mapped[dt.date | None]
    expires_on: Mapped[dt.date | None]
    bill_id: Mapped[OfBill]


class DepositRow(Base):
    """Money taken before the treatment: a deposit, or paid and not treated yet."""

    __tablename__ = "deposit"

    client_id: Mapped[OfClient]
    project: Mapped[str]
    amount: Mapped[int]
    on: Mapped[dt.date | None]
    state: Mapped[DepositState]
    notes: Mapped[str]
    bill_id: Mapped[OfBill]
