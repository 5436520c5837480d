"""The rows of one sheet of ours: the untouched told by their hash, the others read cell by cell."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from crm_desktop.domain import row_hash
from crm_desktop.domain.drafts import CellProblem
from crm_desktop.domain.problems import Problem, ProblemCode
from crm_desktop.domain.returned import ReturnedRow, SaidValue
from crm_desktop.domain.row_hash import RowIdentity, hash_of_joined
from crm_desktop.domain.short_id import client_id_of
from crm_desktop.excel.gathering import Tick
from crm_desktop.excel.parsing.text import folded, line_of, text_of
from crm_desktop.excel.returned_cells import Canon, canon_of, column_at, said_column
from crm_desktop.excel.returned_layout import Layout
from crm_desktop.excel.returned_sieve import says_nobody
from crm_desktop.excel.returned_values import Meaning, Reader, Said, clears, reader_of
from crm_desktop.excel.workbook import CellValue, Sheet, is_blank
from crm_desktop.excel.workbook_layout import ACTION, IDENTITY, SHORT_ID

_BETWEEN_CELLS: Final = "\x1f"
_ROWS_PER_TICK: Final = 1_000
_DELETES: Final = {"删除", "删", "删掉", "删去", "delete", "del", "x", "×"}
_NOBODY: Final = RowIdentity("", "", "")


class _Reading(NamedTuple):
    """How the cells of one column are read: where it is, its text, its meaning."""

    key: str
    place: int
    letter: str
    canon: Canon
    reader: Reader | None
    known: dict[CellValue, Meaning]


class _Told(NamedTuple):
    """What the cells of a row say, while it is read; see `ReturnedRow`."""

    values: dict[str, SaidValue]
    also: dict[str, str]
    cleared: set[str]
    problems: list[CellProblem]


class RowsReader:
    """Reads the rows below the headings of one sheet.

    Attributes:
        layout: the columns, without those that were guessed and not proven.
        skipped: rows with something in them that are about nobody.
    """

    def __init__(self, sheet: Sheet, layout: Layout, today: dt.date, tick: Tick | None) -> None:
        self.skipped = 0
        self._sheet = sheet
        self._today = today
        self._tick = tick
        self._rows = sheet.rows[layout.header + 1 :]
        self._first = sheet.first_row + layout.header + 1
        self._uncached = {row for row, _ in sheet.uncached}
        self._marks = self._read_marks(layout)
        self._joined = self._join(layout)
        if layout.guessed and not self._is_proven():
            layout = layout.without_guesses()
            self._joined = self._join(layout)
        self.layout = layout
        self._columns = self._readings()

    def read(self) -> tuple[ReturnedRow, ...]:
        """Return every row that is about somebody."""
        shorts, names = self._texts(SHORT_ID.name), self._texts(self._name_key)
        actions = self._texts(ACTION.name)
        title, table = self._sheet.name, self.layout.table.key
        found: list[ReturnedRow] = []
        number = self._first
        for mark, joined, short, name, action in zip(
            self._marks, self._joined, shorts, names, actions, strict=True
        ):
            if self._tick and number % _ROWS_PER_TICK == 0:
                self._tick(number - self._first, len(self._rows))
            whose, _, stated = mark.rpartition("|")
            if hash_of_joined(joined) == stated and not action and number not in self._uncached:
                uid, _, part = whose.partition("/")
                found.append(
                    ReturnedRow(title, table, number, short, uid, part, stated, True, False, name)
                )
            else:
                found += self._others(number, mark, (short, name, action))
            number += 1
        return tuple(found)

    @property
    def _name_key(self) -> str:
        table = self.layout.table
        return f"{table.key}.name" if table.key == "client" else f"{table.key}.client"

    def _read_marks(self, layout: Layout) -> list[str]:
        """Return the identities as they stand, "" for what is no text."""
        place = layout.places.get(IDENTITY.name)
        if place is None:
            return [""] * len(self._rows)
        return [cell if isinstance(cell, str) else "" for cell in column_at(self._rows, place)]

    def _join(self, layout: Layout) -> list[str]:
        """Return what every row says, as its hash takes it."""
        columns = [
            said_column(
                layout.column(key).kind, f"{key}=", column_at(self._rows, layout.places[key])
            )
            for key in layout.keys
        ]
        filled = [column for column in columns if column]
        if not filled:
            return [""] * len(self._rows)
        return [_BETWEEN_CELLS.join(filter(None, cells)) for cells in zip(*filled, strict=True)]

    def _is_proven(self) -> bool:
        """Return whether a row says what its hash says, read with the columns that are guessed."""
        return any(
            hash_of_joined(joined) == mark.rpartition("|")[2]
            for mark, joined in zip(self._marks, self._joined, strict=True)
        )

    def _readings(self) -> tuple[_Reading, ...]:
        layout = self.layout
        return tuple(
            _Reading(
                key,
                layout.places[key],
                layout.letter(self._sheet, key),
                canon_of(layout.column(key).kind),
                None if layout.column(key).is_derived else reader_of(key),
                {},
            )
            for key in layout.keys
        )

    def _texts(self, key: str) -> list[str]:
        """Return a column as lines, "" everywhere where it is gone."""
        place = self.layout.places.get(key)
        if place is None:
            return [""] * len(self._rows)
        cells = column_at(self._rows, place)
        return [cell if isinstance(cell, str) else line_of(cell) for cell in cells]

    def _others(self, number: int, mark: str, said: tuple[str, str, str]) -> list[ReturnedRow]:
        """Return a row that is not plainly untouched, nothing of one that is about nobody."""
        row = self._rows[number - self._first]
        identity = row_hash.read(mark) or _NOBODY
        if not identity.uid and number not in self._uncached:
            if all(map(is_blank, row)):
                return []
            if says_nobody(row, self.layout):
                self.skipped += 1
                return []
        cells = {r.key: text for r in self._columns if (text := r.canon(_at(row, r.place)))}
        short, name, action = said[0].strip(), said[1], said[2].strip()
        fixed = (self._sheet.name, self.layout.table.key, number, short, *identity)
        is_same = row_hash.row_hash(cells.items()) == identity.row_hash
        if is_same and not action and number not in self._uncached:
            return [ReturnedRow(*fixed, is_untouched=True, name=name)]
        told = self._told(number, row, cells)
        return [
            ReturnedRow(
                *fixed,
                deletes=folded(action).casefold() in _DELETES,
                name=name,
                cells={key: text for key, text in cells.items() if key not in told.cleared},
                also=told.also,
                values=told.values,
                cleared=frozenset(told.cleared),
                problems=(*self._about_row(number, identity, short, action), *told.problems),
            )
        ]

    def _told(self, number: int, row: Sequence[CellValue], cells: Mapping[str, str]) -> _Told:
        """Return what the filled cells of a row mean."""
        told = _Told({}, {}, set(), [])
        for reading in self._columns:
            key, raw = reading.key, _at(row, reading.place)
            if reading.reader is None or key not in cells:
                told.problems.extend(self._formula(number, reading))
            elif clears(raw):
                told.cleared.add(key)
            else:
                found = self._meaning(reading, raw, told.values)
                if isinstance(found, Problem):
                    told.problems.append(self._problem(number, key, found.code, text_of(raw)))
                else:
                    _take(told, key, found, cells[key])
        return told

    def _meaning(self, reading: _Reading, raw: CellValue, values: dict[str, SaidValue]) -> Meaning:
        """Return what a cell means; equal cells are read once, and True equals 1."""
        read = reading.reader or reader_of(reading.key)
        if reading.key == "follow_up.state":
            read = reader_of(reading.key, values.get("follow_up.kind"))
        elif raw in reading.known and not isinstance(raw, bool):
            return reading.known[raw]
        found = read(raw, self._today)
        if not isinstance(raw, bool):
            reading.known[raw] = found
        return found

    def _about_row(
        self, number: int, identity: RowIdentity, short: str, action: str
    ) -> list[CellProblem]:
        """Return what is wrong with the columns that are no fields."""
        problems = []
        if not identity.uid and short and client_id_of(short) is None:
            code = ProblemCode.SHORT_ID_BROKEN
            problems.append(self._problem(number, SHORT_ID.name, code, short))
        if action and folded(action).casefold() not in _DELETES:
            code = ProblemCode.CHOICE_UNKNOWN
            problems.append(self._problem(number, ACTION.name, code, action))
        return problems

    def _formula(self, number: int, reading: _Reading) -> list[CellProblem]:
        place = (number, self._sheet.first_column + reading.place)
        if place not in self._sheet.uncached:
            return []
        return [self._problem(number, reading.key, ProblemCode.FORMULA, "")]

    def _problem(self, number: int, key: str, code: ProblemCode, raw: str) -> CellProblem:
        return CellProblem(
            sheet=self._sheet.name,
            row=number,
            column=self.layout.letter(self._sheet, key),
            field=key,
            code=code,
            raw=raw,
        )


def _at(row: Sequence[CellValue], place: int) -> CellValue:
    return row[place] if place < len(row) else ""


def _take(told: _Told, key: str, found: Said | None, text: str) -> None:
    """Keep what a cell means; one that only says that nothing is known is as good as blank."""
    if found is not None:
        told.values[key] = found.value
    as_ours = "" if found is None else found.text
    if as_ours != text:
        told.also[key] = as_ours
