"""Checking the reminders of one client or of the whole book."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable
from typing import Final, Protocol

from sqlalchemy.orm import Session

from crm_desktop.database import Database
from crm_desktop.domain import book_check
from crm_desktop.domain import reminder_check as check
from crm_desktop.domain import reminders as rule
from crm_desktop.domain.book_check import BookCheck, Contents
from crm_desktop.domain.clock_sanity import ClockTrouble, clock_trouble
from crm_desktop.domain.leads import MOST_DAYS
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
from crm_desktop.services.occasions import occasions_between
from crm_desktop.services.records import fetch, table_of
from crm_desktop.services.reminder_rows import kept_between
from crm_desktop.services.reminder_traces import last_look, last_pop_up, missed_days

_AHEAD: Final = 14
_MISSED_FOR: Final = dt.timedelta(days=365)
_CHUNK: Final = dt.timedelta(days=31)
_ONE_DAY: Final = dt.timedelta(days=1)
_LONGEST_LEAD: Final = dt.timedelta(days=MOST_DAYS + LONGEST_RUN_OFF)
_BACK: Final = dt.timedelta(days=10)


class Progress(Protocol):
    """Is told how far the check of a book is; may raise `Cancelled`."""

    def __call__(self, done: int, total: int) -> None:
        """Say that `done` of `total` steps are done."""
        ...


class ReminderCheck:
    """Answers what will be raised, what was, and why not where not; writes nothing."""

    def __init__(
        self,
        database: Database,
        rules: Callable[[], Rules],
        settings: Callable[[], BookSettings],
    ) -> None:
        self._database = database
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
            contents = _contents(session)
            occasions = _year(session, now.date(), progress)
            looked = last_look(session)
            return BookCheck(
                findings=book_check.findings(contents, occasions, now.date(), rules),
                ahead=_ahead(session, now, rules, pop_up_at),
                last_look=looked,
                last_pop_up=last_pop_up(session),
                trouble=clock_trouble(now, looked),
            )

    def clock(self, now: dt.datetime) -> ClockTrouble | None:
        """Return what seems wrong with the clock, by the last look."""
        with self._database.read() as session:
            return clock_trouble(now, last_look(session))

    def missed(self, now: dt.datetime) -> list[Reminder]:
        """Return what came and went unseen within a year, the latest first."""
        rules, since = self._rules(), now.date() - _MISSED_FOR
        found: list[Reminder] = []
        with self._database.read() as session:
            for day in missed_days(session, since):
                occasions = occasions_between(session, day, day)
                every = rule.all_stages(occasions, kept_between(session, day, day), rules)
                found += [one for one in every if one.state is ReminderState.MISSED]
        return sorted(found, key=_latest_first)


def _latest_first(reminder: Reminder) -> tuple[int, str]:
    return -reminder.on.toordinal(), reminder.occasion.client_name


def _contents(session: Session) -> Contents:
    """Return who is in the book, with the people and the days of each."""
    is_kept = table_of(Client).c.trashed_on.is_(None)
    people: defaultdict[int, list[Person]] = defaultdict(list)
    for person in fetch(session, Person):
        people[person.client_id].append(person)
    dates: defaultdict[int, list[ClientDate]] = defaultdict(list)
    for date in fetch(session, ClientDate):
        dates[date.client_id].append(date)
    return Contents(clients=fetch(session, Client, is_kept), people=people, dates=dates)


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


def _ahead(
    session: Session, now: dt.datetime, rules: Rules, pop_up_at: dt.time
) -> tuple[Raise, ...]:
    """Return what is raised in the coming two weeks."""
    first, last = now.date() - _BACK, now.date() + _AHEAD * _ONE_DAY + _LONGEST_LEAD
    occasions, kept = occasions_between(session, first, last), kept_between(session, first, last)
    return check.raises(occasions, kept, check.mornings(now, _AHEAD, pop_up_at), rules)
