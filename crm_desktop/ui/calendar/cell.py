"""Where things stand within the cell of a day: its head, its entries, how many more there are."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from crm_desktop.ui.theme.tokens import SPACE_S, SPACE_XS

GAP: Final = 2
_SMALLEST: Final = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The places of one cell; `more` is empty where every entry has its own."""

    ground: QRect
    head: QRect
    entries: tuple[QRect, ...]
    more: QRect


def small(font: QFont) -> QFont:
    """Return the letters of entries and lunar days."""
    made = QFont(font)
    made.setPixelSize(max(font.pixelSize() - 2, _SMALLEST))
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """The letters of a table, measured once: there are hundreds of words on a page.

    `head` is the height of the head of a cell, `number` the width of the number in it.
    """

    plain: QFont
    bold: QFont
    small: QFont
    metrics: QFontMetrics
    head: int
    number: int
    line: int
    ascent: int

    def elided(self, words: str, width: int) -> str:
        """Return the words in small letters, cut where they have no room."""
        # Hardly a letter is wider than its size says: most words need no measuring.
        if len(words) * (self.small.pixelSize() + 1) <= width:
            return words
        return self.metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)


def letters_of(font: QFont) -> Letters:
    """Return the letters of a table in this font."""
    # A copy: the font of a style option lives no longer than the painting.
    return _letters(QFont(font))


@lru_cache(maxsize=8)
def _letters(font: QFont) -> Letters:
    bold = QFont(font)
    bold.setBold(True)
    metrics, own = QFontMetrics(small(font)), QFontMetrics(font)
    return Letters(
        plain=font,
        bold=bold,
        small=small(font),
        metrics=metrics,
        head=own.height(),
        number=own.horizontalAdvance("00") + 8,
        line=metrics.height(),
        ascent=metrics.ascent(),
    )


def places(cell: QRect, font: QFont, count: int, *, roomy: bool) -> Places:
    """Return where `count` entries stand; a `roomy` cell gives each two lines."""
    letters = letters_of(font)
    ground = cell.adjusted(2, 2, -2, -2)
    inside = ground.adjusted(SPACE_S, SPACE_XS, -SPACE_S, -SPACE_XS)
    head = QRect(inside.left(), inside.top(), inside.width(), letters.head)
    line = letters.line
    height = 2 * line + 2 * GAP if roomy else line
    top = head.bottom() + 1 + (SPACE_S if roomy else GAP)
    room = QRect(inside.left() - GAP, top, inside.width() + 2 * GAP, inside.bottom() + 1 - top)
    fits = max((room.height() + GAP) // (height + GAP), 0)
    shown = count if count <= fits else max((room.height() - line) // (height + GAP), 0)
    step = height + GAP
    entries = tuple(
        QRect(room.left(), room.top() + number * step, room.width(), height)
        for number in range(shown)
    )
    more = QRect(room.left(), room.top() + shown * step, room.width(), line)
    is_full = shown == count or more.bottom() > ground.bottom()
    return Places(ground=ground, head=head, entries=entries, more=QRect() if is_full else more)
