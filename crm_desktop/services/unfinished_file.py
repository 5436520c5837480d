"""A file that appears whole at its place when it is finished, and not at all otherwise."""

import contextlib
import os
import pathlib
from collections.abc import Iterator
from typing import Final

from crm_desktop.domain.errors import FolderNotWritable, WorkbookOpenElsewhere
from crm_desktop.files import disk, sync_folder

_PRIVATE: Final = 0o600


class UnfinishedFile:
    """The bytes so far, in the target folder under a name of their own; see `unfinished`."""

    def __init__(self, path: pathlib.Path) -> None:
        self._path = path
        self._part = path.with_name(f".{path.name}.part")
        with disk(path):
            self._part.unlink(missing_ok=True)
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            self._file = os.fdopen(os.open(self._part, flags, _PRIVATE), "wb")

    def write(self, data: bytes) -> None:
        """Append bytes.

        Raises:
            DiskFull, DiskFailed: The disk refused them.
        """
        with disk(self._path):
            self._file.write(data)

    def finish(self) -> int:
        """Put the file in its place, over an older one, and return its size.

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
                self._part.replace(self._path)
            except PermissionError as error:
                raise WorkbookOpenElsewhere(self._path.name) from error
            sync_folder(self._path.parent)
        return size

    def give_up(self) -> None:
        """Take away what was not finished."""
        with contextlib.suppress(OSError):
            self._file.close()
        with contextlib.suppress(OSError):
            self._part.unlink()


@contextlib.contextmanager
def unfinished(path: pathlib.Path) -> Iterator[UnfinishedFile]:
    """Give a file to write and to `finish`; one that is left unfinished is taken away.

    Raises:
        FolderNotWritable: The folder is not there, refuses, or a folder has the file's name.
    """
    if path.is_dir() or not path.parent.is_dir():
        raise FolderNotWritable(path if path.is_dir() else path.parent)
    file = UnfinishedFile(path)
    try:
        yield file
    finally:
        file.give_up()
