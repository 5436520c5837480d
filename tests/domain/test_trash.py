"""The 30 days in the trash, counted so that a wrong calendar deletes nobody."""

import datetime as dt
from collections.abc import Sequence

import pytest

from crm_desktop.domain.trash import days_left, is_over

PUT_IN = dt.date(2026, 11, 22)


def days(*after: int) -> list[dt.date]:
    return [PUT_IN + dt.timedelta(days=day) for day in after]


@pytest.mark.parametrize(
    ("after", "left"),
    [(0, 30), (1, 29), (29, 1), (30, 0), (400, 0), pytest.param(-3, 30, id="calendar set back")],
)
def test_she_can_be_taken_back_for_thirty_days(after: int, left: int) -> None:
    assert days_left(PUT_IN, PUT_IN + dt.timedelta(days=after)) == left


@pytest.mark.parametrize(
    ("after", "seen", "over"),
    [
        pytest.param(30, days(1, 2, 3, 4, 5, 6, 30), True, id="seen on seven days"),
        pytest.param(29, days(*range(1, 30)), False, id="a day early"),
        pytest.param(30, days(30), False, id="the calendar jumped to it"),
        pytest.param(31, days(29, 30, 31), False, id="a few days in a jumped calendar"),
        pytest.param(30, days(0, 1, 2, 3, 4, 5, 30), False, id="the day itself does not count"),
        pytest.param(30, days(-9, -8, -7, -6, -5, -4, -3), False, id="days before do not count"),
        pytest.param(30, days(1, 40, 41, 42, 43, 44, 45), False, id="nor days to come"),
    ],
)
def test_nobody_goes_before_the_book_was_open_on_seven_of_the_days(
    after: int, seen: Sequence[dt.date], *, over: bool
) -> None:
    assert is_over(PUT_IN, PUT_IN + dt.timedelta(days=after), seen) is over
