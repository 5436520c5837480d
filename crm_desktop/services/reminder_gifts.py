"""The gifts a reminder leaves: ordered, confirmed, given, and how they were received."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from crm_desktop.domain.occasions import Kept, Reminder, ReminderState, Stage
from crm_desktop.domain.records import Client, Contact, Gift, GiftState
from crm_desktop.domain.settings import BookSettings
from crm_desktop.services.records import fetch, get, put, table_of
from crm_desktop.services.reminder_rows import keep

if TYPE_CHECKING:
    from crm_desktop.domain.gift_guard import GuardCode


REACTED: Final = "reaction."
"""How `Contact.about` begins where something was received that stands among no gifts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What else she said of a gift: words on its card, and the `GuardCode`s she set aside."""

    card_text: str = ""
    overruled: frozenset["GuardCode"] = frozenset()
    supplier_id: int | None = None
    notes: str = ""


def planned_gift(reminder: Reminder, state: GiftState) -> Gift:
    """Return the gift for an occasion, of which nothing is known yet."""
    occasion = reminder.occasion
    return Gift(
        client_id=occasion.client_id,
        person_id=occasion.person_id,
        date_id=occasion.date_id,
        occasion=occasion.kind.value,
        state=state,
        on=occasion.on,
    )


def guarded(
    session: Session, gift: Gift, settings: BookSettings, today: dt.date, told: Told
) -> Gift:
    """Return a gift that passed the guard, or raise what speaks against it."""
    from crm_desktop.services import guarded_gifts  # noqa: PLC0415 - not for the first page

    return guarded_gifts.guarded(session, gift, settings, today, told.overruled)


def gifts_after(
    session: Session, reminder: Reminder, item: str, cost: int | None, today: dt.date
) -> list[Gift]:
    """Return the gifts to write once a stage is closed."""
    if reminder.stage in {Stage.CONFIRM, Stage.REACTION} and not item:
        return []
    if reminder.stage is Stage.PREPARE:
        ordered = planned_gift(reminder, GiftState.ORDERED)
        return [replace(ordered, item=item, cost=cost, ordered_on=today)] if item else []
    given = [
        replace(
            gift,
            state=GiftState.GIVEN,
            delivered_on=gift.delivered_on or today,
            item=item or gift.item,
            cost=gift.cost if cost is None else cost,
        )
        for gift in waiting(session, reminder)
    ]
    if given or not item:
        return given
    new = planned_gift(reminder, GiftState.GIVEN)
    return [replace(new, item=item, cost=cost, delivered_on=today)]


def waiting(session: Session, reminder: Reminder) -> Sequence[Gift]:
    """Return what was ordered for the occasion and not yet given."""
    found = _gifts(session, reminder)
    return [gift for gift in found if gift.state is GiftState.ORDERED]


def confirm(session: Session, reminder: Reminder, now: dt.datetime, notes: str = "") -> None:
    """Note that the supplier said that what was ordered will be there: the step is done."""
    for gift in waiting(session, reminder):
        put(session, replace(gift, confirmed_on=now.date(), notes=notes or gift.notes))
    _close(session, reminder, now, Stage.CONFIRM)


def react(session: Session, reminder: Reminder, reaction: str, now: dt.datetime) -> None:
    """Note how the gift of the occasion was received; what was still on its way has come.

    Where no gift stands it is noted among the contacts. The day is over with it, too.
    """
    occasion, gifts = reminder.occasion, _gifts(session, reminder)
    for gift in gifts:
        delivered = gift.delivered_on or now.date()
        given = replace(gift, state=GiftState.GIVEN, delivered_on=delivered, reaction=reaction)
        put(session, given)
    if not gifts:
        words = Contact(
            client_id=get(session, Client, occasion.client_id).id,
            on=now.date(),
            outcome=reaction,
            about=f"{REACTED}{occasion.kind.value}",
            date_id=occasion.date_id,
            occasion_on=occasion.on,
        )
        put(session, words)
    _close(session, reminder, now, Stage.DAY, Stage.REACTION)


def _close(session: Session, reminder: Reminder, now: dt.datetime, *stages: Stage) -> None:
    closed = [replace(reminder, stage=stage) for stage in stages]
    keep(session, closed, Kept(state=ReminderState.DONE, changed_at=now))


def _gifts(session: Session, reminder: Reminder) -> list[Gift]:
    """Return the gifts of the occasion, whichever of the files it stands in.

    One she entered by hand is returned as linked with its day, and so written.
    """
    is_one = table_of(Gift).c.state != GiftState.IDEA
    found = [
        gift for where in _of_occasion(reminder) for gift in fetch(session, Gift, *where, is_one)
    ]
    return found or _by_hand(session, reminder)


def _by_hand(session: Session, reminder: Reminder) -> list[Gift]:
    from crm_desktop.domain.workbench import gift_of  # noqa: PLC0415 - not for the first page

    whose = table_of(Gift).c.client_id
    for one in (reminder.occasion, *reminder.also):
        if one.date_id is not None:
            gift = gift_of(one, fetch(session, Gift, whose == one.client_id))
            if gift is not None:
                return [replace(gift, date_id=one.date_id, on=one.on)]
    return []


def _of_occasion(reminder: Reminder) -> Iterator[Sequence[ColumnElement[bool]]]:
    """Yield what finds the gifts of a day in each file: by its date, else by client and kind."""
    gift = table_of(Gift).c
    for one in (reminder.occasion, *reminder.also):
        kind = gift.occasion == one.kind.value
        whose = gift.client_id == one.client_id
        by = (gift.date_id == one.date_id,) if one.date_id is not None else (whose, kind)
        yield (*by, gift.on == one.on)
