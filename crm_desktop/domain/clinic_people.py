"""Whom the lines of a clinic's list are about, as rows that can be matched like any other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from crm_desktop.domain.clinic_rows import BillRow
from crm_desktop.domain.drafts import CellProblem, ClientDraft, Field
from crm_desktop.domain.import_plan import Options, Row
from crm_desktop.domain.matching import Identities, Identity, name_key
from crm_desktop.domain.placing import card_key, row_problem
from crm_desktop.domain.problems import ProblemCode

_LINES_PER_NOTE: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """Somebody a line is about whom no client row of the file describes."""

    sheet: str
    row_number: int
    draft: ClientDraft
    problems: tuple[CellProblem, ...] = ()
    is_held_back: bool = False


@dataclass(slots=True, kw_only=True)
class People:
    """The client rows and after them the others; `of_line` is the place of each line's person.

    A line that is held back is about nobody.
    """

    rows: list[Row]
    of_line: list[int | None] = field(default_factory=list)


def people_of(
    rows: Sequence[Row],
    bills: Sequence[BillRow],
    known: Identities,
    options: Options,
    progress: Callable[[int, int], None] | None = None,
) -> People:
    """Return everybody the file is about, each person of the lines once.

    A card says who it is. A line with nothing but a name is asked about where somebody is
    called so. Where nobody is, it is about somebody new if names are all its sheet tells people
    by; in a sheet that knows cards or phones one without is about nobody, and is told.
    """
    people = People(rows=list(rows))
    by_card = {
        row.draft.card_number: place
        for place, row in enumerate(rows)
        if row.draft.card_number and not row.is_held_back
    }
    read = [row.draft for row in rows if not row.is_held_back]
    said = _Said(
        names=frozenset(name_key(draft.name) for draft in read),
        phones=frozenset(digits for draft in read for digits in draft.phones),
        numbering=frozenset(line.sheet for line in bills if _says_more(line.person)),
    )
    seen: dict[ClientDraft, int] = {}
    for count, line in enumerate(bills):
        if progress is not None and count % _LINES_PER_NOTE == 0:
            progress(count, len(bills))
        place = None
        if not line.is_held_back:
            place = by_card.get(line.person.card_number)
            place = seen.get(line.person) if place is None else place
            if place is None:
                place = seen[line.person] = len(people.rows)
                people.rows.append(_person(line, _can_be_told(line, said, known, options)))
        people.of_line.append(place)
    return people


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What the client rows say of who there is, and which sheets tell people by more than names."""

    names: frozenset[str]
    phones: frozenset[str]
    numbering: frozenset[str]


def _can_be_told(line: BillRow, said: _Said, known: Identities, options: Options) -> bool:
    """Return whether a line says enough of somebody to match her, or to make her a client."""
    person = line.person
    card = person.card_number
    if card and known.find(Identity(keys=(card_key(options.card_source, card),))).client_id:
        return True
    if not person.name:
        return not said.phones.isdisjoint(person.phones) or bool(
            known.near(Identity(phones=person.phones))
        )
    if _says_more(person) or line.sheet not in said.numbering:
        return True
    return name_key(person.name) in said.names or bool(known.named(person.name))


def _says_more(person: ClientDraft) -> bool:
    """Return whether there is more than a name to tell somebody by."""
    numbers = person.card_number or person.phones or person.masked_phone
    return bool(numbers or person.wechat or person.birthday)


def _person(line: BillRow, is_told: bool) -> PersonRow:  # noqa: FBT001 - the one thing that is asked of it
    row = PersonRow(sheet=line.sheet, row_number=line.row_number, draft=line.person)
    if is_told:
        return row
    raw = line.person.name or line.person.card_number or "".join(line.person.phones)
    why = row_problem(row, Field.NAME, ProblemCode.CLIENT_UNKNOWN, raw)
    return replace(row, problems=(why,), is_held_back=True)
