"""Occasions around 25 November 2026 and what is kept of them, in short."""

import datetime as dt
from dataclasses import replace

from crm_desktop.domain.occasions import Kept, Key, Kind, Occasion, ReminderState, Rules, Stage
from crm_desktop.domain.records.enums import Relation
from crm_desktop.domain.reminders import due, to_raise

ON = dt.date(2026, 11, 25)
RULES = Rules()
WEEKENDS_OFF = Rules(weekly_off=frozenset({5, 6}))

CLIENT = Occasion(source_id=1, on=ON, kind=Kind.BIRTHDAY, client_id=1, client_name="王丽")
BIG = replace(CLIENT, big=True)
CHILD = replace(
    BIG, source_id=2, person_id=5, person_relation=Relation.CHILD, person_name="王小宝", age=8
)
SAME_CHILD = replace(CHILD, source_id=3, client_id=2, client_name="李静", big=False)


def at(day: int, hour: int = 9) -> dt.datetime:
    """Return an hour of a day in November 2026."""
    return dt.datetime(2026, 11, day, hour)  # noqa: DTZ001 (local days have no zone)


def kept(
    state: ReminderState,
    changed: dt.datetime,
    stage: Stage = Stage.DAY,
    *,
    until: dt.datetime | None = None,
    shown: dt.datetime | None = None,
) -> dict[Key, Kept]:
    row = Kept(state=state, changed_at=changed, snoozed_until=until, shown_at=shown)
    return {Key(1, ON, stage): row}


def seen(occasion: Occasion, rows: dict[Key, Kept], now: dt.datetime, rules: Rules = RULES) -> str:
    """Return what `due` shows of one occasion: its stage, with ! where it pops up."""
    found = due([occasion], rows, now, rules)
    return " ".join(f"{one.stage}{'!' if one in to_raise(found) else ''}" for one in found)
