"""The client list of 100,000: first rows, scroll steps, every filter, and deeds for many.

Run: `python -m benchmarks.client_list`. Each is the median of many, each at its best of three.
"""

import statistics
import time
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from benchmarks.big_book import TODAY, shared_book
from crm_desktop.clock import SystemClock
from crm_desktop.database import Database
from crm_desktop.domain.list_query import Chosen, ListQuery, Sort
from crm_desktop.domain.records import Tier
from crm_desktop.domain.traits import Missing, Standing
from crm_desktop.services.bulk import Bulk
from crm_desktop.services.client_list import ClientPage, Cursor
from crm_desktop.services.clients import Clients
from crm_desktop.services.journal import Journal
from crm_desktop.services.smart_lists import SmartLists

T = TypeVar("T")

MANY = 100_000
TRIES = 3
STEPS = 30
SCREENFUL = 50
"""Lines of one page: a screen shows about a dozen."""

FIRST_MS, STEP_MS, DEED_MS = 50.0, 16.0, 1_000.0
MANY_PICKED = 3_000

Figure = tuple[str, str, str, bool]

_QUERIES = [
    ListQuery(sort=sort, descending=descending, tiers=tiers, big_only=big_only)
    for sort in Sort
    for descending in (False, True)
    for tiers in (frozenset[Tier | None](), frozenset({Tier.A}))
    for big_only in (False, True)
]


_FILTERS = {
    "tiers": ListQuery(tiers=frozenset({Tier.A, Tier.C, None})),
    "VIP": ListQuery(vip_only=True),
    "missing": ListQuery(missing=frozenset({Missing.PHONE, Missing.LAST_TALK})),
    "nobody lacks it": ListQuery(missing=frozenset({Missing.CHILD_BIRTHDAY})),
    "sessions left": ListQuery(standing=frozenset({Standing.SESSIONS_LEFT})),
    "half a year away": ListQuery(not_visited_for=182),
    "came lately": ListQuery(visited_within=30, sort=Sort.PAID_TOTAL, descending=True),
    "never came": ListQuery(never_visited=True),
    "birthday soon": ListQuery(birthday_within=30),
    "birthday in May": ListQuery(birthday_month=5),
    "paid much": ListQuery(paid_from=8_000_000),
    "may want": ListQuery(wanted=frozenset({"热玛吉"})),
    "of one owner": ListQuery(owners=frozenset({"_"})),
    "typed": ListQuery(text="wang", big_only=True),
    "three at once": ListQuery(
        tiers=frozenset({Tier.A, Tier.B}), not_visited_for=91, wanted=frozenset({"皮秒"})
    ),
}


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
        _filtered(clients, database),
        _deed(database),
    ]


def _filtered(clients: Clients, database: Database) -> Figure:
    """Measure the first lines of a list under each filter, and counting it."""
    known = SmartLists(database, Journal(database, SystemClock())).values().tags
    queries = _FILTERS | {"a tag": ListQuery(tags=frozenset(known[:1]))}
    taken = {name: _best(_page_of(clients, query, None))[0] for name, query in queries.items()}
    counts = [_best(partial(clients.count, query, today=TODAY))[0] for query in queries.values()]
    slowest = max(taken, key=taken.__getitem__)
    middle = statistics.median(taken.values())
    return (
        f"list, {MANY:,} clients, first {SCREENFUL} lines, slowest of {len(taken)} filters",
        f"<= {FIRST_MS:.0f} ms",
        f"{taken[slowest]:.1f} ms ({slowest}; median {middle:.1f}, counted in {max(counts):.1f})",
        taken[slowest] <= FIRST_MS,
    )


def _deed(database: Database) -> Figure:
    """Give a tag to many picked clients at once, and take it back."""
    journal = Journal(database, SystemClock())
    chosen = Chosen(ids=frozenset(range(1, MANY_PICKED + 1)))
    start = time.perf_counter()
    Bulk(database, journal).add_tag(chosen, "一次", today=TODAY)
    taken = (time.perf_counter() - start) * 1000
    start = time.perf_counter()
    journal.undo()
    undone = (time.perf_counter() - start) * 1000
    return (
        f"a tag for {MANY_PICKED:,} of {MANY:,} clients, one change",
        f"<= {DEED_MS:,.0f} ms",
        f"{taken:.0f} ms (undone in {undone:.0f})",
        taken <= DEED_MS,
    )


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


def _best(work: Callable[[], T]) -> tuple[float, T]:
    """Return the best of three in milliseconds, and what the work gave."""
    tries = [_timed(work) for _ in range(TRIES)]
    return min(taken for taken, _ in tries), tries[0][1]


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    start = time.perf_counter()
    given = work()
    return (time.perf_counter() - start) * 1000, given


if __name__ == "__main__":
    for row in figures():
        print(*row, sep=" | ")
