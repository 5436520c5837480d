"""What else reminds: follow-ups, promises, points, milestones and festivals, on a real book."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.dates import Calendar
from crm_desktop.domain.occasions import Milestone, Reminder, Rules, Source, Stage
from crm_desktop.domain.records import (
    Client,
    Contact,
    PointsEntry,
    PointsKind,
    Promise,
    PromiseState,
    Relation,
    Visit,
)
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import Record, get, put
from crm_desktop.services.reminders import Reminders
from tests import builders
from tests.fakes import CHINA

SUNDAY = dt.date(2026, 11, 22)
LATER = dt.date(2026, 11, 26)
EARLIER = dt.date(2026, 11, 2)
ENTERED = dt.datetime(2026, 1, 5, 10, 0, tzinfo=CHINA)


def at(day: int, hour: int = 9, month: int = 11, year: int = 2026) -> dt.datetime:
    return dt.datetime(year, month, day, hour, 0, tzinfo=CHINA)


@pytest.fixture
def reminders(book_database: Database, journal: Journal) -> Reminders:
    return Reminders(book_database, journal, Rules)


@pytest.fixture
def client_id(journal: Journal) -> int:
    with journal.change("client.add") as work:
        return put(work.session, builders.client("顾清禾", display_name="禾姐"))


def enter(journal: Journal, *records: Record) -> list[int]:
    with journal.change("fill") as work:
        return [put(work.session, record) for record in records]


def of(source: Source, found: list[Reminder]) -> list[Reminder]:
    return [one for one in found if one.occasion.source is source]


@pytest.mark.parametrize(
    ("record", "source", "label"),
    [
        (Contact(on=EARLIER, outcome="想再看看", next_on=SUNDAY), Source.TALK, "想再看看"),
        (Contact(on=EARLIER, notes="约复查", next_on=SUNDAY), Source.TALK, "约复查"),
        (Visit(on=EARLIER, next_step="拆线", next_on=SUNDAY), Source.VISIT, "拆线"),
        (Promise(what="带小样", due_on=SUNDAY), Source.PROMISE, "带小样"),
    ],
)
def test_a_next_day_is_followed_up_from_then_on_until_it_is_done(  # noqa: PLR0913, PLR0917 - a table
    reminders: Reminders,
    journal: Journal,
    client_id: int,
    record: Contact | Visit | Promise,
    source: Source,
    label: str,
) -> None:
    [number] = enter(journal, replace(record, client_id=client_id))

    before, on_day, much_later = (reminders.due(now) for now in (at(21), at(22), at(9, year=2027)))
    reminders.done(on_day[0], at(22))

    assert before == []
    assert [(one.occasion.source, one.occasion.source_id) for one in on_day] == [(source, number)]
    assert (on_day[0].occasion.label, on_day[0].occasion.client_display_name) == (label, "禾姐")
    assert len(much_later) == 1
    assert reminders.due(at(22)) == []
    # A promise that is kept stands on no day; what is followed up stays where it was.
    standing = [] if source is Source.PROMISE else [source]
    assert [one.source for one in reminders.between(SUNDAY, SUNDAY)] == standing
    assert reminders.tick(at(9, year=2027)).missed == ()


@pytest.mark.parametrize("source", [Source.TALK, Source.VISIT])
@pytest.mark.parametrize(
    ("then", "open_after"),
    [
        pytest.param(Contact(on=SUNDAY), 0, id="a talk on the day"),
        pytest.param(Contact(on=LATER), 0, id="a talk later"),
        pytest.param(Contact(on=SUNDAY, next_on=LATER), 1, id="a talk with a day of its own"),
        pytest.param(Contact(on=EARLIER), 1, id="a talk before the day"),
        pytest.param(Contact(on=SUNDAY, about="greeting.mid_autumn"), 1, id="a greeting"),
        pytest.param(Visit(on=SUNDAY), 0, id="she came"),
        pytest.param(Visit(on=dt.date(2026, 11, 20)), 1, id="she came before the day"),
    ],
)
def test_a_talk_or_a_visit_from_the_day_on_closes_it_by_itself(  # noqa: PLR0913, PLR0917 - a table
    reminders: Reminders,
    journal: Journal,
    client_id: int,
    source: Source,
    then: Contact | Visit,
    open_after: int,
) -> None:
    kind = Contact if source is Source.TALK else Visit
    enter(journal, kind(client_id=client_id, on=EARLIER, next_on=SUNDAY))
    enter(journal, replace(then, client_id=client_id))

    assert len(reminders.due(at(28))) == open_after


def test_a_promise_that_was_kept_is_due_no_more(
    reminders: Reminders, journal: Journal, client_id: int
) -> None:
    promise = Promise(client_id=client_id, what="带小样", due_on=SUNDAY)
    [number] = enter(journal, promise)
    enter(journal, replace(promise, id=number, state=PromiseState.KEPT))

    assert reminders.due(at(22)) == []


def test_follow_ups_of_a_client_put_aside_wait_for_her_return(
    reminders: Reminders, journal: Journal, client_id: int, book_database: Database
) -> None:
    enter(journal, Contact(client_id=client_id, on=EARLIER, next_on=SUNDAY))
    with book_database.read() as session:
        client = get(session, Client, client_id)
    enter(journal, replace(client, do_not_contact=True))
    quiet = reminders.due(at(22))
    enter(journal, client)

    assert quiet == []
    assert len(reminders.due(at(22))) == 1


def test_a_follow_up_put_off_comes_back_at_its_time(
    reminders: Reminders, journal: Journal, client_id: int
) -> None:
    enter(journal, Contact(client_id=client_id, on=EARLIER, next_on=SUNDAY))
    [due] = reminders.tick(at(22)).raised
    reminders.snooze(due, at(1, month=12), at(22))

    assert reminders.due(at(30)) == []
    assert [one.pops_up for one in reminders.due(at(1, month=12))] == [True]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([(500, "2026-12-31")], [(Stage.POINTS_60, 500)]),
        ([(500, "2026-12-20")], [(Stage.POINTS_30, 500)]),
        ([(500, "2026-11-25")], [(Stage.POINTS_7, 500)]),
        ([(500, "2027-03-01")], []),
        ([(500, "2026-11-21")], []),
        # Two lots of one day are one reminder; what was redeemed is gone.
        ([(500, "2026-12-20"), (300, "2026-12-20"), (-600, None)], [(Stage.POINTS_30, 200)]),
        ([(500, "2026-12-20"), (-500, None)], []),
    ],
)
def test_points_are_told_before_they_expire(
    reminders: Reminders,
    journal: Journal,
    client_id: int,
    entries: list[tuple[int, str | None]],
    expected: list[tuple[Stage, int]],
) -> None:
    for points, expires in entries:
        kind = PointsKind.EARNED if points > 0 else PointsKind.REDEEMED
        on = None if expires is None else dt.date.fromisoformat(expires)
        enter(
            journal,
            PointsEntry(client_id=client_id, kind=kind, points=points, on=EARLIER, expires_on=on),
        )

    found = of(Source.POINTS, reminders.due(at(22)))

    assert [(one.stage, one.occasion.points) for one in found] == expected


@pytest.mark.parametrize(
    ("born", "facts", "expected"),
    [
        pytest.param((2026, 8, 15), {}, [Milestone.HUNDRED_DAYS], id="100th day"),
        pytest.param((2026, 10, 23), {}, [Milestone.FULL_MONTH], id="full month"),
        pytest.param(
            (2026, 9, 13), {"calendar": Calendar.LUNAR}, [Milestone.FULL_MONTH], id="lunar"
        ),
        pytest.param((2026, 8, 17), {}, [], id="two days later"),
        pytest.param((None, 8, 15), {}, [], id="no year"),
        pytest.param((2026, 8, 15), {"is_ended": True}, [], id="ended"),
    ],
)
def test_the_first_days_of_a_child_are_told(  # noqa: PLR0913, PLR0917 - a table
    reminders: Reminders,
    journal: Journal,
    client_id: int,
    born: tuple[int | None, int, int],
    facts: dict[str, Any],
    expected: list[Milestone],
) -> None:
    year, month, day = born
    [child] = enter(journal, builders.person(client_id, relation=Relation.CHILD, name="朵朵"))
    date = builders.date(client_id, month, day, year=year, person_id=child, **facts)
    enter(journal, replace(date, created_at=ENTERED))

    found = of(Source.MILESTONE, reminders.due(at(22)))

    assert [one.occasion.milestone for one in found] == expected


def test_a_friends_baby_and_a_sisters_school_are_no_milestones(
    reminders: Reminders, journal: Journal, client_id: int
) -> None:
    for relation in (Relation.FRIEND, Relation.SIBLING):
        [person] = enter(journal, builders.person(client_id, relation=relation))
        enter(journal, builders.date(client_id, 8, 15, year=2026, person_id=person))

    assert reminders.due(at(22)) == []


def test_school_begins_on_the_first_of_september(
    reminders: Reminders, journal: Journal, client_id: int
) -> None:
    [child] = enter(journal, builders.person(client_id, relation=Relation.CHILD, name="朵朵"))
    enter(journal, builders.date(client_id, 5, 4, year=2020, person_id=child))

    found = of(Source.MILESTONE, reminders.due(at(1, month=9)))

    assert [(one.occasion.milestone, one.stage) for one in found] == [(Milestone.SCHOOL, Stage.DAY)]


def test_a_festival_is_one_row_for_everybody_and_stands_in_its_own_section(
    reminders: Reminders, journal: Journal
) -> None:
    for name in ("顾清禾", "许知夏"):
        enter(journal, builders.client(name))

    [raised] = reminders.look(at(22, month=9)).raised
    morning = reminders.morning(at(22, month=9), 14)

    assert (raised.occasion.festival, raised.occasion.clients) == ("mid_autumn", 2)
    assert raised.stage is Stage.PREPARE
    assert [one.occasion.festival for one in morning.festivals] == ["mid_autumn"]
    assert morning.due == []
    reminders.dismiss(raised, at(22, month=9))
    assert [one.stage for one in reminders.due(at(25, month=9))] == [Stage.DAY]


def test_the_morning_holds_each_in_its_section(
    reminders: Reminders, journal: Journal, client_id: int
) -> None:
    enter(journal, builders.date(client_id, 11, 22), builders.date(client_id, 12, 1))
    enter(journal, Promise(client_id=client_id, what="带小样", due_on=EARLIER))
    enter(journal, Contact(client_id=client_id, on=EARLIER, next_on=SUNDAY))

    morning = reminders.morning(at(22), 14)

    assert [one.on for one in morning.due] == [SUNDAY]
    assert [one.on for one in morning.followups] == [EARLIER, SUNDAY]
    assert [one.on for one in morning.ahead] == [dt.date(2026, 12, 1)]
    assert morning.is_anybody


def test_a_locked_book_is_told_of_every_source(
    reminders: Reminders, journal: Journal, client_id: int
) -> None:
    enter(journal, builders.date(client_id, 11, 28), Promise(client_id=client_id, due_on=LATER))
    enter(journal, Contact(client_id=client_id, on=EARLIER, next_on=SUNDAY))
    lot = PointsEntry(client_id=client_id, points=100, on=EARLIER)
    enter(journal, replace(lot, expires_on=dt.date(2026, 12, 30)))
    reminders.tick(at(22))
    put_off = next(one for one in reminders.due(at(22)) if one.occasion.source is Source.TALK)
    reminders.snooze(put_off, at(3, month=12), at(22))

    # The points were told of 60 days ahead already; 30 days ahead is 30 November.
    assert reminders.raises_ahead(at(22)) == {
        LATER: 1,
        dt.date(2026, 11, 28): 1,
        dt.date(2026, 11, 30): 1,
        dt.date(2026, 12, 3): 1,
    }
