"""What the pop-up says in one line each: festivals, follow-ups, points, and what was missed."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.occasions import UNTIL_DONE, Kind, Reminder, Stage
from crm_desktop.ui.text import day_and_relative
from crm_desktop.ui.text.discretion import masked
from crm_desktop.ui.text.festivals import festival_name
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_TO_PREPARE: Final = QT_TRANSLATE_NOOP("PopUp", "{name}: {count} to prepare")
_FOLLOW_UP: Final = QT_TRANSLATE_NOOP("PopUp", "{count} follow-up")
_FOLLOW_UPS: Final = QT_TRANSLATE_NOOP("PopUp", "{count} follow-ups")
_PROMISE: Final = QT_TRANSLATE_NOOP("PopUp", "{count} promise to keep")
_PROMISES: Final = QT_TRANSLATE_NOOP("PopUp", "{count} promises to keep")
_POINTS_OF_ONE: Final = QT_TRANSLATE_NOOP("PopUp", "{count} client has points that expire soon")
_POINTS: Final = QT_TRANSLATE_NOOP("PopUp", "{count} clients have points that expire soon")
_MISSED: Final = QT_TRANSLATE_NOOP("PopUp", "{count} missed – still worth a word")
_TODAY: Final = QT_TRANSLATE_NOOP("PopUp", "{name}: {count} today")


def is_follow_up(reminder: Reminder) -> bool:
    """Return whether it is one of many that wait until they are done: told as a number."""
    return reminder.occasion.kind in UNTIL_DONE


def is_card(reminder: Reminder) -> bool:
    """Return whether it has a card of its own in the pop-up."""
    kind = reminder.occasion.kind
    return kind not in {Kind.FESTIVAL, Kind.POINTS} and not is_follow_up(reminder)


def festival_line(reminder: Reminder, today: dt.date) -> str:
    """Return `Mid-Autumn Festival · Fri 25 Sep · in 10 days`."""
    name = reminder.occasion.label or festival_name(reminder.occasion.festival)
    return f"{name} · {day_and_relative(reminder.on, today)}"


def follow_ups_line(count: int) -> str:
    """Return `12 follow-ups`."""
    return _counted(_FOLLOW_UP if count == 1 else _FOLLOW_UPS, count)


def promises_line(count: int) -> str:
    """Return `2 promises to keep`."""
    return _counted(_PROMISE if count == 1 else _PROMISES, count)


def points_line(count: int) -> str:
    """Return `3 clients have points that expire soon`."""
    return _counted(_POINTS_OF_ONE if count == 1 else _POINTS, count)


def missed_line(count: int) -> str:
    """Return `2 missed – still worth a word`."""
    return _counted(_MISSED, count)


def discreet_lines(reminders: Sequence[Reminder]) -> list[str]:
    """Return `王**: 2 to prepare` for every client, in the order of the reminders."""
    counts = Counter(
        (masked(one.occasion.client_display_name or one.occasion.client_name), _pattern(one))
        for one in reminders
    )
    return [
        QCoreApplication.translate("PopUp", pattern).format(name=name, count=count)
        for (name, pattern), count in counts.items()
    ]


def _pattern(reminder: Reminder) -> str:
    return _TO_PREPARE if reminder.stage is Stage.PREPARE else _TODAY


def _counted(words: str, count: int) -> str:
    return QCoreApplication.translate("PopUp", words).format(count=count)
