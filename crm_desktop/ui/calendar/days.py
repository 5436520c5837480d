"""The days of a month or a week as a table, what happens on each and what a wall calendar says."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from enum import StrEnum
from operator import attrgetter
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from crm_desktop.domain.day_sheet import Entry, Facet
from crm_desktop.services.calendar import DayFacts, Stretch
from crm_desktop.ui.calendar.words import told_day
from crm_desktop.ui.text import weekday

WEEKS: Final = 6
DAYS: Final = 7
EARLIEST: Final = dt.date(1901, 1, 1)
LATEST: Final = dt.date(2100, 12, 31)
DAY_ROLE: Final = Qt.ItemDataRole.UserRole
CELL_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_MONDAY: Final = dt.date(2024, 1, 1)
_ONE_DAY: Final = dt.timedelta(days=1)
_NO_PARENT = QModelIndex()
_day: Final[Callable[[Entry], dt.date]] = attrgetter("on")
_facet: Final[Callable[[Entry], Facet]] = attrgetter("facet")

Index = QModelIndex | QPersistentModelIndex


class Cell(NamedTuple):
    """All there is to paint of a day, handed over in one piece."""

    on: dt.date
    entries: Sequence[Entry]
    facts: DayFacts
    in_month: bool


class View(StrEnum):
    """How the calendar is looked at."""

    MONTH = "month"
    WEEK = "week"
    AGENDA = "agenda"


def within(on: dt.date) -> dt.date:
    """Return the day, or the nearest one the calendar goes to: 1901 through 2100."""
    return min(max(on, EARLIEST), LATEST)


def first_shown(month: dt.date) -> dt.date:
    """Return the Monday the sheet of `month` begins with."""
    return monday_of(month.replace(day=1))


def last_shown(month: dt.date) -> dt.date:
    """Return the Sunday the sheet of `month` ends with."""
    return first_shown(month) + (WEEKS * DAYS - 1) * _ONE_DAY


def last_of(month: dt.date) -> dt.date:
    """Return the last day of the month."""
    return (month.replace(day=28) + 4 * _ONE_DAY).replace(day=1) - _ONE_DAY


def monday_of(on: dt.date) -> dt.date:
    """Return the Monday of the week of a day."""
    return on - on.weekday() * _ONE_DAY


def span(view: View, on: dt.date) -> tuple[dt.date, dt.date]:
    """Return the first and the last day that are shown around `on`."""
    match view:
        case View.MONTH:
            return first_shown(on), last_shown(on)
        case View.WEEK:
            return monday_of(on), monday_of(on) + (DAYS - 1) * _ONE_DAY
        case View.AGENDA:
            return on.replace(day=1), last_of(on)


def turned(view: View, on: dt.date, by: int) -> dt.date:
    """Return the day to look at after turning `by` pages, months or weeks, within the bounds."""
    if view is View.WEEK:
        return within(on + by * DAYS * _ONE_DAY)
    months = on.year * 12 + on.month - 1 + by
    year, month = divmod(months, 12)
    if not EARLIEST.year <= year <= LATEST.year:
        return on
    first = dt.date(year, month + 1, 1)
    return min(first + (on.day - 1) * _ONE_DAY, last_of(first))


class DaysModel(QAbstractTableModel):
    """One week or the six that hold a month, Monday first; each cell knows its day."""

    def __init__(self, month: dt.date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = View.MONTH
        self._month = month.replace(day=1)
        self._first = first_shown(month)
        self._entries: Sequence[Entry] = ()
        self._painted: dict[dt.date, Sequence[Entry]] = {}
        self._facts: dict[dt.date, DayFacts] = {}
        self._answers: dict[int, Callable[[dt.date], object]] = {
            Qt.ItemDataRole.DisplayRole: _number,
            Qt.ItemDataRole.AccessibleTextRole: self._told,
            DAY_ROLE: _itself,
            CELL_ROLE: self.cell,
        }

    @property
    def first(self) -> dt.date:
        """The Monday its first week begins with."""
        return self._first

    @property
    def view(self) -> View:
        """How its days are looked at; the agenda has a list of its own."""
        return self._view

    def show(self, view: View, on: dt.date, stretch: Stretch, entries: Sequence[Entry]) -> None:
        """Show the page around `on`, with the entries that are filtered in, which stand by day."""
        self.beginResetModel()
        self._view = view
        self._month = on.replace(day=1)
        self._first = span(view, on)[0]
        self._facts = dict(stretch.facts)
        self._entries = entries
        self._painted = {}
        self.endResetModel()

    def entries_on(self, on: dt.date) -> Sequence[Entry]:
        """Return what is filtered in on a day, big clients first; festivals stand at the head."""
        # Cells ask at every painting, and most days have no festival to be left out.
        found = self._painted.get(on)
        if found is None:
            found = between(self._entries, on, on)
            if Facet.FESTIVAL in map(_facet, found):
                found = [each for each in found if each.facet is not Facet.FESTIVAL]
            self._painted[on] = found
        return found

    def cell(self, on: dt.date) -> Cell:
        """Return all there is to paint of a day."""
        return Cell(on, self.entries_on(on), self.facts_of(on), self._is_in_month(on))

    def facts_of(self, on: dt.date) -> DayFacts:
        """Return what a wall calendar says of a day."""
        return self._facts.get(on, DayFacts())

    def index_of(self, on: dt.date) -> QModelIndex:
        """Return the cell of a day, invalid where the page does not show it."""
        week, place = divmod((on - self._first).days, DAYS)
        return self.index(week, place) if 0 <= week < self.rowCount() else QModelIndex()

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        if parent.isValid():
            return 0
        return 1 if self._view is View.WEEK else WEEKS

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else DAYS

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return weekday(_MONDAY + section * _ONE_DAY)
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        made = self._answers.get(role)
        if made is None:
            return None
        return made(self._first + (index.row() * DAYS + index.column()) * _ONE_DAY)

    def _told(self, on: dt.date) -> str:
        return told_day(on, self.facts_of(on), between(self._entries, on, on))

    def _is_in_month(self, on: dt.date) -> bool:
        same = (on.year, on.month) == (self._month.year, self._month.month)
        return same or self._view is View.WEEK


def between(entries: Sequence[Entry], first: dt.date, last: dt.date) -> Sequence[Entry]:
    """Return those of some days out of many, which stand by day."""
    begin = bisect_left(entries, first, key=_day)
    return entries[begin : bisect_right(entries, last, begin, key=_day)]


def _number(on: dt.date) -> str:
    return str(on.day)


def _itself(on: dt.date) -> dt.date:
    return on
