"""Sheet 到院消费: a row is a visit, a line of a bill, or a line of a visit.

What belongs to the visit stands on its first row; said on another row it may add to the visit
and never replaces what the first says.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from crm_desktop.domain.base_facts import GIVEN_BACK
from crm_desktop.domain.checks import FIRST_YEAR
from crm_desktop.domain.errors import BillProblem
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.domain.records import Bill, BillKind, Visit, VisitType
from crm_desktop.domain.sync_child_bills import (
    lines_of,
    put_bill,
    put_visit,
    remove_bill,
    remove_visit,
    visit_on,
)
from crm_desktop.domain.sync_child_cells import Cells, Place, day, grade, number, text
from crm_desktop.domain.sync_child_folder import EditedFolder

_HEAD: Final[Mapping[str, Place]] = {
    "on": day("on", needed=True),
    "type": Place("type", VisitType),
}
_TAIL: Final[Mapping[str, Place]] = {
    "doctor": text("doctor"),
    "satisfaction": grade("satisfaction"),
    "notes": text("notes"),
    "next_step": text("next_step"),
    "next_on": day("next_on"),
}
_BILL: Final[Mapping[str, Place]] = {
    "order_number": text("order_number"),
    "bill_kind": Place("kind", BillKind, needed=True),
    "project": text("project"),
    "category": text("category"),
    "quantity": number("quantity", needed=True),
    "list_price": number("list_price"),
    "paid": number("paid", 0),
}
_OF_VISIT: Final = ("type", *_TAIL)
_CULPRITS: Final[Mapping[BillProblem, tuple[str, ...]]] = {
    BillProblem.FUTURE: ("on",),
    BillProblem.NEGATIVE: ("paid", "list_price", "quantity"),
    BillProblem.NO_SESSION_LEFT: ("quantity", "bill_kind", "project"),
    BillProblem.SESSIONS_USED: ("quantity", "bill_kind", "project"),
    BillProblem.DEPOSIT_USED: ("bill_kind", "project", "paid"),
}
_MONEY_FIRST: Final = ("paid", "bill_kind", *_BILL, "on")
"""Where a refusal is told when the cell it is most likely about was not touched."""


def edit_visit(work: EditedFolder, row: tuple[Visit | None, Bill | None], cells: Cells) -> str:
    """Write what a row says of a visit, a line or both, and return the part of the row."""
    visit, bill = row
    if visit is not None:
        visit = _edited_visit(work, visit, bill, cells)
        if bill is None:
            bill = _added_bill(work, visit, visit.on, cells) if _says(cells, _BILL) else None
        else:
            bill = _edited_bill(work, work.one(Bill, bill.id) or bill, cells, _BILL)
    elif bill is not None:
        bill = _edited_bill(work, bill, cells, {"on": _HEAD["on"], **_BILL})
        if _says(cells, _OF_VISIT):
            visit = _come(work, bill.on, cells)
            visit, bill = (visit, _at(work, bill, visit)) if visit.id else (None, bill)
    return part_of(visit, bill)


def add_visit(work: EditedFolder, cells: Cells) -> str:
    """Write a new row; a line goes to the visit of its day.

    A line alone does not say that she came: on a day without a visit it stands by itself.
    """
    on = cells.value("on", dt.date)
    if on is None:
        cells.refuse("on", ProblemCode.VALUE_NEEDED)
        return ""
    if on.year < FIRST_YEAR:
        cells.refuse("on", ProblemCode.IMPOSSIBLE_DATE)
        return ""
    has_bill = _says(cells, _BILL)
    if has_bill and not _says(cells, _OF_VISIT):
        visit = visit_on(work, on)
    else:
        visit = _come(work, on, cells)
    if cells.problems:
        return ""
    bill = _added_bill(work, visit, on, cells) if has_bill else None
    return part_of(visit, bill)


def remove_row(work: EditedFolder, row: tuple[Visit | None, Bill | None], cells: Cells) -> bool:
    """Take a row out, the visit with its last one; tell whether it is gone."""
    visit, bill = row
    refused = None
    if visit is not None and len(lines_of(work, visit)) <= 1:
        refused = remove_visit(work, visit)
    elif bill is not None:
        refused = remove_bill(work, bill)
    if refused is not None:
        cells.refuse_bill(refused, ())
    return refused is None


def part_of(visit: Visit | None, bill: Bill | None) -> str:
    """Return the part of a row: v7, v7/b9 or b9."""
    of_visit = "" if visit is None else f"v{visit.id}"
    of_bill = "" if bill is None else f"b{bill.id}"
    return "/".join(part for part in (of_visit, of_bill) if part)


def _says(cells: Cells, names: Iterable[str]) -> bool:
    """Tell whether one of these columns holds something; to clear what is not there is nothing."""
    return any(cells.speaks_of([name]) and not cells.clears(name) for name in names)


def _edited_visit(work: EditedFolder, visit: Visit, bill: Bill | None, cells: Cells) -> Visit:
    lines = lines_of(work, visit)
    _hold_to_what_was_said(work, visit, cells)
    if bill is None or not lines or lines[0].id == bill.id:
        edited = cells.written(visit, {**_HEAD, **_TAIL}, work.options.now.date())
    else:
        edited = cells.written(visit, _HEAD, work.options.now.date())
        edited = _with_more(edited, cells, work.options.now.date())
    return _put_visit(work, edited, cells)


def _hold_to_what_was_said(work: EditedFolder, visit: Visit, cells: Cells) -> None:
    """Refuse another day or type than another row of this file gave the same visit."""
    for name, place in _HEAD.items():
        said = cells.value(name, dt.date if name == "on" else VisitType)
        if said is not None and work.said.setdefault((visit.id, place.field), said) != said:
            cells.refuse(name, ProblemCode.SAID_OTHERWISE)


def _put_visit(work: EditedFolder, visit: Visit, cells: Cells) -> Visit:
    """Write a visit; a day on which it, or a line of it, cannot be is left as it was."""
    known = work.one(Visit, visit.id)
    if visit == known:
        return visit
    put = put_visit(work, visit)
    if isinstance(put, Visit):
        return put
    cells.refuse_bill(put, ("on",))
    if known is None:
        return visit
    put = put_visit(work, replace(visit, on=known.on))
    return put if isinstance(put, Visit) else known


def _come(work: EditedFolder, on: dt.date, cells: Cells) -> Visit:
    """Return the visit of a day with what a row says of it, a new one where she has none."""
    visit = visit_on(work, on)
    if visit is None:
        places = {"type": _HEAD["type"], **_TAIL}
        asked = cells.written(Visit(on=on), places, work.options.now.date())
        return _put_visit(work, replace(asked, client_id=work.client.id), cells)
    return _put_visit(work, _with_more(visit, cells, work.options.now.date()), cells)


def _with_more(visit: Visit, cells: Cells, today: dt.date) -> Visit:
    """Return the visit with what a row adds that is not its first; it replaces nothing."""
    for name in _OF_VISIT:
        place = _TAIL.get(name, _HEAD["type"])
        ours = getattr(visit, place.field)
        if cells.clears(name):
            cells.without([name])
        if not cells.speaks_of([name]):
            continue
        edited = cells.written(visit, {name: place}, today)
        theirs = getattr(edited, place.field)
        if ours in {None, "", theirs}:
            visit = edited
        elif isinstance(theirs, str) and theirs in ours:
            continue
        elif name == "notes":
            visit = replace(visit, notes=_with_new_lines(ours, theirs))
        elif name == "next_step":
            visit = replace(visit, next_step=f"{ours};{theirs}")
        else:
            cells.refuse(name, ProblemCode.SAID_OTHERWISE)
    return visit


def _with_new_lines(ours: str, theirs: str) -> str:
    known = ours.splitlines()
    return "\n".join([*known, *(line for line in theirs.splitlines() if line not in known)])


def _edited_bill(work: EditedFolder, bill: Bill, cells: Cells, places: Mapping[str, Place]) -> Bill:
    """Return the line as it stands now: a cell it cannot have is refused, the rest is written."""
    _drop_sign(bill.kind, cells)
    while cells.speaks_of(places):
        edited = cells.written(bill, places, work.options.now.date())
        put = bill if edited == bill else put_bill(work, edited)
        if isinstance(put, Bill):
            return put
        cells.refuse_bill(put, (*_CULPRITS.get(put, ()), *_MONEY_FIRST))
    return bill


def _added_bill(work: EditedFolder, visit: Visit | None, on: dt.date, cells: Cells) -> Bill | None:
    """Write a new line; None where it cannot be, of which the cells tell."""
    _drop_sign(BillKind.PAYMENT, cells)
    bill = Bill(client_id=work.client.id, visit_id=None if visit is None else visit.id, on=on)
    bill = cells.written(bill, _BILL, work.options.now.date())
    if cells.problems:
        return None
    put = put_bill(work, bill)
    if isinstance(put, Bill):
        return put
    cells.refuse_bill(put, (*_CULPRITS.get(put, ()), *_MONEY_FIRST))
    return None


def _drop_sign(kind: BillKind, cells: Cells) -> None:
    """Take -500 of a line that gives money back as the 500 it stands for."""
    paid = cells.value("paid", int)
    if paid is not None and paid < 0 and (cells.value("bill_kind", BillKind) or kind) in GIVEN_BACK:
        cells.says("paid", -paid)


def _at(work: EditedFolder, bill: Bill, visit: Visit) -> Bill:
    """Return the line at its visit, as it was where it cannot be."""
    put = put_bill(work, replace(bill, visit_id=visit.id))
    return put if isinstance(put, Bill) else bill
