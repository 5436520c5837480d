"""Who is with two consultants: found over all books, each taken from its shelf and put back."""

import bisect
import datetime as dt
from array import array
from collections.abc import Collection, Iterator, Sequence
from functools import partial
from typing import Final

from crm_desktop.domain.consolidation import COMPARED, Likeness, Pair, between, paired
from crm_desktop.domain.exporting import Progress
from crm_desktop.domain.matching import Grounds
from crm_desktop.excel.consolidation_doubles import Cells, Crowd, likeness_of
from crm_desktop.excel.consolidation_layout import SHOWN
from crm_desktop.excel.consolidation_writing import Met, Source
from crm_desktop.excel.workbook import CellValue
from crm_desktop.excel.workbook_layout import IDENTITY, SHEETS
from crm_desktop.services.consolidation_books import stage

_CLIENTS: Final = SHEETS[0].title
_TELLING: Final = (IDENTITY.name, *dict.fromkeys((*SHOWN, *COMPARED)))
_BETWEEN_REPORTS: Final = 500


def pairs_of(sources: Sequence[Source], today: dt.date, tick: Progress) -> tuple[list[Pair], int]:
    """Return the pairs of clients of different books who are or may be one.

    And how many clients share something with too many others to be compared by it.
    """
    crowd = Crowd()
    for number, source, cells in _clients(sources, stage(tick, 0, 400)):
        crowd.add(number, source.number, likeness_of(cells, today))
    ones, others = array("i"), array("i")
    for one, other in crowd.candidates(partial(tick, 400, 1000)):
        if len(ones) % _BETWEEN_REPORTS == 0:
            tick(400, 1000)
        ones.append(one)
        others.append(other)
    known = _likenesses(sources, {*ones, *others}, today, stage(tick, 400, 600))
    watched = _watched(ones, others, stage(tick, 600, 1000))

    def judged(one: int, other: int) -> Grounds | None:
        return between(known[one], known[other])

    return paired(watched, judged), crowd.crowded


def met(sources: Sequence[Source], numbers: Collection[int], tick: Progress) -> dict[int, Met]:
    """Return the clients of these numbers, with the cells that tell about them."""
    return {
        number: Met(source=source, cells=cells)
        for number, source, cells in _clients(sources, tick, numbers)
    }


def _likenesses(
    sources: Sequence[Source], numbers: set[int], today: dt.date, tick: Progress
) -> dict[int, Likeness]:
    return {
        number: likeness_of(cells, today) for number, _, cells in _clients(sources, tick, numbers)
    }


def _watched(
    ones: Sequence[int], others: Sequence[int], tick: Progress
) -> Iterator[tuple[int, int]]:
    for done, pair in enumerate(zip(ones, others, strict=True)):
        if done % _BETWEEN_REPORTS == 0:
            tick(done, len(ones))
        yield pair


def _clients(
    sources: Sequence[Source], tick: Progress, numbers: Collection[int] | None = None
) -> Iterator[tuple[int, Source, Cells]]:
    """Yield the clients of all books, or those of these numbers, each with her telling cells."""
    wanted = None if numbers is None else sorted(numbers)
    for done, source in enumerate(sources):
        tick(done, len(sources))
        count = source.shelf.rows[_CLIENTS]
        if wanted is None:
            places: Sequence[int] = range(count)
        else:
            begins = bisect.bisect_left(wanted, source.first)
            ends = bisect.bisect_left(wanted, source.first + count)
            places = [number - source.first for number in wanted[begins:ends]]
        table = source.shelf.table(_CLIENTS) if places else None
        if table is None:
            continue
        telling = [(key, place) for place, key in enumerate(table.keys) if key in _TELLING]
        for row in places:
            if row % _BETWEEN_REPORTS == 0:
                tick(done, len(sources))
            yield source.first + row, source, _cells(table.rows[row], telling)


def _cells(row: Sequence[CellValue], telling: Sequence[tuple[str, int]]) -> Cells:
    return {key: row[place] for key, place in telling}
