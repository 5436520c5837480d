"""What the driver reports, turned into the errors the app expects."""

import contextlib
import os
import pathlib
from collections.abc import Iterator

from sqlalchemy import exc
from sqlcipher3 import dbapi2

from crm_desktop.domain.errors import (
    BookBusy,
    Cancelled,
    CrmError,
    DamagedPart,
    DatabaseDamaged,
    DiskFailed,
    DiskFull,
    FolderNotWritable,
    WrongKey,
)
from crm_desktop.files import has_room

_BUSY = {dbapi2.SQLITE_BUSY, dbapi2.SQLITE_LOCKED, dbapi2.SQLITE_PROTOCOL}
_DISK = {dbapi2.SQLITE_IOERR, dbapi2.SQLITE_CANTOPEN}
# The driver's backup gives no code, only the standing text of it.
_BY_TEXT = {
    "database or disk is full": dbapi2.SQLITE_FULL,
    "disk I/O error": dbapi2.SQLITE_IOERR,
    "database disk image is malformed": dbapi2.SQLITE_CORRUPT,
    "file is not a database": dbapi2.SQLITE_NOTADB,
    "attempt to write a readonly database": dbapi2.SQLITE_READONLY,
    "unable to open database file": dbapi2.SQLITE_CANTOPEN,
    "database is locked": dbapi2.SQLITE_BUSY,
    "interrupted": dbapi2.SQLITE_INTERRUPT,
}


@contextlib.contextmanager
def translated(path: pathlib.Path) -> Iterator[None]:
    """Raise the `CrmError` for a failure of the file at `path`; let every other error pass."""
    try:
        yield
    except (exc.DBAPIError, dbapi2.Error) as error:
        told = _told(error.orig if isinstance(error, exc.DBAPIError) else error, path)
        if told is None:
            raise
        raise told from error


def _told(error: BaseException | None, path: pathlib.Path) -> CrmError | None:
    """Return the expected error for a code of SQLite, None for a bug of ours."""
    code = int(getattr(error, "sqlite_errorcode", 0)) or _BY_TEXT.get(str(error), 0)
    known: dict[int, CrmError] = {
        dbapi2.SQLITE_NOTADB: WrongKey(path),
        dbapi2.SQLITE_CORRUPT: DatabaseDamaged(path, DamagedPart.PAGES),
        dbapi2.SQLITE_FULL: DiskFull(path),
        dbapi2.SQLITE_PERM: FolderNotWritable(path.parent),
        dbapi2.SQLITE_INTERRUPT: Cancelled(),
    }
    primary = code & 0xFF
    if primary in _BUSY:
        return BookBusy(path)
    if primary in _DISK:
        return _disk_trouble(path, code)
    if primary == dbapi2.SQLITE_READONLY:
        return _read_only(path)
    return known.get(primary)


def _read_only(path: pathlib.Path) -> CrmError | None:
    """Tell a folder that refuses from a read session that writes, which is a bug of ours."""
    refused = not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    return FolderNotWritable(path.parent) if refused else None


def _disk_trouble(path: pathlib.Path, code: int) -> CrmError:
    """Tell a full disk and a forbidden folder from a disk that fails."""
    if not os.access(path.parent, os.W_OK):
        return FolderNotWritable(path.parent)
    return DiskFailed(path, code) if has_room(path) else DiskFull(path)
