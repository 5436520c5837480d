"""Office: everything that stands while the book is open, put together and taken down."""

import datetime as dt
import gc
import linecache
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtWidgets import QApplication

from crm_desktop.app.outfit import Outfit
from crm_desktop.app.pages import (
    CLIENT,
    CLIENTS,
    EXCHANGE,
    TODAY,
    load_pages,
    page_specs,
)
from crm_desktop.app.upkeep import Upkeep
from crm_desktop.app.ways import Ways
from crm_desktop.domain.clock_sanity import clock_trouble
from crm_desktop.domain.records import Change
from crm_desktop.domain.settings import BookSettings
from crm_desktop.services.backups import BackupEntry
from crm_desktop.services.book import Book
from crm_desktop.services.restoring import Restoring
from crm_desktop.services.safekeeping import Safekeeping
from crm_desktop.services.vault import Vault
from crm_desktop.ui.desk import Desk, Routes
from crm_desktop.ui.edits import Edits
from crm_desktop.ui.gate.keeper import Start
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.main_window import MainWindow
from crm_desktop.ui.qt_clock import read_as
from crm_desktop.ui.session.idle import Idle
from crm_desktop.ui.session.ticker import Ticker
from crm_desktop.ui.text.state import state_line
from crm_desktop.ui.tray import Tray

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crm_desktop.app.presence import Presence
    from crm_desktop.services.deletion_proof import Proof
    from crm_desktop.services.search import ClientHit
    from crm_desktop.ui.popup.bell import Bell
    from crm_desktop.ui.quick.box import QuickBox

_SETTLED_AFTER_MS: Final = 300
_PREPARED_AFTER_MS: Final = 1_500
_FURNISHED_AFTER_MS: Final = 1_000


@runtime_checkable
class PreparesItself(Protocol):
    """A page that can be built before it is seen."""

    def prepare(self, client_id: int, room: QSize) -> None:
        """Build everything by the file of this client, for this much room."""
        ...


class Office(QObject):
    """The window with its pages, the ticker, the bell, the tray, idle and upkeep.

    Signals:
        lock_wanted: she asked for the lock, or was away too long.
        quit_wanted: she wants the app to end.
        restart_wanted: the app is to start anew, as after a restore.
    """

    lock_wanted = Signal()
    quit_wanted = Signal()
    restart_wanted = Signal()

    def __init__(
        self, book: Book, vault: Vault, outfit: Outfit, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.book = book
        self._outfit = outfit
        self.desk = Desk(
            book=book,
            safekeeping=Safekeeping(vault, book.opened, book.backups, Restoring(vault, book.clock)),
            jobs=outfit.jobs,
            edits=Edits(book.journal, outfit.jobs, self),
            ask=outfit.ask,
            clock=book.clock,
            routes=Routes(self),
            look=outfit.look,
            remembered=outfit.remembered,
            autostart=outfit.autostart,
        )
        settings = book.settings.get()
        read_as(book.clock, always_beijing=settings.always_beijing)
        pages = page_specs(self.desk)
        self.window = MainWindow(pages, self.desk.edits, outfit.jobs, outfit.remembered)
        self._presence: Presence | None = None
        self.tray = Tray(self)
        self._show_name(settings)
        self._ways = Ways(self.desk, self.window, self)
        self._ticker = Ticker(book.clock, settings.pop_up_at, self)
        self._idle = Idle(book.clock, dt.timedelta(minutes=settings.idle_minutes), self)
        self._upkeep = Upkeep(book, outfit.jobs, self)
        self._settling = _once(_SETTLED_AFTER_MS, self)
        self._preparing = _once(_PREPARED_AFTER_MS, self)
        self._furnishing = _once(_FURNISHED_AFTER_MS, self)
        self._connect()

    @property
    def bell(self) -> "Bell | None":
        """What rings, once the first page stands."""
        return None if self._presence is None else self._presence.bell

    @property
    def box(self) -> "QuickBox | None":
        """The quick box, once it was asked for."""
        return self._ways.box

    def open(self, start: Start | None, *, hidden: bool = False) -> None:
        """Show the window, on the page a new book begins with; reminders ring soon after.

        After a start at login it is `hidden`, or minimised where there is no tray.
        """
        self.window.stays = True
        if start is Start.IMPORT:
            self.window.open_page(EXCHANGE)
        if not hidden:
            self.raise_window()
        elif not self.tray.is_there:
            self.window.showMinimized()
        self._settling.start()
        self._tell_of_keys()

    def raise_window(self) -> None:
        """Bring the window to the front."""
        self._ways.raise_window()

    def close(self) -> None:
        """Let an open field save what is in it, then take everything down."""
        if (field := QApplication.focusWidget()) is not None:
            field.clearFocus()
        self._upkeep.stop()
        self._settling.stop()
        self._preparing.stop()
        self._furnishing.stop()
        self._ticker.stop()
        if self._presence is not None:
            self._presence.close()
        self.tray.hide()
        self.window.stays = False
        self.window.close()

    def _connect(self) -> None:
        window, routes = self.window, self.desk.routes
        routes.lock_wanted.connect(self.lock_wanted)
        routes.restart_wanted.connect(self.restart_wanted)
        routes.backed_up.connect(self._show_state)
        window.lock_wanted.connect(self.lock_wanted)
        window.quit_wanted.connect(self.quit_wanted)
        window.closing.connect(self._on_closing)
        self._idle.expired.connect(self.lock_wanted)
        self._settling.timeout.connect(self._on_settled)
        self._preparing.timeout.connect(self._on_quiet)
        self._furnishing.timeout.connect(self._on_quieter)
        self.tray.window_wanted.connect(self.raise_window)
        self.tray.lock_wanted.connect(self.lock_wanted)
        self.tray.quit_wanted.connect(self.quit_wanted)
        self._upkeep.backed_up.connect(self._show_state)
        self._upkeep.deleted.connect(self._on_deleted)
        self.desk.edits.changed.connect(self._on_changed)

    def _on_settled(self) -> None:
        """Begin to tick and ring, now that the first page stands."""
        from crm_desktop.app.presence import Presence  # noqa: PLC0415 - the page comes first

        # What was loaded at the start stays; the collector need not look at it again and again.
        gc.freeze()
        # The source of every module, which PySide has read while it was imported.
        linecache.clearcache()
        self._presence = Presence(self.desk, self.window, self.tray, self)
        self._presence.follow(self.book.settings.get())
        self._presence.today_wanted.connect(self._on_today_wanted)
        self._presence.lock_wanted.connect(self.lock_wanted)
        self._ticker.ticked.connect(self._presence.bell.look)
        self._ticker.day_changed.connect(self._on_new_day)
        self.tray.show()
        self._ticker.start()
        self._idle.begin()
        backups = self.book.backups.list
        self.desk.jobs.run(self, backups, self._on_backups, lane=Lane.FILES)
        self._preparing.start()

    def _on_quiet(self) -> None:
        """Make the list of clients while she reads the first page: she opens it next."""
        self.window.page(CLIENTS)
        self._furnishing.start()

    def _on_quieter(self) -> None:
        """Then build the page of a client, by the file of the one she wrote about last."""
        work = partial(self.book.capture.recent, 1)
        self.desk.jobs.run(self, work, self._on_recent, failed=_let_be)
        self.desk.jobs.run(self, load_pages, _let_be, lane=Lane.FILES)

    def _on_recent(self, hits: "Sequence[ClientHit]") -> None:
        if hits and self._ways.open_client is None and self.window.isVisible():
            page = self.window.page(CLIENT)
            if isinstance(page, PreparesItself):
                page.prepare(hits[0].id, self.window.page(CLIENTS).size())

    def _on_backups(self, entries: list[BackupEntry]) -> None:
        self._show_state(next(iter(entries), None))

    def _show_state(self, newest: BackupEntry | None) -> None:
        at, now = None if newest is None else newest.at, self.book.clock.now()
        is_odd = clock_trouble(now, at) is not None
        symbol, shade = (Icon.WARNING, "warn") if is_odd else (Icon.SHIELD, "ok")
        self.window.set_state(state_line(at, now), symbol, shade)

    def _show_name(self, settings: BookSettings) -> None:
        """Call the window by the name of the book."""
        product = self.tr("Client Keeper")
        title = self.tr("{book} – {product}").format(book=settings.name, product=product)
        self.window.setWindowTitle(title if settings.name else product)
        self.tray.call(settings.name)

    def _tell_of_keys(self) -> None:
        """Say what was found out about the file of keys when the book was opened."""
        opened, title = self.book.opened, self.tr("About the keys of your book")
        if opened.slots_were_damaged:
            text = self.tr(
                "The key file was damaged and has been mended from its copy. Nothing is lost. "
                "If this happens again, have the disk looked at."
            )
            self.desk.ask.tell(self.window, title, text)
        if opened.slots_were_older:
            text = self.tr(
                "An older key file has been put back in the folder of the book: an earlier "
                "passphrase may open it again. If that was not you, change the passphrase in "
                "Settings."
            )
            self.desk.ask.tell(self.window, title, text)

    def _on_deleted(self, proof: "Proof", change: Change) -> None:
        """Tell once of whom nobody took back from the trash in time."""
        from crm_desktop.ui.trash.telling import tell_of  # noqa: PLC0415 - not at the start

        self.desk.edits.changed.emit(change)
        self._show_state(proof.backup)
        tell_of(self.desk, proof, self.window)

    def _on_today_wanted(self) -> None:
        self._ways.open_page(TODAY)

    def _on_closing(self) -> None:
        self.window.minimises = not self.tray.is_there
        if not self.window.stays:
            self.quit_wanted.emit()

    def _on_new_day(self) -> None:
        self.window.refresh()

    def _on_changed(self, change: Change) -> None:
        if "setting" in change.tables:
            settings = self.book.settings.get()
            self._ticker.change_time(settings.pop_up_at)
            self._idle.allow(dt.timedelta(minutes=settings.idle_minutes))
            self._show_name(settings)
            if self._presence is not None:
                self._presence.follow(settings)


def _once(after_ms: int, parent: QObject) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    return timer


def _let_be(_told: object) -> None:
    """Nobody waits for a page that is only prepared."""
