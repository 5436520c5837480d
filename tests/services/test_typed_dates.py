"""Dates as she types them into a field are read, or refused with the part that is wrong."""

import datetime as dt

import pytest

from crm_desktop.domain.date_faults import DateFault
from crm_desktop.domain.dates import DatedFact
from crm_desktop.services.typed_dates import typed_date
from tests.domain.facts import lunar, solar

TODAY = dt.date(2026, 11, 22)
SHOWN = solar(3, 8)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("1990-5-12", solar(5, 12, 1990)),
        ("1990.05.12", solar(5, 12, 1990)),
        ("19900512", solar(5, 12, 1990)),
        ("90年5月12日", solar(5, 12, 1990)),
        ("5-12", solar(5, 12)),
        ("５／１２", solar(5, 12)),
        ("0229", solar(2, 29)),
        ("1205", solar(12, 5)),
        ("2000-02-29", solar(2, 29, 2000)),
        ("12 May 1990", solar(5, 12, 1990)),
        ("腊月三十", lunar(12, 30)),
        ("正月初一", lunar(1, 1)),
        ("闰六月初三", lunar(6, 3, leap=True)),
        ("2025年闰六月初三", lunar(6, 3, 2025, leap=True)),
        ("农历八月十五", lunar(8, 15)),
        ("农历1990年八月十五", lunar(8, 15, 1990)),
        ("农历 8-15", lunar(8, 15)),
        ("lunar 8-15", lunar(8, 15)),
        # The day in an ID-card number.
        ("110105199005120021", solar(5, 12, 1990)),
        ("11010519900512002X", solar(5, 12, 1990)),
        # A year alone goes with the day that stands in the field.
        ("1984", solar(3, 8, 1984)),
    ],
)
def test_a_date_is_read_as_it_was_told(text: str, fact: DatedFact) -> None:
    assert typed_date(text, SHOWN, today=TODAY) == fact


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("tomorrow week", DateFault.UNREADABLE),
        ("--0229-", DateFault.UNREADABLE),
        ("13-5", DateFault.NO_SUCH_MONTH),
        ("4-31", DateFault.NO_SUCH_DAY),
        ("2-30", DateFault.NO_SUCH_DAY),
        ("5-0", DateFault.NO_SUCH_DAY),
        ("2025-02-29", DateFault.NO_29_FEBRUARY),
        ("农历八月三十一", DateFault.LUNAR_31),
        ("农历 8-31", DateFault.LUNAR_31),
        # The twelfth month of 2026 has 29 days.
        ("2026年腊月三十", DateFault.SHORT_MONTH),
        ("2026年闰六月初三", DateFault.NO_LEAP_MONTH),
        ("农历2101年正月初一", DateFault.YEAR_OUT_OF_RANGE),
        ("1604-05-12", DateFault.YEAR_OUT_OF_RANGE),
        ("0001-05-12", DateFault.YEAR_OUT_OF_RANGE),
        ("1900-05-12", DateFault.YEAR_OUT_OF_RANGE),
        ("2101-05-12", DateFault.YEAR_OUT_OF_RANGE),
        ("110105199013320021", DateFault.NO_SUCH_MONTH),
        ("110105199002300021", DateFault.NO_SUCH_DAY),
    ],
)
def test_an_impossible_date_says_which_part_is_wrong(text: str, fault: DateFault) -> None:
    assert typed_date(text, SHOWN, today=TODAY) is fault


@pytest.mark.parametrize(
    ("text", "shown", "fault"),
    [
        ("2025", solar(2, 29), DateFault.NO_29_FEBRUARY),
        ("2026", lunar(12, 30), DateFault.SHORT_MONTH),
    ],
)
def test_a_year_that_lacks_the_day_in_the_field_is_refused(
    text: str, shown: DatedFact, fault: DateFault
) -> None:
    assert typed_date(text, shown, today=TODAY) is fault


def test_an_empty_field_is_no_date() -> None:
    assert typed_date("  ", SHOWN, today=TODAY) is None
