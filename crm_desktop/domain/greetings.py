"""Greetings: on which days one is due to a client, and which texts are offered for it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from crm_desktop.domain.ages import age_at
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.dates import policy_from_code
from crm_desktop.domain.festival_audience import is_for
from crm_desktop.domain.festivals import Festival, FestivalTable
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

ABOUT: Final = "greeting."
"""How `Contact.about` of a sent greeting begins; the occasion follows."""

_STILL: Final = 3
_VISIT_DAYS: Final = 7
_FESTIVALS_AHEAD: Final = 120
_SPOUSES: Final = frozenset({Relation.HUSBAND, Relation.WIFE, Relation.PARTNER})


class GreetingFor(StrEnum):
    """What a greeting is for; the value stands in the book and in the file of texts.

    A festival has the code it has in the table of festivals; FESTIVAL are those of her own.
    """

    BIRTHDAY = "birthday"
    CHILD = "child_birthday"
    SPOUSE = "spouse_birthday"
    FAMILY = "family_birthday"
    ANNIVERSARY = "anniversary"
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


_KINDS: Final = frozenset(GreetingFor)


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


def days_of(folder: ClientFolder, today: dt.date, table: FestivalTable) -> tuple[GreetingDay, ...]:
    """Return the occasions to greet her, what is nearest first; those of any day stand last.

    A day passed by up to three days may still be greeted; days that ended give none, nor do
    festivals that are turned off, not for her, or more than four months away.
    """
    found = [*_dated(folder, today), *_visited(folder, today), *_festivals(folder, today, table)]
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


def festival_day(festival: Festival, on: dt.date) -> GreetingDay:
    """Return a festival as a day to greet on; one of her own goes by its name."""
    is_known = festival.code in _KINDS
    kind = GreetingFor(festival.code) if is_known else GreetingFor.FESTIVAL
    return GreetingDay(kind=kind, on=on, label=festival.name)


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
