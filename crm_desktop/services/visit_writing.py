"""How visits and lines of bills are written, whoever writes them: always with what follows."""

import datetime as dt
from dataclasses import replace

from sqlalchemy.orm import Session

from crm_desktop.domain import billing
from crm_desktop.domain.base_facts import order_of
from crm_desktop.domain.bill_checks import problem
from crm_desktop.domain.errors import BillProblem, BillRefused
from crm_desktop.domain.records import (
    Bill,
    Client,
    CompletedProject,
    Deposit,
    Package,
    PotentialProject,
    Visit,
)
from crm_desktop.services.journal import Work
from crm_desktop.services.records import fetch, get, put, remove, table_of


def put_visit(work: Work, visit: Visit) -> int:
    """Write a visit and return its number; lines paid on its day move with it, its doctor too.

    Raises:
        BillRefused: It would lie in the future.
        RecordGone: It, or its client, is no longer in the book.
    """
    before = get(work.session, Visit, visit.id) if visit.id else None
    if (before is None or before.on != visit.on) and visit.on > _today(work):
        raise BillRefused(BillProblem.FUTURE)
    visit_id = put(work.session, visit)
    if before is not None:
        _move(work, before, visit)
    _raise_lead(work, visit.client_id, sold=False)
    return visit_id


def remove_visit(work: Work, visit_id: int) -> None:
    """Take a visit out together with its lines.

    Raises:
        BillRefused: Something one of its lines made was used since.
        RecordGone: It is no longer in the book.
    """
    bill = table_of(Bill).c
    for line in reversed(billing.in_order(fetch(work.session, Bill, bill.visit_id == visit_id))):
        remove_bill(work, line.id)
    remove(work.session, Visit, visit_id)


def put_bill(
    work: Work, bill: Bill, known: list[Bill] | None = None, *, done_on: dt.date | None = None
) -> int:
    """Write a line with everything that follows from it, and return its number.

    Who writes many lines of one client hands all of hers on as `known`; it is kept in step.
    What was paid ahead and is treated now was done on `done_on`, None is today.

    Raises:
        BillRefused: It would say what cannot be.
        RecordGone: It, or its client, is no longer in the book.
    """
    session, today = work.session, _today(work)
    before = get(session, Bill, bill.id) if bill.id else None
    get(session, Client, bill.client_id)
    bills = bills_of(session, bill.client_id) if known is None else known
    standing = standing_of(session, bills, bill)
    bill = billing.resolved(bill, before, standing)
    _refuse(problem(before, bill, standing, today))
    bill = replace(bill, id=put(session, bill))
    bills[:] = billing.bills_after(before, bill, standing)
    following = billing.consequences(before, bill, standing, done_on or today)
    _write(work, following, _doctor_of(session, bill, done_on))
    _raise_lead(work, bill.client_id, sold=billing.is_sale(bill))
    return bill.id


def remove_bill(work: Work, bill_id: int) -> None:
    """Take a line out together with everything that followed from it.

    Raises:
        BillRefused: Something it made was used since.
        RecordGone: It is no longer in the book.
    """
    session, today = work.session, _today(work)
    before = get(session, Bill, bill_id)
    standing = standing_of(session, bills_of(session, before.client_id), before)
    _refuse(problem(before, None, standing, today))
    _write(work, billing.consequences(before, None, standing, today), "")
    remove(session, Bill, bill_id)


def bills_of(session: Session, client_id: int) -> list[Bill]:
    """Return every line of a client."""
    return fetch(session, Bill, table_of(Bill).c.client_id == client_id)


def standing_of(session: Session, bills: list[Bill], line: Bill) -> billing.Standing:
    """Return what stands of a client that this line may touch; of what was done, by its bill."""
    client_id, done = line.client_id, table_of(CompletedProject).c
    its = {order_of(each) for each in bills if each.id == line.id} | {order_of(line)}
    near = {each.id for each in bills if order_of(each) in its}
    return billing.Standing(
        bills=tuple(bills),
        packages=tuple(fetch(session, Package, table_of(Package).c.client_id == client_id)),
        deposits=tuple(fetch(session, Deposit, table_of(Deposit).c.client_id == client_id)),
        completed=tuple(fetch(session, CompletedProject, done.bill_id.in_({line.id, *near}))),
        potential=tuple(
            fetch(session, PotentialProject, table_of(PotentialProject).c.client_id == client_id)
        ),
    )


def _today(work: Work) -> dt.date:
    return work.at.date()


def _refuse(code: BillProblem | None) -> None:
    if code is not None:
        raise BillRefused(code)


def _write(work: Work, following: billing.Consequences, doctor: str) -> None:
    for gone in following.gone:
        remove(work.session, type(gone), gone.id)
    for made in following.put:
        if isinstance(made, CompletedProject) and not made.id:
            put(work.session, replace(made, doctor=doctor))
        else:
            put(work.session, made)


def _doctor_of(session: Session, bill: Bill, on: dt.date | None) -> str:
    """Return who treated her: at the visit of that day, of the line itself where there is none."""
    visit = table_of(Visit).c
    is_then = (visit.id == bill.visit_id,) if on is None else (visit.on == on,)
    found = fetch(session, Visit, visit.client_id == bill.client_id, *is_then)
    return next((each.doctor for each in found if each.doctor), "")


def _move(work: Work, before: Visit, after: Visit) -> None:
    """Let the lines of a visit follow its day, and what they did its doctor."""
    session, bill, done = work.session, table_of(Bill).c, table_of(CompletedProject).c
    for line in fetch(session, Bill, bill.visit_id == before.id):
        if line.on == before.on != after.on:
            put_bill(work, replace(line, on=after.on))
        for each in fetch(session, CompletedProject, done.bill_id == line.id):
            if each.doctor == before.doctor != after.doctor:
                put(session, replace(each, doctor=after.doctor))


def _raise_lead(work: Work, client_id: int, *, sold: bool) -> None:
    client = get(work.session, Client, client_id)
    lead = billing.lead_after(client.lead_state, visited=not sold, sold=sold)
    if not sold and not _has_come(work.session, client_id):
        return
    if lead is not client.lead_state:
        put(work.session, replace(client, lead_state=lead, updated_at=work.at))


def _has_come(session: Session, client_id: int) -> bool:
    return bool(fetch(session, Visit, table_of(Visit).c.client_id == client_id, limit=1))
