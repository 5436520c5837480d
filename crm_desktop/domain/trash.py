"""The trash: how long a client stays in it, and when her time there is over."""

import datetime as dt
from collections.abc import Collection
from typing import Final

KEPT_DAYS: Final = 30
"""How long a client in the trash can be taken back."""

SEEN_DAYS: Final = 7
"""On how many of these days the book must have been open before anything goes by itself."""


def days_left(put_in_on: dt.date, today: dt.date) -> int:
    """Return for how many days more she can be taken back, 0 once her time is over."""
    return min(KEPT_DAYS, max(0, KEPT_DAYS - (today - put_in_on).days))


def is_over(put_in_on: dt.date, today: dt.date, seen: Collection[dt.date]) -> bool:
    """Tell whether she may be deleted for good without being asked for again.

    `seen` are days on which the book was open. A calendar set forward by mistake makes one
    such day, not seven; so it deletes nobody.
    """
    since = {day for day in seen if put_in_on < day <= today}
    return days_left(put_in_on, today) == 0 and len(since) >= SEEN_DAYS
