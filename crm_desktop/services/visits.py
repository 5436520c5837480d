"""Visits: what she came for, what was done and paid, and all that follows from it."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from crm_desktop.database import Database
from crm_desktop.domain import billing
from crm_desktop.domain.errors import BillProblem, BillRefused
from crm_desktop.domain.records import (
    Bill,
    BillKind,
    Change,
    Client,
    CompletedProject,
    Deposit,
    DepositState,
    Package,
    PotentialProject,
    Visit,
)
from crm_desktop.domain.refunds import left_of
from crm_desktop.services import visit_writing as writing
from crm_desktop.services.checking import checked
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import fetch, get, put, table_of


class Visits:
    """What the consultant does when somebody came, paid, or got money back."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def record(self, visit: Visit, bills: Iterable[Bill] = ()) -> Change:
        """Write one visit with its lines and everything that follows, as one change.

        A session finds the package of its project by itself, one bought in the same visit too.

        Raises:
            BillRefused: A line would say what cannot be.
            FactRefused: Something about the visit or a line cannot be true.
        """
        with self._journal.change("visit.edit" if visit.id else "visit.add") as work:
            work.about(_called(work.session, visit.client_id))
            today = work.at.date()
            visit_id = writing.put_visit(work, checked(work.session, visit, today))
            known = writing.bills_of(work.session, visit.client_id)
            for bill in billing.in_order(bills):
                owned = replace(bill, client_id=visit.client_id, visit_id=visit_id)
                writing.put_bill(work, checked(work.session, owned, today), known)
        return work.change

    def put_bills(self, bills: Sequence[Bill]) -> Change:
        """Write new lines of one client, those that draw on something last, as one change.

        Raises:
            BillRefused: One of them would say what cannot be.
            FactRefused: Something about one of them cannot be true.
        """
        with self._journal.change("bill.add") as work:
            client_id = bills[0].client_id
            work.about(_called(work.session, client_id))
            known = writing.bills_of(work.session, client_id)
            for bill in billing.in_order(bills):
                writing.put_bill(work, checked(work.session, bill, work.at.date()), known)
        return work.change

    def put_bill(self, bill: Bill) -> Change:
        """Write one line, added (id 0) or edited.

        Raises:
            BillRefused: It would say what cannot be.
        """
        with self._journal.change("bill.edit" if bill.id else "bill.add") as work:
            work.about(_called(work.session, bill.client_id))
            writing.put_bill(work, checked(work.session, bill, work.at.date()))
        return work.change

    def remove_bill(self, bill_id: int) -> Change:
        """Take a line out with all that followed from it.

        Raises:
            BillRefused: Something it made was used since.
        """
        with self._journal.change("bill.remove") as work:
            work.about(_called(work.session, get(work.session, Bill, bill_id).client_id))
            writing.remove_bill(work, bill_id)
        return work.change

    def remove_visit(self, visit_id: int) -> Change:
        """Take a visit out with its lines.

        Raises:
            BillRefused: Something one of them made was used since.
        """
        with self._journal.change("visit.remove") as work:
            work.about(_called(work.session, get(work.session, Visit, visit_id).client_id))
            writing.remove_visit(work, visit_id)
        return work.change

    def use_session(self, package_id: int, on: dt.date) -> Change:
        """Note that a session of a package was had, at the visit of that day if there is one.

        Raises:
            BillRefused: None is left.
        """
        with self._journal.change("session.use") as work:
            package = get(work.session, Package, package_id)
            work.about(_called(work.session, package.client_id))
            line = Bill(client_id=package.client_id, on=on, kind=BillKind.SESSION)
            line = replace(line, package_id=package.id, project=package.project)
            writing.put_bill(work, _at_visit(work.session, line))
        return work.change

    def treat(self, deposit_id: int, on: dt.date) -> Change:
        """Note that what was paid ahead was done: a deposit becomes a payment on that day.

        Raises:
            BillRefused: It was used or given back already, or that day is still to come.
        """
        with self._journal.change("deposit.treat") as work:
            session = work.session
            if on > work.at.date():
                raise BillRefused(BillProblem.FUTURE)
            deposit = get(session, Deposit, deposit_id)
            work.about(_called(session, deposit.client_id))
            if deposit.state is not DepositState.PAID_UNTREATED:
                line = replace(_line(deposit, BillKind.FROM_DEPOSIT), on=on)
                writing.put_bill(work, _at_visit(session, line))
            elif deposit.bill_id is not None:
                bill = get(session, Bill, deposit.bill_id)
                writing.put_bill(work, replace(bill, is_treated=True), done_on=on)
            else:
                put(session, replace(deposit, state=DepositState.CONVERTED))
                done = CompletedProject(client_id=deposit.client_id, project=deposit.project)
                if done.project:
                    put(session, replace(done, on=on))
        return work.change

    def refund(
        self, source: Bill | Package | Deposit, amount: int, on: dt.date, sessions: int = 1
    ) -> Change:
        """Note that money went back: of an order, of `sessions` of a package, of a deposit.

        Raises:
            BillRefused: It is more than was paid, or than is left of its order by now.
        """
        with self._journal.change("bill.refund") as work:
            work.about(_called(work.session, source.client_id))
            if isinstance(source, Bill):
                _hold_to_what_is_left(work.session, source, amount)
            source = _made_of(work.session, source)
            line = _line(source, BillKind.REFUND)
            count = sessions if isinstance(source, Package) else 1
            line = replace(line, paid=amount, on=on, quantity=count)
            writing.put_bill(work, _at_visit(work.session, line))
        return work.change

    def project_names(self, limit: int = 500) -> tuple[str, ...]:
        """Return the names of projects of the whole book, those met most often first."""
        found: dict[str, int] = {}
        with self._database.read() as session:
            for kind in (Bill, CompletedProject, PotentialProject, Package):
                for name in session.scalars(select(table_of(kind).c.project)):
                    found[name] = found.get(name, 0) + 1
        names = sorted(found, key=lambda name: (-found[name], name))
        return tuple(name for name in names if name.strip())[:limit]


def _called(session: Session, client_id: int) -> str:
    return get(session, Client, client_id).called


def _made_of(session: Session, source: Bill | Package | Deposit) -> Bill | Package | Deposit:
    """Return the package or the deposit a line made, else what was given."""
    if not isinstance(source, Bill):
        return source
    packages = fetch(session, Package, table_of(Package).c.bill_id == source.id)
    deposits = fetch(session, Deposit, table_of(Deposit).c.bill_id == source.id)
    made: list[Bill | Package | Deposit] = [*packages, *deposits]
    return made[0] if made else source


def _hold_to_what_is_left(session: Session, source: Bill, amount: int) -> None:
    bills = writing.bills_of(session, source.client_id)
    left = left_of(source, writing.standing_of(session, bills, source))
    if amount > min(source.paid, left):
        raise BillRefused(BillProblem.REFUND_TOO_LARGE)


def _line(source: Bill | Package | Deposit, kind: BillKind) -> Bill:
    """Return a line that draws on something she bought, paid ahead or ordered."""
    line = Bill(client_id=source.client_id, kind=kind, project=source.project)
    if isinstance(source, Package):
        return replace(line, package_id=source.id)
    if isinstance(source, Deposit):
        return replace(line, deposit_id=source.id, paid=source.amount)
    return replace(line, order_number=source.order_number, category=source.category)


def _at_visit(session: Session, bill: Bill) -> Bill:
    """Return the line at the visit of its day, as it is where there was none."""
    visit = table_of(Visit).c
    same_day = visit.client_id == bill.client_id, visit.on == bill.on
    found = fetch(session, Visit, *same_day, limit=1)
    return replace(bill, visit_id=found[0].id) if found else bill
