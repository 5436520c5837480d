"""The rule of reminding: computed from occasions and what is kept, so that none is missed.

Nothing here is scheduled. Due means that the day to raise it is not after today; whatever
was off, asleep or set to another time, the next look finds the same answer.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from crm_desktop.domain.dates import DatedFact, RecurrencePolicy
from crm_desktop.domain.occasions import (
    UNTIL_DONE,
    Kept,
    Key,
    Kind,
    Occasion,
    Planned,
    Reminder,
    ReminderState,
    Rules,
    Stage,
)
from crm_desktop.domain.occurrences import bucket_of, buckets_on
from crm_desktop.domain.records.enums import Relation
from crm_desktop.domain.stages import lead_of, stages, what_for

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
    seen = (_seen_now(party, kept, now, rules) for party in _parties(occasions, rules))
    return _soonest_first(reminder for reminder in seen if reminder is not None)


def to_raise(reminders: Iterable[Reminder]) -> list[Reminder]:
    """Return those of `due` for the pop-up: never shown, snoozed till now, or due once more."""
    return [reminder for reminder in reminders if reminder.pops_up]


def missed(
    occasions: Iterable[Occasion],
    kept: Mapping[Key, Kept],
    now: dt.datetime,
    since: dt.datetime,
    rules: Rules,
) -> list[Reminder]:
    """Return what came and went between the look at `since` and `now`, soonest first.

    Each is told once: keep `MISSED` under all its keys, the other times left as they are.
    """
    gone = (
        _gone(party, kept, now.date(), since.date(), rules) for party in _parties(occasions, rules)
    )
    return _soonest_first(reminder for reminder in gone if reminder is not None)


def all_stages(
    occasions: Iterable[Occasion], kept: Mapping[Key, Kept], rules: Rules
) -> list[Reminder]:
    """Return every stage of every occasion whatever its state, soonest first, none merged."""
    return _soonest_first(
        _reminder((occasion,), planned, kept.get(occasion.key(planned.stage)))
        for occasion in occasions
        for planned in stages(occasion, rules)
    )


def rows_to_drop(
    kept: Mapping[Key, Kept], date_id: int, fact: DatedFact, policy: RecurrencePolicy
) -> list[Key]:
    """Return the open rows of an edited date that no longer fall on one of its days."""
    bucket = bucket_of(fact, policy)
    return [
        key
        for key, row in kept.items()
        if key.source_id == date_id and row.state in _OPEN and bucket not in buckets_on(key.on)
    ]


def _parties(occasions: Iterable[Occasion], rules: Rules) -> Iterator[tuple[Occasion, ...]]:
    """Yield occasions that remind, those of one child at several clients together.

    The longest lead, then the big client stands first. Children of one name and day
    are two where their ages differ or one client has both.
    """
    children: dict[tuple[str, dt.date, str], list[Occasion]] = {}
    for occasion in occasions:
        if occasion.stopped:
            continue
        if _may_be_shared(occasion):
            name = "".join(occasion.person_name.split()).casefold()
            children.setdefault((name, occasion.on, occasion.calendar), []).append(occasion)
        else:
            yield (occasion,)
    for same in children.values():
        if _are_one(same):
            ranks = sorted((-lead_of(one, rules), not one.big, one.source_id) for one in same)
            by_id = {one.source_id: one for one in same}
            yield tuple(by_id[source_id] for *_, source_id in ranks)
        else:
            yield from ((occasion,) for occasion in same)


def _may_be_shared(occasion: Occasion) -> bool:
    return (
        occasion.kind is Kind.BIRTHDAY
        and occasion.person_relation is Relation.CHILD
        and bool(occasion.person_name.strip())
    )


def _are_one(same: list[Occasion]) -> bool:
    ages = {occasion.age for occasion in same} - {None}
    clients = {occasion.client_id for occasion in same}
    return len(ages) <= 1 and len(clients) == len(same)


def _seen_now(
    party: tuple[Occasion, ...], kept: Mapping[Key, Kept], now: dt.datetime, rules: Rules
) -> Reminder | None:
    today = now.date()
    raised = [planned for planned in stages(party[0], rules) if planned.raise_on <= today]
    if not raised:
        return None
    planned = raised[-1]
    row = _row(party, planned.stage, kept)
    over = today > _last_day(party[0], row, rules) or _entered_after(party[0], today)
    if over or _is_closed(row, planned.stage) or _sleeps(row, now):
        return None
    return _reminder(party, planned, _reopened(row), pops_up=_pops_up(row, planned, today))


def _gone(
    party: tuple[Occasion, ...],
    kept: Mapping[Key, Kept],
    today: dt.date,
    since: dt.date,
    rules: Rules,
) -> Reminder | None:
    planned = stages(party[0], rules)[-1]
    row = _row(party, planned.stage, kept)
    last = _last_day(party[0], row, rules)
    if not since <= last < today or _entered_after(party[0], today):
        return None
    if _is_closed(row, planned.stage) or (row and row.state is ReminderState.MISSED):
        return None
    return _reminder(party, planned, row)


def _row(party: tuple[Occasion, ...], stage: Stage, kept: Mapping[Key, Kept]) -> Kept | None:
    rows = [kept.get(occasion.key(stage)) for occasion in party]
    return max((row for row in rows if row), key=_progress, default=None)


def _progress(row: Kept) -> int:
    return _FURTHEST.index(row.state)


def _last_day(occasion: Occasion, row: Kept | None, rules: Rules) -> dt.date:
    """Return the last day an occasion is shown; a snooze beyond the grace extends it."""
    if occasion.kind in UNTIL_DONE:
        return dt.date.max
    last = occasion.on + dt.timedelta(days=rules.grace_days)
    if row and row.snoozed_until:
        return max(last, row.snoozed_until.date())
    return last


def _entered_after(occasion: Occasion, today: dt.date) -> bool:
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
    """Return a row whose `MISSED` came too early as it stood before."""
    if row is None or row.state is not ReminderState.MISSED:
        return row
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
    party: tuple[Occasion, ...], planned: Planned, row: Kept | None, *, pops_up: bool = False
) -> Reminder:
    return Reminder(
        occasion=party[0],
        also=party[1:],
        stage=planned.stage,
        raise_on=planned.raise_on,
        state=row.state if row else ReminderState.PENDING,
        what=what_for(party[0]),
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
