"""Greetings: on which days one is due to a client, and which texts are offered for it."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Final

from crm_desktop.domain.ages import age_at, nominal_age
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.dates import born_on, policy_from_code
from crm_desktop.domain.festival_audience import is_for
from crm_desktop.domain.festivals import Festival, FestivalTable
from crm_desktop.domain.milestones import milestone_days
from crm_desktop.domain.occasions import Kind, Milestone, Occasion
from crm_desktop.domain.occurrences import next_occurrence
from crm_desktop.domain.records import (
    Client,
    ClientDate,
    DateKind,
    GreetingTemplate,
    Person,
    Relation,
    Tier,
)
from crm_desktop.domain.years import YearMark, marks, sex_of

ABOUT: Final = "greeting."
"""How `Contact.about` of a sent greeting begins; the occasion follows."""

_STILL: Final = 3
_VISIT_DAYS: Final = 7
_FESTIVALS_AHEAD: Final = 120
_MILESTONES_AHEAD: Final = 60
_SPOUSES: Final = frozenset({Relation.HUSBAND, Relation.WIFE, Relation.PARTNER})


class GreetingFor(StrEnum):
    """What a greeting is for; the value stands in the book and in the file of texts.

    A festival has the code it has in the table of festivals; FESTIVAL are those of her own.
    ROUND is 整寿 of hers and ROUND_FAMILY of somebody in the family, WEDDING_YEAR every fifth
    anniversary that has a name.
    """

    BIRTHDAY = "birthday"
    ROUND = "round_birthday"
    CHILD = "child_birthday"
    FULL_MONTH = "full_month"
    HUNDRED_DAYS = "hundred_days"
    FIRST = "first_birthday"
    SCHOOL = "school_start"
    OF_AGE = "coming_of_age"
    SPOUSE = "spouse_birthday"
    FAMILY = "family_birthday"
    ROUND_FAMILY = "round_family_birthday"
    ANNIVERSARY = "anniversary"
    WEDDING_YEAR = "wedding_year"
    VALUED = "valued_day"
    AFTER_VISIT = "after_visit"
    LONG_AWAY = "long_away"
    NEW_YEAR = "new_year"
    LABA = "laba"
    LITTLE_NEW_YEAR = "little_new_year"
    NEW_YEARS_EVE = "new_years_eve"
    SPRING_FESTIVAL = "spring_festival"
    VALENTINES = "valentines"
    LANTERN = "lantern"
    WOMENS_DAY = "womens_day"
    WHITE_DAY = "white_day"
    MOTHERS_DAY = "mothers_day"
    MAY_20 = "may_20"
    CHILDRENS_DAY = "childrens_day"
    DRAGON_BOAT = "dragon_boat"
    FATHERS_DAY = "fathers_day"
    QIXI = "qixi"
    TEACHERS_DAY = "teachers_day"
    MID_AUTUMN = "mid_autumn"
    NATIONAL_DAY = "national_day"
    DOUBLE_NINTH = "double_ninth"
    SINGLES_DAY = "singles_day"
    THANKSGIVING = "thanksgiving"
    WINTER_SOLSTICE = "winter_solstice"
    CHRISTMAS = "christmas"
    FESTIVAL = "festival"


OF_MILESTONE: Final[Mapping[Milestone, GreetingFor]] = {
    Milestone.FULL_MONTH: GreetingFor.FULL_MONTH,
    Milestone.HUNDRED_DAYS: GreetingFor.HUNDRED_DAYS,
    Milestone.SCHOOL: GreetingFor.SCHOOL,
}
"""What is said on the days of a child that follow from its birthday."""

WEDDING_YEARS: Final = frozenset({5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 70})
"""The anniversaries of which the name is said; nobody is told of a cotton wedding."""

_KINDS: Final = frozenset(GreetingFor)
_ALSO: Final[Mapping[GreetingFor, GreetingFor]] = {
    GreetingFor.ROUND: GreetingFor.BIRTHDAY,
    GreetingFor.FIRST: GreetingFor.CHILD,
    GreetingFor.OF_AGE: GreetingFor.CHILD,
    GreetingFor.ROUND_FAMILY: GreetingFor.FAMILY,
    GreetingFor.WEDDING_YEAR: GreetingFor.ANNIVERSARY,
}
"""Whose texts fit as well, after those of the day itself."""
_ROUND: Final = frozenset({YearMark.ROUND, YearMark.ROUND_AT_NINE, YearMark.HUNDRED})


@dataclass(frozen=True, slots=True, kw_only=True)
class GreetingDay:
    """One occasion to greet a client; `on` None is any day.

    `person` is whose day it is, None for her own; `age` what that day brings; `label` the
    name she gave a day she values; `date_id` the dated fact, 0 for festivals and the rest.
    """

    kind: GreetingFor
    on: dt.date | None = None
    person: Person | None = None
    age: int | None = None
    label: str = ""
    date_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class GreetingText:
    """One text that is offered: `key` names one that came with the app, `own` is hers.

    `for_big` are those for big clients, `tier` one tier alone (hers only).
    """

    kind: GreetingFor
    text: str
    key: str = ""
    for_big: bool = False
    own: GreetingTemplate | None = None

    @property
    def tier(self) -> Tier | None:
        """Return the one tier it is for, None for every."""
        return None if self.own is None else self.own.tier


def days_of(
    folder: ClientFolder, today: dt.date, table: FestivalTable, *, men_at_nine: bool = False
) -> tuple[GreetingDay, ...]:
    """Return the occasions to greet her, what is nearest first; those of any day stand last.

    A day passed by up to three days may still be greeted; days that ended give none, nor do
    festivals that are turned off, not for her, or more than four months away, and milestones
    of a child more than two. `men_at_nine` is the custom of 男做九.
    """
    found = [*_dated(folder, today, men_at_nine=men_at_nine), *_milestones(folder, today)]
    found += [*_visited(folder, today), *_festivals(folder, today, table)]
    found.append(GreetingDay(kind=GreetingFor.LONG_AWAY))
    return tuple(sorted(found, key=lambda day: _distance(day, today)))


def texts_for(
    texts: Iterable[GreetingText], client: Client, kind: GreetingFor
) -> tuple[GreetingText, ...]:
    """Return the texts for a client on an occasion: her tier's own, other own, then the app's.

    On a day that is more than the others those for it alone come first.
    """
    kinds = (kind, _ALSO[kind]) if kind in _ALSO else (kind,)
    fitting = [
        text
        for text in texts
        if text.kind in kinds
        and (text.tier is None or text.tier is client.tier)
        and (client.is_big or not text.for_big)
    ]
    return tuple(sorted(fitting, key=partial(_rank_on, kind)))


def greeting_for(occasion: Occasion) -> GreetingFor:
    """Return what a greeting on the occasion of a reminder is for."""
    if occasion.milestone is not None:
        return OF_MILESTONE[occasion.milestone]
    if occasion.kind is Kind.ANNIVERSARY:
        return _wedding(occasion.age)
    if occasion.kind is Kind.BIRTHDAY:
        return _birthday_of(occasion.person_relation, occasion.marks)
    return GreetingFor.VALUED


def festival_day(festival: Festival, on: dt.date) -> GreetingDay:
    """Return a festival as a day to greet on; one of her own goes by its name."""
    is_known = festival.code in _KINDS
    kind = GreetingFor(festival.code) if is_known else GreetingFor.FESTIVAL
    return GreetingDay(kind=kind, on=on, label=festival.name)


def _rank_on(kind: GreetingFor, text: GreetingText) -> tuple[bool, bool, bool, bool]:
    return text.kind is not kind, *_rank(text)


def _rank(text: GreetingText) -> tuple[bool, bool, bool]:
    is_new = text.own is not None and not text.own.replaces
    return not is_new, text.tier is None, not text.for_big


def together(
    built_in: Iterable[GreetingText], own: Iterable[GreetingTemplate]
) -> tuple[GreetingText, ...]:
    """Return the app's texts with hers: a text of hers stands where it replaces one."""
    mine = list(own)
    instead = {each.replaces: each for each in mine if each.replaces}
    found = [_hers(text, instead.get(text.key)) for text in built_in]
    for each in mine:
        if not each.replaces and each.occasion in set(GreetingFor):
            kind = GreetingFor(each.occasion)
            found.append(GreetingText(kind=kind, text=each.text, own=each))
    return tuple(found)


def _hers(text: GreetingText, own: GreetingTemplate | None) -> GreetingText:
    if own is None:
        return text
    return GreetingText(kind=text.kind, text=own.text, key=text.key, for_big=text.for_big, own=own)


def _dated(folder: ClientFolder, today: dt.date, *, men_at_nine: bool) -> Iterator[GreetingDay]:
    since = today - dt.timedelta(days=_STILL)
    for date in folder.dates:
        policy = policy_from_code(date.policy)
        on = next_occurrence(date.fact, policy, since)
        if on is None or date.is_ended or not date.is_main:
            continue
        person = folder.person(date.person_id)
        age = age_at(date.fact, on, policy)
        sex = folder.client.sex if person is None else sex_of(person.sex, person.relation)
        nominal = nominal_age(date.fact, on)
        found = marks(date.kind, age, nominal, sex, men_at_nine=men_at_nine)
        yield GreetingDay(
            kind=_kind(date, person, age, found),
            on=on,
            person=person,
            age=age,
            label=date.label,
            date_id=date.id,
        )


def _milestones(folder: ClientFolder, today: dt.date) -> Iterator[GreetingDay]:
    """Yield 满月, 百日 and the first day of school of her children, near ones alone."""
    first, last = (today + dt.timedelta(days=days) for days in (-_STILL, _MILESTONES_AHEAD))
    for date in folder.dates:
        person, born = folder.person(date.person_id), born_on(date.fact)
        of_child = person is not None and person.relation is Relation.CHILD
        if not of_child or born is None or date.kind is not DateKind.BIRTHDAY or date.is_ended:
            continue
        for milestone, on in milestone_days(born) if date.is_main else ():
            if first <= on <= last:
                kind = OF_MILESTONE[milestone]
                yield GreetingDay(kind=kind, on=on, person=person, date_id=date.id)


def _kind(
    date: ClientDate, person: Person | None, age: int | None, found: Collection[YearMark]
) -> GreetingFor:
    if date.kind is DateKind.WEDDING:
        return _wedding(age)
    if date.kind is DateKind.VALUED:
        return GreetingFor.VALUED
    return _birthday_of(None if person is None else person.relation, found)


def _wedding(years: int | None) -> GreetingFor:
    return GreetingFor.WEDDING_YEAR if years in WEDDING_YEARS else GreetingFor.ANNIVERSARY


def _birthday_of(relation: Relation | None, found: Collection[YearMark] = ()) -> GreetingFor:
    is_round = not _ROUND.isdisjoint(found)
    if relation is None:
        return GreetingFor.ROUND if is_round else GreetingFor.BIRTHDAY
    if relation is Relation.CHILD:
        return _childs(found)
    if is_round:
        return GreetingFor.ROUND_FAMILY
    return GreetingFor.SPOUSE if relation in _SPOUSES else GreetingFor.FAMILY


def _childs(found: Collection[YearMark]) -> GreetingFor:
    if YearMark.FIRST in found:
        return GreetingFor.FIRST
    return GreetingFor.OF_AGE if YearMark.COMING_OF_AGE in found else GreetingFor.CHILD


def _visited(folder: ClientFolder, today: dt.date) -> Iterator[GreetingDay]:
    days = [visit.on for visit in folder.visits if visit.on <= today]
    yield GreetingDay(kind=GreetingFor.AFTER_VISIT, on=max(days, default=None))


def _festivals(folder: ClientFolder, today: dt.date, table: FestivalTable) -> Iterator[GreetingDay]:
    first, last = (today + dt.timedelta(days=days) for days in (-_STILL, _FESTIVALS_AHEAD))
    told: set[str] = set()
    for on, festival in table.between(first, last):
        if festival.is_campaign and festival.code not in told:
            told.add(festival.code)
            if is_for(festival.audience, folder, on):
                yield festival_day(festival, on)


def _distance(day: GreetingDay, today: dt.date) -> tuple[int, int, int]:
    """Return how far a day is: soon and just passed alike, a visit counts for a week."""
    order = list(GreetingFor).index(day.kind)
    if day.on is None:
        return 2, 0, order
    days = abs((day.on - today).days)
    if day.kind is GreetingFor.AFTER_VISIT and days > _VISIT_DAYS:
        return 2, 0, order
    return 0 if day.date_id or day.kind is GreetingFor.AFTER_VISIT else 1, days, order
