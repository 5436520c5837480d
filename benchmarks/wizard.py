"""How long the window stands still while 3,000 differences of 12,000 rows are decided by keys.

The book holds 3,000 of the 12,000 clients, each at another address. Keys come as fast as they
are taken, first alone, then while what was decided is planned beside them. What is judged is
told in `benchmarks.exchange_screen`. Run: python -m benchmarks wizard
"""

import pathlib
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from benchmarks.big_book import big_book
from benchmarks.exchange_screen import Figure, Heart, Stop, shown_wizard, told_stops
from benchmarks.lists import workbook
from benchmarks.screen import Screen
from crm_desktop.domain.import_plan import Accept
from crm_desktop.services.book import Book
from crm_desktop.ui.exchange.wizard import ImportWizard

ROWS: Final = 12_000
ASKED_OF: Final = 3_000
_KEYS: Final = 400


def figures() -> list[Figure]:
    """Return the longest stop of each thing that is done."""
    with tempfile.TemporaryDirectory() as place, big_book(1) as database:
        known, again = pathlib.Path(place) / "known.xlsx", pathlib.Path(place) / "again.xlsx"
        known.write_bytes(workbook(ASKED_OF, moved="-1"))
        again.write_bytes(workbook(ROWS))
        screen = Screen(database)
        wizard = shown_wizard(screen)
        _take_in(screen.desk.book, known)
        stops = dict(_stops(wizard, again))
        screen.close()
    what = f"{ROWS:,} rows, {ASKED_OF:,} differences: the window stands still"
    return told_stops(what, stops)


def _take_in(book: Book, path: pathlib.Path) -> None:
    book.imports.apply(book.imports.plan(book.imports.read(path)))


def _stops(wizard: ImportWizard, path: pathlib.Path) -> Iterator[tuple[str, Stop]]:
    flow, step, preview, heart = wizard.flow, wizard.conflicts, wizard.preview, Heart()

    def at(page: QWidget) -> Callable[[], bool]:
        return lambda: wizard.steps.currentWidget() is page and not flow.is_busy

    heart.during(partial(wizard.open, path), at(wizard.columns))
    yield "showing what comes of them", heart.during(flow.compare, at(preview))
    yield "showing the questions", heart.during(preview.conflicts_wanted.emit, at(step))
    assert len(step.model.questions) == ASKED_OF  # noqa: S101 - a figure of less would be none
    keys = Keys(step.list)
    yield "at a key", heart.during(keys.type, keys.are_typed)
    heart.during(bool, lambda: flow.is_busy)
    yield "at a key while it plans", heart.during(keys.type, keys.are_typed)
    yield "showing its plan", heart.during(bool, lambda: not (step.is_waiting or flow.is_busy))
    yield "filtering", heart.during(step.open_only.click, step.open_only.isChecked)
    rest = {one.place: Accept.MINE for one in step.model.shown()}
    yield "deciding all the rest", heart.during(partial(step.decide, rest), lambda: flow.is_busy)
    yield "going back to the rows", heart.during(step.leave, at(preview))


class Keys(QObject):
    """Types on one list, a key whenever the one before is dealt with and painted."""

    def __init__(self, at: QWidget) -> None:
        super().__init__()
        self._at = at
        self._left = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_turn)

    def type(self) -> None:
        """Begin anew."""
        self._left = _KEYS
        self._timer.start(1)

    def are_typed(self) -> bool:
        """Return whether all of them are typed."""
        return not self._left

    def _on_turn(self) -> None:
        QTest.keyClick(self._at, Qt.Key(ord("12"[self._left % 2])))
        self._left -= 1
        if not self._left:
            self._timer.stop()
