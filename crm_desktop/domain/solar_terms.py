"""The 24 solar terms: which day of a year each is, and which term a day is, 1901 to 2100."""

import datetime as dt
from enum import StrEnum
from typing import Final

from crm_desktop.domain.solar_term_years import EARLIEST, FIRST_YEAR, LAST_YEAR, YEARS

_A_MONTH: Final = 2


class SolarTerm(StrEnum):
    """A solar term, two a month from January on: the sun 15 degrees further each time."""

    MINOR_COLD = "minor_cold"
    MAJOR_COLD = "major_cold"
    SPRING_BEGINS = "spring_begins"
    RAIN_WATER = "rain_water"
    INSECTS_AWAKEN = "insects_awaken"
    SPRING_EQUINOX = "spring_equinox"
    CLEAR_AND_BRIGHT = "clear_and_bright"
    GRAIN_RAIN = "grain_rain"
    SUMMER_BEGINS = "summer_begins"
    GRAIN_FULL = "grain_full"
    GRAIN_IN_EAR = "grain_in_ear"
    SUMMER_SOLSTICE = "summer_solstice"
    MINOR_HEAT = "minor_heat"
    MAJOR_HEAT = "major_heat"
    AUTUMN_BEGINS = "autumn_begins"
    HEAT_ENDS = "heat_ends"
    WHITE_DEW = "white_dew"
    AUTUMN_EQUINOX = "autumn_equinox"
    COLD_DEW = "cold_dew"
    FROST = "frost"
    WINTER_BEGINS = "winter_begins"
    MINOR_SNOW = "minor_snow"
    MAJOR_SNOW = "major_snow"
    WINTER_SOLSTICE = "winter_solstice"


_TERMS: Final = tuple(SolarTerm)
_PLACE: Final = {term: place for place, term in enumerate(_TERMS)}


def day_of_term(term: SolarTerm, year: int) -> dt.date | None:
    """Return the day of a term in a solar year, None outside 1901 to 2100."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    place = _PLACE[term]
    return dt.date(year, place // _A_MONTH + 1, _day(year, place))


def solar_term_on(day: dt.date) -> SolarTerm | None:
    """Return the term that falls on a day; most days, and all outside 1901 to 2100, have none."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return None
    first = (day.month - 1) * _A_MONTH
    places = range(first, first + _A_MONTH)
    return next((_TERMS[place] for place in places if _day(day.year, place) == day.day), None)


def _day(year: int, place: int) -> int:
    return EARLIEST[place] + (YEARS[year - FIRST_YEAR] >> 2 * place & 3)
