"""What reminding left behind: rows of one client, days she set, the last pop-up."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from crm_desktop.domain.occasions import Kept, Key, ReminderState, Source, Stage
from crm_desktop.domain.records import Contact, PointsEntry, Promise, PromiseState, Visit
from crm_desktop.domain.reminder_check import Told
from crm_desktop.models import ReminderRow
from crm_desktop.services.records import table_of

_ROW: Final = ReminderRow.__table__.c
_TALK, _VISIT = table_of(Contact).c, table_of(Visit).c
_PROMISE, _POINTS = table_of(Promise).c, table_of(PointsEntry).c
_SET: Final = (
    (Source.TALK, _TALK.next_on, _TALK.next_on.is_not(None)),
    (Source.VISIT, _VISIT.next_on, _VISIT.next_on.is_not(None)),
    (Source.PROMISE, _PROMISE.due_on, _PROMISE.state == PromiseState.OPEN),
    (Source.POINTS, _POINTS.expires_on, _POINTS.expires_on.is_not(None)),
)
# Older days of one sort were closed by what came after them.
_MOST_SET: Final = 5


def told_of(session: Session, client_id: int) -> dict[tuple[Source, int], tuple[Told, ...]]:
    """Return what was told of a client, by what it comes from, the latest day first."""
    query = (
        select(
            _ROW.source,
            _ROW.source_id,
            _ROW.occurs_on,
            _ROW.stage,
            _ROW.state,
            _ROW.changed_at,
            _ROW.snoozed_until,
            _ROW.shown_at,
        )
        .where(_ROW.client_id == client_id)
        .order_by(_ROW.occurs_on.desc(), _ROW.changed_at.desc())
    )
    told: defaultdict[tuple[Source, int], list[Told]] = defaultdict(list)
    for source, source_id, on, stage, state, changed_at, snoozed_until, shown_at in session.execute(
        query
    ):
        kept = Kept(
            state=ReminderState(state),
            changed_at=changed_at,
            snoozed_until=snoozed_until,
            shown_at=shown_at,
        )
        key = Key(source_id, on, Stage(stage), Source(source))
        told[key.source, source_id].append(Told(key=key, kept=kept))
    return {of: tuple(rows) for of, rows in told.items()}


def days_set(session: Session, client_id: int) -> Iterator[tuple[Source, int, dt.date]]:
    """Yield the days that were set for a client herself; whether they still wait is not asked."""
    for source, day, waits in _SET:
        table = day.table
        assert table is not None  # noqa: S101 - a column of a table
        query = select(table.c.id, day).where(table.c.client_id == client_id, waits)
        for source_id, on in session.execute(query.order_by(day.desc()).limit(_MOST_SET)):
            if on is not None:
                yield source, source_id, on


def greeted_since(session: Session, since: dt.date) -> set[tuple[int | None, dt.date | None]]:
    """Return the dates and their days for which she has sent a word, whenever that was."""
    query = select(_TALK.date_id, _TALK.occasion_on).where(_TALK.occasion_on >= since)
    return {(date_id, on) for date_id, on in session.execute(query)}


def last_pop_up(session: Session) -> dt.datetime | None:
    """Return when a pop-up was last on the screen; it is noted after it was shown."""
    latest: dt.datetime | None = session.scalar(select(func.max(_ROW.shown_at)))
    return latest
