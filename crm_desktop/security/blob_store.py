"""The folder of encrypted files: each written once, never changed, and copied for backups."""

import contextlib
import os
import pathlib
import shutil
from collections.abc import Iterable

from crm_desktop.domain.errors import AttachmentDamaged, AttachmentMissing
from crm_desktop.files import disk, replace_file, sync
from crm_desktop.security import blobs

_PRIVATE_FOLDER = 0o700


class BlobStore:
    """Encrypted files in one folder, under names that say nothing."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.folder = folder

    def write(self, content: bytes) -> tuple[str, str]:
        """Keep `content` in a new file, synced to disk; return its name and its key.

        Raises:
            DiskFull, FolderNotWritable: nothing was kept.
        """
        name, key = blobs.new_name(), blobs.new_key()
        self._prepare()
        replace_file(self._path(name), blobs.seal(content, key, name))
        return name, key

    def read(self, name: str, key: str) -> bytes:
        """Return what was kept under `name`.

        Raises:
            AttachmentMissing: there is no such file.
            AttachmentDamaged: it is not as it was written.
        """
        if not blobs.is_name(name) or not self._path(name).exists():
            raise AttachmentMissing
        with disk(self.folder):
            data = self._path(name).read_bytes()
        try:
            return blobs.unseal(data, key, name)
        except blobs.BlobDamagedError:
            raise AttachmentDamaged from None

    def names(self) -> set[str]:
        """Return the names of every file kept."""
        if not self.folder.is_dir():
            return set()
        return {path.name for path in self.folder.iterdir() if blobs.is_name(path.name)}

    def remove(self, names: Iterable[str]) -> None:
        """Remove files for good; one that is gone, or held by another program, is passed over."""
        for name in names:
            if blobs.is_name(name):
                with contextlib.suppress(OSError):
                    self._path(name).unlink(missing_ok=True)

    def copy_missing(self, source: "BlobStore", names: Iterable[str] | None = None) -> None:
        """Copy what `source` has, of `names` or all, and this folder has not; each whole or not.

        Raises:
            DiskFull, FolderNotWritable: some may be copied, none by halves.
        """
        wanted = source.names() if names is None else source.names() & set(names)
        missing = sorted(wanted - self.names())
        if missing:
            self._prepare()
        for name in missing:
            fresh = self.folder / f".{name}.new"
            with disk(self.folder):
                shutil.copyfile(source.folder / name, fresh)
                sync(fresh)
                os.replace(fresh, self._path(name))  # noqa: PTH105 - as one step, on Windows too

    def _prepare(self) -> None:
        with disk(self.folder):
            self.folder.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)

    def _path(self, name: str) -> pathlib.Path:
        return self.folder / name
