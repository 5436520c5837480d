"""A real encrypted book in a temporary folder, and what stands on it."""

import pathlib
from collections.abc import Iterator

import pytest

from crm_desktop.database import Database, DatabaseKey
from crm_desktop.services.journal import Journal
from tests.fakes import FixedClock


@pytest.fixture
def clock() -> FixedClock:
    """Return a clock that stands at 09:00 on Sunday, 22 November 2026, in China."""
    return FixedClock()


@pytest.fixture
def book_key() -> DatabaseKey:
    return DatabaseKey(key=bytearray(range(32)), salt=bytes(range(16)))


@pytest.fixture
def book_database(
    tmp_path: pathlib.Path, book_key: DatabaseKey, clock: FixedClock
) -> Iterator[Database]:
    database = Database.create(tmp_path / "book.db", book_key, clock)
    yield database
    database.close()


@pytest.fixture
def journal(book_database: Database, clock: FixedClock) -> Journal:
    return Journal(book_database, clock)
