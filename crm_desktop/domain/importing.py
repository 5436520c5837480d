"""What importing a list would do, as a value: read rows in, the exact records to write out.

Nothing here reads or writes; the same rows against the same book make the same plan.
"""

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from crm_desktop.domain.drafts import CellProblem, ClientDraft, Field
from crm_desktop.domain.import_plan import (
    KINDS,
    Accept,
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
)
from crm_desktop.domain.matching import (
    STRANGER,
    Grounds,
    Identities,
    Identity,
    Match,
    name_key,
)
from crm_desktop.domain.merge_family import merge_family
from crm_desktop.domain.merge_lists import merge_lists
from crm_desktop.domain.open_file import Merge, OpenFile, new_file
from crm_desktop.domain.problems import ProblemCode

Progress = Callable[[int, int], None]

_SCALARS: Final = (
    Field.DISPLAY_NAME,
    Field.SEX,
    Field.WECHAT,
    Field.QQ,
    Field.OCCUPATION,
    Field.INCOME,
    Field.ADDRESS,
    Field.CHILDREN_COUNT,
    Field.PERSONALITY,
    Field.VISITS_STATED,
    Field.SOURCE,
    Field.TIER,
    Field.DIALECT,
    Field.AFFORDABILITY,
    Field.RISK_ATTITUDE,
    Field.APPEARANCE_EXPECTATION,
)
_TEXTS: Final = (Field.NOTES, Field.HEALTH_NOTES)
_FIRST_CONTACT: Final = "first_contact_on"
_ROWS_PER_NOTE: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A row and who it is about; without a match it is held back for its problems."""

    row: Row
    order: int
    problems: tuple[CellProblem, ...]
    match: Match | None = None
    client_id: int | None = None
    is_new: bool = False

    @property
    def is_asked(self) -> bool:
        """Return whether a person must say who the row is about."""
        return self.match is not None and self.match.is_question


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownBook:
    """The book as a plan sees it: who is who, the facts of everybody the rows are about.

    New persons of a family are numbered from `first_person`.
    """

    identities: Identities
    facts: Mapping[int, ClientFacts]
    first_person: int


@dataclass(slots=True)
class _Work:
    """A row under way."""

    placed: Placed
    merge: Merge | None = None
    problems: list[CellProblem] = field(default_factory=list)


def identity_of(draft: ClientDraft, options: Options) -> Identity:
    """Return what a row says of who she is."""
    card = draft.card_number
    return Identity(
        names=tuple(name for name in (draft.name, draft.display_name) if name),
        phones=draft.phones,
        masked_phone=draft.masked_phone,
        birthday=draft.birthday,
        handles=handles_of(draft.wechat, draft.qq),
        keys=(card_key(options.card_source, card),) if card else (),
    )


def handles_of(wechat: str, qq: str) -> tuple[str, ...]:
    """Return her accounts as they are compared."""
    return tuple(f"{kind}:{one.casefold()}" for kind, one in (("w", wechat), ("q", qq)) if one)


def card_key(source: str, number: str) -> str:
    """Return the exact key a clinic card makes."""
    return f"card:{source}:{number}"


def place_rows(
    rows: Iterable[Row], known: Identities, options: Options, first_id: int
) -> list[Placed]:
    """Return who each row is about; new clients are numbered from `first_id`.

    `known` learns from every row, so that a second row for a person of the same file is
    matched to the first; a question that a later row answers is not asked. The rows come
    back in the order in which they were placed.
    """
    ids = itertools.count(first_id)
    placed: list[Placed] = []
    asked = [(order, row) for order, row in enumerate(rows)]
    while True:
        found = [_place(row, order, known, options, ids) for order, row in asked]
        placed += [one for one in found if not one.is_asked]
        still = [(one.order, one.row) for one in found if one.is_asked]
        if len(still) in {0, len(asked)}:
            return placed + [one for one in found if one.is_asked]
        asked = still


def plan(
    placed: Sequence[Placed],
    book: KnownBook,
    options: Options,
    progress: Progress | None = None,
) -> ImportPlan:
    """Return what the rows come to."""
    persons = itertools.count(book.first_person)
    files: dict[int, OpenFile] = {}
    works = []
    for done, one in enumerate(placed):
        if progress is not None and done % _ROWS_PER_NOTE == 0:
            progress(done, len(placed))
        work = _Work(placed=one, problems=list(one.problems))
        if one.client_id is not None:
            file = _file(one, book.facts, files, options)
            work.merge = _merge(one, file, options, persons.__next__)
        works.append(work)
    for work in works:
        _refer(work, book.identities)
    return ImportPlan(
        options=options,
        rows=tuple(map(_planned, sorted(works, key=_in_file))),
        new=_in_order(fact for file in files.values() for fact in file.added()),
        changed=_in_order(fact for file in files.values() for fact in file.changed(options)),
        source_rows=tuple(work.placed.row for work in sorted(works, key=_in_file)),
    )


def with_origin(made: ImportPlan, sheets: Sequence[SheetRead], skipped: int) -> ImportPlan:
    """Return the plan together with where its rows came from; problems learn their columns."""
    columns = {(sheet.name, name): letter for sheet in sheets for name, letter in sheet.columns}
    rows = tuple(
        replace(row, problems=tuple(_in_column(problem, columns) for problem in row.problems))
        if row.problems
        else row
        for row in made.rows
    )
    return replace(made, rows=rows, sheets=tuple(sheets), skipped=skipped)


def _in_column(problem: CellProblem, columns: Mapping[tuple[str, str], str]) -> CellProblem:
    if problem.column or problem.field is None:
        return problem
    return replace(problem, column=columns.get((problem.sheet, problem.field), ""))


def _place(
    row: Row, order: int, known: Identities, options: Options, ids: "itertools.count[int]"
) -> Placed:
    draft = row.draft
    problems = tuple(row.problems)
    if row.is_held_back:
        return Placed(row=row, order=order, problems=problems)
    identity = identity_of(draft, options)
    match = _decided(row, options) or _answered(known.find(identity), options)
    if match.is_question:
        return Placed(
            row=row, order=order, problems=(*problems, _question(row, match)), match=match
        )
    is_new = match.client_id is None
    client_id = next(ids) if match.client_id is None else match.client_id
    known.add(client_id, identity)
    return Placed(
        row=row, order=order, problems=problems, match=match, client_id=client_id, is_new=is_new
    )


def _decided(row: Row, options: Options) -> Match | None:
    """Return the answer a person gave for this row, if any."""
    answer = options.who.get((row.sheet, row.row_number))
    if answer is None:
        return None
    return Match(client_id=answer or None)


def _answered(match: Match, options: Options) -> Match:
    """Return the match; taking theirs makes a relative who shares a phone a client of her own."""
    is_relative = match.grounds is Grounds.PHONE_ONLY and options.accept is Accept.THEIRS
    return STRANGER if is_relative else match


def _question(row: Row, match: Match) -> CellProblem:
    if match.grounds is Grounds.PHONE_ONLY and row.draft.phones:
        return _problem(row, Field.PHONE, ProblemCode.RELATIVES, row.draft.phones[0])
    return _problem(row, Field.NAME, ProblemCode.SAME_NAME, row.draft.name)


def _problem(row: Row, name: Field, code: ProblemCode, raw: str) -> CellProblem:
    return CellProblem(
        sheet=row.sheet, row=row.row_number, column="", field=name, code=code, raw=raw
    )


def _file(
    one: Placed, held: Mapping[int, ClientFacts], files: dict[int, OpenFile], options: Options
) -> OpenFile:
    assert one.client_id is not None  # noqa: S101 - only rows that are about somebody come here
    file = files.get(one.client_id)
    if file is None:
        file = (
            new_file(one.client_id, one.row.draft.name, options)
            if one.is_new
            else OpenFile(held[one.client_id], is_new=False)
        )
        files[one.client_id] = file
    return file


def _merge(one: Placed, file: OpenFile, options: Options, next_person: Callable[[], int]) -> Merge:
    draft = one.row.draft
    place = (one.row.sheet, one.row.row_number)
    merge = Merge(file, options, place, is_first=one.is_new)
    _merge_client(merge, draft)
    merge_lists(merge, draft)
    merge_family(merge, draft, next_person)
    return merge


def _merge_client(merge: Merge, draft: ClientDraft) -> None:
    client = merge.file.client
    values: dict[str, object] = {"name": _name(merge, draft)}
    for name in _SCALARS:
        theirs = getattr(draft, name)
        if theirs is not None and theirs != "":
            values[name] = merge.value(name, getattr(client, name), theirs)
    values[_FIRST_CONTACT] = merge.value(
        Field.FIRST_CONTACT, client.first_contact_on, draft.first_contact_on
    )
    for name in _TEXTS:
        values[name] = _appended(merge, name, getattr(client, name), getattr(draft, name))
    if draft.vip and not client.vip:
        merge.filled(Field.TIER, "VIP")
        values["vip"] = True
    if merge.options.mark_big and not client.marked_big:
        merge.filled("marked_big", 1)
        values["marked_big"] = True
    merge.set_client(**values)


def _name(merge: Merge, draft: ClientDraft) -> str:
    """Return the name that stands; what she is called on screen is no contradiction to it."""
    client = merge.file.client
    called = {name_key(client.name), name_key(client.display_name)}
    if name_key(draft.name) in called:
        merge.says(Field.NAME)
        return client.name
    return merge.value(Field.NAME, client.name, draft.name)


def _appended(merge: Merge, name: Field, ours: str, theirs: str) -> str:
    """Return our notes with the lines of theirs that we do not have at their end."""
    known = {line.strip() for line in ours.splitlines()}
    lines = [line for line in theirs.splitlines() if line.strip() not in known | {""}]
    if not lines:
        return ours
    merge.added(name, "\n".join(lines))
    return "\n".join([ours, *lines]) if ours else "\n".join(lines)


def _refer(work: _Work, known: Identities) -> None:
    """Find who referred her, once every client of the file is known."""
    name = work.placed.row.draft.referred_by
    merge = work.merge
    if merge is None or not name:
        return
    found = [client_id for client_id in known.named(name) if client_id != merge.client_id]
    if len(found) != 1:
        code = ProblemCode.SAME_NAME if found else ProblemCode.CHOICE_UNKNOWN
        work.problems.append(_problem(work.placed.row, Field.REFERRED_BY, code, name))
        return
    ours = merge.file.client.referred_by_id
    merge.set_client(referred_by_id=merge.value(Field.REFERRED_BY, ours, found[0]))


def _planned(work: _Work) -> PlannedRow:
    placed, match = work.placed, work.placed.match
    differences = () if work.merge is None else tuple(work.merge.differences)
    return PlannedRow(
        sheet=placed.row.sheet,
        row_number=placed.row.row_number,
        name=placed.row.draft.name,
        outcome=_outcome(placed, differences),
        client_id=placed.client_id,
        grounds=None if match is None else match.grounds,
        candidates=() if match is None else match.candidates,
        differences=differences,
        problems=tuple(work.problems),
    )


def _in_file(work: _Work) -> int:
    return work.placed.order


def _outcome(placed: Placed, differences: Sequence[Difference]) -> Outcome:
    if placed.match is None:
        return Outcome.ERROR
    if placed.is_asked:
        return Outcome.CONFLICT
    if placed.is_new:
        return Outcome.NEW
    if any(difference.decision is Decision.KEPT for difference in differences):
        return Outcome.CONFLICT
    return Outcome.UPDATED if differences else Outcome.SAME


def _in_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the facts by kind, those others refer to first, so that they go in by the batch."""
    by_kind: dict[type[Fact], list[Fact]] = {kind: [] for kind in KINDS}
    for fact in facts:
        by_kind[type(fact)].append(fact)
    return tuple(itertools.chain.from_iterable(by_kind.values()))
