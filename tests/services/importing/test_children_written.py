"""What rows of child sheets come to, written into a book: it stands as planned, and goes again."""

import datetime as dt
import itertools
from dataclasses import replace

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.import_plan import Fact, ImportPlan, Options
from crm_desktop.domain.records import BillKind, Relation, VisitType
from crm_desktop.domain.returned import GiftDay, LineKind
from crm_desktop.domain.sync_child import ChildRow, child_edits
from crm_desktop.domain.sync_child_folder import FIELDS
from crm_desktop.services.folders import folders
from crm_desktop.services.import_book import free_id
from crm_desktop.services.import_writing import write_plan
from crm_desktop.services.journal import Journal
from tests.domain.child_rows import clearing, removing, setting
from tests.services.export_book import fill

OPTIONS = Options(
    source="客户簿.xlsx",
    now=dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=8))),
)
MARCH = dt.date(2026, 3, 1)
BORN = DatedFact(calendar=Calendar.SOLAR, year=2020, month=1, day=2)
DONE = LineKind.DONE
K = BillKind
CASES: dict[str, list[ChildRow]] = {
    "cells of every sheet": [
        setting("person", "p1", birthday=BORN, likes=("茶",), name="赵新"),
        setting("visit", "v1/b1", paid=5, doctor="林医生", on=dt.date(2026, 2, 1)),
        setting("visit", "b3", notes="要求退款"),
        setting("project", "k1", used=5),
        setting("gift", "g1", recipient="大宝"),
        clearing("follow_up", "t1", "outcome"),
    ],
    "new rows that lean on each other": [
        setting("gift", "", recipient="二宝", item="书", on=GiftDay(on=MARCH)),
        setting("person", "", relation=Relation.CHILD, nickname="二宝", birthday=BORN),
        setting("visit", "", on=MARCH, project="光子嫩肤", bill_kind=K.SESSION),
        setting("visit", "", on=dt.date(2026, 5, 1), type=VisitType.CHECK, project="水", paid=9),
        setting("visit", "", on=MARCH, project="皮秒", paid=9, bill_kind=K.DEPOSIT),
        setting("project", "", kind=DONE, project="水", on=dt.date(2026, 5, 1)),
        setting("follow_up", "", kind=LineKind.COMPLAINT, on=MARCH, content="等太久"),
    ],
    "rows taken out": [
        removing("person", "p1"),
        removing("visit", "v1/b1"),
        removing("visit", "v1/b2"),
        removing("visit", "b3"),
        removing("project", "k1"),
        removing("project", "c1"),
        removing("gift", "g2"),
        removing("follow_up", "m1"),
    ],
    "what was just sold is taken out again": [
        setting("visit", "", on=MARCH, paid=900, bill_kind=K.STORED_VALUE),
        removing("visit", "v1/b2"),
        setting("visit", "", on=MARCH, project="水光", paid=800, bill_kind=K.FROM_STORED_VALUE),
    ],
}


def her_folder(database: Database) -> ClientFolder:
    with database.read() as session:
        return next(iter(folders(session, with_archived=True, client_ids=frozenset({1}))))


def plain(folder: ClientFolder) -> dict[str, set[Fact]]:
    """Return the records as sets, without numbers where the book gives them."""
    unnumbered = {"dates", "preferences"}
    return {
        name: {
            replace(fact, id=0) if name in unnumbered else fact for fact in getattr(folder, name)
        }
        for name in FIELDS.values()
    }


@pytest.mark.parametrize("name", CASES)
def test_what_was_planned_stands_and_undo_leaves_the_book_as_it_was(
    book_database: Database, journal: Journal, name: str
) -> None:
    fill(journal)
    before = her_folder(book_database)
    with book_database.read() as session:
        firsts = {kind: itertools.count(free_id(session, kind)) for kind in FIELDS}

    def number(kind: type[Fact]) -> int:
        return next(firsts[kind])

    done = child_edits(before, CASES[name], number, OPTIONS)
    assert [each.problems for each in done.rows] == [()] * len(CASES[name])
    plan = ImportPlan(
        options=OPTIONS, rows=(), new=done.new, changed=done.changed, removed=done.removed
    )
    with journal.change("import.rows") as work:
        write_plan(work.session, plan, _unwatched)

    after = her_folder(book_database)
    assert plain(after) == plain(done.folder)
    assert after.client.lead_state is done.folder.client.lead_state
    journal.undo()
    assert her_folder(book_database) == before


def _unwatched(_done: int, _total: int) -> None:
    """Take no notice."""
