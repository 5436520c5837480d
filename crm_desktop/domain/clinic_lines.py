"""A line of a clinic's list beside one of ours: what it says, and what of it is to stand."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from crm_desktop.domain.base_facts import GIVEN_BACK
from crm_desktop.domain.clinic_rows import BillRow
from crm_desktop.domain.drafts import BillDraft
from crm_desktop.domain.foreign import Cells, text_of
from crm_desktop.domain.import_plan import Accept, Decision, Difference, Options, Value
from crm_desktop.domain.open_file import is_same
from crm_desktop.domain.records.clinic import Bill
from crm_desktop.domain.records.enums import BillKind

_BACK: Final = {
    BillKind.STORED_VALUE: BillKind.STORED_VALUE_REFUND,
    BillKind.DEPOSIT: BillKind.DEPOSIT_REFUND,
    BillKind.STORED_VALUE_REFUND: BillKind.STORED_VALUE_REFUND,
    BillKind.DEPOSIT_REFUND: BillKind.DEPOSIT_REFUND,
}
_FIELDS: Final[Mapping[str, str]] = {
    "order_number": "visit.order_number",
    "on": "visit.on",
    "kind": "visit.bill_kind",
    "project": "visit.project",
    "category": "visit.category",
    "quantity": "visit.quantity",
    "list_price": "visit.list_price",
    "paid": "visit.paid",
}
"""What of a line is compared, and what a difference in it is called."""


@dataclass(slots=True)
class Merged:
    """What a line of ours becomes; `undecided` are what it says that nobody has decided."""

    bill: Bill
    differences: list[Difference] = field(default_factory=list)
    undecided: set[str] = field(default_factory=set)


def line_of(draft: BillDraft, client_id: int) -> Bill:
    """Return a line as a record of ours; money that went back is one of the refunds."""
    paid, kind = draft.paid or 0, draft.kind or BillKind.PAYMENT
    if paid < 0:
        kind = _BACK.get(kind, BillKind.REFUND)
    return Bill(
        client_id=client_id,
        on=draft.on or dt.date.min,
        order_number=draft.order_number,
        kind=kind,
        project=draft.project,
        category=draft.category,
        quantity=draft.quantity,
        list_price=None if draft.list_price is None else abs(draft.list_price),
        paid=abs(paid),
    )


def cells_of_line(draft: BillDraft, line: Bill) -> dict[str, str]:
    """Return what a line says, as the base keeps it."""
    said = {name: text_of(getattr(line, name)) for name in _FIELDS}
    said["type"] = text_of(draft.visit_type)
    said["doctor"] = draft.doctor
    return {name: text for name, text in said.items() if text}


def merged(ours: Bill, theirs: Bill, row: BillRow, base: Cells | None, options: Options) -> Merged:
    """Return our line after theirs: what they changed is taken unless she changed it too.

    Without a base nothing of ours is overwritten: a blank is filled, else it is asked.
    """
    result = Merged(bill=ours)
    for name, told in _fields(row, ours, theirs):
        own, other = getattr(ours, name), getattr(theirs, name)
        decision = _decision(own, other, _base_of(base, name))
        if decision is Decision.TAKEN and options.is_overtaken:
            decision = Decision.KEPT
        if decision is Decision.KEPT:
            accept = options.decided.get((row.sheet, row.row_number, told), None)
            is_decided = accept is not None
            accept = accept or options.accept
            decision = Decision.TAKEN if accept is Accept.THEIRS else Decision.KEPT
            if decision is Decision.KEPT and not is_decided:
                result.undecided.add(name)
        if decision is not None:
            result.differences.append(_difference(ours, told, own, other, decision, base, name))
        if decision not in {None, Decision.KEPT}:
            result.bill = replace(result.bill, **{name: other})
    return result


def _fields(row: BillRow, ours: Bill, theirs: Bill) -> Iterator[tuple[str, str]]:
    """Yield what the two say differently, leaving out what theirs does not speak of."""
    is_back = theirs.kind in GIVEN_BACK
    for name, told in _FIELDS.items():
        own, other = getattr(ours, name), getattr(theirs, name)
        is_silent = other is None or other == ""
        if name == "kind":
            is_silent = row.draft.kind is None and is_back == (ours.kind in GIVEN_BACK)
        if not is_silent and not is_same(own, other):
            yield name, told


def _base_of(base: Cells | None, name: str) -> str | None:
    return None if base is None else base.get(name, "")


def _decision(ours: Value, theirs: Value, base: str | None) -> Decision | None:
    """Return what becomes of a difference, None where they have not changed what they said."""
    if base is not None and text_of(theirs) == base:
        return None
    if ours is None or ours == "":
        return Decision.FILLED
    return Decision.TAKEN if base is not None and text_of(ours) == base else Decision.KEPT


def _difference(  # noqa: PLR0913, PLR0917 - the parts of a difference
    bill: Bill,
    told: str,
    ours: Value,
    theirs: Value,
    decision: Decision,
    base: Cells | None,
    name: str,
) -> Difference:
    return Difference(
        client_id=bill.client_id,
        field=told,
        ours=ours,
        theirs=theirs,
        decision=decision,
        base=_base_of(base, name),
        has_base=base is not None,
        part=f"v{bill.visit_id}/b{bill.id}" if bill.visit_id else f"b{bill.id}",
    )
