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
    """A list of rows that is read from front to back; any other place is slow to reach."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._packed: list[bytes] = []
        self._waiting: list[Row] = []
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
        is_packed = batch < len(self._packed)
        return (_unpacked(self._packed[batch]) if is_packed else self._waiting)[rest]


def _unpacked(packed: bytes) -> list[Row]:
    rows: list[Row] = pickle.loads(zlib.decompress(packed))  # noqa: S301 - packed above, never stored
    return rows


Keep = Callable[[], list[Row] | PackedRows]
"""Makes what a reader puts the rows of a sheet into: `list`, or `PackedRows` where it is large."""
