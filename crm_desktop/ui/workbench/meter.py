"""Meter: how much of a budget is used, as a thin bar."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from crm_desktop.ui.theme.tokens import colour

_HEIGHT: Final = 6
_NEAR: Final = 0.8


class Meter(QWidget):
    """Fills from the left; amber from four fifths on, red beyond the whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fill(self, spent: int, budget: int, words: str) -> None:
        """Show what was spent of what is meant to be; `words` say it."""
        self._share = spent / budget if budget else 0.0
        self.setAccessibleName(words)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_HEIGHT * 10, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole, radius = QRectF(self.rect()), _HEIGHT / 2
        painter.setBrush(colour("line"))
        painter.drawRoundedRect(whole, radius, radius)
        shade = "bad" if self._share > 1 else "warn" if self._share >= _NEAR else "ok"
        if self._share > 0:
            width = max(whole.width() * min(self._share, 1.0), float(_HEIGHT))
            painter.setBrush(colour(shade))
            painter.drawRoundedRect(QRectF(0, 0, width, whole.height()), radius, radius)
        painter.end()
