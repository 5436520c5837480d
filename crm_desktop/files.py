"""Small files written whole or not at all, and what the disk says told as expected errors."""

import contextlib
import errno
import os
import pathlib
import shutil
from collections.abc import Iterator

from crm_desktop.domain.errors import CrmError, DiskFailed, DiskFull, FolderNotWritable

_PRIVATE = 0o600
_ROOM = 1 << 20
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


@contextlib.contextmanager
def disk(path: pathlib.Path) -> Iterator[None]:
    """Turn a failed call of the system about `path` into the `CrmError` it is.

    Raises:
        DiskFull, FolderNotWritable, DiskFailed: what the system said.
    """
    try:
        yield
    except OSError as error:
        raise _told(error, path) from error


def replace_file(path: pathlib.Path, data: bytes) -> None:
    """Put `data` at `path` so that after any crash the old or the new file stands there whole."""
    fresh = path.with_name(f".{path.name}.new")
    with disk(path):
        try:
            fresh.unlink(missing_ok=True)
            handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                fresh.unlink()
            raise
        sync_folder(path.parent)


def sync(path: pathlib.Path) -> None:
    """Bring a closed file, and its name in its folder, down to the disk."""
    with disk(path):
        with path.open("rb+") as file:
            os.fsync(file.fileno())
        sync_folder(path.parent)


def sync_folder(folder: pathlib.Path) -> None:
    """Bring the names in `folder` down to the disk, where a folder can be opened for it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def has_room(path: pathlib.Path) -> bool:
    """Say whether the disk of `path` still has a megabyte; what cannot be known counts as yes."""
    try:
        return shutil.disk_usage(path.parent).free >= _ROOM
    except OSError:
        return True


def _is_folder(path: pathlib.Path) -> bool:
    """Say whether `path` is a folder, as far as we may look."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _told(error: OSError, path: pathlib.Path) -> CrmError:
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return FolderNotWritable(path if _is_folder(path) else path.parent)
    if error.errno in _FULL or not has_room(path):
        return DiskFull(path)
    return DiskFailed(path, error.errno or 0)
