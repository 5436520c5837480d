"""Festivals out of an encrypted book of 10,000 clients: the count of a look, and the whole list.

Run: `python -m benchmarks.festivals`. Each figure is the best of twelve.
"""

import datetime as dt
import time
from collections.abc import Callable
from functools import partial

from benchmarks.big_book import shared_book
from crm_desktop.database import Database
from crm_desktop.domain.settings import BookSettings
from crm_desktop.services.campaigns import campaign_occasions
from crm_desktop.services.festivals import Festivals
from crm_desktop.services.journal import Journal
from tests.fakes import FixedClock

MANY = 10_000
TRIES = 12
CHRISTMAS = dt.date(2026, 12, 25)
QUIET = dt.date(2026, 11, 22)
MOTHERS_DAY = dt.date(2027, 5, 9)

Figure = tuple[str, str, str, bool]


def figures() -> list[Figure]:
    """Return (what, asked, measured, reached)."""
    database = shared_book(MANY)
    festivals = Festivals(database, Journal(database, FixedClock()), BookSettings)
    return [
        _figure("a look with no festival near", 1.0, partial(_look, database, QUIET)),
        _figure("a look with one near", 20.0, partial(_look, database, CHRISTMAS)),
        _figure("a look with Mother's Day near", 50.0, partial(_look, database, MOTHERS_DAY)),
        _figure("the whole list", 500.0, partial(_count, festivals)),
    ]


def _look(database: Database, on: dt.date) -> int:
    with database.read() as session:
        found = campaign_occasions(session, on, on + dt.timedelta(days=10), BookSettings())
    return sum(each.clients for each in found)


def _count(festivals: Festivals) -> int:
    return len(festivals.sheet("christmas", CHRISTMAS).lines)


def _figure(what: str, asked: float, work: Callable[[], int]) -> Figure:
    taken, found = [], 0
    for _ in range(TRIES):
        start = time.perf_counter()
        found = work()
        taken.append((time.perf_counter() - start) * 1000)
    best = min(taken)
    told = f"{best:.2f} ms for {found:,}"
    return f"festivals: {what}, {MANY:,} clients", f"<= {asked:g} ms", told, best <= asked


if __name__ == "__main__":
    for row in figures():
        print(*row, sep=" | ")
