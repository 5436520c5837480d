"""Where things are: the data folder of this platform, the resources, the files of a book."""

import contextlib
import os
import pathlib
import re
import sys
from dataclasses import dataclass
from enum import StrEnum

import platformdirs

from crm_desktop.domain.errors import FolderNotWritable

APP = "crm-desktop"

_PRIVATE = 0o700
_SYNCED = re.compile(
    r"onedrive|dropbox|nutstore|坚果云|icloud|mobile documents|com~apple~clouddocs|google ?drive"
    r"|my drive|百度网盘|同步空间|baidunetdisk|baidusyncdisk|weiyun|微云"
    r"|syncthing|nextcloud|owncloud",
    re.IGNORECASE,
)
_NETWORK_TYPES = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "9p", "fuse.sshfs", "davfs"}


class PlaceWarning(StrEnum):
    """Why a folder is a poor place for a book: another machine may write or copy its files."""

    NETWORK = "network"
    SYNCED = "synced"


@dataclass(frozen=True, slots=True, kw_only=True)
class BookFolder:
    """The folder of one book and the names of what lies in it."""

    path: pathlib.Path

    @property
    def slots(self) -> pathlib.Path:
        """Return the file of wrapped keys."""
        return self.path / "slots.json"

    @property
    def previous_slots(self) -> pathlib.Path:
        """Return the file of wrapped keys as it was before the last change."""
        return self.path / "slots.previous.json"

    @property
    def tries(self) -> pathlib.Path:
        """Return the count of wrong passphrases."""
        return self.path / "tries.json"

    @property
    def lock(self) -> pathlib.Path:
        """Return the file whose lock says that the book is open."""
        return self.path / "book.lock"

    @property
    def backups(self) -> pathlib.Path:
        """Return the folder of backups."""
        return self.path / "backups"

    @property
    def attachments(self) -> pathlib.Path:
        """Return the folder of photos and documents, each an encrypted file."""
        return self.path / "attachments"

    @property
    def logs(self) -> pathlib.Path:
        """Return the folder of logs."""
        return self.path / "logs"

    @property
    def window(self) -> pathlib.Path:
        """Return the state of the window, which holds nothing personal."""
        return self.path / "window.ini"

    def database(self, generation: int) -> pathlib.Path:
        """Return the database of a generation; the slot file names the one in use."""
        return self.path / f"vault-{generation}.db"

    def databases(self) -> list[pathlib.Path]:
        """Return every database file in the folder, whichever is in use."""
        return sorted(self.path.glob("vault-*.db"))

    def prepare(self) -> None:
        """Make the folder and its rooms, for this user only, and try a write.

        Raises:
            FolderNotWritable: it cannot be made or written to.
        """
        try:
            for folder in (self.path, self.backups, self.attachments, self.logs):
                folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
                folder.chmod(_PRIVATE)
            probe = self.path / f".probe-{os.getpid()}"
            probe.write_bytes(b"")
            probe.unlink()
        except OSError as error:
            raise FolderNotWritable(self.path) from error


def data_folder() -> pathlib.Path:
    """Return the folder of the book on this platform; it does not roam between machines."""
    return pathlib.Path(platformdirs.user_data_dir(APP, appauthor=False, roaming=False))


def resources_folder() -> pathlib.Path:
    """Return the resources: inside a built app, inside the installed package, or beside it."""
    frozen = getattr(sys, "_MEIPASS", None)
    here = pathlib.Path(__file__).resolve().parent
    places = [pathlib.Path(frozen)] if frozen else []
    places += [here, here.parent]
    for place in places:
        if (place / "resources").is_dir():
            return place / "resources"
    raise FileNotFoundError("the resources folder is not part of this installation")


def warnings_about(folder: pathlib.Path) -> frozenset[PlaceWarning]:
    """Return why `folder`, which need not exist yet, is a poor place; empty is fine."""
    full = folder.absolute()
    found = set()
    if _SYNCED.search(str(full)) or _is_in_synced_root(full):
        found.add(PlaceWarning.SYNCED)
    if str(full).startswith(("\\\\", "//")) or _mount_type(full) in _NETWORK_TYPES:
        found.add(PlaceWarning.NETWORK)
    return frozenset(found)


def _is_in_synced_root(folder: pathlib.Path) -> bool:
    """Say whether OneDrive, which may move the desktop and documents, holds the folder."""
    roots = (
        os.environ.get(name) for name in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
    )
    return any(root and folder.is_relative_to(root) for root in roots)


def _mount_type(folder: pathlib.Path, mounts: str | None = None) -> str:
    """Return the type of the file system below `folder` where the system tells, else nothing."""
    if mounts is None:
        with contextlib.suppress(OSError):
            mounts = pathlib.Path("/proc/self/mounts").read_text(encoding="utf-8")
    best = ("", "")
    for line in (mounts or "").splitlines():
        _, point, kind, *_ = line.split(" ")
        if len(point) >= len(best[0]) and folder.is_relative_to(point.replace("\\040", " ")):
            best = (point, kind)
    return best[1]
