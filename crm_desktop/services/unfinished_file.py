"""A file that appears whole at its place when it is finished, and not at all otherwise.

What a killed process leaves behind is swept by the next file that is written into that folder.
It is known by a name of its own, which says nothing of the file, and by nobody holding it.
"""

import contextlib
import os
import pathlib
import re
import secrets
import shutil
from collections.abc import Iterator
from typing import Final

from crm_desktop.domain.errors import FolderNotWritable, WorkbookOpenElsewhere
from crm_desktop.files import disk, sync_folder
from crm_desktop.security.instance import take

_PRIVATE: Final = 0o600
_OURS: Final = re.compile(r"\.client-keeper-[0-9a-f]{16}\.(?:part|old)")


class UnfinishedFile:
    """The bytes so far, in the target folder under a name of their own; see `unfinished`."""

    def __init__(self, path: pathlib.Path) -> None:
        self._path = path
        self._part = path.with_name(f".client-keeper-{secrets.token_hex(8)}.part")
        self._old = self._part.with_suffix(".old")
        self._is_placed = False
        with disk(path):
            _sweep(path.parent)
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            self._file = os.fdopen(os.open(self._part, flags, _PRIVATE), "wb")
        with contextlib.suppress(OSError):
            take(self._file.fileno())

    def write(self, data: bytes) -> None:
        """Append bytes.

        Raises:
            DiskFull, DiskFailed: The disk refused them.
        """
        with disk(self._path):
            self._file.write(data)

    def finish(self) -> int:
        """Put the file in its place, over an older one, and return its size.

        The older one is kept aside until the block ends, and comes back if that fails.

        Raises:
            WorkbookOpenElsewhere: Another program (Excel) holds the older one.
            DiskFull, DiskFailed: The disk refused; the older one is untouched.
        """
        with disk(self._path):
            self._file.flush()
            os.fsync(self._file.fileno())
            size = self._file.tell()
            self._file.close()
            try:
                self._set_aside()
                self._part.replace(self._path)
            except PermissionError as error:
                raise WorkbookOpenElsewhere(self._path.name) from error
            self._is_placed = True
            sync_folder(self._path.parent)
        return size

    def give_up(self) -> None:
        """Take away what was not finished, and put the older file back."""
        with contextlib.suppress(OSError):
            self._file.close()
        with contextlib.suppress(OSError):
            if self._is_placed and self._old.exists():
                self._old.replace(self._path)
            elif self._is_placed:
                self._path.unlink()
        self._clear()

    def settle(self) -> None:
        """Let the older file go; one that was never finished is given up."""
        if self._is_placed:
            self._clear()
        else:
            self.give_up()

    def _set_aside(self) -> None:
        """Give the older file a second name; where a disk has no such thing, a copy."""
        if not self._path.exists():
            return
        try:
            self._old.hardlink_to(self._path)
        except OSError:
            shutil.copy2(self._path, self._old)

    def _clear(self) -> None:
        for path in (self._part, self._old):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)


@contextlib.contextmanager
def unfinished(path: pathlib.Path) -> Iterator[UnfinishedFile]:
    """Give a file to write and to `finish`; one that is left unfinished is taken away.

    A block that fails after it finished the file, as where the book cannot write down that it
    left, finds the folder as it was before.

    Raises:
        FolderNotWritable: The folder is not there, refuses, or a folder has the file's name.
    """
    if path.is_dir() or not path.parent.is_dir():
        raise FolderNotWritable(path if path.is_dir() else path.parent)
    file = UnfinishedFile(path)
    try:
        yield file
    except BaseException:
        file.give_up()
        raise
    file.settle()


def _sweep(folder: pathlib.Path) -> None:
    """Remove what a process that ended in the middle left; what one holds now is locked."""
    for path in folder.glob(".client-keeper-*"):
        if _OURS.fullmatch(path.name):
            with contextlib.suppress(OSError):
                with path.open("rb+") as file:
                    take(file.fileno())
                path.unlink()
