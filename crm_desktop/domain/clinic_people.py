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
    called so, and about nobody where nobody is.
    """
    people = People(rows=list(rows))
    by_card = {
        row.draft.card_number: place
        for place, row in enumerate(rows)
        if row.draft.card_number and not row.is_held_back
    }
    names = {name_key(row.draft.name) for row in rows if not row.is_held_back}
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
                people.rows.append(_person(line, _can_be_told(line.person, names, known, options)))
        people.of_line.append(place)
    return people


def _can_be_told(person: ClientDraft, names: set[str], known: Identities, options: Options) -> bool:
    """Return whether a line says enough of somebody to match her, or to make her a client."""
    card = person.card_number
    if card and known.find(Identity(keys=(card_key(options.card_source, card),))).client_id:
        return True
    if not person.name:
        return False
    if card or person.phones or person.masked_phone:
        return True
    return name_key(person.name) in names or bool(known.named(person.name))


def _person(line: BillRow, is_told: bool) -> PersonRow:  # noqa: FBT001 - the one thing that is asked of it
    row = PersonRow(sheet=line.sheet, row_number=line.row_number, draft=line.person)
    if is_told:
        return row
    raw = line.person.name or line.person.card_number or "".join(line.person.phones)
    why = row_problem(row, Field.NAME, ProblemCode.CLIENT_UNKNOWN, raw)
    return replace(row, problems=(why,), is_held_back=True)
