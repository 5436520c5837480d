"""Child sheets of our workbook come back: rows into the records of one client.

Everything a row says goes the way of the window: lines of bills with all that follows from
them, days and amounts that cannot be refused for their cell alone.
"""

import datetime as dt
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.import_plan import Fact, Options
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.domain.records import Bill, BillKind, Gift, Person, Visit
from crm_desktop.domain.returned import SaidValue
from crm_desktop.domain.sync_child_cells import BY_THE_BOOK, Cells
from crm_desktop.domain.sync_child_family import (
    add_gift,
    add_person,
    edit_gift,
    edit_person,
    remove_person,
)
from crm_desktop.domain.sync_child_folder import FIELDS, EditedFolder
from crm_desktop.domain.sync_child_lines import LINES, add_line, edit_line, remove_line
from crm_desktop.domain.sync_child_rows import ChildRow, Edits, Numbers, RowDone
from crm_desktop.domain.sync_child_same import rows_of, same_row
from crm_desktop.domain.sync_child_visits import add_visit, edit_visit, part_of, remove_row

__all__ = ["ChildRow", "Edits", "Numbers", "child_edits", "current_part", "same_fact"]

_PART: Final = re.compile(r"[a-z]\d+")
_TABLES: Final = ("person", "visit", "project", "gift", "follow_up")
"""People before the gifts they get, bills before what they made."""

_ADDING: Final[Mapping[str, Callable[[EditedFolder, Cells], str]]] = {
    "person": add_person,
    "visit": add_visit,
    "project": add_line,
    "gift": add_gift,
    "follow_up": add_line,
}
_KINDS: Final[tuple[tuple[str, str, type[Fact]], ...]] = (
    ("person", "p", Person),
    ("gift", "g", Gift),
    *((table, line.letter, line.record) for table, lines in LINES.items() for line in lines),
)
_RECEIVED: Final = (BillKind.PAYMENT, BillKind.STORED_VALUE, BillKind.DEPOSIT)


def child_edits(
    folder: ClientFolder, rows: Sequence[ChildRow], numbers: Numbers, options: Options
) -> Edits:
    """Return what the rows of one client come to, in whatever order they stand in the file.

    A session finds the package another row brings; what is refused because of how the book
    stands is tried again as long as that lets anything more through. The client may be changed
    too (a sale makes her a customer). Of a new row with a problem nothing is taken, of a known
    one all but that cell.
    """
    work = EditedFolder(folder, numbers, options)
    done: dict[int, RowDone] = {}
    for place in sorted(range(len(rows)), key=_order_of(rows)):
        done[place] = _done(work, rows[place])
    left, waiting = len(rows), [place for place, each in done.items() if _waits(each)]
    while 0 < len(waiting) < left:
        done |= {place: _done(work, rows[place]) for place in waiting}
        left, waiting = len(waiting), [place for place in waiting if _waits(done[place])]
    return Edits(
        folder=work.folder(),
        rows=tuple(done[place] for place in range(len(rows))),
        new=work.new(),
        changed=work.changed(),
        removed=work.removed(),
    )


def same_fact(
    folder: ClientFolder, table: str, values: Mapping[str, SaidValue], taken: Collection[str]
) -> str | None:
    """Return which row of hers a row that was written in tells of already, None for none.

    `taken` are the parts other rows of the file stand for: of equal ones the n-th written in
    meets the n-th that is left.
    """
    said = {key.partition(".")[2]: value for key, value in values.items()}
    return same_row(folder, table, said, taken)


def current_part(folder: ClientFolder, table: str, part: str) -> str | None:
    """Return the part under which a row of an earlier workbook goes out today, None if gone.

    A visit may have got its first line since (`v7` is `v7/b9` now), a line its visit.
    """
    if table == "visit":
        visit, bill = _visit_row(folder, part)
        return part_of(visit, bill) or None
    return None if _record(folder, table, part) is None else part


def _order_of(rows: Sequence[ChildRow]) -> Callable[[int], tuple[object, ...]]:
    """Return where a row is done: removals last, money received before what draws on it."""

    def place(number: int) -> tuple[object, ...]:
        row = rows[number]
        kind, on = row.values.get("visit.bill_kind"), row.values.get("visit.on")
        draws = not row.part and kind is not None and kind not in _RECEIVED
        day = on if isinstance(on, dt.date) and not row.part else dt.date.min
        return row.removes, _TABLES.index(row.table), draws, day, number

    return place


def _waits(done: RowDone) -> bool:
    return any(problem.code in BY_THE_BOOK for problem in done.problems)


def _done(work: EditedFolder, row: ChildRow) -> RowDone:
    """Return what became of a row; nothing of it stands where it is refused as a whole."""
    cells = Cells(row)
    cells.without(["client", "left"])
    state = work.state()
    if not row.part:
        part = _ADDING[row.table](work, cells)
        if cells.problems:
            work.back_to(state)
            part = ""
    elif row.table == "visit":
        part = _visit_done(work, row, cells)
    else:
        part = _fact_done(work, row, cells)
    return RowDone(part=part, problems=tuple(cells.problems))


def _visit_done(work: EditedFolder, row: ChildRow, cells: Cells) -> str:
    known = _visit_row(work.folder(), row.part)
    if known == (None, None):
        return _gone(row, cells)
    if not row.removes:
        return edit_visit(work, known, cells)
    return "" if remove_row(work, known, cells) else part_of(*known)


def _fact_done(work: EditedFolder, row: ChildRow, cells: Cells) -> str:
    fact = _record(work.folder(), row.table, row.part)
    if fact is None:
        return _gone(row, cells)
    if row.removes:
        _remove(work, fact)
        return ""
    if isinstance(fact, Person):
        return edit_person(work, fact, cells)
    if isinstance(fact, Gift):
        return edit_gift(work, fact, cells)
    line = next(each for each in LINES[row.table] if isinstance(fact, each.record))
    return edit_line(work, line, fact, cells)


def _gone(row: ChildRow, cells: Cells) -> str:
    """Say that a row is about nothing any more; to take that out is done already."""
    if not row.removes:
        cells.refuse(None, ProblemCode.ROW_GONE)
    return ""


def _remove(work: EditedFolder, fact: Fact) -> None:
    if isinstance(fact, Person):
        remove_person(work, fact)
    else:
        remove_line(work, fact)


def _visit_row(folder: ClientFolder, part: str) -> tuple[Visit | None, Bill | None]:
    """Return the visit and the line of a row as they belong together today."""
    numbers = {each[0]: int(each[1:]) for each in _PART.findall(part)}
    for _, visit, bill in rows_of(folder):
        if "b" not in numbers:
            is_it = visit is not None and visit.id == numbers.get("v")
        else:
            is_it = bill is not None and bill.id == numbers["b"]
        if is_it:
            return visit, bill
    return None, None


def _record(folder: ClientFolder, table: str, part: str) -> Fact | None:
    """Return the record of a part, None where it is gone or no part of this sheet."""
    if not _PART.fullmatch(part):
        return None
    letter, number = part[0], int(part[1:])
    kind = next((kind for of, first, kind in _KINDS if (of, first) == (table, letter)), None)
    held: Sequence[Fact] = () if kind is None else getattr(folder, FIELDS[kind])
    return next((each for each in held if each.id == number), None)
