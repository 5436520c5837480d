"""What the lines of one page need from other tables: one query for each kind of fact."""

import datetime as dt
import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, case, func, select
from sqlalchemy.orm import Session

from crm_desktop.domain.dates import policy_from_code
from crm_desktop.domain.occurrences import bucket_of, buckets_between, next_occurrence
from crm_desktop.domain.records import (
    Bill,
    BillKind,
    ClientDate,
    Contact,
    DateKind,
    Person,
    PotentialProject,
    Relation,
    Visit,
)
from crm_desktop.services.records import fetch, table_of

YEAR: Final = dt.timedelta(days=365)
"""Twelve months, wherever money and visits of them are added up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextDay:
    """The next date of a client within a year, or nothing."""

    on: dt.date | None = None
    kind: DateKind | None = None
    label: str = ""
    relation: Relation | None = None
    is_lunar: bool = False
    date_id: int = 0
    person_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFacts:
    """What one line needs; `birthdays` holds whose are known, None for the client's own."""

    paid_12_months: int = 0
    visits_12_months: int = 0
    next_day: NextDay = field(default_factory=NextDay)
    potential: tuple[str, ...] = ()
    relations: frozenset[Relation] = frozenset()
    birthdays: frozenset[Relation | None] = frozenset()
    was_talked_to: bool = False


def line_facts(session: Session, ids: Sequence[int], today: dt.date) -> dict[int, LineFacts]:
    """Return the facts of each of these clients."""
    paid, visits = _paid(session, ids, today), _visits(session, ids, today)
    potential, talked = _potential(session, ids), _talked_to(session, ids)
    persons = _persons(session, ids)
    relations: defaultdict[int, set[Relation]] = defaultdict(set)
    for person in persons.values():
        relations[person.client_id].add(person.relation)
    dates = _dates(session, ids)
    return {
        id_: LineFacts(
            paid_12_months=paid.get(id_, 0),
            visits_12_months=visits.get(id_, 0),
            next_day=(upcoming(dates[id_], persons, today) or [NextDay()])[0],
            potential=tuple(potential[id_]),
            relations=frozenset(relations[id_]),
            birthdays=frozenset(_whose_birthdays(dates[id_], persons)),
            was_talked_to=id_ in talked,
        )
        for id_ in ids
    }


def upcoming(
    dates: Iterable[ClientDate], persons: Mapping[int, Person], today: dt.date
) -> list[NextDay]:
    """Return the dates that come round from today through a year, soonest first."""
    days = [
        _next_day(date, on, persons)
        for date in dates
        if date.is_main and not date.is_ended and (on := _next_on(date, today)) is not None
    ]
    return sorted(days, key=_day)


def _day(next_day: NextDay) -> tuple[dt.date, int]:
    return next_day.on or dt.date.max, next_day.date_id


def _next_day(date: ClientDate, on: dt.date, persons: Mapping[int, Person]) -> NextDay:
    person = persons.get(date.person_id or 0)
    name = (person.nickname or person.name) if person else ""
    return NextDay(
        on=on,
        kind=date.kind,
        label=date.label or name,
        relation=person.relation if person else None,
        is_lunar=date.fact.is_lunar,
        date_id=date.id,
        person_id=date.person_id,
    )


def _next_on(date: ClientDate, today: dt.date) -> dt.date | None:
    """Return the next day within a year; by the table of the year unless born lately."""
    policy = _policy_of(date.policy)
    if date.year is None or date.year < today.year - 1:
        days = _year_from(today).get(bucket_of(date.fact, policy))
        return days[0] if days else None
    on = next_occurrence(date.fact, policy, today)
    return on if on is not None and on <= today + YEAR else None


_policy_of = functools.cache(policy_from_code)


@functools.lru_cache(maxsize=4)
def _year_from(today: dt.date) -> dict[str, list[dt.date]]:
    return buckets_between(today, today + YEAR)


def _paid(session: Session, ids: Sequence[int], today: dt.date) -> dict[int, int]:
    bill = table_of(Bill).c
    net = case((bill.kind == BillKind.REFUND, -func.abs(bill.paid)), else_=bill.paid)
    where = and_(bill.client_id.in_(ids), within_year(bill.on, today))
    return _by_client(session, bill.client_id, func.sum(net), where)


def _visits(session: Session, ids: Sequence[int], today: dt.date) -> dict[int, int]:
    visit = table_of(Visit).c
    where = and_(visit.client_id.in_(ids), within_year(visit.on, today))
    return _by_client(session, visit.client_id, func.count(visit.on.distinct()), where)


def within_year(day: ColumnElement[dt.date], today: dt.date) -> ColumnElement[bool]:
    """Return the condition that `day` lies in the 365 days up to today."""
    return and_(day > today - YEAR, day <= today)


def _by_client(
    session: Session,
    client_id: ColumnElement[int],
    value: ColumnElement[Any],
    where: ColumnElement[bool],
) -> dict[int, int]:
    found = session.execute(select(client_id, value).where(where).group_by(client_id))
    return {row[0]: row[1] for row in found}


def _potential(session: Session, ids: Sequence[int]) -> defaultdict[int, list[str]]:
    project = table_of(PotentialProject).c
    found: defaultdict[int, list[str]] = defaultdict(list)
    wanted = select(project.client_id, project.project).where(
        project.client_id.in_(ids), project.closed_on.is_(None)
    )
    for client_id, name in session.execute(wanted.order_by(project.client_id, project.id)):
        found[client_id].append(name)
    return found


def _talked_to(session: Session, ids: Sequence[int]) -> set[int]:
    contact = table_of(Contact).c
    return set(session.scalars(select(contact.client_id).where(contact.client_id.in_(ids))))


def _persons(session: Session, ids: Sequence[int]) -> dict[int, Person]:
    return {p.id: p for p in fetch(session, Person, table_of(Person).c.client_id.in_(ids))}


def _dates(session: Session, ids: Sequence[int]) -> defaultdict[int, list[ClientDate]]:
    found: defaultdict[int, list[ClientDate]] = defaultdict(list)
    for date in fetch(session, ClientDate, table_of(ClientDate).c.client_id.in_(ids)):
        found[date.client_id].append(date)
    return found


def _whose_birthdays(
    dates: Iterable[ClientDate], persons: Mapping[int, Person]
) -> Iterable[Relation | None]:
    for date in dates:
        if date.kind is DateKind.BIRTHDAY:
            person = persons.get(date.person_id or 0)
            yield person.relation if person else None
