"""The colours and measures everything on the screen is made of."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QGuiApplication, QPalette

SPACE_XS = 4
SPACE_S = 8
SPACE_M = 14
SPACE_L = 20
SPACE_XL = 28

RADIUS_CONTROL = 8
RADIUS_CARD = 12
CONTROL_HEIGHT = 34
ROW_HEIGHT = 52
NAVIGATION_WIDTH = 184
NAVIGATION_WIDTH_ICONS = 64
NARROW_WINDOW = 1200


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The named colours of one theme, as `#RRGGBB`."""

    name: str
    bg: str
    side: str
    surface: str
    alt: str
    line: str
    line_strong: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    on_accent: str
    soft: str
    gold: str
    gold_text: str
    gold_soft: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str


LIGHT = Tokens(
    name="light",
    bg="#FAF7F5",
    side="#F3EDEA",
    surface="#FFFFFF",
    alt="#F7F2EF",
    line="#E8E0DC",
    line_strong="#D3C7C2",
    text="#2B2326",
    text2="#6A5D62",
    text3="#94878C",
    accent="#9C4562",
    accent_hover="#873953",
    on_accent="#FFFFFF",
    soft="#F5E6EB",
    gold="#A87A2C",
    gold_text="#7E5A1B",
    gold_soft="#F7EEDC",
    ok="#337150",
    ok_soft="#E4F1EA",
    warn="#995600",
    warn_soft="#FCF0DE",
    bad="#B3362C",
    bad_soft="#FBE8E5",
)

DARK = Tokens(
    name="dark",
    bg="#1B1719",
    side="#161214",
    surface="#252023",
    alt="#2F282C",
    line="#3A3236",
    line_strong="#55494F",
    text="#F2EBED",
    text2="#BDB0B5",
    text3="#8B7F84",
    accent="#DE8FA9",
    accent_hover="#E9A6BC",
    on_accent="#2A1119",
    soft="#43272F",
    gold="#DDB76E",
    gold_text="#DDB76E",
    gold_soft="#3B311E",
    ok="#85C4A0",
    ok_soft="#20352A",
    warn="#E3A95C",
    warn_soft="#3C2D18",
    bad="#EE968B",
    bad_soft="#472521",
)

# Every pair in which words stand on a ground; a test holds each to 4.5:1.
TEXT_PAIRS = (
    ("text", "bg"),
    ("text", "side"),
    ("text", "surface"),
    ("text", "alt"),
    ("text2", "bg"),
    ("text2", "side"),
    ("text2", "surface"),
    ("text2", "alt"),
    ("accent", "bg"),
    ("accent", "surface"),
    ("accent", "soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("gold_text", "gold_soft"),
    ("gold_text", "surface"),
    ("ok", "surface"),
    ("ok", "ok_soft"),
    ("warn", "surface"),
    ("warn", "bg"),
    ("warn", "warn_soft"),
    ("bad", "surface"),
    ("bad", "bg"),
    ("bad", "bad_soft"),
)


def current() -> Tokens:
    """Return the tokens the application wears now; its palette is where that is kept."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window == QColor(DARK.bg) else LIGHT


def colour(token: str) -> QColor:
    """Return the colour of `token` in the theme worn now."""
    return QColor(getattr(current(), token))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two `#RRGGBB` colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


_LINEAR_BELOW = 0.04045


def _luminance(colour_name: str) -> float:
    parts = (int(colour_name[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
