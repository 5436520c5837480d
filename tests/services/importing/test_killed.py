"""Killed, or out of space, at any statement of an import, an export, a taking back."""

import contextlib
import datetime as dt
import os
import pathlib
import random
import shutil
import signal
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

import pytest
from sqlalchemy import event, text
from sqlalchemy.engine import Engine

from benchmarks.crash import child_context
from crm_desktop.database import Database, DatabaseKey
from crm_desktop.domain.errors import DiskFull
from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.records import Client
from crm_desktop.services.exports import Exports
from crm_desktop.services.imports import Imports
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import get, put
from crm_desktop.services.taking_back import TakingBack
from tests.fakes import FixedClock
from tests.services.importing.lists import Backup
from tests.services.importing.returning import (
    CLIENTS,
    FULL,
    GIFTS,
    HER,
    SYNONYMS,
    Desk,
    Manager,
    told,
)

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no kill -9 there")

KILLS: Final = int(os.environ.get("CRM_IMPORT_KILLS", "2"))
Book = dict[str, list[tuple[object, ...]]]
Deed = Callable[[Database, pathlib.Path], object]


def _apply(database: Database, folder: pathlib.Path) -> None:
    imports = _imports(database)
    imports.apply(imports.plan(imports.read(folder / "给主管2.xlsx")))


def _export(database: Database, folder: pathlib.Path) -> None:
    clock = FixedClock()
    clock.advance(dt.timedelta(hours=1))
    exports = Exports(database, Journal(database, clock))
    exports.workbook(folder / "给主管3.xlsx", recipient=Recipient.MANAGER, now=clock.now())


def _take_back(database: Database, _folder: pathlib.Path) -> None:
    TakingBack(database, Journal(database, FixedClock())).take_back(1)


DEEDS: Final[dict[str, Deed]] = {"apply": _apply, "export": _export, "take back": _take_back}


@pytest.fixture
def place(book_database: Database, desk: Desk, tmp_path: pathlib.Path) -> pathlib.Path:
    """Return a folder with a closed book, one sheet taken in, and another come back."""
    for job in ("律师", "医生"):
        path = desk.out()
        with Manager(path) as manager:
            manager.write(CLIENTS, HER, 职业=job, 喜好="百合")
            if job == "医生":
                manager.write(GIFTS, 2, 操作="删除")
        if job == "律师":
            desk.back(path)
    book_database.close()
    return tmp_path


@pytest.mark.parametrize("name", DEEDS)
def test_killed_at_any_statement_all_is_done_or_nothing(place: pathlib.Path, name: str) -> None:
    chance = random.Random(name)
    before, after, statements = _tried(place, DEEDS[name])
    assert before != after
    points = [*(chance.randrange(1, statements) for _ in range(KILLS)), statements, -1]

    for point in points:
        folder = _copied(place)
        child = child_context().Process(target=_killed, args=(str(folder), name, point))
        child.start()
        child.join()

        assert child.exitcode == -signal.SIGKILL, (point, child.exitcode)
        assert _book(folder) in (before, after), point
        if name == "export" and (folder / "给主管3.xlsx").exists():
            _comes_back(folder)


@pytest.mark.parametrize("name", DEEDS)
def test_a_disk_that_is_full_at_any_statement_leaves_all_as_it_was(
    place: pathlib.Path, name: str
) -> None:
    before, _, statements = _tried(place, DEEDS[name])
    for point in (1, statements // 2, statements):
        folder = _copied(place)
        with _opened(folder) as database, _at_statement(point, _full), pytest.raises(DiskFull):
            DEEDS[name](database, folder)

        assert _book(folder) == before
        assert not [*folder.glob(".*.part")]
        if name == "export" and (folder / "给主管3.xlsx").exists():
            _comes_back(folder)


def _killed(folder: str, name: str, point: int) -> None:
    """Do a deed in a process of its own, which ends at one statement, or after the last."""
    with _opened(pathlib.Path(folder)) as database:
        with _at_statement(point, lambda: os.kill(os.getpid(), signal.SIGKILL)):
            DEEDS[name](database, pathlib.Path(folder))
        os.kill(os.getpid(), signal.SIGKILL)


def _tried(place: pathlib.Path, deed: Deed) -> tuple[Book, Book, int]:
    """Return the book before and after a deed, and how many statements wrote or committed."""
    folder = _copied(place)
    before = _book(folder)
    with _opened(folder) as database, _at_statement(0, _nothing) as count:
        deed(database, folder)
    return before, _book(folder), len(count)


@contextlib.contextmanager
def _at_statement(point: int, do: Callable[[], None]) -> Iterator[list[str]]:
    """Do something before the n-th statement that writes or commits; yield those that ran."""
    ran: list[str] = []

    def note(statement: str) -> None:
        ran.append(statement)
        if len(ran) == point:
            do()

    def executing(*said: object) -> None:
        if str(said[2]).split()[0] in {"INSERT", "UPDATE", "DELETE", "REPLACE"}:
            note(str(said[2]))

    def committing(_connection: object) -> None:
        if len(ran) > 0:
            note("COMMIT")

    event.listen(Engine, "before_cursor_execute", executing)
    event.listen(Engine, "commit", committing)
    try:
        yield ran
    finally:
        event.remove(Engine, "before_cursor_execute", executing)
        event.remove(Engine, "commit", committing)


def _full() -> None:
    raise DiskFull(pathlib.Path("book.db"))


def _nothing() -> None:
    """Nothing happens."""


@contextlib.contextmanager
def _opened(folder: pathlib.Path) -> Iterator[Database]:
    key = DatabaseKey(key=bytearray(range(32)), salt=bytes(range(16)))
    path, clock = folder / "book.db", FixedClock()
    clock.advance(dt.timedelta(hours=1))
    database = Database.open(path, key, clock, before_migration=Database.checkpoint)
    yield database
    database.close()


def _book(folder: pathlib.Path) -> Book:
    """Return every row of every table."""
    with _opened(folder) as database, database.read() as session:
        database.integrity()
        plain = "type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        names = session.scalars(text(f"SELECT name FROM sqlite_master WHERE {plain}"))  # noqa: S608 - of our own schema
        return {
            name: [tuple(row) for row in session.execute(text(f'SELECT * FROM "{name}"'))]  # noqa: S608 - names of our own schema
            for name in names.all()
        }


def _copied(place: pathlib.Path) -> pathlib.Path:
    folder = place / f"copy{len([*place.glob('copy*')])}"
    folder.mkdir()
    for path in (*place.glob("*.xlsx"), place / "book.db"):
        shutil.copy(path, folder)
    return folder


def _imports(database: Database) -> Imports:
    clock = FixedClock()
    clock.advance(dt.timedelta(hours=1))
    return Imports(database, Journal(database, clock), Backup(), SYNONYMS, clock)


def _comes_back(folder: pathlib.Path) -> None:
    """A sheet that left though the book does not know of it overwrites nothing of hers."""
    path = folder / "给主管3.xlsx"
    with _opened(folder) as database:
        imports = _imports(database)
        assert imports.plan(imports.read(path)).writes_nothing
        with Journal(database, FixedClock()).change("test.edit") as work:
            put(work.session, replace(get(work.session, Client, FULL), occupation="她改了"))
        with Manager(path) as manager:
            manager.write(CLIENTS, HER, 职业="他改了")

        made = imports.plan(imports.read(path))

        assert told(made) == {"client.occupation": "kept"}
