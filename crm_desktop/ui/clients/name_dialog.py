"""NameDialog: one line to type, such as a tag or the name of a list, with what is in use."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget
from typing_extensions import override

from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.widgets.dialog import Dialog
from crm_desktop.ui.widgets.labels import wrapped

_WIDTH = 380
_LONGEST = 60


class NameDialog(Dialog):
    """Asks for a word; what is typed elsewhere is offered while she types.

    Signals:
        named: what was typed, without space around it.
    """

    named = Signal(str)

    def __init__(  # noqa: PLR0913 - each part of a question
        self,
        title: str,
        accept: str,
        parent: QWidget,
        *,
        value: str = "",
        known: Collection[str] = (),
        hint: str = "",
        may_be_empty: bool = False,
    ) -> None:
        super().__init__(title, accept, QCoreApplication.translate("Ask", "Cancel"), parent)
        self.setMinimumWidth(_WIDTH)
        self._may_be_empty = may_be_empty
        self.line = QLineEdit(value)
        self.line.setMaxLength(_LONGEST)
        self.line.setAccessibleName(title)
        self.line.selectAll()
        completer = QCompleter(sorted(known), self.line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)
        if hint:
            self.body.addWidget(wrapped(hint, Role.SECOND))
        self.body.addWidget(self.line)
        self.line.textChanged.connect(self._on_typed)
        self._on_typed()
        self.line.setFocus()

    def _on_typed(self) -> None:
        self.accept_button.setEnabled(self._may_be_empty or bool(self.line.text().strip()))

    @override
    def accept(self) -> None:
        if self.accept_button.isEnabled():
            super().accept()
            self.named.emit(self.line.text().strip())
