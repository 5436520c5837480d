"""Whether somebody knows of her treatments, chosen from a small menu under the pill."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from crm_desktop.domain.records import Knows
from crm_desktop.ui.text.choices import choice

_OFFERED: Final = (Knows.NO, Knows.YES, Knows.UNKNOWN)


class KnowsMenu(QMenu):
    """The three answers, the present one marked; it goes once it is closed.

    Signals:
        chosen: the `Knows` she picked.
    """

    chosen = Signal(object)

    def __init__(self, now: Knows, parent: QWidget) -> None:
        super().__init__(parent)
        for each in _OFFERED:
            action = QAction(choice(each), self)
            action.setData(each)
            action.setCheckable(True)
            action.setChecked(each is now)
            self.addAction(action)
            if each is now:
                self.setActiveAction(action)
        self.triggered.connect(self._on_triggered)
        self.aboutToHide.connect(self.deleteLater)

    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(Knows(action.data()))
