"""Avatar: a round ground with one sign of the name."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from crm_desktop.ui.theme.roles import Tone
from crm_desktop.ui.theme.tokens import colour

SMALL: Final = 30
MEDIUM: Final = 40
LARGE: Final = 64

_GROUNDS = {Tone.ACCENT: ("soft", "accent"), Tone.GOLD: ("gold_soft", "gold_text")}


def sign_of(name: str) -> str:
    """Return the one sign that stands for `name`: the family name's, or the first letter."""
    kept = name.strip()
    return kept[0].upper() if kept else "·"


def paint_avatar(painter: QPainter, circle: QRectF, name: str, tone: Tone = Tone.ACCENT) -> None:
    """Paint the avatar of `name` into `circle`; delegates of tables use it too."""
    if circle.isEmpty():
        return
    ground, ink = _GROUNDS.get(tone, ("alt", "text2"))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(ground))
    painter.drawEllipse(circle)
    font = QFont(painter.font())
    font.setPixelSize(max(1, round(circle.height() * 0.4)))
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(colour(ink))
    painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, sign_of(name))
    painter.restore()


class Avatar(QWidget):
    """The avatar of one person."""

    def __init__(
        self,
        name: str,
        size: int = MEDIUM,
        tone: Tone = Tone.ACCENT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._size = size
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_person(self, name: str, tone: Tone = Tone.ACCENT) -> None:
        """Stand for another person."""
        self._name = name
        self._tone = tone
        self.setAccessibleName(name)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_avatar(painter, QRectF(self.rect()), self._name, self._tone)
        painter.end()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)
