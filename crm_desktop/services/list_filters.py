"""The filters of the list as conditions on `client_index`.

The list is read along the index of its order. What stands in that index is asked there; what
stands elsewhere is found first by an index of its own, and each client then looked up in what
was found. The `+` keeps SQLite from turning that round and sorting all it found.
"""

import calendar
import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    func,
    literal_column,
    or_,
    select,
)
from sqlalchemy.orm import Session

from crm_desktop.domain.list_query import ListQuery
from crm_desktop.domain.records import (
    CompletedProject,
    DateKind,
    PotentialProject,
    Tag,
    Tier,
)
from crm_desktop.domain.traits import Mark, Trait, bits
from crm_desktop.models import CLIENT_INDEX, DATE_BUCKET
from crm_desktop.services import search
from crm_desktop.services.occurrence_lookup import keys_between
from crm_desktop.services.records import table_of

FOUND_AT_MOST: Final = 5_000
"""How many clients typed text narrows a list to."""

_c: Final = CLIENT_INDEX.c
_o: Final = CLIENT_INDEX.alias("other").c
_ID: Final[ColumnElement[int]] = literal_column("+client_index.id")
_RANK: Final = {tier: rank for rank, tier in enumerate((*Tier, None))}

Condition = ColumnElement[bool]


def where(session: Session, query: ListQuery, today: dt.date) -> list[Condition]:
    """Return the conditions all of which a client of the list meets."""
    return [
        _c.is_archived == query.archived,
        *_of_index(query),
        *_of_rows(query),
        *_last_visit(query, today),
        *_birthday(query, today),
        *_text(session, query.text),
    ]


def _of_index(query: ListQuery) -> Iterator[Condition]:
    """Yield what the indexes of the orders answer themselves."""
    if query.tiers:
        yield _c.tier_rank.in_(sorted(_RANK[tier] for tier in query.tiers))
    if query.big_only:
        yield _c.is_big == True  # noqa: E712 - SQL, not Python
    for wanted in (query.missing, query.standing):
        if wanted:
            yield _has_any(wanted)
    if query.vip_only:
        yield _has_any((Mark.VIP,))
    if query.do_not_contact:
        yield _has_any((Mark.DO_NOT_CONTACT,))


def _has_any(traits: Iterable[Trait]) -> Condition:
    return _c.traits.op("&")(bits(traits)) != 0


def _of_rows(query: ListQuery) -> Iterator[Condition]:
    """Yield what other indexes answer: tags, projects, owner, source, what she paid."""
    yield from _tags(query)
    if query.done:
        done = table_of(CompletedProject).c
        yield _is_among(select(done.client_id).where(done.project.in_(sorted(query.done))))
    if query.wanted:
        wanted = table_of(PotentialProject).c
        is_open = wanted.closed_on.is_(None)
        chosen = select(wanted.client_id).where(wanted.project.in_(sorted(query.wanted)), is_open)
        yield _is_among(chosen)
    for column, names in ((_o.owner, query.owners), (_o.source, query.sources)):
        if names:
            yield _is_among(_others(column.in_(sorted(names))))
    paid = _between(_o.paid_total, query.paid_from, query.paid_until)
    if paid:
        yield _is_among(_others(_o.is_archived == query.archived, *paid))


def _tags(query: ListQuery) -> Iterator[Condition]:
    tag = table_of(Tag).c
    groups = [[name] for name in sorted(query.tags)] if query.all_tags else [sorted(query.tags)]
    for names in groups if query.tags else ():
        yield _is_among(select(tag.client_id).where(tag.name.in_(names)))


def _last_visit(query: ListQuery, today: dt.date) -> Iterator[Condition]:
    first, last = _days(query, today)
    limits = _between(_o.last_visit, first, last)
    if not limits and not query.never_visited:
        return
    came = and_(_o.last_visit > "", *limits)
    never = _o.last_visit == ""
    allowed = [*([came] if limits else []), *([never] if query.never_visited else [])]
    yield _is_among(_others(_o.is_archived == query.archived, or_(*allowed)))


def _days(query: ListQuery, today: dt.date) -> tuple[str | None, str | None]:
    """Return the first and the last day her latest visit may have been on, as ISO days."""
    firsts = [query.visited_from, _before(today, query.visited_within)]
    lasts = [query.visited_until, _before(today, query.not_visited_for, beyond=1)]
    first = max((day for day in firsts if day is not None), default=None)
    last = min((day for day in lasts if day is not None), default=None)
    return (first.isoformat() if first else None, last.isoformat() if last else None)


def _before(today: dt.date, days: int | None, beyond: int = 0) -> dt.date | None:
    return None if days is None else today - dt.timedelta(days=days + beyond)


def _birthday(query: ListQuery, today: dt.date) -> Iterator[Condition]:
    spans = []
    if query.birthday_within is not None:
        spans.append((today, today + dt.timedelta(days=query.birthday_within)))
    if query.birthday_month is not None:
        spans.append(month_ahead(query.birthday_month, today))
    for first, last in spans:
        yield _is_among(_born_between(first, last))


def month_ahead(month: int, today: dt.date) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of the month that is now or comes next."""
    year = today.year + (month < today.month)
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def _born_between(first: dt.date, last: dt.date) -> Select[Any]:
    """Return the clients whose own birthday comes round within these days."""
    keys: defaultdict[int, list[str]] = defaultdict(list)
    for _, key, year in keys_between(first, last):
        keys[year].append(key)
    date = DATE_BUCKET.c
    within = [
        and_(date.bucket.in_(_listed(some)), func.coalesce(date.year, 0) < year)
        for year, some in keys.items()
    ]
    own = date.person_id.is_(None), date.kind == DateKind.BIRTHDAY.value
    return select(date.client_id).where(or_(*within), *own)


def _text(session: Session, text: str) -> Iterator[Condition]:
    if text:
        yield _ID.in_(_listed(search.ids(session, text, FOUND_AT_MOST)))


def _between(column: ColumnElement[Any], low: object, high: object) -> list[Condition]:
    limits = [] if low is None else [column >= low]
    return limits if high is None else [*limits, column <= high]


def _others(*conditions: Condition) -> Select[Any]:
    """Return the ids that meet conditions another index of the same table answers."""
    return select(_o.id).where(*conditions)


def _is_among(chosen: Select[Any]) -> Condition:
    return _ID.in_(chosen)


def _listed(values: Iterable[Any]) -> Select[Any]:
    """Return values as one parameter, however many they are."""
    return select(func.json_each(json.dumps(list(values))).table_valued("value").c.value)
