"""Bars: a few amounts beside each other, painted by the tokens; each tells itself in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S, colour

_HEIGHT: Final = 104
_WIDEST: Final = 40
_SLOT: Final = 64
_LEAST: Final = 2
_ROUND: Final = 4
_LETTERS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One amount: what stands under it, over it, and the whole sentence on hovering."""

    name: str
    value: int
    short: str
    words: str
    is_now: bool = False


class Bars(QWidget):
    """Bars from one ground line, the present one in the accent, amounts below nothing in red."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._bars: tuple[Bar, ...] = ()

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is shown."""
        return self._bars

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these, from left to right."""
        self._bars = tuple(bars)
        self.setAccessibleDescription("\n".join(bar.words for bar in self._bars))
        self.updateGeometry()
        self.update()

    def bar_at(self, x: int) -> Bar | None:
        """Return the bar over or under this place, None beside them."""
        place = (x - self._left()) // self._slot() if self._bars else -1
        return self._bars[place] if 0 <= place < len(self._bars) else None

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(_SLOT) * max(len(self._bars), 1), scaled(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(_SLOT) // 2 * max(len(self._bars), 1), scaled(_HEIGHT))

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            bar = self.bar_at(event.pos().x())
            QToolTip.showText(event.globalPos(), "" if bar is None else bar.words, self)
            return True
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = painter.font()
        font.setPixelSize(scaled(_LETTERS))
        painter.setFont(font)
        letters = painter.fontMetrics().height()
        ground = self.height() - letters - SPACE_S // 2
        largest = max((abs(bar.value) for bar in self._bars), default=0) or 1
        room = ground - letters - SPACE_S // 2
        for place, bar in enumerate(self._bars):
            height = max(round(room * abs(bar.value) / largest), _LEAST)
            self._paint_bar(painter, place, bar, QRect(0, ground - height, 0, height))
        painter.setPen(colour("line"))
        painter.drawLine(self._left(), ground, self.width(), ground)
        painter.end()

    def _paint_bar(self, painter: QPainter, place: int, bar: Bar, upright: QRect) -> None:
        slot = self._slot()
        width = min(slot - SPACE_M, scaled(_WIDEST))
        left = self._left() + place * slot
        shape = QRect(left + (slot - width) // 2, upright.top(), width, upright.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_fill(bar))
        painter.drawRoundedRect(shape, min(_ROUND, shape.height() / 2), _ROUND)
        letters = painter.fontMetrics().height()
        over = QRect(left, shape.top() - letters, slot, letters)
        under = QRect(left, self.height() - letters, slot, letters)
        painter.setPen(colour("bad" if bar.value < 0 else "text"))
        painter.drawText(over, Qt.AlignmentFlag.AlignCenter, bar.short)
        painter.setPen(colour("text" if bar.is_now else "text2"))
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, bar.name)

    def _left(self) -> int:
        """Return where the first bar has its place: they stand at the right."""
        return self.width() - self._slot() * len(self._bars)

    def _slot(self) -> int:
        return min(self.width() // max(len(self._bars), 1), scaled(_SLOT)) or 1


def _fill(bar: Bar) -> QColor:
    if bar.value < 0:
        return colour("bad")
    return colour("accent" if bar.is_now else "line_strong")
