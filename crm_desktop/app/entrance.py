"""Entrance: the window before the book: welcome on the first run, unlock later."""

import datetime as dt
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow
from typing_extensions import override

from crm_desktop.app.gatekeeper import Gatekeeper
from crm_desktop.app.outfit import Outfit
from crm_desktop.app.printing import print_code
from crm_desktop.clock import Clock, today
from crm_desktop.domain.errors import CrmError
from crm_desktop.services.vault import Vault
from crm_desktop.ui.gate.keeper import Start
from crm_desktop.ui.gate.unlock import Unlock
from crm_desktop.ui.gate.welcome import Welcome
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.session import handover

_SIZE: Final = (980, 680)


class Entrance(QObject):
    """Lets her in and says so.

    Signals:
        entered: the `OpenedBook`, and the `Start` she chose in a new one, else None.
        entered_by_code: the `OpenedBook`; a new passphrase is due.
        left: the window was closed before the book was open.
    """

    entered = Signal(object, object)
    entered_by_code = Signal(object)
    left = Signal()

    def __init__(
        self, vault: Vault, outfit: Outfit, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._vault = vault
        self._outfit = outfit
        self._clock = clock
        self._keeper = Gatekeeper(vault)
        self.window = _EntranceWindow()
        self.window.setWindowTitle(self.tr("Client Keeper"))
        self.window.resize(*_SIZE)
        self.window.closed.connect(self.left)

    def begin(self, raises: Mapping[dt.date, int], *, quietly: bool) -> None:
        """Open by this computer's key where that is allowed, else show the way in.

        `raises` is what a locked book handed over; `quietly` keeps the window down, as after
        a lock, until she asks for it.
        """
        if not self._vault.exists():
            self._show_welcome()
        elif not quietly and self._vault.opens_on_this_computer():
            self._outfit.jobs.run(
                self,
                self._keeper.unlock_on_this_computer,
                self._on_tried_this_computer,
                failed=self._on_refused,
                lane=Lane.DATABASE,
            )
        else:
            self._show_unlock(raises)

    def close(self) -> None:
        """Take the window down without saying that she left."""
        self.window.closed.disconnect(self.left)
        self.window.close()
        self.window.deleteLater()

    def _show_welcome(self) -> None:
        welcome = Welcome(self._keeper, self._outfit.jobs)
        welcome.finished.connect(self._on_welcomed)
        welcome.print_wanted.connect(self._on_print)
        self.window.setCentralWidget(welcome)
        self.window.show()

    def _show_unlock(self, raises: Mapping[dt.date, int]) -> None:
        unlock = Unlock(self._keeper, self._outfit.jobs)
        unlock.unlocked.connect(self._on_unlocked)
        unlock.unlocked_by_code.connect(self._on_unlocked_by_code)
        unlock.show_reminders(handover.count_due(raises, today(self._clock)))
        self.window.setCentralWidget(unlock)
        self.window.show()

    def _on_tried_this_computer(self, opened: object) -> None:
        if opened:
            self._on_unlocked()
        else:
            self._show_unlock({})

    def _on_refused(self, error: CrmError) -> None:
        self._show_unlock({})
        self._outfit.jobs.failed.emit(error)

    def _on_welcomed(self, start: Start) -> None:
        self.entered.emit(self._keeper.opened, start)

    def _on_unlocked(self) -> None:
        self.entered.emit(self._keeper.opened, None)

    def _on_unlocked_by_code(self) -> None:
        self.entered_by_code.emit(self._keeper.opened)

    def _on_print(self, code: str) -> None:
        print_code(self.window, code)


class _EntranceWindow(QMainWindow):
    """A window that says when it was closed.

    Signals:
        closed: the person closed it.
    """

    closed = Signal()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
