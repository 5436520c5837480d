"""Checking the reminders of one client or of the whole book."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection
from typing import Final, TypeAlias

from sqlalchemy.orm import Session

from crm_desktop.database import Database
from crm_desktop.domain import book_check
from crm_desktop.domain import reminder_check as check
from crm_desktop.domain import reminders as rule
from crm_desktop.domain.book_check import BookCheck, Contents
from crm_desktop.domain.clock_sanity import ClockTrouble, clock_trouble
from crm_desktop.domain.occasions import (
    LONGEST_RUN_OFF,
    Occasion,
    Reminder,
    ReminderState,
    Rules,
)
from crm_desktop.domain.records import Client, ClientDate, Person
from crm_desktop.domain.reminder_check import ClientCheck, Raise
from crm_desktop.domain.settings import BookSettings
from crm_desktop.services.client_check import ClientChecking
from crm_desktop.services.due_followups import followups_between
from crm_desktop.services.due_occasions import (
    dated_between,
    longest_lead,
    missed_between,
    near,
)
from crm_desktop.services.due_points import points_between
from crm_desktop.services.journal import Journal
from crm_desktop.services.occasions import occasions_between
from crm_desktop.services.records import table_of
from crm_desktop.services.reminder_rows import kept_between
from crm_desktop.services.reminder_traces import greeted_since, last_pop_up
from crm_desktop.services.reminders import Reminders
from crm_desktop.services.unreadable import Broken, broken_rows

_AHEAD: Final = 14
_MISSED_FOR: Final = dt.timedelta(days=365)
_CHUNK: Final = dt.timedelta(days=31)
_ONE_DAY: Final = dt.timedelta(days=1)
_RUN_OFF: Final = dt.timedelta(days=LONGEST_RUN_OFF)
_POINTS_AHEAD: Final = dt.timedelta(days=60)

Progress: TypeAlias = Callable[[int, int], None]
"""Is told how much of how much is done; may raise `Cancelled`."""


class ReminderCheck:
    """Answers what will be raised, what was, and why not where not."""

    def __init__(
        self,
        database: Database,
        journal: Journal,
        reminders: Reminders,
        rules: Callable[[], Rules],
        settings: Callable[[], BookSettings],
    ) -> None:
        self._database = database
        self._journal = journal
        self._reminders = reminders
        self._rules = rules
        self._settings = settings

    def of(self, client_id: int, now: dt.datetime) -> ClientCheck:
        """Return everything that may remind of one client, soonest first.

        Raises:
            RecordGone: She is no longer in the book.
        """
        rules, pop_up_at = self._rules(), self._settings().pop_up_at
        with self._database.read() as session:
            return ClientChecking(session, now, rules, pop_up_at).result(client_id)

    def whole(self, now: dt.datetime, progress: Progress | None = None) -> BookCheck:
        """Return what the whole book says about its reminders."""
        rules, pop_up_at = self._rules(), self._settings().pop_up_at
        with self._database.read() as session:
            broken = broken_rows(session)
            contents, unreadable = _contents(session, broken), broken.told(session)
            occasions = _year(session, now.date(), progress)
            ahead = self._ahead(session, now, rules, pop_up_at)
            popped_up = last_pop_up(session)
        looked = self._reminders.last_look()
        return BookCheck(
            findings=book_check.findings(contents, occasions, now.date(), rules),
            ahead=ahead,
            last_look=looked,
            last_pop_up=popped_up,
            trouble=clock_trouble(now, looked),
            unreadable=unreadable,
        )

    def clock(self, now: dt.datetime) -> ClockTrouble | None:
        """Return what seems wrong with the clock, by the last look."""
        return clock_trouble(now, self._reminders.last_look())

    def missed(self, now: dt.datetime) -> list[Reminder]:
        """Return what came and went unseen within a year and had no word since, latest first."""
        rules, since = self._rules(), now.date() - _MISSED_FOR
        with self._database.read() as session:
            occasions = missed_between(session, since, now.date(), self._settings)
            kept = kept_between(session, since, now.date())
            greeted = greeted_since(session, since)
        every = rule.all_stages(occasions, kept, rules)
        missed = (
            one
            for one in every
            if one.state is ReminderState.MISSED and (one.occasion.date_id, one.on) not in greeted
        )
        return sorted(missed, key=_latest_first)

    def _ahead(
        self, session: Session, now: dt.datetime, rules: Rules, pop_up_at: dt.time
    ) -> tuple[Raise, ...]:
        """Return what is raised in the coming two weeks."""
        today, last = now.date(), now.date() + _AHEAD * _ONE_DAY
        found = near(session, today, today, rules, self._settings)
        end = last + longest_lead(session, rules) * _ONE_DAY + _RUN_OFF
        later = [
            *dated_between(session, today, end, self._settings),
            *followups_between(session, today + _ONE_DAY, last),
            *points_between(session, today, end + _POINTS_AHEAD),
        ]
        kept = found.kept | kept_between(session, today, end + _POINTS_AHEAD)
        known = {(one.source, one.source_id, one.on): one for one in (*found.occasions, *later)}
        moments = check.mornings(now, _AHEAD, pop_up_at)
        return check.raises(list(known.values()), kept, moments, rules)

    def mend(self, client_ids: Collection[int]) -> None:
        """Make anew what the dates of these clients are found by; nothing she wrote changes."""
        from crm_desktop.services.search_index import reindex  # noqa: PLC0415 - hardly ever

        with self._journal.change("reminder.mend", can_undo=False) as work:
            reindex(work.session, client_ids)


def _latest_first(reminder: Reminder) -> tuple[int, str]:
    return -reminder.on.toordinal(), reminder.occasion.client_name


def _contents(session: Session, broken: Broken) -> Contents:
    """Return who is in the book, with the people and the days of each, as far as they are read."""
    is_kept = table_of(Client).c.trashed_on.is_(None)
    people: defaultdict[int, list[Person]] = defaultdict(list)
    for person in broken.sound(session, Person):
        people[person.client_id].append(person)
    dates: defaultdict[int, list[ClientDate]] = defaultdict(list)
    for date in broken.sound(session, ClientDate):
        dates[date.client_id].append(date)
    clients = broken.sound(session, Client, is_kept)
    return Contents(clients=clients, people=people, dates=dates)


def _year(session: Session, today: dt.date, progress: Progress | None) -> list[Occasion]:
    """Return the occasions of the coming year, a month at a time."""
    found: list[Occasion] = []
    first, last = today, book_check.horizon(today)
    while first <= last:
        found += occasions_between(session, first, min(first + _CHUNK, last))
        first += _CHUNK + _ONE_DAY
        if progress is not None:
            progress(min((first - today).days, (last - today).days), (last - today).days)
    return found
