"""Looks at the clock in an encrypted book of 10,000 clients with four dates each.

Beside the dates there are 5,000 follow-ups to be made, one in five of them due already, and
10,000 of earlier times that were followed up. A look is timed five ways: the next one while
nothing new is due, the one after an edit or at midnight (everything is found anew), the first
after thirty days away, and, on a day on which nothing at all is due, one that finds that out
anew, with and without the 10,000 talks that were followed up long ago.
Run: `python -m benchmarks.reminders`. Each is the best of some.
"""

import datetime as dt
import json
import operator
import random
import time
from collections.abc import Callable
from typing import Final, TypeVar

from benchmarks.big_book import TODAY, big_book
from crm_desktop.clock import SystemClock
from crm_desktop.database import Database
from crm_desktop.domain.records import Contact
from crm_desktop.services.journal import Journal, unrecorded
from crm_desktop.services.occurrence_lookup import occurrences
from crm_desktop.services.records import put_new
from crm_desktop.services.reminders import Reminders
from crm_desktop.services.search_index import reindex
from crm_desktop.services.settings import Settings

CLIENTS: Final = 10_000
OPEN: Final = 5_000
CLOSED_EACH: Final = 1
AWAY: Final = dt.timedelta(days=30)
ASKED_QUIET_MS: Final = 2.0
ASKED_AWAY_MS: Final = 50.0
# Nobody asked for these; they say what a look costs when something changed.
ASKED_ANEW_MS: Final = 50.0
ASKED_TOLD_MS: Final = 1_500.0

_TRIES: Final = 12
_TALKS: Final = frozenset({"contact"})
_TO_JUNE: Final = (
    "UPDATE client_date SET calendar = 'solar', month = 6"
    " WHERE id IN (SELECT value FROM json_each(?))"
)
_NEXT_YEAR: Final = (
    "UPDATE contact SET next_on = date(next_on, '+1 year') WHERE notes = '约复查' AND next_on <= ?"
)
_NO_TALKS: Final = "UPDATE contact SET next_on = NULL WHERE next_on <= ?"
_ZONE: Final = dt.timezone(dt.timedelta(hours=8))
_NOW: Final = dt.datetime.combine(TODAY, dt.time(9), _ZONE)

R = TypeVar("R")
Figure = tuple[str, str, str, bool]


def figures() -> list[Figure]:
    """Return (what, asked, measured, reached)."""
    with big_book(CLIENTS) as database:
        _follow_up(database)
        return _measured(database)


def _measured(database: Database) -> list[Figure]:
    reminders = _anew(database)
    reminders.told(reminders.look(_NOW - AWAY), _NOW - AWAY)
    away, back = _best(lambda: _anew(database).look(_NOW))
    telling, _ = _best(lambda: reminders.told(back, _NOW), tries=1)
    anew, found = _best(lambda: _anew(database).look(_NOW))
    reminders.look(_NOW)
    later = _NOW + dt.timedelta(minutes=10)
    quiet, nothing = _best(lambda: reminders.look(later))
    morning, _ = _best(lambda: reminders.morning(_NOW, 14), tries=4)
    raises, _ = _best(lambda: reminders.raises_ahead(_NOW), tries=2)
    _put_elsewhere(database)
    idle, none = _best(lambda: _anew(database).look(_NOW))
    _forget_talks(database)
    bare, _ = _best(lambda: _anew(database).look(_NOW))
    much = f"{len(back.raised):,} due, {len(back.missed):,} missed"
    return [
        _figure("a look that finds nothing new", ASKED_QUIET_MS, quiet, f"{nothing.open:,} open"),
        _figure("a look anew, nothing due", ASKED_QUIET_MS, idle, f"{none.open:,} open"),
        _figure("a look anew, nothing due, no talks", ASKED_QUIET_MS, bare, ""),
        _figure("the first look after 30 days away", ASKED_AWAY_MS, away, much),
        _figure("a look after an edit", ASKED_ANEW_MS, anew, f"{found.open:,} open"),
        _figure("to remember what was told after 30 days", ASKED_TOLD_MS, telling, much),
        _figure("the morning with 14 days ahead", 150.0, morning, ""),
        _figure("what a locked book is told of 14 days", 300.0, raises, ""),
    ]


def _anew(database: Database) -> Reminders:
    """Return the service as it is after a start: nothing is known of an earlier look."""
    journal = Journal(database, SystemClock())
    settings = Settings(database, journal)
    return Reminders(database, journal, settings.rules, settings.get)


def _put_elsewhere(database: Database) -> None:
    """Put off what is due: the dates to June, the talks by a year."""
    with database.write() as session:
        found = occurrences(session, TODAY - AWAY, TODAY + AWAY)
        asked = json.dumps([one.date_id for one in found])
        with unrecorded(session):
            session.connection().exec_driver_sql(_TO_JUNE, (asked,))
            session.connection().exec_driver_sql(_NEXT_YEAR, (TODAY.isoformat(),))
        reindex(session, {one.client_id for one in found})
        reindex(session, range(1, CLIENTS + 1), tables=_TALKS)


def _forget_talks(database: Database) -> None:
    """Leave no day in the past on which somebody was to be followed up."""
    with database.write() as session, unrecorded(session):
        session.connection().exec_driver_sql(_NO_TALKS, (TODAY.isoformat(),))
        reindex(session, range(1, CLIENTS + 1), tables=_TALKS)


def _figure(what: str, asked: float, measured: float, found: str) -> Figure:
    said = f"{measured:.2f} ms" + (f", {found}" if found else "")
    return f"{what}, {CLIENTS:,} clients", f"<= {asked:,.0f} ms", said, measured <= asked


def _best(work: Callable[[], R], tries: int = _TRIES) -> tuple[float, R]:
    """Return the milliseconds of the fastest of some tries, and what it found."""
    taken: list[tuple[float, R]] = []
    for _ in range(tries):
        start = time.perf_counter()
        found = work()
        taken.append(((time.perf_counter() - start) * 1000, found))
    return min(taken, key=operator.itemgetter(0))


def _follow_up(database: Database) -> None:
    """Write the talks: old ones that a later talk closed, then those still to be followed up."""
    chance = random.Random(11)
    talks = []
    for client_id in range(1, CLIENTS + 1):
        day = TODAY - dt.timedelta(days=chance.randrange(700, 1000))
        for _ in range(CLOSED_EACH):
            later = day + dt.timedelta(days=chance.randrange(5, 60))
            talks.append(Contact(client_id=client_id, on=day, notes="回访", next_on=later))
            day = later
        again = TODAY + dt.timedelta(days=chance.randrange(-15, 60))
        next_on = again if client_id <= OPEN else None
        talks.append(Contact(client_id=client_id, on=day, notes="约复查", next_on=next_on))
    with database.write() as session, unrecorded(session):
        put_new(session, Contact, talks)
        reindex(session, range(1, CLIENTS + 1), tables=_TALKS)
    database.checkpoint()


if __name__ == "__main__":
    for row in figures():
        print(*row, sep=" | ")
