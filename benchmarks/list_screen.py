"""The client list on the screen: key to painted list, opening, scroll steps, longest stop.

Run: `python -m benchmarks.list_screen`. The real window over an encrypted book, Qt painting
without a screen. Each act is done in several rounds and counted at its best of them: other
programs on the machine are not what is measured. Beside each figure stands its floor: a bare
table of ready strings painting as many rows, the answer of the service, an empty job.
"""

import contextlib
import functools
import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from sqlalchemy import text

from benchmarks.big_book import TODAY, shared_book
from benchmarks.screen import Eye, Screen
from crm_desktop.services.client_list import Sort
from crm_desktop.services.pinyin import readings
from crm_desktop.ui.clients.page import ClientsPage
from crm_desktop.ui.theme.tokens import ROW_HEIGHT

FEW, MANY = 1_000, 100_000
SAMPLE = 10
ROUNDS = 4
PAGES_DOWN, NOTCHES = 45, 45
KEY_MS, FIRST_MS, STEP_MS, STOP_MS, GROWTH = 16.0, 50.0, 16.0, 50.0, 4.0

_NOTCH: Final = 120
_ASCII: Final = 128

Figure = tuple[str, str, str, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something she did: milliseconds until it was painted, the longest stop of the window."""

    painted: float
    stop: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """What the same would take at least, in milliseconds."""

    job: float
    reset: float
    step: float


def figures() -> list[Figure]:
    """Return (what, asked, measured, reached)."""
    with _shown(FEW) as (screen, eye):
        few = _typing(screen, eye)
    with _shown(MANY) as (screen, eye):
        many = _typing(screen, eye)
        service = _answer_of_service(screen)
        opening = _opening(screen)
        steps = _scrolling(screen, eye)
        floor = _floor(screen, eye)
    return [
        _row(
            f"key to painted list, {MANY:,} clients, every prefix, p95",
            KEY_MS,
            many,
            f"bare table {floor.reset:.1f}, service {service:.1f}, empty job {floor.job:.2f}",
        ),
        _growth(few, many),
        _row(f"list, {MANY:,} clients, page opened, first rows painted", FIRST_MS, opening),
        _row(
            f"list, {MANY:,} clients, scroll step painted, every order, p95",
            STEP_MS,
            steps,
            f"bare table {floor.step:.1f}",
        ),
        _stops(many + opening + steps),
    ]


def _row(what: str, asked: float, acts: Sequence[Act], floor: str = "") -> Figure:
    slow, middle = _p95(acts), statistics.median(act.painted for act in acts)
    beside = f"; {floor}" if floor else ""
    return (
        what,
        f"<= {asked:.0f} ms",
        f"{slow:.1f} ms (median {middle:.1f}{beside})",
        slow <= asked,
    )


def _growth(few: Sequence[Act], many: Sequence[Act]) -> Figure:
    small, large = _p95(few), _p95(many)
    return (
        f"key to painted list, {FEW:,} to {MANY:,} clients, growth of p95",
        f"<= {GROWTH:.0f} x",
        f"{large / small:.1f} x ({small:.1f} ms)",
        large <= GROWTH * small,
    )


def _stops(acts: Sequence[Act]) -> Figure:
    longest = max(act.stop for act in acts)
    what = "longest stop of the window in all this"
    return what, f"<= {STOP_MS:.0f} ms", f"{longest:.1f} ms", longest <= STOP_MS


def _p95(acts: Sequence[Act]) -> float:
    return sorted(act.painted for act in acts)[int(len(acts) * 0.95)]


@contextlib.contextmanager
def _shown(clients: int) -> Iterator[tuple[Screen, Eye]]:
    """Give the window over a book of so many, the clients page not yet opened."""
    screen = Screen(shared_book(clients))
    eye = Eye(screen.clients().table.viewport())
    yield screen, eye
    screen.close()


def _best(rounds: Sequence[Sequence[Act]]) -> list[Act]:
    """Return each act at its best of the rounds."""
    return [
        Act(painted=min(act.painted for act in same), stop=min(act.stop for act in same))
        for same in zip(*rounds, strict=True)
    ]


def _done(screen: Screen, eye: Eye, act: Callable[[], object], is_due: Callable[[], bool]) -> Act:
    """Do it, wait until it is painted and until all work that came of it is over."""
    eye.longest = 0.0
    painted = eye.wait(act, is_due)
    eye.settle(_is_idle(screen))
    return Act(painted=painted, stop=eye.longest)


def _is_idle(screen: Screen) -> Callable[[], bool]:
    return lambda: screen.desk.jobs.is_idle


# Typing


def _typing(screen: Screen, eye: Eye) -> list[Act]:
    """Type what clients may be found by, key after key, into the search field."""
    page = screen.clients()
    eye.wait(functools.partial(screen.window.open_page, "clients"), lambda: bool(page.model.lines))
    rounds = [
        [act for word in _words(screen) for act in _typed(screen, eye, page, word)]
        for _ in range(ROUNDS)
    ]
    page.search.clear()
    eye.settle(_is_idle(screen))
    return _best(rounds)


def _words(screen: Screen) -> list[str]:
    """Return names, pinyin, initials, phones and their tails of a sample of clients."""
    database = screen.desk.book.database
    with database.read() as session:
        found = session.execute(text("SELECT name, phone FROM client_index ORDER BY id")).all()
    words: list[str] = []
    for name, phone in random.Random(3).sample(found, SAMPLE):
        spoken = readings(name)[0]
        initials = "".join(syllable[0] for syllable in spoken)
        words += (name, "".join(spoken), initials, phone, phone[-4:])
    return words


def _typed(screen: Screen, eye: Eye, page: ClientsPage, word: str) -> Iterator[Act]:
    page.search.clear()
    page.search.setFocus()
    eye.settle(_is_idle(screen))
    read: list[str] = []

    def note() -> None:
        read.append(page.search.typed)

    page.model.modelReset.connect(note)
    for length in range(1, len(word) + 1):
        read.clear()
        whole = word[:length]
        press = functools.partial(_press, page, word[length - 1])
        yield _done(screen, eye, press, lambda: whole in read)  # noqa: B023 - waited for here
        _check(screen, page, whole)
    page.model.modelReset.disconnect(note)


def _press(page: ClientsPage, sign: str) -> None:
    """Press a key, or let the input method write a character."""
    if ord(sign) < _ASCII:
        QTest.keyClicks(page.search, sign)
        return
    event = QInputMethodEvent()
    event.setCommitString(sign)
    QApplication.sendEvent(page.search, event)


def _check(screen: Screen, page: ClientsPage, typed: str) -> None:
    """Make sure that what is painted answers what is typed."""
    shown = [line.id for line in page.model.lines]
    found = [hit.id for hit in screen.desk.book.clients.search(typed, 200)]
    if page.search.typed != typed or shown != found[: len(shown)] or bool(shown) != bool(found):
        raise AssertionError(f"the list does not answer {len(typed)} signs typed")


def _answer_of_service(screen: Screen) -> float:
    """Return the p95 of search and lines of a screenful alone, without a window."""
    clients, limit = screen.desk.book.clients, screen.clients().table.screenful
    prefixes = [word[:length] for word in _words(screen) for length in range(1, len(word) + 1)]
    taken = []
    for typed in prefixes:
        tries = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            hits = clients.search(typed, limit)
            clients.lines([hit.id for hit in hits], today=TODAY)
            tries.append((time.perf_counter() - start) * 1000)
        taken.append(min(tries))
    return sorted(taken)[int(len(taken) * 0.95)]


# Opening and scrolling


def _opening(screen: Screen) -> list[Act]:
    """Open the page anew each time, in a window that shows another.

    The app makes the page while she reads the first one (`app/office.py`), so making it counts
    as a stop of the window, not as waiting for the list.
    """
    rounds = []
    for _ in range(2 * ROUNDS):
        again = Screen(screen.desk.book.database)
        whole = Eye(again.window)
        whole.wait(again.window.update, lambda: True)
        start = time.perf_counter()
        page = again.clients()
        made = (time.perf_counter() - start) * 1000
        fresh = Eye(page.table.viewport())
        act = _done(
            again,
            fresh,
            functools.partial(again.window.open_page, "clients"),
            functools.partial(_has_lines, page),
        )
        rounds.append([Act(painted=act.painted, stop=max(made, act.stop))])
        again.close()
    return _best(rounds)


def _has_lines(page: ClientsPage) -> bool:
    return bool(page.model.lines)


def _scrolling(screen: Screen, eye: Eye) -> list[Act]:
    """Page down and turn the wheel through some thousand rows, in every order."""
    page = screen.clients()
    screen.window.open_page("clients")
    eye.settle(_is_idle(screen))
    return [act for sort in Sort for act in _scrolled(screen, eye, page, sort)]


def _scrolled(screen: Screen, eye: Eye, page: ClientsPage, sort: Sort) -> list[Act]:
    rounds = []
    for _ in range(ROUNDS):
        page.filters.sort_by(sort)
        page.model.show((), TODAY, has_more=False)
        page.reload()
        eye.settle(_is_idle(screen))
        page.table.setFocus()
        keys = [functools.partial(QTest.keyClick, page.table, Qt.Key.Key_PageDown)] * PAGES_DOWN
        wheel = [functools.partial(_turn_wheel, page.table)] * NOTCHES
        rounds.append([_step(screen, eye, page.table, act) for act in (*keys, *wheel)])
    return _best(rounds)


def _step(screen: Screen, eye: Eye, table: QTableView, act: Callable[[], object]) -> Act:
    bar = table.verticalScrollBar()
    before = bar.value()
    return _done(screen, eye, act, lambda: bar.value() > before)


def _turn_wheel(table: QTableView) -> None:
    middle = QPointF(table.viewport().rect().center())
    event = QWheelEvent(
        middle,
        QPointF(table.viewport().mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, -_NOTCH),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(table.viewport(), event)


# The floor


def _floor(screen: Screen, eye: Eye) -> Floor:
    """Measure a bare table of ready strings in the same clothes, and a job with no work."""
    page = screen.clients()
    rows = [[page.model.words(column, line) for column in range(7)] for line in page.model.lines]
    table = QTableView()
    table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    table.resize(page.table.size())
    table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    table.show()
    seen = Eye(table.viewport())
    models = [_ready(rows) for _ in range(ROUNDS * 4)]
    resets = [_reset(screen, seen, table, model) for model in models]
    bar = table.verticalScrollBar()
    there = range(bar.pageStep(), bar.maximum(), bar.pageStep())[:PAGES_DOWN]
    rounds = []
    for _ in range(ROUNDS):
        bar.setValue(0)
        seen.settle(_is_idle(screen))
        move = [functools.partial(bar.setValue, to) for to in there]
        rounds.append([_step(screen, seen, table, act) for act in move])
    steps = _best(rounds)
    table.close()
    jobs = sorted(_empty_job(screen, eye) for _ in range(100))
    return Floor(job=jobs[len(jobs) // 2], reset=min(resets), step=_p95(steps))


def _ready(rows: Sequence[Sequence[str]]) -> QStandardItemModel:
    model = QStandardItemModel()
    for row in rows:
        model.appendRow([QStandardItem(text) for text in row])
    return model


def _reset(screen: Screen, eye: Eye, table: QTableView, model: QStandardItemModel) -> float:
    return _done(screen, eye, functools.partial(table.setModel, model), lambda: True).painted


def _empty_job(screen: Screen, eye: Eye) -> float:
    """Return the milliseconds from ordering a job that does nothing to its answer."""
    ended: list[float] = []
    start = time.perf_counter()
    screen.desk.jobs.run(screen.window, int, lambda _: ended.append(time.perf_counter()))
    eye.settle(lambda: bool(ended))
    return (ended[0] - start) * 1000


if __name__ == "__main__":
    for row in figures():
        print(*row, sep=" | ")
