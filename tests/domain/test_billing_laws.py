"""Whatever is added, edited and removed, what stands is what the lines alone would make."""

import datetime as dt
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from crm_desktop.domain.base_facts import SALES, paid, stored_value_left
from crm_desktop.domain.records import Bill, BillKind, Deposit, DepositState, PotentialProject
from crm_desktop.domain.records import Package as Pack
from tests.domain.ledger import Ledger

K, S = BillKind, DepositState
PROJECTS = ("水光", "热玛吉", "光子")
PACK = Pack(id=1, client_id=1, project="光子", bought=4, used=1, paid=4000)
HELD = Deposit(id=2, client_id=1, project="热玛吉", amount=500)
WISHES = tuple(
    PotentialProject(id=10 + place, client_id=1, project=name)
    for place, name in enumerate(PROJECTS)
)

FACTS = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(BillKind),
        "project": st.sampled_from(PROJECTS),
        "quantity": st.integers(1, 3),
        "paid": st.sampled_from((0, 100, 500)),
        "sessions": st.sampled_from((None, None, 2, 5)),
        "is_treated": st.booleans(),
        "visit_id": st.sampled_from((None, 1, 2)),
        "on": st.sampled_from((dt.date(2026, 3, 1), dt.date(2026, 5, 1))),
    }
)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("add", "add", "edit", "remove")),
        st.integers(0, 99),
        st.integers(0, 9),
        FACTS,
    ),
    max_size=25,
)


def walked(steps: list[tuple[str, int, int, dict[str, Any]]]) -> Ledger:
    """Return a ledger after these steps; what it refuses is passed over."""
    ledger = Ledger(packages=(PACK,), deposits=(HELD,), potential=WISHES)
    for deed, which, drawn, facts in steps:
        bills = ledger.standing.bills
        if deed == "add":
            ledger.put(**facts, **sources(ledger, facts["kind"], drawn))
        elif bills and deed == "edit":
            field = list(facts)[drawn % len(facts)]
            ledger.edit(bills[which % len(bills)].id, **{field: facts[field]})
        elif bills:
            ledger.remove(bills[which % len(bills)].id)
    return ledger


def sources(ledger: Ledger, kind: BillKind, drawn: int) -> dict[str, int]:
    """Return what a new line of this kind draws on, nothing half of the time."""
    packages, deposits = ledger.standing.packages, ledger.standing.deposits
    if kind in {K.SESSION, K.REFUND} and drawn % 2:
        return {"package_id": packages[drawn % len(packages)].id}
    if kind in {K.FROM_DEPOSIT, K.REFUND} and drawn % 3:
        return {"deposit_id": deposits[drawn % len(deposits)].id}
    return {}


def does(bill: Bill, bills: tuple[Bill, ...]) -> bool:
    """Tell whether a line does its project: not where another line of its visit tells of it."""
    if bill.kind is K.SESSION:
        return True
    ways = [K.PAYMENT, K.FROM_STORED_VALUE, K.FROM_DEPOSIT]
    told = [
        ways.index(each.kind)
        for each in bills
        if bill.visit_id and each.visit_id == bill.visit_id
        if each.kind in ways and each.project == bill.project
    ]
    is_done = bill.kind in ways and bill.is_treated and not bill.sessions
    return is_done and (not told or ways.index(bill.kind) == min(told))


def count(bills: tuple[Bill, ...], kind: BillKind, package_id: int) -> int:
    drawn = [bill for bill in bills if bill.kind is kind and bill.package_id == package_id]
    return sum(bill.quantity for bill in drawn)


def state(deposit: Deposit, bills: tuple[Bill, ...]) -> DepositState:
    kinds = {bill.kind for bill in bills if bill.deposit_id == deposit.id}
    own = [bill for bill in bills if bill.id == deposit.bill_id]
    if kinds & {K.REFUND, K.DEPOSIT_REFUND}:
        return S.REFUNDED
    if K.FROM_DEPOSIT in kinds:
        return S.CONVERTED
    if not own or own[0].kind is K.DEPOSIT:
        return S.DEPOSIT
    return S.CONVERTED if own[0].is_treated else S.PAID_UNTREATED


@settings(max_examples=400, deadline=None)
@given(STEPS)
def test_what_stands_is_what_the_lines_alone_would_make(
    steps: list[tuple[str, int, int, dict[str, Any]]],
) -> None:
    standing = walked(steps).standing
    bills = standing.bills

    done = {(each.bill_id, each.project, each.times) for each in standing.completed}
    assert done == {(bill.id, bill.project, bill.quantity) for bill in bills if does(bill, bills)}
    assert len(done) == len(standing.completed)

    owners = {bill.id: bill for bill in bills if bill.kind in SALES and bill.sessions}
    assert {each.bill_id for each in standing.packages} == {None, *owners}
    for package in standing.packages:
        owner = owners.get(package.bill_id or 0)
        bought = PACK.bought if owner is None else (owner.sessions or 0) * owner.quantity
        used = PACK.used if owner is None else 0
        assert package.bought == bought - count(bills, K.REFUND, package.id)
        assert package.used == used + count(bills, K.SESSION, package.id)
        assert package.left >= 0

    ahead = {
        bill.id
        for bill in bills
        if bill.kind is K.DEPOSIT
        or (bill.kind in SALES and not bill.is_treated and not bill.sessions)
    }
    held = {each.bill_id for each in standing.deposits if each.bill_id}
    treated_later = {bill.id for bill in bills if bill.kind in SALES and bill.is_treated}
    assert ahead <= held <= ahead | treated_later
    assert len({each.bill_id for each in standing.deposits}) == len(standing.deposits)
    assert all(each.state is state(each, bills) for each in standing.deposits)

    sold = {bill.project for bill in bills if bill.kind in SALES}
    assert {each.project for each in standing.potential if each.closed_on} == sold


@settings(max_examples=200, deadline=None)
@given(STEPS)
def test_no_money_counts_twice_and_none_is_drawn_twice(
    steps: list[tuple[str, int, int, dict[str, Any]]],
) -> None:
    standing = walked(steps).standing

    taken = [bill for bill in standing.bills if bill.kind is K.FROM_DEPOSIT and bill.deposit_id]
    assert len({bill.deposit_id for bill in taken}) == len(taken)
    assert stored_value_left(standing.bills) >= 0
    received = {K.PAYMENT, K.STORED_VALUE, K.FROM_DEPOSIT}
    assert paid(standing.bills) <= sum(b.paid for b in standing.bills if b.kind in received)
