"""The real window over a book of the benchmarks, and an eye that sees when it was painted.

Qt paints without a screen here (`QT_QPA_PLATFORM=offscreen`): the pixels are drawn into
memory as anywhere, only no graphics card shows them.
"""

import datetime as dt
import functools
import os
import pathlib
import tempfile
import time
from collections.abc import Callable
from typing import Final, TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QObject,
    QSettings,
    Qt,
    QTimer,
)
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from benchmarks.big_book import TODAY
from crm_desktop.app.pages import CHECK, FESTIVAL, SETTINGS, WORKBENCH, page_specs
from crm_desktop.app.throwaway import NoKeychain
from crm_desktop.database import Database
from crm_desktop.paths import BookFolder, resources_folder
from crm_desktop.security.keys import Keys
from crm_desktop.services.book import Book, open_book
from crm_desktop.services.opened import OpenedBook
from crm_desktop.services.restoring import Restoring
from crm_desktop.services.safekeeping import Safekeeping
from crm_desktop.services.vault import Vault
from crm_desktop.ui.ask import ScreenAsk
from crm_desktop.ui.clients.page import ClientsPage
from crm_desktop.ui.desk import Desk, Routes
from crm_desktop.ui.edits import Edits
from crm_desktop.ui.i18n import Translators
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Jobs
from crm_desktop.ui.look import Look
from crm_desktop.ui.main_window import MainWindow
from crm_desktop.ui.pages import PageSpec
from crm_desktop.ui.theme.theme import Theme

T = TypeVar("T")

SIZE: Final = (1920, 1040)
_AS_IN_THE_APP: Final = frozenset({CHECK, FESTIVAL, SETTINGS, WORKBENCH})
_BEAT_MS: Final = 1
_TOO_LONG_MS: Final = 10_000
_SEEN: Final = QEvent.Type(QEvent.registerEventType())


class StandingClock:
    """Stands on the day the books were written for; only its seconds run."""

    def now(self) -> dt.datetime:
        """Return a Sunday morning."""
        return dt.datetime.combine(TODAY, dt.time(9), dt.timezone(dt.timedelta(hours=8)))

    def monotonic(self) -> float:
        """Return seconds that never run backwards."""
        return time.monotonic()


class Eye(QObject):
    """Waits until one widget shows what is waited for; keeps the longest stop meanwhile.

    Attributes:
        longest: the most milliseconds the event loop stood still since it was last set.
    """

    def __init__(self, watched: QWidget) -> None:
        super().__init__()
        self.longest = 0.0
        self._watched = watched
        self._is_due: Callable[[], bool] = bool
        self._seen_at = 0.0
        self._is_late = False
        self._beaten_at = 0.0
        self._loop = QEventLoop()
        self._heart = QTimer(self)
        self._heart.setTimerType(Qt.TimerType.PreciseTimer)
        self._heart.timeout.connect(self._on_beat)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._on_limit)
        watched.installEventFilter(self)

    def wait(self, act: Callable[[], object], is_due: Callable[[], bool]) -> float:
        """Do `act`; return the milliseconds until a painting while `is_due` came to its end."""
        self._is_due = is_due
        self._begin()
        start = time.perf_counter()
        act()
        self._loop.exec()
        self._end()
        return (self._seen_at - start) * 1000

    def settle(self, is_done: Callable[[], bool]) -> None:
        """Let the event loop run until `is_done`, the heart beating."""
        self._is_due = bool
        self._begin()
        done = QTimer(self)
        done.setInterval(_BEAT_MS)

        def look() -> None:
            if is_done():
                self._loop.quit()

        done.timeout.connect(look)
        done.start()
        self._loop.exec()
        done.stop()
        done.deleteLater()
        self._end()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The posted event comes after the whole window is painted and handed to the screen.
        if event.type() == QEvent.Type.Paint and self._is_due():
            QApplication.postEvent(self, QEvent(_SEEN))
        return False

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == _SEEN:
            self._seen_at = time.perf_counter()
            self._is_due = bool
            self._loop.quit()
            return True
        return super().event(event)

    def _begin(self) -> None:
        self._beaten_at = time.perf_counter()
        self._limit.start(_TOO_LONG_MS)
        self._heart.start(_BEAT_MS)

    def _end(self) -> None:
        self._on_beat()
        self._heart.stop()
        self._limit.stop()
        if self._is_late:
            raise TimeoutError("what was waited for was never painted")

    def _on_beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._beaten_at) * 1000)
        self._beaten_at = now

    def _on_limit(self) -> None:
        self._is_late = True
        self._loop.quit()


class Screen:
    """The window over one book, shown, with an empty page in front.

    Attributes:
        desk: what its pages are handed.
        window: the window.
    """

    def __init__(self, database: Database) -> None:
        _application()
        self._folder = tempfile.TemporaryDirectory()
        folder = BookFolder(path=pathlib.Path(self._folder.name))
        remembered = QSettings(str(folder.path / "window.ini"), QSettings.Format.IniFormat)
        self.desk = _desk(database, folder, remembered)
        self.window = MainWindow(
            [
                PageSpec(name="empty", icon=Icon.HOUSE, title="", make=QWidget),
                PageSpec(name="clients", icon=Icon.USERS, title="", make=self._make),
                PageSpec(name="calendar", icon=Icon.CALENDAR, title="", make=self._make_calendar),
                PageSpec(name="client", icon=Icon.USER, title="", make=self._make_client),
                *(spec for spec in page_specs(self.desk) if spec.name in _AS_IN_THE_APP),
            ],
            self.desk.edits,
            self.desk.jobs,
            remembered,
        )
        self.window.resize(*SIZE)
        self.window.show()

    def clients(self) -> ClientsPage:
        """Return the clients page, made if this is the first time; it is not opened by it."""
        page = self.window.page("clients")
        if not isinstance(page, ClientsPage):
            raise TypeError(page)
        return page

    def _make(self) -> ClientsPage:
        return ClientsPage(self.desk)

    def _make_client(self) -> QWidget:
        from crm_desktop.ui.client.page import ClientPage  # noqa: PLC0415 - not for the list

        return ClientPage(self.desk)

    def _make_calendar(self) -> QWidget:
        from crm_desktop.ui.calendar.page import CalendarPage  # noqa: PLC0415 - not for the list

        return CalendarPage(self.desk)

    def close(self) -> None:
        """Take the window down."""
        self.window.close()
        self.desk.jobs.close()
        self.window.deleteLater()
        # The window goes while everything its events may still reach is there.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._folder.cleanup()


def _desk(database: Database, folder: BookFolder, remembered: QSettings) -> Desk:
    clock = StandingClock()
    opened = OpenedBook(database=database, keys=Keys(bytes(range(32))), folder=folder, generation=1)
    book: Book = open_book(opened, clock, resources_folder())
    vault = Vault(folder, clock, NoKeychain())
    jobs = Jobs()
    return Desk(
        book=book,
        safekeeping=Safekeeping(vault, opened, book.backups, Restoring(vault, clock)),
        jobs=jobs,
        edits=Edits(book.journal, jobs),
        ask=ScreenAsk(),
        clock=clock,
        routes=Routes(),
        look=_look(remembered),
        remembered=remembered,
    )


def _look(remembered: QSettings) -> Look:
    """Dress the application in light English clothes."""
    application = _application()
    look = Look(
        Theme(application, resources_folder() / "icons"),
        Translators(application, resources_folder() / "i18n"),
        remembered,
    )
    look.put_on()
    return look


@functools.cache
def _application() -> QApplication:
    made = QApplication.instance()
    return made if isinstance(made, QApplication) else QApplication(["benchmark"])
