"""Occasions and reminders in words: whose day it is, what is to be done, the red line."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.occasions import Kind, Milestone, Occasion, Reminder, Stage, What
from crm_desktop.domain.records import Knows, Person, Relation
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.text.days import day, relative
from crm_desktop.ui.text.discretion import careful_line, discreet_name, is_discreet
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_PREPARE: Final = {
    What.CAKE: QT_TRANSLATE_NOOP(
        "Occasions", "Order a cake, then call her so that she does not buy a second one"
    ),
    What.FLOWERS: QT_TRANSLATE_NOOP("Occasions", "Order flowers or a cake: lilies or carnations"),
    What.SMALL_GIFT: QT_TRANSLATE_NOOP("Occasions", "Find something small: a lamp, scented oil"),
    What.GREETING: QT_TRANSLATE_NOOP("Occasions", "Think of a greeting"),
    What.CALL: QT_TRANSLATE_NOOP("Occasions", "Call her"),
}
_ON_THE_DAY: Final = {
    What.FLOWERS: QT_TRANSLATE_NOOP("Occasions", "Have the flowers delivered and greet her"),
    What.SMALL_GIFT: QT_TRANSLATE_NOOP("Occasions", "Hand over the gift and greet her"),
    What.GREETING: QT_TRANSLATE_NOOP("Occasions", "Send her a greeting"),
    What.CALL: QT_TRANSLATE_NOOP("Occasions", "Call her"),
}
_YEARLY: Final = {
    Kind.BIRTHDAY: QT_TRANSLATE_NOOP("Occasions", "Birthday, turns {age}"),
    Kind.ANNIVERSARY: QT_TRANSLATE_NOOP("Occasions", "Wedding anniversary, {age} years"),
}
_CALL_CHILD: Final = QT_TRANSLATE_NOOP("Occasions", "Have the cake delivered to the child")
_CALL_PARTNER: Final = QT_TRANSLATE_NOOP("Occasions", "Have the cake delivered")


def client_called(occasion: Occasion) -> str:
    """Return what the client is called on screen."""
    return discreet_name(occasion.client_display_name or occasion.client_name)


def person_called(occasion: Occasion) -> str:
    """Return what a person of the family is called: the nickname, the name, or the relation."""
    if occasion.person_relation is None:
        return ""
    name = discreet_name(occasion.person_nickname or occasion.person_name)
    return name or choice(occasion.person_relation)


def whose(occasion: Occasion) -> str:
    """Return `王姐` or `王姐 · 大宝`."""
    person = person_called(occasion)
    if not person:
        return client_called(occasion)
    pattern = QCoreApplication.translate("Occasions", "{client} · {person}")
    return pattern.format(client=client_called(occasion), person=person)


def event(occasion: Occasion) -> str:
    """Return what the day is: `60 岁生日 · 整寿`, `满月`, or its own name."""
    if is_discreet():
        return _sentence_case(choice(occasion.kind))
    if occasion.kind is Kind.VALUED and occasion.label:
        return occasion.label
    if occasion.milestone is not None:
        return _milestone(occasion.milestone)
    if occasion.age is None or occasion.kind not in _YEARLY:
        return _sentence_case(choice(occasion.kind))
    pattern = QCoreApplication.translate("Occasions", _YEARLY[occasion.kind])
    return _with_mark(pattern.format(age=occasion.age), occasion)


def title(occasion: Occasion) -> str:
    """Return `王姐 · 大宝: Birthday, turns 8` in one line, or the name of a festival."""
    if occasion.festival:
        from crm_desktop.ui.text.festivals import festival_name  # noqa: PLC0415 - rare, not at the start

        return occasion.label or festival_name(occasion.festival)
    pattern = QCoreApplication.translate("Occasions", "{whose}: {event}")
    return pattern.format(whose=whose(occasion), event=event(occasion))


def to_do(reminder: Reminder) -> str:
    """Return what is to be done at this stage: order a cake, then call her; send a greeting."""
    return QCoreApplication.translate("Occasions", _to_do(reminder))


def red_line(occasion: Occasion) -> str:
    """Return the warning that somebody does not know about the treatments, or nothing."""
    names = [called(person) for person in occasion.unaware]
    if not names and occasion.knows is Knows.NO:
        names = [person_called(occasion)]
    return careful_line(unaware_line(names))


def unaware_line(names: Sequence[str]) -> str:
    """Return that these do not know about her treatments, "" where there are none."""
    if not names:
        return ""
    if len(names) == 1:
        pattern = QCoreApplication.translate(
            "Occasions", "{person} does not know about her treatments: no word of the clinic"
        )
    else:
        pattern = QCoreApplication.translate(
            "Occasions", "{person} do not know about her treatments: no word of the clinic"
        )
    between = QCoreApplication.translate("Occasions", ", ", "between names")
    return pattern.format(person=_sentence_case(between.join(names)))


def called(person: Person) -> str:
    """Return what a person is called: nickname, name, or what that person is to her."""
    return person.nickname or person.name or choice(person.relation)


def when(reminder: Reminder, today: dt.date) -> str:
    """Return `Tue 24 Nov · the day after tomorrow`."""
    pattern = QCoreApplication.translate("Occasions", "{day} · {relative}")
    return pattern.format(day=day(reminder.on), relative=relative(reminder.on, today))


def gift_item(what: What) -> str:
    """Return the word a gift of this sort is entered under unless she types another."""
    return "" if what in {What.GREETING, What.CALL} else choice(what)


def _milestone(milestone: Milestone) -> str:
    from crm_desktop.ui.text.years import milestone_words  # noqa: PLC0415 - rare, not at the start

    return milestone_words(milestone)


def _with_mark(event_words: str, occasion: Occasion) -> str:
    """Return `60 岁生日 · 整寿`, `结婚纪念日 10 周年 · 锡婚`; most years have nothing to add."""
    if occasion.kind is Kind.BIRTHDAY and not occasion.marks:
        return event_words
    from crm_desktop.ui.text.years import mark_words, wedding_name  # noqa: PLC0415 - as above

    is_wedding = occasion.kind is Kind.ANNIVERSARY
    mark = (
        wedding_name(occasion.age)
        if is_wedding
        else mark_words(occasion.marks, occasion.nominal_age)
    )
    return f"{event_words} · {mark}" if mark else event_words


def _sentence_case(words: str) -> str:
    return words[:1].upper() + words[1:]


def _to_do(reminder: Reminder) -> str:
    occasion = reminder.occasion
    if reminder.stage is Stage.PREPARE:
        return _PREPARE.get(reminder.what, _PREPARE[What.SMALL_GIFT])
    if reminder.what is What.CAKE:
        child = occasion.person_relation is Relation.CHILD
        return _CALL_CHILD if child else _CALL_PARTNER
    return _ON_THE_DAY.get(reminder.what, _ON_THE_DAY[What.GREETING])
