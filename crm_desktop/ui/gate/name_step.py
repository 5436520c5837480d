"""The first step of a new book: its name and the passphrase."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from crm_desktop.ui.gate.keeper import Founder, Judged
from crm_desktop.ui.gate.passphrase_pair import PassphrasePair
from crm_desktop.ui.jobs import Jobs
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
        self.name = QLineEdit(self.tr("My clients"))
        self.name.setAccessibleName(self.tr("Name of the book"))
        self.pair = PassphrasePair(founder.judge, jobs)
        self.passphrase = self.pair.passphrase
        self.again = self.pair.again
        self.meter = self.pair.meter
        self.caps = self.pair.caps
        self.says = self.pair.says
        self.create_button = primary(self.tr("Create the book"))
        self._build()
        self.name.textChanged.connect(self._on_named)
        self.pair.changed.connect(self._refresh)
        self.pair.entered.connect(self._on_create)
        self.create_button.clicked.connect(self._on_create)
        self._on_named(self.name.text())

    def say(self, text: str) -> None:
        """Tell why the book was not made."""
        self.pair.say(text)
        self.set_busy(busy=False)

    def show_judgement(self, judged: Judged) -> None:
        """Say how strong the passphrase is."""
        self.pair.show_judgement(judged)

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
            self.pair,
            spacing=SPACE_XS,
        )
        for place in (1, 4):
            whole.insertSpacing(place, SPACE_S)
        whole.addSpacing(SPACE_S)
        whole.addStretch(1)
        whole.addLayout(row(1, self.create_button))
        self.setLayout(whole)

    def _on_named(self, name: str) -> None:
        self.pair.know((name,))
        self._refresh()

    def _refresh(self) -> None:
        self.create_button.setEnabled(bool(self.name.text().strip()) and self.pair.is_good)

    def _on_create(self) -> None:
        if self.create_button.isEnabled():
            self.wanted.emit(self.name.text().strip(), self.pair.text)
