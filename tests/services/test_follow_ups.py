"""Follow-ups: another day, done, and what is raised of them afterwards."""

import datetime as dt

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.errors import DayIsFixed
from crm_desktop.domain.occasions import Kept, Kind, Occasion, ReminderState, Source, Stage
from crm_desktop.domain.records import Client, Contact, Promise, PromiseState, Visit
from crm_desktop.services.follow_ups import FollowUps, _on_the_day
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import Record, fetch, put
from crm_desktop.services.reminder_rows import keep, kept_between
from tests.fakes import FixedClock

NOW = FixedClock().now()
TODAY = NOW.date()
OLD, NEW = dt.date(2026, 11, 24), dt.date(2026, 11, 30)


def written(journal: Journal, record: Record) -> int:
    with journal.change("client.add") as work:
        put(work.session, Client(name="王雅琴"))
        return put(work.session, record)


def occasion(source: Source, source_id: int, on: dt.date = OLD) -> Occasion:
    return Occasion(
        source_id=source_id,
        on=on,
        kind=Kind.FOLLOW_UP,
        client_id=1,
        client_name="王雅琴",
        source=source,
    )


@pytest.mark.parametrize(
    ("source", "record"),
    [
        (Source.TALK, Contact(client_id=1, on=TODAY, outcome="想再看看", next_on=OLD)),
        (Source.VISIT, Visit(client_id=1, on=TODAY, next_step="复查", next_on=OLD)),
        (Source.PROMISE, Promise(client_id=1, what="小样", due_on=OLD)),
    ],
)
def test_a_follow_up_moves_and_comes_back_by_undo(
    book_database: Database, journal: Journal, source: Source, record: Record
) -> None:
    number = written(journal, record)
    field = "due_on" if source is Source.PROMISE else "next_on"

    change = FollowUps(journal).move(occasion(source, number), NEW)

    assert (change.action, change.subject) == ("follow_up.move", "王雅琴")
    with book_database.read() as session:
        [moved] = fetch(session, type(record))
        assert getattr(moved, field) == NEW
    journal.undo()
    with book_database.read() as session:
        [back] = fetch(session, type(record))
        assert getattr(back, field) == OLD


def test_a_birthday_stays_on_its_day(journal: Journal) -> None:
    with pytest.raises(DayIsFixed):
        FollowUps(journal).move(occasion(Source.DATE, 1), NEW)


def test_moved_back_to_a_day_it_was_let_go_on_it_is_open_again(
    book_database: Database, journal: Journal
) -> None:
    number = written(journal, Promise(client_id=1, what="小样", due_on=OLD))
    there = occasion(Source.PROMISE, number)
    with journal.change("reminder.dismiss") as work:
        kept = Kept(state=ReminderState.DISMISSED, changed_at=NOW)
        keep(work.session, [_on_the_day(there)], kept)
    follow_ups = FollowUps(journal)

    follow_ups.move(there, NEW)
    follow_ups.move(occasion(Source.PROMISE, number, NEW), OLD)

    with book_database.read() as session:
        assert kept_between(session, OLD, NEW) == {}


def test_a_snooze_does_not_go_along_to_the_new_day(
    book_database: Database, journal: Journal
) -> None:
    number = written(journal, Promise(client_id=1, what="小样", due_on=OLD))
    there = occasion(Source.PROMISE, number)
    with journal.change("reminder.snooze") as work:
        kept = Kept(state=ReminderState.SNOOZED, changed_at=NOW, snoozed_until=NOW)
        keep(work.session, [_on_the_day(there)], kept)

    FollowUps(journal).move(there, NEW)

    with book_database.read() as session:
        assert kept_between(session, OLD, NEW) == {}


def test_done_leaves_a_contact_with_the_next_day(book_database: Database, journal: Journal) -> None:
    number = written(journal, Contact(client_id=1, on=dt.date(2026, 11, 1), next_on=OLD))
    there = occasion(Source.TALK, number)

    FollowUps(journal).done(there, NOW, outcome="约了复查", next_on=NEW)

    with book_database.read() as session:
        new = fetch(session, Contact)[-1]
        assert (new.on, new.outcome, new.next_on) == (TODAY, "约了复查", NEW)
        kept = kept_between(session, OLD, OLD)
        assert kept[there.key(Stage.DAY)].state is ReminderState.DONE


def test_a_promise_done_is_kept_and_leaves_no_empty_contact(
    book_database: Database, journal: Journal
) -> None:
    number = written(journal, Promise(client_id=1, what="小样", due_on=OLD))

    FollowUps(journal).done(occasion(Source.PROMISE, number), NOW, next_on=None)

    with book_database.read() as session:
        [promise] = fetch(session, Promise)
        assert promise.state is PromiseState.KEPT
        assert fetch(session, Contact) == []
