"""One sheet of our workbook while it is written: header, rows, dropdowns, filter."""

import datetime as dt
from typing import Any, Final, NamedTuple

from crm_desktop.domain.errors import SheetFull
from crm_desktop.domain.exporting import CutText
from crm_desktop.domain.row_hash import hash_of_joined
from crm_desktop.excel import styles
from crm_desktop.excel.canonical import bare
from crm_desktop.excel.cell_text import SURELY_FITS, Cleaner, cleaner_for, fitted
from crm_desktop.excel.columns import Cell, Column, Kind, Sheet
from crm_desktop.excel.workbook_cover import SheetOrder
from crm_desktop.excel.workbook_layout import (
    ACTION,
    IDENTITY,
    SHORT_ID,
    comes_back,
    list_name,
    note_of,
)

MOST_ROWS: Final = 1_048_575
SAFE_DAYS_BEGIN: Final = 1901
"""The first year whose days every program counts alike: Excel has a 29 February 1900."""

_SPARE_ROWS: Final = 2_000
_FEN: Final = 100


class _CellPlan(NamedTuple):
    """Where one cell of a row comes from, where it goes, and what is done to it on the way.

    A named tuple, for the loop over every cell takes it apart.
    """

    source: int
    place: int
    key: str
    kind: Kind
    look: Any
    clean: Cleaner | None


class SheetPage:
    """A sheet being filled, row below row.

    Attributes:
        sheet: what it holds.
        columns: which of its columns go out.
        rows: how many were written.
        cut: texts too long for a cell.
        said: of every row that can come back: whose, which part, its cells as the hash takes them.
    """

    def __init__(
        self,
        page: Any,  # noqa: ANN401 - a worksheet of XlsxWriter, which is untyped
        sheet: Sheet,
        columns: tuple[Column, ...],
        look: styles.Styles,
        order: SheetOrder,
    ) -> None:
        self.sheet = sheet
        self.columns = columns
        self.rows = 0
        self.cut: list[CutText] = []
        self.said: list[tuple[int, str, str]] = []
        self._page = page
        self._look = look
        self._has_identity = comes_back(order.recipient)
        self._first = 2 if self._has_identity else 0
        self._cells = [
            _CellPlan(
                sheet.columns.index(column),
                place,
                sheet.full_key(column),
                column.kind,
                look.columns[column.kind],
                cleaner_for(column, order.recipient, mask_phones=order.mask_phones),
            )
            for place, column in enumerate(columns, start=self._first)
        ]
        self._write_header()

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the full keys of the columns that go out."""
        return tuple(self.sheet.full_key(column) for column in self.columns)

    def add(self, short: str, uid: str, client_id: int, part: str, cells: tuple[Cell, ...]) -> None:
        """Write one row below the last.

        Raises:
            SheetFull: The sheet has no row left.
        """
        if self.rows >= MOST_ROWS:
            raise SheetFull(self.sheet.title, MOST_ROWS)
        self.rows += 1
        said = self._write_cells(self.rows, client_id, cells)
        if self._has_identity:
            self.said.append((client_id, part, said))
            slash = "/" if part else ""
            mark = f"{uid}{slash}{part}|{hash_of_joined(said)}"
            text = self._look.columns[Kind.TEXT]
            _checked(self._page.write_string(self.rows, 0, short, text))
            _checked(self._page.write_string(self.rows, 1, mark, text))

    def finish(self) -> None:
        """Set the filter and the dropdowns over the rows written, with room for new ones."""
        last = self._first + len(self.columns) - (0 if self._has_identity else 1)
        self._page.autofilter(0, 0, self.rows, last)
        lowest = min(self.rows + _SPARE_ROWS, MOST_ROWS)
        for place, column in self._placed():
            if column.choices:
                _checked(self._page.data_validation(1, place, lowest, place, _dropdown(column)))

    def _write_cells(self, row: int, client_id: int, cells: tuple[Cell, ...]) -> str:
        """Write the filled cells and return what was said, as the row hash wants it."""
        said = []
        for source, place, key, kind, look, clean in self._cells:
            value = cells[source]
            if value is None or value == "":
                continue
            if isinstance(value, str):
                if clean is not None or len(value) > SURELY_FITS or not value.isprintable():
                    value = self._fit(value, client_id, key, clean)
                    if not value:  # nothing was left that this recipient may read
                        continue
                failed = self._write_text(row, place, value, look)
                value = bare(value)
            else:
                failed = self._write_typed(row, place, value, kind, look)
            if failed:
                _checked(failed)
            said.append(f"{key}={value}")
        return "\x1f".join(said)

    def _write_typed(
        self,
        row: int,
        place: int,
        value: int | dt.date,
        kind: Kind,
        look: Any,  # noqa: ANN401 - of XlsxWriter
    ) -> int:
        """Write a number or a day as one, and return what XlsxWriter answers."""
        if isinstance(value, int):
            number = value / _FEN if kind is Kind.MONEY else value
            return int(self._page.write_number(row, place, number, look))
        if value.year < SAFE_DAYS_BEGIN:
            return int(self._page.write_string(row, place, value.isoformat(), look))
        return int(self._page.write_datetime(row, place, value, self._look.day))

    def _fit(self, text: str, client_id: int, key: str, clean: Cleaner | None) -> str:
        """Return a text as it goes into its cell, and take down what had to be cut."""
        if clean is not None:
            text = clean(text)
        fit, was_cut = fitted(text)
        if was_cut:
            self.cut.append(CutText(client_id=client_id, key=key, length=len(text)))
        return fit

    def _write_text(self, row: int, place: int, text: str, look: Any) -> int:  # noqa: ANN401 - of XlsxWriter
        """Write a text as a text, whatever it begins with, and return what XlsxWriter answers.

        A text such as `<r>…</r>` would be taken for markup of XlsxWriter's own; in two runs,
        which it escapes itself, it is the same text.
        """
        if text[:3] == "<r>" and text.endswith("</r>"):
            run = self._look.run
            return int(self._page.write_rich_string(row, place, text[:1], run, text[1:], look))
        return int(self._page.write_string(row, place, text, look))

    def _write_header(self) -> None:
        page = self._page
        page.set_row(0, styles.HEADER_HEIGHT)
        page.freeze_panes(1, self._first + 1)
        for place, column in self._placed():
            key = column.name if column in {SHORT_ID, IDENTITY, ACTION} else self._key(column)
            look = self._look.derived_header if column.is_derived else self._look.header
            hidden = {"hidden": True} if column is IDENTITY else {}
            page.set_column(place, place, column.width, self._look.columns[column.kind], hidden)
            _checked(page.write_string(0, place, column.header, look))
            _checked(page.write_comment(0, place, note_of(column, key), {"author": ""}))

    def _placed(self) -> list[tuple[int, Column]]:
        """Return every column of the page with its place, identities and action included."""
        if not self._has_identity:
            return list(enumerate(self.columns))
        return list(enumerate((SHORT_ID, IDENTITY, *self.columns, ACTION)))

    def _key(self, column: Column) -> str:
        return self.sheet.full_key(column)


def _checked(code: int) -> None:
    """Stop at any answer but 0: XlsxWriter drops a cell without a word otherwise."""
    if code:
        raise ValueError(code)


def _dropdown(column: Column) -> dict[str, object]:
    """Return a list by its defined name that warns and lets other words pass."""
    return {
        "validate": "list",
        "source": f"={list_name(column.choices)}",
        "error_type": "warning",
        "ignore_blank": True,
    }
