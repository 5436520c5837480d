"""The calendar over an encrypted book of 10,000 clients with four dates each.

Beside the dates stand 5,000 follow-ups around today. Months are turned as she does it, by the
button, back and forth over two years; each act counts at its best of some rounds, as other
programs are not what is measured, and each figure is of the slowest act in twenty. Run:
`python -m benchmarks.calendar`.
"""

import datetime as dt
import functools
import random
import statistics
import time
from collections.abc import Callable, Sequence
from typing import Final

from benchmarks.big_book import TODAY, big_book
from benchmarks.screen import Eye, Screen
from crm_desktop.database import Database
from crm_desktop.domain.records import Contact
from crm_desktop.services.journal import unrecorded
from crm_desktop.services.records import put_new
from crm_desktop.ui.calendar.days import View, span, turned
from crm_desktop.ui.calendar.page import CalendarPage

CLIENTS: Final = 10_000
FOLLOW_UPS: Final = 5_000
TURNS: Final = 12
ROUNDS: Final = 3
MONTHS_OFF: Final = 6
MOST_MS: Final = 50.0

Figure = tuple[str, str, str, bool]


def figures() -> list[Figure]:
    """Return (what, asked, measured, reached)."""
    with big_book(CLIENTS) as database:
        _follow_up(database)
        screen = Screen(database)
        page = screen.window.page("calendar")
        if not isinstance(page, CalendarPage):
            raise TypeError(page)
        # Both eyes outlive the window they watch.
        eye, other = Eye(page.table.viewport()), Eye(page.day.list.viewport())
        screen.window.open_page("calendar")
        found = _measured(screen, page, eye, other)
        screen.close()
        return found


def _measured(screen: Screen, page: CalendarPage, eye: Eye, other: Eye) -> list[Figure]:
    idle = functools.partial(_is_idle, screen, page)
    eye.settle(idle)
    read, entries = _read(screen)
    opened, stops = _opened(page, eye, idle)
    turns, more = _turned(page, eye, idle)
    walks, most = _walked(page, eye, other, idle)
    longest = max(*stops, *more, *most)
    return [
        _figure("read, a month", MOST_MS, read, f"{read:.1f} ms for {entries:,} entries"),
        _figure("painted, another month turned to", MOST_MS, _p95(turns), _said(turns)),
        _figure("painted, a month of which nothing was read", MOST_MS, _p95(opened), _said(opened)),
        _figure("painted, another day", MOST_MS, _p95(walks), _said(walks)),
        _figure("longest stop of the window", MOST_MS, longest, f"{longest:.1f} ms"),
    ]


def _p95(taken: Sequence[float]) -> float:
    return sorted(taken)[int(len(taken) * 0.95)]


def _said(taken: Sequence[float]) -> str:
    return f"{_p95(taken):.1f} ms (median {statistics.median(taken):.1f})"


def _figure(what: str, asked: float, measured: float, said: str) -> Figure:
    return f"calendar, {CLIENTS:,} clients: {what}", f"<= {asked:.0f} ms", said, measured <= asked


def _read(screen: Screen) -> tuple[float, int]:
    """Return the best time the service takes for the present month, and how much there is."""
    days = span(View.MONTH, TODAY)
    taken, count = [], 0
    for _ in range(TURNS):
        start = time.perf_counter()
        count = len(screen.desk.book.calendar.stretch(*days, TODAY).entries)
        taken.append((time.perf_counter() - start) * 1000)
    return min(taken), count


def _opened(
    page: CalendarPage, eye: Eye, idle: Callable[[], bool]
) -> tuple[list[float], list[float]]:
    """Go to months years off, nothing of which is at hand; return best times and stops."""
    taken, stops = [], []
    for number in range(2, 2 + MONTHS_OFF):
        on = TODAY.replace(year=TODAY.year + number)
        shown = functools.partial(_begins, page, span(View.MONTH, on)[0])
        acts = []
        for _ in range(ROUNDS):
            eye.longest = 0.0
            painted = eye.wait(functools.partial(page.go, on), shown)
            eye.settle(idle)
            acts.append((painted, eye.longest))
            page.go(TODAY)
            eye.settle(idle)
            page.pages.forget()
        taken.append(min(painted for painted, _ in acts))
        stops.append(min(stop for _, stop in acts))
    return taken, stops


def _turned(
    page: CalendarPage, eye: Eye, idle: Callable[[], bool]
) -> tuple[list[float], list[float]]:
    """Turn months on and back; return each turn's best time, and its shortest longest stop."""
    buttons = (page.top.later,) * TURNS + (page.top.earlier,) * TURNS
    rounds: list[list[tuple[float, float]]] = []
    for _ in range(ROUNDS):
        acts = []
        for button in buttons:
            eye.longest = 0.0
            first = _next_first(page, 1 if button is page.top.later else -1)
            painted = eye.wait(button.click, functools.partial(_begins, page, first))
            eye.settle(idle)
            acts.append((painted, eye.longest))
        rounds.append(acts)
    same = list(zip(*rounds, strict=True))
    painted_best = [min(painted for painted, _ in acts) for acts in same]
    return painted_best, [min(stop for _, stop in acts) for acts in same]


def _walked(
    page: CalendarPage, eye: Eye, other: Eye, idle: Callable[[], bool]
) -> tuple[list[float], list[float]]:
    """Walk over days; return each step's time until its list is painted, and the stops."""
    taken, stops = [], []
    for number in range(TURNS):
        on = TODAY.replace(day=1) + dt.timedelta(days=number)
        other.longest = 0.0
        shown = functools.partial(_shows, page, on)
        taken.append(other.wait(functools.partial(page.go, on), shown))
        eye.settle(idle)
        stops.append(other.longest)
    return taken, stops


def _is_idle(screen: Screen, page: CalendarPage) -> bool:
    return page.pages.is_ahead and screen.desk.jobs.is_idle


def _next_first(page: CalendarPage, pages: int) -> dt.date:
    """Return the Monday the next page begins with."""
    in_it = page.days.first + dt.timedelta(days=10)
    return span(View.MONTH, turned(View.MONTH, in_it, pages))[0]


def _begins(page: CalendarPage, first: dt.date) -> bool:
    return page.days.first == first


def _shows(page: CalendarPage, on: dt.date) -> bool:
    lines = page.day.model.lines
    return bool(lines) and lines[0].occasion.on == on


def _follow_up(database: Database) -> None:
    """Write talks whose next day lies around today."""
    chance = random.Random(11)
    with database.write() as session, unrecorded(session):
        put_new(
            session,
            Contact,
            [
                Contact(
                    client_id=chance.randint(1, CLIENTS),
                    on=TODAY - dt.timedelta(days=90),
                    outcome="再看看",
                    next_on=TODAY + dt.timedelta(days=chance.randint(-30, 60)),
                )
                for _ in range(FOLLOW_UPS)
            ],
        )


if __name__ == "__main__":
    for row in figures():
        print(*row, sep=" | ")
