"""The head of the calendar: which page it shows, how it is looked at, where to go."""

import datetime as dt
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QFrame, QMenu, QVBoxLayout, QWidget

from crm_desktop.ui.calendar.days import View, monday_of
from crm_desktop.ui.calendar.paper import Names
from crm_desktop.ui.fields.days import DayField
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text.days import month_and_year, month_name
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.buttons import IconButton, button
from crm_desktop.ui.widgets.heading import PageHeading
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import row

_FIELD_WIDTH = 180


class CalendarTop(PageHeading):
    """Title and tools.

    Signals:
        view_wanted: another `View`.
        turn_wanted: pages to turn.
        day_wanted: a day to go to.
        today_wanted: back to today.
        print_wanted: the month on paper, with names as `Names` says.
    """

    view_wanted = Signal(object)
    turn_wanted = Signal(int)
    day_wanted = Signal(object)
    today_wanted = Signal()
    print_wanted = Signal(object)

    def __init__(self, view: View, parent: QWidget | None = None) -> None:
        self.views = {
            View.MONTH: button(self.tr("Month")),
            View.WEEK: button(self.tr("Week")),
            View.AGENDA: button(self.tr("Agenda")),
        }
        self.earlier = IconButton(Icon.CHEVRON_LEFT, self.tr("Back"))
        self.now = button(self.tr("Today"))
        self.later = IconButton(Icon.CHEVRON_RIGHT, self.tr("Onward"))
        self.goes = IconButton(Icon.CALENDAR_DAYS, self.tr("Go to a day (G)"))
        self.prints = IconButton(Icon.PRINT, self.tr("Print the month"))
        switch = QWidget()
        switch.setLayout(row(*self.views.values(), spacing=0))
        tools = (self.earlier, self.now, self.later, self.goes, self.prints)
        super().__init__("", switch, *tools, parent=parent)
        self.bar.insertSpacing(1, SPACE_S)
        self._group = QButtonGroup(self)
        for each, made in self.views.items():
            made.setCheckable(True)
            made.setChecked(each is view)
            made.setProperty("segment", _PLACES[each])
            self._group.addButton(made)
            made.clicked.connect(partial(self._on_view, each))
        self._menu = self._make_menu()
        self.earlier.clicked.connect(partial(self.turn_wanted.emit, -1))
        self.later.clicked.connect(partial(self.turn_wanted.emit, 1))
        self.now.clicked.connect(self.today_wanted)
        self.prints.clicked.connect(self._on_print)

    def show_page(self, view: View, on: dt.date, detail: str) -> None:
        """Say which page is shown."""
        self.views[view].setChecked(True)
        self.say(_title(view, on), detail)

    def ask_for_day(self, on: dt.date, today: dt.date) -> "GoTo":
        """Open the field in which a day is typed or picked."""
        asking = GoTo(on, today, self)
        asking.day_wanted.connect(self.day_wanted)
        asking.adjustSize()
        corner = self.goes.mapToGlobal(self.goes.rect().bottomRight())
        asking.move(corner.x() - asking.width(), corner.y() + SPACE_XS)
        asking.show()
        asking.field.setFocus()
        asking.field.selectAll()
        return asking

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        words = {
            Names.INITIALS: self.tr("Print with initials"),
            Names.FULL: self.tr("Print with names"),
            Names.NONE: self.tr("Print an empty month"),
        }
        for names, says in words.items():
            action = QAction(says, menu)
            action.triggered.connect(partial(self._on_names, names))
            menu.addAction(action)
        return menu

    def _on_view(self, view: View) -> None:
        self.view_wanted.emit(view)

    def _on_print(self) -> None:
        self._menu.popup(self.prints.mapToGlobal(self.prints.rect().bottomLeft()))

    def _on_names(self, names: Names) -> None:
        self.print_wanted.emit(names)


_PLACES = {View.MONTH: "first", View.WEEK: "middle", View.AGENDA: "last"}


class GoTo(QFrame):
    """A small sheet with a day to be typed or picked.

    Signals:
        day_wanted: the day.
    """

    day_wanted = Signal(object)

    def __init__(self, on: dt.date, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        says = self.tr("Go to")
        self.field = DayField(says, on, today)
        self.field.setMinimumWidth(scaled(_FIELD_WIDTH))
        self.field.committed.connect(self._on_committed)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(SPACE_S, SPACE_S, SPACE_S, SPACE_S)
        inside.addLayout(row(label(says), self.field))

    def _on_committed(self, day: dt.date | None) -> None:
        if day is not None:
            self.day_wanted.emit(day)
            self.close()


def _title(view: View, on: dt.date) -> str:
    """Return `Nov 2026`, or for a week `23 – 29 Nov 2026`."""
    if view is not View.WEEK:
        return month_and_year(on)
    first = monday_of(on)
    last = first + dt.timedelta(days=6)
    if first.month == last.month:
        pattern = QCoreApplication.translate("CalendarTop", "{first} – {last} {month} {year}")
        return pattern.format(
            first=first.day, last=last.day, month=month_name(last.month), year=last.year
        )
    pattern = QCoreApplication.translate("CalendarTop", "{first} {before} – {last} {month} {year}")
    return pattern.format(
        first=first.day,
        before=month_name(first.month),
        last=last.day,
        month=month_name(last.month),
        year=last.year,
    )
