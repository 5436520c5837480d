"""Lists out of files: what kind each is, its rows, its columns, its pages to hand back."""

import datetime as dt
import hashlib
import pathlib
from collections.abc import Callable, Iterator
from dataclasses import replace

from crm_desktop.clock import Clock
from crm_desktop.domain.errors import NoKnownColumns, NotOurWorkbook, NotTakenApart
from crm_desktop.domain.import_plan import ListKind, SheetRead
from crm_desktop.domain.importing import Progress
from crm_desktop.domain.profiles import Profile
from crm_desktop.domain.reading_rules import AS_IT_STANDS, ReadingRules
from crm_desktop.excel.clinic_export import (
    clinic_sheets,
    is_clinic,
    read_clinic_export,
    report_of,
)
from crm_desktop.excel.consolidation_layout import is_consolidated
from crm_desktop.excel.error_workbook import Page
from crm_desktop.excel.headers import Header
from crm_desktop.excel.own_list import own_sheets, read_own_list
from crm_desktop.excel.packed_rows import PackedRows
from crm_desktop.excel.reading import open_workbook, reasons_of
from crm_desktop.excel.returned import is_ours, read_returned
from crm_desktop.excel.returned_pages import returned_pages
from crm_desktop.excel.synonyms import load_synonyms
from crm_desktop.excel.workbook import Sheet, Workbook
from crm_desktop.services.import_columns import ListColumn, columns_of
from crm_desktop.services.import_sheets import (
    ListSheet,
    explained,
    headed,
    sheets_offered,
    sheets_read,
    with_guesses,
)
from crm_desktop.services.phone_cards import holds_cards, read_card_file
from crm_desktop.services.read_list import ReadList

Known = Callable[[Workbook], Profile | None]
"""Says by which profile a workbook is read, None for none."""


class ListReader:
    """Reads lists of every kind; knows nothing of the book."""

    def __init__(self, synonyms: pathlib.Path, clock: Clock) -> None:
        self._synonyms = load_synonyms(synonyms)
        self._clock = clock

    def read(  # noqa: PLR0913, PLR0917 - as `Imports.read`, and what it knows
        self,
        path: pathlib.Path,
        password: str | None = None,
        rules: ReadingRules = AS_IT_STANDS,
        progress: Progress | None = None,
        kind: ListKind | None = None,
        known: Known | None = None,
        *,
        guess: bool = False,
    ) -> ReadList:
        """Read the list at `path`; its kind is found where it is not said.

        Where no `rules` are said, those `known` has for such a workbook of such a kind are taken.
        With `guess` one without a known heading is no error: its columns can be explained.

        Raises:
            WorkbookError: it cannot be read, wants a password, or lists no clients.
            NotTakenApart: it is the manager's, of several consultants.
            NotOurWorkbook: it was said to be ours, and is not.
            Cancelled: `progress` said so.
        """
        if holds_cards(path):
            return self._read_cards(path, progress)
        workbook = open_workbook(path, password=password, tick=progress, keep=PackedRows)
        if is_consolidated(workbook):
            raise NotTakenApart(workbook.name)
        profile = known(workbook) if known is not None and rules is AS_IT_STANDS else None
        if profile is not None and kind not in {None, profile.kind}:
            profile = None
        if profile is not None:
            rules, kind = profile.rules, profile.kind
        kind = kind or self._kind_of(workbook)
        read = self._read_or_guess(workbook, rules, progress, kind, guess=guess)
        name = "" if profile is None else profile.name
        at = self._written_at(path) if read.kind is ListKind.CLINIC else read.file_at
        return replace(read, path=path, digest=_digest(path), profile=name, file_at=at)

    def read_again(
        self,
        read: ReadList,
        rules: ReadingRules,
        progress: Progress | None = None,
        kind: ListKind | None = None,
        *,
        guess: bool = False,
    ) -> ReadList:
        """Read the same workbook, understood by `rules`, as another `kind` where one is said."""
        kind = kind or read.kind
        again = self._read_or_guess(read.workbook, rules, progress, kind, guess=guess)
        profile = read.profile if rules == read.rules else ""
        return replace(
            again, path=read.path, digest=read.digest, file_at=read.file_at, profile=profile
        )

    def columns(self, read: ReadList) -> tuple[ListColumn, ...]:
        """Return every column of the sheets that are read, with samples of what stands in it."""
        if read.is_cards or read.returned is not None:
            return ()
        return columns_of(self._headed(read), read.sheets, read.suggestions)

    @staticmethod
    def sheets(read: ReadList) -> tuple[ListSheet, ...]:
        """Return the sheets with a table in them, read or not, and what each lists."""
        if read.is_cards or read.returned is not None:
            return ()
        return sheets_offered(read.workbook, read.sheets)

    def pages(self, read: ReadList) -> Iterator[Page]:
        """Yield the sheets that were read, with their headings."""
        if read.is_cards:
            for sheet in read.workbook.sheets:
                yield Page(sheet=sheet, headings=read.headings)
        elif read.returned is not None:
            yield from returned_pages(read.workbook, read.returned)
        else:
            for sheet, header in self._headed(read):
                yield Page(sheet=sheet, headings=header.headings)

    def _written_at(self, path: pathlib.Path) -> dt.datetime:
        """Return when an export was written: it does not say itself when it was made."""
        with reasons_of(path.name):
            return dt.datetime.fromtimestamp(path.stat().st_mtime, self._clock.now().tzinfo)

    def _headed(self, read: ReadList) -> tuple[tuple[Sheet, Header], ...]:
        if read.kind is ListKind.CLINIC:
            sheets = clinic_sheets(read.workbook, self._synonyms, read.rules)
            found = {each.sheet.name: each.header for each in sheets}
        else:
            known = self._synonyms.knowing(read.rules.columns)
            found = {sheet.name: header for sheet, header in headed(read.workbook, known)}
        return tuple(explained(read.workbook, found, read.sheets))

    def _kind_of(self, workbook: Workbook) -> ListKind:
        if is_ours(workbook):
            return ListKind.ROUNDTRIP
        return ListKind.CLINIC if is_clinic(workbook, self._synonyms) else ListKind.OWN_LIST

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

    def _read_or_guess(
        self,
        workbook: Workbook,
        rules: ReadingRules,
        progress: Progress | None,
        kind: ListKind,
        *,
        guess: bool,
    ) -> ReadList:
        try:
            return self._read(workbook, rules, progress, kind)
        except NoKnownColumns:
            rules = with_guesses(workbook, rules) if guess else rules
            if not (guess and rules.sheets):
                raise
        try:
            return self._read(workbook, rules, progress, kind)
        except NoKnownColumns:
            return self._guessed(workbook, rules, kind)

    def _guessed(self, workbook: Workbook, rules: ReadingRules, kind: ListKind) -> ReadList:
        """Return a list without rows: none of its sheets says enough yet."""
        if kind is ListKind.CLINIC:
            told = clinic_sheets(workbook, self._synonyms, rules)
            found = {each.sheet.name: report_of(each) for each in told}
            sheets = tuple(
                found.get(each.name, SheetRead(name=each.name, header_row=None, mapping={}))
                for each in workbook.sheets
            )
        else:
            known = self._synonyms.knowing(rules.columns)
            reports = (each.report for each in own_sheets(workbook, known, rules))
            sheets = sheets_read(workbook, reports, known)
        return ReadList(
            file=workbook.name,
            workbook=workbook,
            rows=(),
            skipped=0,
            sheets=sheets,
            kind=kind,
            rules=rules,
            is_guessed=True,
        )

    def _read(
        self, workbook: Workbook, rules: ReadingRules, progress: Progress | None, kind: ListKind
    ) -> ReadList:
        if kind is ListKind.ROUNDTRIP:
            return self._read_ours(workbook, rules, progress)
        if kind is ListKind.CLINIC:
            return self._read_clinic(workbook, rules, progress)
        today = self._clock.now().date()
        synonyms = self._synonyms.knowing(rules.columns)
        found = read_own_list(
            workbook,
            synonyms,
            today=today,
            rules=rules,
            tick=progress,
        )
        return ReadList(
            file=workbook.name,
            workbook=workbook,
            rows=found.rows,
            skipped=len(found.skipped),
            sheets=sheets_read(workbook, found.sheets, synonyms),
            kind=kind,
            suggestions=tuple(one for sheet in found.sheets for one in sheet.suggestions),
            rules=rules,
        )

    def _read_clinic(
        self, workbook: Workbook, rules: ReadingRules, progress: Progress | None
    ) -> ReadList:
        today = self._clock.now().date()
        found = read_clinic_export(
            workbook, self._synonyms, today=today, rules=rules, tick=progress
        )
        return ReadList(
            file=workbook.name,
            workbook=workbook,
            rows=tuple(found.rows),
            skipped=len(found.skipped),
            sheets=tuple(found.sheets),
            kind=ListKind.CLINIC,
            suggestions=tuple(found.suggestions),
            rules=rules,
            bills=tuple(found.bills),
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


def _digest(path: pathlib.Path) -> str:
    with reasons_of(path.name), path.open("rb") as file:
        return hashlib.file_digest(file, "blake2b").hexdigest()[:32]
