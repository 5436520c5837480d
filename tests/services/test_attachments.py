"""Photos and documents: encrypted, consented, undone, swept, in backups, never in clear on disk."""

import base64
import datetime as dt
import pathlib
from collections.abc import Iterator

import pytest

from crm_desktop.domain.errors import (
    AttachmentDamaged,
    AttachmentMissing,
    BackupDamaged,
    FolderNotWritable,
    PhotoConsentMissing,
    RecordGone,
)
from crm_desktop.domain.records import Attachment, AttachmentKind, Consent, ConsentKind
from crm_desktop.security.blob_store import BlobStore
from crm_desktop.services.attachments import Attachments, blobs_of
from crm_desktop.services.backup_file import BackupReason
from crm_desktop.services.backups import Backups, forget_files
from crm_desktop.services.book import Book, open_book
from crm_desktop.services.restoring import Restoring
from crm_desktop.services.vault import Vault
from tests.builders import client
from tests.fakes import FixedClock
from tests.vaults import new_book, vault

TODAY = dt.date(2026, 11, 22)
PICTURE = b"\x89PNG plainly fictional picture " * 9_000
DOCUMENT = AttachmentKind.DOCUMENT

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def here(tmp_path: pathlib.Path) -> Vault:
    return vault(tmp_path / "book", FixedClock())


@pytest.fixture
def book(here: Vault, tmp_path: pathlib.Path) -> Iterator[Book]:
    """Return a book with one client who has agreed to photos."""
    opened = new_book(here)
    book = open_book(opened, FixedClock(), tmp_path)
    book.clients.add(client())
    book.clients.put(Consent(client_id=1, kind=ConsentKind.PHOTO, given_on=TODAY))
    yield book
    opened.database.close()


@pytest.fixture
def photos(book: Book) -> Attachments:
    return book.attachments


def taken(book: Book) -> Attachment:
    """Return the only attachment of the client."""
    (attachment,) = book.clients.file(1, today=TODAY).folder.attachments
    return attachment


def files(book: Book) -> set[str]:
    return BlobStore(book.opened.folder.attachments).names()


def test_a_photo_comes_back_to_the_byte_and_its_row_tells_of_it(
    photos: Attachments, book: Book
) -> None:
    change = photos.add(Attachment(client_id=1, title="术前", media_type="image/png"), PICTURE)

    kept = taken(book)
    assert photos.content(kept) == PICTURE
    assert (kept.title, kept.size, kept.added_at) == ("术前", len(PICTURE), FixedClock().now())
    assert (change.action, change.subject) == ("attachment.add", "王雅琴")
    assert kept.content_key not in repr(kept)


def test_no_file_of_the_book_shows_the_picture(photos: Attachments, book: Book) -> None:
    photos.add(Attachment(client_id=1), PICTURE)
    book.database.checkpoint()
    book.back_up(BackupReason.ASKED)

    for path in book.folder.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        assert b"fictional" not in data, path
        assert base64.b64encode(PICTURE[:30]) not in data, path


@pytest.mark.parametrize(
    "consents",
    [
        [],
        [Consent(client_id=1, kind=ConsentKind.RECORD, given_on=TODAY)],
        [Consent(client_id=1, kind=ConsentKind.PHOTO, given_on=TODAY, withdrawn_on=TODAY)],
    ],
    ids=["none", "another", "taken back"],
)
def test_without_her_consent_no_photo_is_kept_but_a_document_is(
    consents: list[Consent], here: Vault, tmp_path: pathlib.Path
) -> None:
    book = open_book(new_book(here), FixedClock(), tmp_path)
    book.clients.add(client())
    for consent in consents:
        book.clients.put(consent)

    with pytest.raises(PhotoConsentMissing):
        book.attachments.add(Attachment(client_id=1), PICTURE)
    allowed, left = book.attachments.may_take_photos(1), files(book)
    book.attachments.add(Attachment(client_id=1, kind=DOCUMENT), b"%PDF fictional")

    assert (allowed, left) == (False, set())
    assert taken(book).kind is DOCUMENT
    book.database.close()


def test_a_photo_for_nobody_is_refused(photos: Attachments, book: Book) -> None:
    with pytest.raises(RecordGone):
        photos.add(Attachment(client_id=99), PICTURE)

    assert files(book) == set()


def test_removing_is_undone_and_the_file_waits_for_that(photos: Attachments, book: Book) -> None:
    photos.add(Attachment(client_id=1), PICTURE)
    kept = taken(book)

    book.clients.remove(kept)
    swept = photos.sweep()
    book.journal.undo()

    assert swept == 0
    assert photos.content(taken(book)) == PICTURE


def test_adding_is_undone_and_done_again(photos: Attachments, book: Book) -> None:
    photos.add(Attachment(client_id=1), PICTURE)

    book.journal.undo()
    swept = photos.sweep()
    book.journal.redo()

    assert swept == 0
    assert photos.content(taken(book)) == PICTURE


def test_what_no_change_can_bring_back_is_swept(photos: Attachments, book: Book) -> None:
    photos.add(Attachment(client_id=1), PICTURE)
    kept = taken(book)
    book.clients.remove(kept)
    for turn in range(201):
        book.clients.put(client(f"周{turn}"))

    swept = photos.sweep()

    assert swept == 1
    with pytest.raises(AttachmentMissing):
        photos.content(kept)


def test_a_changed_file_is_told(photos: Attachments, book: Book) -> None:
    photos.add(Attachment(client_id=1), PICTURE)
    kept = taken(book)
    path = book.opened.folder.attachments / kept.blob
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)

    with pytest.raises(AttachmentDamaged):
        photos.content(kept)


def test_a_folder_that_cannot_be_written_keeps_neither_file_nor_row(
    photos: Attachments, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: pathlib.Path, _data: bytes) -> None:
        raise FolderNotWritable(path.parent)

    monkeypatch.setattr("crm_desktop.security.blob_store.replace_file", refused)

    with pytest.raises(FolderNotWritable):
        photos.add(Attachment(client_id=1), PICTURE)

    assert book.clients.file(1, today=TODAY).folder.attachments == ()


def test_a_backup_has_the_photo_and_brings_it_back(
    photos: Attachments, book: Book, here: Vault, tmp_path: pathlib.Path
) -> None:
    photos.add(Attachment(client_id=1), PICTURE)
    entry = book.back_up(BackupReason.ASKED)
    book.clients.remove(taken(book))
    photos.drop(files(book))

    opened = Restoring(here, FixedClock()).restore(book.opened, entry.path)
    restored = open_book(opened, FixedClock(), tmp_path)

    assert entry.counts["attachment"] == 1
    assert restored.attachments.content(taken(restored)) == PICTURE
    opened.database.close()


def test_the_restore_test_looks_at_photos_too(photos: Attachments, book: Book) -> None:
    photos.add(Attachment(client_id=1), PICTURE)
    entry = book.back_up(BackupReason.ASKED)
    backups = Backups(book.opened.folder, FixedClock())
    whole = backups.verify(entry.path, book.opened.keys)
    (copy,) = (entry.path.parent / "attachments").iterdir()
    content = copy.read_bytes()

    copy.write_bytes(content[:-1])
    with pytest.raises(BackupDamaged):
        backups.verify(entry.path, book.opened.keys)
    forget_files([entry.path.parent], files(book))

    assert whole.files_gone == 0
    assert backups.verify(entry.path, book.opened.keys).files_gone == 1


def test_the_second_folder_has_the_photo_as_well(
    photos: Attachments, book: Book, tmp_path: pathlib.Path
) -> None:
    photos.add(Attachment(client_id=1), PICTURE)
    book.backups.copy_to(tmp_path / "second")

    book.back_up(BackupReason.ASKED)

    assert BlobStore(tmp_path / "second" / "attachments").names() == files(book)


def test_all_files_a_client_ever_had_are_found(photos: Attachments, book: Book) -> None:
    photos.add(Attachment(client_id=1), PICTURE)
    gone = taken(book)
    book.clients.remove(gone)
    photos.add(Attachment(client_id=1), PICTURE)

    with book.database.read() as session:
        found = blobs_of(session, 1)

    assert found == {gone.blob, taken(book).blob}
