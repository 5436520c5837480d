"""Occasions: the indexed occurrences of a window with what the rule of reminding needs."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from crm_desktop.domain.ages import age_at, has_come_round
from crm_desktop.domain.dates import DatedFact, policy_from_code
from crm_desktop.domain.occasions import Occasion, kind_of
from crm_desktop.domain.records import DateKind, Tier
from crm_desktop.models import ClientDateRow, ClientRow, PersonRow
from crm_desktop.services.occurrence_lookup import Occurrence, occurrences

_BATCH: Final = 900

_COLUMNS: Final = (
    ClientDateRow.id,
    ClientDateRow.client_id,
    ClientDateRow.person_id,
    ClientDateRow.kind,
    ClientDateRow.label,
    ClientDateRow.calendar,
    ClientDateRow.year,
    ClientDateRow.month,
    ClientDateRow.day,
    ClientDateRow.leap,
    ClientDateRow.policy,
    ClientDateRow.lead_days,
    ClientDateRow.created_at,
    ClientRow.name.label("client_name"),
    ClientRow.display_name,
    ClientRow.tier,
    ClientRow.vip,
    ClientRow.marked_big,
    PersonRow.relation,
    PersonRow.name.label("person_name"),
    PersonRow.nickname,
    PersonRow.knows,
)


def occasions_between(session: Session, first: dt.date, last: dt.date) -> list[Occasion]:
    """Return the occasions from `first` through `last`, soonest first.

    Dates that are not the main one of their person, and those before the first anniversary,
    give none; neither do clients whose reminders have stopped.
    """
    found = occurrences(session, first, last)
    rows = _rows(session, sorted({occurrence.date_id for occurrence in found}))
    occasions = (
        _occasion(rows[occurrence.date_id], occurrence)
        for occurrence in found
        if occurrence.date_id in rows
    )
    return sorted((occasion for occasion in occasions if occasion is not None), key=_day_and_client)


def _rows(session: Session, ids: Sequence[int]) -> dict[int, Row[*tuple[Any, ...]]]:
    query = (
        select(*_COLUMNS)
        .join(ClientRow, ClientRow.id == ClientDateRow.client_id)
        .outerjoin(PersonRow, PersonRow.id == ClientDateRow.person_id)
        .where(ClientDateRow.is_main)
    )
    return {
        row.id: row
        for batch in _batches(ids)
        for row in session.execute(query.where(ClientDateRow.id.in_(batch)))
    }


def _batches(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    return (ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH))


def _occasion(row: Row[*tuple[Any, ...]], occurrence: Occurrence) -> Occasion | None:
    fact = DatedFact(
        calendar=row.calendar, year=row.year, month=row.month, day=row.day, leap=row.leap
    )
    policy = policy_from_code(row.policy)
    counts_years = row.kind is not DateKind.VALUED
    if counts_years and not has_come_round(fact, occurrence.on, policy):
        return None
    return Occasion(
        date_id=row.id,
        on=occurrence.on,
        kind=kind_of(row.kind),
        client_id=row.client_id,
        client_name=row.client_name,
        client_display_name=row.display_name,
        label=row.label,
        big=row.vip or row.marked_big or row.tier in {Tier.A, Tier.B},
        tier=row.tier,
        vip=row.vip,
        person_id=row.person_id,
        person_relation=row.relation,
        person_name=row.person_name or "",
        person_nickname=row.nickname or "",
        knows=row.knows,
        calendar=row.calendar,
        age=age_at(fact, occurrence.on, policy),
        lead_days=row.lead_days,
        created_on=row.created_at.date() if row.created_at else None,
    )


def _day_and_client(occasion: Occasion) -> tuple[dt.date, str, int]:
    return occasion.on, occasion.client_name, occasion.date_id
