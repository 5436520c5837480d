"""Restore: a backup chosen before the book is open, as the book itself is lost or damaged."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from crm_desktop.domain.errors import CrmError
from crm_desktop.services.backups import BackupEntry
from crm_desktop.ui.ask import Ask, FileQuestion
from crm_desktop.ui.gate.frame import GateFrame
from crm_desktop.ui.gate.keeper import Restorer
from crm_desktop.ui.gate.secret_field import SecretField
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Jobs, Lane
from crm_desktop.ui.text import day_with_year, sentence
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.buttons import button, primary, quiet
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import column, row

_CLIENTS = "client"


class Restore(GateFrame):
    """Asks for a backup and the passphrase of its time.

    Signals:
        restored: the book is made anew and open.
        given_up: she went back.
    """

    restored = Signal()
    given_up = Signal()

    def __init__(
        self, keeper: Restorer, jobs: Jobs, ask: Ask, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._jobs = jobs
        self._ask = ask
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Backup"))
        self.other_button = button(self.tr("Another file…"), symbol=Icon.FOLDER)
        self.passphrase = SecretField(self.tr("Passphrase"))
        self.says = wrapped("", Role.BAD)
        self.says.hide()
        self.restore_button = primary(self.tr("Restore"), Icon.HISTORY)
        self.back_button = quiet(self.tr("Back"))
        self._build()
        self._connect()
        self._refresh()
        jobs.run(self, keeper.backups, self._on_listed, failed=self._on_failed)

    def _build(self) -> None:
        why = self.tr(
            "The book is made anew from the backup you choose; what was entered after it is "
            "not in it. Enter the passphrase the book had at that time."
        )
        self.body.addWidget(label(self.tr("Restore a backup"), Role.SECTION))
        self.body.addWidget(wrapped(why, Role.SECOND))
        choosing = row(self.choice, self.other_button)
        choosing.setStretch(0, 1)
        fields = column(spacing=SPACE_S)
        fields.addWidget(label(self.tr("Backup"), Role.FIELD_LABEL))
        fields.addLayout(choosing)
        for widget in (
            label(self.tr("Passphrase"), Role.FIELD_LABEL),
            self.passphrase,
            self.says,
        ):
            fields.addWidget(widget)
        self.body.addLayout(fields)
        self.body.addLayout(row(self.back_button, 1, self.restore_button))

    def _connect(self) -> None:
        self.choice.currentIndexChanged.connect(self._refresh)
        self.other_button.clicked.connect(self._on_other)
        self.passphrase.textChanged.connect(self._refresh)
        self.passphrase.returnPressed.connect(self._on_restore)
        self.restore_button.clicked.connect(self._on_restore)
        self.back_button.clicked.connect(self.given_up)
        self.setFocusProxy(self.passphrase)

    def _on_listed(self, entries: Sequence[BackupEntry]) -> None:
        for entry in entries:
            self.choice.addItem(self._told(entry), str(entry.path))
        if not entries:
            self._say(self.tr("There is no backup in the folder of the book. Choose a file."))
        self._refresh()

    def _told(self, entry: BackupEntry) -> str:
        at = entry.at.astimezone()
        return self.tr("{day} {time} · {count} clients").format(
            day=day_with_year(at.date()), time=f"{at:%H:%M}", count=entry.counts.get(_CLIENTS, 0)
        )

    def _on_other(self) -> None:
        question = FileQuestion(title=self.tr("Choose a backup"))
        self._ask.open_file(self, question, self._on_file)

    def _on_file(self, path: Path) -> None:
        self.choice.addItem(path.name, str(path))
        self.choice.setCurrentIndex(self.choice.count() - 1)
        self._say("")

    def _refresh(self) -> None:
        chosen = self.choice.currentData() is not None
        self.restore_button.setEnabled(chosen and bool(self.passphrase.text()))

    def _on_restore(self) -> None:
        if not self.restore_button.isEnabled():
            return
        self.setEnabled(False)
        keeper, path = self._keeper, Path(self.choice.currentData())
        passphrase = self.passphrase.take()
        self._jobs.run(
            self,
            lambda: keeper.restore(path, passphrase),
            self._on_restored,
            failed=self._on_failed,
            lane=Lane.DATABASE,
        )

    def _on_restored(self, _nothing: None) -> None:
        self.restored.emit()

    def _on_failed(self, error: CrmError) -> None:
        self.setEnabled(True)
        self._say(sentence(error))
        self.passphrase.setFocus()

    def _say(self, text: str) -> None:
        self.says.setText(text)
        self.says.setVisible(bool(text))
