"""The card of a reminder in words: whose it is, what is to be done, what its buttons say."""

import datetime as dt
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.occasions import UNTIL_DONE, Kind, Occasion, Reminder, Stage, What
from crm_desktop.ui.text.discretion import is_discreet
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP
from crm_desktop.ui.text.occasions import event, to_do, when, whose

_OF_STAGE: Final = {
    Stage.CONFIRM: QT_TRANSLATE_NOOP("Cards", "Ask the shop whether it comes as ordered"),
    Stage.REACTION: QT_TRANSLATE_NOOP("Cards", "Note how it was received"),
}
_CAKE_DAY: Final = QT_TRANSLATE_NOOP(
    "Cards", "Have the cake delivered, and call her so that she buys no second one"
)
_LATE: Final = QT_TRANSLATE_NOOP("Cards", "The day has just passed: a word still pleases her")
_OF_KIND: Final = {
    Kind.FOLLOW_UP: QT_TRANSLATE_NOOP("Cards", "Get in touch and note what came of it"),
    Kind.CARE: QT_TRANSLATE_NOOP("Cards", "Ask how she is recovering"),
    Kind.PROMISE: QT_TRANSLATE_NOOP("Cards", "Keep what you promised"),
    Kind.POINTS: QT_TRANSLATE_NOOP("Cards", "Tell her before they expire"),
}
_FESTIVAL_AHEAD: Final = QT_TRANSLATE_NOOP("Cards", "Think of what to send, and to whom")
_FESTIVAL: Final = QT_TRANSLATE_NOOP("Cards", "Greet them and tick them off")
_POINTS: Final = QT_TRANSLATE_NOOP("Cards", "{count} points expire")
_TO_GREET: Final = QT_TRANSLATE_NOOP("Cards", "{count} clients to greet")
_ONE_TO_GREET: Final = QT_TRANSLATE_NOOP("Cards", "{count} client to greet")
_WHEN: Final = QT_TRANSLATE_NOOP("Cards", "{event} · {when}")


def card_title(occasion: Occasion) -> str:
    """Return `王姐 · 大宝`, or the name of a festival."""
    if occasion.kind is not Kind.FESTIVAL:
        return whose(occasion)
    from crm_desktop.ui.text.festivals import festival_name  # noqa: PLC0415 - rare, not at the start

    return occasion.label or festival_name(occasion.festival)


def card_line(reminder: Reminder, today: dt.date, *, with_day: bool) -> str:
    """Return `Birthday, turns 8 · Tue 24 Nov · the day after tomorrow`; the day only if asked."""
    told = _what(reminder.occasion)
    return _say(_WHEN, event=told, when=when(reminder, today)) if with_day else told


def card_deed(reminder: Reminder, today: dt.date) -> str:
    """Return what is to be done at this stage; once the day has passed, what still can be."""
    if reminder.stage is Stage.DAY and reminder.on < today and reminder.occasion.date_id:
        return _say(_LATE)
    kind = reminder.occasion.kind
    if kind is Kind.FESTIVAL:
        return _say(_FESTIVAL_AHEAD if reminder.stage is Stage.PREPARE else _FESTIVAL)
    words = _OF_KIND.get(kind) or _OF_STAGE.get(reminder.stage)
    if words is None and reminder.stage is Stage.DAY and reminder.what is What.CAKE:
        words = _CAKE_DAY
    return to_do(reminder) if words is None else _say(words)


def _what(occasion: Occasion) -> str:
    if occasion.kind is Kind.FESTIVAL:
        words = _ONE_TO_GREET if occasion.clients == 1 else _TO_GREET
        return _say(words, count=occasion.clients)
    if occasion.kind is Kind.POINTS and occasion.points and not is_discreet():
        return _say(_POINTS, count=f"{occasion.points:,}")
    if occasion.kind in UNTIL_DONE and occasion.label and not is_discreet():
        return occasion.label
    return event(occasion)


def _say(english: str, **facts: object) -> str:
    return QCoreApplication.translate("Cards", english).format(**facts)
