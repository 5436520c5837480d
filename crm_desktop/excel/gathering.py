"""Sheets as they come from a reader, batch by batch, within bounds on rows and cells."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from typing_extensions import override

from crm_desktop.domain.errors import WorkbookLimit, WorkbookTooLarge
from crm_desktop.excel.guard import LAST_COLUMN, LAST_ROW
from crm_desktop.excel.packed_rows import Keep, PackedRows
from crm_desktop.excel.workbook import CellValue, Sheet, Workbook, column_letter, is_blank

Tick = Callable[[int, int], None]
"""Called while work goes on with (done, total or 0); raises `Cancelled` to stop it."""

Batch = Sequence[Sequence[CellValue]]

MOST_CELLS = 30_000_000
"""Three times the 300,000 rows of 30 columns that are asked for."""


class Sink(Protocol):
    """Where a reader puts what it reads."""

    def start_over(self) -> None:
        """Forget everything: another reader tries."""

    def add_sheet(self, sheet: Sheet, total: int) -> None:
        """Open a sheet, still without rows; `total` rows are expected, 0 where unknown."""

    def add_rows(self, rows: Batch) -> None:
        """Add rows to the sheet opened last."""


class Gathering(Sink):
    """Keeps what is read; raises `WorkbookTooLarge` before it fills the memory."""

    def __init__(self, name: str, tick: Tick, keep: Keep = list) -> None:
        self._name = name
        self._tick = tick
        self._keep = keep
        self._sheets: list[tuple[Sheet, list[Sequence[CellValue]] | PackedRows]] = []
        self._cells = 0
        self._progress = (0, 0)

    @override
    def start_over(self) -> None:
        self._sheets.clear()
        self._cells = 0

    @override
    def add_sheet(self, sheet: Sheet, total: int) -> None:
        self._sheets.append((sheet, self._keep()))
        self._progress = (0, total)
        self.beat()

    @override
    def add_rows(self, rows: Batch) -> None:
        sheet, kept = self._sheets[-1]
        above = len(kept)
        kept.extend(self._bounded(row, sheet, above + place) for place, row in enumerate(rows))
        self._cells += sum(map(len, rows))
        if self._cells > MOST_CELLS:
            raise WorkbookTooLarge(self._name, WorkbookLimit.CELLS)
        if sheet.first_row + len(kept) - 1 > LAST_ROW:
            self._too_far(sheet, f"A{LAST_ROW + 1}")
        total = self._progress[1]
        self._progress = (len(kept), max(total, len(kept)) if total else 0)
        self.beat()

    def beat(self) -> None:
        """Tell how far reading is, within the sheet it is at."""
        self._tick(*self._progress)

    def workbook(self) -> Workbook:
        """Return what was read."""
        sheets = tuple(replace(sheet, rows=rows) for sheet, rows in self._sheets)
        return Workbook(name=self._name, sheets=sheets)

    def _bounded(self, row: Sequence[CellValue], sheet: Sheet, place: int) -> Sequence[CellValue]:
        """Return a row without the blanks that lie beyond the last column."""
        width = LAST_COLUMN - sheet.first_column + 1
        if len(row) <= width:
            return row
        for beyond, value in enumerate(row[width:]):
            if not is_blank(value):
                letter = column_letter(LAST_COLUMN + 1 + beyond)
                self._too_far(sheet, f"{letter}{sheet.first_row + place}")
        return row[:width]

    def _too_far(self, sheet: Sheet, cell: str) -> None:
        raise WorkbookTooLarge(self._name, WorkbookLimit.CELLS, sheet=sheet.name, cell=cell)
