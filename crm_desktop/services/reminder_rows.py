"""What was done about occurrences, as stored: read, written, and dropped when a date changes."""

import dataclasses
import datetime as dt
from collections.abc import Iterable

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from crm_desktop.domain.dates import policy_from_code
from crm_desktop.domain.occasions import Kept, Key, Reminder, ReminderState, Source, Stage
from crm_desktop.domain.records import ClientDate
from crm_desktop.domain.reminders import rows_to_drop
from crm_desktop.models import ReminderRow

_Row = ReminderRow.__table__
_KEY = ("source", "source_id", "occurs_on", "stage")


def kept_between(session: Session, first: dt.date, last: dt.date) -> dict[Key, Kept]:
    """Return what is stored about the occurrences from `first` through `last`."""
    return _kept(session, _Row.c.occurs_on.between(first, last))


def keep(session: Session, reminders: Iterable[Reminder], kept: Kept) -> None:
    """Store one answer under every key of the reminders; a known `shown_at` or snooze stays."""
    rows = [
        {
            "client_id": occasion.client_id or None,
            "source": occasion.source.value,
            "source_id": occasion.source_id,
            "occurs_on": occasion.on,
            "stage": reminder.stage.value,
            **dataclasses.asdict(kept),
        }
        for reminder in reminders
        for occasion in (reminder.occasion, *reminder.also)
    ]
    for row in rows:
        changes = {name: value for name, value in row.items() if name not in _KEY}
        for name in ("shown_at", "snoozed_until"):
            if changes[name] is None:
                del changes[name]
        session.execute(
            insert(ReminderRow)
            .values(**row)
            .on_conflict_do_update(index_elements=_KEY, set_=changes)
        )


def drop_stale(session: Session, date: ClientDate) -> None:
    """Drop the open rows of an edited date that no longer fall on one of its days."""
    of_date = _Row.c.source.in_((Source.DATE.value, Source.MILESTONE.value))
    kept = _kept(session, of_date & (_Row.c.source_id == date.id))
    stale = rows_to_drop(kept, date.id, date.fact, policy_from_code(date.policy))
    for key in stale:
        session.execute(
            delete(ReminderRow).where(
                ReminderRow.source == key.source.value,
                ReminderRow.source_id == key.source_id,
                ReminderRow.occurs_on == key.on,
                ReminderRow.stage == key.stage.value,
            )
        )


def _kept(session: Session, where: ColumnElement[bool]) -> dict[Key, Kept]:
    rows = session.execute(
        select(
            _Row.c.source,
            _Row.c.source_id,
            _Row.c.occurs_on,
            _Row.c.stage,
            _Row.c.state,
            _Row.c.changed_at,
            _Row.c.snoozed_until,
            _Row.c.shown_at,
        ).where(where)
    )
    return {
        Key(source_id, on, Stage(stage), Source(source)): Kept(
            state=ReminderState(state),
            changed_at=changed_at,
            snoozed_until=snoozed_until,
            shown_at=shown_at,
        )
        for source, source_id, on, stage, state, changed_at, snoozed_until, shown_at in rows
    }
