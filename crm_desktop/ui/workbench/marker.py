"""Marker: the round sign of a step and the line that leads to the next one."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from crm_desktop.domain.workbench import StepState
from crm_desktop.ui.icons import Icon, pixmap
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import SPACE_XS, colour

_SIZE: Final = 26
_SIGN: Final = 15
_SIGNS: Final = {
    StepState.DONE: (Icon.CHECK, "ok"),
    StepState.SKIPPED: (Icon.MINUS, "text2"),
    StepState.NOT_ASKED: (Icon.MINUS, "text3"),
}


class Marker(QWidget):
    """A tick for what is done, a dash for what is left out, else the number of the step."""

    def __init__(self, number: int, *, is_last: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self._is_last = is_last
        self._state = StepState.AHEAD
        self._is_current = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def say(self, state: StepState, *, is_current: bool) -> None:
        """Show how the step stands."""
        self._state = state
        self._is_current = is_current
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(_SIZE), scaled(_SIZE))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = scaled(_SIZE)
        circle = QRectF(0.5, 0.5, size - 1, size - 1)
        if not self._is_last:
            painter.setPen(QPen(colour("line"), 1))
            middle = size / 2
            painter.drawLine(
                QPointF(middle, size + SPACE_XS), QPointF(middle, self.height() + SPACE_XS)
            )
        self._paint_circle(painter, circle)
        self._paint_sign(painter, circle)
        painter.end()

    def _paint_circle(self, painter: QPainter, circle: QRectF) -> None:
        if self._is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
        elif self._state is StepState.DONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("ok_soft"))
        else:
            painter.setPen(QPen(colour("line_strong"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)

    def _paint_sign(self, painter: QPainter, circle: QRectF) -> None:
        sign = _SIGNS.get(self._state)
        if sign is not None:
            side = scaled(_SIGN)
            place = circle.center() - QPointF(side / 2, side / 2)
            painter.drawPixmap(place, pixmap(*sign, side, self.devicePixelRatioF()))
            return
        painter.setPen(colour("on_accent" if self._is_current else "text2"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)
