"""The briefing in words, part by part: the screen and the paper say the same."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from crm_desktop.domain.briefing import Briefing, LastTime, Missing
from crm_desktop.domain.private_text import without_private
from crm_desktop.ui.text.amounts import money
from crm_desktop.ui.text.briefing_lines import (
    AGED,
    caution_line,
    deposit_line,
    gift_line,
    last_talk,
    last_visit,
    package_line,
    promise_line,
    relative_line,
    untreated_line,
    whose,
    wish_line,
)
from crm_desktop.ui.text.briefing_words import (
    LONG,
    LONGEST,
    Say,
    joined,
    listed,
    names,
    say,
    sentence_case,
)
from crm_desktop.ui.text.days import relative
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP
from crm_desktop.ui.text.openers import opener, opener_fact, shortened


class Slot(StrEnum):
    """The parts of a briefing in the order of reading."""

    OPENERS = "openers"
    CAUTIONS = "cautions"
    TABOOS = "taboos"
    PROMISES = "promises"
    LAST = "last"
    FAMILY = "family"
    GIFT = "gift"
    CLINIC = "clinic"
    WISHES = "wishes"
    LIKES = "likes"
    NOTES = "notes"
    PRIVATE = "private"
    ASK = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part with a heading and its lines; parts without lines are left out."""

    slot: Slot
    title: str
    says: tuple[Say, ...]


_TITLES: Final = {
    Slot.OPENERS: QT_TRANSLATE_NOOP("Briefing", "To begin with"),
    Slot.LAST: QT_TRANSLATE_NOOP("Briefing", "Last time"),
    Slot.PROMISES: QT_TRANSLATE_NOOP("Briefing", "Promised"),
    Slot.GIFT: QT_TRANSLATE_NOOP("Briefing", "Last gift"),
    Slot.CAUTIONS: QT_TRANSLATE_NOOP("Briefing", "Do not say"),
    Slot.TABOOS: QT_TRANSLATE_NOOP("Briefing", "Taboos and allergies"),
    Slot.FAMILY: QT_TRANSLATE_NOOP("Briefing", "Family"),
    Slot.CLINIC: QT_TRANSLATE_NOOP("Briefing", "Sessions and money open"),
    Slot.WISHES: QT_TRANSLATE_NOOP("Briefing", "May want"),
    Slot.LIKES: QT_TRANSLATE_NOOP("Briefing", "Likes"),
    Slot.NOTES: QT_TRANSLATE_NOOP("Briefing", "Notes"),
    Slot.PRIVATE: QT_TRANSLATE_NOOP("Briefing", "Private, on the screen only"),
    Slot.ASK: QT_TRANSLATE_NOOP("Briefing", "Worth asking"),
}
_ASK: Final = {
    Missing.BIRTHDAY: QT_TRANSLATE_NOOP("Briefing", "When her birthday is, solar or lunar"),
    Missing.FAMILY: QT_TRANSLATE_NOOP("Briefing", "Who is in her family"),
    Missing.CHILD_BIRTHDAY: QT_TRANSLATE_NOOP("Briefing", "When her child's birthday is"),
    Missing.SPOUSE_BIRTHDAY: QT_TRANSLATE_NOOP("Briefing", "When her husband's birthday is"),
    Missing.KNOWS: QT_TRANSLATE_NOOP("Briefing", "Who knows about her treatments"),
    Missing.ALLERGIES: QT_TRANSLATE_NOOP("Briefing", "Whether she is allergic to anything"),
    Missing.LIKES: QT_TRANSLATE_NOOP("Briefing", "What she likes to drink, to eat, to do"),
}
_UNAWARE: Final = QT_TRANSLATE_NOOP(
    "Briefing", "{names} must not hear of her treatments: no word of the clinic in front of them."
)
_STORED: Final = QT_TRANSLATE_NOOP("Briefing", "Stored value left: {sum}")
_ALLERGIC: Final = QT_TRANSLATE_NOOP("Briefing", "Allergic: {what}")
_HEALTH: Final = QT_TRANSLATE_NOOP("Briefing", "Health: {what}")
_SEEN: Final = QT_TRANSLATE_NOOP("Briefing", "last here {when}")
_NEVER: Final = QT_TRANSLATE_NOOP("Briefing", "not here yet")


def parts(briefing: Briefing, today: dt.date) -> tuple[Part, ...]:
    """Return what there is to say, in the order of reading; empty parts are left out.

    The part `PRIVATE` has no place on paper.
    """
    told = ((slot, tuple(_SAYS[slot](briefing, today))) for slot in Slot)
    return tuple(
        Part(slot=slot, title=say(_TITLES[slot]), says=says) for slot, says in told if says
    )


def red_line(briefing: Briefing) -> str:
    """Return who must not hear of the treatments in one sentence, "" where there is nobody."""
    if not briefing.unaware:
        return ""
    return sentence_case(say(_UNAWARE, names=names(briefing.unaware)))


def heading_facts(briefing: Briefing, today: dt.date) -> str:
    """Return the line under her name: age, how long she was not here, what she does and is like.

    What is written on paper says less: `domain.briefing.for_paper`.
    """
    client = briefing.client
    aged = "" if briefing.age is None else say(AGED, age=briefing.age)
    formal = client.name if client.name != client.called else ""
    seen = briefing.last_visit
    last = say(_NEVER) if seen is None else say(_SEEN, when=relative(seen.on, today))
    return joined(formal, aged, last, client.occupation, client.personality)


def _openers(briefing: Briefing, today: dt.date) -> Iterable[Say]:
    for topic in briefing.openers:
        yield Say(text=opener(topic), detail=opener_fact(topic, today))


def _last(briefing: Briefing, today: dt.date) -> Iterable[Say]:
    both = [each for each in (briefing.last_visit, briefing.last_talk) if each is not None]
    for each in sorted(both, key=_on, reverse=True):
        yield last_visit(each, today) if each.visit else last_talk(each, today)


def _on(last: LastTime) -> dt.date:
    return last.on


def _promises(briefing: Briefing, today: dt.date) -> Iterable[Say]:
    for promise in briefing.promises:
        yield promise_line(promise, today)


def _gift(briefing: Briefing, today: dt.date) -> Iterable[Say]:
    if briefing.last_gift is not None:
        yield gift_line(briefing.last_gift, briefing.gift_person, today)


def _cautions(briefing: Briefing, today: dt.date) -> Iterable[Say]:
    for each in briefing.cautions:
        yield caution_line(each, today)


def _taboos(briefing: Briefing, _today: dt.date) -> Iterable[Say]:
    for each in briefing.allergies:
        yield Say(text=say(_ALLERGIC, what=whose(briefing, each)), is_urgent=True)
    if briefing.client.health_notes:
        yield Say(text=say(_HEALTH, what=shortened(briefing.client.health_notes, LONG)))
    if briefing.taboos:
        yield Say(text=listed(whose(briefing, each) for each in briefing.taboos))


def _family(briefing: Briefing, today: dt.date) -> Iterable[Say]:
    unaware = {person.id for person in briefing.unaware}
    for each in briefing.family:
        yield relative_line(each, today, knows=each.person.id not in unaware)


def _clinic(briefing: Briefing, today: dt.date) -> Iterable[Say]:
    for package in briefing.packages:
        yield package_line(package, today)
    for deposit in briefing.deposits:
        yield deposit_line(deposit, today)
    for bill in briefing.untreated:
        yield untreated_line(bill, today)
    if briefing.stored_value:
        yield Say(text=say(_STORED, sum=money(briefing.stored_value)))


def _wishes(briefing: Briefing, today: dt.date) -> Iterable[Say]:
    for wish in briefing.wishes:
        yield wish_line(wish, today)


def _likes(briefing: Briefing, _today: dt.date) -> Iterable[Say]:
    if briefing.likes:
        yield Say(text=listed(whose(briefing, each) for each in briefing.likes))


def _notes(briefing: Briefing, _today: dt.date) -> Iterable[Say]:
    if words := without_private(briefing.client.notes).strip():
        yield Say(text=shortened(words, LONGEST))


def _private(briefing: Briefing, _today: dt.date) -> Iterable[Say]:
    if words := briefing.client.private_notes.strip():
        yield Say(text=shortened(words, LONGEST))


def _ask(briefing: Briefing, _today: dt.date) -> Iterable[Say]:
    for each in briefing.missing:
        yield Say(text=say(_ASK[each]))


_SAYS: Final[dict[Slot, Callable[[Briefing, dt.date], Iterable[Say]]]] = {
    Slot.OPENERS: _openers,
    Slot.LAST: _last,
    Slot.PROMISES: _promises,
    Slot.GIFT: _gift,
    Slot.CAUTIONS: _cautions,
    Slot.TABOOS: _taboos,
    Slot.FAMILY: _family,
    Slot.CLINIC: _clinic,
    Slot.WISHES: _wishes,
    Slot.LIKES: _likes,
    Slot.NOTES: _notes,
    Slot.PRIVATE: _private,
    Slot.ASK: _ask,
}
