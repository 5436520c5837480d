"""Marks: which clients are picked for a deed, held as ids, or as *everybody but* these ids."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from crm_desktop.domain.list_query import Chosen, ListQuery


class Marks(QObject):
    """The picks of one list.

    Signals:
        changed: others are picked than before.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = False
        self._ids: set[int] = set()

    @property
    def any(self) -> bool:
        """Whether somebody is picked."""
        return self._all or bool(self._ids)

    def has(self, client_id: int) -> bool:
        """Return whether a client is picked."""
        return (client_id in self._ids) != self._all

    def count(self, in_list: int) -> int:
        """Return how many are picked, out of a list of so many."""
        return max(in_list - len(self._ids), 0) if self._all else len(self._ids)

    def toggle(self, client_id: int) -> None:
        """Pick a client, or let her go."""
        self._ids ^= {client_id}
        self.changed.emit()

    def put(self, client_ids: Iterable[int]) -> None:
        """Pick these too."""
        ids = set(client_ids)
        self._ids = self._ids - ids if self._all else self._ids | ids
        self.changed.emit()

    def put_all(self) -> None:
        """Pick everybody the list has, read or not."""
        self._all, self._ids = True, set()
        self.changed.emit()

    def clear(self) -> None:
        """Pick nobody."""
        if self.any:
            self._all, self._ids = False, set()
            self.changed.emit()

    def chosen(self, query: ListQuery) -> Chosen:
        """Return whom a deed is for, in the list of `query`."""
        return Chosen(ids=frozenset(self._ids), query=query if self._all else None)
