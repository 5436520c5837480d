"""The client list: pages by keyset, and what a line shows, computed for the page alone."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnClause, ColumnElement, Row, func, select, tuple_
from sqlalchemy.orm import Session

from crm_desktop.domain.list_query import ListQuery, Sort
from crm_desktop.domain.records import (
    CompletedProject,
    DateKind,
    PotentialProject,
    Relation,
    Tag,
    Tier,
)
from crm_desktop.domain.traits import Missing, missing_in
from crm_desktop.models import CLIENT_INDEX
from crm_desktop.services.line_facts import LineFacts, NextDay, line_facts
from crm_desktop.services.records import table_of

__all__ = [
    "ClientLine",
    "ClientPage",
    "Cursor",
    "ListQuery",
    "ListValues",
    "Missing",
    "Sort",
    "count",
    "ids",
    "lines",
    "page",
    "place",
    "values",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """Where a page ended: the sorted values of its last line."""

    values: tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientLine:
    """One line of the client list; amounts in fen, 12 months are 365 days up to today.

    `next_*` is the next date within a year, of the client or a person of hers; `next_label`
    is the date's own name or that person's nickname or name, `next_relation` None if her own.
    """

    id: int
    name: str
    called: str
    tier: Tier | None
    vip: bool
    is_big: bool
    is_archived: bool
    phone: str
    wechat: str
    paid_12_months: int
    visits_12_months: int
    paid_total: int
    last_visit_on: dt.date | None
    next_on: dt.date | None
    next_kind: DateKind | None
    next_label: str
    next_relation: Relation | None
    potential: tuple[str, ...]
    missing: tuple[Missing, ...]
    tags: tuple[str, ...] = ()
    owner: str = ""
    source: str = ""
    occupation: str = ""
    sessions_left: int = 0
    first_contact_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientPage:
    """Some lines, and where the next page begins: None after the last."""

    lines: tuple[ClientLine, ...]
    after: Cursor | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListValues:
    """What is there to choose from in a book: each in alphabetical order, without ""."""

    tags: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()


_LAST: Final = "\U0010ffff"
"""Sorts after every continuation of a name."""

_c: Final = CLIENT_INDEX.c
_ORDER: Final[dict[Sort, tuple[ColumnClause[Any], ...]]] = {
    Sort.NAME: (_c.sort_key, _c.id),
    Sort.TIER: (_c.tier_rank, _c.sort_key, _c.id),
    Sort.LAST_VISIT: (_c.last_visit, _c.id),
    Sort.PAID_TOTAL: (_c.paid_total, _c.id),
}


def page(
    session: Session, query: ListQuery, after: Cursor | None, limit: int, today: dt.date
) -> ClientPage:
    """Return up to `limit` lines behind `after`."""
    order = _ORDER[query.sort]
    chosen = select(CLIENT_INDEX).where(*_where(session, query, today)).limit(limit)
    if after is not None:
        place, end = tuple_(*order), tuple_(*after.values)
        chosen = chosen.where(place < end if query.descending else place > end)
    chosen = chosen.order_by(*(column.desc() if query.descending else column for column in order))
    rows = session.execute(chosen).all()
    cursor = None
    if len(rows) == limit:
        cursor = Cursor(values=tuple(getattr(rows[-1], column.name) for column in order))
    return ClientPage(lines=_lines(session, rows, today), after=cursor)


def count(session: Session, query: ListQuery, today: dt.date) -> int:
    """Return how many clients the list has."""
    found = select(func.count()).select_from(CLIENT_INDEX).where(*_where(session, query, today))
    return session.execute(found).scalar_one()


def ids(session: Session, query: ListQuery, today: dt.date) -> list[int]:
    """Return every client of the list."""
    return list(session.scalars(select(_c.id).where(*_where(session, query, today))))


def values(session: Session) -> ListValues:
    """Return what may be filtered by, out of what the book has."""
    of = {
        "tags": table_of(Tag).c.name,
        "owners": _c.owner,
        "sources": _c.source,
        "done": table_of(CompletedProject).c.project,
        "wanted": table_of(PotentialProject).c.project,
    }
    return ListValues(
        **{
            name: tuple(
                session.scalars(select(column).where(column != "").distinct().order_by(column))
            )
            for name, column in of.items()
        }
    )


def lines(
    session: Session, ids: Sequence[int], today: dt.date, query: ListQuery | None = None
) -> tuple[ClientLine, ...]:
    """Return the lines of these clients in the order given; of `query`'s list alone, if any."""
    limits = [] if query is None else _where(session, query, today)
    rows = session.execute(select(CLIENT_INDEX).where(_c.id.in_(ids), *limits)).all()
    found = {line.id: line for line in _lines(session, rows, today)}
    return tuple(found[id_] for id_ in ids if id_ in found)


def place(session: Session, query: ListQuery, letters: str, today: dt.date) -> int:
    """Return how many clients of a list by name stand before the names that begin so."""
    begins = letters.lower()
    before = _c.sort_key >= f"{begins}{_LAST}" if query.descending else _c.sort_key < begins
    counted = select(func.count()).select_from(CLIENT_INDEX)
    return session.execute(counted.where(*_where(session, query, today), before)).scalar_one()


def _where(session: Session, query: ListQuery, today: dt.date) -> list[ColumnElement[bool]]:
    if not query.is_narrowed:
        return [_c.is_archived == False]  # noqa: E712 - SQL, not Python
    from crm_desktop.services.list_filters import where  # noqa: PLC0415 - not for the first page

    return where(session, query, today)


def _lines(
    session: Session, rows: Sequence[Row[*tuple[Any, ...]]], today: dt.date
) -> tuple[ClientLine, ...]:
    facts = line_facts(session, [row.id for row in rows], today)
    return tuple(_line(row, facts[row.id]) for row in rows)


def _line(row: Row[*tuple[Any, ...]], facts: LineFacts) -> ClientLine:
    next_day = NextDay() if row.is_quiet else facts.next_day
    return ClientLine(
        id=row.id,
        name=row.name,
        called=row.called,
        tier=row.tier,
        vip=row.vip,
        is_big=row.is_big,
        is_archived=row.is_archived,
        phone=row.phone,
        wechat=row.wechat,
        paid_12_months=facts.paid_12_months,
        visits_12_months=facts.visits_12_months,
        paid_total=row.paid_total,
        last_visit_on=dt.date.fromisoformat(row.last_visit) if row.last_visit else None,
        next_on=next_day.on,
        next_kind=next_day.kind,
        next_label=next_day.label,
        next_relation=next_day.relation,
        potential=facts.potential,
        missing=missing_in(row.traits),
        tags=tuple(row.tags.split("\n")) if row.tags else (),
        owner=row.owner,
        source=row.source,
        occupation=row.occupation,
        sessions_left=row.sessions_left,
        first_contact_on=dt.date.fromisoformat(row.first_contact) if row.first_contact else None,
    )
