"""Visits and lines of bills written into a folder: with all that follows, as the window does.

The same steps as `services/visit_writing`, over values instead of tables.
"""

import datetime as dt
from dataclasses import replace

from crm_desktop.domain import billing
from crm_desktop.domain.bill_checks import problem
from crm_desktop.domain.errors import BillProblem
from crm_desktop.domain.records import (
    Bill,
    CompletedProject,
    Deposit,
    Package,
    PotentialProject,
    Visit,
)
from crm_desktop.domain.sync_child_folder import EditedFolder


def put_visit(work: EditedFolder, visit: Visit) -> Visit | BillProblem:
    """Write a visit; lines paid on its day move with it, its doctor goes along.

    Where it cannot be, nothing is written and why is returned.
    """
    before = work.one(Visit, visit.id)
    if (before is None or before.on != visit.on) and visit.on > _today(work):
        return BillProblem.FUTURE
    state = work.state()
    visit = work.put(visit)
    refused = None if before is None else _move(work, before, visit)
    if refused is not None:
        work.back_to(state)
        return refused
    _raise_lead(work, sold=False)
    return visit


def put_bill(work: EditedFolder, bill: Bill) -> Bill | BillProblem:
    """Write a line with everything that follows from it.

    Where it cannot be, nothing is written and why is returned.
    """
    before, standing = work.one(Bill, bill.id), standing_of(work)
    bill = billing.resolved(replace(bill, client_id=work.client.id), before, standing)
    refused = problem(before, bill, standing, _today(work))
    if refused is not None:
        return refused
    bill = work.put(bill)
    _write(work, billing.consequences(before, bill, standing, _today(work)), bill)
    _raise_lead(work, sold=billing.is_sale(bill))
    return bill


def remove_bill(work: EditedFolder, bill: Bill) -> BillProblem | None:
    """Take a line out together with everything that followed from it, or say why it stays."""
    standing = standing_of(work)
    refused = problem(bill, None, standing, _today(work))
    if refused is None:
        _write(work, billing.consequences(bill, None, standing, _today(work)), bill)
        work.remove(bill)
    return refused


def remove_visit(work: EditedFolder, visit: Visit) -> BillProblem | None:
    """Take a visit out together with its lines, or say why it stays with all of them."""
    state = work.state()
    for line in reversed(billing.in_order(lines_of(work, visit))):
        refused = remove_bill(work, line)
        if refused is not None:
            work.back_to(state)
            return refused
    work.remove(visit)
    return None


def remove_package(work: EditedFolder, package: Package) -> None:
    """Take a package out; the lines that drew on it stay, drawing on nothing."""
    for bill in work.of(Bill):
        if bill.package_id == package.id:
            work.put(replace(bill, package_id=None))
    work.remove(package)


def remove_deposit(work: EditedFolder, deposit: Deposit) -> None:
    """Take a deposit out; the lines that drew on it stay, drawing on nothing."""
    for bill in work.of(Bill):
        if bill.deposit_id == deposit.id:
            work.put(replace(bill, deposit_id=None))
    work.remove(deposit)


def lines_of(work: EditedFolder, visit: Visit) -> list[Bill]:
    """Return the lines of a visit in the order they go out."""
    return [bill for bill in work.of(Bill) if bill.visit_id == visit.id]


def visit_on(work: EditedFolder, day: dt.date) -> Visit | None:
    """Return the first visit of a day, None for none."""
    return next((visit for visit in work.of(Visit) if visit.on == day), None)


def standing_of(work: EditedFolder) -> billing.Standing:
    """Return what stands of her."""
    return billing.Standing(
        bills=tuple(work.of(Bill)),
        packages=tuple(work.of(Package)),
        deposits=tuple(work.of(Deposit)),
        completed=tuple(work.of(CompletedProject)),
        potential=tuple(work.of(PotentialProject)),
    )


def _today(work: EditedFolder) -> dt.date:
    return work.options.now.date()


def _write(work: EditedFolder, following: billing.Consequences, bill: Bill) -> None:
    visit = work.one(Visit, bill.visit_id)
    for gone in following.gone:
        work.remove(gone)
    for made in following.put:
        if made.id:
            work.put(made)
        elif isinstance(made, CompletedProject) and visit is not None:
            work.made_by_bills.append(work.put(replace(made, doctor=visit.doctor)))
        else:
            work.made_by_bills.append(work.put(made))


def _move(work: EditedFolder, before: Visit, after: Visit) -> BillProblem | None:
    """Let the lines of a visit follow its day, and what they did its doctor."""
    for line in lines_of(work, before):
        if line.on == before.on != after.on:
            moved = put_bill(work, replace(line, on=after.on))
            if isinstance(moved, BillProblem):
                return moved
        for done in work.of(CompletedProject):
            if done.bill_id == line.id and done.doctor == before.doctor != after.doctor:
                work.put(replace(done, doctor=after.doctor))
    return None


def _raise_lead(work: EditedFolder, *, sold: bool) -> None:
    if sold or work.of(Visit):
        lead = billing.lead_after(work.client.lead_state, visited=not sold, sold=sold)
        if lead is not work.client.lead_state:
            work.client = replace(work.client, lead_state=lead)
