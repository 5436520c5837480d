"""Notes of headings and custom properties, as several programs write them."""

import io
import pathlib
import struct
import time
import zipfile

import pytest
import xlsxwriter

from crm_desktop.excel.notes import notes_of, properties_of
from crm_desktop.excel.notes_ods import notes_of_ods
from crm_desktop.excel.notes_xls import notes_in_records, notes_of_xls
from crm_desktop.excel.reading import read_workbook
from crm_desktop.excel.sniff import Format
from tests.excel.parts import with_part

TITLE = "客户 'x'&<y>"
NOTE = "姓名〔client.name〕\n& <b>"


def noted_book() -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.add_worksheet("空")
        sheet = book.add_worksheet(TITLE)
        sheet.write_row(0, 0, ("编号", "姓名", "电话"))
        sheet.write_comment(0, 1, NOTE, {"author": ""})
        sheet.write_comment(19, 2, "last")
        sheet.write_comment(20, 2, "beyond")
        hidden = book.add_worksheet("_sync")
        hidden.write_string(0, 0, "format")
        hidden.hide()
        book.set_custom_property("crm_format", "3 & <4>", "text")
    return stream.getvalue()


def test_notes_and_properties_come_with_the_workbook() -> None:
    book = read_workbook(noted_book(), "a.xlsx")

    _empty, clients, sync = book.sheets
    assert clients.notes == {(1, 2): NOTE, (20, 3): "last"}
    assert [sheet.is_hidden for sheet in book.sheets] == [False, False, True]
    assert sync.rows[0][0] == "format"
    assert book.properties == {"crm_format": "3 & <4>"}


def test_notes_in_pieces_are_one_text() -> None:
    runs = '<r><rPr><b/></rPr><t xml:space="preserve">〔client</t></r><r><t>.name〕&#10;x</t></r>'
    one = f'<x:comment authorId="0" ref="B1"><x:text>{runs}</x:text></x:comment>'
    xml = f'<x:comments xmlns:x="y">{one}</x:comments>'
    data = with_part(noted_book(), "xl/comments1.xml", xml.encode())

    assert notes_of(data, Format.XLSX)[TITLE] == {(1, 2): "〔client.name〕\nx"}


@pytest.mark.parametrize(
    "part", ["xl/comments1.xml", "xl/worksheets/_rels/sheet2.xml.rels", "xl/workbook.xml"]
)
@pytest.mark.parametrize(
    "junk", [b"", b"\xff\xfe<", b"<comment " * 200_000, b'<comment ref="A1">' * 200_000]
)
def test_broken_notes_are_no_notes_and_take_no_time(part: str, junk: bytes) -> None:
    data = with_part(noted_book(), part, junk)
    began = time.process_time()

    assert notes_of(data, Format.XLSX).get(TITLE, {}).keys() <= {(1, 1)}
    assert time.process_time() - began < 5


def test_annotations_of_open_documents_are_found_by_counting() -> None:
    text = "<text:p>甲<text:span>&amp;</text:span></text:p><text:p>乙</text:p>"
    note = f"<office:annotation><dc:date>x</dc:date>{text}</office:annotation>"
    noted = f"<table:table-cell>{note}<text:p>姓名</text:p></table:table-cell>"
    two_cells = '<table:table-cell table:number-columns-repeated="2"/>'
    content = (
        '<table:table table:name="客户&apos;">'
        '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
        f"<table:table-row>{two_cells}<table:covered-table-cell/>{noted}</table:table-row>"
        '<table:table-row table:number-rows-repeated="16"/>'
        f"<table:table-row>{noted}</table:table-row></table:table>"
        f'<table:table table:name="二"><table:table-row>{noted}</table:table-row></table:table>'
    )

    found = notes_of_ods(content.encode(), 20)

    assert found == {"客户'": {(4, 4): "甲&\n乙"}, "二": {(1, 1): "甲&\n乙"}}


def test_user_defined_properties_of_open_documents() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(
            "meta.xml", '<meta:user-defined meta:name="crm_format">3</meta:user-defined>'
        )

    assert properties_of(stream.getvalue(), Format.ODS) == {"crm_format": "3"}
    assert properties_of(b"no zip", Format.ODS) == {}


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def test_notes_of_old_workbooks_are_joined_from_their_records() -> None:
    def drawn(number: int, *pieces: bytes) -> bytes:
        length = sum((len(one) - 1) // (2 if one[0] else 1) for one in pieces)
        common = record(0x5D, struct.pack("<HHHH", 0x15, 18, 0x19, number) + b"\0" * 14)
        text = record(0x1B6, b"\0" * 10 + struct.pack("<HHH", length, 16, 0))
        runs = record(0x3C, b"\0" * 16)
        return common + text + b"".join(record(0x3C, one) for one in pieces) + runs

    title = "客户"
    opening = record(0x809, b"\0" * 16)
    named = b"\0" * 6 + struct.pack("<BB", len(title), 1) + title.encode("utf-16-le")
    start = len(opening) + 4 + len(named)
    book = opening + record(0x85, struct.pack("<I", start + 4) + named[4:]) + record(0x0A, b"")
    wide, narrow = b"\1" + "姓名".encode("utf-16-le"), b"\0\xa7x"
    sheet = opening + drawn(1, wide, narrow) + drawn(2, b"\0far")
    for row, number in ((0, 1), (20, 2)):
        sheet += record(0x1C, struct.pack("<4H", row, 2, 0, number))

    assert notes_in_records(book + sheet + record(0x0A, b""), 20) == {title: {(1, 3): "姓名§x"}}


def test_old_workbooks_without_notes_have_none(shared_data: pathlib.Path) -> None:
    paths = sorted((shared_data / "odd_workbooks").rglob("*.xls"))

    assert [path.name for path in paths if notes_of(path.read_bytes(), Format.XLS)] == []
    assert notes_of_xls(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 900, 20) == {}
