"""What a line of a bill cannot say; an edit is held only to what it changes."""

import datetime as dt
from collections.abc import Callable
from typing import Final

from crm_desktop.domain.base_facts import stored_value_left
from crm_desktop.domain.billing import (
    DEPOSIT_REFUNDS,
    Standing,
    bills_after,
    made_package,
    makes_deposit,
    of_bill,
    sessions_drawn,
    state_without,
)
from crm_desktop.domain.errors.bills import BillProblem
from crm_desktop.domain.records.clinic import Bill, Deposit, Package
from crm_desktop.domain.records.enums import BillKind, DepositState
from crm_desktop.domain.refunds import GivenBack

_Check = Callable[[Bill | None, Bill | None, Standing], bool]


def problem(
    before: Bill | None, after: Bill | None, standing: Standing, today: dt.date
) -> BillProblem | None:
    """Return why a line cannot be added, edited or removed so; None where it can.

    A refund is compared with what it gives back where that is known (its deposit, its package,
    its order); a refund of anything else is believed.
    """
    is_moved = after is not None and (before is None or before.on != after.on)
    if after is not None and is_moved and after.on > today:
        return BillProblem.FUTURE
    return next((code for code, check in _CHECKS if check(before, after, standing)), None)


def _is_negative(before: Bill | None, after: Bill | None, _standing: Standing) -> bool:
    if after is None:
        return False
    known = _amounts(before) if before is not None else (None,) * 4
    amounts = zip(known, _amounts(after), (0, 0, 1, 1), strict=True)
    return any(was != is_ and is_ < least for was, is_, least in amounts)


def _amounts(bill: Bill) -> tuple[int, int, int, int]:
    sessions = 1 if bill.sessions is None else bill.sessions
    return bill.paid, bill.list_price or 0, bill.quantity, sessions


def _has_no_session(before: Bill | None, after: Bill | None, standing: Standing) -> bool:
    for package in standing.packages:
        more = sum(sessions_drawn(after, package.id)) - sum(sessions_drawn(before, package.id))
        if more > 0 and more > package.left:
            return True
    return False


def _sessions_are_used(before: Bill | None, after: Bill | None, standing: Standing) -> bool:
    """Tell whether a package would lose sessions that are gone, or go while lines draw on it."""
    made = of_bill(standing.packages, before)
    if not isinstance(made, Package):
        return False
    fewer = made_package(before) - made_package(after)
    if not made_package(after):
        return any(bill.package_id == made.id for bill in standing.bills)
    return fewer > 0 and fewer > made.left


def _deposit_is_used(before: Bill | None, after: Bill | None, standing: Standing) -> bool:
    return _own_is_used(before, after, standing) or _drawn_is_used(before, after, standing)


def _own_is_used(before: Bill | None, after: Bill | None, standing: Standing) -> bool:
    made = of_bill(standing.deposits, before)
    if not isinstance(made, Deposit) or before is None:
        return False
    stays = after is not None and after.kind is before.kind and not made_package(after)
    return not stays and any(bill.deposit_id == made.id for bill in standing.bills)


def _drawn_is_used(before: Bill | None, after: Bill | None, standing: Standing) -> bool:
    deposit = None if after is None else standing.deposit(after.deposit_id)
    if after is None or deposit is None:
        return False
    same = before is not None and (before.kind, before.deposit_id) == (after.kind, deposit.id)
    if same:
        return False
    state = state_without(deposit, before, standing)
    if after.kind is BillKind.FROM_DEPOSIT:
        return state is not DepositState.DEPOSIT
    return after.kind in DEPOSIT_REFUNDS and state is DepositState.REFUNDED


def _deposit_is_too_small(before: Bill | None, after: Bill | None, standing: Standing) -> bool:
    """Tell whether more is taken from a deposit than it holds, or it would hold less than taken."""
    bills = bills_after(before, after, standing)
    made = of_bill(standing.deposits, before)
    own = made if isinstance(made, Deposit) else None
    if own is not None and after is not None and makes_deposit(after):
        return _taken(bills, own.id) > after.paid
    deposit = None if after is None else standing.deposit(after.deposit_id)
    if after is None or deposit is None or after.kind is not BillKind.FROM_DEPOSIT:
        return False
    return after.paid > deposit.amount


def _taken(bills: list[Bill], deposit_id: int) -> int:
    drawn = [bill for bill in bills if bill.deposit_id == deposit_id]
    return max((abs(bill.paid) for bill in drawn), default=0)


def _is_refund_too_large(before: Bill | None, after: Bill | None, standing: Standing) -> bool:
    if after is None or after.kind not in DEPOSIT_REFUNDS:
        return False
    known = 0 if before is None or before.kind not in DEPOSIT_REFUNDS else abs(before.paid)
    if before is not None and abs(after.paid) <= known:
        return False
    given = GivenBack(bills_after(before, after, standing), after, standing)
    deposit, package = standing.deposit(after.deposit_id), standing.package(after.package_id)
    if deposit is not None and given.of_deposit() > deposit.amount:
        return True
    if package is not None and package.paid is not None and given.of_package() > package.paid:
        return True
    return given.is_more_than_its_order()


def _is_overdrawn(before: Bill | None, after: Bill | None, standing: Standing) -> bool:
    left = stored_value_left(bills_after(before, after, standing))
    return left < 0 and left < stored_value_left(standing.bills)


_CHECKS: Final[tuple[tuple[BillProblem, _Check], ...]] = (
    (BillProblem.NEGATIVE, _is_negative),
    (BillProblem.NO_SESSION_LEFT, _has_no_session),
    (BillProblem.SESSIONS_USED, _sessions_are_used),
    (BillProblem.DEPOSIT_USED, _deposit_is_used),
    (BillProblem.DEPOSIT_TOO_SMALL, _deposit_is_too_small),
    (BillProblem.REFUND_TOO_LARGE, _is_refund_too_large),
    (BillProblem.STORED_VALUE_OVERDRAWN, _is_overdrawn),
)
