"""Days on the page: what is told of a birthday, a wedding and any other day."""

import datetime as dt

import pytest

from crm_desktop.domain.dates import Calendar
from crm_desktop.domain.records import ClientDate, DateKind
from crm_desktop.ui.client.when import age_words


@pytest.mark.parametrize(
    ("kind", "year", "words"),
    [
        (DateKind.BIRTHDAY, 1990, "36 years, horse"),
        (DateKind.WEDDING, 2014, "12 years married"),
        (DateKind.VALUED, 2022, "4 years on"),
        (DateKind.VALUED, None, ""),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_years_are_told_as_the_kind_of_day_wants(
    kind: DateKind, year: int | None, words: str
) -> None:
    date = ClientDate(client_id=1, kind=kind, calendar=Calendar.SOLAR, year=year, month=5, day=12)

    assert age_words(date, dt.date(2026, 11, 22)) == words


@pytest.mark.parametrize(
    ("born", "words"),
    [
        ((2026, 11, 22), "0 days old, horse"),
        ((2026, 10, 23), "30 days old, horse"),
        ((2026, 10, 22), "1 month old, horse"),
        ((2025, 11, 23), "11 months old, snake"),
        ((2025, 11, 22), "1 year (2 lunar), snake"),
        # 虚岁 turns at the lunar new year: two for an infant of three months.
        ((2026, 2, 1), "9 months old, snake"),
        ((1990, 1, 20), "36 years (38 lunar), snake"),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_both_ages_stand_beside_each_other(born: tuple[int, int, int], words: str) -> None:
    year, month, day = born
    date = ClientDate(client_id=1, year=year, month=month, day=day)

    assert age_words(date, dt.date(2026, 11, 22), counts_both=True) == words
