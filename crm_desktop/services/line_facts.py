"""What the lines of one page need from other tables: one query for each kind of fact.

Each query but the last is answered by an index alone: a page of a hundred clients touches
some hundred places of the file, and every page read there is decrypted.
"""

import datetime as dt
import functools
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy.orm import Session

from crm_desktop.domain.dates import Calendar, policy_from_code
from crm_desktop.domain.occurrences import bucket_of
from crm_desktop.domain.records import ClientDate, DateKind, Person, Relation
from crm_desktop.services.occurrence_lookup import keys_between
from crm_desktop.services.search_index import NET_PAID

YEAR: Final = dt.timedelta(days=365)
"""Twelve months, wherever money and visits of them are added up."""

_OF_THESE: Final = "client_id IN (SELECT value FROM json_each(:ids))"
_PAID: Final = (
    f"SELECT client_id, sum({NET_PAID}) FROM bill WHERE {_OF_THESE}"  # noqa: S608 - our own text
    ' AND "on" > :since AND "on" <= :today GROUP BY client_id'
)
_VISITS: Final = (
    f'SELECT client_id, count(DISTINCT "on") FROM visit WHERE {_OF_THESE}'  # noqa: S608 - our own text
    ' AND "on" > :since AND "on" <= :today GROUP BY client_id'
)
_POTENTIAL: Final = (
    f"SELECT client_id, project FROM potential_project WHERE {_OF_THESE}"  # noqa: S608 - our own text
    " AND closed_on IS NULL ORDER BY client_id, id"
)
_DATES: Final = f"SELECT client_id, bucket, year, date_id FROM date_bucket WHERE {_OF_THESE}"  # noqa: S608 - our own text
_NEXT: Final = (
    "SELECT d.client_id, d.id, d.kind, d.calendar, p.id, p.relation,"
    " coalesce(nullif(d.label, ''), nullif(p.nickname, ''), p.name, '')"
    " FROM client_date AS d LEFT JOIN person AS p ON p.id = d.person_id"
    " WHERE d.id IN (SELECT value FROM json_each(:ids))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NextDay:
    """A date that comes round within a year, or nothing; `relation` None is the client's own."""

    on: dt.date | None = None
    kind: DateKind | None = None
    label: str = ""
    relation: Relation | None = None
    is_lunar: bool = False
    date_id: int = 0
    person_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFacts:
    """What one line needs of other tables."""

    paid_12_months: int = 0
    visits_12_months: int = 0
    next_day: NextDay = field(default_factory=NextDay)
    potential: tuple[str, ...] = ()


def line_facts(session: Session, ids: Sequence[int], today: dt.date) -> dict[int, LineFacts]:
    """Return the facts of each of these clients."""
    within = {"since": (today - YEAR).isoformat(), "today": today.isoformat()}
    paid: dict[int, int] = dict(_rows(session, _PAID, ids, **within))
    visits: dict[int, int] = dict(_rows(session, _VISITS, ids, **within))
    potential: defaultdict[int, list[str]] = defaultdict(list)
    for client_id, project in _rows(session, _POTENTIAL, ids):
        potential[client_id].append(project)
    next_days = _next_days(session, _rows(session, _DATES, ids), today)
    return {
        id_: LineFacts(
            paid_12_months=paid.get(id_, 0),
            visits_12_months=visits.get(id_, 0),
            next_day=next_days.get(id_, _NOTHING),
            potential=tuple(potential[id_]),
        )
        for id_ in ids
    }


def upcoming(
    dates: Iterable[ClientDate], persons: Mapping[int, Person], today: dt.date
) -> list[NextDay]:
    """Return the dates that come round from today through a year, soonest first."""
    days = []
    for date in dates:
        on = _first_day(bucket_of(date.fact, policy_from_code(date.policy)), date.year, today)
        if on is not None and date.is_main and not date.is_ended:
            days.append(_next_day(date, on, persons.get(date.person_id or 0)))
    return sorted(days, key=_day)


def _next_day(date: ClientDate, on: dt.date, person: Person | None) -> NextDay:
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


def _day(next_day: NextDay) -> tuple[dt.date, int]:
    return next_day.on or dt.date.max, next_day.date_id


_NOTHING: Final = NextDay()
_Rows = Sequence[tuple[Any, ...]]


def _rows(session: Session, query: str, ids: Sequence[int], **more: str) -> _Rows:
    """Return plain rows; the driver is asked itself because a scroll step has 16 ms in all."""
    cursor = session.connection().connection.cursor()
    try:
        cursor.execute(query, {"ids": json.dumps(ids), **more})
        return cursor.fetchall()
    finally:
        cursor.close()


def _next_days(session: Session, dates: _Rows, today: dt.date) -> dict[int, NextDay]:
    """Return the next day of each client that has one within a year."""
    soonest: dict[int, tuple[dt.date, int]] = {}
    for client_id, bucket, year, date_id in dates:
        on = _first_day(bucket, year, today)
        if on is not None:
            held = soonest.get(client_id)
            soonest[client_id] = min(held, (on, date_id)) if held else (on, date_id)
    days = {date_id: on for on, date_id in soonest.values()}
    return {
        client_id: NextDay(
            on=days[date_id],
            kind=DateKind(kind),
            label=label,
            relation=Relation(relation) if relation else None,
            is_lunar=calendar == Calendar.LUNAR,
            date_id=date_id,
            person_id=person_id,
        )
        for client_id, date_id, kind, calendar, person_id, relation, label in _rows(
            session, _NEXT, list(days)
        )
    }


def _first_day(bucket: str, year: int | None, today: dt.date) -> dt.date | None:
    """Return the first day from today through a year on which a key comes round."""
    for day, cycle in _year_from(today).get(bucket, ()):
        if year is None or year < cycle:
            return day
    return None


@functools.lru_cache(maxsize=4)
def _year_from(today: dt.date) -> Mapping[str, list[tuple[dt.date, int]]]:
    days: defaultdict[str, list[tuple[dt.date, int]]] = defaultdict(list)
    for day, key, year in keys_between(today, today + YEAR):
        days[key].append((day, year))
    return dict(days)
