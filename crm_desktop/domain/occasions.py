"""The words of reminding: an occasion, its stages, what is kept about them, the rules."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from crm_desktop.domain.dates import Calendar
from crm_desktop.domain.leads import NO_LEADS, LeadTable
from crm_desktop.domain.records.enums import DateKind, Knows, Relation, Tier
from crm_desktop.domain.records.family import Person
from crm_desktop.domain.years import YearMark

_ONE_DAY: Final = dt.timedelta(days=1)


class Source(StrEnum):
    """What an occasion comes from; with a number, a day and a stage it makes a `Key`.

    The number is that of a dated fact (DATE, and MILESTONE for what follows from a birthday),
    of a talk, a visit or a promise with a next day, of a lot of points, or of a festival.
    """

    DATE = "date"
    MILESTONE = "milestone"
    TALK = "talk"
    VISIT = "visit"
    PROMISE = "promise"
    POINTS = "points"
    FESTIVAL = "festival"


class Stage(StrEnum):
    """A moment of an occasion she is told about.

    PREPARE some days ahead and DAY on the day are planned for every occasion that is prepared;
    CONFIRM the day before and REACTION the day after only where something was ordered. Points
    that expire are told 60, 30 and 7 days ahead.
    """

    PREPARE = "prepare"
    CONFIRM = "confirm"
    DAY = "day"
    REACTION = "reaction"
    POINTS_60 = "points_60"
    POINTS_30 = "points_30"
    POINTS_7 = "points_7"


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
    MILESTONE = "milestone"
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


class Milestone(StrEnum):
    """A day in the life of a child that follows from its birthday: 满月, 百日, 入学."""

    FULL_MONTH = "full_month"
    HUNDRED_DAYS = "hundred_days"
    SCHOOL = "school"


# Beyond this many days off in a row a reminder is no longer moved before them.
LONGEST_RUN_OFF: Final = 31
# These wait until they are done; everything else passes after its days of grace.
UNTIL_DONE: Final = frozenset({Kind.FOLLOW_UP, Kind.CARE, Kind.PROMISE})
PREPARED: Final = frozenset(
    {Kind.BIRTHDAY, Kind.ANNIVERSARY, Kind.VALUED, Kind.MILESTONE, Kind.FESTIVAL}
)


class Key(NamedTuple):
    """Under what a reminder is kept: what it comes from, the day, the stage."""

    source_id: int
    on: dt.date
    stage: Stage
    source: Source = Source.DATE


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One day on which something comes round or is due, with what the rule needs to know of it.

    `source_id` numbers what it comes from, see `Source`. `client_id` is 0 for a festival, one
    row for `clients` many, whose code is `festival`. `person_*` is empty where the day is the
    client's own. `lead_days` is the fact's own lead, None for the rule's. `created_on` is the
    day the fact was entered: what lay before it was never missed. `nominal_age` is 虚岁,
    `marks` what makes a birthday more than the others.
    `points` is how many expire. `also_client_id` is the client whom the person is as well.
    `unaware` are those who must hear no word of the clinic: the person whose day it is, and the
    household (`domain.unaware`). `stopped` stands for archived, deceased, do not contact,
    divorced.
    """

    source_id: int
    on: dt.date
    kind: Kind
    client_id: int
    client_name: str
    source: Source = Source.DATE
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
    nominal_age: int | None = None
    marks: tuple[YearMark, ...] = ()
    milestone: Milestone | None = None
    festival: str = ""
    clients: int = 0
    points: int = 0
    also_client_id: int | None = None
    lead_days: int | None = None
    created_on: dt.date | None = None
    stopped: bool = False

    @property
    def date_id(self) -> int | None:
        """Return the dated fact it comes from, None where it comes from none."""
        return self.source_id if self.source in {Source.DATE, Source.MILESTONE} else None

    def key(self, stage: Stage) -> Key:
        """Return under what one stage of it is kept."""
        return Key(self.source_id, self.on, stage, self.source)


class Passed(NamedTuple):
    """A dated fact whose day went by, as short as the rule of what was missed allows.

    After an absence thousands are made at once; the names are those of an `Occasion`. `age`
    is that of a child with a name, whom it tells from another child of that name.
    """

    source_id: int
    on: dt.date
    kind: Kind
    client_id: int
    client_name: str
    big: bool
    tier: Tier | None
    vip: bool
    calendar: Calendar
    lead_days: int | None = None
    created_on: dt.date | None = None
    person_relation: Relation | None = None
    person_name: str = ""
    also_client_id: int | None = None
    age: int | None = None
    source: Source = Source.DATE
    stopped: bool = False

    def key(self, stage: Stage) -> Key:
        """Return under what one stage of it is kept."""
        return Key(self.source_id, self.on, stage, self.source)


AnyOccasion = Occasion | Passed
"""What the rule of reminding can decide about."""


class Missed(NamedTuple):
    """What came and went unseen, and the stage that is kept as missed; `also` as in `Reminder`."""

    occasion: AnyOccasion
    stage: Stage
    also: tuple[AnyOccasion, ...] = ()

    @property
    def on(self) -> dt.date:
        """Return the day of the occasion."""
        return self.occasion.on

    @property
    def keys(self) -> tuple[Key, ...]:
        """Return every key it is to be kept under."""
        return tuple(occasion.key(self.stage) for occasion in (self.occasion, *self.also))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The editable numbers and the days off.

    `lead_days` is how long ahead big clients are prepared for where `leads` says nothing else.
    `weekly_off` holds weekdays (Monday is 0), `days_off` single days, and `working_days`
    those that are worked although their weekday is off.
    """

    lead_days: int = 2
    grace_days: int = 1
    leads: LeadTable = NO_LEADS
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


class Planned(NamedTuple):
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
        return tuple(occasion.key(self.stage) for occasion in (self.occasion, *self.also))


def kind_of(kind: DateKind) -> Kind:
    """Return what an occasion of a dated fact is about."""
    match kind:
        case DateKind.BIRTHDAY:
            return Kind.BIRTHDAY
        case DateKind.WEDDING:
            return Kind.ANNIVERSARY
        case DateKind.VALUED:
            return Kind.VALUED
