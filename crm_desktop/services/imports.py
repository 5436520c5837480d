"""Lists in: read, planned, exactly that plan applied as one change, the bad rows handed back."""

import pathlib
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import Final

from crm_desktop.clock import Clock
from crm_desktop.collector import collector_resting
from crm_desktop.database import Database
from crm_desktop.domain.drafts import CellProblem
from crm_desktop.domain.errors import ListKept, PlanOutdated, ProfileUnfit
from crm_desktop.domain.foreign import ALWAYS_ASKED
from crm_desktop.domain.import_plan import Accept, ImportPlan, ListKind, Options
from crm_desktop.domain.importing import Progress
from crm_desktop.domain.profiles import Profile
from crm_desktop.domain.reading_rules import AS_IT_STANDS, BlankRule, ReadingRules
from crm_desktop.domain.records import Change
from crm_desktop.domain.tombstones import NOBODY
from crm_desktop.excel.error_workbook import NOTHING_CARRIED, error_workbook
from crm_desktop.excel.mapping import Suggestion
from crm_desktop.excel.returned import is_ours
from crm_desktop.excel.returned_pages import carried_from
from crm_desktop.excel.workbook import Workbook
from crm_desktop.services.import_book import owner_of
from crm_desktop.services.import_clinic import plan_clinic
from crm_desktop.services.import_columns import ListColumn
from crm_desktop.services.import_list import BuriedOf, plan_list
from crm_desktop.services.import_log import cautions_for, known_at, note_run
from crm_desktop.services.import_progress import in_turn
from crm_desktop.services.import_report import ImportReport, report_of
from crm_desktop.services.import_returned import plan_returned
from crm_desktop.services.import_sheets import ListSheet
from crm_desktop.services.import_summary import summary_of, year_facts
from crm_desktop.services.import_writing import write_plan
from crm_desktop.services.journal import Journal
from crm_desktop.services.list_reader import ListReader
from crm_desktop.services.phone_cards import in_columns
from crm_desktop.services.profiles import Profiles, profiles_for
from crm_desktop.services.read_list import ReadList
from crm_desktop.services.unfinished_file import unfinished

__all__ = ["ImportReport", "Imports", "ListColumn", "ReadList", "Suggestion", "report_of"]

ACTIONS: Final = {
    ListKind.OWN_LIST: "import.own_list",
    ListKind.CONTACTS: "import.own_list",
    ListKind.CLINIC: "import.clinic",
    ListKind.ROUNDTRIP: "import.roundtrip",
}
_PLANNERS: Final = {ListKind.ROUNDTRIP: plan_returned, ListKind.CLINIC: plan_clinic}
_PER_CLIENT: Final = 8
"""Bringing lists and search in step for a client takes about as long as writing so many facts."""


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
        buried: BuriedOf = lambda _session: NOBODY,
    ) -> None:
        self._database = database
        self._journal = journal
        self._back_up = back_up
        self._reader = ListReader(synonyms, clock)
        self._clock = clock
        self._buried = buried
        self._profiles = Profiles(database, journal)

    def read(  # noqa: PLR0913 - all that may be said of a file
        self,
        path: pathlib.Path,
        password: str | None = None,
        rules: ReadingRules = AS_IT_STANDS,
        progress: Progress | None = None,
        kind: ListKind | None = None,
        *,
        profile: str = "",
        guess: bool = False,
    ) -> ReadList:
        """Read the list, or the contacts, at `path`; what kind it is is found unless said.

        Where no `rules` are said, a list she has a profile for is read by it; `profile` names
        one that is to be taken in any case. With `guess` the sheets of a list in which nobody
        is found by its headings are taken for such of clients; while still no column says who
        they are it comes without rows, its columns to be explained.

        Raises:
            ProfileUnknown: there is no profile of this name.
            ProfileUnfit: it is for another kind of list.
            WorkbookError: it cannot be read, wants a password, or lists no clients.
            Cancelled: `progress` said so.
        """
        named = self._profiles.named(profile) if profile else None
        known = self._profile_for if named is None else (lambda _workbook: named)
        read = self._reader.read(path, password, rules, progress, kind, known, guess=guess)
        if profile and read.profile != profile:
            raise ProfileUnfit(path.name, profile)
        return read

    def profiles_like(self, read: ReadList) -> tuple[Profile, ...]:
        """Return the profiles to be offered for a list that is read by none.

        Several where it fits each exactly: two clinics may use the same system.
        """
        if read.profile or read.is_cards or is_ours(read.workbook):
            return ()
        with self._database.read() as session:
            exact, like = profiles_for(session, read.workbook)
        return exact if exact or like is None else (like,)

    def read_by(
        self, read: ReadList, profile: Profile, progress: Progress | None = None
    ) -> ReadList:
        """Read the same workbook as a profile has it."""
        again = self.read_again(read, profile.rules, progress, profile.kind)
        return replace(again, profile=profile.name)

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
        return self._reader.read_again(read, rules, progress, kind, guess=guess)

    def columns(self, read: ReadList) -> tuple[ListColumn, ...]:
        """Return every column of the sheets that are read, with samples of what stands in it."""
        return self._reader.columns(read)

    def sheets(self, read: ReadList) -> tuple[ListSheet, ...]:
        """Return the sheets she may take in or pass over, and what each is taken to list."""
        return self._reader.sheets(read)

    def options_for(
        self,
        read: ReadList,
        *,
        mark_big: bool | None = None,
        known_only: bool = False,
        accept: Accept = Accept.MINE,
    ) -> Options:
        """Return how a list is taken unless she says otherwise.

        The people of her own list are big clients, those of a phone or a clinic are not.
        """
        is_hers = read.kind is ListKind.OWN_LIST
        return Options(
            source=read.file,
            now=self._clock.now(),
            mark_big=is_hers if mark_big is None else mark_big,
            known_only=known_only,
            accept=accept,
            kind=read.kind,
            card_source=read.rules.card_source,
            clinic_owned=read.rules.clinic_owned - ALWAYS_ASKED,
            clears_blanks=read.rules.blank is BlankRule.CLEARS,
        )

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

        `options` says everything (single decisions too) and goes before the others.
        """
        said = options or self.options_for(
            read, mark_big=mark_big, known_only=known_only, accept=accept
        )
        return self._plan(read, said, progress or _no_progress)

    def plan_again(self, made: ImportPlan, progress: Progress | None = None) -> ImportPlan:
        """Return the plan of the same list, taken the same way, for the book as it is now."""
        assert isinstance(made.source, ReadList)  # noqa: S101 - every plan of ours has one
        return self._plan(made.source, made.options, progress or _no_progress)

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
        look(0, 1)
        made = self._current(made, look)
        action, subject = ACTIONS[made.options.kind], made.options.source
        if made.writes_nothing and not made.bases:
            nothing = Change(id=0, action=action, subject=subject)
            return report_of(made, applied=True), nothing
        if not made.writes_nothing:
            self._back_up()
        opened = self._journal.change(action, subject=subject, progress=index)
        with collector_resting(), opened as work:
            write(0, facts)
            if self._database.changes != made.as_of:
                raise PlanOutdated
            before = year_facts(work.session, made)
            write_plan(work.session, made, write)
            beat = partial(write, facts, facts)
            summary = summary_of(made, before, year_facts(work.session, made), beat)
            beat()
            read = made.source if isinstance(made.source, ReadList) else None
            run_id = note_run(work.session, work.change.id, read, made, summary)
        change = work.change
        report = report_of(made, applied=True, undo_id=change.id or None)
        return replace(report, summary=summary, run_id=run_id), change

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
        pages = tuple(self._reader.pages(read))
        problems = in_columns(made.problems) if read.is_cards else made.problems
        carried = NOTHING_CARRIED if read.returned is None else carried_from(read.workbook)
        data, rows = error_workbook(
            pages, problems, heading=heading, explain=explain, carried=carried
        )
        with unfinished(path) as file:
            file.write(data)
            file.finish()
        return rows

    def _profile_for(self, workbook: Workbook) -> Profile | None:
        """Return the one profile that fits; our own workbook is known by what it says itself."""
        if is_ours(workbook):
            return None
        with self._database.read() as session:
            exact, _ = profiles_for(session, workbook)
        return exact[0] if len(exact) == 1 else None

    def _plan(self, read: ReadList, options: Options, progress: Progress) -> ImportPlan:
        """Return the plan against one unmoving state of the book."""
        as_of = self._database.changes
        with collector_resting(), self._database.read() as session:
            planned = _PLANNERS.get(read.kind, plan_list)
            made = planned(session, read, options, self._buried, progress)
            found = (*made.cautions, *cautions_for(session, read, made.counterpart))
            known = known_at(session, read.digest)
        cautions = tuple(dict.fromkeys(found))
        made = replace(made, profile=read.profile, cautions=cautions, known_at=known)
        return replace(made, source=read, as_of=as_of)

    def _current(self, made: ImportPlan, progress: Progress) -> ImportPlan:
        """Return the plan for the book as it is now, if that is still the same plan."""
        if self._database.changes == made.as_of:
            return made
        fresh = self.plan_again(made, progress)
        if replace(fresh, as_of=made.as_of) != made:
            raise PlanOutdated
        return fresh


def _owners(made: ImportPlan) -> set[int]:
    """Return the clients a plan writes anything about."""
    return {owner_of(fact) for fact in chain(made.new, made.changed, made.removed)}


def _no_progress(_done: int, _total: int) -> None:
    """Nobody watches."""
