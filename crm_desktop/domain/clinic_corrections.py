"""Which new line of a clinic's list is one it said before and has no more: corrected, or asked."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from crm_desktop.domain.clinic_pairing import sense
from crm_desktop.domain.import_plan import Accept
from crm_desktop.domain.open_file import text_key
from crm_desktop.domain.records.clinic import Bill

_NEAR: Final = 31
"""Two days further apart are no correction, unless of one order."""

_CLOSE: Final = 3
"""A project or an amount alone is enough where a day was mistyped, or put off, by so few."""

_WEAK, _ONE, _TWO = 0, 1, 2
LEVELS: Final = (4, 3, _TWO, _ONE, _WEAK)
"""How much two lines may agree in, most first."""

Edges = Mapping[int, Sequence[int]]
"""By place of a new line, the places of the gone ones it may be."""


@dataclass(slots=True, kw_only=True)
class Corrected:
    """By place of a new line, the place of the gone one it is, or may be if somebody says so.

    `answered` are those somebody spoke of, with the one that was meant.
    """

    pairs: dict[int, int] = field(default_factory=dict)
    asked: dict[int, int] = field(default_factory=dict)
    answered: dict[int, int] = field(default_factory=dict)


def corrections(
    gone: Sequence[Bill],
    new: Sequence[Bill],
    answers: Mapping[int, Accept] | None = None,
    unsure: frozenset[int] = frozenset(),
) -> Corrected:
    """Return which new lines are gone ones corrected.

    Lines agree in order, day, amount and project; what agrees in most is paired first, and
    only where nothing else agrees in as much. Lines that say the very same are as good as each
    other. `answers` (by place of a new line: theirs, it is that one; mine, another purchase) go
    before. Where two are possible, or where all that agrees is an amount or a project, it is
    asked; and so where much agrees with one that is `unsure` (a place) to be gone at all.
    """
    matching = _Matching(gone, new, unsure)
    matching.answer(answers or {})
    for level in LEVELS:
        matching.go_through(level)
    return matching.found


class _Matching:
    """The lines that are still free, and what was found of the others."""

    def __init__(self, gone: Sequence[Bill], new: Sequence[Bill], unsure: frozenset[int]) -> None:
        self.found = Corrected()
        self._gone = gone
        self._new = new
        self._unsure = unsure
        self._free_gone = set(range(len(gone)))
        self._free_new = set(range(len(new)))
        self._levels: defaultdict[int, defaultdict[int, list[int]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for place, line in enumerate(new):
            for one, bill in enumerate(gone):
                level = agreement(bill, line)
                if level is not None and (level >= _TWO or one not in unsure):
                    self._levels[level][place].append(one)

    def answer(self, answers: Mapping[int, Accept]) -> None:
        """Do what somebody said of single lines."""
        for place, side in answers.items():
            near = (self._left(level, place) for level in LEVELS)
            likely = next(filter(None, near), None)
            if not likely:
                continue
            self._free_new.discard(place)
            self.found.answered[place] = one = self._nearest(place, likely)
            if side is Accept.THEIRS:
                self._pair(place, one)

    def go_through(self, level: int) -> None:
        """Pair what agrees in so much and with nothing else; ask about the rest of it."""
        edges = {one: near for one in sorted(self._free_new) if (near := self._left(level, one))}
        back = _turned(edges)
        asked = [one for one in edges if level == _WEAK or not self._is_only(one, edges, back)]
        for place in asked:
            self.found.asked[place] = self._nearest(place, edges[place])
        self._free_new.difference_update(asked)
        for place in asked:
            self._free_gone.difference_update(edges[place])
        for place in edges.keys() - set(asked):
            left = self._left(level, place)
            if left:
                self._pair(place, left[0])

    def _left(self, level: int, place: int) -> list[int]:
        near = self._levels[level].get(place, ())
        return [one for one in near if one in self._free_gone]

    def _pair(self, place: int, one: int) -> None:
        self.found.pairs[place] = one
        self._free_gone.discard(one)
        self._free_new.discard(place)

    def _is_only(self, place: int, edges: Edges, back: Edges) -> bool:
        """Return whether all it may be say the same, and all that may be those say the same."""
        others = {other for one in edges[place] for other in back[one]}
        is_sure = self._unsure.isdisjoint(edges[place])
        return is_sure and _are_alike(self._gone, edges[place]) and _are_alike(self._new, others)

    def _nearest(self, place: int, near: Iterable[int]) -> int:
        line = self._new[place]

        def distance(one: int) -> tuple[int, int]:
            bill = self._gone[one]
            return abs((bill.on - line.on).days), abs(bill.paid - line.paid)

        return min(near, key=distance)


def agreement(gone: Bill, new: Bill) -> int | None:
    """Return in how much two lines agree; None where they have nothing in common that counts.

    A refund, a session, a stored value and a sale are never each other.
    """
    if sense(gone) != sense(new):
        return None
    has_order = bool(gone.order_number) and gone.order_number == new.order_number
    has_day = gone.on == new.on
    facts = (has_order, has_day, _agree(gone, new, _amount), _agree(gone, new, _project))
    count = sum(facts)
    if has_order or has_day:
        return count
    apart = abs((gone.on - new.on).days)
    if not count or apart > _NEAR:
        return None
    return count if count >= _TWO or apart <= _CLOSE else _WEAK


def _agree(gone: Bill, new: Bill, told: Callable[[Bill], object]) -> bool:
    return bool(told(gone)) and told(gone) == told(new)


def _amount(bill: Bill) -> object:
    return abs(bill.paid)


def _project(bill: Bill) -> object:
    return text_key(bill.project)


def _are_alike(bills: Sequence[Bill], places: Collection[int]) -> bool:
    said = {
        (bills[one].order_number, bills[one].on, _project(bills[one]), _amount(bills[one]))
        for one in places
    }
    return len(said) == 1


def _turned(edges: Edges) -> dict[int, list[int]]:
    back: defaultdict[int, list[int]] = defaultdict(list)
    for place, near in edges.items():
        for one in near:
            back[one].append(place)
    return dict(back)
