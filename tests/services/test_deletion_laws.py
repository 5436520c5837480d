"""Laws of real deletion, whatever went before: all or nothing, others untouched, no way back."""

import contextlib
import datetime as dt
import pathlib
import random
from collections.abc import Collection, Iterator
from dataclasses import replace

import pytest
from sqlalchemy import text

from crm_desktop.domain.errors import CrmError, NothingToRedo, NothingToUndo
from crm_desktop.domain.records import Client, Contact, Gift, NotSame, Person, Phone, Tag, Visit
from crm_desktop.models import JOURNALLED
from crm_desktop.services import deletion, erasing, search_index
from crm_desktop.services.book import Book, open_book
from crm_desktop.services.vault import Vault
from tests.fakes import FixedClock
from tests.vaults import PASSPHRASE, copy_live, new_book, vault

pytestmark = pytest.mark.usefixtures("cheap_keys")

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / "resources"
TODAY = dt.date(2026, 11, 22)
PEOPLE = 5
REFERENCES = {"referred_by_id", "also_client_id", "updated_at"}
"""Columns of others that name her, and the stamp of when they were written."""


@pytest.fixture
def place(tmp_path: pathlib.Path, clock: FixedClock) -> Vault:
    return vault(tmp_path / "book", clock)


@pytest.fixture
def book(place: Vault, clock: FixedClock) -> Iterator[Book]:
    opened = new_book(place)
    yield open_book(opened, clock, RESOURCES)
    opened.database.close()


def lived(book: Book, chance: random.Random) -> list[int]:
    """Let some people go through a random life; return their ids."""
    ids = [
        next(
            iter(book.clients.add(Client(name=f"客户{number}"), [f"1380000{number:04}"]).client_ids)
        )
        for number in range(PEOPLE)
    ]
    for _ in range(40):
        # A life may want what cannot be, such as two who brought each other.
        with contextlib.suppress(CrmError):
            _step(book, chance, ids)
    return ids


def _step(book: Book, chance: random.Random, ids: list[int]) -> None:
    one, other = chance.sample(ids, 2)
    match chance.randrange(8):
        case 0:
            book.clients.put(Visit(client_id=one, on=TODAY, notes=f"到院{chance.random()}"))
        case 1:
            _refer(book, one, other)
        case 2:
            book.clients.put_person(Person(client_id=one, name="姐", also_client_id=other), [])
        case 3:
            book.clients.put(NotSame(client_id=one, other_id=other, said_on=TODAY))
        case 4:
            _remove_one(book, one)
        case 5:
            _take_back(book, chance)
        case 6:
            book.clients.put(Gift(client_id=one, item=f"礼物{chance.random()}"))
        case _:
            book.clients.put(Contact(client_id=one, on=TODAY, notes=f"聊{chance.random()}"))


def _refer(book: Book, one: int, other: int) -> None:
    client = book.clients.file(one, today=TODAY).client
    book.clients.put(replace(client, referred_by_id=other))


def _remove_one(book: Book, one: int) -> None:
    book.clients.put(Tag(client_id=one, name="怕疼"))
    folder = book.clients.file(one, today=TODAY).folder
    facts: list[Tag | Visit | Person] = [*folder.tags]
    facts += [*folder.visits[:1], *folder.persons[:1]]
    for fact in facts:
        book.clients.remove(fact)


def _take_back(book: Book, chance: random.Random) -> None:
    for _ in range(2):
        book.clients.put(Phone(client_id=1, digits=f"139{chance.randrange(10**8):08}"))
    for _ in range(chance.randrange(4)):
        book.journal.undo()
    if chance.random() < 0.5:
        book.journal.redo()


def rows(book: Book, but: Collection[int] = ()) -> dict[str, list[dict[str, object]]]:
    """Return every row of the file that is about nobody in `but`, without who brought whom."""
    found = {}
    with book.database.read() as session:
        for table in JOURNALLED:
            query = text(f'SELECT * FROM "{table.name}" ORDER BY id')  # noqa: S608 - names of our own schema
            every = [dict(row) for row in session.execute(query).mappings()]
            owner = "id" if table.name == "client" else "client_id"
            found[table.name] = [
                {name: value for name, value in row.items() if name not in REFERENCES}
                for row in every
                if row.get(owner) not in but and row.get("other_id") not in but
            ]
    return found


def is_whole(book: Book) -> bool:
    with book.database.read() as session:
        broken = session.connection().exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    return not broken


@pytest.mark.parametrize("seed", range(6))
def test_after_any_life_others_stay_as_they_were_and_undo_goes_on_without_her(
    book: Book, seed: int
) -> None:
    chance = random.Random(seed)
    ids = lived(book, chance)
    gone = chance.sample(ids, chance.choice((1, 1, 2)))
    book.trash.put_in(gone, TODAY)
    before = rows(book, gone)

    proof, _ = book.deletion.delete(gone)

    assert proof.is_clean
    assert rows(book) == before
    back, forth = played(book)
    assert back == forth
    assert rows(book) == before
    assert is_whole(book)
    assert not mentioned(book, gone)


def played(book: Book) -> tuple[int, int]:
    """Undo everything that can be, and do it again; return how much it was."""
    counts = [0, 0]
    for place, step in enumerate((book.journal.undo, book.journal.redo)):
        try:
            while True:
                step()
                assert is_whole(book)
                counts[place] += 1
        except (NothingToUndo, NothingToRedo):
            continue
    return counts[0], counts[1]


def mentioned(book: Book, gone: Collection[int]) -> list[str]:
    """Return the tables that still name one of them by number."""
    tables = "SELECT m.name, c.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c"
    named = f"{tables} WHERE m.type = 'table' AND c.name IN ('client_id', 'other_id')"
    with book.database.read() as session:
        places = [tuple(row) for row in session.execute(text(named))]
        return [
            table
            for table, column in places
            for client_id in gone
            if session.execute(
                text(f'SELECT 1 FROM "{table}" WHERE "{column}" = {client_id} LIMIT 1')  # noqa: S608 - names of our own schema
            ).scalar()
        ]


def test_a_process_killed_in_the_middle_leaves_all_of_her_or_nothing(
    place: Vault,
    book: Book,
    clock: FixedClock,
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    her, friend = lived(book, random.Random(1))[:2]
    book.trash.put_in([her], TODAY)
    before = rows(book)
    reindex, carry_on = search_index.reindex, book.backups.make

    def in_the_middle(*facts: object) -> None:
        copy_live(place.folder.path, tmp_path / "middle")
        reindex(*facts)  # type: ignore[arg-type] # handed on as they came

    def after_the_commit(*facts: object) -> object:
        copy_live(place.folder.path, tmp_path / "after")
        return carry_on(*facts)  # type: ignore[arg-type] # handed on as they came

    monkeypatch.setattr(erasing, "reindex", in_the_middle)
    monkeypatch.setattr(book.backups, "make", after_the_commit)
    book.deletion.delete([her])

    assert found(tmp_path / "middle", clock) == (before, 0)
    left, stones = found(tmp_path / "after", clock)
    assert (left == rows(book), stones) == (True, 1)
    assert friend in {row["id"] for row in left["client"]}


def found(
    folder: pathlib.Path, clock: FixedClock
) -> tuple[dict[str, list[dict[str, object]]], int]:
    """Open the book a killed process would have left; return its rows and its tombstones."""
    opened = vault(folder, clock).unlock(PASSPHRASE)
    book = open_book(opened, clock, RESOURCES)
    with book.database.read() as session:
        stones = session.execute(text("SELECT count(*) FROM tombstone")).scalar_one()
    everything = rows(book)
    opened.database.close()
    return everything, stones


def test_what_slack_still_holds_is_written_over(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    her = lived(book, random.Random(2))[0]
    book.trash.put_in([her], TODAY)
    counts = iter((40, 3, 0, 0))
    compacted: list[None] = []
    compact = book.database.compact
    monkeypatch.setattr(deletion, "count_in", lambda *_facts: next(counts))
    monkeypatch.setattr(book.database, "compact", lambda: compacted.append(compact()))

    proof, _ = book.deletion.delete([her])

    assert len(compacted) == 1
    assert (proof.before, proof.is_clean) == (40, True)
