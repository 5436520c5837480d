"""Days as cells: typed dates where Excel has them, else words."""

import datetime as dt

import pytest

from crm_desktop.domain.dates import Calendar, DatedFact, check
from crm_desktop.excel.day_cells import day_cell, day_text
from crm_desktop.excel.parsing.dates import parse_date

TODAY = dt.date(2026, 11, 22)
SOLAR, LUNAR = Calendar.SOLAR, Calendar.LUNAR


@pytest.mark.parametrize(
    ("fact", "cell"),
    [
        (DatedFact(calendar=SOLAR, year=1986, month=9, day=18), dt.date(1986, 9, 18)),
        (DatedFact(calendar=SOLAR, year=1901, month=1, day=1), dt.date(1901, 1, 1)),
        (DatedFact(calendar=SOLAR, year=1900, month=12, day=31), "1900年12月31日"),
        (DatedFact(calendar=SOLAR, month=5, day=29), "5月29日"),
        (DatedFact(calendar=SOLAR, year=2025, month=2, day=30), "2025年2月30日"),
        (DatedFact(calendar=LUNAR, year=1972, month=1, day=8), "农历1972年正月初八"),
        (DatedFact(calendar=LUNAR, month=8, day=15), "农历八月十五"),
        (DatedFact(calendar=LUNAR, month=5, day=3, leap=True), "农历闰五月初三"),
        (DatedFact(calendar=LUNAR, year=1990, month=11, day=10), "农历1990年冬月初十"),
        (DatedFact(calendar=LUNAR, month=12, day=20), "农历腊月二十"),
        (DatedFact(calendar=LUNAR, month=12, day=21), "农历腊月廿一"),
        (DatedFact(calendar=LUNAR, month=10, day=29), "农历十月廿九"),
        (DatedFact(calendar=LUNAR, month=12, day=30), "农历腊月三十"),
        (DatedFact(calendar=LUNAR, month=2, day=11), "农历二月十一"),
    ],
)
def test_a_day_becomes_a_date_or_words(fact: DatedFact, cell: object) -> None:
    assert day_cell(fact) == cell


@pytest.mark.parametrize("year", [None, 1972, 1990])
@pytest.mark.parametrize("calendar", [SOLAR, LUNAR])
def test_our_own_parser_reads_every_day_back(calendar: Calendar, year: int | None) -> None:
    facts = [
        DatedFact(calendar=calendar, year=year, month=month, day=day, leap=leap)
        for month in range(1, 13)
        for day in range(1, 32)
        for leap in ((False, True) if calendar is LUNAR else (False,))
    ]
    real = [fact for fact in facts if check(fact) is None]

    read = [parse_date(day_text(fact), today=TODAY) for fact in real]

    assert len(real) > 350
    assert read == real
