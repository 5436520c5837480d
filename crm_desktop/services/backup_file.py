"""One backup in one file: a head in JSON, the slot file, the encrypted database, two seals.

`CKBACKUP1` | length of the head | head | slots | database | SHA-256 | HMAC-SHA256.
The hash shows damage without any key; the HMAC, over all before it, shows a forgery.
"""

import hashlib
import hmac
import json
import os
import pathlib
import struct
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import BinaryIO

from crm_desktop.domain.errors import BackupDamaged, BackupForeign
from crm_desktop.files import disk, sync_folder
from crm_desktop.security import slots
from crm_desktop.security.keys import Keys, Purpose

SUFFIX = ".ckbackup"

_MAGIC = b"CKBACKUP1\n"
_LENGTH = struct.Struct(">I")
_SEAL = 32
_CHUNK = 1 << 20
_LONGEST_HEAD = 1 << 20
_NUMBERS = ("schema", "generation", "stamp", "slots_length", "database_length")


class BackupReason(StrEnum):
    """What a backup was made for."""

    EXIT = "exit"
    WORK = "work"
    ASKED = "asked"
    IMPORT = "import"
    DELETE = "delete"
    MIGRATION = "migration"
    RESTORE = "restore"
    ROTATION = "rotation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a backup says about itself.

    Attributes:
        at: local time of the snapshot, ISO 8601 with offset.
        counts: rows per table.
        schema: `user_version` of the database inside.
        salt: the salt of the database inside, in hex.
        stamp: when the live file was last written, so that an unchanged book is not copied twice.
    """

    at: str
    reason: BackupReason
    counts: dict[str, int]
    schema: int
    generation: int
    book: str
    salt: str
    stamp: int
    slots_length: int
    database_length: int


def write(
    target: pathlib.Path, head: Head, slot_file: bytes, database: pathlib.Path, keys: Keys
) -> None:
    """Write a backup whole or not at all: written aside, synced, verified, renamed."""
    fresh = target.with_name(f".{target.name}.new")
    seals = _Seals(keys)
    try:
        with disk(target):
            with fresh.open("wb") as file:
                for part in _parts(head, slot_file, database):
                    seals.update(part)
                    file.write(part)
                file.write(seals.finish())
                file.flush()
                os.fsync(file.fileno())
            check(fresh, keys)
            fresh.replace(target)
            sync_folder(target.parent)
    finally:
        fresh.unlink(missing_ok=True)


def head(path: pathlib.Path) -> Head:
    """Return what the backup at `path` says about itself, unchecked: enough for a list.

    Raises:
        BackupDamaged: it does not even begin like a backup.
    """
    with disk(path), path.open("rb") as file:
        return _head(file, path)[0]


def check(path: pathlib.Path, keys: Keys | None = None) -> Head:
    """Return the head of a backup all of whose bytes hold.

    Raises:
        BackupDamaged: the hash is wrong.
        BackupForeign: the hash is right and the seal is not of `keys`.
    """
    seals = _Seals(keys)
    with disk(path), path.open("rb") as file:
        found, _ = _head(file, path)
        file.seek(0)
        for chunk in _chunks(file, path.stat().st_size - 2 * _SEAL):
            seals.update(chunk)
        stored = file.read()
    sums = seals.finish()
    if not hmac.compare_digest(stored[:_SEAL], sums[:_SEAL]) or len(stored) != 2 * _SEAL:
        raise BackupDamaged(path)
    if keys is not None and not hmac.compare_digest(stored, sums):
        raise BackupForeign(path)
    return found


def slot_file(path: pathlib.Path) -> slots.SlotFile:
    """Return the slot file inside a backup: the passphrases of its own time open it."""
    with disk(path), path.open("rb") as file:
        found, _ = _head(file, path)
        data = file.read(found.slots_length)
    return slots.decode(data, path)


def extract(path: pathlib.Path, target: pathlib.Path) -> None:
    """Write the database inside a checked backup to the new file `target`, synced."""
    with disk(target), path.open("rb") as file, target.open("xb") as out:
        found, start = _head(file, path)
        file.seek(start + found.slots_length)
        for chunk in _chunks(file, found.database_length):
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())


class _Seals:
    """The hash of what went by, and its HMAC where there are keys."""

    def __init__(self, keys: Keys | None) -> None:
        self._sum = hashlib.sha256()
        key = keys.derive(Purpose.BACKUPS) if keys is not None else None
        self._mac = hmac.new(key, digestmod="sha256") if key is not None else None

    def update(self, part: bytes) -> None:
        """Add bytes."""
        self._sum.update(part)
        if self._mac is not None:
            self._mac.update(part)

    def finish(self) -> bytes:
        """Return hash and HMAC (which covers the hash too), 64 bytes; zeros for no HMAC."""
        total = self._sum.digest()
        if self._mac is None:
            return total + bytes(_SEAL)
        self._mac.update(total)
        return total + self._mac.digest()


def _parts(head: Head, slot_file: bytes, database: pathlib.Path) -> Iterator[bytes]:
    text = json.dumps(asdict(head), sort_keys=True, separators=(",", ":")).encode("ascii")
    yield _MAGIC + _LENGTH.pack(len(text)) + text + slot_file
    with database.open("rb") as file:
        yield from _chunks(file, head.database_length)


def _chunks(file: BinaryIO, length: int) -> Iterator[bytes]:
    """Read `length` bytes piece by piece; a file that ends early just ends."""
    while length > 0:
        chunk = file.read(min(_CHUNK, length))
        if not chunk:
            return
        length -= len(chunk)
        yield chunk


def _head(file: BinaryIO, path: pathlib.Path) -> tuple[Head, int]:
    """Return the head and where what follows it begins."""
    start = file.read(len(_MAGIC) + _LENGTH.size)
    if len(start) != len(_MAGIC) + _LENGTH.size or not start.startswith(_MAGIC):
        raise BackupDamaged(path)
    (length,) = _LENGTH.unpack(start[len(_MAGIC) :])
    try:
        found = _read_head(json.loads(file.read(min(length, _LONGEST_HEAD)).decode("ascii")))
    except (ValueError, KeyError, TypeError, RecursionError):
        raise BackupDamaged(path) from None
    whole = len(start) + length + found.slots_length + found.database_length + 2 * _SEAL
    if path.stat().st_size != whole:
        raise BackupDamaged(path)
    return found, len(start) + length


def _read_head(body: Mapping[str, object]) -> Head:
    """Return the head for a JSON body, each value of its kind."""
    counts = body["counts"]
    if not isinstance(counts, dict) or len(body) != len(Head.__dataclass_fields__):
        raise TypeError("not a head")
    whole = {name: _whole(body[name]) for name in _NUMBERS}
    return Head(
        at=str(body["at"]),
        reason=BackupReason(str(body["reason"])),
        counts={str(name): _whole(count) for name, count in counts.items()},
        schema=whole["schema"],
        generation=whole["generation"],
        book=str(body["book"]),
        salt=bytes.fromhex(str(body["salt"])).hex(),
        stamp=whole["stamp"],
        slots_length=whole["slots_length"],
        database_length=whole["database_length"],
    )


def _whole(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError("not a whole number")
    return value
