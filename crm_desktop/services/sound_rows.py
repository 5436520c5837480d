"""Rows that cannot be read: each is passed over by itself, so that it silences nothing else."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

from crm_desktop.domain.errors import CrmError

Row = TypeVar("Row")
Found = TypeVar("Found")

UNREADABLE: Final = (ValueError, LookupError, TypeError, ArithmeticError, CrmError)
"""What reading a row may raise that another hand, or a damaged disk, has written."""


def sound(rows: Iterable[Row], read: Callable[[Row], Found]) -> Iterator[Found]:
    """Yield what `read` makes of each row, without those it fails on."""
    for row in rows:
        try:
            found = read(row)
        except UNREADABLE:
            continue
        yield found
