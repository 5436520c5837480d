import datetime as dt

import pytest
from borax.calendars.lunardate import LunarDate
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.ages import Zodiac, age_at, nominal_age, zodiac
from crm_desktop.domain.dates import DatedFact
from crm_desktop.domain.records.enums import DateKind, Relation, Sex
from crm_desktop.domain.years import YearMark, marks, own_animal_year, sex_of
from tests.domain.facts import lunar, solar

FIRST, ADULT, ROUND = YearMark.FIRST, YearMark.COMING_OF_AGE, YearMark.ROUND
NINE, HUNDRED, ANIMAL = YearMark.ROUND_AT_NINE, YearMark.HUNDRED, YearMark.OWN_ANIMAL
MALE, FEMALE = Sex.MALE, Sex.FEMALE
BORAX_ANIMALS = dict(zip("鼠牛虎兔龙蛇马羊猴鸡狗猪", Zodiac, strict=True))


@pytest.mark.parametrize(
    ("age", "nominal", "sex", "men_at_nine", "expected"),
    [
        (1, 2, None, False, (FIRST,)),
        (12, 13, None, False, (ANIMAL,)),
        (18, 19, None, False, (ADULT,)),
        (36, 37, FEMALE, False, (ANIMAL,)),
        (50, 51, FEMALE, False, ()),
        (59, 60, MALE, False, ()),
        (60, 61, MALE, False, (ROUND, ANIMAL)),
        (58, 59, MALE, True, (NINE,)),
        (59, 60, MALE, True, ()),
        (60, 61, MALE, True, (ANIMAL,)),
        (58, 59, FEMALE, True, ()),
        (58, 59, None, True, ()),
        (60, 61, FEMALE, True, (ROUND, ANIMAL)),
        (88, 89, MALE, True, (NINE,)),
        (90, 91, FEMALE, False, (ROUND,)),
        (98, 99, MALE, True, ()),
        (100, 101, MALE, True, (HUNDRED,)),
        (48, 49, MALE, True, (ANIMAL,)),
        # 虚岁 beyond the lunar table is not known.
        (60, None, FEMALE, False, (ROUND,)),
        (None, None, None, True, ()),
    ],
)
def test_birthdays_that_are_more_than_others(
    age: int | None,
    nominal: int | None,
    sex: Sex | None,
    men_at_nine: bool,  # noqa: FBT001 - a column of the table
    expected: tuple[YearMark, ...],
) -> None:
    assert marks(DateKind.BIRTHDAY, age, nominal, sex, men_at_nine=men_at_nine) == expected


@pytest.mark.parametrize("kind", [DateKind.WEDDING, DateKind.VALUED])
def test_other_days_have_no_marks(kind: DateKind) -> None:
    assert marks(kind, 60, 61) == ()


@pytest.mark.parametrize(
    ("fact", "today", "first", "last"),
    [
        # 2026 is the year of the horse; it turned on 17 February.
        (solar(5, 12, 1990), "2026-11-22", "2026-02-17", "2027-02-05"),
        (solar(5, 12, 1990), "2026-02-16", "2026-02-17", "2027-02-05"),
        (solar(5, 12, 1990), "2027-02-06", "2038-02-04", "2039-01-23"),
        # Born before the lunar new year of 1990: a snake, whose year came in 2025.
        (solar(1, 20, 1990), "2025-06-01", "2025-01-29", "2026-02-16"),
        (lunar(12, 1, 1989), "2025-06-01", "2025-01-29", "2026-02-16"),
        # The year of birth itself is not 本命年.
        (solar(5, 12, 2026), "2026-11-22", "2038-02-04", "2039-01-23"),
    ],
)
def test_own_animal_year_runs_from_new_year_to_its_eve(
    fact: DatedFact, today: str, first: str, last: str
) -> None:
    found = own_animal_year(fact, dt.date.fromisoformat(today))

    assert found == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    ("fact", "today"),
    [
        (solar(5, 12), "2026-11-22"),
        (lunar(5, 12), "2026-11-22"),
        (solar(5, 12, 1990), "1985-01-01"),
        (solar(5, 12, 1990), "2101-05-01"),
        (solar(5, 12, 2090), "2099-01-01"),
    ],
)
def test_no_animal_year_without_the_year_or_beyond_the_table(fact: DatedFact, today: str) -> None:
    assert own_animal_year(fact, dt.date.fromisoformat(today)) is None


@pytest.mark.parametrize(
    ("told", "relation", "sex"),
    [
        (None, Relation.HUSBAND, MALE),
        (None, Relation.WIFE, FEMALE),
        (None, Relation.CHILD, None),
        (None, None, None),
        (MALE, Relation.PARENT, MALE),
    ],
)
def test_sex_is_told_or_said_by_the_relation(
    told: Sex | None, relation: Relation | None, sex: Sex | None
) -> None:
    assert sex_of(told, relation) is sex


@given(st.dates(dt.date(1901, 2, 19), dt.date(2056, 12, 31)))
def test_the_animal_agrees_with_another_calendar(born: dt.date) -> None:
    other = LunarDate.from_solar_date(born.year, born.month, born.day)

    assert zodiac(solar(born.month, born.day, born.year)) is BORAX_ANIMALS[other.animal]


@given(st.dates(dt.date(1930, 1, 1), dt.date(2010, 12, 31)), st.integers(1, 80))
def test_own_animal_comes_in_the_years_of_the_animal_of_birth(born: dt.date, later: int) -> None:
    fact = solar(born.month, min(born.day, 28), born.year)
    on = dt.date(fact.year or 0, fact.month, fact.day).replace(year=(fact.year or 0) + later)

    found = marks(DateKind.BIRTHDAY, age_at(fact, on), nominal_age(fact, on))

    same = zodiac(solar(on.month, on.day, on.year)) is zodiac(fact)
    is_year_of_birth = nominal_age(fact, on) == 1
    assert (ANIMAL in found) is (same and not is_year_of_birth)
