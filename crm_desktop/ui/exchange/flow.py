"""ImportFlow: one import from the file to the undo; every step a job, every answer a signal."""

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from crm_desktop.domain.drafts import BillField, Field
from crm_desktop.domain.errors import Cancelled, CrmError, PlanOutdated, WorkbookProtected
from crm_desktop.domain.import_plan import Accept, ListKind, Options, PlannedRow
from crm_desktop.domain.import_questions import Answers
from crm_desktop.domain.profiles import Profile
from crm_desktop.domain.reading_rules import AS_IT_STANDS, ReadingRules
from crm_desktop.domain.records import Change
from crm_desktop.domain.sheet_lists import Lists
from crm_desktop.services.import_report import ImportReport
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.exchange import import_work
from crm_desktop.ui.exchange.column_choices import as_chosen, with_field
from crm_desktop.ui.exchange.import_work import Opened, Shown
from crm_desktop.ui.jobs import Job, Lane

if TYPE_CHECKING:
    # They load what reads workbooks; the jobs do that beside the screen.
    from crm_desktop.services.import_columns import ListColumn
    from crm_desktop.services.import_sheets import ListSheet
    from crm_desktop.services.imports import ReadList
    from crm_desktop.ui.exchange.overview import Overview


_OF_COLUMNS: Final = frozenset({ListKind.OWN_LIST, ListKind.CLINIC})


class Doing(StrEnum):
    """What slow work is under way."""

    READING = "reading"
    COMPARING = "comparing"
    WRITING = "writing"


class ImportFlow(QObject):
    """Knows the list that is being taken in, and nothing of widgets.

    Attributes:
        sheets: the sheets (`ListSheet`) that may be taken in, and what each lists.

    Signals:
        doing: a `Doing` has begun.
        advanced: how much of it is done, of how much.
        password_wanted: the workbook is protected; whether a wrong password was given.
        columns_known: the columns (`ListColumn`), at first and after each choice.
        planned: the `Overview` of a plan, and whether it was made anew because the book moved on.
        applied: the `ImportReport` of what was written.
        undone: what was written has been taken back.
        overtaken: something else was changed after it; one undo no longer takes it back.
        errors_saved: where the rows with problems were written, and how many they are.
        failed: the `CrmError` that ended a step; nothing was written.
        stopped: the person cancelled; nothing was written.
    """

    doing = Signal(object)
    advanced = Signal(int, int)
    password_wanted = Signal(bool)
    columns_known = Signal(object)
    planned = Signal(object, bool)
    applied = Signal(object)
    undone = Signal()
    overtaken = Signal()
    errors_saved = Signal(object, int)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._doing = Doing.READING
        self._path = Path()
        self._first: ReadList | None = None
        self._read: ReadList | None = None
        self._columns: tuple[ListColumn, ...] = ()
        self.sheets: tuple[ListSheet, ...] = ()
        self._kind = ListKind.OWN_LIST
        self._rules = AS_IT_STANDS
        self._known = ("", AS_IT_STANDS)
        self._options: Options | None = None
        self._seen: Overview | None = None
        self._undo_id: int | None = None
        self._moved = False
        self._is_written = False
        desk.edits.changed.connect(self._on_changed)

    @property
    def file(self) -> str:
        """The name of the file, without its folder."""
        return self._path.name

    @property
    def read(self) -> "ReadList | None":
        """The list as it was read first, None while there is none."""
        return self._first

    @property
    def rules(self) -> ReadingRules:
        """How the list is read now, with what was chosen for its columns."""
        return self._rules

    @property
    def has_list(self) -> bool:
        """Whether a list was read and can be compared."""
        return self._first is not None

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._job is not None

    @property
    def asks_columns(self) -> bool:
        """Whether its columns are asked about; contacts and our own workbook say it themselves."""
        return self._first is not None and self._first.kind in _OF_COLUMNS

    @property
    def is_cards(self) -> bool:
        """Whether the list is the contacts of a phone."""
        return self._first is not None and self._first.is_cards

    def open(self, path: Path, password: str | None = None) -> None:
        """Read the workbook at `path`."""
        self.forget()
        self._path = path
        work = partial(import_work.opened, self._desk.book, path, password)
        self._run(Doing.READING, work, self._on_opened)

    def unlock(self, password: str) -> None:
        """Read the same workbook with its password."""
        self.open(self._path, password)

    def again(self) -> None:
        """Read the same workbook once more, as after it was closed in Excel."""
        self.open(self._path)

    def take_as(self, kind: ListKind) -> None:
        """Take the same file for a list of another kind."""
        if self._first is not None:
            self._options = None
            work = partial(import_work.taken_as, self._desk.book, self._first, kind)
            self._run(Doing.READING, work, self._on_opened)

    def take_plain(self) -> None:
        """Read the list as it stands, not as the known list it was taken for."""
        if self._first is not None:
            self.take_as(self._first.kind)

    def take_profile(self, profile: Profile) -> None:
        """Read the list as a known one."""
        if self._first is not None:
            self._options = None
            work = partial(import_work.read_by, self._desk.book, self._first, profile)
            self._run(Doing.READING, work, self._on_opened)

    def remember(self, name: str, rules: ReadingRules) -> None:
        """Take the list for the known one of this name from now on, kept with these rules."""
        self._known = (name, rules)
        self.take_rules(rules)

    def take_rules(self, rules: ReadingRules) -> None:
        """Read the list by other rules from now on; it is compared when she asks for it."""
        self._rules = rules
        self.columns_known.emit(self.columns())

    def choose(self, heading: str, field: Field | BillField | None, sheet: str = "") -> None:
        """Read a column as `field` from now on, None for not at all."""
        bills = self._bill_sheets()
        self.take_rules(with_field(self._columns, self._rules, bills, heading, field, sheet))

    def say_sheet(self, sheet: str, lists: Lists) -> None:
        """Take a sheet for one that lists something else; one of bills makes it a clinic's."""
        if self._first is not None:
            self._options = None
            said = partial(import_work.sheet_said, self._desk.book, self._first, self._rules)
            shown = Shown(columns=self._columns, sheets=self.sheets, kind=self._kind)
            self._run(Doing.READING, partial(said, shown, sheet, lists), self._on_said)

    def columns(self) -> "tuple[ListColumn, ...]":
        """Return the columns with what was chosen for them."""
        return as_chosen(self._columns, self._rules, self._bill_sheets())

    def compare(self) -> None:
        """Compare the list, its columns as chosen, with the book."""
        if self._first is None:
            return
        self._moved = False
        self._options = self._options_by_rules(self._first)
        name = self._known[0] if self._known[1] == self._rules else ""
        first = replace(self._first, profile=name)
        work = partial(import_work.compared, self._desk.book, first, self._rules, self._options, ())
        self._run(Doing.COMPARING, work, self._on_compared)

    def mark_big(self, *, big: bool) -> None:
        """Mark the people of the list as big clients, or not."""
        self._take(mark_big=big)

    def known_only(self, *, known: bool) -> None:
        """Pass over whoever is not in the book yet, or not."""
        self._take(known_only=known)

    def accept(self, side: Accept) -> None:
        """Let one side win every difference that is not decided by itself."""
        self._take(accept=side)

    def decide(self, row: PlannedRow, field: str, side: Accept) -> None:
        """Let one side win in one field of one row."""
        if self._options is not None:
            place = (row.sheet, row.row_number, field)
            self._take(decided={**self._options.decided, place: side})

    def answer(self, row: PlannedRow, client_id: int) -> None:
        """Say who a row is about, 0 for somebody new."""
        if self._options is not None:
            place = (row.sheet, row.row_number)
            self._take(who={**self._options.who, place: client_id})

    def answers(self, answers: Answers) -> None:
        """Take all that was decided so far, of differences and of who a row is about."""
        self._take(decided=answers.decided, who=answers.who)

    def apply(self) -> None:
        """Write exactly the plan that was shown."""
        if self._seen is not None:
            work = partial(import_work.applied, self._desk.book, self._seen.plan)
            self._run(Doing.WRITING, work, self._on_applied, Lane.DATABASE)

    def save_errors(self, path: Path, heading: str) -> None:
        """Write the rows with something wrong to a workbook for her to mend."""
        if self._read is not None and self._seen is not None:
            plan = self._seen.plan
            work = partial(
                import_work.errors_saved, self._desk.book, self._read, plan, path, heading
            )
            done = partial(self.errors_saved.emit, path)
            self._desk.jobs.run(self, work, done, lane=Lane.FILES)

    def undo(self) -> None:
        """Take back what was written."""
        if self._undo_id is not None:
            self._desk.edits.undo()

    def cancel(self) -> None:
        """Stop what is under way; writing may still come to its end, which is told then."""
        if self._job is None:
            return
        if self._doing is Doing.WRITING:
            self._job.cancel()
        else:
            self._desk.jobs.drop(self._job)
            self._job = None
            self.stopped.emit()

    def forget(self) -> None:
        """Let go of the list: it is personal and large."""
        if self._job is not None:
            self._desk.jobs.drop(self._job)
        plan = None if self._seen is None else self._seen.plan
        self._let_go([self._first, self._read, plan])
        self._job = self._first = self._read = self._options = self._seen = self._undo_id = None
        self._columns, self.sheets = (), ()
        self._rules = AS_IT_STANDS
        self._known = ("", AS_IT_STANDS)
        self._is_written = False

    def _let_go(self, held: list[object]) -> None:
        """Let what is not wanted any more die beside the screen."""
        if any(one is not None for one in held):
            self._desk.jobs.run(self, partial(import_work.let_go, held), _nothing)

    def _options_by_rules(self, first: "ReadList") -> Options:
        """Return how the list is taken by the rules of now, the rest as it was said before."""
        fresh = self._desk.book.imports.options_for(replace(first, rules=self._rules))
        if self._options is None:
            return fresh
        return replace(
            self._options,
            card_source=fresh.card_source,
            clinic_owned=fresh.clinic_owned,
            clears_blanks=fresh.clears_blanks,
        )

    def _take(self, **said: object) -> None:
        """Plan anew with other options, beside the screen and without leaving the preview."""
        if self._options is not None:
            self._options = replace(self._options, **said)  # type: ignore[arg-type] # names of Options, each with its own type
            self._plan_again()

    def _plan_again(self) -> None:
        if self._read is None or self._options is None:
            return
        if self._job is not None:
            self._desk.jobs.drop(self._job)
        asked = () if self._seen is None else self._seen.questions
        rules = self._read.rules
        work = partial(
            import_work.compared, self._desk.book, self._read, rules, self._options, asked
        )
        self._job = self._desk.jobs.run(
            self, work, self._on_compared, failed=self._on_failed, progress=self.advanced.emit
        )

    def _run(
        self,
        doing: Doing,
        work: Callable[..., object],
        done: Callable[..., None],
        lane: Lane = Lane.FILES,
    ) -> None:
        if self._job is not None:
            self._desk.jobs.drop(self._job)
        self._doing = doing
        self.doing.emit(doing)
        self._job = self._desk.jobs.run(
            self, work, done, failed=self._on_failed, lane=lane, progress=self.advanced.emit
        )

    def _on_opened(self, opened: Opened) -> None:
        self._take_opened(opened)
        self._kind = opened.read.kind
        self._known = (opened.read.profile, self._rules)
        if not self.asks_columns:
            self.compare()
            return
        self.columns_known.emit(self.columns())

    def _on_said(self, opened: Opened) -> None:
        self._take_opened(opened)
        self.columns_known.emit(self.columns())

    def _take_opened(self, opened: Opened) -> None:
        self._job = None
        self._first, self._columns, self.sheets = opened.read, opened.columns, opened.sheets
        self._rules = self._first.rules

    def _bill_sheets(self) -> set[str]:
        return {sheet.name for sheet in self.sheets if sheet.lists is Lists.BILLS}

    def _on_compared(self, compared: "tuple[ReadList, Overview]") -> None:
        self._job = None
        before = self._seen
        self._read, self._seen = compared
        moved, self._moved = self._moved, False
        self.planned.emit(self._seen, moved)
        if before is not None:
            self._let_go([before.plan])

    def _on_applied(self, applied: tuple[ImportReport, Change]) -> None:
        self._job = None
        report, change = applied
        self._is_written = True
        self._desk.edits.done(change)
        self._undo_id = report.undo_id
        self.applied.emit(report)

    def _on_failed(self, error: CrmError) -> None:
        self._job = None
        if isinstance(error, PlanOutdated):
            self._moved = True
            self._plan_again()
        elif isinstance(error, WorkbookProtected):
            self.password_wanted.emit(error.wrong)
        elif isinstance(error, Cancelled):
            self.stopped.emit()
        else:
            self.failed.emit(error)

    def _on_changed(self, change: Change) -> None:
        if self._undo_id is not None:
            self._look_at(change)
        elif self._seen and not self._is_written and self._job is None and change.client_ids:
            self._moved = True
            self._plan_again()

    def _look_at(self, change: Change) -> None:
        """Notice what happens after the list was taken in."""
        if change.id == self._undo_id:
            self._undo_id = None
            self.undone.emit()
        else:
            self._undo_id = None
            self.overtaken.emit()


def _nothing(_done: None) -> None:
    """Nobody waits for it."""
