"""What taking in a clinic's export would do: its clients as any list, its bills to their files."""

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final

from crm_desktop.domain.base_facts import paid
from crm_desktop.domain.clinic_bills import Came, ClientBills
from crm_desktop.domain.clinic_cover import (
    GONE,
    Cover,
    gone_line,
    gone_lines,
    is_of_some,
    missing_of,
    without_mark,
)
from crm_desktop.domain.clinic_doubts import Before
from crm_desktop.domain.clinic_pairing import as_told
from crm_desktop.domain.clinic_people import People, people_of
from crm_desktop.domain.clinic_rows import BillRow
from crm_desktop.domain.counterparts import LINE, BaseRow, joined
from crm_desktop.domain.drafts import BillField, CellProblem, Field
from crm_desktop.domain.foreign import Cells, advanced, cells_of_draft
from crm_desktop.domain.import_plan import (
    Days,
    GoneLine,
    ImportPlan,
    Options,
    Outcome,
    PlannedRow,
    Row,
    is_open,
    outcome_of,
)
from crm_desktop.domain.importing import KnownBook, Progress, plan
from crm_desktop.domain.open_file import OpenFile
from crm_desktop.domain.placing import identity_of, row_problem
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.domain.records import Bill, CompletedProject, Deposit, Package, Visit

HERSELF: Final = "clinic"
"""The part of a base that is the client herself."""

_LINES_PER_NOTE: Final = 1000
_YES: Final = "1"


def line_part(bill_id: int) -> str:
    """Return the part of a base that is a line of a bill, by the number it has with us."""
    return f"{LINE}{bill_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicBook:
    """The book as a clinic's export meets it; `lines` is what was said of each line of ours.

    `lines` are also those of clients the list does not name, on the days it is whole on: those
    of `cover`. `newer` are the days newer lists than this one were whole on. `free` are the
    numbers of the next new records of each kind.
    """

    known: KnownBook
    lines: Mapping[int, Mapping[int, Cells]] = field(default_factory=dict)
    cover: Cover = field(default_factory=Cover)
    newer: Cover = field(default_factory=Cover)
    free: Mapping[type[object], int] = field(default_factory=dict)


def said_of_lines(bases: Mapping[tuple[int, str], Cells]) -> dict[int, dict[int, Cells]]:
    """Return what a clinic said of each line, by client and number of the line."""
    found: defaultdict[int, dict[int, Cells]] = defaultdict(dict)
    for (client_id, part), cells in bases.items():
        if part.startswith(LINE):
            found[client_id][int(part.removeprefix(LINE))] = cells
    return dict(found)


def plan_clinic_rows(  # noqa: PLR0913, PLR0917 - the two lists, the book, how, and who watches each stage
    rows: Sequence[Row],
    bills: Sequence[BillRow],
    book: ClinicBook,
    options: Options,
    comparing: Progress | None = None,
    booking: Progress | None = None,
) -> ImportPlan:
    """Return what the clients and the lines come to."""
    people = people_of(rows, bills, book.known.identities, options)
    planning = _Planning(rows, bills, people, book, options, booking)
    made = plan(people.rows, book.known, options, comparing, planning.go_on)
    return replace(made, gone=tuple(planning.gone), days=planning.days)


class _Planning:
    """The lines going into the files that are open once every person is known."""

    def __init__(  # noqa: PLR0913, PLR0917 - as `plan_clinic_rows` has them
        self,
        rows: Sequence[Row],
        bills: Sequence[BillRow],
        people: People,
        book: ClinicBook,
        options: Options,
        progress: Progress | None,
    ) -> None:
        self._rows = rows
        self._bills = bills
        self._people = people
        self._book = book
        self._options = options
        self._progress = progress
        kinds = (Visit, Bill, CompletedProject, Package, Deposit)
        self._numbers: dict[type[object], Iterator[int]] = {
            kind: itertools.count(book.free.get(kind, 1)) for kind in kinds
        }
        self._came: dict[int, Came] = {}
        self._cover = book.cover
        self._unread: set[int] = set()
        self._strangers: set[int] = set()
        self.gone: list[GoneLine] = []
        self.days: tuple[Days, ...] = ()

    def go_on(
        self, placed: Sequence[PlannedRow], files: Mapping[int, OpenFile]
    ) -> tuple[list[PlannedRow], list[BaseRow]]:
        """Return the rows of both lists, and what the clinic has from now on."""
        by_client = self._by_client(placed)
        absent = self._look_what_is_missing(by_client, placed)
        bases = [
            base
            for client_id, places in by_client.items()
            for base in self._book_lines(client_id, places, files)
        ]
        bases += self._gone_with_all(absent)
        clients = [
            self._checked(row, planned, files)
            for row, planned in zip(self._rows, placed, strict=False)
        ]
        lines = self._line_rows(placed)
        return [*clients, *lines], [*self._said_of_clients(placed), *bases]

    def _by_client(self, placed: Sequence[PlannedRow]) -> dict[int, list[int]]:
        """Return the places of the lines of each client, in the order of the file."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        today = self._options.now.date()
        for place, person in enumerate(self._people.of_line):
            client_id = None if person is None else placed[person].client_id
            if client_id is not None and not _is_ahead(self._bills[place], today):
                found[client_id].append(place)
        return dict(found)

    def _look_what_is_missing(
        self, by_client: Mapping[int, Sequence[int]], placed: Sequence[PlannedRow]
    ) -> list[int]:
        """Find out whether the list is whole; return who has lines, but none in the list."""
        if self._options.is_overtaken:
            self.days, self._cover = self._cover.days, Cover()
            strangers = by_client.keys() - self._book.lines.keys()
            count = len(by_client) - len(strangers)
            self._strangers = strangers if is_of_some(len(strangers), count) else set()
            return []
        self._unread = self._not_wholly_read(placed)
        named = {
            client_id: [self._bills[place] for place in places]
            for client_id, places in by_client.items()
        }
        told = {one: self._of_ours(one) for one in self._book.lines if one not in self._unread}
        missing = missing_of(told, named, self._cover, partial(self._note, 0))
        is_whole = not (missing.is_selection or is_of_some(len(missing.clients), len(named)))
        self.days = self._cover.days if is_whole else ()
        self._cover = replace(self._cover, is_selection=missing.is_selection)
        return sorted(told.keys() - named.keys()) if is_whole else []

    def _not_wholly_read(self, placed: Sequence[PlannedRow]) -> set[int]:
        """Return whom lines of the list may be about that nobody could place or read."""
        known, options = self._book.known.identities, self._options
        today = options.now.date()
        found: set[int] = set()
        for place, person in enumerate(self._people.of_line):
            line = self._bills[place]
            if person is None or placed[person].client_id is None or _is_ahead(line, today):
                found |= known.near(identity_of(line.person, options))
        return found

    def _of_ours(self, client_id: int) -> Mapping[int, Cells]:
        """Return what was said of the lines of a client that she has still."""
        lines, facts = self._book.lines[client_id], self._book.known.facts.get(client_id)
        if facts is None:
            return lines
        here = {fact.id for fact in facts.facts if isinstance(fact, Bill)}
        return {number: cells for number, cells in lines.items() if number in here}

    def _gone_with_all(self, client_ids: Iterable[int]) -> Iterator[BaseRow]:
        """Yield the marks of lines of clients of whom the list has none."""
        for client_id in client_ids:
            lines = self._of_ours(client_id)
            for one in gone_lines(client_id, lines, self._cover):
                self.gone.append(one)
                yield from _marked(one, lines[one.bill_id])

    def _book_lines(
        self, client_id: int, places: Sequence[int], files: Mapping[int, OpenFile]
    ) -> Iterator[BaseRow]:
        if len(self._came) % _LINES_PER_NOTE < len(places):
            self._note(len(self._came))
        said = self._book.lines.get(client_id, {})
        before = self._before(client_id, said)
        booking = ClientBills(files[client_id], before, self._options, self._numbers)
        for place, came in zip(
            places, booking.take([self._bills[place] for place in places]), strict=True
        ):
            self._came[place] = came
            if came.bill is not None and self._options.is_overtaken and came.bill.id in before.gone:
                came.cells[GONE] = _YES
            if came.bill is not None and came.cells != said.get(came.bill.id):
                text = joined(came.cells.items())
                yield BaseRow(client_id=client_id, part=line_part(came.bill.id), text=text)

        for one in map(gone_line, booking.gone):
            is_told = not self._cover.is_selection
            if is_told and self._cover.covers(as_told(Bill(), said[one.bill_id])):
                self.gone.append(one)
                yield from _marked(one, said[one.bill_id])

    def _before(self, client_id: int, said: Mapping[int, Cells]) -> Before:
        gone = frozenset(number for number, cells in said.items() if GONE in cells)
        is_read = client_id not in self._unread
        return Before(
            said=without_mark(said) if gone else said,
            gone=gone if is_read else frozenset(),
            cover=self._cover if is_read else Cover(),
            newer=Cover() if client_id in self._strangers else self._book.newer,
        )

    def _note(self, done: int) -> None:
        if self._progress is not None:
            self._progress(done, len(self._bills))

    def _line_rows(self, placed: Sequence[PlannedRow]) -> Iterator[PlannedRow]:
        """Yield what each line came to; the first line of a person tells what became of her."""
        told: set[int] = set(range(len(self._rows)))
        for place, line in enumerate(self._bills):
            if place % _LINES_PER_NOTE == 0:
                self._note(len(self._bills))
            person = self._people.of_line[place]
            if person is None:
                yield _row(line, outcome=Outcome.ERROR, problems=line.problems)
                continue
            is_first = person not in told
            told.add(person)
            yield self._line_row(place, placed[person], is_first=is_first)

    def _line_row(self, place: int, person: PlannedRow, *, is_first: bool) -> PlannedRow:
        line, came = self._bills[place], self._came.get(place)
        about = _row(
            line,
            name=person.name,
            client_id=person.client_id,
            grounds=person.grounds,
            candidates=person.candidates if is_first else (),
            differences=person.differences if is_first else (),
            problems=line.problems,
        )
        if came is not None:
            both = (*about.differences, *came.differences)
            outcome = outcome_of(both, line.sheet, line.row_number, self._options)
            if came.outcome is Outcome.NEW and outcome is not Outcome.CONFLICT:
                outcome = Outcome.NEW
            return replace(about, outcome=outcome, differences=both)
        if person.client_id is not None:
            ahead = _of_line(line, BillField.ON, ProblemCode.FUTURE_DATE, str(line.draft.on))
            return replace(about, outcome=Outcome.ERROR, problems=(*line.problems, ahead))
        mine = tuple(replace(one, row=line.row_number, sheet=line.sheet) for one in person.problems)
        return replace(about, outcome=person.outcome, problems=(*line.problems, *mine))

    def _checked(self, row: Row, planned: PlannedRow, files: Mapping[int, OpenFile]) -> PlannedRow:
        """Return a client's row, told where the clinic's own figures are not what its bills say."""
        if planned.client_id is None or not self._bills:
            return planned
        problems = tuple(_differing(row, files[planned.client_id]))
        return replace(planned, problems=(*planned.problems, *problems)) if problems else planned

    def _said_of_clients(self, placed: Sequence[PlannedRow]) -> Iterator[BaseRow]:
        """Yield what the clinic has of each client from now on, where that is news."""
        foreign = self._book.known.foreign
        fresh: dict[int, dict[str, str]] = {}
        for place, (row, planned) in enumerate(zip(self._people.rows, placed, strict=True)):
            if place % _LINES_PER_NOTE == 0:
                self._note(len(self._bills))
            if planned.client_id is None:
                continue
            said = cells_of_draft(row.draft)
            before = fresh.get(planned.client_id, foreign.cells.get(planned.client_id))
            is_again = planned.client_id in fresh
            columns = () if is_again else foreign.columns.get(row.sheet, frozenset(said))
            said = said if not is_again else {**said, **fresh[planned.client_id]}
            undecided = {
                one.field
                for one in planned.differences
                if is_open(one, row.sheet, row.row_number, self._options)
            }
            if self._options.is_overtaken:
                said = {**said, **(before or {})}
            fresh[planned.client_id] = advanced(before, said, columns, undecided)
        for client_id, cells in fresh.items():
            if cells != foreign.cells.get(client_id):
                yield BaseRow(client_id=client_id, part=HERSELF, text=joined(cells.items()))


def _marked(one: GoneLine, cells: Cells) -> Iterator[BaseRow]:
    """Yield what is remembered of a line that is gone, where that is news."""
    if GONE not in cells:
        text = joined({**cells, GONE: _YES}.items())
        yield BaseRow(client_id=one.client_id, part=line_part(one.bill_id), text=text)


def _is_ahead(line: BillRow, today: dt.date) -> bool:
    return line.draft.on is not None and line.draft.on > today


def _differing(row: Row, file: OpenFile) -> Iterator[CellProblem]:
    """Yield where what she is said to have paid, or when to have come last, is otherwise."""
    stated, last = row.draft.paid_stated, row.draft.last_visit_stated
    if stated is not None and stated != paid(file.of(Bill)):
        raw = f"{stated / 100:.2f}"
        yield row_problem(row, Field.PAID_STATED, ProblemCode.TOTAL_DIFFERS, raw)
    came = max((visit.on for visit in file.of(Visit)), default=None)
    if last is not None and came is not None and last != came:
        yield row_problem(row, Field.LAST_VISIT_STATED, ProblemCode.TOTAL_DIFFERS, str(last))


def _row(line: BillRow, **more: object) -> PlannedRow:
    told = {"name": line.person.name, "outcome": Outcome.SAME, **more}
    return PlannedRow(sheet=line.sheet, row_number=line.row_number, **told)  # type: ignore[arg-type] # fields of PlannedRow, each with its own type


def _of_line(line: BillRow, name: BillField, code: ProblemCode, raw: str) -> CellProblem:
    return CellProblem(
        sheet=line.sheet, row=line.row_number, column="", field=name.value, code=code, raw=raw
    )
