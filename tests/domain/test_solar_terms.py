"""The solar terms, against a second table and against the lunar months that follow from them."""

import datetime as dt

import pytest
from borax.calendars.lunardate import TermUtils

from crm_desktop.domain import lunar
from crm_desktop.domain.solar_terms import SolarTerm, day_of_term, solar_term_on


@pytest.mark.parametrize("place", range(24))
def test_every_term_of_every_year_is_the_day_of_a_second_table(place: int) -> None:
    term = list(SolarTerm)[place]

    ours = [day_of_term(term, year) for year in range(1901, 2101)]

    assert ours == [TermUtils.nth_term_day(year, place) for year in range(1901, 2101)]


def test_a_day_knows_its_term_and_24_days_a_year_have_one() -> None:
    day, found = dt.date(1901, 1, 1), []
    while day.year < 2101:
        term = solar_term_on(day)
        if term is not None:
            found.append(term)
            assert day_of_term(term, day.year) == day
        day += dt.timedelta(days=1)

    assert found == list(SolarTerm) * 200


def test_winter_solstice_lies_in_the_eleventh_month_of_our_lunar_table() -> None:
    days = [day_of_term(SolarTerm.WINTER_SOLSTICE, year) for year in range(1901, 2101)]

    assert {lunar.to_lunar(day).month for day in days if day is not None} == {11}


def test_no_leap_month_holds_a_term_of_the_second_half() -> None:
    for year in range(1902, 2100):
        repeated = lunar.leap_month(year)
        if repeated is None:
            continue
        first = lunar.to_solar(lunar.LunarDay(year, repeated, 1, leap=True))
        length = lunar.month_length(year, repeated, leap=True)
        terms = [solar_term_on(first + dt.timedelta(days=at)) for at in range(length)]

        assert not [term for term in terms if term in list(SolarTerm)[1::2]], year


@pytest.mark.parametrize("day", [dt.date(1, 4, 4), dt.date(1900, 12, 22), dt.date(2101, 1, 5)])
def test_outside_the_table_there_is_none(day: dt.date) -> None:
    assert solar_term_on(day) is None
    assert day_of_term(SolarTerm.MINOR_COLD, day.year) is None


@pytest.mark.parametrize(
    ("day", "term"),
    [
        (dt.date(2026, 4, 5), SolarTerm.CLEAR_AND_BRIGHT),
        (dt.date(2027, 4, 5), SolarTerm.CLEAR_AND_BRIGHT),
        (dt.date(2028, 4, 4), SolarTerm.CLEAR_AND_BRIGHT),
        (dt.date(2026, 12, 22), SolarTerm.WINTER_SOLSTICE),
        (dt.date(2026, 2, 4), SolarTerm.SPRING_BEGINS),
        (dt.date(2026, 8, 7), SolarTerm.AUTUMN_BEGINS),
        (dt.date(2026, 8, 9), None),
    ],
)
def test_days_one_can_look_up(day: dt.date, term: SolarTerm | None) -> None:
    assert solar_term_on(day) is term
