"""What our workbook says of itself: its hidden sheet, else its custom properties."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from crm_desktop.excel.workbook import CellValue, Sheet, Workbook
from crm_desktop.excel.workbook_layout import SYNC

_COLUMNS: Final = "columns:"
_PROPERTY: Final = "crm_"
_MASKED: Final = "masked"
_MOST_LINES: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Names and texts as `SheetOrder.facts` wrote them, and by sheet title the keys in order."""

    said: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def are_ours(self) -> bool:
        """Return whether a book of ours that is to come back says this."""
        return {"schema", "book", "recipient"} <= self.said.keys()

    @property
    def schema(self) -> int | None:
        """Return the version of the layout, None where it is not said."""
        text = self.said.get("schema", "")
        return int(text) if text.isdecimal() else None

    @property
    def exported_at(self) -> dt.datetime | None:
        """Return when the workbook was made, None where it is not said."""
        try:
            return dt.datetime.fromisoformat(self.said.get("exported_at", ""))
        except ValueError:
            return None

    @property
    def phones_masked(self) -> bool:
        """Return whether the phones in it were masked."""
        return self.said.get("phones") == _MASKED


def facts_of(workbook: Workbook) -> Facts:
    """Return what the workbook says of itself; a renamed hidden sheet is known by its lines."""
    sheets = sorted(workbook.sheets, key=_is_elsewhere)
    for sheet in sheets:
        found = _read(sheet)
        if found.are_ours:
            return found
    said = {
        name.removeprefix(_PROPERTY): text
        for name, text in workbook.properties.items()
        if name.startswith(_PROPERTY)
    }
    return Facts(said=said)


def is_about_itself(sheet: Sheet) -> bool:
    """Return whether a sheet is the one with the facts."""
    return _read(sheet).are_ours


def _is_elsewhere(sheet: Sheet) -> bool:
    return sheet.name != SYNC


def _read(sheet: Sheet) -> Facts:
    said: dict[str, str] = {}
    columns: dict[str, tuple[str, ...]] = {}
    for row in sheet.rows[:_MOST_LINES]:
        texts = [_text(cell) for cell in row[:2]]
        name, text = (*texts, "", "")[:2]
        if name.startswith(_COLUMNS):
            columns[name.removeprefix(_COLUMNS)] = tuple(text.split())
        elif name:
            said[name] = text
    return Facts(said=said, columns=columns)


def _text(cell: CellValue) -> str:
    """Return a cell as text; what a program made a number or a day of is one again."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.datetime):
        return cell.isoformat()
    return "" if cell is None else str(cell).strip()
