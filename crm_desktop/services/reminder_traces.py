"""What reminding left behind: rows of one client, days she set, the last pop-up."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy.orm import Session

from crm_desktop.domain.occasions import Source
from crm_desktop.domain.reminder_check import Told
from crm_desktop.services.bare_rows import bare_rows
from crm_desktop.services.reminder_rows import kept_of_client
from crm_desktop.services.sound_rows import sound

_SET: Final = (
    (Source.TALK, "contact", "next_on", "true"),
    (Source.VISIT, "visit", "next_on", "true"),
    (Source.PROMISE, "promise", "due_on", "state = 'open'"),
    (Source.POINTS, "points_entry", "expires_on", "true"),
)
# Older days of one sort were closed by what came after them.
_MOST_SET: Final = 5
# What is set for later than that nobody will live to see; days after it are counted.
_LAST_YEAR: Final = 2200

_GREETED: Final = "SELECT date_id, occasion_on FROM contact WHERE occasion_on >= ?"
_LAST_POP_UP: Final = "SELECT max(shown_at) FROM reminder WHERE datetime(shown_at) IS NOT NULL"


def told_of(session: Session, client_id: int) -> dict[tuple[Source, int], tuple[Told, ...]]:
    """Return what was told of a client, by what it comes from, the latest day first."""
    told: defaultdict[tuple[Source, int], list[Told]] = defaultdict(list)
    for key, kept in kept_of_client(session, client_id):
        told[key.source, key.source_id].append(Told(key=key, kept=kept))
    return {of: tuple(rows) for of, rows in told.items()}


def days_set(session: Session, client_id: int) -> Iterator[tuple[Source, int, dt.date]]:
    """Yield the days that were set for a client herself; whether they still wait is not asked."""
    for source, table, day, waits in _SET:
        query = (
            f"SELECT id, {day} FROM {table} WHERE client_id = ? AND {day} IS NOT NULL"  # noqa: S608 - our own text
            f" AND {waits} ORDER BY {day} DESC LIMIT {_MOST_SET}"
        )
        for source_id, on in sound(bare_rows(session, query, client_id), _number_and_day):
            if on.year <= _LAST_YEAR:
                yield source, source_id, on


def greeted_since(session: Session, since: dt.date) -> set[tuple[int | None, dt.date]]:
    """Return the dates and their days for which she has sent a word, whenever that was."""
    return set(sound(bare_rows(session, _GREETED, since.isoformat()), _number_and_day))


def last_pop_up(session: Session) -> dt.datetime | None:
    """Return when a pop-up was last on the screen; it is noted after it was shown."""
    [(latest,)] = bare_rows(session, _LAST_POP_UP)
    return None if latest is None else dt.datetime.fromisoformat(latest)


def _number_and_day(row: Sequence[Any]) -> tuple[int, dt.date]:
    return row[0], dt.date.fromisoformat(row[1])
