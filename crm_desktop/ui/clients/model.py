"""The list as a table: the lines read so far; more are asked for as the end comes near."""

import datetime as dt
import functools
from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from crm_desktop.services.client_list import ClientLine, Sort
from crm_desktop.ui.clients import words as told
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

LINE_ROLE: Final = Qt.ItemDataRole.UserRole
_NO_PARENT = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """Every column there is; which are shown, and where, is the table's (`columns`)."""

    NAME = 0
    TIER = 1
    YEAR = 2
    LAST_VISIT = 3
    NEXT = 4
    POTENTIAL = 5
    MISSING = 6
    PHONE = 7
    WECHAT = 8
    PAID_YEAR = 9
    VISITS_YEAR = 10
    PAID_TOTAL = 11
    SESSIONS = 12
    TAGS = 13
    OWNER = 14
    SOURCE = 15
    OCCUPATION = 16
    FIRST_CONTACT = 17


FIGURES: Final = frozenset(
    {
        Column.YEAR,
        Column.PHONE,
        Column.PAID_YEAR,
        Column.VISITS_YEAR,
        Column.PAID_TOTAL,
        Column.SESSIONS,
    }
)
"""The columns that show figures, each as wide as the other."""

_TITLES: Final = {
    Column.NAME: QT_TRANSLATE_NOOP("ClientList", "Name"),
    Column.TIER: QT_TRANSLATE_NOOP("ClientList", "Tier"),
    Column.YEAR: QT_TRANSLATE_NOOP("ClientList", "12 months"),
    Column.LAST_VISIT: QT_TRANSLATE_NOOP("ClientList", "Last visit"),
    Column.NEXT: QT_TRANSLATE_NOOP("ClientList", "Next day"),
    Column.POTENTIAL: QT_TRANSLATE_NOOP("ClientList", "May want"),
    Column.MISSING: QT_TRANSLATE_NOOP("ClientList", "Missing"),
    Column.PHONE: QT_TRANSLATE_NOOP("ClientList", "Phone"),
    Column.WECHAT: QT_TRANSLATE_NOOP("ClientList", "WeChat"),
    Column.PAID_YEAR: QT_TRANSLATE_NOOP("ClientList", "Paid in 12 months"),
    Column.VISITS_YEAR: QT_TRANSLATE_NOOP("ClientList", "Visits in 12 months"),
    Column.PAID_TOTAL: QT_TRANSLATE_NOOP("ClientList", "Paid in all"),
    Column.SESSIONS: QT_TRANSLATE_NOOP("ClientList", "Sessions left"),
    Column.TAGS: QT_TRANSLATE_NOOP("ClientList", "Tags"),
    Column.OWNER: QT_TRANSLATE_NOOP("ClientList", "Whose client"),
    Column.SOURCE: QT_TRANSLATE_NOOP("ClientList", "Came through"),
    Column.OCCUPATION: QT_TRANSLATE_NOOP("ClientList", "Occupation"),
    Column.FIRST_CONTACT: QT_TRANSLATE_NOOP("ClientList", "First contact"),
}
SORTS: Final = {
    Column.NAME: Sort.NAME,
    Column.TIER: Sort.TIER,
    Column.LAST_VISIT: Sort.LAST_VISIT,
    Column.PAID_TOTAL: Sort.PAID_TOTAL,
}
"""The columns whose heading sorts the list."""


def title(column: Column) -> str:
    """Return the heading of a column."""
    return QCoreApplication.translate("ClientList", _TITLES[column])


class ClientsModel(QAbstractTableModel):
    """Holds `ClientLine` records; a row is known by the id of its client.

    Signals:
        more_wanted: the end of what is read came near.
    """

    more_wanted = Signal()

    def __init__(self, today: dt.date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = today
        self.is_picked: Callable[[int], bool] = _nobody
        self._lines: list[ClientLine] = []
        self._rows: dict[int, int] = {}
        self._has_more = False
        self._is_waiting = False
        self._cells: dict[int, Callable[[ClientLine], str]] = {
            Column.NAME: _called,
            Column.TIER: _tier,
            Column.YEAR: told.year_words,
            Column.LAST_VISIT: self._last_visit,
            Column.NEXT: self._next,
            Column.POTENTIAL: told.potential_words,
            Column.MISSING: told.missing_words,
            Column.PHONE: told.phone_words,
            Column.WECHAT: functools.partial(told.fact_words, name="wechat"),
            Column.PAID_YEAR: told.paid_year_words,
            Column.VISITS_YEAR: told.visits_year_words,
            Column.PAID_TOTAL: told.paid_words,
            Column.SESSIONS: told.sessions_words,
            Column.TAGS: told.tags_words,
            Column.OWNER: functools.partial(told.fact_words, name="owner"),
            Column.SOURCE: functools.partial(told.fact_words, name="source"),
            Column.OCCUPATION: functools.partial(told.fact_words, name="occupation"),
            Column.FIRST_CONTACT: told.first_contact_words,
        }

    @property
    def lines(self) -> Sequence[ClientLine]:
        """The lines read so far."""
        return self._lines

    @property
    def has_more(self) -> bool:
        """Whether more lines stand below those read."""
        return self._has_more

    def show(self, lines: Sequence[ClientLine], today: dt.date, *, has_more: bool) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.today = today
        self._lines = list(lines)
        self._number()
        self._has_more, self._is_waiting = has_more, False
        self.endResetModel()

    def append(self, lines: Sequence[ClientLine], *, has_more: bool) -> None:
        """Show more lines below; who stands there already is not shown twice."""
        fresh = [line for line in lines if line.id not in self._rows]
        self._has_more, self._is_waiting = has_more, False
        if not fresh:
            return
        first = len(self._lines)
        self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
        self._lines.extend(fresh)
        self._number(first)
        self.endInsertRows()

    def replace(self, line: ClientLine) -> None:
        """Show what changed in a line, at its place."""
        row = self._rows[line.id]
        self._lines[row] = line
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def remove(self, client_id: int) -> None:
        """Show one client no more."""
        row = self._rows[client_id]
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._lines[row]
        self._number()
        self.endRemoveRows()

    def row_of(self, client_id: int) -> int | None:
        """Return where a client stands, None where she is not shown."""
        return self._rows.get(client_id)

    def words(self, column: int, line: ClientLine) -> str:
        """Return what stands in a cell."""
        return self._cells[column](line)

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._has_more and not self._is_waiting

    @override
    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._is_waiting = True
            self.more_wanted.emit()

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return title(Column(section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(index.column(), line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.column(), line)
        return None

    def _spoken(self, column: int, line: ClientLine) -> str:
        """Return what a cell is read out as: its name says that a client is picked."""
        words = self.words(column, line)
        if column == Column.NAME and self.is_picked(line.id):
            pattern = QCoreApplication.translate("ClientList", "{name}, picked")
            return pattern.format(name=words)
        return words

    def _number(self, first: int = 0) -> None:
        if first == 0:
            self._rows.clear()
        for row in range(first, len(self._lines)):
            self._rows[self._lines[row].id] = row

    def _last_visit(self, line: ClientLine) -> str:
        return told.last_visit_words(line, self.today)

    def _next(self, line: ClientLine) -> str:
        return told.next_words(line, self.today)


def _nobody(_client_id: int) -> bool:
    return False


def _called(line: ClientLine) -> str:
    return f"{told.called_words(line)} {told.formal_words(line)}".rstrip()


def _tier(line: ClientLine) -> str:
    tier = "" if line.tier is None else choice(line.tier)
    return f"{tier} VIP".strip() if line.vip else tier
