"""Where a child stands in the school year, as it runs in China."""

import datetime as dt
from enum import StrEnum
from typing import Final

_KINDERGARTEN: Final = 3
_SCHOOL: Final = range(6, 19)
_LAST_OF_MIDDLE: Final = 15
_LAST_OF_HIGH: Final = 18
_FIRST_YEAR: Final = 6


class SchoolTime(StrEnum):
    """What is going on at school that one may ask after."""

    FIRST_KINDERGARTEN = "first_kindergarten"
    FIRST_SCHOOL = "first_school"
    NEW_TERM = "new_term"
    MID_TERM = "mid_term"
    FINALS = "finals"
    WINTER_BREAK = "winter_break"
    ENTRANCE_EXAM = "entrance_exam"
    SUMMER_BREAK = "summer_break"


# (month, day) from which on, to the next one, the time lasts; None is an ordinary week.
_YEAR: Final[tuple[tuple[tuple[int, int], SchoolTime | None], ...]] = (
    ((1, 1), SchoolTime.FINALS),
    ((1, 20), SchoolTime.WINTER_BREAK),
    ((2, 18), SchoolTime.NEW_TERM),
    ((3, 6), None),
    ((4, 15), SchoolTime.MID_TERM),
    ((5, 1), None),
    ((6, 1), SchoolTime.FINALS),
    ((7, 5), SchoolTime.SUMMER_BREAK),
    ((8, 25), SchoolTime.NEW_TERM),
    ((9, 21), None),
    ((11, 5), SchoolTime.MID_TERM),
    ((11, 26), None),
)


def school_time(age: int, today: dt.date) -> SchoolTime | None:
    """Return what is going on for a child of this age, None in an ordinary week or out of school.

    Terms differ by a week or two between provinces; the windows are those they share.
    """
    found = [time for start, time in _YEAR if start <= (today.month, today.day)]
    time = found[-1]
    in_autumn = time is SchoolTime.NEW_TERM and today.month > _SCHOOL.start
    if age == _KINDERGARTEN and in_autumn:
        return SchoolTime.FIRST_KINDERGARTEN
    if age not in _SCHOOL:
        return None
    if age == _FIRST_YEAR and in_autumn:
        return SchoolTime.FIRST_SCHOOL
    if time is SchoolTime.FINALS and today.month == 6 and age in {_LAST_OF_MIDDLE, _LAST_OF_HIGH}:  # noqa: PLR2004 - June
        return SchoolTime.ENTRANCE_EXAM
    return time
