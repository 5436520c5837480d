"""Notes of an Excel 97 workbook: its records walked once, only those of notes looked into.

[MS-XLS] 2.4.179 (Note), 2.4.181 (Obj), 2.4.329 (TxO): the text of a note follows the drawing
object whose number the note names.
"""

import io
import struct
from collections.abc import Iterator
from typing import Final

from crm_desktop.excel.workbook import Place

_EOF: Final = 0x0A
_NOTE: Final = 0x1C
_CONTINUE: Final = 0x3C
_OBJECT: Final = 0x5D
_SHEET: Final = 0x85
_TEXT: Final = 0x1B6
_COMMON: Final = 0x15
_WIDE: Final = 1

Record = tuple[int, bytes]


def notes_of_xls(data: bytes, rows: int) -> dict[str, dict[Place, str]]:
    """Return the notes in the first `rows` of every sheet, by its name; older books have none."""
    from xlrd.compdoc import CompDoc, CompDocError  # noqa: PLC0415 - only old workbooks need it

    try:
        stream = CompDoc(data, logfile=io.StringIO()).get_named_stream("Workbook") or b""
    except (AssertionError, CompDocError):
        return {}
    return notes_in_records(stream, rows)


def notes_in_records(stream: bytes, rows: int) -> dict[str, dict[Place, str]]:
    """Return the notes of a workbook's records, out of the container around them."""
    found = {}
    for start, name in list(_sheets(stream)):
        notes = dict(_notes(stream, start, rows))
        if notes:
            found[name] = notes
    return found


def _sheets(stream: bytes) -> Iterator[tuple[int, str]]:
    """Yield where each sheet starts, and its name."""
    for kind, body in _records(stream, 0):
        if kind == _SHEET:
            (start,) = struct.unpack_from("<I", body)
            yield start, _string(body[7:], body[6])


def _notes(stream: bytes, start: int, rows: int) -> Iterator[tuple[Place, str]]:
    texts: dict[int, str] = {}
    drawn, wanted = 0, 0
    for kind, body in _records(stream, start):
        if kind == _OBJECT and struct.unpack_from("<H", body)[0] == _COMMON:
            (drawn,) = struct.unpack_from("<H", body, 6)
        elif kind == _TEXT:
            (wanted,) = struct.unpack_from("<H", body, 10)
            texts[drawn] = ""
        elif kind == _CONTINUE and wanted:
            piece = _string(body, wanted)
            texts[drawn] += piece
            wanted -= len(piece)
        elif kind == _NOTE:
            row, column, _flags, named = struct.unpack_from("<4H", body)
            if row < rows and named in texts:
                yield (row + 1, column + 1), texts[named]


def _records(stream: bytes, at: int) -> Iterator[Record]:
    """Yield kind and body of the records of a substream, to its end."""
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind == _EOF:
            return
        yield kind, stream[at + 4 : at + 4 + length] if kind in _LOOKED_INTO else b""
        at += 4 + length


_LOOKED_INTO: Final = {_NOTE, _CONTINUE, _OBJECT, _SHEET, _TEXT}


def _string(body: bytes, most: int) -> str:
    """Return the text after its flag byte, at most so many characters."""
    if body[0] & _WIDE:
        return body[1 : 1 + 2 * most].decode("utf-16-le", "replace")
    return body[1 : 1 + most].decode("latin-1")
