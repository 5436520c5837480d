"""The greeting the day begins with, by the hour."""

import datetime as dt
from typing import Final

from PySide6.QtCore import QCoreApplication

_MORNING_UNTIL: Final = 11
_NOON_UNTIL: Final = 14
_AFTERNOON_UNTIL: Final = 18


def hello(now: dt.datetime, count: int) -> str:
    """Return the title of the Today page: a greeting by the hour, and how much there is to do."""
    if count == 0:
        pattern = QCoreApplication.translate("Greetings", "{hello}, nothing to prepare today")
    else:
        pattern = QCoreApplication.translate("Greetings", "{hello}, {count} to think of today")
    return pattern.format(hello=_by_hour(now.hour), count=count)


def _by_hour(hour: int) -> str:
    if hour < _MORNING_UNTIL:
        return QCoreApplication.translate("Greetings", "Good morning")
    if hour < _NOON_UNTIL:
        return QCoreApplication.translate("Greetings", "Good day")
    if hour < _AFTERNOON_UNTIL:
        return QCoreApplication.translate("Greetings", "Good afternoon")
    return QCoreApplication.translate("Greetings", "Good evening")
