"""Checking the reminders of a whole book: who is never reminded of, what is missing, what is far.

What the rule of reminding finds in the coming year is given; here it is only held against what
stands in the book.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from crm_desktop.domain import reminder_check as check
from crm_desktop.domain.clock_sanity import ClockTrouble
from crm_desktop.domain.occasions import Occasion, Rules, Source
from crm_desktop.domain.records import Client, ClientDate, Person
from crm_desktop.domain.reminder_check import LONGEST_YEAR, Later, Raise, Whose, Why
from crm_desktop.domain.stages import stages


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What of a book is looked at; nobody in the trash is among the clients."""

    clients: Sequence[Client]
    people: Mapping[int, Sequence[Person]]
    dates: Mapping[int, Sequence[ClientDate]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something about one client that she may want to mend.

    `why` is set where nothing will ever be raised: of the client where `date` and `whose` are
    None, else of that date or birthday. `later` is set where the next time, `next_on`, is far.
    """

    client: Client
    why: Why | None = None
    date: ClientDate | None = None
    person: Person | None = None
    whose: Whose | None = None
    later: Later | None = None
    next_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What the book says about its own reminders.

    `reminded` counts clients of whom something is raised within a year or later, `put_aside`
    those whose reminders stopped, by the reason. `silent` are the others. `unknown` are
    birthdays of big clients and their families nobody knows, `far` dates that skip years or
    never return, `unmarked` people with dates of which none is the main one, `lost` faults.
    """

    reminded: int = 0
    put_aside: Mapping[Why, int] = field(default_factory=dict)
    silent: tuple[Gap, ...] = ()
    unknown: tuple[Gap, ...] = ()
    far: tuple[Gap, ...] = ()
    unmarked: tuple[Gap, ...] = ()
    lost: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """Of one client, how many rows reminding passes over as it cannot read them."""

    client_id: int
    name: str
    called: str
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BookCheck:
    """The findings, what is raised `ahead`, and whether the app could tell it.

    `unreadable` are the clients of whom something may go unsaid for rows that cannot be read.
    `last_look` is when the book was last looked at for reminders, `last_pop_up` when one was
    last on the screen.
    """

    findings: Findings
    ahead: tuple[Raise, ...]
    last_look: dt.datetime | None
    last_pop_up: dt.datetime | None
    trouble: ClockTrouble | None
    unreadable: tuple[Unreadable, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What the rule found: the dates and their days, and the dates of which it raises any."""

    days: frozenset[tuple[int, dt.date]]
    told: frozenset[int]
    today: dt.date


def findings(
    contents: Contents, occasions: Collection[Occasion], today: dt.date, rules: Rules
) -> Findings:
    """Return what the book says, given the occasions of `check.LONGEST_YEAR` from today on."""
    book = _Found(
        days=frozenset((one.source_id, one.on) for one in occasions if one.source is Source.DATE),
        told=frozenset(one.source_id for one in occasions if _is_told(one, rules)),
        today=today,
    )
    aside: Counter[Why] = Counter()
    gaps: defaultdict[str, list[Gap]] = defaultdict(list)
    reminded = 0
    for client in contents.clients:
        stopped = check.why_stopped(client)
        if stopped is not None:
            aside[stopped] += 1
            continue
        dates, people = contents.dates.get(client.id, ()), contents.people.get(client.id, ())
        own = list(_of_dates(client, dates, people, book))
        for name, gap in own:
            gaps[name].append(gap)
        gaps["unknown"] += _unknown(client, dates, people)
        gaps["unmarked"] += _unmarked(client, dates, people)
        if any(date.id in book.told for date in dates) or any(gap.later for _, gap in own):
            reminded += 1
        else:
            gaps["silent"].append(Gap(client=client, why=_why_silent(dates, own)))
    lists = {name: tuple(gaps[name]) for name in ("silent", "unknown", "far", "unmarked", "lost")}
    return Findings(reminded=reminded, put_aside=aside, **lists)


def _is_told(occasion: Occasion, rules: Rules) -> bool:
    return occasion.source is Source.DATE and bool(stages(occasion, rules))


def _of_dates(
    client: Client, dates: Sequence[ClientDate], people: Sequence[Person], book: _Found
) -> Iterator[tuple[str, Gap]]:
    """Yield what is the matter with her dates, by the name of its list."""
    persons = {person.id: person for person in people}
    for date in dates:
        next_day = check.next_on(date, book.today)
        why, later = check.why_not(date, next_day), check.later(date, next_day, book.today)
        gap = Gap(
            client=client,
            date=date,
            person=persons.get(date.person_id or 0),
            why=why,
            later=later,
            next_on=next_day,
        )
        if why is Why.BEYOND_CALENDAR or (why is None and later is not None):
            yield "far", gap
        elif why is None and next_day is not None and (date.id, next_day) not in book.days:
            yield "lost", _because(gap, Why.LOST)
        elif why is None and date.id not in book.told:
            yield "off", _because(gap, Why.LEAD_OFF)


def _because(gap: Gap, why: Why) -> Gap:
    return Gap(client=gap.client, date=gap.date, person=gap.person, why=why, next_on=gap.next_on)


def _unknown(
    client: Client, dates: Sequence[ClientDate], people: Sequence[Person]
) -> Iterable[Gap]:
    if not client.is_big:
        return ()
    lines = check.birthdays_unknown(people, dates)
    return [
        Gap(client=client, person=line.person, whose=line.whose, why=Why.NO_DAY) for line in lines
    ]


def _unmarked(
    client: Client, dates: Sequence[ClientDate], people: Sequence[Person]
) -> Iterator[Gap]:
    """Yield a date of each person and kind that has some, none of them the main one."""
    persons = {person.id: person for person in people}
    kinds: defaultdict[object, list[ClientDate]] = defaultdict(list)
    for date in dates:
        if not date.is_ended:
            kinds[date.person_id, date.kind].append(date)
    for same in kinds.values():
        if not any(date.is_main for date in same):
            first = same[0]
            person = persons.get(first.person_id or 0)
            yield Gap(client=client, date=first, person=person, why=Why.NOT_MAIN)


def _why_silent(dates: Sequence[ClientDate], own: Sequence[tuple[str, Gap]]) -> Why:
    """Return the reason that is told of a client nothing is raised of."""
    if not dates:
        return Why.NO_DAY
    reasons = {gap.why for _, gap in own}
    reasons |= {Why.ENDED for date in dates if date.is_ended}
    reasons |= {Why.NOT_MAIN for date in dates if not date.is_main}
    return next(why for why in reversed(Why) if why in reasons)


def horizon(today: dt.date) -> dt.date:
    """Return the last day whose occasions `findings` is to be given."""
    return today + LONGEST_YEAR
