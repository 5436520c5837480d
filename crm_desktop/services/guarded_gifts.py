"""Gifts on their way into the book, past the guard: within any use case that writes one."""

import datetime as dt
from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.errors import GiftWarned
from crm_desktop.domain.gift_guard import (
    GuardCode,
    check,
    open_warnings,
    overruled_codes,
    told_together,
)
from crm_desktop.domain.records import (
    Bill,
    Client,
    CompletedProject,
    Deposit,
    Gift,
    GiftState,
    Package,
    Person,
    PotentialProject,
    Preference,
)
from crm_desktop.domain.settings import BookSettings
from crm_desktop.services.checking import checked
from crm_desktop.services.records import R, fetch, get, table_of
from crm_desktop.services.settings import settings_of


def guarded(
    session: Session,
    gift: Gift,
    settings: BookSettings,
    today: dt.date,
    overruled: Collection[GuardCode] = (),
) -> Gift:
    """Return the gift with what was set aside for it noted, ready to be written.

    Raises:
        GiftWarned: Something speaks against it that is not among `overruled`.
        FactRefused: It cannot be true, or does not fit.
        RecordGone: The client is no longer in the book.
    """
    gift = checked(session, gift, today)
    warnings = check(gift, guard_folder(session, gift.client_id), settings, today)
    left = open_warnings(warnings, overruled_codes(gift) | set(overruled))
    if left:
        raise GiftWarned(each.code.value for each in left)
    standing = {each.code for each in warnings if each.asks} & set(overruled)
    return replace(gift, overruled=told_together(standing, gift.overruled))


def noted(session: Session, gift: Gift, today: dt.date) -> Gift:
    """Return a gift edited in place with what the edit brought up noted as set aside.

    The guard speaks beside the fields while she types; what she leaves standing there she
    meant. Ideas are judged when they are ordered, and what was given once is history.
    """
    before = get(session, Gift, gift.id) if gift.id else None
    if not _is_judged(before, gift):
        return gift
    folder, settings = guard_folder(session, gift.client_id), settings_of(session)
    known = overruled_codes(gift)
    if before is not None and before.state is GiftState.ORDERED:
        known |= {each.code for each in check(before, folder, settings, today)}
    arisen = open_warnings(check(gift, folder, settings, today), known)
    if not arisen:
        return gift
    return replace(gift, overruled=told_together({each.code for each in arisen}, gift.overruled))


def _is_judged(before: Gift | None, gift: Gift) -> bool:
    if gift.state is GiftState.GIVEN:
        return before is not None and before.state is not GiftState.GIVEN
    return gift.state is GiftState.ORDERED


def guard_folder(session: Session, client_id: int) -> ClientFolder:
    """Return of a client's file what the guard looks at; of her bills the projects only.

    Raises:
        RecordGone: She is no longer in the book.
    """
    bill = table_of(Bill).c
    billed = select(bill.project).where(bill.client_id == client_id).distinct()
    return ClientFolder(
        client=get(session, Client, client_id),
        persons=_hers(session, Person, client_id),
        preferences=_hers(session, Preference, client_id),
        gifts=_hers(session, Gift, client_id),
        completed=_hers(session, CompletedProject, client_id),
        potential=_hers(session, PotentialProject, client_id),
        packages=_hers(session, Package, client_id),
        deposits=_hers(session, Deposit, client_id),
        bills=tuple(Bill(project=project) for (project,) in session.execute(billed)),
    )


def _hers(session: Session, kind: type[R], client_id: int) -> tuple[R, ...]:
    return tuple(fetch(session, kind, table_of(kind).c.client_id == client_id))
