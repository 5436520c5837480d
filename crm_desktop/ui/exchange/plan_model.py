"""The rows of a plan as a table: where, who, what comes of it, and why."""

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from crm_desktop.domain.import_plan import Outcome, PlannedRow
from crm_desktop.ui.exchange.overview import Overview
from crm_desktop.ui.text.counts import counted
from crm_desktop.ui.text.importing import outcome_word, row_words
from crm_desktop.ui.theme.tokens import colour

if TYPE_CHECKING:
    from collections.abc import Mapping

    from crm_desktop.ui.text.import_rows import RowWords

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
PLACE, NAME, OUTCOME, WHAT = range(4)
_NO_PARENT = QModelIndex()
SHADES: Final = {
    Outcome.NEW: "ok",
    Outcome.UPDATED: "accent",
    Outcome.SAME: "text2",
    Outcome.CONFLICT: "warn",
    Outcome.ERROR: "bad",
    Outcome.SKIPPED: "text2",
}

Index = QModelIndex | QPersistentModelIndex


class PlanModel(QAbstractTableModel):
    """The rows of one plan, all or those of one outcome."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PlannedRow, ...] = ()
        self._only: Outcome | None = None
        self._several = False
        self._words: RowWords | None = None
        self._facts: Mapping[int | None, int] = {}
        self._texts = (self._place, _name, _outcome, self._what)
        self._titles = (
            self.tr("Row"),
            self.tr("Name"),
            self.tr("Outcome"),
            self.tr("What comes of it"),
        )

    @property
    def only(self) -> Outcome | None:
        """The outcome whose rows are shown, None for all."""
        return self._only

    def show(
        self,
        seen: Overview,
        only: Outcome | None,
        *,
        with_problems: bool = False,
        with_same: bool = True,
        sheet: str = "",
    ) -> None:
        """Show the rows of a plan that come to `only`, perhaps those with problems alone.

        Those of one `sheet` alone where one is said. Of all rows those that change nothing
        may be left out.
        """
        self.beginResetModel()
        self._facts = seen.facts
        self._only = only
        self._words = seen.words
        wanted = set(Outcome) if only is None else {only}
        if only is None and not with_same:
            wanted.discard(Outcome.SAME)
        self._rows = tuple(
            row
            for row in seen.plan.rows
            if row.outcome in wanted
            and (row.problems or not with_problems)
            and sheet in {"", row.sheet}
        )
        self._several = len(seen.sheets) > 1
        self.endResetModel()

    def clear(self) -> None:
        """Show no rows."""
        self.beginResetModel()
        self._rows, self._words, self._facts = (), None, {}
        self.endResetModel()

    def row(self, index: Index) -> PlannedRow | None:
        """Return the row at `index`."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, row: PlannedRow) -> QModelIndex:
        """Return where the row of the same place stands, invalid where it is not shown."""
        for number, other in enumerate(self._rows):
            if other.row_number == row.row_number and other.sheet == row.sheet:
                return self.index(number, 0)
        return QModelIndex()

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._titles)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts[index.column()](row)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == WHAT:
            return self._what(row)
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == OUTCOME:
            return colour(SHADES[row.outcome])
        return row if role == ROW_ROLE else None

    def _place(self, row: PlannedRow) -> str:
        return f"{row.sheet} · {row.row_number}" if self._several else str(row.row_number)

    def _what(self, row: PlannedRow) -> str:
        told, what = row_words(row), "" if self._words is None else self._words.of(*_at(row))
        if what:
            return f"{what}   {told}".rstrip()
        if told or row.outcome is not Outcome.NEW:
            return told
        many = self.tr("{count} facts about her")
        return counted(self._facts.get(row.client_id, 0), self.tr("1 fact about her"), many)


def _at(row: PlannedRow) -> tuple[str, int]:
    return row.sheet, row.row_number


def _name(row: PlannedRow) -> str:
    return row.name or "—"


def _outcome(row: PlannedRow) -> str:
    return outcome_word(row.outcome)
