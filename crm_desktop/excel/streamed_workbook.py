"""A workbook of millions of cells in bounded memory: rows become XML at once, and are packed.

XlsxWriter keeps every cell until the end, or puts them into clear temporary files, which is out
of the question here. So it writes the frame alone (styles, headers, notes, lists, hidden
sheets); the rows are kept compressed and put into its sheets when the file is packed.
"""

import datetime as dt
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from crm_desktop.domain.exporting import Progress
from crm_desktop.excel.cell_text import SURELY_FITS, fitted
from crm_desktop.excel.columns import Kind
from crm_desktop.excel.styles import HEADER_HEIGHT, styles
from crm_desktop.excel.workbook import CellValue
from crm_desktop.excel.workbook_writer import OPTIONS

LONGEST_SHEET: Final = 250_000
"""Rows of one sheet; our own guard opens none with more than 300,000."""

_SPARE_ROWS: Final = 2_000
_LONGEST_SHARED: Final = 24
MOST_SHARED = 100_000
_BATCH: Final = 500
_PIECE: Final = 1 << 20
_UNSAFE: Final = re.compile(r"[&<>\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]|_x[0-9A-Fa-f]{4}_")
_SPACED: Final = re.compile(r"^\s|\s$|\n")
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_DAY_ZERO: Final = dt.date(1899, 12, 30)
_LEAP_DAY_OF_EXCEL: Final = dt.date(1900, 3, 1)
_FIRST_DAY: Final = dt.date(1900, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageColumn:
    """A column of a streamed sheet; `source` names a defined list, or is the list itself."""

    header: str
    note: str = ""
    kind: Kind = Kind.TEXT
    width: int = 12
    source: str | list[str] = ""
    is_derived: bool = False
    is_hidden: bool = False


class StreamedPage:
    """A sheet being filled; the rows beyond what one sheet takes go on in a next one.

    Attributes:
        rows: how many were added, over all its sheets.
        sheets: their titles, with the rows of each.
    """

    def __init__(
        self, workbook: "StreamedWorkbook", title: str, columns: Sequence[PageColumn], frozen: int
    ) -> None:
        self.rows = 0
        self.sheets: list[tuple[str, int]] = []
        self._pages: list[Any] = []
        self._workbook = workbook
        self._title = title
        self._columns = columns
        self._frozen = frozen
        look = workbook.look
        self._letters = [xl_col_to_name(place) for place in range(len(columns))]
        self._styles = [look.columns[column.kind]._get_xf_index() for column in columns]  # noqa: SLF001 - the number XML calls a format by
        self._day = look.day._get_xf_index()  # noqa: SLF001 - as above
        self._begin()

    @property
    def width(self) -> int:
        """Return how many columns it has."""
        return len(self._columns)

    def add(self, cells: Sequence[CellValue]) -> None:
        """Write one row below the last; blank cells are left out."""
        if self._row > LONGEST_SHEET:
            self._begin()
        self._row += 1
        self.rows += 1
        self.sheets[-1] = (self.sheets[-1][0], self._row - 1)
        said = [
            self._cell(place, value)
            for place, value in enumerate(cells)
            if value is not None and value != ""
        ]
        self._packed.add(f'<row r="{self._row}">{"".join(said)}</row>')

    def finish(self) -> None:
        """Set the filters and dropdowns over the rows written, with room for new ones."""
        for page, (_, rows) in zip(self._pages, self.sheets, strict=True):
            page.autofilter(0, 0, rows, len(self._columns) - 1)
            for place, column in enumerate(self._columns):
                if column.source:
                    page.data_validation(1, place, rows + _SPARE_ROWS, place, _dropdown(column))

    def _begin(self) -> None:
        count = len(self.sheets)
        title = self._title if not count else f"{self._title} ({count + 1})"
        page, self._packed = self._workbook.sheet(title)
        self.sheets.append((title, 0))
        self._row = 1
        self._pages.append(page)
        page.set_row(0, HEADER_HEIGHT)
        page.freeze_panes(1, self._frozen)
        look = self._workbook.look
        for place, column in enumerate(self._columns):
            head = look.derived_header if column.is_derived else look.header
            hidden = {"hidden": True} if column.is_hidden else {}
            page.set_column(place, place, column.width, look.columns[column.kind], hidden)
            page.write_string(0, place, column.header, head)
            if column.note:
                page.write_comment(0, place, column.note, {"author": ""})

    def _cell(self, place: int, value: CellValue) -> str:
        where = f"{self._letters[place]}{self._row}"
        if isinstance(value, str):
            number = self._workbook.shared(value)
            if number is not None:
                return f'<c r="{where}" s="{self._styles[place]}" t="s"><v>{number}</v></c>'
            return _text_cell(where, self._styles[place], value)
        if isinstance(value, (int, float)):
            return f'<c r="{where}" s="{self._styles[place]}"><v>{value!r}</v></c>'
        if isinstance(value, dt.date) and _day_of(value) >= _FIRST_DAY:
            return f'<c r="{where}" s="{self._day}"><v>{_serial(value)}</v></c>'
        return _text_cell(where, self._styles[place], str(value))


class StreamedWorkbook:
    """A workbook being filled: `page` for each sheet of rows, then `finish` once.

    Attributes:
        book: XlsxWriter's, for the sheets that are no lists of rows.
        look: its formats.
    """

    def __init__(self) -> None:
        self._file = io.BytesIO()
        # OPTIONS say in_memory: nothing of it lies in clear on the disk.
        self.book: Any = xlsxwriter.Workbook(self._file, OPTIONS)
        self.look = styles(self.book)
        self._pages: list[StreamedPage] = []
        self._packed: dict[str, _PackedRows] = {}
        self._seen: set[str] = set()

    def page(self, title: str, columns: Sequence[PageColumn], *, frozen: int = 1) -> StreamedPage:
        """Begin a sheet with its header; the first `frozen` columns stay in sight."""
        page = StreamedPage(self, title, columns, frozen)
        self._pages.append(page)
        return page

    def sheet(self, title: str) -> "tuple[Any, _PackedRows]":
        """Return a new worksheet of XlsxWriter and what keeps its rows."""
        packed = _PackedRows()
        self._packed[f"xl/worksheets/sheet{len(self.book.worksheets()) + 1}.xml"] = packed
        return self.book.add_worksheet(title), packed

    @property
    def size(self) -> int:
        """Return how many bytes the rows are unpacked, as far as they were added."""
        return sum(packed.size for packed in self._packed.values())

    @property
    def cells(self) -> int:
        """Return how many cells its sheets have, blank ones too."""
        return sum(page.rows * page.width for page in self._pages)

    def shared(self, text: str) -> int | None:
        """Return the number of a short text that stands here more than once, from its second on.

        A cell that names it takes half the room; texts that stand once would only fill the memory.
        """
        if len(text) > _LONGEST_SHARED:
            return None
        if text in self._seen:
            number: int = self.book.str_table._get_shared_string_index(text)  # noqa: SLF001 - the one table of the file
            return number
        if len(self._seen) < MOST_SHARED and not _UNSAFE.search(text):
            self._seen.add(text)
        return None

    def finish(self, progress: Progress) -> bytes:
        """Return the file; `progress` counts the bytes packed and may raise `Cancelled`."""
        for page in self._pages:
            page.finish()
        self.book.close()
        whole = io.BytesIO()
        for packed_rows in self._packed.values():
            packed_rows.pack()
        total = self.size
        done = 0
        with (
            zipfile.ZipFile(self._file) as frame,
            zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as target,
        ):
            for part in frame.infolist():
                packed = self._packed.get(part.filename)
                with target.open(part.filename, "w", force_zip64=packed is not None) as out:
                    for piece in _with_rows(frame.read(part), packed):
                        out.write(piece)
                        done += len(piece)
                        progress(min(done, total), total)
        progress(1, 1)
        return whole.getvalue()


class _PackedRows:
    """Rows as XML, compressed as they come."""

    def __init__(self) -> None:
        self.size = 0
        self.last = 1
        self._squeeze = zlib.compressobj(1)
        self._pieces: list[bytes] = []
        self._waiting: list[str] = []

    def add(self, row: str) -> None:
        """Take in one row."""
        self.last += 1
        self._waiting.append(row)
        if len(self._waiting) == _BATCH:
            self.pack()

    def pack(self) -> None:
        """Compress the rows that wait."""
        data = "".join(self._waiting).encode()
        self._waiting.clear()
        self.size += len(data)
        self._pieces.append(self._squeeze.compress(data))

    def unpacked(self) -> Iterator[bytes]:
        """Yield the rows in pieces, once: each is let go as it is given."""
        self.pack()
        self._pieces.append(self._squeeze.flush())
        widen = zlib.decompressobj()
        for place, packed in enumerate(self._pieces):
            self._pieces[place] = b""
            rest = packed
            while rest:
                yield widen.decompress(rest, _PIECE)
                rest = widen.unconsumed_tail
        yield widen.flush()


def _with_rows(frame: bytes, packed: _PackedRows | None) -> Iterator[bytes]:
    """Yield a part of the frame, its rows put in where it is a sheet of rows."""
    if packed is None:
        yield frame
        return
    head, ends, tail = frame.partition(b"</sheetData>")
    yield re.sub(
        rb'(<dimension ref="A1:[A-Z]+)1"', lambda found: found[1] + b'%d"' % packed.last, head
    )
    yield from packed.unpacked()
    yield ends + tail


def _text_cell(where: str, style: int, text: str) -> str:
    if len(text) > SURELY_FITS or "\r" in text:
        text, _ = fitted(text)
    keep = ' xml:space="preserve"' if _SPACED.search(text) else ""
    return (
        f'<c r="{where}" s="{style}" t="inlineStr"><is><t{keep}>{_UNSAFE.sub(_safe, text)}'
        "</t></is></c>"
    )


def _safe(found: re.Match[str]) -> str:
    """Return a sign XML may not hold as Excel writes it, and what looks like one escaped."""
    sign = found[0]
    if len(sign) > 1:
        return f"_x005F{sign}"
    return _ENTITIES.get(sign) or f"_x{ord(sign):04X}_"


def _serial(day: dt.date) -> str:
    """Return Excel's number of a day, which counts a 29 February 1900 that never was."""
    count = (_day_of(day) - _DAY_ZERO).days
    if _day_of(day) < _LEAP_DAY_OF_EXCEL:
        count -= 1
    if isinstance(day, dt.datetime):
        return repr(count + (day - dt.datetime.combine(day.date(), dt.time())) / dt.timedelta(1))
    return str(count)


def _day_of(day: dt.date) -> dt.date:
    """Return the day alone: a day and a moment cannot be compared."""
    return day.date() if isinstance(day, dt.datetime) else day


def _dropdown(column: PageColumn) -> dict[str, object]:
    source = column.source
    return {
        "validate": "list",
        "source": source if isinstance(source, list) else f"={source}",
        "error_type": "warning",
        "ignore_blank": True,
    }
