"""The agenda: the days of a month on which there is something, under each other."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from crm_desktop.domain.day_sheet import Entry, Standing
from crm_desktop.services.calendar import DayFacts, Stretch
from crm_desktop.ui.calendar.days import Index
from crm_desktop.ui.calendar.words import (
    ICONS,
    day_off_words,
    festival_words,
    lunar_whole,
    standing_name,
    told_day,
    told_entry,
    what,
    whose_entry,
)
from crm_desktop.ui.icons import icon
from crm_desktop.ui.text import day_and_relative
from crm_desktop.ui.theme.roles import Tone
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import RADIUS_CONTROL, SPACE_M, SPACE_S, Tokens, colour, current
from crm_desktop.ui.widgets.avatar import SMALL, paint_avatar

LINE_ROLE: Final = Qt.ItemDataRole.UserRole
_NO_PARENT = QModelIndex()
_HEIGHT: Final = 44
_SIGN: Final = 16


class Line(NamedTuple):
    """The head of a day, or one entry of it."""

    on: dt.date
    facts: DayFacts
    entry: Entry | None = None


class AgendaModel(QAbstractListModel):
    """The lines of a month; a day without entries and without a name is left out."""

    def __init__(self, today: dt.date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = today
        self._lines: list[Line] = []

    def show(self, stretch: Stretch, entries: Iterable[Entry]) -> None:
        """Show another month, or other entries of the same."""
        self.beginResetModel()
        self._lines = list(_lines(stretch, entries, self.today))
        self.endResetModel()

    def index_of(self, on: dt.date, place: object = None) -> QModelIndex:
        """Return the line of an entry, else the head of its day or the next one that has any."""
        after = -1
        for number, line in enumerate(self._lines):
            if line.entry is not None and line.entry.place == place:
                return self.index(number)
            if after < 0 and line.on >= on:
                after = number
        return self.index(after) if after >= 0 else QModelIndex()

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return (
                told_day(line.on, line.facts, ()) if line.entry is None else told_entry(line.entry)
            )
        return None


def _lines(stretch: Stretch, entries: Iterable[Entry], today: dt.date) -> Iterator[Line]:
    of_day: dict[dt.date, list[Entry]] = {}
    for entry in entries:
        of_day.setdefault(entry.on, []).append(entry)
    for on, facts in stretch.facts.items():
        if on in of_day or on == today or festival_words(facts):
            yield Line(on, facts)
            for entry in of_day.get(on, ()):
                yield Line(on, facts, entry)


class AgendaRow(QStyledItemDelegate):
    """Paints a line: the head of a day over a hairline, an entry with avatar and sign."""

    def __init__(self, today: dt.date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = today

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, scaled(_HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line: Line = index.data(LINE_ROLE)
        tokens = current()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.soft))
            ground = QRectF(option.rect).adjusted(2, 1, -2, -1)
            painter.drawRoundedRect(ground, RADIUS_CONTROL, RADIUS_CONTROL)
        inside = option.rect.adjusted(SPACE_M, 0, -SPACE_M, 0)
        if line.entry is None:
            self._paint_head(painter, inside, option.font, line, tokens)
        else:
            _paint_line(painter, inside, option.font, line.entry, tokens)
        painter.restore()

    def _paint_head(
        self, painter: QPainter, room: QRect, font: QFont, line: Line, tokens: Tokens
    ) -> None:
        painter.setPen(QColor(tokens.line))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(QColor(tokens.accent if line.on == self.today else tokens.text))
        words = day_and_relative(line.on, self.today)
        lower = room.adjusted(0, SPACE_S, 0, 0)
        painter.drawText(lower, _LEADING, words)
        taken = QFontMetrics(bold).horizontalAdvance(words) + SPACE_M
        painter.setFont(font)
        painter.setPen(QColor(tokens.text2))
        facts = line.facts
        rest = " · ".join(
            filter(None, [lunar_whole(line.on), *festival_words(facts), day_off_words(facts)])
        )
        write(painter, lower.adjusted(taken, 0, 0, 0), font, rest)


_LEADING: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _paint_line(painter: QPainter, room: QRect, font: QFont, entry: Entry, tokens: Tokens) -> None:
    circle = QRectF(room.left(), room.center().y() - SMALL / 2 + 1, SMALL, SMALL)
    tone = Tone.ACCENT if entry.big else Tone.PLAIN
    painter.setFont(font)
    paint_avatar(painter, circle, whose_entry(entry), tone)
    left = int(circle.right()) + SPACE_M
    half = QRect(left, room.top(), (room.right() - left) // 2 - SPACE_M, room.height())
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold if entry.big else QFont.Weight.Normal)
    painter.setFont(strong)
    painter.setPen(QColor(tokens.text))
    write(painter, half, strong, whose_entry(entry))
    side = QRect(half.right() + SPACE_M, room.center().y() - _SIGN // 2 + 1, _SIGN, _SIGN)
    shade = "accent" if entry.big else "text2"
    icon(ICONS[entry.facet], shade).paint(painter, side)
    painter.setFont(font)
    standing = standing_name(entry.standing)
    width = QFontMetrics(font).horizontalAdvance(standing)
    painter.setPen(QColor(tokens.text2))
    rest = QRect(
        side.right() + SPACE_S, room.top(), room.right() - side.right() - SPACE_S, room.height()
    )
    write(painter, rest.adjusted(0, 0, -width - SPACE_S, 0), font, what(entry))
    painter.setPen(colour(INKS.get(entry.standing, "text2")))
    painter.drawText(rest, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, standing)


INKS: Final = {
    Standing.LATE: "warn",
    Standing.DONE: "ok",
    Standing.MISSED: "bad",
    Standing.ORDERED: "accent",
}
"""The colours in which it is said how far she is."""


def write(painter: QPainter, room: QRect, font: QFont, words: str) -> None:
    """Write words into a line, with an ellipsis where the room ends."""
    told = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, max(room.width(), 0))
    painter.drawText(room, _LEADING, told)
