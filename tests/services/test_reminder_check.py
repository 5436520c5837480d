"""The check on a real book: it says what comes and why not, and finds what is wrong."""

import dataclasses
import datetime as dt
from collections.abc import Callable

import pytest
from sqlalchemy import text

from crm_desktop.database import Database
from crm_desktop.domain.clock_sanity import ClockTrouble
from crm_desktop.domain.dates import Calendar
from crm_desktop.domain.errors import Cancelled, RecordGone
from crm_desktop.domain.leads import Audience, Lead, LeadKind, LeadTable, written
from crm_desktop.domain.occasions import Kept, ReminderState, Source, Stage
from crm_desktop.domain.records import (
    Client,
    ClientDate,
    Contact,
    Promise,
    Relation,
    Tier,
)
from crm_desktop.domain.reminder_check import Later, Line, Whose, Why
from crm_desktop.domain.settings import BookSettings
from crm_desktop.services.journal import Journal
from crm_desktop.services.reminder_rows import keep
from tests.services.shelf import NOW, Shelf

SUNDAY = dt.date(2026, 11, 22)
BIG = Client(name="王雅琴", display_name="王姐", tier=Tier.A)


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
