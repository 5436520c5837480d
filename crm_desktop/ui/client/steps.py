"""The one step that usually comes next: ordered, given, kept, used."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.records import (
    ActivityGuest,
    ClientDate,
    Complaint,
    ComplaintState,
    Consent,
    Deposit,
    DepositState,
    Gift,
    GiftState,
    GuestState,
    Package,
    Promise,
    PromiseState,
)
from crm_desktop.services.records import Record

WAITING: Final = {DepositState.DEPOSIT, DepositState.PAID_UNTREATED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What the button says, and the record once it is pressed."""

    words: str
    record: Record


def step_of(record: Record, today: dt.date) -> Step | None:
    """Return the step that comes next, None where there is none."""
    make = _STEPS.get(type(record))
    return None if make is None else make(record, today)


def other_step_of(record: Record, today: dt.date) -> Step | None:
    """Return what may come instead of that step, None where there is nothing."""
    make = _OTHERS.get(type(record))
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


def _deposit(deposit: Deposit, _today: dt.date) -> Step | None:
    if deposit.state not in WAITING:
        return None
    treated = replace(deposit, state=DepositState.CONVERTED)
    return Step(words=QCoreApplication.translate("Steps", "Treated now"), record=treated)


def _complaint(complaint: Complaint, _today: dt.date) -> Step | None:
    if complaint.state is ComplaintState.CLOSED:
        return None
    closed = replace(complaint, state=ComplaintState.CLOSED)
    return Step(words=QCoreApplication.translate("Steps", "Settled"), record=closed)


def _guest(guest: ActivityGuest, _today: dt.date) -> Step | None:
    if guest.state is GuestState.INVITED:
        coming = replace(guest, state=GuestState.ACCEPTED)
        return Step(words=QCoreApplication.translate("Steps", "Will come"), record=coming)
    if guest.state is GuestState.ACCEPTED:
        came = replace(guest, state=GuestState.CAME)
        return Step(words=QCoreApplication.translate("Steps", "Came"), record=came)
    return None


def _not_kept(promise: Promise, _today: dt.date) -> Step | None:
    if promise.state is not PromiseState.OPEN:
        return None
    broken = replace(promise, state=PromiseState.BROKEN)
    return Step(words=QCoreApplication.translate("Steps", "Broken"), record=broken)


def _in_hand(complaint: Complaint, _today: dt.date) -> Step | None:
    if complaint.state is not ComplaintState.OPEN:
        return None
    in_hand = replace(complaint, state=ComplaintState.IN_HAND)
    return Step(words=QCoreApplication.translate("Steps", "In hand"), record=in_hand)


def _declined(guest: ActivityGuest, _today: dt.date) -> Step | None:
    if guest.state is not GuestState.INVITED:
        return None
    declined = replace(guest, state=GuestState.DECLINED)
    return Step(words=QCoreApplication.translate("Steps", "Declined"), record=declined)


def _withdrawn(consent: Consent, today: dt.date) -> Step | None:
    if consent.withdrawn_on is not None:
        return None
    withdrawn = replace(consent, withdrawn_on=today)
    return Step(words=QCoreApplication.translate("Steps", "Withdrawn"), record=withdrawn)


def _reminds(date: ClientDate, _today: dt.date) -> Step | None:
    """Offer a day that stands back behind another, or was turned off."""
    if date.is_main or date.is_ended:
        return None
    words = QCoreApplication.translate("Steps", "Remind me of this one")
    return Step(words=words, record=replace(date, is_main=True))


_STEPS: Final[dict[type[Record], Callable[[Any, dt.date], Step | None]]] = {
    Gift: _gift,
    Promise: _promise,
    Package: _package,
    Deposit: _deposit,
    Complaint: _complaint,
    ActivityGuest: _guest,
    Consent: _withdrawn,
    ClientDate: _reminds,
}

_OTHERS: Final[dict[type[Record], Callable[[Any, dt.date], Step | None]]] = {
    Promise: _not_kept,
    Complaint: _in_hand,
    ActivityGuest: _declined,
}
