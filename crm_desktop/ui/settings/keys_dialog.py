"""KeysDialog: the passphrase of today, perhaps a new one, and perhaps a code to write down."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from crm_desktop.domain.errors import CrmError
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.gate.code_step import CodeStep
from crm_desktop.ui.gate.passphrase_pair import PassphrasePair
from crm_desktop.ui.gate.secret_field import SecretField
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.text import sentence
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.deck import Deck
from crm_desktop.ui.widgets.dialog import Dialog
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import column

_WIDTH = 480

Work = Callable[[str, str], str | None]
"""Takes the passphrase of today and the new one; returns a new recovery code, if there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeysQuestion:
    """What the dialog says, and whether a new passphrase is wanted."""

    title: str
    text: str
    action: str
    wants_new: bool


class KeysDialog(Dialog):
    """Does the work itself and stays open until it is done, or its code is written down.

    Signals:
        finished_well: the keys are changed, and the code, if any, was typed back.
    """

    finished_well = Signal()

    def __init__(
        self, desk: Desk, question: KeysQuestion, work: Work, parent: QWidget | None = None
    ) -> None:
        cancel = QCoreApplication.translate("KeysDialog", "Cancel")
        super().__init__(question.title, question.action, cancel, parent)
        self.setMinimumWidth(_WIDTH)
        self._desk = desk
        self._question = question
        self._work = work
        self._is_held = False
        self.old = SecretField(self.tr("Passphrase of today"))
        self.pair = PassphrasePair(desk.safekeeping.judge, desk.jobs)
        self._new = label(self.tr("The new passphrase"), Role.STRONG)
        for widget in (self._new, self.pair):
            widget.setVisible(question.wants_new)
        self.says = wrapped("", Role.BAD)
        self.says.hide()
        self.code = CodeStep()
        self._sides = Deck(self._form(), self.code)
        self.body.addWidget(self._sides)
        self.old.textChanged.connect(self._refresh)
        self.pair.changed.connect(self._refresh)
        self.code.done.connect(self._on_code_known)
        self.code.print_wanted.connect(desk.routes.print_wanted)
        self._refresh()
        self.old.setFocus()

    def _form(self) -> QWidget:
        form = QWidget()
        form.setLayout(
            column(
                wrapped(self._question.text, Role.SECOND),
                label(self.tr("Passphrase of today"), Role.FIELD_LABEL),
                self.old,
                self._new,
                self.pair,
                self.says,
                spacing=SPACE_S,
            )
        )
        return form

    @override
    def accept(self) -> None:
        if self._is_held or not self._is_ready():
            return
        self._hold(held=True)
        work, old, new = self._work, self.old.text(), self.pair.text
        self._desk.jobs.run(
            self, lambda: work(old, new), self._on_done, failed=self._on_failed, lane=Lane.DATABASE
        )

    @override
    def reject(self) -> None:
        # While keys change, and until a new code is on paper, there is no way back.
        if not self._is_held:
            super().reject()

    def _is_ready(self) -> bool:
        return bool(self.old.text()) and (not self._question.wants_new or self.pair.is_good)

    def _refresh(self) -> None:
        self.accept_button.setEnabled(self._is_ready() and not self._is_held)

    def _hold(self, *, held: bool) -> None:
        self._is_held = held
        self._sides.setEnabled(not held)
        self.cancel_button.setEnabled(not held)
        self._refresh()

    def _on_done(self, code: str | None) -> None:
        self.old.clear()
        self.pair.clear()
        if code is None:
            self._finish()
            return
        self._sides.setEnabled(True)
        self.code.show_code(code)
        self._sides.show_card(1)
        self.accept_button.hide()
        self.cancel_button.hide()
        self.adjustSize()
        self.code.written_button.setFocus()

    def _on_failed(self, error: CrmError) -> None:
        self._hold(held=False)
        self.says.setText(sentence(error))
        self.says.show()
        self.old.setFocus()
        self.old.selectAll()

    def _on_code_known(self) -> None:
        self._finish()

    def _finish(self) -> None:
        self._is_held = False
        super().accept()
        self.finished_well.emit()
