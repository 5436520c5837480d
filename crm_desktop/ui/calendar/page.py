"""The calendar page: one month, its occasions, and the chosen day beside it."""

import datetime as dt
from functools import partial

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from crm_desktop.clock import today
from crm_desktop.domain.occasions import Occasion
from crm_desktop.domain.records import Change
from crm_desktop.ui.calendar.chosen_day import ChosenDay
from crm_desktop.ui.calendar.day_cell import DayCell
from crm_desktop.ui.calendar.month import DAY_ROLE, MonthModel, first_shown, last_shown
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text.days import month_and_year
from crm_desktop.ui.theme.tokens import SPACE_M
from crm_desktop.ui.widgets.buttons import IconButton, button
from crm_desktop.ui.widgets.heading import PageHeading
from crm_desktop.ui.widgets.layouts import page_margins, row

_SHOWN_TABLES = frozenset({"client", "client_date", "person"})
_SMALLEST_CELL = QSize(72, 56)


class CalendarPage(QWidget):
    """A month at a time; arrows walk over days, Page Up and Page Down over months."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        now = today(desk.clock)
        self._chosen = now
        self._model = MonthModel(now, self)
        self._cells = DayCell(now, self)
        self._table = self._make_table()
        self._day = ChosenDay()
        self._heading = self._make_heading()
        whole = QVBoxLayout(self)
        page_margins(whole)
        whole.addWidget(self._heading)
        whole.addLayout(row(self._table, self._day, spacing=SPACE_M), 1)
        self._table.selectionModel().currentChanged.connect(self._on_current)
        self._day.client_wanted.connect(desk.routes.client_wanted)
        desk.edits.changed.connect(self._on_changed)

    def arrive(self) -> None:
        """Bring the month that is shown up to date."""
        self._cells.today = today(self._desk.clock)
        self._load(self._model.month)

    def _make_heading(self) -> PageHeading:
        earlier = IconButton(Icon.CHEVRON_LEFT, self.tr("Month before"))
        later = IconButton(Icon.CHEVRON_RIGHT, self.tr("Next month"))
        now = button(self.tr("Today"))
        earlier.setShortcut("PgUp")
        later.setShortcut("PgDown")
        now.setShortcut("Home")
        earlier.clicked.connect(self._on_earlier)
        later.clicked.connect(self._on_later)
        now.clicked.connect(self._on_today)
        return PageHeading(month_and_year(self._model.month), earlier, now, later)

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setProperty("role", "month")
        table.setAccessibleName(self.tr("Month"))
        table.setModel(self._model)
        table.setItemDelegate(self._cells)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        for header in (table.horizontalHeader(), table.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setMinimumSectionSize(_SMALLEST_CELL.height())
        table.horizontalHeader().setHighlightSections(False)
        table.activated.connect(self._on_activated)
        return table

    def _load(self, month: dt.date) -> None:
        between = partial(self._desk.book.reminders.between, first_shown(month), last_shown(month))
        self._desk.jobs.run(self, between, partial(self._on_loaded, month))

    def _on_loaded(self, month: dt.date, occasions: list[Occasion]) -> None:
        self._model.show(month, occasions)
        big = sum(occasion.big for occasion in occasions if occasion.on.month == month.month)
        whole = sum(occasion.on.month == month.month for occasion in occasions)
        self._heading.say(
            month_and_year(month),
            self.tr("Special days: {days}, of big clients: {big}").format(days=whole, big=big),
        )
        self._table.setCurrentIndex(self._model.index_of(self._chosen))
        self._show_chosen()

    def _show_chosen(self) -> None:
        now = today(self._desk.clock)
        self._day.show_day(self._chosen, now, self._model.occasions_on(self._chosen))

    def _go(self, on: dt.date) -> None:
        self._chosen = on
        self._load(on)

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid() and index.data(DAY_ROLE) != self._chosen:
            self._chosen = index.data(DAY_ROLE)
            self._show_chosen()

    def _on_activated(self, index: QModelIndex) -> None:
        if (on := index.data(DAY_ROLE)).month != self._model.month.month:
            self._go(on)

    def _on_earlier(self) -> None:
        self._go(self._model.month - dt.timedelta(days=1))

    def _on_later(self) -> None:
        self._go(last_of(self._model.month) + dt.timedelta(days=1))

    def _on_today(self) -> None:
        self._go(today(self._desk.clock))

    def _on_changed(self, change: Change) -> None:
        if self.isVisible() and change.tables & _SHOWN_TABLES:
            self._load(self._model.month)


def last_of(month: dt.date) -> dt.date:
    """Return the last day of the month."""
    return (month.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
