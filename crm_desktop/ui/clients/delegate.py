"""The rows of the list, painted: no widget per row, so that any length scrolls."""

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)
from typing_extensions import override

from crm_desktop.services.client_list import ClientLine
from crm_desktop.ui.clients.model import LINE_ROLE, ClientsModel, Column
from crm_desktop.ui.clients.words import is_near
from crm_desktop.ui.theme.roles import Tone
from crm_desktop.ui.theme.scale import tabular
from crm_desktop.ui.theme.tokens import ROW_HEIGHT, colour
from crm_desktop.ui.widgets.avatar import SMALL, paint_avatar

_MARGIN: Final = 8
_BAR: Final = 3
_GAP: Final = 10
_PILL_HEIGHT: Final = 22
_PILL_SIDE: Final = 10
_HINT: Final = 12 / 14
_PILLS: Final = {
    Tone.ACCENT: ("soft", "accent"),
    Tone.GOLD: ("gold_soft", "gold_text"),
    Tone.PLAIN: ("line", "text2"),
}


class ClientRow(QStyledItemDelegate):
    """Paints the cells: avatar and names, pills, and words that end in an ellipsis."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, ROW_HEIGHT)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line: ClientLine = index.data(LINE_ROLE)
        column = Column(index.column())
        painter.save()
        _paint_ground(painter, option, is_first=column is Column.NAME)
        room = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        painter.setFont(option.font)
        if column is Column.NAME:
            _paint_name(painter, room, line)
        elif column is Column.TIER:
            _paint_tier(painter, room, line)
        else:
            painter.setFont(tabular(option.font) if column is Column.YEAR else option.font)
            painter.setPen(colour(_shade(column, line, index)))
            _write(painter, room, str(index.data()))
        painter.restore()

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
        taken = SMALL + _GAP if column is Column.NAME else 0
        room = option.rect.width() - 2 * _MARGIN - taken
        is_cut = (
            column is not Column.TIER and QFontMetrics(view.font()).horizontalAdvance(text) > room
        )
        QToolTip.showText(event.globalPos(), text if is_cut else "", view)
        return True


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, *, is_first: bool) -> None:
    is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
    painter.fillRect(option.rect, colour("alt" if is_selected else "surface"))
    if is_selected and is_first:
        bar = QRect(option.rect.left(), option.rect.top(), _BAR, option.rect.height())
        painter.fillRect(bar, colour("accent"))
    bottom = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
    painter.fillRect(bottom, colour("line"))


def _paint_name(painter: QPainter, room: QRect, line: ClientLine) -> None:
    circle = QRectF(room.left(), room.center().y() - SMALL / 2 + 1, SMALL, SMALL)
    paint_avatar(painter, circle, line.called, Tone.ACCENT if line.is_big else Tone.PLAIN)
    left = room.adjusted(SMALL + _GAP, 0, 0, 0)
    strong = QFont(painter.font())
    strong.setWeight(QFont.Weight.DemiBold)
    plain = painter.font()
    painter.setFont(strong)
    painter.setPen(colour("text"))
    taken = _write(painter, left, line.called)
    if line.called != line.name:
        painter.setFont(plain)
        painter.setPen(colour("text2"))
        _write(painter, left.adjusted(taken + 6, 0, 0, 0), line.name)


def _paint_tier(painter: QPainter, room: QRect, line: ClientLine) -> None:
    font = QFont(painter.font())
    font.setPixelSize(round(font.pixelSize() * _HINT))
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    left = room.left()
    if line.tier is not None:
        left = _paint_pill(painter, room, left, line.tier.value, Tone.ACCENT)
    if line.vip:
        left = _paint_pill(painter, room, left, "VIP", Tone.GOLD)
    if line.tier is None and not line.vip:
        _paint_pill(painter, room, left, "—", Tone.PLAIN)


def _paint_pill(painter: QPainter, room: QRect, left: int, text: str, tone: Tone) -> int:
    """Paint a pill at `left`; return where the next one may begin."""
    ground, ink = _PILLS[tone]
    width = painter.fontMetrics().horizontalAdvance(text) + 2 * _PILL_SIDE
    pill = QRectF(left, room.center().y() - _PILL_HEIGHT / 2 + 1, width, _PILL_HEIGHT)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(ground))
    painter.drawRoundedRect(pill, _PILL_HEIGHT / 2, _PILL_HEIGHT / 2)
    painter.setPen(colour(ink))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
    return round(left + width + 6)


def _write(painter: QPainter, room: QRect, text: str) -> int:
    """Write `text` into `room`, cut where the room ends; return the width taken."""
    if room.width() <= 0:
        return 0
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    return painter.fontMetrics().horizontalAdvance(shown)


def _shade(column: Column, line: ClientLine, index: QModelIndex | QPersistentModelIndex) -> str:
    if column is Column.MISSING:
        return "warn"
    if column is Column.POTENTIAL:
        return "text2"
    model = index.model()
    if column is Column.NEXT and isinstance(model, ClientsModel) and is_near(line, model.today):
        return "accent"
    return "text"
