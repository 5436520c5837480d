"""What importing a list would do, as a value: read rows in, the exact records to write out.

Nothing here reads or writes; the same rows against the same book make the same plan, and
against the book it leaves behind one that writes nothing: rows that have anything to do with
each other are gone through until going through them once more would change nothing.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from crm_desktop.domain.counterparts import BaseRow, Counterpart
from crm_desktop.domain.drafts import CellProblem, ClientDraft, Field
from crm_desktop.domain.foreign import NOTHING_SAID, Foreign
from crm_desktop.domain.import_plan import (
    KINDS,
    ClientFacts,
    Decision,
    Difference,
    Fact,
    ImportPlan,
    Options,
    Outcome,
    PlannedRow,
    Row,
    SheetRead,
    outcome_of,
)
from crm_desktop.domain.matching import Identities, Identity, Match, name_key
from crm_desktop.domain.merge_client import merge_client
from crm_desktop.domain.merge_family import merge_family
from crm_desktop.domain.merge_lists import merge_lists
from crm_desktop.domain.open_file import Merge, OpenFile, new_file
from crm_desktop.domain.placing import Known, Placed, identity_of, place, row_problem, standing
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.domain.tombstones import NOBODY, Buried

Progress = Callable[[int, int], None]

_ROWS_PER_NOTE: Final = 100
_MERGED: Final = 0.8
"""How far planning is, as a share, once every row was merged for the first time."""

_PASSED: Final = 0.9
"""How far it is once nothing changes any more; writing it all up is the rest."""

_MOST_PASSES: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownBook:
    """The book as a plan sees it: who is who, the facts of everybody the rows may be about.

    The plan goes on with `identities` and `facts` as its own. New clients are numbered from
    `first_client`, new persons of a family from `first_person`. `trashed` are in the trash,
    `buried` were deleted for good.
    """

    identities: Identities
    facts: Mapping[int, ClientFacts]
    first_client: int
    first_person: int
    trashed: frozenset[int] = frozenset()
    buried: Buried = NOBODY
    foreign: Foreign = NOTHING_SAID


Then = Callable[
    [Sequence[PlannedRow], Mapping[int, OpenFile]],
    tuple[Sequence[PlannedRow], Sequence[BaseRow]],
]
"""What goes on in the open files once every row is placed; returns the rows and the bases."""


@dataclass(slots=True)
class _Work:
    """A row under way: who it is about, what its merge came to."""

    placed: Placed
    differences: tuple[Difference, ...] = ()
    problems: tuple[CellProblem, ...] = ()


def plan(
    rows: Sequence[Row],
    book: KnownBook,
    options: Options,
    progress: Progress | None = None,
    then: Then | None = None,
) -> ImportPlan:
    """Return what the rows come to, and what `then` makes of it."""
    planning = _Planning(rows, book, options, progress)
    made: Sequence[PlannedRow] = planning.planned()
    bases: Sequence[BaseRow] = ()
    if then is not None:
        made, bases = then(made, planning.files)
    files = planning.leave_files
    return ImportPlan(
        options=options,
        rows=tuple(made),
        bases=tuple(bases),
        removed=_in_order(fact for file in files() for fact in file.removed()),
        new=_in_order(fact for file in files() for fact in file.added(options)),
        changed=_in_order(fact for file in files() for fact in file.changed(options)),
    )


def with_origin(
    made: ImportPlan,
    sheets: Sequence[SheetRead],
    skipped: int,
    counterpart: Counterpart | None = None,
) -> ImportPlan:
    """Return the plan together with where its rows came from; problems learn their columns."""
    columns = {(sheet.name, name): letter for sheet in sheets for name, letter in sheet.columns}
    rows = tuple(
        replace(row, problems=tuple(_in_column(problem, columns) for problem in row.problems))
        if row.problems
        else row
        for row in made.rows
    )
    origin = replace(made, rows=rows, sheets=tuple(sheets), skipped=skipped)
    return replace(origin, counterpart=counterpart)


def _in_column(problem: CellProblem, columns: Mapping[tuple[str, str], str]) -> CellProblem:
    if problem.column or problem.field is None:
        return problem
    return replace(problem, column=columns.get((problem.sheet, problem.field), ""))


class _Planning:
    """The files that are open while the rows of a list go through them."""

    def __init__(
        self, rows: Sequence[Row], book: KnownBook, options: Options, progress: Progress | None
    ) -> None:
        self.files: dict[int, OpenFile] = {}
        self._rows = rows
        self._book = book
        self._known = book.identities
        self._placing = Known(identities=book.identities, trashed=book.trashed, buried=book.buried)
        self._options = options
        self._progress = progress
        self._clients = itertools.count(book.first_client)
        self._persons = itertools.count(book.first_person)
        self._near_first: dict[int, set[int]] = {}
        self._words: dict[tuple[str, str], tuple[str, str]] = {}

    def planned(self) -> tuple[PlannedRow, ...]:
        """Merge every row, and return what each comes to, in the order of the list."""
        works = self._works()
        works.reverse()
        made: list[PlannedRow] = []
        while works:
            self._note(len(made), (_PASSED, 1))
            made.append(_planned(works.pop(), self._options))
        self._near_first.clear()
        return tuple(made)

    def leave_files(self) -> Iterator[OpenFile]:
        """Yield every file as it stands at the end."""
        self._note(0, (1, 1))
        for count, file in enumerate(self.files.values(), 1):
            self._note(count, (1, 1))
            yield file

    def _works(self) -> list[_Work]:
        works = list(self._first())
        last = list(works)
        entangled = self._entangled()
        for passes in range(_MOST_PASSES if entangled else 0):
            before = {client_id: file.state() for client_id, file in self.files.items()}
            again = list(self._again(entangled, works, passes))
            for order, work in zip(entangled, again, strict=True):
                last[order] = work
            if all(file.state() == before.get(one) for one, file in self.files.items()):
                break
            for order, work in zip(entangled, again, strict=True):
                works[order] = _folded(works[order], work)
        self._refer(works, last)
        return works

    def _first(self) -> Iterator[_Work]:
        for order, row in enumerate(self._rows):
            self._note(order, (0, _MERGED))
            said = self._identity(row)
            if not row.is_held_back and (near := self._known.near(said)):
                self._near_first[order] = near
            yield self._work(row, said, None)

    def _again(self, orders: Sequence[int], works: Sequence[_Work], passes: int) -> Iterator[_Work]:
        """Go through rows once more, as though the list came a second time."""
        # How many passes it takes nobody knows: each tells half of what is left.
        left = (_PASSED - _MERGED) / 2**passes
        share = _PASSED - left, _PASSED - left / 2
        for file in self.files.values():
            file.forget_said()
        for done, order in enumerate(orders):
            self._note(done, share)
            row = self._rows[order]
            is_answered = (row.sheet, row.row_number) in self._options.who
            answered = works[order].placed.client_id if is_answered else None
            yield self._work(row, self._identity(row), answered)

    def _note(self, count: int, share: tuple[float, float]) -> None:
        """Tell how far planning is, `count` rows into what lies between two shares of it."""
        if self._progress is not None and count % _ROWS_PER_NOTE == 0:
            total, (first, last) = len(self._rows), share
            self._progress(int(first * total + (last - first) * min(count, total)), total)

    def _identity(self, row: Row) -> Identity:
        return identity_of(row.draft, self._options)

    def _work(self, row: Row, said: Identity, answered: int | None) -> _Work:
        """Merge a row into the file of whom it is about, who is known where a person said so."""
        placed = (
            place(row, said, self._placing, self._options, self._clients)
            if answered is None
            else Placed(
                row=row,
                problems=tuple(row.problems),
                match=Match(client_id=answered),
                client_id=answered,
            )
        )
        work = _Work(placed=placed, problems=placed.problems)
        if placed.client_id is not None:
            file = self._file(placed, placed.client_id)
            before = file.writes
            merge = self._merge(placed, file)
            merge_client(merge, row.draft)
            merge_lists(merge, row.draft)
            merge_family(merge, row.draft, self._persons.__next__)
            work.differences = tuple(merge.differences)
            if placed.is_new or file.writes != before:
                self._known.replace(placed.client_id, standing(file.client, file.all_facts()))
            file.rest(self._words)
        return work

    def _merge(self, placed: Placed, file: OpenFile) -> Merge:
        at = (placed.row.sheet, placed.row.row_number)
        foreign = self._book.foreign
        return Merge(
            file,
            self._options,
            at,
            is_first=placed.is_new,
            base=foreign.cells.get(file.client.id),
            columns=foreign.columns.get(placed.row.sheet, frozenset()),
        )

    def _file(self, placed: Placed, client_id: int) -> OpenFile:
        file = self.files.get(client_id)
        if file is None:
            file = (
                new_file(client_id, placed.row.draft.name, self._options)
                if placed.is_new
                else OpenFile(self._book.facts[client_id], is_new=False)
            )
            self.files[client_id] = file
        return file

    def _entangled(self) -> list[int]:
        """Return the rows that may be understood otherwise, once all of the list is known.

        They share a word of identity, or a client near them, with another row, or list
        children who are not told apart.
        """
        points = [self._points(order) for order in range(len(self._rows))]
        met: set[int] = set()
        shared: set[int] = set()
        for point in itertools.chain.from_iterable(points):
            (shared if point in met else met).add(point)
        return [
            order
            for order, own in enumerate(points)
            if not shared.isdisjoint(own) or _is_vague(self._rows[order].draft)
        ]

    def _points(self, order: int) -> tuple[int, ...]:
        """Return by what a row may meet another, as numbers: what it says, the clients near it.

        They are those near it when it was merged, and those near it now.
        """
        self._note(order, (_MERGED, _MERGED))
        row = self._rows[order]
        if row.is_held_back:
            return ()
        said = self._identity(row)
        near = self._known.near(said) | self._near_first.get(order, set())
        names = {("name", name_key(name)) for name in said.names}
        phones = {("phone", digits) for digits in said.phones}
        keys = {("key", key) for key in said.keys}
        clients = {("client", client_id) for client_id in near}
        return tuple({hash(point) for point in (*names, *phones, *keys, *clients)})

    def _refer(self, works: Sequence[_Work], last: Sequence[_Work]) -> None:
        """Find who referred whom, once everybody is known.

        Whom a row turned out to be about at last comes before whom it was first taken for.
        """
        for count, (work, now) in enumerate(zip(works, last, strict=True)):
            self._note(count, (_PASSED, _PASSED))
            self._refer_one(work, now.placed)
        for work, now in zip(works, last, strict=True):
            if work.placed.client_id != now.placed.client_id:
                self._refer_one(work, work.placed)

    def _refer_one(self, work: _Work, placed: Placed) -> None:
        row, name = placed.row, placed.row.draft.referred_by
        if placed.client_id is None or not name:
            return
        found = [one for one in self._known.named(name) if one != placed.client_id]
        if len(found) != 1:
            code = ProblemCode.SAME_NAME if found else ProblemCode.CHOICE_UNKNOWN
            work.problems += (row_problem(row, Field.REFERRED_BY, code, name),)
            return
        file = self._file(placed, placed.client_id)
        merge = self._merge(work.placed, file)
        ours = file.client.referred_by_id
        merge.set_client(referred_by_id=merge.value(Field.REFERRED_BY, ours, found[0]))
        work.differences += tuple(merge.differences)
        file.rest(self._words)


def _is_vague(draft: ClientDraft) -> bool:
    """Return whether two children of a row have one name, or one of several has none."""
    labels = {name_key(child.label) for child in draft.children}
    return len(draft.children) > 1 and ("" in labels or len(labels) < len(draft.children))


def _folded(first: _Work, again: _Work) -> _Work:
    """Return what a row came to in both rounds; what was written once stays told."""
    if again.placed.client_id is None or first.placed.is_new:
        return first
    if first.placed.client_id is None:
        return again
    written = tuple(one for one in first.differences if one.decision is not Decision.KEPT)
    return _Work(
        placed=again.placed, differences=written + again.differences, problems=again.problems
    )


def _planned(work: _Work, options: Options) -> PlannedRow:
    placed, match = work.placed, work.placed.match
    return PlannedRow(
        sheet=placed.row.sheet,
        row_number=placed.row.row_number,
        name=placed.row.draft.name,
        outcome=_outcome(placed, work.differences, options),
        client_id=placed.client_id,
        grounds=None if match is None else match.grounds,
        candidates=() if match is None else match.candidates,
        differences=work.differences,
        problems=work.problems,
    )


def _outcome(placed: Placed, differences: Sequence[Difference], options: Options) -> Outcome:
    if placed.match is None:
        return Outcome.SKIPPED if placed.is_left_out else Outcome.ERROR
    if placed.is_asked:
        return Outcome.CONFLICT
    if placed.is_new:
        return Outcome.NEW
    return outcome_of(differences, placed.row.sheet, placed.row.row_number, options)


def _in_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the facts by kind, those others refer to first, so that they go in by the batch."""
    by_kind: dict[type[Fact], list[Fact]] = {kind: [] for kind in KINDS}
    for fact in facts:
        by_kind[type(fact)].append(fact)
    return tuple(itertools.chain.from_iterable(by_kind.values()))
