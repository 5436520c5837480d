"""Our own workbook, built in memory client by client; never a temporary file."""

import functools
import io
import itertools
from collections.abc import Callable, Collection, Iterator
from typing import Any, Final

import xlsxwriter
from typing_extensions import Buffer, override

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.exporting import CutText, Progress
from crm_desktop.domain.short_id import short_id
from crm_desktop.excel import words
from crm_desktop.excel.sheet_page import SheetPage
from crm_desktop.excel.styles import FONT, styles
from crm_desktop.excel.watched_sheet import WatchedSheet
from crm_desktop.excel.workbook_cover import SheetOrder, write_cover, write_lists, write_sync
from crm_desktop.excel.workbook_layout import COVER, LISTS, SYNC, chosen, comes_back

OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": FONT, "font_size": 10},
}
"""In memory, since XlsxWriter otherwise leaves the cells in clear temporary files."""

_ROWS_BETWEEN_REPORTS: Final = 200


class _WatchedFile(io.BytesIO):
    """The file while it is packed: tells each piece, so that packing can be stopped.

    Attributes:
        watch: called before each piece; may raise. None once it did, for the archive still
            closes itself.
    """

    def __init__(self) -> None:
        super().__init__()
        self.watch: Callable[[], None] | None = None

    @override
    def write(self, piece: Buffer, /) -> int:
        watch, self.watch = self.watch, None
        if watch is not None:
            watch()
        self.watch = watch
        return super().write(piece)


class OutgoingWorkbook:
    """A workbook being filled: `add` each client, then `finish` once."""

    def __init__(self, order: SheetOrder, columns: Collection[str] | None = None) -> None:
        self._order = order
        self._file = _WatchedFile()
        self._workbook: Any = xlsxwriter.Workbook(self._file, OPTIONS)
        self._workbook.use_zip64()
        self._look = styles(self._workbook)
        self._cover = self._workbook.add_worksheet(COVER)
        self._pages = [
            SheetPage(
                self._workbook.add_worksheet(sheet.title, WatchedSheet),
                sheet,
                picked,
                self._look,
                order,
            )
            for sheet, picked in chosen(order.recipient, columns)
        ]

    @property
    def rows(self) -> dict[str, int]:
        """Return how many rows each sheet has, by its title."""
        return {page.sheet.title: page.rows for page in self._pages}

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of every column that goes out."""
        return tuple(key for page in self._pages for key in page.keys)

    @property
    def cut(self) -> tuple[CutText, ...]:
        """Return the texts that no cell could hold whole."""
        return tuple(text for page in self._pages for text in page.cut)

    @property
    def said(self) -> Iterator[tuple[int, str, str]]:
        """Yield what every row that can come back said: the client, the part, its joined cells."""
        return itertools.chain.from_iterable([page.said for page in self._pages])

    def add(self, folder: ClientFolder) -> None:
        """Write the rows of one client into every sheet.

        Raises:
            SheetFull: A sheet has no row left.
        """
        client = folder.client
        short = short_id(client.id)
        for page in self._pages:
            for part, cells in page.sheet.rows(folder):
                page.add(short, client.uid, client.id, part, cells)

    def finish(self, progress: Progress) -> bytes:
        """Return the finished file; `progress` counts its rows and may raise `Cancelled`."""
        write_cover(self._cover, self._look, self._order, self.rows, self.keys)
        if comes_back(self._order.recipient):
            self._write_hidden()
        for page in self._pages:
            page.finish()
        self._watch(progress)
        self._cover.activate()
        try:
            self._workbook.close()
        finally:
            self._file.watch = None
        return self._file.getvalue()

    def _write_hidden(self) -> None:
        book = self._workbook
        used = {column.choices for page in self._pages for column in page.columns} | {"action"}
        lists = [name for name in words.CHOICES if name in used]
        write_lists(book, book.add_worksheet(LISTS), lists)
        columns = {
            page.sheet.title: ("short_id", "identity", *page.keys, "action") for page in self._pages
        }
        write_sync(book, book.add_worksheet(SYNC), self._order, columns)

    def _watch(self, progress: Progress) -> None:
        """Let every so many rows, and each piece packed, of the last step report."""
        total = sum(page.rows for page in self._pages)
        before = 0
        for page, sheet in zip(self._pages, self._workbook.worksheets()[1:], strict=False):
            sheet.watch = _row_counter(progress, before, total)
            before += page.rows
        self._file.watch = functools.partial(progress, total, total)


def _row_counter(progress: Progress, before: int, total: int) -> Callable[[int], None]:
    def watch(row: int) -> None:
        if row % _ROWS_BETWEEN_REPORTS == 0:
            progress(before + row, total)

    return watch
