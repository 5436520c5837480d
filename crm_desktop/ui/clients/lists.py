"""Lists: the tabs over the table, those of the app first, then hers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QTabBar, QWidget
from typing_extensions import override

from crm_desktop.domain.list_query import ListQuery
from crm_desktop.domain.traits import Missing, Standing
from crm_desktop.services.smart_lists import SavedList

_HALF_A_YEAR = 182
_WIDEST = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """One list: `code` is what is remembered, `saved` is hers, None for one of the app's."""

    code: str
    name: str
    query: ListQuery
    saved: SavedList | None = None


class ListTabs(QTabBar):
    """The lists; arrows go from one to the next, F2 renames hers, Delete takes it away.

    Signals:
        chosen: a `Tab` she went to.
        rename_wanted: the `SavedList` to get another name.
        replace_wanted: the `SavedList` to show from now on what is shown now.
        delete_wanted: the `SavedList` to be kept no more.
        order_wanted: the ids of her lists in their new order.
    """

    chosen = Signal(object)
    rename_wanted = Signal(object)
    replace_wanted = Signal(object)
    delete_wanted = Signal(object)
    order_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Lists"))
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setMovable(True)
        self._tabs: list[Tab] = []
        self.show_saved(())
        self.currentChanged.connect(self._on_current)
        self.tabMoved.connect(self._on_moved)

    @property
    def current(self) -> Tab:
        """The list that stands open."""
        return self._tabs[max(self.currentIndex(), 0)]

    def show_saved(self, saved: Sequence[SavedList]) -> None:
        """Show her lists behind those of the app; who stands open stays open."""
        code = self.current.code if self._tabs else ""
        self._tabs = [*self._own(), *map(_tab, saved)]
        with QSignalBlocker(self):
            while self.count():
                self.removeTab(0)
            for tab in self._tabs:
                self.setTabToolTip(self.addTab(tab.name.replace("&", "&&")), tab.name)
        self.open(code)

    def open(self, code: str) -> bool:
        """Open the list of this code without telling; return whether there is one."""
        codes = [tab.code for tab in self._tabs]
        with QSignalBlocker(self):
            self.setCurrentIndex(codes.index(code) if code in codes else 0)
        return code in codes

    def _own(self) -> list[Tab]:
        everyone = ListQuery()
        return [
            Tab(code="all", name=self.tr("All"), query=everyone),
            Tab(code="big", name=self.tr("Big clients"), query=replace(everyone, big_only=True)),
            Tab(
                code="no-birthday",
                name=self.tr("No birthday known"),
                query=replace(everyone, missing=frozenset({Missing.BIRTHDAY})),
            ),
            Tab(
                code="long-away",
                name=self.tr("Half a year away"),
                query=replace(everyone, not_visited_for=_HALF_A_YEAR),
            ),
            Tab(
                code="sessions",
                name=self.tr("Sessions left"),
                query=replace(everyone, standing=frozenset({Standing.SESSIONS_LEFT})),
            ),
        ]

    def _on_current(self) -> None:
        self.chosen.emit(self.current)

    def _on_moved(self, left: int, right: int) -> None:
        """Keep the new order of hers; the app's own stand where they stand."""
        tabs = list(self._tabs)
        tabs.insert(right, tabs.pop(left))
        own = len(tabs) - len([tab for tab in tabs if tab.saved])
        self._tabs = tabs
        if all(tab.saved is None for tab in tabs[:own]):
            self.order_wanted.emit([tab.saved.id for tab in tabs if tab.saved])
        else:
            self.show_saved([tab.saved for tab in tabs if tab.saved])

    def _shift(self, index: int, by: int) -> None:
        self.moveTab(index, index + by)

    def menu_of(self, index: int) -> QMenu | None:
        """Return what can be done with one of hers, None for one of the app's."""
        saved = self._tabs[index].saved
        if saved is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        deeds: list[tuple[str, Callable[[], object], bool]] = [
            (self.tr("Rename…"), partial(self.rename_wanted.emit, saved), True),
            (self.tr("Keep what is shown now"), partial(self.replace_wanted.emit, saved), True),
            (self.tr("Move left"), partial(self._shift, index, -1), self._is_hers(index - 1)),
            (self.tr("Move right"), partial(self._shift, index, 1), self._is_hers(index + 1)),
            (self.tr("Delete the list"), partial(self.delete_wanted.emit, saved), True),
        ]
        for words, act, is_possible in deeds:
            action = menu.addAction(words)
            action.setEnabled(is_possible)
            action.triggered.connect(act)
        return menu

    def _is_hers(self, index: int) -> bool:
        return 0 <= index < len(self._tabs) and self._tabs[index].saved is not None

    @override
    def tabSizeHint(self, index: int) -> QSize:
        return super().tabSizeHint(index).boundedTo(QSize(_WIDEST, 1000))

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.tabAt(event.pos()) if by_mouse else self.currentIndex()
        menu = self.menu_of(index) if index >= 0 else None
        if menu is not None:
            below = self.mapToGlobal(self.tabRect(index).bottomLeft() + QPoint(0, 1))
            menu.popup(event.globalPos() if by_mouse else below)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        saved = self.current.saved
        if saved is not None and event.key() == Qt.Key.Key_F2:
            self.rename_wanted.emit(saved)
        elif saved is not None and event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit(saved)
        else:
            super().keyPressEvent(event)


def _tab(saved: SavedList) -> Tab:
    return Tab(code=f"list-{saved.id}", name=saved.name, query=saved.query, saved=saved)
