"""The clients page: search, filters, the list, and what stands there while it is empty."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from crm_desktop.clock import today
from crm_desktop.domain.records import Change
from crm_desktop.services.client_list import ClientLine, Cursor, ListQuery, Sort
from crm_desktop.services.clients import Clients
from crm_desktop.ui.clients.filters import Filters
from crm_desktop.ui.clients.model import ClientsModel
from crm_desktop.ui.clients.search import SearchField
from crm_desktop.ui.clients.table import ClientTable
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Latest
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.buttons import button, primary
from crm_desktop.ui.widgets.empty import EmptyState
from crm_desktop.ui.widgets.heading import PageHeading
from crm_desktop.ui.widgets.layouts import page_margins

_AT_ONCE: Final = 100
_FOUND_AT_MOST: Final = 200
_FEW: Final = 50
_SEARCH_WIDTH: Final = 430


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """Some lines, and whether more stand below; `after` is where the list goes on."""

    lines: tuple[ClientLine, ...]
    has_more: bool = False
    after: Cursor | None = None


class ClientsPage(QWidget):
    """Every client, a page of the list at a time."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clients: Clients = desk.book.clients
        self._after: Cursor | None = None
        self._is_stale = True
        self._reading = Latest(desk.jobs, self)
        self._counting = Latest(desk.jobs, self)
        self._counts: Callable[[], int] = int
        self._painted = QTimer(self, singleShot=True, interval=0)
        self.model = ClientsModel(today(desk.clock), self)
        self.table = ClientTable(self.model, desk.remembered)
        self.search = SearchField()
        self.search.setFixedWidth(_SEARCH_WIDTH)
        self.filters = Filters(desk.remembered)
        self._new = primary(self.tr("New client"), Icon.PLUS)
        self._heading = PageHeading(self.tr("Clients"), self.search, self._new)
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    def arrive(self) -> None:
        """Bring the list up to date where something changed, or a new day began."""
        if self._is_stale or self.model.today != today(self._desk.clock):
            self.reload()
        self.table.setFocus()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def reload(self) -> None:
        """Read the list anew from its start; who was selected stays selected."""
        self._is_stale = False
        now, query = today(self._desk.clock), self.filters.query
        work: Callable[[], _Read]
        first = self.table.screenful
        self.table.show_order(query)
        self.filters.setEnabled(not self.search.typed)
        if self.search.typed:
            work = partial(_found_first, self._clients, self.search.typed, first, now)
            counts = partial(self._clients.count_found, self.search.typed, _FOUND_AT_MOST)
        else:
            limit = max(first, min(len(self.model.lines), 10 * _AT_ONCE))
            work = partial(_listed, self._clients, query, limit, now)
            counts = partial(self._clients.count, query)
        self._counting.forget()
        self._painted.stop()
        self._reading.run(work, partial(self._on_read, counts, now))

    def _build(self) -> None:
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty_book())
        self._stack.addWidget(self._nothing_found())
        whole = QVBoxLayout(self)
        page_margins(whole)
        whole.setSpacing(SPACE_S + 2)
        whole.addWidget(self._heading)
        whole.addWidget(self.filters)
        whole.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._new.clicked.connect(self._on_new)
        self.search.asked.connect(self.reload)
        self.search.left_down.connect(self._on_down)
        self.search.chosen.connect(self._on_chosen)
        self.filters.changed.connect(self._on_filtered)
        self.model.more_wanted.connect(self._on_more)
        self.table.client_wanted.connect(self._desk.routes.client_wanted)
        self.table.sort_wanted.connect(self._on_sort)
        self._desk.edits.changed.connect(self._on_changed)
        self._painted.timeout.connect(self._on_painted)

    def _empty_book(self) -> EmptyState:
        bring = primary(self.tr("Import a list"), Icon.SPREADSHEET)
        add = button(self.tr("New client"), None, Icon.PLUS)
        bring.clicked.connect(self._on_import)
        add.clicked.connect(self._on_new)
        return EmptyState(
            Icon.USERS,
            self.tr("No client yet"),
            self.tr("Import the list you have, as Excel or CSV, or add the first client by hand."),
            bring,
            add,
        )

    def _nothing_found(self) -> EmptyState:
        clear = button(self.tr("Show everyone"))
        clear.clicked.connect(self._on_clear)
        return EmptyState(
            Icon.SEARCH,
            self.tr("Nobody found"),
            self.tr(
                "A name, its pinyin or initials, the end of a phone number, "
                "WeChat, a tag or a family member finds a client."
            ),
            clear,
        )

    def _on_read(self, counts: Callable[[], int], now: dt.date, read: _Read) -> None:
        chosen = self.table.chosen
        self._after = read.after
        self.model.show(read.lines, now, has_more=read.has_more)
        self._stack.setCurrentIndex(0 if read.lines else self._empty_place())
        if chosen is not None and self.model.row_of(chosen) is not None and not self.search.typed:
            self.table.choose(chosen)
        else:
            self.table.scrollToTop()
            self.table.choose(None)
        # What can wait until the lines are painted waits: work beside it would slow it down.
        self._counts = counts
        self._painted.start()

    def _on_painted(self) -> None:
        """Count, and read on, so that the lines are there before she scrolls to them."""
        self._counting.run(self._counts, self._on_counted)
        if not self.search.typed:
            self.model.fetchMore(QModelIndex())

    def _empty_place(self) -> int:
        return 2 if self.search.typed or self.filters.is_narrowed else 1

    def _on_counted(self, count: int) -> None:
        words = self.tr("{count} found") if self.search.typed else self.tr("{count} clients")
        self._heading.set_detail(words.format(count=f"{count:,}"))

    def _on_more(self) -> None:
        """Read what stands below what is shown; another list forgets about it."""
        work: Callable[[], _Read]
        if self.search.typed:
            work = partial(_found, self._clients, self.search.typed, self.model.today)
        else:
            query, now = self.filters.query, self.model.today
            work = partial(_listed, self._clients, query, _AT_ONCE, now, self._after)
        self._reading.run(work, self._on_more_read)

    def _on_more_read(self, read: _Read) -> None:
        self._after = read.after
        self.model.append(read.lines, has_more=read.has_more)

    def _on_filtered(self) -> None:
        self.model.show((), self.model.today, has_more=False)
        self.reload()

    def _on_sort(self, sort: str) -> None:
        query = self.filters.query
        turned = None if query.sort != sort else not query.descending
        self.filters.sort_by(Sort(sort), descending=turned)

    def _on_changed(self, change: Change) -> None:
        if not self.isVisible():
            self._is_stale = True
        elif not change.client_ids or len(change.client_ids) > _FEW:
            self.reload()
        else:
            ids = tuple(change.client_ids)
            work = partial(self._clients.lines, ids, today=today(self._desk.clock))
            self._desk.jobs.run(self, work, partial(self._on_lines, change.client_ids))

    def _on_lines(self, ids: frozenset[int], lines: tuple[ClientLine, ...]) -> None:
        """Change rows where they stand, so that nothing jumps; read anew what came or went."""
        known = {id_ for id_ in ids if self.model.row_of(id_) is not None}
        fit = [line for line in lines if self.search.typed or _fits(line, self.filters.query)]
        if {line.id for line in fit} != known:
            self.reload()
            return
        for line in fit:
            self.model.replace(line)

    def _on_down(self) -> None:
        self.table.setFocus()

    def _on_chosen(self) -> None:
        if self.model.lines:
            self.table.open_current()

    def _on_clear(self) -> None:
        self.search.clear()
        self.filters.clear()

    def _on_import(self) -> None:
        self._desk.routes.page_wanted.emit("exchange")

    def _on_new(self) -> None:
        self._desk.routes.new_client_wanted.emit()


def _found_first(clients: Clients, typed: str, first: int, now: dt.date) -> _Read:
    """Return the first clients found; archived ones stand last of all, so they wait."""
    hits = clients.search(typed, first)
    if len(hits) < first:
        return _Read(lines=clients.lines([hit.id for hit in hits], today=now))
    ids = [hit.id for hit in hits if not hit.is_archived]
    if not ids:
        return _found(clients, typed, now)
    return _Read(lines=clients.lines(ids, today=now), has_more=True)


def _found(clients: Clients, typed: str, now: dt.date) -> _Read:
    hits = clients.search(typed, _FOUND_AT_MOST)
    return _Read(lines=clients.lines([hit.id for hit in hits], today=now))


def _listed(
    clients: Clients, query: ListQuery, limit: int, now: dt.date, after: Cursor | None = None
) -> _Read:
    read = clients.page(query, after, limit, today=now)
    return _Read(lines=read.lines, after=read.after, has_more=read.after is not None)


def _fits(line: ClientLine, query: ListQuery) -> bool:
    return (
        line.is_archived == query.archived
        and (not query.tiers or line.tier in query.tiers)
        and (line.is_big or not query.big_only)
    )
