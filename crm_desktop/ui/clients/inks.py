"""What the rows are painted with: colours, fonts and small pictures, made once for a look.

A list of a screenful is painted at every key she types, within a few milliseconds: nothing
that is the same in every row is worked out anew for a row.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap

from crm_desktop.domain.records import Tier
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.theme.roles import Tone
from crm_desktop.ui.theme.scale import tabular
from crm_desktop.ui.theme.tokens import ROW_HEIGHT, colour
from crm_desktop.ui.widgets.avatar import SMALL, paint_avatar, sign_of

PILL_HEIGHT: Final = 22
_PILL_SIDE: Final = 10
_PILL_GAP: Final = 6
_HINT: Final = 12 / 14
_PILLS: Final = {
    Tone.ACCENT: ("soft", "accent"),
    Tone.GOLD: ("gold_soft", "gold_text"),
    Tone.PLAIN: ("line", "text2"),
}
_TOKENS: Final = ("surface", "alt", "line", "accent", "soft", "text", "text2", "warn")
_TICK_SIZE: Final = 18
_KEPT_AT_MOST: Final = 4000


class Writing:
    """One font, its baseline in a row, and which texts were cut to which width.

    Attributes:
        font: the font.
        baseline: how far under the top of a row the letters stand.
    """

    def __init__(self, font: QFont) -> None:
        # A copy: the font of an option lives no longer than the painting of one cell.
        self.font = QFont(font)
        self._metrics = QFontMetrics(font)
        self.baseline = (ROW_HEIGHT - self._metrics.height()) // 2 + self._metrics.ascent()
        self._cut: dict[tuple[str, int], tuple[str, int]] = {}

    def cut(self, text: str, room: int) -> tuple[str, int]:
        """Return as much of `text` as stands in `room`, an ellipsis after it, and its width."""
        known = self._cut.get((text, room))
        if known is not None:
            return known
        width = self._metrics.horizontalAdvance(text)
        shown = text
        if width > room:
            shown = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            width = self._metrics.horizontalAdvance(shown)
        if len(self._cut) >= _KEPT_AT_MOST:
            self._cut.clear()
        self._cut[text, room] = (shown, width)
        return shown, width


class Inks:
    """All of one look; made anew when theme, letters or the screen change.

    Attributes:
        ratio: how many dots of the screen make a pixel.
        plain, strong, figures: the writings of the cells.
        colours: the colours by the names of their tokens.
    """

    def __init__(self, font: QFont, ratio: float) -> None:
        self.ratio = ratio
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        self.plain, self.strong = Writing(font), Writing(strong)
        self.figures = Writing(tabular(font))
        self.colours: dict[str, QColor] = {token: colour(token) for token in _TOKENS}
        self._small = QFont(strong)
        self._small.setPixelSize(round(font.pixelSize() * _HINT))
        self._pictures: dict[tuple[object, ...], QPixmap] = {}

    def avatar(self, name: str, tone: Tone) -> QPixmap:
        """Return the avatar of `name`."""
        key = (sign_of(name), tone)
        return self._pictures.get(key) or self._kept(
            key, QSize(SMALL, SMALL), lambda painter: self._paint_avatar(painter, name, tone)
        )

    def tick(self) -> QPixmap:
        """Return what stands in the place of the avatar of somebody picked."""
        key = ("tick",)
        return self._pictures.get(key) or self._kept(key, QSize(SMALL, SMALL), _paint_tick)

    def pills(self, tier: Tier | None, *, vip: bool, on_soft: bool = False) -> QPixmap:
        """Return the pills of a tier and of a VIP side by side, a dash for neither."""
        key = (tier, vip, on_soft)
        if key in self._pictures:
            return self._pictures[key]
        pills = _pills(tier, vip=vip)
        widths = [self._pill_width(text) for text, _ in pills]
        whole = QSize(sum(widths) + _PILL_GAP * len(pills), PILL_HEIGHT)
        return self._kept(
            key, whole, lambda painter: self._paint_pills(painter, pills, on_soft=on_soft)
        )

    def _kept(
        self, key: tuple[object, ...], size: QSize, paint: Callable[[QPainter], None]
    ) -> QPixmap:
        picture = QPixmap(size * self.ratio)
        picture.setDevicePixelRatio(self.ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter)
        painter.end()
        if len(self._pictures) >= _KEPT_AT_MOST:
            self._pictures.clear()
        self._pictures[key] = picture
        return picture

    def _paint_avatar(self, painter: QPainter, name: str, tone: Tone) -> None:
        painter.setFont(self.plain.font)
        paint_avatar(painter, QRectF(0, 0, SMALL, SMALL), name, tone)

    def _paint_pills(
        self, painter: QPainter, pills: list[tuple[str, Tone]], *, on_soft: bool
    ) -> None:
        painter.setFont(self._small)
        left = 0
        for text, tone in pills:
            ground, ink = _PILLS[tone]
            pill = QRect(left, 0, self._pill_width(text), PILL_HEIGHT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("surface" if on_soft else ground))
            painter.drawRoundedRect(pill, PILL_HEIGHT / 2, PILL_HEIGHT / 2)
            painter.setPen(colour(ink))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
            left += pill.width() + _PILL_GAP

    def _pill_width(self, text: str) -> int:
        return QFontMetrics(self._small).horizontalAdvance(text) + 2 * _PILL_SIDE


def _paint_tick(painter: QPainter) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("accent"))
    painter.drawEllipse(QRectF(0, 0, SMALL, SMALL))
    place = QRect(0, 0, _TICK_SIZE, _TICK_SIZE)
    place.moveCenter(QRect(0, 0, SMALL, SMALL).center())
    icon(Icon.CHECK, "on_accent").paint(painter, place)


def _pills(tier: Tier | None, *, vip: bool) -> list[tuple[str, Tone]]:
    pills = [] if tier is None else [(tier.value, Tone.ACCENT)]
    if vip:
        pills.append(("VIP", Tone.GOLD))
    return pills or [("—", Tone.PLAIN)]
