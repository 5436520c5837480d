"""The gifts a reminder leaves: ordered, confirmed, given, and how they were received."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from crm_desktop.domain.occasions import Reminder, Stage
from crm_desktop.domain.records import Gift, GiftState
from crm_desktop.domain.settings import BookSettings
from crm_desktop.services.records import fetch, put, table_of

if TYPE_CHECKING:
    from crm_desktop.domain.gift_guard import GuardCode


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
    return _gifts(session, reminder, table_of(Gift).c.state == GiftState.ORDERED)


def confirm(session: Session, reminder: Reminder, today: dt.date, notes: str) -> None:
    """Note that the supplier said that what was ordered will be there."""
    for gift in waiting(session, reminder):
        put(session, replace(gift, confirmed_on=today, notes=notes or gift.notes))


def received(session: Session, reminder: Reminder, reaction: str, today: dt.date) -> None:
    """Note how the gift of the occasion was received; what was still on its way has come."""
    for gift in _gifts(session, reminder, table_of(Gift).c.state != GiftState.IDEA):
        delivered = gift.delivered_on or today
        given = replace(gift, state=GiftState.GIVEN, delivered_on=delivered, reaction=reaction)
        put(session, given)


def _gifts(session: Session, reminder: Reminder, *which: ColumnElement[bool]) -> list[Gift]:
    """Return the gifts of the occasion, whichever of the files it stands in."""
    return [
        gift for where in _of_occasion(reminder) for gift in fetch(session, Gift, *where, *which)
    ]


def _of_occasion(reminder: Reminder) -> Iterator[Sequence[ColumnElement[bool]]]:
    """Yield what finds the gifts of a day in each file: by its date, else by client and kind."""
    gift = table_of(Gift).c
    for one in (reminder.occasion, *reminder.also):
        kind = gift.occasion == one.kind.value
        whose = gift.client_id == one.client_id
        by = (gift.date_id == one.date_id,) if one.date_id is not None else (whose, kind)
        yield (*by, gift.on == one.on)
