"""Entrance: the window before the book: welcome on the first run, unlock later, and trouble."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget
from typing_extensions import override

from crm_desktop.app.gatekeeper import Gatekeeper
from crm_desktop.app.outfit import Outfit
from crm_desktop.clock import Clock, today
from crm_desktop.domain.errors import CrmError, SlotsDamaged
from crm_desktop.services.vault import Vault
from crm_desktop.ui.ask import Confirmation
from crm_desktop.ui.gate.keeper import Start
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.session.handover import Handover

if TYPE_CHECKING:
    from crm_desktop.ui.gate.trouble import Remedy

_SIZE: Final = (980, 680)


class Entrance(QObject):
    """Lets her in and says so; whatever keeps the book closed is told here.

    Signals:
        entered: the book is open; in a new one the `Start` she chose, else None.
        left: the window was closed before the book was open.
        waits: the book is locked and the way in is shown, or waits behind the tray.

    Attributes:
        keeper: what opens the book, and holds it once it is open.
    """

    entered = Signal(object)
    left = Signal()
    waits = Signal()

    def __init__(
        self, vault: Vault, outfit: Outfit, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._vault = vault
        self._outfit = outfit
        self._clock = clock
        self._trouble: CrmError | None = None
        self._is_hidden = False
        self._is_closed = False
        self.keeper = Gatekeeper(vault, clock)
        self.window = EntranceWindow()
        self.window.closed.connect(self.left)

    @property
    def screen(self) -> QWidget | None:
        """The screen that is shown: welcome, unlock, a new passphrase, trouble or restore."""
        return self.window.centralWidget()

    def begin(self, handed: Handover | None = None, *, hidden: bool = False) -> None:
        """Open by this computer's key where that is allowed, else show the way in.

        After a lock, which hands something over, the passphrase is asked for in any case. A
        start at login is `hidden`: the way in waits behind the tray.
        """
        self._is_hidden = hidden
        try:
            if not self._vault.exists():
                self._begin_anew()
            elif handed is None and self._vault.opens_on_this_computer():
                self._try_this_computer()
            else:
                self._show_unlock(handed or Handover(hidden=hidden))
        except CrmError as error:
            self.tell(error)

    def tell(self, error: CrmError) -> None:
        """Say why the book cannot be opened, and what may be done about it."""
        from crm_desktop.ui.gate.trouble import Trouble  # noqa: PLC0415 - not on the usual way in

        self._trouble = error
        trouble = Trouble(error)
        trouble.wanted.connect(self._on_remedy)
        self._show(trouble)

    def close(self) -> None:
        """Take the window down without saying that she left."""
        if not self._is_closed:
            self._is_closed = True
            self.window.closed.disconnect(self.left)
            self.window.close()
            self.window.deleteLater()

    def _begin_anew(self) -> None:
        """Welcome her, unless there was a book here and only its file of keys is gone."""
        from crm_desktop.ui.gate.welcome import Welcome  # noqa: PLC0415 - not on the usual way in

        if self._vault.folder.databases() and self.keeper.backups():
            raise SlotsDamaged(self._vault.folder.slots)
        welcome = Welcome(self.keeper, self._outfit.jobs)
        welcome.finished.connect(self._on_welcomed)
        welcome.print_wanted.connect(self._on_print)
        self._show(welcome)

    def _try_this_computer(self) -> None:
        self._outfit.jobs.run(
            self,
            self.keeper.unlock_on_this_computer,
            self._on_tried_this_computer,
            failed=self.tell,
            lane=Lane.DATABASE,
        )

    def _show_unlock(self, handed: Handover) -> None:
        from crm_desktop.ui.gate.unlock import Unlock  # noqa: PLC0415 - not on the usual way in

        unlock = Unlock(self.keeper, self._outfit.jobs)
        unlock.unlocked.connect(self._on_unlocked)
        unlock.unlocked_by_code.connect(self._on_unlocked_by_code)
        unlock.refused.connect(self.tell)
        waiting = handed.waiting + handed.due(today(self._clock))
        unlock.show_reminders(waiting, tells_counts=handed.tells_counts)
        self._show(unlock, hidden=handed.hidden)
        self.waits.emit()

    def _show(self, screen: QWidget, *, hidden: bool = False) -> None:
        self.window.setCentralWidget(screen)
        self.window.setVisible(self.window.isVisible() or not hidden)
        screen.setFocus()

    def _on_tried_this_computer(self, opened: object) -> None:
        if opened:
            self._on_unlocked()
        else:
            self._show_unlock(Handover(hidden=self._is_hidden))

    def _on_welcomed(self, start: Start) -> None:
        self.entered.emit(start)

    def _on_unlocked(self) -> None:
        self.entered.emit(None)

    def _on_unlocked_by_code(self) -> None:
        from crm_desktop.ui.gate.new_passphrase import NewPassphrase  # noqa: PLC0415 - not on the usual way in

        renewing = NewPassphrase(self.keeper, self._outfit.jobs)
        renewing.renewed.connect(self._on_unlocked)
        self._show(renewing)

    def _on_remedy(self, remedy: "Remedy") -> None:
        from crm_desktop.ui.gate.trouble import Remedy  # noqa: PLC0415 - not on the usual way in

        match remedy:
            case Remedy.AGAIN:
                self.begin()
            case Remedy.RESTORE:
                self._show_restore()
            case Remedy.GIVE_UP_LOG:
                self._outfit.ask.confirm(self.window, self._question(), self._on_log_given_up)
            case Remedy.QUIT:
                self.window.close()

    def _show_restore(self) -> None:
        from crm_desktop.ui.gate.restore import Restore  # noqa: PLC0415 - not on the usual way in

        restore = Restore(self.keeper, self._outfit.jobs, self._outfit.ask)
        restore.restored.connect(self._on_unlocked)
        restore.given_up.connect(self._on_given_up)
        self._show(restore)

    def _question(self) -> Confirmation:
        return Confirmation(
            title=self.tr("Open without the latest changes?"),
            text=self.tr(
                "What was entered in the last seconds before the damage may be missing. "
                "Everything before it is there."
            ),
            action=self.tr("Open without it"),
        )

    def _on_log_given_up(self) -> None:
        work = self.keeper.give_up_damaged_log
        self._outfit.jobs.run(self, work, self._on_log_gone, failed=self.tell, lane=Lane.DATABASE)

    def _on_log_gone(self, _nothing: None) -> None:
        self._show_unlock(Handover())

    def _on_given_up(self) -> None:
        if self._trouble is not None:
            self.tell(self._trouble)

    def _on_print(self, code: str) -> None:
        from crm_desktop.app.printing import print_code  # noqa: PLC0415 - Qt's printing is heavy

        print_code(self.window, code)


class EntranceWindow(QMainWindow):
    """A window that says when it was closed.

    Signals:
        closed: the person closed it.
    """

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Client Keeper"))
        self.resize(*_SIZE)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
