"""What a clinic's list names no more: corrected, asked about, or told; nothing doubled or lost."""

import os
import pathlib
from collections.abc import Callable
from dataclasses import replace

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.base_facts import paid
from crm_desktop.domain.import_plan import Accept, ImportPlan, Outcome
from crm_desktop.domain.import_questions import LATE_LINE, WHICH_LINE
from crm_desktop.domain.records import Bill, Visit
from crm_desktop.services.import_log import ImportLog
from crm_desktop.services.imports import Imports
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import fetch
from tests.services.importing.clinic import HER, Line, line, write
from tests.services.importing.lists import dump

OTHER: Line = ("K2", "何静", "13700000002", "", "", "", "")
Plan = Callable[..., ImportPlan]


def hers(on: str = "2025-03-02", paid_: float = 500, **more: str) -> Line:
    return line("", on=on, paid=paid_, card="K2", name="何静", **more)  # type: ignore[arg-type] # fields of a line, all texts


@pytest.fixture
def plan(imports: Imports, tmp_path: pathlib.Path) -> Plan:
    """Return what plans the list of a month; the same bytes and age every time."""

    def planning(*lines: Line, month: int = 1, clients: tuple[Line, ...] = (HER,)) -> ImportPlan:
        path = tmp_path / f"{month}.xlsx"
        if lines:
            write(path, clients, lines)
            os.utime(path, (month, month))
        return imports.plan(imports.read(path))

    return planning


@pytest.fixture
def take(plan: Plan, imports: Imports) -> Plan:
    """Return what takes the list of a month in, and finds that it says nothing new after it."""

    def taking(*lines: Line, month: int = 1, clients: tuple[Line, ...] = (HER,)) -> ImportPlan:
        made = plan(*lines, month=month, clients=clients)
        imports.apply(made)
        again = plan(month=month)
        assert (again.writes_nothing, again.bases) == (True, ())
        return made

    return taking


def stands(database: Database) -> list[tuple[str, str, str, int]]:
    with database.read() as session:
        bills = fetch(session, Bill)
    return [(one.order_number, str(one.on), one.project, one.paid // 100) for one in bills]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (line("S1"), line("S1R", project="脱毛")),
        (line(""), line("", on="2025-03-05")),
        (line("S1"), line("S1", on="2025-03-09", paid=900)),
        (line(""), line("", on="2025-03-03", paid=1380)),
        (line("S1"), line("S7", on="2025-03-05", paid=1280)),
    ],
)
def test_a_line_they_changed_in_two_things_at_once_is_one(
    take: Plan, book_database: Database, before: Line, after: Line
) -> None:
    fixed = (line("A", on="2025-03-01", project="洗牙"), line("B", on="2025-03-30", project="洗牙"))
    take(before, *fixed)

    made = take(after, *fixed, month=2)

    assert (made.gone, made.open_conflicts) == ((), ())
    assert (after[0], after[3], after[5], after[7]) in stands(book_database)
    with book_database.read() as session:
        assert len(fetch(session, Visit)) == 3


def test_a_moved_line_takes_the_visit_of_it_along_and_both_come_back_by_undo(
    take: Plan, book_database: Database, journal: Journal
) -> None:
    ends = (line("A", on="2025-03-01"), line("B", on="2025-03-30"))
    take(line(""), *ends)
    before = dump(book_database)

    take(line("", on="2025-03-05"), *ends, month=2)
    assert dump(book_database)["visit"] != before["visit"]
    journal.undo()

    assert dump(book_database) == before


def test_of_two_that_may_be_it_neither_is_booked_until_it_is_said(
    take: Plan, plan: Plan, imports: Imports, book_database: Database
) -> None:
    ends = (line("A", on="2025-03-01", project="洗牙"), line("B", on="2025-03-30", project="洗牙"))
    take(line(""), *ends)

    made = take(line("", on="2025-03-03"), line("", on="2025-03-04"), *ends, month=2)
    asked = {row.row_number: row for row in made.rows if row.outcome is Outcome.CONFLICT}
    place = ("消费明细", 2, WHICH_LINE)
    options = replace(made.options, decided={place: Accept.THEIRS})
    imports.apply(imports.plan(imports.read(made_path(made)), options=options))

    assert {one.field for row in asked.values() for one in row.differences} == {WHICH_LINE}
    days = sorted(one[1] for one in stands(book_database))
    assert days == ["2025-03-01", "2025-03-03", "2025-03-04", "2025-03-30"]
    assert not plan(month=2).open_conflicts


def test_the_first_line_of_a_list_that_was_moved_is_asked_about(
    take: Plan, book_database: Database
) -> None:
    end = line("B", on="2025-03-30", project="洗牙")
    take(line(""), end)

    made = take(line("", on="2025-03-04"), end, month=2)

    assert [row.outcome for row in made.rows] == [Outcome.SAME, Outcome.CONFLICT, Outcome.SAME]
    assert len(stands(book_database)) == 2


def made_path(made: ImportPlan) -> pathlib.Path:
    path = getattr(made.source, "path", None)
    assert isinstance(path, pathlib.Path)
    return path


def test_what_is_gone_stays_and_is_told_with_whom_it_is_about(
    take: Plan, imports: Imports, plan: Plan, book_database: Database
) -> None:
    clients = (HER, OTHER)
    ends = (line("A", on="2025-03-01"), line("B", on="2025-03-30"))
    take(*ends, line(""), hers(), hers("2025-04-07"), clients=clients)

    made = plan(*ends, month=2, clients=clients)
    report, _ = imports.apply(made)

    assert [(one.paid, str(one.on)) for one in made.gone] == [
        (1280_00, "2025-03-02"),
        (500_00, "2025-03-02"),
    ]
    assert report.summary is not None
    assert (report.summary.gone_count, report.summary.gone_paid) == (2, 1780_00)
    assert [fen for _, fen in report.summary.gone] == [1280_00, 500_00]
    assert ImportLog(book_database).recent()[0].summary == report.summary
    assert len(stands(book_database)) == 5
    assert plan(month=2).gone == made.gone


def test_what_was_gone_from_one_list_is_known_in_the_next_where_it_was_put_off_to(
    take: Plan, book_database: Database
) -> None:
    take(line("A", on="2025-03-01"), line("", on="2025-03-28"), line("B", on="2025-03-30"))
    take(line("A", on="2025-03-01"), line("B", on="2025-03-30"), month=2)

    take(line("", on="2025-04-03"), line("C", on="2025-04-20", project="洗牙"), month=3)

    assert sorted(one[1] for one in stands(book_database)) == [
        "2025-03-01",
        "2025-03-30",
        "2025-04-03",
        "2025-04-20",
    ]


@pytest.mark.parametrize(
    "some",
    [
        (line("A", on="2025-03-05"),),
        (line("", on="2025-03-02"), line("A", on="2025-03-05")),
    ],
)
def test_of_days_a_list_is_not_about_nothing_is_gone(take: Plan, some: tuple[Line, ...]) -> None:
    take(line("", on="2025-03-01"), *some, line("B", on="2025-03-30"))

    assert take(*some, month=2).gone == ()


@pytest.mark.parametrize(
    "some",
    [
        tuple(line(f"S{one}", on=f"2025-03-{one:02}") for one in (1, 28)),
        (hers("2025-03-01"), hers("2025-03-28")),
    ],
)
def test_of_a_selection_nothing_is_said_to_be_gone(take: Plan, some: tuple[Line, ...]) -> None:
    every = [line(f"S{one}", on=f"2025-03-{one:02}") for one in range(1, 29)]
    others = tuple(
        (f"C{one}", f"周宁{one}", f"1350000000{one}", "", "", "", "") for one in range(5)
    )
    theirs = [line("", card=one[0], name=str(one[1]), on="2025-03-05") for one in others]
    clients = (HER, OTHER, *others)
    take(*every, hers("2025-03-01"), hers("2025-03-28"), *theirs, clients=clients)

    assert take(*some, month=2, clients=clients).gone == ()


def test_a_line_that_cannot_be_read_is_not_gone(take: Plan, plan: Plan) -> None:
    take(line("A", on="2025-03-01"), line(""), line("B", on="2025-03-30"))

    made = plan(
        line("A", on="2025-03-01"),
        line("", on="哪天"),
        line("", on="2025-03-04"),
        line("B", on="2025-03-30"),
        month=2,
    )

    assert (made.gone, made.open_conflicts) == ((), ())
    assert [row.outcome for row in made.rows].count(Outcome.NEW) == 1


def test_an_older_list_that_comes_late_brings_nothing_back_that_newer_ones_have_no_more(
    take: Plan, imports: Imports, book_database: Database
) -> None:
    ends = (line("A", on="2025-03-01"), line("B", on="2025-03-30"))
    take(*ends, month=2)

    made = take(*ends, line("", on="2025-03-04"), line("", on="2025-02-04"), month=1)

    asked = [one.field for row in made.rows for one in row.differences]
    assert asked == [LATE_LINE]
    assert sorted(one[1] for one in stands(book_database)) == [
        "2025-02-04",
        "2025-03-01",
        "2025-03-30",
    ]
    place = ("消费明细", 4, LATE_LINE)
    options = replace(made.options, decided={place: Accept.THEIRS})
    imports.apply(imports.plan(imports.read(made_path(made)), options=options))
    assert "2025-03-04" in [one[1] for one in stands(book_database)]


def test_money_is_as_they_say_it_once_everything_of_theirs_is_taken(
    take: Plan, imports: Imports, book_database: Database, plan: Plan
) -> None:
    ends = (line("A", on="2025-03-01", paid=5), line("B", on="2025-03-30", paid=5))
    take(line("", paid=500), line("", on="2025-03-03", paid=700), *ends)

    made = plan(line("", on="2025-03-12", paid=600), *ends, month=2)
    theirs = imports.plan(imports.read(made_path(made)), accept=Accept.THEIRS)
    imports.apply(theirs)

    with book_database.read() as session:
        total = paid(fetch(session, Bill))
    assert total - sum(one.paid for one in theirs.gone) == 610_00
