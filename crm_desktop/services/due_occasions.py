"""Everything that may be due around a moment, of every source, with what is kept about it."""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from sqlalchemy.orm import Session

from crm_desktop.domain.leads import MOST_DAYS
from crm_desktop.domain.occasions import AnyOccasion, Kept, Key, Occasion, Passed, Rules, Source
from crm_desktop.domain.occurrences import buckets_on
from crm_desktop.domain.reminders import prolonged
from crm_desktop.domain.settings import BookSettings
from crm_desktop.domain.stages import POINTS_AHEAD, REACTION_DAYS, window
from crm_desktop.services.bare_rows import bare_rows
from crm_desktop.services.due_followups import followups_between, open_followups, rows_of
from crm_desktop.services.due_points import points_between
from crm_desktop.services.occasions import has_come, occasions_between, occasions_of
from crm_desktop.services.occurrence_lookup import Occurrence, occurrences
from crm_desktop.services.passed import passed_of
from crm_desktop.services.reminder_rows import kept_between
from crm_desktop.services.sound_rows import sound

SettingsOf = Callable[[], BookSettings]

_ONE_DAY: Final = dt.timedelta(days=1)
_POINTS_AHEAD: Final = max(POINTS_AHEAD.values()) * _ONE_DAY

# Rows whose occasion is still to be shown although its day lies before the window: put off to
# a later day, shown again since then, or ordered and not yet asked about.
_BEYOND: Final = """
SELECT source, source_id, occurs_on, client_id FROM reminder
 WHERE state = 'snoozed' AND occurs_on < ?1
UNION SELECT source, source_id, occurs_on, client_id FROM reminder
 WHERE state IN ('shown', 'missed') AND snoozed_until >= ?1 AND occurs_on < ?1
UNION SELECT source, source_id, occurs_on, client_id FROM reminder
 WHERE occurs_on >= ?2 AND occurs_on < ?1 AND stage = 'prepare' AND state = 'ordered'
"""
_OWN_LEAD: Final = (
    "SELECT max(lead_days) FROM client_date WHERE typeof(lead_days) = 'integer' AND lead_days <= ?"
)
_MISSED: Final = """
SELECT source, source_id, occurs_on, client_id FROM reminder
 WHERE occurs_on BETWEEN ? AND ? AND state = 'missed'
"""
_COMES_ROUND: Final = """
SELECT b.bucket, b.date_id, b.client_id, b.person_id FROM json_each(?) asked
 JOIN date_bucket b ON b.client_id = json_extract(asked.value, '$[0]')
 AND b.date_id = json_extract(asked.value, '$[1]')
"""


class Place(NamedTuple):
    """Which occasion a row is about."""

    source: Source
    source_id: int
    on: dt.date
    client_id: int | None


@dataclass(frozen=True, slots=True)
class Near:
    """Occasions around a moment, those that only may have been missed, and what is kept."""

    occasions: list[Occasion]
    passed: list[Passed]
    kept: dict[Key, Kept]


def near(
    session: Session, today: dt.date, since: dt.date, rules: Rules, settings: SettingsOf
) -> Near:
    """Return what may be due `today`, and what may have passed since an earlier look."""
    first, last = window(since, today, rules, longest_lead(session, rules))
    found = occurrences(session, first, last)
    derived = _derived(session, first, today, last, settings)
    kept: dict[Key, Kept] = {}
    # Where nothing comes round, nothing that is kept of these days is asked for.
    if found or derived:
        kept = kept_between(session, first, max(last, today + _POINTS_AHEAD))
    short_until, again = today - rules.grace_days * _ONE_DAY, prolonged(kept)
    full: list[Occurrence] = []
    short: list[Occurrence] = []
    for one in found:
        (short if one.on < short_until and one.on not in again else full).append(one)
    occasions = [*occasions_of(session, full), *derived]
    beyond = _places(session, _BEYOND, first, first - REACTION_DAYS * _ONE_DAY)
    for day in {place.on for place in beyond}:
        kept |= kept_between(session, day, day)
    followups = list(open_followups(session, today))
    return Near(
        [*occasions, *occasions_at(session, beyond, settings), *(one for one, _ in followups)],
        passed_of(session, short),
        kept | rows_of(followups),
    )


def everything_between(
    session: Session, first: dt.date, last: dt.date, settings: SettingsOf
) -> list[Occasion]:
    """Return the occasions of every source from `first` through `last`, soonest first."""
    return sorted(
        [
            *dated_between(session, first, last, settings),
            *points_between(session, first, last),
            *followups_between(session, first, last),
        ],
        key=_day_and_client,
    )


def dated_between(
    session: Session, first: dt.date, last: dt.date, settings: SettingsOf
) -> list[Occasion]:
    """Return those that come round by the calendar: days of people, milestones, festivals."""
    found = [
        *occasions_between(session, first, last),
        *_milestones(session, first, last),
        *_festivals(session, first, last, settings()),
    ]
    return sorted(found, key=_day_and_client)


def dated_in_short(
    session: Session, first: dt.date, last: dt.date, settings: SettingsOf
) -> list[AnyOccasion]:
    """Return what `dated_between` does, days of people in short and in no order: to be counted."""
    return [
        *passed_of(session, occurrences(session, first, last)),
        *_milestones(session, first, last),
        *_festivals(session, first, last, settings()),
    ]


def missed_between(
    session: Session, first: dt.date, last: dt.date, settings: SettingsOf
) -> list[Occasion]:
    """Return the occasions of what was told as missed, as far as they still stand."""
    return occasions_at(session, _places(session, _MISSED, first, last), settings)


def occasions_at(
    session: Session, places: Collection[Place], settings: SettingsOf
) -> list[Occasion]:
    """Return the occasions of single rows.

    None where reminding has stopped meanwhile, or where the date was edited: what was ordered
    or missed on a day it no longer falls on asks for nothing.
    """
    if not places:
        return []
    dated = {(place.client_id, place.source_id) for place in places if place.source is Source.DATE}
    days: defaultdict[int, list[dt.date]] = defaultdict(list)
    for place in places:
        if place.source is Source.DATE:
            days[place.source_id].append(place.on)
    buckets = {
        on: frozenset(buckets_on(on)) for on in {on for each in days.values() for on in each}
    }
    rows = bare_rows(session, _COMES_ROUND, json.dumps(sorted(dated)))
    came_round = [
        Occurrence(on, date_id, *whose)
        for bucket, date_id, *whose in rows
        for on in days[date_id]
        if bucket in buckets[on]
    ]
    found = occasions_of(session, came_round, only=has_come)
    wanted = {(place.source, place.source_id, place.on) for place in places}
    others = {place.on for place in places if place.source is not Source.DATE}
    for day in others:
        near_by = _derived(session, day, day, day, settings, points_ahead=dt.timedelta())
        found += [one for one in near_by if (one.source, one.source_id, one.on) in wanted]
    return found


def longest_lead(session: Session, rules: Rules) -> int:
    """Return the most days ahead anything in the book is prepared."""
    [(own,)] = bare_rows(session, _OWN_LEAD, MOST_DAYS)
    return max(rules.lead_days, rules.leads.longest(), own or 0)


def _derived(  # noqa: PLR0913, PLR0917 - a window and what is read by it
    session: Session,
    first: dt.date,
    today: dt.date,
    last: dt.date,
    settings: SettingsOf,
    points_ahead: dt.timedelta = _POINTS_AHEAD,
) -> list[Occasion]:
    """Return milestones, festivals, and points that expire."""
    known = settings()
    return [
        *_milestones(session, first, last),
        *_festivals(session, first, max(last, today + _festival_lead(known)), known),
        *points_between(session, first, today + points_ahead),
    ]


def _milestones(session: Session, first: dt.date, last: dt.date) -> list[Occasion]:
    from crm_desktop.services.due_milestones import milestones_between  # noqa: PLC0415 - see Book

    return milestones_between(session, first, last)


def _festivals(
    session: Session, first: dt.date, last: dt.date, settings: BookSettings
) -> list[Occasion]:
    from crm_desktop.services.campaigns import campaign_occasions  # noqa: PLC0415 - see Book

    return campaign_occasions(session, first, last, settings)


def _festival_lead(settings: BookSettings) -> dt.timedelta:
    from crm_desktop.services import campaigns  # noqa: PLC0415 - see Book

    return campaigns.longest_lead(settings) * _ONE_DAY


def _places(session: Session, query: str, *days: dt.date) -> list[Place]:
    return list(sound(bare_rows(session, query, *(day.isoformat() for day in days)), _place))


def _place(row: tuple[Any, ...]) -> Place:
    source, source_id, on, client_id = row
    return Place(Source(source), source_id, dt.date.fromisoformat(on), client_id)


def _day_and_client(occasion: Occasion) -> tuple[dt.date, str, int]:
    return occasion.on, occasion.client_name, occasion.source_id
