"""ClientField: another client, found while her name is typed."""

from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from crm_desktop.services.search import ClientHit, Scope
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.jobs import Latest
from crm_desktop.ui.theme.roles import Role, set_role

_AT_MOST: Final = 8
_ID: Final = Qt.ItemDataRole.UserRole


class ClientField(QLineEdit):
    """Shows a client's name; typing finds another, emptying takes her away.

    Signals:
        committed: the id of the client picked, or None.
    """

    committed = Signal(object)

    def __init__(
        self, name: str, shown: Shown, value: int | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_role(self, Role.INPLACE)
        self.setAccessibleName(name)
        self.setPlaceholderText(self.tr("Name, pinyin or phone"))
        self._shown = shown
        self._finding = Latest(shown.desk.jobs, self)
        self._found = QStandardItemModel(self)
        completer = QCompleter(self._found, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated[QModelIndex].connect(self._on_picked)  # type: ignore[index] # an overloaded signal
        self.setCompleter(completer)
        self._value: int | None = None
        self.set_value(value)
        self.textEdited.connect(self._on_typed)
        self.editingFinished.connect(self._on_finished)

    def value(self) -> int | None:
        """Return the id as saved last."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show `value` as saved; its name stands in the file."""
        self._value = value
        self.setText("" if value is None else self._shown.file.name_of(value))

    def _on_typed(self, typed: str) -> None:
        work = partial(self._shown.clients.search, typed, _AT_MOST, scope=Scope.WHO)
        self._finding.run(work, self._on_found)

    def _on_found(self, hits: tuple[ClientHit, ...]) -> None:
        self._found.clear()
        for hit in hits:
            if hit.id != self._shown.client_id:
                item = QStandardItem(f"{hit.name}  {hit.phone}".strip())
                item.setData(hit.id, _ID)
                self._found.appendRow(item)
        if self.hasFocus() and self._found.rowCount():
            self.completer().complete()

    def _on_picked(self, index: QModelIndex) -> None:
        picked = index.data(_ID)
        self.setModified(False)
        if picked != self._value:
            self._value = picked
            self.committed.emit(picked)

    def _on_finished(self) -> None:
        """Take her away where the name was emptied; else what was typed is no client."""
        popup = self.completer().popup()
        if not self.isModified() or (popup is not None and popup.isVisible()):
            return
        if not self.text().strip() and self._value is not None:
            self._value = None
            self.committed.emit(None)
        else:
            self.set_value(self._value)
