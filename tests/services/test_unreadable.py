"""What reminding passes over is found, whatever is broken, and told with whose it is."""

import datetime as dt

import pytest
from sqlalchemy import text

from crm_desktop.database import Database
from crm_desktop.domain.book_check import Unreadable
from crm_desktop.domain.records import Client, Contact, Relation
from crm_desktop.domain.reminder_check import Why
from crm_desktop.services.journal import Journal, unrecorded
from tests.services.shelf import NOW, Shelf
from tests.services.test_broken_rows import BREAKS, fill

# What can be read all the same, or is told again where it cannot, silences nothing.
_HARMLESS = {"reminder", "date_bucket", "client_index"}
_READ = {
    "next_on = '0001-01-01'",
    "next_on = '9999-12-31'",
    "calendar = 'lunar', month = 10, day = 30, year = 9999",
}


@pytest.fixture
def shelf(book_database: Database, journal: Journal) -> Shelf:
    made = Shelf(book_database, journal)
    fill(journal)
    made.reminders.tick(NOW)
    return made


def spoil(database: Database, table: str, broken: str) -> int:
    whose = "id" if table in {"client", "client_index"} else "client_id"
    broken = broken.replace("'omen'", "'omen', source_id = id")
    with database.write() as session, unrecorded(session):
        hit = session.execute(text(f"UPDATE {table} SET {broken} WHERE {whose} = 2"))  # noqa: S608 - of the table
        return int(hit.rowcount)  # type: ignore[attr-defined] # of a statement that writes


@pytest.mark.parametrize(("table", "broken"), BREAKS)
def test_the_check_tells_whose_rows_cannot_be_read_and_of_everybody_else(
    shelf: Shelf, book_database: Database, table: str, broken: str
) -> None:
    hit = spoil(book_database, table, broken)

    whole = shelf.check.whole(NOW)
    hers = shelf.check.of(2, NOW)
    missed = shelf.check.missed(NOW)

    is_told = table not in _HARMLESS and broken not in _READ
    assert [(one.client_id, one.rows) for one in whole.unreadable] == [(2, hit)] * is_told
    assert hers.unreadable == hit * is_told
    assert shelf.check.of(1, NOW).unreadable == 0
    assert not missed
    assert whole.findings.reminded >= 1


def test_nothing_is_told_of_a_book_that_can_be_read(shelf: Shelf) -> None:
    assert shelf.check.whole(NOW).unreadable == ()


@pytest.mark.parametrize(
    ("calendar", "month", "day", "rows"),
    [
        ("solar", 2, 29, 0),
        ("solar", 2, 30, 3),
        ("solar", 4, 31, 3),
        ("solar", 13, 1, 3),
        ("solar", 1, 0, 3),
        ("lunar", 2, 30, 0),
        ("lunar", 2, 31, 3),
    ],
)
def test_a_day_no_calendar_has_is_told_by_name(  # noqa: PLR0913, PLR0917 - a table
    shelf: Shelf, book_database: Database, calendar: str, month: int, day: int, rows: int
) -> None:
    spoil(
        book_database,
        "client_date",
        f"calendar = '{calendar}', month = {month}, day = {day}, year = NULL",
    )

    told = shelf.check.whole(NOW).unreadable

    assert told == (Unreadable(client_id=2, name="何静", called="何静", rows=rows),) * bool(rows)


def test_nobody_in_the_trash_is_told_of(shelf: Shelf, book_database: Database) -> None:
    spoil(book_database, "client_date", "calendar = 'mayan'")
    spoil(book_database, "client", "trashed_on = '2026-11-20'")

    assert shelf.check.whole(NOW).unreadable == ()


def test_a_client_with_a_row_that_cannot_be_read_can_be_written_all_the_same(
    shelf: Shelf, book_database: Database
) -> None:
    spoil(book_database, "client_date", "calendar = 'mayan'")

    shelf.clients.put(Contact(client_id=2, on=dt.date(2026, 11, 20)))
    shelf.edit(2, notes="生日要重新问")
    shelf.check.mend([2])

    assert [one.rows for one in shelf.check.whole(NOW).unreadable] == [3]


def test_a_client_whose_own_row_cannot_be_read_is_named_all_the_same(
    shelf: Shelf, book_database: Database
) -> None:
    spoil(book_database, "client", "tier = 'S'")

    found = shelf.check.of(2, NOW)

    assert (found.client, found.stopped) == (Client(id=2, name="何静"), None)
    assert {line.why for line in found.lines} >= {None}
    assert Why.LOST not in {line.why for line in found.lines}
    assert Relation.CHILD in {line.person.relation for line in found.lines if line.person}
