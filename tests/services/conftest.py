"""A real encrypted book in a temporary folder, and what stands on it."""

import pathlib
import shutil
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
    return _key()


@pytest.fixture(scope="session")
def empty_book(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """Return a closed book with the schema and nothing else, to be copied by each test."""
    path = tmp_path_factory.mktemp("empty") / "book.db"
    Database.create(path, _key(), FixedClock()).close()
    return path


@pytest.fixture
def book_database(
    empty_book: pathlib.Path, tmp_path: pathlib.Path, book_key: DatabaseKey, clock: FixedClock
) -> Iterator[Database]:
    """Return an open encrypted book of its own."""
    path = tmp_path / "book.db"
    shutil.copy(empty_book, path)
    database = Database.open(path, book_key, clock, before_migration=Database.checkpoint)
    yield database
    database.close()


@pytest.fixture
def journal(book_database: Database, clock: FixedClock) -> Journal:
    return Journal(book_database, clock)


def _key() -> DatabaseKey:
    return DatabaseKey(key=bytearray(range(32)), salt=bytes(range(16)))
