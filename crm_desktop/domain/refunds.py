"""What may still be given back, and whether a refund was noted before."""

from collections.abc import Iterable

from crm_desktop.domain.base_facts import GIVEN_BACK, SALES
from crm_desktop.domain.billing import DEPOSIT_REFUNDS, Standing
from crm_desktop.domain.records.clinic import Bill
from crm_desktop.domain.records.enums import BillKind


class GivenBack:
    """Adds up what refunds like one of them give back.

    A refund of a package or a deposit gives back of the order too that made it.
    """

    def __init__(self, bills: Iterable[Bill], like: Bill, standing: Standing) -> None:
        bills = [*bills]
        self._orders = {bill.id: bill.order_number for bill in bills}
        self._standing = standing
        self._back = [bill for bill in bills if bill.kind in GIVEN_BACK]
        self._taken = [bill for bill in bills if bill.kind not in GIVEN_BACK]
        self._like = like

    def of_deposit(self) -> int:
        """Return what was given back of its deposit, in fen."""
        return _sum(bill for bill in self._back if bill.deposit_id == self._like.deposit_id)

    def of_package(self) -> int:
        """Return what was given back of its package, in fen."""
        return _sum(bill for bill in self._back if bill.package_id == self._like.package_id)

    def is_more_than_its_order(self) -> bool:
        """Tell whether more is given back than its order took, where the book knows the order."""
        return self._of_order() > 0 and self.left_of_order() < 0

    def left_of_order(self) -> int:
        """Return what its numbered order took and did not give back, in fen."""
        number = self._number(self._like)
        back = (bill for bill in self._back if number and self._number(bill) == number)
        return self._of_order() - _sum(back)

    def _of_order(self) -> int:
        """Return what its order took: a deposit that was used in it came once."""
        number = self._number(self._like)
        of_it = (bill for bill in self._taken if number and bill.order_number == number)
        return _sum(bill for bill in of_it if not self._is_own_deposit(bill))

    def _is_own_deposit(self, bill: Bill) -> bool:
        return bill.kind is BillKind.FROM_DEPOSIT and self._made_in(bill) == bill.order_number

    def _number(self, bill: Bill) -> str:
        return bill.order_number or self._made_in(bill)

    def _made_in(self, bill: Bill) -> str:
        package = self._standing.package(bill.package_id)
        source = package or self._standing.deposit(bill.deposit_id)
        made_by = None if source is None else source.bill_id
        return "" if made_by is None else self._orders.get(made_by, "")


def left_of(source: Bill, standing: Standing) -> int:
    """Return what can still be given back of the bill a line stands in, in fen.

    Without an order number a refund tells only of its project: all that was paid for it without
    one is held against all that was given back of it since.
    """
    if source.order_number:
        return GivenBack(standing.bills, source, standing).left_of_order()
    like = [bill for bill in standing.bills if not bill.order_number and _is_like(bill, source)]
    like = [bill for bill in like if not _is_of_earlier_money(bill, standing)]
    taken = [bill for bill in like if bill.kind in SALES or bill.kind is BillKind.DEPOSIT]
    first = min((bill.on for bill in taken), default=source.on)
    back = [bill for bill in like if bill.kind in DEPOSIT_REFUNDS and bill.on >= first]
    return _sum(taken) - _sum(back)


def noted_before(refund: Bill, bills: Iterable[Bill]) -> Bill | None:
    """Return a refund of the same project and amount on the same day or of the same order.

    It may be another one all the same; None where nothing like it is noted.
    """
    if refund.kind not in DEPOSIT_REFUNDS or not refund.paid:
        return None
    for other in bills:
        is_refund = other.kind in DEPOSIT_REFUNDS and other.id != refund.id
        is_equal = _is_like(other, refund) and abs(other.paid) == abs(refund.paid)
        if is_refund and is_equal and (other.on == refund.on or _is_same_order(other, refund)):
            return other
    return None


def _is_of_earlier_money(bill: Bill, standing: Standing) -> bool:
    """Tell whether a line moves money that another line, or none, tells of.

    That is the use of a deposit a line took, and a refund of what was noted by hand.
    """
    source = standing.package(bill.package_id) or standing.deposit(bill.deposit_id)
    if source is None:
        return False
    return (source.bill_id is None) is (bill.kind in DEPOSIT_REFUNDS)


def _is_like(one: Bill, other: Bill) -> bool:
    return one.project.strip().casefold() == other.project.strip().casefold()


def _is_same_order(one: Bill, other: Bill) -> bool:
    return bool(one.order_number) and one.order_number == other.order_number


def _sum(bills: Iterable[Bill]) -> int:
    return sum(abs(bill.paid) for bill in bills)
