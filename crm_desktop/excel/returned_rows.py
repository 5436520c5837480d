"""The rows of one sheet of ours: the untouched told by their hash, the others read cell by cell."""

import datetime as dt
from collections.abc import Sequence
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
from crm_desktop.excel.returned_values import Meaning, Reader, clears, reader_of
from crm_desktop.excel.workbook import CellValue, Sheet, is_blank
from crm_desktop.excel.workbook_layout import ACTION, IDENTITY, SHORT_ID

_BETWEEN_CELLS: Final = "\x1f"
_ROWS_PER_TICK: Final = 1_000
_DELETES: Final = {"删除", "删", "删掉", "删去", "delete", "del", "x", "×"}
_NOBODY: Final = RowIdentity("", "", "")
_DECIDES: Final = ("project.kind", "follow_up.kind")


class _Reading(NamedTuple):
    """How the cells of one column are read: where it is, its text, its meaning."""

    key: str
    place: int
    letter: str
    canon: Canon
    reader: Reader | None
    known: dict[CellValue, Meaning]


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
        self._identities = self._read_identities(layout)
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
        found: list[ReturnedRow] = []
        for at, (identity, joined) in enumerate(zip(self._identities, self._joined, strict=True)):
            if self._tick and at % _ROWS_PER_TICK == 0:
                self._tick(at, len(self._rows))
            if (
                identity.uid
                and not actions[at]
                and hash_of_joined(joined) == identity.row_hash
                and self._first + at not in self._uncached
            ):
                found.append(self._untouched(at, identity, shorts[at], names[at]))
            else:
                found += self._others(at, identity, (shorts[at], names[at], actions[at]))
        return tuple(found)

    @property
    def _name_key(self) -> str:
        table = self.layout.table
        return f"{table.key}.name" if table.key == "client" else f"{table.key}.client"

    def _read_identities(self, layout: Layout) -> list[RowIdentity]:
        place = layout.places.get(IDENTITY.name)
        if place is None:
            return [_NOBODY] * len(self._rows)
        cells = column_at(self._rows, place)
        return [
            (row_hash.read(cell) or _NOBODY) if isinstance(cell, str) and cell else _NOBODY
            for cell in cells
        ]

    def _join(self, layout: Layout) -> list[str]:
        """Return what every row says, as its hash takes it."""
        columns = [
            said_column(
                layout.column(key).kind, f"{key}=", column_at(self._rows, layout.places[key])
            )
            for key in layout.keys
        ]
        if not columns:
            return [""] * len(self._rows)
        return [_BETWEEN_CELLS.join(filter(None, cells)) for cells in zip(*columns, strict=True)]

    def _is_proven(self) -> bool:
        """Return whether a row says what its hash says, read with the columns that are guessed."""
        return any(
            identity.uid and hash_of_joined(joined) == identity.row_hash
            for identity, joined in zip(self._identities, self._joined, strict=True)
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

    def _untouched(self, at: int, identity: RowIdentity, short: str, name: str) -> ReturnedRow:
        return ReturnedRow(
            sheet=self._sheet.name,
            table=self.layout.table.key,
            row_number=self._first + at,
            short_id=short,
            uid=identity.uid,
            part=identity.part,
            stated_hash=identity.row_hash,
            is_untouched=True,
            name=name,
        )

    def _others(
        self, at: int, identity: RowIdentity, said: tuple[str, str, str]
    ) -> list[ReturnedRow]:
        """Return a row that is not plainly untouched, nothing of one that is about nobody."""
        row = self._rows[at]
        number = self._first + at
        if not identity.uid and number not in self._uncached:
            if all(map(is_blank, row)):
                return []
            if says_nobody(row, self.layout):
                self.skipped += 1
                return []
        short, name, action = said
        is_formula_free = number not in self._uncached
        cells = {r.key: text for r in self._columns if (text := r.canon(_at(row, r.place)))}
        if identity.uid and not action.strip() and is_formula_free and _says(cells, identity):
            return [self._untouched(at, identity, short, name)]
        return [self._touched(number, row, identity, (short.strip(), name, action.strip()), cells)]

    def _touched(
        self,
        number: int,
        row: Sequence[CellValue],
        identity: RowIdentity,
        said: tuple[str, str, str],
        cells: dict[str, str],
    ) -> ReturnedRow:
        short, name, action = said
        values: dict[str, SaidValue] = {}
        also: dict[str, str] = {}
        cleared: set[str] = set()
        problems = self._about_row(number, identity, short, action)
        for reading in self._columns:
            raw = _at(row, reading.place)
            if reading.reader is None or reading.key not in cells:
                problems += self._formula(number, reading)
                continue
            if clears(raw):
                cleared.add(reading.key)
                del cells[reading.key]
                continue
            found = self._meaning(reading, raw, values)
            if isinstance(found, Problem):
                problems.append(self._problem(number, reading.key, found.code, text_of(raw)))
            elif found is None:
                also[reading.key] = ""
            else:
                values[reading.key] = found.value
                if found.text != cells[reading.key]:
                    also[reading.key] = found.text
        return ReturnedRow(
            sheet=self._sheet.name,
            table=self.layout.table.key,
            row_number=number,
            short_id=short,
            uid=identity.uid,
            part=identity.part,
            stated_hash=identity.row_hash,
            deletes=action.casefold() in _DELETES,
            name=name,
            cells=cells,
            also=also,
            values=values,
            cleared=frozenset(cleared),
            problems=tuple(problems),
        )

    def _meaning(self, reading: _Reading, raw: CellValue, values: dict[str, SaidValue]) -> Meaning:
        """Return what a cell means; equal cells are read once, and True equals 1."""
        if reading.key == "follow_up.state":
            beside = values.get("follow_up.kind")
            return reader_of(reading.key, beside)(raw, self._today)
        if reading.reader is None:
            return None
        if isinstance(raw, bool):
            return reading.reader(raw, self._today)
        if raw not in reading.known:
            reading.known[raw] = reading.reader(raw, self._today)
        return reading.known[raw]

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


def _says(cells: dict[str, str], identity: RowIdentity) -> bool:
    """Return whether cells, made canonical one by one, are still what the identity says."""
    return row_hash.row_hash(cells.items()) == identity.row_hash
