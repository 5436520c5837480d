"""Two imports of the same people taken back, in either order, with an edit between or without."""

from dataclasses import replace
from typing import Final

import pytest
from sqlalchemy import text

from crm_desktop.database import Database
from crm_desktop.domain.records import Client
from crm_desktop.domain.taking_back import KeptBecause
from crm_desktop.services.import_log import ImportLog
from crm_desktop.services.imports import Imports
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import fetch, put
from crm_desktop.services.taking_back import TakingBack
from tests.services.importing.lists import HEADINGS, SMALL, Save, dump, taken_in

LATER: Final = [
    HEADINGS,
    ("林晚", "13800000001", "1985-3-2", "会计", "20万", "爱喝咖啡"),
    ("周桐", "13800000002", None, "老师", None, "晚上联系"),
    ("何青", "13800000003", None, None, None, None),
]
FIRST, SECOND = 0, 1


@pytest.fixture
def runs(book_database: Database, imports: Imports, save: Save) -> list[int]:
    """Return the runs of two imports, the second of which adds to whom the first brought."""
    for rows in (SMALL, LATER):
        taken_in(imports, save(rows))
    return [run.id for run in reversed(ImportLog(book_database).recent())]


@pytest.mark.parametrize(
    ("order", "edits", "left"),
    [
        pytest.param((SECOND, FIRST), False, {}, id="last first"),
        pytest.param((SECOND, FIRST), True, {"周桐": "医生"}, id="last first, edited"),
        pytest.param((FIRST, SECOND), False, {"林晚": "会计", "周桐": ""}, id="first first"),
        pytest.param((FIRST, SECOND), True, {"林晚": "会计", "周桐": "医生"}, id="and edited"),
    ],
)
def test_what_she_wrote_stays_and_what_the_other_import_wrote_into_is_told(  # noqa: PLR0913 - fixtures and a table
    book_database: Database,
    journal: Journal,
    runs: list[int],
    order: tuple[int, int],
    left: dict[str, str],
    *,
    edits: bool,
) -> None:
    taking = TakingBack(book_database, journal)
    if edits:
        with journal.change("client.edit") as work:
            one = next(one for one in fetch(work.session, Client) if one.name == "周桐")
            put(work.session, replace(one, occupation="医生"))
    before = dump(book_database)

    told = [taking.take_back(runs[place])[0].plan.told for place in order]

    with book_database.read() as session:
        assert {one.name: one.occupation for one in fetch(session, Client)} == left
        assert session.execute(text("PRAGMA foreign_key_check")).all() == []
    assert {kept.why for kept in told[0] + told[1]} == ({KeptBecause.EDITED} if left else set())
    for _ in order:
        journal.undo()
    assert dump(book_database) == before
