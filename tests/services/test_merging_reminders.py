"""What was answered about a day of two clients who are one: the answer furthest along stands."""

import pytest
from sqlalchemy import text

from crm_desktop.database import Database
from crm_desktop.services.duplicates import Duplicates
from crm_desktop.services.journal import Journal
from tests.builders import date
from tests.services.pairs import fill, state, two


@pytest.fixture
def duplicates(book_database: Database, journal: Journal) -> Duplicates:
    return Duplicates(book_database, journal)


@pytest.mark.parametrize(
    ("ours", "theirs", "stands"),
    [
        ("shown", "done", "done"),
        ("pending", "ordered", "ordered"),
        ("done", "snoozed", "done"),
        ("ordered", "shown", "ordered"),
        ("missed", "dismissed", "dismissed"),
    ],
)
def test_an_answer_of_either_is_not_lost_to_an_open_row(  # noqa: PLR0913, PLR0917 - a table
    duplicates: Duplicates,
    journal: Journal,
    book_database: Database,
    ours: str,
    theirs: str,
    stands: str,
) -> None:
    two(journal)
    fill(journal, date(1, 5, 1), date(2, 5, 1))
    with journal.change("fill") as work:
        for id_, answer in ((1, ours), (2, theirs)):
            work.session.execute(
                text(
                    "INSERT INTO reminder"
                    " (client_id, source, source_id, occurs_on, stage, state, changed_at)"
                    " VALUES (:id, 'date', :id, '2026-05-01', 'prepare', :state,"
                    " '2026-04-29T09:00:00+08:00')"
                ),
                {"id": id_, "state": answer},
            )
    before = state(book_database)

    duplicates.merge(1, 2, {})
    with book_database.read() as session:
        query = text("SELECT client_id, source_id, state FROM reminder")
        merged = [tuple(row) for row in session.execute(query)]
    journal.undo()

    assert merged == [(1, 1, stands)]
    assert state(book_database) == before
