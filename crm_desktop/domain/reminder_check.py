"""Checking reminders: what will be raised when, what was, and why not where not.

Nothing is computed a second time: what will be raised is found by letting the rule of
reminding itself look at every moment at which something can change.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from crm_desktop.domain import reminders as rule
from crm_desktop.domain.dates import policy_from_code
from crm_desktop.domain.occasions import (
    Kept,
    Key,
    Occasion,
    Reminder,
    ReminderState,
    Rules,
    Source,
    Stage,
)
from crm_desktop.domain.occurrences import next_occurrence, occurrences
from crm_desktop.domain.records import Client, ClientDate, DateKind, Person, Relation
from crm_desktop.domain.stages import stages

_ONE_DAY: Final = dt.timedelta(days=1)
_LAST_MINUTE: Final = dt.time(23, 59)
# A lunar year with a leap month is the longest time between two ordinary birthdays.
LONGEST_YEAR: Final = dt.timedelta(days=385)
# After the day: its grace, a note on how a gift was taken, and when that lapses.
_DAYS_AFTER: Final = 10


class Why(StrEnum):
    """Why nothing will be raised; in the order in which it is looked for.

    LOST is a fault of the book's index: the day comes round and the rule does not find it.
    """

    IN_TRASH = "in_trash"
    DECEASED = "deceased"
    ARCHIVED = "archived"
    DO_NOT_CONTACT = "do_not_contact"
    NO_DAY = "no_day"
    ENDED = "ended"
    NOT_MAIN = "not_main"
    BEYOND_CALENDAR = "beyond_calendar"
    LEAD_OFF = "lead_off"
    LOST = "lost"


OF_THE_CLIENT: Final = frozenset({Why.IN_TRASH, Why.DECEASED, Why.ARCHIVED, Why.DO_NOT_CONTACT})
"""The reasons that stand for everything about a client at once."""


class Later(StrEnum):
    """Why the next time is far: her choice skips years, or it has never come round yet."""

    SKIPS = "skips"
    FIRST_TIME = "first_time"


class Whose(StrEnum):
    """Whose birthday is looked for with every client."""

    OWN = "own"
    SPOUSE = "spouse"
    CHILD = "child"


@dataclass(frozen=True, slots=True, kw_only=True)
class Raise:
    """One reminder that will come, and the moment at which it pops up."""

    reminder: Reminder
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was told about one stage of one day, and what she did about it."""

    key: Key
    kept: Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that may remind: a dated fact, what follows from it, a follow-up.

    `date` is None where no day is known (`whose` says whose birthday that is) and for what
    comes from no dated fact. `next_on` is the day it comes round next, `raises` what pops up
    for it, `waits` what stands on the Today page already. `entered_after` is set where its
    last day had passed before anybody entered it.
    """

    source: Source
    date: ClientDate | None = None
    person: Person | None = None
    whose: Whose | None = None
    occasion: Occasion | None = None
    next_on: dt.date | None = None
    raises: tuple[Raise, ...] = ()
    waits: tuple[Reminder, ...] = ()
    why: Why | None = None
    later: Later | None = None
    told: tuple[Told, ...] = ()
    entered_after: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientCheck:
    """Everything that may remind of one client; `stopped` is why none of it does.

    `unreadable` counts her rows that are passed over, as they cannot be read.
    """

    client: Client
    stopped: Why | None
    lines: tuple[Line, ...]
    unreadable: int = 0


def raises(
    occasions: Sequence[Occasion],
    kept: Mapping[Key, Kept],
    moments: Iterable[dt.datetime],
    rules: Rules,
) -> tuple[Raise, ...]:
    """Return what the rule raises at `moments`, in order, if nothing is done meanwhile."""
    known = dict(kept)
    found = []
    for at in moments:
        shown = Kept(state=ReminderState.SHOWN, changed_at=at, shown_at=at)
        for reminder in rule.to_raise(rule.due(occasions, known, at, rules)):
            found.append(Raise(reminder=reminder, at=at))
            known.update(dict.fromkeys(reminder.keys, shown))
    return tuple(found)


def moments(
    occasions: Iterable[Occasion],
    kept: Mapping[Key, Kept],
    now: dt.datetime,
    rules: Rules,
    pop_up_at: dt.time,
) -> list[dt.datetime]:
    """Return now and every later moment at which the rule may raise one of the occasions."""
    days: set[dt.date] = set()
    wakes: set[dt.datetime] = set()
    for occasion in occasions:
        days |= _days_of(occasion, kept, rules)
        rows = (kept.get(occasion.key(stage)) for stage in Stage)
        wakes |= {row.snoozed_until for row in rows if row and row.snoozed_until}
    mornings = {dt.datetime.combine(day, pop_up_at, now.tzinfo) for day in days}
    return sorted({now, *(at for at in mornings | wakes if at > now)})


def mornings(now: dt.datetime, days: int, pop_up_at: dt.time) -> list[dt.datetime]:
    """Return now and the time of the pop-up on each of the coming days."""
    first = now.date()
    each = (first + dt.timedelta(days=ahead) for ahead in range(days + 1))
    at = (dt.datetime.combine(day, pop_up_at, now.tzinfo) for day in each)
    return [now, *(moment for moment in at if moment > now)]


def party(occasion: Occasion, same_day: Sequence[Occasion], rules: Rules) -> tuple[Occasion, ...]:
    """Return those that are reminded as one with `occasion`; none where nothing is raised."""
    end = dt.datetime.combine(occasion.on, _LAST_MINUTE, dt.UTC)
    keys = {(one.source, one.source_id, one.on): one for one in same_day}
    for reminder in rule.due(same_day, {}, end, rules):
        members = [keys[key.source, key.source_id, key.on] for key in reminder.keys]
        if occasion in members:
            return tuple(members)
    return ()


def why_stopped(client: Client) -> Why | None:
    """Return why nothing about a client reminds."""
    if client.trashed_on is not None:
        return Why.IN_TRASH
    if client.deceased_on is not None:
        return Why.DECEASED
    if client.archived_on is not None:
        return Why.ARCHIVED
    return Why.DO_NOT_CONTACT if client.do_not_contact else None


def why_not(date: ClientDate, next_on: dt.date | None) -> Why | None:
    """Return why a dated fact does not remind, as far as the fact itself says."""
    if date.is_ended:
        return Why.ENDED
    if not date.is_main:
        return Why.NOT_MAIN
    return Why.BEYOND_CALENDAR if next_on is None else None


def next_on(date: ClientDate, on_or_after: dt.date) -> dt.date | None:
    """Return the day a dated fact comes round next."""
    return next_occurrence(date.fact, policy_from_code(date.policy), on_or_after)


def later(date: ClientDate, next_day: dt.date | None, today: dt.date) -> Later | None:
    """Return why the next time is more than a year away; None where it is not."""
    if next_day is None or next_day - today <= LONGEST_YEAR:
        return None
    is_young = date.year is not None and next_day - _first_day_of(date.year) <= 2 * LONGEST_YEAR
    return Later.FIRST_TIME if is_young else Later.SKIPS


def entered_after(date: ClientDate, today: dt.date) -> dt.date | None:
    """Return the last day it came round, where that had passed before it was entered."""
    if date.created_at is None:
        return None
    policy = policy_from_code(date.policy)
    past = occurrences(date.fact, policy, today - LONGEST_YEAR, today - _ONE_DAY)
    return past[-1] if past and past[-1] < date.created_at.date() else None


def birthdays_unknown(people: Iterable[Person], dates: Collection[ClientDate]) -> list[Line]:
    """Return a line for her own, her husband's and each child's birthday nobody knows."""
    known = {date.person_id for date in dates if date.kind is DateKind.BIRTHDAY}
    missing = [] if None in known else [_unknown(None, Whose.OWN)]
    for person in people:
        whose = whose_is(person.relation)
        if whose is not None and person.id not in known:
            missing.append(_unknown(person, whose))
    return missing


def whose_is(relation: Relation) -> Whose | None:
    """Return as whose a birthday is looked for; None where nobody asks for it."""
    if relation is Relation.CHILD:
        return Whose.CHILD
    is_spouse = relation in {Relation.HUSBAND, Relation.WIFE, Relation.PARTNER}
    return Whose.SPOUSE if is_spouse else None


def _unknown(person: Person | None, whose: Whose) -> Line:
    return Line(source=Source.DATE, person=person, whose=whose, why=Why.NO_DAY)


def _days_of(occasion: Occasion, kept: Mapping[Key, Kept], rules: Rules) -> set[dt.date]:
    """Return every day on which a stage of an occasion may be raised."""
    days = {occasion.on + ahead * _ONE_DAY for ahead in range(-1, _DAYS_AFTER)}
    days |= {one.raise_on for one in rule.all_stages((occasion,), kept, rules)}
    return days | {planned.again_on for planned in stages(occasion, rules) if planned.again_on}


def _first_day_of(year: int) -> dt.date:
    return dt.date(max(year, dt.MINYEAR), 1, 1)
