"""Rows written as XML at once read back as they were, texts that repeat kept once."""

import io
import pathlib
import zipfile

import pytest

from crm_desktop.excel.streamed_workbook import PageColumn, StreamedWorkbook
from tests.consultants import cells


@pytest.mark.parametrize(
    ("text", "times_in_rows"),
    [
        ("水光针", 1),
        (" 两边空 ", 1),
        ("一行\n又一行", 1),
        ("<r><t>像富文本</t></r>", 0),
        ("_x0041_", 4),
        ("长" * 25, 4),
    ],
)
def test_a_text_that_repeats_reads_back_and_stands_once(
    tmp_path: pathlib.Path, text: str, times_in_rows: int
) -> None:
    book = StreamedWorkbook()
    page = book.page("表", [PageColumn(header="列"), PageColumn(header="数")])
    rows: list[list[str | int]] = [[text, number] for number in range(4)]
    for row in rows:
        page.add(row)
    path = tmp_path / "made.xlsx"
    path.write_bytes(book.finish(lambda _done, _total: None))

    assert cells(path)["表"][1:] == rows
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    # The first stands where it is; what XML would escape is never shared.
    assert xml.count(text) == times_in_rows
