"""The check on a real book: it promises what the book then tells, and finds what is wrong."""

import dataclasses
import datetime as dt
import random
from collections.abc import Callable

import pytest
from sqlalchemy import text

from crm_desktop.database import Database
from crm_desktop.domain.clock_sanity import ClockTrouble
from crm_desktop.domain.dates import Calendar, check
from crm_desktop.domain.errors import Cancelled, RecordGone
from crm_desktop.domain.leads import Audience, Lead, LeadKind, LeadTable, written
from crm_desktop.domain.occasions import Kept, Key, ReminderState, Rules, Source, Stage
from crm_desktop.domain.records import (
    Client,
    ClientDate,
    Contact,
    DateKind,
    Person,
    Promise,
    Relation,
    Tier,
)
from crm_desktop.domain.reminder_check import Later, Line, Whose, Why
from crm_desktop.domain.reminders import due, to_raise
from crm_desktop.domain.settings import BookSettings
from crm_desktop.services.clients import Clients
from crm_desktop.services.journal import Journal
from crm_desktop.services.occasions import occasions_between
from crm_desktop.services.records import fetch, table_of
from crm_desktop.services.reminder_check import ReminderCheck
from crm_desktop.services.reminder_rows import keep
from crm_desktop.services.reminders import Reminders
from tests.fakes import CHINA

SUNDAY = dt.date(2026, 11, 22)
NOW = dt.datetime(2026, 11, 22, 9, tzinfo=CHINA)
ENTERED = dt.datetime(2026, 1, 5, 10, tzinfo=CHINA)
DAYS = 60
BIG = Client(name="王雅琴", display_name="王姐", tier=Tier.A)
POLICIES = ("", "feb29=leap", "short_month=skip", "leap_absent=only,leap_present=both")


class Shelf:
    """A book with what the check needs, and short ways to write into it."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self.database, self.journal = database, journal
        self.settings = BookSettings()
        self.clients = Clients(database, journal)
        self.reminders = Reminders(database, journal, self.rules, lambda: self.settings)
        self.check = ReminderCheck(
            database, journal, self.reminders, self.rules, lambda: self.settings
        )

    def rules(self) -> Rules:
        return self.settings.rules

    def add(self, client: Client, *dates: ClientDate) -> int:
        stamped = [dataclasses.replace(date, created_at=ENTERED) for date in dates]
        return next(iter(self.clients.add(client, (), stamped).client_ids))

    def person(self, client_id: int, relation: Relation, *dates: ClientDate, name: str = "") -> int:
        stamped = [dataclasses.replace(date, created_at=ENTERED) for date in dates]
        person = Person(client_id=client_id, relation=relation, name=name)
        self.clients.put_person(person, stamped)
        with self.database.read() as session:
            return fetch(session, Person)[-1].id

    def edit(self, client_id: int, **facts: object) -> None:
        with self.database.read() as session:
            [client] = fetch(session, Client, table_of(Client).c.id == client_id)
        self.clients.put(dataclasses.replace(client, **facts))  # type: ignore[arg-type] # facts of a client

    def lines(self, client_id: int, now: dt.datetime = NOW) -> tuple[Line, ...]:
        return self.check.of(client_id, now).lines


@pytest.fixture
def shelf(book_database: Database, journal: Journal) -> Shelf:
    return Shelf(book_database, journal)


def raised(line: Line) -> list[tuple[str, str]]:
    return [(f"{one.at:%m-%d %H:%M}", one.reminder.stage.value) for one in line.raises]


def test_a_big_client_is_raised_two_days_ahead_and_on_the_day(shelf: Shelf) -> None:
    client_id = shelf.add(BIG, ClientDate(month=11, day=26, year=1988))

    [line] = shelf.lines(client_id)

    assert (line.next_on, line.why, line.later) == (dt.date(2026, 11, 26), None, None)
    assert raised(line) == [("11-24 09:00", "prepare"), ("11-26 09:00", "day")]
    assert line.waits == ()


def test_days_off_move_it_ahead_and_it_pops_up_once_more(shelf: Shelf) -> None:
    shelf.settings = BookSettings(weekly_off=frozenset({5, 6}), pop_up_at=dt.time(8, 30))
    client_id = shelf.add(BIG, ClientDate(month=12, day=1))

    [line] = shelf.lines(client_id)

    assert raised(line) == [
        ("11-27 08:30", "prepare"),
        ("11-29 08:30", "prepare"),
        ("12-01 08:30", "day"),
    ]


def test_what_was_told_and_done_stands_beside_what_comes(shelf: Shelf) -> None:
    client_id = shelf.add(BIG, ClientDate(month=11, day=24))
    [waiting] = shelf.reminders.due(NOW)
    with shelf.journal.change("reminder.order") as work:
        keep(work.session, [waiting], Kept(state=ReminderState.ORDERED, changed_at=NOW))

    [line] = shelf.lines(client_id)

    assert [(one.key.stage, one.kept.state) for one in line.told] == [
        (Stage.PREPARE, ReminderState.ORDERED)
    ]
    assert ("11-24 09:00", "day") in raised(line)
    assert "prepare" not in {stage for _, stage in raised(line)}


STOPPED: list[tuple[dict[str, object], Why]] = [
    ({"archived_on": SUNDAY}, Why.ARCHIVED),
    ({"deceased_on": SUNDAY}, Why.DECEASED),
    ({"do_not_contact": True}, Why.DO_NOT_CONTACT),
    ({"trashed_on": SUNDAY}, Why.IN_TRASH),
]


@pytest.mark.parametrize(("facts", "why"), STOPPED)
def test_a_client_whose_reminders_stopped_says_so_in_every_line(
    shelf: Shelf, facts: dict[str, object], why: Why
) -> None:
    client_id = shelf.add(BIG, ClientDate(month=11, day=24))
    shelf.edit(client_id, **facts)

    found = shelf.check.of(client_id, NOW)

    assert found.stopped is why
    assert [(line.why, line.raises) for line in found.lines] == [(why, ())]


def off(kind: LeadKind, audience: Audience) -> BookSettings:
    table = LeadTable().with_cell(Lead(kind=kind, audience=audience, days=None))
    return BookSettings(leads=written(table))


@pytest.mark.parametrize(
    ("date", "settings", "why"),
    [
        (ClientDate(month=11, day=24, is_main=False), BookSettings(), Why.NOT_MAIN),
        (ClientDate(month=11, day=24, is_ended=True), BookSettings(), Why.ENDED),
        (ClientDate(month=11, day=24), off(LeadKind.OWN_BIRTHDAY, Audience.A), Why.LEAD_OFF),
        (ClientDate(month=11, day=24), off(LeadKind.OWN_BIRTHDAY, Audience.B), None),
        (
            ClientDate(
                calendar=Calendar.LUNAR,
                year=1984, month=10, day=5, leap=True, policy="leap_absent=only",
            ),
            BookSettings(),
            Why.BEYOND_CALENDAR,
        ),
    ],
)  # fmt: skip
def test_a_date_that_does_not_remind_says_why(
    shelf: Shelf, date: ClientDate, settings: BookSettings, why: Why | None
) -> None:
    shelf.settings = settings
    [line] = shelf.lines(shelf.add(BIG, date))

    assert line.why is why
    assert bool(line.raises) is (why is None)


def test_a_date_that_skips_years_says_when_it_falls_next(shelf: Shelf) -> None:
    [line] = shelf.lines(shelf.add(BIG, ClientDate(month=2, day=29, policy="feb29=leap")))

    assert (line.later, line.next_on) == (Later.SKIPS, dt.date(2028, 2, 29))
    assert [at for at, _ in raised(line)] == ["02-27 09:00", "02-29 09:00"]


def test_birthdays_nobody_knows_are_lines_too(shelf: Shelf) -> None:
    client_id = shelf.add(BIG)
    shelf.person(client_id, Relation.HUSBAND)
    shelf.person(client_id, Relation.CHILD, ClientDate(month=3, day=4))

    assert [(line.whose, line.why) for line in shelf.lines(client_id)] == [
        (None, None),
        (Whose.OWN, Why.NO_DAY),
        (Whose.SPOUSE, Why.NO_DAY),
    ]


def test_a_child_of_two_clients_is_promised_to_both_as_one(shelf: Shelf) -> None:
    one, other = shelf.add(BIG), shelf.add(Client(name="李兰"))
    for client_id in (one, other):
        shelf.person(client_id, Relation.CHILD, ClientDate(month=12, day=4), name="朵朵")

    of_one, of_other = (
        next(line for line in shelf.lines(client_id) if line.date) for client_id in (one, other)
    )

    assert (
        raised(of_one) == raised(of_other) == [("12-02 09:00", "prepare"), ("12-04 09:00", "day")]
    )


def test_nobody_is_gone_for_the_check(shelf: Shelf) -> None:
    with pytest.raises(RecordGone):
        shelf.check.of(7, NOW)


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


def test_a_date_that_fell_out_of_the_index_is_found(shelf: Shelf) -> None:
    client_id = shelf.add(BIG, ClientDate(month=11, day=26))
    with shelf.journal.change("test") as work:
        work.session.execute(text("DELETE FROM date_bucket"))

    [line] = shelf.lines(client_id)

    assert line.why is Why.LOST
    assert [gap.why for gap in shelf.check.whole(NOW).findings.lost] == [Why.LOST]
    shelf.check.mend([client_id])
    assert shelf.check.whole(NOW).findings.lost == ()
    assert [line.why for line in shelf.lines(client_id)] == [None]


def test_the_whole_book_tells_who_is_never_reminded_of_and_why(shelf: Shelf) -> None:
    shelf.add(BIG, ClientDate(month=11, day=24))
    nobody = shelf.add(Client(name="李兰"))
    ended = shelf.add(Client(name="陈建国"), ClientDate(month=3, day=1, is_ended=True))
    two = ClientDate(month=3, day=1, is_main=False)
    unmarked = shelf.add(Client(name="赵敏"), two, dataclasses.replace(two, day=2))
    skipping = shelf.add(
        Client(name="周小满", vip=True), ClientDate(month=2, day=29, policy="feb29=leap")
    )
    shelf.person(skipping, Relation.HUSBAND)
    shelf.edit(shelf.add(Client(name="何初晴")), archived_on=SUNDAY)

    found = shelf.check.whole(NOW).findings

    assert [(gap.client.id, gap.why) for gap in found.silent] == [
        (nobody, Why.NO_DAY),
        (ended, Why.ENDED),
        (unmarked, Why.NOT_MAIN),
    ]
    assert found.reminded == 2
    assert found.put_aside == {Why.ARCHIVED: 1}
    assert [gap.client.id for gap in found.unmarked] == [unmarked]
    assert [(gap.client.id, gap.later, gap.next_on) for gap in found.far] == [
        (skipping, Later.SKIPS, dt.date(2028, 2, 29))
    ]
    assert [(gap.client.id, gap.whose) for gap in found.unknown] == [(skipping, Whose.SPOUSE)]


def test_two_weeks_ahead_are_told_by_the_moment(shelf: Shelf) -> None:
    shelf.add(BIG, ClientDate(month=11, day=26))
    shelf.add(Client(name="李兰"), ClientDate(month=12, day=6))
    shelf.add(Client(name="赵敏"), ClientDate(month=12, day=7))

    ahead = shelf.check.whole(NOW).ahead

    assert [(f"{one.at:%m-%d}", one.reminder.occasion.client_name) for one in ahead] == [
        ("11-24", "王雅琴"),
        ("11-26", "王雅琴"),
        ("12-06", "李兰"),
    ]


def test_the_last_look_judges_the_clock(shelf: Shelf) -> None:
    assert shelf.check.whole(NOW).last_look is None
    shelf.add(BIG, ClientDate(month=11, day=24))
    shelf.reminders.told(shelf.reminders.look(NOW), NOW)

    found = shelf.check.whole(NOW)

    assert (found.last_look, found.last_pop_up, found.trouble) == (NOW, NOW, None)
    assert shelf.check.clock(NOW.replace(year=1970)) is ClockTrouble.LONG_AGO
    assert shelf.check.clock(NOW - dt.timedelta(days=9)) is ClockTrouble.BEHIND


def test_what_was_missed_in_a_year_is_listed_until_it_is_let_go(shelf: Shelf) -> None:
    shelf.add(BIG, ClientDate(month=11, day=24))
    for days in (0, 5):
        at = NOW + dt.timedelta(days=days)
        shelf.reminders.told(shelf.reminders.look(at), at)
    later = NOW + dt.timedelta(days=40)

    [missed] = shelf.check.missed(later)

    assert (missed.on, missed.state) == (dt.date(2026, 11, 24), ReminderState.MISSED)
    greeting = Contact(client_id=1, on=SUNDAY, occasion_on=missed.on)
    shelf.clients.put(dataclasses.replace(greeting, date_id=missed.occasion.date_id))
    assert shelf.check.missed(later) == []
    shelf.journal.undo()
    shelf.reminders.dismiss(missed, later)
    assert shelf.check.missed(later) == []
    shelf.journal.undo()
    assert shelf.check.missed(NOW + dt.timedelta(days=380)) == []


def test_a_check_of_the_book_can_be_stopped(shelf: Shelf) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        shelf.check.whole(NOW, stop)
    steps: list[tuple[int, int]] = []
    shelf.check.whole(NOW, _into(steps))
    assert steps[-1] == (385, 385)


def _into(steps: list[tuple[int, int]]) -> Callable[[int, int], None]:
    def note(done: int, total: int) -> None:
        steps.append((done, total))

    return note


def test_a_promise_with_a_day_is_raised_on_it(shelf: Shelf) -> None:
    client_id = shelf.add(BIG, ClientDate(month=3, day=1))
    shelf.clients.put(Promise(client_id=client_id, what="带样品", due_on=dt.date(2026, 11, 30)))

    found = [line for line in shelf.lines(client_id) if line.source is Source.PROMISE]

    assert [raised(line) for line in found] == [[("11-30 09:00", "day")]]
