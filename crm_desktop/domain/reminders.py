"""The rule of reminding: computed from occasions and what is kept, so that none is missed.

Nothing here is scheduled. Due means that the day to raise it is not after today; whatever
was off, asleep or set to another time, the next look finds the same answer.

What holds at every look, whatever the clock did before it:

- Of one occasion at most one stage is seen: the latest whose day has come. REACTION comes
  once DAY is closed or its last day is over; PREPARE and CONFIRM give way to DAY.
- A stage pops up once, once more after each snooze, and once more on the day it was meant for
  where days off moved it ahead. No answer of hers is ever asked for again.
- What waits until done (follow-ups, promises) is seen from its day on until it is done.
  Everything else is either closed by her, or told as missed once: on the first look after its
  last day (the day itself and the grace; a snooze prolongs it). CONFIRM and REACTION lapse.
- Rows alone say what was told. A look at a wrong time adds rows of that time only: put right,
  the clock finds every row of its own time as it was, and a `MISSED` that came too early
  counts for nothing until the last day has passed; then it has been told.
- Days are local days of `now`; moments are compared with their offsets.
"""

import datetime as dt
import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter
from typing import Final

from crm_desktop.domain.dates import DatedFact, RecurrencePolicy, born_on
from crm_desktop.domain.occasions import (
    UNTIL_DONE,
    AnyOccasion,
    Kept,
    Key,
    Kind,
    Missed,
    Occasion,
    Planned,
    Reminder,
    ReminderState,
    Rules,
    Source,
    Stage,
)
from crm_desktop.domain.occurrences import bucket_of, buckets_on
from crm_desktop.domain.parties import parties
from crm_desktop.domain.stages import REACTION_DAYS, stages, what_for

_NOTHING: Final[Mapping[Key, Kept]] = {}
_UNRAISED: Final = frozenset({ReminderState.PENDING, ReminderState.SNOOZED})
_CLOSED: Final = frozenset({ReminderState.DONE, ReminderState.DISMISSED})
_OPEN: Final = frozenset({ReminderState.PENDING, ReminderState.SHOWN, ReminderState.SNOOZED})
# Of the rows of one child at several clients the one furthest along speaks for all.
_FURTHEST: Final = (
    ReminderState.PENDING,
    ReminderState.MISSED,
    ReminderState.SHOWN,
    ReminderState.SNOOZED,
    ReminderState.ORDERED,
    ReminderState.DISMISSED,
    ReminderState.DONE,
)


def due(
    occasions: Iterable[Occasion], kept: Mapping[Key, Kept], now: dt.datetime, rules: Rules
) -> list[Reminder]:
    """Return what she should see at `now`, soonest first; of several stages only the latest.

    Snoozed ones are absent until their time; a passed day stays for the days of grace, what
    waits until done for ever. `stages.window` says which occasions to give.
    """
    # After an absence thousands have passed: what no row prolongs is over after its grace.
    first, again = now.date() - dt.timedelta(days=rules.grace_days), prolonged(kept)
    near = (
        one for one in occasions if one.on >= first or one.kind in UNTIL_DONE or one.on in again
    )
    touched = _touched(kept)
    seen = (
        _seen_now(party, _rows(party, kept, touched), now, rules) for party in parties(near, rules)
    )
    return _soonest_first(reminder for reminder in seen if reminder is not None)


def to_raise(reminders: Iterable[Reminder]) -> list[Reminder]:
    """Return those of `due` for the pop-up: never shown, snoozed till now, or due once more."""
    return [reminder for reminder in reminders if reminder.pops_up]


def missed(
    occasions: Iterable[AnyOccasion],
    kept: Mapping[Key, Kept],
    now: dt.datetime,
    since: dt.datetime,
    rules: Rules,
) -> list[Missed]:
    """Return what came and went between the look at `since` and `now`, soonest first.

    Each is told once: keep `MISSED` under all its keys, the other times left as they are.
    """
    first, again, touched = _local_day(since, now), prolonged(kept), _touched(kept)
    today, earliest = now.date(), first - dt.timedelta(days=rules.grace_days)
    passed = (
        one
        for one in occasions
        if (earliest <= one.on < today or one.on in again) and one.kind not in UNTIL_DONE
    )
    gone = (
        _gone(party, _rows(party, kept, touched), now, first, rules)
        for party in parties(passed, rules)
    )
    return sorted((one for one in gone if one is not None), key=attrgetter("on"))


def all_stages(
    occasions: Iterable[Occasion], kept: Mapping[Key, Kept], rules: Rules
) -> list[Reminder]:
    """Return every stage of every occasion whatever its state, soonest first, none merged."""
    return _soonest_first(
        _reminder((occasion,), planned, kept.get(occasion.key(planned.stage)), rules)
        for occasion in occasions
        for planned in _planned((occasion,), kept, rules)
    )


def unraised(
    occasions: Iterable[AnyOccasion], kept: Mapping[Key, Kept], rules: Rules
) -> Iterator[tuple[dt.date, Kept | None]]:
    """Yield the day of each stage that was not told yet, or put off, and what is kept of it."""
    for occasion in occasions:
        for planned in _planned((occasion,), kept, rules):
            row = kept.get(occasion.key(planned.stage))
            if row is None or row.state in _UNRAISED:
                yield planned.raise_on, row


def rows_to_drop(
    kept: Mapping[Key, Kept], date_id: int, fact: DatedFact, policy: RecurrencePolicy
) -> list[Key]:
    """Return the open rows of an edited date that no longer fall on one of its days.

    The days that follow from a child's birthday move with it.
    """
    bucket, open_rows = bucket_of(fact, policy), _open_of(kept, date_id)
    derived = _milestones(fact) if any(key.source is Source.MILESTONE for key in open_rows) else ()
    return [
        key
        for key in open_rows
        if (
            key.on not in derived
            if key.source is Source.MILESTONE
            else bucket not in buckets_on(key.on)
        )
    ]


def _open_of(kept: Mapping[Key, Kept], date_id: int) -> list[Key]:
    """Return the keys of a dated fact nobody answered yet."""
    return [
        key
        for key, row in kept.items()
        if key.source_id == date_id
        and key.source in {Source.DATE, Source.MILESTONE}
        and row.state in _OPEN
    ]


def _milestones(fact: DatedFact) -> tuple[dt.date, ...]:
    from crm_desktop.domain.milestones import milestone_days  # noqa: PLC0415 - of edits of babies alone

    born = born_on(fact)
    return () if born is None else tuple(day for _, day in milestone_days(born))


def prolonged(kept: Mapping[Key, Kept]) -> set[dt.date]:
    """Return the days of which something is still to be seen after their grace."""
    return {
        key.on
        for key, row in kept.items()
        if row.snoozed_until is not None or row.state is ReminderState.ORDERED
    }


def _touched(kept: Mapping[Key, Kept]) -> set[int]:
    return {key.source_id for key in kept}


def _rows(
    party: tuple[AnyOccasion, ...], kept: Mapping[Key, Kept], touched: set[int]
) -> Mapping[Key, Kept]:
    """Return what is kept; nothing at once for the many nothing is kept of."""
    for one in party:
        if one.source_id in touched:
            return kept
    return _NOTHING


def _planned(
    party: tuple[AnyOccasion, ...], kept: Mapping[Key, Kept], rules: Rules
) -> tuple[Planned, ...]:
    return stages(party[0], rules, _row(party, Stage.PREPARE, kept))


def _seen_now(
    party: tuple[Occasion, ...], kept: Mapping[Key, Kept], now: dt.datetime, rules: Rules
) -> Reminder | None:
    today = now.date()
    raised = [planned for planned in _planned(party, kept, rules) if planned.raise_on <= today]
    if (
        raised
        and raised[-1].stage is Stage.REACTION
        and not _day_is_through(party, kept, now, rules)
    ):
        raised.pop()
    if not raised or _entered_after(party[0], today):
        return None
    planned = raised[-1]
    row = _reopened(_row(party, planned.stage, kept))
    over = today > _last_day(party[0], planned.stage, row, now, rules)
    if over or _is_closed(row, planned.stage) or _sleeps(row, now):
        return None
    return _reminder(party, planned, row, rules, pops_up=_pops_up(row, planned, today))


def _day_is_through(
    party: tuple[Occasion, ...], kept: Mapping[Key, Kept], now: dt.datetime, rules: Rules
) -> bool:
    row = _row(party, Stage.DAY, kept)
    over = now.date() > _last_day(party[0], Stage.DAY, row, now, rules)
    return over or _is_closed(row, Stage.DAY)


def _gone(
    party: tuple[AnyOccasion, ...],
    kept: Mapping[Key, Kept],
    now: dt.datetime,
    since: dt.date,
    rules: Rules,
) -> Missed | None:
    stage = _last_told(party, kept, rules)
    row = _row(party, stage, kept)
    last, today = _last_day(party[0], stage, row, now, rules), now.date()
    if not since <= last < today or _entered_after(party[0], today):
        return None
    if row is not None and (_is_closed(row, stage) or row.state is ReminderState.MISSED):
        return None
    return Missed(party[0], stage, party[1:])


def _last_told(party: tuple[AnyOccasion, ...], kept: Mapping[Key, Kept], rules: Rules) -> Stage:
    """Return the stage that is told as missed where nobody answered: the last but a lapsing one."""
    if party[0].kind is not Kind.POINTS:
        return Stage.DAY
    return _planned(party, kept, rules)[-1].stage


def _row(party: tuple[AnyOccasion, ...], stage: Stage, kept: Mapping[Key, Kept]) -> Kept | None:
    if not kept:
        return None
    rows = [kept.get(occasion.key(stage)) for occasion in party]
    return max((row for row in rows if row), key=_progress, default=None)


def progress(state: ReminderState) -> int:
    """Return how far along a state is: of two rows about one stage the higher one speaks."""
    return _FURTHEST.index(state)


def _progress(row: Kept) -> int:
    return progress(row.state)


def _last_day(
    occasion: AnyOccasion, stage: Stage, row: Kept | None, now: dt.datetime, rules: Rules
) -> dt.date:
    """Return the last day a stage is shown; a snooze beyond it extends it."""
    if occasion.kind in UNTIL_DONE:
        return dt.date.max
    last = occasion.on + _days_shown(occasion, stage, rules)
    if row and row.snoozed_until:
        return max(last, _local_day(row.snoozed_until, now))
    return last


def _days_shown(occasion: AnyOccasion, stage: Stage, rules: Rules) -> dt.timedelta:
    if stage is Stage.REACTION:
        return _days(REACTION_DAYS)
    return _days(0 if occasion.kind is Kind.POINTS else rules.grace_days)


@functools.cache
def _days(count: int) -> dt.timedelta:
    return dt.timedelta(days=count)


def _local_day(moment: dt.datetime, now: dt.datetime) -> dt.date:
    """Return the day of a moment where she is `now`."""
    if moment.tzinfo is None or now.tzinfo is None:
        return moment.date()
    return moment.astimezone(now.tzinfo).date()


def _entered_after(occasion: AnyOccasion, today: dt.date) -> bool:
    """Return whether the day had passed before anybody entered it."""
    known = occasion.created_on is None or occasion.created_on <= occasion.on
    return today > occasion.on and not known and occasion.kind not in UNTIL_DONE


def _is_closed(row: Kept | None, stage: Stage) -> bool:
    """Return whether she is through with a stage.

    `MISSED` does not close: before the last day it comes from a clock that ran ahead.
    """
    if row is None:
        return False
    ordered = row.state is ReminderState.ORDERED and stage is Stage.PREPARE
    return ordered or row.state in _CLOSED


def _reopened(row: Kept | None) -> Kept | None:
    """Return a row whose `MISSED` came too early as it stood before: put off, shown, or new."""
    if row is None or row.state is not ReminderState.MISSED:
        return row
    if row.snoozed_until and (row.shown_at is None or row.shown_at < row.snoozed_until):
        return replace(row, state=ReminderState.SNOOZED)
    return replace(row, state=ReminderState.SHOWN if row.shown_at else ReminderState.PENDING)


def _sleeps(row: Kept | None, now: dt.datetime) -> bool:
    return bool(
        row and row.state is ReminderState.SNOOZED and row.snoozed_until and now < row.snoozed_until
    )


def _pops_up(row: Kept | None, planned: Planned, today: dt.date) -> bool:
    """Return whether the pop-up tells it: once, after a snooze, and once more after days off.

    A time it was shown that lies ahead of now counts too: a clock set back repeats nothing.
    """
    if row is None or row.state is ReminderState.SNOOZED:
        return True
    if row.state is ReminderState.ORDERED:
        return False
    shown_at = row.shown_at
    if shown_at is None and row.state is ReminderState.SHOWN:
        shown_at = row.changed_at
    if shown_at is None:
        return True
    return planned.again_on is not None and shown_at.date() < planned.again_on <= today


def _reminder(
    party: tuple[Occasion, ...],
    planned: Planned,
    row: Kept | None,
    rules: Rules,
    *,
    pops_up: bool = False,
) -> Reminder:
    return Reminder(
        occasion=party[0],
        also=party[1:],
        stage=planned.stage,
        raise_on=planned.raise_on,
        state=row.state if row else ReminderState.PENDING,
        what=what_for(party[0], rules),
        pops_up=pops_up,
    )


def _soonest_first(reminders: Iterable[Reminder]) -> list[Reminder]:
    return sorted(reminders, key=_order)


def _order(reminder: Reminder) -> tuple[dt.date, dt.date, bool, str, int]:
    occasion = reminder.occasion
    return (
        reminder.on,
        reminder.raise_on,
        not occasion.big,
        occasion.client_name,
        occasion.source_id,
    )
