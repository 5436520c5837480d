"""Days of dear flowers, over several years."""

import datetime as dt

import pytest

from crm_desktop.domain.price_days import PriceDay, price_days


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2026-02-14", PriceDay.VALENTINE),
        ("2026-05-10", PriceDay.MOTHERS_DAY),
        ("2027-05-09", PriceDay.MOTHERS_DAY),
        ("2022-05-08", PriceDay.MOTHERS_DAY),
        ("2033-05-08", PriceDay.MOTHERS_DAY),
        ("2026-05-20", PriceDay.MAY_20),
        ("2023-08-22", PriceDay.QIXI),
        ("2024-08-10", PriceDay.QIXI),
        ("2025-08-29", PriceDay.QIXI),
        ("2026-08-19", PriceDay.QIXI),
        ("2027-08-08", PriceDay.QIXI),
        ("2028-08-26", PriceDay.QIXI),
    ],
)
def test_a_day_of_dear_flowers(day: str, name: PriceDay) -> None:
    on = dt.date.fromisoformat(day)

    assert price_days(on.year)[on] is name


@pytest.mark.parametrize("day", ["2026-02-13", "2026-05-03", "2026-05-17", "2026-08-18"])
def test_other_days_are_not_dear(day: str) -> None:
    on = dt.date.fromisoformat(day)

    assert on not in price_days(on.year)


def test_beyond_the_lunar_table_there_is_no_qixi() -> None:
    assert PriceDay.QIXI not in price_days(2150).values()
