"""The first step of a new book: its name and the passphrase."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from crm_desktop.ui.gate.keeper import Founder, Judged
from crm_desktop.ui.gate.secret_field import SecretField
from crm_desktop.ui.gate.strength_meter import LEAST_LENGTH, LEAST_SCORE, StrengthMeter
from crm_desktop.ui.jobs import Jobs, Latest
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.buttons import primary
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import column, row


class NameStep(QWidget):
    """Asks for a name and, twice, for a passphrase that is not soon guessed.

    Signals:
        wanted: name and passphrase of the book to be made.
    """

    wanted = Signal(str, str)

    def __init__(self, founder: Founder, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._founder = founder
        self._judging = Latest(jobs, self)
        self._is_strong = False
        self.name = QLineEdit(self.tr("My clients"))
        self.name.setAccessibleName(self.tr("Name of the book"))
        self.passphrase = SecretField(self.tr("Passphrase"))
        self.again = SecretField(self.tr("Passphrase again"))
        self.meter = StrengthMeter()
        self.caps = label(self.tr("Caps Lock is on."), Role.WARNING)
        self.caps.hide()
        self.says = wrapped("", Role.BAD)
        self.says.hide()
        self.create_button = primary(self.tr("Create the book"))
        self._build()
        self._connect()
        self._refresh()

    def say(self, text: str) -> None:
        """Tell why the book was not made."""
        self.says.setText(text)
        self.says.setVisible(bool(text))
        self.set_busy(busy=False)

    def show_judgement(self, judged: Judged) -> None:
        """Say how strong the passphrase is."""
        self._is_strong = judged.score >= LEAST_SCORE
        self.meter.show_judgement(judged)
        self._refresh()

    def set_busy(self, *, busy: bool) -> None:
        """Show that the book is being made."""
        self.setEnabled(not busy)
        words = self.tr("Creating…") if busy else self.tr("Create the book")
        self.create_button.setText(words)

    def _build(self) -> None:
        promise = self.tr(
            "Everything stays on this computer, encrypted. Only this passphrase opens it: "
            "nobody can reset it for you."
        )
        whole = column(
            wrapped(promise, Role.SECOND),
            label(self.tr("Name of the book"), Role.FIELD_LABEL),
            self.name,
            label(self.tr("Passphrase"), Role.FIELD_LABEL),
            self.passphrase,
            self.meter,
            label(self.tr("Once more"), Role.FIELD_LABEL),
            self.again,
            self.caps,
            self.says,
            spacing=SPACE_XS,
        )
        for place in (1, 4, 8):
            whole.insertSpacing(place, SPACE_S)
        whole.addSpacing(SPACE_S)
        whole.addStretch(1)
        whole.addLayout(row(1, self.create_button))
        self.setLayout(whole)

    def _connect(self) -> None:
        self.passphrase.textChanged.connect(self._on_typed)
        self.again.textChanged.connect(self._refresh)
        self.name.textChanged.connect(self._refresh)
        self.passphrase.caps_lock.connect(self.caps.setVisible)
        self.again.caps_lock.connect(self.caps.setVisible)
        self.again.returnPressed.connect(self._on_create)
        self.create_button.clicked.connect(self._on_create)

    def _on_typed(self, text: str) -> None:
        self._is_strong = False
        if len(text) < LEAST_LENGTH:
            self._judging.forget()
            self.meter.show_length(len(text))
        else:
            words = (self.name.text(),)
            founder = self._founder
            self._judging.run(lambda: founder.judge(text, words), self.show_judgement)
        self._refresh()

    def _refresh(self) -> None:
        same = self.passphrase.text() == self.again.text()
        self.create_button.setEnabled(bool(self.name.text().strip()) and self._is_strong and same)
        differs = bool(self.again.text()) and not self.passphrase.text().startswith(
            self.again.text()
        )
        self.says.setText(self.tr("The two passphrases differ.") if differs else "")
        self.says.setVisible(differs)

    def _on_create(self) -> None:
        if self.create_button.isEnabled():
            self.wanted.emit(self.name.text().strip(), self.passphrase.text())
