"""The client list of 100,000: first rows, scroll steps, counting, in every order.

Run: `python -m benchmarks.client_list`. Each is the median of many, each at its best of three.
"""

import statistics
import time
from collections.abc import Callable

from benchmarks.big_book import TODAY, shared_book
from crm_desktop.clock import SystemClock
from crm_desktop.domain.records import Tier
from crm_desktop.services.client_list import ClientPage, Cursor, ListQuery, Sort
from crm_desktop.services.clients import Clients
from crm_desktop.services.journal import Journal

MANY = 100_000
TRIES = 3
STEPS = 30
SCREENFUL = 50
"""Lines of one page: a screen shows about a dozen."""

FIRST_MS, STEP_MS = 50.0, 16.0

Figure = tuple[str, str, str, bool]

_QUERIES = [
    ListQuery(sort=sort, descending=descending, tiers=tiers, big_only=big_only)
    for sort in Sort
    for descending in (False, True)
    for tiers in (frozenset[Tier | None](), frozenset({Tier.A}))
    for big_only in (False, True)
]


def figures() -> list[Figure]:
    """Return (what, asked, measured, reached)."""
    database = shared_book(MANY)
    clients = Clients(database, Journal(database, SystemClock()))
    first = max(_best(_page_of(clients, query, None))[0] for query in _QUERIES)
    cold = _cold(clients)
    steps = [taken for query in _QUERIES for taken in _steps(clients, query)]
    middle, worst = statistics.median(steps), sorted(steps)[int(len(steps) * 0.95)]
    return [
        (
            f"list, {MANY:,} clients, first {SCREENFUL} lines, slowest order",
            f"<= {FIRST_MS:.0f} ms",
            f"{first:.1f} ms (nothing read before: {cold:.1f})",
            max(first, cold) <= FIRST_MS,
        ),
        (
            f"list, {MANY:,} clients, a step of {SCREENFUL} lines, p95 over all orders",
            f"<= {STEP_MS:.0f} ms",
            f"{worst:.1f} ms (median {middle:.1f})",
            worst <= STEP_MS,
        ),
    ]


def _steps(clients: Clients, query: ListQuery) -> list[float]:
    """Return the milliseconds of the steps down from the top of one list."""
    taken: list[float] = []
    after: Cursor | None = None
    for _ in range(STEPS):
        milliseconds, page = _best(_page_of(clients, query, after))
        taken.append(milliseconds)
        after = page.after
        if after is None:
            break
    return taken[1:]


def _page_of(clients: Clients, query: ListQuery, after: Cursor | None) -> Callable[[], ClientPage]:
    def page() -> ClientPage:
        return clients.page(query, after, SCREENFUL, today=TODAY)

    return page


def _cold(clients: Clients) -> float:
    """Return the milliseconds of a page far down, whose places were never read."""
    far = Cursor(values=("zh", 0))
    start = time.perf_counter()
    clients.page(ListQuery(), far, SCREENFUL, today=TODAY)
    return (time.perf_counter() - start) * 1000


def _best(work: Callable[[], ClientPage]) -> tuple[float, ClientPage]:
    """Return the best of three in milliseconds, and what the work gave."""
    tries = [_timed(work) for _ in range(TRIES)]
    return min(taken for taken, _ in tries), tries[0][1]


def _timed(work: Callable[[], ClientPage]) -> tuple[float, ClientPage]:
    start = time.perf_counter()
    given = work()
    return (time.perf_counter() - start) * 1000, given


if __name__ == "__main__":
    for row in figures():
        print(*row, sep=" | ")
