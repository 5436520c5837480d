"""What a line of a bill does when it is added, edited and removed, and what is refused."""

import datetime as dt
from typing import Any

import pytest

from crm_desktop.domain.billing import lead_after
from crm_desktop.domain.errors import BillProblem
from crm_desktop.domain.records import (
    BillKind,
    Deposit,
    DepositState,
    LeadState,
    Package,
    PotentialProject,
)
from tests.domain.ledger import DAY, TODAY, Ledger

K, S, P = BillKind, DepositState, BillProblem
LATER = dt.date(2026, 5, 1)
SIX = Package(id=1, client_id=1, project="光子", bought=6, used=2, paid=6000)
HELD = Deposit(id=2, client_id=1, project="热玛吉", amount=500)
UNTREATED = Deposit(id=3, client_id=1, project="水光", amount=800, state=S.PAID_UNTREATED)
WISH = PotentialProject(id=4, client_id=1, project="热玛吉")


def book() -> Ledger:
    """Return a client with a package, two deposits and a wish, all noted by hand."""
    return Ledger(packages=(SIX,), deposits=(HELD, UNTREATED), potential=(WISH,))


def told(ledger: Ledger) -> set[str]:
    """Return what stands, each thing in a word that can be compared."""
    standing = ledger.standing
    done = {f"done {each.project}x{each.times} {each.on}" for each in standing.completed}
    packages = {f"package {each.project} {each.used}/{each.bought}" for each in standing.packages}
    deposits = {f"{each.state} {each.project} {each.amount}" for each in standing.deposits}
    wishes = {f"wish {each.project} {each.closed_on}" for each in standing.potential}
    return done | packages | deposits | wishes


AT_FIRST = told(book())
SOLD = {f"wish 热玛吉 {DAY}"}
OPEN = {"wish 热玛吉 None"}


@pytest.mark.parametrize(
    ("facts", "new", "gone"),
    [
        ({"kind": K.PAYMENT, "project": "水光", "quantity": 2}, {f"done 水光x2 {DAY}"}, set()),
        ({"kind": K.PAYMENT, "project": "热玛吉"}, {f"done 热玛吉x1 {DAY}", *SOLD}, OPEN),
        ({"kind": K.PAYMENT, "project": "  "}, set(), set()),
        (
            {"kind": K.PAYMENT, "project": "祛斑", "paid": 9, "is_treated": False},
            {"paid_untreated 祛斑 9"},
            set(),
        ),
        (
            {"kind": K.PAYMENT, "project": "热玛吉", "sessions": 5, "quantity": 2},
            {"package 热玛吉 0/10", *SOLD},
            OPEN,
        ),
        (
            {"kind": K.FROM_DEPOSIT, "project": "热玛吉", "paid": 500, "deposit_id": 2},
            {f"done 热玛吉x1 {DAY}", "converted 热玛吉 500", *SOLD},
            {"deposit 热玛吉 500", *OPEN},
        ),
        (
            {"kind": K.FROM_DEPOSIT, "project": "热玛吉", "paid": 500},
            {f"done 热玛吉x1 {DAY}", "converted 热玛吉 500", *SOLD},
            {"deposit 热玛吉 500", *OPEN},
        ),
        (
            {"kind": K.SESSION, "project": "光子"},
            {f"done 光子x1 {DAY}", "package 光子 3/6"},
            {"package 光子 2/6"},
        ),
        (
            {"kind": K.SESSION, "package_id": 1, "quantity": 4},
            {f"done 光子x4 {DAY}", "package 光子 6/6"},
            {"package 光子 2/6"},
        ),
        ({"kind": K.SESSION, "project": "别处做的"}, {f"done 别处做的x1 {DAY}"}, set()),
        ({"kind": K.DEPOSIT, "project": "双眼皮", "paid": 7}, {"deposit 双眼皮 7"}, set()),
        ({"kind": K.STORED_VALUE, "project": "热玛吉", "paid": 7}, set(), set()),
        (
            {"kind": K.REFUND, "package_id": 1, "quantity": 3, "paid": 3000},
            {"package 光子 2/3"},
            {"package 光子 2/6"},
        ),
        (
            {"kind": K.REFUND, "deposit_id": 2, "paid": 500},
            {"refunded 热玛吉 500"},
            {"deposit 热玛吉 500"},
        ),
        (
            {"kind": K.REFUND, "deposit_id": 3, "paid": 800},
            {"refunded 水光 800"},
            {"paid_untreated 水光 800"},
        ),
        ({"kind": K.REFUND, "project": "水光", "paid": 100}, set(), set()),
    ],
)
def test_a_line_brings_what_follows_from_it_and_takes_it_along(
    facts: dict[str, Any], new: set[str], gone: set[str]
) -> None:
    ledger = book()

    bill_id = ledger.put(**facts)
    after = told(ledger)
    assert not isinstance(bill_id, BillProblem)
    ledger.remove(bill_id)

    assert (after - AT_FIRST, AT_FIRST - after) == (new, gone)
    assert told(ledger) == AT_FIRST


@pytest.mark.parametrize("change", [{"category": "光电"}, {"list_price": 9}, {"order_number": "A"}])
@pytest.mark.parametrize("kind", BillKind)
def test_an_edit_of_something_else_changes_nothing(kind: BillKind, change: dict[str, Any]) -> None:
    ledger = book()
    bill_id = ledger.put(kind=kind, project="光子" if kind is K.SESSION else "热玛吉")
    assert not isinstance(bill_id, BillProblem)
    before = told(ledger)

    ledger.edit(bill_id, **change)

    assert told(ledger) == before


@pytest.mark.parametrize(
    ("facts", "edit", "new"),
    [
        ({"project": "水光"}, {"project": "祛斑"}, {f"done 祛斑x1 {DAY}"}),
        ({"project": "水光"}, {"quantity": 3}, {f"done 水光x3 {DAY}"}),
        ({"project": "水光"}, {"on": LATER}, {f"done 水光x1 {LATER}"}),
        ({"project": "水光"}, {"sessions": 3}, {"package 水光 0/3"}),
        ({"project": "祛斑"}, {"is_treated": False}, {"paid_untreated 祛斑 0"}),
        ({"project": "水光", "sessions": 3}, {"quantity": 2}, {"package 水光 0/6"}),
        ({"project": "水光", "sessions": 3}, {"sessions": None}, {f"done 水光x1 {DAY}"}),
        ({"project": "水光"}, {"kind": K.REFUND}, set()),
        (
            {"project": "祛斑", "is_treated": False},
            {"is_treated": True},
            {f"done 祛斑x1 {TODAY}", "converted 祛斑 0"},
        ),
        ({"project": "祛斑", "kind": K.DEPOSIT, "paid": 5}, {"paid": 6}, {"deposit 祛斑 6"}),
        ({"project": "热玛吉"}, {"on": LATER}, {f"done 热玛吉x1 {LATER}", f"wish 热玛吉 {LATER}"}),
        (
            {"kind": K.SESSION, "project": "光子"},
            {"quantity": 3},
            {f"done 光子x3 {DAY}", "package 光子 5/6"},
        ),
    ],
)
def test_an_edit_leaves_what_the_line_would_have_made(
    facts: dict[str, Any], edit: dict[str, Any], new: set[str]
) -> None:
    ledger = book()
    bill_id = ledger.put(**facts)
    assert not isinstance(bill_id, BillProblem)

    ledger.edit(bill_id, **edit)

    assert told(ledger) - AT_FIRST == new


@pytest.mark.parametrize(
    ("facts", "refused"),
    [
        ({"paid": -1}, P.NEGATIVE),
        ({"list_price": -1}, P.NEGATIVE),
        ({"quantity": 0}, P.NEGATIVE),
        ({"sessions": 0}, P.NEGATIVE),
        ({"on": TODAY + dt.timedelta(days=1)}, P.FUTURE),
        ({"kind": K.SESSION, "package_id": 1, "quantity": 5}, P.NO_SESSION_LEFT),
        ({"kind": K.SESSION, "project": "光子", "quantity": 5}, P.NO_SESSION_LEFT),
        ({"kind": K.REFUND, "package_id": 1, "quantity": 5}, P.NO_SESSION_LEFT),
        ({"kind": K.REFUND, "package_id": 1, "paid": 6001}, P.REFUND_TOO_LARGE),
        ({"kind": K.REFUND, "deposit_id": 2, "paid": 501}, P.REFUND_TOO_LARGE),
        ({"kind": K.FROM_DEPOSIT, "deposit_id": 3, "paid": 800}, P.DEPOSIT_USED),
        ({"kind": K.FROM_DEPOSIT, "deposit_id": 2, "paid": 501}, P.DEPOSIT_TOO_SMALL),
        ({"kind": K.FROM_STORED_VALUE, "paid": 1}, P.STORED_VALUE_OVERDRAWN),
        ({"kind": K.STORED_VALUE_REFUND, "paid": 1}, P.STORED_VALUE_OVERDRAWN),
    ],
)
def test_what_cannot_be_is_refused(facts: dict[str, Any], refused: BillProblem) -> None:
    ledger = book()

    assert ledger.put(**facts) is refused
    assert told(ledger) == AT_FIRST


def test_nothing_is_used_or_given_back_twice() -> None:
    ledger = book()
    ledger.put(kind=K.FROM_DEPOSIT, deposit_id=2, paid=500)
    ledger.put(kind=K.REFUND, deposit_id=3, paid=800)

    again = [
        ledger.put(kind=K.FROM_DEPOSIT, deposit_id=2, paid=500),
        ledger.put(kind=K.REFUND, deposit_id=3, paid=1),
    ]

    assert again == [P.DEPOSIT_USED, P.DEPOSIT_USED]


@pytest.mark.parametrize(
    ("bought", "drawn", "change", "refused"),
    [
        ({"sessions": 3}, {"kind": K.SESSION, "quantity": 2}, None, P.SESSIONS_USED),
        ({"sessions": 3}, {"kind": K.SESSION, "quantity": 2}, {"sessions": 1}, P.SESSIONS_USED),
        ({"sessions": 3}, {"kind": K.SESSION, "quantity": 2}, {"sessions": None}, P.SESSIONS_USED),
        ({"kind": K.DEPOSIT, "paid": 5}, {"kind": K.FROM_DEPOSIT, "paid": 5}, None, P.DEPOSIT_USED),
        (
            {"kind": K.DEPOSIT, "paid": 5},
            {"kind": K.FROM_DEPOSIT, "paid": 5},
            {"kind": K.PAYMENT},
            P.DEPOSIT_USED,
        ),
        (
            {"kind": K.DEPOSIT, "paid": 5},
            {"kind": K.FROM_DEPOSIT, "paid": 5},
            {"paid": 4},
            P.DEPOSIT_TOO_SMALL,
        ),
        (
            {"kind": K.STORED_VALUE, "paid": 5},
            {"kind": K.FROM_STORED_VALUE, "paid": 5},
            None,
            P.STORED_VALUE_OVERDRAWN,
        ),
    ],
)
def test_what_was_drawn_on_cannot_go(
    bought: dict[str, Any], drawn: dict[str, Any], change: dict[str, Any] | None,
    refused: BillProblem,
) -> None:  # fmt: skip
    ledger = Ledger()
    source = ledger.put(project="眼周", **bought)
    draw = ledger.put(project="眼周", **drawn)
    assert not isinstance(source, BillProblem)
    assert not isinstance(draw, BillProblem)

    answer = ledger.remove(source) if change is None else ledger.edit(source, **change)
    ledger.remove(draw)

    assert answer is refused
    assert ledger.remove(source) == 0
    assert told(ledger) == set()


@pytest.mark.parametrize(
    ("paid_so", "counts"), [({"kind": K.DEPOSIT}, False), ({"is_treated": False}, True)]
)
def test_a_refund_of_an_order_settles_what_the_order_left_open(
    paid_so: dict[str, Any], *, counts: bool
) -> None:
    ledger = Ledger()
    ledger.put(project="眼周", paid=900, order_number="A7", **paid_so)

    refund = ledger.put(kind=K.REFUND, order_number="A7", paid=900)

    assert not isinstance(refund, BillProblem)
    assert ledger.bill(refund).kind is (K.REFUND if counts else K.DEPOSIT_REFUND)
    assert told(ledger) == {"refunded 眼周 900"}


def test_a_refund_of_an_order_is_held_to_what_the_order_paid() -> None:
    ledger = Ledger()
    ledger.put(project="眼周", paid=900, order_number="A7")
    ledger.put(kind=K.REFUND, order_number="A7", paid=500)

    assert ledger.put(kind=K.REFUND, order_number="A7", paid=401) is P.REFUND_TOO_LARGE
    assert isinstance(ledger.put(kind=K.REFUND, order_number="A7", paid=400), int)


def test_an_older_bill_does_not_close_what_she_wanted_later() -> None:
    wish = PotentialProject(id=4, client_id=1, project="热玛吉", learnt_on=LATER)
    ledger = Ledger(potential=(wish,))

    ledger.put(project="热玛吉", on=DAY)

    assert ledger.standing.potential == (wish,)


def test_a_wish_stays_closed_while_another_line_sold_it() -> None:
    ledger = Ledger(potential=(WISH,))
    first = ledger.put(project="热玛吉")
    ledger.put(project="热玛吉", on=LATER)
    assert not isinstance(first, BillProblem)

    ledger.remove(first)

    assert ledger.standing.potential[0].closed_on == LATER


N, V, X = LeadState.NOT_VISITED, LeadState.VISITED_NOT_SOLD, LeadState.SOLD


@pytest.mark.parametrize(
    ("lead", "visited", "sold", "after"),
    [
        (None, False, False, None),
        (None, True, False, V),
        (N, True, False, V),
        (V, True, False, V),
        (N, True, True, X),
        (None, False, True, X),
        (X, True, False, X),
        (X, False, False, X),
    ],
)
def test_how_far_she_came_is_raised_and_never_lowered(
    lead: LeadState | None, *, visited: bool, sold: bool, after: LeadState | None
) -> None:
    assert lead_after(lead, visited=visited, sold=sold) is after


PAID, SAVED, AHEAD = K.PAYMENT, K.FROM_STORED_VALUE, K.FROM_DEPOSIT


@pytest.mark.parametrize(
    ("lines", "done"),
    [
        pytest.param([(AHEAD, {}), (PAID, {})], ["done 热玛吉x1"], id="deposit and the rest"),
        pytest.param([(PAID, {}), (AHEAD, {})], ["done 热玛吉x1"], id="whichever comes first"),
        pytest.param([(SAVED, {}), (PAID, {})], ["done 热玛吉x1"], id="stored value and the rest"),
        pytest.param([(AHEAD, {}), (SAVED, {}), (PAID, {})], ["done 热玛吉x1"], id="in three ways"),
        pytest.param([(AHEAD, {}), (PAID, {"sessions": 5})], [], id="the rest of a package"),
        pytest.param([(AHEAD, {}), (PAID, {"is_treated": False})], [], id="not treated yet"),
        pytest.param(
            [(AHEAD, {}), (PAID, {"project": "水光"})],
            ["done 热玛吉x1", "done 水光x1"],
            id="two projects",
        ),
        pytest.param(
            [(PAID, {}), (PAID, {"quantity": 2})],
            ["done 热玛吉x1", "done 热玛吉x2"],
            id="paid apart",
        ),
        pytest.param(
            [(AHEAD, {"visit_id": 8}), (PAID, {})],
            ["done 热玛吉x1", "done 热玛吉x1"],
            id="two visits",
        ),
    ],
)
def test_a_treatment_paid_in_several_ways_was_done_once(
    lines: list[tuple[BillKind, dict[str, Any]]], done: list[str]
) -> None:
    ledger = book()
    ledger.put(kind=K.STORED_VALUE, paid=900)

    for kind, facts in lines:
        written = ledger.put(
            **{"kind": kind, "project": "热玛吉", "visit_id": 7, "paid": 100, **facts}
        )
        assert isinstance(written, int)

    told_done = [f"done {each.project}x{each.times}" for each in ledger.standing.completed]
    assert sorted(told_done) == sorted(done)


def test_a_deposit_tells_what_was_done_once_the_rest_is_gone() -> None:
    ledger = book()
    ahead = ledger.put(kind=AHEAD, project="热玛吉", visit_id=7, paid=500)
    rest = ledger.put(project="热玛吉", visit_id=7, paid=900, quantity=2)
    assert isinstance(rest, int)

    both = [(each.bill_id, each.times) for each in ledger.standing.completed]
    ledger.edit(rest, visit_id=None)
    apart = [(each.bill_id, each.times) for each in ledger.standing.completed]
    ledger.edit(rest, visit_id=7)
    ledger.remove(rest)

    assert both == [(rest, 2)]
    assert sorted(apart) == [(ahead, 1), (rest, 2)]
    assert [(each.bill_id, each.times) for each in ledger.standing.completed] == [(ahead, 1)]
