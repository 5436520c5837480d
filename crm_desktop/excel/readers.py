"""The libraries that read cells: calamine first, openpyxl and xlrd for what it cannot."""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, cast

from crm_desktop.domain.errors import (
    CrmError,
    WorkbookDamaged,
    WorkbookProtected,
    WorkbookUnreadable,
)
from crm_desktop.excel.gathering import Gathering, Sink, Tick
from crm_desktop.excel.markup import read_markup
from crm_desktop.excel.notes import Notes, notes_of, properties_of
from crm_desktop.excel.packed_rows import Keep
from crm_desktop.excel.sniff import Format
from crm_desktop.excel.text_tables import read_text
from crm_desktop.excel.workbook import Area, CellValue, Sheet, Workbook

if TYPE_CHECKING:
    import openpyxl
    import python_calamine as calamine
    import xlrd
    from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell

_ROWS_PER_BATCH: Final = 1000
_MOST_MERGED: Final = 10_000
_HEADING_ROWS: Final = 40

__all__ = ["Tick", "pour_cells", "read_here", "with_properties"]


def read_here(data: bytes, name: str, stored: Format, tick: Tick, keep: Keep = list) -> Workbook:
    """Return every sheet of a workbook that holds cells, with no second try by another library."""
    gathering = Gathering(name, tick, keep)
    _pour_first(data, name, stored, gathering)
    return with_properties(gathering.workbook(), data, stored)


def with_properties(workbook: Workbook, data: bytes, stored: Format) -> Workbook:
    """Return the workbook with its custom properties."""
    return replace(workbook, properties=properties_of(data, stored))


def pour_cells(data: bytes, name: str, stored: Format, sink: Sink) -> None:
    """Hand every sheet that holds cells to `sink`, by the first library that can."""
    try:
        _pour_first(data, name, stored, sink)
    except WorkbookUnreadable:
        if stored not in {Format.XLS, Format.XLSX}:
            raise
        sink.start_over()
        another = _by_xlrd if stored is Format.XLS else _by_openpyxl
        another(data, name, notes_of(data, stored), sink)


def _pour_first(data: bytes, name: str, stored: Format, sink: Sink) -> None:
    if stored is Format.TEXT:
        read_text(data, name, sink)
    elif stored is Format.MARKUP:
        read_markup(data, name, sink)
    else:
        _by_calamine(data, name, notes_of(data, stored), sink)


def _by_calamine(data: bytes, name: str, notes: Notes, sink: Sink) -> None:
    import python_calamine as calamine  # noqa: PLC0415 - loaded when a workbook is read, not at start

    try:
        with calamine.CalamineWorkbook.from_object(io.BytesIO(data)) as book:
            for title in book.sheets_metadata:
                if title.typ == calamine.SheetTypeEnum.WorkSheet:
                    _pour_calamine(book, title, notes, sink)
    except calamine.PasswordError as error:
        raise WorkbookProtected(name) from error
    except (calamine.CalamineError, OSError, ValueError, OverflowError) as error:
        raise WorkbookUnreadable(name) from error
    except BaseException as error:
        # A panic inside calamine arrives as a BaseException of a class that cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise WorkbookUnreadable(name) from error


def _pour_calamine(
    book: "calamine.CalamineWorkbook", title: "calamine.SheetMetadata", notes: Notes, sink: Sink
) -> None:
    import python_calamine as calamine  # noqa: PLC0415 - as above

    sheet = book.get_sheet_by_name(title.name)
    start = sheet.start or (0, 0)
    opened = Sheet(
        name=sheet.name,
        rows=(),
        first_column=start[1] + 1,
        merged=_merged(sheet),
        notes=notes.get(sheet.name, {}),
        is_hidden=title.visible != calamine.SheetVisibleEnum.Visible,
    )
    sink.add_sheet(opened, sheet.total_height)
    _pour(cast("Iterator[Sequence[CellValue]]", sheet.iter_rows()), sink)


def _pour(rows: Iterable[Sequence[CellValue]], sink: Sink) -> None:
    pending = iter(rows)
    while batch := list(islice(pending, _ROWS_PER_BATCH)):
        sink.add_rows(batch)


def _merged(sheet: "calamine.CalamineSheet") -> tuple[Area, ...]:
    """Return the merged areas that may spread a heading; the others nobody asks for."""
    heading = (area for area in sheet.merged_cell_ranges or () if area[0][0] < _HEADING_ROWS)
    return tuple(
        ((top + 1, left + 1), (bottom + 1, right + 1))
        for (top, left), (bottom, right) in islice(heading, _MOST_MERGED)
    )


def _by_openpyxl(data: bytes, name: str, notes: Notes, sink: Sink) -> None:
    import openpyxl  # noqa: PLC0415 - a second of import that only odd workbooks need

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for page in _pages(book, name):
            # What a file says of its size may be untrue, and rows would be filled up to it.
            page.reset_dimensions()
            hidden = page.sheet_state != "visible"
            found = notes.get(page.title, {})
            sink.add_sheet(Sheet(name=page.title, rows=(), notes=found, is_hidden=hidden), 0)
            _pour((_values(row) for row in page.iter_rows()), sink)
    except (CrmError, MemoryError):
        raise
    except Exception as error:
        raise WorkbookDamaged(name) from error


def _pages(book: "openpyxl.Workbook", name: str) -> list[Any]:
    """Return the sheets with cells; a workbook without one is broken."""
    if not book.worksheets:
        raise WorkbookDamaged(name)
    return list(book.worksheets)


def _values(row: "Iterable[ReadOnlyCell | EmptyCell]") -> list[CellValue]:
    """Return what cells hold; errors are blank, as calamine has them."""
    return [cast("CellValue", "" if cell.data_type == "e" else cell.value) for cell in row]


def _by_xlrd(data: bytes, name: str, notes: Notes, sink: Sink) -> None:
    import xlrd  # noqa: PLC0415 - only for old workbooks that calamine refuses

    try:
        book = xlrd.open_workbook(file_contents=data, logfile=io.StringIO())
        for page in book.sheets():
            hidden, found = page.visibility != 0, notes.get(page.name, {})
            sink.add_sheet(
                Sheet(name=page.name, rows=(), notes=found, is_hidden=hidden), page.nrows
            )
            _pour(_xlrd_rows(page, book.datemode), sink)
    except (CrmError, MemoryError):
        raise
    except Exception as error:
        if "encrypted" in str(error):
            raise WorkbookProtected(name) from error
        raise WorkbookDamaged(name) from error


def _xlrd_rows(sheet: "xlrd.sheet.Sheet", datemode: int) -> Iterator[list[CellValue]]:
    import xlrd  # noqa: PLC0415 - as above

    def value(row: int, column: int) -> CellValue:
        kind, raw = sheet.cell_type(row, column), sheet.cell_value(row, column)
        if kind == xlrd.XL_CELL_DATE:
            return cast("CellValue", xlrd.xldate_as_datetime(raw, datemode))
        if kind == xlrd.XL_CELL_ERROR:
            return ""
        return bool(raw) if kind == xlrd.XL_CELL_BOOLEAN else cast("CellValue", raw)

    for row in range(sheet.nrows):
        yield [value(row, column) for column in range(sheet.row_len(row))]
