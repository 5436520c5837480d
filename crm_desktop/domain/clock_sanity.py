"""Whether the clock of the computer can be right, judged by the calendar and the last look."""

import datetime as dt
from enum import StrEnum
from typing import Final

from crm_desktop.domain import lunar

_WRITTEN_IN: Final = 2026
# A clock may be set back by a time zone and a slip; so far nobody sets it who means it.
_MOST_BACK: Final = dt.timedelta(days=3)
# A book can lie in a drawer for long, but a year more is rather a typing slip in the year.
_LONGEST_AWAY: Final = dt.timedelta(days=400)


class ClockTrouble(StrEnum):
    """What seems wrong with the clock.

    LONG_AGO is a year before this product was written, as a computer with an empty battery
    shows; FAR_AHEAD a day beyond the lunar calendar; BEHIND and AHEAD are measured by the last
    day on which the book was looked at.
    """

    LONG_AGO = "long_ago"
    FAR_AHEAD = "far_ahead"
    BEHIND = "behind"
    AHEAD = "ahead"


def clock_trouble(now: dt.datetime, last_look: dt.datetime | None) -> ClockTrouble | None:
    """Return what is wrong with `now`, None where nothing seems to be."""
    if now.year < _WRITTEN_IN:
        return ClockTrouble.LONG_AGO
    if now.date() > lunar.LAST_DAY:
        return ClockTrouble.FAR_AHEAD
    if last_look is None:
        return None
    if now < last_look - _MOST_BACK:
        return ClockTrouble.BEHIND
    return ClockTrouble.AHEAD if now > last_look + _LONGEST_AWAY else None
