"""Rows kept compressed, a thousand at a time: a list of millions of cells in little memory."""

import pickle
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, overload

from typing_extensions import override

from crm_desktop.excel.workbook import CellValue

_BATCH: Final = 1000

Row = Sequence[CellValue]


class PackedRows(Sequence[Row]):
    """A list of rows that is read from front to back; far from the last place is slow."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._packed: list[bytes] = []
        self._waiting: list[Row] = []
        self._last: tuple[int, list[Row]] = (-1, [])
        self.extend(rows)

    def append(self, row: Row) -> None:
        """Add one row below the last."""
        self._waiting.append(row)
        if len(self._waiting) == _BATCH:
            self._packed.append(zlib.compress(pickle.dumps(self._waiting), 1))
            self._waiting = []

    def extend(self, rows: Iterable[Row]) -> None:
        """Add rows below the last."""
        for row in rows:
            self.append(row)

    @override
    def __len__(self) -> int:
        return len(self._packed) * _BATCH + len(self._waiting)

    @override
    def __iter__(self) -> Iterator[Row]:
        for packed in self._packed:
            yield from _unpacked(packed)
        yield from self._waiting

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> list[Row]: ...
    @override
    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        if isinstance(place, slice):
            start, stop, step = place.indices(len(self))
            return list(islice(self, start, stop, step))
        batch, rest = divmod(range(len(self))[place], _BATCH)
        return self._batch(batch)[rest]

    def _batch(self, place: int) -> list[Row]:
        """Return the rows of a batch; the one reached last stays unpacked."""
        if place == len(self._packed):
            return self._waiting
        known, rows = self._last
        if known != place:
            rows = _unpacked(self._packed[place])
            self._last = (place, rows)
        return rows


def _unpacked(packed: bytes) -> list[Row]:
    rows: list[Row] = pickle.loads(zlib.decompress(packed))  # noqa: S301 - packed above, never stored
    return rows


Keep = Callable[[], list[Row] | PackedRows]
"""Makes what a reader puts the rows of a sheet into: `list`, or `PackedRows` where it is large."""
