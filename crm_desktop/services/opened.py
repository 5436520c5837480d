"""A book standing open, and the way it is opened once its keys are known."""

from dataclasses import dataclass

from sqlalchemy import text

from crm_desktop.clock import Clock
from crm_desktop.database import Database, DatabaseKey
from crm_desktop.domain.errors import BookMissing, DamagedPart, DatabaseDamaged, WrongKey
from crm_desktop.paths import BookFolder
from crm_desktop.security import slots
from crm_desktop.security.keys import Keys, Purpose
from crm_desktop.services.backup_file import BackupReason
from crm_desktop.services.backups import Backups, remove_database
from crm_desktop.services.deriving import derive_anew


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedBook:
    """An open book: its database, its keys, its folder.

    Attributes:
        slots_were_older: an older copy of the slot file was put back; older passphrases open it.
        slots_were_damaged: the slot file did not hold and was made anew from its twin.
    """

    database: Database
    keys: Keys
    folder: BookFolder
    generation: int
    slots_were_older: bool = False
    slots_were_damaged: bool = False


def database_key(keys: Keys, salt: bytes) -> DatabaseKey:
    """Return the key of the database whose header carries `salt`."""
    return DatabaseKey(key=keys.derive(Purpose.DATABASE), salt=salt)


def open_database(folder: BookFolder, file: slots.SlotFile, keys: Keys, clock: Clock) -> Database:
    """Open the database the slot file names; one of an older schema is backed up, then migrated.

    Raises:
        SlotsTampered: the slot file was changed by something else than this app.
        DatabaseDamaged, BookMissing, BookTooNew: as they say.
    """
    slots.check_seal(file, keys, folder.slots)
    path = folder.database(file.generation)

    def back_up(database: Database) -> None:
        Backups(folder, clock).make(database, keys, BackupReason.MIGRATION)

    try:
        key = database_key(keys, file.salt)
        database = Database.open(path, key, clock, before_migration=back_up)
    except WrongKey:
        # The slot file vouches for the key, so it is the first page that does not hold.
        raise DatabaseDamaged(path, DamagedPart.PAGES) from None
    except BookMissing:
        raise BookMissing(path) from None
    try:
        derive_anew(database)
    except BaseException:
        database.close()
        raise
    return database


def seen_revision(database: Database) -> int:
    """Return the highest revision of the slot file this database has seen."""
    with database.read() as session:
        row = session.execute(text("SELECT value FROM vault_state WHERE name = 'revision'"))
        return int(row.scalar_one_or_none() or 0)


def remember_revision(database: Database, revision: int) -> None:
    """Keep the revision of the slot file where an older slot file cannot take it away."""
    with database.write() as session:
        session.execute(
            text(
                "INSERT INTO vault_state (name, value) VALUES ('revision', :revision)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value"
            ),
            {"revision": revision},
        )


def sweep(folder: BookFolder, generation: int) -> None:
    """Remove databases a finished or broken-off switch has left behind."""
    for path in folder.databases():
        if path != folder.database(generation):
            remove_database(path)
