"""Small lists of every make, bent in ways no program does; the same number bends the same way."""

import io
import random
import re
import struct
import warnings
import zipfile
from collections.abc import Callable, Mapping

from tests.bad_input.workbooks import book
from tests.excel.test_notes import noted_book

_ROWS = (("姓名", "手机号", "生日", "备注"), ("云知意", "15400000021", 31415.0, "喜欢'茶'"))
_HUGE = (b"-1", b"0", b"99999999999999999999", b"4294967295", b"65536", b"1048577", b"1e9", b"")
_NUMBER = re.compile(rb"\d+")
_NESTED = b"<x>" * 5_000
_CONTENT = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
<table:table table:name="客户">{}</table:table></office:spreadsheet></office:body>
</office:document-content>"""

Bend = Callable[[random.Random, bytes], bytes]


def bases() -> Mapping[str, bytes]:
    """Return one small list of every make, by the ending of its name."""
    text = "\r\n".join(",".join(map(str, row)) for row in _ROWS)
    cells = ("".join(f"<td>{value}</td>" for value in row) for row in _ROWS)
    page = f"<html><table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table></html>"
    return {
        "xlsx": book(*_ROWS),
        "noted.xlsx": noted_book(),
        "xls": old_book(),
        "ods": open_document(),
        "csv": text.encode("gb18030"),
        "tsv": text.replace(",", "\t").encode("utf-16"),
        "html.xls": page.encode(),
    }


def bent(seed: int, number: int, made: Mapping[str, bytes]) -> tuple[str, bytes]:
    """Return a name and the bytes of one bent list."""
    chance = random.Random(f"{seed}:{number}")
    ending = chance.choice(sorted(made))
    data = made[ending]
    if data.startswith(b"PK") and chance.random() < 0.8:
        return f"list.{ending}", _bent_zip(chance, data)
    for _ in range(chance.choice((1, 1, 2, 5))):
        data = chance.choice(_BENDS)(chance, data)
    return f"list.{ending}", data


def old_book() -> bytes:
    """Return a list as Excel 2 kept it: records and no container."""

    def record(kind: int, body: bytes) -> bytes:
        return struct.pack("<HH", kind, len(body)) + body

    rows = b"".join(
        record(4, struct.pack("<HH3xB", row, column, len(text)) + text)
        for row, values in enumerate(_ROWS)
        for column, text in enumerate(str(value).encode("gb18030") for value in values)
    )
    return record(9, struct.pack("<HH", 2, 0x10)) + rows + record(0x0A, b"")


def open_document(rows: str = "") -> bytes:
    """Return an .ods with the list, or with these rows."""
    listed = "".join(
        f"<table:table-row>{''.join(map(_open_cell, row))}</table:table-row>" for row in _ROWS
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", _CONTENT.format(rows or listed))
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return stream.getvalue()


def _open_cell(value: object) -> str:
    kind = 'office:value-type="string"'
    return f"<table:table-cell {kind}><text:p>{value}</text:p></table:table-cell>"


def _bent_zip(chance: random.Random, data: bytes) -> bytes:
    """Return the archive with a part bent, left out, exchanged, doubled or renamed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    at, other = chance.randrange(len(parts)), chance.randrange(len(parts))
    name, content = parts[at]
    how = chance.randrange(12)
    if how == 0:
        del parts[at]
    elif how == 1:
        parts[at], parts[other] = (name, parts[other][1]), (parts[other][0], content)
    elif how == 2:
        parts.append((chance.choice((name, name.upper(), name.replace("/", "\\"))), content[:99]))
    elif how == 3:
        parts[at] = (chance.choice(("../x", "客户.xml", f"/{name}", name.upper())), content)
    else:
        parts[at] = (name, chance.choice(_BENDS)(chance, content))
    return _zipped(parts, chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)))


def _zipped(parts: list[tuple[str, bytes]], method: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts:
            # A name that is there twice is meant.
            with warnings.catch_warnings(action="ignore"):
                archive.writestr(name, content)
    return stream.getvalue()


def _flip(chance: random.Random, data: bytes) -> bytes:
    bytes_ = bytearray(data)
    for _ in range(chance.choice((1, 2, 8, 40)) if data else 0):
        bytes_[chance.randrange(len(bytes_))] = chance.randrange(256)
    return bytes(bytes_)


def _cut(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _drop(chance: random.Random, data: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + data[at + chance.choice((1, 4, 100)) :]


def _again(chance: random.Random, data: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + data[at : at + 400] * chance.choice((2, 3, 500)) + data[at + 400 :]


def _put_in(chance: random.Random, data: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(_ODD) + data[at:]


def _other_number(chance: random.Random, data: bytes) -> bytes:
    """Put an absurd number in the place of one that is there: an index, a count, a reference."""
    found = list(_NUMBER.finditer(data))
    if not found:
        return data
    one = chance.choice(found)
    return data[: one.start()] + chance.choice(_HUGE) + data[one.end() :]


def _other_reference(chance: random.Random, data: bytes) -> bytes:
    wanted = chance.choice((b"XFD1048576", b"ZZZ1", b"A0", b"A-1", b"a1", b"1A", b"AAAAAAAA1"))
    return data.replace(chance.choice((b'"A1"', b'"B2"', b'"A1:D2"')), b'"' + wanted + b'"')


_ODD = (
    b"\0" * 9,
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
    b"&a;&#x110000;&#0;",
    _NESTED,
    b"<row r='-5'><c r='A-5'/></row>",
    b'<td colspan="1000000000" rowspan="1000000000">x',
    b'<table:table-cell table:number-columns-repeated="99999999"/>',
    b'"' * 7,
    b"," * 5_000,
    b"\xff\xfe",
    b"]]>",
    b"<!--",
    b'<mergeCell ref="A1:XFD1048576"/>',
    b'<dimension ref="A1:XFD1048576"/>',
)
_BENDS: tuple[Bend, ...] = (
    _flip, _cut, _drop, _again, _put_in, _other_number, _other_number, _other_reference,
)  # fmt: skip
