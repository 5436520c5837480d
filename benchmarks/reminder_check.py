"""Checking the reminders of one client, and of a whole book of 3,000 with four dates each.

Nobody set a figure for the whole book, which is read with a progress bar; one client is to be
there at once. Run: `python -m benchmarks.reminder_check`.
"""

import datetime as dt
import time
from typing import Final

from benchmarks.big_book import TODAY, big_book
from crm_desktop.clock import SystemClock
from crm_desktop.services.journal import Journal
from crm_desktop.services.reminder_check import ReminderCheck
from crm_desktop.services.reminders import Reminders
from crm_desktop.services.settings import Settings

CLIENTS: Final = 3_000
ASKED_ONE_MS: Final = 50.0
ASKED_WHOLE_MS: Final = 5_000.0

_EACH: Final = 60
_NOW: Final = dt.datetime.combine(TODAY, dt.time(9), dt.timezone(dt.timedelta(hours=8)))

Figure = tuple[str, str, str, bool]


def figures() -> list[Figure]:
    """Return (what, asked, measured, reached)."""
    with big_book(CLIENTS) as database:
        journal = Journal(database, SystemClock())
        settings = Settings(database, journal)
        reminders = Reminders(database, journal, settings.rules, settings.get)
        check = ReminderCheck(database, journal, reminders, settings.rules, settings.get)
        return [_one(check), _whole(check)]


def _one(check: ReminderCheck) -> Figure:
    taken = []
    for client_id in range(1, _EACH + 1):
        start = time.perf_counter()
        check.of(client_id, _NOW)
        taken.append((time.perf_counter() - start) * 1000)
    worst, usual = max(taken), sorted(taken)[len(taken) // 2]
    return (
        f"the reminders of one client of {CLIENTS:,}, the slowest of {_EACH}",
        f"<= {ASKED_ONE_MS:.0f} ms",
        f"{worst:.1f} ms, the usual one {usual:.1f} ms",
        worst <= ASKED_ONE_MS,
    )


def _whole(check: ReminderCheck) -> Figure:
    start = time.perf_counter()
    found = check.whole(_NOW)
    taken = (time.perf_counter() - start) * 1000
    return (
        f"the whole book of {CLIENTS:,} clients checked",
        f"<= {ASKED_WHOLE_MS:,.0f} ms",
        f"{taken:,.0f} ms, {len(found.findings.lost):,} days lost, {len(found.ahead):,} ahead",
        taken <= ASKED_WHOLE_MS and not found.findings.lost,
    )


if __name__ == "__main__":
    for row in figures():
        print(*row, sep=" | ")
