"""How the sheets of a list were understood, as the report and the error workbook need it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from crm_desktop.domain.import_plan import SheetRead
from crm_desktop.domain.reading_rules import ReadingRules
from crm_desktop.domain.sheet_lists import Lists, said_of
from crm_desktop.excel.headers import Header, find_header, likely_header
from crm_desktop.excel.own_list import SheetReport
from crm_desktop.excel.synonyms import Synonyms
from crm_desktop.excel.workbook import Sheet, Workbook, column_letter


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSheet:
    """A sheet she may take in or pass over, and what it lists."""

    name: str
    lists: Lists


def sheets_offered(workbook: Workbook, sheets: Iterable[SheetRead]) -> tuple[ListSheet, ...]:
    """Return the sheets that are read, and those nobody reads though there is a table in them."""
    read = {sheet.name: sheet for sheet in sheets if sheet.header_row is not None}
    return tuple(
        ListSheet(name=sheet.name, lists=_listed(read.get(sheet.name)))
        for sheet in workbook.sheets
        if sheet.name in read or likely_header(sheet) is not None
    )


def _listed(read: SheetRead | None) -> Lists:
    if read is None:
        return Lists.NOTHING
    return Lists.BILLS if read.is_bills else Lists.CLIENTS


def headed(workbook: Workbook, synonyms: Synonyms) -> Iterator[tuple[Sheet, Header]]:
    """Yield the sheets that have headings, with these."""
    for sheet in workbook.sheets:
        header = find_header(sheet, synonyms)
        if header is not None:
            yield sheet, header


def explained(
    workbook: Workbook, found: Mapping[str, Header], sheets: Iterable[SheetRead | SheetReport]
) -> Iterator[tuple[Sheet, Header]]:
    """Yield the sheets that are read or to be explained, with the headings that were `found`.

    Where none are known, the row that is likeliest to hold them.
    """
    read = {sheet.name for sheet in sheets if sheet.header_row is not None}
    for sheet in workbook.sheets:
        header = found.get(sheet.name) or likely_header(sheet)
        if header is not None and sheet.name in read:
            yield sheet, header


def with_guesses(workbook: Workbook, rules: ReadingRules) -> ReadingRules:
    """Return rules by which each sheet that may be a list is one of clients, unless she said."""
    guessed = {each.name: Lists.CLIENTS for each in workbook.sheets if likely_header(each)}
    said = said_of([each.name for each in workbook.sheets], rules.sheets)
    return replace(rules, sheets={**guessed, **said})


def sheets_read(
    workbook: Workbook, reports: Iterable[SheetReport], synonyms: Synonyms
) -> tuple[SheetRead, ...]:
    """Return what became of each sheet, and where the column of each field stands."""
    reports = tuple(reports)
    known = {sheet.name: header for sheet, header in headed(workbook, synonyms)}
    told = explained(workbook, known, reports)
    headers = {sheet.name: (sheet, header) for sheet, header in told}
    hidden = {sheet.name for sheet in workbook.sheets if sheet.is_hidden}
    return tuple(
        SheetRead(
            name=report.name,
            header_row=report.header_row,
            mapping=report.mapping,
            ignored=report.ignored,
            is_hidden=report.name in hidden,
            columns=_columns(report, *headers[report.name]) if report.name in headers else (),
        )
        for report in reports
    )


def _columns(report: SheetReport, sheet: Sheet, header: Header) -> tuple[tuple[str, str], ...]:
    letters = {
        heading: column_letter(sheet.first_column + place)
        for place, heading in reversed(list(enumerate(header.headings)))
    }
    return tuple((name, letters.get(heading, "")) for heading, name in report.mapping.items())
