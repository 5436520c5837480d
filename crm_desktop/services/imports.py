"""Her own list in: read, plan, apply exactly that plan as one change, hand the bad rows back."""

import pathlib
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import text
from sqlalchemy.orm import Session

from crm_desktop.clock import Clock
from crm_desktop.collector import collector_resting
from crm_desktop.database import Database
from crm_desktop.domain.drafts import CellProblem, Field
from crm_desktop.domain.errors import ListKept, PlanOutdated
from crm_desktop.domain.import_plan import (
    KINDS,
    Accept,
    Fact,
    ImportPlan,
    Options,
    Row,
    SheetRead,
)
from crm_desktop.domain.importing import KnownBook, Progress, plan, with_origin
from crm_desktop.domain.placing import clients_near
from crm_desktop.domain.records import Change, Client, Person
from crm_desktop.domain.tombstones import NOBODY, Buried
from crm_desktop.excel.error_workbook import Page, error_workbook
from crm_desktop.excel.mapping import Suggestion
from crm_desktop.excel.own_list import read_own_list
from crm_desktop.excel.reading import open_workbook
from crm_desktop.excel.synonyms import load_synonyms
from crm_desktop.excel.workbook import Workbook
from crm_desktop.services.import_book import facts_of, free_id, known_identities, owner_of, trashed
from crm_desktop.services.import_columns import ListColumn, columns_of
from crm_desktop.services.import_progress import in_turn
from crm_desktop.services.import_report import ImportReport, report_of
from crm_desktop.services.import_sheets import headed, sheets_read
from crm_desktop.services.journal import Journal
from crm_desktop.services.phone_cards import holds_cards, in_columns, read_card_file
from crm_desktop.services.records import put, put_new
from crm_desktop.services.unfinished_file import unfinished

__all__ = ["ImportReport", "Imports", "ListColumn", "ReadList", "Suggestion", "report_of"]

ACTION: Final = "import.own_list"
_BATCH: Final = 1000
_PER_CLIENT: Final = 8
"""Bringing lists and search in step for a client takes about as long as writing so many facts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadList:
    """A list in memory, read and not compared with the book; her file is not touched again.

    `path` is where it was read, None where it came from memory; `headings` are those contacts
    of a phone are handed back under.
    """

    file: str
    workbook: Workbook
    rows: Sequence[Row]
    skipped: int
    sheets: tuple[SheetRead, ...]
    suggestions: tuple[Suggestion, ...] = ()
    path: pathlib.Path | None = None
    headings: tuple[str, ...] = ()

    @property
    def is_cards(self) -> bool:
        """Return whether these are contacts of a phone: nothing is asked about columns."""
        return bool(self.headings)


def _nobody(_session: Session) -> Buried:
    return NOBODY


class Imports:
    """Takes lists into one book."""

    def __init__(  # noqa: PLR0913 - what it works with, each handed in
        self,
        database: Database,
        journal: Journal,
        back_up: Callable[[], object],
        synonyms: pathlib.Path,
        clock: Clock,
        *,
        buried: Callable[[Session], Buried] = _nobody,
    ) -> None:
        self._database = database
        self._journal = journal
        self._back_up = back_up
        self._synonyms = load_synonyms(synonyms)
        self._clock = clock
        self._buried = buried

    def read(
        self,
        path: pathlib.Path,
        password: str | None = None,
        chosen: Mapping[str, Field | None] | None = None,
        progress: Progress | None = None,
    ) -> ReadList:
        """Read the list, or the contacts, at `path`.

        `chosen` (heading to field) goes before what is found.

        Raises:
            WorkbookError: it cannot be read, wants a password, or lists no clients.
            Cancelled: `progress` said so.
        """
        if holds_cards(path):
            return self._read_cards(path, progress)
        workbook = open_workbook(path, password=password, tick=progress)
        return replace(self._read(workbook, chosen, progress), path=path)

    def read_again(
        self,
        read: ReadList,
        chosen: Mapping[str, Field | None],
        progress: Progress | None = None,
    ) -> ReadList:
        """Read the same workbook, its columns understood as `chosen` says; None leaves one out."""
        return replace(self._read(read.workbook, chosen, progress), path=read.path)

    def columns(self, read: ReadList) -> tuple[ListColumn, ...]:
        """Return every column of the sheets that are read, with samples of what stands in it."""
        if read.is_cards:
            return ()
        pages = tuple(headed(read.workbook, self._synonyms))
        return columns_of(pages, read.sheets, read.suggestions)

    def plan(  # noqa: PLR0913 - how it is taken, each said by name
        self,
        read: ReadList,
        *,
        mark_big: bool | None = None,
        known_only: bool = False,
        accept: Accept = Accept.MINE,
        options: Options | None = None,
        progress: Progress | None = None,
    ) -> ImportPlan:
        """Return what taking the list in would do; nothing is written.

        `options` says everything (single decisions too) and goes before the two others. Where
        `mark_big` is not said, the people of her list are big clients, those of a phone are not.
        """
        options = options or Options(
            source=read.file,
            now=self._clock.now(),
            mark_big=not read.is_cards if mark_big is None else mark_big,
            known_only=known_only,
            accept=accept,
        )
        made = self._plan(read.rows, options, progress)
        return with_origin(made, read.sheets, read.skipped)

    def plan_again(self, made: ImportPlan, progress: Progress | None = None) -> ImportPlan:
        """Return the plan of the same rows, taken the same way, for the book as it is now."""
        fresh = self._plan(made.source_rows, made.options, progress)
        return with_origin(fresh, made.sheets, made.skipped)

    def apply(
        self, made: ImportPlan, progress: Progress | None = None
    ) -> tuple[ImportReport, Change]:
        """Write exactly what the plan says, after a backup, as one change.

        Raises:
            PlanOutdated: the book changed so that the plan would be another; nothing was
                written, `plan_again` has what it would be now.
            Cancelled: `progress` said so; nothing was written.
            CrmError: the backup failed; nothing was written.
        """
        facts, clients = len(made.new) + len(made.changed), len(_owners(made)) * _PER_CLIENT
        look, write, index = in_turn(progress or _no_progress, 0, facts, clients)
        made = self._current(made, look)
        if made.writes_nothing:
            nothing = Change(id=0, action=ACTION, subject=made.options.source)
            return report_of(made, applied=True), nothing
        self._back_up()
        opened = self._journal.change(ACTION, subject=made.options.source, progress=index)
        with collector_resting(), opened as work:
            if self._database.changes != made.as_of:
                raise PlanOutdated
            _write(work.session, made, write)
        change = work.change
        return report_of(made, applied=True, undo_id=change.id or None), change

    def write_errors(
        self,
        read: ReadList,
        made: ImportPlan,
        path: pathlib.Path,
        *,
        heading: str,
        explain: Callable[[CellProblem], str],
    ) -> int:
        """Write the rows with something wrong to a new workbook, and return how many.

        `heading` is the title of the last column, which holds what `explain` says.

        Raises:
            ListKept: `path` is her list.
            FolderNotWritable, DiskFull, WorkbookOpenElsewhere: nothing was written.
        """
        if read.path is not None and path.exists() and path.samefile(read.path):
            raise ListKept(path.name)
        pages = self._pages(read)
        problems = in_columns(made.problems) if read.is_cards else made.problems
        data, rows = error_workbook(pages, problems, heading=heading, explain=explain)
        with unfinished(path) as file:
            file.write(data)
            file.finish()
        return rows

    def _pages(self, read: ReadList) -> list[Page]:
        """Return the sheets that were read, with their headings."""
        if read.is_cards:
            return [Page(sheet=sheet, headings=read.headings) for sheet in read.workbook.sheets]
        return [
            Page(sheet=sheet, headings=header.headings)
            for sheet, header in headed(read.workbook, self._synonyms)
        ]

    def _read_cards(self, path: pathlib.Path, progress: Progress | None) -> ReadList:
        found = read_card_file(path, today=self._clock.now().date(), tick=progress)
        return ReadList(
            file=found.workbook.name,
            workbook=found.workbook,
            rows=found.rows,
            skipped=0,
            sheets=(),
            path=path,
            headings=found.headings,
        )

    def _read(
        self,
        workbook: Workbook,
        chosen: Mapping[str, Field | None] | None,
        progress: Progress | None,
    ) -> ReadList:
        today = self._clock.now().date()
        found = read_own_list(workbook, self._synonyms, today=today, chosen=chosen, tick=progress)
        return ReadList(
            file=workbook.name,
            workbook=workbook,
            rows=found.rows,
            skipped=len(found.skipped),
            sheets=sheets_read(workbook, found, self._synonyms),
            suggestions=tuple(one for sheet in found.sheets for one in sheet.suggestions),
        )

    def _plan(self, rows: Sequence[Row], options: Options, progress: Progress | None) -> ImportPlan:
        """Return the plan against one unmoving state of the book."""
        as_of = self._database.changes
        with collector_resting(), self._database.read() as session:
            known = known_identities(session)
            near = clients_near(rows, known, options)
            fetch, compare = in_turn(progress or _no_progress, len(near), len(rows))
            book = KnownBook(
                identities=known,
                facts=facts_of(session, near, fetch),
                first_client=free_id(session, Client),
                first_person=free_id(session, Person),
                trashed=trashed(session),
                buried=self._buried(session),
            )
            return replace(plan(rows, book, options, compare), as_of=as_of)

    def _current(self, made: ImportPlan, progress: Progress) -> ImportPlan:
        """Return the plan for the book as it is now, if that is still the same plan."""
        if self._database.changes == made.as_of:
            return made
        fresh = self.plan_again(made, progress)
        if replace(fresh, as_of=made.as_of) != made:
            raise PlanOutdated
        return fresh


def _write(session: Session, made: ImportPlan, progress: Progress) -> None:
    """Write the records of the plan by the batch; a new client gets her lasting identity here."""
    # A client may be referred by one further down the list.
    session.execute(text("PRAGMA defer_foreign_keys=ON"))
    total = len(made.new) + len(made.changed)
    done = 0
    for kind in KINDS:
        facts = [fact for fact in made.new if type(fact) is kind]
        for start in range(0, len(facts), _BATCH):
            progress(done, total)
            some = facts[start : start + _BATCH]
            put_new(session, kind, map(_identified, some))
            done += len(some)
    for fact in made.changed:
        if done % _BATCH == 0:
            progress(done, total)
        put(session, fact)
        done += 1
    progress(total, total)


def _owners(made: ImportPlan) -> set[int]:
    """Return the clients a plan writes anything about."""
    return {owner_of(fact) for fact in (*made.new, *made.changed)}


def _identified(fact: Fact) -> Fact:
    return replace(fact, uid=uuid.uuid4().hex) if isinstance(fact, Client) else fact


def _no_progress(_done: int, _total: int) -> None:
    """Nobody watches."""
