"""The rows of one client in our workbook come back, merged into her folder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.counterparts import BaseRow, joined
from crm_desktop.domain.drafts import CellProblem
from crm_desktop.domain.import_plan import (
    Accept,
    Decision,
    Difference,
    Options,
    Outcome,
    PlannedRow,
)
from crm_desktop.domain.problems import Problem, ProblemCode
from crm_desktop.domain.returned import ReturnedRow
from crm_desktop.domain.sync_cell import Rule, merged_cell
from crm_desktop.domain.sync_child import ChildRow, child_edits, current_part, same_fact
from crm_desktop.domain.sync_child_rows import RowDone
from crm_desktop.domain.sync_client import REFERRED_BY, with_client_row
from crm_desktop.excel.columns import Cell
from crm_desktop.services.returned_book import BookSide
from crm_desktop.services.returned_sides import ACTION, SheetSides
from crm_desktop.services.returned_sorting import CLIENT, Place, Touched, row_problem
from crm_desktop.services.returned_work import RowWork
from crm_desktop.services.sync_bases import Cells

_SHOWN_CELLS: Final = 3
_WRITTEN: Final = frozenset(Decision) - {Decision.KEPT}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientDone:
    """What the rows of one client came to: her folder after them, each row, the bases."""

    folder: ClientFolder
    rows: Mapping[Place, PlannedRow]
    bases: tuple[BaseRow, ...] = ()
    is_trashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Had:
    """What the other side had of a client: last, and by the hash a row states.

    `taken` are the records rows of the file stand for, by sheet.
    """

    bases: Mapping[tuple[int, str], Cells] = field(default_factory=dict)
    contents: Mapping[str, Cells] = field(default_factory=dict)
    taken: Mapping[str, set[str]] = field(default_factory=dict)


class ClientRows:
    """Merges the rows of one client, one client after the other."""

    def __init__(self, side: BookSide, sheets: Sequence[SheetSides], options: Options) -> None:
        self._side = side
        self._sheets = sheets
        self._options = options
        self._had = Had()
        self._is_trashed = False

    def done(
        self, folder: ClientFolder, rows: Sequence[Touched], had: Had, *, is_stranger: bool
    ) -> ClientDone:
        """Return what the rows come to; `is_stranger` where the first one makes the client."""
        self._had, self._is_trashed = had, False
        works: list[RowWork] = []
        for touched in rows:
            if touched.row.table == CLIENT:
                work = self._work(touched)
                folder = self._client(folder, work, is_new=is_stranger and not works)
                works.append(work)
        stand = {
            table: {current_part(folder, table, part) or part for part in parts}
            for table, parts in had.taken.items()
        }
        folder, children = self._children(folder, rows, stand)
        works += children
        return ClientDone(
            folder=folder,
            rows={work.touched.place: self._planned(work, folder) for work in works},
            bases=tuple(base for work in works for base in self._base(work, folder)),
            is_trashed=self._is_trashed,
        )

    def _work(self, touched: Touched) -> RowWork:
        sides, row = self._sheets[touched.place[0]], touched.row
        stated = None if touched.is_new else self._had.contents.get(row.stated_hash)
        last = None if touched.is_new else self._had.bases.get((touched.client_id, row.part))
        return RowWork(touched, sides, row.part, stated=stated, last=last)

    def _client(self, folder: ClientFolder, work: RowWork, *, is_new: bool) -> ClientFolder:
        """Merge a row of her own sheet, and write it into her folder at once."""
        if work.row.deletes and not is_new:
            self._delete_client(folder, work)
            return folder
        cells = None if is_new else work.sides.rows(folder).get("")
        self._merge(folder, work, cells)
        work.is_new = is_new
        referred_by = self._referred_by(folder, work)
        row = ChildRow(table=CLIENT, values=work.values, cleared=frozenset(work.cleared))
        number = self._side.number
        folder, problems = with_client_row(folder, row, number, self._options, referred_by)
        _tell(work, problems)
        return folder

    def _children(
        self, folder: ClientFolder, rows: Sequence[Touched], taken: dict[str, set[str]]
    ) -> tuple[ClientFolder, list[RowWork]]:
        """Merge the rows of the other sheets, and write them all at once."""
        works = []
        for touched in rows:
            if touched.row.table != CLIENT:
                work = self._work(touched)
                self._child(folder, work, taken.setdefault(touched.row.table, set()))
                works.append(work)
        busy = [work for work in works if not work.is_idle]
        if not busy:
            return folder, works
        edits = child_edits(
            folder, [_asked(work) for work in busy], self._side.number, self._options
        )
        for work, done in zip(busy, edits.rows, strict=True):
            _after(work, done)
        return edits.folder, works

    def _child(self, folder: ClientFolder, work: RowWork, taken: set[str]) -> None:
        row = work.row
        if work.touched.is_new and not self._found(folder, work, taken):
            work.part = ""
            if work.touched.is_copy and not self._is_agreed(row):
                work.is_question = True
                work.problems.append(row_problem(row, ProblemCode.COPIED_ROW))
                return
            work.is_new = True
            self._merge(folder, work, None)
            if any(problem.code is not ProblemCode.PHONE_MASKED for problem in work.problems):
                work.refuse()
            return
        part = current_part(folder, row.table, work.part)
        if part is None:
            self._gone(work)
            return
        work.part = part
        cells = work.sides.rows(folder).get(part)
        if row.deletes:
            self._delete_child(work, work.sides.seen(cells))
        else:
            self._merge(folder, work, cells)

    def _found(self, folder: ClientFolder, work: RowWork, taken: set[str]) -> bool:
        """Find the record a row that was written in tells of already, if it does."""
        text = joined(work.sides.base_after(work.row).items())
        base = BaseRow(client_id=work.touched.client_id, part="", text=text)
        for client_id, part in self._side.told_before(base.hash):
            if client_id == base.client_id and part not in taken:
                work.part, work.last = part, self._had.bases.get((client_id, part))
                taken.add(part)
                return True
        known = same_fact(folder, work.row.table, work.row.values, taken)
        if known is not None:
            work.part = known
            taken.add(known)
        return known is not None

    def _is_agreed(self, row: ReturnedRow) -> bool:
        """Return whether a copied row is to be a record of its own."""
        answer = self._options.who.get((row.sheet, row.row_number))
        return answer == 0 or (answer is None and self._options.accept is Accept.THEIRS)

    def _merge(self, folder: ClientFolder, work: RowWork, cells: tuple[Cell, ...] | None) -> None:
        """Merge every cell they changed."""
        row = work.row
        for cell in work.sides.changed(row, cells, folder, self._ordered(work)):
            if isinstance(cell, str):
                work.undecided.add(cell)
                work.problems.append(_unread(row, cell))
                continue
            merge = merged_cell(cell, self._answer(row, cell.key))
            if merge.value is not None:
                work.values[cell.key] = merge.value
            elif merge.clears:
                work.cleared.add(cell.key)
            if merge.is_open:
                work.undecided.add(cell.key)
            base = cell.bases[0] if cell.bases else ""
            whole = cell.rule not in {Rule.WORDS, Rule.DAYS, Rule.CARDS}
            work.differences += [
                Difference(
                    client_id=folder.client.id,
                    field=cell.key,
                    ours=work.sides.shown(cell.key, came.ours),
                    theirs=work.sides.shown(cell.key, came.theirs),
                    decision=came.decision,
                    base=work.sides.shown(cell.key, base) if whole else None,
                    has_base=bool(cell.bases) and whole,
                    part=work.part,
                )
                for came in merge.came
            ]

    def _ordered(self, work: RowWork) -> list[Cells]:
        """Return what they had, the one ours is measured by first: a newer one is another's."""
        if work.is_typed:  # it left nothing out, and knew nothing of ours
            return [{}, *filter(None, [work.last])]
        both = (work.stated, work.last) if self._side.is_older else (work.last, work.stated)
        return [base for base in both if base is not None]

    def _answer(self, row: ReturnedRow, key: str) -> Accept | None:
        decided = self._options.decided.get((row.sheet, row.row_number, key))
        if decided is None and self._options.accept is Accept.THEIRS:
            return Accept.THEIRS
        return decided

    def _delete_client(self, folder: ClientFolder, work: RowWork) -> None:
        """Put her into the trash where she said so for this very row; nothing else will do."""
        row = work.row
        if _was_refused(self._ordered(work)):
            return
        answer = self._options.decided.get((row.sheet, row.row_number, ACTION))
        self._is_trashed = answer is Accept.THEIRS
        decision = Decision.REMOVED if self._is_trashed else Decision.KEPT
        if answer is None:
            work.undecided.add(ACTION)
        work.differences.append(
            Difference(
                client_id=folder.client.id,
                field=ACTION,
                ours=folder.client.name,
                theirs=None,
                decision=decision,
            )
        )

    def _delete_child(self, work: RowWork, ours: Cells) -> None:
        """Take a record out that is as they had it; else ask."""
        bases = self._ordered(work)
        if _was_refused(bases):
            return
        is_unmoved = bool(bases) and all(
            ours.get(key, "") == bases[0].get(key, "") for key in work.sides.keys
        )
        answer = Accept.THEIRS if is_unmoved else self._answer(work.row, ACTION)
        work.removes = answer is Accept.THEIRS
        if answer is None:
            work.undecided.add(ACTION)
        shown = " · ".join(list(ours.values())[:_SHOWN_CELLS])
        work.differences.append(
            Difference(
                client_id=work.touched.client_id,
                field=ACTION,
                ours=shown,
                theirs=None,
                decision=Decision.REMOVED if work.removes else Decision.KEPT,
                has_base=bool(bases),
                part=work.part,
            )
        )

    def _gone(self, work: RowWork) -> None:
        """Tell of a record that is no longer in the book, if the row has anything new to say."""
        row, bases = work.row, self._ordered(work)
        work.is_gone = True
        says_nothing = any(work.sides.is_unchanged(row, base) for base in bases)
        if not (row.deletes or says_nothing):
            work.is_refused = True
            work.problems.append(row_problem(row, ProblemCode.ROW_GONE))

    def _referred_by(self, folder: ClientFolder, work: RowWork) -> int | None:
        """Return the one client of the name given; of none or several the cell is not taken."""
        name = work.values.pop(REFERRED_BY, None)
        if not isinstance(name, str):
            return None
        found = [one for one in self._side.identities.named(name) if one != folder.client.id]
        if len(found) == 1:
            return found[0]
        code = ProblemCode.SAME_NAME if found else ProblemCode.CHOICE_UNKNOWN
        _tell(work, (Problem(code=code, field=REFERRED_BY, value=name),))
        return None

    def _planned(self, work: RowWork, folder: ClientFolder) -> PlannedRow:
        row = work.row
        return PlannedRow(
            sheet=row.sheet,
            row_number=row.row_number,
            name=row.name or folder.client.name,
            outcome=_outcome(work),
            client_id=None if work.is_question else folder.client.id,
            candidates=(folder.client.id,) if work.is_question else (),
            differences=() if work.is_new else tuple(work.differences),
            problems=tuple(work.problems),
        )

    def _base(self, work: RowWork, folder: ClientFolder) -> list[BaseRow]:
        """Return what the other side has of a row from now on, if that is something new."""
        row = work.row
        if work.is_refused or work.is_question or work.is_gone:
            return []
        if work.removes or self._is_trashed:
            return []
        part = work.part if work.touched.is_new else row.part
        if work.touched.is_new and row.table != CLIENT and not part:
            return []
        is_hers = self._side.ids.get(row.uid) == folder.client.id
        after = work.sides.base_after(
            row, work.had, work.undecided, elsewhere="" if is_hers else row.uid
        )
        if after == dict(work.last or {}):
            return []
        return [BaseRow(client_id=folder.client.id, part=part, text=joined(after.items()))]


def _was_refused(bases: Sequence[Cells]) -> bool:
    """Return whether she has decided before to keep what the row takes out."""
    return any(ACTION in base for base in bases)


def _asked(work: RowWork) -> ChildRow:
    return ChildRow(
        table=work.row.table,
        part=work.part,
        values=work.values,
        cleared=frozenset(work.cleared),
        removes=work.removes,
    )


def _after(work: RowWork, done: RowDone) -> None:
    """Take down what was not taken of a row, and which record it is from now on."""
    _tell(work, done.problems)
    if any(problem.field is None for problem in done.problems) or (work.is_new and not done.part):
        work.is_refused = True
        work.differences = [each for each in work.differences if each.decision is Decision.KEPT]
    elif work.is_new:
        work.part = done.part


def _tell(work: RowWork, problems: Sequence[Problem]) -> None:
    """Take down cells that were refused: no difference is made by them."""
    refused = {problem.field for problem in problems}
    work.undecided |= {key for key in refused if key is not None}
    work.differences = [each for each in work.differences if each.field not in refused]
    work.problems += [
        row_problem(work.row, problem.code, problem.field, problem.value) for problem in problems
    ]


def _unread(row: ReturnedRow, key: str) -> CellProblem:
    """Return why a cell could not be read; a text that is left may hide a number of hers."""
    for problem in row.problems:
        if problem.field == key:
            return problem
    return row_problem(row, ProblemCode.PHONE_MASKED, key, row.cells.get(key, ""))


def _outcome(work: RowWork) -> Outcome:
    if work.is_refused:
        return Outcome.ERROR
    if work.is_question:
        return Outcome.CONFLICT
    if work.is_new:
        return Outcome.NEW
    kept = {each.field for each in work.differences if each.decision is Decision.KEPT}
    if not kept.isdisjoint(work.undecided):
        return Outcome.CONFLICT
    written = any(each.decision in _WRITTEN for each in work.differences)
    return Outcome.UPDATED if written else Outcome.SAME
