"""PhotoTile: one photo or document, small, with its title below."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QImage, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from crm_desktop.domain.records import Attachment
from crm_desktop.ui.client.picture import thumbnail_of
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.theme.tokens import RADIUS_CONTROL, SPACE_XS, colour

_SIDE: Final = 96
_SYMBOL: Final = 28


class PhotoTile(QAbstractButton):
    """A button that shows what it opens.

    Signals:
        removal_wanted: Delete was pressed on it.
    """

    removal_wanted = Signal()

    def __init__(self, attachment: Attachment, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.attachment = attachment
        self.setText(title)
        self.setToolTip(title)
        self.setAccessibleName(title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._image: QImage = thumbnail_of(attachment.thumbnail)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE + SPACE_XS + self.fontMetrics().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        square = QRectF(0, 0, _SIDE, _SIDE).adjusted(1, 1, -1, -1)
        shape = QPainterPath()
        shape.addRoundedRect(square, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.fillPath(shape, colour("alt"))
        if self._image.isNull():
            symbol = icon(Icon.FILE, "text2").pixmap(_SYMBOL)
            painter.drawPixmap(int(square.center().x() - _SYMBOL / 2), int(_SIDE / 3), symbol)
        else:
            painter.setClipPath(shape)
            painter.drawImage(square, self._image, _middle(self._image))
            painter.setClipping(False)
        is_lit = self.hasFocus() or self.underMouse()
        painter.setPen(colour("accent" if is_lit else "line"))
        painter.drawPath(shape)
        painter.setPen(colour("text2"))
        below = QRectF(0, _SIDE + SPACE_XS, _SIDE, self.fontMetrics().height())
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, _SIDE)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()


def _middle(image: QImage) -> QRectF:
    """Return the largest square in the middle of an image."""
    side = min(image.width(), image.height())
    return QRectF((image.width() - side) / 2, (image.height() - side) / 2, side, side)
