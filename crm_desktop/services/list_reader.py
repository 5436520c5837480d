"""Lists out of files: what kind each is, its rows, its columns, its pages to hand back."""

import hashlib
import pathlib
from collections.abc import Iterator
from dataclasses import replace

from crm_desktop.clock import Clock
from crm_desktop.domain.errors import NotOurWorkbook
from crm_desktop.domain.import_plan import ListKind
from crm_desktop.domain.importing import Progress
from crm_desktop.domain.reading_rules import AS_IT_STANDS, ReadingRules
from crm_desktop.excel.error_workbook import Page
from crm_desktop.excel.own_list import read_own_list
from crm_desktop.excel.reading import open_workbook
from crm_desktop.excel.returned import is_ours, read_returned
from crm_desktop.excel.synonyms import load_synonyms
from crm_desktop.excel.workbook import Workbook
from crm_desktop.services.import_columns import ListColumn, columns_of
from crm_desktop.services.import_sheets import headed, sheets_read
from crm_desktop.services.phone_cards import holds_cards, read_card_file
from crm_desktop.services.read_list import ReadList


class ListReader:
    """Reads lists of every kind; knows nothing of the book."""

    def __init__(self, synonyms: pathlib.Path, clock: Clock) -> None:
        self._synonyms = load_synonyms(synonyms)
        self._clock = clock

    def read(
        self,
        path: pathlib.Path,
        password: str | None = None,
        rules: ReadingRules = AS_IT_STANDS,
        progress: Progress | None = None,
        kind: ListKind | None = None,
    ) -> ReadList:
        """Read the list at `path`; its kind is found where it is not said.

        Raises:
            WorkbookError: it cannot be read, wants a password, or lists no clients.
            NotOurWorkbook: it was said to be ours, and is not.
            Cancelled: `progress` said so.
        """
        if holds_cards(path):
            return self._read_cards(path, progress)
        workbook = open_workbook(path, password=password, tick=progress)
        read = self._read(workbook, rules, progress, kind or _kind_of(workbook))
        return replace(read, path=path, digest=_digest(path))

    def read_again(
        self,
        read: ReadList,
        rules: ReadingRules,
        progress: Progress | None = None,
        kind: ListKind | None = None,
    ) -> ReadList:
        """Read the same workbook, understood by `rules`, as another `kind` where one is said."""
        again = self._read(read.workbook, rules, progress, kind or read.kind)
        return replace(again, path=read.path, digest=read.digest, file_at=read.file_at)

    def columns(self, read: ReadList) -> tuple[ListColumn, ...]:
        """Return every column of the sheets that are read, with samples of what stands in it."""
        if read.is_cards or read.returned is not None:
            return ()
        pages = tuple(headed(read.workbook, self._synonyms))
        return columns_of(pages, read.sheets, read.suggestions)

    def pages(self, read: ReadList) -> Iterator[Page]:
        """Yield the sheets that were read, with their headings."""
        if read.is_cards:
            for sheet in read.workbook.sheets:
                yield Page(sheet=sheet, headings=read.headings)
        else:
            for sheet, header in headed(read.workbook, self._synonyms):
                yield Page(sheet=sheet, headings=header.headings)

    def _read_cards(self, path: pathlib.Path, progress: Progress | None) -> ReadList:
        found = read_card_file(path, today=self._clock.now().date(), tick=progress)
        return ReadList(
            file=found.workbook.name,
            workbook=found.workbook,
            rows=found.rows,
            skipped=0,
            sheets=(),
            kind=ListKind.CONTACTS,
            path=path,
            digest=_digest(path),
            headings=found.headings,
        )

    def _read(
        self, workbook: Workbook, rules: ReadingRules, progress: Progress | None, kind: ListKind
    ) -> ReadList:
        if kind is ListKind.ROUNDTRIP:
            return self._read_ours(workbook, rules, progress)
        today = self._clock.now().date()
        found = read_own_list(
            workbook, self._synonyms, today=today, chosen=rules.columns, tick=progress
        )
        return ReadList(
            file=workbook.name,
            workbook=workbook,
            rows=found.rows,
            skipped=len(found.skipped),
            sheets=sheets_read(workbook, found, self._synonyms),
            kind=kind,
            suggestions=tuple(one for sheet in found.sheets for one in sheet.suggestions),
            rules=rules,
        )

    def _read_ours(
        self, workbook: Workbook, rules: ReadingRules, progress: Progress | None
    ) -> ReadList:
        returned = read_returned(workbook, today=self._clock.now().date(), tick=progress)
        if not returned.sheets:
            raise NotOurWorkbook(workbook.name)
        return ReadList(
            file=workbook.name,
            workbook=workbook,
            rows=(),
            skipped=sum(sheet.skipped for sheet in returned.sheets),
            sheets=(),
            kind=ListKind.ROUNDTRIP,
            rules=rules,
            file_at=returned.exported_at,
            returned=returned,
        )


def _kind_of(workbook: Workbook) -> ListKind:
    return ListKind.ROUNDTRIP if is_ours(workbook) else ListKind.OWN_LIST


def _digest(path: pathlib.Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "blake2b").hexdigest()[:32]
