"""The type scale: four sizes, larger where the system asks for larger letters."""

import sys
from dataclasses import dataclass

from PySide6.QtGui import QFont, QGuiApplication

FAMILIES = ("Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "sans-serif")
MONOSPACE = ("Cascadia Mono", "Consolas", "Menlo", "Noto Sans Mono CJK SC", "monospace")

# The point size each system gives an application while its text scale stands at 100 %.
_PLAIN_POINTS = {"win32": 9.0, "darwin": 13.0}
_PLAIN_POINTS_ELSEWHERE = 10.0
_LARGEST = 2.0
_BODY = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeScale:
    """Font sizes in device-independent pixels."""

    hint: int
    body: int
    section: int
    page: int


def factor(system: QFont, platform: str = sys.platform) -> float:
    """Return how much larger than usual the system wants letters, 1.0 to 2.0."""
    plain = _PLAIN_POINTS.get(platform, _PLAIN_POINTS_ELSEWHERE)
    return min(max(system.pointSizeF() / plain, 1.0), _LARGEST)


def type_scale(by: float = 1.0) -> TypeScale:
    """Return the four sizes, enlarged `by` a factor."""
    return TypeScale(
        hint=round(12 * by), body=round(_BODY * by), section=round(16 * by), page=round(24 * by)
    )


def scaled(length: int) -> int:
    """Return `length` in pixels, enlarged as the letters of the application are now."""
    size = QGuiApplication.font().pixelSize()
    return round(length * size / _BODY) if size > 0 else length


def body_font(scale: TypeScale) -> QFont:
    """Return the font of ordinary text: the system's Chinese interface face."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(scale.body)
    return font


def tabular(font: QFont) -> QFont:
    """Return `font` with figures of one width, for amounts that stand under each other."""
    figures = QFont(font)
    figures.setFeature(QFont.Tag("tnum"), 1)
    return figures


def monospace(font: QFont) -> QFont:
    """Return `font` in a face where every sign has one width, for codes to be copied."""
    code = QFont(font)
    code.setFamilies(list(MONOSPACE))
    return code
