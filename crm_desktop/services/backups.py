"""Backups: made from a snapshot, verified before they count, thinned by age."""

import contextlib
import dataclasses
import datetime as dt
import os
import pathlib
import shutil
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from crm_desktop.clock import Clock
from crm_desktop.database import Database, DatabaseKey
from crm_desktop.database.copying import check_whole, sealed_files
from crm_desktop.domain.errors import (
    AttachmentDamaged,
    AttachmentMissing,
    BackupDamaged,
    BookBusy,
    CrmError,
    DatabaseDamaged,
    WrongKey,
)
from crm_desktop.files import disk, sync
from crm_desktop.paths import BookFolder
from crm_desktop.security import slot_store
from crm_desktop.security.blob_store import BlobStore
from crm_desktop.security.keys import Keys, Purpose
from crm_desktop.services import backup_file
from crm_desktop.services.backup_file import SUFFIX, BackupReason, Head

ALL_DAYS = 2
DAILY = 12
WEEKLY = 10
MONTHLY = 6
LEAST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupEntry:
    """A backup to choose from: when, what for, how many rows of what.

    `files_gone` is known after a restore test: photos and documents it names that are not kept
    beside it any more, as after their client was deleted for good.
    """

    path: pathlib.Path
    at: dt.datetime
    reason: BackupReason
    counts: dict[str, int]
    size: int
    files_gone: int = 0


class Backups:
    """The backups of one book in its folder, and copies of them in a second one if wanted."""

    def __init__(
        self, folder: BookFolder, clock: Clock, second: pathlib.Path | None = None
    ) -> None:
        self._folder = folder
        self._clock = clock
        self._second = second

    def copy_to(self, second: pathlib.Path | None) -> None:
        """Copy every backup from now on into `second` too, or nowhere else."""
        self._second = second

    def make(
        self, database: Database, keys: Keys, reason: BackupReason, to: pathlib.Path | None = None
    ) -> BackupEntry:
        """Make a verified backup, in folder `to` if given, and thin the older ones.

        Raises:
            DatabaseDamaged: the book itself does not hold; no backup was made.
            DiskFull, FolderNotWritable: nothing was written.
        """
        folder = to or self._folder.backups
        with disk(folder):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with contextlib.suppress(BookBusy):
            database.checkpoint()
        path = self._written(folder, database, keys, reason)
        if to is None:
            self._copy_away(path)
            self._thin()
        return _entry(path, backup_file.head(path))

    def back_up_if_changed(
        self,
        database: Database,
        keys: Keys,
        reason: BackupReason,
        not_within: dt.timedelta = dt.timedelta(0),
    ) -> BackupEntry | None:
        """Make a backup unless the newest holds all this, or is younger than `not_within`."""
        newest = next(iter(self.list()), None)
        if newest is not None:
            if self._clock.now() - newest.at < not_within:
                return None
            with contextlib.suppress(BookBusy):
                database.checkpoint()
            if backup_file.head(newest.path).stamp == _stamp(database.path):
                return None
        return self.make(database, keys, reason)

    def list(self) -> list[BackupEntry]:
        """Return the backups that can be read, newest first."""
        found = []
        for path in self._folder.backups.glob(f"*{SUFFIX}"):
            with contextlib.suppress(CrmError):
                found.append(_entry(path, backup_file.head(path)))
        return sorted(found, key=_newest_last, reverse=True)

    def remove_through(self, at: dt.datetime) -> int:
        """Remove every backup made until `at`, here and in the second folder; say how many."""
        last = at.replace(tzinfo=None)
        gone = set()
        for folder in self._folders():
            for path in folder.glob(f"*{SUFFIX}"):
                made = _time_of(path)
                if made is not None and made <= last:
                    with disk(folder):
                        path.unlink(missing_ok=True)
                    gone.add(path.name)
        return len(gone)

    def forget_files(self, names: Collection[str]) -> None:
        """Remove photos and documents from beside the backups, as on real deletion."""
        forget_files(self._folders(), names)

    def verify(self, path: pathlib.Path, keys: Keys) -> BackupEntry:
        """Take the backup apart and check all of it, photos too: the restore test.

        Raises:
            BackupDamaged: hash, pages or counts are wrong.
            BackupForeign: whole, but made under other keys.
        """
        head = backup_file.check(path, keys)
        staged = self._folder.backups / f".test-{os.getpid()}.db"
        with staging(staged):
            unpack(path, head, staged, keys)
            key = DatabaseKey(key=keys.derive(Purpose.DATABASE), salt=bytes.fromhex(head.salt))
            gone = _files_gone(path, sealed_files(staged, key))
        return dataclasses.replace(_entry(path, head), files_gone=gone)

    def _written(
        self, folder: pathlib.Path, database: Database, keys: Keys, reason: BackupReason
    ) -> pathlib.Path:
        """Snapshot, check, write; the salt and the slots are those of this very moment."""
        slots = slot_store.load(self._folder.slots)
        data = self._folder.slots.read_bytes()
        at = self._clock.now()
        stamp = _stamp(database.path)
        staged = folder / f".snapshot-{os.getpid()}.db"
        key = DatabaseKey(key=keys.derive(Purpose.DATABASE), salt=slots.salt)
        with staging(staged):
            database.snapshot(staged, key)
            counts, schema = check_whole(staged, key)
            head = Head(
                at=at.isoformat(timespec="microseconds"),
                reason=reason,
                counts=counts,
                schema=schema,
                generation=slots.generation,
                book=slots.book.hex(),
                salt=slots.salt.hex(),
                stamp=stamp,
                slots_length=len(data),
                database_length=staged.stat().st_size,
            )
            # Whatever the snapshot names was on disk before it was named.
            _files_beside(folder).copy_missing(BlobStore(self._folder.attachments))
            path = folder / f"{at:%Y%m%d-%H%M%S-%f}-{reason.value}{SUFFIX}"
            backup_file.write(path, head, data, staged, keys)
        return path

    def _copy_away(self, path: pathlib.Path) -> None:
        """Copy a finished backup into the second folder."""
        if self._second is None:
            return
        target = self._second / path.name
        fresh = target.with_name(f".{path.name}.new")
        with disk(self._second):
            self._second.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, fresh)
            sync(fresh)
            fresh.replace(target)
        backup_file.check(target)
        _files_beside(self._second).copy_missing(_files_beside(path.parent))

    def _folders(self) -> tuple[pathlib.Path, ...]:
        """Return where backups lie: here, and in the second folder if there is one."""
        return tuple(filter(None, (self._folder.backups, self._second)))

    def _thin(self) -> None:
        """Remove what the plan does not keep, here and in the second folder."""
        for folder in self._folders():
            times = {_time_of(path): path for path in folder.glob(f"*{SUFFIX}")}
            known = [at for at in times if at is not None]
            keep = kept(known, self._clock.now().replace(tzinfo=None))
            for at in known:
                if at not in keep:
                    times[at].unlink(missing_ok=True)


def kept(times: Iterable[dt.datetime], now: dt.datetime) -> set[dt.datetime]:
    """Return the backups to keep: all of 2 days, then the last of 12 days, 10 weeks, 6 months.

    Only days, weeks and months that have a backup count, so that a long pause thins nothing.
    Never fewer than the 3 newest. All times are local and without offset.
    """
    newest_first = sorted(times, reverse=True)
    keep = {at for at in newest_first if now - at < dt.timedelta(days=ALL_DAYS)}
    keep.update(newest_first[:LEAST])
    days = {at.date().toordinal(): at for at in reversed(newest_first)}
    weeks = {at.date().isocalendar()[:2]: at for at in reversed(newest_first)}
    months = {(at.year, at.month): at for at in reversed(newest_first)}
    keep.update(days[key] for key in sorted(days, reverse=True)[:DAILY])
    keep.update(weeks[key] for key in sorted(weeks, reverse=True)[:WEEKLY])
    keep.update(months[key] for key in sorted(months, reverse=True)[:MONTHLY])
    return keep


def unpack(path: pathlib.Path, head: Head, target: pathlib.Path, keys: Keys) -> None:
    """Write the database inside a backup to `target` and check every page and count of it.

    Raises:
        BackupDamaged: it does not hold, although its hash does.
    """
    backup_file.extract(path, target)
    key = DatabaseKey(key=keys.derive(Purpose.DATABASE), salt=bytes.fromhex(head.salt))
    try:
        counts, schema = check_whole(target, key)
    except (DatabaseDamaged, WrongKey):
        raise BackupDamaged(path) from None
    if (counts, schema) != (head.counts, head.schema):
        raise BackupDamaged(path)


def bring_files(path: pathlib.Path, folder: BookFolder) -> None:
    """Put the photos and documents kept beside a backup back where the book has none of them."""
    BlobStore(folder.attachments).copy_missing(_files_beside(path.parent))


def forget_files(folders: Iterable[pathlib.Path], names: Collection[str]) -> None:
    """Remove photos and documents from beside the backups in `folders`, as on real deletion."""
    for folder in folders:
        _files_beside(folder).remove(names)


def _files_beside(folder: pathlib.Path) -> BlobStore:
    """Return the photos and documents kept with the backups in `folder`.

    They never change, so that one copy serves every backup.
    """
    return BlobStore(folder / "attachments")


def _files_gone(path: pathlib.Path, sealed: Iterable[tuple[str, str]]) -> int:
    """Open every file a backup names and return how many are not there.

    Raises:
        BackupDamaged: one is there and does not hold.
    """
    kept, gone = _files_beside(path.parent), 0
    for name, key in sealed:
        try:
            kept.read(name, key)
        except AttachmentMissing:
            gone += 1
        except AttachmentDamaged:
            raise BackupDamaged(path) from None
    return gone


@contextlib.contextmanager
def staging(path: pathlib.Path) -> Iterator[None]:
    """Give a place for a database that does not outlive the block, nor a broken-off earlier one."""
    remove_database(path)
    try:
        yield
    finally:
        remove_database(path)


def remove_database(path: pathlib.Path) -> None:
    """Remove a database that is not open, with its log."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        with contextlib.suppress(OSError):
            path.with_name(name).unlink(missing_ok=True)


def _entry(path: pathlib.Path, head: Head) -> BackupEntry:
    return BackupEntry(
        path=path,
        at=dt.datetime.fromisoformat(head.at),
        reason=head.reason,
        counts=head.counts,
        size=path.stat().st_size,
    )


def _newest_last(entry: BackupEntry) -> dt.datetime:
    return entry.at


def _time_of(path: pathlib.Path) -> dt.datetime | None:
    """Return the local time in the name of a backup; other files are none of ours."""
    stem = path.name.removesuffix(SUFFIX).rpartition("-")[0]
    try:
        return dt.datetime.strptime(stem, "%Y%m%d-%H%M%S-%f")  # noqa: DTZ007 - a local wall time, as named
    except ValueError:
        return None


def _stamp(database: pathlib.Path) -> int:
    """Return when the file or its log was last written, in nanoseconds."""
    log = database.with_name(f"{database.name}-wal")
    times = [database.stat().st_mtime_ns]
    with contextlib.suppress(FileNotFoundError):
        if log.stat().st_size:
            times.append(log.stat().st_mtime_ns)
    return max(times)
