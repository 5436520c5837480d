"""Her own list, hand-typed over years, to drafts with everything that was not taken beside them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from crm_desktop.domain.drafts import Field
from crm_desktop.domain.errors import NoKnownColumns
from crm_desktop.domain.reading_rules import AS_IT_STANDS, ReadingRules
from crm_desktop.domain.sheet_lists import Lists, said_of
from crm_desktop.excel.headers import Header, find_header, likely_header
from crm_desktop.excel.mapping import ROWS_JUDGED, Mapped, Suggestion, map_columns
from crm_desktop.excel.readers import Tick
from crm_desktop.excel.rows import ListRow, RowReader
from crm_desktop.excel.rows_below import rows_below
from crm_desktop.excel.skipping import SkippedRow
from crm_desktop.excel.synonyms import Synonyms
from crm_desktop.excel.workbook import Sheet, Workbook

_IDENTITIES = {Field.NAME, Field.PHONE}


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetReport:
    """How a sheet was understood; `header_row` counts from 1, None where no headings were found.

    `mapping` is heading to field, in column order; `ignored` are headings nobody reads, of
    which `suggestions` resemble known ones.
    """

    name: str
    header_row: int | None = None
    mapping: Mapping[str, Field]
    ignored: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnList:
    """A whole list, read and not yet compared with the book."""

    name: str
    sheets: tuple[SheetReport, ...]
    rows: tuple[ListRow, ...]
    skipped: tuple[SkippedRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSheet:
    """One sheet, with how its columns are understood; `header` is None where it is not read."""

    sheet: Sheet
    header: Header | None = None
    mapped: Mapped = field(default_factory=Mapped)

    @property
    def can_be_read(self) -> bool:
        """Return whether its columns say who a row is about."""
        return bool(_IDENTITIES & {column.field for column in self.mapped.columns})

    @property
    def report(self) -> SheetReport:
        """Return how it was understood."""
        if self.header is None:
            return SheetReport(name=self.sheet.name, mapping={})
        return SheetReport(
            name=self.sheet.name,
            header_row=self.sheet.first_row + self.header.last,
            mapping={column.heading: column.field for column in self.mapped.columns},
            ignored=self.mapped.ignored,
            suggestions=self.mapped.suggestions,
        )


def read_own_list(
    workbook: Workbook,
    synonyms: Synonyms,
    *,
    today: dt.date,
    rules: ReadingRules = AS_IT_STANDS,
    tick: Tick | None = None,
) -> OwnList:
    """Read every sheet that lists clients; raise `NoKnownColumns` where none does.

    Args:
        workbook: from `read_workbook`.
        synonyms: the table of headings.
        today: settles the century of two-digit years.
        rules: which column is what, what blank cells and dates of two readings mean.
        tick: called with (rows done, rows in the sheet); raises `Cancelled` to stop.

    """
    rows: list[ListRow] = []
    skipped: list[SkippedRow] = []
    sheets = own_sheets(workbook, synonyms, rules)
    if not any(each.can_be_read for each in sheets):
        raise NoKnownColumns(workbook.name)
    for each in sheets:
        if each.header is None or not each.can_be_read:
            continue
        sheet, columns = each.sheet, each.mapped.columns
        reader = RowReader(sheet.name, columns, today, rules)
        for outcome in rows_below(sheet, each.header, columns, reader.read, synonyms, tick):
            if isinstance(outcome, ListRow):
                rows.append(outcome)
            else:
                skipped.append(outcome)
    return OwnList(
        name=workbook.name,
        sheets=tuple(each.report for each in sheets),
        rows=tuple(rows),
        skipped=tuple(skipped),
    )


def own_sheets(
    workbook: Workbook, synonyms: Synonyms, rules: ReadingRules = AS_IT_STANDS
) -> tuple[OwnSheet, ...]:
    """Return every sheet, with how it is understood; those said to list clients in any case."""
    said = said_of([sheet.name for sheet in workbook.sheets], rules.sheets)
    return tuple(
        _understood(sheet, synonyms, rules, said.get(sheet.name)) for sheet in workbook.sheets
    )


def _understood(
    sheet: Sheet, synonyms: Synonyms, rules: ReadingRules, said: Lists | None
) -> OwnSheet:
    header = _header(sheet, synonyms, said)
    mapped = _mapped(sheet, header, synonyms, rules.columns)
    found = OwnSheet(sheet=sheet, header=header, mapped=mapped)
    return found if found.can_be_read or said is Lists.CLIENTS else OwnSheet(sheet=sheet)


def _header(sheet: Sheet, synonyms: Synonyms, said: Lists | None) -> Header | None:
    """Return the headings of a sheet that lists clients, for all that is known or as was said."""
    if said in {Lists.NOTHING, Lists.BILLS}:
        return None
    found = find_header(sheet, synonyms)
    return likely_header(sheet) if found is None and said is Lists.CLIENTS else found


def _mapped(
    sheet: Sheet,
    header: Header | None,
    synonyms: Synonyms,
    chosen: Mapping[str, Field | None] | None,
) -> Mapped:
    if header is None:
        return Mapped()
    return map_columns(
        header.headings,
        sheet.rows[header.last + 1 : header.last + 1 + ROWS_JUDGED],
        synonyms,
        first_column=sheet.first_column,
        chosen=chosen,
    )
