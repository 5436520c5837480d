"""The briefing in words, part by part: the screen and the paper say the same."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.briefing import Briefing, LastTime, Missing, Relative
from crm_desktop.domain.private_text import without_private
from crm_desktop.domain.records import (
    Bill,
    Deposit,
    DepositState,
    Package,
    Person,
    PotentialProject,
    Preference,
    Promise,
)
from crm_desktop.domain.tact import Caution, Hush
from crm_desktop.ui.text.amounts import money
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.text.days import day_and_relative, day_with_year, relative
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP
from crm_desktop.ui.text.openers import opener, opener_fact, person_called, shortened

_LONG: Final = 100
_LONGEST_WORD: Final = 30
_SOON_DAYS: Final = 30
_LONGEST: Final = 300
_LONGEST_NAME: Final = 16
_NAMED: Final = 3
_NEAR_DAYS: Final = 60


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
class Say:
    """One line: what is to be known, in second colour what it rests on; urgent ones are red."""

    text: str
    detail: str = ""
    is_urgent: bool = False


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
_CAUTIONS: Final = {
    Hush.UNAWARE: QT_TRANSLATE_NOOP(
        "Briefing", "In front of {person}: not a word of treatments, doctors or prices"
    ),
    Hush.PERHAPS_UNAWARE: QT_TRANSLATE_NOOP(
        "Briefing", "Not sure whether {person} knows: no word of treatments there either"
    ),
    Hush.COMPLAINT: QT_TRANSLATE_NOOP(
        "Briefing", "Her complaint is open: care first, nothing is sold"
    ),
    Hush.MOURNING: QT_TRANSLATE_NOOP(
        "Briefing", "A death in the family: quiet words, nothing merry, nothing is sold"
    ),
    Hush.LOSS: QT_TRANSLATE_NOOP("Briefing", "Do not ask after {person}"),
    Hush.PARTING: QT_TRANSLATE_NOOP("Briefing", "Separated: nothing of husband or wedding"),
    Hush.RECOVERY: QT_TRANSLATE_NOOP("Briefing", "Still recovering: ask how she is, sell nothing"),
    Hush.TOPIC: "{words}",
}
_UNAWARE: Final = QT_TRANSLATE_NOOP(
    "Briefing", "{names} must not hear of her treatments: no word of the clinic in front of them."
)
_OF_VISIT: Final = QT_TRANSLATE_NOOP("Briefing", "Visit")
_NEXT: Final = QT_TRANSLATE_NOOP("Briefing", "next: {step}")
_SATISFIED: Final = QT_TRANSLATE_NOOP("Briefing", "satisfied {n}/5")
_AGAIN: Final = QT_TRANSLATE_NOOP("Briefing", "again {day}")
_OVERDUE: Final = QT_TRANSLATE_NOOP("Briefing", "overdue since {day}")
_DUE: Final = QT_TRANSLATE_NOOP("Briefing", "due {day}")
_LEFT: Final = QT_TRANSLATE_NOOP("Briefing", "{project}: {left} of {bought} left")
_EXPIRES: Final = QT_TRANSLATE_NOOP("Briefing", "until {day}")
_UNTREATED: Final = QT_TRANSLATE_NOOP("Briefing", "{project}: {sum} paid, not treated yet")
_DEPOSIT: Final = QT_TRANSLATE_NOOP("Briefing", "{project}: {sum} deposit")
_NO_PROJECT: Final = QT_TRANSLATE_NOOP("Briefing", "No project named")
_STORED: Final = QT_TRANSLATE_NOOP("Briefing", "Stored value left: {sum}")
_BUDGET: Final = QT_TRANSLATE_NOOP("Briefing", "budget {sum}")
_ALLERGIC: Final = QT_TRANSLATE_NOOP("Briefing", "Allergic: {what}")
_HEALTH: Final = QT_TRANSLATE_NOOP("Briefing", "Health: {what}")
_AGED: Final = QT_TRANSLATE_NOOP("Briefing", "{age} years old")
_BIRTHDAY: Final = QT_TRANSLATE_NOOP("Briefing", "birthday {day}")
_TURNS: Final = QT_TRANSLATE_NOOP("Briefing", "birthday {day}, turns {age}")
_FOR: Final = QT_TRANSLATE_NOOP("Briefing", "for {person}")
_SAID: Final = QT_TRANSLATE_NOOP("Briefing", '"{words}"')
_NOT_KNOWING: Final = QT_TRANSLATE_NOOP("Briefing", "does not know")
_AND_MORE: Final = QT_TRANSLATE_NOOP("Briefing", "{names} and {count} more")
_SEEN: Final = QT_TRANSLATE_NOOP("Briefing", "last here {when}")
_NEVER: Final = QT_TRANSLATE_NOOP("Briefing", "not here yet")
_WHOSE: Final = QT_TRANSLATE_NOOP("Briefing", "{person}: {what}")


def parts(briefing: Briefing, today: dt.date) -> tuple[Part, ...]:
    """Return what there is to say, in the order of reading; empty parts are left out.

    The part `PRIVATE` has no place on paper.
    """
    told = ((slot, tuple(_SAYS[slot](briefing, today))) for slot in Slot)
    return tuple(
        Part(slot=slot, title=_say(_TITLES[slot]), says=says) for slot, says in told if says
    )


def red_line(briefing: Briefing) -> str:
    """Return who must not hear of the treatments in one sentence, "" where there is nobody."""
    if not briefing.unaware:
        return ""
    return _sentence_case(_say(_UNAWARE, names=names(briefing.unaware)))


def heading_facts(briefing: Briefing, today: dt.date) -> str:
    """Return the line under her name: age, what she does, how long she was not here."""
    client = briefing.client
    aged = "" if briefing.age is None else _say(_AGED, age=briefing.age)
    formal = client.name if client.name != client.called else ""
    seen = briefing.last_visit
    last = _say(_NEVER) if seen is None else _say(_SEEN, when=relative(seen.on, today))
    return joined(formal, aged, last, client.occupation, client.personality)


def names(persons: Sequence[Person]) -> str:
    """Return the names of at most three in a list, and how many more."""
    named = _list(shortened(person_called(each), _LONGEST_NAME) for each in persons[:_NAMED])
    left = len(persons) - _NAMED
    return named if left <= 0 else _say(_AND_MORE, names=named, count=left)


def joined(*parts: str) -> str:
    """Return the parts that say something, a dot between them."""
    return " · ".join(part for part in parts if part)


def _openers(briefing: Briefing, today: dt.date) -> Iterable[Say]:
    for topic in briefing.openers:
        yield Say(text=opener(topic), detail=opener_fact(topic, today))


def _last(briefing: Briefing, today: dt.date) -> Iterable[Say]:
    both = [each for each in (briefing.last_visit, briefing.last_talk) if each is not None]
    for each in sorted(both, key=_on, reverse=True):
        yield _last_visit(each, today) if each.visit else _last_talk(each, today)


def _on(last: LastTime) -> dt.date:
    return last.on


def _last_visit(last: LastTime, today: dt.date) -> Say:
    visit = last.visit
    assert visit is not None  # noqa: S101 - asked for by the caller
    kind = _say(_OF_VISIT) if visit.type is None else choice(visit.type)
    step = joined(visit.next_step, _day(visit.next_on, today))
    score = "" if visit.satisfaction is None else _say(_SATISFIED, n=visit.satisfaction)
    detail = joined(
        shortened(visit.notes, _LONG),
        visit.doctor,
        score,
        _say(_NEXT, step=step) if step else "",
    )
    text = joined(day_and_relative(last.on, today), kind, _list(last.done))
    return Say(text=text, detail=detail)


def _last_talk(last: LastTime, today: dt.date) -> Say:
    talk = last.contact
    assert talk is not None  # noqa: S101 - asked for by the caller
    again = _say(_AGAIN, day=_day(talk.next_on, today)) if talk.next_on else ""
    detail = joined(shortened(talk.outcome, _LONG), shortened(talk.notes, _LONG), again)
    return Say(text=joined(day_and_relative(last.on, today), talk.channel), detail=detail)


def _promises(briefing: Briefing, today: dt.date) -> Iterable[Say]:
    for promise in briefing.promises:
        yield _promise(promise, today)


def _promise(promise: Promise, today: dt.date) -> Say:
    text = shortened(promise.what, _LONG)
    if promise.due_on is None:
        return Say(text=text)
    is_late = promise.due_on < today
    pattern = _OVERDUE if is_late else _DUE
    return Say(text=text, detail=_say(pattern, day=_day(promise.due_on, today)), is_urgent=is_late)


def _gift(briefing: Briefing, today: dt.date) -> Iterable[Say]:
    gift = briefing.last_gift
    if gift is None:
        return
    person = person_called(briefing.gift_person)
    whom = _say(_FOR, person=person) if person else ""
    said = _say(_SAID, words=shortened(gift.reaction, _LONG)) if gift.reaction else ""
    text = joined(gift.item, said)
    yield Say(text=text, detail=joined(_day(gift.delivered_on or gift.on, today), whom))


def _cautions(briefing: Briefing, today: dt.date) -> Iterable[Say]:
    for each in briefing.cautions:
        yield _caution(each, today)


def _caution(caution: Caution, today: dt.date) -> Say:
    words = shortened(caution.words, _LONG)
    text = _say(_CAUTIONS[caution.kind], person=names(caution.persons), words=words)
    if caution.kind is Hush.TOPIC and caution.persons:
        text = _say(_WHOSE, person=names(caution.persons), what=text)
    detail = joined("" if caution.kind is Hush.TOPIC else words, _day(caution.on, today))
    is_soft = caution.kind in {Hush.PERHAPS_UNAWARE, Hush.RECOVERY}
    return Say(text=text, detail=detail, is_urgent=not is_soft)


def _taboos(briefing: Briefing, _today: dt.date) -> Iterable[Say]:
    for each in briefing.allergies:
        yield Say(text=_say(_ALLERGIC, what=_whose(briefing, each)), is_urgent=True)
    if briefing.client.health_notes:
        yield Say(text=_say(_HEALTH, what=shortened(briefing.client.health_notes, _LONG)))
    if briefing.taboos:
        yield Say(text=_list(_whose(briefing, each) for each in briefing.taboos))


def _whose(briefing: Briefing, preference: Preference) -> str:
    text = shortened(preference.text, _LONGEST_WORD)
    for each in briefing.family:
        if each.person.id == preference.person_id:
            person = person_called(each.person)
            return _say(_WHOSE, person=person, what=text)
    return text


def _family(briefing: Briefing, today: dt.date) -> Iterable[Say]:
    unaware = {person.id for person in briefing.unaware}
    for each in briefing.family:
        yield _relative(each, today, knows=each.person.id not in unaware)


def _relative(relative: Relative, today: dt.date, *, knows: bool) -> Say:
    person = relative.person
    relation = choice(person.relation)
    called = person_called(person)
    aged = "" if relative.age is None else _say(_AGED, age=relative.age)
    text = joined(
        called,
        "" if relation.lower() in called.lower() else relation,
        aged,
        shortened(person.occupation, _LONG),
    )
    detail = joined(
        "" if knows else _say(_NOT_KNOWING),
        _birthday(relative, today),
        shortened(person.notes, _LONG),
    )
    return Say(text=text, detail=detail, is_urgent=not knows)


def _birthday(relative: Relative, today: dt.date) -> str:
    on = relative.next_on
    if on is None or (on - today).days > _NEAR_DAYS:
        return ""
    pattern = _BIRTHDAY if relative.turns is None else _TURNS
    return _say(pattern, day=_day(on, today), age=relative.turns)


def _clinic(briefing: Briefing, today: dt.date) -> Iterable[Say]:
    for package in briefing.packages:
        yield _package(package, today)
    for deposit in briefing.deposits:
        yield _deposit(deposit, today)
    for bill in briefing.untreated:
        yield _untreated(bill, today)
    if briefing.stored_value:
        yield Say(text=_say(_STORED, sum=money(briefing.stored_value)))


def _package(package: Package, today: dt.date) -> Say:
    text = _say(_LEFT, project=_project(package.project), left=package.left, bought=package.bought)
    if package.expires_on is None:
        return Say(text=text)
    detail = _say(_EXPIRES, day=_day(package.expires_on, today))
    return Say(text=text, detail=detail, is_urgent=(package.expires_on - today).days <= _SOON_DAYS)


def _deposit(deposit: Deposit, today: dt.date) -> Say:
    waits = deposit.state is DepositState.PAID_UNTREATED
    pattern = _UNTREATED if waits else _DEPOSIT
    text = _say(pattern, project=_project(deposit.project), sum=money(deposit.amount))
    return Say(text=text, detail=joined(_day(deposit.on, today), shortened(deposit.notes, _LONG)))


def _untreated(bill: Bill, today: dt.date) -> Say:
    text = _say(_UNTREATED, project=_project(bill.project), sum=money(bill.paid))
    return Say(text=text, detail=_day(bill.on, today))


def _project(name: str) -> str:
    return name or _say(_NO_PROJECT)


def _wishes(briefing: Briefing, today: dt.date) -> Iterable[Say]:
    for wish in briefing.wishes:
        yield _wish(wish, today)


def _wish(wish: PotentialProject, today: dt.date) -> Say:
    budget = "" if wish.budget is None else _say(_BUDGET, sum=money(wish.budget))
    step = joined(shortened(wish.next_step, _LONG), _day(wish.next_on, today))
    after = _say(_NEXT, step=step) if step else ""
    return Say(text=wish.project, detail=joined(shortened(wish.obstacle, _LONG), budget, after))


def _likes(briefing: Briefing, _today: dt.date) -> Iterable[Say]:
    if briefing.likes:
        yield Say(text=_list(_whose(briefing, each) for each in briefing.likes))


def _notes(briefing: Briefing, _today: dt.date) -> Iterable[Say]:
    if words := without_private(briefing.client.notes).strip():
        yield Say(text=shortened(words, _LONGEST))


def _private(briefing: Briefing, _today: dt.date) -> Iterable[Say]:
    if words := briefing.client.private_notes.strip():
        yield Say(text=shortened(words, _LONGEST))


def _ask(briefing: Briefing, _today: dt.date) -> Iterable[Say]:
    for each in briefing.missing:
        yield Say(text=_say(_ASK[each]))


def _day(on: dt.date | None, today: dt.date) -> str:
    if on is None or on == dt.date.min:
        return ""
    if abs((on - today).days) > _NEAR_DAYS:
        return day_with_year(on)
    return day_and_relative(on, today)


def _sentence_case(words: str) -> str:
    return words[:1].upper() + words[1:]


def _list(words: Iterable[str]) -> str:
    return QCoreApplication.translate("Briefing", ", ").join(word for word in words if word)


def _say(english: str, **facts: object) -> str:
    return QCoreApplication.translate("Briefing", english).format(**facts)


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
