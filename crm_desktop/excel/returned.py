"""Our own workbook come back, whatever program saved it: what its rows say, nothing compared.

Recognised by what it says of itself, by its identities, by the notes of its headings, or by its
headings and short ids, so a single sheet of it kept as text is still ours.
"""

import datetime as dt

from crm_desktop.domain.returned import ReturnedBook, ReturnedSheet
from crm_desktop.excel.gathering import Tick
from crm_desktop.excel.returned_facts import Facts, facts_of, is_about_itself
from crm_desktop.excel.returned_layout import Layout, layout_of
from crm_desktop.excel.returned_rows import RowsReader
from crm_desktop.excel.workbook import Sheet, Workbook
from crm_desktop.excel.workbook_layout import COVER, IDENTITY, LISTS


def is_ours(workbook: Workbook) -> bool:
    """Return whether this is a workbook of ours that can be read back."""
    orders = facts_of(workbook).columns
    return any(layout_of(sheet, orders) is not None for sheet in workbook.sheets)


def read_returned(workbook: Workbook, *, today: dt.date, tick: Tick | None = None) -> ReturnedBook:
    """Return every row of every sheet of ours; a workbook that is not ours has no sheets.

    Args:
        workbook: from `read_workbook`.
        today: settles the century of two-digit years.
        tick: called with (rows done, rows in the sheet); raises `Cancelled` to stop.

    """
    facts = facts_of(workbook)
    found: list[ReturnedSheet] = []
    unread: list[str] = []
    for sheet in workbook.sheets:
        layout = layout_of(sheet, facts.columns)
        if layout is not None:
            found.append(_sheet(sheet, layout, today, tick))
        elif sheet.name not in {COVER, LISTS} and not is_about_itself(sheet):
            unread.append(sheet.name)
    return _book(workbook.name, facts, tuple(found), tuple(unread))


def _sheet(sheet: Sheet, layout: Layout, today: dt.date, tick: Tick | None) -> ReturnedSheet:
    reader = RowsReader(sheet, layout, today, tick)
    rows = reader.read()
    known = reader.layout
    return ReturnedSheet(
        name=sheet.name,
        table=known.table.key,
        header_row=None if known.header < 0 else sheet.first_row + known.header,
        keys=frozenset(known.keys),
        mapping=known.mapping,
        columns={key: known.letter(sheet, key) for key in known.places},
        ignored=known.ignored,
        rows=rows,
        skipped=reader.skipped,
        has_identities=IDENTITY.name in known.places,
    )


def _book(
    name: str, facts: Facts, sheets: tuple[ReturnedSheet, ...], unread: tuple[str, ...]
) -> ReturnedBook:
    return ReturnedBook(
        file=name,
        sheets=sheets,
        unread=unread,
        schema=facts.schema,
        book_uid=facts.said.get("book", ""),
        exported_at=facts.exported_at,
        recipient=facts.said.get("recipient", ""),
        recipient_name=facts.said.get("to", ""),
        consultant=facts.said.get("consultant", ""),
        phones_masked=facts.phones_masked,
    )
