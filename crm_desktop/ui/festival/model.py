"""The lines of a festival as a list: narrowed by what was done and by tier, thousands at once."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from crm_desktop.domain.records import FestivalOutcome, Tier
from crm_desktop.services.festivals import FestivalLine
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.text.discretion import discreet_name
from crm_desktop.ui.text.festivals import outcome_words
from crm_desktop.ui.text.occasions import called, unaware_line

LINE_ROLE: Final = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


class Shown(StrEnum):
    """Which clients of the list are shown."""

    LEFT = "left"
    DONE = "done"
    ALL = "all"


class BigOnly(StrEnum):
    """The big clients, whatever their tier."""

    BIG = "big"


Group = Tier | BigOnly | None
"""A tier, the big clients, or everybody (None)."""


class FestivalModel(QAbstractListModel):
    """Holds every line and shows those that pass the two filters."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._every: tuple[FestivalLine, ...] = ()
        self._lines: list[FestivalLine] = []
        self._shown = Shown.LEFT
        self._group: Group = None

    @property
    def lines(self) -> Sequence[FestivalLine]:
        """The lines that are shown."""
        return self._lines

    def fill(self, lines: Iterable[FestivalLine]) -> None:
        """Show other lines by the filters that stand."""
        self._every = tuple(lines)
        self._narrow()

    def show_only(self, shown: Shown, group: Group) -> None:
        """Show other clients of the same list."""
        self._shown, self._group = shown, group
        self._narrow()

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return discreet_name(line.called)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(spoken(line))
        if role == Qt.ItemDataRole.ToolTipRole:
            return red_words(line) or None
        return None

    def _narrow(self) -> None:
        self.beginResetModel()
        self._lines = [line for line in self._every if self._passes(line)]
        self.endResetModel()

    def _passes(self, line: FestivalLine) -> bool:
        if self._shown is not Shown.ALL and (line.outcome is None) is (self._shown is Shown.DONE):
            return False
        if isinstance(self._group, BigOnly):
            return line.big
        return self._group is None or line.tier is self._group


def red_words(line: FestivalLine) -> str:
    """Return who around her must not know, "" where nobody."""
    return unaware_line([called(person) for person in line.unaware]) if line.unaware else ""


def spoken(line: FestivalLine) -> list[str]:
    """Return what a line says, for whoever hears it."""
    done = outcome_words(line.outcome) if isinstance(line.outcome, FestivalOutcome) else ""
    tier = choice(line.tier) if line.tier else ""
    return [words for words in (discreet_name(line.called), tier, red_words(line), done) if words]
