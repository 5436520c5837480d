import datetime as dt
from dataclasses import replace

import pytest

from crm_desktop.domain.leads import Audience, Lead, LeadKind, LeadTable
from crm_desktop.domain.occasions import (
    Kept,
    Kind,
    Milestone,
    Occasion,
    ReminderState,
    Rules,
    What,
    kind_of,
)
from crm_desktop.domain.records.enums import DateKind, Relation, Tier
from crm_desktop.domain.stages import lead_of, stages, what_for, window

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


MONDAY = replace(BIG, on=dt.date(2026, 11, 23))
SUNDAYS = frozenset({6})


@pytest.mark.parametrize(
    ("occasion", "rules", "ordered", "planned"),
    [
        (BIG, Rules(), 22, ["prepare 22", "confirm 23", "day 24", "reaction 25"]),
        # What was ordered the day before, or on the day, needs no second word with the shop.
        (BIG, Rules(), 23, ["prepare 22", "day 24", "reaction 25"]),
        (BIG, Rules(), 24, ["prepare 22", "day 24", "reaction 25"]),
        (BIG, Rules(), None, ["prepare 22", "day 24"]),
        (
            MONDAY,
            Rules(lead_days=5, weekly_off=SUNDAYS),
            18,
            ["prepare 18", "confirm 21 again 22", "day 23", "reaction 24"],
        ),
        # The only working day before is that of the order itself.
        (
            MONDAY,
            Rules(weekly_off=WEEKENDS),
            20,
            ["prepare 20 again 21", "confirm 22", "day 23", "reaction 24"],
        ),
        # Nobody asks to prepare it any more; what is ordered is on its way all the same.
        (ORDINARY, Rules(), 22, ["confirm 23", "day 24", "reaction 25"]),
    ],
)
def test_what_was_ordered_is_confirmed_the_day_before_and_asked_about_the_day_after(
    occasion: Occasion, rules: Rules, ordered: int | None, planned: list[str]
) -> None:
    when = dt.datetime(2026, 11, ordered or 20, 10)  # noqa: DTZ001 (local days have no zone)
    state = ReminderState.ORDERED if ordered else ReminderState.DONE

    found = stages(occasion, rules, Kept(state=state, changed_at=when))

    assert [
        f"{one.stage} {one.raise_on.day}" + (f" again {one.again_on.day}" if one.again_on else "")
        for one in found
    ] == planned


def test_points_are_told_sixty_thirty_and_seven_days_ahead() -> None:
    points = replace(ORDINARY, on=dt.date(2026, 12, 31), kind=Kind.POINTS)

    assert [f"{one.stage} {one.raise_on:%m-%d}" for one in stages(points, Rules())] == [
        "points_60 11-01",
        "points_30 12-01",
        "points_7 12-24",
    ]


HUSBAND = replace(ORDINARY, person_relation=Relation.HUSBAND)
CHILD = replace(ORDINARY, person_relation=Relation.CHILD)
TABLE = LeadTable(
    (
        Lead(kind=LeadKind.OWN_BIRTHDAY, audience=Audience.A, days=7),
        Lead(kind=LeadKind.OWN_BIRTHDAY, audience=Audience.BIG, days=3),
        Lead(kind=LeadKind.SPOUSE_BIRTHDAY, audience=Audience.NONE, days=None),
        Lead(kind=LeadKind.CHILD_BIRTHDAY, audience=Audience.C, days=1),
        Lead(kind=LeadKind.WEDDING, audience=Audience.B, days=0),
        Lead(kind=LeadKind.MILESTONE, audience=Audience.BIG, days=4),
    )
)


@pytest.mark.parametrize(
    ("occasion", "lead"),
    [
        pytest.param(replace(BIG, tier=Tier.A), 7, id="A"),
        pytest.param(replace(BIG, tier=Tier.A, vip=True), 7, id="a VIP of tier A is of tier A"),
        pytest.param(replace(BIG, vip=True), 3, id="VIP"),
        pytest.param(replace(BIG, tier=Tier.C), 3, id="C, marked by hand"),
        pytest.param(replace(BIG, tier=Tier.B), 2, id="no cell: the rule"),
        pytest.param(ORDINARY, 0, id="no cell, ordinary: the day alone"),
        pytest.param(HUSBAND, None, id="not at all"),
        pytest.param(replace(HUSBAND, lead_days=5), 5, id="the date's own lead stands before"),
        pytest.param(replace(HUSBAND, lead_days=0), 0, id="the day alone, of this date"),
        pytest.param(replace(CHILD, tier=Tier.C), 1, id="an ordinary client's child"),
        pytest.param(
            replace(BIG, tier=Tier.B, kind=Kind.ANNIVERSARY), 0, id="a wedding on the day alone"
        ),
        pytest.param(
            replace(CHILD, big=True, kind=Kind.MILESTONE, milestone=Milestone.SCHOOL),
            4,
            id="school",
        ),
        pytest.param(replace(BIG, kind=Kind.FESTIVAL), 2, id="a festival without a lead"),
        pytest.param(replace(BIG, kind=Kind.FESTIVAL, lead_days=10), 10, id="a festival"),
        pytest.param(replace(BIG, kind=Kind.PROMISE), 0, id="a promise"),
    ],
)
def test_the_lead_is_the_dates_own_then_the_tables_then_the_rules(
    occasion: Occasion, lead: int | None
) -> None:
    rules = Rules(leads=TABLE)

    assert lead_of(occasion, rules) == lead
    assert (stages(occasion, rules) == ()) is (lead is None)


def test_who_is_prepared_by_the_table_is_given_something() -> None:
    child = replace(CHILD, tier=Tier.C)

    assert what_for(child, Rules()) is What.GREETING
    assert what_for(child, Rules(leads=TABLE)) is What.CAKE


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
        (replace(BIG, kind=Kind.POINTS), What.CALL),
        (replace(BIG, kind=Kind.MILESTONE, person_relation=Relation.CHILD), What.SMALL_GIFT),
        (ORDINARY, What.GREETING),
        (replace(ORDINARY, person_relation=Relation.CHILD), What.GREETING),
        (replace(ORDINARY, person_relation=Relation.CHILD, lead_days=3), What.CAKE),
    ],
)
def test_what_the_house_rule_asks_for(occasion: Occasion, what: What) -> None:
    assert what_for(occasion) is what


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
