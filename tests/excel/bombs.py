"""Small files that become very large: each is refused or read within bounds, here unharmed."""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from string import ascii_uppercase

from tests.bad_input.workbooks import ROWS, book
from tests.excel.fuzz import old_book, open_document
from tests.excel.parts import plain_book, with_part, with_sheet

MEGABYTE = 1024**2
_TEXTS = "xl/sharedStrings.xml"
_CELL = '<c r="A1"><v>1</v></c>'
_OPEN = '<table:table-cell office:value-type="string" {}><text:p>甲</text:p></table:table-cell>'


def far_cell() -> bytes:
    return with_sheet(plain_book(), f'<row>{_CELL}<c r="XFD1048576"><v>1</v></c></row>')


def far_cell_in_another_hand() -> bytes:
    return with_sheet(plain_book(), f"<row>{_CELL}<c r='XFD1048576'><v>1</v></c></row>")


def far_cell_in_lower_case() -> bytes:
    return with_sheet(plain_book(), f'<row>{_CELL}<c r="xfd1048576"><v>1</v></c></row>')


def last_row() -> bytes:
    return with_sheet(plain_book(), f'<row>{_CELL}</row><row r="1048576"><c r="A1048576"/></row>')


def dense_zip() -> bytes:
    return with_part(plain_book(), _TEXTS, b" " * 60 * MEGABYTE)


def zip_in_zip() -> bytes:
    inner = dense_zip()
    for _ in range(3):
        inner = with_part(plain_book(), "xl/embeddings/book.xlsx", inner)
    return inner


def many_parts() -> bytes:
    stream = io.BytesIO(plain_book())
    with zipfile.ZipFile(stream, "a") as archive:
        for number in range(4_100):
            archive.writestr(f"xl/media/{number}.xml", "<x/>")
    return stream.getvalue()


def zip_that_lies() -> bytes:
    """Return a workbook whose directory says that 60 MB of shared texts are ten bytes."""
    data = bytearray(with_part(book(*ROWS), _TEXTS, b"<si/>" * 12 * MEGABYTE))
    at = data.rfind(_TEXTS.encode()) - 46
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(data)


def laughs() -> bytes:
    entities = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    head = f'<!DOCTYPE x [<!ENTITY a0 "ha">{entities}]>'
    return with_sheet(plain_book(), f'<row r="1">{_CELL}</row>', head=head)


def quadratic_laughs() -> bytes:
    head = f'<!DOCTYPE x [<!ENTITY a "{"ha" * 50_000}">]>'
    return with_sheet(plain_book(), f'<row r="1"><c r="A1"><v>{"&a;" * 9_000}</v></c></row>', head)


def laughs_in_open_document() -> bytes:
    content = b'<!DOCTYPE x [<!ENTITY a "ha">]><office:document-content/>'
    return with_part(open_document(), "content.xml", content)


def merged_a_million_times() -> bytes:
    merged = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, 1_000_000))
    rows = f'<row r="1">{_CELL}</row></sheetData><mergeCells>{merged}</mergeCells><sheetData>'
    return with_sheet(plain_book(), rows)


def long_text_shown_often() -> bytes:
    cells = "".join(f'<c r="A{n}" t="s"><v>0</v></c>' for n in range(1, 120_000))
    texts = f"<sst><si><t>{'x' * 30_000}</t></si></sst>".encode()
    return with_part(with_sheet(plain_book(), f"<row>{cells}</row>"), _TEXTS, texts)


def styles_everywhere() -> bytes:
    letters = [f"{first}{second}" for first in ascii_uppercase for second in ascii_uppercase]
    rows = []
    for row in range(1, 400):
        cells = "".join(f'<c r="{column}{row}" s="1"/>' for column in letters)
        rows.append(f'<row r="{row}">{cells}</row>')
    rows.append('<row r="99999"><c r="B99999"><v>1</v></c></row>')
    return with_sheet(plain_book(), "".join(rows))


def nested_tags() -> bytes:
    return with_sheet(plain_book(), "<row>" * 300_000)


def old_book_of_absurd_counts() -> bytes:
    table = struct.pack("<HHII", 0xFC, 8, 0xFFFFFFFF, 0xFFFFFFFF)
    return old_book()[:8] + table + old_book()[8:]


def old_container_of_absurd_counts() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 4 * MEGABYTE


def cells_to_the_end() -> bytes:
    cell = _OPEN.format('table:number-columns-repeated="16384"')
    return open_document(
        f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    )


def cells_beyond_the_end() -> bytes:
    cell = _OPEN.format('table:number-columns-repeated="999999999"')
    return open_document(f"<table:table-row>{cell}</table:table-row>")


def one_line() -> bytes:
    return b"a" * 300 * MEGABYTE


def a_million_columns() -> bytes:
    return "姓名,".encode() * 1_000_000


def spans() -> bytes:
    return b"<html><table><tr><td colspan=1000000000 rowspan=1000000000>x</td></tr></table></html>"


def many_spans() -> bytes:
    return b"<html><table>" + b"<tr><td colspan=700>x</td></tr>" * 200_000


def open_comments() -> bytes:
    return b"<html><table><tr><td>x" + b"<!--" * 500_000


BOMBS: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    made.__name__: (name, made)
    for name, made in (
        ("a.xlsx", far_cell),
        ("a.xlsx", far_cell_in_another_hand),
        ("a.xlsx", far_cell_in_lower_case),
        ("a.xlsx", last_row),
        ("a.xlsx", dense_zip),
        ("a.xlsx", zip_in_zip),
        ("a.xlsx", many_parts),
        ("a.xlsx", zip_that_lies),
        ("a.xlsx", laughs),
        ("a.xlsx", quadratic_laughs),
        ("a.ods", laughs_in_open_document),
        ("a.xlsx", merged_a_million_times),
        ("a.xlsx", long_text_shown_often),
        ("a.xlsx", styles_everywhere),
        ("a.xlsx", nested_tags),
        ("a.xls", old_book_of_absurd_counts),
        ("a.xls", old_container_of_absurd_counts),
        ("a.ods", cells_to_the_end),
        ("a.ods", cells_beyond_the_end),
        ("a.csv", one_line),
        ("a.csv", a_million_columns),
        ("a.xls", spans),
        ("a.xls", many_spans),
        ("a.xls", open_comments),
    )
}
