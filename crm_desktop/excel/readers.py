"""The libraries that read cells: calamine first, openpyxl and xlrd for what it cannot."""

import io
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, cast

from crm_desktop.domain.errors import WorkbookDamaged, WorkbookProtected, WorkbookUnreadable
from crm_desktop.excel.markup import read_markup
from crm_desktop.excel.sniff import Format
from crm_desktop.excel.text_tables import read_text
from crm_desktop.excel.workbook import Area, CellValue, Sheet, Workbook

if TYPE_CHECKING:
    import python_calamine as calamine
    import xlrd

Tick = Callable[[int, int], None]
"""Called while work goes on with (done, total or 0); raises `Cancelled` to stop it."""

Rows = Sequence[Sequence[CellValue]]
_ROWS_PER_TICK = 1000


def read_cells(data: bytes, name: str, stored: Format, tick: Tick) -> Workbook:
    """Return every sheet of a workbook that holds cells, by the first library that can."""
    if stored is Format.TEXT:
        return read_text(data, name)
    if stored is Format.MARKUP:
        return read_markup(data, name)
    try:
        return _by_calamine(data, name, tick)
    except WorkbookUnreadable:
        if stored is Format.XLSX:
            return _by_openpyxl(data, name)
        if stored is Format.XLS:
            return _by_xlrd(data, name)
        raise


def _by_calamine(data: bytes, name: str, tick: Tick) -> Workbook:
    import python_calamine as calamine  # noqa: PLC0415 - loaded when a workbook is read, not at start

    try:
        with calamine.CalamineWorkbook.from_object(io.BytesIO(data)) as book:
            cells = [
                _calamine_sheet(book.get_sheet_by_name(title.name), tick)
                for title in book.sheets_metadata
                if title.typ == calamine.SheetTypeEnum.WorkSheet
            ]
    except calamine.PasswordError as error:
        raise WorkbookProtected(name) from error
    except (calamine.CalamineError, OSError, ValueError, OverflowError) as error:
        raise WorkbookUnreadable(name) from error
    except BaseException as error:
        # A panic inside calamine arrives as a BaseException of a class that cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise WorkbookUnreadable(name) from error
    return Workbook(name=name, sheets=tuple(cells))


def _calamine_sheet(sheet: "calamine.CalamineSheet", tick: Tick) -> Sheet:
    rows: list[Sequence[CellValue]] = []
    pending = cast("Iterator[Sequence[CellValue]]", sheet.iter_rows())
    while batch := list(islice(pending, _ROWS_PER_TICK)):
        rows.extend(batch)
        tick(len(rows), sheet.total_height)
    start = sheet.start or (0, 0)
    return Sheet(name=sheet.name, rows=rows, first_column=start[1] + 1, merged=_merged(sheet))


def _merged(sheet: "calamine.CalamineSheet") -> tuple[Area, ...]:
    return tuple(
        ((top + 1, left + 1), (bottom + 1, right + 1))
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    )


def _by_openpyxl(data: bytes, name: str) -> Workbook:
    import openpyxl  # noqa: PLC0415 - a second of import that only odd workbooks need

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = tuple(
            Sheet(name=sheet.title, rows=cast("Rows", list(sheet.iter_rows(values_only=True))))
            for sheet in book.worksheets
        )
    except MemoryError:
        raise
    except Exception as error:
        raise WorkbookDamaged(name) from error
    return Workbook(name=name, sheets=sheets)


def _by_xlrd(data: bytes, name: str) -> Workbook:
    import xlrd  # noqa: PLC0415 - only for old workbooks that calamine refuses

    try:
        book = xlrd.open_workbook(file_contents=data, logfile=io.StringIO())
        sheets = tuple(_xlrd_sheet(sheet, book.datemode) for sheet in book.sheets())
    except MemoryError:
        raise
    except Exception as error:
        if "encrypted" in str(error):
            raise WorkbookProtected(name) from error
        raise WorkbookDamaged(name) from error
    return Workbook(name=name, sheets=sheets)


def _xlrd_sheet(sheet: "xlrd.sheet.Sheet", datemode: int) -> Sheet:
    import xlrd  # noqa: PLC0415 - as above

    def value(row: int, column: int) -> CellValue:
        kind, raw = sheet.cell_type(row, column), sheet.cell_value(row, column)
        if kind == xlrd.XL_CELL_DATE:
            return cast("CellValue", xlrd.xldate_as_datetime(raw, datemode))
        if kind == xlrd.XL_CELL_ERROR:
            return ""
        return bool(raw) if kind == xlrd.XL_CELL_BOOLEAN else cast("CellValue", raw)

    rows = [
        [value(row, column) for column in range(sheet.row_len(row))] for row in range(sheet.nrows)
    ]
    return Sheet(name=sheet.name, rows=rows)
