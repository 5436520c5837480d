"""Openers: what to begin a talk with, out of what stands in her file and nothing else."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from crm_desktop.domain.ages import age_at
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.dates import policy_from_code
from crm_desktop.domain.gift_words import TREATMENTS, found
from crm_desktop.domain.occurrences import next_occurrence
from crm_desktop.domain.records import (
    ClientDate,
    DateKind,
    GiftState,
    Person,
    PreferenceKind,
    PromiseState,
    Relation,
)
from crm_desktop.domain.school import SchoolTime, school_time
from crm_desktop.domain.tact import Caution, Hush, is_displeased, is_sore, is_unanswered

MOST: Final = 3
SENT_BY_APP: Final = "greeting."
"""How `Contact.about` begins where a contact is a greeting, which tells nothing of her."""

_AHEAD: Final = 14
_BEHIND: Final = 7
_SOON: Final = 7
_FRESH_TALK: Final = 60
_OLD_TALK: Final = 180
_FRESH_GIFT: Final = 180
_UNANSWERED_GIFT: Final = 60
_LONG_AWAY: Final = 90
_OF_HUSBAND: Final = frozenset({Relation.HUSBAND, Relation.WIFE, Relation.PARTNER})
_HOBBY: Final = ("爱好", "hobby", "hobbies", "兴趣")


class Opener(StrEnum):
    """What a talk may begin with."""

    COMPLAINT = "complaint"
    MOURNING = "mourning"
    PROMISE = "promise"
    RECOVERY = "recovery"
    OWN_BIRTHDAY = "own_birthday"
    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"
    VALUED_DAY = "valued_day"
    LAST_TALK = "last_talk"
    GIFT_REACTION = "gift_reaction"
    GIFT_UNANSWERED = "gift_unanswered"
    SCHOOL = "school"
    LAST_VISIT = "last_visit"
    LONG_AWAY = "long_away"
    HOBBY = "hobby"
    CHILD = "child"
    LIKING = "liking"


class Source(StrEnum):
    """The part of the file an opener comes from; each gives one at most."""

    COMPLAINT = "complaint"
    PROMISE = "promise"
    TREATMENT = "treatment"
    OWN_DAY = "own_day"
    FAMILY = "family"
    TALK = "talk"
    GIFT = "gift"
    VISIT = "visit"
    LIKING = "liking"


_OF_THE_CLINIC: Final = frozenset({Source.COMPLAINT, Source.TREATMENT, Source.VISIT})
_MERRY: Final = frozenset({Source.OWN_DAY, Source.GIFT, Source.LIKING})
_QUOTING: Final = frozenset({Opener.LAST_TALK, Opener.LAST_VISIT, Opener.VALUED_DAY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One opener with its facts; `weight` ranks it, `words` stand in the file as they are.

    `on` is the day it is about, -1, 0 or 1 in `towards` says that it is past, today or to come;
    `age` is the years somebody turns or counts.
    `only_alone` says that somebody around her does not know of the treatments it touches.
    """

    code: Opener
    source: Source
    weight: int
    person: Person | None = None
    words: str = ""
    on: dt.date | None = None
    towards: int = 0
    age: int | None = None
    school: SchoolTime | None = None
    only_alone: bool = False


_Rule = Callable[[ClientFolder, dt.date], Iterator[Topic]]


def openers(
    folder: ClientFolder, today: dt.date, known: Sequence[Caution], most: int = MOST
) -> tuple[Topic, ...]:
    """Return the best openers, each from another part of the file, the strongest first.

    In mourning nothing merry, after a parting nothing of the husband, of the dead nothing;
    sore words are never taken up again.
    """
    if folder.client.deceased_on is not None:
        return ()
    kinds = {each.kind for each in known}
    gone = [one for each in known if each.kind is Hush.LOSS for one in each.persons]
    if any(one.relation in _OF_HUSBAND for one in gone):
        kinds.add(Hush.PARTING)
    spared = {one.id for one in gone}
    offered = [*_of_cautions(known)]
    for rule in _RULES:
        offered += rule(folder, today)
    fitting = [
        topic
        for topic in offered
        if _may_be_said(topic, kinds, spared)
        and not (topic.code in _QUOTING and is_sore(topic.words, known))
    ]
    best: dict[Source, Topic] = {}
    for topic in sorted(fitting, key=_heaviest_first):
        best.setdefault(topic.source, topic)
    clinic = (*TREATMENTS, *_projects(folder))
    return tuple(_with_care(topic, kinds, clinic) for topic in list(best.values())[:most])


def _heaviest_first(topic: Topic) -> tuple[int, str, int, str]:
    return -topic.weight, topic.code, topic.person.id if topic.person else 0, topic.words


def _may_be_said(topic: Topic, kinds: set[Hush], spared: set[int]) -> bool:
    if topic.person is not None and topic.person.id in spared:
        return False
    is_merry = topic.source in _MERRY or topic.code is Opener.BIRTHDAY
    if is_merry and Hush.MOURNING in kinds:
        return False
    of_husband = topic.person is not None and topic.person.relation in _OF_HUSBAND
    return not (Hush.PARTING in kinds and (of_husband or topic.code is Opener.ANNIVERSARY))


def _with_care(topic: Topic, kinds: set[Hush], clinic: Sequence[str]) -> Topic:
    if not kinds & {Hush.UNAWARE, Hush.PERHAPS_UNAWARE}:
        return topic
    tells = topic.source in _OF_THE_CLINIC or bool(found(topic.words, clinic))
    return replace(topic, only_alone=tells)


def _projects(folder: ClientFolder) -> Iterator[str]:
    """Yield the names of all she had done or may have, by which words give it away."""
    kinds = (folder.completed, folder.potential, folder.packages, folder.deposits, folder.bills)
    yield from dict.fromkeys(each.project for records in kinds for each in records)


def _of_cautions(known: Sequence[Caution]) -> Iterator[Topic]:
    codes = {
        Hush.COMPLAINT: (Opener.COMPLAINT, Source.COMPLAINT, 100),
        Hush.MOURNING: (Opener.MOURNING, Source.TALK, 98),
        Hush.RECOVERY: (Opener.RECOVERY, Source.TREATMENT, 85),
    }
    for each in known:
        if each.kind in codes:
            code, source, weight = codes[each.kind]
            yield Topic(code=code, source=source, weight=weight, words=each.words, on=each.on)


def _promises(folder: ClientFolder, today: dt.date) -> Iterator[Topic]:
    for promise in folder.promises:
        if promise.state is not PromiseState.OPEN or not promise.what:
            continue
        due = promise.due_on
        weight = 60
        if due is not None:
            weight = 95 if due <= today else 90 if (due - today).days <= _SOON else 60
        yield Topic(
            code=Opener.PROMISE, source=Source.PROMISE, weight=weight, words=promise.what, on=due
        )


def _days(folder: ClientFolder, today: dt.date) -> Iterator[Topic]:
    for date in folder.dates:
        if date.is_ended or not date.is_main:
            continue
        on = _near_day(date, today)
        if on is not None:
            topic = _day(date, on, folder.person(date.person_id))
            yield replace(topic, towards=(on > today) - (on < today))


def _day(date: ClientDate, on: dt.date, person: Person | None) -> Topic:
    age = age_at(date.fact, on, policy_from_code(date.policy))
    if date.kind is DateKind.WEDDING:
        code, weight = Opener.ANNIVERSARY, 72
    elif date.kind is DateKind.VALUED:
        code, weight = Opener.VALUED_DAY, 71
    elif person is None:
        code, weight = Opener.OWN_BIRTHDAY, 80
    else:
        code, weight = Opener.BIRTHDAY, 78 if person.relation is Relation.CHILD else 74
    source = Source.OWN_DAY if person is None else Source.FAMILY
    return Topic(
        code=code, source=source, weight=weight, person=person, words=date.label, on=on, age=age
    )


def _near_day(date: ClientDate, today: dt.date) -> dt.date | None:
    """Return the day it comes round close to today, behind or ahead."""
    first = today - dt.timedelta(days=_BEHIND)
    on = next_occurrence(date.fact, policy_from_code(date.policy), first)
    return on if on is not None and (on - today).days <= _AHEAD else None


def _talks(folder: ClientFolder, today: dt.date) -> Iterator[Topic]:
    for talk in folder.contacts:
        words, days = talk.outcome or talk.notes, (today - talk.on).days
        is_hers = not talk.about.startswith(SENT_BY_APP) and not is_unanswered(talk.outcome)
        if words and is_hers and 0 <= days <= _OLD_TALK:
            weight = 70 if days <= _FRESH_TALK else 45
            # Of several the latest speaks: a day costs less than any rule is apart.
            weight -= min(days // _SOON, 9)
            yield Topic(
                code=Opener.LAST_TALK, source=Source.TALK, weight=weight, words=words, on=talk.on
            )


def _gifts(folder: ClientFolder, today: dt.date) -> Iterator[Topic]:
    given = [gift for gift in folder.gifts if gift.state is GiftState.GIVEN and gift.item]
    days = [(gift.delivered_on or gift.on, gift) for gift in given]
    past = [(on, gift) for on, gift in days if on is not None and on <= today]
    if not past:
        return
    on, gift = max(past, key=_by_day)
    if is_displeased(gift.reaction):
        return
    ago = (today - on).days
    words = gift.reaction or gift.item
    person = folder.person(gift.person_id)
    if gift.reaction and ago <= _FRESH_GIFT:
        code, weight = Opener.GIFT_REACTION, 66
        words = f"{gift.item}: {gift.reaction}"
    elif ago <= _UNANSWERED_GIFT:
        code, weight = Opener.GIFT_UNANSWERED, 62
    else:
        return
    yield Topic(code=code, source=Source.GIFT, weight=weight, person=person, words=words, on=on)


def _by_day(dated: tuple[dt.date, object]) -> dt.date:
    return dated[0]


def _children(folder: ClientFolder, today: dt.date) -> Iterator[Topic]:
    for person in folder.persons:
        if person.relation is not Relation.CHILD:
            continue
        born = folder.main_date(DateKind.BIRTHDAY, person.id)
        age = None if born is None else age_at(born.fact, today, policy_from_code(born.policy))
        school = None if age is None else school_time(age, today)
        code = Opener.CHILD if school is None else Opener.SCHOOL
        weight = 42 if school is None else 58
        yield Topic(
            code=code,
            source=Source.FAMILY,
            weight=weight,
            person=person,
            words=person.occupation,
            age=age,
            school=school,
        )


def _visits(folder: ClientFolder, today: dt.date) -> Iterator[Topic]:
    past = [visit for visit in folder.visits if visit.on <= today]
    if not past:
        return
    visit = past[-1]
    days = (today - visit.on).days
    if days > _LONG_AWAY:
        yield Topic(code=Opener.LONG_AWAY, source=Source.VISIT, weight=52, on=visit.on)
    elif words := visit.notes or visit.next_step:
        yield Topic(
            code=Opener.LAST_VISIT, source=Source.VISIT, weight=55, words=words, on=visit.on
        )


def _likings(folder: ClientFolder, _today: dt.date) -> Iterator[Topic]:
    for each in folder.preferences:
        if each.kind is not PreferenceKind.LIKE or each.person_id is not None or not each.text:
            continue
        is_hobby = each.category.strip().lower() in _HOBBY
        code = Opener.HOBBY if is_hobby else Opener.LIKING
        weight = 50 if is_hobby else 38
        yield Topic(code=code, source=Source.LIKING, weight=weight, words=each.text)


_RULES: Final[tuple[_Rule, ...]] = (
    _promises,
    _days,
    _talks,
    _gifts,
    _children,
    _visits,
    _likings,
)
