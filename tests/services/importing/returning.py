"""A real book whose sheet goes out, is edited as a manager edits it, and comes back."""

import dataclasses
import datetime as dt
import pathlib
from typing import Any, Self

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from crm_desktop.database import Database
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.import_plan import ImportPlan, PlannedRow
from crm_desktop.services.exports import Exports
from crm_desktop.services.folders import folders
from crm_desktop.services.imports import Imports
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import put
from tests.fakes import FixedClock
from tests.services.export_book import fill
from tests.services.importing.lists import Backup

SYNONYMS = pathlib.Path(__file__).resolve().parents[3] / "resources" / "synonyms.toml"
FULL, PLAIN = 1, 2
"""The clients with everything, and with hardly anything."""


class Desk:
    """One book, its exports and imports, and the manager's edits between them."""

    def __init__(
        self, database: Database, journal: Journal, clock: FixedClock, folder: pathlib.Path
    ) -> None:
        self.database = database
        self.journal = journal
        self.clock = clock
        self.imports = Imports(database, journal, Backup(), SYNONYMS, clock)
        self._exports = Exports(database, journal)
        self._folder = folder
        self._files = 0
        fill(journal)

    def out(
        self,
        suffix: str = "xlsx",
        **choices: Any,  # noqa: ANN401 - the choices of an export
    ) -> pathlib.Path:
        """Write the manager's sheet and let a minute pass."""
        self._files += 1
        path = self._folder / f"给主管{self._files}.{suffix}"
        said = {"recipient": Recipient.MANAGER, "now": self.clock.now(), **choices}
        self._exports.workbook(path, **said)
        self.clock.advance(dt.timedelta(minutes=1))
        return path

    def plan(self, path: pathlib.Path, **options: Any) -> ImportPlan:  # noqa: ANN401 - of Options
        read = self.imports.read(path)
        said = dataclasses.replace(self.imports.options_for(read), **options)
        return self.imports.plan(read, options=said)

    def back(self, path: pathlib.Path, **options: Any) -> ImportPlan:  # noqa: ANN401 - of Options
        """Take a file in, and return the plan that was applied."""
        made = self.plan(path, **options)
        self.imports.apply(made)
        return made

    def put(self, record: Any) -> int:  # noqa: ANN401 - any record
        with self.journal.change("test.edit") as work:
            return put(work.session, record)

    def folder(self, client_id: int = 1) -> ClientFolder:
        with self.database.read() as session:
            return next(
                one for one in folders(session, with_archived=True) if one.client.id == client_id
            )


CLIENTS, GIFTS, PEOPLE = "客户", "礼物", "家庭成员"
HER, OTHER = 2, 3
"""The rows of the client with everything, and of the one with hardly anything."""


class Manager:
    """Edits a workbook by what stands in it, as a person does in Excel."""

    def __init__(self, path: pathlib.Path) -> None:
        self.path = path
        self.book = openpyxl.load_workbook(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.book.save(self.path)

    def sheet(self, title: str) -> Worksheet:
        sheet = self.book[title]
        assert isinstance(sheet, Worksheet)
        return sheet

    def write(self, title: str, row: int, **cells: object) -> None:
        """Write cells by the heading of their column."""
        sheet = self.sheet(title)
        headings = [cell.value for cell in sheet[1]]
        for heading, value in cells.items():
            sheet.cell(row, headings.index(heading) + 1).value = value  # type: ignore[assignment] # whatever is typed

    def add(self, title: str, **cells: object) -> int:
        """Write a row below the last, and return its number."""
        row = self.sheet(title).max_row + 1
        self.write(title, row, **cells)
        return row

    def copy(self, title: str, row: int, **cells: object) -> int:
        """Copy a row below the last and change the copy."""
        sheet = self.sheet(title)
        below = sheet.max_row + 1
        for place, cell in enumerate(sheet[row], start=1):
            sheet.cell(below, place).value = cell.value
        self.write(title, below, **cells)
        return below


def row_of(made: ImportPlan, sheet: str, number: int) -> PlannedRow:
    return next(row for row in made.rows if (row.sheet, row.row_number) == (sheet, number))


def told(made: ImportPlan) -> dict[str, str]:
    """Return what was decided of every field."""
    return {each.field: each.decision.value for row in made.rows for each in row.differences}


def counts(made: ImportPlan) -> dict[str, int]:
    return {outcome.value: number for outcome, number in made.counts.items() if number}


def edited(
    desk: Desk,
    sheet: str = CLIENTS,
    row: int = HER,
    **cells: Any,  # noqa: ANN401 - whatever is typed
) -> pathlib.Path:
    """Return the manager's sheet after an edit of one row."""
    path = desk.out()
    with Manager(path) as manager:
        manager.write(sheet, row, **cells)
    return path
