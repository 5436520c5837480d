"""Reminders on a real book: what is due, kept, given, and never told twice."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.dates import Calendar
from crm_desktop.domain.occasions import Missed, Reminder, ReminderState, Rules, Stage
from crm_desktop.domain.records import (
    Client,
    ClientDate,
    DateKind,
    Gift,
    GiftState,
    Knows,
    Person,
    Relation,
)
from crm_desktop.services.clients import Clients
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import fetch, put
from crm_desktop.services.reminders import Reminders
from tests import builders
from tests.fakes import CHINA

SUNDAY = dt.date(2026, 11, 22)
ENTERED = dt.datetime(2026, 1, 5, 10, 0, tzinfo=CHINA)


def at(day: int, hour: int = 9, month: int = 11) -> dt.datetime:
    return dt.datetime(2026, month, day, hour, 0, tzinfo=CHINA)


@pytest.fixture
def reminders(book_database: Database, journal: Journal) -> Reminders:
    return Reminders(book_database, journal, Rules)


def enter(journal: Journal, client: Client, *dates: ClientDate) -> int:
    with journal.change("client.add", client.name) as work:
        client_id = put(work.session, client)
        for one in dates:
            put(work.session, builders.date(client_id, one.month, one.day, **_facts(one)))
    return client_id


def _facts(one: ClientDate) -> dict[str, object]:
    names = ("kind", "year", "calendar", "leap", "lead_days", "is_main", "is_ended", "label")
    return {name: getattr(one, name) for name in names} | {"created_at": ENTERED}


def day(month: int, day_of_month: int, **facts: object) -> ClientDate:
    return builders.date(0, month, day_of_month, **facts)


def told(found: Sequence[Reminder | Missed]) -> list[tuple[str, str, str]]:
    return [(one.occasion.client_name, one.on.isoformat(), one.stage.value) for one in found]


BIG = builders.client("顾清禾", marked_big=True)
ORDINARY = builders.client("许知夏")


@pytest.mark.parametrize(
    ("client", "date", "expected"),
    [
        pytest.param(BIG, day(11, 24), ["prepare"], id="big, two days ahead"),
        pytest.param(BIG, day(11, 25), [], id="big, three days ahead"),
        pytest.param(BIG, day(11, 22), ["day"], id="big, on the day"),
        pytest.param(ORDINARY, day(11, 24), [], id="ordinary, two days ahead"),
        pytest.param(ORDINARY, day(11, 22), ["day"], id="ordinary, on the day"),
        pytest.param(ORDINARY, day(11, 21), ["day"], id="one day of grace"),
        pytest.param(ORDINARY, day(11, 20), [], id="past the grace"),
        pytest.param(ORDINARY, day(11, 29, lead_days=7), ["prepare"], id="a lead of its own"),
        pytest.param(BIG, day(11, 24, year=2026), [], id="born this year"),
        pytest.param(
            BIG, day(10, 16, calendar=Calendar.LUNAR), ["prepare"], id="lunar 10-16 is 11-24"
        ),
        pytest.param(BIG, day(11, 24, is_main=False), [], id="the date on the card only"),
        pytest.param(BIG, day(11, 24, is_ended=True), [], id="divorced"),
        pytest.param(
            builders.client("顾清禾", marked_big=True, do_not_contact=True),
            day(11, 24),
            [],
            id="do not contact",
        ),
        pytest.param(
            builders.client("顾清禾", marked_big=True, archived_on=SUNDAY),
            day(11, 24),
            [],
            id="archived",
        ),
    ],
)
def test_who_is_due_on_a_sunday_in_november(
    reminders: Reminders,
    journal: Journal,
    client: Client,
    date: ClientDate,
    expected: list[str],
) -> None:
    enter(journal, client, date)

    found = reminders.due(at(22))

    assert [one.stage.value for one in found] == expected


def test_a_tick_tells_once_and_the_day_tells_again(reminders: Reminders, journal: Journal) -> None:
    enter(journal, BIG, day(11, 24))

    ticks = [reminders.tick(now) for now in (at(22), at(22, 15), at(23), at(24), at(24, 12))]

    assert [[one.stage for one in tick.raised] for tick in ticks] == [
        [Stage.PREPARE],
        [],
        [],
        [Stage.DAY],
        [],
    ]


def test_what_passed_in_an_absence_is_told_as_missed_once(
    reminders: Reminders, journal: Journal
) -> None:
    enter(journal, BIG, day(11, 24))
    reminders.tick(at(20))

    back = reminders.tick(at(28))
    again = reminders.tick(at(28, 15))

    assert told(back.missed) == [("顾清禾", "2026-11-24", "day")]
    assert again.missed == ()
    assert told(reminders.morning(at(28), 14).missed) == [("顾清禾", "2026-11-24", "day")]


def test_a_tick_without_news_writes_nothing(
    reminders: Reminders, journal: Journal, book_database: Database
) -> None:
    enter(journal, BIG, day(11, 24))
    reminders.tick(at(22, 9))
    written = book_database.changes

    ticks = [reminders.tick(at(22, hour)) for hour in (9, 10, 17)]

    assert [(len(tick.raised), tick.open) for tick in ticks] == [(0, 1)] * 3
    assert book_database.changes == written


def test_ticks_are_not_offered_to_undo(reminders: Reminders, journal: Journal) -> None:
    enter(journal, BIG, day(11, 24))

    reminders.tick(at(22))

    assert [change.action for change, *_ in journal.latest()] == ["client.add"]


def test_ordering_closes_the_stage_and_opens_the_gift(
    reminders: Reminders, journal: Journal, book_database: Database
) -> None:
    client_id = enter(journal, BIG, day(11, 24))

    reminders.order(reminders.due(at(22))[0], item="栗子蛋糕", cost=26800, now=at(22))

    assert reminders.due(at(22)) == []
    with book_database.read() as session:
        (gift,) = fetch(session, Gift)
    assert (gift.client_id, gift.item, gift.cost, gift.state) == (
        client_id,
        "栗子蛋糕",
        26800,
        GiftState.ORDERED,
    )
    assert (gift.on, gift.ordered_on) == (dt.date(2026, 11, 24), SUNDAY)


def test_done_on_the_day_makes_the_ordered_gift_a_given_one(
    reminders: Reminders, journal: Journal, book_database: Database
) -> None:
    enter(journal, BIG, day(11, 24))
    reminders.order(reminders.due(at(22))[0], item="栗子蛋糕", cost=26800, now=at(22))
    on_the_day = reminders.due(at(24))[0]
    waiting = reminders.ordered(on_the_day)

    reminders.done(on_the_day, at(24), reaction="很喜欢")

    assert waiting is not None
    assert (waiting.item, waiting.cost) == ("栗子蛋糕", 26800)
    assert reminders.ordered(on_the_day) is None
    with book_database.read() as session:
        (gift,) = fetch(session, Gift)
    assert (gift.state, gift.reaction) == (GiftState.GIVEN, "很喜欢")
    assert gift.delivered_on == dt.date(2026, 11, 24)
    assert reminders.due(at(24)) == []


def test_done_with_a_gift_nobody_ordered_writes_it_into_the_history(
    reminders: Reminders, journal: Journal, book_database: Database
) -> None:
    enter(journal, ORDINARY, day(11, 22))

    reminders.done(reminders.due(at(22))[0], at(22), item="百合花束", cost=16800)

    with book_database.read() as session:
        assert [(gift.item, gift.state) for gift in fetch(session, Gift)] == [
            ("百合花束", GiftState.GIVEN)
        ]


def test_undo_of_an_order_brings_the_reminder_back_and_takes_the_gift_away(
    reminders: Reminders, journal: Journal, book_database: Database
) -> None:
    enter(journal, BIG, day(11, 24))
    reminders.order(reminders.due(at(22))[0], item="栗子蛋糕", cost=None, now=at(22))

    journal.undo()

    assert told(reminders.due(at(22))) == [("顾清禾", "2026-11-24", "prepare")]
    with book_database.read() as session:
        assert fetch(session, Gift) == []


def test_an_answer_taken_back_and_told_again_can_still_be_done_again(
    reminders: Reminders, journal: Journal
) -> None:
    enter(journal, BIG, day(11, 24))
    reminders.order(reminders.due(at(22))[0], item="栗子蛋糕", cost=None, now=at(22))

    stands = []
    for turn in (journal.undo, journal.redo, journal.undo):
        turn()
        reminders.tick(at(22))
        stands.append(told(reminders.due(at(22))))

    waits = [("顾清禾", "2026-11-24", "prepare")]
    assert stands == [waits, [], waits]


def test_a_day_moved_and_moved_back_is_taken_back_though_it_was_told_again(
    reminders: Reminders, journal: Journal, book_database: Database
) -> None:
    clients = Clients(book_database, journal)
    enter(journal, BIG, day(11, 24))
    reminders.tick(at(22))
    [occasion] = reminders.between(SUNDAY, dt.date(2026, 11, 24))
    date = clients.file(occasion.client_id, today=SUNDAY).folder.dates[0]
    for moved in (date.day + 4, date.day):
        clients.put(dataclasses.replace(date, day=moved))
        reminders.tick(at(22))

    for _ in range(2):
        journal.undo()
        reminders.tick(at(22))

    assert told(reminders.due(at(22))) == [("顾清禾", "2026-11-24", "prepare")]


def test_a_snoozed_reminder_sleeps_and_pops_up_again(
    reminders: Reminders, journal: Journal
) -> None:
    enter(journal, BIG, day(11, 24))
    reminders.tick(at(22))

    reminders.snooze(reminders.due(at(22))[0], at(22, 15), at(22))

    assert reminders.due(at(22, 14)) == []
    assert len(reminders.tick(at(22, 15)).raised) == 1
    assert reminders.tick(at(22, 16)).raised == ()


def test_a_dismissed_reminder_stays_away_until_the_next_stage(
    reminders: Reminders, journal: Journal
) -> None:
    enter(journal, BIG, day(11, 24))

    reminders.dismiss(reminders.due(at(22))[0], at(22))

    assert reminders.due(at(23)) == []
    assert [one.stage for one in reminders.due(at(24))] == [Stage.DAY]


def test_ahead_shows_every_stage_whatever_its_state(reminders: Reminders, journal: Journal) -> None:
    enter(journal, BIG, day(11, 24))
    enter(journal, ORDINARY, day(11, 24))
    reminders.dismiss(reminders.due(at(22))[0], at(22))

    found = reminders.ahead(SUNDAY, 2)

    assert [(*one, state) for one, state in zip(told(found), _states(found), strict=True)] == [
        ("顾清禾", "2026-11-24", "prepare", ReminderState.DISMISSED),
        ("顾清禾", "2026-11-24", "day", ReminderState.PENDING),
        ("许知夏", "2026-11-24", "day", ReminderState.PENDING),
    ]


def _states(found: list[Reminder]) -> list[ReminderState]:
    return [one.state for one in found]


def test_the_day_before_a_locked_book_hands_over_counts(
    reminders: Reminders, journal: Journal
) -> None:
    enter(journal, BIG, day(11, 24), day(11, 30))
    enter(journal, ORDINARY, day(11, 24))

    raises = reminders.raises_ahead(at(23), days=7)

    assert raises == {
        dt.date(2026, 11, 23): 1,
        dt.date(2026, 11, 24): 2,
        dt.date(2026, 11, 28): 1,
        dt.date(2026, 11, 30): 1,
    }


def test_what_was_told_or_overtaken_is_not_counted_for_a_locked_book_again(
    reminders: Reminders, journal: Journal
) -> None:
    enter(journal, BIG, day(11, 23), day(11, 25))
    assert reminders.raises_ahead(at(23), days=1) == {dt.date(2026, 11, 23): 2}

    tick = reminders.look(at(23))
    reminders.told(tick, at(23))

    assert len(tick.raised) == 2
    assert reminders.raises_ahead(at(23), days=1) == {}
    reminders.snooze(tick.raised[0], at(24), at(23))
    assert reminders.raises_ahead(at(23), days=1) == {dt.date(2026, 11, 24): 1}


def test_an_edited_date_forgets_open_rows_and_keeps_what_was_done(
    reminders: Reminders, journal: Journal, book_database: Database
) -> None:
    enter(journal, BIG, day(11, 24))
    reminders.dismiss(reminders.due(at(22))[0], at(22))
    reminders.tick(at(24))
    with book_database.read() as session:
        (date,) = fetch(session, ClientDate)

    moved = builders.date(date.client_id, 11, 26, id=date.id, created_at=ENTERED)
    Clients(book_database, journal).put(moved)

    assert told(reminders.due(at(24))) == [("顾清禾", "2026-11-26", "prepare")]
    states = {one.state for one in reminders.ahead(dt.date(2026, 11, 24), 0)}
    assert states == set()


def test_a_child_of_two_clients_reminds_once_and_is_closed_for_both(
    reminders: Reminders, journal: Journal
) -> None:
    for name in ("顾清禾", "许知夏"):
        client_id = enter(journal, builders.client(name, marked_big=True))
        with journal.change("person.add") as work:
            child = Person(client_id=client_id, relation=Relation.CHILD, name="顾小满")
            child_id = put(work.session, child)
            facts = {"person_id": child_id, "year": 2018, "kind": DateKind.BIRTHDAY}
            put(work.session, builders.date(client_id, 11, 24, created_at=ENTERED, **facts))

    (found,) = reminders.due(at(22))
    reminders.dismiss(found, at(22))

    assert found.occasion.age == 8
    assert len(found.keys) == 2
    assert reminders.due(at(22)) == []


@pytest.mark.parametrize(
    ("whose", "husband", "expected"),
    [
        pytest.param("hers", Knows.NO, ["丈夫"], id="her day, or the wedding day"),
        pytest.param("child", Knows.NO, ["丈夫"], id="the child of his house"),
        pytest.param("child", Knows.YES, [], id="he knows"),
    ],
)
def test_who_of_the_house_does_not_know_is_told_with_the_occasion(
    journal: Journal, reminders: Reminders, whose: str, husband: Knows, expected: list[str]
) -> None:
    client_id = enter(journal, BIG)
    around = (
        builders.person(client_id, relation=Relation.HUSBAND, name="丈夫", knows=husband),
        builders.person(client_id, relation=Relation.FRIEND, name="闺蜜", knows=Knows.NO),
        builders.person(client_id, relation=Relation.CHILD, name="朵朵"),
    )
    with journal.change("person.add") as work:
        *_, child = [put(work.session, person) for person in around]
        of = {"person_id": child} if whose == "child" else {"kind": DateKind.WEDDING}
        put(work.session, builders.date(client_id, 11, 24, created_at=ENTERED, **of))

    (due,) = reminders.due(at(22))

    assert [person.name for person in due.occasion.unaware] == expected
