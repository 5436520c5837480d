"""One row of a list to a draft, its problems, and whether it has to be held back."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from crm_desktop.domain.drafts import CellProblem, ClientDraft, Field, PartnerDraft
from crm_desktop.domain.problems import Problem, ProblemCode
from crm_desktop.domain.reading_rules import AS_IT_STANDS, ReadingRules
from crm_desktop.excel.cells import ABOUT_HUSBAND, IS_LUNAR, TASTES, ColumnReader, Told
from crm_desktop.excel.mapping import Column
from crm_desktop.excel.parsing.text import text_of
from crm_desktop.excel.workbook import CellValue, column_letter

Values = dict[str, Any]
"""Attributes of a draft while a row is read; each value's type is settled by its parser."""

_HERS_ALONE = {Field.NAME, Field.PHONE, Field.CARD_NUMBER, Field.WECHAT, Field.QQ}
_SAME_AS_PHONE = {
    "同手机",
    "同手机号",
    "同电话",
    "手机号",
    "同号",
    "同手机号码",
    "手机同号",
    "电话同号",
    "微信同号",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """One row that is about a client; `is_held_back` rows are told and never applied.

    A bad value drops its field and stays in `problems`; the row goes on without it.
    """

    sheet: str
    row_number: int
    draft: ClientDraft
    problems: tuple[CellProblem, ...] = ()
    is_held_back: bool = False


class RowReader:
    """Reads the rows of one sheet by its mapped columns.

    Attributes:
        columns: what is read, the calendar flag first because birthdays depend on it.
    """

    def __init__(
        self,
        sheet: str,
        columns: Iterable[Column],
        today: dt.date,
        rules: ReadingRules = AS_IT_STANDS,
    ) -> None:
        ordered = (replace(column, order=rules.date_order) for column in columns)
        self.columns = sorted(ordered, key=_flag_first)
        self._defaults = defaults_of(rules, today)
        self._sheet = sheet
        self._readers = [ColumnReader(column=column, today=today) for column in self.columns]
        self._joins = len({_list_of(column) for column in self.columns}) < len(self.columns)
        self._lunar = {
            reader.column.index: reader.as_lunar()
            for reader in self._readers
            if reader.column.field is Field.BIRTHDAY
        }

    def read(
        self, row_number: int, cells: Sequence[CellValue], uncached: frozenset[tuple[int, int]]
    ) -> ListRow:
        """Return what the row says; `uncached` cells hold a formula nobody has computed."""
        values: Values = {}
        husband: Values = {}
        problems = self._formulas(row_number, uncached) if uncached else []
        width = len(cells)
        for reader in self._readers:
            column = reader.column
            value = cells[column.index] if column.index < width else ""
            if value is None or value == "":
                continue
            if column.field is Field.BIRTHDAY and values.get(IS_LUNAR):
                reader = self._lunar[column.index]  # noqa: PLW2901 - the row's own flag decides
            parsed = reader.known.get(value) or reader.read(value)
            if parsed.value:
                target = husband if column.field in ABOUT_HUSBAND else values
                if self._joins:
                    _join(target, parsed.value)
                else:
                    target.update(parsed.value)
            if parsed.problems:
                problems += self._problems(row_number, column, parsed.problems, text_of(value))
        values.pop(IS_LUNAR, None)
        for key, default in self._defaults:
            values.setdefault(key, default)
        return self._row(row_number, _draft(values, husband), problems)

    def _formulas(self, row_number: int, uncached: frozenset[tuple[int, int]]) -> list[CellProblem]:
        """Return the problem of every formula in this row that has no stored result."""
        problem = Problem(code=ProblemCode.FORMULA)
        return [
            found
            for column in self.columns
            if (row_number, column.number) in uncached
            for found in self._problems(row_number, column, (problem,), "")
        ]

    def _row(self, row_number: int, draft: ClientDraft, problems: list[CellProblem]) -> ListRow:
        if not draft.name and not any(problem.field == Field.NAME for problem in problems):
            problems.append(self._name_missing(row_number))
        return ListRow(
            sheet=self._sheet,
            row_number=row_number,
            draft=draft,
            problems=tuple(problems),
            is_held_back=not draft.name or _has_only_a_bad_phone(draft, problems),
        )

    def _name_missing(self, row_number: int) -> CellProblem:
        names = [column for column in self.columns if column.field is Field.NAME]
        return CellProblem(
            sheet=self._sheet,
            row=row_number,
            column=column_letter(names[0].number) if names else "",
            field=Field.NAME.value,
            code=ProblemCode.NAME_MISSING,
            raw="",
        )

    def _problems(
        self, row: int, column: Column, problems: Iterable[Problem], raw: str
    ) -> list[CellProblem]:
        return [
            CellProblem(
                sheet=self._sheet,
                row=row,
                column=column_letter(column.number),
                field=column.field.value,
                code=problem.code,
                raw=raw,
            )
            for problem in problems
        ]


def defaults_of(rules: ReadingRules, today: dt.date) -> list[tuple[str, object]]:
    """Return what a row says where its cells do not; a default that cannot be read says nothing.

    Nobody has a default name, phone or card, and no family by default.
    """
    told: list[tuple[str, object]] = []
    for field, text in rules.defaults.items():
        if field not in ABOUT_HUSBAND | _HERS_ALONE:
            column = Column(
                index=0, number=0, heading=field.value, field=field, order=rules.date_order
            )
            parsed = ColumnReader(column=column, today=today).read(text)
            told += [(key, one) for key, one in (parsed.value or {}).items() if key != IS_LUNAR]
    return told


def _flag_first(column: Column) -> tuple[bool, int]:
    return column.field is not Field.BIRTHDAY_CALENDAR, column.index


def _list_of(column: Column) -> Field:
    """Return what columns have in common that fill the same lists of a draft."""
    return Field.PREFERENCES if column.field in TASTES else column.field


def _join(values: Values, told: Told) -> None:
    """Add what a cell tells; lists and notes of several columns are joined."""
    for key, value in told.items():
        before = values.get(key)
        if before is None:
            values[key] = value
        elif isinstance(before, tuple) and isinstance(value, tuple):
            values[key] = before + tuple(one for one in value if one not in before)
        elif key == Field.NOTES and value != before:
            values[key] = f"{before}\n{value}"


def _draft(values: Values, husband: Values) -> ClientDraft:
    if husband:
        values["husband"] = PartnerDraft(**husband)
    draft = ClientDraft(**values)
    if draft.wechat in _SAME_AS_PHONE:
        return replace(draft, wechat=draft.phones[0] if draft.phones else "")
    return draft


def _has_only_a_bad_phone(draft: ClientDraft, problems: Iterable[CellProblem]) -> bool:
    """Return whether nothing but a name is left to tell her by after her phone was refused."""
    known_by = (draft.phones, draft.masked_phone, draft.wechat, draft.qq, draft.card_number)
    if any(known_by) or draft.birthday is not None:
        return False
    return any(problem.field == Field.PHONE for problem in problems)
