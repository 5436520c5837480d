"""The words of reminding: an occasion, its stages, what is kept about them, the rules."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from crm_desktop.domain.dates import Calendar
from crm_desktop.domain.records.enums import DateKind, Knows, Relation, Tier
from crm_desktop.domain.records.family import Person

_ONE_DAY: Final = dt.timedelta(days=1)


class Stage(StrEnum):
    """A moment of an occasion she is told about: some days ahead, and the day itself."""

    PREPARE = "prepare"
    DAY = "day"


class ReminderState(StrEnum):
    """What became of one stage; `ORDERED` is as good as done for the stage of preparing."""

    PENDING = "pending"
    SHOWN = "shown"
    SNOOZED = "snoozed"
    ORDERED = "ordered"
    DONE = "done"
    DISMISSED = "dismissed"
    MISSED = "missed"


class Kind(StrEnum):
    """What an occasion is about, in the words of `due --json`."""

    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"
    VALUED = "valued"
    FESTIVAL = "festival"
    FOLLOW_UP = "follow_up"
    CARE = "care"
    PROMISE = "promise"
    POINTS = "points"


class What(StrEnum):
    """What the rule of the house asks for."""

    CAKE = "cake"
    FLOWERS = "flowers"
    SMALL_GIFT = "small_gift"
    GREETING = "greeting"
    CALL = "call"


# Beyond this many days off in a row a reminder is no longer moved before them.
LONGEST_RUN_OFF: Final = 31
# These wait until they are done; everything else passes after its days of grace.
UNTIL_DONE: Final = frozenset({Kind.FOLLOW_UP, Kind.CARE, Kind.PROMISE})
PREPARED: Final = frozenset({Kind.BIRTHDAY, Kind.ANNIVERSARY, Kind.VALUED, Kind.FESTIVAL})


class Key(NamedTuple):
    """Under what a reminder is kept: the dated fact, its occurrence, the stage."""

    date_id: int
    on: dt.date
    stage: Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One occurrence of a dated fact with what the rule needs to know about it.

    `person_*` is empty where the day is the client's own. `lead_days` is the fact's own
    lead, None for the rule's. `created_on` is the day the fact was entered: what lay before it
    was never missed. `unaware` are those who must hear no word of the clinic: the person whose
    day it is, and the household (`domain.unaware`). `stopped` stands for archived, deceased,
    do not contact, divorced.
    """

    date_id: int
    on: dt.date
    kind: Kind
    client_id: int
    client_name: str
    client_display_name: str = ""
    label: str = ""
    big: bool = False
    tier: Tier | None = None
    vip: bool = False
    person_id: int | None = None
    person_relation: Relation | None = None
    person_name: str = ""
    person_nickname: str = ""
    knows: Knows | None = None
    unaware: tuple[Person, ...] = ()
    calendar: Calendar = Calendar.SOLAR
    age: int | None = None
    lead_days: int | None = None
    created_on: dt.date | None = None
    stopped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The editable numbers and the days off.

    `weekly_off` holds weekdays (Monday is 0), `days_off` single days, and `working_days`
    those that are worked although their weekday is off.
    """

    lead_days: int = 2
    grace_days: int = 1
    weekly_off: frozenset[int] = frozenset()
    days_off: frozenset[dt.date] = frozenset()
    working_days: frozenset[dt.date] = frozenset()

    def is_day_off(self, day: dt.date) -> bool:
        """Return whether she is not at work on `day`."""
        weekly = day.weekday() in self.weekly_off and day not in self.working_days
        return weekly or day in self.days_off

    def last_working_day(self, day: dt.date) -> dt.date:
        """Return `day`, or the last working day before it; `day` if there is none within reach."""
        for back in range(LONGEST_RUN_OFF):
            if not self.is_day_off(day - back * _ONE_DAY):
                return day - back * _ONE_DAY
        return day


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One stage of an occasion and the day from which it is due.

    `again_on` is set where `raise_on` was moved before days off: the day it was meant for,
    on which it pops up once more.
    """

    stage: Stage
    raise_on: dt.date
    again_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is stored under a `Key`.

    `shown_at` is when the pop-up last told it, `snoozed_until` her latest snooze; both stay
    through every later state. Without a `shown_at`, `SHOWN` counts from `changed_at`.
    """

    state: ReminderState
    changed_at: dt.datetime
    snoozed_until: dt.datetime | None = None
    shown_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """What she sees: one stage of an occasion, its state and whether to pop up now.

    `also` holds the same child's occasion at other clients; all `keys` share what she does.
    """

    occasion: Occasion
    stage: Stage
    raise_on: dt.date
    state: ReminderState
    what: What
    also: tuple[Occasion, ...] = ()
    pops_up: bool = False

    @property
    def on(self) -> dt.date:
        """Return the day of the occasion."""
        return self.occasion.on

    @property
    def keys(self) -> tuple[Key, ...]:
        """Return every key her answer is to be kept under."""
        return tuple(Key(o.date_id, o.on, self.stage) for o in (self.occasion, *self.also))

    @property
    def asks_to_call_her(self) -> bool:
        """Return whether she is to be called so that she does not buy a second cake."""
        return self.what is What.CAKE


def kind_of(kind: DateKind) -> Kind:
    """Return what an occasion of a dated fact is about."""
    match kind:
        case DateKind.BIRTHDAY:
            return Kind.BIRTHDAY
        case DateKind.WEDDING:
            return Kind.ANNIVERSARY
        case DateKind.VALUED:
            return Kind.VALUED
