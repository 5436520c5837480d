"""Rows of sheet 客户 that name nobody of the book: who they are about, by what they say."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from crm_desktop.domain.counterparts import BaseRow, joined
from crm_desktop.domain.dates import DatedFact
from crm_desktop.domain.drafts import CellProblem, ClientDraft
from crm_desktop.domain.import_plan import Options, Outcome, PlannedRow
from crm_desktop.domain.matching import Grounds
from crm_desktop.domain.placing import Placed, identity_of, place
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.domain.records import Client
from crm_desktop.domain.returned import CardSaid, ReturnedRow
from crm_desktop.services.returned_book import BookSide
from crm_desktop.services.returned_sides import SheetSides
from crm_desktop.services.returned_sorting import Place, Sorted, Touched, told

_SURE: Final = frozenset({Grounds.KEY, Grounds.PHONE_AND_NAME})


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenRow:
    """A row as the engine of other lists places it."""

    sheet: str
    row_number: int
    draft: ClientDraft
    problems: tuple[CellProblem, ...] = ()

    @property
    def is_held_back(self) -> bool:
        """Return whether nothing in it says who she is."""
        return not self.draft.name


class Strangers:
    """Places rows one after the other; whoever is new is known to the rows after.

    Attributes:
        new: the numbers of clients that rows make.
    """

    def __init__(
        self, side: BookSide, sheets: list[SheetSides], found: Sorted, options: Options
    ) -> None:
        self.new: set[int] = set()
        self._side = side
        self._sheets = sheets
        self._found = found
        self._options = options

    def place_all(self) -> None:
        """Settle every stranger, or put it to the rows about the client it is of."""
        for at, row in self._found.strangers:
            settled = self._placed(at, row)
            if settled is not None:
                self._found.settled[at] = settled
        for at, row in self._found.orphans:
            settled = self._adopted(at, row)
            if settled is not None:
                self._found.settled[at] = settled

    def _placed(self, at: Place, row: ReturnedRow) -> PlannedRow | None:
        """Return what a row comes to by itself, None where it is about a client."""
        known = self._told_before(at, row)
        if known is not None:
            self._about(at, row, known)
            return None
        written = _written(row)
        answer = self._options.who.get((row.sheet, row.row_number))
        if answer is None and (row.uid or at in self._found.copies):
            return self._asked(at, row, written)
        said = identity_of(written.draft, self._options)
        placed = place(written, said, self._side.known, self._options, self._numbers())
        if placed.client_id is None:
            return _unplaced(row, placed)
        if placed.is_new:
            self.new.add(placed.client_id)
        self._side.identities.add(placed.client_id, said)
        self._about(at, row, placed.client_id)
        return None

    def _told_before(self, at: Place, row: ReturnedRow) -> int | None:
        """Return the client whom an earlier import made of the very same row."""
        cells = self._sheets[at[0]].base_after(row, elsewhere=row.uid)
        base = BaseRow(client_id=0, part="", text=joined(cells.items()))
        taken = self._found.parts
        for client_id, part in self._side.told_before(base.hash) if cells else ():
            if not part and ("client", client_id, "") not in taken:
                return client_id
        return None

    def _asked(self, at: Place, row: ReturnedRow, written: WrittenRow) -> PlannedRow:
        """Return the question whom a row is about whose identity is another's, or unknown."""
        original = self._found.copies.get(at)
        if original is not None:
            return told(row, Outcome.CONFLICT, ProblemCode.COPIED_ROW, None, (original,))
        match = self._side.identities.find(identity_of(written.draft, self._options))
        is_sure = match.grounds in _SURE and match.client_id is not None
        if is_sure and match.client_id not in self._side.trashed:
            candidates = (match.client_id,) if match.client_id else ()
            return told(row, Outcome.CONFLICT, ProblemCode.UNKNOWN_ROW, None, candidates)
        return told(row, Outcome.ERROR, ProblemCode.UNKNOWN_ROW)

    def _adopted(self, at: Place, row: ReturnedRow) -> PlannedRow | None:
        """Put a row that says nothing but a name to the one client of that name."""
        answer = self._options.who.get((row.sheet, row.row_number))
        found = (answer,) if answer else self._side.identities.named(row.name) if row.name else ()
        if len(found) > 1:
            return told(row, Outcome.CONFLICT, ProblemCode.SAME_NAME, None, found)
        if not found:
            return told(row, Outcome.ERROR, ProblemCode.WHOSE_UNKNOWN)
        if found[0] in self._side.trashed:
            return told(row, Outcome.SKIPPED, ProblemCode.IN_TRASH, found[0])
        touched = Touched(place=at, row=row, client_id=found[0], is_new=True)
        self._found.touched[found[0]].append(touched)
        return None

    def _about(self, at: Place, row: ReturnedRow, client_id: int) -> None:
        """Put a row first among those about a client."""
        fresh = row._replace(stated_hash="")
        self._found.parts["client", client_id, ""] = at
        touched = Touched(place=at, row=fresh, client_id=client_id)
        self._found.touched[client_id].insert(0, touched)

    def _numbers(self) -> Iterator[int]:
        return map(self._side.number, itertools.repeat(Client))


def _unplaced(row: ReturnedRow, placed: Placed) -> PlannedRow:
    if placed.is_asked:
        candidates = () if placed.match is None else placed.match.candidates
        return _with(row, placed, Outcome.CONFLICT, candidates)
    if placed.is_left_out:
        return _with(row, placed, Outcome.SKIPPED)
    return told(row, Outcome.ERROR, ProblemCode.NAME_MISSING)


def _with(
    row: ReturnedRow, placed: Placed, outcome: Outcome, candidates: tuple[int, ...] = ()
) -> PlannedRow:
    return PlannedRow(
        sheet=row.sheet,
        row_number=row.row_number,
        name=row.name,
        outcome=outcome,
        grounds=None if placed.match is None else placed.match.grounds,
        candidates=candidates,
        problems=placed.problems,
    )


def _written(row: ReturnedRow) -> WrittenRow:
    """Return what a row says of who she is; one that is untouched says her name alone."""
    said: dict[str, Any] = {key.partition(".")[2]: value for key, value in row.values.items()}
    who = {name: said[name] for name in ("display_name", "wechat", "qq") if name in said}
    phones = said.get("phone")
    birthday = said.get("birthday")
    cards = said.get("card_number") or ()
    numbers = [card.number for card in cards if isinstance(card, CardSaid)]
    draft = ClientDraft(
        name=str(said.get("name", row.name)),
        phones=phones if isinstance(phones, tuple) else (),
        birthday=birthday if isinstance(birthday, DatedFact) else None,
        card_number=numbers[0] if numbers else "",
        **who,
    )
    return WrittenRow(
        sheet=row.sheet, row_number=row.row_number, draft=draft, problems=row.problems
    )
