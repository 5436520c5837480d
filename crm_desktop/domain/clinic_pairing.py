"""Which line of a clinic's list is which line of ours: by its order, else by what it says."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from crm_desktop.domain.base_facts import GIVEN_BACK
from crm_desktop.domain.counterparts import joined
from crm_desktop.domain.foreign import Cells
from crm_desktop.domain.open_file import text_key
from crm_desktop.domain.records.clinic import Bill
from crm_desktop.domain.records.enums import BillKind

Key = Callable[[Bill], object]

_AHEAD: Final = {BillKind.STORED_VALUE, BillKind.DEPOSIT}


def pair(
    ours: Sequence[Bill],
    theirs: Sequence[Bill],
    bases: Mapping[int, Cells],
    *,
    is_overtaken: bool = False,
) -> list[Bill | None]:
    """Return for each of their lines the one of ours it is, None for a line we lack.

    `bases` are what they last said of a line of ours, by its number: that is what a line of
    theirs is looked for by, whatever she made of it since, then what stands with us. A line of
    an order is that of ours with the same order, project and amount; a line she typed herself,
    without an order number, is the n-th of the same day, project and amount; what is left over
    of an order, a project or an amount on one day was changed by them if they had said it
    before, and so was the number of an order that is gone. Another amount on another day is
    another payment of the order. In a list that was overtaken even what was changed twice since
    is no news.
    """
    known = [as_told(bill, bases[bill.id]) for bill in ours if bill.id in bases]
    found: list[int | None] = [None] * len(theirs)
    free = {bill.id for bill in ours}
    _meet(known, theirs, _all_of_it, free, found)
    for rule, is_open in (*_RULES, *(((_day, False),) if is_overtaken else ())):
        _meet(known, theirs, rule, free, found)
        _meet([one for one in ours if is_open or one.id in bases], theirs, rule, free, found)
    held = {bill.order_number for bill in (*ours, *known)}
    _meet_renumbered(known, theirs, held, free, found)
    by_id = {bill.id: bill for bill in ours}
    return [None if number is None else by_id[number] for number in found]


def dropped(
    ours: Sequence[Bill], theirs: Sequence[str], bases: Mapping[int, Cells]
) -> Iterator[int]:
    """Yield the places of their (joined) lines that she took out since they said the very same."""
    here = {bill.id for bill in ours}
    gone = Counter(joined(cells.items()) for number, cells in bases.items() if number not in here)
    for place, text in enumerate(theirs):
        if gone[text] > 0:
            gone[text] -= 1
            yield place


def _meet(
    ours: Sequence[Bill], theirs: Sequence[Bill], rule: Key, free: set[int], found: list[int | None]
) -> None:
    """Let those of ours that are `free` meet the lines without one that are the same by a rule."""
    waiting: defaultdict[object, list[Bill]] = defaultdict(list)
    for bill in ours:
        key = rule(bill) if bill.id in free else None
        if key is not None:
            waiting[key].append(bill)
    for place, line in enumerate(theirs):
        key = rule(line) if waiting and found[place] is None else None
        met = _fitting(waiting[key], line) if key is not None and key in waiting else None
        if met is not None:
            found[place] = met.id
            free.remove(met.id)


def _meet_renumbered(
    known: Sequence[Bill],
    theirs: Sequence[Bill],
    held: Collection[str],
    free: set[int],
    found: list[int | None],
) -> None:
    """Let lines that were booked again by another number meet what is left of ours.

    The old number must be gone from the list, and the new one be new to us; the amount may
    have been corrected with it.
    """
    said = {line.order_number for line in theirs}
    left = [bill for bill in known if bill.order_number not in said]
    fresh = [replace(line, order_number="") for line in theirs]
    for place, line in enumerate(theirs):
        if found[place] is None and line.order_number in held:
            found[place] = 0
    for rule in (_same_fact, _project_of_day):
        _meet(left, fresh, rule, free, found)
    for place, number in enumerate(found):
        found[place] = number or None


def as_told(bill: Bill, said: Cells) -> Bill:
    """Return a line of ours as they told it last; what they left blank they did not say."""
    if not said:
        return bill
    return replace(
        bill,
        order_number=said.get("order_number", ""),
        on=dt.date.fromisoformat(said["on"]) if "on" in said else bill.on,
        kind=BillKind(said["kind"]) if "kind" in said else bill.kind,
        project=said.get("project", ""),
        paid=int(said["paid"]) if "paid" in said else bill.paid,
    )


def _fitting(waiting: list[Bill], line: Bill) -> Bill | None:
    """Take the first that may be the line: two order numbers that differ are two facts."""
    for place, bill in enumerate(waiting):
        if not (bill.order_number and line.order_number) or (
            bill.order_number == line.order_number
        ):
            return waiting.pop(place)
    return None


def _amount(bill: Bill) -> object:
    return sense(bill), abs(bill.paid)


def sense(bill: Bill) -> int:
    """Return what sort of line it is: a refund or a session is never the sale of its order."""
    if bill.kind in GIVEN_BACK:
        return 0
    return 1 if bill.kind is BillKind.SESSION else 2 if bill.kind in _AHEAD else 3


def _all_of_it(bill: Bill) -> object:
    return bill.order_number, bill.on, text_key(bill.project), _amount(bill)


def _exactly(bill: Bill) -> object:
    if not bill.order_number:
        return None
    return bill.order_number, text_key(bill.project), _amount(bill)


def _same_fact(bill: Bill) -> object:
    return bill.on, text_key(bill.project), _amount(bill)


def _project_of_order(bill: Bill) -> object:
    if not bill.order_number:
        return None
    return bill.order_number, bill.on, text_key(bill.project), sense(bill)


def _order(bill: Bill) -> object:
    return (bill.order_number, bill.on, sense(bill)) if bill.order_number else None


def _project_of_day(bill: Bill) -> object:
    return bill.on, text_key(bill.project), sense(bill)


def _amount_of_day(bill: Bill) -> object:
    return (bill.on, _amount(bill)) if bill.paid else None


def _day(bill: Bill) -> object:
    return bill.on, sense(bill)


_RULES: Final[tuple[tuple[Key, bool], ...]] = (
    (_exactly, True),
    (_same_fact, True),
    (_project_of_order, True),
    (_order, False),
    (_project_of_day, False),
    (_amount_of_day, False),
)
"""How lines meet, the surest way first, and whether one they never spoke of may meet so."""
