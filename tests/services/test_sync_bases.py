"""What a counterpart last had: moved on, found again, undone with the change, gone with her."""

import datetime as dt

from crm_desktop.database import Database
from crm_desktop.domain.counterparts import BaseRow, Counterpart, CounterpartKind, joined
from crm_desktop.domain.records import Client
from crm_desktop.services.journal import Journal, unrecorded
from crm_desktop.services.records import put, remove
from crm_desktop.services.sync_bases import (
    bases_of,
    contents_of,
    counterpart_id,
    forget_unused,
    remember,
)

MANAGER = Counterpart(kind=CounterpartKind.MANAGER, name="王主管")
OTHER = Counterpart(kind=CounterpartKind.MANAGER, name="赵主管")
DAY = dt.date(2026, 11, 22)


def client(journal: Journal) -> int:
    with journal.change("client.add") as work:
        return put(work.session, Client(name="林晚", uid="1"))


def row(client_id: int, **cells: str) -> BaseRow:
    return BaseRow(client_id=client_id, part="", text=joined(cells.items()))


def given(database: Database, rows: list[BaseRow], to: Counterpart = MANAGER) -> None:
    with database.write() as session, unrecorded(session):
        remember(session, counterpart_id(session, to), rows, DAY)


def bases(database: Database, of: Counterpart = MANAGER) -> dict[tuple[int, str], dict[str, str]]:
    with database.read() as session:
        return {key: dict(cells) for key, cells in bases_of(session, of).items()}


def test_the_latest_is_the_base_and_what_was_before_is_still_known(
    book_database: Database, journal: Journal
) -> None:
    one = client(journal)
    first, second = row(one, phone="1", notes="甲=乙"), row(one, phone="2")
    given(book_database, [first])
    given(book_database, [second])

    assert bases(book_database) == {(one, ""): {"phone": "2"}}
    assert bases(book_database, OTHER) == {}
    with book_database.read() as session:
        kept = contents_of(session, [one])[one]
    assert kept == {
        first.hash: {"phone": "1", "notes": "甲=乙"},
        second.hash: {"phone": "2"},
    }


def test_undo_takes_the_base_back_with_the_change(
    book_database: Database, journal: Journal
) -> None:
    one = client(journal)
    given(book_database, [row(one, phone="1")])
    with journal.change("import.roundtrip") as work:
        number = counterpart_id(work.session, MANAGER)
        remember(work.session, number, [row(one, phone="2")], DAY)
    assert bases(book_database) == {(one, ""): {"phone": "2"}}

    journal.undo()

    assert bases(book_database) == {(one, ""): {"phone": "1"}}


def test_nothing_is_kept_of_a_client_who_is_gone(book_database: Database, journal: Journal) -> None:
    one = client(journal)
    given(book_database, [row(one, phone="1")])
    with journal.change("client.remove") as work:
        remove(work.session, Client, one)

    assert bases(book_database) == {}
    with book_database.read() as session:
        assert contents_of(session, [one]) == {}


def test_old_contents_nobody_has_are_forgotten(book_database: Database, journal: Journal) -> None:
    one = client(journal)
    first, second = row(one, phone="1"), row(one, phone="2")
    given(book_database, [first])
    given(book_database, [second])

    with book_database.write() as session:
        forget_unused(session, DAY + dt.timedelta(days=1))

    with book_database.read() as session:
        assert list(contents_of(session, [one])[one]) == [second.hash]
