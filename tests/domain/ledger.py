"""A client's lines of bills and what follows from them, kept in memory by the rules alone."""

import dataclasses
import datetime as dt
import itertools
from typing import Any

from crm_desktop.domain import billing
from crm_desktop.domain.bill_checks import problem
from crm_desktop.domain.errors import BillProblem
from crm_desktop.domain.records import Bill, CompletedProject, Deposit, Package, PotentialProject

TODAY = dt.date(2026, 11, 22)
DAY = dt.date(2026, 3, 1)

_PLACES: dict[type[Any], str] = {
    CompletedProject: "completed",
    Package: "packages",
    Deposit: "deposits",
    PotentialProject: "potential",
}


class Ledger:
    """Writes lines as the service does, and holds what stands after each."""

    def __init__(self, **standing: Any) -> None:  # noqa: ANN401 - the fields of a standing
        self.standing = billing.Standing(**standing)
        self._ids = itertools.count(100)

    def put(self, **facts: Any) -> BillProblem | int:  # noqa: ANN401 - the fields of a line
        """Add a line; return its number, or why it was refused."""
        return self.write(None, Bill(client_id=1, **{"on": DAY, **facts}))

    def edit(self, bill_id: int, **facts: Any) -> BillProblem | int:  # noqa: ANN401 - as above
        before = self.bill(bill_id)
        return self.write(before, dataclasses.replace(before, **facts))

    def remove(self, bill_id: int) -> BillProblem | int:
        return self.write(self.bill(bill_id), None)

    def bill(self, bill_id: int) -> Bill:
        return next(bill for bill in self.standing.bills if bill.id == bill_id)

    def write(self, before: Bill | None, after: Bill | None) -> BillProblem | int:
        if after is not None:
            after = billing.resolved(after, before, self.standing)
        code = problem(before, after, self.standing, TODAY)
        if code is not None:
            return code
        if after is not None and not after.id:
            after = dataclasses.replace(after, id=next(self._ids))
        following = billing.consequences(before, after, self.standing, TODAY)
        bills = billing.bills_after(before, after, self.standing)
        self.standing = dataclasses.replace(self.standing, bills=tuple(bills))
        for gone in following.gone:
            self._keep(gone, ())
        for made in following.put:
            self._keep(made, (dataclasses.replace(made, id=made.id or next(self._ids)),))
        return 0 if after is None else after.id

    def _keep(self, record: billing.Made, now: tuple[billing.Made, ...]) -> None:
        place = _PLACES[type(record)]
        others = [each for each in getattr(self.standing, place) if each.id != record.id]
        kept: dict[str, Any] = {place: (*others, *now)}
        self.standing = dataclasses.replace(self.standing, **kept)
