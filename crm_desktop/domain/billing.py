"""What a line of a bill does: projects done, packages, deposits, what she may want.

Every function looks at one line as it stood (`before`, None for a new one) and as it will stand
(`after`, None for one removed) among all that stands of the client.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from crm_desktop.domain.base_facts import SALES, counted
from crm_desktop.domain.records.clinic import (
    Bill,
    CompletedProject,
    Deposit,
    Package,
    PotentialProject,
)
from crm_desktop.domain.records.enums import BillKind, DepositState, LeadState
from crm_desktop.domain.treated import Done, beside, completed, is_same_project

DEPOSIT_REFUNDS: Final = frozenset({BillKind.REFUND, BillKind.DEPOSIT_REFUND})
"""Lines that give a deposit back; REFUND where it had counted already."""

_PACKAGE_DRAWS: Final = frozenset({BillKind.SESSION, BillKind.REFUND})
_DEPOSIT_DRAWS: Final = DEPOSIT_REFUNDS | {BillKind.FROM_DEPOSIT}
_LEADS: Final = (None, *LeadState)

Made = CompletedProject | Package | Deposit | PotentialProject


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What stands of one client before a line is written."""

    bills: tuple[Bill, ...] = ()
    packages: tuple[Package, ...] = ()
    deposits: tuple[Deposit, ...] = ()
    completed: tuple[CompletedProject, ...] = ()
    potential: tuple[PotentialProject, ...] = ()

    def package(self, package_id: int | None) -> Package | None:
        """Return the package of this number, None for none."""
        return next((each for each in self.packages if each.id == package_id), None)

    def deposit(self, deposit_id: int | None) -> Deposit | None:
        """Return the deposit of this number, None for none."""
        return next((each for each in self.deposits if each.id == deposit_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequences:
    """What is to be written beside the line itself, and what goes."""

    put: tuple[Made, ...] = ()
    gone: tuple[Made, ...] = ()


def resolved(bill: Bill, before: Bill | None, standing: Standing) -> Bill:
    """Return the line with what it draws on, found by the project where nobody named it.

    A refund of a deposit that has not counted is a DEPOSIT_REFUND, of one that has a REFUND.
    """
    if before is None:
        bill = _refund_of_order(_drawing(bill, standing), standing)
    bill = replace(
        bill,
        package_id=bill.package_id if bill.kind in _PACKAGE_DRAWS else None,
        deposit_id=bill.deposit_id if bill.kind in _DEPOSIT_DRAWS else None,
    )
    package = standing.package(bill.package_id)
    deposit = standing.deposit(bill.deposit_id)
    if not bill.project.strip():
        source = package or deposit
        bill = replace(bill, project="" if source is None else source.project)
    if deposit is not None and bill.kind in DEPOSIT_REFUNDS:
        apart = state_without(deposit, before, standing) is DepositState.DEPOSIT
        bill = replace(bill, kind=BillKind.DEPOSIT_REFUND if apart else BillKind.REFUND)
    return bill


def consequences(
    before: Bill | None, after: Bill | None, standing: Standing, today: dt.date
) -> Consequences:
    """Return what follows from a line added, edited or removed; `after.id` is its number.

    A project treated later than it was paid is done on `today`.
    """
    made = [
        *_completed(before, after, standing, today),
        _package(before, after, standing),
        _deposit(before, after, standing),
    ]
    put: list[Made] = [each for each, _ in made if each is not None]
    gone: list[Made] = [each for _, each in made if each is not None]
    put += _drawn_packages(before, after, standing)
    put += _drawn_deposits(before, after, standing)
    put += _potential(before, after, standing)
    return Consequences(put=tuple(put), gone=tuple(gone))


def lead_after(lead: LeadState | None, *, visited: bool, sold: bool) -> LeadState | None:
    """Return how far she came: raised by a visit and by a sale, never lowered."""
    reached = LeadState.SOLD if sold else LeadState.VISITED_NOT_SOLD if visited else None
    return max(lead, reached, key=_LEADS.index)


def is_sale(bill: Bill) -> bool:
    """Tell whether money was earned by a line, so that she is no lead any more."""
    return counted(bill) > 0 or (bill.kind in SALES and bill.paid > 0)


def in_order(bills: Iterable[Bill]) -> list[Bill]:
    """Return the lines so that what is drawn on comes before what draws on it."""
    return sorted(bills, key=_place)


def bills_after(before: Bill | None, after: Bill | None, standing: Standing) -> list[Bill]:
    """Return all lines of the client as they will stand."""
    known = None if before is None else before.id
    others = [bill for bill in standing.bills if bill.id != known]
    return others if after is None else [*others, after]


def sessions_drawn(bill: Bill | None, package_id: int) -> tuple[int, int]:
    """Return how many sessions of a package a line uses, and how many it gives back."""
    if bill is None or bill.package_id != package_id:
        return 0, 0
    if bill.kind is BillKind.SESSION:
        return bill.quantity, 0
    return (0, bill.quantity) if bill.kind is BillKind.REFUND else (0, 0)


def made_package(bill: Bill | None) -> int:
    """Return how many sessions a line buys ahead, 0 where it makes no package."""
    if bill is None or bill.kind not in SALES:
        return 0
    return (bill.sessions or 0) * bill.quantity


def makes_deposit(bill: Bill | None) -> bool:
    """Tell whether a line takes money before the treatment."""
    if bill is None or made_package(bill):
        return False
    return bill.kind is BillKind.DEPOSIT or (bill.kind in SALES and not bill.is_treated)


def of_bill(made: Iterable[Made], bill: Bill | None) -> Made | None:
    """Return what a line made among these, None for nothing."""
    if bill is None:
        return None
    return next((each for each in made if getattr(each, "bill_id", None) == bill.id), None)


def deposit_state(
    deposit: Deposit, bills: Iterable[Bill], released: Bill | None = None
) -> DepositState:
    """Return the state the lines give a deposit; `released` drew on it and does no longer."""
    bills = list(bills)
    kinds = {bill.kind for bill in bills if bill.deposit_id == deposit.id}
    if kinds & DEPOSIT_REFUNDS:
        return DepositState.REFUNDED
    if BillKind.FROM_DEPOSIT in kinds:
        return DepositState.CONVERTED
    own = next((bill for bill in bills if bill.id == deposit.bill_id), None)
    if own is not None:
        return _first_state(own)
    if released is None:
        return deposit.state
    is_counted = released.kind is BillKind.REFUND
    return DepositState.PAID_UNTREATED if is_counted else DepositState.DEPOSIT


def state_without(deposit: Deposit, line: Bill | None, standing: Standing) -> DepositState:
    """Return the state a deposit would have if a line had never been written."""
    drew = line is not None and line.deposit_id == deposit.id
    return deposit_state(deposit, bills_after(line, None, standing), line if drew else None)


def _first_state(own: Bill) -> DepositState:
    if own.kind is BillKind.DEPOSIT:
        return DepositState.DEPOSIT
    return DepositState.CONVERTED if own.is_treated else DepositState.PAID_UNTREATED


def _place(bill: Bill) -> int:
    """Return 0 for money received, 1 for what is bought with it later, 2 for what draws on that."""
    if bill.kind in {BillKind.PAYMENT, BillKind.STORED_VALUE, BillKind.DEPOSIT}:
        return 0
    return 1 if bill.kind in SALES else 2


def _drawing(bill: Bill, standing: Standing) -> Bill:
    """Return a session or a use of a deposit with the oldest one of its project."""
    if bill.kind is BillKind.SESSION and bill.package_id is None:
        packages = [
            each for each in standing.packages if is_same_project(each.project, bill.project)
        ]
        packages.sort(key=_soonest_over)
        return replace(bill, package_id=packages[0].id) if packages else bill
    if bill.kind is BillKind.FROM_DEPOSIT and bill.deposit_id is None:
        for deposit in standing.deposits:
            is_open = deposit.state is DepositState.DEPOSIT
            if is_open and is_same_project(deposit.project, bill.project):
                return replace(bill, deposit_id=deposit.id)
    return bill


def _soonest_over(package: Package) -> tuple[bool, dt.date, int]:
    return package.left <= 0, package.expires_on or dt.date.max, package.id


def _refund_of_order(bill: Bill, standing: Standing) -> Bill:
    """Return a refund of an order with the deposit that order left open."""
    is_bare = bill.package_id is None and bill.deposit_id is None
    if bill.kind is not BillKind.REFUND or not bill.order_number or not is_bare:
        return bill
    orders = {each.id: each.order_number for each in standing.bills}
    for deposit in standing.deposits:
        is_its = orders.get(deposit.bill_id or 0) == bill.order_number
        if is_its and deposit.state in {DepositState.DEPOSIT, DepositState.PAID_UNTREATED}:
            return replace(bill, deposit_id=deposit.id)
    return bill


def _completed(
    before: Bill | None, after: Bill | None, standing: Standing, today: dt.date
) -> Iterator[Done]:
    """Yield what the line did, and what lines beside it did or do no longer because of it."""
    bills, now = standing.bills, bills_after(before, after, standing)
    lines = [line for line in (before, after) if line is not None]
    near = {other.id: other for line in lines for other in beside(line, bills)}
    is_later = makes_deposit(before) and not makes_deposit(after)
    on = today if after is None else max(today, after.on) if is_later else after.on
    yield completed((before, bills), (after, now), _done_by(before, standing), on)
    for other in near.values():
        yield completed((other, bills), (other, now), _done_by(other, standing), other.on)


def _done_by(bill: Bill | None, standing: Standing) -> CompletedProject | None:
    known = of_bill(standing.completed, bill)
    return known if isinstance(known, CompletedProject) else None


def _package(
    before: Bill | None, after: Bill | None, standing: Standing
) -> tuple[Package | None, Package | None]:
    known = of_bill(standing.packages, before)
    held = known if isinstance(known, Package) else None
    bought, was = made_package(after), made_package(before)
    if after is None or not bought:
        return None, held
    if held is None:
        if was:
            return None, None
        made = Package(client_id=after.client_id, bill_id=after.id, bought=bought)
        return _package_like(made, after), None
    edited = _package_like(replace(held, bought=held.bought + bought - was), after)
    return (None if edited == held else edited), None


def _package_like(package: Package, bill: Bill) -> Package:
    return replace(package, project=bill.project.strip(), paid=bill.paid, bought_on=bill.on)


def _deposit(
    before: Bill | None, after: Bill | None, standing: Standing
) -> tuple[Deposit | None, Deposit | None]:
    known = of_bill(standing.deposits, before)
    held = known if isinstance(known, Deposit) else None
    is_kept = held is not None and after is not None and after.kind in SALES
    if after is None or not (makes_deposit(after) or (is_kept and not made_package(after))):
        return None, held
    if held is None:
        if makes_deposit(before):
            return None, None
        made = Deposit(client_id=after.client_id, bill_id=after.id, state=_first_state(after))
        return _deposit_like(made, after), None
    edited = _deposit_like(held, after)
    edited = replace(edited, state=deposit_state(held, bills_after(before, after, standing)))
    return (None if edited == held else edited), None


def _deposit_like(deposit: Deposit, bill: Bill) -> Deposit:
    return replace(deposit, project=bill.project.strip(), amount=bill.paid, on=bill.on)


def _drawn_packages(
    before: Bill | None, after: Bill | None, standing: Standing
) -> Iterable[Package]:
    """Yield the packages whose sessions a line uses or gives back otherwise than before."""
    for package in standing.packages:
        was, is_ = sessions_drawn(before, package.id), sessions_drawn(after, package.id)
        used = max(package.used + is_[0] - was[0], 0)
        bought = package.bought - is_[1] + was[1]
        if (used, bought) != (package.used, package.bought):
            yield replace(package, used=used, bought=bought)


def _drawn_deposits(
    before: Bill | None, after: Bill | None, standing: Standing
) -> Iterable[Deposit]:
    """Yield the deposits a line uses up, gives back or lets go."""
    bills = bills_after(before, after, standing)
    for deposit in standing.deposits:
        was = before is not None and before.deposit_id == deposit.id
        is_ = after is not None and after.deposit_id == deposit.id
        state = deposit_state(deposit, bills, before if was and not is_ else None)
        if (was or is_) and state is not deposit.state:
            yield replace(deposit, state=state)


def _potential(
    before: Bill | None, after: Bill | None, standing: Standing
) -> Iterable[PotentialProject]:
    """Yield what she may want that was bought now, or that was not bought after all."""
    bills = bills_after(before, after, standing)
    for wish in standing.potential:
        closed_on = _closed_on(wish, before, after, bills)
        if closed_on != wish.closed_on:
            yield replace(wish, closed_on=closed_on)


def _closed_on(
    wish: PotentialProject, before: Bill | None, after: Bill | None, bills: list[Bill]
) -> dt.date | None:
    was, is_ = _sells(before, wish), _sells(after, wish)
    if wish.closed_on is None:
        return after.on if after is not None and is_ and not was else None
    if before is None or not was or wish.closed_on != before.on:
        return wish.closed_on
    days = [bill.on for bill in bills if _sells(bill, wish)]
    return wish.closed_on if wish.closed_on in days else min(days, default=None)


def _sells(bill: Bill | None, wish: PotentialProject) -> bool:
    if bill is None or bill.kind not in SALES:
        return False
    is_late_enough = wish.learnt_on is None or bill.on >= wish.learnt_on
    return is_late_enough and is_same_project(bill.project, wish.project)
