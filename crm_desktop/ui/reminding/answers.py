"""Answers: what she can do about a reminder, from the pop-up or from the Today page."""

import datetime as dt
from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QObject, Signal
from PySide6.QtWidgets import QWidget

from crm_desktop.domain.occasions import Reminder, Stage
from crm_desktop.domain.records import Change, Gift
from crm_desktop.services.book import Book
from crm_desktop.services.reminders import Told
from crm_desktop.ui.clipboard import Copies
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.jobs import Lane

if TYPE_CHECKING:
    from crm_desktop.domain.gift_guard import GuardCode
    from crm_desktop.services.gifts import GiftGround

_EVENING: Final = dt.time(18, 0)
_MORNING: Final = dt.time(9, 0)


class Pause(StrEnum):
    """How long a reminder may be put aside."""

    HOUR = "hour"
    EVENING = "evening"
    TOMORROW = "tomorrow"


class Answers(QObject):
    """Carries her answer to the book and tells the screens.

    Signals:
        answered: the `Reminder` she did something about; it is written.
    """

    answered = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._copies = Copies(self)

    def order(self, reminder: Reminder, over: QWidget) -> None:
        """Ask what was ordered, past the guard, then note it."""
        self._ask(reminder, over, self._on_ordered)

    def give(self, reminder: Reminder, over: QWidget) -> None:
        """Ask what was given, with what was ordered filled in, then close the reminder."""
        self._ask(reminder, over, self._on_given)

    def snooze(self, reminder: Reminder, pause: Pause) -> None:
        """Put a reminder aside for a while."""
        now = self._desk.clock.now()
        reminders = self._desk.book.reminders
        self._write(reminder, partial(reminders.snooze, reminder, until(pause, now), now))

    def snooze_until(self, reminder: Reminder, day: dt.date) -> None:
        """Put a reminder aside until the morning of a day; a day passed is tomorrow."""
        now = self._desk.clock.now()
        on = max(day, now.date() + dt.timedelta(days=1))
        again = dt.datetime.combine(on, _MORNING, now.tzinfo)
        self._write(reminder, partial(self._desk.book.reminders.snooze, reminder, again, now))

    def pick_a_day(self, reminder: Reminder, under: QWidget) -> None:
        """Show a month to pick the day from until which a reminder is put aside."""
        from crm_desktop.ui.fields.days import MonthSheet  # noqa: PLC0415 - not at the start

        tomorrow = self._desk.clock.now().date() + dt.timedelta(days=1)
        sheet = MonthSheet(tomorrow, under)
        sheet.month.setMinimumDate(QDate(tomorrow.year, tomorrow.month, tomorrow.day))
        sheet.picked.connect(partial(self.snooze_until, reminder))
        sheet.open_by(under)

    def confirm(self, reminder: Reminder) -> None:
        """Note that the shop has confirmed what was ordered."""
        now = self._desk.clock.now()
        self._write(reminder, partial(self._desk.book.reminders.confirm, reminder, now))

    def react(self, reminder: Reminder, reaction: str) -> None:
        """Note how what was given was received."""
        now = self._desk.clock.now()
        self._write(reminder, partial(self._desk.book.reminders.react, reminder, reaction, now))

    def called(self, reminder: Reminder, over: QWidget) -> None:
        """Ask what came of the call on the day, then note it; what was ordered counts as given."""
        self._ask_talk(reminder, over, self._on_called)

    def talked(self, reminder: Reminder, over: QWidget) -> None:
        """Ask what came of a follow-up, then note it."""
        self._ask_talk(reminder, over, self._on_talked)

    def kept(self, reminder: Reminder) -> None:
        """Note a promise as kept."""
        self._on_talked(reminder, "", None)

    def open_workbench(self, reminder: Reminder) -> None:
        """Open the work for the event."""
        self._desk.routes.workbench_wanted.emit(reminder.occasion)

    def open_list(self, reminder: Reminder) -> None:
        """Open the list of a festival."""
        occasion = reminder.occasion
        self._desk.routes.festival_wanted.emit(occasion.festival, occasion.on)

    def done(self, reminder: Reminder) -> None:
        """Close a reminder; what was ordered counts as given."""
        now = self._desk.clock.now()
        self._write(reminder, partial(self._desk.book.reminders.done, reminder, now))

    def finish(self, reminder: Reminder, over: QWidget) -> None:
        """Close a reminder; where a gift is on its way, ask first how it was received."""
        known = partial(_known, self._desk.book, reminder)
        self._desk.jobs.run(over, known, partial(self._on_finished, reminder, over))

    def dismiss(self, reminder: Reminder) -> None:
        """Let a reminder go."""
        now = self._desk.clock.now()
        self._write(reminder, partial(self._desk.book.reminders.dismiss, reminder, now))

    def copy_greeting(
        self, reminder: Reminder, over: QWidget, copied: Callable[[str], None]
    ) -> None:
        """Copy the best words for the day, to be pasted into WeChat, and hand them on.

        Where no text fits, the dialog is opened in which she writes her own.
        """
        from crm_desktop.ui.reminding.greeting import best_words  # noqa: PLC0415 - not at the start

        on, language = self._desk.clock.now().date(), self._desk.look.speaks.value
        work = partial(best_words, self._desk.book, reminder.occasion, on, language)
        self._desk.jobs.run(over, work, partial(self._on_words, reminder, copied))

    def choose_greeting(self, reminder: Reminder) -> None:
        """Open the dialog with other words for the day."""
        occasion = reminder.occasion
        self._desk.routes.greeting_wanted.emit(occasion.client_id, occasion)

    def sent(self, reminder: Reminder, words: str) -> None:
        """Note that the greeting was sent; the reminder is done unless a gift still waits."""
        from crm_desktop.ui.reminding.greeting import note_sent  # noqa: PLC0415 - not at the start

        now, channel = self._desk.clock.now(), self.tr("WeChat")
        work = partial(note_sent, self._desk.book, reminder, words, channel, now)
        self._write(reminder, work)

    def brief(self, reminder: Reminder) -> None:
        """Open the page to read before the client comes."""
        self._desk.routes.briefing_wanted.emit(reminder.occasion.client_id)

    def open_client(self, reminder: Reminder) -> None:
        """Open the file of the client."""
        self._desk.routes.client_wanted.emit(reminder.occasion.client_id)

    def _ask_talk(
        self,
        reminder: Reminder,
        over: QWidget,
        told: Callable[[Reminder, str, dt.date | None], None],
    ) -> None:
        from crm_desktop.ui.reminding.talk import TalkDialog  # noqa: PLC0415 - not at the start

        dialog = TalkDialog(reminder, self._desk.clock.now().date(), over)
        dialog.told.connect(partial(told, reminder))
        dialog.open()

    def _on_called(self, reminder: Reminder, outcome: str, next_on: dt.date | None) -> None:
        call = partial(
            _call, self._desk, reminder, self.tr("Phone"), outcome=outcome, next_on=next_on
        )
        self._write(reminder, call)

    def _on_talked(self, reminder: Reminder, outcome: str, next_on: dt.date | None) -> None:
        done = partial(_close, self._desk, reminder, outcome, next_on)
        self._write(reminder, done)

    def _ask(
        self,
        reminder: Reminder,
        over: QWidget,
        told: "Callable[[Reminder, Gift, frozenset[GuardCode]], None]",
    ) -> None:
        known = partial(_known, self._desk.book, reminder)
        self._desk.jobs.run(over, known, partial(self._on_known, reminder, over, told))

    def _on_known(
        self,
        reminder: Reminder,
        over: QWidget,
        told: "Callable[[Reminder, Gift, frozenset[GuardCode]], None]",
        known: "tuple[GiftGround, Gift | None]",
    ) -> None:
        # What judges gifts is loaded when the first is asked for.
        from crm_desktop.ui.reminding.gift import GiftDialog  # noqa: PLC0415 - see above

        ground, ordered = known
        today = self._desk.clock.now().date()
        dialog = GiftDialog(reminder, ordered, over, ground=ground, today=today)
        dialog.told.connect(partial(told, reminder))
        dialog.open()

    def _on_finished(
        self, reminder: Reminder, over: QWidget, known: "tuple[GiftGround, Gift | None]"
    ) -> None:
        if known[1] is None:
            self.done(reminder)
        else:
            self._on_known(reminder, over, self._on_given, known)

    def _on_words(self, reminder: Reminder, copied: Callable[[str], None], words: str) -> None:
        if words:
            self._copies.copy(words)
            copied(words)
        else:
            self.choose_greeting(reminder)

    def _on_given(self, reminder: Reminder, gift: Gift, overruled: "frozenset[GuardCode]") -> None:
        done = partial(
            self._desk.book.reminders.done,
            reminder,
            self._desk.clock.now(),
            item=gift.item,
            cost=gift.cost,
            reaction=gift.reaction,
            told=Told(overruled=overruled),
        )
        self._write(reminder, done)

    def _on_ordered(
        self, reminder: Reminder, gift: Gift, overruled: "frozenset[GuardCode]"
    ) -> None:
        order = partial(
            self._desk.book.reminders.order,
            reminder,
            item=gift.item,
            cost=gift.cost,
            now=self._desk.clock.now(),
            told=Told(card_text=gift.card_text, overruled=overruled),
        )
        self._write(reminder, order)

    def _write(self, reminder: Reminder, work: Callable[[], Change]) -> None:
        self._desk.jobs.run(self, work, partial(self._on_written, reminder), lane=Lane.DATABASE)

    def _on_written(self, reminder: Reminder, change: Change) -> None:
        self._desk.edits.done(change)
        self.answered.emit(reminder)


def _call(
    desk: Desk, reminder: Reminder, channel: str, *, outcome: str, next_on: dt.date | None
) -> Change:
    """Note a call; the service is made by the first one, away from the window."""
    call = desk.book.workbench.call
    return call(reminder, channel, desk.clock.now(), outcome=outcome, next_on=next_on)


def _close(desk: Desk, reminder: Reminder, outcome: str, next_on: dt.date | None) -> Change:
    """Close a follow-up or a promise, the same."""
    done = desk.book.follow_ups.done
    return done(reminder.occasion, desk.clock.now(), outcome=outcome, next_on=next_on)


def _known(book: Book, reminder: Reminder) -> "tuple[GiftGround, Gift | None]":
    """Return what the guard judges by, and what was ordered for the occasion."""
    ordered = book.reminders.ordered(reminder) if reminder.stage is Stage.DAY else None
    return book.gifts.ground(reminder.occasion.client_id), ordered


def until(pause: Pause, now: dt.datetime) -> dt.datetime:
    """Return when a reminder put aside at `now` comes back; an evening passed is tomorrow's."""
    if pause is Pause.HOUR:
        return now + dt.timedelta(hours=1)
    evening = dt.datetime.combine(now.date(), _EVENING, now.tzinfo)
    if pause is Pause.EVENING and now < evening:
        return evening
    return dt.datetime.combine(now.date() + dt.timedelta(days=1), _MORNING, now.tzinfo)
