"""How a day is painted: its number, what a wall calendar says of it, as many entries as fit."""

import datetime as dt
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from crm_desktop.domain.day_sheet import Entry, Standing
from crm_desktop.services.calendar import DayFacts
from crm_desktop.ui.calendar.cell import places, small
from crm_desktop.ui.calendar.days import CELL_ROLE, Cell, Index
from crm_desktop.ui.calendar.words import (
    ICONS,
    day_off_sign,
    festival_words,
    lunar_short,
    shortly,
    whose_entry,
)
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.theme.tokens import RADIUS_CONTROL, SPACE_XS, Tokens, current

_PADDING: Final = 5
_LEADING: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TRAILING: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MARKS: Final = {
    Standing.LATE: Icon.CLOCK,
    Standing.DONE: Icon.CHECK,
    Standing.ORDERED: Icon.PACKAGE,
    Standing.MISSED: Icon.ALERT,
    Standing.LET_GO: Icon.MINUS,
}


class DayCell(QStyledItemDelegate):
    """Paints one day; the chosen day has the accent's soft ground, today its number on it.

    Attributes:
        today: the day that is marked as today.
        roomy: whether each entry has two lines, as in a week.
    """

    def __init__(self, today: dt.date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = today
        self.roomy = False

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = current()
        cell: Cell = index.data(CELL_ROLE)
        entries = cell.entries
        place = places(option.rect, option.font, len(entries), roomy=self.roomy)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        # A whole column of colour would be too much: there the outline says which is chosen.
        soft = chosen and not self.roomy
        painter.setBrush(QColor(tokens.soft if soft else tokens.surface))
        is_outlined = focused or (chosen and self.roomy)
        painter.setPen(QColor(tokens.accent if is_outlined else tokens.line))
        outline = QRectF(place.ground).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(outline, RADIUS_CONTROL, RADIUS_CONTROL)
        self._paint_head(painter, place.head, option.font, cell, tokens)
        letters = small(option.font)
        for room, entry in zip(place.entries, entries, strict=False):
            paint_entry(painter, room, letters, entry, tokens, roomy=self.roomy, on_soft=soft)
        if not place.more.isEmpty():
            painter.setFont(letters)
            painter.setPen(QColor(tokens.text2))
            more = f"+{len(entries) - len(place.entries)}"
            painter.drawText(place.more.adjusted(_PADDING, 0, 0, 0), _LEADING, more)
        painter.restore()

    def _paint_head(
        self, painter: QPainter, head: QRect, font: QFont, cell: Cell, tokens: Tokens
    ) -> None:
        """Paint the number, the mark of a day off, and at the right the lunar day or festival."""
        on, _, facts, in_month = cell
        number = QRect(head)
        number.setWidth(QFontMetrics(font).horizontalAdvance("00") + 8)
        is_today = on == self.today
        if is_today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(number, head.height() / 2, head.height() / 2)
        bold = QFont(font)
        bold.setBold(is_today)
        painter.setFont(bold)
        plain = tokens.text2 if facts.is_weekly_off or facts.is_off else tokens.text
        ink = tokens.on_accent if is_today else plain if in_month else tokens.text3
        painter.setPen(QColor(ink))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(on.day))
        rest = head.adjusted(number.width() + SPACE_XS - 2, 0, 0, 0)
        rest.setLeft(_paint_sign(painter, rest, font, facts, tokens))
        _paint_names(painter, rest, font, on, facts, tokens, in_month=in_month)


def _paint_sign(
    painter: QPainter, rest: QRect, font: QFont, facts: DayFacts, tokens: Tokens
) -> int:
    """Paint 休 or 班 beside the number; return where what follows may begin."""
    sign = day_off_sign(facts)
    if not sign:
        return rest.left()
    letters = small(font)
    letters.setPixelSize(letters.pixelSize() - 1)
    painter.setFont(letters)
    painter.setPen(QColor(tokens.ok if facts.is_off else tokens.warn))
    width = QFontMetrics(letters).horizontalAdvance(sign)
    painter.drawText(rest, _LEADING, sign)
    return rest.left() + width + SPACE_XS


def _paint_names(  # noqa: PLR0913, PLR0917 - a painter, a place, letters, what is written
    painter: QPainter,
    rest: QRect,
    font: QFont,
    on: dt.date,
    facts: DayFacts,
    tokens: Tokens,
    *,
    in_month: bool,
) -> None:
    """Paint the festival or term if there is one, as wall calendars do, else the lunar day."""
    names = festival_words(facts)
    letters = small(font)
    painter.setFont(letters)
    is_festival = any(festival.is_on for festival in facts.festivals)
    ink = tokens.text3 if not in_month else tokens.accent if is_festival else tokens.text2
    painter.setPen(QColor(ink))
    metrics = QFontMetrics(letters)
    words = names[0] if names else lunar_short(on)
    if not is_festival and metrics.horizontalAdvance(words) > rest.width():
        # A stump of a word says less than the lunar day in figures.
        words = lunar_short(on).rpartition(" ")[2]
    told = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rest.width())
    painter.drawText(rest, _TRAILING, told)


def paint_entry(  # noqa: PLR0913 - a painter, a place, letters, and what is written
    painter: QPainter,
    room: QRect,
    letters: QFont,
    entry: Entry,
    tokens: Tokens,
    *,
    roomy: bool = False,
    on_soft: bool = False,
) -> None:
    """Paint one entry: the sign of its kind or of how far she is, and whose it is."""
    ground, ink, shade = _inks(entry, tokens, on_soft=on_soft)
    if ground:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(room, RADIUS_CONTROL / 2, RADIUS_CONTROL / 2)
    metrics = QFontMetrics(letters)
    side = metrics.ascent()
    line = QRect(room)
    if roomy:
        line.setHeight(room.height() // 2 + 1)
    symbol = _MARKS.get(entry.standing, ICONS[entry.facet])
    picture = _picture(symbol, shade, side, tokens.name, painter.device().devicePixelRatioF())
    top = line.top() + (line.height() - side) // 2
    painter.drawPixmap(QRect(line.left() + _PADDING, top, side, side), picture)
    inside = line.adjusted(_PADDING + side + SPACE_XS, 0, -_PADDING, 0)
    painter.setFont(letters)
    painter.setPen(QColor(ink))
    _write(painter, inside, metrics, whose_entry(entry))
    if roomy:
        under = QRect(room.left(), line.bottom(), room.width(), room.bottom() - line.bottom())
        painter.setPen(QColor(tokens.text2))
        _write(painter, under.adjusted(_PADDING + 1, 0, -_PADDING, 0), metrics, shortly(entry))


def _write(painter: QPainter, room: QRect, metrics: QFontMetrics, words: str) -> None:
    told = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _LEADING, told)


def _inks(entry: Entry, tokens: Tokens, *, on_soft: bool) -> tuple[str, str, str]:
    """Return the ground, the ink and the shade of the sign; one accent, for big clients."""
    if entry.standing is Standing.DONE:
        return "", tokens.text2, "ok"
    if entry.standing is Standing.LET_GO:
        return "", tokens.text2, "text3"
    if entry.standing is Standing.LATE:
        return tokens.warn_soft, tokens.warn, "warn"
    if entry.standing is Standing.MISSED:
        return tokens.bad_soft, tokens.bad, "bad"
    if entry.big:
        return (tokens.surface if on_soft else tokens.soft), tokens.accent, "accent"
    return (tokens.surface if on_soft else tokens.alt), tokens.text2, "text2"


@lru_cache(maxsize=128)
def _picture(symbol: Icon, shade: str, side: int, theme: str, ratio: float) -> QPixmap:
    """Return a sign in the colours of the theme; drawing it anew for each entry takes too long."""
    del theme
    return icon(symbol, shade).pixmap(QSize(side, side), ratio)
