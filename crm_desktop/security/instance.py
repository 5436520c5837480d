"""One window or one command at a time: a lock of the operating system on a file.

The system lets go of it when the process ends, however it ends, so that no stale lock can
keep her out. The file stays; only the lock on it means something.
"""

import contextlib
import errno
import os
import pathlib
import sys
from collections.abc import Iterator

from crm_desktop.domain.errors import AlreadyOpen, DiskFailed
from crm_desktop.files import disk

_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}

if sys.platform == "win32":
    import msvcrt

    def take(handle: int) -> None:
        """Lock an open file until it is closed; `OSError` where another has it, or none can."""
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def take(handle: int) -> None:
        """Lock an open file until it is closed; `OSError` where another has it, or none can."""
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextlib.contextmanager
def hold(lock: pathlib.Path) -> Iterator[None]:
    """Hold the lock file of a book while the block runs.

    Raises:
        AlreadyOpen: another process, or another hold in this one, has it.
        FolderNotWritable, DiskFailed: the file cannot be made, or not be locked.
    """
    with disk(lock):
        lock.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            take(handle)
        except OSError as error:
            if error.errno not in _TAKEN:
                raise DiskFailed(lock, error.errno or 0) from error
            raise AlreadyOpen(lock.parent) from None
        yield
    finally:
        os.close(handle)


def is_held(lock: pathlib.Path) -> bool:
    """Say whether somebody has the book open at this moment."""
    try:
        with hold(lock):
            return False
    except AlreadyOpen:
        return True
