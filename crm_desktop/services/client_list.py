"""The client list: pages by keyset, and what a line shows, computed for the page alone."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnClause, ColumnElement, Row, func, select, tuple_
from sqlalchemy.orm import Session

from crm_desktop.domain.records import DateKind, Relation, Tier
from crm_desktop.models import CLIENT_INDEX
from crm_desktop.services.line_facts import LineFacts, NextDay, line_facts


class Sort(StrEnum):
    """What the list may be sorted by."""

    NAME = "name"
    TIER = "tier"
    LAST_VISIT = "last_visit"
    PAID_TOTAL = "paid_total"


class Missing(StrEnum):
    """What the file of a client lacks (缺什么), the most needed first."""

    PHONE = "phone"
    BIRTHDAY = "birthday"
    HUSBAND_BIRTHDAY = "husband_birthday"
    CHILD_BIRTHDAY = "child_birthday"
    FAMILY = "family"
    LAST_TALK = "last_talk"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListQuery:
    """Which clients, in which order; ascending TIER begins with A."""

    sort: Sort = Sort.NAME
    descending: bool = False
    tier: Tier | None = None
    big_only: bool = False
    archived: bool = False


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientPage:
    """Some lines, and where the next page begins: None after the last."""

    lines: tuple[ClientLine, ...]
    after: Cursor | None


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
    chosen = select(CLIENT_INDEX).where(*_where(query)).limit(limit)
    if after is not None:
        place, end = tuple_(*order), tuple_(*after.values)
        chosen = chosen.where(place < end if query.descending else place > end)
    chosen = chosen.order_by(*(column.desc() if query.descending else column for column in order))
    rows = session.execute(chosen).all()
    cursor = None
    if len(rows) == limit:
        cursor = Cursor(values=tuple(getattr(rows[-1], column.name) for column in order))
    return ClientPage(lines=_lines(session, rows, today), after=cursor)


def count(session: Session, query: ListQuery) -> int:
    """Return how many clients the list has."""
    found = select(func.count()).select_from(CLIENT_INDEX).where(*_where(query))
    return session.execute(found).scalar_one()


def lines(session: Session, ids: Sequence[int], today: dt.date) -> tuple[ClientLine, ...]:
    """Return the lines of these clients in the order given; clients gone are left out."""
    rows = session.execute(select(CLIENT_INDEX).where(_c.id.in_(ids))).all()
    found = {line.id: line for line in _lines(session, rows, today)}
    return tuple(found[id_] for id_ in ids if id_ in found)


def _where(query: ListQuery) -> list[ColumnElement[bool]]:
    where = [_c.is_archived == query.archived]
    if query.tier is not None:
        where.append(_c.tier_rank == list(Tier).index(query.tier))
    if query.big_only:
        where.append(_c.is_big == True)  # noqa: E712 - SQL, not Python
    return where


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
        missing=_missing(row, facts),
    )


def _missing(row: Row[*tuple[Any, ...]], facts: LineFacts) -> tuple[Missing, ...]:
    """Return what the file lacks; a husband's birthday only where there is a husband."""
    relations, with_birthday = facts.relations, facts.birthdays
    has_husband = bool(relations & _HUSBANDS)
    has_child = Relation.CHILD in relations or row.children_count > 0
    lacks = {
        Missing.PHONE: not row.phone,
        Missing.BIRTHDAY: None not in with_birthday,
        Missing.HUSBAND_BIRTHDAY: has_husband and not with_birthday & _HUSBANDS,
        Missing.CHILD_BIRTHDAY: has_child and Relation.CHILD not in with_birthday,
        Missing.FAMILY: not relations and not has_child,
        Missing.LAST_TALK: not facts.was_talked_to and not row.last_visit,
    }
    return tuple(what for what, is_so in lacks.items() if is_so)


_HUSBANDS: Final = frozenset({Relation.HUSBAND, Relation.PARTNER})
