"""The briefing: what she reads in twenty seconds before a client sits down."""

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from crm_desktop.domain.ages import age_at
from crm_desktop.domain.base_facts import SALES, stored_value_left
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.dates import policy_from_code
from crm_desktop.domain.occurrences import next_occurrence
from crm_desktop.domain.openers import SENT_BY_APP, Topic, openers
from crm_desktop.domain.records import (
    Bill,
    Client,
    ClientDate,
    Contact,
    DateKind,
    Deposit,
    DepositState,
    Gift,
    GiftState,
    Knows,
    Package,
    Person,
    PotentialProject,
    Preference,
    PreferenceKind,
    Promise,
    PromiseState,
    Relation,
    Visit,
)
from crm_desktop.domain.tact import Caution, Hush, cautions, is_about_talk, no_selling

_WAITING: Final = frozenset({DepositState.DEPOSIT, DepositState.PAID_UNTREATED})
_QUESTIONS: Final = 4
_SPOUSES: Final = frozenset({Relation.HUSBAND, Relation.WIFE, Relation.PARTNER})


class Missing(StrEnum):
    """What is not known of her and worth asking, the weightiest first."""

    BIRTHDAY = "birthday"
    FAMILY = "family"
    CHILD_BIRTHDAY = "child_birthday"
    SPOUSE_BIRTHDAY = "spouse_birthday"
    KNOWS = "knows"
    ALLERGIES = "allergies"
    LIKES = "likes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """Somebody of her family, the age today, the next birthday and what age that brings."""

    person: Person
    age: int | None = None
    next_on: dt.date | None = None
    turns: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LastTime:
    """The latest visit or talk; `done` are the projects of that visit."""

    on: dt.date
    visit: Visit | None = None
    contact: Contact | None = None
    done: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """Everything worth knowing before she comes, in the order it is read.

    `not_sold` says why nothing is sold now, and `wishes` is empty then. Amounts in fen;
    `untreated` are bills paid and not treated that no deposit stands for.
    """

    client: Client
    age: int | None = None
    cautions: tuple[Caution, ...] = ()
    not_sold: Hush | None = None
    openers: tuple[Topic, ...] = ()
    last_visit: LastTime | None = None
    last_talk: LastTime | None = None
    family: tuple[Relative, ...] = ()
    taboos: tuple[Preference, ...] = ()
    allergies: tuple[Preference, ...] = ()
    likes: tuple[Preference, ...] = ()
    promises: tuple[Promise, ...] = ()
    packages: tuple[Package, ...] = ()
    deposits: tuple[Deposit, ...] = ()
    untreated: tuple[Bill, ...] = ()
    stored_value: int = 0
    last_gift: Gift | None = None
    gift_person: Person | None = None
    wishes: tuple[PotentialProject, ...] = ()
    missing: tuple[Missing, ...] = ()

    @property
    def unaware(self) -> tuple[Person, ...]:
        """Return who does not know of her treatments for certain."""
        return tuple(
            one for each in self.cautions if each.kind is Hush.UNAWARE for one in each.persons
        )


def briefing(folder: ClientFolder, today: dt.date) -> Briefing:
    """Return the briefing about a client as her file stands `today`."""
    known = cautions(folder, today)
    not_sold = no_selling(known)
    born = folder.main_date(DateKind.BIRTHDAY)
    gift = _last_gift(folder, today)
    return Briefing(
        client=folder.client,
        age=None if born is None else _age(born, today),
        cautions=known,
        not_sold=not_sold,
        openers=openers(folder, today, known),
        last_visit=_last_visit(folder, today),
        last_talk=_last_talk(folder, today),
        family=tuple(_relative(folder, person, today) for person in folder.persons),
        taboos=_preferences(folder, PreferenceKind.TABOO),
        allergies=_preferences(folder, PreferenceKind.ALLERGY),
        likes=_preferences(folder, PreferenceKind.LIKE),
        promises=_promises(folder),
        packages=_packages(folder, today),
        deposits=tuple(each for each in folder.deposits if each.state in _WAITING),
        untreated=_untreated(folder),
        stored_value=max(stored_value_left(folder.bills), 0),
        last_gift=gift,
        gift_person=folder.person(gift.person_id) if gift else None,
        wishes=() if not_sold else _wishes(folder),
        missing=_missing(folder)[:_QUESTIONS],
    )


def _age(born: ClientDate, on: dt.date) -> int | None:
    return age_at(born.fact, on, policy_from_code(born.policy))


def _last_visit(folder: ClientFolder, today: dt.date) -> LastTime | None:
    past = [visit for visit in folder.visits if visit.on <= today]
    if not past:
        return None
    visit = past[-1]
    bills = [bill for bill in folder.bills if bill.visit_id == visit.id and bill.project]
    done = tuple(dict.fromkeys(bill.project for bill in bills))
    return LastTime(on=visit.on, visit=visit, done=done)


def _last_talk(folder: ClientFolder, today: dt.date) -> LastTime | None:
    """Return the latest talk; a greeting that was only sent is none."""
    past = [
        talk
        for talk in folder.contacts
        if talk.on <= today and not talk.about.startswith(SENT_BY_APP)
    ]
    return LastTime(on=past[-1].on, contact=past[-1]) if past else None


def _relative(folder: ClientFolder, person: Person, today: dt.date) -> Relative:
    born = folder.main_date(DateKind.BIRTHDAY, person.id)
    if born is None or born.is_ended:
        return Relative(person=person)
    on = next_occurrence(born.fact, policy_from_code(born.policy), today)
    turns = None if on is None else _age(born, on)
    return Relative(person=person, age=_age(born, today), next_on=on, turns=turns)


def _preferences(folder: ClientFolder, kind: PreferenceKind) -> tuple[Preference, ...]:
    """Return what is of this kind; a taboo of talk stands among what is not said."""
    return tuple(
        each
        for each in folder.preferences
        if each.kind is kind and not (kind is PreferenceKind.TABOO and is_about_talk(each.text))
    )


def _promises(folder: ClientFolder) -> tuple[Promise, ...]:
    open_ones = [each for each in folder.promises if each.state is PromiseState.OPEN]
    return tuple(sorted(open_ones, key=_due))


def _due(promise: Promise) -> dt.date:
    return promise.due_on or dt.date.max


def _packages(folder: ClientFolder, today: dt.date) -> tuple[Package, ...]:
    """Return the packages with sessions left that have not expired, the soonest to expire first."""
    left = [
        each
        for each in folder.packages
        if each.left > 0 and (each.expires_on is None or each.expires_on >= today)
    ]
    return tuple(sorted(left, key=_expiry))


def _expiry(package: Package) -> dt.date:
    return package.expires_on or dt.date.max


def _untreated(folder: ClientFolder) -> tuple[Bill, ...]:
    told = {deposit.bill_id for deposit in folder.deposits}
    return tuple(
        bill
        for bill in folder.bills
        if bill.kind in SALES
        and not bill.is_treated
        and bill.sessions is None
        and bill.id not in told
    )


def _last_gift(folder: ClientFolder, today: dt.date) -> Gift | None:
    given = [
        gift
        for gift in folder.gifts
        if gift.state is GiftState.GIVEN and _given_on(gift) <= today and gift.item
    ]
    return max(given, key=_given_on, default=None)


def _given_on(gift: Gift) -> dt.date:
    return gift.delivered_on or gift.on or dt.date.min


def for_paper(known: Briefing) -> Briefing:
    """Return the briefing as it may lie on a desk where she sees it.

    Left out is what she is thought to be like and to have: her character, what she can afford,
    the budgets of her wishes; and the private notes.
    """
    client = replace(known.client, personality="", affordability="", private_notes="")
    wishes = tuple(replace(wish, budget=None) for wish in known.wishes)
    return replace(known, client=client, wishes=wishes)


def _wishes(folder: ClientFolder) -> tuple[PotentialProject, ...]:
    open_ones = [each for each in folder.potential if each.closed_on is None and each.project]
    return tuple(sorted(open_ones, key=_interest))


def _interest(wish: PotentialProject) -> int:
    return -(wish.interest or 0)


def _missing(folder: ClientFolder) -> tuple[Missing, ...]:
    """Return what is not known, the weightiest first."""
    kinds = {each.kind for each in folder.preferences}
    lacks = {
        Missing.BIRTHDAY: folder.main_date(DateKind.BIRTHDAY) is None,
        Missing.FAMILY: not folder.persons,
        Missing.CHILD_BIRTHDAY: _lacks_birthday(folder, frozenset({Relation.CHILD})),
        Missing.SPOUSE_BIRTHDAY: _lacks_birthday(folder, _SPOUSES),
        Missing.KNOWS: any(person.knows is Knows.UNKNOWN for person in folder.persons),
        Missing.ALLERGIES: PreferenceKind.ALLERGY not in kinds and not folder.client.health_notes,
        Missing.LIKES: PreferenceKind.LIKE not in kinds,
    }
    return tuple(each for each, is_missing in lacks.items() if is_missing)


def _lacks_birthday(folder: ClientFolder, relations: frozenset[Relation]) -> bool:
    return any(
        folder.main_date(DateKind.BIRTHDAY, person.id) is None
        for person in folder.persons
        if person.relation in relations
    )
