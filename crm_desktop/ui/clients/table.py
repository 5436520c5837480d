"""The table of the list: whole rows, widths she chose, Enter opens."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QModelIndex, QRect, QSettings, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from crm_desktop.services.client_list import ListQuery, Sort
from crm_desktop.ui.clients.delegate import ClientRow
from crm_desktop.ui.clients.inks import Inks
from crm_desktop.ui.clients.model import LINE_ROLE, SORTS, ClientsModel, Column
from crm_desktop.ui.clients.rows import Row, Span, paint_row
from crm_desktop.ui.theme.tokens import ROW_HEIGHT

_WIDTHS: Final = "clients/widths"
_SHARES: Final = {
    Column.NAME: 210,
    Column.TIER: 110,
    Column.YEAR: 160,
    Column.LAST_VISIT: 120,
    Column.NEXT: 200,
    Column.POTENTIAL: 170,
    Column.MISSING: 156,
}
_NARROWEST: Final = 64
_PAGES_AHEAD: Final = 3
_OTHER_LOOK: Final = {
    QEvent.Type.PaletteChange,
    QEvent.Type.FontChange,
    QEvent.Type.StyleChange,
    QEvent.Type.ApplicationPaletteChange,
}


class ClientTable(QTableView):
    """Shows a `ClientsModel`; asks for more lines well before the end is seen.

    Signals:
        client_wanted: the client whose row was opened.
        sort_wanted: the order whose heading was pressed.
    """

    client_wanted = Signal(int)
    sort_wanted = Signal(str)

    def __init__(
        self, model: ClientsModel, remembered: QSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._inks: Inks | None = None
        self._lines = model
        self._remembered = remembered
        self._is_fitting = True
        self._set_up(model)
        self._restore()
        self._is_fitting = False
        self._header.sectionResized.connect(self._on_resized)
        self._header.sectionClicked.connect(self._on_heading)
        self.doubleClicked.connect(self._open)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self.open_current)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def chosen(self) -> int | None:
        """The id of the client whose row is selected."""
        index = self.currentIndex()
        return index.data(LINE_ROLE).id if index.isValid() else None

    def choose(self, client_id: int | None) -> None:
        """Select the row of a client, or the first."""
        row = 0 if client_id is None else self._lines.row_of(client_id)
        if row is not None and self._lines.lines:
            self.setCurrentIndex(self._lines.index(row, 0))

    @property
    def screenful(self) -> int:
        """How many rows the screen shows at most, begun ones included."""
        return self.viewport().height() // ROW_HEIGHT + 2

    def open_current(self) -> None:
        """Open the file of the client whose row is selected."""
        self._open(self.currentIndex())

    def show_order(self, query: ListQuery) -> None:
        """Mark the heading the list is sorted by, if it has one."""
        columns = {sort: column for column, sort in SORTS.items()}
        column = columns.get(query.sort)
        self._header.setSortIndicatorShown(column is not None)
        if column is not None:
            turned = (
                Qt.SortOrder.DescendingOrder if query.descending else Qt.SortOrder.AscendingOrder
            )
            self._header.setSortIndicator(column, turned)

    def _set_up(self, model: ClientsModel) -> None:
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Clients"))
        self.setModel(model)
        self.setItemDelegate(ClientRow(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        self._header = self.horizontalHeader()
        self._header.setHighlightSections(False)
        self._header.setSectionsClickable(True)
        self._header.setMinimumSectionSize(_NARROWEST)
        self._header.setStretchLastSection(True)

    def _restore(self) -> None:
        kept = self._remembered.value(_WIDTHS)
        self._has_widths = isinstance(kept, QByteArray) and self._header.restoreState(kept)

    def _fit(self) -> None:
        """Share the room among the columns as long as she has not drawn them herself."""
        room = self.viewport().width()
        whole = sum(_SHARES.values())
        self._is_fitting = True
        for column, share in _SHARES.items():
            self.setColumnWidth(column, share * room // whole)
        self._is_fitting = False

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.client_wanted.emit(index.data(LINE_ROLE).id)

    def _on_resized(self) -> None:
        if not self._is_fitting:
            self._has_widths = True
            self._remembered.setValue(_WIDTHS, self._header.saveState())

    def _on_heading(self, section: int) -> None:
        sort: Sort | None = SORTS.get(Column(section))
        if sort is not None:
            self.sort_wanted.emit(sort)

    def _on_scrolled(self, value: int) -> None:
        bar = self.verticalScrollBar()
        if value > bar.maximum() - _PAGES_AHEAD * bar.pageStep():
            self._lines.fetchMore(QModelIndex())

    def _rows(self, area: QRect) -> Iterator[Row]:
        """Yield the rows that stand in `area`."""
        model, chosen = self._lines, self.currentIndex().row()
        first, last = self.rowAt(area.top()), self.rowAt(area.bottom())
        last = last if last >= 0 else len(model.lines) - 1
        top = self.rowViewportPosition(first) if first >= 0 else 0
        for number in range(first, last + 1) if first >= 0 else ():
            line = model.lines[number]
            texts = [model.words(column, line) for column in Column]
            yield Row(line=line, texts=texts, top=top, is_selected=number == chosen)
            top += ROW_HEIGHT

    def _spans(self) -> list[Span]:
        return [
            Span(column=each, left=self.columnViewportPosition(each), width=self.columnWidth(each))
            for each in Column
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
        self._is_fitting = True
        super().resizeEvent(event)
        self._is_fitting = False
        if not self._has_widths:
            self._fit()
