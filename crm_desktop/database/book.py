"""An open book: read and write sessions over one encrypted file, and its upkeep."""

import contextlib
import pathlib
import threading
from collections.abc import Callable, Iterator, Sequence

from sqlalchemy import Connection, Engine, create_engine, event, pool
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import Session, sessionmaker

from crm_desktop import migrations
from crm_desktop.clock import Clock
from crm_desktop.database import copying, driver, wal
from crm_desktop.database.failures import translated
from crm_desktop.database.key import DatabaseKey
from crm_desktop.domain.errors import (
    BookBusy,
    BookClosed,
    BookExists,
    BookTooNew,
    CrmError,
    DamagedPart,
    DatabaseDamaged,
)

CHECKPOINT_AFTER_WRITE = 30.0
CHECKPOINT_AFTER_DELETE = 5.0
CLOSING_SECONDS = 5.0
MANY_ROWS = 50_000
"""So many at once leave their log for the next checkpoint: nobody waits for that second too."""

_WRITES = "crm_writes"

BeforeMigration = Callable[["Database"], None]


class Database:
    """One open file. Any thread may read; one writes at a time.

    Attributes:
        path: the file.
        sessions: makes the sessions that write; listeners for flushes go here.
        changes: how many rows were written since opening, triggers included.
    """

    def __init__(self, path: pathlib.Path, key: DatabaseKey, clock: Clock) -> None:
        self.path = path
        self.changes = 0
        self._key = key.copy()
        self._clock = clock
        self._open: list[DBAPIConnection] = []
        self._closed = False
        self._busy = 0
        self._state = threading.Condition()
        self._pen = threading.Lock()
        self._pen_held_by: int | None = None
        self._checkpoint_at: float | None = None
        self._deleted = False
        self._engine = self._make_engine()
        writing = self._engine.execution_options(**{_WRITES: True})
        self.sessions = sessionmaker(writing, expire_on_commit=False)
        self._reading = sessionmaker(self._engine, expire_on_commit=False, autoflush=False)

    @classmethod
    def create(
        cls,
        path: pathlib.Path,
        key: DatabaseKey,
        clock: Clock,
        steps: Sequence[migrations.Step] = migrations.STEPS,
    ) -> "Database":
        """Make a new file with the newest schema and return it open.

        Raises:
            BookExists: there is a file already; it is never written over.
        """
        driver.check_driver()
        if path.exists():
            raise BookExists(path.parent)
        database = cls(path, key, clock)
        try:
            database._migrate(steps)
        except BaseException:
            database.close()
            path.unlink(missing_ok=True)
            raise
        return database

    @classmethod
    def open(
        cls,
        path: pathlib.Path,
        key: DatabaseKey,
        clock: Clock,
        *,
        before_migration: BeforeMigration,
        steps: Sequence[migrations.Step] = migrations.STEPS,
    ) -> "Database":
        """Open the book at `path`; `before_migration` makes a verified backup of an older one.

        Raises:
            BookMissing: there is no file.
            DatabaseDamaged: too short, not encrypted, or its log is damaged.
            WrongKey: the first page does not decrypt.
            BookTooNew: a newer app wrote it; nothing was changed.
        """
        driver.check_driver()
        driver.check_size(path)
        if wal.look(wal.log_of(path)) is wal.WalState.DAMAGED:
            raise DatabaseDamaged(path, DamagedPart.LOG)
        found = driver.peek_version(path, key)
        if found > len(steps):
            raise BookTooNew(path, found, len(steps))
        database = cls(path, key, clock)
        try:
            if found < len(steps):
                before_migration(database)
                database._migrate(steps)
        except BaseException:
            database.close()
            raise
        return database

    @contextlib.contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session over one unmoving state of the book; writing in it raises."""
        with self._at_work(), translated(self.path), self._reading() as session:
            yield session

    @contextlib.contextmanager
    def write(self) -> Iterator[Session]:
        """Give the one writing session; it is committed to disk at the end, or not at all.

        Raises:
            DiskFull, FolderNotWritable, DiskFailed: nothing was written, later tries may work.
            BookClosed: the book was locked meanwhile.
        """
        with self._writing(), self._at_work(), translated(self.path), self.sessions() as session:
            raw = session.connection().connection.driver_connection
            _checkpoint_beyond(raw, driver.LOG_PAGES)
            before = _rows_written(raw)
            self._deleted = False
            yield session
            session.flush()
            # Counted before the commit: it hands the connection back, and the pool may close it.
            written = _rows_written(raw) - before
            if written > MANY_ROWS:
                _checkpoint_beyond(raw, 0)
            session.commit()
            self._note(written)

    @property
    def is_open(self) -> bool:
        """Say whether work is still taken."""
        return not self._closed

    def checkpoint_wanted_in(self) -> float | None:
        """Return the seconds until `checkpoint` is due, 0 if overdue, None if nothing waits."""
        if self._checkpoint_at is None:
            return None
        return max(0.0, self._checkpoint_at - self._clock.monotonic())

    def checkpoint(self) -> None:
        """Bring the log into the file and empty it.

        Raises:
            BookBusy: a reader still holds an older state; try again later.
        """
        with self._writing(), self._at_work(), translated(self.path):
            self._checkpoint()

    def compact(self) -> None:
        """Write the whole file anew, without what deleted rows may have left between the others."""
        with self._writing(), self._at_work(), translated(self.path):
            with self._engine.connect() as connection:
                _compact(connection.connection.driver_connection)
            self._checkpoint()

    def interrupt(self) -> None:
        """Stop whatever statement runs in any thread; its caller gets `Cancelled`."""
        for conn in tuple(self._open):
            conn.interrupt()

    def snapshot(self, target: pathlib.Path, key: DatabaseKey | None = None) -> None:
        """Copy the book as it is now into the new file `target`, under its own key or another."""
        with self.read() as session:
            connection = session.connection()
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
            copying.copy_into(connection, target, key or self._key)

    def move_to(self, target: pathlib.Path, key: DatabaseKey) -> None:
        """Copy the book into `target` under `key` and close: no write can fall in between."""
        with self._writing():
            self.snapshot(target, key)
            self.close()

    def integrity(self) -> None:
        """Check every page of the file, its structure and its foreign keys.

        Raises:
            DatabaseDamaged: something does not hold.
        """
        self.checkpoint()
        with self._at_work(), translated(self.path):
            conn = driver.connect(self.path, self._key)
            try:
                copying.check_pages(conn, self.path)
            finally:
                conn.close()

    def close(self) -> None:
        """Refuse work, interrupt, empty the log, close every connection and wipe the key."""
        with self._state:
            if self._closed:
                return
            self._closed = True
            self.interrupt()
            self._state.wait_for(self._is_idle, timeout=CLOSING_SECONDS)
        try:
            # A disk that is full or gone leaves the log as it is: whole, and read on opening.
            with contextlib.suppress(CrmError), translated(self.path):
                self._checkpoint()
        finally:
            self._engine.dispose()
            self._key.wipe()

    def _make_engine(self) -> Engine:
        """Return the engine: keyed connections, transactions begun by us, no values in logs."""
        engine = create_engine(
            "sqlite+pysqlite://",
            module=driver.DRIVER,
            creator=self._connect,
            poolclass=pool.QueuePool,
            pool_size=3,
            max_overflow=-1,
            pool_use_lifo=True,
            hide_parameters=True,
        )
        event.listen(engine, "begin", _begin)
        event.listen(engine, "close", self._forget)
        event.listen(engine, "before_cursor_execute", self._watch)
        return engine

    def _connect(self) -> DBAPIConnection:
        """Return a new connection for the pool, remembered so that it can be interrupted."""
        with translated(self.path):
            conn: DBAPIConnection = driver.connect(self.path, self._key)
        self._open.append(conn)
        return conn

    def _forget(self, conn: DBAPIConnection, _record: object) -> None:
        """Leave out a connection the pool has closed."""
        with contextlib.suppress(ValueError):
            self._open.remove(conn)

    def _watch(self, *seen: object) -> None:
        """Remember a deletion: what was deleted leaves the log sooner."""
        if str(seen[2]).lstrip()[:6].upper() == "DELETE":
            self._deleted = True

    @contextlib.contextmanager
    def _at_work(self) -> Iterator[None]:
        """Count a piece of work, which closing waits for; refuse it once closed."""
        with self._state:
            if self._closed:
                raise BookClosed
            self._busy += 1
        try:
            yield
        finally:
            with self._state:
                self._busy -= 1
                self._state.notify_all()

    def _is_idle(self) -> bool:
        return self._busy == 0

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        """Hold the pen; asking for it twice in one thread is a bug, not a wait for ever."""
        me = threading.get_ident()
        if self._pen_held_by == me:
            raise RuntimeError("a use case writes inside another one")
        with self._pen:
            self._pen_held_by = me
            try:
                yield
            finally:
                self._pen_held_by = None

    def _note(self, rows: int) -> None:
        """Take down that rows were written, and when the log is to be emptied for it."""
        if rows == 0:
            return
        self.changes += rows
        wait = CHECKPOINT_AFTER_DELETE if self._deleted else CHECKPOINT_AFTER_WRITE
        due = self._clock.monotonic() + wait
        self._checkpoint_at = min(due, self._checkpoint_at or due)

    def _checkpoint(self) -> None:
        """Empty the log, whoever asks; `BookBusy` if a reader does not let go in time."""
        with self._engine.connect() as connection:
            raw = connection.connection.driver_connection
            if _pragma(raw, "wal_checkpoint(TRUNCATE)") != 0:
                raise BookBusy(self.path)
        self._checkpoint_at = None

    def _migrate(self, steps: Sequence[migrations.Step]) -> None:
        """Take the missing steps in one transaction."""
        with self.write() as session:
            migrations.migrate(session.connection(), steps)


def _begin(connection: Connection) -> None:
    """Begin a transaction that may write at once, or one that cannot."""
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("PRAGMA query_only=0" if writes else "PRAGMA query_only=1")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _rows_written(raw: object) -> int:
    """Return how many rows a connection of the driver has written, triggers included."""
    return int(getattr(raw, "total_changes", 0))


def _checkpoint_beyond(raw: object, pages: int) -> None:
    """Let commits empty a log that is longer; 0 lets none do it."""
    raw.execute(f"PRAGMA wal_autocheckpoint={pages}")  # type: ignore[attr-defined] # of the driver, which has no stubs


def _compact(raw: object) -> None:
    """Write a file anew, outside any transaction."""
    # The pool may hand out a connection that was last used to read.
    for order in ("PRAGMA query_only=0", "VACUUM"):
        raw.execute(order)  # type: ignore[attr-defined] # of the driver, which has no stubs


def _pragma(raw: object, name: str) -> int:
    """Return the first number a pragma answers, outside any transaction."""
    cursor = raw.execute(f"PRAGMA {name}")  # type: ignore[attr-defined] # of the driver, which has no stubs
    return int(cursor.fetchone()[0])
