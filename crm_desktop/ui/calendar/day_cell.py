"""How a day of the month is painted: its number, its lunar day, as many occasions as fit."""

import datetime as dt
from typing import Final

from PySide6.QtCore import QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from crm_desktop.domain import lunar
from crm_desktop.domain.occasions import Occasion
from crm_desktop.ui.calendar.month import DAY_ROLE, IN_MONTH_ROLE, OCCASIONS_ROLE, Index
from crm_desktop.ui.text.days import lunar_day_name, lunar_month_name
from crm_desktop.ui.text.occasions import client_called, person_called
from crm_desktop.ui.theme.tokens import RADIUS_CONTROL, SPACE_S, SPACE_XS, Tokens, current

_CHIP_PADDING: Final = 6
_GAP: Final = 2


class DayCell(QStyledItemDelegate):
    """Paints one day; the chosen day has the accent's soft ground, today its number on it."""

    def __init__(self, today: dt.date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = today

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = current()
        area = option.rect.adjusted(2, 2, -2, -2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        self._paint_ground(painter, area, tokens, chosen=chosen, focused=focused)
        inside = area.adjusted(SPACE_S, SPACE_XS + 2, -SPACE_S, -SPACE_XS)
        top = self._paint_number(painter, inside, option.font, index, tokens)
        room = inside.adjusted(-_GAP, top + _GAP, _GAP, 0)
        _paint_occasions(painter, room, option.font, index.data(OCCASIONS_ROLE), tokens)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, area: QRect, tokens: Tokens, *, chosen: bool, focused: bool
    ) -> None:
        painter.setBrush(QColor(tokens.soft if chosen else tokens.surface))
        painter.setPen(QColor(tokens.accent if focused else tokens.line))
        outline = QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(outline, RADIUS_CONTROL, RADIUS_CONTROL)

    def _paint_number(
        self, painter: QPainter, inside: QRect, font: QFont, index: Index, tokens: Tokens
    ) -> int:
        """Paint the number and the lunar day; return the height they take."""
        on: dt.date = index.data(DAY_ROLE)
        metrics = QFontMetrics(font)
        height = metrics.height()
        in_month = index.data(IN_MONTH_ROLE)
        number = QRect(inside.left(), inside.top(), metrics.horizontalAdvance("00") + 8, height)
        if on == self.today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(number, height / 2, height / 2)
        bold = QFont(font)
        bold.setBold(on == self.today)
        painter.setFont(bold)
        painter.setPen(QColor(_number_colour(tokens, today=on == self.today, in_month=in_month)))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(on.day))
        small = _small(font)
        painter.setFont(small)
        painter.setPen(QColor(tokens.text2 if in_month else tokens.text3))
        place = inside.adjusted(number.width() + SPACE_XS, 0, 0, 0)
        place.setHeight(height)
        trailing = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, trailing, _lunar(on))
        return height


def _paint_occasions(
    painter: QPainter, room: QRect, font: QFont, occasions: list[Occasion], tokens: Tokens
) -> None:
    """Paint as many occasions as fit under each other, then how many more there are."""
    small = _small(font)
    painter.setFont(small)
    metrics = QFontMetrics(small)
    height = metrics.height() + _GAP
    fits = max((room.height() + _GAP) // (height + _GAP), 0)
    shown = occasions if len(occasions) <= fits else occasions[: max(fits - 1, 0)]
    place = QRect(room.left(), room.top(), room.width(), height)
    for occasion in shown:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.soft if occasion.big else tokens.alt))
        painter.drawRoundedRect(place, RADIUS_CONTROL / 2, RADIUS_CONTROL / 2)
        painter.setPen(QColor(tokens.accent if occasion.big else tokens.text2))
        inside = place.adjusted(_CHIP_PADDING, 0, -_CHIP_PADDING, 0)
        words = metrics.elidedText(_short(occasion), Qt.TextElideMode.ElideRight, inside.width())
        leading = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inside, leading, words)
        place.translate(0, height + _GAP)
    if len(shown) < len(occasions) and fits:
        painter.setPen(QColor(tokens.text2))
        more = f"+{len(occasions) - len(shown)}"
        inside = place.adjusted(_CHIP_PADDING, 0, 0, 0)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, more)


def _short(occasion: Occasion) -> str:
    person = person_called(occasion)
    return f"{client_called(occasion)} · {person}" if person else client_called(occasion)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(max(font.pixelSize() - 2, 11))
    return small


def _number_colour(tokens: Tokens, *, today: bool, in_month: bool) -> str:
    if today:
        return tokens.on_accent
    return tokens.text if in_month else tokens.text3


def _lunar(on: dt.date) -> str:
    """Return the lunar day in two or three signs; the first of a month tells the month."""
    found = lunar.to_lunar(on)
    if found.day == 1:
        return ("闰" if found.leap else "") + lunar_month_name(found.month)
    return lunar_day_name(found.day)
