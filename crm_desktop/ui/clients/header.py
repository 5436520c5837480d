"""The headings of the list: which columns stand where and how wide, drawn and dragged by her."""

from typing import Final

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from crm_desktop.domain.list_query import ListQuery
from crm_desktop.ui.clients.columns import (
    NARROWEST,
    SHARES,
    Layout,
    remember,
    remembered_layout,
)
from crm_desktop.ui.clients.model import SORTS, Column

_TIGHTEST: Final = 0.74
_ROOMY: Final = 0.94


class ListHeader(QHeaderView):
    """Keeps a `Layout`; the name stands first and stays.

    Signals:
        sort_wanted: the order whose heading was pressed.
        laid_out: other columns are shown, or elsewhere.
    """

    sort_wanted = Signal(str)
    laid_out = Signal()

    def __init__(self, remembered: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._remembered = remembered
        self._layout = remembered_layout(remembered)
        self._is_hers = False
        self._is_drawn = False
        self._room = 0
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setMinimumSectionSize(NARROWEST)
        self.setStretchLastSection(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    @property
    def fits(self) -> bool:
        """Whether the columns share the room there is, none of them out of sight."""
        whole = sum(SHARES[column] for column in self.shown)
        return not self._layout.widths and self._room >= whole * _TIGHTEST

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns shown, from the left."""
        return self._layout.shown

    def begin(self) -> None:
        """Lay the columns out, now that the table has its model."""
        self._apply()
        self.sectionResized.connect(self._on_resized)
        self.sectionMoved.connect(self._on_moved)
        self.sectionClicked.connect(self._on_heading)

    def toggle(self, column: Column) -> None:
        """Show a column behind the others, or show it no more."""
        self._take(self._layout.toggled(column))

    def reset_columns(self) -> None:
        """Show the usual columns again, each as wide as they are usually."""
        self._take(Layout())

    def fit(self, room: int) -> None:
        """Share the room among the columns as long as she has not drawn them herself.

        Too many for it are as wide as they need to be, and the list goes on to the right.
        """
        self._room = room
        if self._layout.widths:
            return
        shares = [SHARES[column] for column in self.shown]
        scale = room / sum(shares)
        scale = scale if scale >= _TIGHTEST else _ROOMY
        for column, share in zip(self.shown, shares, strict=True):
            self.resizeSection(column, max(int(share * scale), NARROWEST))

    def show_order(self, query: ListQuery) -> None:
        """Mark the heading the list is sorted by, if it has one."""
        columns = {sort: column for column, sort in SORTS.items()}
        column = columns.get(query.sort)
        self.setSortIndicatorShown(column is not None)
        if column is not None:
            turned = (
                Qt.SortOrder.DescendingOrder if query.descending else Qt.SortOrder.AscendingOrder
            )
            self.setSortIndicator(column, turned)

    def _take(self, layout: Layout) -> None:
        self._layout = layout
        remember(self._remembered, layout)
        self._apply()
        self.laid_out.emit()

    def _apply(self) -> None:
        for place, column in enumerate(self.shown):
            self.moveSection(self.visualIndex(column), place)
        for column in Column:
            self.setSectionHidden(column, column not in self.shown)
        for column, width in zip(self.shown, self._layout.widths, strict=False):
            self.resizeSection(column, width)
        self.fit(self._room)

    def _on_resized(self) -> None:
        self._is_drawn = self._is_drawn or self._is_hers

    def _on_moved(self) -> None:
        """Keep an order she dragged; laying out moves headings too."""
        if not self._is_hers:
            return
        order = sorted(self.shown, key=self.visualIndex)
        width_of = dict(zip(self.shown, self._layout.widths, strict=False))
        self._layout = Layout(shown=tuple(order))
        self._keep(widths=tuple(width_of[column] for column in order if column in width_of))
        self.laid_out.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Only between press and release are widths and places hers: a window grows by itself.
        self._is_hers, self._is_drawn = True, False
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._is_drawn:
            self._keep(widths=tuple(self.sectionSize(column) for column in self.shown))
            self.laid_out.emit()
        self._is_hers = False

    def _keep(self, widths: tuple[int, ...]) -> None:
        self._layout = Layout(shown=self.shown, widths=widths)
        remember(self._remembered, self._layout)

    def _on_heading(self, section: int) -> None:
        sort = SORTS.get(Column(section))
        if sort is not None:
            self.sort_wanted.emit(sort.value)
