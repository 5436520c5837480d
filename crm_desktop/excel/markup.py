"""HTML tables named .xls and Excel 2003 XML: read as far as they are simple tables.

One tolerant parser serves both; it resolves no entities but the standard ones and follows
no links, so a document type definition has nothing to act on.
"""

import datetime as dt
import math
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from typing_extensions import override

from crm_desktop.domain.errors import WorkbookLimit, WorkbookTooLarge, WorkbookUnreadable
from crm_desktop.excel.gathering import Sink
from crm_desktop.excel.guard import LAST_COLUMN, LAST_ROW
from crm_desktop.excel.text_encoding import open_text
from crm_desktop.excel.workbook import Area, CellValue, Place, Sheet

_CELLS: Final = {"td", "th", "cell", "ss:cell"}
_ROWS: Final = {"tr", "row", "ss:row"}
_SHEETS: Final = {"worksheet", "ss:worksheet"}
_UNSEEN: Final = {"style", "script", "title", "comment", "ss:comment"}
_PIECE: Final = 1024**2
_ROWS_PER_BATCH: Final = 1000
_MOST_CELLS: Final = 30_000_000
_HEADING_ROWS: Final = 40


def read_markup(data: bytes, name: str, sink: Sink) -> None:
    """Hand over the tables of an HTML or SpreadsheetML file, one after another in each sheet."""
    parser = _Tables(name)
    text = open_text(data, name)
    while piece := text.read(_PIECE):
        parser.feed(piece)
    parser.close()
    tables = [table for table in parser.tables if table.rows]
    if not tables:
        raise WorkbookUnreadable(name)
    for table in tables:
        sink.add_sheet(table.sheet(), len(table.rows))
        for at in range(0, len(table.rows), _ROWS_PER_BATCH):
            sink.add_rows(table.rows[at : at + _ROWS_PER_BATCH])


@dataclass(slots=True)
class _Table:
    """One sheet as it grows; `hanging` holds, by column, how many rows a cell still covers."""

    name: str
    rows: list[list[CellValue]] = field(default_factory=list)
    hanging: dict[int, int] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    uncached: set[Place] = field(default_factory=set)

    def sheet(self) -> Sheet:
        return Sheet(
            name=self.name,
            rows=(),
            merged=tuple(self.merged),
            uncached=frozenset(self.uncached),
        )

    def skip_covered(self) -> None:
        """Leave blank what a cell further up covers in this row."""
        row = self.rows[-1]
        while self.hanging.get(len(row), 0):
            row.append("")


@dataclass(slots=True)
class _Cell:
    """A cell that is open: what its tag said, and its text so far."""

    kind: str = ""
    number: str = ""
    across: int = 1
    down: int = 1
    has_formula: bool = False
    hangs: bool = False
    text: list[str] = field(default_factory=list)


class _Tables(HTMLParser):
    """Gathers rows; a cell's place may be given by ss:Index, its reach by colspan and rowspan."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self._name = name
        self._cell: _Cell | None = None
        self._unseen = 0
        self._cells = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key.removeprefix("ss:"): value or "" for key, value in attrs}
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in _SHEETS:
            self.tables.append(_Table(values.get("name", self._name)))
        elif tag in _ROWS:
            self._end_cell()
            self._start_row(values)
        elif tag in _CELLS:
            self._end_cell()
            self._start_cell(values)
        elif self._cell is not None:
            self._in_cell(self._cell, tag, values)

    @override
    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _CELLS | _ROWS | {"table"}:
            self._end_cell()

    @override
    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._unseen:
            self._cell.text.append(data)

    def _in_cell(self, cell: _Cell, tag: str, values: dict[str, str]) -> None:
        if tag == "br":
            cell.text.append("\n")
        elif tag in {"data", "ss:data"}:
            cell.kind = values.get("type", "")

    def _table(self) -> _Table:
        if not self.tables:
            self.tables.append(_Table(self._name))
        return self.tables[-1]

    def _start_row(self, values: dict[str, str]) -> None:
        table = self._table()
        wanted = max(_number(values.get("index", "")), len(table.rows) + 1)
        if wanted > LAST_ROW:
            self._too_far(f"A{wanted}")
        passed = wanted - len(table.rows)
        table.rows.extend([] for _ in range(passed))
        table.hanging = {at: down - passed for at, down in table.hanging.items() if down > passed}

    def _start_cell(self, values: dict[str, str]) -> None:
        table = self._table()
        if not table.rows:
            table.rows.append([])
        table.skip_covered()
        row = table.rows[-1]
        wanted = _number(values.get("index", "")) or len(row) + 1
        cell = _Cell(
            number=values.get("x:num", ""),
            across=_number(values.get("colspan", "")) or _number(values.get("mergeacross", "")) + 1,
            down=_number(values.get("rowspan", "")) or _number(values.get("mergedown", "")) + 1,
            has_formula="formula" in values,
            hangs="rowspan" in values,
        )
        if wanted + cell.across > LAST_COLUMN or cell.down > LAST_ROW:
            self._too_far("")
        row.extend("" for _ in range(wanted - 1 - len(row)))
        self._cells += cell.across
        if self._cells > _MOST_CELLS:
            self._too_far("")
        self._cell = cell

    def _end_cell(self) -> None:
        cell = self._cell
        if cell is None:
            return
        self._cell = None
        table = self._table()
        row, place = table.rows[-1], (len(table.rows), len(table.rows[-1]) + 1)
        value = _value(cell)
        if cell.has_formula and value == "":
            table.uncached.add(place)
        row.extend([value] + [""] * (cell.across - 1))
        if cell.hangs and cell.down > 1:
            table.hanging.update(dict.fromkeys(range(place[1] - 1, len(row)), cell.down))
        if cell.across * cell.down > 1 and place[0] <= _HEADING_ROWS:
            table.merged.append((place, (place[0] + cell.down - 1, len(row))))

    def _too_far(self, cell: str) -> None:
        raise WorkbookTooLarge(self._name, WorkbookLimit.CELLS, cell=cell)


def _number(text: str) -> int:
    """Return a count from an attribute, 0 where it is none; one of a hundred digits is too much."""
    return int(text[:9]) if text.isascii() and text.isdigit() else 0


def _value(cell: _Cell) -> CellValue:
    """Return what an open cell holds, by the type its tags name."""
    text = "".join(cell.text).replace("\xa0", " ").strip()
    if cell.kind == "Error":
        return ""
    if cell.kind == "Boolean":
        return text == "1"
    if cell.kind == "DateTime":
        return _moment(text)
    return _as_number(cell.number or text, text) if cell.number or cell.kind == "Number" else text


def _moment(text: str) -> CellValue:
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return text
    return moment if moment.time() != dt.time() else moment.date()


def _as_number(number: str, text: str) -> CellValue:
    try:
        value = float(number)
    except ValueError:
        return text
    return value if math.isfinite(value) else text
