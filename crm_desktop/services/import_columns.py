"""The columns of a list as a person is asked about them: heading, samples, their field."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from typing import Final, TypeVar

from crm_desktop.domain.drafts import BillField, Field
from crm_desktop.domain.import_plan import SheetRead
from crm_desktop.domain.reading_rules import ReadingRules
from crm_desktop.domain.sheet_lists import Lists
from crm_desktop.excel.headers import Header
from crm_desktop.excel.mapping import SEVERAL, Suggestion
from crm_desktop.excel.parsing.text import text_of
from crm_desktop.excel.workbook import CellValue, Sheet, column_letter, is_blank
from crm_desktop.services.import_sheets import ListSheet

_SAMPLES: Final = 3

F = TypeVar("F", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListColumn:
    """One column with a heading; `field` None is not read, `suggested` resembles its heading.

    A column of a sheet of bills is a `BillField`, one about the person beside it a `Field`.
    """

    sheet: str
    letter: str
    heading: str
    samples: tuple[str, ...]
    field: Field | BillField | None = None
    suggested: Field | None = None


def columns_of(
    pages: Sequence[tuple[Sheet, Header]],
    sheets: Sequence[SheetRead],
    suggestions: Sequence[Suggestion],
) -> tuple[ListColumn, ...]:
    """Return the columns of the sheets that are read, in the order of the file."""
    read = {sheet.name: sheet for sheet in sheets if sheet.header_row is not None}
    close = {one.heading: one.field for one in suggestions}
    return tuple(
        column
        for sheet, header in pages
        if sheet.name in read
        for column in _columns(sheet, header, read[sheet.name], close)
    )


def chosen_with(
    columns: Sequence[ListColumn],
    chosen: Mapping[str, F | None],
    heading: str,
    field: F | None,
) -> dict[str, F | None]:
    """Return the choices after `heading` was said to be `field`, None for not read.

    A field that takes one column only is taken away from the column that had it; those of
    clients and those of lines are chosen apart.
    """
    fresh = {**chosen, heading: field}
    if field is None or (isinstance(field, Field) and field in SEVERAL):
        return fresh
    for other in columns:
        now = fresh.get(other.heading, other.field)
        if other.heading != heading and now is field:
            fresh[other.heading] = None
    return fresh


def said_with(
    rules: ReadingRules,
    sheets: Sequence[ListSheet],
    columns: Sequence[ListColumn],
    sheet: str,
    lists: Lists,
) -> ReadingRules:
    """Return the rules after a sheet was said to list something else.

    The other sheets are from now on what they were shown as. A column that was chosen to say
    whose row it is goes on to say it, where the sheet still has such a field.
    """
    said = {**{each.name: each.lists for each in sheets}, sheet: lists}
    headings = [column.heading for column in columns if column.sheet == sheet]
    to_bills = _kept(BillField, rules.columns, headings) if lists is Lists.BILLS else {}
    to_clients = _kept(Field, rules.bill_columns, headings) if lists is Lists.CLIENTS else {}
    return replace(
        rules,
        sheets=said,
        columns={**to_clients, **rules.columns},
        bill_columns={**to_bills, **rules.bill_columns},
    )


def _kept(
    kind: type[F], chosen: Mapping[str, StrEnum | None], headings: Sequence[str]
) -> dict[str, F]:
    """Return the fields chosen for headings of a sheet that it also has as a sheet of `kind`."""
    there = {heading: chosen[heading] for heading in headings if heading in chosen}
    return {heading: kind(said) for heading, said in there.items() if said in set(kind)}


def _columns(
    sheet: Sheet, header: Header, read: SheetRead, close: Mapping[str, Field]
) -> Iterator[ListColumn]:
    places = [place for place, heading in enumerate(header.headings) if heading]
    samples = _samples(islice(sheet.rows, header.last + 1, None), places)
    for place, heading in enumerate(header.headings):
        if heading:
            name = read.mapping.get(heading)
            yield ListColumn(
                sheet=sheet.name,
                letter=column_letter(sheet.first_column + place),
                heading=heading,
                samples=tuple(samples[place]),
                field=None if name is None else _field(name, is_bills=read.is_bills),
                suggested=close.get(heading),
            )


def _field(name: str, *, is_bills: bool) -> Field | BillField:
    return BillField(name) if is_bills and name in set(BillField) else Field(name)


def _samples(
    rows: Iterable[Sequence[CellValue]], places: Iterable[int]
) -> dict[int, dict[str, None]]:
    """Return the first different values below each heading, in one pass for all of them."""
    found: dict[int, dict[str, None]] = {place: {} for place in places}
    for row in rows:
        wanted = [place for place, samples in found.items() if len(samples) < _SAMPLES]
        if not wanted:
            break
        for place in wanted:
            if place < len(row) and not is_blank(value := row[place]):
                found[place].setdefault(text_of(value))
    return found
