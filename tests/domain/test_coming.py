import datetime as dt

import pytest

from crm_desktop.domain.coming import Turn, this_and_next
from crm_desktop.domain.dates import DatedFact, policy_from_code
from tests.domain.facts import lunar, solar

TODAY = dt.date(2026, 11, 22)
COMMON, SHORT, FIRST, AGAIN = Turn.COMMON_YEAR, Turn.SHORT_MONTH, Turn.FIRST, Turn.AGAIN
NO_LEAP, ORDINARY = Turn.NO_LEAP, Turn.ORDINARY
Told = list[tuple[str, tuple[Turn, ...]]]


@pytest.mark.parametrize(
    ("fact", "code", "told"),
    [
        (solar(5, 12, 1990), "", [("2026-05-12", ()), ("2027-05-12", ()), ("2028-05-12", ())]),
        (
            solar(2, 29, 2000),
            "",
            [("2026-02-28", (COMMON,)), ("2027-02-28", (COMMON,)), ("2028-02-29", ())],
        ),
        (
            solar(2, 29, 2000),
            "feb29=leap",
            [("2028-02-29", ()), ("2032-02-29", ()), ("2036-02-29", ())],
        ),
        (lunar(8, 15, 1990), "", [("2026-09-25", ()), ("2027-09-15", ()), ("2028-10-03", ())]),
        # 2028 repeats the fifth month.
        (
            lunar(5, 5, 1990),
            "",
            [("2026-06-19", ()), ("2027-06-09", ()), ("2028-05-28", (FIRST,))],
        ),
        (
            lunar(5, 5),
            "repeated=both",
            [("2026-06-19", ()), ("2027-06-09", ()), ("2028-05-28", (FIRST,))],
        ),
        (
            lunar(5, 5, 2009, leap=True),
            "",
            [("2026-06-19", (NO_LEAP,)), ("2027-06-09", (NO_LEAP,)), ("2028-06-27", ())],
        ),
        (
            lunar(5, 5, 2009, leap=True),
            "leap_absent=only,leap_present=ordinary",
            [("2028-05-28", (ORDINARY,)), ("2039-05-27", (ORDINARY,)), ("2047-05-29", (ORDINARY,))],
        ),
        # The twelfth months of 2025, 2026 and 2027 have 29 days.
        (
            lunar(12, 30, 1990),
            "",
            [("2026-02-16", (SHORT,)), ("2027-02-05", (SHORT,)), ("2028-01-25", (SHORT,))],
        ),
        (
            lunar(12, 30, 1990),
            "short_month=next",
            [("2026-02-17", (SHORT,)), ("2027-02-06", (SHORT,)), ("2028-01-26", (SHORT,))],
        ),
        # Twice in one solar year, in January and in December.
        (lunar(11, 20), "", [("2026-01-08", ()), ("2026-12-28", ()), ("2027-12-17", ())]),
        # The fact itself is no anniversary: entered this year, it comes round next year.
        (solar(5, 12, 2026), "", [("2027-05-12", ()), ("2028-05-12", ()), ("2029-05-12", ())]),
    ],
)
def test_this_year_and_the_days_that_follow(fact: DatedFact, code: str, told: Told) -> None:
    found = this_and_next(fact, policy_from_code(code), TODAY)

    assert [(each.on.isoformat(), each.turns) for each in found] == told


def test_both_days_of_a_repeated_month_are_told() -> None:
    found = this_and_next(lunar(5, 5), policy_from_code("repeated=both"), dt.date(2028, 7, 1))

    assert [(each.on.isoformat(), each.turns) for each in found] == [
        ("2028-05-28", (FIRST,)),
        ("2028-06-27", (AGAIN,)),
        ("2029-06-16", ()),
        ("2030-06-05", ()),
    ]


@pytest.mark.parametrize(
    ("fact", "today", "count"),
    [
        (lunar(12, 29), "2100-06-01", 2),
        (lunar(5, 5), "2101-05-01", 0),
        (solar(5, 12), "9999-11-22", 1),
    ],
)
def test_where_the_calendar_ends_fewer_are_told(fact: DatedFact, today: str, count: int) -> None:
    assert len(this_and_next(fact, policy_from_code(""), dt.date.fromisoformat(today))) == count
