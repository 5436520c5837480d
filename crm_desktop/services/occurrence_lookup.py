"""The indexed look-up of what comes round in a window: days into keys, keys into dates."""

import datetime as dt
import functools
import itertools
import json
import operator
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from sqlalchemy.orm import Session

from crm_desktop.domain import lunar
from crm_desktop.domain.occurrences import buckets_on

_LOOK_UP: Final = (
    "SELECT bucket, date_id, client_id, person_id, year FROM date_bucket"
    " WHERE bucket IN (SELECT value FROM json_each(?)) ORDER BY bucket"
)

_Row = tuple[str, int, int, int | None, int | None]


class Occurrence(NamedTuple):
    """One day on which one dated fact comes round; a tuple because thousands are made at once."""

    on: dt.date
    date_id: int
    client_id: int
    person_id: int | None


def occurrences(session: Session, first: dt.date, last: dt.date) -> list[Occurrence]:
    """Return what comes round from `first` through `last`, day by day.

    Left out are quiet clients (archived, deceased, do not contact), dates that ended or are
    not the main one of their kind, and days up to the fact's own year.
    """
    days = [first + dt.timedelta(days=after) for after in range((last - first).days + 1)]
    keys = {day: buckets_on(day) for day in days}
    rows = _rows(session, sorted(set(itertools.chain.from_iterable(keys.values()))))
    return [found for day in days for found in _on(day, keys[day], rows)]


def _on(day: dt.date, keys: Sequence[str], rows: Mapping[str, list[_Row]]) -> list[Occurrence]:
    """Return the occurrences of one day; a fact's own year, in its own calendar, has none."""
    years = {"s": day.year, "l": _lunar_year(day), "L": _lunar_year(day)}
    return [
        Occurrence(day, date_id, client_id, person_id)
        for key in keys
        for _, date_id, client_id, person_id, year in rows.get(key, ())
        if year is None or year < years[key[0]]
    ]


def _rows(session: Session, keys: Sequence[str]) -> dict[str, list[_Row]]:
    found = session.connection().exec_driver_sql(_LOOK_UP, (json.dumps(keys),))
    rows = [tuple(row) for row in found.all()]
    grouped = itertools.groupby(rows, operator.itemgetter(0))
    return {key: list(some) for key, some in grouped}


@functools.lru_cache(maxsize=512)
def _lunar_year(day: dt.date) -> int:
    """Return the lunar year `day` lies in; outside the table no lunar key asks for it."""
    return lunar.to_lunar(day).year if lunar.FIRST_DAY <= day <= lunar.LAST_DAY else day.year
