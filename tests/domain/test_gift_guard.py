"""The truth table of the guard: every rule, allowed and warned."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.gift_guard import (
    GuardCode,
    check,
    open_warnings,
    overruled_codes,
    told_together,
)
from crm_desktop.domain.records import (
    Client,
    CompletedProject,
    Gift,
    GiftState,
    Knows,
    Person,
    Preference,
    PreferenceKind,
    Relation,
    Tier,
)
from crm_desktop.domain.settings import BookSettings

TODAY = dt.date(2026, 11, 22)
SETTINGS = BookSettings(clinic_words=("云裳", "医院"))
HUSBAND = Person(id=1, relation=Relation.HUSBAND, nickname="老公", knows=Knows.NO)
CHILD = Person(id=2, relation=Relation.CHILD, nickname="朵朵")
LILIES = Gift(id=9, item="百合花束", state=GiftState.GIVEN, on=dt.date(2025, 11, 22), date_id=4)


def codes(
    gift: dict[str, Any],
    folder: dict[str, Any] | None = None,
    settings: BookSettings = SETTINGS,
) -> list[str]:
    """Return the codes of what speaks against a gift, by the facts that matter."""
    facts: dict[str, Any] = {"client": Client(id=1), "persons": (CHILD,), **(folder or {})}
    planned: dict[str, Any] = {"state": GiftState.IDEA, "item": "香薰灯"} | gift
    return [
        each.code.value for each in check(Gift(**planned), ClientFolder(**facts), settings, TODAY)
    ]


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("gift", "expected"),
    [
        pytest.param({"item": "红玫瑰"}, ["roses"], id="roses"),
        pytest.param({"item": "月季盆栽"}, ["roses"], id="also by another name"),
        pytest.param({"item": "百合"}, [], id="lilies instead"),
        pytest.param({"item": "玫瑰金手链"}, [], id="a colour is no rose"),
        pytest.param({"item": "云裳定制杯"}, ["clinic"], id="the clinic on the item"),
        pytest.param({"card_text": "云裳全体祝您快乐"}, ["clinic"], id="the clinic on the card"),
        pytest.param({"item": "印Logo的伞"}, ["clinic", "taboo"], id="a logo, and an umbrella"),
        pytest.param({"item": "无logo礼盒"}, [], id="no logo"),
        pytest.param({"card_text": "生日快乐"}, [], id="a plain card"),
        pytest.param({"item": "座钟"}, ["taboo"], id="a clock"),
        pytest.param({"item": "香梨"}, ["taboo"], id="pears"),
        pytest.param({"item": "凤梨酥"}, [], id="pineapple cakes"),
        pytest.param({"item": "她钟爱的围巾"}, [], id="what she loves"),
        pytest.param({"sent_as": "云裳客服"}, ["sent_as"], id="sent in the name of the clinic"),
        pytest.param({"sent_as": "医院"}, ["sent_as"], id="sent by a hospital"),
        pytest.param({"sent_as": "朋友"}, [], id="sent as a friend"),
        pytest.param({"sent_as": ""}, [], id="nothing said of the sender"),
        pytest.param({"item": ""}, [], id="no item yet"),
    ],
)
def test_words(gift: dict[str, Any], expected: list[str]) -> None:
    assert codes(gift) == expected


def of(kind: PreferenceKind, text: str, person_id: int | None = None) -> dict[str, Any]:
    return {"preferences": (Preference(person_id=person_id, kind=kind, text=text),)}


@pytest.mark.parametrize(
    ("gift", "folder", "expected"),
    [
        pytest.param(
            {"item": "芒果千层"}, of(PreferenceKind.ALLERGY, "芒果"), ["allergy"], id="her allergy"
        ),
        pytest.param({"item": "草莓千层"}, of(PreferenceKind.ALLERGY, "芒果"), [], id="without it"),
        pytest.param({"item": "芒果"}, of(PreferenceKind.LIKE, "芒果"), [], id="she likes it"),
        pytest.param(
            {"item": "百合"}, of(PreferenceKind.ALLERGY, "花粉过敏"), ["allergy"], id="pollen"
        ),
        pytest.param(
            {"item": "芒果", "person_id": 2},
            of(PreferenceKind.ALLERGY, "芒果", 2),
            ["allergy"],
            id="the child's allergy",
        ),
        pytest.param(
            {"item": "芒果"}, of(PreferenceKind.ALLERGY, "芒果", 2), [], id="of the child, for her"
        ),
        pytest.param(
            {"item": "芒果蛋糕", "person_id": 2},
            of(PreferenceKind.ALLERGY, "芒果"),
            ["allergy"],
            id="her allergy, at her table",
        ),
        pytest.param(
            {"item": "香水"}, of(PreferenceKind.TABOO, "不喜欢香水"), ["disliked"], id="her taboo"
        ),
        pytest.param(
            {"item": "香水", "person_id": 2},
            of(PreferenceKind.TABOO, "香水"),
            [],
            id="her taboo, for the child",
        ),
        pytest.param(
            {"item": "核桃"},
            {"client": Client(id=1, health_notes="对坚果过敏")},
            ["allergy"],
            id="health notes",
        ),
        pytest.param(
            {"item": "核桃"},
            {"client": Client(id=1, health_notes="对坚果不过敏")},
            [],
            id="health notes deny it",
        ),
    ],
)
def test_what_harms(gift: dict[str, Any], folder: dict[str, Any], expected: list[str]) -> None:
    assert codes(gift, folder) == expected


@pytest.mark.parametrize(
    ("gift", "before", "expected"),
    [
        pytest.param("2026-11-21", {}, ["repeated"], id="a day short of twelve months"),
        pytest.param("2026-11-22", {}, [], id="exactly twelve months"),
        pytest.param("2026-03-01", {"item": "一束 百合花束"}, ["repeated"], id="said otherwise"),
        pytest.param("2026-03-01", {"item": "康乃馨花束"}, [], id="something else"),
        pytest.param("2026-03-01", {"person_id": 2}, [], id="to somebody else"),
        pytest.param("2026-03-01", {"state": GiftState.IDEA}, [], id="only thought of"),
        pytest.param("2025-10-01", {}, ["repeated"], id="one already ordered for later"),
        pytest.param("2026-11-29", {"month_only": True}, ["repeated"], id="some day of the month"),
        pytest.param("2026-11-30", {"month_only": True}, [], id="no day of that month"),
        pytest.param("2026-11-01", {"on": None}, [], id="nobody knows when"),
    ],
)
def test_the_same_gift_again(gift: str, before: dict[str, Any], expected: list[str]) -> None:
    last = replace(LILIES, **before)

    assert codes({"item": "百合花束", "on": day(gift)}, {"gifts": (last,)}) == expected


@pytest.mark.parametrize(
    ("date_id", "expected"),
    [
        pytest.param(4, [], id="the same lunar day, a year on"),
        pytest.param(5, ["repeated"], id="another day"),
    ],
)
def test_a_day_that_returns_is_no_repetition(date_id: int, expected: list[str]) -> None:
    gift = {"item": "百合花束", "on": day("2026-11-11"), "date_id": date_id}

    assert codes(gift, {"gifts": (LILIES,)}) == expected


def test_a_gift_does_not_repeat_itself() -> None:
    assert codes({"id": 9, "item": "百合花束", "on": LILIES.on}, {"gifts": (LILIES,)}) == []


def test_the_months_of_a_repetition_are_a_setting() -> None:
    gift = {"item": "百合花束", "on": day("2026-03-01")}
    three = replace(SETTINGS, gift_repeat_months=3)

    assert codes(gift, {"gifts": (LILIES,)}, three) == []


@pytest.mark.parametrize(
    ("gift", "expected"),
    [
        pytest.param(
            {"on": day("2027-02-14"), "ordered_on": day("2027-02-08")},
            ["price_spike"],
            id="six days ahead",
        ),
        pytest.param(
            {"on": day("2027-02-14"), "ordered_on": day("2027-02-07")}, [], id="a week ahead"
        ),
        pytest.param({"on": day("2027-02-14")}, [], id="today is early enough"),
        pytest.param({"on": day("2026-05-20")}, ["price_spike"], id="entered too late"),
        pytest.param({"on": day("2026-08-19")}, ["price_spike"], id="qixi"),
        pytest.param({"on": day("2026-05-10")}, ["price_spike"], id="mother's day"),
        pytest.param({"on": day("2026-05-11")}, [], id="the day after"),
        pytest.param({"on": day("2026-05-10"), "state": GiftState.GIVEN}, [], id="given already"),
        pytest.param({"on": None}, [], id="no day yet"),
        pytest.param({"on": day("2026-05-19"), "item": "百合花束"}, ["price_spike"], id="the eve"),
        pytest.param({"on": day("2026-08-17"), "item": "康乃馨"}, ["price_spike"], id="two days"),
        pytest.param({"on": day("2026-05-17"), "item": "百合花束"}, [], id="three days before"),
        pytest.param({"on": day("2026-05-21"), "item": "百合花束"}, [], id="flowers a day later"),
        pytest.param({"on": day("2026-05-19"), "item": "花茶礼盒"}, [], id="no fresh flowers"),
        pytest.param({"on": day("2026-05-19")}, [], id="only flowers are dear before it"),
    ],
)
def test_dear_days(gift: dict[str, Any], expected: list[str]) -> None:
    assert codes(gift) == expected


def test_dear_days_can_be_switched_off() -> None:
    off = replace(SETTINGS, warns_of_price_days=False)

    assert codes({"on": day("2026-05-10")}, settings=off) == []


@pytest.mark.parametrize(
    ("tier", "cost", "before", "expected"),
    [
        pytest.param(Tier.B, 30_000, {}, [], id="the budget exactly"),
        pytest.param(Tier.B, 30_001, {}, ["budget"], id="a fen more"),
        pytest.param(Tier.A, 30_001, {}, [], id="another tier has more"),
        pytest.param(Tier.E, 5_001, {"cost": 0}, ["budget"], id="the first gift may be too dear"),
        pytest.param(Tier.B, 30_001, {"on": day("2025-12-31")}, [], id="of another year"),
        pytest.param(Tier.B, 30_001, {"state": GiftState.IDEA}, [], id="an idea costs nothing"),
        pytest.param(None, 90_000, {}, [], id="no tier is not watched"),
        pytest.param(Tier.B, None, {"cost": 99_000}, [], id="no cost known"),
    ],
)
def test_the_budget_of_a_year(
    tier: Tier | None, cost: int | None, before: dict[str, Any], expected: list[str]
) -> None:
    spent = Gift(id=8, item="燕窝", state=GiftState.GIVEN, cost=50_000, on=day("2026-03-01"))
    folder: dict[str, Any] = {
        "client": Client(id=1, tier=tier),
        "gifts": (replace(spent, **before),),
    }

    assert codes({"cost": cost}, folder) == expected


@pytest.mark.parametrize(
    ("gift", "knows", "expected"),
    [
        pytest.param({}, Knows.NO, ["unaware"], id="he does not know"),
        pytest.param({}, Knows.UNKNOWN, [], id="nobody said"),
        pytest.param({}, Knows.YES, [], id="he knows"),
        pytest.param({"person_id": 2}, Knows.NO, ["unaware"], id="to the child of his house"),
        pytest.param(
            {"card_text": "术后好好休息"},
            Knows.NO,
            ["unaware", "tells_unaware"],
            id="the card tells",
        ),
        pytest.param({"card_text": "术后好好休息"}, Knows.YES, [], id="he may read it"),
        pytest.param(
            {"card_text": "焕颜一号做得真好"},
            Knows.NO,
            ["unaware", "tells_unaware"],
            id="a project of hers",
        ),
        pytest.param(
            {"card_text": "云裳祝福"},
            Knows.NO,
            ["unaware", "tells_unaware", "clinic"],
            id="the clinic",
        ),
        pytest.param({"card_text": "生日快乐"}, Knows.NO, ["unaware"], id="the card does not"),
    ],
)
def test_somebody_does_not_know(gift: dict[str, Any], knows: Knows, expected: list[str]) -> None:
    done = CompletedProject(project="焕颜一号")
    folder: dict[str, Any] = {
        "persons": (replace(HUSBAND, knows=knows), CHILD),
        "completed": (done,),
    }

    assert codes(gift, folder) == expected


def test_what_weighs_most_is_told_first() -> None:
    folder: dict[str, Any] = {
        "persons": (HUSBAND,),
        "client": Client(id=1, tier=Tier.E),
        **of(PreferenceKind.ALLERGY, "玫瑰"),
    }
    gift = {
        "item": "玫瑰钟",
        "card_text": "云裳",
        "sent_as": "云裳",
        "cost": 9_900,
        "on": day("2026-05-20"),
    }

    told = codes(gift, folder)

    assert told == [code.value for code in GuardCode if code.value in told]
    assert len(told) == 9


def test_a_warning_says_why() -> None:
    folder = ClientFolder(client=Client(id=1, tier=Tier.D), gifts=(replace(LILIES, cost=8_000),))
    gift = Gift(item="百合花束", cost=2_001, on=day("2025-12-01"), state=GiftState.IDEA)

    again, dear = check(gift, folder, SETTINGS, TODAY)

    assert (again.word, again.on) == ("百合花束", day("2025-11-22"))
    assert (dear.spent, dear.budget, dear.year) == (10_001, 10_000, 2025)


def test_what_was_set_aside_is_not_asked_again() -> None:
    folder = ClientFolder(client=Client(id=1), persons=(HUSBAND,))
    warnings = check(Gift(item="玫瑰钟"), folder, SETTINGS, TODAY)

    left = open_warnings(warnings, overruled_codes(Gift(overruled="roses")))

    assert [each.code for each in left] == [GuardCode.TABOO]


@pytest.mark.parametrize(
    ("before", "codes_now", "expected"),
    [
        ("", {GuardCode.TABOO, GuardCode.ROSES}, "roses taboo"),
        ("taboo", {GuardCode.ROSES}, "roses taboo"),
        ("她说过喜欢", {GuardCode.ROSES}, "她说过喜欢 roses"),
        ("roses", set(), "roses"),
    ],
)
def test_what_is_set_aside_is_kept_once_in_order(
    before: str, codes_now: set[GuardCode], expected: str
) -> None:
    assert told_together(codes_now, before) == expected


@pytest.mark.parametrize(
    ("gift", "festivals", "expected"),
    [
        ({"on": day("2026-08-27")}, (), ["silent_day"]),
        ({"on": day("2026-08-26")}, (), []),
        ({"on": day("2026-08-27"), "month_only": True}, (), []),
        pytest.param({"on": day("2026-08-27"), "state": GiftState.GIVEN}, (), [], id="over"),
        ({"on": day("2026-08-27")}, ("ghost_festival=off,0",), []),
    ],
)
def test_nothing_is_handed_over_on_the_ghost_festival(
    gift: dict[str, Any], festivals: tuple[str, ...], expected: list[str]
) -> None:
    assert codes(gift, settings=replace(SETTINGS, festivals=festivals)) == expected
