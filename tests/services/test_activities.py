"""Activities: invited by name, never twice, with one undo."""

import datetime as dt

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.errors import RecordGone
from crm_desktop.domain.records import Activity
from crm_desktop.services.activities import Activities
from crm_desktop.services.clients import Clients
from crm_desktop.services.journal import Journal
from tests.builders import client
from tests.fakes import FixedClock

TODAY = dt.date(2026, 11, 22)
DAY = dt.date(2026, 12, 5)


@pytest.fixture
def journal(book_database: Database, clock: FixedClock) -> Journal:
    return Journal(book_database, clock)


@pytest.fixture
def activities(book_database: Database, journal: Journal) -> Activities:
    return Activities(book_database, journal)


@pytest.fixture
def clients(book_database: Database, journal: Journal) -> Clients:
    made = Clients(book_database, journal)
    made.add(client("王雅琴"))
    made.add(client("周小满"))
    return made


def guests(clients: Clients, client_id: int) -> list[str]:
    return [name for _, name in clients.file(client_id, today=TODAY).folder.guests]


def test_a_new_name_is_a_new_activity_and_one_undo_takes_both_back(
    activities: Activities, clients: Clients, journal: Journal
) -> None:
    activities.invite((1,), "秋季沙龙", DAY)
    invited, known = guests(clients, 1), activities.all()
    journal.undo()

    assert invited == ["秋季沙龙"]
    assert [(each.name, each.on) for each in known] == [("秋季沙龙", DAY)]
    assert (guests(clients, 1), activities.all()) == ([], ())


def test_a_known_name_is_that_activity_and_nobody_is_invited_twice(
    activities: Activities, clients: Clients
) -> None:
    activities.add(Activity(name="VIP Day", on=DAY))

    activities.invite((1,), " vip day ")
    again = activities.invite((1, 2), "VIP Day")

    assert len(activities.all()) == 1
    assert (guests(clients, 1), guests(clients, 2)) == (["VIP Day"], ["VIP Day"])
    assert again.client_ids == {2}


def test_of_several_of_one_name_it_is_the_latest(activities: Activities, clients: Clients) -> None:
    for year in (2024, 2026, 2025):
        activities.add(Activity(name="年会", on=dt.date(year, 12, 1)))

    activities.invite((1,), "年会")

    guest, _ = clients.file(1, today=TODAY).folder.guests[0]
    assert [each.on for each in activities.all() if each.id == guest.activity_id] == [
        dt.date(2026, 12, 1)
    ]


def test_who_is_gone_cannot_be_invited(activities: Activities, clients: Clients) -> None:
    with pytest.raises(RecordGone):
        activities.invite((1, 99), "年会")

    assert activities.all() == ()
    assert guests(clients, 1) == []
