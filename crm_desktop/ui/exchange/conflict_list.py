"""ConflictList: the questions with their header, answered by keys and by a click into a column."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QToolTip, QWidget
from typing_extensions import override

from crm_desktop.ui.exchange.conflict_model import ConflictModel, Index, Line
from crm_desktop.ui.exchange.conflict_row import HEADER, ConflictHeader, ConflictRow, sections
from crm_desktop.ui.theme.scale import scaled

_DIGITS: Final = tuple(range(Qt.Key.Key_0, Qt.Key.Key_9 + 1))
_STEPS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_CLEARS: Final = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}


class ConflictList(QListView):
    """Shows a `ConflictModel`.

    Signals:
        answered: a line, and which of its answers (1 the first, 0 the last).
        clicked_side: a line, and which of its columns was pressed (1 mine, 2 theirs).
        turned: the other side is wanted in the line the keys stand on.
        cleared: it is to be undecided again.
        next_wanted: on to the next one that is undecided.
        menu_wanted: what can be done beside this place of the screen.
    """

    answered = Signal(QModelIndex, int)
    clicked_side = Signal(QModelIndex, int)
    turned = Signal(QModelIndex)
    cleared = Signal(QModelIndex)
    next_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, model: ConflictModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setProperty("role", "card")
        self.setModel(model)
        self.setItemDelegate(ConflictRow(self))
        self.setAccessibleName(self.tr("What is to be decided"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.header = ConflictHeader(self)
        self.setViewportMargins(0, scaled(HEADER), 0, 0)

    @override
    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = (), /) -> None:
        # An answer moves no line; a QListView would lay out every one of them anew.
        QAbstractItemView.dataChanged(self, first, last, roles)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().geometry()
        height = scaled(HEADER)
        self.header.setGeometry(room.left(), room.top() - height, room.width(), height)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.NoModifier and self._said(event.key()):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _said(self, key: int) -> bool:
        """Do what a key says; return whether it says anything here."""
        at = self.currentIndex()
        if key in _STEPS:
            self.next_wanted.emit()
        elif key in _DIGITS:
            self.answered.emit(at, key - Qt.Key.Key_0)
        elif key in _CLEARS:
            self.cleared.emit(at)
        elif key == Qt.Key.Key_Space:
            self.turned.emit(at)
        else:
            return False
        return True

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters mean nothing here."""

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at, place = self.indexAt(event.position().toPoint()), event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton or not self._is_line(at):
            return
        where = sections(self.visualRect(at))
        for side, room in ((1, where.mine), (2, where.theirs)):
            if room.contains(place):
                self.clicked_side.emit(at, side)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._whole(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def _is_line(self, at: QModelIndex) -> bool:
        return isinstance(self._model.line(at), Line)

    def _whole(self, place: QPoint) -> str:
        """Return the whole text of a column that is cut."""
        at = self.indexAt(place)
        line = self._model.line(at)
        if not isinstance(line, Line):
            return ""
        where = sections(self.visualRect(at))
        texts = (line.what, line.base, line.mine, line.theirs)
        for room, text in zip(where, texts, strict=True):
            if room.contains(place):
                is_cut = self.fontMetrics().horizontalAdvance(text) > room.width() * 3 // 4
                return text if is_cut or "\n" in text else ""
        return ""
