"""Backups: made, verified, thinned, brought back; damage and forgery never get in."""

import datetime as dt
import os
import pathlib
import random
from collections.abc import Iterator

import pytest

from crm_desktop import migrations
from crm_desktop.domain.errors import (
    BackupDamaged,
    BackupForeign,
    BookTooNew,
    CrmError,
    WrongPassphrase,
)
from crm_desktop.security.keys import Keys
from crm_desktop.services import backup_file
from crm_desktop.services.backup_file import BackupReason
from crm_desktop.services.backups import Backups, kept
from crm_desktop.services.opened import OpenedBook
from crm_desktop.services.restoring import Restoring
from crm_desktop.services.vault import Vault
from tests.fakes import FixedClock
from tests.vaults import OTHER_PASSPHRASE, PASSPHRASE, mark, marks, new_book, vault

FLIPS = int(os.environ.get("CRM_FLIPS", "60"))
NOON = dt.datetime(2026, 11, 22, 12)  # noqa: DTZ001 - local wall time, as in the names of backups

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def here(tmp_path: pathlib.Path, clock: FixedClock) -> Vault:
    return vault(tmp_path / "book", clock)


@pytest.fixture
def book(here: Vault) -> Iterator[OpenedBook]:
    opened = new_book(here)
    mark(opened, "lily")
    yield opened
    opened.database.close()


@pytest.fixture
def backups(here: Vault, clock: FixedClock) -> Backups:
    return Backups(here.folder, clock)


@pytest.fixture
def restoring_here(here: Vault, clock: FixedClock) -> Restoring:
    return Restoring(here, clock)


def made(backups: Backups, book: OpenedBook) -> pathlib.Path:
    return backups.make(book.database, book.keys, BackupReason.ASKED).path


def test_a_backup_is_listed_with_its_counts_and_passes_its_test(
    backups: Backups, book: OpenedBook
) -> None:
    entry = backups.make(book.database, book.keys, BackupReason.IMPORT)

    assert backups.list() == [entry]
    assert backups.verify(entry.path, book.keys) == entry
    assert entry.reason is BackupReason.IMPORT
    assert entry.counts["vault_state"] == 3
    assert [path.name for path in entry.path.parent.iterdir()] == [entry.path.name]


def test_an_unchanged_book_is_not_copied_twice(
    backups: Backups, book: OpenedBook, here: Vault, clock: FixedClock
) -> None:
    first = backups.back_up_if_changed(book.database, book.keys, BackupReason.EXIT)
    clock.advance(dt.timedelta(hours=1))
    second = backups.back_up_if_changed(book.database, book.keys, BackupReason.EXIT)
    here.lock(book)
    again = here.unlock(PASSPHRASE)
    after_a_restart = backups.back_up_if_changed(again.database, again.keys, BackupReason.EXIT)
    mark(again, "rose")
    third = backups.back_up_if_changed(again.database, again.keys, BackupReason.EXIT)

    assert first is not None
    assert (second, after_a_restart) == (None, None)
    assert third is not None
    here.lock(again)


def test_while_working_a_backup_waits_for_its_half_hour(
    backups: Backups, book: OpenedBook, clock: FixedClock
) -> None:
    half_hour = dt.timedelta(minutes=30)
    made(backups, book)
    mark(book, "rose")

    clock.advance(dt.timedelta(minutes=29))
    early = backups.back_up_if_changed(book.database, book.keys, BackupReason.WORK, half_hour)
    clock.advance(dt.timedelta(minutes=1))
    late = backups.back_up_if_changed(book.database, book.keys, BackupReason.WORK, half_hour)

    assert early is None
    assert late is not None


def test_a_second_folder_gets_a_copy(
    here: Vault, book: OpenedBook, clock: FixedClock, tmp_path: pathlib.Path
) -> None:
    backups = Backups(here.folder, clock, tmp_path / "stick")

    path = made(backups, book)

    assert (tmp_path / "stick" / path.name).read_bytes() == path.read_bytes()


def test_a_backup_to_a_folder_of_her_choice_is_not_thinned(
    backups: Backups, book: OpenedBook, tmp_path: pathlib.Path
) -> None:
    entry = backups.make(book.database, book.keys, BackupReason.ASKED, to=tmp_path / "out")

    assert entry.path.parent == tmp_path / "out"
    assert backups.list() == []


def test_a_backup_holds_no_plain_text(backups: Backups, book: OpenedBook) -> None:
    mark(book, "王小明 13800138000")

    data = made(backups, book).read_bytes()

    assert b"vault_state" in data
    assert "王小明".encode() not in data
    assert b"13800138000" not in data


def test_every_flipped_bit_of_a_backup_is_told(backups: Backups, book: OpenedBook) -> None:
    path = made(backups, book)
    whole = path.read_bytes()
    chance = random.Random(11)
    places = [*range(40), *(chance.randrange(len(whole)) for _ in range(FLIPS))]
    places += [len(whole) - 1, len(whole) - 40]
    missed = []
    for place in places:
        data = bytearray(whole)
        data[place] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        try:
            backups.verify(path, book.keys)
        except CrmError:
            continue
        missed.append(place)

    assert missed == []


@pytest.mark.parametrize("part", [0.0, 0.01, 0.5, 0.999])
def test_a_shortened_backup_is_damaged(backups: Backups, book: OpenedBook, part: float) -> None:
    path = made(backups, book)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * part)])

    with pytest.raises(BackupDamaged):
        backups.verify(path, book.keys)


def test_a_backup_under_other_keys_is_foreign_not_damaged(
    backups: Backups, book: OpenedBook
) -> None:
    with pytest.raises(BackupForeign):
        backups.verify(made(backups, book), Keys.new())


def test_restoring_brings_back_and_can_itself_be_undone(
    backups: Backups, book: OpenedBook, restoring_here: Restoring, here: Vault, clock: FixedClock
) -> None:
    path = made(backups, book)
    mark(book, "rose")
    clock.advance(dt.timedelta(minutes=1))

    restored = restoring_here.restore(book, path)
    then = marks(restored)
    before = next(entry for entry in backups.list() if entry.reason is BackupReason.RESTORE)
    undone = restoring_here.restore(restored, before.path)

    assert then == ["lily"]
    assert marks(undone) == ["lily", "rose"]
    assert here.folder.databases() == [here.folder.database(3)]
    here.lock(undone)
    here.lock(here.unlock(PASSPHRASE))


def test_restoring_keeps_the_passphrase_of_today(
    backups: Backups, book: OpenedBook, restoring_here: Restoring, here: Vault
) -> None:
    path = made(backups, book)
    here.change_passphrase(book, OTHER_PASSPHRASE)

    restored = restoring_here.restore(book, path)
    here.lock(restored)

    again = here.unlock(OTHER_PASSPHRASE)
    assert not again.slots_were_older
    here.lock(again)


def test_a_backup_from_before_the_keys_changed_wants_its_own_passphrase(
    backups: Backups, book: OpenedBook, restoring_here: Restoring, here: Vault
) -> None:
    path = made(backups, book)
    new = here.rotate(book, OTHER_PASSPHRASE).book

    with pytest.raises(BackupForeign):
        restoring_here.restore(new, path)
    with pytest.raises(WrongPassphrase):
        restoring_here.restore(new, path, OTHER_PASSPHRASE)
    restored = restoring_here.restore(new, path, PASSPHRASE)

    assert marks(restored) == ["lily"]
    here.lock(restored)
    here.lock(here.unlock(OTHER_PASSPHRASE))


def test_a_damaged_backup_changes_nothing(
    backups: Backups, book: OpenedBook, restoring_here: Restoring, here: Vault
) -> None:
    path = made(backups, book)
    data = bytearray(path.read_bytes())
    data[-5000] ^= 1
    path.write_bytes(data)

    with pytest.raises(BackupDamaged):
        restoring_here.restore(book, path)

    assert marks(book) == ["lily"]
    assert here.folder.databases() == [here.folder.database(1)]


def test_a_backup_of_a_newer_app_changes_nothing(
    backups: Backups,
    book: OpenedBook,
    restoring_here: Restoring,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = made(backups, book)
    monkeypatch.setattr(migrations, "STEPS", ())

    with pytest.raises(BookTooNew):
        restoring_here.restore(book, path)

    assert marks(book) == ["lily"]


@pytest.mark.parametrize("slots_too", [False, True], ids=["database", "folder"])
def test_a_lost_book_comes_back_from_a_backup_alone(
    backups: Backups,
    book: OpenedBook,
    here: Vault,
    clock: FixedClock,
    slots_too: bool,  # noqa: FBT001 - a parameter of the table
) -> None:
    path = made(backups, book)
    here.lock(book)
    here.folder.database(1).unlink()
    if slots_too:
        here.folder.slots.unlink()
        here.folder.previous_slots.unlink()

    restored = Restoring(here, clock).restore_lost(path, PASSPHRASE)

    assert marks(restored) == ["lily"]
    here.lock(restored)
    again = here.unlock(PASSPHRASE)
    assert not again.slots_were_older
    here.lock(again)


def test_a_lost_book_is_not_made_for_a_wrong_passphrase(
    backups: Backups, book: OpenedBook, clock: FixedClock, tmp_path: pathlib.Path
) -> None:
    path = made(backups, book)
    elsewhere = vault(tmp_path / "elsewhere", clock)

    with pytest.raises(WrongPassphrase):
        Restoring(elsewhere, clock).restore_lost(path, OTHER_PASSPHRASE)

    assert not elsewhere.exists()


def test_something_else_is_no_backup(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "photo.ckbackup"
    path.write_bytes(os.urandom(5000))

    with pytest.raises(BackupDamaged):
        backup_file.head(path)


@pytest.mark.parametrize(
    ("ages", "left"),
    [
        ([], 0),
        ([0.1 * step for step in range(19)], 19),
        ([30.0 * step for step in range(1, 3)], 2),
        ([400.0, 401.0, 402.0], 3),
        ([400.0, 400.01, 400.02, 400.03, 400.04], 3),
        ([-1.0, 0.0, 1.0], 3),
    ],
    ids=["none", "two days", "few", "never fewer than three", "old", "clock ahead"],
)
def test_which_backups_are_kept(ages: list[float], left: int) -> None:
    times = [NOON - dt.timedelta(days=age) for age in ages]

    assert len(kept(times, NOON)) == left


def test_a_year_of_work_leaves_days_weeks_and_months() -> None:
    times = [NOON - dt.timedelta(hours=3 * step) for step in range(8 * 365)]

    keep = kept(times, NOON)

    assert set(times[:16]) <= keep
    days = {at.date() for at in keep}
    assert {NOON.date() - dt.timedelta(days=day) for day in range(12)} <= days
    assert len({at.isocalendar()[:2] for at in keep}) >= 10
    assert len({(at.year, at.month) for at in keep}) == 6
    assert len(keep) <= 16 + 12 + 10 + 6


def test_old_backups_are_thinned_as_new_ones_come(
    backups: Backups, book: OpenedBook, clock: FixedClock
) -> None:
    for _ in range(14):
        made(backups, book)
        clock.advance(dt.timedelta(days=100))

    assert len(backups.list()) == 12
