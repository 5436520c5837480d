"""What comes round in a window, out of an encrypted book of 100,000 clients with four dates each.

Run: `python -m benchmarks.occurrences`. Each figure is the best of twelve.
"""

import datetime as dt
import time

from benchmarks.big_book import TODAY, shared_book
from crm_desktop.database import Database
from crm_desktop.services.occurrence_lookup import occurrences

MANY = 100_000
TRIES = 12
ASKED_MS = {3: 5.0, 62: 100.0}

Figure = tuple[str, str, str, bool]


def figures() -> list[Figure]:
    """Return (what, asked, measured, reached)."""
    return [_window(shared_book(MANY), days, asked) for days, asked in ASKED_MS.items()]


def _window(database: Database, days: int, asked: float) -> Figure:
    last = TODAY + dt.timedelta(days=days - 1)
    taken, found = [], 0
    for _ in range(TRIES):
        start = time.perf_counter()
        with database.read() as session:
            found = len(occurrences(session, TODAY, last))
        taken.append((time.perf_counter() - start) * 1000)
    best = min(taken)
    return (
        f"occurrences of {days} days, {MANY:,} clients",
        f"<= {asked:.0f} ms",
        f"{best:.1f} ms for {found:,}",
        best <= asked,
    )


if __name__ == "__main__":
    for row in figures():
        print(*row, sep=" | ")
