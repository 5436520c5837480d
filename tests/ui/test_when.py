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
