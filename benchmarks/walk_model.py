"""What she ought to be told, worked out by hand: the other half of `benchmarks.reminder_walk`.

Nothing here uses the keys, stages or states of the product: days are found by looking at every
single day, and what ought to have been told is kept in plain sets.
"""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from crm_desktop.domain import lunar

DAY: Final = dt.timedelta(days=1)
GRACE: Final = DAY
SUNDAY: Final = 6

Named = tuple[int, int, dt.date, str]
"""A date, how often it had been edited, one of its days, and a stage of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A dated fact as she entered it; `big` says that it is prepared two days ahead."""

    month: int
    day: int
    is_lunar: bool
    big: bool
    client_id: int
    version: int = 0


class Almanac:
    """Every day of the walk, to be looked through one by one."""

    def __init__(self, first: dt.date, last: dt.date) -> None:
        self._days: dict[tuple[bool, int, int], list[dt.date]] = {}
        for ordinal in range(first.toordinal(), last.toordinal() + 1):
            on = dt.date.fromordinal(ordinal)
            for place in _places(on):
                self._days.setdefault(place, []).append(on)

    def days(self, told: Told, first: dt.date, last: dt.date) -> list[dt.date]:
        """Return the days a fact comes round from `first` through `last`."""
        known = self._days.get((told.is_lunar, told.month, told.day), [])
        return [on for on in known if first <= on <= last]


def _places(on: dt.date) -> list[tuple[bool, int, int]]:
    """Return what is kept on one day: its own, and the last of a month that is cut short."""
    found = [(False, on.month, on.day)]
    tomorrow = on + DAY
    if (on.month, on.day, tomorrow.month) == (2, 28, 3):
        found.append((False, 2, 29))
    today = lunar.to_lunar(on)
    if not today.leap:
        found.append((True, today.month, today.day))
        if today.day == 29 and lunar.to_lunar(tomorrow).day == 1:  # noqa: PLR2004 - a short month
            found.append((True, today.month, 30))
    return found


@dataclass
class Ledger:
    """What was told and answered, by hand.

    Attributes:
        pops: how often each stage popped up.
        again: how often it may once more: put off, or shown and not yet remembered.
        required: how often it must have by now, where that is more than once.
        told_missed: how often it was told as missed.
        closed: what she is through with; `ordered` on which day something was, for a day.
        asleep: until when she put it off.
    """

    pops: Counter[Named] = field(default_factory=Counter)
    again: Counter[Named] = field(default_factory=Counter)
    required: dict[Named, int] = field(default_factory=dict)
    told_missed: Counter[Named] = field(default_factory=Counter)
    closed: set[Named] = field(default_factory=set)
    ordered: dict[tuple[int, int, dt.date], dt.date] = field(default_factory=dict)
    asleep: dict[Named, dt.datetime] = field(default_factory=dict)

    def put_off(self, named: Named, until: dt.datetime) -> None:
        """Note that a stage is to come back at `until`."""
        self.asleep[named] = until
        self.again[named] += 1
        self.required[named] = self.pops[named] + 1

    def is_lost(self, named: Named) -> bool:
        """Return whether a stage that ought to be seen did not pop up."""
        return self.pops[named] < self.required.get(named, 1)

    def ought(self, date_id: int, told: Told, on: dt.date, now: dt.datetime) -> Named | None:
        """Return the stage of a day that ought to have popped up by now, if there is one."""
        today = now.date()
        place = (date_id, told.version, on)
        prepare, confirm, day, reaction = (
            (*place, stage) for stage in ("prepare", "confirm", "day", "reaction")
        )
        is_ordered = place in self.ordered
        if today < on:
            if self._asks_to_confirm(place) and today >= on - DAY:
                return self._open(confirm, now)
            return self._open(prepare, now) if told.big and today >= first_warning(on) else None
        if day not in self.closed and today <= self._shown_to(day, now):
            return self._open(day, now)
        if is_ordered and on + DAY <= today <= on + 7 * DAY:
            return self._open(reaction, now)
        return None

    def may(self, date_id: int, told: Told, on: dt.date, now: dt.datetime) -> set[Named]:
        """Return every stage of a day that could be shown now."""
        place, today = (date_id, told.version, on), now.date()
        shown_to = self._shown_to((*place, "day"), now)
        stages = {
            "prepare": told.big and first_warning(on) <= today < on,
            "confirm": self._asks_to_confirm(place) and on - DAY <= today < on,
            "day": on <= today <= shown_to,
            "reaction": place in self.ordered and today > on,
        }
        return {(*place, stage) for stage, may in stages.items() if may}

    def _asks_to_confirm(self, place: tuple[int, int, dt.date]) -> bool:
        """Return whether something was ordered before the day it would be confirmed on."""
        return place in self.ordered and self.ordered[place] < place[2] - DAY

    def _open(self, named: Named, now: dt.datetime) -> Named | None:
        until = self.asleep.get(named)
        asleep = until is not None and now < until
        return None if named in self.closed or asleep else named

    def missed_by(self, date_id: int, told: Told, on: dt.date, now: dt.datetime) -> bool:
        """Return whether a day is over and she was not through with it."""
        day = (date_id, told.version, on, "day")
        return now.date() > self._shown_to(day, now) and day not in self.closed

    def _shown_to(self, day: Named, now: dt.datetime) -> dt.date:
        """Return the last day it is shown: the one after, or the one it was put off to."""
        until = self.asleep.get(day)
        last = day[2] + GRACE
        return max(last, until.astimezone(now.tzinfo).date()) if until else last


def first_warning(on: dt.date) -> dt.date:
    """Return when a big client's day is told first: two days ahead, before a Sunday off sooner."""
    meant = on - 2 * DAY
    return meant - DAY if meant.weekday() == SUNDAY else meant


def told_twice(on: dt.date) -> bool:
    """Return whether the warning comes before a day off and once more on that day."""
    return (on - 2 * DAY).weekday() == SUNDAY
