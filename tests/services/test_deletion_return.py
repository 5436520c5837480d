"""Who was deleted for good comes back by no list and by no backup, only by hand."""

import datetime as dt
import pathlib
from collections.abc import Iterator

import pytest
from sqlalchemy import text

from crm_desktop.domain.errors import NothingToUndo
from crm_desktop.domain.import_plan import Outcome
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.domain.records import (
    Client,
)
from crm_desktop.services.backup_file import BackupReason
from crm_desktop.services.book import Book, open_book
from crm_desktop.services.restoring import Restoring
from crm_desktop.services.safekeeping import Safekeeping
from crm_desktop.services.vault import Vault
from tests.fakes import FixedClock
from tests.services.leaving import (
    NAME,
    PHONE,
    RESOURCES,
    TODAY,
    added,
    canary,
    gone,
    names,
    restored,
    take_in,
)
from tests.vaults import OTHER_PASSPHRASE, PASSPHRASE, new_book, vault

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def place(tmp_path: pathlib.Path, clock: FixedClock) -> Vault:
    return vault(tmp_path / "book", clock)


@pytest.fixture
def book(place: Vault, clock: FixedClock) -> Iterator[Book]:
    opened = new_book(place)
    yield open_book(opened, clock, RESOURCES)
    opened.database.close()


@pytest.mark.parametrize(
    ("row", "outcome"),
    [
        pytest.param((NAME, PHONE, None), Outcome.SKIPPED, id="name and phone"),
        pytest.param(("鸣谷", PHONE, None), Outcome.SKIPPED, id="her phone under another name"),
        pytest.param((NAME, None, "1985-3-2"), Outcome.SKIPPED, id="name and birthday"),
        pytest.param((NAME, None, None), Outcome.NEW, id="her name alone"),
        pytest.param((NAME, "13900000001", "1990-1-1"), Outcome.NEW, id="somebody of her name"),
    ],
)
def test_a_list_does_not_bring_her_back(
    book: Book, tmp_path: pathlib.Path, row: tuple[str | None, ...], outcome: Outcome
) -> None:
    gone(book, canary(book))

    assert take_in(book, tmp_path, row) == [outcome]
    assert names(book) == ([] if outcome is Outcome.SKIPPED else [row[0]])


def test_a_row_left_out_says_why_and_a_relative_in_the_book_is_still_known(
    book: Book, tmp_path: pathlib.Path
) -> None:
    added(book, Client(name="周桐"), PHONE)
    gone(book, canary(book))
    path = tmp_path / "名单.csv"
    path.write_text(f"姓名,电话\n周桐,{PHONE}\n{NAME},{PHONE}\n", encoding="utf-8")

    made = book.imports.plan(book.imports.read(path))

    assert [row.outcome for row in made.rows] == [Outcome.UPDATED, Outcome.SKIPPED]
    assert [problem.code for problem in made.problems] == [ProblemCode.DELETED_FOR_GOOD]
    assert made.counts[Outcome.SKIPPED] == 1


def test_a_list_leaves_alone_who_is_in_the_trash(book: Book, tmp_path: pathlib.Path) -> None:
    client_id = canary(book)
    book.trash.put_in([client_id], TODAY)
    before = book.clients.file(client_id, today=TODAY)

    assert take_in(book, tmp_path, (NAME, PHONE, "1999-9-9")) == [Outcome.SKIPPED]
    assert book.clients.file(client_id, today=TODAY) == before
    book.trash.take_out([client_id])
    assert take_in(book, tmp_path, (NAME, PHONE, None)) == [Outcome.UPDATED]


def test_she_may_be_entered_again_by_hand(book: Book) -> None:
    gone(book, canary(book))

    canary(book)

    assert names(book) == [NAME]


def test_an_older_backup_brought_back_does_not_bring_her(
    place: Vault, book: Book, clock: FixedClock
) -> None:
    added(book, Client(name="周桐"))
    client_id = canary(book)
    older = book.back_up(BackupReason.ASKED)
    gone(book, client_id)

    again = restored(place, book, older.path, clock)

    assert names(again) == ["周桐"]
    assert not again.clients.search(PHONE)
    with again.database.read() as session:
        left = text("SELECT count(*) FROM change_entry WHERE client_id = :id")
        assert session.execute(left, {"id": client_id}).scalar_one() == 0
    again.database.close()


def test_who_had_been_merged_into_her_goes_with_her_and_comes_back_by_no_backup(
    place: Vault, book: Book, clock: FixedClock
) -> None:
    twin = added(book, Client(name="金丝雀之另一面", wechat="canary_other_3356"), "15470707009")
    client_id = canary(book)
    older = book.back_up(BackupReason.ASKED)
    book.duplicates.merge(client_id, twin, {})
    book.trash.put_in([client_id], TODAY)

    proof, _ = book.deletion.delete([client_id])

    assert proof.is_clean
    assert proof.words >= 10
    with pytest.raises(NothingToUndo):
        book.journal.undo()
    again = restored(place, book, older.path, clock)
    assert names(again) == []
    again.database.close()


def test_who_was_entered_again_by_hand_is_brought_back_by_a_backup(
    place: Vault, book: Book, clock: FixedClock
) -> None:
    gone(book, canary(book))
    canary(book)
    later = book.back_up(BackupReason.ASKED)

    again = restored(place, book, later.path, clock)

    assert names(again) == [NAME]
    again.database.close()


def test_a_lost_book_made_anew_from_an_older_backup_is_without_her(
    place: Vault, book: Book, clock: FixedClock
) -> None:
    client_id = canary(book)
    older = book.back_up(BackupReason.ASKED)
    clock.advance(dt.timedelta(minutes=1))
    gone(book, client_id)
    path = book.database.path
    place.lock(book.opened)
    path.unlink()

    opened = Restoring(place, clock).restore_lost(older.path, PASSPHRASE)

    assert names(open_book(opened, clock, RESOURCES)) == []
    opened.database.close()


def test_other_keys_do_not_make_the_book_forget_whom_it_deleted(
    place: Vault, book: Book, clock: FixedClock, tmp_path: pathlib.Path
) -> None:
    client_id = canary(book)
    older = book.back_up(BackupReason.ASKED)
    gone(book, client_id)
    keeping = Safekeeping(place, book.opened, book.backups, Restoring(place, clock))
    keeping.rotate(PASSPHRASE, OTHER_PASSPHRASE)
    opened = place.unlock(OTHER_PASSPHRASE)
    renewed = open_book(opened, clock, RESOURCES)

    assert take_in(renewed, tmp_path, (NAME, PHONE, None)) == [Outcome.SKIPPED]
    again = Restoring(place, clock).restore(opened, older.path, PASSPHRASE)
    assert names(open_book(again, clock, RESOURCES)) == []
    again.database.close()
