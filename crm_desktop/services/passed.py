"""Dated facts whose day went by, read as short as the rule of what was missed needs them."""

import datetime as dt
import functools
import json
from collections.abc import Collection
from typing import Any, Final

from sqlalchemy.orm import Session

from crm_desktop.domain.ages import age_at
from crm_desktop.domain.dates import Calendar, DatedFact, policy_from_code
from crm_desktop.domain.occasions import Kind, Passed, kind_of
from crm_desktop.domain.records import DateKind, Relation, Tier
from crm_desktop.services.bare_rows import bare_rows
from crm_desktop.services.occurrence_lookup import Occurrence
from crm_desktop.services.sound_rows import UNREADABLE, lead_days

# The index of clients is narrow; her own row may lead through pages of notes.
_ROWS: Final = """
SELECT d.id, d.kind, i.name, i.is_big, i.tier, i.vip, d.calendar, d.lead_days,
 substr(d.created_at, 1, 10), p.relation, p.name, p.also_client_id,
 CASE WHEN p.relation = 'child' AND p.name <> '' AND d.year IS NOT NULL
 THEN json_array(d.year, d.month, d.day, d.leap, d.policy) END
FROM json_each(?) asked CROSS JOIN client_date d ON d.id = asked.value
 CROSS JOIN client_index i ON i.id = d.client_id
 LEFT JOIN person p ON p.id = d.person_id
WHERE d.is_main
 AND (p.also_client_id IS NULL OR NOT EXISTS (SELECT 1 FROM client same
 WHERE same.id = p.also_client_id AND same.deceased_on IS NOT NULL))
"""
_KINDS: Final[dict[str, Kind]] = {one.value: kind_of(one) for one in DateKind}
_CALENDARS: Final[dict[str, Calendar]] = {one.value: one for one in Calendar}
_TIERS: Final[dict[str | None, Tier]] = {one.value: one for one in Tier}
_RELATIONS: Final[dict[str | None, Relation]] = {one.value: one for one in Relation}


def passed_of(session: Session, found: Collection[Occurrence]) -> list[Passed]:
    """Return what came round as the rule needs it, in the order it was found."""
    if not found:
        return []
    asked = json.dumps(sorted({one.date_id for one in found}))
    rows = {row[0]: row for row in bare_rows(session, _ROWS, asked)}
    return [_readable(one, rows[one.date_id]) for one in found if one.date_id in rows]


def _readable(one: Occurrence, row: tuple[Any, ...]) -> Passed:
    """Return one, of a row that has more than can be read the bare day: it is told still."""
    try:
        return _passed(one, row)
    except UNREADABLE:
        return Passed(
            row[0], one.on, Kind.VALUED, one.client_id, row[2], row[3], None, row[5], Calendar.SOLAR
        )


def _passed(one: Occurrence, row: tuple[Any, ...]) -> Passed:
    id_, kind, name, big, tier, vip, calendar, lead, created, relation, person, also, born = row
    return Passed(
        id_,
        one.on,
        _KINDS[kind],
        one.client_id,
        name,
        big,
        _TIERS.get(tier),
        vip,
        _CALENDARS[calendar],
        lead_days(lead),
        _day(created),
        _RELATIONS.get(relation),
        person or "",
        also,
        None if born is None else _age(one.on, calendar, *json.loads(born)),
    )


def _age(  # noqa: PLR0913, PLR0917 - a dated fact as it is stored
    on: dt.date, calendar: str, year: int, month: int, day: int, leap: int, policy: str
) -> int | None:
    fact = DatedFact(
        calendar=_CALENDARS[calendar], year=year, month=month, day=day, leap=bool(leap)
    )
    return age_at(fact, on, policy_from_code(policy))


@functools.lru_cache(maxsize=1024)
def _day(written: str | None) -> dt.date | None:
    """Return the day a fact was entered; an import enters thousands on one."""
    return dt.date.fromisoformat(written) if written else None
