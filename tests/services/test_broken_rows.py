"""One row that cannot be read silences nothing else: what is sound is told all the same."""

import datetime as dt

import pytest
from sqlalchemy import text

from crm_desktop.database import Database
from crm_desktop.domain.occasions import Rules, Source, Stage
from crm_desktop.domain.records import Contact, PointsEntry, PointsKind, Promise, Relation, Visit
from crm_desktop.domain.settings import BookSettings
from crm_desktop.services.journal import Journal, unrecorded
from crm_desktop.services.records import put
from crm_desktop.services.reminders import Reminders
from tests import builders
from tests.fakes import CHINA

NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=CHINA)
TODAY = NOW.date()
SOUND, BROKEN = 1, 2

# Every column reminding reads, with what no build of ours would write there.
BREAKS = [
    ("client_date", "calendar = 'mayan'"),
    ("client_date", "kind = 'nameday'"),
    ("client_date", "policy = 'whenever'"),
    ("client_date", "created_at = 'yesterday'"),
    ("client_date", "calendar = 'lunar', leap = 1, month = 13, day = 31, year = 1990"),
    ("client_date", "calendar = 'lunar', month = 10, day = 30, year = 9999"),
    ("client_date", "year = 'long ago'"),
    ("client_date", "lead_days = 'early'"),
    ("client_date", "lead_days = 999999999999"),
    ("date_bucket", "bucket = 'zz9'"),
    ("date_bucket", "bucket = 's1399', year = 2026"),
    ("date_bucket", "year = 9999"),
    ("client", "tier = 'S', name = ''"),
    ("client_index", "tier = 'S'"),
    ("person", "relation = 'robot', knows = 'perhaps'"),
    ("contact", "next_on = '2026-11-99'"),
    ("contact", "next_on = '0001-01-01'"),
    ("contact", "next_on = '9999-12-31'"),
    ("visit", "next_on = '2026-02-30'"),
    ("promise", "due_on = '2026-00-00'"),
    ("points_entry", "expires_on = '2026-11-31'"),
    ("points_entry", "points = 'many'"),
    ("points_entry", "\"on\" = 'soon'"),
    ("reminder", "state = 'forgotten'"),
    ("reminder", "stage = 'midnight'"),
    ("reminder", "source = 'omen'"),
    ("reminder", "changed_at = 'now'"),
    ("reminder", "changed_at = '2026-11-20T09:00:00'"),
    ("reminder", "shown_at = '2026-11-20T09:00:00', snoozed_until = 'soon'"),
    ("reminder", "state = 'snoozed', snoozed_until = '2026-11-20T09:00:00'"),
    ("reminder", "occurs_on = '2026-11-2x'"),
    (
        "reminder",
        "occurs_on = '0001-01-01', state = 'snoozed', snoozed_until = '2026-11-20T09:00:00+08:00'",
    ),
    ("reminder", "occurs_on = 'never', state = 'snoozed'"),
    ("reminder", "occurs_on = '1026-11-99', state = 'snoozed'"),
    (
        "reminder",
        "occurs_on = '2026-11-18', stage = 'prepare', state = 'ordered', source = 'omen'",
    ),
    ("reminder", "snoozed_until = '9999-12-31T23:59:59.000+00:00', state = 'snoozed'"),
]
LOOKS = ['"once"', '"2026-11-20T09:00:00"', "not json"]


@pytest.fixture
def reminders(book_database: Database, journal: Journal) -> Reminders:
    fill(journal)
    found = Reminders(book_database, journal, Rules, BookSettings)
    found.tick(NOW)
    with journal.change("forget") as work:
        work.session.execute(text("DELETE FROM reminder WHERE client_id = 1"))
        work.session.execute(text("DELETE FROM setting WHERE name = 'reminders.last_look'"))
    return found


def fill(journal: Journal) -> None:
    """Write two clients with something of every source."""
    with journal.change("fill") as work:
        for name in ("顾清禾", "何静"):
            id_ = put(work.session, builders.client(name, marked_big=True))
            child = put(
                work.session, builders.person(id_, relation=Relation.CHILD, name=f"{name}的宝宝")
            )
            for whose, year, day in ((None, 1980, 22), (child, 2026, 22), (child, 2020, 22)):
                born = builders.date(
                    id_, 11 if year < 2026 else 10, day, person_id=whose, year=year
                )
                put(work.session, born)
            put(work.session, Contact(client_id=id_, on=dt.date(2026, 11, 1), next_on=TODAY))
            put(work.session, Visit(client_id=id_, on=dt.date(2026, 11, 2), next_on=TODAY))
            put(work.session, Promise(client_id=id_, what="带小样", due_on=TODAY))
            earned = PointsEntry(
                client_id=id_,
                kind=PointsKind.EARNED,
                points=300,
                on=dt.date(2026, 1, 1),
                expires_on=dt.date(2026, 11, 29),
            )
            put(work.session, earned)


def told(reminders: Reminders, now: dt.datetime = NOW) -> list[tuple[Source, Stage]]:
    """Return what is told of the client whose rows are sound."""
    due = reminders.look(now).due
    return sorted(
        (one.occasion.source, one.stage) for one in due if one.occasion.client_id == SOUND
    )


def test_the_sound_client_is_told_of_every_source(reminders: Reminders) -> None:
    sources = {source for source, _ in told(reminders)}

    assert sources == set(Source) - {Source.FESTIVAL}


@pytest.mark.parametrize(("table", "broken"), BREAKS)
def test_one_row_that_cannot_be_read_silences_nobody_else(
    reminders: Reminders, book_database: Database, table: str, broken: str
) -> None:
    before = told(reminders)
    whose = "id" if table in {"client", "client_index"} else "client_id"
    broken = broken.replace("'omen'", "'omen', source_id = id")
    with book_database.write() as session, unrecorded(session):
        broke = f"UPDATE {table} SET {broken} WHERE {whose} = 2"  # noqa: S608 - of the table above
        hit = session.execute(text(broke))

    after = told(reminders)
    tick = reminders.look(NOW)
    reminders.told(tick, NOW)
    again = reminders.look(NOW + dt.timedelta(hours=1))
    later = reminders.look(NOW + dt.timedelta(days=9))

    assert hit.rowcount  # type: ignore[attr-defined] # of a statement that writes
    assert after == before
    assert not [one for one in again.raised if one.occasion.client_id == SOUND]
    assert told(reminders, NOW + dt.timedelta(hours=1)) == before
    assert {one.occasion.source for one in later.missed if one.occasion.client_id == SOUND} == {
        Source.DATE,
        Source.MILESTONE,
        Source.POINTS,
    }
    assert reminders.morning(NOW, 7).due
    assert reminders.raises_ahead(NOW + dt.timedelta(days=358))


@pytest.mark.parametrize("stored", LOOKS)
def test_a_last_look_that_cannot_be_read_is_as_though_there_had_been_none(
    reminders: Reminders, book_database: Database, stored: str
) -> None:
    before = told(reminders)
    with book_database.write() as session, unrecorded(session):
        name = "INSERT INTO setting (name, value) VALUES ('reminders.last_look', :stored)"
        session.execute(text(name), {"stored": stored})

    tick = reminders.tick(NOW + dt.timedelta(days=1))

    assert before
    assert tick.raised
    assert reminders.last_look() == NOW + dt.timedelta(days=1)
