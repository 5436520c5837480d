"""Desk mode in words: what names, numbers and amounts become while a client sits beside her.

Every word on the screen passes through `ui/text`, so the state stands here; whoever turns it on
has what is shown read anew (`ui/discreet.py`). Nothing that leaves the screen asks for it.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication

HIDDEN: Final = "***"
"""Stands for an amount, a project, and whatever else is nobody's business."""

_STARS: Final = "**"
_SHOWN_OF_PHONE: Final = 3


class _Discretion:
    """The one state of the screen.

    Attributes:
        is_on: whether desk mode is on.
    """

    def __init__(self) -> None:
        self.is_on = False


_STATE: Final = _Discretion()


def is_discreet() -> bool:
    """Return whether desk mode is on."""
    return _STATE.is_on


def be_discreet(*, on: bool) -> None:
    """Turn desk mode on or off for every word that is asked for from now on."""
    _STATE.is_on = on


def discreet_name(name: str) -> str:
    """Return `王**` for a name in desk mode, else the name."""
    return masked(name) if _STATE.is_on else name


def masked(name: str) -> str:
    """Return `王**`, whether desk mode is on or not; nothing for no name."""
    return f"{name.strip()[:1]}{_STARS}" if name.strip() else ""


def discreet_phone(digits: str) -> str:
    """Return `138****` for a number in desk mode, else the number."""
    return f"{digits[:_SHOWN_OF_PHONE]}****" if _STATE.is_on and digits else digits


def discreet(words: str) -> str:
    """Return `***` for words that are nobody's business in desk mode, else the words."""
    return HIDDEN if _STATE.is_on and words else words


def careful_line(warning: str) -> str:
    """Return a warning that gives nothing away in desk mode, else the warning."""
    if _STATE.is_on and warning:
        return QCoreApplication.translate("Discretion", "Read the details when you are alone.")
    return warning
