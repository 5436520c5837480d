"""Unlock: the screen before a locked book; nothing of the book is on it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from crm_desktop.domain.errors import (
    CrmError,
    MustWait,
    RecoveryCodeMistyped,
    WrongPassphrase,
    WrongRecoveryCode,
)
from crm_desktop.ui.gate.code_field import CodeField
from crm_desktop.ui.gate.frame import GateFrame
from crm_desktop.ui.gate.keeper import Keeper
from crm_desktop.ui.gate.secret_field import SecretField
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Jobs, Lane
from crm_desktop.ui.text import sentence
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.buttons import button, primary
from crm_desktop.ui.widgets.deck import Deck
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import column, row

_SECOND = 1_000


class Unlock(GateFrame):
    """Asks for the passphrase, or for the recovery code.

    Signals:
        unlocked: the book is open.
        unlocked_by_code: it is open by the recovery code; a new passphrase is due.
        refused: the `CrmError` that keeps the book closed whatever she types.
    """

    unlocked = Signal()
    unlocked_by_code = Signal()
    refused = Signal(object)

    def __init__(self, keeper: Keeper, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._jobs = jobs
        self._wait = 0
        self._busy = False
        self._enter_waits = False
        self.reminders = wrapped("", Role.SECOND)
        self.reminders.hide()
        self.passphrase = SecretField(self.tr("Passphrase"), self.tr("Passphrase"))
        self.code = CodeField()
        self.caps = label(self.tr("Caps Lock is on."), Role.WARNING)
        self.caps.hide()
        self.says = wrapped("", Role.BAD)
        self.says.hide()
        self.unlock_button = primary(self.tr("Unlock"), Icon.UNLOCK)
        self.other_button = button("", Role.LINK)
        code_card = QWidget()
        hint = self.tr("Type the eight groups from your paper.")
        code_card.setLayout(column(wrapped(hint, Role.SECOND), self.code, spacing=SPACE_S))
        code_card.setFocusProxy(self.code)
        self._ways = Deck(self.passphrase, code_card)
        self._build()
        self._connect()
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self._on_second)
        self._hold_for(keeper.wait_left())
        self._show_way(0)

    def show_reminders(self, count: int, *, tells_counts: bool = True) -> None:
        """Say how many reminders wait inside, or only that some do, without a name."""
        words = (
            self.tr("{count} reminders are waiting. Unlock to see them.")
            if tells_counts
            else self.tr("Something is waiting. Unlock to see it.")
        )
        self.reminders.setText(words.format(count=count))
        self.reminders.setVisible(count > 0)

    def _build(self) -> None:
        self.body.addWidget(label(self.tr("Your book is locked"), Role.SECTION))
        self.body.addWidget(self.reminders)
        self.body.addLayout(column(self._ways, self.caps, self.says, spacing=SPACE_S))
        self.body.addLayout(row(self.other_button, 1, self.unlock_button))

    def _connect(self) -> None:
        self.passphrase.textChanged.connect(self._on_typed)
        self.passphrase.caps_lock.connect(self.caps.setVisible)
        self.passphrase.returnPressed.connect(self._on_unlock)
        self.code.changed.connect(self._on_typed)
        self.code.entered.connect(self._on_unlock)
        self.unlock_button.clicked.connect(self._on_unlock)
        self.other_button.clicked.connect(self._on_other_way)

    @property
    def _by_code(self) -> bool:
        return self._ways.top == 1

    def _show_way(self, number: int) -> None:
        self._ways.show_card(number)
        shown = self._ways.top_card
        words = self.tr("Use the passphrase") if number else self.tr("Use the recovery code")
        self.other_button.setText(words)
        self._say("")
        self._refresh()
        self.setFocusProxy(shown)
        shown.setFocus()

    def _on_other_way(self) -> None:
        self.passphrase.clear()
        self.code.clear()
        self._show_way(0 if self._by_code else 1)

    def _on_typed(self) -> None:
        self._enter_waits = False
        self._refresh()

    def _on_unlock(self) -> None:
        if not self.unlock_button.isEnabled():
            # Entered while she has to wait, it counts as soon as the wait is over.
            self._enter_waits = bool(self._wait)
            return
        self._enter_waits = False
        self._busy = True
        self._refresh()
        keeper, by_code = self._keeper, self._by_code
        secret = self.code.code if by_code else self.passphrase.take()
        opening = keeper.unlock_with_code if by_code else keeper.unlock
        self._jobs.run(
            self,
            lambda: opening(secret),
            self._on_opened,
            failed=self._on_refused,
            lane=Lane.DATABASE,
        )

    def _on_opened(self, _nothing: None) -> None:
        self._busy = False
        by_code = self._by_code
        self.code.clear()
        self._refresh()
        (self.unlocked_by_code if by_code else self.unlocked).emit()

    def _on_refused(self, error: CrmError) -> None:
        self._busy = False
        self._say(sentence(error))
        if isinstance(error, RecoveryCodeMistyped):
            self.code.mark_wrong(error.groups)
        elif isinstance(error, WrongPassphrase | WrongRecoveryCode):
            self._hold_for(error.wait)
        elif isinstance(error, MustWait):
            self._hold_for(error.seconds)
        else:
            self.refused.emit(error)
        self._refresh()
        if not self._by_code:
            self.passphrase.setFocus()

    def _hold_for(self, seconds: int) -> None:
        """Take no try for a while, counting down."""
        self._wait = seconds
        if seconds > 0:
            self._timer.start()
        self._refresh()

    def _on_second(self) -> None:
        self._wait = max(0, self._wait - 1)
        if not self._wait:
            self._timer.stop()
            self._say("")
        self._refresh()
        if self._enter_waits and not self._wait:
            self._on_unlock()

    def _refresh(self) -> None:
        filled = self.code.is_complete if self._by_code else bool(self.passphrase.text())
        self.unlock_button.setEnabled(filled and not self._busy and not self._wait)
        if self._busy:
            self.unlock_button.setText(self.tr("Opening…"))
        elif self._wait:
            self.unlock_button.setText(self.tr("In {seconds} s").format(seconds=self._wait))
        else:
            self.unlock_button.setText(self.tr("Unlock"))

    def _say(self, text: str) -> None:
        self.says.setText(text)
        self.says.setVisible(bool(text))
