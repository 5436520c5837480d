"""Which sheet of ours a sheet is, and which column each of its columns, however it was changed.

By the notes of the headings, else by the headings themselves; the identities, which name the
kind of record, and the hidden list of columns settle the rest.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from crm_desktop.domain import row_hash
from crm_desktop.domain.short_id import client_id_of
from crm_desktop.excel.columns import Column
from crm_desktop.excel.columns import Sheet as Table
from crm_desktop.excel.parsing.text import line_of
from crm_desktop.excel.returned_cells import column_at
from crm_desktop.excel.workbook import CellValue, Sheet, column_letter
from crm_desktop.excel.workbook_layout import ACTION, IDENTITY, SHEETS, SHORT_ID, key_of_note

Orders = Mapping[str, Sequence[str]]
"""By sheet title: the keys of its columns, in the order they left in."""

ROWS_SEARCHED: Final = 20
_ROWS_WEIGHED: Final = 60
_LEAST_HEADINGS: Final = 3
_HASH_DIGITS: Final = 16
_OWN: Final = {column.header: column.name for column in (SHORT_ID, IDENTITY, ACTION)}
_TABLES: Final = {table.key: table for table in SHEETS}
_BY_PART: Final = {
    **dict.fromkeys("vb", "visit"),
    **dict.fromkeys("cwkd", "project"),
    **dict.fromkeys("tmx", "follow_up"),
    "": "client",
    "p": "person",
    "g": "gift",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A sheet of ours as it came back.

    `header` is the index of its headings among the rows, -1 where they are gone; `places` leads
    from a key (short_id, identity and action have none of a sheet) to the index of its column;
    `guessed` are the keys known by their place alone, to be proven by a row hash. `order` is
    the one in which the row hash takes the cells.
    """

    table: Table
    header: int
    places: Mapping[str, int]
    headings: tuple[str, ...]
    order: tuple[str, ...]
    guessed: frozenset[str] = frozenset()

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the full keys of the columns it still has, in the order of the hash."""
        return tuple([key for key in self.order if key in self.places])

    @property
    def mapping(self) -> dict[str, str]:
        """Return which heading stands for which key."""
        return {self.headings[at]: key for key, at in self.places.items() if self._heading(at)}

    @property
    def ignored(self) -> tuple[str, ...]:
        """Return the headings nobody knows."""
        known = set(self.places.values())
        return tuple(text for at, text in enumerate(self.headings) if text and at not in known)

    def column(self, key: str) -> Column:
        """Return the column of a full key."""
        return columns_of(self.table)[key]

    def letter(self, sheet: Sheet, key: str) -> str:
        """Return the letter of the column of a key, "" where it is gone."""
        at = self.places.get(key)
        return "" if at is None else column_letter(sheet.first_column + at)

    def without_guesses(self) -> "Layout":
        """Return the layout of what is known for sure."""
        sure = {key: at for key, at in self.places.items() if key not in self.guessed}
        return replace(self, places=sure, guessed=frozenset())

    def _heading(self, at: int) -> str:
        return self.headings[at] if at < len(self.headings) else ""


def columns_of(table: Table) -> dict[str, Column]:
    """Return the columns of a sheet of ours by their full keys."""
    return {table.full_key(column): column for column in table.columns}


def layout_of(sheet: Sheet, orders: Orders) -> Layout | None:
    """Return how to read a sheet, None where it is none of ours."""
    identity = _identity_place(sheet)
    rows = _candidates(sheet, is_surely_ours=identity is not None)
    found = [_at(sheet, index, identity, orders) for index in rows]
    layouts = [layout for layout in found if layout is not None]
    best = max(layouts, key=_known, default=None)
    if best is None and identity is not None:
        best = _without_headings(sheet, identity, orders)
    return best if best is not None and _is_ours(sheet, best) else None


def _known(layout: Layout) -> int:
    return len(layout.places)


def _candidates(sheet: Sheet, *, is_surely_ours: bool) -> Iterator[int]:
    """Yield the rows that may be the headings: the first ones, else where sorting put them."""
    first = range(min(ROWS_SEARCHED, len(sheet.rows)))
    yield from first
    if is_surely_ours and not any(_has_own_heading(sheet.rows[index]) for index in first):
        rest = range(len(first), len(sheet.rows))
        yield from [index for index in rest if _has_own_heading(sheet.rows[index])][:1]


def _has_own_heading(row: Sequence[CellValue]) -> bool:
    return any(cell in _OWN for cell in row if isinstance(cell, str))


def _at(sheet: Sheet, index: int, identity: int | None, orders: Orders) -> Layout | None:
    """Return the layout with its headings in this row, None where too few are known."""
    headings = tuple(map(line_of, sheet.rows[index]))
    notes = _notes(sheet, index)
    table = _table(sheet, headings, notes, identity)
    places = _places(table, headings, notes)
    if len(places) < _LEAST_HEADINGS and not notes:
        return None
    if identity is not None:
        places[IDENTITY.name] = identity
    order = _order(table, orders)
    guessed = {} if notes else _by_neighbours(headings, places, order, orders)
    return Layout(
        table=table,
        header=index,
        places=places | guessed,
        headings=headings,
        order=order,
        guessed=frozenset(guessed),
    )


def _notes(sheet: Sheet, index: int) -> dict[int, str]:
    """Return the key in the note of every heading of a row, by place."""
    row = sheet.first_row + index
    notes = {
        column - sheet.first_column: key_of_note(note)
        for (line, column), note in sheet.notes.items()
        if line == row
    }
    return {at: key for at, key in notes.items() if key and _may_be_ours(key)}


def _may_be_ours(key: str) -> bool:
    return key.partition(".")[0] in _TABLES or key in _OWN.values()


def _table(
    sheet: Sheet, headings: Sequence[str], notes: Mapping[int, str], identity: int | None
) -> Table:
    """Return the sheet of ours that it is: by its notes, its identities, its headings."""
    for key in notes.values():
        if key.partition(".")[0] in _TABLES:
            return _TABLES[key.partition(".")[0]]
    if identity is not None:
        for cell in column_at(sheet.rows, identity):
            part = _part(cell)
            if part is not None and part[:1] in _BY_PART:
                return _TABLES[_BY_PART[part[:1]]]
    named = set(headings)

    def likeness(table: Table) -> tuple[int, bool]:
        known = sum(column.header in named for column in table.columns)
        return known, table.title in sheet.name

    return max(SHEETS, key=likeness)


def _places(table: Table, headings: Sequence[str], notes: Mapping[int, str]) -> dict[str, int]:
    """Return the column of every key: by its note, else by its heading; the first one counts."""
    keys = _OWN | {column.header: table.full_key(column) for column in table.columns}
    allowed = set(keys.values())
    places: dict[str, int] = {}
    for at, key in sorted(notes.items()):
        if key in allowed:
            places.setdefault(key, at)
    taken = set(places.values())
    for at, heading in enumerate(headings):
        if heading in keys and at not in taken and keys[heading] not in places:
            places[keys[heading]] = at
    return places


def _order(table: Table, orders: Orders) -> tuple[str, ...]:
    """Return the keys of a sheet in the order they left in, those of no workbook behind."""
    own = tuple(columns_of(table))
    left = next((keys for keys in orders.values() if set(keys) & set(own)), ())
    first = tuple(key for key in left if key in own)
    return first + tuple(key for key in own if key not in first)


def _by_neighbours(
    headings: Sequence[str],
    places: Mapping[str, int],
    order: Sequence[str],
    orders: Orders,
) -> dict[str, int]:
    """Return columns under headings nobody knows that stand between two that left beside them."""
    if not orders:
        return {}
    keys = {at: key for key, at in places.items()}
    chain = (SHORT_ID.name, IDENTITY.name, *order, ACTION.name)
    between = {(chain[i - 1], chain[i + 1]): chain[i] for i in range(1, len(chain) - 1)}
    found: dict[str, int] = {}
    for at, heading in enumerate(headings):
        if heading and at not in keys:
            key = between.get((keys.get(at - 1, ""), keys.get(at + 1, "")))
            if key is not None and key not in places:
                found[key] = at
    return found


def _without_headings(sheet: Sheet, identity: int, orders: Orders) -> Layout | None:
    """Return the layout of rows whose headings are gone, by where the columns left from."""
    table = _table(sheet, (), {}, identity)
    order = next((keys for keys in orders.values() if set(keys) & set(columns_of(table))), ())
    if not order or order[identity : identity + 1] != (IDENTITY.name,):
        return None
    places = {key: at for at, key in enumerate(order)}
    return Layout(
        table=table,
        header=-1,
        places=places,
        headings=(),
        order=_order(table, orders),
        guessed=frozenset(columns_of(table)),
    )


def _identity_place(sheet: Sheet) -> int | None:
    """Return the column that holds identities, whatever stands above it."""
    rows = sheet.rows[: ROWS_SEARCHED + _ROWS_WEIGHED]
    for at in range(max(map(len, rows), default=0)):
        if any(_part(cell) is not None for cell in column_at(rows, at)):
            return at
    return None


def _part(cell: CellValue) -> str | None:
    """Return the part an identity names, None where the cell holds none."""
    read = row_hash.read(cell) if isinstance(cell, str) and "|" in cell else None
    return None if read is None or len(read.row_hash) != _HASH_DIGITS else read.part


def _is_ours(sheet: Sheet, layout: Layout) -> bool:
    """Return whether it has identities, or our notes, or short ids that check."""
    if IDENTITY.name in layout.places or _notes(sheet, layout.header):
        return True
    short = layout.places.get(SHORT_ID.name)
    if short is None:
        return False
    rows = sheet.rows[layout.header + 1 : layout.header + 1 + _ROWS_WEIGHED]
    return any(client_id_of(line_of(cell)) for cell in column_at(rows, short))
