"""The recipe of an event: which steps there are, whose day they are for, how each stands."""

import datetime as dt
from typing import Any

import pytest

from crm_desktop.domain.occasions import Kept, Kind, Occasion, ReminderState, Rules, Stage
from crm_desktop.domain.records import Contact, Gift, GiftState, Relation
from crm_desktop.domain.workbench import (
    StepKind,
    Treat,
    calls,
    current,
    gift_of,
    given_before,
    ideas_for,
    recipe,
    talks_of,
    treats,
)
from tests.fakes import CHINA

ON = dt.date(2026, 11, 24)
RULES = Rules()
AT = dt.datetime(2026, 11, 22, 9, 0, tzinfo=CHINA)
ORDERED = Gift(id=5, client_id=1, date_id=7, on=ON, state=GiftState.ORDERED, ordered_on=AT.date())


def occasion(**facts: Any) -> Occasion:  # noqa: ANN401 - whatever fits the record
    plain: dict[str, Any] = {
        "source_id": 7,
        "on": ON,
        "kind": Kind.BIRTHDAY,
        "client_id": 1,
        "client_name": "王雅琴",
        "big": True,
    }
    return Occasion(**(plain | facts))


CHILD = {"person_id": 3, "person_relation": Relation.CHILD, "person_name": "朵朵"}


def states(
    rows: dict[Stage, ReminderState],
    gift: Gift | None = None,
    days: int = -2,
    **facts: Any,  # noqa: ANN401 - whatever fits the record
) -> str:
    """Return the first letters of how each step stands, so many days from the event."""
    event = occasion(**facts)
    kept = {event.key(stage): Kept(state=state, changed_at=AT) for stage, state in rows.items()}
    steps = recipe(event, kept, gift, ON + dt.timedelta(days=days), RULES)
    return " ".join(step.state.value for step in steps)


def given(**facts: Any) -> Gift:  # noqa: ANN401 - whatever fits the record
    plain: dict[str, Any] = {
        "id": 6, "client_id": 1, "date_id": 7, "on": ON, "state": GiftState.GIVEN
    }  # fmt: skip
    return Gift(**(plain | facts))


PREPARE, CONFIRM, DAY, REACTION = Stage.PREPARE, Stage.CONFIRM, Stage.DAY, Stage.REACTION
DONE, GONE, PUT = ReminderState.DONE, ReminderState.DISMISSED, ReminderState.ORDERED


@pytest.mark.parametrize(
    ("rows", "gift", "days", "expected"),
    [
        ({}, None, -2, "open not_asked ahead not_asked"),
        ({}, None, 0, "open not_asked open not_asked"),
        ({PREPARE: ReminderState.SHOWN}, None, -2, "open not_asked ahead not_asked"),
        ({PREPARE: PUT}, ORDERED, -2, "done open ahead ahead"),
        pytest.param({PREPARE: PUT}, None, -1, "done open ahead ahead", id="gift taken out"),
        pytest.param({}, ORDERED, -1, "done open ahead ahead", id="gift from her file"),
        ({PREPARE: DONE}, None, -2, "skipped not_asked ahead not_asked"),
        ({PREPARE: GONE}, None, -2, "skipped not_asked ahead not_asked"),
        ({PREPARE: PUT, CONFIRM: DONE}, ORDERED, -1, "done done ahead ahead"),
        ({PREPARE: PUT, CONFIRM: GONE}, ORDERED, 0, "done skipped open open"),
        pytest.param({PREPARE: PUT, DAY: DONE}, given(), 1, "done not_asked done open", id="given"),
        ({PREPARE: PUT, DAY: GONE, REACTION: GONE}, ORDERED, 1, "done not_asked skipped skipped"),
        ({PREPARE: PUT, DAY: DONE}, given(reaction="很喜欢"), 0, "done not_asked done done"),
    ],
)
def test_how_each_step_stands(
    rows: dict[Stage, ReminderState], gift: Gift | None, days: int, expected: str
) -> None:
    assert states(rows, gift, days) == expected


def test_an_ordinary_client_is_greeted_and_nothing_else() -> None:
    assert states({}, days=0, big=False) == "not_asked not_asked open not_asked"


def test_each_step_has_its_day_and_whom_it_is_addressed_to() -> None:
    steps = recipe(occasion(**CHILD), {}, ORDERED, AT.date(), RULES)

    assert [(step.kind, step.on.day, step.person_id) for step in steps] == [
        (StepKind.ORDER, 22, 3),
        (StepKind.CONFIRM, 23, 3),
        (StepKind.CALL, 24, None),
        (StepKind.REACTION, 25, 3),
    ]
    assert [step.closed_on for step in steps] == [AT.date(), None, None, None]


@pytest.mark.parametrize(
    ("gift", "days", "expected"),
    [
        (None, -5, StepKind.ORDER),
        (None, -1, StepKind.ORDER),
        (None, 0, StepKind.GREET),
        (ORDERED, -2, StepKind.CONFIRM),
        (ORDERED, 0, StepKind.GREET),
        (ORDERED, 1, StepKind.REACTION),
    ],
)
def test_the_next_step_is_the_latest_whose_day_has_come(
    gift: Gift | None, days: int, expected: StepKind
) -> None:
    today = ON + dt.timedelta(days=days)

    step = current(recipe(occasion(), {}, gift, today, RULES), today)

    assert step is not None
    assert step.kind is expected


def test_nothing_is_next_once_all_is_done() -> None:
    kept = {occasion().key(DAY): Kept(state=DONE, changed_at=AT)}

    assert current(recipe(occasion(), kept, given(reaction="好"), ON, RULES), ON) is None


@pytest.mark.parametrize(
    ("facts", "is_called", "suggested"),
    [
        ({}, False, (Treat.FLOWERS, Treat.CAKE)),
        (CHILD, True, (Treat.CAKE,)),
        ({"person_relation": Relation.HUSBAND}, True, (Treat.CAKE,)),
        ({"person_relation": Relation.PARENT}, False, (Treat.SMALL_GIFT, Treat.CAKE)),
        ({**CHILD, "big": False}, False, (Treat.SMALL_GIFT, Treat.CAKE)),
        ({"kind": Kind.ANNIVERSARY}, False, (Treat.FLOWERS, Treat.LAMP, Treat.OIL)),
        (
            {"kind": Kind.VALUED},
            False,
            (Treat.SMALL_GIFT, Treat.FLOWERS, Treat.LAMP, Treat.OIL),
        ),
        ({**CHILD, "kind": Kind.MILESTONE}, False, (Treat.SMALL_GIFT, Treat.CAKE)),
    ],
)
def test_the_rule_suggests_by_whose_day_it_is(
    facts: dict[str, Any], is_called: object, suggested: tuple[Treat, ...]
) -> None:
    assert (calls(occasion(**facts), RULES), treats(occasion(**facts), RULES)) == (
        is_called,
        suggested,
    )


@pytest.mark.parametrize(
    ("gift", "is_for_it"),
    [
        (given(), True),
        (given(on=ON - dt.timedelta(days=365)), False),
        (given(date_id=8), False),
        (given(state=GiftState.IDEA), False),
        (given(date_id=None, occasion="生日", on=dt.date(2026, 11, 20)), True),
        (given(date_id=None, occasion="生日", on=dt.date(2026, 11, 10)), False),
        (given(date_id=None, occasion="birthday", person_id=3), False),
        (given(date_id=None, occasion="birthday", on=None), False),
    ],
)
def test_which_gift_is_for_the_event(gift: Gift, is_for_it: object) -> None:
    assert (gift_of(occasion(), [gift]) is gift) is is_for_it


def test_what_was_given_before_is_that_of_earlier_years_the_latest_first() -> None:
    gifts = [
        given(id=1, item="百合", on=dt.date(2023, 11, 24), occasion="birthday"),
        given(id=2, item="蛋糕", on=dt.date(2025, 11, 24), occasion="生日"),
        given(id=3, item="香薰灯", on=dt.date(2025, 6, 1), occasion="anniversary"),
        given(id=4, item="积木", on=dt.date(2025, 11, 24), occasion="birthday", person_id=3),
        given(id=5, item="今年", occasion="birthday"),
    ]

    assert [gift.item for gift in given_before(occasion(), gifts)] == ["蛋糕", "百合"]


def test_ideas_are_those_for_the_same_person_the_days_own_first() -> None:
    ideas = [
        given(id=1, item="丝巾", date_id=None, state=GiftState.IDEA),
        given(id=2, item="百合", state=GiftState.IDEA),
        given(id=3, item="积木", person_id=3, state=GiftState.IDEA),
        given(id=4, item="", state=GiftState.IDEA),
    ]

    assert [idea.item for idea in ideas_for(occasion(), ideas)] == ["百合", "丝巾"]


def test_the_talks_of_an_event_are_those_made_for_its_day() -> None:
    mine = Contact(id=1, date_id=7, occasion_on=ON)
    others = (Contact(id=2), Contact(id=3, date_id=7, occasion_on=ON - dt.timedelta(days=365)))

    assert talks_of(occasion(), (mine, *others)) == (mine,)
