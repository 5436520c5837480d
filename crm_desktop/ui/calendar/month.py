"""The month as a table: six weeks of days, what happens on each."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from crm_desktop.domain.occasions import Occasion
from crm_desktop.ui.text import day, lunar_of, weekday
from crm_desktop.ui.text.occasions import title

WEEKS: Final = 6
DAYS: Final = 7
DAY_ROLE: Final = Qt.ItemDataRole.UserRole
OCCASIONS_ROLE: Final = Qt.ItemDataRole.UserRole + 1
IN_MONTH_ROLE: Final = Qt.ItemDataRole.UserRole + 2
_MONDAY: Final = dt.date(2024, 1, 1)
_NO_PARENT = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


def first_shown(month: dt.date) -> dt.date:
    """Return the Monday the sheet of `month` begins with."""
    first = month.replace(day=1)
    return first - dt.timedelta(days=first.weekday())


def last_shown(month: dt.date) -> dt.date:
    """Return the Sunday the sheet of `month` ends with."""
    return first_shown(month) + dt.timedelta(days=WEEKS * DAYS - 1)


class MonthModel(QAbstractTableModel):
    """Six weeks that hold one month, Monday first; each cell knows its day and occasions."""

    def __init__(self, month: dt.date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._month = month.replace(day=1)
        self._occasions: dict[dt.date, list[Occasion]] = {}
        self._answers: dict[int, Callable[[dt.date], object]] = {
            Qt.ItemDataRole.DisplayRole: _number,
            Qt.ItemDataRole.AccessibleTextRole: self._told,
            Qt.ItemDataRole.ToolTipRole: self._told,
            DAY_ROLE: _itself,
            OCCASIONS_ROLE: self.occasions_on,
            IN_MONTH_ROLE: self._is_in_month,
        }

    @property
    def month(self) -> dt.date:
        """The first day of the month shown."""
        return self._month

    def show(self, month: dt.date, occasions: Iterable[Occasion]) -> None:
        """Show another month, or the same one with other occasions."""
        self.beginResetModel()
        self._month = month.replace(day=1)
        self._occasions = {}
        for occasion in occasions:
            self._occasions.setdefault(occasion.on, []).append(occasion)
        for those in self._occasions.values():
            those.sort(key=_big_first)
        self.endResetModel()

    def occasions_on(self, on: dt.date) -> list[Occasion]:
        """Return what happens on a day of the sheet, big clients first."""
        return self._occasions.get(on, [])

    def index_of(self, on: dt.date) -> QModelIndex:
        """Return the cell of a day, invalid where the sheet does not show it."""
        week, place = divmod((on - first_shown(self._month)).days, DAYS)
        return self.index(week, place) if 0 <= week < WEEKS else QModelIndex()

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else WEEKS

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else DAYS

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return weekday(_MONDAY + dt.timedelta(days=section))
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        on = first_shown(self._month) + dt.timedelta(days=index.row() * DAYS + index.column())
        made = self._answers.get(role)
        return None if made is None else made(on)

    def _told(self, on: dt.date) -> str:
        return "\n".join([f"{day(on)} {lunar_of(on)}", *map(title, self.occasions_on(on))])

    def _is_in_month(self, on: dt.date) -> bool:
        return (on.year, on.month) == (self._month.year, self._month.month)


def _number(on: dt.date) -> str:
    return str(on.day)


def _itself(on: dt.date) -> dt.date:
    return on


def _big_first(occasion: Occasion) -> tuple[bool, str]:
    return not occasion.big, occasion.client_name
