"""Every use case of the services: done, undone and done again, the book is the same to the byte."""

import inspect
import itertools
import pathlib
import random
import shutil
import typing
from collections.abc import Iterator
from typing import Any

import pytest

from crm_desktop import models
from crm_desktop.domain.errors import CrmError
from crm_desktop.domain.records import (
    Activity,
    Attachment,
    Change,
    Client,
    ClientDate,
    Consent,
    ConsentKind,
    Deposit,
    Package,
    Supplier,
    Visit,
)
from crm_desktop.services.book import Book, open_book
from tests.fakes import FixedClock
from tests.services.deeds import DEEDS
from tests.services.picking import TODAY, NothingToDoError
from tests.vaults import CHEAP, PASSPHRASE, new_book, vault

RESOURCES = pathlib.Path(__file__).parents[2] / "resources"
TURNS = 200
"""As many as can be undone."""

_OTHERWISE = {
    "deletion.delete": "cannot be undone, and says so",
    "imports.apply": "undone in tests/services/importing, with a file",
    "taking_back.take_back": "undone in tests/services/importing, with a file",
}
_FUNCTIONS = {"parting.part"}
"""Use cases that are functions, not methods of a service."""

_SERVICES = sorted(
    {name.partition(".")[0] for name in set(DEEDS) - _FUNCTIONS}
    | {"imports", "exports", "deletion", "taking_back"}
)

State = dict[str, list[tuple[Any, ...]]]

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """Return the folder of a locked book, filled once; never written to."""
    place = vault(tmp_path_factory.mktemp("filled") / "book", FixedClock())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("crm_desktop.security.slots.FLOOR", CHEAP)
        opened = new_book(place)
        fill(open_book(opened, FixedClock(), RESOURCES))
        place.lock(opened)
    return place.folder.path


def fill(book: Book) -> None:
    """Write five clients, some of whose days are near, and something for every deed."""
    for place, name in enumerate(("王雅琴", "何静", "周小满", "林月见", "何静")):
        birthday = ClientDate(month=11, day=22 + place)
        book.clients.add(
            Client(name=name, marked_big=place < 3), [f"1540000000{place}"], [birthday]
        )
    book.clients.put(Activity(name="周年沙龙"))
    book.clients.put(Consent(client_id=1, kind=ConsentKind.PHOTO))
    book.attachments.add(Attachment(client_id=1), b"fictional")
    book.clients.put(Package(client_id=2, project="水光针", bought=5))
    book.clients.put(Deposit(client_id=3, project="热玛吉", amount=200_000))
    book.clients.put(Visit(client_id=1, on=TODAY))
    for shop in ("半山花店", "麦香蛋糕"):
        book.suppliers.save(Supplier(name=shop))


@pytest.fixture
def book(filled: pathlib.Path, tmp_path: pathlib.Path) -> Iterator[Book]:
    """Return a copy of the filled book, open."""
    shutil.copytree(filled, tmp_path / "book")
    opened = vault(tmp_path / "book", FixedClock()).unlock(PASSPHRASE)
    yield open_book(opened, FixedClock(), RESOURCES)
    opened.database.close()


def state(book: Book) -> State:
    """Return every row but those of the journal, and what is derived of them, as they lie there."""
    tables = [*models.JOURNALLED, *models.DERIVED]
    with book.database.read() as session:
        read = session.connection().exec_driver_sql
        return {
            table.name: sorted(map(tuple, read(f'SELECT * FROM "{table.name}"').all()), key=repr)  # noqa: S608 - names of our own tables
            for table in tables
        }


def tried(book: Book, name: str, chance: random.Random) -> Change | None:
    """Do a deed; None where it is refused or finds nothing to do."""
    try:
        change = DEEDS[name](book, chance)
    except (CrmError, NothingToDoError):
        return None
    return change if change.id else None


def walked(book: Book, chance: random.Random, turns: int) -> Iterator[str]:
    """Do that many deeds by chance and yield the name of each that wrote something."""
    names = sorted(DEEDS)
    done = 0
    while done < turns:
        name = chance.choice(names)
        if tried(book, name, chance) is not None:
            done += 1
            yield name


def test_every_method_that_writes_is_among_the_deeds(book: Book) -> None:
    writes = {
        f"{service}.{name}"
        for service in _SERVICES
        for name, method in inspect.getmembers(type(getattr(book, service)), inspect.isfunction)
        if not name.startswith("_") and Change in _returned(method)
    }

    assert writes - set(_OTHERWISE) == set(DEEDS) - _FUNCTIONS


def _returned(method: Any) -> tuple[Any, ...]:  # noqa: ANN401 - whatever inspect found
    hint = typing.get_type_hints(method).get("return")
    return (hint, *typing.get_args(hint))


@pytest.mark.parametrize("name", sorted(DEEDS))
def test_done_undone_and_done_again_is_the_same_book(name: str, book: Book) -> None:
    chance = random.Random(name)
    before = state(book)
    while tried(book, name, chance) is None:
        next(walked(book, chance, 1))
        before = state(book)
    after = state(book)

    book.journal.undo()
    undone = state(book)
    book.journal.redo()
    redone = state(book)

    assert before != after
    assert undone == before
    assert redone == after


def test_200_deeds_by_chance_come_back_and_forth_one_by_one(book: Book) -> None:
    states = [state(book)]
    names = []
    for name in walked(book, random.Random(0), TURNS):
        states.append(state(book))
        names.append(name)

    for expected, name in zip(reversed(states[:-1]), reversed(names), strict=True):
        book.journal.undo()
        assert state(book) == expected, name
    for expected, name in zip(states[1:], names, strict=True):
        book.journal.redo()
        assert state(book) == expected, name

    assert len(set(names)) > len(DEEDS) / 2
    assert all(one != other for one, other in itertools.pairwise(states))
