"""What is left to be given back, and which refund was noted before."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from crm_desktop.domain.billing import Standing
from crm_desktop.domain.records import Bill, BillKind, Deposit, Package
from crm_desktop.domain.refunds import left_of, noted_before

K = BillKind
DAY, LATER = dt.date(2026, 3, 1), dt.date(2026, 5, 1)
SOURCE = Bill(id=1, on=DAY, project="眼周", paid=900)
MADE = Deposit(id=7, project="眼周", amount=900, bill_id=1)
BY_HAND = Deposit(id=8, project="眼周", amount=500)
PACK = Package(id=9, project="眼周", paid=600)


def back(**facts: Any) -> Bill:  # noqa: ANN401 - the fields of a line
    return Bill(**{"id": 5, "on": LATER, "kind": K.REFUND, "project": "眼周", "paid": 300, **facts})


@pytest.mark.parametrize(
    ("source", "others", "left"),
    [
        ({}, [], 900),
        ({}, [back()], 600),
        ({}, [back(project=" 眼周 ")], 600),
        ({}, [back(project="祛斑")], 900),
        ({}, [back(order_number="A7")], 900),
        ({}, [back(on=dt.date(2026, 2, 1))], 900),
        ({}, [Bill(id=2, on=LATER, project="眼周", paid=900), back(paid=900)], 900),
        ({}, [back(kind=K.STORED_VALUE_REFUND)], 900),
        ({"kind": K.DEPOSIT}, [back(kind=K.DEPOSIT_REFUND, deposit_id=7)], 600),
        ({"kind": K.DEPOSIT}, [back(id=6, kind=K.FROM_DEPOSIT, deposit_id=7)], 900),
        ({"kind": K.FROM_DEPOSIT, "deposit_id": 8}, [], 900),
        ({}, [back(deposit_id=8)], 900),
        ({}, [back(package_id=9)], 900),
        ({"order_number": "A7"}, [back()], 900),
        ({"order_number": "A7"}, [back(order_number="A7", project="")], 600),
        ({"order_number": "A7"}, [back(deposit_id=7)], 600),
        ({"order_number": "A7"}, [Bill(id=2, order_number="A7", project="面膜", paid=100)], 1000),
    ],
)
def test_left_to_be_given_back(source: dict[str, Any], others: list[Bill], left: int) -> None:
    line = replace(SOURCE, **source)
    standing = Standing(bills=(line, *others), deposits=(MADE, BY_HAND), packages=(PACK,))

    assert left_of(line, standing) == left


@pytest.mark.parametrize(
    ("facts", "is_noted"),
    [
        ({}, True),
        ({"project": " 眼周"}, True),
        ({"id": 5}, False),
        ({"paid": 301}, False),
        ({"project": "祛斑"}, False),
        ({"on": DAY}, False),
        ({"on": DAY, "order_number": "A7"}, True),
        ({"kind": K.PAYMENT}, False),
        ({"kind": K.DEPOSIT_REFUND}, True),
    ],
)
def test_a_refund_noted_before(facts: dict[str, Any], *, is_noted: bool) -> None:
    known = back(order_number="A7")

    found = noted_before(back(**{"id": 0, **facts}), [SOURCE, known])

    assert found == (known if is_noted else None)


def test_of_no_amount_nothing_is_doubtful() -> None:
    assert noted_before(back(id=0, paid=0), [back(paid=0)]) is None
