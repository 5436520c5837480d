"""The small marks the style sheet shows by address: it cannot colour an SVG itself."""

import pathlib
import sys

from crm_desktop.ui.theme.tokens import DARK, LIGHT, Tokens

# file name -> (icon it is drawn from, token it is drawn in)
_MARKS = {
    "chevron-down": ("chevron-down", "text2"),
    "chevron-up": ("chevron-up", "text2"),
    "chevron-left": ("chevron-left", "text2"),
    "chevron-right": ("chevron-right", "text2"),
    "check": ("check", "on_accent"),
    "minus": ("minus", "on_accent"),
}


def controls(icons: pathlib.Path) -> dict[str, str]:
    """Return file name -> SVG of every mark in both themes, drawn from the folder `icons`."""
    return {
        f"{mark}-{tokens.name}.svg": _coloured(icons / f"{source}.svg", tokens, token)
        for tokens in (LIGHT, DARK)
        for mark, (source, token) in _MARKS.items()
    }


def _coloured(icon: pathlib.Path, tokens: Tokens, token: str) -> str:
    text = icon.read_text(encoding="utf-8")
    return text.replace("currentColor", str(getattr(tokens, token)))


def main(folder: str) -> None:
    """Write the marks into `folder`/controls."""
    icons = pathlib.Path(folder)
    for name, text in controls(icons).items():
        (icons / "controls" / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
