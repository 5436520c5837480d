"""Rows of our own workbook sorted by what is to be done about each; most are as they left."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from crm_desktop.domain.drafts import CellProblem
from crm_desktop.domain.import_plan import Options, Outcome, PlannedRow
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.domain.returned import ReturnedBook, ReturnedRow, ReturnedSheet
from crm_desktop.domain.short_id import client_id_of
from crm_desktop.services.returned_book import BookSide

Place = tuple[int, int]
"""Which sheet of the workbook, which row of it, from 0."""

_Edited = defaultdict[tuple[str, int, str], list[tuple[Place, ReturnedRow]]]

CLIENT: Final = "client"


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """A row that may say something new; `part` is which record below the client it is about.

    `is_new` was written in, or (`is_copy` too) is a copy of another row.
    """

    place: Place
    row: ReturnedRow
    client_id: int
    is_new: bool = False
    is_copy: bool = False


@dataclass(slots=True)
class Sorted:
    """What the rows are: settled already, about a client, about somebody nobody knows yet.

    `strangers` are rows of sheet 客户, `copies` of them lead to the client they were copied
    from; `orphans` rows of other sheets that say nothing but a name. `parts` are the records
    rows of the file stand for, by client and sheet.
    """

    settled: dict[Place, PlannedRow] = field(default_factory=dict)
    touched: defaultdict[int, list[Touched]] = field(default_factory=lambda: defaultdict(list))
    strangers: list[tuple[Place, ReturnedRow]] = field(default_factory=list)
    copies: dict[Place, int] = field(default_factory=dict)
    orphans: list[tuple[Place, ReturnedRow]] = field(default_factory=list)
    parts: dict[tuple[str, int, str], Place] = field(default_factory=dict)


def sorted_rows(book: ReturnedBook, side: BookSide, options: Options) -> Sorted:
    """Return the rows sorted."""
    found = Sorted()
    edited: _Edited = defaultdict(list)
    ids, settled, parts, trashed = side.ids, found.settled, found.parts, side.trashed
    for sheet_number, sheet in enumerate(book.sheets):
        for row_number, row in enumerate(sheet.rows):
            place = (sheet_number, row_number)
            client_id = ids.get(row.uid) if row.uid else _by_short_id(row, side)
            if client_id is None:
                _sort_unknown(found, place, row, side)
            elif client_id in trashed:
                settled[place] = told(row, Outcome.SKIPPED, ProblemCode.IN_TRASH, client_id)
            elif row.is_untouched and (key := (row.table, client_id, row.part)) not in parts:
                parts[key] = place
                settled[place] = same(row, client_id)
            else:
                _sort_known(found, edited, Touched(place=place, row=row, client_id=client_id))
    for key, rows in edited.items():
        _sort_edited(found, key, rows, options)
    return found


def same(row: ReturnedRow, client_id: int) -> PlannedRow:
    """Return a row that says nothing new."""
    return PlannedRow(
        sheet=row.sheet,
        row_number=row.row_number,
        name=row.name,
        outcome=Outcome.SAME,
        client_id=client_id,
    )


def told(
    row: ReturnedRow,
    outcome: Outcome,
    code: ProblemCode,
    client_id: int | None = None,
    candidates: tuple[int, ...] = (),
) -> PlannedRow:
    """Return a row of which nothing is taken, and why."""
    return PlannedRow(
        sheet=row.sheet,
        row_number=row.row_number,
        name=row.name,
        outcome=outcome,
        client_id=client_id,
        candidates=candidates,
        problems=(*row.problems, row_problem(row, code)),
    )


def row_problem(
    row: ReturnedRow, code: ProblemCode, key: str | None = None, raw: str = ""
) -> CellProblem:
    """Return a problem of a row as a whole, or of one cell of it."""
    return CellProblem(
        sheet=row.sheet, row=row.row_number, column="", field=key, code=code, raw=raw
    )


def columns_of(sheets: tuple[ReturnedSheet, ...]) -> Mapping[tuple[str, str], str]:
    """Return the letter of each column, by sheet and key."""
    return {(sheet.name, key): letter for sheet in sheets for key, letter in sheet.columns.items()}


def _by_short_id(row: ReturnedRow, side: BookSide) -> int | None:
    """Return the client a row without an identity names by short id, of this book alone."""
    if not row.short_id or side.is_foreign:
        return None
    client_id = client_id_of(row.short_id)
    return client_id if side.has(client_id) else None


def _sort_unknown(found: Sorted, place: Place, row: ReturnedRow, side: BookSide) -> None:
    """Settle a row about nobody in the book, unless it may yet be placed."""
    if row.uid and side.was_deleted(row.uid):
        found.settled[place] = told(row, Outcome.SKIPPED, ProblemCode.DELETED_FOR_GOOD)
    elif row.table == CLIENT:
        found.strangers.append((place, row))
    elif row.uid:
        found.settled[place] = told(row, Outcome.ERROR, ProblemCode.UNKNOWN_ROW)
    else:
        found.orphans.append((place, row))


def _sort_known(found: Sorted, edited: _Edited, one: Touched) -> None:
    """Put a row about a client of the book where it belongs."""
    row, client_id = one.row, one.client_id
    if row.is_untouched:
        twice = told(row, Outcome.SKIPPED, ProblemCode.ROW_TWICE, client_id)
        found.settled[one.place] = twice
    elif row.uid or row.table == CLIENT:
        edited[row.table, client_id, row.part].append((one.place, row))
    else:
        found.touched[client_id].append(replace(one, is_new=True))


def _sort_edited(
    found: Sorted,
    key: tuple[str, int, str],
    rows: list[tuple[Place, ReturnedRow]],
    options: Options,
) -> None:
    """Tell the row itself from its copies: what says still what it said is the row itself."""
    table, client_id, _ = key
    original = None
    if key not in found.parts:
        place, original = rows.pop(0)
        found.parts[key] = place
        found.touched[client_id].append(Touched(place=place, row=original, client_id=client_id))
    for place, row in rows:
        if original is not None and row.cells == original.cells:
            found.settled[place] = told(row, Outcome.SKIPPED, ProblemCode.ROW_TWICE, client_id)
        elif table == CLIENT:
            found.copies[place] = client_id
            found.strangers.append((place, row))
        else:
            is_new = options.who.get((row.sheet, row.row_number)) != client_id
            copy = Touched(place=place, row=row, client_id=client_id)
            found.touched[client_id].append(replace(copy, is_new=is_new, is_copy=is_new))
