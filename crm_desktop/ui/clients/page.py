"""The clients page: search, filters, the list, and what stands there while it is empty."""

import datetime as dt
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from crm_desktop.clock import today
from crm_desktop.domain.records import Change
from crm_desktop.services.client_list import ClientLine, ClientPage, Cursor, ListQuery, Sort
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
        self.table.show_order(query)
        self.filters.setEnabled(not self.search.typed)
        if self.search.typed:
            work = partial(_found, self._clients, self.search.typed, now)
        else:
            limit = max(_AT_ONCE, min(len(self.model.lines), 10 * _AT_ONCE))
            work = partial(_listed, self._clients, query, limit, now)
        self._reading.run(work, partial(self._on_read, now))
        self._counting.run(partial(self._clients.count, query), self._on_counted)

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

    def _on_read(self, now: dt.date, read: ClientPage) -> None:
        chosen = self.table.chosen
        self._after = read.after
        self.model.show(read.lines, now, has_more=read.after is not None)
        self._stack.setCurrentIndex(0 if read.lines else self._empty_place())
        if chosen is not None and self.model.row_of(chosen) is not None and not self.search.typed:
            self.table.choose(chosen)
        else:
            self.table.scrollToTop()
            self.table.choose(None)

    def _empty_place(self) -> int:
        return 2 if self.search.typed or self.filters.is_narrowed else 1

    def _on_counted(self, count: int) -> None:
        self._heading.set_detail(
            self.tr("{count} clients").format(count=f"{count:,}")
            if not self.search.typed
            else self.tr("{count} found").format(count=len(self.model.lines))
        )

    def _on_more(self) -> None:
        if self._after is None or self.search.typed:
            return
        query, after = self.filters.query, self._after
        work = partial(self._clients.page, query, after, _AT_ONCE, today=self.model.today)
        self._desk.jobs.run(self, work, partial(self._on_more_read, query, after))

    def _on_more_read(self, query: ListQuery, after: Cursor, read: ClientPage) -> None:
        """Append, unless another list is shown by now."""
        if (query, after) != (self.filters.query, self._after) or self.search.typed:
            return
        self._after = read.after
        self.model.append(read.lines, has_more=read.after is not None)

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


def _found(clients: Clients, typed: str, now: dt.date) -> ClientPage:
    hits = clients.search(typed, _FOUND_AT_MOST)
    return ClientPage(lines=clients.lines([hit.id for hit in hits], today=now), after=None)


def _listed(clients: Clients, query: ListQuery, limit: int, now: dt.date) -> ClientPage:
    return clients.page(query, None, limit, today=now)


def _fits(line: ClientLine, query: ListQuery) -> bool:
    return (
        line.is_archived == query.archived
        and (query.tier is None or line.tier == query.tier)
        and (line.is_big or not query.big_only)
    )
