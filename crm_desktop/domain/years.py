"""What is special about a birthday: 周岁, 18, 本命年, 整寿; and the animal's own year."""

import datetime as dt
from enum import StrEnum
from typing import Final, NamedTuple

from crm_desktop.domain import lunar
from crm_desktop.domain.ages import nominal_age
from crm_desktop.domain.dates import DatedFact
from crm_desktop.domain.lunar_years import FIRST_YEAR, LAST_YEAR
from crm_desktop.domain.records.enums import DateKind, Relation, Sex

ANIMALS: Final = 12
_FIRST: Final = 1
_COMING_OF_AGE: Final = 18
_ROUNDS: Final = frozenset({60, 70, 80, 90})
_HUNDRED: Final = 100
_SEX_OF: Final = {Relation.HUSBAND: Sex.MALE, Relation.WIFE: Sex.FEMALE}


class YearMark(StrEnum):
    """Why a birthday is more than the others.

    FIRST is 周岁 of a baby, OWN_ANIMAL 本命年, ROUND 整寿, ROUND_AT_NINE the same kept a year
    early for a man (男做九), HUNDRED 百岁.
    """

    FIRST = "first"
    COMING_OF_AGE = "coming_of_age"
    ROUND = "round"
    ROUND_AT_NINE = "round_at_nine"
    HUNDRED = "hundred"
    OWN_ANIMAL = "own_animal"


class AnimalYear(NamedTuple):
    """A year of one's own animal: from 正月初一 through 除夕."""

    first: dt.date
    last: dt.date


def sex_of(sex: Sex | None, relation: Relation | None) -> Sex | None:
    """Return the sex as it was told, or as the relation says it; None where neither does."""
    return sex or (None if relation is None else _SEX_OF.get(relation))


def marks(
    kind: DateKind,
    age: int | None,
    nominal: int | None,
    sex: Sex | None = None,
    *,
    men_at_nine: bool = False,
) -> tuple[YearMark, ...]:
    """Return what is special about a birthday, the rarest first; none without the year.

    `age` is 周岁 on that day, `nominal` 虚岁. Fifty is no 整寿: the number says it is round,
    and 大寿 said to a woman of fifty makes her old. With `men_at_nine` a man's is kept when he
    is 59, 69, 79 or 89 by 虚岁 and not again at the full age. 本命年 comes every twelve years by
    虚岁, from 13 on: the lunar year of the day counts, which turns at 正月初一.
    """
    if kind is not DateKind.BIRTHDAY or age is None:
        return ()
    early = men_at_nine and sex is Sex.MALE
    found = {
        YearMark.FIRST: age == _FIRST,
        YearMark.COMING_OF_AGE: age == _COMING_OF_AGE,
        YearMark.ROUND: age in _ROUNDS and not early,
        YearMark.ROUND_AT_NINE: early and nominal is not None and nominal + 1 in _ROUNDS,
        YearMark.HUNDRED: age == _HUNDRED,
        YearMark.OWN_ANIMAL: is_own_animal(nominal),
    }
    return tuple(mark for mark, holds in found.items() if holds)


def is_own_animal(nominal: int | None) -> bool:
    """Return whether the year of this 虚岁 is one's own animal's; the year of birth is not."""
    return nominal is not None and nominal > 1 and nominal % ANIMALS == 1


def own_animal_year(fact: DatedFact, today: dt.date) -> AnimalYear | None:
    """Return the year of one's own animal that lasts or comes next, None without the year."""
    nominal = nominal_age(fact, today)
    if nominal is None:
        return None
    year = lunar.to_lunar(today).year
    ahead = 0 if is_own_animal(nominal) else ANIMALS - (nominal - 1) % ANIMALS
    return animal_year(year + ahead)


def animal_year(year: int) -> AnimalYear | None:
    """Return the days of a lunar year, None where the table does not reach its end."""
    if not FIRST_YEAR <= year < LAST_YEAR:
        return None
    first = lunar.to_solar(lunar.LunarDay(year, 1, 1))
    last = lunar.to_solar(lunar.LunarDay(year + 1, 1, 1)) - dt.timedelta(days=1)
    return AnimalYear(first, last)
