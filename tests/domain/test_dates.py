from itertools import product

import pytest

from crm_desktop.domain.dates import (
    Calendar,
    DatedFact,
    Feb29,
    LeapAbsent,
    LeapPresent,
    RecurrencePolicy,
    Repeated,
    ShortMonth,
    born_on,
    check,
    policy_from_code,
)
from crm_desktop.domain.problems import ProblemCode
from tests.domain.facts import lunar, solar


@pytest.mark.parametrize(
    "fact",
    [
        solar(2, 29),
        solar(2, 29, 2000),
        solar(12, 31, 1931),
        lunar(12, 30),
        lunar(8, 30, leap=True),
        lunar(5, 23, 1990, leap=True),
        lunar(8, 15, 1955),
    ],
)
def test_days_that_exist_raise_no_problem(fact: DatedFact) -> None:
    assert check(fact) is None


@pytest.mark.parametrize(
    ("fact", "code", "raw"),
    [
        (solar(2, 30, 1990), ProblemCode.IMPOSSIBLE_DATE, "1990-02-30"),
        (solar(2, 30), ProblemCode.IMPOSSIBLE_DATE, "--02-30"),
        (solar(2, 29, 1900), ProblemCode.IMPOSSIBLE_DATE, "1900-02-29"),
        (solar(13, 1), ProblemCode.IMPOSSIBLE_DATE, "--13-01"),
        (solar(4, 31), ProblemCode.IMPOSSIBLE_DATE, "--04-31"),
        (solar(5, 1, 0), ProblemCode.IMPOSSIBLE_DATE, "0000-05-01"),
        (
            DatedFact(calendar=Calendar.SOLAR, month=5, day=1, leap=True),
            ProblemCode.IMPOSSIBLE_DATE,
            "--05-01",
        ),
        (lunar(8, 15, 1990, leap=True), ProblemCode.LEAP_MONTH_ABSENT, "1990-L08-15"),
        (lunar(1, 30, 1901), ProblemCode.IMPOSSIBLE_DATE, "1901-l01-30"),
        (lunar(1, 31), ProblemCode.IMPOSSIBLE_DATE, "--l01-31"),
        (lunar(13, 1), ProblemCode.IMPOSSIBLE_DATE, "--l13-01"),
        (lunar(5, 5, 1899), ProblemCode.LUNAR_OUT_OF_RANGE, "1899-l05-05"),
    ],
)
def test_impossible_days_are_told_with_code_and_raw_value(
    fact: DatedFact, code: ProblemCode, raw: str
) -> None:
    problem = check(fact)

    assert problem is not None
    assert (problem.code, problem.value) == (code, raw)


@pytest.mark.parametrize(
    ("fact", "iso"),
    [
        (solar(5, 12, 1990), "1990-05-12"),
        (lunar(8, 15, 2026), "2026-09-25"),
        (lunar(5, 1, 1990, leap=True), "1990-06-23"),
        (solar(5, 12), "None"),
        (solar(2, 30, 1990), "None"),
    ],
)
def test_the_day_itself_is_known_with_its_year_only(fact: DatedFact, iso: str) -> None:
    assert str(born_on(fact)) == iso


def test_every_policy_survives_its_column() -> None:
    policies = [
        RecurrencePolicy(
            feb29=feb29, short_month=short, leap_absent=absent, leap_present=present, repeated=both
        )
        for feb29, short, absent, present, both in product(
            Feb29, ShortMonth, LeapAbsent, LeapPresent, Repeated
        )
    ]

    codes = [policy.policy_code() for policy in policies]

    assert [policy_from_code(code) for code in codes] == policies
    assert len(set(codes)) == 3 * 3 * 2 * 3 * 2


@pytest.mark.parametrize(
    ("policy", "code"),
    [
        (RecurrencePolicy(), ""),
        (RecurrencePolicy(feb29=Feb29.MAR01), "feb29=mar01"),
        (
            RecurrencePolicy(repeated=Repeated.BOTH, short_month=ShortMonth.SKIP),
            "short_month=skip,repeated=both",
        ),
    ],
)
def test_policy_code_names_only_what_differs(policy: RecurrencePolicy, code: str) -> None:
    assert policy.policy_code() == code


@pytest.mark.parametrize("code", ["feb29=never", "colour=red", "leap"])
def test_a_policy_nobody_wrote_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        policy_from_code(code)
