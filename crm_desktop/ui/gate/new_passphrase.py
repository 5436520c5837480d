"""NewPassphrase: what follows the recovery code, as whoever used it has no passphrase any more."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from crm_desktop.domain.errors import CrmError
from crm_desktop.ui.gate.frame import GateFrame
from crm_desktop.ui.gate.keeper import Renewer
from crm_desktop.ui.gate.passphrase_pair import PassphrasePair
from crm_desktop.ui.jobs import Jobs, Lane
from crm_desktop.ui.text import sentence
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.widgets.buttons import primary
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import row


class NewPassphrase(GateFrame):
    """Asks for the passphrase that opens the book from now on.

    Signals:
        renewed: the new passphrase stands.
    """

    renewed = Signal()

    def __init__(self, keeper: Renewer, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._jobs = jobs
        why = self.tr(
            "The code opened your book. Choose the passphrase that opens it from now on; "
            "the old one opens nothing any more. The recovery code stays as it is."
        )
        self.pair = PassphrasePair(keeper.judge, jobs)
        self.set_button = primary(self.tr("Set the passphrase"))
        self.set_button.setEnabled(False)
        self.body.addWidget(label(self.tr("A new passphrase"), Role.SECTION))
        self.body.addWidget(wrapped(why, Role.SECOND))
        self.body.addWidget(self.pair)
        self.body.addLayout(row(1, self.set_button))
        self.pair.changed.connect(self._on_changed)
        self.pair.entered.connect(self._on_set)
        self.set_button.clicked.connect(self._on_set)
        self.setFocusProxy(self.pair)

    def _on_changed(self) -> None:
        self.set_button.setEnabled(self.pair.is_good)

    def _on_set(self) -> None:
        if not self.set_button.isEnabled():
            return
        self.setEnabled(False)
        keeper, passphrase = self._keeper, self.pair.text
        self._jobs.run(
            self,
            lambda: keeper.change_passphrase(passphrase),
            self._on_renewed,
            failed=self._on_failed,
            lane=Lane.DATABASE,
        )

    def _on_renewed(self, _nothing: None) -> None:
        self.pair.clear()
        self.renewed.emit()

    def _on_failed(self, error: CrmError) -> None:
        self.setEnabled(True)
        self.pair.say(sentence(error))
