"""What the check promises is what a book then tells, look by look."""

import datetime as dt
import random

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.dates import Calendar, check
from crm_desktop.domain.occasions import Kept, Key, ReminderState, Source
from crm_desktop.domain.records import (
    Client,
    ClientDate,
    DateKind,
    Relation,
    Tier,
)
from crm_desktop.domain.reminders import due, to_raise
from crm_desktop.domain.settings import BookSettings
from crm_desktop.services.journal import Journal
from crm_desktop.services.occasions import occasions_between
from tests.services.shelf import NOW, Shelf

SUNDAY = dt.date(2026, 11, 22)
DAYS = 60
POLICIES = ("", "feb29=leap", "short_month=skip", "leap_absent=only,leap_present=both")


@pytest.fixture
def shelf(book_database: Database, journal: Journal) -> Shelf:
    return Shelf(book_database, journal)


def some_date(dice: random.Random) -> ClientDate:
    """Return any date that can be, by either calendar, under any policy."""
    while True:
        date = ClientDate(
            kind=dice.choice((DateKind.BIRTHDAY, DateKind.WEDDING)),
            calendar=dice.choice((Calendar.SOLAR, Calendar.LUNAR)),
            year=dice.choice((None, dice.randrange(1940, 2027))),
            month=dice.choice((dice.randrange(1, 13), 11, 12, 10, 2)),
            day=dice.choice((dice.randrange(1, 31), 29, 30)),
            leap=dice.random() < 0.2,
            policy=dice.choice(POLICIES),
        )
        if check(date.fact) is None:
            return date


def fill(shelf: Shelf, dice: random.Random, clients: int = 12) -> list[int]:
    ids = []
    for number in range(clients):
        client = Client(name=f"测试{number}", tier=dice.choice((None, Tier.A, Tier.C)))
        ids.append(shelf.add(client, some_date(dice)))
        shelf.person(ids[-1], Relation.CHILD, some_date(dice), name=dice.choice(("朵朵", "乐乐")))
        shelf.person(ids[-1], Relation.HUSBAND, some_date(dice))
    return ids


@pytest.mark.parametrize("seed", range(6))
def test_sixty_days_of_looking_tell_exactly_what_was_promised(shelf: Shelf, seed: int) -> None:
    dice = random.Random(seed)
    shelf.settings = BookSettings(weekly_off=frozenset(dice.sample(range(7), 2)))
    ids = fill(shelf, dice)
    end = NOW + dt.timedelta(days=DAYS)

    promised = {
        (key, one.at)
        for client_id in ids
        for line in shelf.lines(client_id)
        for one in line.raises
        if one.at <= end
        for key in one.reminder.keys
        if key.source is Source.DATE
    }

    assert promised == told(shelf)
    assert promised
    found = shelf.check.whole(NOW).findings
    assert found.lost == ()
    assert found.reminded + len(found.silent) == len(ids)


def told(shelf: Shelf) -> set[tuple[Key, dt.datetime]]:
    """Return what pops up in sixty days of looking each morning, with every occasion at hand."""
    rules = shelf.settings.rules
    known: dict[Key, Kept] = {}
    found: set[tuple[Key, dt.datetime]] = set()
    with shelf.database.read() as session:
        occasions = occasions_between(
            session, SUNDAY - dt.timedelta(days=9), SUNDAY + dt.timedelta(days=DAYS + 90)
        )
    for ahead in range(DAYS + 1):
        at = NOW + dt.timedelta(days=ahead)
        for reminder in to_raise(due(occasions, known, at, rules)):
            for key in reminder.keys:
                known[key] = Kept(state=ReminderState.SHOWN, changed_at=at, shown_at=at)
                if key.source is Source.DATE:
                    found.add((key, at))
    return found
