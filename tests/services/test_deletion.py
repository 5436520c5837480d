"""Real deletion: nothing of her is left, and others stay as they were."""

import datetime as dt
import pathlib
from collections.abc import Iterator

import pytest
from sqlalchemy import text

from crm_desktop.domain.errors import NothingToUndo, RecordGone
from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.records import (
    Attachment,
    Client,
    Consent,
    ConsentKind,
    Person,
    Phone,
    Relation,
)
from crm_desktop.services.backup_file import BackupReason
from crm_desktop.services.book import Book, open_book
from crm_desktop.services.deletion_proof import Where
from crm_desktop.services.folders import folders
from crm_desktop.services.owner_json import client_json
from crm_desktop.services.vault import Vault
from tests.fakes import FixedClock
from tests.services.leaving import (
    NAME,
    NOTE,
    PHONE,
    RESOURCES,
    TODAY,
    added,
    canary,
    changed,
    gone,
    names,
    take_in,
)
from tests.vaults import new_book, vault

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def place(tmp_path: pathlib.Path, clock: FixedClock) -> Vault:
    return vault(tmp_path / "book", clock)


@pytest.fixture
def book(place: Vault, clock: FixedClock) -> Iterator[Book]:
    opened = new_book(place)
    yield open_book(opened, clock, RESOURCES)
    opened.database.close()


def others(book: Book, but: int) -> dict[str, list[tuple[object, ...]]]:
    """Return every row about somebody else, as the file holds it."""
    tables = "SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    left_out = {"change", "change_entry", "tombstone", "vault_state", "export", "journal_pen"}
    with book.database.read() as session:
        names = [name for name in session.execute(text(tables)).scalars() if name not in left_out]
        return {
            name: [
                tuple(row)
                for row in session.execute(text(f'SELECT * FROM "{name}"'))  # noqa: S608 - names of our own schema
                if _owner(name, row._mapping) != but
            ]
            for name in names
        }


def _owner(table: str, row: object) -> object:
    columns = dict(row)  # type: ignore[call-overload] # a mapping of the row
    return columns.get("id") if table in {"client", "client_index"} else columns.get("client_id")


def test_nothing_of_her_is_left_in_the_book_its_log_and_the_newest_backup(book: Book) -> None:
    client_id = canary(book)
    book.trash.put_in([client_id], TODAY)

    proof, change = book.deletion.delete([client_id])

    assert proof.is_clean
    assert [look.where for look in proof.looks] == [Where.BOOK, Where.LOG, Where.BACKUP]
    assert proof.words >= 7
    assert proof.before >= 2 * proof.words
    assert change.client_ids == {client_id}
    with pytest.raises(RecordGone):
        book.clients.file(client_id, today=TODAY)
    assert not book.clients.search(NAME)


def test_words_others_have_as_well_are_not_looked_for_and_stay_theirs(book: Book) -> None:
    client_id = canary(book)
    twin = added(book, Client(name="又一个人", notes=NOTE), PHONE)
    book.trash.put_in([client_id], TODAY)

    proof, _ = book.deletion.delete([client_id])

    assert proof.is_clean
    assert proof.shared == 2
    assert book.clients.file(twin, today=TODAY).folder.phones[0].digits == PHONE


def test_everybody_else_stays_as_she_was(book: Book) -> None:
    friend = added(book, Client(name="周桐", notes="喜欢安静"), "13800000002")
    client_id = canary(book)
    book.clients.put(Phone(client_id=friend, digits="13800000009"))
    before = others(book, client_id)

    gone(book, client_id)

    assert others(book, client_id) == before


def test_who_was_brought_by_her_keeps_all_but_her_name(book: Book) -> None:
    client_id = canary(book)
    friend = added(book, Client(name="周桐", referred_by_id=client_id), "13800000002")
    sister = Person(client_id=friend, relation=Relation.SIBLING, also_client_id=client_id)
    book.clients.put_person(sister, [])

    gone(book, client_id)

    folder = book.clients.file(friend, today=TODAY).folder
    assert folder.client.referred_by_id is None
    assert folder.persons[0].also_client_id is None


def test_undo_brings_back_what_others_went_through_and_never_her(book: Book) -> None:
    friend = added(book, Client(name="周桐"), "13800000002")
    client_id = canary(book)
    stands = book.clients.file(friend, today=TODAY).client
    book.clients.put(changed(stands, referred_by_id=client_id))
    gone(book, client_id)

    assert book.journal.undo().action == "client.add"
    assert names(book) == []
    with pytest.raises(NothingToUndo):
        book.journal.undo()
    book.journal.redo()
    assert names(book) == ["周桐"]


def test_one_of_a_list_that_was_taken_in_leaves_the_others_to_be_undone(
    book: Book, tmp_path: pathlib.Path
) -> None:
    take_in(book, tmp_path, (NAME, PHONE, "1985-3-2"), ("周桐", "13800000002", None))
    [hit] = book.clients.search(NAME)
    gone(book, hit.id)

    assert book.journal.undo().action == "import.own_list"
    assert names(book) == []


def test_it_says_that_older_backups_hold_her_until_they_are_deleted(
    book: Book, clock: FixedClock
) -> None:
    client_id = canary(book)
    older = book.back_up(BackupReason.ASKED)
    clock.advance(dt.timedelta(minutes=5))
    book.trash.put_in([client_id], TODAY)
    proof, _ = book.deletion.delete([client_id])

    assert proof.older == (older.at,)
    assert book.deletion.drop_backups_through(max(proof.older)) == 1
    assert [entry.reason for entry in book.backups.list()] == [BackupReason.DELETE]


def test_only_who_is_in_the_trash_is_deleted(book: Book) -> None:
    client_id = canary(book)

    with pytest.raises(RecordGone):
        book.deletion.delete([client_id])

    assert names(book) == [NAME]


def test_the_log_of_exports_forgets_her_and_not_how_many_left(
    book: Book, tmp_path: pathlib.Path, clock: FixedClock
) -> None:
    client_id = canary(book)
    archived = added(book, Client(name="周桐", archived_on=TODAY))
    book.exports.workbook(tmp_path / "a.xlsx", recipient=Recipient.MANAGER, now=clock.now())

    gone(book, client_id)

    [entry] = book.exports.recent()
    with book.database.read() as session:
        told = session.execute(text("SELECT client_uids FROM export")).scalar_one()
    assert archived
    assert (entry.clients, told) == (1, "")


def test_what_left_for_her_is_as_it_was(book: Book) -> None:
    """The folders of others, as they are exported, are the same before and after."""
    friend = added(book, Client(name="周桐", notes="喜欢安静"), "13800000002")
    client_id = canary(book)

    def told() -> list[object]:
        with book.database.read() as session:
            every = folders(session, with_archived=True)
            return [client_json(one) for one in every if one.client.id == friend]

    before = told()
    gone(book, client_id)

    assert told() == before


def test_her_photos_go_with_her_from_beside_the_backups_too(book: Book) -> None:
    client_id, friend = canary(book), added(book, Client(name="周桐"))
    for one in (client_id, friend):
        book.clients.put(Consent(client_id=one, kind=ConsentKind.PHOTO, given_on=TODAY))
        book.attachments.add(Attachment(client_id=one, media_type="image/jpeg"), b"a photo" * 99)
    book.back_up(BackupReason.ASKED)

    def files() -> int:
        places = (book.opened.folder.attachments, book.opened.folder.backups / "attachments")
        return sum(path.is_file() for place in places for path in place.rglob("*"))

    assert files() == 4
    gone(book, client_id)

    assert files() == 2
    [kept] = book.clients.file(friend, today=TODAY).folder.attachments
    assert book.attachments.content(kept) == b"a photo" * 99
