"""What counts: the one place that says what an arrival, money paid and one bill are.

Visit = a day with an arrival; paid = payments less refunds by the day of payment; deposits apart
until they are converted; stored value once, when it is put in (spec: base facts).
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from crm_desktop.domain.records.clinic import Bill, Visit
from crm_desktop.domain.records.enums import BillKind, VisitType

SALES: Final = frozenset({BillKind.PAYMENT, BillKind.FROM_STORED_VALUE, BillKind.FROM_DEPOSIT})
"""Lines by which a project, or a package of it, was bought."""

GIVEN_BACK: Final = frozenset(
    {BillKind.REFUND, BillKind.DEPOSIT_REFUND, BillKind.STORED_VALUE_REFUND}
)
"""Lines by which money went back to her; shown as negative whether it had counted or not."""

COUNTED: Final[Mapping[BillKind, int]] = MappingProxyType(
    {
        BillKind.PAYMENT: 1,
        BillKind.STORED_VALUE: 1,
        BillKind.FROM_DEPOSIT: 1,
        BillKind.REFUND: -1,
        BillKind.STORED_VALUE_REFUND: -1,
    }
)
"""1 is added to what she paid, -1 taken from it; a kind that is not here does not count."""

STORED: Final[Mapping[BillKind, int]] = MappingProxyType(
    {
        BillKind.STORED_VALUE: 1,
        BillKind.FROM_STORED_VALUE: -1,
        BillKind.STORED_VALUE_REFUND: -1,
    }
)
"""What a kind does to the stored value."""


def counted(bill: Bill) -> int:
    """Return what a line adds to what she paid, in fen."""
    sign = COUNTED.get(bill.kind, 0)
    return -abs(bill.paid) if sign < 0 else sign * bill.paid


def counted_sql() -> str:
    """Return `counted` as an expression of SQL over the columns `kind` and `paid`."""
    plus = ", ".join(f"'{kind.value}'" for kind, sign in COUNTED.items() if sign > 0)
    minus = ", ".join(f"'{kind.value}'" for kind, sign in COUNTED.items() if sign < 0)
    return f"CASE WHEN kind IN ({plus}) THEN paid WHEN kind IN ({minus}) THEN -abs(paid) ELSE 0 END"


def signed(bill: Bill) -> int:
    """Return the amount as it is shown: negative where money went back, counted or not."""
    return -abs(bill.paid) if bill.kind in GIVEN_BACK else bill.paid


def paid(bills: Iterable[Bill], first: dt.date = dt.date.min, last: dt.date = dt.date.max) -> int:
    """Return what was paid from `first` through `last`, in fen."""
    return sum(counted(bill) for bill in bills if first <= bill.on <= last)


def paid_by_year(bills: Iterable[Bill]) -> dict[int, int]:
    """Return what was paid in each year that has a line that counts, the earliest first."""
    years: defaultdict[int, int] = defaultdict(int)
    for bill in bills:
        if bill.kind in COUNTED:
            years[bill.on.year] += counted(bill)
    return dict(sorted(years.items()))


def stored_value_left(bills: Iterable[Bill]) -> int:
    """Return the stored value still to be spent, in fen."""
    return sum(STORED.get(bill.kind, 0) * abs(bill.paid) for bill in bills)


def largest_order(
    bills: Iterable[Bill], first: dt.date = dt.date.min, last: dt.date = dt.date.max
) -> int:
    """Return the largest bill paid within the days, in fen; 0 for none.

    One bill is all payments of one order number; without one, all lines of one visit.
    """
    orders: defaultdict[tuple[str, object], int] = defaultdict(int)
    for bill in bills:
        if first <= bill.on <= last:
            orders[order_of(bill)] += counted(bill)
    return max(orders.values(), default=0)


def order_of(bill: Bill) -> tuple[str, object]:
    """Return what the lines of one bill have in common."""
    if bill.order_number:
        return "order", bill.order_number
    if bill.visit_id is not None:
        return "visit", bill.visit_id
    return "line", bill.id


def arrival_days(visits: Iterable[Visit]) -> frozenset[dt.date]:
    """Return the days on which she arrived; two visits on one day are one."""
    return frozenset(visit.on for visit in visits)


def rhythm_days(visits: Iterable[Visit]) -> frozenset[dt.date]:
    """Return the days her rhythm is read from: not those with nothing but a dispute."""
    return frozenset(visit.on for visit in visits if visit.type is not VisitType.DISPUTE)
