"""The table of the list: whole rows, picked by mouse and keys, Enter opens."""

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPoint,
    QRect,
    QSettings,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from crm_desktop.ui.clients.delegate import ClientRow
from crm_desktop.ui.clients.header import ListHeader
from crm_desktop.ui.clients.inks import Inks
from crm_desktop.ui.clients.marks import Marks
from crm_desktop.ui.clients.model import LINE_ROLE, ClientsModel, Column
from crm_desktop.ui.clients.rows import BEFORE_NAME, MARGIN, Row, Span, paint_row
from crm_desktop.ui.fields.escape import keep_escape
from crm_desktop.ui.theme.tokens import ROW_HEIGHT

_PAGES_AHEAD: Final = 3
_ONE_WORD_MS: Final = 1_000
_OTHER_LOOK: Final = {
    QEvent.Type.PaletteChange,
    QEvent.Type.FontChange,
    QEvent.Type.StyleChange,
    QEvent.Type.ApplicationPaletteChange,
}


class ClientTable(QTableView):
    """Shows a `ClientsModel`; asks for more lines well before the end is seen.

    Ctrl, Shift, Space, Ctrl+A and a click on the avatar pick clients: that is `marks`, not the
    selection of the view, which is the one row the keys stand on.

    Signals:
        client_wanted: the client whose row was opened.
        sort_wanted: the order whose heading was pressed.
        all_wanted: everybody of the list is to be picked.
        end_wanted: the last row of all, read or not.
        letters_typed: the letters typed one after another, to jump to who begins so.
        menu_wanted: what can be done, beside this place of the screen.
        shelf_wanted: Delete was pressed.
    """

    client_wanted = Signal(int)
    sort_wanted = Signal(str)
    all_wanted = Signal()
    end_wanted = Signal()
    letters_typed = Signal(str)
    menu_wanted = Signal(QPoint)
    shelf_wanted = Signal()

    def __init__(
        self, model: ClientsModel, remembered: QSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._inks: Inks | None = None
        self._lines = model
        self._anchor = 0
        self._letters = ""
        self._typing = QTimer(self, singleShot=True, interval=_ONE_WORD_MS)
        self.marks = Marks(self)
        model.is_picked = self.marks.has
        self.header = ListHeader(remembered, self)
        self._set_up(model)
        self.header.begin()
        self._keys: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Space: self._on_space,
            Qt.Key.Key_Home: self._on_home,
            Qt.Key.Key_End: self.end_wanted.emit,
            Qt.Key.Key_Delete: self.shelf_wanted.emit,
            Qt.Key.Key_Escape: self.marks.clear,
        }
        self._connect()

    @property
    def chosen(self) -> int | None:
        """The id of the client whose row the keys stand on."""
        index = self.currentIndex()
        return index.data(LINE_ROLE).id if index.isValid() else None

    def choose(self, client_id: int | None) -> None:
        """Stand on the row of a client, or on the first."""
        row = 0 if client_id is None else self._lines.row_of(client_id)
        if row is not None:
            self.choose_row(row)

    def choose_row(self, row: int) -> None:
        """Stand on a row, the last one for any beyond it."""
        if self._lines.lines:
            row = min(row, len(self._lines.lines) - 1)
            self._anchor = row
            self.setCurrentIndex(self._lines.index(row, 0))

    @property
    def screenful(self) -> int:
        """How many rows the screen shows at most, begun ones included."""
        return self.viewport().height() // ROW_HEIGHT + 2

    def open_current(self) -> None:
        """Open the file of the client whose row is selected."""
        self._open(self.currentIndex())

    def _set_up(self, model: ClientsModel) -> None:
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Clients"))
        self.setHorizontalHeader(self.header)
        self.setModel(model)
        self.setItemDelegate(ClientRow(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)

    def _connect(self) -> None:
        self.header.sort_wanted.connect(self.sort_wanted)
        self.header.laid_out.connect(self._on_laid_out)
        self.marks.changed.connect(self.viewport().update)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._typing.timeout.connect(self._on_word_ended)
        keys: dict[QKeySequence, Callable[[], object]] = {
            QKeySequence(Qt.Key.Key_Return): self.open_current,
            QKeySequence(Qt.Key.Key_Enter): self.open_current,
            QKeySequence(QKeySequence.StandardKey.SelectAll): self.all_wanted.emit,
        }
        for key, act in keys.items():
            shortcut = QShortcut(key, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.client_wanted.emit(index.data(LINE_ROLE).id)

    def _toggle(self, row: int) -> None:
        self._anchor = row
        self.marks.toggle(self._lines.lines[row].id)

    def _mark_to(self, row: int) -> None:
        """Pick the rows from where picking began to this one."""
        first, last = sorted((min(self._anchor, len(self._lines.lines) - 1), row))
        self.marks.put(line.id for line in self._lines.lines[first : last + 1])

    def _is_on_avatar(self, place: QPoint) -> bool:
        left = self.columnViewportPosition(Column.NAME)
        return left <= place.x() < left + MARGIN + BEFORE_NAME

    def _on_laid_out(self) -> None:
        fits = self.header.fits
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
        )
        self.viewport().update()

    def _on_space(self) -> None:
        if self.currentIndex().isValid():
            self._toggle(self.currentIndex().row())

    def _on_home(self) -> None:
        self.choose_row(0)

    def _on_word_ended(self) -> None:
        self._letters = ""

    def _on_scrolled(self, value: int) -> None:
        bar = self.verticalScrollBar()
        if value > bar.maximum() - _PAGES_AHEAD * bar.pageStep():
            self._lines.fetchMore(QModelIndex())

    @override
    def event(self, event: QEvent) -> bool:
        return keep_escape(event, self._has_marks) or super().event(event)

    def _has_marks(self) -> bool:
        return self.marks.any

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._keys.get(Qt.Key(event.key()))
        if act is not None and (event.key() != Qt.Key.Key_Escape or self.marks.any):
            act()
            return
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        row = self.currentIndex().row()
        if row in (before, -1):
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._mark_to(row)
        else:
            self._anchor = row

    @override
    def keyboardSearch(self, search: str) -> None:
        """Take a letter as the next of a name."""
        self._letters += search.strip()
        self._typing.start()
        if self._letters:
            self.letters_typed.emit(self._letters)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.setCurrentIndex(index)
        if shift:
            self._mark_to(index.row())
        elif ctrl or self._is_on_avatar(event.position().toPoint()):
            self._toggle(index.row())
        else:
            self._anchor = index.row()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and not self._is_on_avatar(place):
            self._open(self.indexAt(place))
        else:
            self.mousePressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            if index.isValid():
                self.setCurrentIndex(index)
            place = event.globalPos()
        else:
            shown = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(shown.bottomLeft() + QPoint(BEFORE_NAME, 0))
        if self.currentIndex().isValid():
            self.menu_wanted.emit(place)

    def _rows(self, area: QRect) -> Iterator[Row]:
        """Yield the rows that stand in `area`."""
        model, chosen, shown = self._lines, self.currentIndex().row(), self.header.shown
        first, last = self.rowAt(area.top()), self.rowAt(area.bottom())
        last = last if last >= 0 else len(model.lines) - 1
        top = self.rowViewportPosition(first) if first >= 0 else 0
        for number in range(first, last + 1) if first >= 0 else ():
            line = model.lines[number]
            yield Row(
                line=line,
                texts=[model.words(column, line) for column in shown],
                top=top,
                is_selected=number == chosen,
                is_marked=self.marks.has(line.id),
            )
            top += ROW_HEIGHT

    def _spans(self) -> list[Span]:
        return [
            Span(column=each, left=self.columnViewportPosition(each), width=self.columnWidth(each))
            for each in self.header.shown
        ]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows whole; a table asks style and delegate for every cell instead."""
        ratio = self.devicePixelRatioF()
        if self._inks is None or self._inks.ratio != ratio:
            self._inks = Inks(self.font(), ratio)
        spans = self._spans()
        painter = QPainter(self.viewport())
        for row in self._rows(event.rect()):
            paint_row(painter, self._inks, row, spans, self._lines.today)
        painter.end()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in _OTHER_LOOK:
            self._inks = None
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.fit(self.viewport().width())
        self._on_laid_out()
