"""The work for one event and the check of one client, opened one after another.

Over an encrypted book of 10,000 clients; each act counts at its best of some rounds, as other
programs are not what is measured. Run: `python -m benchmarks workbench`.
"""

import datetime as dt
import functools
import statistics
from collections.abc import Callable, Sequence
from typing import Final

from benchmarks.big_book import TODAY, big_book
from benchmarks.screen import Eye, Screen
from crm_desktop.domain.occasions import Occasion, Source
from crm_desktop.ui.reminder_check.page import CheckPage
from crm_desktop.ui.workbench.page import WorkbenchPage

CLIENTS: Final = 10_000
EVENTS: Final = 12
ROUNDS: Final = 3
OPENED_MS: Final = 80.0
STOP_MS: Final = 50.0
_AHEAD: Final = dt.timedelta(days=7)

Figure = tuple[str, str, str, bool]
Act = tuple[float, float]
"""Milliseconds until it was painted, the longest stop of the window."""


def figures() -> list[Figure]:
    """Return (what, asked, measured, reached)."""
    with big_book(CLIENTS) as database:
        screen = Screen(database)
        bench, check = screen.window.page("workbench"), screen.window.page("check")
        if not isinstance(bench, WorkbenchPage) or not isinstance(check, CheckPage):
            raise TypeError(bench, check)
        found = screen.desk.book.reminders.between(TODAY, TODAY + _AHEAD)
        events = [one for one in found if one.source is Source.DATE][:EVENTS]
        at_work, looking = Eye(bench), Eye(check)
        worked = _best([_worked(screen, bench, at_work, events) for _ in range(ROUNDS)])
        checked = _best([_checked(screen, check, looking, events) for _ in range(ROUNDS)])
        screen.close()
    return [
        *_figures("the work for another event", worked),
        *_figures("the check of another client", checked),
    ]


def _worked(screen: Screen, page: WorkbenchPage, eye: Eye, events: Sequence[Occasion]) -> list[Act]:
    """Open the work for each event, as from the Today page."""
    screen.window.open_page("workbench")
    acts = []
    for event in events:
        eye.longest = 0.0
        shown = functools.partial(_is_about, page, event)
        took = eye.wait(functools.partial(page.show_event, event), shown)
        eye.settle(_is_idle(screen))
        acts.append((took, eye.longest))
    return acts


def _is_about(page: WorkbenchPage, event: Occasion) -> bool:
    return page.bench is not None and page.bench.occasion.source_id == event.source_id


def _checked(screen: Screen, page: CheckPage, eye: Eye, events: Sequence[Occasion]) -> list[Act]:
    """Check the client of each event, as from her file."""
    screen.window.open_page("check")
    idle, acts = _is_idle(screen), []
    for event in events:
        eye.longest = 0.0
        took = eye.wait(functools.partial(page.show_client, event.client_id), idle)
        eye.settle(idle)
        acts.append((took, eye.longest))
    return acts


def _is_idle(screen: Screen) -> Callable[[], bool]:
    return lambda: screen.desk.jobs.is_idle


def _best(rounds: Sequence[Sequence[Act]]) -> list[Act]:
    return [
        (min(took for took, _ in same), min(stop for _, stop in same))
        for same in zip(*rounds, strict=True)
    ]


def _figures(what: str, acts: Sequence[Act]) -> list[Figure]:
    times = sorted(took for took, _ in acts)
    slow, stop = times[int(len(times) * 0.95)], max(stop for _, stop in acts)
    told = f"{slow:.1f} ms (median {statistics.median(times):.1f})"
    name = f"{what}, {CLIENTS:,} clients"
    return [
        (f"{name}: painted, p95", f"<= {OPENED_MS:.0f} ms", told, slow <= OPENED_MS),
        (f"{name}: longest stop", f"<= {STOP_MS:.0f} ms", f"{stop:.1f} ms", stop <= STOP_MS),
    ]


if __name__ == "__main__":
    for row in figures():
        print(*row, sep=" | ")
