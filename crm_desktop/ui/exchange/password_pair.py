"""PasswordPair: a password typed twice, and the word that nobody can bring it back."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from crm_desktop.ui.desk import Desk
from crm_desktop.ui.gate.keeper import Judged
from crm_desktop.ui.gate.secret_field import SecretField
from crm_desktop.ui.gate.strength_meter import StrengthMeter
from crm_desktop.ui.jobs import Latest
from crm_desktop.ui.text.counts import sentences
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_XS
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import column, row


class PasswordPair(QWidget):
    """Two fields in a line, how strong the password is, and a sentence under them.

    Signals:
        changed: something was typed.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._judging = Latest(desk.jobs, self)
        self.first = SecretField(self.tr("Password"), self.tr("Password"))
        self.again = SecretField(self.tr("Password once more"), self.tr("Once more"))
        self.differs = label(self.tr("The two passwords differ."), Role.BAD)
        self.differs.hide()
        self.meter = StrengthMeter()
        self.meter.hide()
        self._hint = wrapped("", Role.SECOND)
        whole = column(spacing=SPACE_XS)
        whole.addLayout(row(self.first, self.again))
        whole.addWidget(self.meter)
        whole.addWidget(self.differs)
        whole.addWidget(self._hint)
        self.setLayout(whole)
        self.say_whose(goes_out=True)
        self.first.textChanged.connect(self._on_first)
        self.first.textChanged.connect(self._on_typed)
        self.again.textChanged.connect(self._on_typed)

    @property
    def is_ready(self) -> bool:
        """Whether the same password stands in both."""
        return bool(self.first.text()) and self.first.text() == self.again.text()

    def take(self) -> str:
        """Return the password and forget it."""
        self.again.clear()
        return self.first.take()

    def say_whose(self, *, goes_out: bool) -> None:
        """Say what to know of the password of a file for others, or of one she keeps."""
        words = self.tr("Nobody can recover it.")
        if goes_out:
            other = self.tr("Tell it to whoever gets the file, but not along with it.")
            words = sentences(words, other)
        self._hint.setText(words)

    def _on_first(self, text: str) -> None:
        """Say how soon it would be guessed; she may take it nevertheless."""
        if text:
            work = partial(self._desk.safekeeping.judge, text)
            self._judging.run(work, self._on_judged)
        else:
            self._judging.forget()
            self.meter.hide()

    def _on_judged(self, judged: Judged) -> None:
        self.meter.show_judgement(judged)
        self.meter.show()

    def _on_typed(self) -> None:
        again = self.again.text()
        self.differs.setVisible(bool(again) and not self.first.text().startswith(again))
        self.changed.emit()
