"""Any import, then whatever she does, then the import taken back: law by law, row by row."""

import dataclasses
import pathlib
import random
from collections.abc import Iterator
from typing import Any, Final

import pytest
from sqlalchemy import select, text

from crm_desktop import models
from crm_desktop.domain.counterparts import BaseRow, Counterpart, CounterpartKind
from crm_desktop.domain.import_plan import Fact, ImportPlan, ListKind, Options
from crm_desktop.domain.records import (
    Bill,
    Client,
    ClientDate,
    Person,
    Phone,
    Preference,
    Relation,
    Tag,
    Visit,
)
from crm_desktop.services.book import Book, open_book
from crm_desktop.services.import_book import free_id
from crm_desktop.services.journal import unrecorded
from crm_desktop.services.records import fetch
from crm_desktop.services.search_index import reindex
from crm_desktop.services.written_rows import NOT_HERS, foreign_keys
from tests.fakes import FixedClock
from tests.services.deeds import DEEDS
from tests.services.picking import NOW, TODAY, word
from tests.services.test_every_use_case import RESOURCES, tried
from tests.vaults import new_book, vault

pytestmark = pytest.mark.usefixtures("cheap_keys")

Rows = dict[tuple[str, int], dict[str, Any]]

_SEEDS: Final = 12
_BOOKKEEPING: Final = {"created_at", "updated_at"}


@pytest.fixture
def book(tmp_path: pathlib.Path) -> Iterator[Book]:
    """Return a book of five clients."""
    opened = new_book(vault(tmp_path / "book", FixedClock()))
    book = open_book(opened, FixedClock(), RESOURCES)
    for place, name in enumerate(("王雅琴", "何静", "周小满", "林月见", "何静")):
        birthday = ClientDate(month=11, day=22 + place)
        book.clients.add(Client(name=name), [f"1540000000{place}"], [birthday])
    yield book
    opened.database.close()


def rows_of(book: Book) -> Rows:
    with book.database.read() as session:
        return {
            (table.name, row["id"]): dict(row)
            for table in models.JOURNALLED
            for row in session.execute(text(f'SELECT * FROM "{table.name}"')).mappings()  # noqa: S608 - names of our own schema
        }


def any_import(book: Book, chance: random.Random) -> ImportPlan:
    """Return a plan that adds, changes, removes and puts into the trash whatever chance says."""
    with book.database.read() as session:
        clients = fetch(session, Client)
        known: list[Any] = [
            fact
            for kind in (Tag, Phone, Preference, Visit, Person)
            for fact in fetch(session, kind)
        ]
        fresh, person = free_id(session, Client), free_id(session, Person)
    new = [Client(id=fresh + place, name=word(chance)) for place in range(chance.randint(0, 2))]
    owners = [client.id for client in (*clients, *new)]
    facts: list[Fact] = [*new, Person(id=person, client_id=owners[-1], relation=Relation.CHILD)]
    facts += [
        _any_fact(chance, chance.choice(owners), person, owners[-1])
        for _ in range(chance.randint(1, 5))
    ]
    edited = chance.sample(clients, min(2, len(clients)))
    removed = chance.sample(known, min(2, len(known)))
    return ImportPlan(
        options=Options(source="名单.xlsx", now=NOW, kind=ListKind.ROUNDTRIP),
        rows=(),
        new=tuple(facts),
        changed=tuple(
            dataclasses.replace(
                one, notes=word(chance), qq="1", referred_by_id=_other(chance, one, owners)
            )
            for one in edited
        ),
        removed=tuple(removed),
        trashed=tuple(one.id for one in clients if chance.random() < 0.1),
        counterpart=Counterpart(kind=CounterpartKind.MANAGER),
        bases=tuple(BaseRow(client_id=one, part="", text=f"a={word(chance)}") for one in owners),
        as_of=book.database.changes,
    )


def _other(chance: random.Random, client: Client, owners: list[int]) -> int | None:
    return chance.choice([one for one in owners if one != client.id] or [None])


def _any_fact(chance: random.Random, client_id: int, person: int, of_person: int) -> Fact:
    facts: list[Fact] = [
        Phone(client_id=client_id, digits=f"154{chance.randint(0, 99_999_999):08}"),
        Tag(client_id=client_id, name=word(chance)),
        Visit(client_id=client_id, on=TODAY),
        Bill(client_id=client_id, on=TODAY, project="水光针", paid=chance.randint(1, 9) * 1000),
        ClientDate(client_id=of_person, person_id=person, month=11, day=chance.randint(20, 28)),
    ]
    return chance.choice(facts)


def some_deeds(book: Book, chance: random.Random, count: int) -> None:
    names = sorted(DEEDS)
    done = 0
    while done < count:
        done += tried(book, chance.choice(names), chance) is not None


@pytest.mark.parametrize("seed", range(_SEEDS))
def test_what_she_did_not_touch_is_as_before_and_what_she_did_is_as_she_left_it(
    seed: int, book: Book
) -> None:
    chance = random.Random(seed)
    some_deeds(book, chance, 12)
    before = rows_of(book)
    book.imports.apply(any_import(book, chance))
    after = rows_of(book)
    some_deeds(book, chance, chance.randint(0, 12))
    left = rows_of(book)
    run = book.import_log.recent()[0]

    report, change = book.taking_back.take_back(run.id)

    now = rows_of(book)
    kept = report.plan.kept
    told = {(one.table, one.row_id) for one in kept}
    for key in before.keys() | after.keys() | left.keys():
        _look_at(key, (before.get(key), after.get(key), left.get(key)), now, told)
    _check_names(book)
    _check_index(book)
    if change.id:
        book.journal.undo()
    assert rows_of(book) == left


def test_the_latest_change_taken_back_is_the_book_of_before(book: Book) -> None:
    for seed in range(5):
        chance = random.Random(seed)
        some_deeds(book, chance, 3)
        before = rows_of(book)
        book.imports.apply(any_import(book, chance))

        report, _ = book.taking_back.take_back(book.import_log.recent()[0].id)

        assert rows_of(book) == before
        assert report.plan.kept == ()


def _look_at(
    key: tuple[str, int],
    then: tuple[dict[str, Any] | None, dict[str, Any] | None, dict[str, Any] | None],
    now: Rows,
    told: set[tuple[str, int]],
) -> None:
    """Judge one row by what it was before the import, after it, and as she left it."""
    before, after, left = then
    found = now.get(key)
    if after is None and before is None:
        _look_at_hers(key, left, found, now)
    elif left is None:
        assert found is None or (after is None and found == before), key
    elif after is not None and before is not None:
        for name, value in left.items():
            is_ours = after[name] != before[name] and value == after[name]
            assert found is not None
            assert found[name] == (before[name] if is_ours else value), (key, name)
    elif found is None:
        assert not _edited(after or {}, left), key
    else:
        assert found == left
        assert _edited(after or {}, left) or _is_named(key, now), key
        assert key in told or key[0] in {"sync_base", "fact_source"}, key
    if before is not None and after is None and left is None:
        assert found == before or key in told, key


def _look_at_hers(
    key: tuple[str, int], left: dict[str, Any] | None, found: dict[str, Any] | None, now: Rows
) -> None:
    """Her own rows stay as they are; those that come by themselves go with their client."""
    if key[0] in NOT_HERS and found is None and left is not None:
        assert ("client", left["client_id"]) not in now, key
    else:
        assert found == left, key


def _edited(after: dict[str, Any], left: dict[str, Any]) -> bool:
    plain = _BOOKKEEPING | {"client_id"}
    return any(left[name] != value for name, value in after.items() if name not in plain)


def _is_named(key: tuple[str, int], now: Rows) -> bool:
    return any(
        (parent, row[column]) == key
        for (table, _), row in now.items()
        for column, parent in foreign_keys(table).items()
    )


def _check_names(book: Book) -> None:
    with book.database.read() as session:
        assert session.execute(text("PRAGMA foreign_key_check")).all() == []


def _check_index(book: Book) -> None:
    with book.database.write() as session:
        before = _derived(session)
        with unrecorded(session):
            reindex(session, set(session.execute(text("SELECT id FROM client")).scalars()))
        assert _derived(session) == before


def _derived(session: Any) -> dict[str, list[str]]:  # noqa: ANN401 - a session
    return {
        table.name: sorted(repr(tuple(row)) for row in session.execute(select(table)))
        for table in models.DERIVED
    }
