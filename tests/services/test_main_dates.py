"""Of two birthdays one reminds: which one, and what happens when it goes."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.dates import Calendar
from crm_desktop.domain.records import ClientDate, DateKind, Person, Relation
from crm_desktop.services.clients import Clients
from crm_desktop.services.journal import Journal
from tests.builders import client, date

TODAY = dt.date(2026, 11, 22)
CARD = {"month": 3, "day": 8, "origin": "ID card"}
KEPT = {"month": 2, "day": 3, "calendar": Calendar.LUNAR, "origin": "celebrated"}


@pytest.fixture
def clients(book_database: Database, journal: Journal) -> Clients:
    return Clients(book_database, journal)


def entered(clients: Clients, *dates: dict[str, Any], **more: Any) -> list[ClientDate]:  # noqa: ANN401 - facts of a date
    """Return the dates of a new client, put one after the other."""
    client_id = next(iter(clients.add(client()).client_ids))
    for facts in dates:
        clients.put(date(client_id, **{**facts, **more}))
    return dates_of(clients, client_id)


def dates_of(clients: Clients, client_id: int) -> list[ClientDate]:
    return list(clients.file(client_id, today=TODAY).folder.dates)


def reminding(clients: Clients, client_id: int) -> list[str]:
    return [each.origin for each in dates_of(clients, client_id) if each.is_main]


@pytest.mark.parametrize(
    ("facts", "main"),
    [
        ({}, ["ID card"]),
        ({"kind": DateKind.WEDDING}, ["ID card"]),
        # Days she values stand beside each other.
        ({"kind": DateKind.VALUED}, ["ID card", "celebrated"]),
        ({"is_ended": True}, ["ID card", "celebrated"]),
    ],
)
def test_the_first_birthday_reminds_until_another_is_chosen(
    clients: Clients, facts: dict[str, Any], main: list[str]
) -> None:
    first, _second = entered(clients, CARD, KEPT, **facts)

    assert reminding(clients, first.client_id) == main


def test_a_birthday_of_each_kind_and_of_each_person_reminds(clients: Clients) -> None:
    (own,) = entered(clients, CARD)
    child = Person(client_id=own.client_id, relation=Relation.CHILD)
    clients.put_person(child, [date(0, 5, 5, origin="child's"), date(0, 6, 6, origin="other")])
    clients.put(date(own.client_id, 7, 7, kind=DateKind.WEDDING, origin="wedding"))

    assert reminding(clients, own.client_id) == ["ID card", "child's", "wedding"]


@pytest.mark.parametrize("edits", [True, False])
def test_the_other_one_is_chosen_by_one_change_and_undone_by_one(
    clients: Clients, journal: Journal, *, edits: bool
) -> None:
    first, second = entered(clients, CARD, KEPT)
    chosen = replace(second, is_main=True)

    clients.edit(chosen, ["is_main"]) if edits else clients.put(chosen)

    assert reminding(clients, first.client_id) == ["celebrated"]
    journal.undo()
    assert reminding(clients, first.client_id) == ["ID card"]


@pytest.mark.parametrize(
    ("facts", "main"),
    [
        ({"is_ended": True}, ["ID card", "celebrated"]),
        ({"kind": DateKind.VALUED}, ["ID card", "celebrated"]),
        ({"is_main": False}, []),
        ({"day": 9}, ["ID card"]),
        ({"lead_days": 5}, ["ID card"]),
    ],
)
def test_one_that_leaves_its_place_hands_it_on(
    clients: Clients, facts: dict[str, Any], main: list[str]
) -> None:
    first, _second = entered(clients, CARD, KEPT)

    clients.edit(replace(first, **facts), list(facts))

    assert reminding(clients, first.client_id) == main


@pytest.mark.parametrize(("removed", "main"), [(0, "celebrated"), (1, "ID card")])
def test_after_one_is_removed_the_other_reminds(clients: Clients, removed: int, main: str) -> None:
    dates = entered(clients, CARD, KEPT)

    clients.remove(dates[removed])

    assert reminding(clients, dates[0].client_id) == [main]


def test_a_day_turned_into_a_second_birthday_stands_back(clients: Clients) -> None:
    first, second = entered(clients, CARD, {**KEPT, "kind": DateKind.VALUED})

    clients.edit(replace(second, kind=DateKind.BIRTHDAY), ["kind"])

    assert reminding(clients, first.client_id) == ["ID card"]
