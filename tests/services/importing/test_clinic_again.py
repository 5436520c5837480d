"""A clinic's exports in any order, undone and done again: no money twice, none to somebody else."""

import os
import pathlib
from collections.abc import Callable

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.import_plan import ImportPlan, Outcome
from crm_desktop.domain.records import Bill
from crm_desktop.services.import_log import ImportLog
from crm_desktop.services.imports import Imports
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import fetch
from crm_desktop.services.taking_back import TakingBack
from tests.services.importing.clinic import HER, PHONE, Line, line, write
from tests.services.importing.lists import counts, dump

Take = Callable[..., ImportPlan]


@pytest.fixture
def take(imports: Imports, tmp_path: pathlib.Path) -> Take:
    """Return what takes the export of a month in, the same bytes and age every time."""

    def taking(*lines: Line, month: int = 1, clients: tuple[Line, ...] = (HER,)) -> ImportPlan:
        path = tmp_path / f"{month}.xlsx"
        if lines:
            write(path, clients, lines)
            os.utime(path, (month, month))
        made = imports.plan(imports.read(path))
        imports.apply(made)
        return made

    return taking


def paid_of(database: Database) -> list[tuple[str, int]]:
    with database.read() as session:
        return [(bill.order_number, bill.paid) for bill in fetch(session, Bill)]


def test_an_older_export_takes_nothing_back(take: Take, book_database: Database) -> None:
    take(line(paid=1280), line("", project="脱毛"))
    newer = (*HER[:4], "钻卡", "老师", "")
    take(line(paid=900), line("", project="热玛吉"), month=2, clients=(newer,))
    before = dump(book_database)

    made = take(month=1)

    assert dump(book_database) == before
    told = {each.field for row in made.rows for each in row.differences}
    assert told == {"visit.paid", "visit.project", "occupation"}
    assert take(month=2).writes_nothing


def test_a_line_that_was_changed_twice_since_is_not_booked_again(
    take: Take, book_database: Database
) -> None:
    take(line("", project="脱毛", paid=1280))
    take(line("", project="脱毛", paid=900), month=2)
    take(line("", project="热玛吉", paid=900), month=3)

    made = take(month=1)

    assert [row.outcome for row in made.rows] == [Outcome.SAME, Outcome.CONFLICT]
    assert paid_of(book_database) == [("", 90_000)]


def test_an_order_that_was_voided_and_booked_again_is_one(
    take: Take, book_database: Database
) -> None:
    take(line("S1"), line("S2", project="脱毛"))
    take(line("S9"), line("S2", project="脱毛"), month=2)
    take(month=1)

    assert paid_of(book_database) == [("S9", 128_000), ("S2", 128_000)]


def test_what_a_clinic_said_comes_again_with_what_was_undone(
    take: Take, journal: Journal, book_database: Database
) -> None:
    take(line(paid=1280))
    journal.undo()
    journal.redo()
    run = ImportLog(book_database).recent()[0]
    TakingBack(book_database, journal).take_back(run.id)
    journal.undo()

    made = take(line(paid=900), month=2)

    assert [row.outcome for row in made.rows] == [Outcome.SAME, Outcome.UPDATED]
    assert paid_of(book_database) == [("S1", 90_000)]


def test_namesakes_with_two_cards_are_asked_about_though_their_phones_are_close(
    take: Take, book_database: Database
) -> None:
    other: Line = ("K9", "林晚", PHONE[:-1] + "9", "抖音", "金卡", "会计", "")

    made = take(line(card="K9", paid=500), clients=(HER, other))

    assert counts(made) == {"new": 1, "conflict": 2}
    assert paid_of(book_database) == []
