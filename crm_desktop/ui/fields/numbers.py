"""NumberField: a small whole number, typed."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from crm_desktop.ui.fields.escape import keep_escape
from crm_desktop.ui.theme.roles import Role, set_role
from crm_desktop.ui.theme.scale import tabular


class NumberField(QLineEdit):
    """A whole number within bounds, or nothing where `optional`.

    Signals:
        committed: the new number, or None for emptied.
    """

    committed = Signal(object)

    def __init__(
        self,
        name: str,
        value: int | None,
        bounds: tuple[int, int],
        *,
        optional: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        set_role(self, Role.INPLACE)
        self.setAccessibleName(name)
        self.setToolTip(f"{bounds[0]} – {bounds[1]}")
        self.setFont(tabular(self.font()))
        self.setValidator(QIntValidator(*bounds, self))
        self._optional = optional
        self._value: int | None = None
        self.set_value(value)
        self.editingFinished.connect(self.commit)

    def value(self) -> int | None:
        """Return the number as saved last."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show `value` as saved."""
        self._value = value
        self.setText("" if value is None else str(value))

    def commit(self) -> None:
        """Save what is typed; what is out of bounds is taken back."""
        typed = self.text().strip()
        if not self.hasAcceptableInput() and (typed or not self._optional):
            self.set_value(self._value)
            return
        number = int(typed) if typed else None
        if number != self._value:
            self.set_value(number)
            self.committed.emit(number)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # Qt says nothing of what is empty or out of bounds.
        self.commit()

    @override
    def event(self, event: QEvent) -> bool:
        return keep_escape(event, self.isModified) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.set_value(self._value)
        else:
            super().keyPressEvent(event)
