"""One connection of SQLCipher: keyed, checked and set up; nothing else opens the file."""

import pathlib
from types import ModuleType

from sqlcipher3 import dbapi2

from crm_desktop.database.failures import translated
from crm_desktop.database.key import DatabaseKey, wipe
from crm_desktop.database.wal import log_of
from crm_desktop.domain.errors import (
    BookMissing,
    DamagedPart,
    DatabaseDamaged,
    DriverUnfit,
    FolderNotWritable,
)

OLDEST_SQLITE = (3, 53, 3)
SMALLEST_FILE = 4096
BUSY_SECONDS = 5.0
LOG_PAGES = 200
"""How long the log gets before a commit brings it into the file."""

_PRAGMAS = (
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "cache_size=-16384",
    "fullfsync=ON",
    "checkpoint_fullfsync=ON",
    f"wal_autocheckpoint={LOG_PAGES}",
    "journal_size_limit=0",
)

DRIVER: ModuleType = dbapi2


def connect(path: pathlib.Path, key: DatabaseKey) -> dbapi2.Connection:
    """Return a connection to `path` with key and pragmas set, usable from any thread.

    Raises:
        WrongKey: the first page does not decrypt.
        FolderNotWritable: the write-ahead log cannot be made beside the file.
    """
    with translated(path):
        conn = _keyed(str(path), key, path, uri=False)
        try:
            _set_up(conn, path)
        except BaseException:
            conn.close()
            raise
    return conn


def peek_version(path: pathlib.Path, key: DatabaseKey) -> int:
    """Return `user_version` through a read-only connection, which leaves the file as it is."""
    had_log = log_of(path).exists()
    with translated(path):
        conn = _keyed(f"{path.absolute().as_uri()}?mode=ro", key, path, uri=True)
        try:
            return int(conn.execute("PRAGMA user_version").fetchone()[0])
        finally:
            conn.close()
            if not had_log:
                # A read-only connection makes an empty log and may not remove it.
                log_of(path).unlink(missing_ok=True)
                path.with_name(f"{path.name}-shm").unlink(missing_ok=True)


def check_driver() -> None:
    """Refuse an SQLite older than 3.53.3: its full-text index corrupts memory."""
    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise DriverUnfit(dbapi2.sqlite_version)


def check_size(path: pathlib.Path) -> None:
    """Refuse an absent file, and one too short to be a database (0 bytes open as a new one)."""
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        raise BookMissing(path) from None
    if size < SMALLEST_FILE:
        raise DatabaseDamaged(path, DamagedPart.SIZE)


def plain(path: pathlib.Path) -> dbapi2.Connection:
    """Return a connection without a key, set up alike: the floor that benchmarks compare to."""
    conn = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
    _set_up(conn, path)
    return conn


def _keyed(name: str, key: DatabaseKey, path: pathlib.Path, *, uri: bool) -> dbapi2.Connection:
    """Return a connection whose key is proved by a first read and by `cipher_status`."""
    conn = dbapi2.connect(
        name, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, uri=uri
    )
    try:
        conn.execute("PRAGMA cipher_log_level=NONE")
        spec = key.spec()
        try:
            conn.set_key(spec)
        finally:
            wipe(spec)
        _prove(conn, path)
    except BaseException:
        conn.close()
        raise
    return conn


def _prove(conn: dbapi2.Connection, path: pathlib.Path) -> None:
    """Read once, which is when a wrong key shows; and make sure that there is a cipher at all."""
    conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
    status = conn.execute("PRAGMA cipher_status").fetchone()
    if status is None or str(status[0]) != "1":
        raise DatabaseDamaged(path, DamagedPart.NOT_ENCRYPTED)


def _set_up(conn: dbapi2.Connection, path: pathlib.Path) -> None:
    """Set every pragma of the vault; a log that cannot be had is a folder not fit."""
    mode = conn.execute("PRAGMA journal_mode=WAL").fetchone()[0]
    if mode != "wal":
        raise FolderNotWritable(path.parent)
    for pragma in _PRAGMAS:
        conn.execute(f"PRAGMA {pragma}")
