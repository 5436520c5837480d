"""Safekeeping: ways in are changed by whoever knows the passphrase; what is there survives."""

import datetime as dt
import pathlib
from collections.abc import Callable, Iterator

import pytest

from crm_desktop.domain.errors import (
    BackupForeign,
    CrmError,
    MustWait,
    PassphraseTooWeak,
    WrongPassphrase,
    WrongRecoveryCode,
)
from crm_desktop.services.backup_file import BackupReason
from crm_desktop.services.backups import Backups
from crm_desktop.services.opened import OpenedBook
from crm_desktop.services.restoring import Restoring
from crm_desktop.services.safekeeping import Safekeeping
from crm_desktop.services.vault import Vault
from tests.fakes import FixedClock
from tests.vaults import OTHER_PASSPHRASE, PASSPHRASE, mark, marks, new_book, vault

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def place(tmp_path: pathlib.Path, clock: FixedClock) -> Vault:
    return vault(tmp_path / "book", clock)


@pytest.fixture
def book(place: Vault) -> Iterator[OpenedBook]:
    opened = new_book(place)
    yield opened
    opened.database.close()


@pytest.fixture
def keeping(place: Vault, book: OpenedBook, clock: FixedClock) -> Safekeeping:
    return Safekeeping(place, book, Backups(book.folder, clock), Restoring(place, clock))


def opens(place: Vault, passphrase: str) -> bool:
    try:
        place.lock(place.unlock(passphrase))
    except WrongPassphrase:
        return False
    return True


def test_only_the_new_passphrase_opens_after_a_change(
    place: Vault, keeping: Safekeeping, book: OpenedBook, clock: FixedClock
) -> None:
    keeping.change_passphrase(PASSPHRASE, OTHER_PASSPHRASE)
    book.database.close()

    assert not opens(place, PASSPHRASE)
    clock.advance(dt.timedelta(minutes=1))
    assert opens(place, OTHER_PASSPHRASE)


@pytest.mark.parametrize("deed", ["change", "code", "allow", "rotate"])
def test_nothing_is_done_for_a_wrong_passphrase_and_the_next_try_waits(
    keeping: Safekeeping, book: OpenedBook, deed: str
) -> None:
    before = book.folder.slots.read_bytes()
    deeds: dict[str, Callable[[], object]] = {
        "change": lambda: keeping.change_passphrase("not the one", OTHER_PASSPHRASE),
        "code": lambda: keeping.new_recovery_code("not the one"),
        "allow": lambda: keeping.allow_this_computer("not the one"),
        "rotate": lambda: keeping.rotate("not the one", OTHER_PASSPHRASE),
    }

    with pytest.raises(WrongPassphrase):
        deeds[deed]()

    assert book.folder.slots.read_bytes() == before
    assert book.database.is_open
    with pytest.raises(MustWait):
        keeping.new_recovery_code(PASSPHRASE)


def test_a_weak_new_passphrase_changes_nothing(keeping: Safekeeping, book: OpenedBook) -> None:
    before = book.folder.slots.read_bytes()

    for deed in (keeping.change_passphrase, keeping.rotate):
        with pytest.raises(PassphraseTooWeak):
            deed(PASSPHRASE, "wangxiaoming1990")

    assert book.folder.slots.read_bytes() == before


def test_a_new_code_ends_the_old_one(place: Vault, keeping: Safekeeping, book: OpenedBook) -> None:
    first = keeping.new_recovery_code(PASSPHRASE)
    second = keeping.new_recovery_code(PASSPHRASE)
    book.database.close()

    place.lock(place.unlock_with_code(second))
    with pytest.raises(WrongRecoveryCode):
        place.unlock_with_code(first)


def test_this_computer_is_allowed_and_forgotten(place: Vault, keeping: Safekeeping) -> None:
    assert not keeping.opens_on_this_computer()
    keeping.allow_this_computer(PASSPHRASE)
    assert keeping.opens_on_this_computer()
    keeping.forget_this_computer()

    assert not keeping.opens_on_this_computer()
    assert place.unlock_on_this_computer() is None


def test_other_keys_leave_a_locked_book_with_all_its_content_and_a_backup_under_them(
    place: Vault, keeping: Safekeeping, book: OpenedBook, clock: FixedClock
) -> None:
    mark(book, "lily")
    code = keeping.rotate(PASSPHRASE, OTHER_PASSPHRASE)
    assert not book.database.is_open

    again = place.unlock_with_code(code)
    assert marks(again) == ["lily"]
    backups = Backups(again.folder, clock)
    [entry] = backups.list()
    assert entry.reason is BackupReason.ROTATION
    backups.verify(entry.path, again.keys)
    place.lock(again)
    assert not opens(place, PASSPHRASE)


def test_a_restore_brings_back_and_can_be_taken_back_the_same_way(
    place: Vault, keeping: Safekeeping, book: OpenedBook, clock: FixedClock
) -> None:
    mark(book, "early")
    early = keeping.back_up()
    mark(book, "late")
    clock.advance(dt.timedelta(minutes=1))
    keeping.restore(early.path)
    assert not book.database.is_open

    restored = place.unlock(PASSPHRASE)
    assert marks(restored) == ["early"]
    again = Safekeeping(place, restored, Backups(restored.folder, clock), Restoring(place, clock))
    safe = next(entry for entry in again.backups() if entry.reason is BackupReason.RESTORE)
    clock.advance(dt.timedelta(minutes=1))
    again.restore(safe.path)
    back = place.unlock(PASSPHRASE)
    assert marks(back) == ["early", "late"]
    place.lock(back)


def test_a_backup_of_older_keys_wants_the_passphrase_of_its_time(
    place: Vault, keeping: Safekeeping, book: OpenedBook, clock: FixedClock
) -> None:
    mark(book, "early")
    early = keeping.back_up()
    clock.advance(dt.timedelta(minutes=1))
    keeping.rotate(PASSPHRASE, OTHER_PASSPHRASE)
    renewed = place.unlock(OTHER_PASSPHRASE)
    mark(renewed, "late")
    again = Safekeeping(place, renewed, Backups(renewed.folder, clock), Restoring(place, clock))

    with pytest.raises(BackupForeign):
        again.restore(early.path)
    with pytest.raises(WrongPassphrase):
        again.restore(early.path, "not the one")
    assert renewed.database.is_open
    clock.advance(dt.timedelta(minutes=1))
    again.restore(early.path, PASSPHRASE)

    back = place.unlock(OTHER_PASSPHRASE)
    assert marks(back) == ["early"]
    place.lock(back)


def test_a_damaged_backup_fails_its_test_and_is_not_restored(
    keeping: Safekeeping, book: OpenedBook
) -> None:
    entry = keeping.back_up()
    data = bytearray(entry.path.read_bytes())
    data[len(data) // 2] ^= 1
    entry.path.write_bytes(data)

    for deed in (keeping.verify, keeping.restore):
        with pytest.raises(CrmError):
            deed(entry.path)
    assert book.database.is_open


def test_backups_are_copied_to_the_second_folder_from_then_on(
    keeping: Safekeeping, tmp_path: pathlib.Path, clock: FixedClock
) -> None:
    second = tmp_path / "stick"
    keeping.copy_backups_to(second)
    entry = keeping.back_up()
    keeping.copy_backups_to(None)
    clock.advance(dt.timedelta(minutes=1))
    keeping.back_up()

    assert [path.name for path in second.iterdir()] == [entry.path.name]
