"""The one step that usually comes next: ordered, given, kept, used."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.records import (
    Complaint,
    ComplaintState,
    Gift,
    GiftState,
    Package,
    Promise,
    PromiseState,
)
from crm_desktop.services.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What the button says, and the record once it is pressed."""

    words: str
    record: Record


def step_of(record: Record, today: dt.date) -> Step | None:
    """Return the step that comes next, None where there is none."""
    make = _STEPS.get(type(record))
    return None if make is None else make(record, today)


def _gift(gift: Gift, today: dt.date) -> Step | None:
    if gift.state is GiftState.IDEA:
        ordered = replace(gift, state=GiftState.ORDERED, ordered_on=today)
        return Step(words=QCoreApplication.translate("Steps", "Ordered"), record=ordered)
    if gift.state is GiftState.ORDERED:
        given = replace(gift, state=GiftState.GIVEN, delivered_on=today)
        return Step(words=QCoreApplication.translate("Steps", "Given"), record=given)
    return None


def _promise(promise: Promise, _today: dt.date) -> Step | None:
    if promise.state is not PromiseState.OPEN:
        return None
    kept = replace(promise, state=PromiseState.KEPT)
    return Step(words=QCoreApplication.translate("Steps", "Kept"), record=kept)


def _package(package: Package, _today: dt.date) -> Step | None:
    if package.left <= 0:
        return None
    used = replace(package, used=package.used + 1)
    return Step(words=QCoreApplication.translate("Steps", "Use one"), record=used)


def _complaint(complaint: Complaint, _today: dt.date) -> Step | None:
    if complaint.state is ComplaintState.CLOSED:
        return None
    closed = replace(complaint, state=ComplaintState.CLOSED)
    return Step(words=QCoreApplication.translate("Steps", "Settled"), record=closed)


_STEPS: Final[dict[type[Record], Callable[[Any, dt.date], Step | None]]] = {
    Gift: _gift,
    Promise: _promise,
    Package: _package,
    Complaint: _complaint,
}
