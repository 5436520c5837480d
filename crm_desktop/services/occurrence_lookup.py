"""The indexed look-up of what comes round in a window: days into keys, keys into dates."""

import datetime as dt
import functools
from collections.abc import Iterator
from typing import Final, NamedTuple

from sqlalchemy.orm import Session

from crm_desktop.domain import lunar
from crm_desktop.domain.occurrences import buckets_on

_LOOK_UP: Final = (
    "SELECT date_id, client_id, person_id FROM date_bucket"
    " WHERE bucket = ? AND coalesce(year, 0) < ?"
)
_ONE_DAY: Final = dt.timedelta(days=1)


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
    cursor = session.connection().connection.cursor()
    found: list[Occurrence] = []
    try:
        for day, key, year in keys_between(first, last):
            cursor.execute(_LOOK_UP, (key, year))
            found += [Occurrence(day, *row) for row in cursor.fetchall()]
    finally:
        cursor.close()
    return found


def keys_between(first: dt.date, last: dt.date) -> Iterator[tuple[dt.date, str, int]]:
    """Yield every key of every day, and the year, in the key's own calendar, the day lies in.

    A fact of that year or a later one has not come round yet.
    """
    day = first
    while day <= last:
        lunar_year = _lunar_year(day)
        for key in buckets_on(day):
            yield day, key, day.year if key[0] == "s" else lunar_year
        day += _ONE_DAY


@functools.lru_cache(maxsize=1024)
def _lunar_year(day: dt.date) -> int:
    """Return the lunar year `day` lies in; outside the table no lunar key asks for it."""
    return lunar.to_lunar(day).year if lunar.FIRST_DAY <= day <= lunar.LAST_DAY else day.year
