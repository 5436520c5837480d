"""This year's gifts beside last year's."""

import datetime as dt

import pytest

from crm_desktop.domain.gift_history import by_occasion, older
from crm_desktop.domain.records import Gift, GiftState

TODAY = dt.date(2026, 11, 22)


def given(id_: int, on: str, occasion: str = "birthday", person_id: int | None = None) -> Gift:
    day = dt.date.fromisoformat(on)
    return Gift(id=id_, on=day, occasion=occasion, person_id=person_id, state=GiftState.GIVEN)


def ids(*gifts: Gift) -> list[tuple[str, int | None, list[int], list[int]]]:
    return [
        (
            pair.occasion,
            pair.person_id,
            [gift.id for gift in pair.this_year],
            [gift.id for gift in pair.last_year],
        )
        for pair in by_occasion(gifts, TODAY)
    ]


def test_this_year_stands_beside_last_year_for_each_recipient() -> None:
    shown = ids(
        given(1, "2025-03-01"),
        given(2, "2026-03-01"),
        given(3, "2025-06-01", person_id=7),
        given(4, "2025-09-01", "anniversary"),
    )

    assert shown == [
        ("birthday", None, [2], [1]),
        ("anniversary", None, [], [4]),
        ("birthday", 7, [], [3]),
    ]


def test_an_occasion_under_another_name_is_the_same() -> None:
    shown = ids(
        given(1, "2025-03-01", "生日"), given(2, "2026-03-01"), given(3, "2025-10-01", "乔迁")
    )

    assert shown == [("birthday", None, [2], [1]), ("乔迁", None, [], [3])]


def test_what_is_under_way_comes_first_and_next_year_is_not_left_out() -> None:
    ordered = Gift(id=2, occasion="festival", state=GiftState.ORDERED, on=dt.date(2027, 1, 3))
    known = given(1, "2026-11-01")

    assert ids(known, ordered) == [("festival", None, [2], []), ("birthday", None, [1], [])]


@pytest.mark.parametrize(
    ("on", "state", "is_shown", "is_older"),
    [
        ("2025-01-01", GiftState.GIVEN, True, False),
        ("2024-12-31", GiftState.GIVEN, False, True),
        ("2024-12-31", GiftState.IDEA, False, False),
        ("2026-11-22", GiftState.IDEA, False, False),
    ],
)
def test_the_years_before_last_stand_apart(
    on: str,
    state: GiftState,
    is_shown: bool,  # noqa: FBT001 - the columns of the table
    is_older: bool,  # noqa: FBT001 - the columns of the table
) -> None:
    gift = Gift(id=1, on=dt.date.fromisoformat(on), state=state)

    assert bool(by_occasion([gift], TODAY)) is is_shown
    assert bool(older([gift], TODAY)) is is_older
