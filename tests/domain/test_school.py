"""The school year as one asks after it."""

import datetime as dt

import pytest

from crm_desktop.domain.school import SchoolTime, school_time


@pytest.mark.parametrize(
    ("age", "month", "day", "time"),
    [
        (8, 1, 10, SchoolTime.FINALS),
        (8, 1, 20, SchoolTime.WINTER_BREAK),
        (8, 2, 18, SchoolTime.NEW_TERM),
        (8, 3, 6, None),
        (8, 4, 20, SchoolTime.MID_TERM),
        (8, 6, 7, SchoolTime.FINALS),
        (15, 6, 7, SchoolTime.ENTRANCE_EXAM),
        (18, 6, 7, SchoolTime.ENTRANCE_EXAM),
        (15, 1, 10, SchoolTime.FINALS),
        (8, 7, 20, SchoolTime.SUMMER_BREAK),
        (8, 9, 1, SchoolTime.NEW_TERM),
        (3, 9, 1, SchoolTime.FIRST_KINDERGARTEN),
        (6, 9, 1, SchoolTime.FIRST_SCHOOL),
        (6, 2, 20, SchoolTime.NEW_TERM),
        (3, 2, 20, None),
        (5, 9, 1, None),
        (19, 6, 7, None),
        (8, 10, 10, None),
        (8, 11, 22, SchoolTime.MID_TERM),
        (8, 12, 31, None),
    ],
)
def test_what_is_going_on_at_school(
    age: int, month: int, day: int, time: SchoolTime | None
) -> None:
    assert school_time(age, dt.date(2026, month, day)) is time
