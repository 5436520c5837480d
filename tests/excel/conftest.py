import io
import pathlib
from collections.abc import Callable, Sequence

import pytest
import xlsxwriter

from crm_desktop.excel.synonyms import Synonyms, load_synonyms
from crm_desktop.excel.workbook import CellValue

MakeBook = Callable[[Sequence[Sequence[CellValue]]], bytes]


@pytest.fixture(scope="session")
def synonyms() -> Synonyms:
    root = pathlib.Path(__file__).resolve().parents[2]
    return load_synonyms(root / "resources" / "synonyms.toml")


@pytest.fixture(scope="session")
def make_book() -> MakeBook:
    """Return a maker of .xlsx bytes from rows of text and numbers."""

    def make(rows: Sequence[Sequence[CellValue]]) -> bytes:
        stream = io.BytesIO()
        with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_urls": False}) as book:
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    if value not in ("", None):
                        sheet.write(number, column, value)
        return stream.getvalue()

    return make
