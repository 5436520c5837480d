"""Visits and bills in a real book: one change each, everything that follows in it, taken back."""

import dataclasses
import datetime as dt
from collections.abc import Callable

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.base_facts import stored_value_left
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.errors import BillProblem, BillRefused, FactRefused
from crm_desktop.domain.records import (
    Bill,
    BillKind,
    Change,
    Client,
    Deposit,
    DepositState,
    LeadState,
    Package,
    PotentialProject,
    Visit,
)
from crm_desktop.services.clients import Clients
from crm_desktop.services.journal import Journal
from crm_desktop.services.visits import Visits
from tests.builders import client

K = BillKind
TODAY = dt.date(2026, 11, 22)
DAY = dt.date(2026, 11, 10)


@pytest.fixture
def clients(book_database: Database, journal: Journal) -> Clients:
    return Clients(book_database, journal)


@pytest.fixture
def visits(book_database: Database, journal: Journal, clients: Clients) -> Visits:
    """Return the service over a book with one client who has a package and two deposits."""
    clients.add(client())
    for held in (
        Package(client_id=1, project="光子", bought=6, used=2, paid=600_000),
        Deposit(client_id=1, project="热玛吉", amount=50_000),
        Deposit(client_id=1, project="水光", amount=80_000, state=DepositState.PAID_UNTREATED),
        PotentialProject(client_id=1, project="热玛吉"),
    ):
        clients.put(held)
    return Visits(book_database, journal)


def folder(clients: Clients) -> ClientFolder:
    return clients.file(1, today=TODAY).folder


def without_stamp(found: ClientFolder) -> ClientFolder:
    stamp = dataclasses.replace(found.client, updated_at=None)
    return dataclasses.replace(found, client=stamp)


def test_a_visit_with_its_lines_is_one_change(
    visits: Visits, clients: Clients, journal: Journal
) -> None:
    before = folder(clients)
    lines = [
        Bill(kind=K.SESSION, project="超声炮", on=DAY),
        Bill(project="超声炮", on=DAY, paid=2_400_000, sessions=3),
        Bill(kind=K.FROM_DEPOSIT, project="热玛吉", on=DAY, paid=50_000),
    ]

    change = visits.record(Visit(client_id=1, on=DAY, doctor="何医生"), lines)
    after = folder(clients)
    journal.undo()

    assert change.action == "visit.add"
    assert {bill.visit_id for bill in after.bills} == {after.visits[0].id}
    assert [(each.project, each.left) for each in after.packages] == [("光子", 4), ("超声炮", 2)]
    assert {(each.project, each.doctor) for each in after.completed} == {
        ("超声炮", "何医生"),
        ("热玛吉", "何医生"),
    }
    assert after.deposits[0].state is DepositState.CONVERTED
    assert after.potential[0].closed_on == DAY
    assert after.client.lead_state is LeadState.SOLD
    assert folder(clients) == before


def test_a_refused_line_leaves_nothing_of_the_visit(visits: Visits, clients: Clients) -> None:
    before = folder(clients)
    too_many = Bill(kind=K.SESSION, project="光子", quantity=5, on=DAY)

    with pytest.raises(BillRefused) as refused:
        visits.record(Visit(client_id=1, on=DAY), [Bill(project="水光", on=DAY), too_many])

    assert refused.value.problem is BillProblem.NO_SESSION_LEFT
    assert folder(clients) == before


Use = tuple[Callable[[Visits, Clients], Change], str, Callable[[ClientFolder], object], object]
USES: list[Use] = [
    (lambda v, _: v.use_session(1, DAY), "session.use", lambda f: f.packages[0].used, 3),
    (
        lambda v, _: v.treat(1, DAY),
        "deposit.treat",
        lambda f: (f.deposits[0].state, f.paid_total, f.completed[0].project),
        (DepositState.CONVERTED, 50_000, "热玛吉"),
    ),
    (
        lambda v, _: v.treat(2, DAY),
        "deposit.treat",
        lambda f: (f.deposits[1].state, f.paid_total, f.completed[0].on),
        (DepositState.CONVERTED, 0, DAY),
    ),
    (
        lambda v, c: v.refund(folder(c).packages[0], 100_000, DAY, 4),
        "bill.refund",
        lambda f: (f.packages[0].left, f.paid_total),
        (0, -100_000),
    ),
    (
        lambda v, c: v.refund(folder(c).deposits[0], 50_000, DAY),
        "bill.refund",
        lambda f: (f.deposits[0].state, f.paid_total, f.bills[0].kind),
        (DepositState.REFUNDED, 0, K.DEPOSIT_REFUND),
    ),
    (
        lambda v, _: v.put_bill(Bill(client_id=1, on=DAY, kind=K.STORED_VALUE, paid=7)),
        "bill.add",
        lambda f: f.paid_total,
        7,
    ),
    (
        lambda _, c: c.put(Bill(client_id=1, on=DAY, project="热玛吉")),
        "bill.add",
        lambda f: (f.completed[0].project, f.potential[0].closed_on),
        ("热玛吉", DAY),
    ),
    (
        lambda _, c: c.put(Visit(client_id=1, on=DAY)),
        "visit.add",
        lambda f: f.client.lead_state,
        LeadState.VISITED_NOT_SOLD,
    ),
]


@pytest.mark.parametrize("use", USES)
def test_each_use_is_one_change_and_is_taken_back_whole(
    use: Use, visits: Visits, clients: Clients, journal: Journal
) -> None:
    deed, action, look, seen = use
    before = folder(clients)

    change = deed(visits, clients)
    after = folder(clients)
    journal.undo()
    back = folder(clients)
    journal.redo()

    assert (change.action, look(after)) == (action, seen)
    assert back == before
    assert folder(clients) == after


@pytest.mark.parametrize("through_clients", [True, False])
def test_a_visit_takes_its_lines_and_what_they_did_along(
    visits: Visits, clients: Clients, journal: Journal, *, through_clients: bool
) -> None:
    before = without_stamp(folder(clients))
    lines = [
        Bill(project="超声炮", on=DAY, paid=5, sessions=3),
        Bill(kind=K.SESSION, project="超声炮", on=DAY),
        Bill(kind=K.SESSION, project="光子", on=DAY),
        Bill(project="热玛吉", on=DAY, is_treated=False),
    ]
    visits.record(Visit(client_id=1, on=DAY), lines)
    noted = folder(clients)

    if through_clients:
        clients.remove(noted.visits[0])
    else:
        visits.remove_visit(noted.visits[0].id)
    gone = without_stamp(folder(clients))
    journal.undo()

    lead = dataclasses.replace(gone.client, lead_state=None)
    assert dataclasses.replace(gone, client=lead) == before
    assert gone.client.lead_state is LeadState.SOLD
    assert folder(clients) == noted


def test_what_was_paid_ahead_is_done_on_the_day_it_is_treated(
    visits: Visits, clients: Clients
) -> None:
    visits.put_bill(Bill(client_id=1, on=DAY, project="祛斑", paid=900, is_treated=False))
    made = folder(clients).deposits[-1]

    visits.treat(made.id, TODAY)

    after = folder(clients)
    assert (made.state, made.amount) == (DepositState.PAID_UNTREATED, 900)
    assert after.deposits[-1].state is DepositState.CONVERTED
    assert [(each.project, each.on) for each in after.completed] == [("祛斑", TODAY)]
    assert after.paid_total == 900


@pytest.mark.parametrize("is_of_a_line", [False, True])
def test_what_was_treated_days_ago_is_done_on_that_day_by_its_doctor(
    visits: Visits, clients: Clients, *, is_of_a_line: bool
) -> None:
    visits.record(Visit(client_id=1, on=DAY, doctor="何医生"))
    paid_on = DAY - dt.timedelta(days=9)
    line = Bill(client_id=1, on=paid_on, project="祛斑", paid=900, is_treated=False)
    if is_of_a_line:
        visits.put_bill(line)
    deposit_id = folder(clients).deposits[-1].id

    visits.treat(deposit_id, DAY)

    done = folder(clients).completed[-1]
    assert (done.on, done.doctor) == (DAY, "何医生" if is_of_a_line else "")
    with pytest.raises(BillRefused):
        visits.treat(1, TODAY + dt.timedelta(days=1))


def test_lines_added_together_are_one_change(
    visits: Visits, clients: Clients, journal: Journal
) -> None:
    before = folder(clients)
    lines = [
        Bill(client_id=1, kind=K.SESSION, project="超声炮", on=DAY),
        Bill(client_id=1, project="超声炮", on=DAY, paid=2_400_000, sessions=3),
    ]

    change = visits.put_bills(lines)
    after = folder(clients)
    journal.undo()

    assert change.action == "bill.add"
    assert [(each.project, each.left) for each in after.packages] == [("光子", 4), ("超声炮", 2)]
    assert folder(clients) == before


def test_lines_and_what_they_did_follow_their_visit(visits: Visits, clients: Clients) -> None:
    other = dt.date(2026, 11, 1)
    lines = [Bill(project="水光", on=DAY), Bill(project="祛斑", on=other)]
    visits.record(Visit(client_id=1, on=DAY, doctor="何医生"), lines)
    moved = dataclasses.replace(
        folder(clients).visits[0], on=dt.date(2026, 11, 12), doctor="林医生"
    )

    clients.put(moved)

    after = folder(clients)
    assert {bill.project: bill.on for bill in after.bills} == {"水光": moved.on, "祛斑": other}
    assert {(each.project, each.on, each.doctor) for each in after.completed} == {
        ("水光", moved.on, "林医生"),
        ("祛斑", other, "林医生"),
    }


def test_a_session_is_noted_at_the_visit_of_its_day(visits: Visits, clients: Clients) -> None:
    visits.record(Visit(client_id=1, on=DAY))

    visits.use_session(1, DAY)
    visits.use_session(1, TODAY)

    found = {bill.on: bill.visit_id for bill in folder(clients).bills}
    assert found == {DAY: folder(clients).visits[0].id, TODAY: None}


@pytest.mark.parametrize(("amount", "is_refused"), [(900, False), (901, True)])
def test_a_refund_of_a_line_is_held_to_what_it_paid(
    visits: Visits, clients: Clients, amount: int, *, is_refused: bool
) -> None:
    visits.put_bill(Bill(client_id=1, on=DAY, project="祛斑", paid=900))
    line = folder(clients).bills[0]

    if is_refused:
        with pytest.raises(BillRefused):
            visits.refund(line, amount, TODAY)
    else:
        visits.refund(line, amount, TODAY)

    assert folder(clients).paid_total == (900 if is_refused else 0)


@pytest.mark.parametrize("number", ["", "A7"])
def test_no_line_is_given_back_twice(visits: Visits, clients: Clients, number: str) -> None:
    visits.put_bill(Bill(client_id=1, on=DAY, project="祛斑", paid=900, order_number=number))
    line = folder(clients).bills[0]
    visits.refund(line, 500, DAY)

    with pytest.raises(BillRefused) as refused:
        visits.refund(line, 401, TODAY)
    visits.refund(line, 400, TODAY)

    assert refused.value.problem is BillProblem.REFUND_TOO_LARGE
    assert folder(clients).paid_total == 0


def test_what_an_order_gave_back_by_its_package_is_not_given_back_by_its_lines(
    visits: Visits, clients: Clients
) -> None:
    own = Bill(client_id=1, on=DAY, order_number="A7")
    visits.put_bill(dataclasses.replace(own, project="祛斑", paid=900, sessions=4))
    visits.put_bill(dataclasses.replace(own, project="面膜", paid=300))
    visits.refund(folder(clients).packages[-1], 900, DAY, 4)
    bare = dataclasses.replace(own, kind=K.REFUND, project="祛斑与面膜")

    with pytest.raises(BillRefused):
        visits.put_bill(dataclasses.replace(bare, paid=301))
    visits.put_bill(dataclasses.replace(bare, paid=300))

    assert folder(clients).paid_total == 0


def test_a_refund_of_a_package_line_gives_its_sessions_back(
    visits: Visits, clients: Clients
) -> None:
    visits.put_bill(Bill(client_id=1, on=DAY, project="祛斑", paid=900, sessions=4))

    visits.refund(folder(clients).bills[0], 900, TODAY, 4)

    after = folder(clients)
    assert (after.packages[-1].left, after.paid_total) == (0, 0)


def test_nothing_is_noted_ahead_of_its_day(visits: Visits) -> None:
    with pytest.raises(FactRefused):
        visits.record(Visit(client_id=1, on=TODAY + dt.timedelta(days=1)))


def test_projects_are_offered_by_how_often_they_are_met(visits: Visits) -> None:
    for name in ("水光", "水光", "祛斑"):
        visits.put_bill(Bill(client_id=1, on=DAY, project=name))

    assert visits.project_names()[0] == "水光"


def test_a_client_who_bought_is_no_lead_again(visits: Visits, clients: Clients) -> None:
    sold = dataclasses.replace(folder(clients).client, lead_state=LeadState.SOLD)
    clients.put(sold)

    visits.record(Visit(client_id=1, on=DAY))

    kept: Client = folder(clients).client
    assert kept.lead_state is LeadState.SOLD


def test_a_deposit_and_the_rest_of_it_were_one_treatment(
    visits: Visits, clients: Clients, journal: Journal
) -> None:
    visits.record(
        Visit(client_id=1, on=DAY),
        [
            Bill(kind=K.FROM_DEPOSIT, project="热玛吉", on=DAY, paid=50_000),
            Bill(project="热玛吉", on=DAY, paid=1_000_000),
        ],
    )
    both = folder(clients)
    rest = next(bill for bill in both.bills if bill.kind is K.PAYMENT)

    visits.remove_bill(rest.id)
    alone = folder(clients)
    journal.undo()
    again = folder(clients)
    visits.remove_visit(both.visits[0].id)

    assert [each.bill_id for each in both.completed] == [rest.id]
    assert [(each.project, each.times) for each in alone.completed] == [("热玛吉", 1)]
    assert without_stamp(again) == without_stamp(both)
    assert folder(clients).completed == ()


def test_stored_value_is_spent_on_the_day_it_is_put_in_whichever_is_typed_first(
    visits: Visits, clients: Clients
) -> None:
    before = folder(clients)
    visits.record(
        Visit(client_id=1, on=DAY),
        [
            Bill(kind=K.SESSION, project="超声炮", on=DAY),
            Bill(kind=K.FROM_STORED_VALUE, project="超声炮", on=DAY, paid=80_000, sessions=3),
            Bill(kind=K.STORED_VALUE, on=DAY, paid=100_000),
        ],
    )
    noted = folder(clients)

    visits.remove_visit(noted.visits[0].id)

    assert (noted.paid_total, stored_value_left(noted.bills)) == (100_000, 20_000)
    assert [each.left for each in noted.packages if each.project == "超声炮"] == [2]
    assert (folder(clients).bills, folder(clients).packages) == (before.bills, before.packages)
