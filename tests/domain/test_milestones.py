import datetime as dt

import pytest
from borax.calendars.lunardate import LunarDate
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain import lunar
from crm_desktop.domain.milestones import birth_years, milestone_days, milestones_within
from crm_desktop.domain.occasions import Milestone

YEARS = st.dates(dt.date(1950, 1, 1), dt.date(2055, 12, 31))


@pytest.mark.parametrize(
    ("born", "full_month", "hundred", "school"),
    [
        # An ordinary child: lunar 10-14, then 11-14.
        ("2026-11-22", "2026-12-22", "2027-03-01", "2033-09-01"),
        ("2020-08-31", "2020-09-29", "2020-12-08", "2026-09-01"),
        ("2020-09-01", "2020-09-30", "2020-12-09", "2027-09-01"),
        # Lunar 6-01 of 2025 is followed by the leap sixth month, and that by the seventh.
        ("2025-06-25", "2025-07-25", "2025-10-02", "2031-09-01"),
        ("2025-07-25", "2025-08-23", "2025-11-01", "2031-09-01"),
        # The 30th of the eleventh month; the twelfth of 2025 ends on the 29th.
        ("2026-01-18", "2026-02-16", "2026-04-27", "2032-09-01"),
        # Across the lunar new year.
        ("2026-02-16", "2026-03-17", "2026-05-26", "2032-09-01"),
    ],
)
def test_days_of_a_young_child(born: str, full_month: str, hundred: str, school: str) -> None:
    found = dict(milestone_days(dt.date.fromisoformat(born)))

    assert found[Milestone.FULL_MONTH] == dt.date.fromisoformat(full_month)
    assert found[Milestone.HUNDRED_DAYS] == dt.date.fromisoformat(hundred)
    assert found[Milestone.SCHOOL] == dt.date.fromisoformat(school)


@pytest.mark.parametrize("born", [lunar.FIRST_DAY - dt.timedelta(days=1), lunar.LAST_DAY])
def test_beyond_the_lunar_table_there_is_no_full_month(born: dt.date) -> None:
    assert [kind for kind, _ in milestone_days(born)] == [
        Milestone.HUNDRED_DAYS,
        Milestone.SCHOOL,
    ]


@given(YEARS)
def test_full_month_is_the_same_day_of_another_month(born: dt.date) -> None:
    then = dict(milestone_days(born))[Milestone.FULL_MONTH]

    before, after = (LunarDate.from_solar_date(d.year, d.month, d.day) for d in (born, then))
    assert 29 <= (then - born).days <= 30
    assert (before.month, before.leap) != (after.month, after.leap)
    assert after.day == before.day or (before.day, after.day) == (30, 29)


@given(YEARS)
def test_the_sieve_keeps_every_year_of_birth(born: dt.date) -> None:
    for _, on in milestone_days(born):
        assert {born.year, lunar.to_lunar(born).year} <= birth_years(on, on)


@given(YEARS, st.integers(-3, 3), st.integers(0, 40))
def test_within_a_window_is_what_falls_into_it(born: dt.date, off: int, length: int) -> None:
    for _, on in milestone_days(born):
        first = on + dt.timedelta(days=off)
        last = first + dt.timedelta(days=length)
        expected = [each for each in milestone_days(born) if first <= each[1] <= last]

        assert list(milestones_within(born, first, last)) == expected
