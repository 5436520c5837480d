"""The search field: answers while she types, leads into the list by the arrow."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from crm_desktop.ui.fields.escape import keep_escape
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.theme.roles import Role, set_role


class SearchField(QLineEdit):
    """A line with a glass; Esc empties it before it does anything else.

    Signals:
        asked: what is typed is another than before.
        left_down: the arrow down leads into the list.
        chosen: Enter: the best answer is wanted.
    """

    asked = Signal(str)
    left_down = Signal()
    chosen = Signal()

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.SEARCH)
        self.setPlaceholderText(hint or self.tr("Name, pinyin, initials, end of phone, WeChat…"))
        self.setAccessibleName(self.tr("Search clients"))
        self.setClearButtonEnabled(True)
        self.addAction(icon(Icon.SEARCH, "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self._asked = ""
        self.textChanged.connect(self._on_text)
        self.returnPressed.connect(self.chosen)

    @property
    def typed(self) -> str:
        """What is searched for, without space around it."""
        return self.text().strip()

    @override
    def event(self, event: QEvent) -> bool:
        # The window's Esc leads away from a page; here it empties the field first.
        return keep_escape(event, self._is_typed) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def _is_typed(self) -> bool:
        return bool(self.text())

    def _on_text(self) -> None:
        if self.typed != self._asked:
            self._asked = self.typed
            self.asked.emit(self.typed)
