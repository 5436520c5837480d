"""The people of the kept books, who do not exist, and what is to be found about them again."""

import datetime as dt
import pathlib

from crm_desktop.domain.dates import Calendar
from crm_desktop.domain.records import (
    Bill,
    Client,
    ClientDate,
    Gift,
    GiftState,
    Knows,
    Person,
    Relation,
    Tag,
    Tier,
    Visit,
)
from crm_desktop.paths import BookFolder
from crm_desktop.security.passphrase import FLOOR
from crm_desktop.services.book import Book, open_book
from crm_desktop.services.vault import Vault
from tests.fakes import FixedClock
from tests.vaults import MemoryKeychain

HERE = pathlib.Path(__file__).parent
RESOURCES = HERE.parents[1] / "resources"
PASSPHRASE = "kept herons cross the lake"


def vault_of(path: pathlib.Path) -> Vault:
    """Return the vault of a kept book."""
    return Vault(BookFolder(path=path), FixedClock(), MemoryKeychain(), FLOOR)


def write(path: pathlib.Path) -> None:
    """Write a small book into a new folder, its last change undone."""
    vault = vault_of(path)
    book = open_book(vault.create(PASSPHRASE).book, FixedClock(), RESOURCES)
    _fill(book)
    vault.lock(book.opened)


def _fill(book: Book) -> None:
    clients = book.clients
    clients.add(
        Client(name="王雅琴", display_name="王姐", tier=Tier.A, income=36_000_000),
        ["15400000001"],
        [ClientDate(calendar=Calendar.LUNAR, year=1979, month=6, day=15, leap=True)],
    )
    clients.put_person(
        Person(client_id=1, relation=Relation.CHILD, name="大宝", knows=Knows.NO),
        [ClientDate(client_id=1, month=2, day=29)],
    )
    clients.put(Visit(client_id=1, on=dt.date(2026, 11, 3), notes="第一次来"))
    clients.put(Bill(client_id=1, visit_id=1, project="水光针", paid=128_050))
    clients.put(
        Gift(client_id=1, item="百合", cost=16_800, state=GiftState.GIVEN, on=dt.date(2026, 3, 8))
    )
    clients.put(Tag(client_id=1, name="抗衰", is_need=True))
    clients.add(Client(name="何静"), ["15400000002"])
    clients.put(Client(id=1, name="改错了"))
    book.journal.undo()
