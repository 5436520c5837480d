"""Notes of an OpenDocument sheet: annotations inside its cells, whose places are counted."""

import html
import re
from collections.abc import Iterator

from crm_desktop.excel.workbook import Place

_TABLE = re.compile(rb'<table:table\s[^<>]*?table:name="([^"]*)"[^<>]*>')
_TOKEN = re.compile(
    rb"<(?:(table:table-row)|(table:(?:covered-)?table-cell)|(office:annotation)|(/table:table))"
    rb"(?=[\s/>])([^<>]*)>"
)
_ROWS = re.compile(rb'table:number-rows-repeated="(\d{1,9})"')
_COLUMNS = re.compile(rb'table:number-columns-repeated="(\d{1,9})"')
_END = b"</office:annotation>"
_PARAGRAPH = re.compile(rb"<text:p(?:\s[^<>]*)?>(.*?)</text:p>", re.DOTALL)
_TAG = re.compile(rb"<[^<>]*>")
_LONGEST_NOTE = 32_767


def notes_of_ods(content: bytes, rows: int) -> dict[str, dict[Place, str]]:
    """Return the notes in the first `rows` of every sheet, by its name."""
    if _END not in content:
        return {}
    found = {}
    for table in _TABLE.finditer(content):
        notes = dict(_notes(content, table.end(), rows))
        if notes:
            found[_plain(table[1])] = notes
    return found


def _notes(content: bytes, start: int, rows: int) -> Iterator[tuple[Place, str]]:
    """Yield place and text of each note; a repeated row or cell counts as often as it says."""
    row, next_row, column, next_column = 0, 1, 0, 1
    while (token := _TOKEN.search(content, start)) is not None:
        is_row, is_cell, is_note, is_end, rest = token.groups()
        start = token.end()
        if is_row:
            row, column, next_column = next_row, 0, 1
            next_row += _times(_ROWS, rest)
        elif is_cell:
            column = next_column
            next_column += _times(_COLUMNS, rest)
        if is_end or row > rows:
            return
        if is_note:
            end = content.find(_END, start)
            if end < 0:
                return
            paragraphs = _PARAGRAPH.findall(content[start : min(end, start + _LONGEST_NOTE)])
            yield (row, column), "\n".join(_plain(_TAG.sub(b"", one)) for one in paragraphs)
            start = end


def _times(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    found = pattern.search(attributes)
    return int(found[1]) if found else 1


def _plain(text: bytes) -> str:
    return html.unescape(text.decode("utf-8", "replace"))
