"""Tables kept as text: comma, tab or semicolon, any line ending, as Excel writes them."""

import csv
import io
import re
from itertools import islice

from crm_desktop.domain.errors import WorkbookUnreadable
from crm_desktop.excel.gathering import Sink
from crm_desktop.excel.sniff import decoded
from crm_desktop.excel.workbook import Sheet

_DELIMITERS = "\t,;"
_LINES_WEIGHED = 20
_ROWS_PER_BATCH = 1000
_AS_FORMULA = re.compile(r'="([^"]*)"')


def read_text(data: bytes, name: str, sink: Sink) -> None:
    """Hand over the one sheet of a text file; what was prefixed against formulas is bare again."""
    text = decoded(data, name)
    lines = io.StringIO(text, newline=None)
    sink.add_sheet(Sheet(name=name, rows=()), 0)
    rows = ([_bare(cell) for cell in row] for row in csv.reader(lines, delimiter=_delimiter(text)))
    try:
        while batch := list(islice(rows, _ROWS_PER_BATCH)):
            sink.add_rows(batch)
    except csv.Error as error:
        raise WorkbookUnreadable(name) from error


def _delimiter(text: str) -> str:
    """Return the separator that stands in most of the first lines."""
    lines = text[:65536].splitlines()[:_LINES_WEIGHED]
    return max(
        _DELIMITERS, key=lambda sign: (sum(sign in line for line in lines), text.count(sign))
    )


def _bare(cell: str) -> str:
    """Undo the two tricks that keep Excel from changing a number: ="138" and '+86."""
    found = _AS_FORMULA.fullmatch(cell)
    if found:
        return found[1]
    return cell[1:] if cell[:1] == "'" and cell[1:2] in "=+-@" else cell
