import datetime as dt
from itertools import product

import pytest

from crm_desktop.domain.dates import (
    DEFAULT_POLICY,
    DatedFact,
    Feb29,
    LeapAbsent,
    LeapPresent,
    RecurrencePolicy,
    Repeated,
    ShortMonth,
)
from crm_desktop.domain.occurrences import (
    bucket_of,
    buckets_between,
    buckets_on,
    nearest_occurrence,
    next_occurrence,
    occurrences,
)
from tests.domain.facts import lunar, solar

SOLAR_DAYS = [
    solar(day.month, day.day)
    for day in (dt.date(2000, 1, 1) + dt.timedelta(days=n) for n in range(366))
]
ORDINARY_DAYS = [lunar(month, day) for month, day in product(range(1, 13), range(1, 31))]
LEAP_DAYS = [lunar(month, day, leap=True) for month, day in product(range(1, 13), range(1, 31))]

# Every choice that can matter to a kind of fact, with every fact of the kind.
FAMILIES = [
    *((SOLAR_DAYS, RecurrencePolicy(feb29=choice)) for choice in Feb29),
    *(
        (ORDINARY_DAYS, RecurrencePolicy(short_month=short, repeated=repeated))
        for short, repeated in product(ShortMonth, Repeated)
    ),
    *(
        (LEAP_DAYS, RecurrencePolicy(short_month=short, leap_absent=absent, leap_present=present))
        for short, absent, present in product(ShortMonth, LeapAbsent, LeapPresent)
    ),
]
MAR01 = RecurrencePolicy(feb29=Feb29.MAR01)
LEAP_FEBRUARY = RecurrencePolicy(feb29=Feb29.LEAP_YEARS)
NEXT = RecurrencePolicy(short_month=ShortMonth.NEXT)
SKIP = RecurrencePolicy(short_month=ShortMonth.SKIP)
LEAP_MONTH_ONLY = RecurrencePolicy(leap_absent=LeapAbsent.LEAP_YEARS)
ALWAYS_ORDINARY = RecurrencePolicy(leap_present=LeapPresent.ORDINARY)
BOTH_LEAP = RecurrencePolicy(leap_present=LeapPresent.BOTH)
BOTH = RecurrencePolicy(repeated=Repeated.BOTH)


def test_keys_find_every_date_under_every_policy_over_a_century() -> None:
    first, last = dt.date(1960, 1, 1), dt.date(2059, 12, 31)
    index = buckets_between(first, last)

    different = [
        (fact, policy)
        for facts, policy in FAMILIES
        for fact in facts
        if index.get(bucket_of(fact, policy), []) != occurrences(fact, policy, first, last)
    ]

    assert different == []
    assert len(FAMILIES) == 27


def test_no_key_comes_round_that_no_fact_has() -> None:
    known = {bucket_of(fact, policy) for facts, policy in FAMILIES for fact in facts}

    found = set(buckets_between(dt.date(1990, 1, 1), dt.date(2029, 12, 31)))

    assert found <= known
    assert max(map(len, known)) <= 24


@pytest.mark.parametrize(
    ("fact", "policy", "key"),
    [
        (solar(5, 12), MAR01, "s0512"),
        (solar(5, 12, 1990), DEFAULT_POLICY, "s0512"),
        (solar(2, 29), DEFAULT_POLICY, "s0229feb28"),
        (solar(2, 29), MAR01, "s0229mar01"),
        (lunar(8, 15), NEXT, "l0815"),
        (lunar(8, 15), BOTH, "l0815both"),
        (lunar(12, 30), DEFAULT_POLICY, "l1230last"),
        (lunar(6, 15, leap=True), DEFAULT_POLICY, "L0615"),
        (lunar(6, 15, leap=True), LEAP_MONTH_ONLY, "L0615only"),
        (lunar(6, 15, leap=True), ALWAYS_ORDINARY, "L0615ordinary"),
        (lunar(6, 30, leap=True), SKIP, "L0630skip"),
    ],
)
def test_a_key_holds_the_day_and_only_the_choices_that_matter(
    fact: DatedFact, policy: RecurrencePolicy, key: str
) -> None:
    assert bucket_of(fact, policy) == key


@pytest.mark.parametrize(
    ("fact", "policy", "year", "days"),
    [
        (solar(2, 29), DEFAULT_POLICY, 2026, ["2026-02-28"]),
        (solar(2, 29), MAR01, 2026, ["2026-03-01"]),
        (solar(2, 29), LEAP_FEBRUARY, 2026, []),
        (solar(2, 29), MAR01, 2028, ["2028-02-29"]),
        # 2025 ends with a twelfth month of 29 days, 2026 too has short months.
        (lunar(12, 30), DEFAULT_POLICY, 2026, ["2026-02-16"]),
        (lunar(12, 30), NEXT, 2026, ["2026-02-17"]),
        (lunar(12, 30), SKIP, 2026, []),
        # 2028 repeats the fifth month, 2026 repeats none.
        (lunar(5, 5), DEFAULT_POLICY, 2028, ["2028-05-28"]),
        (lunar(5, 5), BOTH, 2028, ["2028-05-28", "2028-06-27"]),
        (lunar(5, 5, leap=True), DEFAULT_POLICY, 2028, ["2028-06-27"]),
        (lunar(5, 5, leap=True), ALWAYS_ORDINARY, 2028, ["2028-05-28"]),
        (lunar(5, 5, leap=True), BOTH_LEAP, 2028, ["2028-05-28", "2028-06-27"]),
        (lunar(5, 5, leap=True), DEFAULT_POLICY, 2026, ["2026-06-19"]),
        (lunar(5, 5, leap=True), LEAP_MONTH_ONLY, 2026, []),
        # The end of the lunar year falls in a Gregorian year never, once or twice.
        (lunar(12, 1), DEFAULT_POLICY, 2024, ["2024-01-11", "2024-12-31"]),
        (lunar(12, 1), DEFAULT_POLICY, 2025, []),
        (solar(5, 12, 2026), DEFAULT_POLICY, 2026, []),
        (solar(5, 12, 2025), DEFAULT_POLICY, 2026, ["2026-05-12"]),
        (lunar(5, 5, 2028), BOTH, 2028, []),
    ],
)
def test_the_days_of_a_year(
    fact: DatedFact, policy: RecurrencePolicy, year: int, days: list[str]
) -> None:
    found = occurrences(fact, policy, dt.date(year, 1, 1), dt.date(year, 12, 31))

    assert [day.isoformat() for day in found] == days


@pytest.mark.parametrize(
    ("fact", "policy", "since", "day"),
    [
        (solar(5, 12), DEFAULT_POLICY, "2026-05-12", "2026-05-12"),
        (solar(5, 12), DEFAULT_POLICY, "2026-05-13", "2027-05-12"),
        (solar(5, 12, 2030), DEFAULT_POLICY, "2026-05-13", "2031-05-12"),
        (solar(2, 29), LEAP_FEBRUARY, "2096-03-01", "2104-02-29"),
        (lunar(12, 30), NEXT, "2026-02-17", "2026-02-17"),
        (lunar(12, 1), DEFAULT_POLICY, "2025-01-01", "2026-01-19"),
        (lunar(8, 1, leap=True), LEAP_MONTH_ONLY, "1996-01-01", "2052-09-23"),
        (lunar(12, 1, leap=True), LEAP_MONTH_ONLY, "2026-01-01", "None"),
        (lunar(5, 5), DEFAULT_POLICY, "2102-01-01", "None"),
    ],
)
def test_next_occurrence(fact: DatedFact, policy: RecurrencePolicy, since: str, day: str) -> None:
    assert str(next_occurrence(fact, policy, dt.date.fromisoformat(since))) == day


@pytest.mark.parametrize("day", [dt.date(1901, 2, 18), dt.date(2101, 1, 29)])
def test_beyond_the_lunar_table_solar_days_still_come_round(day: dt.date) -> None:
    assert buckets_on(day) == (f"s{day:%m%d}",)


def test_the_first_day_of_the_table_has_no_eve() -> None:
    assert "l0101" in buckets_on(dt.date(1901, 2, 19))


@pytest.mark.parametrize(
    ("fact", "to", "nearest"),
    [
        (solar(11, 28), dt.date(2026, 11, 24), dt.date(2026, 11, 28)),
        (solar(1, 2), dt.date(2026, 12, 30), dt.date(2027, 1, 2)),
        (solar(12, 30), dt.date(2027, 1, 2), dt.date(2026, 12, 30)),
        (lunar(10, 17), dt.date(2026, 11, 24), dt.date(2026, 11, 25)),
        (solar(11, 28, 2026), dt.date(2026, 11, 24), None),
    ],
)
def test_the_nearest_day_lies_ahead_or_behind(
    fact: DatedFact, to: dt.date, nearest: dt.date | None
) -> None:
    assert nearest_occurrence(fact, DEFAULT_POLICY, to) == nearest
