"""A workbook as plain values, true row and column numbers kept."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

CellValue = str | int | float | bool | dt.date | dt.time | dt.datetime | dt.timedelta | None
"""What a cell holds; "" and None are both blank, also for errors and uncached formulas."""

Place = tuple[int, int]
"""A cell: (row, column), counted from 1."""

Area = tuple[Place, Place]
"""A block of cells: (first row, first column), (last row, last column), counted from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet: `rows[0]` is row `first_row`, its first value column `first_column` (from 1).

    `uncached` names cells whose formula has no stored result: they read as blank and must
    not pass for blank. `notes` are those of the first 20 rows. A sheet that is hidden in its
    program is read all the same.
    """

    name: str
    rows: Sequence[Sequence[CellValue]]
    first_row: int = 1
    first_column: int = 1
    merged: tuple[Area, ...] = ()
    uncached: frozenset[Place] = frozenset()
    notes: Mapping[Place, str] = field(default_factory=dict)
    is_hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """A file's sheets in their order; `name` is the file name without the folder.

    `properties` are the custom ones of an .xlsx or .ods, which a re-save keeps.
    """

    name: str
    sheets: tuple[Sheet, ...]
    properties: Mapping[str, str] = field(default_factory=dict)


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
