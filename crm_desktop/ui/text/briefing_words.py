"""The words a briefing is put together from: its lines, names, lists and days."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.records import Person
from crm_desktop.ui.text.days import day_and_relative, day_with_year
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP
from crm_desktop.ui.text.openers import person_called, shortened

LONG: Final = 100
LONGEST_WORD: Final = 30
LONGEST: Final = 300
_LONGEST_NAME: Final = 16
_NAMED: Final = 3
NEAR_DAYS: Final = 60
_AND_MORE: Final = QT_TRANSLATE_NOOP("Briefing", "{names} and {count} more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """One line: what is to be known, in second colour what it rests on; urgent ones are red."""

    text: str
    detail: str = ""
    is_urgent: bool = False


def names(persons: Sequence[Person]) -> str:
    """Return the names of at most three in a list, and how many more."""
    named = listed(shortened(person_called(each), _LONGEST_NAME) for each in persons[:_NAMED])
    left = len(persons) - _NAMED
    return named if left <= 0 else say(_AND_MORE, names=named, count=left)


def joined(*parts: str) -> str:
    """Return the parts that say something, a dot between them."""
    return " · ".join(part for part in parts if part)


def near_day(on: dt.date | None, today: dt.date) -> str:
    """Return a day as it is said: `Tue 24 Nov · tomorrow`, far ones with the year."""
    if on is None or on == dt.date.min:
        return ""
    if abs((on - today).days) > NEAR_DAYS:
        return day_with_year(on)
    return day_and_relative(on, today)


def sentence_case(words: str) -> str:
    """Return words that begin a sentence."""
    return words[:1].upper() + words[1:]


def listed(words: Iterable[str]) -> str:
    """Return the words there are in a list."""
    return QCoreApplication.translate("Briefing", ", ").join(word for word in words if word)


def say(english: str, **facts: object) -> str:
    """Return a text of the briefing with its facts."""
    return QCoreApplication.translate("Briefing", english).format(**facts)
