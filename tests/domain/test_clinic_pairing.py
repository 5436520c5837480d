import dataclasses
import datetime as dt
from typing import Any

import pytest

from crm_desktop.domain.clinic_pairing import pair
from crm_desktop.domain.records.clinic import Bill
from crm_desktop.domain.records.enums import BillKind

DAY, LATER = dt.date(2025, 3, 2), dt.date(2025, 3, 5)


def bill(  # noqa: PLR0913 - the parts of a line
    number: int = 0,
    order: str = "S1",
    project: str = "水光针",
    paid: int = 100,
    *,
    on: dt.date = DAY,
    kind: BillKind = BillKind.PAYMENT,
) -> Bill:
    return Bill(id=number, order_number=order, project=project, paid=paid, on=on, kind=kind)


@pytest.mark.parametrize(
    ("ours", "theirs", "told", "found"),
    [
        ([bill(1)], [bill()], {1}, [1]),
        ([bill(1), bill(2)], [bill(), bill(), bill()], set(), [1, 2, None]),
        ([bill(1, paid=100), bill(2, paid=200)], [bill(paid=200), bill(paid=100)], {1, 2}, [2, 1]),
        ([bill(1, order="")], [bill()], set(), [1]),
        ([bill(1)], [bill(order="")], {1}, [1]),
        ([bill(1, order="S9")], [bill()], {1}, [1]),
        ([bill(1, order="S9")], [bill()], set(), [None]),
        ([bill(1, order="S9")], [bill(), bill(order="S9")], {1}, [None, 1]),
        ([bill(1, order="S9"), bill(2, on=LATER)], [bill()], {1}, [2]),
        ([bill(1, order="S9")], [bill(paid=900)], {1}, [1]),
        ([bill(1, order="S9")], [bill(paid=900)], set(), [None]),
        ([bill(1, order="S9")], [bill(paid=900, project="脱毛")], {1}, [None]),
        ([bill(1, order="S9")], [bill(paid=900), bill()], {1}, [None, 1]),
        ([bill(1, order="")], [bill(order="", project="脱毛")], {1}, [1]),
        ([bill(1, order="")], [bill(order="", project="脱毛")], set(), [None]),
        ([bill(1)], [bill(paid=900)], set(), [1]),
        ([bill(1)], [bill(project="脱毛")], {1}, [1]),
        ([bill(1)], [bill(on=LATER)], {1}, [1]),
        ([bill(1)], [bill(paid=900, on=LATER)], {1}, [None]),
        ([bill(1)], [bill(project="脱毛")], set(), [None]),
        ([bill(1, order="", paid=5)], [bill(order="")], {1}, [1]),
        ([bill(1, order="", paid=5)], [bill(order="")], set(), [None]),
        ([bill(1, order="")], [bill(order="", on=LATER)], {1}, [None]),
        ([bill(1)], [bill(kind=BillKind.REFUND)], {1}, [None]),
        ([bill(1), bill(2, kind=BillKind.REFUND)], [bill(kind=BillKind.REFUND)], set(), [2]),
    ],
)
def test_a_line_is_ours_by_its_order_else_by_what_it_says(
    ours: list[Bill], theirs: list[Bill], told: set[int], found: list[int | None]
) -> None:
    paired = pair(ours, theirs, {number: {} for number in told})

    assert [None if one is None else one.id for one in paired] == found


SAID = {"order_number": "S1", "on": "2025-03-02", "kind": "payment", "project": "水光针"}
"""What the clinic had said of a line, besides what was paid."""


@pytest.mark.parametrize("order", ["S1", ""])
@pytest.mark.parametrize("paid", [100, 900])
@pytest.mark.parametrize(
    "hers",
    [
        {"on": LATER},
        {"project": "脱毛"},
        {"on": LATER, "project": "脱毛", "paid": 7},
        {"order_number": "X9", "paid": 7},
        {"order_number": "", "on": LATER},
        {"kind": BillKind.STORED_VALUE},
    ],
)
def test_a_line_she_changed_is_still_the_one_they_spoke_of(
    hers: dict[str, Any], paid: int, order: str
) -> None:
    said = {**SAID, "order_number": order, "paid": "100"}
    ours = dataclasses.replace(bill(1, order=order), **hers)

    (found,) = pair([ours], [bill(order=order, paid=paid)], {1: said})

    assert found is ours


def test_what_they_say_again_is_not_taken_for_another_line_that_is_alike_now() -> None:
    moved, hers = bill(1, order="", on=LATER), bill(2, order="")

    found = pair([hers, moved], [bill(order="")], {1: {**SAID, "order_number": "", "paid": "100"}})

    assert found == [moved]
