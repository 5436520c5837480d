"""Which days a clinic's list names every line of, and what it said before that is gone from it."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from crm_desktop.domain.base_facts import counted
from crm_desktop.domain.clinic_pairing import as_told, sense
from crm_desktop.domain.clinic_rows import BillRow
from crm_desktop.domain.foreign import Cells, text_of
from crm_desktop.domain.import_plan import Days, GoneLine, SheetRead
from crm_desktop.domain.records.clinic import Bill
from crm_desktop.domain.records.enums import BillKind

GONE: Final = "gone"
"""A cell of a base: a list that named every line of that day had this one no more."""

_FEW: Final = 3
"""So many lines, or clients, may be missing from a list that is whole."""

_HOURS: Final = dt.timedelta(days=1)
"""A list may have some hours of the days before and after those it is whole on."""

_CLIENTS_PER_BEAT: Final = 200
_SORTS: Final[Mapping[str, int]] = {kind.value: sense(Bill(kind=kind)) for kind in BillKind}
_BACK: Final = 0
_SALE: Final = 3

Told = Mapping[int, Mapping[int, Cells]]
"""What was said of each line of ours, by client and number of the line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The days a list is whole on, by the sort of line; a list of some lines `is_selection`."""

    days: tuple[Days, ...] = ()
    is_selection: bool = False

    def covers(self, bill: Bill, beyond: dt.timedelta = dt.timedelta()) -> bool:
        """Return whether the list would name the line, if the clinic had it still.

        With `beyond` a line so little before its first or after its last is meant too.
        """
        return self.covers_day(sense(bill), bill.on, beyond)

    def covers_day(self, sort: int, on: dt.date, beyond: dt.timedelta = dt.timedelta()) -> bool:
        """Return whether lines of a sort are all there on a day."""
        return any(
            first - beyond <= on <= last + beyond
            for each, first, last in self.days
            if each == sort or (sort, each) == (_BACK, _SALE)
        )


@dataclass(slots=True, kw_only=True)
class Missing:
    """What they had said of the days of a list that is not in it as it was.

    `lines` are those of clients it names, beside them how many lines it has: the same after it
    was taken in; `clients` are those it has no line of.
    """

    lines: int = 0
    of_lines: int = 0
    clients: set[int] = field(default_factory=set)

    @property
    def is_selection(self) -> bool:
        """Return whether more lines are missing than are there."""
        return self.lines > max(_FEW, self.of_lines)


def cover_of(lines: Iterable[BillRow], sheets: Iterable[SheetRead], today: dt.date) -> Cover:
    """Return the days each sheet of bills is whole on, for the sorts of lines it has.

    They are those its title rows state, where all its lines lie within, else from its first
    line to its last. Days that have not come yet are no days of a bill.
    """
    # A list has a hundred thousand lines: nothing is made for a single one.
    seen: defaultdict[str, defaultdict[int, list[dt.date]]] = defaultdict(lambda: defaultdict(list))
    for line in lines:
        on = line.draft.on
        if on is not None and on <= today and not line.is_arrival:
            seen[line.sheet][_sense_of(line)].append(on)
    stated = {sheet.name: sheet.days for sheet in sheets if sheet.days is not None}
    found: list[Days] = []
    for sheet, sorts in seen.items():
        first = min(min(days) for days in sorts.values())
        last = max(max(days) for days in sorts.values())
        said = stated.get(sheet)
        if said is not None and said[0] - _HOURS <= first and last <= said[1] + _HOURS:
            first, last = said
        found += [(sort, first, last) for sort in sorts]
    return Cover(days=tuple(sorted(found)))


def is_of_some(missing: int, there: int) -> bool:
    """Return whether more clients are missing than are there: a list about chosen ones."""
    return missing > max(_FEW, there)


def missing_of(
    told: Told,
    named: Mapping[int, Sequence[BillRow]],
    cover: Cover,
    beat: Callable[[], None],
) -> Missing:
    """Return what they had said of the days of a list whose lines are `named`, and say no more.

    `beat` is called now and then, and may raise to stop.
    """
    found = Missing(of_lines=sum(map(len, named.values())))
    for count, (client_id, lines) in enumerate(told.items()):
        if count % _CLIENTS_PER_BEAT == 0:
            beat()
        known = Counter(_key(cells) for cells in _covered(lines, cover))
        if known and client_id in named:
            found.lines += (known - Counter(map(_key_of, named[client_id]))).total()
        elif known:
            found.clients.add(client_id)
    return found


def gone_lines(client_id: int, lines: Mapping[int, Cells], cover: Cover) -> Iterator[GoneLine]:
    """Yield what of these lines, none of which a list names, is gone by it."""
    for number, cells in lines.items():
        bill = as_told(Bill(id=number, client_id=client_id), cells)
        if cover.covers(bill):
            yield gone_line(bill)


def gone_line(bill: Bill) -> GoneLine:
    """Return a line as one that they have no more."""
    return GoneLine(
        client_id=bill.client_id,
        bill_id=bill.id,
        on=bill.on,
        project=bill.project,
        paid=counted(bill),
    )


def without_mark(lines: Mapping[int, Cells]) -> dict[int, Cells]:
    """Return what was said of lines without the word that they are gone."""
    return {
        number: {name: text for name, text in cells.items() if name != GONE}
        if GONE in cells
        else cells
        for number, cells in lines.items()
    }


def _covered(lines: Mapping[int, Cells], cover: Cover) -> Iterator[Cells]:
    for cells in lines.values():
        sort = _SORTS[cells.get("kind", BillKind.PAYMENT)]
        on = dt.date.fromisoformat(cells["on"]) if "on" in cells else dt.date.min
        if GONE not in cells and cover.covers_day(sort, on):
            yield cells


def _sense_of(line: BillRow) -> int:
    kind = line.draft.kind or BillKind.PAYMENT
    return _BACK if (line.draft.paid or 0) < 0 else _SORTS[kind]


def _key(cells: Cells) -> tuple[str, ...]:
    return cells.get("on", ""), cells.get("project", ""), cells.get("paid", "")


def _key_of(line: BillRow) -> tuple[str, ...]:
    said = line.draft
    return text_of(said.on), said.project, text_of(abs(said.paid or 0))
