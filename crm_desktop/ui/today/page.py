"""The Today page: what to prepare, what is today, what was missed, and what comes."""

import datetime as dt
from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from crm_desktop.domain.occasions import Reminder
from crm_desktop.domain.records import Change
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.reminding.answers import Answers
from crm_desktop.ui.reminding.card import ReminderCard
from crm_desktop.ui.text import day, lunar_of
from crm_desktop.ui.text.greetings import hello
from crm_desktop.ui.today.coming import Coming
from crm_desktop.ui.today.day import Day, read_day
from crm_desktop.ui.widgets.buttons import button, primary
from crm_desktop.ui.widgets.empty import EmptyState
from crm_desktop.ui.widgets.heading import PageHeading, SectionHeading
from crm_desktop.ui.widgets.layouts import scrolling_page

_TABLES: Final = frozenset({"reminder", "client", "client_date", "person", "setting", "gift"})
_CARDS_AT_MOST: Final = 40


class TodayPage(QWidget):
    """Reads itself anew whenever something it shows has changed, and when it comes to the front."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._answers = Answers(desk, self)
        note = button(self.tr("Note something  Ctrl+K"), symbol=Icon.QUICK)
        note.clicked.connect(desk.routes.box_wanted)
        self._heading = PageHeading("", note)
        self._column = scrolling_page(self, self._heading)
        self._say_hello(desk.clock.now(), 0)
        desk.edits.changed.connect(self._on_changed)

    def arrive(self) -> None:
        """Read the day."""
        now = self._desk.clock.now()
        self._desk.jobs.run(self, partial(read_day, self._desk.book, now), self._on_read)

    def _on_read(self, read: Day) -> None:
        self._say_hello(read.now, read.open)
        self._column.clear()
        if not read.clients:
            self._column.content.addWidget(self._first_steps(), 1)
            return
        self._add(self.tr("To prepare"), read.to_prepare, read.now.date())
        self._add(self.tr("Today"), read.on_the_day, read.now.date())
        self._add(self.tr("Missed – still worth a word"), read.missed, read.now.date())
        if not read.open and not read.missed:
            self._column.content.addWidget(self._all_done())
        if read.coming:
            coming = Coming(read.coming, read.now.date())
            coming.client_wanted.connect(self._desk.routes.client_wanted)
            coming.calendar_wanted.connect(self._on_calendar)
            self._column.content.addWidget(coming)

    def _say_hello(self, now: dt.datetime, count: int) -> None:
        self._heading.say(
            hello(now, count),
            self.tr("{day} · {lunar}").format(day=day(now.date()), lunar=lunar_of(now.date())),
        )

    def _add(self, title: str, reminders: Sequence[Reminder], today: dt.date) -> None:
        if not reminders:
            return
        self._column.content.addWidget(SectionHeading(title, len(reminders)))
        for reminder in reminders[:_CARDS_AT_MOST]:
            self._column.content.addWidget(ReminderCard(reminder, today, self._answers))

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

    def _on_import(self) -> None:
        self._desk.routes.page_wanted.emit("exchange")

    def _on_calendar(self) -> None:
        self._desk.routes.page_wanted.emit("calendar")

    def _on_changed(self, change: Change) -> None:
        if self.isVisible() and change.tables & _TABLES:
            self.arrive()
