"""Speed of dates: lunar conversion, its import, and the look-up of occurrences.

Run: `python -m benchmarks.dates`.
"""

import datetime as dt
import random
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Final

import icalendar
import recurring_ical_events

from crm_desktop.domain import lunar
from crm_desktop.domain.dates import DEFAULT_POLICY, Calendar, DatedFact
from crm_desktop.domain.occurrences import bucket_of, buckets_between

CLIENTS: Final = 1000
DATES_EACH: Final = 4
FIRST: Final = dt.date(2026, 11, 22)
DAYS: Final = 62

_ASKED_RATE: Final = 500_000
_ASKED_IMPORT: Final = 0.010
_ASKED_RATIO: Final = 1000
_ROUNDS: Final = 7

# The modules of the calendar alone, timed after everything of Python's own they need.
_IMPORT: Final = (
    "import bisect, datetime, enum, pathlib, typing, dataclasses, time\n"
    "import crm_desktop.domain.errors\n"
    "start = time.perf_counter()\n"
    "import crm_desktop.domain.lunar\n"
    "print(time.perf_counter() - start)\n"
)


def figures() -> list[tuple[str, str, str, bool]]:
    """Return (what, asked, measured, reached)."""
    there, back = conversion_rates()
    import_time = lunar_import_time()
    peer, ours = lookup_times()
    return [
        ("solar to lunar", ">= 500,000 a second", f"{there:,.0f}", there >= _ASKED_RATE),
        ("lunar to solar", ">= 500,000 a second", f"{back:,.0f}", back >= _ASKED_RATE),
        (
            "import of the lunar calendar",
            "< 10 ms",
            f"{import_time * 1000:.1f} ms",
            import_time < _ASKED_IMPORT,
        ),
        (
            f"occurrences of {CLIENTS * DATES_EACH} dates in {DAYS} days, against icalendar",
            f">= {_ASKED_RATIO} times",
            f"{peer / ours:,.0f} times ({peer * 1000:,.0f} ms, {ours * 1000:.2f} ms)",
            peer / ours >= _ASKED_RATIO,
        ),
    ]


def conversion_rates() -> tuple[float, float]:
    """Return conversions a second to the lunar calendar and back, over every day at random."""
    span = lunar.LAST_DAY.toordinal() - lunar.FIRST_DAY.toordinal() + 1
    days = [lunar.FIRST_DAY + dt.timedelta(days=n) for n in range(span)]
    random.Random(1).shuffle(days)
    names = [lunar.to_lunar(day) for day in days]
    there = _best(_ROUNDS, lambda: [lunar.to_lunar(day) for day in days])
    back = _best(_ROUNDS, lambda: [lunar.to_solar(name) for name in names])
    return span / there, span / back


def lunar_import_time() -> float:
    """Return the seconds a fresh Python needs to import the lunar calendar, best of some."""
    command = [sys.executable, "-c", _IMPORT]
    runs = (subprocess.run(command, check=True, capture_output=True) for _ in range(_ROUNDS))
    return min(float(run.stdout) for run in runs)


def lookup_times() -> tuple[float, float]:
    """Return the seconds for the same window: the peer's, and ours out of an index by key.

    Raises:
        AssertionError: the two did not find the same number of occurrences.
    """
    facts = _facts()
    feed = _feed(facts)
    last = FIRST + dt.timedelta(days=DAYS - 1)
    found: list[int] = []
    peer = _best(
        1,
        lambda: found.append(
            len(recurring_ical_events.of(feed).between(FIRST, last + dt.timedelta(days=1)))
        ),
    )
    index: dict[str, list[int]] = {}
    for number, fact in enumerate(facts):
        index.setdefault(bucket_of(fact, DEFAULT_POLICY), []).append(number)
    ours = _best(_ROUNDS, lambda: _look_up(index, FIRST, last))
    if found != [len(_look_up(index, FIRST, last))]:
        raise AssertionError(found)
    return peer, ours


def _look_up(
    index: dict[str, list[int]], first: dt.date, last: dt.date
) -> list[tuple[int, dt.date]]:
    return [
        (number, day)
        for key, days in buckets_between(first, last).items()
        for number in index.get(key, ())
        for day in days
    ]


def _facts() -> list[DatedFact]:
    """Return solar dates only: the peer knows no lunar ones."""
    dice = random.Random(2)
    start = dt.date(1960, 1, 1).toordinal()
    days = (
        dt.date.fromordinal(start + dice.randrange(20_000)) for _ in range(CLIENTS * DATES_EACH)
    )
    return [
        DatedFact(calendar=Calendar.SOLAR, year=day.year, month=day.month, day=min(day.day, 28))
        for day in days
    ]


def _feed(facts: list[DatedFact]) -> icalendar.Calendar:
    feed = icalendar.Calendar()
    for number, fact in enumerate(facts):
        event = icalendar.Event()
        event.add("uid", f"{number}@example.org")
        event.add("summary", str(number))
        event.add("dtstart", dt.date(fact.year or 1960, fact.month, fact.day))
        event.add("rrule", {"freq": "yearly"})
        feed.add_component(event)
    return feed


def _best(rounds: int, work: Callable[[], object]) -> float:
    """Return the seconds of the fastest of some rounds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    for what, asked, measured, reached in figures():
        print(f"{what}: {measured} (asked {asked}){'' if reached else ' MISSED'}")
