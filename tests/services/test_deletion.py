"""Real deletion: nothing of her is left, others stay as they were, nothing brings her back."""

import datetime as dt
import pathlib
from collections.abc import Iterator

import pytest
from sqlalchemy import text

from crm_desktop.domain.errors import NothingToUndo, RecordGone
from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.import_plan import Outcome
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.domain.records import (
    Bill,
    Client,
    ClientDate,
    ClinicCard,
    Contact,
    Gift,
    Person,
    Phone,
    Preference,
    Relation,
    Visit,
)
from crm_desktop.services.backup_file import BackupReason
from crm_desktop.services.book import Book, open_book
from crm_desktop.services.deletion_proof import Where
from crm_desktop.services.folders import folders
from crm_desktop.services.owner_json import client_json
from crm_desktop.services.restoring import Restoring
from crm_desktop.services.safekeeping import Safekeeping
from crm_desktop.services.vault import Vault
from tests.fakes import FixedClock
from tests.services.importing.lists import HEADINGS
from tests.vaults import OTHER_PASSPHRASE, PASSPHRASE, vault

pytestmark = pytest.mark.usefixtures("cheap_keys")

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / "resources"
TODAY = dt.date(2026, 11, 22)
NAME = "金丝雀鸣谷"
PHONE = "15470707001"
WECHAT = "canary_wx_7719"
CARD = "CARD-887766"
NOTE = "只有她自己才会说的一段很长的话，别人那里绝没有"


@pytest.fixture
def place(tmp_path: pathlib.Path, clock: FixedClock) -> Vault:
    return vault(tmp_path / "book", clock)


@pytest.fixture
def book(place: Vault, clock: FixedClock) -> Iterator[Book]:
    opened = place.create(PASSPHRASE).book
    yield open_book(opened, clock, RESOURCES)
    opened.database.close()


def added(book: Book, client: Client, phone: str = "", *dates: ClientDate) -> int:
    [client_id] = book.clients.add(client, [phone] if phone else [], dates).client_ids
    return client_id


def canary(book: Book) -> int:
    """Write a client with something in every corner, changed several times over."""
    her = Client(name=NAME, wechat=WECHAT, notes=NOTE, address="金丝雀巷深处八号之九")
    client_id = added(book, her, PHONE, ClientDate(year=1985, month=3, day=2))
    husband = Person(client_id=client_id, relation=Relation.HUSBAND, name="鸣谷之夫")
    for fact in (
        ClinicCard(client_id=client_id, source="clinic", number=CARD),
        Visit(client_id=client_id, on=TODAY, notes=f"到院：{NOTE}"),
        Bill(client_id=client_id, on=TODAY, project="水光针", paid=88_000),
        Contact(client_id=client_id, on=TODAY, outcome=f"电话：{NOTE}"),
        Gift(client_id=client_id, item="百合", card_text=f"祝{NAME}生日快乐"),
        Preference(client_id=client_id, text="百合"),
    ):
        book.clients.put(fact)
    book.clients.put_person(husband, [ClientDate(client_id=client_id, month=5, day=6)])
    stands = book.clients.file(client_id, today=TODAY).client
    book.clients.put(_with(stands, notes=f"{NOTE}，后来又改过一次"))
    return client_id


def _with(client: Client, **facts: object) -> Client:
    return client.__class__(**{name: getattr(client, name) for name in client.__slots__} | facts)


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


def gone(book: Book, client_id: int) -> None:
    book.trash.put_in([client_id], TODAY)
    book.deletion.delete([client_id])


def names(book: Book) -> list[str]:
    with book.database.read() as session:
        return [folder.client.name for folder in folders(session, with_archived=True)]


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
    book.clients.put(_with(stands, referred_by_id=client_id))
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


def take_in(book: Book, folder: pathlib.Path, *rows: tuple[str | None, ...]) -> list[Outcome]:
    import xlsxwriter  # noqa: PLC0415 - of these tests alone

    path = folder / "名单.xlsx"
    with xlsxwriter.Workbook(str(path), {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("客户")
        for number, row in enumerate((HEADINGS, *rows)):
            sheet.write_row(number, 0, row)
    made = book.imports.plan(book.imports.read(path))
    book.imports.apply(made)
    return [row.outcome for row in made.rows]


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


def test_she_may_be_entered_again_by_hand(book: Book) -> None:
    gone(book, canary(book))

    canary(book)

    assert names(book) == [NAME]


def restored(place: Vault, book: Book, path: pathlib.Path, clock: FixedClock) -> Book:
    return open_book(Restoring(place, clock).restore(book.opened, path), clock, RESOURCES)


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
