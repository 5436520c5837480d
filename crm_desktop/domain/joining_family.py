"""Joining the people of two clients and their days: one husband stays one husband."""

from collections.abc import Hashable
from dataclasses import replace
from typing import Final

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.joining import MergeChoice, Side, both
from crm_desktop.domain.joining_records import Joining, filled
from crm_desktop.domain.matching import name_key, same_day
from crm_desktop.domain.records import ClientDate, DateKind, Knows, Person, Relation

_PARTNERS: Final = frozenset({Relation.HUSBAND, Relation.WIFE, Relation.PARTNER})
_ONE_MAIN: Final = frozenset({DateKind.BIRTHDAY, DateKind.WEDDING})


def join_persons(joining: Joining, kept: ClientFolder, other: ClientFolder) -> None:
    """Join the people who are the same, take the others over."""
    free = list(kept.persons)
    for person in kept.persons:
        joining.keep(person)
    for person in other.persons:
        joining.take(person)
        same = next((one for one in free if _are_one(one, kept, person, other)), None)
        if same is not None:
            free.remove(same)
            joining.drop(person, same, _absorbed)


def join_dates(
    joining: Joining, kept: ClientFolder, other: ClientFolder, choice: MergeChoice
) -> None:
    """Join the days that are the same; each person celebrates one birthday and one wedding."""
    for date in kept.dates:
        joining.keep(date)
    free = list(kept.dates)
    for date in other.dates:
        taken = joining.take(date)
        same = next((one for one in free if _is_same_date(one, taken)), None)
        if same is not None:
            free.remove(same)
            joining.drop(date, same, _absorbed_date)
    for kind in _ONE_MAIN:
        for person_id in {date.person_id for date in joining.of(ClientDate)}:
            _settle(joining, kept, other, (kind, person_id), choice)


def _settle(
    joining: Joining,
    kept: ClientFolder,
    other: ClientFolder,
    whose: tuple[DateKind, int | None],
    choice: MergeChoice,
) -> None:
    """Leave one main date of a kind: hers as she chose, anybody else's as the kept one has it."""
    kind, person_id = whose
    dates = [d for d in joining.of(ClientDate) if (d.kind, d.person_id) == whose]
    ours = next((date for date in kept.dates if _is_main(date, whose)), None)
    theirs = next(
        (d for d in other.dates if d.is_main and (d.kind, joining.linked(d).person_id) == whose),
        None,
    )
    if ours is None or theirs is None:
        return
    takes_theirs = person_id is None and choice.get(kind.value) is Side.OTHER
    main_id = joining.standing(ClientDate, theirs.id) if takes_theirs else ours.id
    our_ids = {date.id for date in kept.dates}
    for date in dates:
        is_main = date.id == main_id or (date.is_main and not takes_theirs and date.id in our_ids)
        joining.set(replace(date, is_main=is_main))


def _is_main(date: ClientDate, whose: tuple[DateKind, int | None]) -> bool:
    return date.is_main and (date.kind, date.person_id) == whose


def _are_one(one: Person, kept: ClientFolder, other: Person, theirs: ClientFolder) -> bool:
    """Tell whether two people are one: nothing contradicts it, and something says so."""
    if one.relation is not other.relation or _contradict(one, other):
        return False
    if one.name and other.name:
        return True
    days = _agree(
        kept.main_date(DateKind.BIRTHDAY, one.id), theirs.main_date(DateKind.BIRTHDAY, other.id)
    )
    is_called_so = bool(one.nickname) and name_key(one.nickname) == name_key(other.nickname)
    return days is not False and (is_called_so or days is True or one.relation in _PARTNERS)


def _contradict(one: Person, other: Person) -> bool:
    if one.name and other.name and name_key(one.name) != name_key(other.name):
        return True
    facts = ((one.sex, other.sex), (one.income, other.income))
    links = (one.also_client_id, other.also_client_id)
    return any(None not in pair and pair[0] != pair[1] for pair in (*facts, links))


def _agree(ours: ClientDate | None, theirs: ClientDate | None) -> bool | None:
    return None if ours is None or theirs is None else same_day(ours.fact, theirs.fact)


def _absorbed(ours: Person, theirs: Person) -> Person:
    person = filled(
        ours, theirs, "name", "sex", "income", "also_client_id", "learnt_on", "learnt_from"
    )
    return replace(
        person,
        nickname=both(ours.nickname, theirs.nickname, lines=False),
        occupation=both(ours.occupation, theirs.occupation, lines=False),
        notes=both(ours.notes, theirs.notes, lines=True),
        knows=_knows(ours.knows, theirs.knows),
    )


def _knows(ours: Knows, theirs: Knows) -> Knows:
    """Return what is safe to believe: one *no* is enough to hold one's tongue."""
    if Knows.NO in {ours, theirs}:
        return Knows.NO
    return theirs if ours is Knows.UNKNOWN else ours


def _is_same_date(ours: ClientDate, theirs: ClientDate) -> bool:
    is_compatible = all(
        "" in {mine, hers} or None in {mine, hers} or mine == hers
        for mine, hers in (
            (ours.origin, theirs.origin),
            (ours.policy, theirs.policy),
            (ours.lead_days, theirs.lead_days),
        )
    )
    return is_compatible and _day_of(ours) == _day_of(theirs) and same_day(ours.fact, theirs.fact)


def _day_of(date: ClientDate) -> Hashable:
    return date.person_id, date.kind, name_key(date.label), date.is_ended


def _absorbed_date(ours: ClientDate, theirs: ClientDate) -> ClientDate:
    return filled(ours, theirs, "year", "origin", "policy", "lead_days", "learnt_on", "learnt_from")
