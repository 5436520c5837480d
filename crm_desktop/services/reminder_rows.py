"""What was done about occurrences, as stored: read, written, and dropped when a date changes."""

import datetime as dt
import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import delete
from sqlalchemy.orm import Session

from crm_desktop.domain.dates import policy_from_code
from crm_desktop.domain.occasions import Kept, Key, Missed, Reminder, ReminderState, Source, Stage
from crm_desktop.domain.records import ClientDate
from crm_desktop.domain.reminders import rows_to_drop
from crm_desktop.models import ReminderRow
from crm_desktop.services.bare_rows import bare_rows
from crm_desktop.services.sound_rows import UNREADABLE, sound

_Row = ReminderRow.__table__
# A moment that cannot be read counts as long ago.
_ONCE: Final = dt.datetime(1901, 1, 1, tzinfo=dt.UTC)
_LAST_YEAR: Final = 2200
_SOURCES: Final = {one.value: one for one in Source}
_STAGES: Final = {one.value: one for one in Stage}
_STATES: Final = {one.value: one for one in ReminderState}

_ROWS: Final = (
    "SELECT source, source_id, occurs_on, stage, state, changed_at, snoozed_until, shown_at"
    " FROM reminder"
)
_KEPT: Final = f"{_ROWS} WHERE occurs_on BETWEEN ? AND ?"
_OF_CLIENT: Final = f"{_ROWS} WHERE client_id = ? ORDER BY occurs_on DESC, changed_at DESC"
_OF_DATE: Final = f"{_ROWS} WHERE source IN ('date', 'milestone') AND source_id = ?"
# A client who is gone for good meanwhile, or a row written meanwhile, must not fail the rest.
_KEEP: Final = (
    "INSERT INTO reminder (client_id, source, source_id, occurs_on, stage, state,"
    " snoozed_until, shown_at, changed_at) SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?"
    " WHERE ?1 IS NULL OR EXISTS (SELECT 1 FROM client WHERE id = ?1)"
    " ON CONFLICT (source, source_id, occurs_on, stage) DO UPDATE SET"
    " client_id = excluded.client_id, state = excluded.state, changed_at = excluded.changed_at,"
    " snoozed_until = coalesce(excluded.snoozed_until, snoozed_until),"
    " shown_at = coalesce(excluded.shown_at, shown_at)"
)
# Only over what was kept at the look: what she answered since then stands. A state nobody can
# read is written over, or it would be told for ever.
_KEEP_TOLD: Final = (
    _KEEP + " WHERE (reminder.state = ?10 AND reminder.changed_at = ?11) OR reminder.state NOT IN ("
    "'pending', 'shown', 'snoozed', 'ordered', 'done', 'dismissed', 'missed')"
)


def kept_between(session: Session, first: dt.date, last: dt.date) -> dict[Key, Kept]:
    """Return what is stored about the occurrences from `first` through `last`."""
    rows = bare_rows(session, _KEPT, first.isoformat(), last.isoformat())
    return dict(sound(rows, _key_and_kept))


def kept_of_client(session: Session, client_id: int) -> list[tuple[Key, Kept]]:
    """Return what is stored about one client, the latest day first."""
    return list(sound(bare_rows(session, _OF_CLIENT, client_id), _key_and_kept))


def _key_and_kept(row: Sequence[Any]) -> tuple[Key, Kept]:
    key = Key(row[1], _day(row[2]), _STAGES[row[3]], _SOURCES[row[0]])
    return key, kept_of(row[4], row[5], row[6], row[7])


@functools.lru_cache(maxsize=1024)
def _day(written: str) -> dt.date:
    return dt.date.fromisoformat(written)


@functools.lru_cache(maxsize=1024)
def kept_of(state: str, changed_at: str, snoozed_until: str | None, shown_at: str | None) -> Kept:
    """Return what is kept, of the texts it is stored as.

    What one look told was told at one moment: a catch-up reads the same thousands of times.
    """
    return Kept(
        state=_STATES[state],
        changed_at=_moment(changed_at) or _ONCE,
        snoozed_until=_moment(snoozed_until),
        shown_at=_moment(shown_at),
    )


def _moment(written: str | None) -> dt.datetime | None:
    """Return a moment; None where it cannot be read or be compared with others."""
    if not written:
        return None
    try:
        moment = dt.datetime.fromisoformat(written)
    except UNREADABLE:
        return None
    is_sound = moment.tzinfo is not None and _ONCE.year <= moment.year <= _LAST_YEAR
    return moment if is_sound else None


def keep(session: Session, reminders: Iterable[Reminder], kept: Kept) -> None:
    """Store one answer under every key of the reminders; a known `shown_at` or snooze stays."""
    _write(session, _KEEP, [row for _, row in _rows(reminders, kept)])


def keep_told(
    session: Session, reminders: Iterable[Reminder | Missed], kept: Kept, known: Mapping[Key, Kept]
) -> None:
    """Store what was told where nothing but `known` is kept; what came since then stands."""
    rows = []
    for key, row in _rows(reminders, kept):
        before = known.get(key)
        rows.append((*row, before and before.state.value, before and _text(before.changed_at)))
    _write(session, _KEEP_TOLD, rows)


def _rows(
    reminders: Iterable[Reminder | Missed], kept: Kept
) -> Iterator[tuple[Key, tuple[object, ...]]]:
    texts = (kept.state.value, _text(kept.snoozed_until), _text(kept.shown_at))
    changed_at = _text(kept.changed_at)
    for reminder in reminders:
        for occasion in (reminder.occasion, *reminder.also):
            key = occasion.key(reminder.stage)
            place = (key.source.value, key.source_id, key.on.isoformat(), key.stage.value)
            yield key, (occasion.client_id or None, *place, *texts, changed_at)


def _write(session: Session, statement: str, rows: list[tuple[object, ...]]) -> None:
    if rows:
        session.connection().exec_driver_sql(statement, rows)


def drop_stale(session: Session, date: ClientDate) -> None:
    """Drop the open rows of an edited date that no longer fall on one of its days."""
    kept = dict(sound(bare_rows(session, _OF_DATE, date.id), _key_and_kept))
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


def _text(moment: dt.datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="milliseconds")
