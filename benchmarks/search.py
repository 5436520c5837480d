"""Search as she types, over every prefix of what a client may be typed by.

Run: `python -m benchmarks.search`. Each search is timed three times and counted at its best:
other programs on the machine are not what is measured.
"""

import random
import statistics
import time

from sqlalchemy import text

from benchmarks.big_book import shared_book
from crm_desktop.clock import SystemClock
from crm_desktop.database import Database
from crm_desktop.services.clients import Clients
from crm_desktop.services.journal import Journal
from crm_desktop.services.pinyin import readings

FEW, MANY = 1_000, 100_000
SAMPLE = 250
TRIES = 3
P95_MS = 2.0
GROWTH = 4.0
TWO_PARTS_P95_MS = 33.0

Figure = tuple[str, str, str, bool]


def figures() -> list[Figure]:
    """Return (what, asked, measured, reached)."""
    few, many = shared_book(FEW), shared_book(MANY)
    small, _ = _p95_and_median(few, _prefixes(few))
    large, median = _p95_and_median(many, _prefixes(many))
    mixed, _ = _p95_and_median(many, _mixed(many))
    growth = large / small
    return [
        (
            f"search, {MANY:,} clients, every prefix, p95",
            f"<= {P95_MS} ms",
            f"{large:.2f} ms (median {median:.2f})",
            large <= P95_MS,
        ),
        (
            f"search, {FEW:,} to {MANY:,} clients, growth of p95",
            f"<= {GROWTH} x",
            f"{growth:.1f} x ({small:.2f} ms)",
            growth <= GROWTH,
        ),
        (
            f"search of two parts (王y, wang 8888), {MANY:,} clients, p95",
            f"<= {TWO_PARTS_P95_MS} ms",
            f"{mixed:.2f} ms",
            mixed <= TWO_PARTS_P95_MS,
        ),
    ]


def _people(database: Database) -> list[tuple[str, str]]:
    """Return name and phone of a sample of clients."""
    with database.read() as session:
        found = session.execute(text("SELECT name, phone FROM client_index ORDER BY id")).all()
    return [(name, phone) for name, phone in random.Random(3).sample(found, SAMPLE)]


def _prefixes(database: Database) -> list[str]:
    typed: set[str] = set()
    for name, phone in _people(database):
        spoken = readings(name)[0]
        initials = "".join(syllable[0] for syllable in spoken)
        for whole in (name, "".join(spoken), initials, phone, phone[-4:], phone[-8:]):
            typed.update(whole[:length] for length in range(1, len(whole) + 1))
    return sorted(typed)


def _mixed(database: Database) -> list[str]:
    typed: set[str] = set()
    for name, phone in _people(database):
        spoken = readings(name)[0]
        typed.update((f"{name[0]}{spoken[-1][0]}", f"{spoken[0]}{name[-1]}"))
        typed.update((f"{name[0]} {phone[-4:]}", f"{spoken[0]} {phone[:3]}"))
    return sorted(typed)


def _p95_and_median(database: Database, typed: list[str]) -> tuple[float, float]:
    """Return both in milliseconds, of the best of three tries of each input."""
    clients = Clients(database, Journal(database, SystemClock()))
    random.Random(4).shuffle(typed)
    taken = sorted(min(_taken(clients, one) for _ in range(TRIES)) for one in typed)
    return taken[int(len(taken) * 0.95)], statistics.median(taken)


def _taken(clients: Clients, typed: str) -> float:
    start = time.perf_counter()
    clients.search(typed)
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    for row in figures():
        print(*row, sep=" | ")
