"""ConsolidateFiles: the workbooks to put together, dropped or chosen, by name."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.theme.roles import Role, set_role
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import colour

_PATH = Qt.ItemDataRole.UserRole
_ROW = 36


class ConsolidateFiles(QListWidget):
    """A list of files; Delete takes the marked ones out.

    Signals:
        changed: a file came or went.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Sheets to put together"))
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        set_role(self, Role.CARD)

    @property
    def paths(self) -> list[Path]:
        """Return the files as they stand in the list."""
        return [self.item(place).data(_PATH) for place in range(self.count())]

    def add(self, paths: Iterable[Path]) -> None:
        """Take files in, each once, ordered by name."""
        together = dict.fromkeys((*self.paths, *paths))
        self.clear()
        for path in sorted(together, key=_by_name):
            item = QListWidgetItem(icon(Icon.SPREADSHEET, "text2"), path.name, self)
            item.setData(_PATH, path)
            item.setSizeHint(QSize(0, scaled(_ROW)))
            item.setToolTip(str(path))
        self.changed.emit()

    def remove_marked(self) -> None:
        """Take the marked files out of the list."""
        for item in self.selectedItems():
            self.takeItem(self.row(item))
        self.changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.remove_marked()
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if files := _files(event.mimeData()):
            event.acceptProposedAction()
            self.add(files)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.count():
            return
        painter = QPainter(self.viewport())
        painter.setPen(colour("text3"))
        painter.drawText(
            self.viewport().rect(),
            int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap),
            self.tr("Drop the consultants' sheets here, or add them below."),
        )
        painter.end()


def _files(content: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile()]


def _by_name(path: Path) -> tuple[str, str]:
    return path.name.casefold(), str(path)
