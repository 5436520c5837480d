"""What a workbook is known again by: the headings of its sheets, in whatever order they come."""

from collections.abc import Iterable, Mapping

from crm_desktop.excel.headers import ROWS_SEARCHED
from crm_desktop.excel.synonyms import normalised
from crm_desktop.excel.workbook import Sheet, Workbook

_LEAST: int = 2
_LONGEST: int = 40


def heading_rows(workbook: Workbook) -> tuple[tuple[frozenset[str], ...], ...]:
    """Return, sheet by sheet, the texts of each row that may be its headings."""
    return tuple(tuple(_candidates(sheet)) for sheet in workbook.sheets)


def headings_at(workbook: Workbook, header_rows: Mapping[str, int]) -> frozenset[str]:
    """Return the headings that stand in these rows: by sheet name the number Excel shows."""
    found: set[str] = set()
    for sheet in workbook.sheets:
        row = header_rows.get(sheet.name)
        if row is not None:
            found |= _texts(sheet, row - sheet.first_row)
    return frozenset(found)


def _candidates(sheet: Sheet) -> Iterable[frozenset[str]]:
    for index in range(min(ROWS_SEARCHED, len(sheet.rows))):
        texts = _texts(sheet, index)
        if len(texts) >= _LEAST:
            yield texts


def _texts(sheet: Sheet, index: int) -> frozenset[str]:
    cells = (cell for cell in sheet.rows[index] if isinstance(cell, str))
    return frozenset(filter(None, (normalised(cell[:_LONGEST]) for cell in cells)))
