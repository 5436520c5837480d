"""Columns and sheets of our own workbook, as values: what the layout modules are written in."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from crm_desktop.domain.client_folder import ClientFolder

Cell = str | int | dt.date | None
"""What a column holds: text, a count, money in fen (where the column says so), a day, nothing."""

SheetRow = tuple[str, tuple[Cell, ...]]
"""A row: its part below the client (`row_hash.RowIdentity`), its cells in the sheet's order."""


class Kind(StrEnum):
    """How the cells of a column are typed; DAY is a typed date or a text such as 5月29日."""

    TEXT = "text"
    NOTE = "note"
    CHOICE = "choice"
    DAY = "day"
    DATE = "date"
    MONEY = "money"
    COUNT = "count"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: `name` is its key within the sheet, `choices` the list of its dropdown.

    `is_owner_only` columns never go to anybody else; `is_derived` ones are computed by the
    book and not read back; `is_fixed` ones are always there.
    """

    name: str
    header: str
    kind: Kind = Kind.TEXT
    width: int = 12
    choices: str = ""
    hint: str = ""
    is_owner_only: bool = False
    is_derived: bool = False
    is_fixed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet: its key, its title in the workbook, its columns and the rows of a client."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: Callable[[ClientFolder], Iterator[SheetRow]]

    def full_key(self, column: Column) -> str:
        """Return the key of a column across sheets: `client.birthday`."""
        return f"{self.key}.{column.name}"


WHOSE = Column(name="client", header="客户", width=10, is_fixed=True, is_derived=True)
"""The name of the client, second visible column of every sheet below her own."""
