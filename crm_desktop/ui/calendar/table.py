"""The table of days: walked by keys, turned by the wheel; a follow-up is dragged to another day."""

import datetime as dt
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QTableView,
    QToolTip,
    QWidget,
)
from typing_extensions import override

from crm_desktop.domain.day_sheet import Entry
from crm_desktop.ui.calendar.cell import letters_of, places
from crm_desktop.ui.calendar.days import CELL_ROLE, DAY_ROLE, DAYS, DaysModel, within
from crm_desktop.ui.calendar.painting import DayCell, paint_entry
from crm_desktop.ui.calendar.words import told_entry
from crm_desktop.ui.fields.escape import keep_escape
from crm_desktop.ui.theme.tokens import RADIUS_CONTROL, current

_SMALLEST_CELL: Final = QSize(72, 56)
_NOTCH: Final = 120
_SHIFTS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -DAYS,
    Qt.Key.Key_Down: DAYS,
}
_GHOST: Final = 0.92


class DaysTable(QTableView):
    """Six weeks or one.

    Signals:
        entry_pressed: an `Entry` was pressed in the cell of its day.
        dropped: an `Entry` was dragged to a day.
        turn_wanted: pages to turn, by the wheel.
        day_wanted: a day of another page, walked to over the edge.
        shift_wanted: days by which the follow-up of the chosen day is to be moved.
    """

    entry_pressed = Signal(object)
    dropped = Signal(object, object)
    turn_wanted = Signal(int)
    day_wanted = Signal(object)
    shift_wanted = Signal(int)

    def __init__(self, model: DaysModel, cells: DayCell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days = model
        self._cells = cells
        self._held: Entry | None = None
        self._dragged: Entry | None = None
        self._at = QPoint()
        self._wheeled = 0
        self.setProperty("role", "month")
        self.setModel(model)
        self.setItemDelegate(cells)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setMinimumSectionSize(_SMALLEST_CELL.height())
        self.horizontalHeader().setHighlightSections(False)
        self.setMouseTracking(True)

    @property
    def dragged(self) -> Entry | None:
        """What is being dragged now."""
        return self._dragged

    def entry_at(self, at: QPoint) -> Entry | None:
        """Return the entry painted at a point of the viewport."""
        index = self.indexAt(at)
        if not index.isValid():
            return None
        entries = index.data(CELL_ROLE).entries
        place = places(self.visualRect(index), self.font(), len(entries), roomy=self._cells.roomy)
        found = zip(place.entries, entries, strict=False)
        return next((entry for room, entry in found if room.contains(at)), None)

    @override
    def event(self, event: QEvent) -> bool:
        return keep_escape(event, self._is_dragging) or super().event(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            entry = self.entry_at(event.pos())
            index = self.indexAt(event.pos())
            words = told_entry(entry) if entry else self._shortly(index)
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._dragged is not None:
            self._let_go()
        elif key in _SHIFTS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.shift_wanted.emit(_SHIFTS[key])
        elif not self._walk_over_the_edge(key):
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._held = self.entry_at(event.position().toPoint())
        self._at = event.position().toPoint()
        if self._held is not None:
            self.entry_pressed.emit(self._held)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._held is None:
            over = self.entry_at(at) if not event.buttons() else None
            hand = over is not None and over.is_movable
            self._point(Qt.CursorShape.OpenHandCursor if hand else None)
            if not event.buttons():
                super().mouseMoveEvent(event)
            return
        if self._dragged is None:
            far = (at - self._at).manhattanLength() >= QApplication.startDragDistance()
            if far:
                self._take_up(event.globalPosition())
        if self._dragged is not None:
            self._at = at
            self.viewport().update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        dragged, target = self._dragged, self.indexAt(event.position().toPoint())
        self._let_go()
        if dragged is not None and target.isValid() and target.data(DAY_ROLE) != dragged.on:
            self.dropped.emit(dragged, within(target.data(DAY_ROLE)))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._wheeled += event.angleDelta().y()
        pages = int(self._wheeled / _NOTCH)
        if pages:
            self._wheeled -= pages * _NOTCH
            self.turn_wanted.emit(-pages)
        event.accept()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._dragged is not None:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_dragged(painter, self._dragged)
            painter.end()

    def _paint_dragged(self, painter: QPainter, entry: Entry) -> None:
        """Paint where it would fall, and the entry under the mouse."""
        tokens = current()
        target = self.indexAt(self._at)
        if target.isValid():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            outline = QRectF(self.visualRect(target)).adjusted(3, 3, -3, -3)
            painter.drawRoundedRect(outline, RADIUS_CONTROL, RADIUS_CONTROL)
        cell = self.visualRect(self._days.index(0, 0))
        room = places(cell, self.font(), 1, roomy=False).entries
        if room:
            painter.setOpacity(_GHOST)
            ghost = room[0].translated(self._at - room[0].center())
            painter.setPen(QColor(tokens.line_strong))
            painter.setBrush(QColor(tokens.surface))
            painter.drawRoundedRect(ghost.adjusted(-2, -2, 2, 2), 6, 6)
            paint_entry(painter, ghost, letters_of(self.font()), entry, tokens)

    def _take_up(self, at: QPointF) -> None:
        """Begin to drag what she set a day for; the others say that they stay."""
        if self._held is not None and self._held.is_movable:
            self._dragged = self._held
            self._point(Qt.CursorShape.ClosedHandCursor)
            return
        self._held = None
        self._point(Qt.CursorShape.ForbiddenCursor)
        words = self.tr("This day stays where it is. Follow-ups and promises can be moved.")
        QToolTip.showText(at.toPoint(), words, self)

    def _let_go(self) -> None:
        self._held = None
        self._dragged = None
        self._point(None)
        self.viewport().update()

    def _point(self, shape: Qt.CursorShape | None) -> None:
        if shape is None:
            self.viewport().unsetCursor()
        else:
            self.viewport().setCursor(shape)

    def _is_dragging(self) -> bool:
        return self._dragged is not None

    def _walk_over_the_edge(self, key: Qt.Key) -> bool:
        """Turn the page where an arrow leads out of it; say whether it did."""
        here = self.currentIndex()
        if key not in _SHIFTS or not here.isValid():
            return False
        on: dt.date = here.data(DAY_ROLE)
        there = on + dt.timedelta(days=_SHIFTS[key])
        if within(there) != there:
            return True
        if (index := self._days.index_of(there)).isValid():
            self.setCurrentIndex(index)
        else:
            self.day_wanted.emit(there)
        return True

    def _shortly(self, index: QModelIndex) -> str:
        """Return a day for the tooltip: its head, and no more lines than a hand has fingers."""
        told = index.data(Qt.ItemDataRole.AccessibleTextRole) if index.isValid() else ""
        lines = str(told or "").split("\n")
        return "\n".join([*lines[:_FINGERS], "…"] if len(lines) > _FINGERS else lines)


_FINGERS: Final = 12
