"""ListKeeper: brings tabs and filters together, and keeps her lists in the book."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from crm_desktop.domain.list_query import ListQuery
from crm_desktop.domain.records import Change
from crm_desktop.services.client_list import ListValues
from crm_desktop.services.smart_lists import SavedList
from crm_desktop.ui.clients import kept
from crm_desktop.ui.clients.filters import Filters
from crm_desktop.ui.clients.lists import ListTabs, Tab
from crm_desktop.ui.clients.name_dialog import NameDialog
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.jobs import Lane, Latest

_OF_VALUES = frozenset({"tag", "client", "completed_project", "potential_project", "smart_list"})
"""Tables whose change may bring other lists, or other things to narrow by."""


class ListKeeper(QObject):
    """Goes to a list, saves, renames, orders and deletes hers.

    Signals:
        changed: another `ListQuery` is to be shown.
        values_known: the `ListValues` of the book were read.
        newer_found: a list asks for what only a newer version knows.
    """

    changed = Signal(object)
    values_known = Signal(object)
    newer_found = Signal()

    def __init__(self, desk: Desk, tabs: ListTabs, filters: Filters) -> None:
        super().__init__(filters)
        self._desk = desk
        self._tabs = tabs
        self._filters = filters
        self._lists = desk.book.smart_lists
        self._reading = Latest(desk.jobs, self)
        self._valuing = Latest(desk.jobs, self)
        self._is_first = True
        self._opens_newest = False
        tabs.open(kept.remembered_list(desk.remembered))
        filters.show_kept(tabs.current.query)
        self._connect()

    def read(self) -> None:
        """Read her lists, and what there is to narrow by."""
        self._reading.run(self._lists.all, self._on_lists)
        self._valuing.run(self._lists.values, self._on_values)

    def after(self, change: Change) -> None:
        """Read again what a change may have touched."""
        if change.tables & _OF_VALUES or not change.tables:
            self.read()

    def _connect(self) -> None:
        self._tabs.chosen.connect(self._on_chosen)
        self._tabs.rename_wanted.connect(self._on_rename)
        self._tabs.replace_wanted.connect(self._on_replace)
        self._tabs.delete_wanted.connect(self._on_delete)
        self._tabs.order_wanted.connect(self._on_order)
        self._filters.changed.connect(self._on_filtered)
        self._filters.save_wanted.connect(self._on_save)

    def _on_lists(self, saved: Sequence[SavedList]) -> None:
        before = self._tabs.current.code
        self._tabs.show_saved(saved)
        is_there = self._tabs.open(self._to_open(saved, before))
        self._filters.show_kept(self._tabs.current.query)
        if self._is_first and is_there:
            self._take_up(self._tabs.current)
        elif self._opens_newest or not is_there:
            self._on_chosen(self._tabs.current)
        self._is_first = self._opens_newest = False

    def _to_open(self, saved: Sequence[SavedList], before: str) -> str:
        """Return the code of the list to stand open, now that hers are read."""
        if self._is_first:
            return kept.remembered_list(self._desk.remembered)
        newest = max(saved, key=_id, default=None)
        return f"list-{newest.id}" if newest and self._opens_newest else before

    def _take_up(self, tab: Tab) -> None:
        """Go on with her list as it is in the book, unless it was narrowed otherwise then."""
        if tab.saved and kept.wordless(tab.query) == kept.wordless(self._filters.query):
            self._show(tab)

    def _on_values(self, values: ListValues) -> None:
        self._filters.values = values
        self.values_known.emit(values)

    def _on_chosen(self, tab: Tab) -> None:
        kept.remember_list(self._desk.remembered, tab.code)
        self._show(tab)

    def _show(self, tab: Tab) -> None:
        query = tab.query
        if tab.saved is None:
            now = self._filters.query
            query = _ordered_as(tab.query, now)
        elif tab.saved.unknown:
            self.newer_found.emit()
        self._filters.show_query(query)
        self._filters.show_kept(query)
        self._on_filtered(query)

    def _on_filtered(self, query: ListQuery) -> None:
        kept.remember_query(self._desk.remembered, query)
        self.changed.emit(query)

    def _on_save(self) -> None:
        dialog = NameDialog(
            self.tr("Save as a list"),
            self.tr("Save"),
            self._filters.window(),
            hint=self.tr("It stands over the table and always shows who fits now."),
        )
        dialog.named.connect(self._on_named)
        dialog.open()

    def _on_named(self, name: str) -> None:
        self._write(partial(self._lists.save, name, self._filters.query), opens_last=True)

    def _on_rename(self, saved: SavedList) -> None:
        dialog = NameDialog(
            self.tr("Rename the list"), self.tr("Save"), self._filters.window(), value=saved.name
        )
        dialog.named.connect(partial(self._on_renamed, saved.id))
        dialog.open()

    def _on_renamed(self, list_id: int, name: str) -> None:
        self._write(partial(self._lists.rename, list_id, name))

    def _on_replace(self, saved: SavedList) -> None:
        self._write(partial(self._lists.replace, saved.id, self._filters.query))

    def _on_delete(self, saved: SavedList) -> None:
        self._write(partial(self._lists.delete, saved.id))

    def _on_order(self, ids: list[int]) -> None:
        self._write(partial(self._lists.order, ids))

    def _write(self, work: Callable[[], Change], *, opens_last: bool = False) -> None:
        done = partial(self._on_written, opens_last=opens_last)
        self._desk.jobs.run(self, work, done, lane=Lane.DATABASE)

    def _on_written(self, change: Change, *, opens_last: bool) -> None:
        self._opens_newest = opens_last
        self._desk.edits.done(change)
        self.read()


def _id(saved: SavedList) -> int:
    return saved.id


def _ordered_as(query: ListQuery, now: ListQuery) -> ListQuery:
    """Return the filters of one query in the order of another."""
    return replace(query, sort=now.sort, descending=now.descending)
