"""Real deletion: a client out of the book, its journal, its log and a new backup, and the proof.

It cannot be undone. A tombstone (domain/tombstones.py) keeps her from coming back by an
import or by a backup brought back.
"""

import contextlib
import datetime as dt
import json
import pathlib
from collections.abc import Callable, Collection
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from crm_desktop.clock import Clock
from crm_desktop.database import DatabaseKey, log_of
from crm_desktop.domain.errors import BookBusy, RecordGone
from crm_desktop.domain.records import Change, Client
from crm_desktop.domain.tombstones import uid_mark
from crm_desktop.security import slot_store
from crm_desktop.security.keys import Purpose
from crm_desktop.services import backup_file
from crm_desktop.services.attachments import blobs_of
from crm_desktop.services.backup_file import BackupReason
from crm_desktop.services.backups import BackupEntry, Backups, remove_database, staging
from crm_desktop.services.deletion_proof import Look, Proof, Where, Words, count_in, words_of
from crm_desktop.services.erasing import erase, other_selves, uids_of
from crm_desktop.services.opened import OpenedBook
from crm_desktop.services.records import fetch, table_of
from crm_desktop.services.tombstones import bury, marks_of_client

ACTION: Final = "client.delete_for_good"

Drop = Callable[[Collection[str]], None]


class Deletion:
    """Deletes clients of the trash for good."""

    def __init__(self, opened: OpenedBook, backups: Backups, clock: Clock, drop: Drop) -> None:
        self._opened = opened
        self._database = opened.database
        self._backups = backups
        self._clock = clock
        self._drop = drop
        # One that was broken off may have left a copy of the book behind.
        remove_database(self._staged())

    def delete(self, client_ids: Collection[int]) -> tuple[Proof, Change]:
        """Delete clients that are in the trash, back the book up without them, and look for them.

        The `Change` tells screens what to read again; it is in no journal and cannot be undone.

        Raises:
            RecordGone: none of them is in the trash any more.
            DiskFull, FolderNotWritable: they are deleted; the backup could not be made, and
                older ones hold them still.
        """
        with self._database.read() as session:
            ids = [client.id for client in _in_trash(session, client_ids)]
            words = words_of(session, {*ids, *other_selves(session, ids)})
        before = self._count(words)
        blobs = self._erase(ids)
        self._drop(blobs)
        found = self._emptied(words)
        entry = self._backups.make(self._database, self._opened.keys, BackupReason.DELETE)
        looks = (
            Look(where=Where.BOOK, found=found),
            Look(where=Where.LOG, found=self._log_length()),
            Look(where=Where.BACKUP, found=self._count_in_backup(entry, words)),
        )
        proof = Proof(
            at=self._clock.now(),
            clients=len(ids),
            words=len(words.needles),
            shared=words.shared,
            unlooked=words.unlooked,
            before=before,
            looks=looks,
            backup=entry,
            older=tuple(one.at for one in self._backups.list() if one.at < entry.at),
        )
        return proof, Change(
            id=0, action=ACTION, tables=frozenset({"client"}), client_ids=frozenset(ids)
        )

    def drop_backups_through(self, at: dt.datetime) -> int:
        """Remove every backup made until `at`, here and in the second folder; say how many."""
        return self._backups.remove_through(at)

    def _erase(self, ids: Collection[int]) -> set[str]:
        """Erase and bury in one transaction; return the files of theirs that are to go, too."""
        with self._database.write() as session:
            present = _in_trash(session, ids)
            selves = other_selves(session, ids)
            blobs = {blob for one in (*ids, *selves) for blob in blobs_of(session, one)}
            for uid in uids_of(session, selves):
                bury(session, self._opened.keys, self._clock, [uid_mark(uid)])
            for client in present:
                marks = marks_of_client(session, client)
                bury(session, self._opened.keys, self._clock, marks)
            erase(session, [client.id for client in present])
        return blobs

    def _emptied(self, words: Words) -> int:
        """Empty the log, and write the file anew if its slack holds a word; return what is left."""
        with contextlib.suppress(BookBusy):
            self._database.checkpoint()
        found = self._count(words)
        if found:
            with contextlib.suppress(BookBusy):
                self._database.compact()
            found = self._count(words)
        return found

    def _count(self, words: Words) -> int:
        """Count the words in a copy of the book, page for page; the live file is never opened."""
        slots = slot_store.load(self._opened.folder.slots)
        key = self._key(slots.salt)
        staged = self._staged()
        with staging(staged):
            self._database.snapshot(staged, key)
            return count_in(staged, key, words.needles)

    def _count_in_backup(self, entry: BackupEntry, words: Words) -> int:
        head = backup_file.check(entry.path, self._opened.keys)
        staged = self._staged()
        with staging(staged):
            backup_file.extract(entry.path, staged)
            return count_in(staged, self._key(bytes.fromhex(head.salt)), words.needles)

    def _log_length(self) -> int:
        """Return how many bytes the log holds: none once it was emptied."""
        log = log_of(self._database.path)
        return log.stat().st_size if log.exists() else 0

    def _staged(self) -> pathlib.Path:
        return self._opened.folder.path / ".deletion.db"

    def _key(self, salt: bytes) -> DatabaseKey:
        return DatabaseKey(key=self._opened.keys.derive(Purpose.DATABASE), salt=salt)


def _in_trash(session: Session, client_ids: Collection[int]) -> list[Client]:
    client = table_of(Client).c
    among = func.json_each(json.dumps(list(client_ids))).table_valued("value").c.value
    found = fetch(session, Client, client.id.in_(select(among)), client.trashed_on.is_not(None))
    if not found:
        raise RecordGone(Client.__name__, next(iter(client_ids), 0))
    return found
