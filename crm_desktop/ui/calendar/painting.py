"""How a day is painted: its number, what a wall calendar says of it, as many entries as fit."""

import datetime as dt
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QObject, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from crm_desktop.domain.day_sheet import Entry, Standing
from crm_desktop.services.calendar import DayFacts
from crm_desktop.ui.calendar.cell import Letters, letters_of, places
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
        fill = tokens.soft if soft else tokens.surface
        line = tokens.accent if focused or (chosen and self.roomy) else tokens.line
        ratio = painter.device().devicePixelRatioF()
        ground = _ground(place.ground.width(), place.ground.height(), fill, line, ratio)
        painter.drawPixmap(place.ground.topLeft(), ground)
        letters = letters_of(option.font)
        self._paint_head(painter, place.head, letters, cell, tokens)
        for room, entry in zip(place.entries, entries, strict=False):
            paint_entry(painter, room, letters, entry, tokens, roomy=self.roomy, on_soft=soft)
        if not place.more.isEmpty():
            painter.setFont(letters.small)
            painter.setPen(QColor(tokens.text2))
            more = f"+{len(entries) - len(place.entries)}"
            painter.drawText(place.more.adjusted(_PADDING, 0, 0, 0), _LEADING, more)
        painter.restore()

    def _paint_head(
        self, painter: QPainter, head: QRect, letters: Letters, cell: Cell, tokens: Tokens
    ) -> None:
        """Paint the number, the mark of a day off, and at the right the lunar day or festival."""
        on, _, facts, in_month = cell
        number = QRect(head)
        number.setWidth(letters.number)
        is_today = on == self.today
        if is_today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(number, head.height() / 2, head.height() / 2)
        painter.setFont(letters.bold if is_today else letters.plain)
        plain = tokens.text2 if facts.is_weekly_off or facts.is_off else tokens.text
        ink = tokens.on_accent if is_today else plain if in_month else tokens.text3
        painter.setPen(QColor(ink))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(on.day))
        rest = head.adjusted(number.width() + SPACE_XS - 2, 0, 0, 0)
        rest.setLeft(_paint_sign(painter, rest, letters, facts, tokens))
        _paint_names(painter, rest, letters, on, facts, tokens, in_month=in_month)


def _paint_sign(
    painter: QPainter, rest: QRect, letters: Letters, facts: DayFacts, tokens: Tokens
) -> int:
    """Paint 休 or 班 beside the number; return where what follows may begin."""
    sign = day_off_sign(facts)
    if not sign:
        return rest.left()
    least = QFont(letters.small)
    least.setPixelSize(least.pixelSize() - 1)
    painter.setFont(least)
    painter.setPen(QColor(tokens.ok if facts.is_off else tokens.warn))
    width = QFontMetrics(least).horizontalAdvance(sign)
    painter.drawText(rest, _LEADING, sign)
    return rest.left() + width + SPACE_XS


def _paint_names(  # noqa: PLR0913, PLR0917 - a painter, a place, letters, what is written
    painter: QPainter,
    rest: QRect,
    letters: Letters,
    on: dt.date,
    facts: DayFacts,
    tokens: Tokens,
    *,
    in_month: bool,
) -> None:
    """Paint the festival or term if there is one, as wall calendars do, else the lunar day."""
    names = festival_words(facts)
    painter.setFont(letters.small)
    is_festival = any(festival.is_on for festival in facts.festivals)
    ink = tokens.text3 if not in_month else tokens.accent if is_festival else tokens.text2
    painter.setPen(QColor(ink))
    words = names[0] if names else lunar_short(on)
    told = letters.elided(words, rest.width())
    if told != words and not is_festival:
        # A stump of a word says less than the lunar day in figures.
        told = letters.elided(lunar_short(on).rpartition(" ")[2], rest.width())
    painter.drawText(rest, _TRAILING, told)


def paint_entry(  # noqa: PLR0913 - a painter, a place, letters, and what is written
    painter: QPainter,
    room: QRect,
    letters: Letters,
    entry: Entry,
    tokens: Tokens,
    *,
    roomy: bool = False,
    on_soft: bool = False,
) -> None:
    """Paint one entry: the sign of its kind or of how far she is, and whose it is."""
    side = letters.ascent
    line = QRect(room)
    if roomy:
        line.setHeight(room.height() // 2 + 1)
    top = (line.height() - side) // 2
    ratio = painter.device().devicePixelRatioF()
    fill, ink, shade = _inks(entry, tokens, on_soft=on_soft)
    sign = (_MARKS.get(entry.standing) or ICONS[entry.facet], shade, tokens.name)
    ground = _entry_ground(fill, sign, room.width(), room.height(), top, side, ratio)
    painter.drawPixmap(room.topLeft(), ground)
    inside = line.adjusted(_PADDING + side + SPACE_XS, 0, -_PADDING, 0)
    painter.setFont(letters.small)
    painter.setPen(QColor(ink))
    painter.drawText(inside, _LEADING, letters.elided(whose_entry(entry), inside.width()))
    if roomy:
        under = QRect(room.left(), line.bottom(), room.width(), room.bottom() - line.bottom())
        under.adjust(_PADDING + 1, 0, -_PADDING, 0)
        painter.setPen(QColor(tokens.text2))
        painter.drawText(under, _LEADING, letters.elided(shortly(entry), under.width()))


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
def _entry_ground(  # noqa: PLR0913, PLR0917 - how it looks, and its sizes
    fill: str,
    sign: tuple[Icon, str, str],
    width: int,
    height: int,
    top: int,
    side: int,
    ratio: float,
) -> QPixmap:
    """Return the ground of an entry with its sign: which, its shade, the theme it is worn in."""
    symbol, shade, _ = sign
    made = _sheet(width, height, ratio)
    painter = QPainter(made)
    if fill:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(0, 0, width, height, RADIUS_CONTROL / 2, RADIUS_CONTROL / 2)
    picture = icon(symbol, shade).pixmap(QSize(side, side), ratio)
    painter.drawPixmap(QRect(_PADDING, top, side, side), picture)
    painter.end()
    return made


@lru_cache(maxsize=32)
def _ground(width: int, height: int, fill: str, line: str, ratio: float) -> QPixmap:
    """Return the ground of a cell; its round outline drawn for each takes longer than its words."""
    made = _sheet(width, height, ratio)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(fill))
    painter.setPen(QColor(line))
    outline = QRectF(0.5, 0.5, width - 1, height - 1)
    painter.drawRoundedRect(outline, RADIUS_CONTROL, RADIUS_CONTROL)
    painter.end()
    return made


def _sheet(width: int, height: int, ratio: float) -> QPixmap:
    made = QPixmap((QSizeF(width, height) * ratio).toSize())
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    return made
