"""The calendar: everything of a stretch of days in short lines, and one day of it in full.

A month of a large book has thousands of lines of which a few are ever read, so that a stretch is
read as tuples out of the driver, past everything that would make records of its rows.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from operator import attrgetter
from typing import Any, Final

from sqlalchemy.orm import Session

from crm_desktop.database import Database
from crm_desktop.domain.day_sheet import (
    Entry,
    Facet,
    Standing,
    entry_of,
    facet_of,
    followed_up,
    standing_of,
    standings,
)
from crm_desktop.domain.festivals import Festival
from crm_desktop.domain.occasions import Kind, Occasion, Source
from crm_desktop.domain.records.enums import Relation, Tier
from crm_desktop.domain.settings import BookSettings
from crm_desktop.domain.solar_terms import SolarTerm, solar_term_on
from crm_desktop.services.campaigns import campaign_occasions
from crm_desktop.services.due_followups import followup_rows
from crm_desktop.services.due_milestones import milestones_between
from crm_desktop.services.due_points import points_between
from crm_desktop.services.festival_table import festival_table
from crm_desktop.services.occurrence_lookup import keys_between
from crm_desktop.services.reminder_rows import kept_between
from crm_desktop.services.reminders import Reminders
from crm_desktop.services.settings import rules_of, settings_of

_ONE_DAY: Final = dt.timedelta(days=1)
_day = lru_cache(maxsize=512)(dt.date.fromisoformat)
_KINDS: Final = {
    "birthday": Kind.BIRTHDAY,
    "wedding": Kind.ANNIVERSARY,
    "valued": Kind.VALUED,
}
_DATE: Final = Source.DATE
_OPEN: Final = Standing.OPEN
# Past the constructor of the class, which takes its arguments in Python: there are thousands.
_entry: Final[Callable[[tuple[Any, ...]], Entry]] = partial(tuple.__new__, Entry)
_client_and_number: Final = attrgetter("client", "source_id")
_SOURCES: Final = {one.value: one for one in Source}
_FOLLOWED: Final = {
    Source.TALK: (Kind.FOLLOW_UP, Facet.FOLLOW_UP),
    Source.VISIT: (Kind.FOLLOW_UP, Facet.FOLLOW_UP),
    Source.PROMISE: (Kind.PROMISE, Facet.PROMISE),
}
_RELATIONS: Final = {one.value: one for one in Relation}
_TIERS: Final = {one.value: one for one in Tier}
_DATES: Final = (
    "SELECT b.date_id, d.kind, i.is_big, i.called, i.id, p.relation, i.tier, d.label,"
    " coalesce(nullif(p.nickname, ''), p.name, '')"
    " FROM date_bucket b CROSS JOIN client_date d ON d.id = b.date_id AND d.is_main"
    " CROSS JOIN client_index i ON i.id = d.client_id LEFT JOIN person p ON p.id = d.person_id"
    " WHERE b.bucket = ? AND coalesce(b.year, 0) < ?"
)
_ANYBODY: Final = "SELECT 1 FROM client_index WHERE NOT is_archived LIMIT 1"

Place = tuple[Source, int, dt.date]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFacts:
    """What a wall calendar says of a day: its festivals, its solar term, whether it is worked.

    `is_off` is a day off other than by its weekday, `is_worked` one that is worked although its
    weekday is off, `is_weekly_off` one that is off by its weekday.
    """

    festivals: tuple[Festival, ...] = ()
    term: SolarTerm | None = None
    is_off: bool = False
    is_worked: bool = False
    is_weekly_off: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of days: its entries by day, those of big clients first, and facts of each day.

    `is_anybody` is whether the book has a client at all.
    """

    first: dt.date
    last: dt.date
    entries: tuple[Entry, ...] = ()
    facts: Mapping[dt.date, DayFacts] = field(default_factory=dict)
    is_anybody: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLine:
    """One occasion of a day in full, and how far she is with it."""

    occasion: Occasion
    standing: Standing

    @property
    def entry(self) -> Entry:
        """Return it in short."""
        return entry_of(self.occasion, self.standing)


class CalendarSheets:
    """Reads stretches and single days."""

    def __init__(self, database: Database, reminders: Reminders) -> None:
        self._database = database
        self._reminders = reminders

    def stretch(self, first: dt.date, last: dt.date, today: dt.date) -> Stretch:
        """Return everything from `first` through `last` in short, as it stands `today`."""
        with self._database.read() as session:
            known = standings(kept_between(session, first, last))
            settings = settings_of(session)
            others = (
                *points_between(session, first, last),
                *milestones_between(session, first, last),
                *campaign_occasions(session, first, last, settings),
            )
            entries = _dates(session, first, last, known)
            entries += _followed_up(session, first, last, today)
            entries += [entry_of(one, standing_of(one, known, today)) for one in others]
            is_anybody = session.connection().exec_driver_sql(_ANYBODY).scalar() is not None
        return Stretch(
            first=first,
            last=last,
            entries=tuple(_in_order(entries)),
            facts=_facts(settings, first, last),
            is_anybody=is_anybody,
        )

    def day(self, on: dt.date, today: dt.date) -> tuple[DayLine, ...]:
        """Return every occasion of one day in full, in the order the stretch has them."""
        occasions = self._reminders.between(on, on)
        with self._database.read() as session:
            known = standings(kept_between(session, on, on))
        lines = (
            DayLine(occasion=one, standing=standing_of(one, known, today)) for one in occasions
        )
        return tuple(sorted(lines, key=_line_place))


def _dates(
    session: Session, first: dt.date, last: dt.date, known: Mapping[Place, Standing]
) -> list[Entry]:
    """Return what comes round by the dates of the book, as `occurrences` would find it."""
    stands = {(number, on): told for (source, number, on), told in known.items() if source is _DATE}
    found = []
    cursor = session.connection().connection.cursor()
    try:
        for on, key, year in keys_between(first, last):
            # All rows of a day at once: the thread of the screen takes its turn after each fetch.
            for number, kind, big, called, client, whose, tier, label, person in cursor.execute(
                _DATES, (key, year)
            ).fetchall():
                what, relation, facet = _sort(kind, whose)
                head = (on, big == 1, called, _DATE, number, what, facet, client)
                standing = stands.get((number, on), _OPEN) if stands else _OPEN
                rest = (person, relation, _TIERS.get(tier), label, 0, standing)
                found.append(_entry(head + rest))
    finally:
        cursor.close()
    return found


def _followed_up(
    session: Session, first: dt.date, last: dt.date, today: dt.date
) -> Iterator[Entry]:
    """Yield what she set a day for."""
    for row in followup_rows(session, first, last):
        source_code, number, day, client_id, label, _, called, tier, _, big, state = row
        source, on = _SOURCES[source_code], _day(day)
        kind, facet = _FOLLOWED[source]
        standing = followed_up(state, is_late=on < today)
        yield _entry(
            (
                *(on, bool(big), called, source, number, kind, facet, client_id),
                *("", None, _TIERS.get(tier), label or "", 0, standing),
            )
        )


@lru_cache(maxsize=256)
def _sort(kind: str, relation: str | None) -> tuple[Kind, Relation | None, Facet]:
    what, whose = _KINDS[kind], _RELATIONS.get(relation or "")
    return what, whose, facet_of(what, whose)


def _facts(settings: BookSettings, first: dt.date, last: dt.date) -> dict[dt.date, DayFacts]:
    """Return what there is to say of each day."""
    rules = rules_of(settings)
    festivals: dict[dt.date, tuple[Festival, ...]] = {}
    for on, festival in festival_table(settings).between(first, last):
        festivals[on] = (*festivals.get(on, ()), festival)
    days = (first + number * _ONE_DAY for number in range((last - first).days + 1))
    return {
        on: DayFacts(
            festivals=festivals.get(on, ()),
            term=solar_term_on(on),
            is_off=on in rules.days_off,
            is_worked=on in rules.working_days,
            is_weekly_off=on.weekday() in rules.weekly_off,
        )
        for on in days
    }


def _in_order(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries by day, those of big clients first, then by client."""
    big: defaultdict[dt.date, list[Entry]] = defaultdict(list)
    others: defaultdict[dt.date, list[Entry]] = defaultdict(list)
    for entry in entries:
        (big if entry[1] else others)[entry[0]].append(entry)
    for day in sorted({*big, *others}):
        for some in (big, others):
            yield from sorted(some.get(day, ()), key=_client_and_number)


def _line_place(line: DayLine) -> tuple[bool, str, int]:
    entry = line.entry
    return not entry.big, entry.client, entry.source_id
