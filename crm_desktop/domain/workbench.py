"""The work for one event: its recipe of steps, and what became of each.

An event of a big client is a small project: order, confirm the delivery, greet or call, note
how it was received. What is done follows from what is kept: rows of reminders and the gift.
"""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from crm_desktop.domain.gift_history import occasion_of
from crm_desktop.domain.occasions import (
    Kept,
    Key,
    Kind,
    Occasion,
    Reminder,
    ReminderState,
    Rules,
    Stage,
    What,
)
from crm_desktop.domain.records import Contact, Gift, GiftState
from crm_desktop.domain.stages import stages, what_for

_ONE_DAY: Final = dt.timedelta(days=1)
# A gift she entered by hand belongs to the event it was given around.
_AROUND: Final = dt.timedelta(days=7)
_MOST_BEFORE: Final = 3


class StepKind(StrEnum):
    """What is done in a step, in the order of the recipe."""

    ORDER = "order"
    CONFIRM = "confirm"
    GREET = "greet"
    CALL = "call"
    REACTION = "reaction"


class StepState(StrEnum):
    """How a step stands; `AHEAD` waits for its day and may be done before it all the same."""

    OPEN = "open"
    AHEAD = "ahead"
    DONE = "done"
    SKIPPED = "skipped"
    NOT_ASKED = "not_asked"


class Treat(StrEnum):
    """What the rule of the house suggests to give."""

    FLOWERS = "flowers"
    CAKE = "cake"
    LAMP = "lamp"
    OIL = "oil"
    SMALL_GIFT = "small_gift"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: the day it is for, how it stands, since when where it is over.

    `person_id` is whom it is addressed to, None for the client: she is greeted and called
    whosever day it is.
    """

    kind: StepKind
    stage: Stage
    on: dt.date
    state: StepState
    closed_on: dt.date | None = None
    person_id: int | None = None

    @property
    def is_to_do(self) -> bool:
        """Return whether something is still to be done."""
        return self.state in {StepState.OPEN, StepState.AHEAD}


def recipe(
    occasion: Occasion,
    kept: Mapping[Key, Kept],
    gift: Gift | None,
    today: dt.date,
    rules: Rules,
) -> tuple[Step, ...]:
    """Return the four steps of an event; `gift` is the one `gift_of` finds for it."""
    rows = {stage: kept.get(occasion.key(stage)) for stage in Stage}
    planned = {one.stage: one.raise_on for one in stages(occasion, rules, rows[Stage.PREPARE])}
    ordered = gift is not None or _is_in(rows[Stage.PREPARE], ReminderState.ORDERED)
    return (
        _order(occasion, rows[Stage.PREPARE], gift, planned.get(Stage.PREPARE)),
        _confirm(occasion, rows, gift, planned.get(Stage.CONFIRM), ordered=ordered),
        _greet(occasion, rows[Stage.DAY], today, rules),
        _reaction(occasion, rows[Stage.REACTION], gift, today, ordered=ordered),
    )


def current(steps: Collection[Step], today: dt.date) -> Step | None:
    """Return the step that is next: the latest whose day has come, else the first to be done."""
    to_do = [step for step in steps if step.is_to_do]
    come = [step for step in to_do if step.on <= today]
    return come[-1] if come else next(iter(to_do), None)


def calls(occasion: Occasion, rules: Rules) -> bool:
    """Return whether she is called on the day, so that she does not buy a second cake."""
    return occasion.kind is Kind.BIRTHDAY and what_for(occasion, rules) is What.CAKE


def treats(occasion: Occasion, rules: Rules) -> tuple[Treat, ...]:
    """Return what the rule suggests for an event, first what is usual."""
    if occasion.kind is Kind.ANNIVERSARY:
        return (Treat.FLOWERS, Treat.LAMP, Treat.OIL)
    if occasion.kind is Kind.MILESTONE:
        return (Treat.SMALL_GIFT, Treat.CAKE)
    if occasion.kind is Kind.VALUED:
        return (Treat.SMALL_GIFT, Treat.FLOWERS, Treat.LAMP, Treat.OIL)
    if occasion.person_relation is None:
        return (Treat.FLOWERS, Treat.CAKE)
    if calls(occasion, rules):
        return (Treat.CAKE,)
    return (Treat.SMALL_GIFT, Treat.CAKE)


def gift_of(occasion: Occasion, gifts: Collection[Gift]) -> Gift | None:
    """Return what was ordered or given for an event, the latest if there is more than one."""
    found = [
        gift
        for gift in gifts
        if gift.state is not GiftState.IDEA and _is_for(gift, occasion, gift.on)
    ]
    return max(found, key=_number, default=None)


def ideas_for(occasion: Occasion, gifts: Collection[Gift]) -> tuple[Gift, ...]:
    """Return her ideas for whoever gets something on the day, those for this day first."""
    found = [
        gift
        for gift in gifts
        if gift.state is GiftState.IDEA and gift.person_id == occasion.person_id and gift.item
    ]
    return tuple(sorted(found, key=lambda gift: gift.date_id != occasion.date_id))


def given_before(occasion: Occasion, gifts: Collection[Gift]) -> tuple[Gift, ...]:
    """Return what the same person got on earlier returns of the day, the latest first."""
    found = [
        gift
        for gift in gifts
        if gift.state is GiftState.GIVEN
        and gift.person_id == occasion.person_id
        and occasion_of(gift) == occasion.kind.value
        and (on := gift.on or gift.delivered_on) is not None
        and on < occasion.on - _AROUND
    ]
    found.sort(key=lambda gift: gift.on or gift.delivered_on or dt.date.min, reverse=True)
    return tuple(found[:_MOST_BEFORE])


def talks_of(occasion: Occasion, contacts: Collection[Contact]) -> tuple[Contact, ...]:
    """Return the greetings and calls that were made for an event."""
    wanted = (occasion.date_id, occasion.on)
    return tuple(
        contact for contact in contacts if (contact.date_id, contact.occasion_on) == wanted
    )


def reminder_of(
    occasion: Occasion, stage: Stage, also: tuple[Occasion, ...] = (), on: dt.date | None = None
) -> Reminder:
    """Return the reminder of a stage whether it is raised or not, to be answered."""
    return Reminder(
        occasion=occasion,
        also=also,
        stage=stage,
        raise_on=on or occasion.on,
        state=ReminderState.PENDING,
        what=what_for(occasion),
    )


def _is_for(gift: Gift, occasion: Occasion, on: dt.date | None) -> bool:
    if gift.date_id is not None:
        return (gift.date_id, on) == (occasion.date_id, occasion.on)
    return (
        gift.person_id == occasion.person_id
        and occasion_of(gift) == occasion.kind.value
        and on is not None
        and abs(on - occasion.on) <= _AROUND
    )


def _number(gift: Gift) -> int:
    return gift.id


def _order(
    occasion: Occasion, row: Kept | None, gift: Gift | None, raised_on: dt.date | None
) -> Step:
    state, closed_on = StepState.OPEN, _changed(row)
    if gift is not None:
        state, closed_on = StepState.DONE, gift.ordered_on or gift.delivered_on or closed_on
    elif _is_in(row, ReminderState.ORDERED):
        state = StepState.DONE
    elif _is_in(row, ReminderState.DONE, ReminderState.DISMISSED):
        state = StepState.SKIPPED
    elif raised_on is None:
        state = StepState.NOT_ASKED
    return _settled(
        Step(
            kind=StepKind.ORDER,
            stage=Stage.PREPARE,
            on=raised_on or occasion.on,
            state=state,
            closed_on=closed_on,
            person_id=occasion.person_id,
        )
    )


def _confirm(
    occasion: Occasion,
    rows: Mapping[Stage, Kept | None],
    gift: Gift | None,
    raised_on: dt.date | None,
    *,
    ordered: bool,
) -> Step:
    row = rows[Stage.CONFIRM]
    state, closed_on = _closed(row) or StepState.OPEN, _changed(row)
    if gift is not None and gift.confirmed_on is not None:
        state, closed_on = StepState.DONE, gift.confirmed_on
    elif not ordered or (state is StepState.OPEN and _is_over(rows[Stage.DAY], gift)):
        state = StepState.NOT_ASKED
    return _settled(
        Step(
            kind=StepKind.CONFIRM,
            stage=Stage.CONFIRM,
            on=raised_on or occasion.on - _ONE_DAY,
            state=state,
            closed_on=closed_on,
            person_id=occasion.person_id,
        )
    )


def _is_over(day: Kept | None, gift: Gift | None) -> bool:
    """Return whether nothing is left to be confirmed: it was given, or the day is done with."""
    given = gift is not None and gift.state is GiftState.GIVEN
    return given or _closed(day) is not None


def _greet(occasion: Occasion, row: Kept | None, today: dt.date, rules: Rules) -> Step:
    waits = StepState.AHEAD if today < occasion.on else StepState.OPEN
    return _settled(
        Step(
            kind=StepKind.CALL if calls(occasion, rules) else StepKind.GREET,
            stage=Stage.DAY,
            on=occasion.on,
            state=_closed(row) or waits,
            closed_on=_changed(row),
        )
    )


def _reaction(
    occasion: Occasion, row: Kept | None, gift: Gift | None, today: dt.date, *, ordered: bool
) -> Step:
    state = _closed(row) or (StepState.AHEAD if today < occasion.on else StepState.OPEN)
    if gift is not None and gift.reaction:
        state = StepState.DONE
    elif not ordered:
        state = StepState.NOT_ASKED
    return _settled(
        Step(
            kind=StepKind.REACTION,
            stage=Stage.REACTION,
            on=occasion.on + _ONE_DAY,
            state=state,
            closed_on=_changed(row),
            person_id=occasion.person_id,
        )
    )


def _settled(step: Step) -> Step:
    """Return a step whose day of closing stands only where it is over."""
    is_over = step.state in {StepState.DONE, StepState.SKIPPED}
    return step if is_over else replace(step, closed_on=None)


def _closed(row: Kept | None) -> StepState | None:
    if _is_in(row, ReminderState.DONE):
        return StepState.DONE
    return StepState.SKIPPED if _is_in(row, ReminderState.DISMISSED) else None


def _is_in(row: Kept | None, *states: ReminderState) -> bool:
    return row is not None and row.state in states


def _changed(row: Kept | None) -> dt.date | None:
    return None if row is None else row.changed_at.date()
