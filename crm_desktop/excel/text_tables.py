"""Tables kept as text: comma, tab, semicolon or bar, any line ending, as Excel writes them."""

import csv
import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, TextIO

from crm_desktop.domain.errors import WorkbookLimit, WorkbookTooLarge, WorkbookUnreadable
from crm_desktop.excel.gathering import Sink
from crm_desktop.excel.text_encoding import head_of, open_text
from crm_desktop.excel.workbook import Sheet

_DELIMITERS: Final = "\t,;|"
_LINES_WEIGHED: Final = 20
_LONGEST_LINE: Final = 4 * 1024**2
_ROWS_PER_BATCH: Final = 1000
_AS_FORMULA = re.compile(r'="([^"]*)"')
_SAID = re.compile(r"sep=(.)\n")


def read_text(data: bytes, name: str, sink: Sink) -> None:
    """Hand over the one sheet of a text file; what was prefixed against formulas is bare again."""
    head = head_of(data, name)
    lines = _lines(open_text(data, name), name)
    said = _SAID.match(head.replace("\r\n", "\n").replace("\r", "\n"))
    if said:
        next(lines)
    delimiter = said[1] if said else _delimiter(head)
    sink.add_sheet(Sheet(name=name, rows=(), first_row=2 if said else 1), 0)
    rows = ([_bare(cell) for cell in row] for row in csv.reader(lines, delimiter=delimiter))
    try:
        while batch := list(islice(rows, _ROWS_PER_BATCH)):
            sink.add_rows(batch)
    except csv.Error as error:
        raise WorkbookUnreadable(name) from error


def _lines(stream: TextIO, name: str) -> Iterator[str]:
    """Yield the lines; one that does not end is no row of a list."""
    while line := stream.readline(_LONGEST_LINE):
        if len(line) == _LONGEST_LINE:
            raise WorkbookTooLarge(name, WorkbookLimit.CELLS)
        yield line


def _delimiter(text: str) -> str:
    """Return the separator that stands in most of the first lines."""
    lines = text.splitlines()[:_LINES_WEIGHED]
    return max(
        _DELIMITERS, key=lambda sign: (sum(sign in line for line in lines), text.count(sign))
    )


def _bare(cell: str) -> str:
    """Undo the two tricks that keep Excel from changing a number: ="138" and '+86."""
    found = _AS_FORMULA.fullmatch(cell)
    if found:
        return found[1]
    return cell[1:] if cell[:1] == "'" and cell[1:2] in "=+-@" else cell
