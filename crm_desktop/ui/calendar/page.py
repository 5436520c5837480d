"""The calendar page: a month, a week or an agenda, and the chosen day beside it."""

import datetime as dt
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QListView, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from crm_desktop.clock import today
from crm_desktop.domain.day_sheet import Entry, counts
from crm_desktop.domain.occasions import Occasion
from crm_desktop.domain.records import Change
from crm_desktop.services.calendar import DayFacts, DayLine, Stretch
from crm_desktop.ui.calendar.agenda import LINE_ROLE, AgendaModel, AgendaRow
from crm_desktop.ui.calendar.chosen_day import ChosenDay
from crm_desktop.ui.calendar.days import DAY_ROLE, DaysModel, View, between, span, turned, within
from crm_desktop.ui.calendar.deeds import Deeds
from crm_desktop.ui.calendar.filters import CalendarFilters
from crm_desktop.ui.calendar.pages import Pages
from crm_desktop.ui.calendar.painting import DayCell
from crm_desktop.ui.calendar.paper import Names
from crm_desktop.ui.calendar.table import DaysTable
from crm_desktop.ui.calendar.top import CalendarTop
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.jobs import Latest
from crm_desktop.ui.theme.roles import Role, set_role
from crm_desktop.ui.theme.tokens import SPACE_M
from crm_desktop.ui.widgets.layouts import page_margins, row

_SHOWN_TABLES: Final = frozenset(
    {
        "client",
        "client_date",
        "person",
        "contact",
        "visit",
        "promise",
        "points_entry",
        "reminder",
        "festival_mark",
        "setting",
    }
)
_VIEW: Final = "calendar/view"
_MINUTE_MS: Final = 60_000
_PAINTED: Final = QEvent.Type(QEvent.registerEventType())
_LAST: Final = Qt.EventPriority.LowEventPriority.value - 1


class CalendarPage(QWidget):
    """A page of days at a time; everything is reached by keys.

    Arrows walk over days, Page Up and Page Down turn pages, Home and T lead back to today, M, W
    and A choose the view, G asks for a day, N notes something to do, Enter leads into the chosen
    day, Shift with an arrow moves its follow-up.

    Attributes:
        top, filters, table, agenda, day: its parts.
        pages: the stretches of days that were read.
        midnight: looks every minute whether it is another day.
        days, lines: what the table and the agenda show.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        now = today(desk.clock)
        self._today = now
        self._chosen = now
        self._shown = now
        self._place: object = None
        kept = str(desk.remembered.value(_VIEW, ""))
        self._view = View(kept) if kept in set(View) else View.MONTH
        self._stretch = Stretch(first=now, last=now)
        self.pages = Pages(desk, self)
        self._days_read = Latest(desk.jobs, self)
        self.days = DaysModel(now, self)
        self._cells = DayCell(now, self)
        self.table = DaysTable(self.days, self._cells)
        self.lines = AgendaModel(now, self)
        self.agenda = QListView()
        self._stack = QStackedWidget()
        self.top = CalendarTop(self._view)
        self.filters = CalendarFilters(desk.remembered)
        self.day = ChosenDay()
        self._deeds = Deeds(desk, self)
        self.midnight = QTimer(self)
        self._build()
        self._connect()

    def arrive(self) -> None:
        """Bring what is shown up to date."""
        self._follow_midnight()
        self.pages.forget()
        self._load()

    def show_view(self, view: View) -> None:
        """Look at the days in another way."""
        if view is not self._view:
            self._view = view
            self._desk.remembered.setValue(_VIEW, view.value)
            self._load()

    def go(self, on: dt.date) -> None:
        """Choose a day; the page is turned to it where it does not show it."""
        self._chosen = within(on)
        first, last = span(self._view, self._shown)
        index = self.days.index_of(self._chosen)
        is_shown = first <= self._chosen <= last and self._view is not View.AGENDA
        if is_shown and index.isValid() and self._view is self.days.view:
            self.table.setCurrentIndex(index)
            self._read_day()
        else:
            self._shown = self._chosen
            self._load()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.midnight.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.midnight.stop()
        self.pages.rest()

    @override
    def customEvent(self, event: QEvent) -> None:
        if event.type() == _PAINTED:
            self._read_day()

    def _build(self) -> None:
        self.table.setAccessibleName(self.tr("Days"))
        self.agenda.setAccessibleName(self.tr("Agenda"))
        self.agenda.setModel(self.lines)
        self.agenda.setItemDelegate(AgendaRow(self._today, self.agenda))
        self.agenda.setUniformItemSizes(True)
        self.agenda.setProperty("role", "plain")
        self.agenda.setFrameShape(QFrame.Shape.NoFrame)
        self.agenda.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.agenda.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet = QFrame()
        set_role(sheet, Role.CARD)
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        inside.addWidget(self.agenda)
        self._stack.addWidget(self.table)
        self._stack.addWidget(sheet)
        # A table that gets the keyboard with no cell chosen chooses its first.
        self.table.setCurrentIndex(self.days.index_of(self._chosen))
        self.setFocusProxy(self.agenda if self._view is View.AGENDA else self.table)
        self.midnight.setInterval(_MINUTE_MS)
        whole = QVBoxLayout(self)
        page_margins(whole)
        whole.addWidget(self.top)
        whole.addWidget(self.filters)
        whole.addLayout(row(self._stack, self.day, spacing=SPACE_M), 1)

    def _connect(self) -> None:
        table, day, top, deeds = self.table, self.day, self.top, self._deeds
        table.selectionModel().currentChanged.connect(self._on_current)
        table.activated.connect(self._on_activated)
        table.entry_pressed.connect(self._on_entry)
        table.dropped.connect(self._on_dropped)
        table.turn_wanted.connect(self._on_turn)
        table.day_wanted.connect(self.go)
        table.shift_wanted.connect(self._on_shift)
        self.agenda.selectionModel().currentChanged.connect(self._on_agenda_current)
        self.agenda.activated.connect(self._on_agenda_activated)
        top.view_wanted.connect(self.show_view)
        top.turn_wanted.connect(self._on_turn)
        top.day_wanted.connect(self.go)
        top.today_wanted.connect(self._on_today)
        top.goes.clicked.connect(self._on_go_to)
        top.print_wanted.connect(self._on_print)
        self.filters.changed.connect(self._show)
        day.opened.connect(deeds.open_file)
        day.new_client_wanted.connect(self._desk.routes.new_client_wanted)
        day.chosen.connect(self._on_line)
        day.task_wanted.connect(self._on_task)
        day.card.file_wanted.connect(deeds.open_file)
        day.card.workbench_wanted.connect(deeds.prepare)
        day.card.greeting_wanted.connect(deeds.greet)
        day.card.festival_wanted.connect(deeds.open_festival)
        day.card.done_wanted.connect(deeds.finish)
        day.card.move_wanted.connect(self._on_move)
        deeds.moved.connect(self.go)
        self.pages.read.connect(self._on_loaded)
        self._desk.edits.changed.connect(self._on_changed)
        self.midnight.timeout.connect(self._follow_midnight)
        keys = {
            "M": partial(self.show_view, View.MONTH),
            "W": partial(self.show_view, View.WEEK),
            "A": partial(self.show_view, View.AGENDA),
            "T": self._on_today,
            "Home": self._on_today,
            "G": self._on_go_to,
            "N": self._on_task,
            "PgUp": partial(self._on_turn, -1),
            "PgDown": partial(self._on_turn, 1),
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _load(self) -> None:
        self.pages.show(span(self._view, self._shown), self._today)

    def _on_loaded(self, stretch: Stretch) -> None:
        self._stretch = stretch
        self._show()
        if self.isVisible():
            neighbours = (span(self._view, turned(self._view, self._shown, by)) for by in (1, -1))
            self.pages.fetch(neighbours, self._today)

    def _show(self) -> None:
        """Show what is filtered in of the stretch that is at hand."""
        sieve, stretch, view = self.filters.sieve, self._stretch, self._view
        if (stretch.first, stretch.last) != span(view, self._shown):
            return
        entries = stretch.entries
        if sieve.is_narrow:
            entries = tuple(entry for entry in entries if sieve.passes(entry))
        first, last = (stretch.first, stretch.last) if view is View.WEEK else _month(self._shown)
        self.filters.show_counts(counts(between(stretch.entries, first, last), sieve))
        own = between(entries, first, last)
        detail = self.tr("Entries: {count}, of big clients: {big}").format(
            count=len(own), big=sum(entry.big and entry.client_id > 0 for entry in own)
        )
        self.top.show_page(view, self._shown, detail)
        if view is View.AGENDA:
            self.lines.show(stretch, entries)
            self._stack.setCurrentIndex(1)
            self.setFocusProxy(self.agenda)
            self._choose_in_agenda()
        else:
            self._cells.roomy = view is View.WEEK
            self.days.show(view, self._shown, stretch, entries)
            self._stack.setCurrentIndex(0)
            self.setFocusProxy(self.table)
            self.table.setCurrentIndex(self.days.index_of(self._chosen))
        # After the painting, which would take turns with the reading at every stroke.
        QApplication.postEvent(self, QEvent(_PAINTED), _LAST)

    def _choose_in_agenda(self) -> None:
        index = self.lines.index_of(self._chosen, self._place)
        if index.isValid():
            self.agenda.setCurrentIndex(index)
            head = self.lines.index_of(self._chosen)
            self.agenda.scrollTo(head, QListView.ScrollHint.PositionAtTop)

    def _read_day(self) -> None:
        on = self._chosen
        reading = partial(self._desk.book.calendar.day, on, self._today)
        self._days_read.run(reading, partial(self._on_day, on))

    def _on_day(self, on: dt.date, lines: tuple[DayLine, ...]) -> None:
        shown = [line for line in lines if self.filters.sieve.passes(line.entry)]
        facts = self._stretch.facts.get(on, DayFacts())
        anybody = self._stretch.is_anybody
        self.day.show_day(on, self._today, facts, shown, is_anybody=anybody, place=self._place)

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid() and index.data(DAY_ROLE) != self._chosen:
            self._chosen = within(index.data(DAY_ROLE))
            self._place = None
            self._read_day()

    def _on_agenda_current(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        line = index.data(LINE_ROLE)
        self._place = None if line.entry is None else line.entry.place
        if line.on == self._chosen:
            self.day.choose(self._place)
        else:
            self._chosen = line.on
            self._read_day()

    def _on_agenda_activated(self, index: QModelIndex) -> None:
        entry = index.data(LINE_ROLE).entry
        if entry is None or not entry.client_id:
            self.day.list.setFocus()
        else:
            self._desk.routes.client_wanted.emit(entry.client_id)

    def _on_activated(self, index: QModelIndex) -> None:
        on: dt.date = index.data(DAY_ROLE)
        if self._view is View.MONTH and on.month != self._shown.month:
            self._chosen = self._shown = within(on)
            self._load()
        else:
            self.day.list.setFocus()

    def _on_entry(self, entry: Entry) -> None:
        self._place = entry.place
        self.day.choose(entry.place)

    def _on_line(self, line: DayLine) -> None:
        self._place = line.entry.place

    def _on_turn(self, pages: int) -> None:
        self._chosen = self._shown = turned(self._view, self._chosen, pages)
        self._place = None
        self._load()

    def _on_today(self) -> None:
        self._place = None
        self._chosen = self._shown = self._today
        self._load()

    def _on_go_to(self) -> None:
        self.top.ask_for_day(self._chosen, self._today)

    def _on_task(self) -> None:
        if self._stretch.is_anybody:
            self._deeds.ask_for_task(max(self._chosen, self._today), self.window())

    def _on_dropped(self, entry: Entry, on: dt.date) -> None:
        self._place = (entry.source, entry.source_id, on)
        self._deeds.move_entry(entry, on)

    def _on_move(self, line: DayLine) -> None:
        self._deeds.ask_for_day(line.occasion, self.day.card.move_button)

    def _on_shift(self, days: int) -> None:
        """Move the one follow-up of the chosen day; of several it must be said which."""
        movable = [line for line in self.day.model.lines if line.entry.is_movable]
        chosen = [line for line in movable if line.entry.place == self._place]
        for line in chosen[:1] or movable[:1]:
            self._move(line.occasion, line.occasion.on + dt.timedelta(days=days))

    def _move(self, occasion: Occasion, to: dt.date) -> None:
        if within(to) == to:
            self._place = (occasion.source, occasion.source_id, to)
            self._deeds.move(occasion, to)

    def _on_print(self, names: Names) -> None:
        from crm_desktop.ui.calendar.printing import print_month  # noqa: PLC0415 - Qt's printing is heavy

        days = span(View.MONTH, self._shown)
        reading = partial(self._desk.book.calendar.stretch, *days, self._today)
        self._desk.jobs.run(
            self, reading, partial(print_month, self, self._shown, self.filters.sieve, names)
        )

    def _follow_midnight(self) -> None:
        """Mark the day it is now; yesterday's choice goes along where it was today."""
        now = today(self._desk.clock)
        if now == self._today:
            return
        if self._chosen == self._today:
            self._chosen = self._shown = now
        self.pages.forget()
        self._today = self._cells.today = self.lines.today = now
        self.agenda.setItemDelegate(AgendaRow(now, self.agenda))
        self._load()

    def _on_changed(self, change: Change) -> None:
        if change.tables & _SHOWN_TABLES:
            self.pages.forget()
            if self.isVisible():
                self._load()


def _month(on: dt.date) -> tuple[dt.date, dt.date]:
    return span(View.AGENDA, on)
