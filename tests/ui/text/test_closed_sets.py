"""Words for closed sets, occasions, greetings and the line of state, in both languages."""

import datetime as dt
from enum import StrEnum
from typing import Any

import pytest

from crm_desktop.domain.occasions import Kind, Occasion, Reminder, ReminderState, Stage, What
from crm_desktop.domain.records import (
    BillKind,
    ComplaintState,
    DateKind,
    DepositState,
    GiftState,
    GuestState,
    Knows,
    LeadState,
    PointsKind,
    PreferenceKind,
    PromiseState,
    Relation,
    Sex,
    Tier,
    VisitType,
)
from crm_desktop.domain.reminder_check import Raise
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.text.choices import choice, choices
from crm_desktop.ui.text.greetings import hello
from crm_desktop.ui.text.occasions import event, gift_item, red_line, title, to_do, when, whose
from crm_desktop.ui.text.reminder_check import ahead_words
from crm_desktop.ui.text.state import state_line
from tests.ui.fakes import BEIJING
from tests.ui.people import SUNDAY, occasion, reminder

SETS: tuple[type[StrEnum], ...] = (
    BillKind,
    ComplaintState,
    DateKind,
    DepositState,
    GiftState,
    GuestState,
    Knows,
    LeadState,
    PointsKind,
    PreferenceKind,
    PromiseState,
    Relation,
    Sex,
    Tier,
    VisitType,
    Kind,
    What,
    ReminderState,
)
CHILD: dict[str, Any] = {
    "person_id": 2,
    "person_relation": Relation.CHILD,
    "person_nickname": "朵朵",
}
HUSBAND: dict[str, Any] = {"person_id": 3, "person_relation": Relation.HUSBAND}


@pytest.mark.parametrize("kind", SETS, ids=lambda kind: kind.__name__)
def test_every_member_has_a_word_in_both_languages(
    translators: Translators, kind: type[StrEnum]
) -> None:
    translators.speak(Language.ENGLISH)
    english = choices(kind)
    translators.speak(Language.CHINESE)
    chinese = choices(kind)

    assert [member for member, _ in english] == list(kind)
    assert all(word for _, word in english)
    for (_, here), (_, there) in zip(english, chinese, strict=True):
        assert any("\u4e00" <= sign <= "\u9fff" for sign in there), here


def test_members_that_are_equal_as_text_keep_their_own_words() -> None:
    assert (choice(DateKind.BIRTHDAY), choice(Kind.BIRTHDAY)) == ("Birthday", "birthday")


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({}, "王姐: Birthday"),
        ({"age": 36}, "王姐: Birthday, turns 36"),
        (
            {"kind": Kind.ANNIVERSARY, "age": 12},
            "王姐: Wedding anniversary, 12 years · silk wedding",
        ),
        ({"kind": Kind.VALUED, "label": "Shop opened"}, "王姐: Shop opened"),
        ({"kind": Kind.VALUED}, "王姐: Day she values"),
        (CHILD | {"age": 8}, "王姐 · 朵朵: Birthday, turns 8"),
        (HUSBAND, "王姐 · Husband: Birthday"),
        ({"client_display_name": ""}, "王雅琴: Birthday"),
    ],
)
def test_an_occasion_is_told_in_one_line(facts: dict[str, Any], told: str) -> None:
    assert title(occasion(**facts)) == told
    assert told == f"{whose(occasion(**facts))}: {event(occasion(**facts))}"


@pytest.mark.parametrize("knows", list(Knows))
def test_the_red_line_is_drawn_for_whoever_does_not_know(knows: Knows) -> None:
    words = red_line(occasion(**CHILD, knows=knows))

    assert words.startswith("朵朵 does not know") == (knows is Knows.NO)
    assert bool(words) == (knows is Knows.NO)


@pytest.mark.parametrize("what", list(What))
@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("who", [CHILD, HUSBAND, {}])
def test_every_reminder_says_what_to_do(what: What, stage: Stage, who: dict[str, Any]) -> None:
    assert to_do(reminder(stage=stage, what=what, **who))


def test_a_cake_asks_to_call_her_so_that_she_does_not_buy_a_second_one() -> None:
    assert "call her" in to_do(reminder(what=What.CAKE, **HUSBAND))
    assert "to the child" in to_do(reminder(what=What.CAKE, stage=Stage.DAY, **CHILD))


def test_flowers_are_never_roses() -> None:
    words = to_do(reminder(what=What.FLOWERS))

    assert "lilies or carnations" in words
    assert "rose" not in words.lower()


@pytest.mark.parametrize(
    ("what", "item"), [(What.CAKE, "Cake"), (What.FLOWERS, "Flowers"), (What.CALL, "")]
)
def test_a_gift_has_a_usual_name(what: What, item: str) -> None:
    assert gift_item(what) == item


def test_the_day_is_told_with_how_far_it_is() -> None:
    assert when(reminder(), SUNDAY) == "Tue 24 Nov · the day after tomorrow"


@pytest.mark.parametrize(
    ("hour", "count", "told"),
    [
        (8, 3, "Good morning, 3 to think of today"),
        (11, 0, "Good day, nothing to prepare today"),
        (14, 1, "Good afternoon, 1 to think of today"),
        (18, 0, "Good evening, nothing to prepare today"),
    ],
)
def test_the_day_begins_with_a_greeting_by_the_hour(hour: int, count: int, told: str) -> None:
    assert hello(dt.datetime(2026, 11, 22, hour, tzinfo=BEIJING), count) == told


@pytest.mark.parametrize(
    ("backed_up_at", "told"),
    [
        (None, "Encrypted · no backup yet"),
        (dt.datetime(2026, 11, 22, 0, 12, tzinfo=dt.UTC), "Encrypted · backed up today 08:12"),
        (dt.datetime(2026, 11, 21, 15, tzinfo=dt.UTC), "Encrypted · backed up yesterday 23:00"),
        (dt.datetime(2026, 11, 12, 1, tzinfo=dt.UTC), "Encrypted · backed up Thu 12 Nov 09:00"),
    ],
)
def test_the_line_of_state_is_in_local_time(backed_up_at: dt.datetime | None, told: str) -> None:
    assert state_line(backed_up_at, dt.datetime(2026, 11, 22, 9, tzinfo=BEIJING)) == told


def test_what_pops_up_for_a_festival_is_told_by_its_name() -> None:
    on = dt.date(2026, 9, 25)
    festival = Occasion(
        source_id=1,
        on=on,
        kind=Kind.FESTIVAL,
        client_id=0,
        client_name="",
        festival="mid_autumn",
    )
    raised = Reminder(
        occasion=festival,
        stage=Stage.DAY,
        raise_on=on,
        state=ReminderState.PENDING,
        what=What.GREETING,
    )

    told = ahead_words(Raise(reminder=raised, at=dt.datetime(2026, 9, 25, 9, tzinfo=dt.UTC)))

    assert told == "Mid-Autumn Festival"
