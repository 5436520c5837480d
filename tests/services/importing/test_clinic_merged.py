"""Two clients of a clinic made one: what it booked for both stands once, and follows both."""

import pathlib

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.base_facts import paid
from crm_desktop.domain.records import Bill
from crm_desktop.services.imports import Imports
from crm_desktop.services.journal import Journal
from crm_desktop.services.merging import merge
from crm_desktop.services.records import fetch
from crm_desktop.services.sync_bases import contents_of
from tests.services.importing.clinic import HER, Line, line, write
from tests.services.importing.lists import counts, dump

OTHER = ("K2", "林晚晚", "13800000002", "抖音", "金卡", "会计", "")
YUAN = 100


def _taken_in(imports: Imports, path: pathlib.Path, *lines: Line) -> dict[str, int]:
    made = imports.plan(imports.read(write(path, [HER, OTHER], lines)))
    imports.apply(made)
    return counts(made)


def _paid(database: Database) -> int:
    with database.read() as session:
        return paid(fetch(session, Bill)) // YUAN


@pytest.mark.parametrize(("keep", "other"), [(1, 2), (2, 1)])
@pytest.mark.parametrize("order", ["S", ""])
def test_lines_of_both_are_corrected_after_they_became_one(  # noqa: PLR0913, PLR0917 - fixtures and a table
    book_database: Database,
    journal: Journal,
    imports: Imports,
    tmp_path: pathlib.Path,
    keep: int,
    other: int,
    order: str,
) -> None:
    first, second = (order and f"{order}{number}" for number in (1, 2))
    path = tmp_path / "export.xlsx"
    _taken_in(
        imports, path, line(first, paid=500), line(second, paid=800, card="K2", name=OTHER[1])
    )
    before, said = dump(book_database), _contents(book_database)
    with journal.change("client.merge") as work:
        merge(work, keep, other, {})

    _taken_in(
        imports, path, line(first, paid=600), line(second, paid=900, card="K2", name=OTHER[1])
    )

    assert _paid(book_database) == 600 + 900
    journal.undo()
    journal.undo()
    assert dump(book_database) == before
    assert _contents(book_database).items() >= said.items()


def _contents(database: Database) -> dict[tuple[int, str], object]:
    with database.read() as session:
        found = contents_of(session, [1, 2])
    return {(one, key): said for one, all_ in found.items() for key, said in all_.items()}
