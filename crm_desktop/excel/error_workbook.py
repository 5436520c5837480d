"""The rows with something wrong, for her to mend in Excel and take in again.

Same headings, the cells as they were, what is wrong in red with a note, and the reasons in
words in a last column that is not read. Her own file is not touched.
"""

import datetime as dt
import io
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import xlsxwriter

from crm_desktop.domain.drafts import CellProblem
from crm_desktop.excel.workbook import CellValue, Sheet, column_number, is_blank

Explain = Callable[[CellProblem], str]

_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_LONGEST: Final = 32_767
_MOST_DIGITS: Final = 15
_FIRST_YEAR: Final = 1900
_WIDTH: Final = 14
_WIDE: Final = 60
_RED: Final = {"bg_color": "#F8C9C4", "font_color": "#8A1F11"}
_DATE: Final = {"num_format": "yyyy-mm-dd"}
_TEXT: Final = {"num_format": "@"}
_NOT_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME: Final = 31
_LONGEST_PROPERTY: Final = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A sheet that was read, and the headings that were found in it.

    `notes` stand on the headings and `hidden` are columns nobody sees, both by place from 0.
    """

    sheet: Sheet
    headings: tuple[str, ...]
    notes: Mapping[int, str] = field(default_factory=dict)
    hidden: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What goes along unseen, so that the file is known again for what it came from."""

    sheets: tuple[Sheet, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)


NOTHING_CARRIED: Final = Carried()


def error_workbook(
    pages: Sequence[Page],
    problems: Iterable[CellProblem],
    *,
    heading: str,
    explain: Explain,
    carried: Carried = NOTHING_CARRIED,
) -> tuple[bytes, int]:
    """Return a workbook of the rows that have a problem, and how many they are.

    `heading` is the title of the last column; `explain` puts a problem into words.
    """
    by_row: dict[tuple[str, int], list[CellProblem]] = defaultdict(list)
    for problem in problems:
        by_row[problem.sheet, problem.row].append(problem)
    file = io.BytesIO()
    workbook: Any = xlsxwriter.Workbook(file, _OPTIONS)
    written = 0
    for page in pages:
        rows = {row: found for (sheet, row), found in by_row.items() if sheet == page.sheet.name}
        if rows:
            _Sheet(workbook, page, heading, explain).write(rows)
            written += len(rows)
    _carry(workbook, carried)
    workbook.close()
    return file.getvalue(), written


def _carry(workbook: Any, carried: Carried) -> None:  # noqa: ANN401 - XlsxWriter is untyped
    for sheet in carried.sheets:
        page = workbook.add_worksheet(_sheet_name(sheet.name, workbook))
        for row, cells in enumerate(sheet.rows):
            for column, value in enumerate(cells):
                if not is_blank(value):
                    page.write_string(row, column, str(value)[:_LONGEST])
        if len(workbook.worksheets()) > 1:
            page.hide()
    for name, value in carried.properties.items():
        if 0 < len(value) <= _LONGEST_PROPERTY:
            workbook.set_custom_property(name, value, "text")


class _Sheet:
    """One sheet being written."""

    def __init__(self, workbook: Any, page: Page, heading: str, explain: Explain) -> None:  # noqa: ANN401 - XlsxWriter is untyped
        self._page = page
        self._heading = heading
        self._explain = explain
        self._sheet = workbook.add_worksheet(_sheet_name(page.sheet.name, workbook))
        self._bold = workbook.add_format({"bold": True, **_TEXT})
        self._wrap = workbook.add_format({"text_wrap": True, **_TEXT})
        self._looks = {
            (is_bad, is_date): workbook.add_format(
                (_RED if is_bad else {}) | (_DATE if is_date else _TEXT)
            )
            for is_bad in (False, True)
            for is_date in (False, True)
        }
        self._number = {bad: workbook.add_format(_RED if bad else {}) for bad in (False, True)}

    def write(self, rows: dict[int, list[CellProblem]]) -> None:
        """Write the headings and the rows, in the order of the file."""
        last = len(self._page.headings)
        for column, text in enumerate((*self._page.headings, self._heading)):
            self._sheet.write_string(0, column, text, self._bold)
        self._sheet.set_column(0, last - 1, _WIDTH)
        self._sheet.set_column(last, last, _WIDE)
        for column, note in self._page.notes.items():
            self._sheet.write_comment(0, column, note)
        for column in self._page.hidden:
            self._sheet.set_column(column, column, None, None, {"hidden": True})
        self._sheet.freeze_panes(1, 0)
        for place, (number, problems) in enumerate(sorted(rows.items()), 1):
            self._row(place, number, problems)

    def _row(self, place: int, number: int, problems: Sequence[CellProblem]) -> None:
        sheet = self._page.sheet
        words = {problem: self._explain(problem) for problem in problems}
        notes: dict[int, list[str]] = defaultdict(list)
        for problem, text in words.items():
            if problem.column:
                notes[column_number(problem.column) - sheet.first_column].append(text)
        cells = sheet.rows[number - sheet.first_row]
        for column in range(len(self._page.headings)):
            value = cells[column] if column < len(cells) else None
            self._cell(place, column, value, is_bad=column in notes)
            if column in notes:
                self._sheet.write_comment(place, column, "\n".join(notes[column]))
        self._sheet.write_string(
            place, len(self._page.headings), "\n".join(words.values()), self._wrap
        )

    def _cell(self, row: int, column: int, value: CellValue, *, is_bad: bool) -> None:
        """Write one value as it was; a text stays a text, were it to look like a formula."""
        text = self._looks[is_bad, False]
        if is_blank(value):
            if is_bad:
                self._sheet.write_blank(row, column, None, text)
        elif isinstance(value, bool):
            self._sheet.write_boolean(row, column, value, self._number[is_bad])
        elif isinstance(value, dt.date) and value.year >= _FIRST_YEAR:
            self._sheet.write_datetime(row, column, _day(value), self._looks[is_bad, True])
        elif isinstance(value, int | float) and len(str(value)) <= _MOST_DIGITS:
            self._sheet.write_number(row, column, value, self._number[is_bad])
        else:
            self._sheet.write_string(row, column, str(value)[:_LONGEST], text)


def _day(value: dt.date) -> dt.date:
    """Return a midnight as its day; XlsxWriter counts the first of 1900 right only so."""
    if isinstance(value, dt.datetime) and value.time() == dt.time.min:
        return value.date()
    return value.replace(tzinfo=None) if isinstance(value, dt.datetime) else value


def _sheet_name(name: str, workbook: Any) -> str:  # noqa: ANN401 - XlsxWriter is untyped
    """Return a name Excel takes, as near to the sheet's own as it may be."""
    taken = {sheet.get_name().casefold() for sheet in workbook.worksheets()}
    plain = _NOT_IN_NAMES.sub(" ", name).strip(" '")[:_LONGEST_NAME] or "1"
    if plain.casefold() not in taken:
        return plain
    return f"{plain[: _LONGEST_NAME - 4]} {len(taken) + 1}"
