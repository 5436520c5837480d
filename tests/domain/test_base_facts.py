"""What counts as an arrival, as money paid, as one bill."""

import dataclasses
import datetime as dt

import pytest

from crm_desktop.domain import base_facts as facts
from crm_desktop.domain.records import Bill, BillKind, Visit, VisitType

DAY = dt.date(2026, 3, 1)


def bill(kind: BillKind, paid: int, **facts_of_it: object) -> Bill:
    return dataclasses.replace(Bill(on=DAY, kind=kind, paid=paid), **facts_of_it)  # type: ignore[arg-type] # any field


@pytest.mark.parametrize(
    ("kind", "counted", "stored", "shown"),
    [
        (BillKind.PAYMENT, 100, 0, 100),
        (BillKind.REFUND, -100, 0, -100),
        (BillKind.STORED_VALUE, 100, 100, 100),
        (BillKind.FROM_STORED_VALUE, 0, -100, 100),
        (BillKind.SESSION, 0, 0, 100),
        (BillKind.DEPOSIT, 0, 0, 100),
        (BillKind.FROM_DEPOSIT, 100, 0, 100),
        (BillKind.DEPOSIT_REFUND, 0, 0, -100),
        (BillKind.STORED_VALUE_REFUND, -100, -100, -100),
    ],
)
def test_each_kind_counts_once(kind: BillKind, counted: int, stored: int, shown: int) -> None:
    line = bill(kind, 100)

    assert facts.counted(line) == counted
    assert facts.stored_value_left([line]) == stored
    assert facts.signed(line) == shown


def test_every_kind_is_in_the_table() -> None:
    (mark,) = test_each_kind_counts_once.pytestmark  # type: ignore[attr-defined] # pytest puts it there
    assert {row[0] for row in mark.args[1]} == set(BillKind)


def test_a_refund_is_taken_off_whichever_sign_it_was_written_with() -> None:
    assert facts.counted(bill(BillKind.REFUND, -100)) == -100


def test_a_deposit_is_paid_on_the_day_it_is_converted() -> None:
    later = dt.date(2027, 1, 5)
    bills = [bill(BillKind.DEPOSIT, 500), bill(BillKind.FROM_DEPOSIT, 500, on=later)]

    assert facts.paid(bills) == 500
    assert facts.paid(bills, last=DAY) == 0
    assert facts.paid_by_year(bills) == {2027: 500}


def test_stored_value_counts_when_it_is_put_in_and_not_when_spent() -> None:
    bills = [bill(BillKind.STORED_VALUE, 1000), bill(BillKind.FROM_STORED_VALUE, 400)]

    assert (facts.paid(bills), facts.stored_value_left(bills)) == (1000, 600)


@pytest.mark.parametrize(("first", "last", "paid"), [(0, 0, 1), (-1, 0, 3), (0, 1, 5), (-1, 1, 7)])
def test_both_ends_of_the_days_are_within(first: int, last: int, paid: int) -> None:
    bills = [
        bill(BillKind.PAYMENT, amount, on=DAY + dt.timedelta(days=days))
        for amount, days in ((1, 0), (2, -1), (4, 1))
    ]

    found = facts.paid(bills, DAY + dt.timedelta(days=first), DAY + dt.timedelta(days=last))

    assert found == paid


@pytest.mark.parametrize(
    ("bills", "largest"),
    [
        ([], 0),
        ([bill(BillKind.PAYMENT, 30, order_number="A"), bill(BillKind.PAYMENT, 40)], 40),
        (
            [
                bill(BillKind.PAYMENT, 30, order_number="A", visit_id=1),
                bill(BillKind.PAYMENT, 30, order_number="A", visit_id=2),
                bill(BillKind.PAYMENT, 50, visit_id=2),
            ],
            60,
        ),
        ([bill(BillKind.PAYMENT, 30, visit_id=1), bill(BillKind.PAYMENT, 30, visit_id=1)], 60),
        ([bill(BillKind.PAYMENT, 30, id=1), bill(BillKind.PAYMENT, 30, id=2)], 30),
        (
            [
                bill(BillKind.PAYMENT, 90, order_number="A"),
                bill(BillKind.REFUND, 80, order_number="A"),
                bill(BillKind.PAYMENT, 50, id=3),
            ],
            50,
        ),
        ([bill(BillKind.DEPOSIT, 90), bill(BillKind.SESSION, 90, id=2)], 0),
    ],
)
def test_one_bill_is_all_payments_of_one_order(bills: list[Bill], largest: int) -> None:
    assert facts.largest_order(bills) == largest


def test_a_day_with_nothing_but_a_dispute_is_an_arrival_without_rhythm() -> None:
    other = DAY + dt.timedelta(days=1)
    visits = [
        Visit(on=DAY, type=VisitType.DISPUTE),
        Visit(on=other, type=VisitType.DISPUTE),
        Visit(on=other, type=VisitType.RETURN),
        Visit(on=other),
    ]

    assert facts.arrival_days(visits) == {DAY, other}
    assert facts.rhythm_days(visits) == {other}
