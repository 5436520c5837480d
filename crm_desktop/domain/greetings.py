"""Greetings: on which days one is due to a client, and which texts are offered for it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from crm_desktop.domain import lunar
from crm_desktop.domain.ages import age_at
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.dates import policy_from_code
from crm_desktop.domain.occasions import Kind, Occasion
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
from crm_desktop.domain.tact import lost

ABOUT: Final = "greeting."
"""How `Contact.about` of a sent greeting begins; the occasion follows."""

_STILL: Final = 3
_VISIT_DAYS: Final = 7
_SPOUSES: Final = frozenset({Relation.HUSBAND, Relation.WIFE, Relation.PARTNER})
_SUNDAY: Final = 6


class GreetingFor(StrEnum):
    """What a greeting is for; the value stands in the book and in the file of texts."""

    BIRTHDAY = "birthday"
    CHILD = "child_birthday"
    SPOUSE = "spouse_birthday"
    FAMILY = "family_birthday"
    ANNIVERSARY = "anniversary"
    VALUED = "valued_day"
    AFTER_VISIT = "after_visit"
    LONG_AWAY = "long_away"
    NEW_YEAR = "new_year"
    SPRING_FESTIVAL = "spring_festival"
    WOMENS_DAY = "womens_day"
    MOTHERS_DAY = "mothers_day"
    DRAGON_BOAT = "dragon_boat"
    MID_AUTUMN = "mid_autumn"
    NATIONAL_DAY = "national_day"


FESTIVALS: Final = (
    GreetingFor.NEW_YEAR,
    GreetingFor.SPRING_FESTIVAL,
    GreetingFor.WOMENS_DAY,
    GreetingFor.MOTHERS_DAY,
    GreetingFor.DRAGON_BOAT,
    GreetingFor.MID_AUTUMN,
    GreetingFor.NATIONAL_DAY,
)


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


def days_of(folder: ClientFolder, today: dt.date) -> tuple[GreetingDay, ...]:
    """Return the occasions to greet her, what is nearest first; those of any day stand last.

    A day passed by up to three days may still be greeted; days that ended give none.
    """
    found = [*_dated(folder, today), *_visited(folder, today), *_festivals(today)]
    found = [day for day in found if day.kind is not GreetingFor.MOTHERS_DAY or _is_mother(folder)]
    found.append(GreetingDay(kind=GreetingFor.LONG_AWAY))
    return tuple(sorted(found, key=lambda day: _distance(day, today)))


def texts_for(
    texts: Iterable[GreetingText], client: Client, kind: GreetingFor
) -> tuple[GreetingText, ...]:
    """Return the texts for a client on an occasion: her tier's own, other own, then the app's."""
    fitting = [
        text
        for text in texts
        if text.kind is kind
        and (text.tier is None or text.tier is client.tier)
        and (client.is_big or not text.for_big)
    ]
    return tuple(sorted(fitting, key=_rank))


def greeting_for(occasion: Occasion) -> GreetingFor:
    """Return what a greeting on the occasion of a reminder is for."""
    if occasion.kind is Kind.ANNIVERSARY:
        return GreetingFor.ANNIVERSARY
    if occasion.kind is Kind.BIRTHDAY:
        return _birthday_of(occasion.person_relation)
    return GreetingFor.VALUED


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


def _dated(folder: ClientFolder, today: dt.date) -> Iterator[GreetingDay]:
    since = today - dt.timedelta(days=_STILL)
    for date in folder.dates:
        on = next_occurrence(date.fact, policy_from_code(date.policy), since)
        if on is None or date.is_ended or not date.is_main:
            continue
        person = folder.person(date.person_id)
        yield GreetingDay(
            kind=_kind(date, person),
            on=on,
            person=person,
            age=age_at(date.fact, on, policy_from_code(date.policy)),
            label=date.label,
            date_id=date.id,
        )


def _kind(date: ClientDate, person: Person | None) -> GreetingFor:
    if date.kind is DateKind.WEDDING:
        return GreetingFor.ANNIVERSARY
    if date.kind is DateKind.VALUED:
        return GreetingFor.VALUED
    return _birthday_of(None if person is None else person.relation)


def _birthday_of(relation: Relation | None) -> GreetingFor:
    if relation is None:
        return GreetingFor.BIRTHDAY
    if relation is Relation.CHILD:
        return GreetingFor.CHILD
    return GreetingFor.SPOUSE if relation in _SPOUSES else GreetingFor.FAMILY


def _visited(folder: ClientFolder, today: dt.date) -> Iterator[GreetingDay]:
    days = [visit.on for visit in folder.visits if visit.on <= today]
    yield GreetingDay(kind=GreetingFor.AFTER_VISIT, on=max(days, default=None))


def _festivals(today: dt.date) -> Iterator[GreetingDay]:
    since = today - dt.timedelta(days=_STILL)
    for kind in FESTIVALS:
        years = (since.year, since.year + 1)
        on = next((day for year in years if (day := _festival(kind, year)) >= since), None)
        yield GreetingDay(kind=kind, on=on)


def _festival(kind: GreetingFor, year: int) -> dt.date:
    """Return the day of a festival in a solar year."""
    if kind in _LUNAR:
        month, day = _LUNAR[kind]
        return lunar.to_solar(lunar.LunarDay(year, month, day, leap=False))
    if kind is GreetingFor.MOTHERS_DAY:
        first = dt.date(year, 5, 1)
        return first + dt.timedelta(days=(_SUNDAY - first.weekday()) % 7 + 7)
    return dt.date(year, *_SOLAR[kind])


_LUNAR: Final = {
    GreetingFor.SPRING_FESTIVAL: (1, 1),
    GreetingFor.DRAGON_BOAT: (5, 5),
    GreetingFor.MID_AUTUMN: (8, 15),
}
_SOLAR: Final = {
    GreetingFor.NEW_YEAR: (1, 1),
    GreetingFor.WOMENS_DAY: (3, 8),
    GreetingFor.NATIONAL_DAY: (10, 1),
}


def _is_mother(folder: ClientFolder) -> bool:
    gone = lost(folder)
    return any(
        person.relation is Relation.CHILD and person.id not in gone for person in folder.persons
    )


def _distance(day: GreetingDay, today: dt.date) -> tuple[int, int, int]:
    """Return how far a day is: soon and just passed alike, a visit counts for a week."""
    order = list(GreetingFor).index(day.kind)
    if day.on is None:
        return 2, 0, order
    days = abs((day.on - today).days)
    if day.kind is GreetingFor.AFTER_VISIT and days > _VISIT_DAYS:
        return 2, 0, order
    return 0 if day.date_id or day.kind is GreetingFor.AFTER_VISIT else 1, days, order
