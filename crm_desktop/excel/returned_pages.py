"""The sheets of our workbook as rows to mend are handed back in: identities, notes, its facts."""

from collections.abc import Iterator

from crm_desktop.domain.returned import ReturnedBook, ReturnedSheet
from crm_desktop.excel.error_workbook import Carried, Page
from crm_desktop.excel.parsing.text import line_of
from crm_desktop.excel.returned_facts import is_about_itself
from crm_desktop.excel.workbook import Sheet, Workbook, column_number
from crm_desktop.excel.workbook_layout import IDENTITY


def returned_pages(workbook: Workbook, returned: ReturnedBook) -> Iterator[Page]:
    """Yield each sheet of ours whose headings are there, its identities hidden as they were."""
    sheets = {sheet.name: sheet for sheet in workbook.sheets}
    for known in returned.sheets:
        if known.header_row is not None:
            yield _page(sheets[known.name], known, known.header_row)


def carried_from(workbook: Workbook) -> Carried:
    """Return what our workbook says of itself, by which the mended rows are ours again."""
    hidden = tuple(sheet for sheet in workbook.sheets if is_about_itself(sheet))
    return Carried(sheets=hidden, properties=workbook.properties)


def _page(sheet: Sheet, known: ReturnedSheet, header_row: int) -> Page:
    headings = tuple(map(line_of, sheet.rows[header_row - sheet.first_row]))
    letter = known.columns.get(IDENTITY.name, "")
    notes = {
        column - sheet.first_column: note
        for (row, column), note in sheet.notes.items()
        if row == header_row
    }
    return Page(
        sheet=sheet,
        headings=headings,
        notes=notes,
        hidden=frozenset({column_number(letter) - sheet.first_column} if letter else ()),
    )
