"""A backup brought back: into an open book, undoably, or for a book whose database is lost."""

import os
import pathlib
import secrets
from dataclasses import replace

from crm_desktop import migrations
from crm_desktop.clock import Clock
from crm_desktop.database import DatabaseKey
from crm_desktop.database.copying import copy_idle
from crm_desktop.domain.errors import (
    BackupDamaged,
    BackupForeign,
    BookTooNew,
    CrmError,
    WrongPassphrase,
)
from crm_desktop.security import slot_store, wrapping
from crm_desktop.security.keys import Keys, Purpose
from crm_desktop.security.slots import SALT_BYTES, SlotFile, SlotKind, check_seal
from crm_desktop.services import backup_file
from crm_desktop.services.backup_file import BackupReason, Head
from crm_desktop.services.backups import Backups, bring_files, remove_database, staging, unpack
from crm_desktop.services.opened import OpenedBook, database_key
from crm_desktop.services.vault import Vault


class Restoring:
    """Puts a backup in the place of the book of `vault` by one switch of the slot file."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock

    def restore(
        self, book: OpenedBook, path: pathlib.Path, passphrase: str | None = None
    ) -> OpenedBook:
        """Replace the content of an open book; what was there is backed up first.

        The ways in stay those of today. A backup from before the keys were changed wants
        the `passphrase` of its own time. `book` is closed by it.

        Raises:
            BackupDamaged, BookTooNew: nothing was changed.
            BackupForeign: other keys, and no passphrase was given.
            WrongPassphrase: the one given does not open the backup.
        """
        head, keys = self._opened(path, book.keys, passphrase)
        _check_schema(path, head)
        now = slot_store.load(book.folder.slots)
        file = replace(
            now,
            revision=now.revision + 1,
            generation=self._vault.next_generation(now),
            salt=secrets.token_bytes(SALT_BYTES),
        )
        target = book.folder.database(file.generation)
        key = database_key(book.keys, file.salt)
        self._bring(path, head, keys, target, key)
        try:
            self._keep_buried(target, key, book, keys)
            Backups(book.folder, self._clock).make(book.database, book.keys, BackupReason.RESTORE)
        except BaseException:
            remove_database(target)
            raise
        bring_files(path, book.folder)
        book.database.close()
        return self._vault.switch(file, book.keys)

    def restore_lost(self, path: pathlib.Path, passphrase: str) -> OpenedBook:
        """Make the book anew from a backup alone: its database, or all of its folder, is lost.

        The passphrase of the backup opens the book afterwards.

        Raises:
            BackupDamaged, BookTooNew, WrongPassphrase: nothing was changed.
        """
        folder = self._vault.folder
        head, keys = self._opened(path, None, passphrase)
        _check_schema(path, head)
        folder.prepare()
        present = self._present(keys)
        inside = backup_file.slot_file(path)
        file = replace(
            present or inside,
            revision=max(inside.revision, present.revision if present else 0) + 1,
            generation=self._vault.next_generation(present or inside),
            salt=secrets.token_bytes(SALT_BYTES),
        )
        target = folder.database(file.generation)
        key = database_key(keys, file.salt)
        self._bring(path, head, keys, target, key)
        self._keep_buried_lost(target, key, keys)
        bring_files(path, folder)
        return self._vault.switch(file, keys)

    def _keep_buried(
        self, target: pathlib.Path, key: DatabaseKey, book: OpenedBook, made_under: Keys
    ) -> None:
        """Leave out whom the book of today has deleted for good since the backup was made."""
        from crm_desktop.services import kept_buried  # noqa: PLC0415 - not needed at the start

        carried = kept_buried.stones_of(book.database)
        copy = kept_buried.Copy(path=target, key=key)
        kept_buried.keep_buried(copy, book.keys, made_under, carried, self._clock)

    def _keep_buried_lost(self, target: pathlib.Path, key: DatabaseKey, keys: Keys) -> None:
        """Do the same for a lost book, as far as its newest backup tells."""
        from crm_desktop.services import kept_buried  # noqa: PLC0415 - not needed at the start

        carried = kept_buried.stones_beside(self._vault.folder, keys, self._clock)
        copy = kept_buried.Copy(path=target, key=key)
        try:
            kept_buried.keep_buried(copy, keys, keys, carried, self._clock)
        except BaseException:
            remove_database(target)
            raise

    def _present(self, keys: Keys) -> SlotFile | None:
        """Return the slot file of the folder if it is whole and of the same keys."""
        path = self._vault.folder.slots
        try:
            file = slot_store.load(path)
            check_seal(file, keys, path)
        except CrmError:
            return None
        return file

    def _opened(
        self, path: pathlib.Path, keys: Keys | None, passphrase: str | None
    ) -> tuple[Head, Keys]:
        """Return the checked head of a backup and the keys it was made under."""
        if keys is not None:
            try:
                return backup_file.check(path, keys), keys
            except BackupForeign:
                if passphrase is None:
                    raise
        backup_file.check(path)
        inside = backup_file.slot_file(path)
        slot = inside.slot(SlotKind.PASSPHRASE)
        own = (
            wrapping.open_with_passphrase(slot, inside.book, passphrase)
            if slot is not None and passphrase is not None
            else None
        )
        if own is None:
            raise WrongPassphrase(0)
        try:
            return backup_file.check(path, own), own
        except BackupForeign:
            # Its own passphrase opened it, so it is the seal that does not hold.
            raise BackupDamaged(path) from None

    def _bring(
        self, path: pathlib.Path, head: Head, keys: Keys, target: pathlib.Path, key: DatabaseKey
    ) -> None:
        """Unpack and check a backup aside, then copy its database to `target` under `key`."""
        staged = target.with_name(f".restore-{os.getpid()}.db")
        inside = DatabaseKey(key=keys.derive(Purpose.DATABASE), salt=bytes.fromhex(head.salt))
        with staging(staged):
            unpack(path, head, staged, keys)
            try:
                copy_idle(staged, inside, target, key)
            except BaseException:
                remove_database(target)
                raise


def _check_schema(path: pathlib.Path, head: Head) -> None:
    """Refuse a backup of a newer app before anything is switched."""
    known = len(migrations.STEPS)
    if head.schema > known:
        raise BookTooNew(path, head.schema, known)
