"""Workbooks taken apart and put together again, to plant what no program writes."""

import io
import zipfile

import xlsxwriter

SHEET = "xl/worksheets/sheet1.xml"


def plain_book() -> bytes:
    """Return a sound workbook of one cell."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.add_worksheet("客户").write_string(0, 0, "姓名")
    return stream.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """Return the workbook with one part put in or exchanged."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return stream.getvalue()


def with_sheet(data: bytes, rows: str, head: str = "") -> bytes:
    """Return the workbook with other XML rows in its sheet."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'
    xml = f'<?xml version="1.0"?>{head}{sheet}'
    return with_part(data, SHEET, xml.encode())
