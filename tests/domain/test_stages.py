import datetime as dt
from dataclasses import replace

import pytest

from crm_desktop.domain.occasions import Kind, Occasion, Rules, What, kind_of
from crm_desktop.domain.records.enums import DateKind, Relation
from crm_desktop.domain.reminders import all_stages
from crm_desktop.domain.stages import stages, what_for, window

ORDINARY = Occasion(
    source_id=1, on=dt.date(2026, 11, 24), kind=Kind.BIRTHDAY, client_id=1, client_name="王丽"
)
BIG = replace(ORDINARY, big=True)
HOLIDAY = frozenset(dt.date(2026, 10, day) for day in range(1, 8))
WEEKENDS = frozenset({5, 6})


@pytest.mark.parametrize(
    ("occasion", "rules", "planned"),
    [
        (ORDINARY, Rules(), ["day 2026-11-24"]),
        (BIG, Rules(), ["prepare 2026-11-22", "day 2026-11-24"]),
        (BIG, Rules(lead_days=5), ["prepare 2026-11-19", "day 2026-11-24"]),
        (replace(BIG, lead_days=0), Rules(), ["day 2026-11-24"]),
        (replace(BIG, lead_days=10), Rules(), ["prepare 2026-11-14", "day 2026-11-24"]),
        (replace(ORDINARY, lead_days=1), Rules(), ["prepare 2026-11-23", "day 2026-11-24"]),
        (replace(BIG, kind=Kind.FOLLOW_UP), Rules(), ["day 2026-11-24"]),
        (
            BIG,
            Rules(weekly_off=WEEKENDS),
            ["prepare 2026-11-20 again 2026-11-22", "day 2026-11-24"],
        ),
        (
            BIG,
            Rules(weekly_off=WEEKENDS, working_days=frozenset({dt.date(2026, 11, 22)})),
            ["prepare 2026-11-22", "day 2026-11-24"],
        ),
        (
            replace(BIG, on=dt.date(2026, 10, 9)),
            Rules(days_off=HOLIDAY),
            ["prepare 2026-09-30 again 2026-10-07", "day 2026-10-09"],
        ),
        (BIG, Rules(weekly_off=frozenset(range(7))), ["prepare 2026-11-22", "day 2026-11-24"]),
        (replace(BIG, stopped=True), Rules(), []),
    ],
)
def test_stages_and_the_days_they_are_raised(
    occasion: Occasion, rules: Rules, planned: list[str]
) -> None:
    found = [
        f"{one.stage} {one.raise_on}" + (f" again {one.again_on}" if one.again_on else "")
        for one in stages(occasion, rules)
    ]

    assert found == planned


@pytest.mark.parametrize(
    ("occasion", "what"),
    [
        (BIG, What.FLOWERS),
        (replace(BIG, person_relation=Relation.HUSBAND), What.CAKE),
        (replace(BIG, person_relation=Relation.CHILD), What.CAKE),
        (replace(BIG, person_relation=Relation.PARENT), What.SMALL_GIFT),
        (replace(BIG, kind=Kind.ANNIVERSARY), What.FLOWERS),
        (replace(BIG, kind=Kind.VALUED), What.SMALL_GIFT),
        (replace(BIG, kind=Kind.FESTIVAL), What.GREETING),
        (replace(BIG, kind=Kind.CARE), What.CALL),
        (ORDINARY, What.GREETING),
        (replace(ORDINARY, person_relation=Relation.CHILD), What.GREETING),
        (replace(ORDINARY, person_relation=Relation.CHILD, lead_days=3), What.CAKE),
    ],
)
def test_what_the_house_rule_asks_for(occasion: Occasion, what: What) -> None:
    assert what_for(occasion) is what


@pytest.mark.parametrize(("relation", "calls"), [(Relation.CHILD, True), (None, False)])
def test_with_a_cake_she_is_called_so_that_she_buys_no_second_one(
    relation: Relation | None, *, calls: bool
) -> None:
    [prepare, day] = all_stages([replace(BIG, person_relation=relation)], {}, Rules())

    assert (prepare.asks_to_call_her, day.asks_to_call_her) == (calls, calls)


@pytest.mark.parametrize(
    ("since", "today", "rules", "first", "last"),
    [
        ("2026-11-20", "2026-11-20", Rules(), "2026-11-19", "2026-11-22"),
        ("2026-11-10", "2026-11-20", Rules(), "2026-11-09", "2026-11-22"),
        ("2026-11-25", "2026-11-20", Rules(), "2026-11-19", "2026-11-22"),
        ("2026-11-20", "2026-11-20", Rules(weekly_off=WEEKENDS), "2026-11-19", "2026-11-24"),
        ("2026-11-20", "2026-11-20", Rules(grace_days=3), "2026-11-17", "2026-11-22"),
    ],
)
def test_window_reaches_over_days_off_and_back_over_the_grace(
    since: str, today: str, rules: Rules, first: str, last: str
) -> None:
    found = window(dt.date.fromisoformat(since), dt.date.fromisoformat(today), rules, 2)

    assert [day.isoformat() for day in found] == [first, last]


@pytest.mark.parametrize(
    ("stored", "told"),
    [
        (DateKind.BIRTHDAY, "birthday"),
        (DateKind.WEDDING, "anniversary"),
        (DateKind.VALUED, "valued"),
    ],
)
def test_a_wedding_is_told_as_an_anniversary(stored: DateKind, told: str) -> None:
    assert kind_of(stored) == told
