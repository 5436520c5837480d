"""Random walks through simulated years against a model written by hand."""

import datetime as dt
import random
from collections import Counter
from dataclasses import dataclass, field

import pytest

from crm_desktop.domain.dates import DEFAULT_POLICY, DatedFact
from crm_desktop.domain.occasions import (
    Kept,
    Key,
    Kind,
    Missed,
    Occasion,
    Reminder,
    ReminderState,
    Rules,
    Stage,
)
from crm_desktop.domain.occurrences import occurrences
from crm_desktop.domain.reminders import due, missed, rows_to_drop, to_raise
from crm_desktop.domain.stages import window
from tests.domain.facts import solar

DAY = dt.timedelta(days=1)
HOUR = dt.timedelta(hours=1)
START = dt.datetime(2026, 1, 5, 9)  # noqa: DTZ001 (local days have no zone)
RULES = Rules(weekly_off=frozenset({6}))
ANSWERS = (
    ReminderState.DONE,
    ReminderState.DISMISSED,
    ReminderState.ORDERED,
    ReminderState.SNOOZED,
)


@dataclass
class Walk:
    """One consultant, her computer and its clock; `skew` is how wrong the clock is."""

    dice: random.Random
    jumps: bool
    true_time: dt.datetime = START
    skew: dt.timedelta = dt.timedelta()
    last_look: dt.datetime = START
    facts: dict[int, DatedFact] = field(default_factory=dict)
    since: dict[int, dt.date] = field(default_factory=dict)
    kept: dict[Key, Kept] = field(default_factory=dict)
    pops: Counter[Key] = field(default_factory=Counter)
    snoozes: Counter[Key] = field(default_factory=Counter)
    told_missed: Counter[Key] = field(default_factory=Counter)
    closed: set[Key] = field(default_factory=set)
    ordered: dict[Key, dt.date] = field(default_factory=dict)
    asleep: set[Key] = field(default_factory=set)
    until: dict[Key, dt.datetime] = field(default_factory=dict)
    visible: list[Reminder] = field(default_factory=list)

    @property
    def now(self) -> dt.datetime:
        return self.true_time + self.skew

    def edit(self) -> None:
        """Enter a date, or move one that is there."""
        date_id = self.dice.randrange(1, 61)
        day = dt.date(2026, 1, 1) + DAY * self.dice.randrange(365)
        self.facts[date_id] = solar(day.month, day.day)
        self.since[date_id] = self.now.date()
        for key in rows_to_drop(self.kept, date_id, self.facts[date_id], DEFAULT_POLICY):
            del self.kept[key]
            for tally in (self.pops, self.snoozes):
                del tally[key]
            self.asleep.discard(key)
            self.until.pop(key, None)

    def look(self) -> None:
        """Do what the app does at every tick, and compare what she sees with the model."""
        occasions = self.occasions()
        found = due(occasions, self.kept, self.now, RULES)
        assert {key for one in found for key in one.keys} == self.expected()
        for one in to_raise(found):
            self.keep(one, ReminderState.SHOWN)
            self.pops.update(one.keys)
            self.asleep -= set(one.keys)
        assert to_raise(due(occasions, self.kept, self.now, RULES)) == []
        for gone in missed(occasions, self.kept, self.now, self.last_look, RULES):
            self.keep(gone, ReminderState.MISSED)
            self.told_missed.update(gone.keys)
        self.last_look = self.now
        self.visible = found

    def answer(self) -> None:
        """Answer one of the reminders she sees."""
        if not self.visible:
            return
        one = self.visible.pop(self.dice.randrange(len(self.visible)))
        state = self.dice.choice(ANSWERS)
        [key] = one.keys
        self.asleep.discard(key)
        if state is ReminderState.SNOOZED:
            self.snoozes[key] += 1
            self.asleep.add(key)
            self.until[key] = self.now + HOUR * self.dice.randrange(1, 90)
        elif state is not ReminderState.ORDERED or key.stage is Stage.PREPARE:
            self.closed.add(key)
            self.ordered.pop(key, None)
        if state is ReminderState.ORDERED and key.stage is Stage.PREPARE:
            self.ordered[key] = self.now.date()
        self.keep(one, state)

    def keep(self, one: Reminder | Missed, state: ReminderState) -> None:
        """Store a state as a service does: the times of the snooze and the pop-up stay."""
        [key] = one.keys
        shown = self.now if state is ReminderState.SHOWN else None
        if shown is None and key in self.kept:
            shown = self.kept[key].shown_at
        self.kept[key] = Kept(
            state=state, changed_at=self.now, snoozed_until=self.until.get(key), shown_at=shown
        )

    def occasions(self) -> list[Occasion]:
        first, last = window(self.last_look.date(), self.now.date(), RULES, 2)
        beyond = {(key.source_id, key.on) for key in (*self.until, *self.ordered)}
        return [
            Occasion(
                source_id=date_id,
                on=on,
                kind=Kind.BIRTHDAY,
                client_id=date_id,
                client_name=str(date_id),
                big=is_big(date_id),
                created_on=self.since[date_id],
            )
            for date_id, fact in self.facts.items()
            for on in occurrences(fact, DEFAULT_POLICY, first - 40 * DAY, last)
            if on >= first or (date_id, on) in beyond
        ]

    def expected(self) -> set[Key]:
        """Say by hand what she should see now, from the answers she gave alone."""
        today = self.now.date()
        keys = set()
        near = {(on.month, on.day): on for on in (today + DAY * n for n in range(-40, 8))}
        for date_id, fact in self.facts.items():
            on = near.get((fact.month, fact.day))
            if on is None:
                continue
            key = Key(date_id, on, self.stage(date_id, on, today))
            if self.is_seen(key, today):
                keys.add(key)
        return keys

    def stage(self, date_id: int, on: dt.date, today: dt.date) -> Stage:
        """Say which moment of the event it is; what was not ordered has two."""
        ordered_on = self.ordered.get(Key(date_id, on, Stage.PREPARE))
        if on <= today:
            day = Key(date_id, on, Stage.DAY)
            is_through = day in self.closed or today > self.last_day(day)
            asks = ordered_on is not None and today > on and is_through
            return Stage.REACTION if asks else Stage.DAY
        confirms = ordered_on is not None and ordered_on < on - DAY and today >= on - DAY
        return Stage.CONFIRM if confirms else Stage.PREPARE

    def last_day(self, key: Key) -> dt.date:
        last = key.on + DAY * (7 if key.stage is Stage.REACTION else 1)
        until = self.until.get(key)
        return max(last, until.date()) if until else last

    def is_seen(self, key: Key, today: dt.date) -> bool:
        if key in self.closed:
            return False
        until = self.until.get(key)
        if key in self.asleep and until and self.now < until:
            return False
        if key.stage is Stage.PREPARE:
            return is_big(key.source_id) and today >= first_warning(key.on)
        if today > key.on and self.since[key.source_id] > key.on:
            return False
        return today <= self.last_day(key)

    def step(self) -> None:
        """Let some time pass, and perhaps something happen."""
        what = self.dice.random()
        if what < 0.05:
            self.true_time += DAY * self.dice.randrange(2, 15)
        elif self.jumps and what < 0.10:
            self.skew = HOUR * self.dice.choice((0, 0, 30, 100, -1, -30, -100))
        else:
            self.true_time += HOUR * self.dice.randrange(1, 20)
        self.look()
        if self.dice.random() < 0.4:
            self.answer()
        if self.dice.random() < 0.04:
            self.edit()


def is_big(date_id: int) -> bool:
    return date_id % 3 != 0


def first_warning(on: dt.date) -> dt.date:
    meant = on - 2 * DAY
    return meant - DAY if meant.weekday() == 6 else meant


def walked(seed: int, *, jumps: bool) -> Walk:
    walk = Walk(random.Random(seed), jumps)
    for _ in range(60):
        walk.edit()
    for _ in range(900):
        walk.step()
    return walk


@pytest.mark.parametrize("jumps", [False, True])
@pytest.mark.parametrize("seed", range(8))
def test_nothing_is_lost_and_nothing_doubled(seed: int, *, jumps: bool) -> None:
    walk = walked(seed, jumps=jumps)

    doubled = {
        key: times
        for key, times in walk.pops.items()
        if times > 1 + walk.snoozes[key] + moved_before_a_day_off(key)
    }
    lost = [
        key
        for date_id, fact in walk.facts.items()
        for on in occurrences(
            fact, DEFAULT_POLICY, walk.since[date_id], walk.last_look.date() - 12 * DAY
        )
        for key in [Key(date_id, on, Stage.DAY)]
        if not (walk.pops[key] or walk.told_missed[key] or key in walk.closed)
    ]

    told = {key.stage for key in walk.pops}
    assert doubled == {}
    assert lost == []
    assert told >= {Stage.PREPARE, Stage.CONFIRM, Stage.DAY}
    assert jumps or Stage.REACTION in told
    assert sum(walk.pops.values()) > 50
    assert jumps or max(walk.told_missed.values()) == 1


def moved_before_a_day_off(key: Key) -> bool:
    return key.stage is Stage.PREPARE and first_warning(key.on) != key.on - 2 * DAY
