"""Days that went by, read in short: what the rule asks of them is what it asks of the others."""

import datetime as dt

import pytest
from sqlalchemy import text

from crm_desktop.database import Database
from crm_desktop.domain.dates import Calendar
from crm_desktop.domain.occasions import Kind, Rules, Stage
from crm_desktop.domain.records import DateKind, Relation, Tier
from crm_desktop.services.journal import Journal, unrecorded
from crm_desktop.services.occasions import occasions_of
from crm_desktop.services.occurrence_lookup import occurrences
from crm_desktop.services.passed import passed_of
from crm_desktop.services.records import put
from crm_desktop.services.reminders import Reminders
from tests import builders
from tests.fakes import CHINA

YEAR = dt.date(2026, 1, 1), dt.date(2026, 12, 31)
ENTERED = dt.datetime(2026, 1, 5, 10, 0, tzinfo=CHINA)


@pytest.fixture
def book(book_database: Database, journal: Journal) -> Database:
    """Return a book with every kind of day."""
    with journal.change("fill") as work:
        session = work.session
        big = put(session, builders.client("顾清禾", marked_big=True, tier=Tier.C, vip=True))
        other = put(session, builders.client("林月见"))
        child, twin = (
            put(session, builders.person(whose, relation=Relation.CHILD, name="小满"))
            for whose in (big, other)
        )
        nameless = put(session, builders.person(other, relation=Relation.CHILD))
        friend = put(session, builders.person(other, relation=Relation.FRIEND, also_client_id=big))
        for whose, person_id in ((big, child), (other, twin), (other, nameless), (other, friend)):
            facts = {"person_id": person_id, "year": 2018, "created_at": ENTERED}
            put(session, builders.date(whose, 6, 12, calendar=Calendar.LUNAR, **facts))
        put(session, builders.date(big, 2, 28, lead_days=9))
        put(session, builders.date(big, 5, 1, kind=DateKind.WEDDING, created_at=ENTERED))
        put(session, builders.date(other, 8, 8, kind=DateKind.VALUED, label="开业", year=2020))
    return book_database


def test_the_rule_is_told_the_same_in_short_as_in_full(book: Database) -> None:
    with book.read() as session:
        found = occurrences(session, *YEAR)
        full = {(one.source_id, one.on): one for one in occasions_of(session, found)}
        short = passed_of(session, found)

    assert {(one.source_id, one.on) for one in short} == full.keys()
    assert len(short) == 7
    for one in short:
        other = full[one.source_id, one.on]
        named = {"age"} if one.person_relation is Relation.CHILD and one.person_name else set()
        for field in {*one._fields} - {"age"} | named:
            assert getattr(one, field) == getattr(other, field), field
        assert one.key(Stage.DAY) == other.key(Stage.DAY)


def test_children_of_one_name_are_told_apart_by_their_ages(book: Database) -> None:
    with book.read() as session:
        ages = {one.person_name: one.age for one in passed_of(session, occurrences(session, *YEAR))}

    assert ages["小满"] == 8


def test_a_row_that_cannot_be_read_is_missed_all_the_same(book: Database, journal: Journal) -> None:
    reminders = Reminders(book, journal, Rules)
    reminders.tick(dt.datetime(2026, 4, 29, 9, 0, tzinfo=CHINA))
    with book.write() as session, unrecorded(session):
        session.execute(text("UPDATE client_date SET created_at = 'once' WHERE kind = 'wedding'"))

    [missed] = reminders.look(dt.datetime(2026, 5, 9, 9, 0, tzinfo=CHINA)).missed

    assert (missed.on, missed.occasion.kind) == (dt.date(2026, 5, 1), Kind.VALUED)
