"""A look at the clock: shown first, remembered then, whatever happens between and to the clock."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.occasions import Missed, Reminder, ReminderState, Rules, Source, Stage
from crm_desktop.domain.records import Client, ClientDate, Gift, GiftState, Person, Relation
from crm_desktop.models import ReminderRow
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import fetch, get, put, remove
from crm_desktop.services.reminders import Reminders, Tick
from crm_desktop.services.settings import Settings
from tests import builders
from tests.fakes import CHINA

ENTERED = dt.datetime(2026, 1, 5, 10, 0, tzinfo=CHINA)
LISBON = dt.timezone(dt.timedelta())
AUCKLAND = dt.timezone(dt.timedelta(hours=13))


def at(day: int, hour: int = 9, month: int = 11, year: int = 2026) -> dt.datetime:
    return dt.datetime(year, month, day, hour, 0, tzinfo=CHINA)


@pytest.fixture
def reminders(book_database: Database, journal: Journal) -> Reminders:
    return Reminders(book_database, journal, Rules)


@pytest.fixture
def client_id(journal: Journal) -> int:
    """Return a big client whose birthday is 24 November."""
    with journal.change("client.add") as work:
        added = put(work.session, builders.client("顾清禾", marked_big=True))
        put(work.session, builders.date(added, 11, 24, created_at=ENTERED))
    return added


def stages(found: Sequence[Reminder | Missed]) -> list[Stage]:
    """Return the stages of days of people: festivals come and go beside them."""
    return [one.stage for one in found if one.occasion.source is Source.DATE]


def states(database: Database) -> list[str]:
    with database.read() as session:
        rows = session.query(ReminderRow).order_by(ReminderRow.occurs_on, ReminderRow.id)
        return [row.state for row in rows]


@pytest.mark.usefixtures("client_id")
def test_a_look_writes_nothing_and_shows_again_until_it_is_told(
    reminders: Reminders, book_database: Database
) -> None:
    written = book_database.changes

    looks = [reminders.look(at(22)), reminders.look(at(22, 10))]
    unwritten = book_database.changes
    reminders.told(looks[1], at(22, 10))

    assert [stages(tick.raised) for tick in looks] == [[Stage.PREPARE]] * 2
    assert unwritten == written
    assert reminders.look(at(22, 11)).raised == ()


def _dismiss(reminders: Reminders, tick: Tick) -> None:
    reminders.dismiss(tick.raised[0], at(22, 10))


def _snooze(reminders: Reminders, tick: Tick) -> None:
    reminders.snooze(tick.raised[0], at(23), at(22, 10))


def _order(reminders: Reminders, tick: Tick) -> None:
    reminders.order(tick.raised[0], item="香薰灯", cost=None, now=at(22, 10))


@pytest.mark.usefixtures("client_id")
@pytest.mark.parametrize(
    ("answer", "state"), [(_dismiss, "dismissed"), (_snooze, "snoozed"), (_order, "ordered")]
)
def test_what_she_answered_before_it_was_remembered_stands(
    reminders: Reminders,
    book_database: Database,
    answer: Callable[[Reminders, Tick], None],
    state: str,
) -> None:
    tick = reminders.look(at(22))
    answer(reminders, tick)

    reminders.told(tick, at(22))

    assert states(book_database) == [state]


def test_a_client_who_is_gone_meanwhile_stops_nothing(
    reminders: Reminders, journal: Journal, client_id: int, book_database: Database
) -> None:
    tick = reminders.look(at(22))
    with journal.change("client.remove") as work:
        remove(work.session, Client, client_id)

    reminders.told(tick, at(22))

    assert states(book_database) == []
    assert reminders.last_look() == at(22)


def test_a_look_that_found_nothing_holds_until_something_is_written(
    reminders: Reminders, journal: Journal, client_id: int
) -> None:
    reminders.tick(at(20))
    first = reminders.look(at(20, 10))
    same = reminders.look(at(20, 11))
    with journal.change("date.add") as work:
        put(work.session, builders.date(client_id, 11, 20, created_at=ENTERED))

    assert same is first
    assert stages(reminders.look(at(20, 12)).raised) == [Stage.DAY]


@pytest.mark.usefixtures("client_id")
@pytest.mark.parametrize(
    ("now", "holds"),
    [
        (at(22, 10), True),
        (at(22, 14), False),
        (at(23, 0), False),
        (at(22, 8), False),
        (at(22, 10).astimezone(AUCKLAND), False),
    ],
)
def test_an_earlier_look_holds_for_its_day_and_zone_and_till_the_next_snooze_is_over(
    reminders: Reminders, now: dt.datetime, *, holds: bool
) -> None:
    reminders.tick(at(22, 8))
    reminders.snooze(reminders.due(at(22, 9))[0], at(22, 14), at(22, 9))
    known = reminders.look(at(22, 9))

    assert (reminders.look(now) is known) is holds


def test_changed_rules_are_asked_anew(book_database: Database, journal: Journal) -> None:
    settings = Settings(book_database, journal)
    reminders = Reminders(book_database, journal, settings.rules, settings.get)
    with journal.change("fill") as work:
        client_id = put(work.session, builders.client("顾清禾", vip=True))
        put(work.session, builders.date(client_id, 11, 29, created_at=ENTERED))
    reminders.tick(at(22))
    before = reminders.look(at(22, 10))
    settings.put(replace(settings.get(), lead_days=7))

    assert (before.raised, stages(reminders.look(at(22, 11)).raised)) == ((), [Stage.PREPARE])


@pytest.mark.usefixtures("client_id")
@pytest.mark.parametrize("days", [1, 5, 40, 100, 300])
def test_a_reminder_may_be_put_off_to_any_day(reminders: Reminders, days: int) -> None:
    until = at(24) + dt.timedelta(days=days)
    reminders.tick(at(24))
    reminders.snooze(reminders.due(at(24))[0], until, at(24))

    before = reminders.look(until - dt.timedelta(minutes=1))
    woken = reminders.tick(until)

    assert stages((*before.raised, *before.missed)) == []
    assert stages(woken.raised) == [Stage.DAY]
    assert stages(reminders.due(until + dt.timedelta(hours=9))) == [Stage.DAY]
    assert stages(reminders.look(until + dt.timedelta(days=1)).missed) == [Stage.DAY]


@pytest.mark.usefixtures("client_id")
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        pytest.param(at(1, year=1970, month=1), at(24), id="1970"),
        pytest.param(at(1, year=2019), at(24), id="2019"),
        pytest.param(at(1, year=2150), at(24), id="2150"),
        pytest.param(at(1, year=2028), at(24), id="two years ahead"),
        pytest.param(at(24, 21), at(22), id="sixty hours ahead"),
        pytest.param(at(20), at(22), id="two days back"),
        pytest.param(at(23, 2).astimezone(LISBON), at(23), id="in Lisbon it is still the 22nd"),
    ],
)
def test_a_clock_that_went_wrong_loses_nothing_once_it_is_right(
    reminders: Reminders, wrong: dt.datetime, right: dt.datetime
) -> None:
    reminders.tick(at(20))
    reminders.tick(wrong)
    seen = [reminders.tick(right + dt.timedelta(hours=hours)) for hours in range(0, 24 * 8, 6)]

    raised = [stage for tick in seen for stage in stages(tick.raised)]
    missed = [stage for tick in seen for stage in stages(tick.missed)]
    assert raised.count(Stage.DAY) == 1 or wrong == at(24, 21)
    assert raised.count(Stage.PREPARE) <= 1
    assert missed == [Stage.DAY]


@pytest.mark.usefixtures("client_id")
@pytest.mark.parametrize("absurd", [at(26, year=1970), at(26, year=2150)])
def test_an_absurd_clock_shows_and_calls_nothing_missed(
    reminders: Reminders, absurd: dt.datetime
) -> None:
    reminders.tick(at(20))

    on_its_day = reminders.tick(absurd.replace(day=24))
    past_it = reminders.tick(absurd)

    assert stages(on_its_day.raised) == [Stage.DAY]
    assert past_it.missed == ()
    assert reminders.last_look() == at(20)


@pytest.mark.usefixtures("client_id")
def test_after_a_clock_far_ahead_the_days_nobody_looked_at_are_told(reminders: Reminders) -> None:
    reminders.tick(at(20))
    reminders.tick(at(20, year=2027, month=6))

    assert stages(reminders.tick(at(28)).missed) == [Stage.DAY]


def test_whoever_is_put_aside_stops_at_once_and_comes_back_when_taken_back(
    reminders: Reminders, journal: Journal, client_id: int, book_database: Database
) -> None:
    with book_database.read() as session:
        client = get(session, Client, client_id)
        [date] = fetch(session, ClientDate)
    asides = (
        replace(client, do_not_contact=True),
        replace(client, archived_on=at(22).date()),
        replace(client, deceased_on=at(22).date()),
        replace(date, is_ended=True),
    )

    for aside in asides:
        with journal.change("edit") as work:
            put(work.session, aside)
        assert reminders.look(at(22)).due == ()
        with journal.change("edit") as work:
            put(work.session, client)
            put(work.session, date)
        assert stages(reminders.look(at(22)).due) == [Stage.PREPARE]


def test_an_order_is_confirmed_given_and_its_reaction_noted(
    reminders: Reminders, journal: Journal, client_id: int, book_database: Database
) -> None:
    reminders.order(reminders.due(at(22))[0], item="香薰灯", cost=9_900, now=at(22))

    [confirm] = reminders.due(at(23))
    reminders.confirm(confirm, at(23), notes="十点前送到")
    [day] = reminders.due(at(24))
    reminders.done(day, at(24))
    [reaction] = reminders.due(at(25))
    reminders.react(reaction, "发了朋友圈", at(25))

    assert [one.stage for one in (confirm, day, reaction)] == [
        Stage.CONFIRM,
        Stage.DAY,
        Stage.REACTION,
    ]
    assert reminders.due(at(25)) == []
    with book_database.read() as session:
        [gift] = fetch(session, Gift)
    assert (gift.client_id, gift.item, gift.state) == (client_id, "香薰灯", GiftState.GIVEN)
    assert (gift.confirmed_on, gift.notes) == (at(23).date(), "十点前送到")
    assert (gift.delivered_on, gift.reaction) == (at(24).date(), "发了朋友圈")
    journal.undo()
    assert stages(reminders.due(at(25))) == [Stage.REACTION]


@pytest.mark.usefixtures("client_id")
@pytest.mark.parametrize(("reaction", "asked"), [("很喜欢", []), ("", [Stage.REACTION])])
def test_a_reaction_told_on_the_day_is_not_asked_for_again(
    reminders: Reminders, reaction: str, asked: list[Stage]
) -> None:
    reminders.order(reminders.due(at(22))[0], item="香薰灯", cost=None, now=at(22))
    reminders.done(reminders.due(at(24))[0], at(24), reaction=reaction)

    assert stages(reminders.due(at(25))) == asked


@pytest.mark.usefixtures("client_id")
def test_preparing_closed_with_a_gift_is_as_good_as_ordered(
    reminders: Reminders, book_database: Database
) -> None:
    reminders.done(reminders.due(at(22))[0], at(22), item="香薰灯")

    assert states(book_database) == [ReminderState.ORDERED]
    assert stages(reminders.due(at(23))) == [Stage.CONFIRM]


def test_a_reaction_is_still_asked_for_a_week_after(
    reminders: Reminders, client_id: int, journal: Journal
) -> None:
    with journal.change("date.add") as work:
        put(work.session, builders.date(client_id, 12, 1, created_at=ENTERED))
    reminders.order(reminders.due(at(22))[0], item="香薰灯", cost=None, now=at(22))

    found = [stages(reminders.due(at(day, month=12))) for day in (1, 2)]

    assert found == [[Stage.REACTION, Stage.DAY], [Stage.DAY]]


def test_a_friend_who_is_a_client_reminds_once_and_not_at_all_when_she_has_died(
    reminders: Reminders, journal: Journal, client_id: int, book_database: Database
) -> None:
    with journal.change("fill") as work:
        other = put(work.session, builders.client("许知夏"))
        friend = Person(client_id=other, relation=Relation.FRIEND, also_client_id=client_id)
        friend_id = put(work.session, friend)
        put(work.session, builders.date(other, 11, 24, person_id=friend_id, created_at=ENTERED))

    [found] = reminders.due(at(24))
    with book_database.read() as session:
        client = get(session, Client, client_id)
    with journal.change("edit") as work:
        put(work.session, replace(client, deceased_on=at(22).date()))

    assert (found.occasion.client_id, [one.client_id for one in found.also]) == (client_id, [other])
    assert reminders.due(at(24)) == []


def test_what_was_ordered_for_a_day_she_corrected_is_not_asked_about(
    reminders: Reminders, journal: Journal, client_id: int
) -> None:
    [prepare] = [one for one in reminders.look(at(22)).due if one.occasion.source is Source.DATE]
    reminders.order(prepare, item="香薰灯", cost=None, now=at(22, 10))
    with journal.change("date.edit") as work:
        [known] = fetch(work.session, ClientDate)
        put(work.session, replace(known, day=20))

    found = [stages(reminders.look(at(day)).due) for day in (24, 25, 26, 27)]

    assert client_id
    assert found == [[], [], [], []]
