import io
import time
import warnings
import zipfile

import pytest

from crm_desktop.domain.errors import Cancelled, WorkbookLimit, WorkbookTooLarge, WorkbookUnsafe
from crm_desktop.excel import guard
from crm_desktop.excel.guard import check_container, inspect
from crm_desktop.excel.reading import read_workbook
from tests.excel.parts import SHEET, plain_book, with_part, with_sheet

MEGABYTE = 1024**2


@pytest.mark.parametrize("cell", ["XFD1048576", "A300001", "AAA1", "B1048576"])
def test_far_cell_is_refused_with_its_place(cell: str) -> None:
    data = with_sheet(plain_book(), f'<row><c r="A1"><v>1</v></c><c r="{cell}"><v>1</v></c></row>')

    with pytest.raises(WorkbookTooLarge) as caught:
        read_workbook(data, "a.xlsx")

    assert caught.value.limit is WorkbookLimit.CELLS
    assert (caught.value.sheet, caught.value.cell) == ("客户", cell)


@pytest.mark.parametrize(
    ("cell", "is_plain"),
    [
        ("B2", True),
        ("ZZ900", True),
        ("ZZ300000", False),
        ("C250000", False),
        ("AB10000", True),
        ("BA10000", False),
    ],
)
def test_wide_or_long_sheets_are_read_apart(cell: str, *, is_plain: bool) -> None:
    data = with_sheet(plain_book(), f'<row r="1"><c r="{cell}"><v>1</v></c></row>')

    assert inspect(data, "a.xlsx").is_plain is is_plain


@pytest.mark.parametrize(
    "rows",
    [
        "<row r='1'><c r='XFD1048576'><v>1</v></c></row>",
        '<row r ="1"><c r ="A1"/></row>',
        '<row r="1"><c r="xfd1048576"><v>1</v></c></row>',
        '<row r="1"><c s="1" r="A1"/></row>',
        '<row><c r="A1"/></row>',
        '<row r="1"><c><v>1</v></c></row>',
        '<x:row r="1"><x:c r="A1"/></x:row>',
    ],
)
def test_xml_written_in_another_hand_is_read_apart(rows: str) -> None:
    assert not inspect(with_sheet(plain_book(), rows), "a.xlsx").is_plain


def test_sheet_of_several_chunks_is_plain() -> None:
    rows = "".join(
        f'<row r="{row}"><c r="A{row}"><v>15400000021</v></c></row>' for row in range(1, 99_999)
    )
    assert len(rows) > guard._CHUNK

    assert inspect(with_sheet(plain_book(), rows), "a.xlsx").is_plain


@pytest.mark.parametrize(("letters", "is_plain"), [(20, True), (6000, False)])
def test_long_texts_shown_often_are_read_apart(letters: int, *, is_plain: bool) -> None:
    cells = "".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 99_999)
    )
    texts = f"<sst><si><t>{'x' * letters}</t></si><si><t>y</t></si></sst>"
    data = with_part(with_sheet(plain_book(), cells), "xl/sharedStrings.xml", texts.encode())

    assert inspect(data, "a.xlsx").is_plain is is_plain


@pytest.mark.parametrize("part", ["xl/worksheets/SHEET1.xml", "xl/workbook.xml"])
def test_a_part_that_is_there_twice_is_read_apart(part: str) -> None:
    stream = io.BytesIO(plain_book())
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(part, archive.read(SHEET))

    assert not inspect(stream.getvalue(), "a.xlsx").is_plain


def test_a_sheet_under_another_ending_is_read_apart() -> None:
    old = plain_book()
    relations = "xl/_rels/workbook.xml.rels"
    with zipfile.ZipFile(io.BytesIO(old)) as archive:
        moved = archive.read(relations).replace(b"sheet1.xml", b"sheet1.dat")
        data = with_part(with_part(old, relations, moved), SHEET[:-3] + "dat", archive.read(SHEET))

    assert not inspect(data, "a.xlsx").is_plain


@pytest.mark.parametrize(("said", "is_plain"), [("4", True), ("4294967295", False)])
def test_an_absurd_count_is_read_apart(said: str, *, is_plain: bool) -> None:
    texts = f'<sst count="1" uniqueCount="{said}"><si><t>x</t></si></sst>'
    data = with_part(plain_book(), "xl/sharedStrings.xml", texts.encode())

    assert inspect(data, "a.xlsx").is_plain is is_plain


def test_looking_through_can_be_stopped() -> None:
    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        inspect(plain_book(), "a.xlsx", stop)


def test_openings_without_end_take_no_time() -> None:
    data = with_sheet(plain_book(), '<row r="1"' * 300_000)
    began = time.process_time()

    inspect(data, "a.xlsx")

    assert time.process_time() - began < 5


def test_far_cell_across_a_chunk_is_seen() -> None:
    padding = '<row r="1"><c r="A1"><v>1</v></c></row>' * 250_000
    data = with_sheet(plain_book(), f'{padding}<row r="2"><c r="XFD1048576"><v>1</v></c></row>')

    with pytest.raises(WorkbookTooLarge):
        inspect(data, "a.xlsx")


def test_document_type_definition_is_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    data = with_sheet(plain_book(), '<row r="1"><c r="A1"><v>1</v></c></row>', head=bomb)

    with pytest.raises(WorkbookUnsafe):
        read_workbook(data, "a.xlsx")


def test_dense_part_is_refused() -> None:
    data = with_part(plain_book(), "xl/media/zeros.bin", b"\0" * 30 * MEGABYTE)

    with pytest.raises(WorkbookTooLarge) as caught:
        check_container(data, "a.xlsx")

    assert caught.value.limit is WorkbookLimit.RATIO


def test_too_many_bytes_or_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crm_desktop.excel.guard.MOST_BYTES", 1000)
    with pytest.raises(WorkbookTooLarge) as caught:
        check_container(plain_book(), "a.xlsx")
    assert caught.value.limit is WorkbookLimit.BYTES

    monkeypatch.setattr("crm_desktop.excel.guard.MOST_PARTS", 3)
    with pytest.raises(WorkbookTooLarge) as caught:
        check_container(plain_book(), "a.xlsx")
    assert caught.value.limit is WorkbookLimit.PARTS


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ('<c r="B7"><f>A1</f><v /></c>', {(7, 2)}),
        ('<c r="B7" s="3" t="str"><f>A1</f><v></v></c>', {(7, 2)}),
        ('<c r="B7"><f>A1</f></c>', {(7, 2)}),
        ('<c r="B7"><f t="shared" si="0"/></c>', {(7, 2)}),
        ('<c r="A1"><v>3</v></c><c r="B7"><f>HYPERLINK("x","y")</f><v/></c>', {(7, 2)}),
        ('<c r="B7"><f>A1</f><v>3</v></c>', set()),
        ('<c r="B7"><v>3</v></c>', set()),
        ('<c r="B7" s="1"/><c r="C7"><f>A1</f></c>', {(7, 3)}),
    ],
)
def test_formulas_without_a_result_are_named(cell: str, found: set[tuple[int, int]]) -> None:
    data = with_sheet(plain_book(), f'<row r="7">{cell}</row>')

    seen = inspect(data, "a.xlsx")

    assert seen.uncached.get("客户", frozenset()) == found


def test_damaged_part_is_left_to_the_reader_apart() -> None:
    data = bytearray(plain_book())
    at = data.find(SHEET.encode()) + len(SHEET) + 20
    data[at : at + 30] = b"\xff" * 30

    assert not inspect(bytes(data), "a.xlsx").is_plain
