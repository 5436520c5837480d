"""A workbook as plain values, true row and column numbers kept."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

CellValue = str | int | float | bool | dt.date | dt.time | dt.datetime | dt.timedelta | None
"""What a cell holds; "" and None are both blank, also for errors and uncached formulas."""

Area = tuple[tuple[int, int], tuple[int, int]]
"""A block of cells: (first row, first column), (last row, last column), counted from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet: `rows[0]` is row `first_row`, its first value column `first_column` (from 1).

    `uncached` names cells whose formula has no stored result: they read as blank and must
    not pass for blank.
    """

    name: str
    rows: Sequence[Sequence[CellValue]]
    first_row: int = 1
    first_column: int = 1
    merged: tuple[Area, ...] = ()
    uncached: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """A file's sheets in their order; `name` is the file name without the folder."""

    name: str
    sheets: tuple[Sheet, ...]


def is_blank(value: CellValue) -> bool:
    """Return whether a cell says nothing; spaces alone say nothing."""
    return value is None or (isinstance(value, str) and not value.strip())


def column_letter(column: int) -> str:
    """Return Excel's name of a column counted from 1: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Return the column counted from 1 that Excel names by `letters`."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
