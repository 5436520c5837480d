"""One line of a sheet of bills to a draft of it, and of her it is about."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, cast

from crm_desktop.domain.clinic_rows import BillRow
from crm_desktop.domain.drafts import BillDraft, BillField, CellProblem
from crm_desktop.domain.problems import Problem, ProblemCode
from crm_desktop.domain.records.enums import BillKind, VisitType
from crm_desktop.excel.clinic_columns import BillColumn, BillColumns
from crm_desktop.excel.parsing.bills import (
    bill_kind,
    is_void,
    kind_of_project,
    parse_quantity,
    parse_visit_type,
)
from crm_desktop.excel.parsing.dates import parse_day
from crm_desktop.excel.parsing.money import parse_money
from crm_desktop.excel.parsing.text import line_of, says_nothing, text_of
from crm_desktop.excel.rows import ListRow, RowReader
from crm_desktop.excel.workbook import CellValue, column_letter, is_blank

Told = object
"""What a cell says (a text, fen, a day, a count, a kind), its problem, or None for nothing."""

_MUST_READ: Final = {BillField.ON, BillField.PAID}
_SILENT: Final = {ProblemCode.NAME_MISSING, ProblemCode.PHONE_MASKED}


@dataclass(frozen=True, slots=True, kw_only=True)
class VoidLine:
    """A line that was called off, or never paid."""

    row_number: int


class LineReader:
    """Reads the lines of one sheet; equal cells of a column are read once."""

    def __init__(self, sheet: str, columns: BillColumns, person: RowReader, today: dt.date) -> None:
        self._sheet = sheet
        self._columns = [each for each in columns.columns if each.field in _READERS]
        self._by_field = columns.by_field
        self._person = person
        self._today = today
        self._known: dict[BillField, dict[CellValue, Told]] = {
            each.field: {} for each in self._columns
        }

    def read(
        self, row_number: int, cells: Sequence[CellValue], uncached: frozenset[tuple[int, int]]
    ) -> BillRow | VoidLine:
        """Return what the line says; one whose day or money cannot be read is held back."""
        if self._is_void(cells):
            return VoidLine(row_number=row_number)
        told: dict[BillField, Told] = {}
        problems: list[CellProblem] = []
        for column in self._columns:
            value = cells[column.index] if column.index < len(cells) else ""
            said = self._told(column, value)
            if (row_number, column.number) in uncached:
                said = Problem(code=ProblemCode.FORMULA)
            if isinstance(said, Problem):
                problems.append(self._problem(row_number, column, said, value))
            elif said is not None:
                told[column.field] = said
        person = self._person.read(row_number, cells, frozenset())
        return self._line(row_number, _draft(told), person, problems)

    def _told(self, column: BillColumn, value: CellValue) -> Told:
        if is_blank(value):
            return None
        known = self._known[column.field]
        if value not in known:
            known[value] = _READERS[column.field](value, column, self._today)
        return known[value]

    def _is_void(self, cells: Sequence[CellValue]) -> bool:
        column = self._by_field.get(BillField.KIND)
        return column is not None and column.index < len(cells) and is_void(cells[column.index])

    def _line(
        self, row_number: int, draft: BillDraft, person: ListRow, problems: list[CellProblem]
    ) -> BillRow:
        who = person.draft
        if draft.on is None and not any(one.field == BillField.ON for one in problems):
            column = self._by_field[BillField.ON]
            missing = Problem(code=ProblemCode.DATE_UNREADABLE)
            problems.append(self._problem(row_number, column, missing, ""))
        is_nobody = not (who.name or who.card_number or who.phones)
        more = [one for one in person.problems if is_nobody or one.code not in _SILENT]
        draft = replace(
            draft,
            name=who.name,
            card_number=who.card_number,
            phone=who.phones[0] if who.phones else who.masked_phone,
        )
        return BillRow(
            sheet=self._sheet,
            row_number=row_number,
            draft=draft,
            person=who,
            problems=(*problems, *more),
            is_held_back=is_nobody or any(one.field in _MUST_READ for one in problems),
        )

    def _problem(
        self, row_number: int, column: BillColumn, problem: Problem, value: CellValue
    ) -> CellProblem:
        return CellProblem(
            sheet=self._sheet,
            row=row_number,
            column=column_letter(column.number),
            field=column.field.value,
            code=problem.code,
            raw=text_of(value),
        )


def _draft(told: Mapping[BillField, Told]) -> BillDraft:
    """Return the line; several of a price make its list price where that is not said itself."""
    count = cast("Decimal", told.get(BillField.QUANTITY, Decimal(1)))
    price = cast("int | None", told.get(BillField.PRICE))
    total = cast("int | None", told.get(BillField.LIST_TOTAL))
    if total is None and price is not None:
        total = int((price * count).quantize(Decimal(1), rounding=ROUND_HALF_UP))
    project = cast("str", told.get(BillField.PROJECT, ""))
    kind = cast("BillKind | None", told.get(BillField.KIND))
    category = cast("str", told.get(BillField.CATEGORY, ""))
    said = told.get(BillField.VISIT_TYPE)
    return BillDraft(
        order_number=cast("str", told.get(BillField.ORDER_NUMBER, "")),
        on=cast("dt.date | None", told.get(BillField.ON)),
        visit_type=said if isinstance(said, VisitType) else None,
        kind=_kind_of(kind, said, project, category),
        project=project,
        category=category,
        quantity=int(count) if count == int(count) and count >= 1 else 1,
        list_price=total,
        paid=cast("int | None", told.get(BillField.PAID)),
        doctor=cast("str", told.get(BillField.DOCTOR, "")),
        notes=cast("str", told.get(BillField.NOTES, "")),
    )


def _kind_of(kind: BillKind | None, said: Told, project: str, category: str) -> BillKind | None:
    """Return what the line did; a stored value is one also where it was paid like anything else."""
    others = (said, kind_of_project(project), kind_of_project(category))
    found = (kind, *(one for one in others if isinstance(one, BillKind)))
    return next((one for one in found if one not in {None, BillKind.PAYMENT}), kind)


def _text(value: CellValue, _column: BillColumn, _today: dt.date) -> Told:
    text = line_of(value)
    return None if says_nothing(text.lower()) else text


def _day(value: CellValue, column: BillColumn, today: dt.date) -> Told:
    return parse_day(value, today=today, order=column.order)


def _money(value: CellValue, column: BillColumn, _today: dt.date) -> Told:
    return parse_money(value, column.unit)


def _quantity(value: CellValue, _column: BillColumn, _today: dt.date) -> Told:
    return parse_quantity(value)


def _kind(value: CellValue, _column: BillColumn, _today: dt.date) -> Told:
    return bill_kind(value)


def _visit_type(value: CellValue, _column: BillColumn, _today: dt.date) -> Told:
    """Return why she came, or what was done with the money where the column says that."""
    kind = bill_kind(value)
    return kind if kind not in {None, BillKind.PAYMENT} else parse_visit_type(value)


_READERS: Final[Mapping[BillField, Callable[[CellValue, BillColumn, dt.date], Told]]] = {
    BillField.ORDER_NUMBER: _text,
    BillField.ON: _day,
    BillField.VISIT_TYPE: _visit_type,
    BillField.KIND: _kind,
    BillField.CATEGORY: _text,
    BillField.PROJECT: _text,
    BillField.QUANTITY: _quantity,
    BillField.PRICE: _money,
    BillField.LIST_TOTAL: _money,
    BillField.PAID: _money,
    BillField.DOCTOR: _text,
    BillField.NOTES: _text,
}
