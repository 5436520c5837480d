import datetime as dt

import pytest

from crm_desktop.domain.clinic_corrections import agreement, corrections
from crm_desktop.domain.import_plan import Accept
from crm_desktop.domain.records.clinic import Bill
from crm_desktop.domain.records.enums import BillKind

DAY = dt.date(2026, 3, 2)


def bill(
    order: str = "", project: str = "水光针", paid: int = 500, *, day: int = 0, back: bool = False
) -> Bill:
    kind = BillKind.REFUND if back else BillKind.PAYMENT
    on = DAY + dt.timedelta(days=day)
    return Bill(order_number=order, project=project, paid=paid, on=on, kind=kind)


@pytest.mark.parametrize(
    ("gone", "new", "much"),
    [
        (bill("S1"), bill("S1"), 4),
        (bill("S1"), bill("S1", "脱毛", 900, day=90), 1),
        (bill("S1"), bill("S2", "脱毛"), 2),
        (bill(), bill("", "脱毛", 900), 1),
        (bill(), bill(day=20), 2),
        (bill(), bill(day=40), None),
        (bill(), bill("", "水光针", 900, day=3), 1),
        (bill(), bill("", "水光针", 900, day=4), 0),
        (bill(), bill("", "脱毛", 500, day=4), 0),
        (bill(), bill("", "脱毛", 900, day=1), None),
        (bill(paid=0), bill("", "脱毛", 0, day=1), None),
        (bill("S1"), bill("S1", back=True), None),
    ],
)
def test_lines_agree_in_order_day_amount_and_project(gone: Bill, new: Bill, much: int) -> None:
    assert agreement(gone, new) == much


@pytest.mark.parametrize(
    ("gone", "new", "pairs", "asked"),
    [
        ([bill("S1")], [bill("S9", "脱毛")], {0: 0}, {}),
        ([bill()], [bill(day=1)], {0: 0}, {}),
        ([bill("S1")], [bill("S1", paid=900, day=1)], {0: 0}, {}),
        ([bill()], [bill(day=1), bill("", "脱毛", 900)], {0: 0}, {}),
        ([bill()], [bill(day=1), bill(day=2)], {}, {0: 0, 1: 0}),
        ([bill(day=9), bill()], [bill(day=1)], {}, {0: 1}),
        ([bill(), bill()], [bill(day=1)], {0: 0}, {}),
        ([bill(), bill()], [bill(day=1), bill(day=1)], {0: 0, 1: 1}, {}),
        ([bill()], [bill(day=1), bill(day=1)], {0: 0}, {}),
        ([bill()], [bill(paid=900, day=9)], {}, {0: 0}),
        ([bill()], [bill("", "脱毛", 900, day=9)], {}, {}),
        ([], [bill()], {}, {}),
    ],
)
def test_the_only_one_possible_is_it_and_of_two_it_is_asked(
    gone: list[Bill], new: list[Bill], pairs: dict[int, int], asked: dict[int, int]
) -> None:
    found = corrections(gone, new)

    assert (found.pairs, found.asked) == (pairs, asked)


@pytest.mark.parametrize(
    ("answers", "pairs", "asked"),
    [
        ({0: Accept.THEIRS}, {0: 0}, {}),
        ({1: Accept.THEIRS}, {1: 0}, {}),
        ({0: Accept.MINE}, {1: 0}, {}),
        ({0: Accept.MINE, 1: Accept.MINE}, {}, {}),
    ],
)
def test_what_was_answered_leaves_less_to_ask(
    answers: dict[int, Accept], pairs: dict[int, int], asked: dict[int, int]
) -> None:
    found = corrections([bill()], [bill(day=1), bill(day=2)], answers)

    assert (found.pairs, found.asked) == (pairs, asked)
    assert found.answered == dict.fromkeys(answers, 0)


@pytest.mark.parametrize(
    ("new", "asked"), [(bill(day=1), {0: 0}), (bill("", "脱毛", 900), {}), (bill(day=40), {})]
)
def test_of_one_that_may_be_there_still_it_is_asked_where_much_agrees(
    new: Bill, asked: dict[int, int]
) -> None:
    found = corrections([bill()], [new], unsure=frozenset({0}))

    assert (found.pairs, found.asked) == ({}, asked)
