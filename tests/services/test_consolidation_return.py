"""From a consultant's book to the manager's consolidated workbook and back into the book."""

import pathlib
import shutil
import subprocess

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.returned import ReturnedRow
from crm_desktop.excel.reading import open_workbook
from crm_desktop.excel.returned import read_returned
from crm_desktop.services.consolidation import consolidate, split
from crm_desktop.services.journal import Journal
from tests.consultants import HE, NOW, exported
from tests.excel.nasty import nasty_folders
from tests.fakes import FixedClock
from tests.services.importing.returning import Desk, Manager, counts, told

OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


@pytest.fixture
def desk(
    book_database: Database, journal: Journal, clock: FixedClock, tmp_path: pathlib.Path
) -> Desk:
    return Desk(book_database, journal, clock, tmp_path)


def together(sent: pathlib.Path) -> pathlib.Path:
    """Put a sheet together with that of another consultant."""
    other = exported(sent.with_name("other.xlsx"), "book-other", HE)
    return consolidate([other, sent], sent.with_name("whole.xlsx"), now=NOW).path


def saved_anew(path: pathlib.Path, kind: str) -> pathlib.Path:
    out = path.parent / "office"
    profile = (path.parent / "profile").as_uri()
    command = [str(OFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind]
    subprocess.run(  # noqa: S603 - the program found above, on files made here
        [*command, "--outdir", str(out), str(path)], check=True, capture_output=True, timeout=120
    )
    return out / f"{path.stem}.{kind}"


def back(whole: pathlib.Path) -> pathlib.Path:
    """Take the whole apart and return the share of the second book."""
    folder = whole.parent / "back"
    folder.mkdir(exist_ok=True)
    return split(whole, folder).shares[1].path


def rows_of(path: pathlib.Path) -> dict[str, list[ReturnedRow]]:
    book = read_returned(open_workbook(path), today=NOW.date())
    return {sheet.table: list(sheet.rows) for sheet in book.sheets}


@pytest.mark.parametrize("kind", ["", pytest.param("xlsx", marks=needs_office)])
def test_texts_of_every_kind_come_through_untouched(tmp_path: pathlib.Path, kind: str) -> None:
    sent = exported(tmp_path / "a.xlsx", "book-1", nasty_folders(60), recipient=Recipient.ME)
    whole = together(sent)

    share = back(saved_anew(whole, kind) if kind else whole)

    assert rows_of(share) == rows_of(sent)
    assert all(row.is_untouched for rows in rows_of(share).values() for row in rows)


@pytest.mark.parametrize("kind", ["", pytest.param("ods", marks=needs_office)])
def test_an_unedited_whole_changes_nothing_in_the_book(desk: Desk, kind: str) -> None:
    sent = desk.out()
    whole = together(sent)

    plan = desk.plan(back(saved_anew(whole, kind) if kind else whole))

    assert counts(plan) == {"same": sum(counts(plan).values())}
    assert sum(counts(plan).values()) == sum(map(len, rows_of(sent).values()))


def test_what_the_manager_edits_in_the_whole_arrives_in_the_book(desk: Desk) -> None:
    whole = together(desk.out())
    with Manager(whole) as manager:
        sheet = manager.sheet("客户")
        named = {str(row[4].value): number for number, row in enumerate(sheet.rows, start=1)}
        manager.write("客户", named["王雅琴"], 地址="新街9号")

    plan = desk.back(back(whole))

    assert list(told(plan)) == ["client.address"]
    assert desk.folder().client.address == "新街9号"
    assert counts(plan)["updated"] == 1
