"""Sessions: one writer, unmoving readers, and what happens at the edges."""

import contextlib
import datetime as dt
import pathlib
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import exc, text

from crm_desktop.database import Database, DatabaseKey, driver
from crm_desktop.domain.errors import BookClosed, BookExists, BookMissing, Cancelled
from tests.fakes import FixedClock
from tests.vaults import jot, jotted, key, new_database, open_database

ENDLESS = text(
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
)


@pytest.fixture
def secret() -> DatabaseKey:
    return key()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def database(tmp_path: pathlib.Path, secret: DatabaseKey, clock: FixedClock) -> Iterator[Database]:
    opened = new_database(tmp_path / "vault-1.db", secret, clock)
    yield opened
    opened.close()


def test_a_write_beside_many_readers_counts_its_rows(database: Database) -> None:
    with contextlib.ExitStack() as readers:
        for _ in range(4):
            readers.enter_context(database.read()).execute(text("SELECT 1")).all()
        before = database.changes
        with database.write() as session:
            session.execute(text("CREATE TABLE beside (id INTEGER PRIMARY KEY)"))
            session.execute(text("INSERT INTO beside VALUES (1), (2)"))

    assert database.changes == before + 2


def test_what_was_written_is_there_after_opening_again(
    database: Database, secret: DatabaseKey
) -> None:
    jot(database, "lily", "carnation")
    database.close()

    again = open_database(database.path, secret)

    assert jotted(again) == ["lily", "carnation"]
    again.close()


def test_an_error_leaves_nothing_of_a_write(database: Database) -> None:
    with pytest.raises(exc.IntegrityError):
        jot(database, "half", None)

    assert jotted(database) == []


def test_a_reader_sees_one_unmoving_state(database: Database) -> None:
    jot(database, "before")

    with database.read() as session:
        first = session.execute(text("SELECT count(*) FROM note")).scalar_one()
        jot(database, "meanwhile")
        second = session.execute(text("SELECT count(*) FROM note")).scalar_one()

    assert (first, second) == (1, 1)
    assert len(jotted(database)) == 2


def test_writing_in_a_read_session_is_a_bug_and_raises(database: Database) -> None:
    with pytest.raises(exc.OperationalError, match="readonly"), database.read() as session:
        session.execute(text("INSERT INTO note (words) VALUES ('x')"))


def test_a_write_within_a_write_is_a_bug_and_raises(database: Database) -> None:
    with pytest.raises(RuntimeError), database.write(), database.write():
        pass

    jot(database, "goes on")
    assert jotted(database) == ["goes on"]


def test_writers_in_many_threads_lose_nothing(database: Database) -> None:
    def work(name: int) -> None:
        for step in range(20):
            jot(database, f"{name}-{step}")

    threads = [threading.Thread(target=work, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(set(jotted(database))) == 80


def test_interrupting_ends_a_running_statement(database: Database) -> None:
    failures: list[BaseException] = []
    running = threading.Event()

    def work() -> None:
        try:
            with database.read() as session:
                raw: Any = session.connection().connection.driver_connection
                raw.set_progress_handler(running.set, 1000)
                session.execute(ENDLESS)
        except Cancelled as error:
            failures.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    assert running.wait(5)
    database.interrupt()
    thread.join(5)

    assert len(failures) == 1


def test_a_closed_book_refuses_work_and_has_forgotten_its_key(database: Database) -> None:
    database.close()

    with pytest.raises(BookClosed), database.read():
        pass
    with pytest.raises(BookClosed), database.write():
        pass
    assert database._key.is_wiped
    assert database._open == []


@pytest.mark.parametrize(
    ("statement", "seconds"),
    [("UPDATE note SET words = 'y'", 30.0), ("DELETE FROM note", 5.0), ("SELECT 1", None)],
)
def test_the_log_is_emptied_sooner_after_a_deletion(
    database: Database, statement: str, seconds: float | None
) -> None:
    jot(database, "x")
    database.checkpoint()

    with database.write() as session:
        session.execute(text(statement))

    assert database.checkpoint_wanted_in() == seconds


@pytest.mark.parametrize(("many", "stays"), [(10, True), (1000, False)])
def test_the_log_of_very_many_rows_waits_for_the_checkpoint(
    database: Database, monkeypatch: pytest.MonkeyPatch, *, many: int, stays: bool
) -> None:
    monkeypatch.setattr("crm_desktop.database.book.MANY_ROWS", many)
    monkeypatch.setattr("crm_desktop.database.driver.LOG_PAGES", 5)
    before = database.path.stat().st_size

    jot(database, *("x" * 4000 for _ in range(100)))

    assert (database.path.stat().st_size == before) is stays
    assert database.checkpoint_wanted_in() is not None
    jot(database, "lily")
    assert database.path.stat().st_size > before


def test_an_overdue_checkpoint_says_zero_and_is_done_once(
    database: Database, clock: FixedClock
) -> None:
    jot(database, "x")
    clock.advance(dt.timedelta(minutes=1))

    overdue = database.checkpoint_wanted_in()
    database.checkpoint()

    assert overdue == 0
    assert database.checkpoint_wanted_in() is None
    assert database.path.with_name("vault-1.db-wal").stat().st_size == 0


def test_every_connection_carries_the_pragmas_of_the_vault(database: Database) -> None:
    asked = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
        "fullfsync": 1,
        "checkpoint_fullfsync": 1,
        "wal_autocheckpoint": 200,
        "cipher_status": "1",
    }

    with database.read() as one, database.read() as two:
        for session in (one, two):
            found = {name: session.execute(text(f"PRAGMA {name}")).scalar_one() for name in asked}
            assert found == asked


def test_a_failing_statement_does_not_repeat_its_values(database: Database) -> None:
    with pytest.raises(exc.OperationalError) as caught, database.write() as session:
        session.execute(
            text("INSERT INTO nowhere VALUES (:words)"), {"words": "王小明 13800138000"}
        )

    assert "13800138000" not in str(caught.value)


def test_a_book_is_never_made_over_another(database: Database, secret: DatabaseKey) -> None:
    with pytest.raises(BookExists):
        new_database(database.path, secret)


def test_a_book_that_is_not_there_is_not_made_by_opening(
    tmp_path: pathlib.Path, secret: DatabaseKey
) -> None:
    with pytest.raises(BookMissing):
        open_database(tmp_path / "vault-9.db", secret)

    assert list(tmp_path.iterdir()) == []


def test_a_snapshot_under_another_key_holds_the_same(
    database: Database, tmp_path: pathlib.Path
) -> None:
    jot(database, "lily")
    other = key()

    database.snapshot(tmp_path / "copy.db", other)

    copy = open_database(tmp_path / "copy.db", other)
    assert jotted(copy) == ["lily"]
    copy.close()


def test_the_driver_is_new_enough() -> None:
    driver.check_driver()

    assert driver.DRIVER.sqlite_version_info >= (3, 53, 3)
