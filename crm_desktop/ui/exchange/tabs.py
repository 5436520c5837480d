"""Tabs: the sheets of a workbook beside each other, one of them shown."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from crm_desktop.ui.theme.roles import set_mark
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.layouts import row


class Tabs(QWidget):
    """A line of buttons that belong together.

    Signals:
        chosen: the name that was pressed.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._line = row(spacing=0)
        self._line.addStretch(1)
        self.setLayout(self._line)
        self.buttons: list[QPushButton] = []

    def offer(self, names: Sequence[str], pressed: str = "") -> None:
        """Offer other names; the first one is pressed unless another is said."""
        pressed = pressed or next(iter(names), "")
        for old in self.buttons:
            self._group.removeButton(old)
            old.hide()
            old.deleteLater()
        self.buttons = [button(name) for name in names]
        for place, made in enumerate(self.buttons):
            made.setCheckable(True)
            made.setChecked(names[place] == pressed)
            made.setProperty("name", names[place])
            set_mark(made, "segment", _segment(place, len(names)))
            made.clicked.connect(self._on_clicked)
            self._group.addButton(made)
            self._line.insertWidget(place, made)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.sender().property("name"))


def _segment(place: int, count: int) -> str:
    if place == 0:
        return "first"
    return "last" if place == count - 1 else "middle"
