"""Lines of bills of demo clients, with what follows from them as in any book."""

from dataclasses import replace

from crm_desktop.domain import billing
from crm_desktop.domain.records import Bill, CompletedProject
from crm_desktop.services.demo.batch import Batch


def sell(batch: Batch, bill: Bill, doctor: str = "") -> None:
    """Add a line that draws on nothing, with the project done, the package or the deposit."""
    line = replace(bill, id=batch.add(bill))
    following = billing.consequences(None, line, billing.Standing(), line.on)
    for made in following.put:
        batch.add(replace(made, doctor=doctor) if isinstance(made, CompletedProject) else made)
