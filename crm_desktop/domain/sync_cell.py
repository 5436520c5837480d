"""One cell of our workbook come back: by what rule it merges, and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from crm_desktop.domain.import_plan import Accept, Decision
from crm_desktop.domain.returned import CardSaid, NamedDay, SaidValue
from crm_desktop.domain.three_way import (
    EMPTIED,
    Step,
    is_unmoved,
    merged_set,
    private_lines,
    step,
    with_new_lines,
    with_private_lines,
)

Item = str | NamedDay | CardSaid
"""One of several things in a cell."""


class Rule(StrEnum):
    """How the cells of a column merge.

    `ASKS` never loses a value of ours unasked, notes append, the rest are sets; of phones the
    first one counts.
    """

    SINGLE = "single"
    ASKS = "asks"
    NOTE = "note"
    WORDS = "words"
    DAYS = "days"
    CARDS = "cards"
    PHONES = "phones"


@dataclass(frozen=True, slots=True, kw_only=True)
class CellSides:
    """A cell as three know it, in canonical text; see `three_way` for `bases`.

    `held` is the whole text of ours, of which `ours` is what the other side may see (all of it,
    where `is_whole`). `value` is what theirs means, `written` theirs as it would stand in a text
    of ours. Of a set the items are by what tells them apart.
    """

    key: str
    rule: Rule
    ours: str
    theirs: str
    bases: tuple[str, ...] = ()
    value: SaidValue | None = None
    held: str = ""
    written: str = ""
    is_whole: bool = True
    our_items: Mapping[str, Item] = field(default_factory=dict)
    their_items: Mapping[str, Item] = field(default_factory=dict)
    base_items: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """One thing that comes of a cell: the decision, and both sides in canonical text."""

    decision: Decision
    ours: str = ""
    theirs: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellMerge:
    """What comes of a cell: the value to stand from now on, or that it is cleared.

    `is_open` where a person has to decide, and nothing is written.
    """

    came: tuple[Came, ...] = ()
    value: SaidValue | None = None
    clears: bool = False
    is_open: bool = False


NOTHING = CellMerge()
"""Ours stays as it is."""


def merged_cell(cell: CellSides, accept: Accept | None) -> CellMerge:
    """Return what comes of a cell; `accept` is what was decided of it, None for nothing yet."""
    if cell.theirs != EMPTIED:
        if cell.rule is Rule.NOTE:
            return _note(cell)
        if cell.rule is Rule.PHONES:
            return _phones(cell, accept)
        if cell.rule not in {Rule.SINGLE, Rule.ASKS}:
            return _set(cell)
    asks = cell.rule in {Rule.ASKS, Rule.PHONES}
    return _single(cell, step(cell.ours, cell.theirs, cell.bases, asks=asks), accept)


def _single(cell: CellSides, taken: Step, accept: Accept | None) -> CellMerge:
    if taken is Step.STAYS:
        return NOTHING
    if taken is Step.ASKS and accept is not Accept.THEIRS:
        return _kept(cell, accept)
    if cell.theirs == EMPTIED:
        return _emptied(cell)
    decision = Decision.FILLED if taken is Step.FILLS else Decision.TAKEN
    return CellMerge(
        came=(Came(decision=decision, ours=cell.ours, theirs=cell.theirs),), value=cell.value
    )


def _kept(cell: CellSides, accept: Accept | None) -> CellMerge:
    came = Came(decision=Decision.KEPT, ours=cell.ours, theirs=cell.theirs)
    return CellMerge(came=(came,), is_open=accept is None)


def _emptied(cell: CellSides) -> CellMerge:
    """Clear what the other side could see; private lines of a note are not theirs to clear."""
    came = (Came(decision=Decision.CLEARED, ours=cell.ours),)
    rest = private_lines(cell.held) if cell.rule is Rule.NOTE and cell.held != cell.ours else ""
    return CellMerge(came=came, value=rest or None, clears=not rest)


def _note(cell: CellSides) -> CellMerge:
    """Take a note that only they changed; else put their new lines below ours."""
    if step(cell.ours, cell.theirs, cell.bases) is Step.STAYS:
        return NOTHING
    written = cell.written or cell.theirs
    if not cell.held:
        came = Came(decision=Decision.FILLED, theirs=written)
        return CellMerge(came=(came,), value=written)
    if cell.is_whole and is_unmoved(cell.ours, cell.bases):
        came = Came(decision=Decision.TAKEN, ours=cell.ours, theirs=written)
        text = written if cell.held == cell.ours else with_private_lines(cell.held, written)
        return CellMerge(came=(came,), value=text)
    text, fresh = with_new_lines(cell.held, cell.theirs, (cell.ours, *cell.bases), written)
    if not fresh:
        return NOTHING
    return CellMerge(came=(Came(decision=Decision.ADDED, theirs=fresh),), value=text)


def _set(cell: CellSides) -> CellMerge:
    if step(cell.ours, cell.theirs, cell.bases) is Step.STAYS:
        return NOTHING
    merge = merged_set(cell.our_items, cell.their_items, cell.base_items)
    if merge.is_same:
        return NOTHING
    came = [Came(decision=Decision.ADDED, theirs=key) for key in merge.added]
    came += [Came(decision=Decision.REMOVED, ours=key) for key in merge.removed]
    value: SaidValue = merge.result  # type: ignore[assignment] # the items of one cell are of one kind
    clears = not merge.result
    return CellMerge(came=tuple(came), value=None if clears else value, clears=clears)


def _phones(cell: CellSides, accept: Accept | None) -> CellMerge:
    """Add numbers unasked; ask where one of ours would go, or no longer be the main one."""
    if step(cell.ours, cell.theirs, cell.bases) is Step.STAYS:
        return NOTHING
    merge = merged_set(cell.our_items, cell.their_items, cell.base_items)
    ours = tuple(map(str, cell.our_items.values()))
    theirs = [str(cell.our_items.get(key, one)) for key, one in cell.their_items.items()]
    left = tuple(map(str, merge.result))
    order = tuple(dict.fromkeys((*(one for one in theirs if one in left), *left)))
    if order == ours:
        return NOTHING
    fills = not ours
    if not fills and (merge.removed or order[0] != ours[0]):
        if accept is not Accept.THEIRS:
            return _kept(cell, accept)
        came = Came(decision=Decision.TAKEN, ours=cell.ours, theirs=cell.theirs)
        return CellMerge(came=(came,), value=order)
    if not merge.added:
        return NOTHING
    decision = Decision.FILLED if fills else Decision.ADDED
    added = tuple(Came(decision=decision, theirs=str(cell.their_items[key])) for key in merge.added)
    return CellMerge(came=added, value=order)
