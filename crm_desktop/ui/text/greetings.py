"""Greetings ready to be sent by WeChat: warm, short, and without a word of the clinic."""

import datetime as dt
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.occasions import Kind, Occasion
from crm_desktop.domain.records import Relation
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP
from crm_desktop.ui.text.occasions import client_called, person_called

_HER_BIRTHDAY: Final = QT_TRANSLATE_NOOP(
    "Greetings",
    "{client}, happy birthday! May the new year of your life bring you much joy and good health.",
)
_CHILDS_BIRTHDAY: Final = QT_TRANSLATE_NOOP(
    "Greetings",
    "{client}, it is {person}'s birthday today! A very happy birthday, and may {person} "
    "grow up healthy and merry.",
)
_OTHER_BIRTHDAY: Final = QT_TRANSLATE_NOOP(
    "Greetings",
    "{client}, it is {person}'s birthday today! All the best, and a lovely day together.",
)
_ANNIVERSARY: Final = QT_TRANSLATE_NOOP(
    "Greetings",
    "{client}, happy anniversary! May the two of you be as happy as on the first day.",
)
_VALUED: Final = QT_TRANSLATE_NOOP("Greetings", "{client}, thinking of you today. All the best!")


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


def greeting(occasion: Occasion) -> str:
    """Return the words for the day of `occasion`, addressed to the client."""
    pattern = QCoreApplication.translate("Greetings", _pattern(occasion))
    return pattern.format(client=client_called(occasion), person=person_called(occasion))


def _by_hour(hour: int) -> str:
    if hour < _MORNING_UNTIL:
        return QCoreApplication.translate("Greetings", "Good morning")
    if hour < _NOON_UNTIL:
        return QCoreApplication.translate("Greetings", "Good day")
    if hour < _AFTERNOON_UNTIL:
        return QCoreApplication.translate("Greetings", "Good afternoon")
    return QCoreApplication.translate("Greetings", "Good evening")


def _pattern(occasion: Occasion) -> str:
    if occasion.kind is Kind.ANNIVERSARY:
        return _ANNIVERSARY
    if occasion.kind is not Kind.BIRTHDAY:
        return _VALUED
    if occasion.person_relation is None:
        return _HER_BIRTHDAY
    return _CHILDS_BIRTHDAY if occasion.person_relation is Relation.CHILD else _OTHER_BIRTHDAY
