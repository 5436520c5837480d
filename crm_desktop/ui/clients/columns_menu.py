"""The menu of columns: stays open while she ticks one after another."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from crm_desktop.ui.clients.header import ListHeader
from crm_desktop.ui.clients.model import Column, title


class ColumnsMenu(QMenu):
    """Ticks what the list shows; the name is always there."""

    def __init__(self, header: ListHeader, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._header = header
        self._columns: dict[QAction, Column] = {}
        for column in Column:
            if column is not Column.NAME:
                action = self.addAction(title(column))
                action.setCheckable(True)
                action.setChecked(column in header.shown)
                self._columns[action] = column
        self.addSeparator()
        usual = self.addAction(self.tr("Usual columns and widths"))
        usual.triggered.connect(header.reset_columns)
        self.triggered.connect(self._on_triggered)

    def _on_triggered(self, action: QAction) -> None:
        if action in self._columns:
            self._header.toggle(self._columns[action])

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action in self._columns:
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action in self._columns:
            action.trigger()
        else:
            super().keyPressEvent(event)
