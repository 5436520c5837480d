import datetime as dt

import pytest

from crm_desktop.domain.ages import (
    Zodiac,
    age_at,
    has_come_round,
    nominal_age,
    zodiac,
)
from crm_desktop.domain.dates import (
    DEFAULT_POLICY,
    DatedFact,
    Feb29,
    LeapPresent,
    RecurrencePolicy,
    Repeated,
    ShortMonth,
)
from crm_desktop.domain.occurrences import occurrences
from tests.domain.facts import lunar, solar

TODAY = dt.date(2026, 11, 22)
MAR01 = RecurrencePolicy(feb29=Feb29.MAR01)
NEXT = RecurrencePolicy(short_month=ShortMonth.NEXT)


@pytest.mark.parametrize(
    ("fact", "on", "policy", "age"),
    [
        (solar(11, 22, 1990), "2026-11-21", DEFAULT_POLICY, 35),
        (solar(11, 22, 1990), "2026-11-22", DEFAULT_POLICY, 36),
        (solar(2, 29, 2000), "2026-02-28", DEFAULT_POLICY, 26),
        (solar(2, 29, 2000), "2026-02-28", MAR01, 25),
        (solar(2, 29, 2000), "2026-03-01", MAR01, 26),
        (solar(2, 29, 2000), "2028-02-28", DEFAULT_POLICY, 27),
        (solar(5, 1, 2026), "2026-05-01", DEFAULT_POLICY, 0),
        (solar(5, 1, 2026), "2026-04-30", DEFAULT_POLICY, None),
        (solar(5, 1), "2026-05-01", DEFAULT_POLICY, None),
        (lunar(8, 15, 1960), "2026-09-24", DEFAULT_POLICY, 65),
        (lunar(8, 15, 1960), "2026-09-25", DEFAULT_POLICY, 66),
        # The twelfth month of 2025 has 29 days: the 30th is kept a day early or late.
        (lunar(12, 30, 1990), "2026-02-16", DEFAULT_POLICY, 35),
        (lunar(12, 30, 1990), "2026-02-16", NEXT, 34),
        (lunar(12, 30, 1990), "2026-02-17", NEXT, 35),
        (lunar(5, 5, 1990, leap=True), "2028-05-28", DEFAULT_POLICY, 37),
        (lunar(5, 5, 1990, leap=True), "2028-06-27", DEFAULT_POLICY, 38),
        (lunar(5, 5, 1990), "2102-06-27", DEFAULT_POLICY, None),
    ],
)
def test_full_age(fact: DatedFact, on: str, policy: RecurrencePolicy, age: int | None) -> None:
    assert age_at(fact, dt.date.fromisoformat(on), policy) == age


@pytest.mark.parametrize(
    "fact",
    [
        solar(2, 29, 2000),
        solar(5, 12, 2000),
        lunar(5, 5, 2001, leap=True),
        lunar(5, 30, 2001),
        lunar(12, 30, 2001),
        lunar(4, 10, 2001),
    ],
)
@pytest.mark.parametrize(
    "policy",
    [
        DEFAULT_POLICY,
        MAR01,
        NEXT,
        RecurrencePolicy(repeated=Repeated.BOTH, leap_present=LeapPresent.BOTH),
        RecurrencePolicy(leap_present=LeapPresent.ORDINARY, short_month=ShortMonth.SKIP),
    ],
)
def test_the_filter_for_keys_drops_exactly_what_came_before_the_first_anniversary(
    fact: DatedFact, policy: RecurrencePolicy
) -> None:
    first, last = dt.date(1998, 1, 1), dt.date(2040, 12, 31)
    yearless = DatedFact(calendar=fact.calendar, month=fact.month, day=fact.day, leap=fact.leap)

    kept = [
        day
        for day in occurrences(yearless, policy, first, last)
        if has_come_round(fact, day, policy)
    ]

    assert kept == occurrences(fact, policy, first, last)
    assert all(has_come_round(yearless, day, policy) for day in (first, last))


@pytest.mark.parametrize(
    ("fact", "on", "age"),
    [
        (solar(2, 1, 1990), TODAY, 37),
        (solar(1, 20, 1990), TODAY, 38),
        (lunar(12, 30, 1989), TODAY, 38),
        (solar(11, 1, 2026), TODAY, 1),
        (solar(12, 1, 2027), TODAY, None),
        (solar(1, 1, 1901), TODAY, None),
        (solar(2, 1), TODAY, None),
    ],
)
def test_nominal_age_grows_at_lunar_new_year(fact: DatedFact, on: dt.date, age: int | None) -> None:
    assert nominal_age(fact, on) == age


@pytest.mark.parametrize(
    ("fact", "animal"),
    [
        (solar(1, 26, 1990), Zodiac.SNAKE),
        (solar(1, 27, 1990), Zodiac.HORSE),
        (lunar(12, 30, 1989), Zodiac.SNAKE),
        (solar(2, 2, 1984), Zodiac.RAT),
        (solar(2, 1, 1984), Zodiac.PIG),
        (lunar(1, 1, 2024), Zodiac.DRAGON),
        (solar(5, 1), None),
        (lunar(5, 1), None),
    ],
)
def test_zodiac_turns_at_lunar_new_year(fact: DatedFact, animal: Zodiac | None) -> None:
    assert zodiac(fact) == animal
