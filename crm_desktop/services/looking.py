"""One look at the clock: what it finds, for how long that holds, and what is remembered of it."""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from crm_desktop.domain import reminders as rule
from crm_desktop.domain.clock_sanity import clock_trouble
from crm_desktop.domain.occasions import Kept, Key, Missed, Reminder, ReminderState, Rules
from crm_desktop.domain.settings import BookSettings
from crm_desktop.models import SettingRow
from crm_desktop.services.bare_rows import bare_rows
from crm_desktop.services.due_occasions import near
from crm_desktop.services.reminder_rows import keep_told
from crm_desktop.services.sound_rows import sound

if TYPE_CHECKING:
    from crm_desktop.domain.festivals import Silence

_LAST_LOOK: Final = "reminders.last_look"
_VALUE: Final = "SELECT value FROM setting WHERE name = ?"
_ONE_DAY: Final = dt.timedelta(days=1)
_LONGEST_ABSENCE: Final = dt.timedelta(days=60)
# A clock that was ahead by more than this may have hidden days nobody looked at.
_FAR_AHEAD: Final = dt.timedelta(days=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """What one look at the clock found; hand it to `Reminders.told` once it was shown.

    `raised` pops up now, `missed` came and went unseen, `due` is all she should see, `open` how
    many that are. `is_news` says that there is something to remember, `known` what was kept
    then, `silence` why the day is left alone where something pops up on it.
    """

    raised: tuple[Reminder, ...]
    missed: tuple[Missed, ...]
    due: tuple[Reminder, ...] = ()
    is_news: bool = False
    known: Mapping[Key, Kept] = field(default_factory=dict, repr=False)
    silence: "Silence | None" = None

    @property
    def open(self) -> int:
        """Return how many reminders wait in all."""
        return len(self.due)


@dataclass(frozen=True, slots=True)
class Seen:
    """The last look and for how long it holds: until a row is written or a snooze is over."""

    changes: int
    rules: Rules
    at: dt.datetime
    wakes: dt.datetime | None
    tick: Tick

    def holds(self, changes: int, rules: Rules, now: dt.datetime) -> bool:
        """Return whether a look at `now` would find the same, and nothing new."""
        same_day = now.date() == self.at.date() and now.utcoffset() == self.at.utcoffset()
        awake = self.wakes is not None and now >= self.wakes
        return (
            changes == self.changes
            and same_day
            and now >= self.at
            and not awake
            and (rules == self.rules)
        )


def look_around(
    session: Session, now: dt.datetime, rules: Rules, settings: Callable[[], BookSettings]
) -> tuple[Tick, dt.datetime | None]:
    """Return what a look at `now` finds, and when the next of what she put off comes back."""
    stored = last_look(session)
    since = _since(stored, now)
    found = near(session, now.date(), min(since.date(), now.date()), rules, settings)
    due = rule.due(found.occasions, found.kept, now, rules)
    raised = rule.to_raise(due)
    missed: list[Missed] = []
    if clock_trouble(now, None) is None and since.date() < now.date():
        missed = rule.missed([*found.occasions, *found.passed], found.kept, now, since, rules)
    is_first = _is_kept(now) and (stored is None or stored.date() != now.date())
    tick = Tick(
        raised=tuple(raised),
        missed=tuple(missed),
        due=tuple(due),
        is_news=is_first or bool(raised or missed),
        known=found.kept,
    )
    return tick, _wakes(found.kept.values(), now)


def remember(session: Session, tick: Tick, now: dt.datetime) -> None:
    """Store what was shown at `now`; what she answered since the look stays answered."""
    shown = Kept(state=ReminderState.SHOWN, changed_at=now, shown_at=now)
    keep_told(session, tick.raised, shown, tick.known)
    missed = Kept(state=ReminderState.MISSED, changed_at=now)
    keep_told(session, tick.missed, missed, tick.known)
    if _is_kept(now):
        _look_at(session, now)


def _since(stored: dt.datetime | None, now: dt.datetime) -> dt.datetime:
    """Return from when on a look at `now` asks what has passed.

    The rows say what was told, so that an earlier day does no harm: after a clock that ran far
    ahead, everything of the last weeks is asked about.
    """
    longest = now - _LONGEST_ABSENCE
    if stored is None:
        return now
    # The day before counts again: what was its last in one zone may not be over in another.
    return longest if stored > now + _FAR_AHEAD else max(stored - _ONE_DAY, longest)


def _is_kept(now: dt.datetime) -> bool:
    """Return whether a look is one to count from: not with a clock that cannot be right."""
    return clock_trouble(now, None) is None


def _wakes(kept: Iterable[Kept], now: dt.datetime) -> dt.datetime | None:
    """Return when the next of what she put off comes back."""
    times = (row.snoozed_until for row in kept)
    return min((until for until in times if until is not None and until > now), default=None)


def last_look(session: Session) -> dt.datetime | None:
    """Return when the clock was last looked at, None before the first time."""
    found = sound(bare_rows(session, _VALUE, _LAST_LOOK), _moment)
    return next((moment for moment in found if moment.tzinfo is not None), None)


def _moment(stored: Sequence[str]) -> dt.datetime:
    return dt.datetime.fromisoformat(json.loads(stored[0]))


def _look_at(session: Session, now: dt.datetime) -> None:
    value = json.dumps(now.isoformat())
    session.execute(
        insert(SettingRow)
        .values(name=_LAST_LOOK, value=value)
        .on_conflict_do_update(index_elements=["name"], set_={"value": value})
    )
