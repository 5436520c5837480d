"""Switch: on or off, at once."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from crm_desktop.ui.theme.tokens import colour

_SIZE = QSize(42, 26)
_TRACK = QRectF(3, 4, 36, 18)
_KNOB = 7.0


class Switch(QAbstractButton):
    """A two-state control for settings that take effect at once; `says` is what it switches."""

    def __init__(self, says: str, *, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setChecked(on)
        self.setAccessibleName(says)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return _SIZE

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        painter.setBrush(colour("accent" if self.isChecked() else "line_strong"))
        painter.drawRoundedRect(_TRACK, 9, 9)
        x = _TRACK.right() - 9 if self.isChecked() else _TRACK.left() + 9
        painter.setBrush(colour("on_accent" if self.isChecked() else "surface"))
        painter.drawEllipse(QPointF(x, _TRACK.center().y()), _KNOB, _KNOB)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("accent"), 2))
            painter.drawRoundedRect(_TRACK.adjusted(-2, -3, 2, 3), 12, 12)
        painter.end()
