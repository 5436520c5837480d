"""What a gift written in the file of a client says about the reminders of its day."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from sqlalchemy.orm import Session

from crm_desktop.domain.occasions import Kept, Occasion, ReminderState, Stage
from crm_desktop.domain.records import Gift, GiftState
from crm_desktop.domain.workbench import gift_of, reminder_of
from crm_desktop.services.due_milestones import milestones_between
from crm_desktop.services.occasions import occasions_between
from crm_desktop.services.reminder_rows import keep, kept_between

_AROUND: Final = dt.timedelta(days=7)
_CLOSED: Final = frozenset({ReminderState.ORDERED, ReminderState.DONE, ReminderState.DISMISSED})


def follow_gift(session: Session, gift: Gift, now: dt.datetime) -> None:
    """Close the steps a gift stands for, so that nobody asks for them again.

    What was ordered for a day to come need not be ordered; how it was received is not asked
    once it is told.
    """
    for occasion in _days_of(session, gift):
        kept = kept_between(session, occasion.on, occasion.on)
        if gift.reaction:
            _close(
                session, occasion, Stage.REACTION, Kept(state=ReminderState.DONE, changed_at=now)
            )
        row = kept.get(occasion.key(Stage.PREPARE))
        is_open = row is None or row.state not in _CLOSED
        if is_open and gift.state is GiftState.ORDERED and occasion.on >= now.date():
            ordered = Kept(state=ReminderState.ORDERED, changed_at=now)
            _close(session, occasion, Stage.PREPARE, ordered)


def _days_of(session: Session, gift: Gift) -> Iterator[Occasion]:
    """Yield the days a gift is for, as the work for an event would find it."""
    on = gift.on or gift.delivered_on
    if on is None or gift.state is GiftState.IDEA:
        return
    around = on - _AROUND, on + _AROUND
    for one in (*occasions_between(session, *around), *milestones_between(session, *around)):
        if one.client_id == gift.client_id and gift_of(one, [gift]) is not None:
            yield one


def _close(session: Session, occasion: Occasion, stage: Stage, kept: Kept) -> None:
    keep(session, [reminder_of(occasion, stage)], kept)
