"""The Today page: what to prepare, what is today, what was missed, and what comes."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from crm_desktop.domain.occasions import Occasion, Reminder
from crm_desktop.domain.records import Change
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.reminding.answers import Answers
from crm_desktop.ui.reminding.card import ReminderCard
from crm_desktop.ui.text import day, lunar_of
from crm_desktop.ui.text.greetings import hello
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.today.coming import Coming
from crm_desktop.ui.today.day import Day, read_day
from crm_desktop.ui.widgets.buttons import IconButton, button, primary
from crm_desktop.ui.widgets.empty import EmptyState
from crm_desktop.ui.widgets.gradual import Gradual
from crm_desktop.ui.widgets.heading import PageHeading, SectionHeading
from crm_desktop.ui.widgets.kept_place import KeptPlace
from crm_desktop.ui.widgets.layouts import row, scrolling_page

if TYPE_CHECKING:
    from crm_desktop.domain.festivals import Silence

_TABLES: Final = frozenset(
    {
        "reminder", "client", "client_date", "person", "setting", "gift",
        "contact", "visit", "promise", "points_entry", "festival_mark",
    }
)  # fmt: skip
_FOLLOW_UPS: Final = "follow-ups"
_CARDS_AT_FIRST: Final = 12
_MISSED_AT_FIRST: Final = 4
_CARDS_MORE: Final = 20


class TodayPage(QWidget):
    """Reads itself anew whenever something it shows has changed, and when it comes to the front."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._answers = Answers(desk, self)
        note = button(self.tr("Note something  Ctrl+K"), symbol=Icon.QUICK)
        note.clicked.connect(desk.routes.box_wanted)
        check = IconButton(Icon.BELL, self.tr("Check my reminders"))
        check.clicked.connect(self._on_check)
        self._heading = PageHeading("", check, note)
        self._column = scrolling_page(self, self._heading)
        self._place = KeptPlace(self._column)
        self._gradual = Gradual(self._column.content, self)
        self._gradual.filled.connect(self._place.give_back)
        self._spare: dict[Reminder, ReminderCard] = {}
        self._most: dict[str, int] = {}
        self._say_hello(desk.clock.now(), 0)
        desk.edits.changed.connect(self._on_changed)

    @property
    def is_seen(self) -> bool:
        """Whether what was read stands on the page, at least the first screenful."""
        return self._column.content.count() > 0

    @property
    def is_filled(self) -> bool:
        """Whether all of what was read stands on the page."""
        return self.is_seen and not self._gradual.is_filling

    def arrive(self) -> None:
        """Read the day."""
        now = self._desk.clock.now()
        self._desk.jobs.run(self, partial(read_day, self._desk.book, now), self._on_read)

    def _on_read(self, read: Day) -> None:
        self._say_hello(read.now, read.open)
        today = read.now.date()
        self._place.keep()
        self._spare = self._spared(read, today)
        self._gradual.fill(list(self._makers(read, today)))

    def _spared(self, read: Day, today: dt.date) -> dict[Reminder, ReminderCard]:
        """Empty the column; return the cards that can stay as they are, hidden for now."""
        wanted = {*read.to_prepare, *read.on_the_day, *read.missed}
        spare = {}
        for widget in (*self._column.take_all(), *self._spare.values()):
            widget.hide()
            if isinstance(widget, ReminderCard) and widget.is_for(wanted, today):
                spare[widget.reminder] = widget
            else:
                widget.deleteLater()
        return spare

    def _makers(self, read: Day, today: dt.date) -> Iterator[Callable[[], QWidget]]:
        """Yield what makes each widget of the column, from above."""
        if not read.is_anybody:
            yield self._first_steps
            return
        if read.silence is not None:
            yield partial(self._silence, read.silence)
        yield from self._section(self.tr("To prepare"), read.to_prepare, today)
        yield from self._section(self.tr("Today"), read.on_the_day, today)
        if read.festivals:
            yield partial(self._festivals, read.festivals, today)
        if read.follow_ups:
            yield partial(self._follow_ups, read.follow_ups, today)
        missed = self.tr("Missed – still worth a word")
        yield from self._section(missed, read.missed, today, _MISSED_AT_FIRST)
        if not read.open and not read.missed and not read.follow_ups:
            yield self._all_done
        if read.coming:
            yield partial(self._coming, read.coming, today)

    def _say_hello(self, now: dt.datetime, count: int) -> None:
        self._heading.say(
            hello(now, count),
            self.tr("{day} · {lunar}").format(day=day(now.date()), lunar=lunar_of(now.date())),
        )

    def _section(
        self,
        title: str,
        reminders: Sequence[Reminder],
        today: dt.date,
        at_first: int = _CARDS_AT_FIRST,
    ) -> Iterator[Callable[[], QWidget]]:
        if not reminders:
            return
        yield partial(SectionHeading, title, len(reminders))
        most = self._most.get(title, at_first)
        for reminder in reminders[:most]:
            yield partial(self._card, reminder, today)
        if len(reminders) > most:
            yield partial(self._more, title, most, len(reminders) - most)

    def _more(self, title: str, most: int, left: int) -> QWidget:
        words = self.tr("Show {count} more").format(count=min(left, _CARDS_MORE))
        more = button(words, Role.LINK)
        more.clicked.connect(partial(self._on_more, title, most))
        whole = QWidget()
        whole.setLayout(row(more, 1))
        return whole

    def _card(self, reminder: Reminder, today: dt.date) -> QWidget:
        card = self._spare.pop(reminder, None)
        if card is None:
            return ReminderCard(reminder, today, self._answers)
        card.show()
        return card

    def _coming(self, occasions: Sequence[Occasion], today: dt.date) -> QWidget:
        coming = Coming(occasions, today)
        coming.client_wanted.connect(self._desk.routes.client_wanted)
        coming.list_wanted.connect(self._desk.routes.festival_wanted)
        coming.calendar_wanted.connect(self._on_calendar)
        return coming

    def _silence(self, silence: "Silence") -> QWidget:
        from crm_desktop.ui.text.festivals import silence_words  # noqa: PLC0415 - a few days a year
        from crm_desktop.ui.widgets.card import Band  # noqa: PLC0415 - see above

        return Band(silence_words(silence))

    def _festivals(self, reminders: Sequence[Reminder], today: dt.date) -> QWidget:
        from crm_desktop.ui.today.festivals import Festivals  # noqa: PLC0415 - only when one is near

        festivals = Festivals(reminders, today, self._answers)
        festivals.list_wanted.connect(self._desk.routes.festival_wanted)
        return festivals

    def _follow_ups(self, reminders: Sequence[Reminder], today: dt.date) -> QWidget:
        from crm_desktop.ui.today.follow_ups import AT_FIRST, FollowUps  # noqa: PLC0415 - often none

        most = self._most.get(_FOLLOW_UPS, AT_FIRST)
        follow_ups = FollowUps(reminders, today, self._answers, most)
        follow_ups.client_wanted.connect(self._desk.routes.client_wanted)
        follow_ups.more_wanted.connect(self._on_more_follow_ups)
        return follow_ups

    def _first_steps(self) -> EmptyState:
        bring = primary(self.tr("Bring in my list"), Icon.UPLOAD)
        bring.clicked.connect(self._on_import)
        enter = button(self.tr("Enter a client"), symbol=Icon.USER_PLUS)
        enter.clicked.connect(self._desk.routes.new_client_wanted)
        return EmptyState(
            Icon.SPARKLES,
            self.tr("Your book is ready"),
            self.tr(
                "Bring in the spreadsheet you have kept, or enter your first client. "
                "From then on birthdays and anniversaries show here two days ahead."
            ),
            bring,
            enter,
        )

    def _all_done(self) -> EmptyState:
        return EmptyState(
            Icon.DONE,
            self.tr("Nothing to prepare today"),
            self.tr("What comes next stands below and in the calendar."),
        )

    def _on_check(self) -> None:
        self._desk.routes.check_wanted.emit(0)

    def _on_import(self) -> None:
        self._desk.routes.page_wanted.emit("exchange")

    def _on_more(self, title: str, most: int) -> None:
        self._most[title] = most + _CARDS_MORE
        self.arrive()

    def _on_more_follow_ups(self) -> None:
        from crm_desktop.ui.today.follow_ups import AT_FIRST, MORE  # noqa: PLC0415 - loaded by now

        self._most[_FOLLOW_UPS] = self._most.get(_FOLLOW_UPS, AT_FIRST) + MORE
        self.arrive()

    def _on_calendar(self) -> None:
        self._desk.routes.page_wanted.emit("calendar")

    def _on_changed(self, change: Change) -> None:
        if self.isVisible() and change.tables & _TABLES:
            self.arrive()
