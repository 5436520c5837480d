import pathlib

import pytest
import xlsxwriter

from crm_desktop.database import Database
from crm_desktop.services.imports import Imports
from crm_desktop.services.journal import Journal
from tests.fakes import FixedClock
from tests.services.importing.lists import Backup, Rows, Save
from tests.services.importing.returning import Desk

SYNONYMS = pathlib.Path(__file__).resolve().parents[3] / "resources" / "synonyms.toml"


@pytest.fixture
def backup() -> Backup:
    return Backup()


@pytest.fixture
def imports(
    book_database: Database, journal: Journal, clock: FixedClock, backup: Backup
) -> Imports:
    return Imports(book_database, journal, backup, SYNONYMS, clock)


@pytest.fixture
def sample(shared_data: pathlib.Path) -> pathlib.Path:
    return shared_data / "clinic" / "own_list.xlsx"


@pytest.fixture
def save(tmp_path: pathlib.Path) -> Save:
    """Return a maker of small lists on disk."""

    def make(rows: Rows) -> pathlib.Path:
        path = tmp_path / "名单.xlsx"
        with xlsxwriter.Workbook(str(path), {"in_memory": True}) as book:
            sheet = book.add_worksheet("客户")
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
        return path

    return make


@pytest.fixture
def desk(
    book_database: Database, journal: Journal, clock: FixedClock, tmp_path: pathlib.Path
) -> Desk:
    return Desk(book_database, journal, clock, tmp_path)
