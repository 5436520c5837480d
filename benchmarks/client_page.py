"""The client page: another client shown, a fact saved, the longest stop of the window.

Run: `python -m benchmarks.client_page`. One client of the book has 500 visits, 900 bills,
100 gifts and 200 talks. Shown is measured from the click on her name to the end of the
painting in which everything in sight stands; saved from Enter to the change that came back.
"""

import contextlib
import datetime as dt
import functools
import statistics
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from benchmarks.big_book import TODAY, big_book
from benchmarks.screen import Eye, Screen
from crm_desktop.database import Database
from crm_desktop.domain import records as kinds
from crm_desktop.services.journal import unrecorded
from crm_desktop.services.records import put_new
from crm_desktop.services.search_index import reindex
from crm_desktop.ui.client.page import ClientPage
from crm_desktop.ui.client.profile import ProfileCard

CLIENTS, VISITS, GIFTS, TALKS = 1_000, 500, 100, 200
ROUNDS, SAVES = 15, 40
SHOWN_MS, SAVED_MS, STOP_MS = 80.0, 30.0, 50.0

_FULL, _OTHER = 1, 2
_PROJECTS: Final = ("热玛吉", "水光", "光子嫩肤", "皮秒")

Figure = tuple[str, str, str, bool]


def figures() -> list[Figure]:
    """Return (what, asked, measured, reached)."""
    with big_book(CLIENTS) as database:
        write_full(database, _FULL)
        with _opened(database) as (screen, eye):
            shown, showing = _showing(screen, eye)
            saved, saving = _saving(screen, eye)
    size = f"{VISITS} visits, {GIFTS} gifts, {TALKS} talks"
    middle, slow = statistics.median(shown), _p95(saved)
    return [
        (
            f"client page, {size}: another client shown, median",
            f"<= {SHOWN_MS:.0f} ms",
            f"{middle:.1f} ms (best {min(shown):.1f}, p95 {_p95(shown):.1f})",
            middle <= SHOWN_MS,
        ),
        _row("client page: longest stop of the window while she is shown", STOP_MS, showing),
        (
            "client page: Enter in a field to saved, p95",
            f"<= {SAVED_MS:.0f} ms",
            f"{slow:.1f} ms (median {statistics.median(saved):.1f})",
            slow <= SAVED_MS,
        ),
        _row("client page: longest stop of the window while facts are saved", STOP_MS, saving),
    ]


def write_full(database: Database, client_id: int) -> None:
    """Give a client the longest file the figures are asked for."""
    days = [TODAY - dt.timedelta(days=3 * number) for number in range(VISITS)]
    first = 1_000_000
    with database.write() as session:
        with unrecorded(session):
            visits = [
                kinds.Visit(id=first + n, client_id=client_id, on=on, notes="聊了恢复", doctor="白")
                for n, on in enumerate(days)
            ]
            bills = [
                kinds.Bill(
                    client_id=client_id,
                    visit_id=first + n % VISITS,
                    on=days[n % VISITS],
                    project=_PROJECTS[n % len(_PROJECTS)],
                    paid=100_000 + n,
                )
                for n in range(VISITS * 9 // 5)
            ]
            put_new(session, kinds.Visit, visits)
            put_new(session, kinds.Bill, bills)
            put_new(session, kinds.Gift, [_gift(client_id, n) for n in range(GIFTS)])
            put_new(session, kinds.Contact, [_talk(client_id, n) for n in range(TALKS)])
            put_new(session, kinds.Preference, [_likes(client_id, n) for n in range(12)])
            put_new(session, kinds.Promise, [_promise(client_id, n) for n in range(6)])
            put_new(session, kinds.Package, [_package(client_id, n) for n in range(6)])
            put_new(session, kinds.CompletedProject, [_done(client_id, n) for n in range(40)])
        reindex(session, [client_id])
    database.checkpoint()


def _gift(client_id: int, n: int) -> kinds.Gift:
    on = TODAY - dt.timedelta(days=20 * n)
    return kinds.Gift(client_id=client_id, item=f"百合花束{n}", cost=16_800, on=on, reaction="喜欢")


def _talk(client_id: int, n: int) -> kinds.Contact:
    on = TODAY - dt.timedelta(days=5 * n)
    return kinds.Contact(client_id=client_id, on=on, channel="微信", outcome=f"约了第{n}次")


def _likes(client_id: int, n: int) -> kinds.Preference:
    kind = tuple(kinds.PreferenceKind)[n % 3]
    return kinds.Preference(client_id=client_id, kind=kind, text=f"喜好{n}", category="饮品")


def _promise(client_id: int, n: int) -> kinds.Promise:
    return kinds.Promise(client_id=client_id, what=f"发案例{n}", due_on=TODAY)


def _package(client_id: int, n: int) -> kinds.Package:
    return kinds.Package(client_id=client_id, project=f"套餐{n}", bought=5, used=n % 5)


def _done(client_id: int, n: int) -> kinds.CompletedProject:
    return kinds.CompletedProject(client_id=client_id, project=_PROJECTS[n % 4], on=TODAY)


def _row(what: str, asked: float, stops: Sequence[float]) -> Figure:
    middle = statistics.median(stops)
    return (
        what,
        f"<= {asked:.0f} ms",
        f"{middle:.1f} ms (median; worst {max(stops):.1f})",
        middle <= asked,
    )


def _p95(values: Sequence[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]


@contextlib.contextmanager
def _opened(database: Database) -> Iterator[tuple[Screen, Eye]]:
    """Give the window with the page of another client open."""
    screen = Screen(database)
    page = page_of(screen)
    eye = Eye(page.sight)
    screen.window.open_page("client")
    eye.wait(functools.partial(page.show_client, _OTHER), lambda: page.is_in_sight)
    eye.settle(_is_quiet(screen, page))
    yield screen, eye
    screen.close()


def page_of(screen: Screen) -> ClientPage:
    """Return the client page of the window."""
    page = screen.window.page("client")
    if not isinstance(page, ClientPage):
        raise TypeError(page)
    return page


def _is_quiet(screen: Screen, page: ClientPage) -> Callable[[], bool]:
    return lambda: screen.desk.jobs.is_idle and page.is_whole


def _showing(screen: Screen, eye: Eye) -> tuple[list[float], list[float]]:
    """Open the full file again and again from that of another client."""
    page = page_of(screen)
    shown, stops = [], []
    for _ in range(ROUNDS):
        eye.longest = 0.0
        act = functools.partial(page.show_client, _FULL)
        due = functools.partial(_shows, page, _FULL)
        shown.append(eye.wait(act, due))
        eye.settle(_is_quiet(screen, page))
        stops.append(eye.longest)
        page.show_client(_OTHER)
        eye.settle(_is_quiet(screen, page))
    return shown, stops


def _shows(page: ClientPage, client_id: int) -> bool:
    return page.is_in_sight and page.shown.client_id == client_id


def _saving(screen: Screen, eye: Eye) -> tuple[list[float], list[float]]:
    """Write her occupation anew again and again."""
    page = page_of(screen)
    page.show_client(_FULL)
    eye.settle(_is_quiet(screen, page))
    profile = next(card for card in page.cards if isinstance(card, ProfileCard))
    if profile.form is None:
        raise AssertionError("the profile has no form")
    field = profile.form.field_of("occupation")
    if not isinstance(field, QLineEdit):
        raise TypeError(field)
    saved, stops = [], []
    for number in range(SAVES):
        eye.longest = 0.0
        field.setText(f"店主{number}")
        saved.append(_until_saved(screen, eye, field))
        eye.settle(_is_quiet(screen, page))
        stops.append(eye.longest)
    return saved, stops


def _until_saved(screen: Screen, eye: Eye, field: QLineEdit) -> float:
    """Press Enter; return the milliseconds until the change is told."""
    import time

    told: list[float] = []

    def note(_change: object) -> None:
        told.append(time.perf_counter())

    screen.desk.edits.changed.connect(note)
    start = time.perf_counter()
    QTest.keyClick(field, Qt.Key.Key_Return)
    eye.settle(lambda: bool(told))
    screen.desk.edits.changed.disconnect(note)
    return (told[0] - start) * 1000


if __name__ == "__main__":
    for what, asked, measured, reached in figures():
        print(f"{what}: {measured} (asked {asked}) {'reached' if reached else 'MISSED'}")
