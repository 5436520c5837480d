"""The palette, for what Qt paints without the style sheet."""

from PySide6.QtGui import QColor, QPalette

from crm_desktop.ui.theme.tokens import Tokens

_Role = QPalette.ColorRole

_COLOURS = {
    _Role.Window: "bg",
    _Role.WindowText: "text",
    _Role.Base: "surface",
    _Role.AlternateBase: "alt",
    _Role.Text: "text",
    _Role.PlaceholderText: "text3",
    _Role.Button: "surface",
    _Role.ButtonText: "text",
    _Role.BrightText: "bad",
    _Role.ToolTipBase: "surface",
    _Role.ToolTipText: "text",
    _Role.Highlight: "accent",
    _Role.HighlightedText: "on_accent",
    _Role.Accent: "accent",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent",
    _Role.Light: "alt",
    _Role.Midlight: "line",
    _Role.Mid: "line_strong",
    _Role.Dark: "text3",
    _Role.Shadow: "line",
}
_FADED = (_Role.WindowText, _Role.Text, _Role.ButtonText)


def palette(tokens: Tokens) -> QPalette:
    """Return the palette of `tokens`; what is disabled reads as a hint."""
    made = QPalette()
    for role, token in _COLOURS.items():
        made.setColor(role, QColor(getattr(tokens, token)))
    for role in _FADED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.text3))
    return made
