"""Safety: the lock, the passphrase, the recovery code, this computer, and other keys."""

from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from crm_desktop.domain.errors import CrmError
from crm_desktop.domain.settings import BookSettings
from crm_desktop.services.safekeeping import Safekeeping
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.settings.keeping import Keeping
from crm_desktop.ui.settings.keys_dialog import KeysDialog, KeysQuestion, Work
from crm_desktop.ui.settings.line import SettingLine
from crm_desktop.ui.settings.reminders_card import NumberBox
from crm_desktop.ui.text import sentence
from crm_desktop.ui.theme.roles import Role, Tone
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.card import Band, Card
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.switch import Switch

_LONGEST_IDLE = 30


class SafetyCard(Card):
    """A card of ways in."""

    def __init__(self, desk: Desk, keeping: Keeping, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._keeping = keeping
        minutes = self.tr(" min")
        self.idle = NumberBox(self.tr("Lock when idle for"), 1, _LONGEST_IDLE, minutes)
        self.change_button = button(self.tr("Change…"), None, Icon.KEY)
        self.code_button = button(self.tr("New code…"), None, Icon.NOTE)
        self.computer = Switch(self.tr("Open without the passphrase on this computer"))
        self.rotate_button = button(self.tr("Renew the keys…"), Role.DANGER, Icon.REFRESH)
        self.band = Band("", Tone.OK)
        self.band.hide()
        self._build()
        self.idle.valueChanged.connect(self._on_idle)
        self.change_button.clicked.connect(self._on_change)
        self.code_button.clicked.connect(self._on_code)
        self.computer.clicked.connect(self._on_computer)
        self.rotate_button.clicked.connect(self._on_rotate)
        keeping.loaded.connect(self.show_settings)

    def show_settings(self, settings: BookSettings) -> None:
        """Show what stands in the book."""
        with QSignalBlocker(self.idle):
            self.idle.setValue(settings.idle_minutes)

    def load(self) -> None:
        """Look whether this computer may open the book by itself."""
        keeper = self._desk.safekeeping
        self._desk.jobs.run(self, keeper.opens_on_this_computer, self._on_computer_known)

    def _build(self) -> None:
        self.body.setSpacing(SPACE_S)
        self.body.addWidget(label(self.tr("Safety"), Role.SECTION))
        for line in (
            SettingLine(
                self.tr("Lock when idle for"),
                self.tr("It also locks when the computer sleeps, and with Ctrl+L."),
                self.idle,
            ),
            SettingLine(self.tr("Passphrase"), "", self.change_button),
            SettingLine(
                self.tr("Recovery code"),
                self.tr("The way in if you forget the passphrase. A new one ends the old one."),
                self.code_button,
            ),
            SettingLine(
                self.tr("Open without the passphrase on this computer"),
                self.tr(
                    "Whoever can log in to this computer as you can then read the book. "
                    "After a lock the passphrase is still asked."
                ),
                self.computer,
            ),
            SettingLine(
                self.tr("Somebody may know my passphrase"),
                self.tr(
                    "The book gets other keys, a new passphrase and a new recovery code. "
                    "Backups made before still open with the old passphrase."
                ),
                self.rotate_button,
            ),
            self.band,
        ):
            self.body.addWidget(line)

    def _on_idle(self, minutes: int) -> None:
        self._keeping.change(idle_minutes=minutes)

    def _on_change(self) -> None:
        question = KeysQuestion(
            title=self.tr("Change the passphrase"),
            text=self.tr("From now on only the new one opens the book."),
            action=self.tr("Change it"),
            wants_new=True,
        )
        done = self.tr("The new passphrase opens the book from now on.")
        self._ask(question, self._desk.safekeeping.change_passphrase, done)

    def _on_code(self) -> None:
        question = KeysQuestion(
            title=self.tr("A new recovery code"),
            text=self.tr("The old code opens nothing any more. Have paper and a pen ready."),
            action=self.tr("Make a new code"),
            wants_new=False,
        )
        work = partial(_new_code, self._desk.safekeeping)
        self._ask(question, work, self.tr("The new recovery code is in force."))

    def _on_rotate(self) -> None:
        question = KeysQuestion(
            title=self.tr("Renew the keys"),
            text=self.tr(
                "The whole book is encrypted anew; then the app starts again. Delete old copies "
                "of backups that others could reach: they still open with the old passphrase."
            ),
            action=self.tr("Renew them"),
            wants_new=True,
        )
        dialog = KeysDialog(self._desk, question, self._desk.safekeeping.rotate, self.window())
        dialog.finished_well.connect(self._desk.routes.restart_wanted)
        dialog.open()

    def _ask(self, question: KeysQuestion, work: Work, done: str) -> None:
        dialog = KeysDialog(self._desk, question, work, self.window())
        dialog.finished_well.connect(partial(self._say, done, Tone.OK))
        dialog.open()

    def _say(self, words: str, tone: Tone) -> None:
        self.band.say(words, tone)
        self.band.show()

    def _on_computer(self, wanted: bool) -> None:  # noqa: FBT001 - the signature of a Qt signal
        # It shows what is, which the answer may leave as it was.
        self.computer.setChecked(not wanted)
        if wanted:
            self._desk.ask.passphrase(
                self,
                self.tr("Open without the passphrase on this computer"),
                self.tr("Enter the passphrase once to allow it."),
                self._on_allowed,
            )
        else:
            self._run(partial(_forget, self._desk.safekeeping))

    def _on_allowed(self, passphrase: str) -> None:
        self._run(partial(_allow, self._desk.safekeeping, passphrase))

    def _run(self, work: "partial[bool]") -> None:
        self._desk.jobs.run(
            self, work, self._on_computer_known, failed=self._on_failed, lane=Lane.DATABASE
        )

    def _on_computer_known(self, opens: bool) -> None:  # noqa: FBT001 - the result of a job
        self.computer.setChecked(opens)

    def _on_failed(self, error: CrmError) -> None:
        self._say(sentence(error), Tone.BAD)


def _new_code(keeper: Safekeeping, passphrase: str, _new: str) -> str:
    return keeper.new_recovery_code(passphrase)


def _allow(keeper: Safekeeping, passphrase: str) -> bool:
    keeper.allow_this_computer(passphrase)
    return True


def _forget(keeper: Safekeeping) -> bool:
    keeper.forget_this_computer()
    return False
