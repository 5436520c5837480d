"""What was heard about a client, set against what her file holds: proposals to accept or not."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.dates import DatedFact
from crm_desktop.domain.matching import name_key, same_day
from crm_desktop.domain.records import DateKind, Person, PreferenceKind, Relation, Sex


class Goes(StrEnum):
    """Where a thing that was heard belongs in her file."""

    BIRTHDAY = "birthday"
    WEDDING = "wedding"
    PERSON = "person"
    PHONE = "phone"
    WECHAT = "wechat"
    LIKE = "like"
    TABOO = "taboo"
    ALLERGY = "allergy"
    PROMISE = "promise"
    NEXT = "next"
    PROJECT = "project"
    GIFT = "gift"
    GIFT_IDEA = "gift_idea"
    TALK = "talk"
    NOTE = "note"


class Standing(StrEnum):
    """How a thing that was heard stands to what is known."""

    NEW = "new"
    FILLS = "fills"
    DIFFERS = "differs"
    KNOWN = "known"


TASTES: Final = {
    Goes.LIKE: PreferenceKind.LIKE,
    Goes.TABOO: PreferenceKind.TABOO,
    Goes.ALLERGY: PreferenceKind.ALLERGY,
}
DAYS: Final = {Goes.BIRTHDAY: DateKind.BIRTHDAY, Goes.WEDDING: DateKind.WEDDING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """Somebody of her family as spoken of: 女儿, 大宝, 老公; `sex` where the word says it."""

    relation: Relation
    word: str
    sex: Sex | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One thing that was said; `kin` None is about the client herself.

    `words` is what is to be written; `day` a date that comes round; `on` a day in the calendar
    (when next to talk, when due, when given); `said_on` the day of the chat it was said on.
    """

    goes: Goes
    words: str = ""
    kin: Kin | None = None
    day: DatedFact | None = None
    on: dt.date | None = None
    occasion: str = ""
    reaction: str = ""
    said_on: dt.date | None = None
    is_sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What would be written of one thing that was heard.

    `person` is whom of her family it is about, if the file has the person; `record_id` is
    what it is written over; `before` is what stands there and differs. Only what `is_sure`
    is ticked from the start; what is KNOWN writes nothing.
    """

    heard: Heard
    standing: Standing = Standing.NEW
    person: Person | None = None
    record_id: int = 0
    before: DatedFact | str | None = None
    is_sure: bool = True

    @property
    def can_be_taken(self) -> bool:
        """Return whether it would write anything."""
        return self.standing is not Standing.KNOWN


def proposed(heard: Iterable[Heard], folder: ClientFolder) -> tuple[Proposal, ...]:
    """Return what each thing heard comes to in this file, each once, in the order heard."""
    found: dict[Proposal, Proposal] = {}
    for one in heard:
        for proposal in _proposals(one, folder):
            # Said again on another day, it is the same fact, learnt on the first of them.
            found.setdefault(replace(proposal, heard=replace(one, said_on=None)), proposal)
    return tuple(found.values())


def _proposals(heard: Heard, folder: ClientFolder) -> Iterator[Proposal]:
    """Yield one proposal, or one for each person who may be meant, none of them sure."""
    if heard.kin is None:
        yield _held_against(Proposal(heard=heard, is_sure=heard.is_sure), folder)
        return
    meant = people_meant(heard.kin, folder.persons)
    if not meant:
        yield _held_against(Proposal(heard=heard, is_sure=heard.is_sure), folder)
    for person in meant:
        sure = heard.is_sure and len(meant) == 1
        yield _held_against(Proposal(heard=heard, person=person, is_sure=sure), folder)


def people_meant(kin: Kin, persons: Sequence[Person]) -> tuple[Person, ...]:
    """Return who of the family may be meant: called so, else all of that relation and sex."""
    word = name_key(kin.word)
    called = [one for one in persons if word in {name_key(one.name), name_key(one.nickname)}]
    if called:
        return tuple(called)
    return tuple(
        one
        for one in persons
        if one.relation is kin.relation and (kin.sex is None or one.sex in {None, kin.sex})
    )


def _held_against(proposal: Proposal, folder: ClientFolder) -> Proposal:
    heard = proposal.heard
    if heard.goes in DAYS and heard.day is not None:
        return _day(proposal, heard.day, folder)
    if heard.goes is Goes.WECHAT:
        return _text(proposal, folder.client.wechat)
    if heard.goes is Goes.PERSON:
        return proposal if proposal.person is None else _text(proposal, proposal.person.name)
    return _known(proposal) if heard.words and _is_there(proposal, folder) else proposal


def _day(proposal: Proposal, day: DatedFact, folder: ClientFolder) -> Proposal:
    if proposal.heard.kin is not None and proposal.person is None:
        return proposal
    person_id = None if proposal.person is None else proposal.person.id
    ours = folder.main_date(DAYS[proposal.heard.goes], person_id)
    if ours is None:
        return proposal
    found = replace(proposal, record_id=ours.id)
    if not same_day(ours.fact, day):
        return replace(found, standing=Standing.DIFFERS, before=ours.fact, is_sure=False)
    if ours.year is None and day.year is not None:
        return replace(found, standing=Standing.FILLS)
    return _known(found)


def _text(proposal: Proposal, ours: str) -> Proposal:
    """Return the proposal for a field of one text: filled, known, or another."""
    if not ours:
        return replace(proposal, standing=Standing.FILLS)
    if name_key(ours) == name_key(proposal.heard.words):
        return _known(proposal)
    return replace(proposal, standing=Standing.DIFFERS, before=ours, is_sure=False)


def _known(proposal: Proposal) -> Proposal:
    return replace(proposal, standing=Standing.KNOWN, is_sure=False)


def _is_there(proposal: Proposal, folder: ClientFolder) -> bool:
    """Return whether the file holds the very same already."""
    words = name_key(proposal.heard.words)
    return words in {name_key(text) for text in _held(proposal, folder)}


def _held(proposal: Proposal, folder: ClientFolder) -> Iterator[str]:
    """Yield the texts of the file that a thing of this kind would stand among."""
    goes = proposal.heard.goes
    person_id = None if proposal.person is None else proposal.person.id
    if goes is Goes.PHONE:
        yield from (phone.digits for phone in folder.phones)
    elif goes in TASTES:
        for one in folder.preferences:
            if one.kind is TASTES[goes] and one.person_id == person_id:
                yield one.text
    elif goes is Goes.PROJECT:
        yield from (one.project for one in folder.potential if one.closed_on is None)
    elif goes is Goes.PROMISE:
        yield from (one.what for one in folder.promises)
    elif goes is Goes.NOTE:
        yield from folder.client.notes.split("\n")


def rest_as(proposal: Proposal, goes: Goes) -> Proposal:
    """Return what was left over, to be written as another kind of fact."""
    said = replace(proposal.heard, goes=goes)
    return replace(proposal, heard=said, standing=Standing.NEW, is_sure=True)
