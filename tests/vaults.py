"""What the tests of the vault share: a small schema, a cheap cost, a keychain in memory."""

import atexit
import functools
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import pytest
from sqlalchemy import Connection, text

from crm_desktop.clock import Clock
from crm_desktop.database import Database, DatabaseKey
from crm_desktop.paths import BookFolder
from crm_desktop.security.passphrase import KdfCost
from crm_desktop.services.opened import OpenedBook
from crm_desktop.services.vault import Vault
from tests.fakes import FixedClock

PASSPHRASE = "huhu-tiger-lamp-47-river"
OTHER_PASSPHRASE = "another lamp on river 93"
CHEAP = KdfCost(memory=64, iterations=1, lanes=1)
"""A cost far below the floor; the fixture `cheap_keys` lets it pass."""


class MemoryKeychain:
    """A keychain that works; `secrets` is what it holds."""

    def __init__(self) -> None:
        self.secrets: dict[str, bytes] = {}

    def get(self, book: str) -> bytes | None:
        return self.secrets.get(book)

    def set(self, book: str, secret: bytes) -> bool:
        self.secrets[book] = secret
        return True

    def forget(self, book: str) -> None:
        self.secrets.pop(book, None)


def key() -> DatabaseKey:
    """Return a random key."""
    return DatabaseKey(key=bytearray(os.urandom(32)), salt=os.urandom(16))


def notes(connection: Connection) -> None:
    """Make the one table of the small schema."""
    connection.exec_driver_sql("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT NOT NULL)")


def new_database(path: pathlib.Path, secret: DatabaseKey, clock: Clock | None = None) -> Database:
    """Return a new database of the small schema."""
    return Database.create(path, secret, clock or FixedClock(), steps=(notes,))


def open_database(path: pathlib.Path, secret: DatabaseKey, clock: Clock | None = None) -> Database:
    """Open a database of the small schema."""
    return Database.open(
        path, secret, clock or FixedClock(), steps=(notes,), before_migration=unexpected
    )


def unexpected(_database: Database) -> None:
    """Fail: nothing was to be migrated."""
    raise AssertionError("a migration")


def copy_live(source: pathlib.Path, target: pathlib.Path) -> None:
    """Copy the files of a live database as a killed process would leave them.

    Another process does it: opening and closing the live file here would drop its locks.
    """
    code = "import shutil, sys; shutil.copytree(sys.argv[1], sys.argv[2], dirs_exist_ok=True)"
    subprocess.run([sys.executable, "-c", code, str(source), str(target)], check=True)  # noqa: S603 - our own interpreter and code


def jot(database: Database, *words: str | None) -> None:
    """Write notes in one transaction."""
    with database.write() as session:
        for word in words:
            session.execute(text("INSERT INTO note (words) VALUES (:word)"), {"word": word})


def jotted(database: Database) -> list[str]:
    """Return the notes in order."""
    with database.read() as session:
        return list(session.execute(text("SELECT words FROM note ORDER BY id")).scalars())


def vault(path: pathlib.Path, clock: Clock | None = None) -> Vault:
    """Return the vault of a folder, with a keychain of its own."""
    return Vault(BookFolder(path=path), clock or FixedClock(), MemoryKeychain(), CHEAP)


def new_book(place: Vault) -> OpenedBook:
    """Return the new book of an empty folder open: a copy, for making one takes a while."""
    shutil.copytree(_made(), place.folder.path, dirs_exist_ok=True)
    return place.unlock(PASSPHRASE)


@functools.cache
def _made() -> pathlib.Path:
    """Return a folder with a new book, locked, made once in this process."""
    kept = tempfile.TemporaryDirectory()
    atexit.register(kept.cleanup)
    place = vault(pathlib.Path(kept.name) / "book")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("crm_desktop.security.slots.FLOOR", CHEAP)
        place.lock(place.create(PASSPHRASE).book)
    return place.folder.path


def mark(book: OpenedBook, name: str) -> None:
    """Leave a mark in a real book, where no journal asks what it is."""
    with book.database.write() as session:
        session.execute(text("INSERT INTO vault_state VALUES (:name, 1)"), {"name": name})


def marks(book: OpenedBook) -> list[str]:
    """Return the marks left."""
    query = text(
        "SELECT name FROM vault_state WHERE name NOT IN ('derived', 'revision') ORDER BY name"
    )
    with book.database.read() as session:
        return list(session.execute(query).scalars())
