"""Milestones of children as occasions: 满月, 百日 and the first day of school."""

import datetime as dt
import functools
import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from sqlalchemy.orm import Session

from crm_desktop.domain.dates import Calendar, DatedFact, born_on
from crm_desktop.domain.milestones import birth_years, milestones_within
from crm_desktop.domain.occasions import Kind, Milestone, Occasion, Source
from crm_desktop.domain.records import Relation
from crm_desktop.services.bare_rows import bare_rows
from crm_desktop.services.occasions import occasions_of
from crm_desktop.services.occurrence_lookup import Occurrence
from crm_desktop.services.sound_rows import sound

_BORN: Final = (
    "SELECT bucket, year, date_id, client_id, person_id FROM date_bucket"
    " WHERE year IN (SELECT value FROM json_each(?)) AND kind = 'birthday'"
    " AND person_id IS NOT NULL"
)
_SCHOOL_STARTS: Final = (9, 1)
# 百日 of a child born late in a lunar year lies two Gregorian years after the lunar one.
_BABY_YEARS: Final = 2


def milestones_between(session: Session, first: dt.date, last: dt.date) -> list[Occasion]:
    """Return the milestones of children from `first` through `last`.

    Found by the year of birth; a child is known by the relation, babies by their birthday alone.
    """
    years = json.dumps(sorted(_years(first, last)))
    found: dict[tuple[int, dt.date], Milestone] = {}
    days: list[Occurrence] = []
    for rest, born in sound(bare_rows(session, _BORN, years), _birth):
        for milestone, on in () if born is None else milestones_within(born, first, last):
            days.append(Occurrence(on, *rest))
            found[rest[0], on] = milestone
    if not days:
        return []
    return [
        replace(
            one,
            source=Source.MILESTONE,
            kind=Kind.MILESTONE,
            milestone=found[one.source_id, one.on],
            lead_days=None,
            marks=(),
        )
        for one in occasions_of(session, days)
        if one.person_relation is Relation.CHILD
    ]


def _birth(row: Sequence[Any]) -> tuple[Sequence[Any], dt.date | None]:
    return row[2:], _born(row[0], row[1])


def _years(first: dt.date, last: dt.date) -> frozenset[int]:
    """Return the years of birth worth a look: of pupils only where a school year begins."""
    starts = (dt.date(year, *_SCHOOL_STARTS) for year in range(first.year, last.year + 1))
    years = birth_years(first, last)
    if any(first <= start <= last for start in starts):
        return years
    return frozenset(year for year in years if year >= first.year - _BABY_YEARS)


@functools.lru_cache(maxsize=8192)
def _born(bucket: str, year: int) -> dt.date | None:
    """Return the day of a birthday by the key it is looked up by: `s0512`, `L0615only`."""
    month, day = int(bucket[1:3]), int(bucket[3:5])
    calendar = Calendar.SOLAR if bucket[0] == "s" else Calendar.LUNAR
    leap = bucket[0] == "L"
    return born_on(DatedFact(calendar=calendar, year=year, month=month, day=day, leap=leap))
