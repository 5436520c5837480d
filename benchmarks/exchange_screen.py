"""How long the window stands still while 10,000 rows are read, compared, decided and written.

Her list of 10,000 clients in 30 columns comes in, then the same with every address another, so
that there are 10,000 things to decide. What is judged is the processor time the screen's thread
spends between two beats, which other programs leave as it is; the time on the clock, with what
it waits for the other threads, is told beside it. Run: python -m benchmarks exchange_screen
"""

import gc
import pathlib
import tempfile
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from benchmarks.big_book import big_book
from benchmarks.lists import workbook
from benchmarks.screen import Screen
from crm_desktop.domain.errors import CrmError
from crm_desktop.domain.import_plan import Accept
from crm_desktop.ui.exchange.wizard import ImportWizard

Figure = tuple[str, str, str, bool]
"""What, asked, measured, reached."""

Stop = tuple[float, float]
"""Milliseconds of the screen's own work, and on the clock."""

ASKED_MS: Final = 50.0
CLIENTS: Final = 10_000
_MOST_MS: Final = 120_000


def figures() -> list[Figure]:
    """Return the longest stop of each step."""
    with tempfile.TemporaryDirectory() as place, big_book(1) as database:
        first, second = pathlib.Path(place) / "first.xlsx", pathlib.Path(place) / "second.xlsx"
        first.write_bytes(workbook(CLIENTS))
        second.write_bytes(workbook(CLIENTS, moved="-1"))
        screen = Screen(database)
        stops = _stops(shown_wizard(screen), first, second)
        screen.close()
    return told_stops(f"{CLIENTS:,} rows, the window stands still while", stops)


def shown_wizard(screen: Screen) -> ImportWizard:
    """Return a wizard of the window's size over its book."""
    # The book of the benchmarks has no keys on disk that a backup would hold.
    screen.desk.book.imports._back_up = bool  # noqa: SLF001 - nothing else keeps it from it
    wizard = ImportWizard(screen.desk, screen.window)
    wizard.resize(screen.window.size())
    wizard.show()
    return wizard


def told_stops(what: str, stops: Mapping[str, Stop]) -> list[Figure]:
    """Return the stop of each thing that is done, beside what is asked of it."""
    return [
        (
            f"{what} {doing}",
            f"<= {ASKED_MS:.0f} ms",
            f"{stop:.0f} ms ({waited:.0f} by the clock)",
            stop <= ASKED_MS,
        )
        for doing, (stop, waited) in stops.items()
    ]


def _stops(wizard: ImportWizard, first: pathlib.Path, second: pathlib.Path) -> dict[str, Stop]:
    flow, steps, heart = wizard.flow, wizard.steps, Heart()
    conflicts = wizard.conflicts
    flow.failed.connect(_fail)

    def at(step: QWidget) -> Callable[[], bool]:
        return lambda: steps.currentWidget() is step and not flow.is_busy

    stops = {
        "reading": heart.during(partial(wizard.open, first), at(wizard.columns)),
        "comparing": heart.during(flow.compare, at(wizard.preview)),
        "writing": heart.during(flow.apply, at(wizard.result)),
        "reading again": heart.during(partial(wizard.open, second), at(wizard.columns)),
        "comparing with as many": heart.during(flow.compare, at(wizard.preview)),
        "showing what is to be decided": heart.during(
            wizard.preview.conflicts_wanted.emit, at(conflicts)
        ),
    }
    theirs = {one.place: Accept.THEIRS for one in conflicts.model.questions}
    assert len(theirs) >= CLIENTS, len(theirs)  # noqa: S101 - a figure of less would be none
    stops["deciding all at once"] = heart.during(
        partial(conflicts.decide, theirs), lambda: wizard.flow.is_busy
    )
    stops["planning what was decided"] = heart.during(conflicts.leave, at(wizard.preview))
    stops["writing that"] = heart.during(flow.apply, at(wizard.result))
    return stops


def _fail(error: CrmError) -> None:
    raise error


class Heart(QObject):
    """Beats every millisecond where the window is not held up.

    Attributes:
        longest: the most milliseconds of the screen's own work between two beats.
        waited: the most milliseconds on the clock.
    """

    def __init__(self) -> None:
        super().__init__()
        self.longest = self.waited = 0.0
        self._beaten_at = self._worked_at = 0.0
        self._is_over: Callable[[], bool] = bool
        self._loop = QEventLoop()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)

    def during(self, act: Callable[[], object], is_over: Callable[[], bool]) -> Stop:
        """Do `act` and let the window live until it is over; return the longest stop."""
        gc.collect()
        self.longest = self.waited = 0.0
        self._is_over = is_over
        self._beaten_at, self._worked_at = time.perf_counter(), time.thread_time()
        self._timer.start(1)
        QTimer.singleShot(_MOST_MS, self._loop.quit)
        act()
        self._loop.exec()
        self._timer.stop()
        if not is_over():
            raise TimeoutError(act)
        return self.longest, self.waited

    def _on_beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.waited = max(self.waited, (now - self._beaten_at) * 1000)
        self.longest = max(self.longest, (worked - self._worked_at) * 1000)
        self._beaten_at, self._worked_at = now, worked
        if self._is_over():
            self._loop.quit()
