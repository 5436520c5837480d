"""ChoiceField: one of a few, saved as soon as it is picked."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from crm_desktop.ui.theme.roles import Role, set_role

V = TypeVar("V")


class ChoiceField(QComboBox, Generic[V]):
    """A list of (value, words); the first pair may stand for *not known*.

    Signals:
        committed: the value picked, only when the person picked another.
    """

    committed = Signal(object)

    def __init__(
        self,
        name: str,
        choices: Iterable[tuple[V, str]],
        value: V,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        set_role(self, Role.INPLACE)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._values: list[V] = []
        self.offer(choices, value)
        self.activated.connect(self._on_picked)

    def offer(self, choices: Iterable[tuple[V, str]], value: V) -> None:
        """Offer other choices and show `value` as saved."""
        self.clear()
        self._values.clear()
        for each, words in choices:
            self._values.append(each)
            self.addItem(words)
        self.set_value(value)

    def value(self) -> V:
        """Return what was picked last."""
        return self._value

    def set_value(self, value: V) -> None:
        """Show `value` as saved."""
        self._value = value
        self.setCurrentIndex(self._values.index(value))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling the page past a field must not change the fact in it.
        event.ignore()

    def _on_picked(self, index: int) -> None:
        picked = self._values[index]
        if picked != self._value:
            self._value = picked
            self.committed.emit(picked)
