"""Hundreds of cells of a lively book edited at random: each stands afterwards, or is told."""

import datetime as dt
import pathlib
import random

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.import_plan import ImportPlan
from crm_desktop.excel import words
from crm_desktop.excel.columns import Column, Kind
from crm_desktop.excel.workbook_layout import SHEETS
from crm_desktop.services.demo import fill
from crm_desktop.services.exports import Exports
from crm_desktop.services.imports import Imports
from crm_desktop.services.journal import Journal
from tests.fakes import FixedClock
from tests.services.importing.returning import Manager

RESOURCES = pathlib.Path(__file__).resolve().parents[3] / "resources"
IDENTITY = "标识(请勿改动)"
EDITS = 250
CHILD_SHEETS = {sheet.title: sheet for sheet in SHEETS if sheet.key != "client"}
FOLLOWS = {"项目"}
"""The sheet whose rows lines of bills make, change and take along."""

BY_NAME: dict[str, tuple[object, ...]] = {
    "other_dates": ("升职 6月1日",),
    "recipient": ("本人",),
    "birthday": ("5月29日", "农历1972年正月初八"),
}
BY_KIND: dict[Kind, tuple[object, ...]] = {
    Kind.MONEY: (100, 2345.5),
    Kind.COUNT: (1, 2, 3, 5),
    Kind.DATE: tuple(dt.datetime(2026, month, 6) for month in range(1, 11)),  # noqa: DTZ001 - as a cell has it
    Kind.DAY: (dt.datetime(2026, 5, 6),),  # noqa: DTZ001 - as a cell has it
}
Place = tuple[str, str]
"""The title of a sheet and the identity of a row without its hash."""


class Round:
    """A demo book, out and back."""

    def __init__(self, database: Database, journal: Journal, clock: FixedClock) -> None:
        self._exports = Exports(database, journal)
        self._clock = clock
        self.imports = Imports(database, journal, object, RESOURCES / "synonyms.toml", clock)

    def out(self, path: pathlib.Path) -> pathlib.Path:
        self._exports.workbook(path, recipient=Recipient.ME, now=self._clock.now())
        self._clock.advance(dt.timedelta(minutes=1))
        return path

    def plan(self, path: pathlib.Path) -> ImportPlan:
        read = self.imports.read(path)
        return self.imports.plan(read, options=self.imports.options_for(read))


def rows_of(path: pathlib.Path) -> dict[Place, tuple[int, dict[str, object]]]:
    """Return the number and the cells of every row of the child sheets."""
    found = {}
    manager = Manager(path)
    for title in CHILD_SHEETS:
        sheet = manager.sheet(title)
        headings = [str(cell.value) for cell in sheet[1]]
        for number, row in enumerate(sheet.iter_rows(min_row=2, values_only=True), start=2):
            cells: dict[str, object] = dict(zip(headings, row, strict=True))
            found[title, str(cells.pop(IDENTITY)).partition("|")[0]] = (number, cells)
    return found


def a_value(column: Column, chance: random.Random) -> object:
    choices = BY_NAME.get(column.name) or BY_KIND.get(column.kind)
    if column.kind is Kind.CHOICE:
        choices = words.CHOICES[column.choices]
    return chance.choice(choices or (f"改了{chance.randrange(999)}",))


def edited(path: pathlib.Path, seed: int) -> dict[Place, tuple[str, object]]:
    """Write a value into one cell of each of many rows; return heading and value of each."""
    chance, rows = random.Random(seed), rows_of(path)
    wanted: dict[Place, tuple[str, object]] = {}
    with Manager(path) as manager:
        for place in chance.sample(sorted(rows), EDITS):
            sheet = manager.sheet(place[0])
            columns = [
                column
                for column in CHILD_SHEETS[place[0]].columns
                if not column.is_derived and column.name != "kind"
            ]
            column = chance.choice(columns)
            value = a_value(column, chance)
            headings = [cell.value for cell in sheet[1]]
            cell = sheet.cell(rows[place][0], headings.index(column.header) + 1)
            cell.value = value  # type: ignore[assignment] # whatever is typed
            wanted[place] = (column.header, value)
    return wanted


def now_at(rows: dict[Place, tuple[int, dict[str, object]]], place: Place) -> dict[str, object]:
    """Return the cells of a row as it goes out now: a visit may have got a line since."""
    title, who = place
    return next(
        cells for (of, each), (_, cells) in rows.items() if of == title and each.startswith(who)
    )


@pytest.mark.parametrize("seed", [1, 2])
def test_every_edited_cell_stands_or_is_told_and_no_other_row_moves(
    book_database: Database, journal: Journal, clock: FixedClock, tmp_path: pathlib.Path, seed: int
) -> None:
    fill(book_database, RESOURCES, clients=40, on=dt.date(2026, 11, 22), seed=seed)
    desk = Round(book_database, journal, clock)
    path = desk.out(tmp_path / "出.xlsx")
    before = rows_of(path)
    wanted = edited(path, seed)

    made = desk.plan(path)
    desk.imports.apply(made)

    after = rows_of(desk.out(tmp_path / "再出.xlsx"))
    told = {(problem.sheet, problem.row) for problem in made.problems}
    assert made.open_conflicts == ()
    for place, (heading, value) in wanted.items():
        if (place[0], before[place][0]) not in told:
            assert str(now_at(after, place)[heading]) == str(value), (place, heading)
    for place, (_, cells) in before.items():
        if place not in wanted and place[0] not in FOLLOWS:
            assert after[place][1] == cells
    assert desk.plan(path).writes_nothing
    journal.undo()
    assert rows_of(desk.out(tmp_path / "最后.xlsx")) == before
