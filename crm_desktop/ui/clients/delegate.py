"""What the list tells about a cell under the mouse; the rows themselves are in `rows`."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QFontMetrics, QHelpEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)
from typing_extensions import override

from crm_desktop.ui.clients.model import Column
from crm_desktop.ui.clients.rows import BEFORE_NAME, MARGIN
from crm_desktop.ui.theme.tokens import ROW_HEIGHT


class ClientRow(QStyledItemDelegate):
    """Knows how high a row is and which cells are cut."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, ROW_HEIGHT)

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tell the whole text of a cell that is cut."""
        text = str(index.data() or "")
        column = Column(index.column())
        taken = BEFORE_NAME if column is Column.NAME else 0
        room = option.rect.width() - 2 * MARGIN - taken
        is_cut = (
            column is not Column.TIER and QFontMetrics(view.font()).horizontalAdvance(text) > room
        )
        QToolTip.showText(event.globalPos(), text if is_cut else "", view)
        return True
