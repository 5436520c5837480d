"""What happened in the clinic and what may: visits, bills, projects, packages, deposits."""

import datetime as dt
from dataclasses import dataclass

from crm_desktop.domain.records.enums import BillKind, DepositState, VisitType


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One arrival; `satisfaction` is 1 (bad) to 5 (delighted)."""

    id: int = 0
    client_id: int = 0
    on: dt.date = dt.date.min
    type: VisitType | None = None
    notes: str = ""
    doctor: str = ""
    satisfaction: int | None = None
    next_step: str = ""
    next_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """One line of a bill, by the day it was paid; amounts in fen.

    `sessions` is set where the line buys a package; `package_id` names the package a SESSION
    draws on, `deposit_id` the deposit a FROM_DEPOSIT uses up; not `is_treated` is 缴费未治疗.
    """

    id: int = 0
    client_id: int = 0
    visit_id: int | None = None
    on: dt.date = dt.date.min
    order_number: str = ""
    kind: BillKind = BillKind.PAYMENT
    project: str = ""
    category: str = ""
    quantity: int = 1
    list_price: int | None = None
    paid: int = 0
    sessions: int | None = None
    is_treated: bool = True
    package_id: int | None = None
    deposit_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletedProject:
    """A project done, here or elsewhere; `on` is None where only the count is known.

    `bill_id` names the line of a bill that made it, None where she typed it.
    """

    id: int = 0
    client_id: int = 0
    project: str = ""
    times: int = 1
    on: dt.date | None = None
    doctor: str = ""
    notes: str = ""
    bill_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PotentialProject:
    """A project she may want: interest is 1 (mentioned) to 5 (asks herself); budget in fen."""

    id: int = 0
    client_id: int = 0
    project: str = ""
    interest: int | None = None
    budget: int | None = None
    obstacle: str = ""
    idea_from: str = ""
    next_step: str = ""
    next_on: dt.date | None = None
    closed_on: dt.date | None = None
    learnt_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """Sessions bought ahead; what is left is bought - used."""

    id: int = 0
    client_id: int = 0
    project: str = ""
    bought: int = 1
    used: int = 0
    paid: int | None = None
    bought_on: dt.date | None = None
    expires_on: dt.date | None = None
    bill_id: int | None = None

    @property
    def left(self) -> int:
        """Return the sessions still to be had."""
        return self.bought - self.used


@dataclass(frozen=True, slots=True, kw_only=True)
class Deposit:
    """Money taken before the treatment: a deposit, or paid and not treated yet."""

    id: int = 0
    client_id: int = 0
    project: str = ""
    amount: int = 0
    on: dt.date | None = None
    state: DepositState = DepositState.DEPOSIT
    notes: str = ""
    bill_id: int | None = None
