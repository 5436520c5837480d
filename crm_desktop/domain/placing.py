"""Who each row of a list is about, by what the book and the rows before it made known."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from crm_desktop.domain.drafts import CellProblem, ClientDraft, Field
from crm_desktop.domain.import_plan import Accept, Fact, Options, Row
from crm_desktop.domain.matching import STRANGER, Grounds, Identities, Identity, Match
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.domain.records import Client, ClientDate, ClinicCard, DateKind, Phone
from crm_desktop.domain.tombstones import NOBODY, Buried, marks_of

_ROWS_PER_NOTE: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A row and who it is about; without a match it is held back for its problems.

    `is_left_out` where it is about somebody in the trash, or deleted for good.
    """

    row: Row
    problems: tuple[CellProblem, ...]
    match: Match | None = None
    client_id: int | None = None
    is_new: bool = False
    is_left_out: bool = False

    @property
    def is_asked(self) -> bool:
        """Return whether a person must say who the row is about."""
        return self.match is not None and self.match.is_question


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


def standing(client: Client, facts: Iterable[Fact]) -> Iterator[Identity]:
    """Yield who a client is by what stands in her file, in pieces that belong together."""
    names = (client.name, client.display_name) if client.display_name else (client.name,)
    yield Identity(names=names, handles=handles_of(client.wechat, client.qq))
    for fact in facts:
        if isinstance(fact, Phone):
            yield Identity(phones=(fact.digits,))
        elif isinstance(fact, ClinicCard):
            yield Identity(keys=(card_key(fact.source, fact.number),))
        elif isinstance(fact, ClientDate) and _is_her_birthday(fact):
            yield Identity(birthday=fact.fact)


def _is_her_birthday(date: ClientDate) -> bool:
    return date.kind is DateKind.BIRTHDAY and date.person_id is None


def clients_near(
    rows: Sequence[Row],
    known: Identities,
    options: Options,
    progress: Callable[[int, int], None] | None = None,
) -> set[int]:
    """Return every known client any of the rows could turn out to be about."""
    found = {client_id for client_id in options.who.values() if client_id}
    for count, row in enumerate(rows):
        if progress is not None and count % _ROWS_PER_NOTE == 0:
            progress(count, len(rows))
        found |= known.near(identity_of(row.draft, options))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Who is in the book, who of them in the trash, and the marks of those deleted for good."""

    identities: Identities
    trashed: frozenset[int] = frozenset()
    buried: Buried = NOBODY


def place(
    row: Row, identity: Identity, known: Known, options: Options, ids: Iterator[int]
) -> Placed:
    """Return who a row is about; a stranger gets the next of `ids`.

    Left out is a row about somebody in the trash, and one about nobody for certain that bears
    a mark of somebody deleted for good, unless a person has said that it is to come in.
    """
    problems = tuple(row.problems)
    if row.is_held_back:
        return Placed(row=row, problems=problems)
    decided = _decided(row, identity, known.identities, options)
    match = decided or _answered(known.identities.find(identity), options)
    if decided is None and (why := _left_out(match, identity, known)):
        said = row_problem(row, Field.NAME, why, row.draft.name)
        return Placed(row=row, problems=(*problems, said), is_left_out=True)
    if decided is None and options.known_only and match == STRANGER:
        return Placed(row=row, problems=problems, is_left_out=True)
    if match.is_question:
        return Placed(row=row, problems=(*problems, _question(row, match)), match=match)
    is_new = match.client_id is None
    if is_new and not row.draft.name:
        # Whoever has only a number was said to be nobody of ours.
        missing = row_problem(row, Field.NAME, ProblemCode.NAME_MISSING, "")
        return Placed(row=row, problems=(*problems, missing))
    client_id = next(ids) if match.client_id is None else match.client_id
    return Placed(row=row, problems=problems, match=match, client_id=client_id, is_new=is_new)


def _left_out(match: Match, identity: Identity, known: Known) -> ProblemCode | None:
    if match.client_id in known.trashed:
        return ProblemCode.IN_TRASH
    is_buried = match.client_id is None and known.buried.holds(marks_of(identity))
    return ProblemCode.DELETED_FOR_GOOD if is_buried else None


def _decided(row: Row, identity: Identity, known: Identities, options: Options) -> Match | None:
    """Return the answer a person gave for this row, if any.

    It may name a client whom an earlier row makes. The numbers of those move with other answers:
    one who has nothing in common with the row is not who was meant, and it is asked anew.
    """
    answer = options.who.get((row.sheet, row.row_number))
    if answer is None or (answer and answer not in known.near(identity)):
        return None
    return Match(client_id=answer or None)


def _answered(match: Match, options: Options) -> Match:
    """Return the match; taking theirs makes a relative who shares a phone a client of her own."""
    is_relative = match.grounds is Grounds.PHONE_ONLY and options.accept is Accept.THEIRS
    return STRANGER if is_relative else match


def row_problem(row: Row, name: Field, code: ProblemCode, raw: str) -> CellProblem:
    """Return a problem that comes from comparing, not from reading a cell."""
    return CellProblem(
        sheet=row.sheet, row=row.row_number, column="", field=name, code=code, raw=raw
    )


def _question(row: Row, match: Match) -> CellProblem:
    if match.grounds is Grounds.PHONE_ONLY and row.draft.phones:
        return row_problem(row, Field.PHONE, ProblemCode.RELATIVES, row.draft.phones[0])
    if match.grounds is Grounds.CARD_ONLY:
        code, raw = ProblemCode.CARD_OF_ANOTHER, row.draft.card_number
        return row_problem(row, Field.CARD_NUMBER, code, raw)
    return row_problem(row, Field.NAME, ProblemCode.SAME_NAME, row.draft.name)
