"""Rows that cannot be read: each is passed over by itself, so that it silences nothing else."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, TypeVar

from crm_desktop.domain.errors import CrmError
from crm_desktop.domain.leads import MOST_DAYS

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


def lead_days(stored: Any) -> int | None:  # noqa: ANN401 - whatever the row holds
    """Return the lead of a single date.

    Raises:
        ValueError, TypeError: It is none, or longer than any may be.
    """
    if stored is None:
        return None
    if 0 <= stored <= MOST_DAYS:
        return int(stored)
    raise ValueError(stored)
