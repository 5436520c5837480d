"""A birthday that is corrected while work for it was under way: the new day is never silent."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.dates import Calendar
from crm_desktop.domain.occasions import Reminder, Rules, Stage
from crm_desktop.domain.records import ClientDate, Gift, GiftState
from crm_desktop.services.clients import Clients
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import fetch, put
from crm_desktop.services.reminders import Reminders
from tests import builders
from tests.fakes import CHINA

ENTERED = dt.datetime(2026, 1, 5, 10, 0, tzinfo=CHINA)


def at(day: int, hour: int = 9, month: int = 11) -> dt.datetime:
    return dt.datetime(2026, month, day, hour, 0, tzinfo=CHINA)


@pytest.fixture
def reminders(book_database: Database, journal: Journal) -> Reminders:
    return Reminders(book_database, journal, Rules)


@pytest.fixture
def date(journal: Journal) -> ClientDate:
    """Return the birthday of a big client as it was told at first, 24 November."""
    with journal.change("client.add") as work:
        client_id = put(work.session, builders.client("顾清禾", marked_big=True))
        told = builders.date(client_id, 11, 24, created_at=ENTERED)
        return builders.date(client_id, 11, 24, id=put(work.session, told), created_at=ENTERED)


@pytest.fixture
def correct(
    book_database: Database, journal: Journal, date: ClientDate
) -> Callable[[int, int, Calendar], None]:
    """Return what writes another day over the birthday."""

    def write(month: int, day: int, calendar: Calendar = Calendar.SOLAR) -> None:
        moved = builders.date(
            date.client_id, month, day, id=date.id, calendar=calendar, created_at=ENTERED
        )
        Clients(book_database, journal).put(moved)

    return write


def order(reminders: Reminders, one: Reminder, now: dt.datetime) -> None:
    reminders.order(one, item="奶油蛋糕", cost=None, now=now)


def do(reminders: Reminders, one: Reminder, now: dt.datetime) -> None:
    reminders.done(one, now)


def let_go(reminders: Reminders, one: Reminder, now: dt.datetime) -> None:
    reminders.dismiss(one, now)


def put_off(reminders: Reminders, one: Reminder, now: dt.datetime) -> None:
    reminders.snooze(one, at(25), now)


def told(reminders: Reminders, now: dt.datetime) -> list[tuple[str, str]]:
    raised = reminders.look(now).raised
    return [(f"{one.on:%m-%d}", one.stage.value) for one in raised]


@pytest.mark.parametrize("deed", [order, do, let_go, put_off])
@pytest.mark.parametrize(
    ("calendar", "corrected", "now", "expected"),
    [
        (Calendar.SOLAR, (11, 22), at(22, 10), ("11-22", "day")),
        (Calendar.SOLAR, (11, 21), at(22, 10), ("11-21", "day")),
        (Calendar.SOLAR, (11, 23), at(22, 10), ("11-23", "prepare")),
        (Calendar.SOLAR, (11, 25), at(23), ("11-25", "prepare")),
        (Calendar.SOLAR, (12, 10), at(8, month=12), ("12-10", "prepare")),
        (Calendar.LUNAR, (10, 17), at(23), ("11-25", "prepare")),
    ],
)
def test_whatever_was_done_on_the_old_day_the_new_one_is_raised(  # noqa: PLR0913, PLR0917 - a table
    reminders: Reminders,
    correct: Callable[[int, int, Calendar], None],
    deed: Callable[[Reminders, Reminder, dt.datetime], None],
    calendar: Calendar,
    corrected: tuple[int, int],
    now: dt.datetime,
    expected: tuple[str, str],
) -> None:
    tick = reminders.tick(at(22))
    deed(reminders, tick.raised[0], at(22))

    correct(*corrected, calendar)

    assert told(reminders, now) == [expected]


def test_a_day_that_was_greeted_already_is_greeted_on_the_right_one_too(
    reminders: Reminders, correct: Callable[[int, int, Calendar], None]
) -> None:
    reminders.done(reminders.tick(at(24)).raised[0], at(24))

    correct(11, 26, Calendar.SOLAR)

    assert told(reminders, at(24, 10)) == [("11-26", "prepare")]
    assert told(reminders, at(26)) == [("11-26", "day")]


def test_what_is_on_its_way_comes_along_and_is_to_be_confirmed_anew(
    reminders: Reminders,
    book_database: Database,
    correct: Callable[[int, int, Calendar], None],
) -> None:
    order(reminders, reminders.due(at(22))[0], at(22))
    reminders.confirm(reminders.due(at(23))[0], at(23))

    correct(11, 28, Calendar.SOLAR)
    with book_database.read() as session:
        [moved] = fetch(session, Gift)
    [again] = reminders.due(at(28))
    reminders.done(again, at(28))
    with book_database.read() as session:
        [given] = fetch(session, Gift)

    assert (moved.on, moved.state, moved.confirmed_on) == (at(28).date(), GiftState.ORDERED, None)
    assert (again.stage, reminders.ordered(again)) == (Stage.DAY, None)
    assert (given.state, given.delivered_on) == (GiftState.GIVEN, at(28).date())


def test_undo_of_the_correction_brings_back_the_order_on_its_day(
    reminders: Reminders,
    book_database: Database,
    journal: Journal,
    correct: Callable[[int, int, Calendar], None],
) -> None:
    order(reminders, reminders.due(at(22))[0], at(22))
    with book_database.read() as session:
        before = fetch(session, Gift)

    correct(11, 28, Calendar.SOLAR)
    journal.undo()

    with book_database.read() as session:
        assert fetch(session, Gift) == before
    assert [(one.on, one.stage) for one in reminders.due(at(23))] == [
        (at(24).date(), Stage.CONFIRM)
    ]


@pytest.mark.parametrize(
    ("corrected", "brought", "is_confirmed"),
    [((11, 24), 22, True), ((11, 28), 26, False), ((11, 23), 21, False), ((11, 22), 22, True)],
)
def test_what_is_brought_early_stays_as_early(  # noqa: PLR0913, PLR0917 - a table
    book_database: Database,
    journal: Journal,
    date: ClientDate,
    correct: Callable[[int, int, Calendar], None],
    corrected: tuple[int, int],
    brought: int,
    *,
    is_confirmed: bool,
) -> None:
    early = Gift(client_id=date.client_id, date_id=date.id, occasion="birthday", on=at(22).date())
    with journal.change("fill") as work:
        put(work.session, replace(early, state=GiftState.ORDERED, confirmed_on=at(20).date()))

    correct(*corrected, Calendar.SOLAR)

    with book_database.read() as session:
        [gift] = fetch(session, Gift)
    assert (gift.on, gift.confirmed_on is not None) == (at(brought).date(), is_confirmed)


def test_a_gift_that_was_given_or_of_another_day_stays_where_it_is(
    book_database: Database,
    journal: Journal,
    date: ClientDate,
    correct: Callable[[int, int, Calendar], None],
) -> None:
    on = at(24).date()
    with journal.change("fill") as work:
        for state, occasion, date_id in (
            (GiftState.GIVEN, "birthday", date.id),
            (GiftState.ORDERED, "milestone", date.id),
            (GiftState.ORDERED, "birthday", None),
        ):
            kept = Gift(client_id=date.client_id, occasion=occasion, on=on, state=state)
            put(work.session, replace(kept, date_id=date_id))

    correct(11, 28, Calendar.SOLAR)

    with book_database.read() as session:
        assert {gift.on for gift in fetch(session, Gift)} == {on}
