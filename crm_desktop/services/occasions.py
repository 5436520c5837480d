"""Occasions: the indexed occurrences of a window with what the rule of reminding needs."""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Row, or_, select, text
from sqlalchemy.orm import Session

from crm_desktop.domain.ages import age_at, has_come_round, nominal_age
from crm_desktop.domain.dates import DatedFact, policy_from_code
from crm_desktop.domain.occasions import Occasion, kind_of
from crm_desktop.domain.records import DateKind, Knows, Person, Tier
from crm_desktop.domain.unaware import among
from crm_desktop.domain.years import marks, sex_of
from crm_desktop.models import ClientDateRow, ClientRow, PersonRow
from crm_desktop.services.occurrence_lookup import Occurrence, occurrences

_DATE, _CLIENT, _PERSON = (kind.__table__.c for kind in (ClientDateRow, ClientRow, PersonRow))

_COLUMNS: Final = (
    _DATE.id,
    _DATE.client_id,
    _DATE.person_id,
    _DATE.kind,
    _DATE.label,
    _DATE.calendar,
    _DATE.year,
    _DATE.month,
    _DATE.day,
    _DATE.leap,
    _DATE.policy,
    _DATE.lead_days,
    _DATE.created_at,
    _CLIENT.name.label("client_name"),
    _CLIENT.display_name,
    _CLIENT.tier,
    _CLIENT.vip,
    _CLIENT.marked_big,
    _CLIENT.sex,
    _PERSON.relation,
    _PERSON.name.label("person_name"),
    _PERSON.nickname,
    _PERSON.knows,
    _PERSON.sex.label("person_sex"),
    _PERSON.also_client_id,
)

_QUERY: Final = (
    select(*_COLUMNS)
    .join_from(ClientDateRow.__table__, ClientRow.__table__, _CLIENT.id == _DATE.client_id)
    .outerjoin(PersonRow.__table__, _PERSON.id == _DATE.person_id)
    .where(_DATE.is_main, _DATE.id.in_(text("SELECT value FROM json_each(:ids)")))
)
"""Of tables, not of mapped classes: no row is turned into an object, and it is the first asked."""

_MEN_AT_NINE: Final = text("SELECT value FROM setting WHERE name = 'rounds_men_at_nine'")

_IGNORANT: Final = select(
    _PERSON.id, _PERSON.client_id, _PERSON.relation, _PERSON.name, _PERSON.nickname, _PERSON.knows
).where(
    or_(_PERSON.knows == Knows.NO, _PERSON.id.in_(text("SELECT value FROM json_each(:persons)"))),
    _PERSON.client_id.in_(text("SELECT value FROM json_each(:clients)")),
)
"""Who does not know, and whose day it is; names and relations only."""


def occasions_between(session: Session, first: dt.date, last: dt.date) -> list[Occasion]:
    """Return the occasions from `first` through `last`, soonest first.

    Dates that are not the main one of their person, and those before the first anniversary,
    give none; neither do clients whose reminders have stopped.
    """
    return occasions_of(session, occurrences(session, first, last))


def occasions_of(
    session: Session, found: Collection[Occurrence], *, counts_from_birth: bool = False
) -> list[Occasion]:
    """Return the occasions of what comes round, soonest first.

    `counts_from_birth` is for days that need no anniversary to have come.
    """
    rows = _rows(session, sorted({occurrence.date_id for occurrence in found}))
    around = _around(session, rows.values())
    men_at_nine = bool(rows) and session.scalar(_MEN_AT_NINE) == "true"
    occasions = (
        _occasion(rows[occurrence.date_id], occurrence, around, men_at_nine=men_at_nine)
        for occurrence in found
        if occurrence.date_id in rows
        and (counts_from_birth or _has_come(rows[occurrence.date_id], occurrence.on))
    )
    return sorted(occasions, key=_day_and_client)


def _rows(session: Session, ids: Sequence[int]) -> dict[int, Row[*tuple[Any, ...]]]:
    return {row.id: row for row in session.execute(_QUERY, {"ids": json.dumps(ids)})}


def _around(
    session: Session, rows: Collection[Row[*tuple[Any, ...]]]
) -> defaultdict[int, list[Person]]:
    """Return by client who of hers does not know, and those whose day it is."""
    around: defaultdict[int, list[Person]] = defaultdict(list)
    asked = {
        "clients": json.dumps(sorted({row.client_id for row in rows})),
        "persons": json.dumps(sorted({row.person_id for row in rows if row.person_id})),
    }
    for row in session.execute(_IGNORANT, asked).mappings() if rows else ():
        around[row["client_id"]].append(Person(**row))
    return around


def _occasion(
    row: Row[*tuple[Any, ...]],
    occurrence: Occurrence,
    around: Mapping[int, list[Person]],
    *,
    men_at_nine: bool,
) -> Occasion:
    fact, policy = _fact(row), policy_from_code(row.policy)
    age, nominal = age_at(fact, occurrence.on, policy), nominal_age(fact, occurrence.on)
    sex = sex_of(row.person_sex, row.relation) if row.person_id else row.sex
    return Occasion(
        source_id=row.id,
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
        unaware=among(around.get(row.client_id, ()), row.person_id),
        calendar=row.calendar,
        age=age,
        nominal_age=nominal,
        marks=marks(row.kind, age, nominal, sex, men_at_nine=men_at_nine),
        also_client_id=row.also_client_id,
        lead_days=row.lead_days,
        created_on=row.created_at.date() if row.created_at else None,
    )


def _fact(row: Row[*tuple[Any, ...]]) -> DatedFact:
    return DatedFact(
        calendar=row.calendar, year=row.year, month=row.month, day=row.day, leap=row.leap
    )


def _has_come(row: Row[*tuple[Any, ...]], on: dt.date) -> bool:
    if row.kind is DateKind.VALUED:
        return True
    return has_come_round(_fact(row), on, policy_from_code(row.policy))


def _day_and_client(occasion: Occasion) -> tuple[dt.date, str, int]:
    return occasion.on, occasion.client_name, occasion.source_id
