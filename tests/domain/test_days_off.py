"""Days off: her own word goes before the public holidays, and those before the week."""

import datetime as dt

import pytest

from crm_desktop.domain.days_off import PublicHolidays, runs, with_public_holidays
from crm_desktop.domain.occasions import Rules

# 2026: the National Day holiday, and the Saturday after it, which is worked.
HOLIDAY, WORKED, SUNDAY, MONDAY = (dt.date(2026, 10, day) for day in (1, 10, 11, 12))
PUBLIC = PublicHolidays(days_off=frozenset({HOLIDAY}), working_days=frozenset({WORKED}), until=2026)
WEEKENDS = frozenset({5, 6})


@pytest.mark.parametrize(
    ("rules", "day", "is_off"),
    [
        (Rules(), HOLIDAY, True),
        (Rules(), MONDAY, False),
        (Rules(weekly_off=WEEKENDS), WORKED, False),
        (Rules(weekly_off=WEEKENDS), SUNDAY, True),
        (Rules(working_days=frozenset({HOLIDAY})), HOLIDAY, False),
        (Rules(weekly_off=WEEKENDS, days_off=frozenset({WORKED})), WORKED, True),
        (Rules(weekly_off=WEEKENDS, working_days=frozenset({SUNDAY})), SUNDAY, False),
        (Rules(weekly_off=WEEKENDS), dt.date(2031, 10, 4), True),
    ],
)
def test_which_days_are_off(rules: Rules, day: dt.date, *, is_off: bool) -> None:
    assert with_public_holidays(rules, PUBLIC).is_day_off(day) is is_off


def test_nothing_known_changes_nothing() -> None:
    rules = Rules(weekly_off=WEEKENDS)

    assert with_public_holidays(rules, PublicHolidays()) == rules


@pytest.mark.parametrize(
    ("days", "found"),
    [([], []), ([1], [(1, 1)]), ([3, 1, 2, 2], [(1, 3)]), ([1, 3, 4, 9], [(1, 1), (3, 4), (9, 9)])],
)
def test_days_without_a_gap_are_one_row(days: list[int], found: list[tuple[int, int]]) -> None:
    of_may = [dt.date(2027, 5, day) for day in days]

    assert [(first.day, last.day) for first, last in runs(of_may)] == found
