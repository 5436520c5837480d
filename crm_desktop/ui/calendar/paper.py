"""The month on one sheet of A4 across, as on a wall: lunar days, festivals, her clients."""

import datetime as dt
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QObject, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from crm_desktop.domain.day_sheet import Entry, Facet, Standing
from crm_desktop.services.calendar import DayFacts, Stretch
from crm_desktop.ui.calendar.cell import small
from crm_desktop.ui.calendar.days import DAYS, first_shown, last_of
from crm_desktop.ui.calendar.words import (
    day_off_sign,
    festival_words,
    lunar_short,
    what,
    whose_entry,
)
from crm_desktop.ui.text import weekday
from crm_desktop.ui.text.days import month_and_year
from crm_desktop.ui.theme.scale import FAMILIES
from crm_desktop.ui.theme.tokens import LIGHT

_ONE_DAY: Final = dt.timedelta(days=1)
# The sheet is laid out in these units and scaled to whatever the printer offers.
_WIDTH: Final = 1123
_HEIGHT: Final = 794
_MARGIN: Final = 38
_TITLE: Final = 40
_NAMES_OF_DAYS: Final = 24
_PADDING: Final = 7
_BODY: Final = 13
_PAGE: Final = 24
_DOTS_PER_INCH: Final = 300
_TRAILING: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEADING: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Names(StrEnum):
    """How much of a name the sheet shows."""

    INITIALS = "initials"
    FULL = "full"
    NONE = "none"


class MonthSheet(QObject):
    """A month to be printed; weeks that are not needed are left out.

    `entries` are those that are filtered in.
    """

    def __init__(
        self, month: dt.date, stretch: Stretch, entries: Sequence[Entry], names: Names
    ) -> None:
        super().__init__()
        self._month = month.replace(day=1)
        self._facts: Mapping[dt.date, DayFacts] = stretch.facts
        self._names = names
        self._entries: dict[dt.date, list[Entry]] = {}
        for entry in entries if names is not Names.NONE else ():
            if entry.facet is not Facet.FESTIVAL and entry.standing is not Standing.LET_GO:
                self._entries.setdefault(entry.on, []).append(entry)

    def print_(self, device: QPagedPaintDevice) -> None:
        """Paint the sheet onto a printer or into a PDF."""
        painter = QPainter(device)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = painter.viewport()
        scale = min(room.width() / _WIDTH, room.height() / _HEIGHT)
        painter.scale(scale, scale)
        self.paint(painter)
        painter.end()

    def told(self, on: dt.date) -> list[str]:
        """Return the lines of a day, each with as much of a name as is wanted."""
        return [self._told(entry) for entry in self._entries.get(on, [])]

    def paint(self, painter: QPainter) -> None:
        """Paint the sheet in its own units."""
        painter.setFont(_letters(_PAGE, bold=True))
        painter.setPen(QColor(LIGHT.text))
        inside = QRect(_MARGIN, _MARGIN, _WIDTH - 2 * _MARGIN, _HEIGHT - 2 * _MARGIN)
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft, month_and_year(self._month))
        grid = inside.adjusted(0, _TITLE + _NAMES_OF_DAYS, 0, 0)
        weeks = (last_of(self._month) - first_shown(self._month)).days // DAYS + 1
        self._paint_names_of_days(painter, inside)
        for week in range(weeks):
            for place in range(DAYS):
                on = first_shown(self._month) + (week * DAYS + place) * _ONE_DAY
                self._paint_day(painter, _cell(grid, week, place, weeks), on)

    def _paint_names_of_days(self, painter: QPainter, inside: QRect) -> None:
        painter.setFont(_letters(_BODY - 1))
        painter.setPen(QColor(LIGHT.text2))
        top = inside.top() + _TITLE
        for place in range(DAYS):
            left = inside.left() + place * inside.width() // DAYS
            room = QRect(left + _PADDING, top, inside.width() // DAYS, _NAMES_OF_DAYS)
            day = first_shown(self._month) + place * _ONE_DAY
            painter.drawText(room, _LEADING, weekday(day))

    def _paint_day(self, painter: QPainter, cell: QRect, on: dt.date) -> None:
        painter.setPen(QColor(LIGHT.line_strong))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(cell))
        if (on.year, on.month) != (self._month.year, self._month.month):
            return
        facts = self._facts.get(on, DayFacts())
        inside = cell.adjusted(_PADDING, _PADDING - 2, -_PADDING, -_PADDING + 2)
        head = QRect(inside.left(), inside.top(), inside.width(), _PAGE - 4)
        painter.setFont(_letters(_PAGE - 7, bold=True))
        painter.setPen(QColor(LIGHT.accent if facts.is_off else LIGHT.text))
        painter.drawText(head, _LEADING, str(on.day))
        letters = _letters(_BODY - 2)
        names = festival_words(facts)
        painter.setPen(QColor(LIGHT.accent if names else LIGHT.text2))
        sign = day_off_sign(facts)
        words = names[0] if names else lunar_short(on)
        _write(painter, head.adjusted(28, 0, 0, 0), letters, f"{words} {sign}".strip(), _TRAILING)
        self._paint_entries(painter, inside.adjusted(0, head.height() + 2, 0, 0), on)

    def _paint_entries(self, painter: QPainter, room: QRect, on: dt.date) -> None:
        letters = small(_letters(_BODY))
        height = QFontMetrics(letters).height() + 1
        entries = self._entries.get(on, [])
        fits = max(room.height() // height, 0)
        shown = entries if len(entries) <= fits else entries[: max(fits - 1, 0)]
        line = QRect(room.left(), room.top(), room.width(), height)
        for entry in shown:
            bold = QFont(letters)
            bold.setBold(entry.big)
            painter.setPen(QColor(LIGHT.text))
            _write(painter, line, bold, self._told(entry), _LEADING)
            line.translate(0, height)
        if len(shown) < len(entries):
            painter.setPen(QColor(LIGHT.text2))
            _write(painter, line, letters, f"+{len(entries) - len(shown)}", _LEADING)

    def _told(self, entry: Entry) -> str:
        if self._names is Names.INITIALS:
            entry = entry._replace(
                client=_initial(entry.client),
                person=_initial(entry.person),
                label="",
            )
        return f"{whose_entry(entry)} {what(entry)}"


def page_layout() -> QPageLayout:
    """Return A4 across; the margins are in the sheet."""
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Landscape, QMarginsF(0, 0, 0, 0))


def pdf(sheet: MonthSheet) -> bytes:
    """Return the sheet as PDF, its letters embedded."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageLayout(page_layout())
    sheet.print_(writer)
    buffer.close()
    return bytes(content.data())


def _cell(grid: QRect, week: int, place: int, weeks: int) -> QRect:
    left = grid.left() + place * grid.width() // DAYS
    right = grid.left() + (place + 1) * grid.width() // DAYS
    top = grid.top() + week * grid.height() // weeks
    bottom = grid.top() + (week + 1) * grid.height() // weeks
    return QRect(left, top, right - left, bottom - top)


def _initial(name: str) -> str:
    """Return `王**`: enough for her, too little for who looks over her shoulder."""
    return f"{name[:1]}**" if name else ""


def _letters(pixels: int, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font


def _write(
    painter: QPainter, room: QRect, letters: QFont, words: str, where: Qt.AlignmentFlag
) -> None:
    painter.setFont(letters)
    metrics = QFontMetrics(letters)
    told = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, where, told)
