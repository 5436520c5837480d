"""The calendar as read: what the short lines say is what the occasions say, source by source."""

import dataclasses
import datetime as dt
import pathlib
from collections.abc import Iterator

import pytest

from crm_desktop.domain.day_sheet import Entry, Facet, Standing, entry_of
from crm_desktop.domain.occasions import Source
from crm_desktop.domain.records import (
    Client,
    ClientDate,
    Contact,
    DateKind,
    Person,
    Promise,
    Relation,
    Tier,
    Visit,
)
from crm_desktop.domain.solar_terms import SolarTerm
from crm_desktop.services.book import Book, open_book
from tests.fakes import FixedClock
from tests.vaults import new_book, vault

pytestmark = pytest.mark.usefixtures("cheap_keys")

NOW = FixedClock().now()
TODAY = NOW.date()
FIRST, LAST = dt.date(2026, 10, 26), dt.date(2026, 12, 6)
TALK, OVERDUE = dt.date(2026, 11, 26), dt.date(2026, 11, 20)


@pytest.fixture
def book(tmp_path: pathlib.Path) -> Iterator[Book]:
    opened = new_book(vault(tmp_path / "book", FixedClock()))
    yield open_book(opened, FixedClock(), pathlib.Path(__file__).parents[2] / "resources")
    opened.database.close()


@pytest.fixture
def her(book: Book) -> int:
    """Return a big client with a child, a wedding day, and something of every source."""
    wang = Client(name="王雅琴", display_name="王姐", tier=Tier.B)
    her = next(iter(book.clients.add(wang).client_ids))
    child = Person(client_id=her, relation=Relation.CHILD, nickname="朵朵")
    book.clients.put_person(child, [ClientDate(client_id=her, year=2018, month=11, day=24)])
    wedding = ClientDate(client_id=her, kind=DateKind.WEDDING, year=2010, month=11, day=24)
    book.clients.put(wedding)
    valued = ClientDate(client_id=her, kind=DateKind.VALUED, month=11, day=25, label="开店的日子")
    book.clients.put(valued)
    book.clients.put(
        Contact(client_id=her, on=dt.date(2026, 11, 1), outcome="想再看看", next_on=TALK)
    )
    book.clients.put(Visit(client_id=her, on=dt.date(2026, 11, 2), next_step="复查", next_on=TALK))
    book.clients.put(Promise(client_id=her, what="小样", due_on=OVERDUE))
    small = Client(name="阿文")
    book.clients.add(small, dates=[ClientDate(year=1990, month=11, day=24)])
    return her


def entries(book: Book) -> tuple[Entry, ...]:
    return book.calendar.stretch(FIRST, LAST, TODAY).entries


def shortened(entry: Entry) -> Entry:
    """Leave out what only the full occasion has words for."""
    return entry if entry.facet is not Facet.BIRTHDAY else entry._replace(label="")


def test_the_short_lines_are_those_of_the_occasions(book: Book, her: int) -> None:
    del her
    in_full = [
        entry_of(line.occasion, line.standing)
        for number in range((LAST - FIRST).days + 1)
        for line in book.calendar.day(FIRST + dt.timedelta(days=number), TODAY)
    ]

    assert list(map(shortened, entries(book))) == list(map(shortened, in_full))
    assert {entry.source for entry in in_full} >= {
        Source.DATE,
        Source.TALK,
        Source.VISIT,
        Source.PROMISE,
    }


def test_big_clients_stand_first_on_their_day(book: Book, her: int) -> None:
    del her

    that_day = [entry for entry in entries(book) if entry.on == dt.date(2026, 11, 24)]

    assert [entry.client for entry in that_day] == ["王姐", "王姐", "阿文"]
    assert {entry.facet for entry in that_day[:2]} == {Facet.CHILD, Facet.ANNIVERSARY}


def test_what_was_not_done_in_time_is_overdue_and_what_was_let_go_is_not(
    book: Book, her: int
) -> None:
    del her
    [promise] = [entry for entry in entries(book) if entry.source is Source.PROMISE]
    assert (promise.on, promise.standing, promise.label) == (OVERDUE, Standing.LATE, "小样")

    [due] = [one for one in book.reminders.due(NOW) if one.occasion.source is Source.PROMISE]
    book.reminders.dismiss(due, NOW)

    [promise] = [entry for entry in entries(book) if entry.source is Source.PROMISE]
    assert promise.standing is Standing.LET_GO


def test_a_moved_follow_up_stands_on_its_new_day(book: Book, her: int) -> None:
    del her
    [line] = [
        each for each in book.calendar.day(TALK, TODAY) if each.occasion.source is Source.TALK
    ]

    book.follow_ups.move(line.occasion, dt.date(2026, 12, 1))

    moved = [entry.on for entry in entries(book) if entry.source is Source.TALK]
    assert moved == [dt.date(2026, 12, 1)]
    book.journal.undo()
    assert [entry.on for entry in entries(book) if entry.source is Source.TALK] == [TALK]


def test_a_follow_up_done_ahead_of_its_day_says_so(book: Book, her: int) -> None:
    del her
    [line] = [
        each for each in book.calendar.day(TALK, TODAY) if each.occasion.source is Source.VISIT
    ]

    book.follow_ups.done(line.occasion, NOW, next_on=None)

    [visit] = [entry for entry in entries(book) if entry.source is Source.VISIT]
    assert visit.standing is Standing.DONE
    assert not visit.is_movable


def test_days_have_festivals_terms_and_days_off(book: Book) -> None:
    settings = book.settings.get()
    book.settings.put(
        dataclasses.replace(
            settings,
            days_off=frozenset({dt.date(2026, 12, 24)}),
            weekly_off=frozenset({6}),
            working_days=frozenset({dt.date(2026, 12, 20)}),
        )
    )

    stretch = book.calendar.stretch(dt.date(2026, 12, 14), dt.date(2026, 12, 27), TODAY)

    assert not stretch.is_anybody
    facts = stretch.facts
    assert facts[dt.date(2026, 12, 22)].term is SolarTerm.WINTER_SOLSTICE
    assert [each.code for each in facts[dt.date(2026, 12, 25)].festivals] == ["christmas"]
    assert facts[dt.date(2026, 12, 24)].is_off
    assert facts[dt.date(2026, 12, 20)].is_worked
    assert facts[dt.date(2026, 12, 27)].is_weekly_off


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (dt.date(1900, 12, 31), dt.date(1901, 2, 10)),
        (dt.date(2100, 11, 29), dt.date(2101, 1, 9)),
    ],
)
def test_the_ends_of_the_calendar_are_read_as_well(
    book: Book, her: int, first: dt.date, last: dt.date
) -> None:
    del her

    stretch = book.calendar.stretch(first, last, TODAY)

    assert len(stretch.facts) == (last - first).days + 1
