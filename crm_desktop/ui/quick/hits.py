"""The clients the quick box found: a small list, painted."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from crm_desktop.services.search import ClientHit
from crm_desktop.services.search_words import Excerpt
from crm_desktop.ui.text.capture import source_words
from crm_desktop.ui.theme.roles import Tone
from crm_desktop.ui.theme.tokens import RADIUS_CONTROL, colour
from crm_desktop.ui.widgets.avatar import SMALL, paint_avatar

HIT_ROLE: Final = Qt.ItemDataRole.UserRole
ROW: Final = 44
_SIDE: Final = 10
_NO_PARENT = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


class HitsModel(QAbstractListModel):
    """Holds `ClientHit` records, best first.

    Attributes:
        hits: them.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: Sequence[ClientHit] = ()

    def show(self, hits: Sequence[ClientHit]) -> None:
        """Show other clients."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.hits)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        hit = self.hits[index.row()]
        if role == HIT_ROLE:
            return hit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            found = "" if hit.excerpt is None else hit.excerpt.text
            return " ".join(part for part in (hit.called, detail_of(hit), found) if part)
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
        if hit.excerpt is None:
            _line(painter, rest, [(detail_of(hit), "text2")])
        else:
            _line(painter, rest, _excerpt(hit.excerpt))
        painter.restore()


def _excerpt(found: Excerpt) -> list[tuple[str, str]]:
    """Return the words around what was found, which stands out."""
    end = found.start + found.length
    return [
        (f"{source_words(found.source)} · ", "text3"),
        (found.text[: found.start], "text2"),
        (found.text[found.start : end], "accent"),
        (found.text[end:], "text2"),
    ]


def _line(painter: QPainter, room: QRect, parts: list[tuple[str, str]]) -> None:
    """Paint words beside each other in their colours, as far as the room goes."""
    leading = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    metrics = painter.fontMetrics()
    for words, shade in parts:
        if room.width() <= 0:
            return
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(colour(shade))
        painter.drawText(room, leading, shown)
        room = room.adjusted(metrics.horizontalAdvance(words), 0, 0, 0)


def detail_of(hit: ClientHit) -> str:
    """Return what tells this client from another who is called the same."""
    tier = "" if hit.tier is None else hit.tier.value
    name = hit.name if hit.name != hit.called else ""
    vip = "VIP" if hit.vip else ""
    return " · ".join(part for part in (name, tier, vip, hit.phone, hit.wechat) if part)
