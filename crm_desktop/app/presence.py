"""Presence: what of an open book reaches her outside its pages, made once the first page stands."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from crm_desktop.app.pages import CALENDAR, CLIENTS, SETTINGS, TODAY
from crm_desktop.domain.autostart import AtLogin
from crm_desktop.domain.settings import BookSettings
from crm_desktop.ui.ask import Confirmation
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.discreet import DeskMode
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.main_window import MainWindow
from crm_desktop.ui.popup.bell import Bell
from crm_desktop.ui.qt_clock import read_as
from crm_desktop.ui.session.screen_lock import ScreenLock
from crm_desktop.ui.tray import Tray

if TYPE_CHECKING:
    from crm_desktop.services.autostart import Autostart
    from crm_desktop.ui.popup.trial import TrialPopUp

READABLE: Final = frozenset({TODAY, CLIENTS, CALENDAR, SETTINGS})
"""The pages whose every word is fit for desk mode; the others stand behind a curtain."""

_ASKED: Final = "presence/asked_at_login"
_ASKED_AFTER_MS: Final = 60_000


class Presence(QObject):
    """The bell with its pop-up, desk mode, the lock of the screen, and the question about login.

    Signals:
        lock_wanted: the screen of the system was locked, so the book is to be.
        today_wanted: the Today page is to be opened.
    """

    lock_wanted = Signal()
    today_wanted = Signal()

    def __init__(
        self, desk: Desk, window: MainWindow, tray: Tray, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = window
        self._tray = tray
        self.bell = Bell(desk, self)
        self.desk_mode = DeskMode(window, desk.routes, READABLE, self)
        self._screen_lock = ScreenLock(int(window.winId()), self)
        self._trial: TrialPopUp | None = None
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(_ASKED_AFTER_MS)
        self._connect()
        self._asking.start()

    def follow(self, settings: BookSettings) -> None:
        """Take over the settings of the book."""
        self.bell.hold.minds = settings.holds_while_presenting
        self.desk_mode.hides_on_focus_loss = settings.hides_on_focus_loss
        read_as(self._desk.clock, always_beijing=settings.always_beijing)

    def ask_about_login(self) -> None:
        """Ask once whether to start at login, when there is somebody to be reminded of."""
        autostart, remembered = self._desk.autostart, self._desk.remembered
        if autostart is None or remembered.value(_ASKED) is not None:
            return
        work = partial(_is_to_be_asked, self._desk, autostart)
        self._desk.jobs.run(self, work, self._on_known, lane=Lane.DATABASE)

    def close(self) -> None:
        """Take everything down."""
        self._asking.stop()
        if self._trial is not None:
            self._trial.close()
            self._trial.deleteLater()
        self.bell.close()
        self.desk_mode.close()

    def _connect(self) -> None:
        tray, routes = self._tray, self._desk.routes
        self.bell.waiting.connect(tray.show_count)
        self.bell.rang.connect(tray.tell)
        self.bell.today_wanted.connect(self.today_wanted)
        tray.today_wanted.connect(self.today_wanted)
        tray.quiet_wanted.connect(self.bell.be_quiet)
        tray.discreet_wanted.connect(routes.discreet_wanted)
        routes.discretion_changed.connect(tray.show_discretion)
        routes.trial_wanted.connect(self._on_trial)
        self._screen_lock.locked.connect(self.lock_wanted)
        self._asking.timeout.connect(self.ask_about_login)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.commitDataRequest.connect(self._on_logging_out)

    def _on_logging_out(self) -> None:
        """Let the window close when the session ends, instead of hiding it."""
        self._window.stays = False

    def _on_trial(self) -> None:
        from crm_desktop.ui.popup.trial import TrialPopUp  # noqa: PLC0415 - hardly ever asked for

        if self._trial is None:
            self._trial = TrialPopUp()
        self._trial.show_trial()

    def _on_known(self, is_to_be_asked: object) -> None:
        if not is_to_be_asked or not self._window.isVisible():
            return
        self._desk.remembered.setValue(_ASKED, "yes")
        question = Confirmation(
            title=self.tr("Start when you log in?"),
            text=self.tr(
                "Then no day is missed because the book was not open. It waits in the "
                "background, and you can change this in Settings at any time."
            ),
            action=self.tr("Start when I log in"),
            danger=False,
        )
        self._desk.ask.confirm(self._window, question, self._on_agreed)

    def _on_agreed(self) -> None:
        if self._desk.autostart is not None:
            put = partial(self._desk.autostart.put, on=True)
            self._desk.jobs.run(self, put, self._on_entered, lane=Lane.FILES)

    def _on_entered(self, _nothing: None) -> None:
        self._window.toast.say(self.tr("Client Keeper starts when you log in."))


def _is_to_be_asked(desk: Desk, autostart: "Autostart") -> bool:
    from crm_desktop.domain.list_query import ListQuery  # noqa: PLC0415 - a minute after the start

    return autostart.state() is AtLogin.OFF and desk.book.clients.count(ListQuery()) > 0
