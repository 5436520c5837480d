"""Workbooks no importer wishes for."""

import io
import zipfile
from collections.abc import Callable

import xlsxwriter
from msoffcrypto.format.ooxml import OOXMLFile

from tests.excel.parts import plain_book, with_part, with_sheet
from tests.shells import Row

Workbook = Callable[[], bytes]

ROWS: tuple[Row, ...] = (("姓名", "手机号"), ("云知意", "15400000021"))


def book(*rows: Row) -> bytes:
    """Return a sound workbook with these rows."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("客户")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return stream.getvalue()


def good() -> bytes:
    return book(*ROWS)


def locked(password: str) -> bytes:
    """Return the good workbook behind a password."""
    stream = io.BytesIO()
    OOXMLFile(io.BytesIO(good())).encrypt(password, stream)
    return stream.getvalue()


def zipped(*parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for part in parts:
            archive.writestr(part, b"<x/>")
    return stream.getvalue()


def far_cell() -> bytes:
    first = '<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row>'
    return with_sheet(plain_book(), f'{first}<row r="2"><c r="XFD1048576"><v>1</v></c></row>')


def bomb() -> bytes:
    return with_part(good(), "xl/media/image1.bin", b"\0" * 40 * 1024**2)


def endless_sheet() -> bytes:
    """Return a workbook of millions of declared and empty cells."""
    rows = '<row r="1"><c r="A1"/><c r="B1"/><c r="C1"/><c r="D1"/></row>' * 400_000
    return with_sheet(plain_book(), rows)


def without_sheets() -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xml = f'<?xml version="1.0"?><workbook xmlns="{space}"><sheets/></workbook>'
    return with_part(good(), "xl/workbook.xml", xml.encode())


def broken_part() -> bytes:
    return with_part(good(), "xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row r=")


def entities() -> bytes:
    declared = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    return with_sheet(plain_book(), '<row r="1"><c r="A1"><v>1</v></c></row>', head=declared)


BAD: dict[str, tuple[str, Workbook]] = {
    "no bytes": ("list.xlsx", lambda: b""),
    "blank lines": ("list.csv", lambda: b"\r\n\r\n \r\n"),
    "no sheets": ("list.xlsx", without_sheets),
    "no rows": ("list.xlsx", book),
    "headings only of others": ("list.xlsx", lambda: book(("甲", "乙"), ("丙", "丁"))),
    "numbers only": ("list.xlsx", lambda: book((1, 2), (3, 4))),
    "cut": ("list.xlsx", lambda: good()[:-800]),
    "head only": ("list.xlsx", lambda: good()[:64]),
    "broken part": ("list.xlsx", broken_part),
    "garbage in a zip": ("list.xlsx", lambda: b"PK\x03\x04" + bytes(range(256)) * 20),
    "garbage": ("list.xlsx", lambda: bytes(range(256)) * 20),
    "old and cut": ("list.xls", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
    "far cell": ("list.xlsx", far_cell),
    "bomb": ("list.xlsx", bomb),
    "endless": ("list.xlsx", endless_sheet),
    "entities": ("list.xlsx", entities),
    "password": ("list.xlsx", lambda: locked("heron-77")),
    "picture": ("photo.png", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 100),
    "picture named xlsx": ("list.xlsx", lambda: b"\xff\xd8\xff\xe0" + b"\0" * 100),
    "document": ("letter.docx", lambda: zipped("[Content_Types].xml", "word/document.xml")),
    "archive": ("photos.zip", lambda: zipped("a.jpg", "b.jpg")),
    "pdf": ("list.pdf", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
    "prose": ("notes.txt", "今天天气很好。\n没有名单。\n".encode),
    "page": ("page.html", lambda: b"<!DOCTYPE html><html><body><p>Hello</p></body></html>"),
    "page with a table": ("page.html", lambda: b"<html><table><tr><td>1</td></tr></table></html>"),
    "json": ("list.json", lambda: b'{"clients": []}'),
    "lock file itself": ("~$list.xlsx", lambda: b"\x05Wang " + b" " * 159),
}
