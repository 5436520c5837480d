"""How the sheets of a list were understood, as the report and the error workbook need it."""

from collections.abc import Iterator

from crm_desktop.domain.import_plan import SheetRead
from crm_desktop.excel.headers import Header, find_header, likely_header
from crm_desktop.excel.own_list import OwnList, SheetReport
from crm_desktop.excel.synonyms import Synonyms
from crm_desktop.excel.workbook import Sheet, Workbook, column_letter


def headed(workbook: Workbook, synonyms: Synonyms) -> Iterator[tuple[Sheet, Header]]:
    """Yield the sheets that have headings, with these."""
    for sheet in workbook.sheets:
        header = find_header(sheet, synonyms)
        if header is not None:
            yield sheet, header


def likely_headers(workbook: Workbook) -> Iterator[tuple[Sheet, Header]]:
    """Yield the sheets that may have headings nobody knows yet, with these."""
    for sheet in workbook.sheets:
        header = likely_header(sheet)
        if header is not None:
            yield sheet, header


def sheets_guessed(workbook: Workbook) -> tuple[SheetRead, ...]:
    """Return where headings may stand in each sheet of a list nobody knows yet."""
    found = {sheet.name: (sheet, header) for sheet, header in likely_headers(workbook)}
    return tuple(_guessed(sheet.name, found.get(sheet.name)) for sheet in workbook.sheets)


def _guessed(name: str, found: tuple[Sheet, Header] | None) -> SheetRead:
    if found is None:
        return SheetRead(name=name, header_row=None, mapping={})
    sheet, header = found
    ignored = tuple(filter(None, header.headings))
    row = sheet.first_row + header.last
    return SheetRead(name=name, header_row=row, mapping={}, ignored=ignored)


def sheets_read(workbook: Workbook, found: OwnList, synonyms: Synonyms) -> tuple[SheetRead, ...]:
    """Return what became of each sheet, and where the column of each field stands."""
    headers = {sheet.name: (sheet, header) for sheet, header in headed(workbook, synonyms)}
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
        for report in found.sheets
    )


def _columns(report: SheetReport, sheet: Sheet, header: Header) -> tuple[tuple[str, str], ...]:
    letters = {
        heading: column_letter(sheet.first_column + place)
        for place, heading in reversed(list(enumerate(header.headings)))
    }
    return tuple((name, letters.get(heading, "")) for heading, name in report.mapping.items())
