"""Which line of a clinic's list is which line of ours: by its order, else by what it says."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
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

    `bases` are what they last said of a line of ours, by its number. A line of an order is
    that of ours with the same order, project and amount; a line she typed herself, without an
    order number, is the n-th of the same day, project and amount; what is left over of an
    order, a project or an amount on one day was changed by them if they had said it before, and
    so was the number of an order that is gone. Another amount on another day is another payment
    of the order. In a list that was overtaken even what was changed twice since is no news.
    """
    known = frozenset(bases)
    found: list[Bill | None] = [None] * len(theirs)
    free = {bill.id: bill for bill in ours}
    for rule, is_open in (*_RULES, *(((_day, _none),) if is_overtaken else ())):
        waiting: defaultdict[object, list[Bill]] = defaultdict(list)
        for bill in free.values():
            key = rule(bill)
            if key is not None and (is_open(bill) or bill.id in known):
                waiting[key].append(bill)
        for place, line in enumerate(theirs):
            key = rule(line)
            if found[place] is None and key is not None and waiting.get(key):
                met = _fitting(waiting[key], line)
                if met is not None:
                    found[place] = met
                    del free[met.id]
    left = [bill for bill in free.values() if bill.id in known]
    return _with_renumbered(found, ours, theirs, left)


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


def _with_renumbered(
    found: Sequence[Bill | None],
    ours: Sequence[Bill],
    theirs: Sequence[Bill],
    left: Sequence[Bill],
) -> list[Bill | None]:
    """Return what was found, and those `left` of ours that were booked again by another number.

    The old number must be gone from the list, and the new one be new to us; the amount may
    have been corrected with it.
    """
    said = {line.order_number for line in theirs}
    held = {bill.order_number for bill in ours}
    gone = {bill.id: bill for bill in left if bill.order_number not in said}
    result = list(found)
    for rule in (_same_fact, _project_of_day):
        waiting: defaultdict[object, list[Bill]] = defaultdict(list)
        for bill in gone.values():
            waiting[rule(bill)].append(bill)
        for place, line in enumerate(theirs):
            alike = waiting.get(rule(line))
            if result[place] is None and line.order_number not in held and alike:
                result[place] = met = alike.pop(0)
                del gone[met.id]
    return result


def _fitting(waiting: list[Bill], line: Bill) -> Bill | None:
    """Take the first that may be the line: two order numbers that differ are two facts."""
    for place, bill in enumerate(waiting):
        if not (bill.order_number and line.order_number) or (
            bill.order_number == line.order_number
        ):
            return waiting.pop(place)
    return None


def _amount(bill: Bill) -> object:
    return _sense(bill), abs(bill.paid)


def _sense(bill: Bill) -> int:
    """Return what sort of line it is: a refund or a session is never the sale of its order."""
    if bill.kind in GIVEN_BACK:
        return 0
    return 1 if bill.kind is BillKind.SESSION else 2 if bill.kind in _AHEAD else 3


def _exactly(bill: Bill) -> object:
    if not bill.order_number:
        return None
    return bill.order_number, text_key(bill.project), _amount(bill)


def _same_fact(bill: Bill) -> object:
    return bill.on, text_key(bill.project), _amount(bill)


def _project_of_order(bill: Bill) -> object:
    if not bill.order_number:
        return None
    return bill.order_number, bill.on, text_key(bill.project), _sense(bill)


def _order(bill: Bill) -> object:
    return (bill.order_number, bill.on, _sense(bill)) if bill.order_number else None


def _project_of_day(bill: Bill) -> object:
    return bill.on, text_key(bill.project), _sense(bill)


def _amount_of_day(bill: Bill) -> object:
    return (bill.on, _amount(bill)) if bill.paid else None


def _day(bill: Bill) -> object:
    return bill.on, _sense(bill)


def _any(_bill: Bill) -> bool:
    return True


def _none(_bill: Bill) -> bool:
    return False


_RULES: Final[tuple[tuple[Key, Callable[[Bill], bool]], ...]] = (
    (_exactly, _any),
    (_same_fact, _any),
    (_project_of_order, _any),
    (_order, _none),
    (_project_of_day, _none),
    (_amount_of_day, _none),
)
"""How lines meet, the surest way first, and whether one they never spoke of may meet so."""
