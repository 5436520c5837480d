"""Reminders: what is due, what is ahead, and what she does about it."""

import datetime as dt
import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from crm_desktop.database import Database
from crm_desktop.domain import reminders as rule
from crm_desktop.domain.occasions import Kept, Occasion, Reminder, ReminderState, Rules, Stage
from crm_desktop.domain.records import Change, Gift, GiftState
from crm_desktop.domain.settings import BookSettings
from crm_desktop.domain.stages import window
from crm_desktop.models import CLIENT_INDEX, ClientDateRow, SettingRow
from crm_desktop.services.journal import Journal
from crm_desktop.services.occasions import occasions_between
from crm_desktop.services.records import fetch, put, table_of
from crm_desktop.services.reminder_rows import keep, kept_between

if TYPE_CHECKING:
    from crm_desktop.domain.gift_guard import GuardCode

_LAST_LOOK: Final = "reminders.last_look"
_LONGEST_LEAD: Final = 40
_ONE_DAY: Final = dt.timedelta(days=1)
_WORTH_A_WORD: Final = dt.timedelta(days=14)
# A reminder put off beyond its grace stays in sight until the time chosen.
_LONGEST_SNOOZE: Final = dt.timedelta(days=7)
_LONGEST_ABSENCE: Final = dt.timedelta(days=60)


_ANYBODY: Final = select(CLIENT_INDEX.c.id).where(CLIENT_INDEX.c.is_archived.is_(False)).limit(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """What one look at the clock found.

    `raised` pops up now, `missed` came and went unseen, `open` is how many wait in all.
    """

    raised: tuple[Reminder, ...]
    missed: tuple[Reminder, ...]
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Morning:
    """What is `due`, what was `missed` in the last two weeks unseen, and what comes `ahead`.

    `is_anybody` is whether the book has a client at all who is not put aside.
    """

    is_anybody: bool
    due: list[Reminder]
    missed: list[Reminder]
    ahead: list[Occasion]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """A `Tick` before it is remembered; `is_news` says that there is something to remember."""

    raised: list[Reminder]
    missed: list[Reminder]
    open: int
    is_news: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What else she said of a gift: words on its card, and the `GuardCode`s she set aside."""

    card_text: str = ""
    overruled: frozenset["GuardCode"] = frozenset()


NOTHING_TOLD: Final = Told()


class Reminders:
    """Computes what is due from the dates of the book; stores only what she did about it."""

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

    def due(self, now: dt.datetime) -> list[Reminder]:
        """Return what she should see at `now` (local time), soonest first."""
        rules = self._rules()
        with self._database.read() as session:
            return _due(session, now, rules)

    def ahead(self, first: dt.date, days: int) -> list[Reminder]:
        """Return every stage of every occasion in `first` ... `first + days`, any state."""
        last = first + dt.timedelta(days=days)
        rules = self._rules()
        with self._database.read() as session:
            occasions = occasions_between(session, first, last)
            return rule.all_stages(occasions, kept_between(session, first, last), rules)

    def between(self, first: dt.date, last: dt.date) -> list[Occasion]:
        """Return the occasions from `first` through `last`, as a calendar shows them."""
        with self._database.read() as session:
            return occasions_between(session, first, last)

    def morning(self, now: dt.datetime, days: int) -> Morning:
        """Return what `now` finds and the occasions of the `days` after it, read in one go."""
        today, rules = now.date(), self._rules()
        back, end = today - _WORTH_A_WORD, today + dt.timedelta(days=days)
        with self._database.read() as session:
            first, last = _due_window(session, now, rules)
            whole = min(first, back), max(last, end)
            occasions, kept = occasions_between(session, *whole), kept_between(session, *whole)
            is_anybody = session.scalar(_ANYBODY) is not None
        gone = rule.all_stages(_within(occasions, back, today), kept, rules)
        return Morning(
            is_anybody=is_anybody,
            due=rule.due(_within(occasions, first, last), kept, now, rules),
            missed=[one for one in gone if one.state is ReminderState.MISSED],
            ahead=_within(occasions, today + _ONE_DAY, end),
        )

    def raises_ahead(self, now: dt.datetime, days: int = 14) -> dict[dt.date, int]:
        """Return how many reminders are raised on each coming day; counts, nothing else."""
        today = now.date()
        last = today + dt.timedelta(days=days)
        counts = Counter(
            max(one.raise_on, today)
            for one in self.ahead(today, days + _LONGEST_LEAD)
            if one.raise_on <= last and one.state in {ReminderState.PENDING, ReminderState.SNOOZED}
        )
        return dict(counts)

    def tick(self, now: dt.datetime) -> Tick:
        """Find what pops up at `now` and what was missed, and remember both as told.

        Safe to call at any time and any number of times: nothing is told twice.
        """
        rules = self._rules()
        with self._database.read() as session:
            look = _look(session, now, rules)
        # Most looks find nothing new: they leave the file, and so its backups, as they are.
        if look.is_news:
            with self._journal.change("reminder.tick", can_undo=False) as work:
                look = _look(work.session, now, rules)
                shown = Kept(state=ReminderState.SHOWN, changed_at=now, shown_at=now)
                keep(work.session, look.raised, shown)
                missed = Kept(state=ReminderState.MISSED, changed_at=now)
                keep(work.session, look.missed, missed)
                _look_at(work.session, now)
        return Tick(raised=tuple(look.raised), missed=tuple(look.missed), open=look.open)

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
            )
            put(work.session, _guarded(work.session, gift, settings, now.date(), told))
        return work.change

    def ordered(self, reminder: Reminder) -> Gift | None:
        """Return the gift that was ordered for the occasion and not yet given."""
        with self._database.read() as session:
            return next(iter(_waiting(session, reminder)), None)

    def snooze(self, reminder: Reminder, until: dt.datetime, now: dt.datetime) -> Change:
        """Put a reminder aside until a local time."""
        kept = Kept(state=ReminderState.SNOOZED, changed_at=now, snoozed_until=until)
        return self._answer("reminder.snooze", reminder, kept)

    def dismiss(self, reminder: Reminder, now: dt.datetime) -> Change:
        """Let one stage go without doing anything."""
        kept = Kept(state=ReminderState.DISMISSED, changed_at=now)
        return self._answer("reminder.dismiss", reminder, kept)

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

        Closing the stage of preparing with an item notes it as ordered.

        Raises:
            GiftWarned: Something speaks against what is named here and `told` does not set it
                aside.
        """
        settings = self._settings()
        with self._journal.change("reminder.done", _subject(reminder)) as work:
            keep(work.session, [reminder], Kept(state=ReminderState.DONE, changed_at=now))
            for gift in _gifts_after(work.session, reminder, item, cost, now.date()):
                written = replace(gift, reaction=reaction or gift.reaction)
                if item:
                    written = _guarded(work.session, written, settings, now.date(), told)
                put(work.session, written)
        return work.change

    def _answer(self, action: str, reminder: Reminder, kept: Kept) -> Change:
        with self._journal.change(action, _subject(reminder)) as work:
            keep(work.session, [reminder], kept)
        return work.change


def _subject(reminder: Reminder) -> str:
    return reminder.occasion.client_display_name or reminder.occasion.client_name


def _look(session: Session, now: dt.datetime, rules: Rules) -> _Look:
    stored = _last_look(session)
    since = max(stored or now, now - _LONGEST_ABSENCE)
    found = _due(session, now, rules)
    raised, missed = rule.to_raise(found), _missed(session, now, since, rules)
    is_first = stored is None or stored.date() != now.date()
    is_news = is_first or bool(raised or missed)
    return _Look(raised=raised, missed=missed, open=len(found), is_news=is_news)


def _due(session: Session, now: dt.datetime, rules: Rules) -> list[Reminder]:
    first, last = _due_window(session, now, rules)
    occasions = occasions_between(session, first, last)
    return rule.due(occasions, kept_between(session, first, last), now, rules)


def _due_window(session: Session, now: dt.datetime, rules: Rules) -> tuple[dt.date, dt.date]:
    """Return the first and the last day whose occasions may be due at `now`."""
    first, last = window(now.date(), now.date(), rules, _longest_lead(session, rules))
    return first - _LONGEST_SNOOZE, last


def _within(occasions: Iterable[Occasion], first: dt.date, last: dt.date) -> list[Occasion]:
    return [occasion for occasion in occasions if first <= occasion.on <= last]


def _missed(session: Session, now: dt.datetime, since: dt.datetime, rules: Rules) -> list[Reminder]:
    if since.date() >= now.date():
        return []
    first, _ = window(since.date(), now.date(), rules, 0)
    first -= _LONGEST_SNOOZE
    occasions = occasions_between(session, first, now.date())
    kept = kept_between(session, first, now.date())
    return rule.missed(occasions, kept, now, since, rules)


def _longest_lead(session: Session, rules: Rules) -> int:
    """Return the most days ahead anything in the book is prepared."""
    own = session.scalar(select(func.max(ClientDateRow.__table__.c.lead_days)))
    return max(rules.lead_days, own or 0)


def _last_look(session: Session) -> dt.datetime | None:
    stored = session.scalar(select(SettingRow.value).where(SettingRow.name == _LAST_LOOK))
    return None if stored is None else dt.datetime.fromisoformat(json.loads(stored))


def _look_at(session: Session, now: dt.datetime) -> None:
    value = json.dumps(now.isoformat())
    session.execute(
        insert(SettingRow)
        .values(name=_LAST_LOOK, value=value)
        .on_conflict_do_update(index_elements=["name"], set_={"value": value})
    )


def planned_gift(reminder: Reminder, state: GiftState) -> Gift:
    """Return the gift for an occasion, of which nothing is known yet."""
    occasion = reminder.occasion
    return Gift(
        client_id=occasion.client_id,
        person_id=occasion.person_id,
        date_id=occasion.date_id,
        occasion=occasion.kind.value,
        state=state,
        on=occasion.on,
    )


def _guarded(
    session: Session, gift: Gift, settings: BookSettings, today: dt.date, told: Told
) -> Gift:
    from crm_desktop.services.guarded_gifts import guarded  # noqa: PLC0415 - not for the first page

    return guarded(session, gift, settings, today, told.overruled)


def _gifts_after(
    session: Session, reminder: Reminder, item: str, cost: int | None, today: dt.date
) -> list[Gift]:
    """Return the gifts to write once a stage is closed."""
    if reminder.stage is Stage.PREPARE:
        ordered = planned_gift(reminder, GiftState.ORDERED)
        return [replace(ordered, item=item, cost=cost, ordered_on=today)] if item else []
    given = [
        replace(
            gift,
            state=GiftState.GIVEN,
            delivered_on=gift.delivered_on or today,
            item=item or gift.item,
            cost=gift.cost if cost is None else cost,
        )
        for gift in _waiting(session, reminder)
    ]
    if given or not item:
        return given
    new = planned_gift(reminder, GiftState.GIVEN)
    return [replace(new, item=item, cost=cost, delivered_on=today)]


def _waiting(session: Session, reminder: Reminder) -> Sequence[Gift]:
    """Return what was ordered for the occasion and not yet given."""
    gift = table_of(Gift).c
    return fetch(
        session,
        Gift,
        gift.date_id == reminder.occasion.date_id,
        gift.on == reminder.on,
        gift.state == GiftState.ORDERED,
    )
