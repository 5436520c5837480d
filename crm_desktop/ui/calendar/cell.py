"""Where things stand within the cell of a day: its head, its entries, how many more there are."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect
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


def places(cell: QRect, font: QFont, count: int, *, roomy: bool) -> Places:
    """Return where `count` entries stand; a `roomy` cell gives each two lines."""
    ground = cell.adjusted(2, 2, -2, -2)
    inside = ground.adjusted(SPACE_S, SPACE_XS, -SPACE_S, -SPACE_XS)
    head = QRect(inside.left(), inside.top(), inside.width(), QFontMetrics(font).height())
    line = QFontMetrics(small(font)).height()
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
