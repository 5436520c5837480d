"""Painted photos for the demo: gifts as anybody's phone might have taken them, of nobody."""

import datetime as dt
import math
from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPen, QPolygonF

from crm_desktop.domain.records import Attachment
from crm_desktop.ui.client.picture import taken_from_image
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_SIZE: Final = QSize(480, 480)
_HEADS: Final = ((150, 150), (240, 105), (330, 150), (190, 215), (290, 215))
_PETALS: Final = 6
_BERRIES: Final = (150, 195, 240, 285, 330)


def photos(client_id: int, on: dt.date, at: dt.datetime) -> Iterator[tuple[Attachment, bytes]]:
    """Yield a bouquet of half a year ago and a cake of last year, each with its JPEG."""
    shown: tuple[tuple[str, int, Callable[[QPainter], None]], ...] = (
        (QT_TRANSLATE_NOOP("Painted", "Birthday lilies"), 156, _bouquet),
        (QT_TRANSLATE_NOOP("Painted", "Birthday cake"), 363, _cake),
    )
    for words, ago, paint in shown:
        taken = taken_from_image(_image(paint), QCoreApplication.translate("Painted", words))
        photo = Attachment(
            client_id=client_id,
            kind=taken.kind,
            title=taken.title,
            media_type=taken.media_type,
            thumbnail=taken.thumbnail,
            taken_on=on - dt.timedelta(days=ago),
            added_at=at - dt.timedelta(days=ago),
        )
        yield photo, taken.content


def _image(paint: Callable[[QPainter], None]) -> QImage:
    image = QImage(_SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    wall = QLinearGradient(0, 0, 0, _SIZE.height())
    wall.setColorAt(0, QColor("#f3e7df"))
    wall.setColorAt(1, QColor("#dcc3b3"))
    painter.fillRect(image.rect(), wall)
    painter.setPen(Qt.PenStyle.NoPen)
    paint(painter)
    painter.end()
    return image


def _bouquet(painter: QPainter) -> None:
    painter.setPen(QPen(QColor("#6f8f5f"), 7))
    for x, y in _HEADS:
        painter.drawLine(QPointF(x, y), QPointF(240, 380))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#c98aa0"))
    painter.drawPolygon(
        QPolygonF([QPointF(130, 255), QPointF(350, 255), QPointF(268, 450), QPointF(212, 450)])
    )
    painter.setBrush(QColor("#9b4360"))
    painter.drawRoundedRect(QRectF(196, 350, 88, 22), 8, 8)
    for x, y in _HEADS:
        _lily(painter, x, y)


def _lily(painter: QPainter, x: int, y: int) -> None:
    painter.setPen(QPen(QColor("#e9cfd6"), 2))
    painter.setBrush(QColor("#fffaf8"))
    for petal in range(_PETALS):
        painter.save()
        painter.translate(x, y)
        painter.rotate(360 / _PETALS * petal)
        painter.drawEllipse(QRectF(4, -15, 50, 30))
        painter.restore()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#e0a94a"))
    for petal in range(_PETALS):
        turn = math.radians(360 / _PETALS * (petal + 0.5))
        painter.drawEllipse(QPointF(x + 13 * math.cos(turn), y + 13 * math.sin(turn)), 4, 4)


def _cake(painter: QPainter) -> None:
    painter.setBrush(QColor("#c9a48f"))
    painter.drawEllipse(QRectF(60, 345, 360, 80))
    painter.setBrush(QColor("#fff6ef"))
    painter.drawRoundedRect(QRectF(100, 220, 280, 165), 26, 26)
    painter.setBrush(QColor("#e6a3b2"))
    painter.drawRect(QRectF(100, 292, 280, 22))
    painter.setBrush(QColor("#fffdfb"))
    painter.drawEllipse(QRectF(100, 190, 280, 66))
    for x in _BERRIES:
        painter.setBrush(QColor("#cf3b4a"))
        painter.drawEllipse(QRectF(x - 19, 172, 38, 44))
        painter.setBrush(QColor("#6f8f5f"))
        painter.drawEllipse(QRectF(x - 13, 166, 26, 11))
    painter.setBrush(QColor("#9b4360"))
    painter.drawRect(QRectF(236, 96, 8, 74))
    painter.setBrush(QColor("#f0b545"))
    painter.drawEllipse(QRectF(230, 66, 20, 32))
