import csv
import datetime as dt
import pathlib

import pytest
from borax.calendars.lunardate import LunarDate

from crm_desktop.domain import lunar, lunar_years
from crm_desktop.domain.errors import NoSuchLunarDay
from crm_desktop.domain.lunar import LunarDay
from crm_desktop.domain.problems import ProblemCode

# Borax is wrong in these lunar years; everywhere else it is a second opinion.
WRONG_IN_BORAX = {2057, 2089, 2097}


@pytest.fixture(scope="module")
def observatory(shared_data: pathlib.Path) -> list[dict[str, str]]:
    with (shared_data / "lunar" / "hko_years.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def walked(rows: list[dict[str, str]]) -> list[tuple[dt.date, LunarDay]]:
    """Lay the 200 years out day by day, straight from the file of the observatory."""
    days = []
    for row in rows:
        day, number, leap = dt.date.fromisoformat(row["new_year"]), 0, False
        for length in row["month_lengths"].split():
            leap = not leap and number == int(row["leap_month"]) and number > 0
            number += not leap
            for place in range(1, int(length) + 1):
                days.append((day, LunarDay(int(row["lunar_year"]), number, place, leap)))
                day += dt.timedelta(days=1)
    return days


def test_table_holds_what_the_observatory_published(observatory: list[dict[str, str]]) -> None:
    packed = []
    for row in observatory:
        new_year = dt.date.fromisoformat(row["new_year"])
        long = [length == "30" for length in row["month_lengths"].split()]
        bits = sum(is_long << place for place, is_long in enumerate(long))
        packed.append(new_year.timetuple().tm_yday - 1 << 17 | int(row["leap_month"]) << 13 | bits)

    assert tuple(packed) == lunar_years.YEARS


def test_every_day_of_two_centuries_converts_both_ways(observatory: list[dict[str, str]]) -> None:
    days = walked(observatory)

    wrong = [
        day for day, name in days if lunar.to_lunar(day) != name or lunar.to_solar(name) != day
    ]

    assert wrong == []
    assert (days[0][0], days[-1][0], len(days)) == (
        dt.date(1901, 2, 19),
        dt.date(2101, 1, 28),
        73028,
    )


def test_every_lunar_date_that_is_not_in_the_table_is_refused(
    observatory: list[dict[str, str]],
) -> None:
    possible = {name for _, name in walked(observatory)}
    named = (
        LunarDay(year, month, day, leap)
        for year in range(1899, 2104)
        for month in range(14)
        for day in range(33)
        for leap in (False, True)
    )

    wrong = [name for name in named if (name in possible) is not _converts(name)]

    assert wrong == []


def _converts(name: LunarDay) -> bool:
    try:
        lunar.to_solar(name)
    except NoSuchLunarDay:
        return False
    return True


def test_borax_agrees_outside_the_years_it_has_wrong() -> None:
    span = (lunar.LAST_DAY - lunar.FIRST_DAY).days
    days = [lunar.FIRST_DAY + dt.timedelta(days=n) for n in range(0, span, 7)]

    differing = set()
    for day in days:
        other = LunarDate.from_solar(day)
        ours = lunar.to_lunar(day)
        if ours != (other.year, other.month, other.day, bool(other.leap)):
            differing.add(ours.year)

    assert differing <= WRONG_IN_BORAX


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (LunarDay(1990, 8, 1, leap=True), ProblemCode.LEAP_MONTH_ABSENT),
        (LunarDay(2028, 6, 1, leap=True), ProblemCode.LEAP_MONTH_ABSENT),
        (LunarDay(1901, 1, 30), ProblemCode.IMPOSSIBLE_DATE),
        (LunarDay(1901, 2, 31), ProblemCode.IMPOSSIBLE_DATE),
        (LunarDay(1990, 5, 0), ProblemCode.IMPOSSIBLE_DATE),
        (LunarDay(1990, 13, 1), ProblemCode.IMPOSSIBLE_DATE),
        (LunarDay(1990, 0, 1), ProblemCode.IMPOSSIBLE_DATE),
        (LunarDay(1900, 12, 1), ProblemCode.LUNAR_OUT_OF_RANGE),
        (LunarDay(2101, 1, 1), ProblemCode.LUNAR_OUT_OF_RANGE),
    ],
)
def test_impossible_lunar_days_are_refused_with_the_reason(
    day: LunarDay, code: ProblemCode
) -> None:
    with pytest.raises(NoSuchLunarDay) as caught:
        lunar.to_solar(day)

    assert caught.value.code is code


@pytest.mark.parametrize("day", [dt.date(1901, 2, 18), dt.date(2101, 1, 29)])
def test_days_outside_the_table_are_refused(day: dt.date) -> None:
    with pytest.raises(NoSuchLunarDay, match="lunar_out_of_range"):
        lunar.to_lunar(day)


@pytest.mark.parametrize(("year", "month"), [(2028, 5), (2033, 11), (2023, 2), (2026, None)])
def test_leap_month_of_a_year(year: int, month: int | None) -> None:
    assert lunar.leap_month(year) == month


@pytest.mark.parametrize("year", [1900, 2101])
def test_leap_month_of_a_year_beyond_the_table_is_refused(year: int) -> None:
    with pytest.raises(ValueError, match="lunar_out_of_range"):
        lunar.leap_month(year)
