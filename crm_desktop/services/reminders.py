"""Reminders: what is due, what is ahead, and what she does about it."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from crm_desktop.collector import collector_resting
from crm_desktop.database import Database
from crm_desktop.domain import reminders as rule
from crm_desktop.domain.occasions import (
    UNTIL_DONE,
    Kept,
    Kind,
    Occasion,
    Reminder,
    ReminderState,
    Rules,
    Source,
    Stage,
)
from crm_desktop.domain.records import Change, Gift, GiftState, Promise, PromiseState
from crm_desktop.domain.settings import BookSettings
from crm_desktop.models import CLIENT_INDEX
from crm_desktop.services import reminder_gifts as gifts
from crm_desktop.services.due_followups import followups_between
from crm_desktop.services.due_occasions import (
    dated_between,
    dated_in_short,
    everything_between,
    longest_lead,
    missed_between,
    near,
)
from crm_desktop.services.due_points import points_between
from crm_desktop.services.journal import Journal
from crm_desktop.services.looking import Seen, Tick, last_look, look_around, remember
from crm_desktop.services.records import get, put
from crm_desktop.services.reminder_gifts import Told, planned_gift
from crm_desktop.services.reminder_rows import keep, kept_between

if TYPE_CHECKING:
    from crm_desktop.domain.festivals import Silence

__all__ = ["NOTHING_TOLD", "Morning", "Reminders", "Tick", "Told", "planned_gift"]

_ONE_DAY: Final = dt.timedelta(days=1)
_WORTH_A_WORD: Final = dt.timedelta(days=14)
_POINTS_AHEAD: Final = dt.timedelta(days=60)

_ANYBODY: Final = select(CLIENT_INDEX.c.id).where(CLIENT_INDEX.c.is_archived.is_(False)).limit(1)

NOTHING_TOLD: Final = Told()


@dataclass(frozen=True, slots=True, kw_only=True)
class Morning:
    """What is `due`, what was `missed` in the last two weeks unseen, and what comes `ahead`.

    `followups` are follow-ups and promises that are due, however long since, and points that
    expire; `festivals` the lists that are. Neither is among `due`; `ahead` holds days of people,
    milestones, festivals. `is_anybody` is whether the book has a client at all who is not put
    aside, `silence` why the day itself is left alone.
    """

    is_anybody: bool
    due: list[Reminder]
    missed: list[Reminder]
    ahead: list[Occasion]
    followups: list[Reminder]
    festivals: list[Reminder]
    silence: "Silence | None" = None


class Reminders:
    """Computes what is due from the book; stores only what she was told and did about it."""

    def __init__(
        self,
        database: Database,
        journal: Journal,
        rules: Callable[[], Rules],
        settings: Callable[[], BookSettings] = BookSettings,
    ) -> None:
        self._database = database
        self._journal = journal
        self._rules = rules
        self._settings = settings
        self._seen: Seen | None = None

    def due(self, now: dt.datetime) -> list[Reminder]:
        """Return what she should see at `now` (local time), soonest first."""
        rules = self._rules()
        with self._database.read() as session:
            found = near(session, now.date(), now.date(), rules, self._settings)
        return rule.due(found.occasions, found.kept, now, rules)

    def ahead(self, first: dt.date, days: int) -> list[Reminder]:
        """Return every stage of every occasion in `first` ... `first + days`, any state."""
        last = first + dt.timedelta(days=days)
        rules = self._rules()
        with self._database.read() as session:
            occasions = everything_between(session, first, last, self._settings)
            return rule.all_stages(occasions, kept_between(session, first, last), rules)

    def between(self, first: dt.date, last: dt.date) -> list[Occasion]:
        """Return the occasions of every source from `first` through `last`, soonest first.

        A follow-up stands on its own day, done or not; points on the day they expire.
        """
        with self._database.read() as session:
            return everything_between(session, first, last, self._settings)

    def morning(self, now: dt.datetime, days: int) -> Morning:
        """Return what `now` finds and the occasions of the `days` after it, read in one go."""
        today, rules = now.date(), self._rules()
        back, end = today - _WORTH_A_WORD, today + dt.timedelta(days=days)
        with collector_resting(), self._database.read() as session:
            found = near(session, today, today, rules, self._settings)
            gone = missed_between(session, back, today, self._settings)
            kept = kept_between(session, back, today)
            ahead = dated_between(session, today + _ONE_DAY, end, self._settings)
            is_anybody = session.scalar(_ANYBODY) is not None
        due = rule.due(found.occasions, found.kept, now, rules)
        stages = rule.all_stages(gone, kept, rules)
        return Morning(
            is_anybody=is_anybody,
            due=[one for one in due if _section(one) == ""],
            missed=[one for one in stages if one.state is ReminderState.MISSED],
            ahead=ahead,
            followups=[one for one in due if _section(one) == "followups"],
            festivals=[one for one in due if _section(one) == "festivals"],
            silence=self._silence(today),
        )

    def _silence(self, on: dt.date) -> "Silence | None":
        from crm_desktop.services.campaigns import silence  # noqa: PLC0415 - read with the first look

        return silence(on, self._settings())

    def raises_ahead(self, now: dt.datetime, days: int = 14) -> dict[dt.date, int]:
        """Return how many reminders are raised on each coming day; counts, nothing else.

        Today's are those that were not told yet: what an earlier stage or a day gone by never
        told is not told any more.
        """
        today, rules = now.date(), self._rules()
        last = today + dt.timedelta(days=days)
        with collector_resting(), self._database.read() as session:
            found = near(session, today, today, rules, self._settings)
            lead = dt.timedelta(days=longest_lead(session, rules) + days)
            later = [
                *dated_in_short(session, today, last + lead, self._settings),
                *followups_between(session, today + _ONE_DAY, last),
                *points_between(session, today, last + _POINTS_AHEAD),
            ]
            kept = found.kept | kept_between(session, today, last + lead + _POINTS_AHEAD)
        known = {(one.source, one.source_id, one.on): one for one in (*found.occasions, *later)}
        unraised = rule.unraised(known.values(), kept, rules)
        raised = (_raised_on(day, row, now) for day, row in unraised if _comes(day, row, now))
        counts = Counter(day for day in raised if day <= last)
        if fresh := sum(one.pops_up for one in rule.due(found.occasions, found.kept, now, rules)):
            counts[today] += fresh
        return dict(counts)

    def last_look(self) -> dt.datetime | None:
        """Return when the clock was last looked at, None before the first time."""
        with self._database.read() as session:
            return last_look(session)

    def look(self, now: dt.datetime) -> Tick:
        """Find what pops up at `now` and what was missed; nothing is written.

        Show it, then call `told`: a kill in between shows it once more and loses nothing.
        """
        rules, changes = self._rules(), self._database.changes
        if self._seen is not None and self._seen.holds(changes, rules, now):
            return self._seen.tick
        with collector_resting(), self._database.read() as session:
            tick, wakes = look_around(session, now, rules, self._settings)
        if tick.raised:
            tick = replace(tick, silence=self._silence(now.date()))
        # Kept for the many looks that follow one that found nothing to tell.
        self._seen = None if tick.is_news else Seen(changes, rules, now, wakes, tick)
        return tick

    def told(self, tick: Tick, now: dt.datetime) -> None:
        """Remember what was shown at `now`, so that it is not told again.

        What she answered since the look stays answered. Most looks find nothing new: they
        leave the file, and so its backups, as they are.
        """
        if not tick.is_news:
            return
        with self._journal.change("reminder.tick", can_undo=False) as work:
            remember(work.session, tick, now)

    def tick(self, now: dt.datetime) -> Tick:
        """Look and remember at once, where nothing is shown on a screen."""
        tick = self.look(now)
        self.told(tick, now)
        return tick

    def order(
        self,
        reminder: Reminder,
        *,
        item: str,
        cost: int | None,
        now: dt.datetime,
        told: Told = NOTHING_TOLD,
    ) -> Change:
        """Note that what is to be given is ordered: the gift enters the history as ordered.

        Raises:
            GiftWarned: Something speaks against it that `told` does not set aside.
        """
        settings = self._settings()
        with self._journal.change("reminder.order", _subject(reminder)) as work:
            keep(work.session, [reminder], Kept(state=ReminderState.ORDERED, changed_at=now))
            gift = replace(
                planned_gift(reminder, GiftState.ORDERED),
                item=item,
                cost=cost,
                ordered_on=now.date(),
                card_text=told.card_text,
                supplier_id=told.supplier_id,
                notes=told.notes,
            )
            put(work.session, gifts.guarded(work.session, gift, settings, now.date(), told))
        return work.change

    def ordered(self, reminder: Reminder) -> Gift | None:
        """Return the gift that was ordered for the occasion and not yet given."""
        with self._database.read() as session:
            return next(iter(gifts.waiting(session, reminder)), None)

    def snooze(self, reminder: Reminder, until: dt.datetime, now: dt.datetime) -> Change:
        """Put a reminder aside until a local time, however far."""
        kept = Kept(state=ReminderState.SNOOZED, changed_at=now, snoozed_until=until)
        return self._answer("reminder.snooze", reminder, kept)

    def dismiss(self, reminder: Reminder, now: dt.datetime) -> Change:
        """Let one stage go without doing anything."""
        kept = Kept(state=ReminderState.DISMISSED, changed_at=now)
        return self._answer("reminder.dismiss", reminder, kept)

    def confirm(self, reminder: Reminder, now: dt.datetime, *, notes: str = "") -> Change:
        """Note that the supplier confirmed what is ordered: the gift says since when."""
        with self._journal.change("gift.confirm", _subject(reminder)) as work:
            gifts.confirm(work.session, reminder, now, notes)
        return work.change

    def react(self, reminder: Reminder, reaction: str, now: dt.datetime) -> Change:
        """Note how the gift was received: it has been given, and its day is closed too."""
        with self._journal.change("gift.react", _subject(reminder)) as work:
            gifts.react(work.session, reminder, reaction, now)
        return work.change

    def done(  # noqa: PLR0913 - what is told of one gift, each named by the caller
        self,
        reminder: Reminder,
        now: dt.datetime,
        *,
        item: str = "",
        cost: int | None = None,
        reaction: str = "",
        told: Told = NOTHING_TOLD,
    ) -> Change:
        """Close a reminder; on the day, what was ordered or is named here counts as given.

        Closing the stage of preparing with an item notes it as ordered. With a reaction there
        is nothing left to ask the day after. A promise is kept with it.

        Raises:
            GiftWarned: Something speaks against what is named here and `told` does not set it
                aside.
        """
        settings = self._settings()
        with self._journal.change("reminder.done", _subject(reminder)) as work:
            for closed in _closed_with(reminder, item, reaction):
                keep(work.session, [closed], Kept(state=closed.state, changed_at=now))
            if reminder.occasion.source is Source.PROMISE:
                promise = get(work.session, Promise, reminder.occasion.source_id)
                put(work.session, replace(promise, state=PromiseState.KEPT))
            for gift in gifts.gifts_after(work.session, reminder, item, cost, now.date()):
                written = replace(gift, reaction=reaction or gift.reaction)
                if item:
                    written = gifts.guarded(work.session, written, settings, now.date(), told)
                put(work.session, written)
        return work.change

    def _answer(self, action: str, reminder: Reminder, kept: Kept) -> Change:
        with self._journal.change(action, _subject(reminder)) as work:
            keep(work.session, [reminder], kept)
        return work.change


def _closed_with(reminder: Reminder, item: str, reaction: str) -> list[Reminder]:
    """Return the stages closed with one: ordered where it names what was, and the reaction's."""
    ordered = reminder.stage is Stage.PREPARE and bool(item)
    state = ReminderState.ORDERED if ordered else ReminderState.DONE
    closed = [replace(reminder, state=state)]
    if reaction and reminder.stage is Stage.DAY:
        closed.append(replace(reminder, stage=Stage.REACTION, state=ReminderState.DONE))
    return closed


def _subject(reminder: Reminder) -> str:
    return reminder.occasion.client_display_name or reminder.occasion.client_name


def _section(reminder: Reminder) -> str:
    kind = reminder.occasion.kind
    if kind in UNTIL_DONE or kind is Kind.POINTS:
        return "followups"
    return "festivals" if kind is Kind.FESTIVAL else ""


def _comes(day: dt.date, row: Kept | None, now: dt.datetime) -> bool:
    """Return whether a stage is still ahead: of a later day, or put off and not yet back."""
    if row is not None and row.state is ReminderState.SNOOZED and row.snoozed_until is not None:
        return row.snoozed_until > now
    return day > now.date()


def _raised_on(day: dt.date, row: Kept | None, now: dt.datetime) -> dt.date:
    """Return the day a reminder comes next: put off, the day it was put off to."""
    if row is not None and row.state is ReminderState.SNOOZED and row.snoozed_until is not None:
        day = row.snoozed_until.astimezone(now.tzinfo).date()
    return max(day, now.date())
