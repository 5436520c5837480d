"""Follow-ups: what she set a day for herself, put on another day or done."""

import datetime as dt
from dataclasses import replace
from typing import Final

from sqlalchemy import delete
from sqlalchemy.orm import Session

from crm_desktop.domain.day_sheet import MOVABLE
from crm_desktop.domain.errors import DayIsFixed
from crm_desktop.domain.occasions import (
    Kept,
    Occasion,
    Reminder,
    ReminderState,
    Source,
    Stage,
    What,
)
from crm_desktop.domain.records import Change, Client, Contact, Promise, PromiseState, Visit
from crm_desktop.models import ReminderRow
from crm_desktop.services.checking import checked
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import get, put
from crm_desktop.services.reminder_rows import keep

_ROW: Final = ReminderRow.__table__.c


class FollowUps:
    """The next days of talks and visits, and the days of promises."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def move(self, occasion: Occasion, to: dt.date) -> Change:
        """Put a follow-up or a promise on another day, on which it is raised anew.

        Raises:
            DayIsFixed: It falls on its day by itself, as a birthday does.
            RecordGone: It is no longer in the book.
        """
        if occasion.source not in MOVABLE:
            raise DayIsFixed
        with self._journal.change("follow_up.move", _subject(occasion)) as work:
            put(work.session, _moved(work.session, occasion, to))
            # What she did about it then says nothing of the day it stands on now.
            _forget(work.session, occasion, to)
        return work.change

    def done(
        self, occasion: Occasion, now: dt.datetime, *, outcome: str = "", next_on: dt.date | None
    ) -> Change:
        """Close it: a promise is kept, a follow-up leaves a contact with its outcome.

        `next_on` is when she wants to be in touch again.

        Raises:
            DayIsFixed: It is neither a follow-up nor a promise.
            RecordGone: It is no longer in the book.
        """
        if occasion.source not in MOVABLE:
            raise DayIsFixed
        with self._journal.change("follow_up.done", _subject(occasion)) as work:
            session = work.session
            if occasion.source is Source.PROMISE:
                promise = get(session, Promise, occasion.source_id)
                put(session, replace(promise, state=PromiseState.KEPT))
            if occasion.source is not Source.PROMISE or outcome or next_on:
                talk = Contact(
                    client_id=get(session, Client, occasion.client_id).id,
                    on=now.date(),
                    outcome=outcome,
                    next_on=next_on,
                    occasion_on=occasion.on,
                )
                put(session, checked(session, talk, now.date()))
            keep(session, [_on_the_day(occasion)], Kept(state=ReminderState.DONE, changed_at=now))
        return work.change


def _moved(session: Session, occasion: Occasion, to: dt.date) -> Contact | Visit | Promise:
    """Return what the occasion comes from, with its new day."""
    if occasion.source is Source.TALK:
        return replace(get(session, Contact, occasion.source_id), next_on=to)
    if occasion.source is Source.VISIT:
        return replace(get(session, Visit, occasion.source_id), next_on=to)
    return replace(get(session, Promise, occasion.source_id), due_on=to)


def _forget(session: Session, occasion: Occasion, to: dt.date) -> None:
    """Drop what is kept about it on the new day, and what is still open on the old one."""
    closed = (ReminderState.DONE, ReminderState.DISMISSED)
    session.execute(
        delete(ReminderRow).where(
            _ROW.source == occasion.source.value,
            _ROW.source_id == occasion.source_id,
            (_ROW.occurs_on == to)
            | ((_ROW.occurs_on == occasion.on) & _ROW.state.not_in([one.value for one in closed])),
        )
    )


def _on_the_day(occasion: Occasion) -> Reminder:
    return Reminder(
        occasion=occasion,
        stage=Stage.DAY,
        raise_on=occasion.on,
        state=ReminderState.DONE,
        what=What.CALL,
    )


def _subject(occasion: Occasion) -> str:
    return occasion.client_display_name or occasion.client_name
