"""The clients page: lists, search, filters, the table, and what stands there while it is empty."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from crm_desktop.clock import today
from crm_desktop.domain.list_query import Chosen, ListQuery, Sort
from crm_desktop.domain.records import Change
from crm_desktop.services.client_list import ClientLine, Cursor, ListValues
from crm_desktop.ui.clients import kept, reading
from crm_desktop.ui.clients.blanks import empty_book, nobody_fits, nothing_found
from crm_desktop.ui.clients.bulk_bar import BulkBar, DeedsMenu
from crm_desktop.ui.clients.columns_menu import ColumnsMenu
from crm_desktop.ui.clients.deeds import Deed, Deeds
from crm_desktop.ui.clients.filters import Filters
from crm_desktop.ui.clients.list_keeper import ListKeeper
from crm_desktop.ui.clients.lists import ListTabs
from crm_desktop.ui.clients.model import ClientsModel
from crm_desktop.ui.clients.reading import Read
from crm_desktop.ui.clients.search import SearchField
from crm_desktop.ui.clients.table import ClientTable
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Latest
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.buttons import IconButton, primary
from crm_desktop.ui.widgets.heading import PageHeading
from crm_desktop.ui.widgets.layouts import page_margins

_AT_ONCE: Final = 100
_KEPT_READ: Final = 5_000
_FEW: Final = 50
_SEARCH_WIDTH: Final = 400
_TABLE, _EMPTY_BOOK, _NOTHING_FOUND, _NOBODY_FITS = range(4)


class ClientsPage(QWidget):
    """Every client, a page of the list at a time."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clients = desk.book.clients
        self._after: Cursor | None = None
        self._is_stale = self._is_unlisted = True
        self._count = 0
        self._goal: int | None = None
        self._reading = Latest(desk.jobs, self)
        self._counting = Latest(desk.jobs, self)
        self._placing = Latest(desk.jobs, self)
        self._counts: Callable[[], int] = int
        self._painted = QTimer(self, singleShot=True, interval=0)
        self.model = ClientsModel(today(desk.clock), self)
        self.table = ClientTable(self.model, desk.remembered)
        self.search = SearchField()
        self.search.setFixedWidth(_SEARCH_WIDTH)
        self.filters = Filters(kept.remembered_query(desk.remembered), today(desk.clock))
        self.tabs = ListTabs()
        self.keeper = ListKeeper(desk, self.tabs, self.filters)
        self.bulk = BulkBar()
        self.deeds = Deeds(desk, self)
        self._new = primary(self.tr("New client"), Icon.PLUS)
        self._columns = IconButton(Icon.SLIDERS, self.tr("Columns"))
        self._more = IconButton(Icon.MORE, self.tr("More"))
        self._heading = PageHeading(
            self.tr("Clients"), self.search, self._new, self._columns, self._more
        )
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    @property
    def query(self) -> ListQuery:
        """What the list is of: the filters, and in them what is searched for."""
        query = self.filters.query
        return replace(query, text=self.search.typed) if query.is_narrowed else query

    def arrive(self) -> None:
        """Bring the list up to date where something changed, or a new day began."""
        if self._is_stale or self.model.today != today(self._desk.clock):
            self._is_unlisted = True
            self.reload()
        self.table.setFocus()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def reload(self) -> None:
        """Read the list anew; who was selected stays selected, and what is seen stays seen."""
        self._is_stale = False
        now, query = today(self._desk.clock), self.query
        self.filters.today = now
        work: Callable[[], Read]
        first = self.table.screenful
        self.table.header.show_order(query)
        if self._is_search:
            work = partial(reading.found_first, self._clients, self.search.typed, first, now)
            typed, most = self.search.typed, reading.FOUND_AT_MOST
            counts = partial(self._clients.count_found, typed, most)
        else:
            limit = max(first, min(len(self.model.lines), _KEPT_READ), self._goal or 0)
            work = partial(reading.listed, self._clients, query, limit, now)
            counts = partial(self._clients.count, query, today=now)
        self._counting.forget()
        self._painted.stop()
        self._reading.run(work, partial(self._on_read, counts))

    @property
    def _is_search(self) -> bool:
        """Whether what is typed is looked for in the whole book, the best answer first."""
        return bool(self.search.typed) and not self.filters.query.is_narrowed

    def _build(self) -> None:
        self._stack.addWidget(self.table)
        self._stack.addWidget(empty_book(self._on_import, self._on_new))
        self._stack.addWidget(nothing_found(self._on_clear))
        self._stack.addWidget(nobody_fits(self._on_clear))
        self.bulk.hide()
        whole = QVBoxLayout(self)
        page_margins(whole)
        whole.setSpacing(SPACE_S + 2)
        for widget in (self._heading, self.tabs, self.filters, self.bulk):
            whole.addWidget(widget)
        whole.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._new.clicked.connect(self._on_new)
        self._columns.clicked.connect(self._on_columns)
        self._more.clicked.connect(self._on_more_menu)
        self.search.asked.connect(self._on_typed)
        self.search.left_down.connect(self._on_down)
        self.search.chosen.connect(self._on_chosen)
        self.keeper.changed.connect(self._on_filtered)
        self.keeper.values_known.connect(self._on_values)
        self.keeper.newer_found.connect(self._on_newer)
        self.model.more_wanted.connect(self._on_more)
        self._connect_table()
        self._connect_bulk()
        self._desk.edits.changed.connect(self._on_changed)
        self._painted.timeout.connect(self._on_painted)

    def _connect_table(self) -> None:
        table = self.table
        table.client_wanted.connect(self._desk.routes.client_wanted)
        table.sort_wanted.connect(self._on_sort)
        table.end_wanted.connect(self._on_end)
        table.all_wanted.connect(self._on_all)
        table.letters_typed.connect(self._on_letters)
        table.menu_wanted.connect(self._on_menu)
        table.shelf_wanted.connect(self._on_shelf)
        table.marks.changed.connect(self._on_marks)
        table.header.customContextMenuRequested.connect(self._on_columns)

    def _connect_bulk(self) -> None:
        self.bulk.deed_wanted.connect(self._on_deed)
        self.bulk.all_wanted.connect(self._on_all)
        self.bulk.clear_wanted.connect(self.table.marks.clear)
        self.bulk.cancel_wanted.connect(self.deeds.cancel)
        self.deeds.began.connect(self._on_began)
        self.deeds.advanced.connect(self.bulk.advance)
        self.deeds.ended.connect(self._on_ended)

    # Reading

    def _on_read(self, counts: Callable[[], int], read: Read) -> None:
        chosen, place = self.table.chosen, self.table.verticalScrollBar().value()
        self._after = read.after
        self.model.show(read.lines, self.filters.today, has_more=read.has_more)
        self._stack.setCurrentIndex(_TABLE if read.lines else self._empty_place())
        if self._goal is not None:
            self.table.choose_row(self._goal)
            self._goal = None
        elif chosen is not None and self.model.row_of(chosen) is not None and not self._is_search:
            self.table.choose(chosen)
            self.table.verticalScrollBar().setValue(place)
        else:
            self.table.scrollToTop()
            self.table.choose(None)
        # What can wait until the lines are painted waits: work beside it would slow it down.
        self._counts = counts
        self._painted.start()

    def _on_painted(self) -> None:
        """Count, and read on, so that the lines are there before she scrolls to them."""
        self._counting.run(self._counts, self._on_counted)
        if not self._is_search:
            self.model.fetchMore(QModelIndex())
        if self._is_unlisted:
            self._is_unlisted = False
            self.keeper.read()

    def _empty_place(self) -> int:
        if self.search.typed:
            return _NOTHING_FOUND
        return _NOBODY_FITS if self.filters.query.is_narrowed else _EMPTY_BOOK

    def _on_counted(self, count: int) -> None:
        self._count = count
        words = self.tr("one client") if count == 1 else self.tr("{count} clients")
        if self.search.typed:
            words = self.tr("{count} found")
        self._heading.set_detail(words.format(count=f"{count:,}"))
        self._on_marks()

    def _on_more(self) -> None:
        self._read_on(_AT_ONCE, self._on_more_read)

    def _read_on(self, limit: int, done: Callable[[Read], None]) -> None:
        """Read what stands below what is shown; another list forgets about it."""
        work: Callable[[], Read]
        now = self.model.today
        if self._is_search:
            work = partial(reading.found, self._clients, self.search.typed, now)
        else:
            work = partial(reading.listed, self._clients, self.query, limit, now, self._after)
        self._reading.run(work, done)

    def _on_more_read(self, read: Read) -> None:
        self._after = read.after
        self.model.append(read.lines, has_more=read.has_more)

    def _on_end(self) -> None:
        """Go to the last row, after what was not read yet was read."""
        if self.model.has_more:
            self._read_on(_KEPT_READ, self._on_end_read)
        else:
            self.table.choose_row(len(self.model.lines))

    def _on_end_read(self, read: Read) -> None:
        self._on_more_read(read)
        self.table.choose_row(len(self.model.lines))

    def _on_typed(self) -> None:
        self.table.marks.clear()
        self.reload()

    def _on_filtered(self) -> None:
        self.table.marks.clear()
        self.model.show((), self.model.today, has_more=False)
        self.reload()

    def _on_sort(self, sort: str) -> None:
        query = self.filters.query
        turned = None if query.sort != sort else not query.descending
        self.filters.sort_by(Sort(sort), descending=turned)

    def _on_letters(self, letters: str) -> None:
        """Jump to the names that begin so; where the list is not by name, search instead."""
        if self.search.typed or self.query.sort is not Sort.NAME:
            self.search.setText(letters)
            self.search.setFocus()
            return
        work = partial(self._clients.place, self.query, letters, today=self.model.today)
        self._placing.run(work, self._on_placed)

    def _on_placed(self, row: int) -> None:
        if row < len(self.model.lines):
            self.table.choose_row(row)
        elif self.model.has_more:
            self._goal = row + self.table.screenful
            self.reload()

    # What changed

    def _on_changed(self, change: Change) -> None:
        if not self.isVisible():
            self._is_stale = True
            return
        if len(change.client_ids) > _FEW or not change.tables:
            self.reload()
        elif change.client_ids:
            ids = tuple(change.client_ids)
            query = None if self._is_search else self.query
            work = partial(self._clients.lines, ids, today=today(self._desk.clock), query=query)
            self._desk.jobs.run(self, work, partial(self._on_lines, change.client_ids))
        self.keeper.after(change)

    def _on_lines(self, ids: frozenset[int], lines: tuple[ClientLine, ...]) -> None:
        """Change rows where they stand, so that nothing jumps; read anew what came or went."""
        known = {id_ for id_ in ids if self.model.row_of(id_) is not None}
        if {line.id for line in lines} != known:
            self.reload()
            return
        for line in lines:
            self.model.replace(line)

    def _on_values(self, values: ListValues) -> None:
        self.deeds.tags, self.deeds.owners = values.tags, values.owners

    def _on_newer(self) -> None:
        text = self.tr(
            "This list was saved by a newer version of the app. "
            "What this version does not know of it is left out."
        )
        self._desk.ask.tell(self, self.tr("A newer list"), text)

    # Picking, and what is done with those picked

    def _on_marks(self) -> None:
        """Show the deeds in the place of the filters while somebody is picked."""
        marks = self.table.marks
        has_deeds = marks.any or self.deeds.is_busy
        if has_deeds:
            picked = marks.count(self._count)
            self.bulk.show_count(picked, self._count, in_archive=self.filters.query.archived)
        if has_deeds == self.bulk.isHidden():
            self.bulk.setVisible(has_deeds)
            self.filters.setVisible(not has_deeds)

    def _on_all(self) -> None:
        if self._is_search:
            self.table.marks.put(line.id for line in self.model.lines)
        else:
            self.table.marks.put_all()

    def _chosen(self) -> Chosen:
        marks, current = self.table.marks, self.table.chosen
        if marks.any or current is None:
            return marks.chosen(self.query)
        return Chosen(ids=frozenset({current}))

    def _on_deed(self, deed: Deed) -> None:
        self.deeds.do(deed, self._chosen())

    def _on_shelf(self) -> None:
        archived = self.filters.query.archived
        self._on_deed(Deed.UNARCHIVE if archived else Deed.ARCHIVE)

    def _on_menu(self, place: QPoint) -> None:
        menu = DeedsMenu(self._on_deed, self, in_archive=self.filters.query.archived)
        if not self.table.marks.any:
            menu.lead(self.tr("Open"), self.table.open_current)
        menu.popup(place)

    def _on_began(self, words: str) -> None:
        self.bulk.begin(words)
        self._on_marks()

    def _on_ended(self) -> None:
        self.bulk.end()
        self._on_marks()

    # Ways on

    def _on_columns(self) -> None:
        menu = ColumnsMenu(self.table.header, self)
        menu.popup(_below(self._columns))

    def _on_more_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        routes = self._desk.routes
        twice = menu.addAction(self.tr("Who is in the book twice?"))
        twice.triggered.connect(partial(routes.duplicates_wanted.emit, 0))
        menu.addAction(self.tr("Trash")).triggered.connect(routes.trash_wanted)
        menu.popup(_below(self._more))

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


def _below(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(QPoint(0, widget.height()))
