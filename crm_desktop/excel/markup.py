"""HTML tables named .xls and Excel 2003 XML: read as far as they are simple tables.

One tolerant parser serves both; it resolves no entities but the standard ones and follows
no links, so a document type definition has nothing to act on.
"""

from html.parser import HTMLParser

from typing_extensions import override

from crm_desktop.domain.errors import WorkbookLimit, WorkbookTooLarge, WorkbookUnreadable
from crm_desktop.excel.gathering import Sink
from crm_desktop.excel.guard import LAST_COLUMN, LAST_ROW
from crm_desktop.excel.sniff import decoded
from crm_desktop.excel.workbook import CellValue, Sheet

_CELLS = {"td", "th", "cell", "ss:cell"}
_ROWS = {"tr", "row", "ss:row"}
_SHEETS = {"worksheet", "ss:worksheet"}
_UNSEEN = {"style", "script", "title", "comment", "ss:comment"}
_PIECE = 1024**2
_ROWS_PER_BATCH = 1000


def read_markup(data: bytes, name: str, sink: Sink) -> None:
    """Hand over the tables of an HTML or SpreadsheetML file, one after another in each sheet."""
    parser = _Tables(name)
    text = decoded(data, name)
    for start in range(0, len(text), _PIECE):
        parser.feed(text[start : start + _PIECE])
    parser.close()
    sheets = [(title, rows) for title, rows in parser.sheets if rows]
    if not sheets:
        raise WorkbookUnreadable(name)
    for title, rows in sheets:
        sink.add_sheet(Sheet(name=title, rows=()), len(rows))
        for at in range(0, len(rows), _ROWS_PER_BATCH):
            sink.add_rows(rows[at : at + _ROWS_PER_BATCH])


class _Tables(HTMLParser):
    """Gathers rows; a cell's place may be given by ss:Index, its width by colspan."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.sheets: list[tuple[str, list[list[CellValue]]]] = []
        self._name = name
        self._text: list[str] | None = None
        self._span = 1
        self._is_number = False
        self._unseen = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key.removeprefix("ss:"): value or "" for key, value in attrs}
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in _SHEETS:
            self.sheets.append((values.get("name", self._name), []))
        elif tag in _ROWS:
            self._end_cell()
            self._start_row(values)
        elif tag in _CELLS:
            self._end_cell()
            self._start_cell(values)
        elif tag == "br" and self._text is not None:
            self._text.append("\n")
        elif tag in {"data", "ss:data"}:
            self._is_number = values.get("type") == "Number"

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
        if self._text is not None and not self._unseen:
            self._text.append(data)

    def _rows(self) -> list[list[CellValue]]:
        if not self.sheets:
            self.sheets.append((self._name, []))
        return self.sheets[-1][1]

    def _start_row(self, values: dict[str, str]) -> None:
        rows = self._rows()
        wanted = _number(values.get("index", ""), len(rows) + 1)
        if wanted > LAST_ROW:
            self._too_far(f"A{wanted}")
        rows.extend([] for _ in range(max(1, wanted - len(rows))))

    def _start_cell(self, values: dict[str, str]) -> None:
        rows = self._rows()
        if not rows:
            rows.append([])
        row = rows[-1]
        wanted = _number(values.get("index", ""), len(row) + 1)
        across = _number(values.get("mergeacross", ""), 0) + 1
        self._span = _number(values.get("colspan", ""), across)
        if wanted + self._span > LAST_COLUMN:
            self._too_far("")
        row.extend("" for _ in range(wanted - 1 - len(row)))
        self._text, self._is_number = [], False

    def _end_cell(self) -> None:
        if self._text is None:
            return
        text = "".join(self._text).replace("\xa0", " ").strip()
        value: CellValue = _as_number(text) if self._is_number else text
        self._rows()[-1].extend([value] + [""] * (self._span - 1))
        self._text = None

    def _too_far(self, cell: str) -> None:
        raise WorkbookTooLarge(self._name, WorkbookLimit.CELLS, cell=cell)


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() else otherwise


def _as_number(text: str) -> CellValue:
    try:
        return float(text)
    except ValueError:
        return text
