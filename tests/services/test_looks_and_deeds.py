"""Looks between deeds of every kind: whatever she does, a look finds what it ought to."""

import datetime as dt
import pathlib
import random
from collections.abc import Iterator

import pytest

from crm_desktop.domain.dates import policy_from_code
from crm_desktop.domain.errors import CrmError
from crm_desktop.domain.occasions import (
    Kept,
    Key,
    Reminder,
    ReminderState,
    Source,
    Stage,
)
from crm_desktop.domain.occurrences import occurrences
from crm_desktop.domain.records import Client, ClientDate, DateKind, Person, Relation, Tier
from crm_desktop.services.book import Book, open_book
from crm_desktop.services.records import fetch, put
from crm_desktop.services.reminder_rows import kept_between
from crm_desktop.services.reminders import Tick
from tests import builders
from tests.fakes import FixedClock
from tests.services import deeds, deeds_ahead, picking
from tests.services.test_followup_index import held, wanted
from tests.vaults import new_book, vault

RESOURCES = pathlib.Path(__file__).parents[2] / "resources"
TURNS = 120
ONE_DAY = dt.timedelta(days=1)
ANSWERED = frozenset({ReminderState.DONE, ReminderState.DISMISSED})
# Weighted: those that touch days and people come more often than bills and files.
OFTEN = [
    name
    for name in sorted(deeds.DEEDS)
    if name.partition(".")[0] in {"reminders", "workbench", "gifts", "follow_ups", "duplicates"}
] + ["clients.put", "clients.put_person", "journal.undo", "journal.redo"] * 3

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def book(tmp_path: pathlib.Path, clock: FixedClock) -> Iterator[Book]:
    """Return a book of twelve clients, each with a day, and a child with one, in the near weeks."""
    opened = new_book(vault(tmp_path / "book", clock))
    book = open_book(opened, clock, RESOURCES)
    with book.journal.change("fill", can_undo=False) as work:
        for place in range(12):
            her = builders.client(f"客户{place}", tier=list(Tier)[place % 5], marked_big=place < 4)
            id_ = put(work.session, her)
            on = picking.TODAY + dt.timedelta(days=place)
            put(work.session, builders.date(id_, on.month, on.day, year=1980 + place))
            child = Person(client_id=id_, relation=Relation.CHILD, name=f"宝宝{place % 5}")
            child_id = put(work.session, child)
            later = on + 3 * ONE_DAY
            put(work.session, builders.date(id_, later.month, later.day, person_id=child_id))
    yield book
    opened.database.close()


def do(book: Book, chance: random.Random) -> str:
    """Do anything by chance; "" where it is refused or finds nothing to do."""
    name = chance.choice(OFTEN if chance.random() < 0.7 else sorted(deeds.DEEDS))
    try:
        if name.startswith("journal."):
            (book.journal.undo if name == "journal.undo" else book.journal.redo)()
        else:
            deeds.DEEDS[name](book, chance)
    except (KeyError, CrmError, picking.NothingToDoError):
        return ""
    return name


def go_on(clock: FixedClock, by: dt.timedelta, monkeypatch: pytest.MonkeyPatch) -> dt.datetime:
    """Let time pass for the book and for whoever does deeds in it."""
    clock.advance(by)
    now = clock.now()
    for module in (picking, deeds, deeds_ahead):
        for name, value in (("NOW", now), ("TODAY", now.date())):
            if hasattr(module, name):
                monkeypatch.setattr(module, name, value)
    return now


def keys_of(reminder: Reminder) -> list[tuple[Source, int, dt.date]]:
    return [(key.source, key.source_id, key.on) for key in reminder.keys]


def lost(book: Book, tick: Tick, now: dt.datetime) -> list[ClientDate]:
    """Return the days of today that are neither shown nor answered, by every date one by one."""
    today = now.date()
    with book.database.read() as session:
        clients = {one.id: one for one in fetch(session, Client)}
        people = {one.id: one for one in fetch(session, Person)}
        dates = fetch(session, ClientDate)
        kept = kept_between(session, today, today)
    rules = book.settings.rules()
    seen = {key.source_id for one in tick.due for key in one.keys if key.source is Source.DATE}
    closed = _closed(kept, now)
    return [
        date
        for date in dates
        if date.id not in seen | closed
        and rules.leads.cells == ()
        and _reminds(clients[date.client_id])
        and not _is_gone(people.get(date.person_id or 0), clients)
        and date.is_main
        and not date.is_ended
        and _falls_on(date, today)
    ]


def _closed(kept: dict[Key, Kept], now: dt.datetime) -> set[int]:
    """Return the dates whose day she answered or put off; a child's counts for all its files."""
    return {
        key.source_id
        for key, row in kept.items()
        if key.stage is Stage.DAY
        and (
            row.state in ANSWERED
            or (
                row.state is ReminderState.SNOOZED and row.snoozed_until and row.snoozed_until > now
            )
        )
    }


def _reminds(client: Client) -> bool:
    stopped = client.archived_on, client.deceased_on, client.trashed_on
    return stopped == (None, None, None) and not client.do_not_contact


def _is_gone(person: Person | None, clients: dict[int, Client]) -> bool:
    other = clients.get(person.also_client_id or 0) if person else None
    return other is not None and other.deceased_on is not None


def _falls_on(date: ClientDate, day: dt.date) -> bool:
    policy = policy_from_code(date.policy)
    if date.kind is not DateKind.VALUED and date.year is not None and date.year >= day.year - 1:
        return False
    return day in occurrences(date.fact, policy, day, day)


@pytest.mark.parametrize("seed", range(4))
def test_no_deed_loses_doubles_or_silences_a_reminder(
    book: Book, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance, done, told, seen_today = random.Random(seed), 0, 0, 0
    while done < TURNS:
        now = go_on(clock, dt.timedelta(minutes=chance.randint(1, 240)), monkeypatch)
        if do(book, chance):
            done += 1
        tick = book.reminders.look(now)
        book.reminders.told(tick, now)
        again = book.reminders.look(now)
        told += len(tick.raised)
        seen_today += sum(one.on == now.date() for one in tick.due)

        places = [place for one in tick.due for place in keys_of(one)]
        assert len(places) == len(set(places)), "one day is seen twice"
        assert set(tick.raised) <= set(tick.due)
        assert (again.raised, again.missed) == ((), ()), "told twice"
        assert lost(book, again, now) == [], "lost"
        assert not [one for one in tick.due if one.state in ANSWERED], "asked again"
        with book.database.read() as session:
            assert held(session) == wanted(session), "next days"

    assert told > 10
    assert seen_today > 10
