"""The clients the quick box found: a small list, painted."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from crm_desktop.services.search import ClientHit
from crm_desktop.ui.theme.roles import Tone
from crm_desktop.ui.theme.tokens import RADIUS_CONTROL, colour
from crm_desktop.ui.widgets.avatar import SMALL, paint_avatar

HIT_ROLE: Final = Qt.ItemDataRole.UserRole
ROW: Final = 44
_SIDE: Final = 10
_NO_PARENT = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


class HitsModel(QAbstractListModel):
    """Holds `ClientHit` records."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: Sequence[ClientHit] = ()

    def show(self, hits: Sequence[ClientHit]) -> None:
        """Show other clients."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._hits)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        if role == HIT_ROLE:
            return hit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(part for part in (hit.called, detail_of(hit)) if part)
        return None


class HitRow(QStyledItemDelegate):
    """Paints avatar, what she is called, and what tells her from another of that name."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit: ClientHit = index.data(HIT_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("alt"))
            painter.drawRoundedRect(option.rect, RADIUS_CONTROL, RADIUS_CONTROL)
        room = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        circle = QRectF(room.left(), room.center().y() - SMALL / 2 + 1, SMALL, SMALL)
        paint_avatar(painter, circle, hit.called, Tone.ACCENT if hit.is_big else Tone.PLAIN)
        words = room.adjusted(SMALL + _SIDE, 0, 0, 0)
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(colour("text"))
        leading = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        metrics = painter.fontMetrics()
        called = metrics.elidedText(hit.called, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, leading, called)
        rest = words.adjusted(metrics.horizontalAdvance(called) + _SIDE, 0, 0, 0)
        painter.setFont(option.font)
        painter.setPen(colour("text2"))
        told = painter.fontMetrics().elidedText(
            detail_of(hit), Qt.TextElideMode.ElideRight, max(rest.width(), 0)
        )
        painter.drawText(rest, leading, told)
        painter.restore()


def detail_of(hit: ClientHit) -> str:
    """Return what tells this client from another who is called the same."""
    tier = "" if hit.tier is None else hit.tier.value
    name = hit.name if hit.name != hit.called else ""
    vip = "VIP" if hit.vip else ""
    return " · ".join(part for part in (name, tier, vip, hit.phone, hit.wechat) if part)
