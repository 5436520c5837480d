"""Openers in words: what to ask, and the fact of hers it rests on."""

import datetime as dt
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.openers import Opener, Topic
from crm_desktop.domain.records import Person
from crm_desktop.domain.school import SchoolTime
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.text.days import day_and_relative, relative
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_LONGEST: Final = 90

_ASK: Final = {
    Opener.COMPLAINT: QT_TRANSLATE_NOOP(
        "Openers", "Say first what has become of her complaint, and ask how she feels about it"
    ),
    Opener.MOURNING: QT_TRANSLATE_NOOP(
        "Openers", "Say a quiet word of sympathy, and let her talk if she wants to"
    ),
    Opener.PROMISE: QT_TRANSLATE_NOOP("Openers", "Begin with what you promised: {words}"),
    Opener.RECOVERY: QT_TRANSLATE_NOOP("Openers", "Ask how she is recovering"),
    Opener.ANNIVERSARY: QT_TRANSLATE_NOOP("Openers", "Speak of their wedding anniversary"),
    Opener.VALUED_DAY: QT_TRANSLATE_NOOP("Openers", "Speak of {words}, a day she values"),
    Opener.LAST_TALK: QT_TRANSLATE_NOOP("Openers", "Take up your last talk: {words}"),
    Opener.GIFT_REACTION: QT_TRANSLATE_NOOP(
        "Openers", "Come back to what she said of the gift – {words}"
    ),
    Opener.GIFT_UNANSWERED: QT_TRANSLATE_NOOP("Openers", "Ask how the gift was liked: {words}"),
    Opener.LAST_VISIT: QT_TRANSLATE_NOOP("Openers", "Take up her last visit: {words}"),
    Opener.LONG_AWAY: QT_TRANSLATE_NOOP("Openers", "Ask how she has been all this time"),
    Opener.HOBBY: QT_TRANSLATE_NOOP("Openers", "Ask about her hobby: {words}"),
    Opener.CHILD: QT_TRANSLATE_NOOP("Openers", "Ask how {person} is doing"),
    Opener.LIKING: QT_TRANSLATE_NOOP("Openers", "Have something ready that she likes: {words}"),
}
_HER_BIRTHDAY: Final = {
    -1: QT_TRANSLATE_NOOP("Openers", "Ask how she spent her birthday"),
    0: QT_TRANSLATE_NOOP("Openers", "It is her birthday: congratulate her first"),
    1: QT_TRANSLATE_NOOP("Openers", "Ask how she will spend her birthday"),
}
_BIRTHDAY: Final = {
    -1: QT_TRANSLATE_NOOP("Openers", "Ask how the birthday of {person} was"),
    0: QT_TRANSLATE_NOOP("Openers", "It is the birthday of {person}: congratulate her"),
    1: QT_TRANSLATE_NOOP("Openers", "Ask how the birthday of {person} will be celebrated"),
}
_SCHOOL: Final = {
    SchoolTime.FIRST_KINDERGARTEN: QT_TRANSLATE_NOOP(
        "Openers", "{person} is of the age to start kindergarten: ask how it goes"
    ),
    SchoolTime.FIRST_SCHOOL: QT_TRANSLATE_NOOP(
        "Openers", "{person} is of the age to start school: ask how it goes"
    ),
    SchoolTime.NEW_TERM: QT_TRANSLATE_NOOP(
        "Openers", "The term has begun: ask how {person} likes it"
    ),
    SchoolTime.MID_TERM: QT_TRANSLATE_NOOP(
        "Openers", "It is the time of mid-term exams: ask how {person} is doing at school"
    ),
    SchoolTime.FINALS: QT_TRANSLATE_NOOP(
        "Openers", "It is the time of the final exams: ask after {person}"
    ),
    SchoolTime.WINTER_BREAK: QT_TRANSLATE_NOOP(
        "Openers", "It is the winter break: ask what {person} is up to"
    ),
    SchoolTime.ENTRANCE_EXAM: QT_TRANSLATE_NOOP(
        "Openers", "It is the season of entrance exams: ask after {person}"
    ),
    SchoolTime.SUMMER_BREAK: QT_TRANSLATE_NOOP(
        "Openers", "It is the summer break: ask what {person} is up to"
    ),
}
_BEFORE_DUE: Final = QT_TRANSLATE_NOOP("Openers", "due {day}")
_TURNS: Final = QT_TRANSLATE_NOOP("Openers", "turns {age}")
_TURNED: Final = QT_TRANSLATE_NOOP("Openers", "turned {age}")
_YEARS: Final = QT_TRANSLATE_NOOP("Openers", "{age} years")
_OLD: Final = QT_TRANSLATE_NOOP("Openers", "{age} years old")
_LAST_SEEN: Final = QT_TRANSLATE_NOOP("Openers", "last here {when}")
_ALONE: Final = QT_TRANSLATE_NOOP("Openers", "only when she is alone")
_DOT: Final = " · "


def opener(topic: Topic) -> str:
    """Return what to begin with: `Ask how the birthday of 大宝 will be celebrated`."""
    return _say(
        _pattern(topic), words=shortened(topic.words, _LONGEST), person=person_called(topic.person)
    )


def opener_fact(topic: Topic, today: dt.date) -> str:
    """Return the fact it rests on: `turns 8 · Tue 24 Nov · the day after tomorrow`."""
    parts = [_age(topic, today), _day(topic, today)]
    if topic.code is Opener.COMPLAINT:
        parts.insert(0, shortened(topic.words, _LONGEST))
    if topic.code is Opener.RECOVERY:
        parts.insert(0, topic.words)
    if topic.code in {Opener.SCHOOL, Opener.CHILD}:
        parts.append(topic.words)
    if topic.only_alone:
        parts.append(_say(_ALONE))
    return _DOT.join(part for part in parts if part)


def person_called(person: Person | None) -> str:
    """Return what somebody of her family is called: nickname, name or relation."""
    if person is None:
        return ""
    return person.nickname or person.name or choice(person.relation)


def shortened(words: str, longest: int) -> str:
    """Return words in one line, with an ellipsis where there are more than `longest` signs."""
    line = " ".join(words.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def _pattern(topic: Topic) -> str:
    if topic.code is Opener.OWN_BIRTHDAY:
        return _HER_BIRTHDAY[topic.towards]
    if topic.code is Opener.BIRTHDAY:
        return _BIRTHDAY[topic.towards]
    if topic.school is not None:
        return _SCHOOL[topic.school]
    return _ASK[topic.code]


def _age(topic: Topic, today: dt.date) -> str:
    if topic.age is None:
        return ""
    if topic.code in {Opener.OWN_BIRTHDAY, Opener.BIRTHDAY}:
        is_past = topic.on is not None and topic.on < today
        return _say(_TURNED if is_past else _TURNS, age=topic.age)
    return _say(_YEARS if topic.person is None else _OLD, age=topic.age)


def _day(topic: Topic, today: dt.date) -> str:
    if topic.on is None:
        return ""
    if topic.code is Opener.LONG_AWAY:
        return _say(_LAST_SEEN, when=relative(topic.on, today))
    told = day_and_relative(topic.on, today)
    return _say(_BEFORE_DUE, day=told) if topic.code is Opener.PROMISE else told


def _say(english: str, **facts: object) -> str:
    return QCoreApplication.translate("Openers", english).format(**facts)
