"""A book of every released schema opens, is led to the newest one, and has lost nothing."""

import datetime as dt
import pathlib
import shutil

import pytest
from sqlalchemy import Connection

from crm_desktop.database import Database
from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.records import Knows, Relation, Tier
from crm_desktop.migrations import STEPS, version
from crm_desktop.services.book import open_book
from tests.fakes import FixedClock
from tests.kept.book import HERE, PASSPHRASE, RESOURCES, vault_of
from tests.vaults import key

SCHEMAS = sorted(int(kept.name.removeprefix("schema-")) for kept in HERE.glob("schema-*"))
TODAY = dt.date(2026, 11, 22)


@pytest.fixture(params=SCHEMAS, ids="schema-{}".format)
def kept(request: pytest.FixtureRequest, tmp_path: pathlib.Path) -> pathlib.Path:
    """Return a copy of the folder of a kept book."""
    return pathlib.Path(shutil.copytree(HERE / f"schema-{request.param}", tmp_path / "book"))


def shape(connection: Connection) -> dict[str, object]:
    """Return every table with its columns, every index with its own, every trigger."""
    found: dict[str, object] = {}
    things = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master").all()
    for kind, name, sql in things:
        if kind == "trigger":
            found[name] = sql
            continue
        pragma = "table_xinfo" if kind == "table" else "index_xinfo"
        columns = connection.exec_driver_sql(f"PRAGMA {pragma}('{name}')").all()
        # The place of a column in its table differs where a step added it: it is left out.
        found[name] = sorted(_without_place(kind, tuple(column)) for column in columns)
        found[f"{name} keys"] = sorted(
            tuple(line)[2:]
            for line in connection.exec_driver_sql(f"PRAGMA foreign_key_list('{name}')")
        )
    return found


def _without_place(kind: str, column: tuple[object, ...]) -> tuple[object, ...]:
    return column[1:] if kind == "table" else (column[0], *column[2:])


def test_an_older_book_comes_to_the_very_schema_of_a_new_one(
    kept: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    new = Database.create(tmp_path / "new.db", key(), FixedClock())
    old = vault_of(kept).unlock(PASSPHRASE)

    with new.read() as here, old.database.read() as there:
        wanted, found = shape(here.connection()), shape(there.connection())
        reached = version(there.connection())

    assert found == wanted
    assert reached == len(STEPS)
    new.close()
    vault_of(kept).lock(old)


def test_everything_of_an_older_book_is_there(kept: pathlib.Path) -> None:
    opened = vault_of(kept).unlock(PASSPHRASE)
    book = open_book(opened, FixedClock(), RESOURCES)

    file = book.clients.file(1, today=TODAY)

    her, folder = file.client, file.folder
    assert (her.name, her.called, her.tier, her.income) == ("王雅琴", "王姐", Tier.A, 36_000_000)
    assert [phone.digits for phone in folder.phones] == ["15400000001"]
    assert [(date.person_id, date.fact) for date in folder.dates] == [
        (None, DatedFact(calendar=Calendar.LUNAR, year=1979, month=6, day=15, leap=True)),
        (1, DatedFact(calendar=Calendar.SOLAR, year=None, month=2, day=29, leap=False)),
    ]
    assert [(one.relation, one.name, one.knows) for one in folder.persons] == [
        (Relation.CHILD, "大宝", Knows.NO)
    ]
    assert [(visit.on, visit.notes) for visit in folder.visits] == [
        (dt.date(2026, 11, 3), "第一次来")
    ]
    assert [(bill.project, bill.paid) for bill in folder.bills] == [("水光针", 128_050)]
    assert [(gift.item, gift.cost) for gift in folder.gifts] == [("百合", 16_800)]
    assert [(tag.name, tag.is_need) for tag in folder.tags] == [("抗衰", True)]
    assert [hit.name for hit in book.clients.search("hj")] == ["何静"]
    opened.database.integrity()
    vault_of(kept).lock(opened)


def test_what_was_undone_before_can_be_redone_and_all_be_undone(kept: pathlib.Path) -> None:
    opened = vault_of(kept).unlock(PASSPHRASE)
    book = open_book(opened, FixedClock(), RESOURCES)

    book.journal.redo()
    renamed = book.clients.file(1, today=TODAY).client.name
    for _ in book.journal.latest():
        book.journal.undo()

    assert renamed == "改错了"
    assert [book.clients.search(typed) for typed in ("王", "何", "154")] == [(), (), ()]
    vault_of(kept).lock(opened)
