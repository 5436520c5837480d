"""What the lines of a bill say was done: each treatment once, however many ways it was paid.

A project of one bill paid partly by a deposit or stored value is told of by the line that stands
first in `_WAYS`; the other lines pay for it.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Final

from crm_desktop.domain.base_facts import SALES, order_of
from crm_desktop.domain.records.clinic import Bill, CompletedProject
from crm_desktop.domain.records.enums import BillKind

_WAYS: Final = (BillKind.PAYMENT, BillKind.FROM_STORED_VALUE, BillKind.FROM_DEPOSIT)

Done = tuple[CompletedProject | None, CompletedProject | None]


def is_same_project(one: str, other: str) -> bool:
    """Tell whether two names mean one project."""
    return bool(one.strip()) and one.strip().casefold() == other.strip().casefold()


def pays_beside(bill: Bill, bills: Iterable[Bill]) -> bool:
    """Tell whether a line only helps to pay what another line of its bill tells of."""
    return bill.kind in SALES and any(
        other.kind in SALES
        and _WAYS.index(other.kind) < _WAYS.index(bill.kind)
        and order_of(other) == order_of(bill)
        and is_same_project(other.project, bill.project)
        for other in bills
        if other.id != bill.id
    )


def times_done(bill: Bill | None, bills: Collection[Bill]) -> int:
    """Return how often a line among `bills` does its project, 0 for not at all."""
    if bill is None or not bill.project.strip():
        return 0
    if bill.kind is BillKind.SESSION:
        return bill.quantity
    is_done = bill.kind in SALES and bill.is_treated and not bill.sessions
    return bill.quantity if is_done and not pays_beside(bill, bills) else 0


def beside(line: Bill, bills: Iterable[Bill]) -> Iterator[Bill]:
    """Yield the other lines of its bill that tell of the same project."""
    for other in bills:
        is_of_it = order_of(other) == order_of(line) and other.kind in SALES
        if other.id != line.id and is_of_it and is_same_project(other.project, line.project):
            yield other


def completed(
    before: tuple[Bill | None, Collection[Bill]],
    after: tuple[Bill | None, Collection[Bill]],
    held: CompletedProject | None,
    on: dt.date,
) -> Done:
    """Return what a line did is to be written as, and what goes.

    The line stood as `before` says among these lines and will stand as `after` says; `held` is
    what it did so far, and `on` the day on which what is new was done.
    """
    line, times = after[0], times_done(*after)
    if line is None or not times:
        return None, held
    was, was_times = before[0], times_done(*before)
    if held is None:
        if was_times:
            return None, None  # She took it out by hand.
        made = CompletedProject(client_id=line.client_id, bill_id=line.id, times=times, on=on)
        return replace(made, project=line.project.strip()), None
    moved = was is not None and held.on == was.on
    edited = replace(held, project=line.project.strip(), times=times)
    edited = replace(edited, on=line.on if moved else held.on)
    return (None if edited == held else edited), None
