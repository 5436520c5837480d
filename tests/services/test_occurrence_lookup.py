"""The indexed look-up gives what going through every date one by one gives."""

import dataclasses
import datetime as dt
import random
from typing import Any

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.dates import Calendar, check, policy_from_code
from crm_desktop.domain.occurrences import occurrences as one_by_one
from crm_desktop.domain.records import ClientDate
from crm_desktop.services.journal import Journal
from crm_desktop.services.occurrence_lookup import occurrences
from crm_desktop.services.records import put, put_new
from tests.builders import client, date, person

FIRST = dt.date(2026, 11, 22)
_CODES = ("", "feb29=mar01", "feb29=leap", "short_month=next", "leap_present=both",
          "repeated=both", "leap_absent=only")  # fmt: skip


def _chance_date(client_id: int, chance: random.Random) -> ClientDate:
    """Return a date that exists, of either calendar, with or without a year, by any policy."""
    while True:
        calendar = chance.choice(list(Calendar))
        found = date(
            client_id,
            chance.randrange(1, 13),
            chance.randrange(1, 32),
            calendar=calendar,
            year=chance.choice((None, None, 1960, 1990, 2023, 2026, 2027)),
            leap=calendar is Calendar.LUNAR and chance.random() < 0.2,
            policy=policy_from_code(chance.choice(_CODES)).policy_code(),
        )
        if check(found.fact) is None:
            return found


@pytest.mark.parametrize("days", [1, 3, 62, 400])
def test_the_look_up_equals_going_through_every_date(
    days: int, book_database: Database, journal: Journal
) -> None:
    chance = random.Random(days)
    last = FIRST + dt.timedelta(days=days - 1)
    dates = [dataclasses.replace(_chance_date(1, chance), id=id_) for id_ in range(1, 601)]
    with journal.change("fill") as work:
        put(work.session, client())
        put_new(work.session, ClientDate, dates)

    with book_database.read() as session:
        found = occurrences(session, FIRST, last)

    assert sorted((one.on, one.date_id) for one in found) == sorted(
        (on, one.id)
        for one in dates
        for on in one_by_one(one.fact, policy_from_code(one.policy), FIRST, last)
    )
    assert [one.on for one in found] == sorted(one.on for one in found)


@pytest.mark.parametrize(
    ("facts", "of_client", "count"),
    [
        ({}, {}, 1),
        ({"is_ended": True}, {}, 0),
        ({"is_main": False}, {}, 0),
        ({"year": 2026}, {}, 0),
        ({"year": 2025}, {}, 1),
        ({}, {"archived_on": FIRST}, 0),
        ({}, {"deceased_on": FIRST}, 0),
        ({}, {"do_not_contact": True}, 0),
    ],
)
def test_quiet_clients_and_ended_dates_are_left_out_and_come_back_by_undo(
    facts: dict[str, Any],
    of_client: dict[str, Any],
    count: int,
    book_database: Database,
    journal: Journal,
) -> None:
    with journal.change("fill") as work:
        put(work.session, client())
        put(work.session, person(1))
        put(work.session, date(1, 11, 24, person_id=1))
    with journal.change("edit") as work:
        put(work.session, client(**{"id": 1, **of_client}))
        put(work.session, date(1, 11, 24, **{"id": 1, "person_id": 1, **facts}))

    with book_database.read() as session:
        after = occurrences(session, FIRST, dt.date(2026, 11, 24))
    if facts or of_client:
        journal.undo()
    with book_database.read() as session:
        back = occurrences(session, FIRST, dt.date(2026, 11, 24))

    assert len(after) == count
    assert back == [(dt.date(2026, 11, 24), 1, 1, 1)]


@pytest.mark.parametrize("first", [dt.date(1900, 12, 25), dt.date(2101, 1, 20)])
def test_beyond_the_lunar_table_solar_days_are_found(
    first: dt.date, book_database: Database, journal: Journal
) -> None:
    with journal.change("fill") as work:
        put(work.session, client())
        put(work.session, date(1, 1, 30))

    with book_database.read() as session:
        found = occurrences(session, first, first + dt.timedelta(days=60))

    assert [one.on.day for one in found] == [30]
