"""A worksheet of XlsxWriter that can be stopped while it becomes XML, and becomes it faster.

Its methods stand in for inner ones of XlsxWriter. Should a later version name them otherwise,
they are not called any more and the sheet comes out the same, only slower and not to be stopped.
"""

import inspect
from typing import TYPE_CHECKING, Any

from typing_extensions import override
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

if TYPE_CHECKING:
    from collections.abc import Callable


class WatchedSheet(Worksheet):  # type: ignore[misc] # XlsxWriter is untyped
    """See the module.

    Attributes:
        watch: called with the number of each row before it becomes XML; may raise.
    """

    write_string = inspect.unwrap(Worksheet.write_string)
    write_number = inspect.unwrap(Worksheet.write_number)
    write_datetime = inspect.unwrap(Worksheet.write_datetime)
    """By row and column only: nobody asks here for a cell by its name."""

    def __init__(self) -> None:
        super().__init__()
        self.watch: Callable[[int], None] | None = None
        self._letters: dict[int, str] = {}

    @override
    def _write_row(self, row: int, *rest: Any, **named: Any) -> None:
        if self.watch is not None:
            self.watch(row)
        super()._write_row(row, *rest, **named)

    @override
    def _calculate_spans(self) -> None:
        """Leave out the hint which columns each row has; nobody needs it and it takes a while."""
        self.row_spans: dict[int, str] = {}

    @override
    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        """Write a formatted text, number or day without escaping what cannot need it."""
        kind = type(cell).__name__
        if cell.format is None or kind not in {"String", "Number", "Datetime"}:
            super()._write_cell(row, col, cell)
            return
        letters = self._letters.get(col) or self._letters.setdefault(col, xl_col_to_name(col))
        head = f'<c r="{letters}{row + 1}" s="{cell.format._get_xf_index()}"'  # noqa: SLF001 - the number XML calls a format by
        if kind == "String":
            self.fh.write(f'{head} t="s"><v>{cell.string}</v></c>')
        else:
            self.fh.write(f"{head}><v>{cell.number:.16G}</v></c>")
