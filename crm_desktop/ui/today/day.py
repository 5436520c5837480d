"""What the Today page shows, read in one go."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from crm_desktop.domain.occasions import Occasion, Reminder, Source, Stage
from crm_desktop.services.book import Book

DAYS_AHEAD: Final = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One morning: reminders by section, and the occasions of the two weeks to come."""

    now: dt.datetime
    to_prepare: tuple[Reminder, ...]
    on_the_day: tuple[Reminder, ...]
    missed: tuple[Reminder, ...]
    coming: tuple[Occasion, ...]
    is_anybody: bool

    @property
    def open(self) -> int:
        """How many reminders wait for an answer."""
        return len(self.to_prepare) + len(self.on_the_day)


def read_day(book: Book, now: dt.datetime) -> Day:
    """Return what the page shows at `now`."""
    morning = book.reminders.morning(now, DAYS_AHEAD)
    shown = {key for reminder in morning.due for key in _places(reminder)}
    return Day(
        now=now,
        to_prepare=_of(morning.due, Stage.PREPARE),
        on_the_day=_of(morning.due, Stage.DAY),
        missed=tuple(morning.missed),
        coming=tuple(
            one for one in morning.ahead if (one.source, one.source_id, one.on) not in shown
        ),
        is_anybody=morning.is_anybody,
    )


def _of(due: Sequence[Reminder], stage: Stage) -> tuple[Reminder, ...]:
    return tuple(reminder for reminder in due if reminder.stage is stage)


def _places(reminder: Reminder) -> list[tuple[Source, int, dt.date]]:
    return [_place(occasion) for occasion in (reminder.occasion, *reminder.also)]


def _place(occasion: Occasion) -> tuple[Source, int, dt.date]:
    return occasion.source, occasion.source_id, occasion.on
