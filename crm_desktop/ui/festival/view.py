"""The view of the list: picks rows, and says by keys and clicks what is to be done with them."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget
from typing_extensions import override

from crm_desktop.services.festivals import FestivalLine
from crm_desktop.ui.festival.model import LINE_ROLE, FestivalModel
from crm_desktop.ui.festival.row import FestivalRow, tick_place

_PLAIN: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class FestivalView(QListView):
    """Shows a `FestivalModel`; Shift, Ctrl and Ctrl+A pick several.

    Signals:
        tick_wanted: Space, or a click on the tick of a row: tick off, or take the tick back.
        copy_wanted: Enter: copy the words for who the keys stand on.
        gift_wanted: G.
        skip_wanted: S.
        file_wanted: O, or a double click.
        current_changed: the keys stand on another row.
    """

    tick_wanted = Signal()
    copy_wanted = Signal()
    gift_wanted = Signal()
    skip_wanted = Signal()
    file_wanted = Signal()
    current_changed = Signal()

    def __init__(self, model: FestivalModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        self.setModel(model)
        self.setItemDelegate(FestivalRow(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Clients of this festival"))
        self.doubleClicked.connect(self.file_wanted)
        self.selectionModel().currentChanged.connect(self.current_changed)
        self._keys = {
            Qt.Key.Key_Space: self.tick_wanted,
            Qt.Key.Key_Return: self.copy_wanted,
            Qt.Key.Key_Enter: self.copy_wanted,
            Qt.Key.Key_G: self.gift_wanted,
            Qt.Key.Key_S: self.skip_wanted,
            Qt.Key.Key_O: self.file_wanted,
        }

    @property
    def current(self) -> FestivalLine | None:
        """The line the keys stand on."""
        line = self.currentIndex().data(LINE_ROLE)
        return line if isinstance(line, FestivalLine) else None

    @property
    def picked(self) -> list[FestivalLine]:
        """The lines that are picked, in the order of the list."""
        chosen = self.selectionModel().selection()
        ranges = (chosen.at(place) for place in range(chosen.count()))
        spans = sorted((each.top(), each.bottom()) for each in ranges)
        return [self._lines.lines[row] for top, bottom in spans for row in range(top, bottom + 1)]

    def stand_on(self, row: int) -> None:
        """Let the keys stand on a row, or on the last one where there are fewer."""
        rows = self.model().rowCount()
        if rows:
            self.setCurrentIndex(self.model().index(min(max(row, 0), rows - 1), 0))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = self._keys.get(Qt.Key(event.key()))
        if wanted is not None and event.modifiers() in _PLAIN:
            wanted.emit()
            return
        super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        on_tick = index.isValid() and tick_place(self.visualRect(index)).contains(
            event.position().toPoint()
        )
        if on_tick and event.button() is Qt.MouseButton.LeftButton:
            if index not in self.selectedIndexes():
                self.setCurrentIndex(index)
            self.tick_wanted.emit()
            return
        super().mousePressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()
        super().changeEvent(event)
