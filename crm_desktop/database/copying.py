"""Copies of a database file: whole, of one moment, and checked."""

import pathlib

from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from crm_desktop.database.driver import connect
from crm_desktop.database.failures import translated
from crm_desktop.database.key import DatabaseKey
from crm_desktop.domain.errors import DamagedPart, DatabaseDamaged
from crm_desktop.files import sync


def copy_into(source: Connection, target: pathlib.Path, key: DatabaseKey) -> None:
    """Copy the state `source` sees into the new file `target` under `key`, synced to disk.

    `source` must stand in a transaction that has read: without that snapshot the copying
    starts again with every write beside it and never ends.
    """
    raw: dbapi2.Connection = source.connection.driver_connection
    _copy(raw, target, key)


def copy_idle(
    source: pathlib.Path, inside: DatabaseKey, target: pathlib.Path, key: DatabaseKey
) -> None:
    """Copy a file nothing writes to, of whatever schema, into the new file `target` under `key`."""
    with translated(source):
        conn = connect(source, inside)
        try:
            _copy(conn, target, key)
        finally:
            conn.close()


def _copy(source: dbapi2.Connection, target: pathlib.Path, key: DatabaseKey) -> None:
    with translated(target):
        conn = connect(target, key)
        try:
            source.backup(conn)
            conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            conn.close()
    sync(target)


def check_whole(path: pathlib.Path, key: DatabaseKey) -> tuple[dict[str, int], int]:
    """Check every page and index of a file not in use; return the rows per table, the version.

    Raises:
        DatabaseDamaged: a page, an index or a foreign key does not hold.
    """
    with translated(path):
        conn = connect(path, key)
        try:
            check_pages(conn, path)
            version = conn.execute("PRAGMA user_version").fetchone()[0]
            return count_rows(conn), int(version)
        finally:
            conn.close()


def sealed_files(path: pathlib.Path, key: DatabaseKey) -> list[tuple[str, str]]:
    """Return name and key of every file the attachments in a database not in use name."""
    with translated(path):
        conn = connect(path, key)
        try:
            if "attachment" not in count_rows(conn):
                return []
            return [*conn.execute("SELECT blob, content_key FROM attachment").fetchall()]
        finally:
            conn.close()


def check_pages(conn: dbapi2.Connection, path: pathlib.Path) -> None:
    """Check the seal of every page, then the structure; the log must be in the file already."""
    if conn.execute("PRAGMA cipher_integrity_check").fetchall():
        raise DatabaseDamaged(path, DamagedPart.PAGES)
    if conn.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise DatabaseDamaged(path, DamagedPart.PAGES)
    if conn.execute("PRAGMA foreign_key_check").fetchall():
        raise DatabaseDamaged(path, DamagedPart.PAGES)


def count_rows(conn: dbapi2.Connection) -> dict[str, int]:
    """Return how many rows each ordinary table holds, by name."""
    names = conn.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND name NOT LIKE 'sqlite_%' ORDER BY name"
    ).fetchall()
    return {
        name: int(conn.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])  # noqa: S608 - names come from the schema itself
        for (name,) in names
    }
