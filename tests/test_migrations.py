"""The schema grows in one transaction, after a backup; a newer file is refused unchanged."""

import pathlib

import pytest
from sqlalchemy import Connection, text

from crm_desktop import migrations
from crm_desktop.database import Database
from crm_desktop.domain.errors import BookTooNew
from tests.fakes import FixedClock
from tests.vaults import jot, key, new_database, notes, unexpected


def add_colour(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE note ADD COLUMN colour TEXT")


def orphan(connection: Connection) -> None:
    connection.exec_driver_sql(
        "CREATE TABLE leaf (id INTEGER PRIMARY KEY, note_id INTEGER REFERENCES note (id))"
    )
    connection.exec_driver_sql("INSERT INTO leaf (note_id) VALUES (99)")


def broken(connection: Connection) -> None:
    add_colour(connection)
    connection.exec_driver_sql("UPDATE nowhere SET x = 1")


def broken_at_once(connection: Connection) -> None:
    notes(connection)
    connection.exec_driver_sql("UPDATE nowhere SET x = 1")


def no_backup(_database: Database) -> None:
    """Leave the backup out."""


def columns(database: Database) -> list[str]:
    with database.read() as session:
        rows = session.execute(text("SELECT name FROM pragma_table_info('note')"))
        return list(rows.scalars())


def test_an_older_book_is_backed_up_then_migrated(tmp_path: pathlib.Path) -> None:
    secret, path = key(), tmp_path / "vault-1.db"
    new_database(path, secret).close()
    seen: list[list[str]] = []

    def back_up(database: Database) -> None:
        seen.append(columns(database))

    book = Database.open(
        path, secret, FixedClock(), steps=(notes, add_colour), before_migration=back_up
    )

    assert seen == [["id", "words"]]
    assert columns(book) == ["id", "words", "colour"]
    book.close()


def test_a_migration_that_fails_leaves_the_book_as_it_was(tmp_path: pathlib.Path) -> None:
    secret, path = key(), tmp_path / "vault-1.db"
    new_database(path, secret).close()

    with pytest.raises(Exception, match="nowhere"):
        Database.open(path, secret, FixedClock(), steps=(notes, broken), before_migration=no_backup)

    book = Database.open(path, secret, FixedClock(), steps=(notes,), before_migration=unexpected)
    assert columns(book) == ["id", "words"]
    book.close()


def test_without_a_backup_nothing_is_migrated(tmp_path: pathlib.Path) -> None:
    secret, path = key(), tmp_path / "vault-1.db"
    new_database(path, secret).close()

    def no_room(_database: Database) -> None:
        raise OSError("no room for the backup")

    with pytest.raises(OSError, match="no room"):
        Database.open(
            path, secret, FixedClock(), steps=(notes, add_colour), before_migration=no_room
        )

    book = Database.open(path, secret, FixedClock(), steps=(notes,), before_migration=no_room)
    assert columns(book) == ["id", "words"]
    book.close()


def test_a_step_may_not_leave_rows_without_their_parent(tmp_path: pathlib.Path) -> None:
    secret, path = key(), tmp_path / "vault-1.db"
    new_database(path, secret).close()

    with pytest.raises(ValueError, match="without their parent"):
        Database.open(path, secret, FixedClock(), steps=(notes, orphan), before_migration=no_backup)

    book = Database.open(path, secret, FixedClock(), steps=(notes,), before_migration=unexpected)
    assert columns(book) == ["id", "words"]
    book.close()


def test_a_newer_book_is_refused_and_stays_as_it_is(tmp_path: pathlib.Path) -> None:
    secret, path = key(), tmp_path / "vault-1.db"
    book = Database.create(path, secret, FixedClock(), steps=(notes, add_colour))
    jot(book, "lily")
    book.close()
    before = path.read_bytes()

    with pytest.raises(BookTooNew) as caught:
        Database.open(path, secret, FixedClock(), steps=(notes,), before_migration=unexpected)

    assert (caught.value.found, caught.value.known) == (2, 1)
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["vault-1.db"]


def test_a_new_book_begins_at_the_newest_version_without_the_steps_of_older_ones(
    tmp_path: pathlib.Path,
) -> None:
    book = Database.create(tmp_path / "vault-1.db", key(), FixedClock(), steps=(notes, broken))

    with book.read() as session:
        assert migrations.version(session.connection()) == 2
    assert columns(book) == ["id", "words"]
    book.close()


def test_a_step_that_fails_on_a_new_book_leaves_no_file(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "vault-1.db"

    with pytest.raises(Exception, match="nowhere"):
        Database.create(path, key(), FixedClock(), steps=(broken_at_once,))

    assert not path.exists()
