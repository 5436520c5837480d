"""Our workbook saved anew by LibreOffice in every format, and not a row of it changed."""

import datetime as dt
import pathlib
import shutil
import subprocess

import pytest

from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.returned import ReturnedBook, ReturnedRow
from crm_desktop.excel.reading import read_workbook
from crm_desktop.excel.returned import is_ours, read_returned
from tests.excel.nasty import nasty_folders
from tests.excel.test_workbook_writer import made

TODAY = dt.date(2026, 11, 22)
CLIENTS = 60
SHEETS = ("客户", "家庭成员", "到院消费", "项目", "礼物", "回访")
_OFFICE = shutil.which("soffice")
_SECONDS = 120
_FILTERS = {
    "xlsx": "xlsx:Calc MS Excel 2007 XML",
    "xls": "xls:MS Excel 97",
    "ods": "ods:calc8",
    "fods": "fods:OpenDocument Spreadsheet Flat XML",
    "csv": "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1",
    "tsv": "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,true,true,false,false,false,-1",
}

needs_office = pytest.mark.skipif(_OFFICE is None, reason="LibreOffice is not on this machine")


def read(data: bytes, name: str) -> ReturnedBook:
    workbook = read_workbook(data, name)
    assert is_ours(workbook)
    return read_returned(workbook, today=TODAY)


def rows(book: ReturnedBook) -> dict[str, list[ReturnedRow]]:
    return {sheet.table: list(sheet.rows) for sheet in book.sheets}


@pytest.fixture(scope="module")
def original() -> bytes:
    return made(Recipient.ME, tuple(nasty_folders(CLIENTS)))


@pytest.fixture(scope="module")
def saved(original: bytes, tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """Return a folder with what LibreOffice makes of the workbook, a folder a format."""
    folder = tmp_path_factory.mktemp("saved")
    source = folder / "sheet.xlsx"
    source.write_bytes(original)
    profile = (folder / "profile").as_uri()
    for name, kind in _FILTERS.items():
        command = [str(_OFFICE), f"-env:UserInstallation={profile}", "--headless"]
        command += ["--convert-to", kind, "--outdir", str(folder / name), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)  # noqa: S603 - a program that was looked for
    return folder


def test_nothing_is_touched_in_what_was_never_saved_again(original: bytes) -> None:
    book = read(original, "sheet.xlsx")

    assert [sheet.name for sheet in book.sheets] == list(SHEETS)
    assert [len(found) for found in rows(book).values()] == [60, 120, 240, 240, 120, 180]
    assert all(row.is_untouched for found in rows(book).values() for row in found)


@needs_office
@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods", "fods"])
def test_every_row_is_untouched_after_a_save(
    kind: str, original: bytes, saved: pathlib.Path
) -> None:
    book = read((saved / kind / f"sheet.{kind}").read_bytes(), f"sheet.{kind}")

    assert rows(book) == rows(read(original, "sheet.xlsx"))
    assert book.exported_at is not None
    assert (book.book_uid, book.recipient, book.schema) == ("book-1", "me", 1)


@needs_office
@pytest.mark.parametrize("kind", ["csv", "tsv"])
@pytest.mark.parametrize("title", SHEETS)
def test_every_row_of_a_sheet_kept_as_text_is_untouched(
    kind: str, title: str, original: bytes, saved: pathlib.Path
) -> None:
    name = f"sheet-{title}.csv"
    book = read((saved / kind / name).read_bytes(), name)
    (sheet,) = book.sheets
    (known,) = [one for one in read(original, "sheet.xlsx").sheets if one.name == title]

    assert sheet.table == known.table
    assert [row._replace(sheet=title) for row in sheet.rows if not row.is_untouched] == []
    assert [row.part for row in sheet.rows] == [row.part for row in known.rows]
