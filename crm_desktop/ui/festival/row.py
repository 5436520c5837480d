"""One row of the list of a festival, painted: the tick, who she is, who does not know, what was."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from crm_desktop.domain.records import FestivalOutcome
from crm_desktop.services.festivals import FestivalLine
from crm_desktop.ui.festival.model import LINE_ROLE, red_words
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.text.discretion import discreet_name
from crm_desktop.ui.text.festivals import outcome_words
from crm_desktop.ui.theme.roles import Tone
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import ROW_HEIGHT, SPACE_M, SPACE_S, colour
from crm_desktop.ui.widgets.avatar import SMALL, paint_avatar

TICK: Final = 20
_PILL_HEIGHT: Final = 20
_PILL_SIDE: Final = 8
_HINT: Final = 12 / 14
_BAR: Final = 3
_RING: Final = 1.5
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

_Index = QModelIndex | QPersistentModelIndex


def tick_place(row: QRect) -> QRect:
    """Return where the tick of a row stands; a click there ticks her off."""
    side = scaled(TICK)
    return QRect(row.left() + SPACE_M + 2, row.center().y() - side // 2, side, side)


class FestivalRow(QStyledItemDelegate):
    """Paints a line; a red second line stands only where somebody must not know."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, scaled(ROW_HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, FestivalLine):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option)
        tick = tick_place(option.rect)
        _paint_tick(painter, tick, line.outcome)
        left = tick.right() + SPACE_M
        face = QRectF(left, option.rect.center().y() - SMALL / 2, SMALL, SMALL)
        if _is_picked(option):
            painter.setBrush(colour("surface"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(face.adjusted(-2, -2, 2, 2))
        paint_avatar(painter, face, line.called, Tone.ACCENT if line.big else Tone.PLAIN)
        right = option.rect.right() - SPACE_M - _paint_outcome(painter, option, line)
        _paint_words(painter, option, line, (left + SMALL + SPACE_S + 2, right - SPACE_M))
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    rect = option.rect
    is_picked = _is_picked(option)
    is_over = bool(option.state & QStyle.StateFlag.State_MouseOver)
    if is_picked or is_over:
        painter.fillRect(rect, colour("soft" if is_picked else "alt"))
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colour("line"))
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.fillRect(rect.left(), rect.top(), _BAR, rect.height() - 1, colour("accent"))


def _is_picked(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_Selected)


def _paint_tick(painter: QPainter, place: QRect, outcome: FestivalOutcome | None) -> None:
    if outcome is not None:
        skipped = outcome is FestivalOutcome.SKIPPED
        icon(Icon.DONE, "text3" if skipped else "ok").paint(painter, place)
        return
    pen = painter.pen()
    pen.setColor(colour("line_strong"))
    pen.setWidthF(_RING)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QRectF(place).adjusted(2, 2, -2, -2))


def _paint_outcome(painter: QPainter, option: QStyleOptionViewItem, line: FestivalLine) -> int:
    """Write what was done at the right; return how much room it took."""
    if line.outcome is None:
        return 0
    painter.setFont(option.font)
    painter.setPen(colour("text2"))
    words = outcome_words(line.outcome)
    painter.drawText(option.rect.adjusted(0, 0, -SPACE_M, -1), int(_RIGHT), words)
    return QFontMetrics(option.font).horizontalAdvance(words)


def _paint_words(
    painter: QPainter, option: QStyleOptionViewItem, line: FestivalLine, ends: tuple[int, int]
) -> None:
    left, right = ends
    rect = QRect(left, option.rect.top(), max(right - left, 0), option.rect.height() - 1)
    red = red_words(line)
    upper = rect.adjusted(0, 7, 0, -rect.height() // 2 + 1) if red else rect
    pills = _pills(line)
    strong, hint = _weighted(option.font), _hinting(option.font)
    room = rect.width() - sum(_pill_width(hint, text) + SPACE_S for text, _ in pills)
    painter.setFont(strong)
    painter.setPen(colour("text"))
    name = QFontMetrics(strong).elidedText(
        discreet_name(line.called), Qt.TextElideMode.ElideRight, room
    )
    painter.drawText(upper, int(_LEFT), name)
    at = left + QFontMetrics(strong).horizontalAdvance(name) + SPACE_S
    for text, tone in pills:
        place = QRect(at, upper.top(), 0, upper.height())
        at += _paint_pill(painter, hint, place, (text, tone), on_soft=_is_picked(option))
    if red:
        lower = rect.adjusted(0, rect.height() // 2, 0, -5)
        painter.setFont(hint)
        painter.setPen(colour("bad"))
        cut = QFontMetrics(hint).elidedText(red, Qt.TextElideMode.ElideRight, lower.width())
        painter.drawText(lower, int(_LEFT), cut)


def _paint_pill(
    painter: QPainter, font: QFont, place: QRect, pill: tuple[str, Tone], *, on_soft: bool
) -> int:
    text, tone = pill
    ground, ink = {
        Tone.GOLD: ("gold_soft", "gold_text"),
        Tone.ACCENT: ("soft", "accent"),
    }.get(tone, ("alt", "text2"))
    width = _pill_width(font, text)
    box = QRectF(place.left(), place.center().y() - _PILL_HEIGHT / 2, width, _PILL_HEIGHT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("surface" if on_soft else ground))
    painter.drawRoundedRect(box, _PILL_HEIGHT / 2, _PILL_HEIGHT / 2)
    painter.setFont(font)
    painter.setPen(colour(ink))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
    return width + SPACE_S


def _pills(line: FestivalLine) -> list[tuple[str, Tone]]:
    tier = [(line.tier.value, Tone.ACCENT if line.big else Tone.PLAIN)] if line.tier else []
    return [*tier, *([("VIP", Tone.GOLD)] if line.vip else [])]


def _pill_width(font: QFont, text: str) -> int:
    return QFontMetrics(font).horizontalAdvance(text) + 2 * _PILL_SIDE


def _weighted(font: QFont) -> QFont:
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    return strong


def _hinting(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(max(1, round(font.pixelSize() * _HINT)) if font.pixelSize() > 0 else 12)
    return small
