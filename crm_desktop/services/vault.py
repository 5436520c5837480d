"""The vault: made, opened in three ways, given other keys, brought back from a backup."""

import contextlib
import pathlib
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from crm_desktop.clock import Clock
from crm_desktop.database import Database, cut_to_whole, log_of
from crm_desktop.domain.errors import (
    BookExists,
    BookMissing,
    CrmError,
    KeychainRefused,
    SlotsDamaged,
    WrongPassphrase,
    WrongRecoveryCode,
)
from crm_desktop.files import disk
from crm_desktop.paths import BookFolder
from crm_desktop.security import passphrase as passphrases
from crm_desktop.security import recovery, slot_store, strength, wrapping
from crm_desktop.security.keychain import SECRET_BYTES, Keychain
from crm_desktop.security.keys import Keys
from crm_desktop.security.slots import BOOK_BYTES, SALT_BYTES, Slot, SlotFile, SlotKind
from crm_desktop.security.tries import Tries
from crm_desktop.services import opened
from crm_desktop.services.backups import remove_database
from crm_desktop.services.opened import OpenedBook


@dataclass(frozen=True, slots=True, kw_only=True)
class NewBook:
    """An open book and the recovery code to be printed now; it is shown this once."""

    book: OpenedBook
    code: str


class Vault:
    """The book in one folder, open or not."""

    def __init__(
        self,
        folder: BookFolder,
        clock: Clock,
        keychain: Keychain,
        cost: passphrases.KdfCost | None = None,
    ) -> None:
        self.folder = folder
        self._clock = clock
        self._keychain = keychain
        self._cost = cost
        self._tries = Tries(folder.tries, clock)

    def exists(self) -> bool:
        """Say whether there is a book, whole or damaged.

        Raises:
            FolderNotWritable: the folder may not even be looked into.
        """
        with disk(self.folder.slots):
            return self.folder.slots.exists() or self.folder.previous_slots.exists()

    def create(self, passphrase: str) -> NewBook:
        """Make a new book and return it open with its recovery code.

        Raises:
            PassphraseTooShort, PassphraseTooWeak: nothing was made.
            BookExists, FolderNotWritable, DiskFull: nothing was made.
        """
        strength.require(passphrase)
        if self.exists():
            raise BookExists(self.folder.path)
        self.folder.prepare()
        self._set_aside()
        keys = Keys.new()
        code = recovery.new_code()
        blank = SlotFile(
            book=secrets.token_bytes(BOOK_BYTES),
            revision=1,
            generation=1,
            salt=secrets.token_bytes(SALT_BYTES),
            slots=(),
        )
        file = self._with_ways_in(blank, keys, passphrase, code)
        path = self.folder.database(file.generation)
        key = opened.database_key(keys, file.salt)
        try:
            Database.create(path, key, self._clock).close()
            file = self._save(file, keys)
        except BaseException:
            remove_database(path)
            raise
        return NewBook(book=self._open(file, keys), code=code)

    def unlock(self, passphrase: str) -> OpenedBook:
        """Open the book with the passphrase.

        Raises:
            WrongPassphrase, MustWait: with the seconds to wait.
            SlotsDamaged, SlotsTampered, DatabaseDamaged, BookTooNew...: as they say.
        """
        file, damaged = self._load()
        keys = self._keys_by_passphrase(file, passphrase)
        return self._open(file, keys, damaged=damaged)

    def check(self, passphrase: str) -> None:
        """Make sure that the passphrase opens the book, asked before its keys are changed.

        Raises:
            WrongPassphrase, MustWait: with the seconds to wait.
        """
        self._keys_by_passphrase(self._load()[0], passphrase).wipe()

    def unlock_with_code(self, code: str) -> OpenedBook:
        """Open the book with the recovery code; the passphrase is to be set anew then.

        Raises:
            RecoveryCodeMistyped: naming the groups, without counting as a try.
            WrongRecoveryCode, MustWait: with the seconds to wait.
        """
        recovery.read(code)
        file, damaged = self._load()
        self._tries.begin()
        keys = wrapping.open_with_code(_slot(file, SlotKind.CODE), file.book, code)
        if keys is None:
            raise WrongRecoveryCode(self._tries.wrong())
        self._tries.succeeded()
        return self._open(file, keys, damaged=damaged)

    def unlock_on_this_computer(self) -> OpenedBook | None:
        """Open the book by the keychain; None if that is not set up or fails in any way."""
        file, damaged = self._load()
        slot = file.slot(SlotKind.COMPUTER)
        secret = self._keychain.get(file.book.hex()) if slot is not None else None
        if slot is None or secret is None:
            return None
        keys = wrapping.open_with_secret(slot, file.book, secret)
        return None if keys is None else self._open(file, keys, damaged=damaged)

    def opens_on_this_computer(self) -> bool:
        """Say whether the keychain is set up as a way in."""
        return self._load()[0].slot(SlotKind.COMPUTER) is not None

    def seconds_to_wait(self) -> int:
        """Return how long the next try has to wait, 0 for not at all."""
        return self._tries.left()

    def change_passphrase(self, book: OpenedBook, passphrase: str) -> None:
        """Let `passphrase` open the book from now on, and the old one no longer."""
        strength.require(passphrase)

        def change(file: SlotFile) -> SlotFile:
            cost = self._chosen_cost()
            return file.with_slot(wrapping.for_passphrase(book.keys, file.book, passphrase, cost))

        self._rewrite(book, change)

    def new_recovery_code(self, book: OpenedBook) -> str:
        """Return a fresh recovery code; the old one opens nothing from now on."""
        code = recovery.new_code()

        def change(file: SlotFile) -> SlotFile:
            return file.with_slot(wrapping.for_code(book.keys, file.book, code))

        self._rewrite(book, change)
        return code

    def allow_this_computer(self, book: OpenedBook) -> None:
        """Let the keychain of this computer open the book, beside the passphrase.

        Raises:
            KeychainRefused: the secret could not be stored and read back; nothing changed.
        """
        secret = secrets.token_bytes(SECRET_BYTES)

        def change(file: SlotFile) -> SlotFile:
            if not self._keychain.set(file.book.hex(), secret):
                raise KeychainRefused
            return file.with_slot(wrapping.for_computer(book.keys, file.book, secret))

        self._rewrite(book, change)

    def forget_this_computer(self, book: OpenedBook) -> None:
        """Let the keychain open the book no longer."""

        def change(file: SlotFile) -> SlotFile:
            self._keychain.forget(file.book.hex())
            return file.without(SlotKind.COMPUTER)

        self._rewrite(book, change)

    def rotate(self, book: OpenedBook, passphrase: str) -> NewBook:
        """Give the book a new vault key, passphrase and code: somebody may know the old ones.

        `book` is closed by it. Backups made before still open with the old passphrase.

        Raises:
            DiskFull, FolderNotWritable: the book stands as it was, though it may be closed.
        """
        from crm_desktop.services.tombstones import retire  # noqa: PLC0415 - not at the start

        strength.require(passphrase)
        old, _ = self._load()
        keys, code = Keys.new(), recovery.new_code()
        blank = replace(
            old,
            revision=old.revision + 1,
            generation=self.next_generation(old),
            salt=secrets.token_bytes(SALT_BYTES),
            slots=(),
        )
        file = self._with_ways_in(blank, keys, passphrase, code)
        target = self.folder.database(file.generation)
        with book.database.write() as session:
            retire(session, book.keys, self._clock)
        book.database.move_to(target, opened.database_key(keys, file.salt))
        self._keychain.forget(old.book.hex())
        return NewBook(book=self.switch(file, keys), code=code)

    def switch(self, file: SlotFile, keys: Keys) -> OpenedBook:
        """Put `file`, and with it the database it names, in the place of what was; open it.

        No database of the book may be open. The one write of the slot file is the switch.
        """
        return self._open(self._save(file, keys), keys)

    def give_up_damaged_log(self) -> pathlib.Path:
        """Keep what a damaged log holds up to its damage; return where the damaged one lies.

        For `DatabaseDamaged` with part LOG: unlocking works after it, without the commits
        behind the damage, which are some seconds of work.
        """
        file, _ = self._load()
        log = log_of(self.folder.database(file.generation))
        aside = log.with_name(f"damaged-{self._clock.now():%Y%m%d-%H%M%S}.wal")
        cut_to_whole(log, aside)
        return aside

    def next_generation(self, file: SlotFile | None) -> int:
        """Return a generation no database in the folder has had."""
        known = [file.generation if file is not None else 0]
        for path in self.folder.databases():
            with contextlib.suppress(ValueError):
                known.append(int(path.stem.removeprefix("vault-")))
        return max(known) + 1

    def lock(self, book: OpenedBook) -> None:
        """Close the database and wipe the keys; the process is to be restarted after."""
        book.database.close()
        book.keys.wipe()

    def _keys_by_passphrase(self, file: SlotFile, passphrase: str) -> Keys:
        """Return the keys, counting a wrong passphrase as a try."""
        self._tries.begin()
        slot = _slot(file, SlotKind.PASSPHRASE)
        keys = wrapping.open_with_passphrase(slot, file.book, passphrase)
        if keys is None:
            raise WrongPassphrase(self._tries.wrong())
        self._tries.succeeded()
        return keys

    def _set_aside(self) -> None:
        """Rename databases no key is known to: a broken-off creation, or a lost slot file."""
        for path in self.folder.databases():
            path.replace(path.with_name(f"lost-{path.name}"))

    def _with_ways_in(self, file: SlotFile, keys: Keys, passphrase: str, code: str) -> SlotFile:
        cost = self._chosen_cost()
        return replace(
            file,
            slots=(
                wrapping.for_passphrase(keys, file.book, passphrase, cost),
                wrapping.for_code(keys, file.book, code),
            ),
        )

    def _chosen_cost(self) -> passphrases.KdfCost:
        return self._cost or passphrases.calibrated(self._clock.monotonic)

    def _load(self) -> tuple[SlotFile, bool]:
        """Return the slot file, and whether its twin had to stand in because it is damaged."""
        try:
            return slot_store.load(self.folder.slots), False
        except (SlotsDamaged, BookMissing):
            with contextlib.suppress(CrmError):
                twin = slot_store.load(self.folder.previous_slots)
                if self.folder.database(twin.generation).exists():
                    return twin, True
            raise

    def _open(self, file: SlotFile, keys: Keys, *, damaged: bool = False) -> OpenedBook:
        """Open the database behind a slot file, noticing an older one put back."""
        database = opened.open_database(self.folder, file, keys, self._clock)
        try:
            if damaged:
                self._save(file, keys)
            opened.sweep(self.folder, file.generation)
            seen = opened.seen_revision(database)
            if file.revision > seen:
                opened.remember_revision(database, file.revision)
        except BaseException:
            database.close()
            raise
        return OpenedBook(
            database=database,
            keys=keys,
            folder=self.folder,
            generation=file.generation,
            slots_were_older=file.revision < seen,
            slots_were_damaged=damaged,
        )

    def _rewrite(self, book: OpenedBook, change: Callable[[SlotFile], SlotFile]) -> None:
        """Write the slot file changed; the database remembers that it has seen it."""
        file, _ = self._load()
        seen = max(file.revision, opened.seen_revision(book.database))
        changed = change(replace(file, revision=seen + 1))
        self._save(changed, book.keys)
        opened.remember_revision(book.database, changed.revision)

    def _save(self, file: SlotFile, keys: Keys) -> SlotFile:
        """Write the slot file with the previous kept meanwhile, then twice; return it as read back.

        Once the new one stands the previous would only let an old passphrase in, so it
        becomes its twin: a damaged slot file does not lock her out.
        """
        slot_store.save(self.folder.slots, self.folder.previous_slots, file, keys)
        slot_store.save(self.folder.slots, self.folder.previous_slots, file, keys)
        return slot_store.load(self.folder.slots)


def passphrase_strength(passphrase: str, words: Iterable[str] = ()) -> strength.Strength:
    """Return the score and the weak parts of a passphrase for somebody who knows `words`."""
    return strength.strength(passphrase, words)


def _slot(file: SlotFile, kind: SlotKind) -> Slot:
    """Return the slot of a kind; a book always has a passphrase, the code may have been lost."""
    slot = file.slot(kind)
    if slot is None:
        raise WrongRecoveryCode(0)
    return slot
