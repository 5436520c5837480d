"""The rows of the list, painted whole: no widget, no style and no delegate for a cell.

A screenful is painted at every key she types. Asking the style sheet about every cell, and
going to and fro between Qt and Python for it, took three times as long as the painting.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QPainter

from crm_desktop.services.client_list import ClientLine
from crm_desktop.ui.clients.inks import PILL_HEIGHT, Inks, Writing
from crm_desktop.ui.clients.model import FIGURES, Column
from crm_desktop.ui.clients.words import called_words, formal_words, is_near
from crm_desktop.ui.theme.roles import Tone
from crm_desktop.ui.theme.tokens import ROW_HEIGHT
from crm_desktop.ui.widgets.avatar import SMALL

MARGIN: Final = 8
BEFORE_NAME: Final = SMALL + 10
_BAR: Final = 3
_BETWEEN: Final = 6
_SECOND: Final = frozenset({Column.POTENTIAL, Column.TAGS, Column.OWNER, Column.SOURCE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Where a column begins, and its width."""

    column: int
    left: int
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row to be painted; `texts` are the words of the spans, in their order."""

    line: ClientLine
    texts: Sequence[str]
    top: int
    is_selected: bool
    is_marked: bool = False


def paint_row(
    painter: QPainter, inks: Inks, row: Row, spans: Sequence[Span], today: dt.date
) -> None:
    """Paint one row: avatar and names, pills, and words that end in an ellipsis."""
    _paint_ground(painter, inks, row, spans)
    for span, text in zip(spans, row.texts, strict=True):
        left, room = span.left + MARGIN, span.width - 2 * MARGIN
        if room <= 0:
            continue
        if span.column == Column.NAME:
            _paint_name(painter, inks, (left, row.top, room), row)
        elif span.column == Column.TIER:
            pills = inks.pills(row.line.tier, vip=row.line.vip, on_soft=row.is_marked)
            painter.drawPixmap(left, row.top + (ROW_HEIGHT - PILL_HEIGHT) // 2, pills)
        else:
            painter.setPen(inks.colours[_shade(span.column, row.line, today)])
            writing = inks.figures if span.column in FIGURES else inks.plain
            _write(painter, writing, (left, row.top, room), text)


Place = tuple[int, int, int]
"""The left end of what is written, the top of its row, and how much room it has."""


def _paint_ground(painter: QPainter, inks: Inks, row: Row, spans: Sequence[Span]) -> None:
    left, width = spans[0].left, spans[-1].left + spans[-1].width - spans[0].left
    plain = "soft" if row.is_marked else "surface"
    ground = inks.colours["alt" if row.is_selected and not row.is_marked else plain]
    painter.fillRect(left, row.top, width, ROW_HEIGHT - 1, ground)
    painter.fillRect(left, row.top + ROW_HEIGHT - 1, width, 1, inks.colours["line"])
    if row.is_selected:
        painter.fillRect(left, row.top, _BAR, ROW_HEIGHT, inks.colours["accent"])


def _paint_name(painter: QPainter, inks: Inks, place: Place, row: Row) -> None:
    left, top, room = place
    line = row.line
    tone = Tone.ACCENT if line.is_big else Tone.PLAIN
    face = inks.tick() if row.is_marked else inks.avatar(line.called, tone)
    painter.drawPixmap(left, top + (ROW_HEIGHT - SMALL) // 2, face)
    left, room = left + BEFORE_NAME, room - BEFORE_NAME
    painter.setPen(inks.colours["text"])
    taken = _write(painter, inks.strong, (left, top, room), called_words(line)) + _BETWEEN
    if formal := formal_words(line):
        painter.setPen(inks.colours["text2"])
        _write(painter, inks.plain, (left + taken, top, room - taken), formal)


def _shade(column: int, line: ClientLine, today: dt.date) -> str:
    if column == Column.MISSING:
        return "warn"
    if column in _SECOND:
        return "text2"
    return "accent" if column == Column.NEXT and is_near(line, today) else "text"


def _write(painter: QPainter, writing: Writing, place: Place, text: str) -> int:
    """Write `text`, cut where the room ends; return the width taken."""
    left, top, room = place
    if room <= 0:
        return 0
    shown, width = writing.cut(text, room)
    painter.setFont(writing.font)
    painter.drawText(left, top + writing.baseline, shown)
    return width
