"""Tables put away compressed while other books are read, and taken out one at a time."""

import datetime as dt
import json
import zlib
from collections.abc import Sequence
from typing import Final

from crm_desktop.excel.consolidation_reading import ClinicBook, Table
from crm_desktop.excel.workbook import CellValue

_DAY: Final = "day"


class Shelf:
    """The tables of one book, in a small part of the room they took."""

    def __init__(self, book: ClinicBook) -> None:
        self.titles = tuple(table.title for table in book.tables)
        self.keys = {table.title: table.keys for table in book.tables}
        self.rows: dict[str, int] = {}
        self._packed: dict[str, bytes] = {}
        for table in book.tables:
            rows = list(table.rows())
            self.rows[table.title] = len(rows)
            self._packed[table.title] = _packed(rows)

    def table(self, title: str) -> Table | None:
        """Return a table as it was, None where the book has none."""
        if title not in self._packed:
            return None
        text = zlib.decompress(self._packed[title]).decode("utf-8", "surrogatepass")
        rows = json.loads(text, object_hook=_day)
        return Table(title=title, keys=self.keys[title], rows=rows)


def _packed(rows: Sequence[Sequence[CellValue]]) -> bytes:
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"), default=_as_day)
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def _as_day(value: object) -> dict[str, int]:
    if isinstance(value, dt.date):
        return {_DAY: value.toordinal()}
    raise TypeError(type(value))


def _day(value: dict[str, int]) -> dt.date:
    return dt.date.fromordinal(value[_DAY])
