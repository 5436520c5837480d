"""Who was deleted for good stays so when a backup of before is brought back."""

import contextlib
import pathlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crm_desktop.clock import Clock
from crm_desktop.database import Database, DatabaseKey
from crm_desktop.domain.errors import CrmError
from crm_desktop.paths import BookFolder
from crm_desktop.security.keys import Keys
from crm_desktop.services import backup_file
from crm_desktop.services.backups import Backups, staging
from crm_desktop.services.erasing import erase
from crm_desktop.services.opened import database_key
from crm_desktop.services.tombstones import Stone, carry, retire, returned, stones


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A database that is not in use yet, and its key."""

    path: pathlib.Path
    key: DatabaseKey


def stones_of(database: Database) -> list[Stone]:
    """Return the tombstones of an open book."""
    with database.read() as session:
        return stones(session)


def stones_beside(folder: BookFolder, keys: Keys, clock: Clock) -> list[Stone]:
    """Return the tombstones in the newest backup of a book that is lost, if one can be read.

    Every deletion ends with a backup, so the newest one knows of all of them.
    """
    staged = folder.path / ".stones.db"
    for entry in Backups(folder, clock).list():
        with contextlib.suppress(CrmError), staging(staged):
            head = backup_file.check(entry.path, keys)
            backup_file.extract(entry.path, staged)
            key = database_key(keys, bytes.fromhex(head.salt))
            with _opened(staged, key, clock) as database:
                return stones_of(database)
    return []


def keep_buried(
    copy: "Copy", keys: Keys, made_under: Keys, carried: Sequence[Stone], clock: Clock
) -> int:
    """Erase from a copy of a backup whoever was deleted for good since; return how many.

    The copy gets the tombstones of today's book beside its own, whose key is kept where the
    keys of the book were renewed since it was made.
    """
    is_foreign = made_under.secret != keys.secret
    if not (carried or is_foreign):
        return 0
    with _opened(copy.path, copy.key, clock) as database:
        with database.write() as session:
            if is_foreign:
                retire(session, made_under, clock)
            carry(session, carried)
            back = returned(session, keys)
            if back:
                erase(session, back)
        if back:
            database.compact()
    return len(back)


@contextlib.contextmanager
def _opened(path: pathlib.Path, key: DatabaseKey, clock: Clock) -> Iterator[Database]:
    """Open a copy, of an older schema too, and close it again."""
    database = Database.open(path, key, clock, before_migration=_nothing)
    try:
        yield database
    finally:
        database.close()


def _nothing(_database: Database) -> None:
    """A copy of a backup needs no backup of its own."""
