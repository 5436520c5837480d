"""Occasions: the indexed occurrences of a window with what the rule of reminding needs.

After an absence thousands are made at once, so that rows come as the driver has them.
"""

import datetime as dt
import functools
import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final, NamedTuple

from sqlalchemy.orm import Session

from crm_desktop.domain.ages import age_at, has_come_round, nominal_age
from crm_desktop.domain.dates import Calendar, DatedFact, RecurrencePolicy, policy_from_code
from crm_desktop.domain.occasions import Occasion, kind_of
from crm_desktop.domain.records import DateKind, Knows, Person, Relation, Sex, Tier
from crm_desktop.domain.unaware import among
from crm_desktop.domain.years import YearMark, marks, sex_of
from crm_desktop.services.bare_rows import bare_rows
from crm_desktop.services.occurrence_lookup import Occurrence, occurrences
from crm_desktop.services.sound_rows import UNREADABLE, lead_days

_ROWS: Final = """
SELECT d.id, d.client_id, d.person_id, d.kind, d.label, d.calendar, d.year, d.month, d.day,
 d.leap, d.policy, d.lead_days, d.created_at,
 c.name, c.display_name, c.tier, c.vip, c.vip OR c.marked_big OR c.tier IN ('A', 'B'), c.sex,
 p.relation, p.name, p.nickname, p.knows, p.sex, p.also_client_id
FROM client_date d JOIN client c ON c.id = d.client_id LEFT JOIN person p ON p.id = d.person_id
WHERE d.is_main AND d.id IN (SELECT value FROM json_each(?))
 AND NOT EXISTS (SELECT 1 FROM client same
 WHERE same.id = p.also_client_id AND same.deceased_on IS NOT NULL)
"""
_MEN_AT_NINE: Final = "SELECT value FROM setting WHERE name = 'rounds_men_at_nine'"
_IGNORANT: Final = """
SELECT id, client_id, relation, name, nickname FROM person
WHERE knows = 'no' AND client_id IN (SELECT value FROM json_each(?))
"""
"""Who does not know; names and relations only."""

_KINDS: Final = {one.value: one for one in DateKind}
_KIND_OF: Final = {one.value: kind_of(one) for one in DateKind}
_CALENDARS: Final = {one.value: one for one in Calendar}
_TIERS: Final[Mapping[str | None, Tier]] = {one.value: one for one in Tier}
_RELATIONS: Final[Mapping[str | None, Relation]] = {one.value: one for one in Relation}
_KNOWS: Final[Mapping[str | None, Knows]] = {one.value: one for one in Knows}
_SEXES: Final[Mapping[str | None, Sex]] = {one.value: one for one in Sex}
_DAY: Final = len("2026-11-22")


class _Row(NamedTuple):
    """A dated fact with whose it is, as stored."""

    id: int
    client_id: int
    person_id: int | None
    kind: str
    label: str
    calendar: str
    year: int | None
    month: int
    day: int
    leap: int
    policy: str
    lead_days: int | None
    created_at: str | None
    client_name: str
    display_name: str
    tier: str | None
    vip: int
    big: int | None
    sex: str | None
    relation: str | None
    person_name: str | None
    nickname: str | None
    knows: str | None
    person_sex: str | None
    also_client_id: int | None


def occasions_between(session: Session, first: dt.date, last: dt.date) -> list[Occasion]:
    """Return the occasions from `first` through `last`, soonest first.

    Dates that are not the main one of their person, and those before the first anniversary,
    give none; neither do clients whose reminders have stopped.
    """
    return occasions_of(session, occurrences(session, first, last))


def occasions_of(
    session: Session,
    found: Collection[Occurrence],
    only: "Callable[[_Row, dt.date], bool] | None" = None,
) -> list[Occasion]:
    """Return the occasions of what comes round, soonest first, `only` those it says yes to.

    Whether a day lies before the first anniversary is for the look-up to know, or `has_come`.
    """
    if not found:
        return []
    rows = _rows(session, {occurrence.date_id for occurrence in found})
    around = _ignorant(session, {one.client_id for one in found})
    men_at_nine = _one(session, _MEN_AT_NINE) == "true"
    occasions = []
    for one in found:
        row = rows.get(one.date_id)
        if row is None or not (only is None or only(row, one.on)):
            continue
        try:
            occasions.append(_in_full(row, one.on, around, men_at_nine=men_at_nine))
        except UNREADABLE:
            occasions.append(_as_far_as_sound(row, one.on))
    return sorted(occasions, key=_day_and_client)


def has_come(row: _Row, on: dt.date) -> bool:
    """Return whether a day is an anniversary of a row, where no look-up saw to it."""
    try:
        return row.kind == DateKind.VALUED or has_come_round(_fact(row), on, _policy(row.policy))
    except UNREADABLE:
        return False


def _rows(session: Session, ids: Iterable[int]) -> dict[int, _Row]:
    return {row[0]: _Row._make(row) for row in bare_rows(session, _ROWS, json.dumps(sorted(ids)))}


def _ignorant(session: Session, clients: Iterable[int]) -> defaultdict[int, list[Person]]:
    """Return by client who of hers does not know."""
    around: defaultdict[int, list[Person]] = defaultdict(list)
    for id_, client_id, relation, name, nickname in bare_rows(
        session, _IGNORANT, json.dumps(sorted(clients))
    ):
        around[client_id].append(
            Person(
                id=id_,
                client_id=client_id,
                relation=_RELATIONS[relation],
                name=name,
                nickname=nickname,
                knows=Knows.NO,
            )
        )
    return around


def _unaware(row: _Row, ignorant: list[Person]) -> tuple[Person, ...]:
    if not ignorant:
        return ()
    if row.person_id is None or any(one.id == row.person_id for one in ignorant):
        return among(ignorant, row.person_id)
    addressed = Person(id=row.person_id, client_id=row.client_id, relation=_RELATIONS[row.relation])
    return among([*ignorant, addressed], row.person_id)


def _as_far_as_sound(row: _Row, on: dt.date) -> Occasion:
    """Return the bare occasion of a row that has more than can be read: the day is told still."""
    bare = row._replace(year=None, created_at=None, lead_days=None)
    calendar = row.calendar if row.calendar in _CALENDARS else Calendar.SOLAR.value
    kind = row.kind if row.kind in _KIND_OF else DateKind.VALUED.value
    return _occasion(bare._replace(calendar=calendar, kind=kind), on)


def _in_full(
    row: _Row, on: dt.date, around: Mapping[int, list[Person]], *, men_at_nine: bool
) -> Occasion:
    unaware = _unaware(row, around.get(row.client_id, []))
    if row.year is None:
        return _occasion(row, on, unaware=unaware)
    fact = _fact(row)
    age, nominal = age_at(fact, on, _policy(row.policy)), nominal_age(fact, on)
    told = _SEXES.get(row.person_sex) if row.person_id else _SEXES.get(row.sex)
    sex = sex_of(told, _RELATIONS.get(row.relation))
    special = marks(_KINDS[row.kind], age, nominal, sex, men_at_nine=men_at_nine)
    return _occasion(row, on, age=age, nominal=nominal, special=special, unaware=unaware)


def _occasion(  # noqa: PLR0913 - what is known beside the row
    row: _Row,
    on: dt.date,
    *,
    age: int | None = None,
    nominal: int | None = None,
    special: tuple[YearMark, ...] = (),
    unaware: tuple[Person, ...] = (),
) -> Occasion:
    return Occasion(
        source_id=row.id,
        on=on,
        kind=_KIND_OF[row.kind],
        client_id=row.client_id,
        client_name=row.client_name,
        client_display_name=row.display_name,
        label=row.label,
        big=bool(row.big),
        tier=_TIERS.get(row.tier),
        vip=bool(row.vip),
        person_id=row.person_id,
        person_relation=_RELATIONS.get(row.relation),
        person_name=row.person_name or "",
        person_nickname=row.nickname or "",
        knows=_KNOWS.get(row.knows),
        unaware=unaware,
        calendar=_CALENDARS[row.calendar],
        age=age,
        nominal_age=nominal,
        marks=special,
        also_client_id=row.also_client_id,
        lead_days=lead_days(row.lead_days),
        created_on=dt.date.fromisoformat(row.created_at[:_DAY]) if row.created_at else None,
    )


def _fact(row: _Row) -> DatedFact:
    return DatedFact(
        calendar=_CALENDARS[row.calendar],
        year=row.year,
        month=row.month,
        day=row.day,
        leap=bool(row.leap),
    )


@functools.lru_cache(maxsize=256)
def _policy(code: str) -> RecurrencePolicy:
    return policy_from_code(code)


def _one(session: Session, query: str) -> object:
    return next((row[0] for row in bare_rows(session, query)), None)


def _day_and_client(occasion: Occasion) -> tuple[dt.date, str, int]:
    return occasion.on, occasion.client_name, occasion.source_id
