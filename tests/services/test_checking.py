"""The services refuse what cannot be true, keep everything else, and never half of it."""

import datetime as dt
from dataclasses import replace

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.errors import FactRefused, RecordGone
from crm_desktop.domain.findings import Fault
from crm_desktop.domain.records import (
    Bill,
    Client,
    ClientDate,
    Person,
    Phone,
    PointsEntry,
    Relation,
    Tag,
    Visit,
)
from crm_desktop.services.client_list import ListQuery
from crm_desktop.services.clients import Clients
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import Record, put

TODAY = dt.date(2026, 11, 22)
TOMORROW = dt.date(2026, 11, 23)


@pytest.fixture
def clients(book_database: Database, journal: Journal) -> Clients:
    return Clients(book_database, journal)


def added(clients: Clients, client: Client) -> Client:
    (client_id,) = clients.add(client).client_ids
    return clients.file(client_id, today=TODAY).client


def codes(refusal: pytest.ExceptionInfo[FactRefused]) -> list[Fault]:
    return [found.code for found in refusal.value.findings]


@pytest.mark.parametrize(
    ("record", "fault"),
    [
        (Tag(client_id=1, name="长" * 101), Fault.TOO_LONG),
        (Visit(client_id=1, on=TOMORROW), Fault.IN_FUTURE),
        (Bill(client_id=1, on=TODAY, paid=-1), Fault.NEGATIVE),
        (PointsEntry(client_id=1, on=TODAY, points=-1), Fault.NEGATIVE),
        (ClientDate(client_id=1, year=2027), Fault.IN_FUTURE),
        (Person(client_id=1, also_client_id=1), Fault.LINKED_TO_HERSELF),
    ],
)
def test_what_cannot_be_true_is_not_written(clients: Clients, record: Record, fault: Fault) -> None:
    her = added(clients, Client(name="王雅琴"))

    with pytest.raises(FactRefused) as refusal:
        clients.put(record)

    assert codes(refusal) == [fault]
    assert [found.code for found in clients.check(record, today=TODAY)] == [fault]
    assert len(clients.history(her.id)) == 1


@pytest.mark.parametrize(
    "record",
    [
        Client(id=1, uid="1", name="王雅琴", referred_by_id=99),
        Person(client_id=1, relation=Relation.FRIEND, also_client_id=99),
    ],
)
def test_a_link_to_somebody_who_was_taken_out_is_an_expected_problem(
    clients: Clients, record: Record
) -> None:
    her = added(clients, Client(name="王雅琴"))

    with pytest.raises(RecordGone):
        clients.put(record)

    assert len(clients.history(her.id)) == 1


def test_a_client_is_refused_whole_with_her_phones_and_days(clients: Clients) -> None:
    with pytest.raises(FactRefused):
        clients.add(Client(name="王雅琴"), ("13800138000",), (ClientDate(year=2027),))

    assert clients.count(ListQuery()) == 0


def test_what_is_pasted_is_cleaned_and_rare_characters_stay(clients: Clients) -> None:
    her = added(clients, Client(name="𠮷田\u200b㛃 👩‍👧", notes="一\r\n二\x00"))
    clients.put(Phone(client_id=her.id, digits="+86 138 0013 8000", is_main=True))

    assert (her.name, her.notes) == ("𠮷田㛃 👩‍👧", "一\n二")
    assert clients.search("13800138000")[0].id == her.id


def test_what_is_odd_is_written(clients: Clients) -> None:
    her = added(clients, Client(name="王雅琴"))
    clients.put(ClientDate(client_id=her.id, year=1990))
    child = Person(client_id=her.id, relation=Relation.CHILD)
    day = ClientDate(client_id=her.id, year=1985)

    found = clients.check_person(child, (day,), today=TODAY)
    clients.put_person(child, (day,))

    assert [each.code for each in found] == [Fault.OLDER_THAN_PARENT]
    assert len(clients.file(her.id, today=TODAY).folder.persons) == 1


def test_a_circle_of_referrals_is_refused_however_long(clients: Clients) -> None:
    first = added(clients, Client(name="甲"))
    second = added(clients, Client(name="乙", referred_by_id=first.id))
    third = added(clients, Client(name="丙", referred_by_id=second.id))

    with pytest.raises(FactRefused) as refusal:
        clients.put(replace(first, referred_by_id=third.id))

    assert codes(refusal) == [Fault.REFERRAL_CYCLE]


def test_a_circle_that_stands_already_does_not_hang_the_check(
    clients: Clients, journal: Journal
) -> None:
    first = added(clients, Client(name="甲"))
    second = added(clients, Client(name="乙", referred_by_id=first.id))
    with journal.change("import.own_list") as work:
        put(work.session, replace(first, referred_by_id=second.id))

    clients.put(replace(second, notes="常来"))
    outside = added(clients, Client(name="丙", referred_by_id=first.id))

    assert clients.check(outside, today=TODAY) == ()


def test_two_are_not_the_husband_of_each_other(clients: Clients) -> None:
    one = added(clients, Client(name="甲"))
    other = added(clients, Client(name="乙"))
    clients.put(Person(client_id=one.id, relation=Relation.HUSBAND, also_client_id=other.id))

    back = Person(client_id=other.id, relation=Relation.HUSBAND, also_client_id=one.id)
    with pytest.raises(FactRefused) as refusal:
        clients.put(back)
    clients.put(replace(back, relation=Relation.WIFE))

    assert codes(refusal) == [Fault.HUSBANDS_OF_EACH_OTHER]
