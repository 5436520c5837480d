"""The pairs who may be one client: a list, painted, however long it is."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from crm_desktop.domain.duplicates import Sureness
from crm_desktop.services.duplicates import Alike
from crm_desktop.ui.text.likeness import reason, sureness
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import RADIUS_CONTROL, SPACE_S, SPACE_XS, colour

ALIKE_ROLE: Final = Qt.ItemDataRole.UserRole
_ROW: Final = 60
_SIDE: Final = 12
_INKS: Final = {
    Sureness.A: ("soft", "accent"),
    Sureness.B: ("soft", "accent"),
    Sureness.C: ("warn_soft", "warn"),
    Sureness.D: ("warn_soft", "warn"),
}
_NO_PARENT = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


class PairsModel(QAbstractListModel):
    """Holds the pairs, the surest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pairs: Sequence[Alike] = ()

    def show(self, pairs: Sequence[Alike]) -> None:
        """Show other pairs."""
        self.beginResetModel()
        self.pairs = pairs
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.pairs)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        alike = self.pairs[index.row()]
        if role == ALIKE_ROLE:
            return alike
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            likeness = alike.likeness
            return f"{names(alike)}, {reason(likeness.grounds)}, {sureness(likeness.sureness)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{names(alike)}\n{reason(alike.likeness.grounds)}"
        return None


def names(alike: Alike) -> str:
    """Return what the two are called, in one line."""
    one, other = alike.one.name if alike.one is not None else "", alike.other.name
    return f"{one} × 2" if one == other else f"{one} · {other}"


class PairRow(QStyledItemDelegate):
    """Paints two names, why they may be one, and how sure that is."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, scaled(_ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        alike: Alike = index.data(ALIKE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option)
        room = option.rect.adjusted(_SIDE, SPACE_S, -_SIDE, -SPACE_S)
        taken = _paint_badge(painter, option, room, alike.likeness.sureness)
        upper = QRect(room.left(), room.top(), room.width() - taken, room.height() // 2)
        lower = QRect(room.left(), upper.bottom(), room.width(), room.height() // 2)
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        _paint_line(painter, upper, names(alike), strong, "text")
        _paint_line(painter, lower, reason(alike.likeness.grounds), option.font, "text2")
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    if option.state & QStyle.StateFlag.State_Selected:
        ground = "soft"
    elif option.state & QStyle.StateFlag.State_MouseOver:
        ground = "alt"
    else:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(ground))
    inside = option.rect.adjusted(SPACE_XS, 1, -SPACE_XS, -1)
    painter.drawRoundedRect(inside, RADIUS_CONTROL, RADIUS_CONTROL)


def _paint_badge(
    painter: QPainter, option: QStyleOptionViewItem, room: QRect, how: Sureness
) -> int:
    """Paint the word at the right of the upper line; return the room it took."""
    small = QFont(option.font)
    small.setPixelSize(max(10, round(painter.fontMetrics().height() * 0.6)))
    small.setWeight(QFont.Weight.DemiBold)
    painter.setFont(small)
    word = sureness(how)
    width = painter.fontMetrics().horizontalAdvance(word) + 2 * SPACE_S
    height = painter.fontMetrics().height() + SPACE_XS
    badge = QRect(room.right() - width, room.top(), width, height)
    ground, ink = _INKS[how]
    painter.setPen(Qt.PenStyle.NoPen)
    is_on_soft = ground == "soft" and bool(option.state & QStyle.StateFlag.State_Selected)
    painter.setBrush(colour("surface" if is_on_soft else ground))
    painter.drawRoundedRect(badge, height / 2, height / 2)
    painter.setPen(colour(ink))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, word)
    return width + SPACE_S


def _paint_line(painter: QPainter, room: QRect, text: str, font: QFont, token: str) -> None:
    painter.setFont(font)
    painter.setPen(colour(token))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
