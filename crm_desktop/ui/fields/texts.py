"""Text fields that look like text until they are touched."""

import math

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from crm_desktop.ui.fields.escape import keep_escape
from crm_desktop.ui.text import money_from, plain_amount
from crm_desktop.ui.theme.roles import Role, set_mark, set_role
from crm_desktop.ui.theme.scale import tabular

_LINES_AT_FIRST = 2
_LINES_AT_MOST = 8
_FRAME = 22


class TextField(QLineEdit):
    """One line; Enter or leaving saves, Esc takes back what was typed.

    Signals:
        committed: the new text, only when it differs from the one before.
    """

    committed = Signal(str)

    def __init__(
        self, name: str, value: str = "", hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_role(self, Role.INPLACE)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._value = ""
        self.set_value(value)
        self.editingFinished.connect(self.commit)

    def value(self) -> str:
        """Return the text as it was saved last."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show `value` as saved."""
        self._value = value
        self.setText(value)
        self.setCursorPosition(0)

    def commit(self) -> None:
        """Save what stands in the field."""
        text = self.text().strip()
        if text != self._value:
            self.set_value(text)
            self.committed.emit(text)

    @override
    def event(self, event: QEvent) -> bool:
        return keep_escape(event, self._is_typed) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._value:
            self.setText(self._value)
            event.accept()
            return
        super().keyPressEvent(event)

    def _is_typed(self) -> bool:
        return self.text() != self._value


class LongTextField(QPlainTextEdit):
    """Several lines, as high as what stands in it; leaving or Ctrl+Enter saves.

    Signals:
        committed: the new text, only when it differs from the one before.
    """

    committed = Signal(str)

    def __init__(
        self, name: str, value: str = "", hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_role(self, Role.INPLACE)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._value = ""
        self.textChanged.connect(self._fit)
        self.set_value(value)

    def value(self) -> str:
        """Return the text as it was saved last."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show `value` as saved."""
        self._value = value
        self.setPlainText(value)
        self._fit()

    def commit(self) -> None:
        """Save what stands in the field."""
        text = self.toPlainText().strip()
        if text != self._value:
            self._value = text
            self.committed.emit(text)

    @override
    def event(self, event: QEvent) -> bool:
        return keep_escape(event, self._is_typed) or super().event(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.commit()
        elif event.key() == Qt.Key.Key_Escape and self.toPlainText() != self._value:
            self.set_value(self._value)
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _is_typed(self) -> bool:
        return self.toPlainText() != self._value

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        filled = self.blockBoundingGeometry(self.document().lastBlock()).bottom()
        shown = min(max(filled, _LINES_AT_FIRST * line), _LINES_AT_MOST * line)
        self.setFixedHeight(math.ceil(shown) + _FRAME)


class MoneyField(QLineEdit):
    """An amount in fen, shown as `¥1,200`; `2万` and `3k` are understood.

    Signals:
        committed: the new fen or None for emptied, only when it differs.
    """

    committed = Signal(object)

    def __init__(
        self, name: str, value: int | None = None, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_role(self, Role.INPLACE)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setFont(tabular(self.font()))
        self._value: int | None = None
        self.set_value(value)
        self.editingFinished.connect(self.commit)
        self.textEdited.connect(self._on_typed)

    def value(self) -> int | None:
        """Return the fen as saved last."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show `value` as saved."""
        self._value = value
        self.setText("" if value is None else f"¥{plain_amount(value)}")
        set_mark(self, "wrong", "no")

    @override
    def event(self, event: QEvent) -> bool:
        return keep_escape(event, self.isModified) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.set_value(self._value)
            event.accept()
            return
        super().keyPressEvent(event)

    def _on_typed(self, text: str) -> None:
        set_mark(self, "wrong", "yes" if text.strip() and money_from(text) is None else "no")

    def commit(self) -> None:
        """Save what stands in the field; what is no amount stays marked as wrong."""
        typed = self.text().strip()
        fen = money_from(typed) if typed else None
        if typed and fen is None:
            return
        if fen != self._value:
            self.set_value(fen)
            self.committed.emit(fen)
        else:
            self.set_value(fen)
