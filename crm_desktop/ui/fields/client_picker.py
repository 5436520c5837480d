"""ClientPicker: finds a client while she types."""

from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from crm_desktop.services.search import ClientHit, Scope
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.jobs import Latest
from crm_desktop.ui.text.discretion import discreet_name, discreet_phone
from crm_desktop.ui.theme.roles import Role, set_role
from crm_desktop.ui.theme.scale import scaled

_AT_MOST: Final = 8
_WIDTH: Final = 260
_ID: Final = Qt.ItemDataRole.UserRole


class ClientPicker(QLineEdit):
    """A field with the clients the text may mean below it; Enter takes the first.

    Signals:
        picked: the id of a client.

    Attributes:
        keeps_name: whether the name of who was picked stays in the field.
        client_id: who was picked last, 0 once something else is typed.
    """

    picked = Signal(int)

    def __init__(self, desk: Desk, name: str, asks: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keeps_name = False
        self.client_id = 0
        set_role(self, Role.SEARCH)
        self.setMinimumWidth(scaled(_WIDTH))
        self.setPlaceholderText(asks)
        self.setAccessibleName(name)
        self._desk = desk
        self._finding = Latest(desk.jobs, self)
        self._found = QStandardItemModel(self)
        completer = QCompleter(self._found, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated[QModelIndex].connect(self._on_chosen)  # type: ignore[index] # an overloaded signal
        self.setCompleter(completer)
        self.textEdited.connect(self._on_typed)
        self.returnPressed.connect(self._on_return)

    def _on_typed(self, typed: str) -> None:
        self.client_id = 0
        work = partial(self._desk.book.clients.search, typed, _AT_MOST, scope=Scope.WHO)
        self._finding.run(work, self._on_found)

    def _on_found(self, hits: tuple[ClientHit, ...]) -> None:
        self._found.clear()
        for hit in hits:
            words = f"{discreet_name(hit.name)}  {discreet_phone(hit.phone)}".strip()
            item = QStandardItem(words)
            item.setData(hit.id, _ID)
            self._found.appendRow(item)
        if self.hasFocus() and self._found.rowCount():
            self.completer().complete()

    def _on_chosen(self, index: QModelIndex) -> None:
        self._take(index.data(_ID), index.data())

    def _on_return(self) -> None:
        popup = self.completer().popup()
        is_choosing = popup is not None and popup.isVisible() and popup.currentIndex().isValid()
        if self._found.rowCount() and not is_choosing:
            self._take(self._found.item(0).data(_ID), self._found.item(0).text())

    def _take(self, client_id: int, words: str) -> None:
        if (popup := self.completer().popup()) is not None:
            popup.hide()
        self._found.clear()
        self.client_id = client_id
        self.setText(words if self.keeps_name else "")
        self.picked.emit(client_id)
