"""A clinic's export: its clients, its bills, in one sheet or many, to drafts of both."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from crm_desktop.domain.clinic_rows import BillRow
from crm_desktop.domain.drafts import BillField, Field
from crm_desktop.domain.errors import NoKnownColumns
from crm_desktop.domain.import_plan import SheetRead
from crm_desktop.domain.reading_rules import AS_IT_STANDS, ReadingRules
from crm_desktop.domain.sheet_lists import Lists, lacking, said_of
from crm_desktop.excel.clinic_columns import BillColumn, BillColumns, bill_columns, bill_field_of
from crm_desktop.excel.clinic_days import stated_days
from crm_desktop.excel.clinic_lines import LineReader, VoidLine
from crm_desktop.excel.headers import Header, find_header, likely_header
from crm_desktop.excel.mapping import ROWS_JUDGED, Column, Mapped, Suggestion, map_columns
from crm_desktop.excel.readers import Tick
from crm_desktop.excel.rows import ListRow, RowReader
from crm_desktop.excel.rows_below import rows_below
from crm_desktop.excel.skipping import SkippedRow, SkipReason
from crm_desktop.excel.synonyms import Synonyms, key_of
from crm_desktop.excel.workbook import Sheet, Workbook, column_letter

_IDENTITIES: Final = {Field.NAME, Field.PHONE, Field.CARD_NUMBER}
_WHO_SHE_IS: Final = (BillField.NAME, BillField.PHONE, BillField.CARD_NUMBER)
_OF_THE_PERSON: Final = {
    Field.SEX, Field.BIRTHDAY, Field.BIRTHDAY_CALENDAR, Field.SOURCE, Field.WECHAT,
    Field.ADDRESS, Field.OCCUPATION,
}  # fmt: skip
_CLINIC_ALONE: Final = {
    Field.FIRST_CONTACT, Field.OWNER, Field.MEMBER_LEVEL, Field.PAID_STATED,
    Field.LAST_VISIT_STATED,
}  # fmt: skip
_LEAST_OF_CLINIC: Final = 2
_HERS_ALONE: Final = {
    Field.PERSONALITY, Field.LIKES, Field.TABOOS, Field.GIFTS, Field.POTENTIAL, Field.CHILDREN,
    Field.HUSBAND_NAME, Field.HUSBAND_BIRTHDAY, Field.HUSBAND_OCCUPATION, Field.HUSBAND_INCOME,
}  # fmt: skip
_LEAST_OF_HERS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicSheet:
    """One sheet with headings, a list of bills or of clients.

    Where it was said what it is, its columns may not say enough yet; then no row can be read.
    """

    sheet: Sheet
    header: Header
    clients: Mapped
    bills: BillColumns = field(default_factory=BillColumns)
    is_bills: bool = False

    @property
    def can_be_read(self) -> bool:
        """Return whether the columns say who a row is about, and what a line of a bill must."""
        if self.is_bills:
            return not lacking(Lists.BILLS, self.bills.by_field)
        return bool(_IDENTITIES & {column.field for column in self.clients.columns})


@dataclass(slots=True, kw_only=True)
class ClinicExport:
    """A whole export, read and not yet compared with the book."""

    name: str
    sheets: list[SheetRead] = field(default_factory=list)
    rows: list[ListRow] = field(default_factory=list)
    bills: list[BillRow] = field(default_factory=list)
    skipped: list[SkippedRow] = field(default_factory=list)
    suggestions: list[Suggestion] = field(default_factory=list)


def is_clinic(workbook: Workbook, synonyms: Synonyms) -> bool:
    """Return whether a workbook lists bills, or clients as only a clinic's system does."""
    return any(
        found.is_bills or _is_of_clinic(found.clients)
        for found in clinic_sheets(workbook, synonyms)
    )


def clinic_sheets(
    workbook: Workbook, synonyms: Synonyms, rules: ReadingRules = AS_IT_STANDS
) -> Iterator[ClinicSheet]:
    """Yield the sheets that list bills or clients, or are said to, with how they are understood."""
    own = synonyms.knowing(rules.columns).of_clinic()
    said = said_of([sheet.name for sheet in workbook.sheets], rules.sheets)
    for sheet in workbook.sheets:
        found = _understood(sheet, own, rules, said.get(sheet.name))
        if found is not None:
            yield found


def report_of(found: ClinicSheet) -> SheetRead:
    """Return how a sheet was understood."""
    pairs = {each.number: (each.heading, each.field.value) for each in found.clients.columns}
    pairs |= {each.number: (each.heading, each.field.value) for each in found.bills.columns}
    return SheetRead(
        name=found.sheet.name,
        header_row=found.sheet.first_row + found.header.last,
        mapping={heading: name for _, (heading, name) in sorted(pairs.items())},
        ignored=found.clients.ignored,
        is_bills=found.is_bills,
        is_hidden=found.sheet.is_hidden,
        columns=tuple((name, column_letter(number)) for number, (_, name) in sorted(pairs.items())),
        days=stated_days(found.sheet, found.header.last) if found.is_bills else None,
    )


def read_clinic_export(
    workbook: Workbook,
    synonyms: Synonyms,
    *,
    today: dt.date,
    rules: ReadingRules = AS_IT_STANDS,
    tick: Tick | None = None,
) -> ClinicExport:
    """Read every sheet that lists clients or bills; raise `NoKnownColumns` where none does."""
    found = {each.sheet.name: each for each in clinic_sheets(workbook, synonyms, rules)}
    if not any(each.can_be_read for each in found.values()):
        raise NoKnownColumns(workbook.name)
    export = ClinicExport(name=workbook.name)
    for sheet in workbook.sheets:
        if sheet.name not in found:
            export.sheets.append(SheetRead(name=sheet.name, header_row=None, mapping={}))
            continue
        understood = found[sheet.name]
        export.sheets.append(report_of(understood))
        export.suggestions += understood.clients.suggestions
        if not understood.can_be_read:
            continue
        for outcome in _outcomes(understood, synonyms, today, rules, tick):
            _sort_in(export, sheet, outcome)
    return export


def _sort_in(
    export: ClinicExport, sheet: Sheet, outcome: ListRow | BillRow | VoidLine | SkippedRow
) -> None:
    match outcome:
        case ListRow():
            export.rows.append(outcome)
        case BillRow():
            export.bills.append(outcome)
        case VoidLine():
            void = SkippedRow(
                sheet=sheet.name, row_number=outcome.row_number, reason=SkipReason.VOID
            )
            export.skipped.append(void)
        case SkippedRow():
            export.skipped.append(outcome)


def _understood(
    sheet: Sheet, synonyms: Synonyms, rules: ReadingRules, said: Lists | None
) -> ClinicSheet | None:
    """Return a sheet as it was said to be; as its headings have it where nothing was said."""
    match said:
        case Lists.NOTHING:
            return None
        case Lists.BILLS:
            return _bills(sheet, synonyms, rules, is_said=True)
        case Lists.CLIENTS:
            return _clients(sheet, synonyms, rules, is_said=True)
        case None:
            return _bills(sheet, synonyms, rules) or _clients(sheet, synonyms, rules)


def _bills(
    sheet: Sheet, synonyms: Synonyms, rules: ReadingRules, *, is_said: bool = False
) -> ClinicSheet | None:
    """Return a sheet of bills; columns of the person beside them are read as hers."""
    means = partial(_bill_field, synonyms=synonyms, rules=rules)
    header = find_header(sheet, synonyms, means) or (likely_header(sheet) if is_said else None)
    if header is None:
        return None
    columns = bill_columns(
        header.headings,
        synonyms,
        first_column=sheet.first_column,
        chosen=rules.bill_columns,
        order=rules.date_order,
    )
    if not (columns.are_bills or is_said or _is_explained(columns, rules)):
        return None
    who = _mapped(sheet, header, synonyms, rules)
    taken = {each.index for each in columns.columns}
    kept = [each for each in who.columns if each.index not in taken]
    person = (
        *(_of_her(columns.by_field[each]) for each in _WHO_SHE_IS if each in columns.by_field),
        *(each for each in kept if each.field in _OF_THE_PERSON),
    )
    read = {each.heading for each in columns.columns} | {each.heading for each in person}
    ignored = tuple(each for each in header.headings if each and each not in read)
    return ClinicSheet(
        sheet=sheet,
        header=header,
        clients=Mapped(columns=person, ignored=ignored),
        bills=columns,
        is_bills=True,
    )


def _is_explained(columns: BillColumns, rules: ReadingRules) -> bool:
    """Return whether columns somebody explained make a sheet one of bills, under any name."""
    chosen = any(key_of(each.heading, rules.bill_columns) for each in columns.columns)
    return chosen and not lacking(Lists.BILLS, columns.by_field)


def _bill_field(heading: str, synonyms: Synonyms, rules: ReadingRules) -> BillField | None:
    key = key_of(heading, rules.bill_columns)
    if key is not None:
        return rules.bill_columns[key]
    return bill_field_of(heading, synonyms)


def _of_her(column: BillColumn) -> Column:
    """Return a column that says whose line it is as one about a client."""
    return Column(
        index=column.index,
        number=column.number,
        heading=column.heading,
        field=Field(column.field.value),
    )


def _clients(
    sheet: Sheet, synonyms: Synonyms, rules: ReadingRules, *, is_said: bool = False
) -> ClinicSheet | None:
    header = find_header(sheet, synonyms) or (likely_header(sheet) if is_said else None)
    if header is None:
        return None
    mapped = _mapped(sheet, header, synonyms, rules)
    found = ClinicSheet(sheet=sheet, header=header, clients=mapped)
    return found if is_said or found.can_be_read else None


def _mapped(sheet: Sheet, header: Header, synonyms: Synonyms, rules: ReadingRules) -> Mapped:
    return map_columns(
        header.headings,
        sheet.rows[header.last + 1 : header.last + 1 + ROWS_JUDGED],
        synonyms,
        first_column=sheet.first_column,
        chosen=rules.columns,
    )


def _is_of_clinic(mapped: Mapped) -> bool:
    told = {column.field for column in mapped.columns}
    is_hers = len(told & _HERS_ALONE) >= _LEAST_OF_HERS
    of_clinic = len(told & _CLINIC_ALONE) >= _LEAST_OF_CLINIC
    return Field.CARD_NUMBER in told and of_clinic and not is_hers


def _outcomes(
    found: ClinicSheet,
    synonyms: Synonyms,
    today: dt.date,
    rules: ReadingRules,
    tick: Tick | None,
) -> Iterator[ListRow | BillRow | VoidLine | SkippedRow]:
    """Yield every row below the headings that says something; blank ones end nothing."""
    sheet, header = found.sheet, found.header
    person = RowReader(sheet.name, found.clients.columns, today, rules)
    reader = LineReader(sheet.name, found.bills, person, today) if found.is_bills else person
    return rows_below(sheet, header, person.columns, reader.read, synonyms, tick)
