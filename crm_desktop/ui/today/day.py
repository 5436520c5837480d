"""What the Today page shows, read in one go."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from crm_desktop.domain.occasions import Occasion, Reminder, Source, Stage
from crm_desktop.services.book import Book

if TYPE_CHECKING:
    from crm_desktop.domain.festivals import Silence

DAYS_AHEAD: Final = 14
_AHEAD: Final = frozenset({Stage.PREPARE, Stage.CONFIRM})


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One morning: reminders by section, and the occasions of the two weeks to come."""

    now: dt.datetime
    to_prepare: tuple[Reminder, ...]
    on_the_day: tuple[Reminder, ...]
    follow_ups: tuple[Reminder, ...]
    festivals: tuple[Reminder, ...]
    missed: tuple[Reminder, ...]
    coming: tuple[Occasion, ...]
    is_anybody: bool
    silence: "Silence | None" = None

    @property
    def open(self) -> int:
        """How many reminders wait for an answer, follow-ups and what has passed not counted."""
        return len(self.to_prepare) + len(self.on_the_day) + len(self.festivals)


def read_day(book: Book, now: dt.datetime) -> Day:
    """Return what the page shows at `now`."""
    morning = book.reminders.morning(now, DAYS_AHEAD)
    late = [one for one in morning.due if _is_late(one, now.date())]
    shown = {key for reminder in (*morning.due, *morning.festivals) for key in _places(reminder)}
    return Day(
        now=now,
        to_prepare=tuple(one for one in morning.due if one.stage in _AHEAD),
        on_the_day=tuple(one for one in morning.due if one.stage not in _AHEAD and one not in late),
        follow_ups=tuple(morning.followups),
        festivals=tuple(morning.festivals),
        missed=(*late, *morning.missed),
        coming=tuple(one for one in morning.ahead if _place(one) not in shown),
        is_anybody=morning.is_anybody,
        silence=morning.silence,
    )


def _is_late(reminder: Reminder, today: dt.date) -> bool:
    """Return whether its day has passed, though it may still be answered."""
    return reminder.stage is Stage.DAY and reminder.on < today


def _places(reminder: Reminder) -> list[tuple[Source, int, dt.date]]:
    return [_place(occasion) for occasion in (reminder.occasion, *reminder.also)]


def _place(occasion: Occasion) -> tuple[Source, int, dt.date]:
    return occasion.source, occasion.source_id, occasion.on
