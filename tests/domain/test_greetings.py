"""On which days a client is greeted, and with which texts."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.festivals import with_changes
from crm_desktop.domain.greetings import (
    GreetingFor,
    GreetingText,
    days_of,
    greeting_for,
    texts_for,
    together,
)
from crm_desktop.domain.occasions import Kind, Milestone
from crm_desktop.domain.records import (
    DateKind,
    GreetingTemplate,
    Person,
    Relation,
    Tier,
    Visit,
)
from crm_desktop.domain.years import YearMark
from crm_desktop.services.festival_table import built_in_festivals
from tests.domain.folders import CLIENT, TODAY, born, child, days_ago, folder, husband, wedding
from tests.ui.people import occasion

TABLE = built_in_festivals()
BUILT_IN = (
    GreetingText(kind=GreetingFor.BIRTHDAY, text="一", key="k1"),
    GreetingText(kind=GreetingFor.BIRTHDAY, text="二", key="k2", for_big=True),
    GreetingText(kind=GreetingFor.ANNIVERSARY, text="三", key="k3"),
)


def own(text: str, **facts: object) -> GreetingTemplate:
    return replace(GreetingTemplate(id=1, occasion="birthday", text=text), **facts)  # type: ignore[arg-type] # fields of a template


def of_child(year: int, month: int, day: int) -> ClientFolder:
    return folder(persons=[child()], dates=[born(year, month, day, 2)])


def nearest(her: ClientFolder, today: dt.date = TODAY) -> GreetingFor:
    return days_of(her, today, TABLE)[0].kind


@pytest.mark.parametrize(
    ("her", "kind"),
    [
        (folder(dates=[born(1988, 11, 24)]), GreetingFor.BIRTHDAY),
        (folder(persons=[child()], dates=[born(2018, 11, 24, 2)]), GreetingFor.CHILD),
        (folder(persons=[husband()], dates=[born(1980, 11, 24, 3)]), GreetingFor.SPOUSE),
        (
            folder(persons=[Person(id=4, relation=Relation.PARENT)], dates=[born(1955, 11, 24, 4)]),
            GreetingFor.FAMILY,
        ),
        (folder(dates=[wedding(2010, 11, 24)]), GreetingFor.ANNIVERSARY),
        (folder(dates=[replace(born(None, 11, 24), kind=DateKind.VALUED)]), GreetingFor.VALUED),
        (folder(visits=[Visit(on=TODAY)]), GreetingFor.AFTER_VISIT),
        (folder(visits=[Visit(on=days_ago(30))]), GreetingFor.WINTER_SOLSTICE),
        pytest.param(folder(dates=[born(1988, 11, 19)]), GreetingFor.BIRTHDAY, id="just passed"),
        pytest.param(
            folder(dates=[replace(born(1988, 11, 24), is_ended=True)]),
            GreetingFor.WINTER_SOLSTICE,
            id="a day that ended",
        ),
    ],
)
def test_the_nearest_day_of_hers_comes_first(her: ClientFolder, kind: GreetingFor) -> None:
    assert nearest(her) is kind


@pytest.mark.parametrize(
    ("her", "kind", "on"),
    [
        (
            folder(persons=[child()], dates=[born(2026, 10, 25, 2)]),
            GreetingFor.FULL_MONTH,
            (11, 24),
        ),
        (
            folder(persons=[child()], dates=[born(2026, 8, 20, 2)]),
            GreetingFor.HUNDRED_DAYS,
            (11, 27),
        ),
        (of_child(2025, 11, 24), GreetingFor.FIRST, (11, 24)),
        (of_child(2008, 11, 24), GreetingFor.OF_AGE, (11, 24)),
        (of_child(1966, 11, 24), GreetingFor.CHILD, (11, 24)),
        (folder(dates=[born(1966, 11, 24)]), GreetingFor.ROUND, (11, 24)),
        (folder(dates=[born(1976, 11, 24)]), GreetingFor.BIRTHDAY, (11, 24)),
        (folder(dates=[born(None, 11, 24)]), GreetingFor.BIRTHDAY, (11, 24)),
        (
            folder(persons=[husband()], dates=[born(1966, 11, 24, 3)]),
            GreetingFor.ROUND_FAMILY,
            (11, 24),
        ),
        (folder(dates=[wedding(2001, 11, 24)]), GreetingFor.WEDDING_YEAR, (11, 24)),
        (folder(dates=[wedding(2024, 11, 24)]), GreetingFor.ANNIVERSARY, (11, 24)),
    ],
)
def test_a_day_that_is_more_than_the_others_has_words_of_its_own(
    her: ClientFolder, kind: GreetingFor, on: tuple[int, int]
) -> None:
    first = days_of(her, TODAY, TABLE)[0]

    assert (first.kind, first.on) == (kind, dt.date(2026, *on))


def test_school_begins_for_her_child_and_for_nobody_elses() -> None:
    august = dt.date(2026, 8, 25)
    brother = Person(id=5, relation=Relation.SIBLING)
    hers = folder(persons=[child(), brother], dates=[born(2020, 3, 1, 2), born(2020, 3, 1, 5)])

    days = [day for day in days_of(hers, august, TABLE) if day.kind is GreetingFor.SCHOOL]

    assert [(day.on, day.person) for day in days] == [(dt.date(2026, 9, 1), hers.persons[0])]


def test_a_mans_round_birthday_is_kept_at_nine_where_that_is_the_custom() -> None:
    his = folder(persons=[husband()], dates=[born(1968, 11, 24, 3)])

    at_nine = days_of(his, TODAY, TABLE, men_at_nine=True)[0]

    assert at_nine.kind is GreetingFor.ROUND_FAMILY
    assert days_of(his, TODAY, TABLE)[0].kind is GreetingFor.SPOUSE


def test_words_for_the_day_itself_stand_before_those_for_every_year() -> None:
    texts = (
        GreetingText(kind=GreetingFor.CHILD, text="每年", key="k1", for_big=True),
        GreetingText(kind=GreetingFor.FIRST, text="周岁", key="k2"),
        GreetingText(kind=GreetingFor.BIRTHDAY, text="她的", key="k3"),
    )

    found = texts_for(texts, replace(CLIENT, tier=Tier.A), GreetingFor.FIRST)

    assert [each.text for each in found] == ["周岁", "每年"]


def test_two_children_have_a_day_each() -> None:
    second = child("豆豆", id=5)
    her = folder(persons=[child(), second], dates=[born(2018, 11, 24, 2), born(2020, 12, 1, 5)])

    days = [day for day in days_of(her, TODAY, TABLE) if day.kind is GreetingFor.CHILD]

    assert [(day.person, day.age) for day in days] == [(her.persons[0], 8), (second, 6)]


@pytest.mark.parametrize(
    ("today", "kind", "on"),
    [
        (dt.date(2026, 12, 30), GreetingFor.NEW_YEAR, dt.date(2027, 1, 1)),
        (dt.date(2027, 1, 20), GreetingFor.NEW_YEARS_EVE, dt.date(2027, 2, 5)),
        (dt.date(2026, 12, 1), GreetingFor.WINTER_SOLSTICE, dt.date(2026, 12, 22)),
        (dt.date(2027, 1, 20), GreetingFor.SPRING_FESTIVAL, dt.date(2027, 2, 6)),
        (dt.date(2026, 2, 16), GreetingFor.SPRING_FESTIVAL, dt.date(2026, 2, 17)),
        (dt.date(2026, 5, 9), GreetingFor.MOTHERS_DAY, dt.date(2026, 5, 10)),
        (dt.date(2027, 5, 9), GreetingFor.MOTHERS_DAY, dt.date(2027, 5, 9)),
        (dt.date(2026, 6, 18), GreetingFor.DRAGON_BOAT, dt.date(2026, 6, 19)),
        (dt.date(2026, 9, 26), GreetingFor.MID_AUTUMN, dt.date(2026, 9, 25)),
    ],
)
def test_festivals_fall_on_their_days(today: dt.date, kind: GreetingFor, on: dt.date) -> None:
    days = {day.kind: day.on for day in days_of(folder(persons=[child()]), today, TABLE)}

    assert days[kind] == on


@pytest.mark.parametrize(
    "people",
    [[husband()], pytest.param([husband(), child(notes="2020 年去世")], id="she lost her child")],
)
def test_mothers_day_is_for_mothers(people: list[Person]) -> None:
    kinds = {day.kind for day in days_of(folder(persons=people), TODAY, TABLE)}

    assert GreetingFor.MOTHERS_DAY not in kinds


@pytest.mark.parametrize(
    ("client", "templates", "offered"),
    [
        (CLIENT, [], ["一"]),
        pytest.param(replace(CLIENT, tier=Tier.A), [], ["二", "一"], id="a big client"),
        (CLIENT, [own("我的")], ["我的", "一"]),
        (CLIENT, [own("给 C", tier=Tier.C)], ["一"]),
        (
            replace(CLIENT, tier=Tier.C),
            [own("我的"), own("给 C", tier=Tier.C)],
            ["给 C", "我的", "一"],
        ),
        pytest.param(CLIENT, [own("改过", replaces="k1")], ["改过"], id="instead of the app's"),
        pytest.param(CLIENT, [own("改过", replaces="k2")], ["一"], id="still for big clients"),
        pytest.param(CLIENT, [own("旧", occasion="gone")], ["一"], id="an unknown occasion"),
    ],
)
def test_hers_come_before_those_of_the_app(
    client: object, templates: list[GreetingTemplate], offered: list[str]
) -> None:
    texts = together(BUILT_IN, templates)

    found = texts_for(texts, client, GreetingFor.BIRTHDAY)  # type: ignore[arg-type] # a client

    assert [each.text for each in found] == offered


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        ({}, GreetingFor.BIRTHDAY),
        ({"person_relation": Relation.CHILD}, GreetingFor.CHILD),
        ({"person_relation": Relation.WIFE}, GreetingFor.SPOUSE),
        ({"person_relation": Relation.FRIEND}, GreetingFor.FAMILY),
        ({"kind": Kind.ANNIVERSARY}, GreetingFor.ANNIVERSARY),
        ({"kind": Kind.VALUED}, GreetingFor.VALUED),
        ({"kind": Kind.ANNIVERSARY, "age": 25}, GreetingFor.WEDDING_YEAR),
        ({"marks": (YearMark.ROUND,)}, GreetingFor.ROUND),
        (
            {"person_relation": Relation.CHILD, "marks": (YearMark.FIRST,)},
            GreetingFor.FIRST,
        ),
        (
            {"kind": Kind.MILESTONE, "milestone": Milestone.HUNDRED_DAYS},
            GreetingFor.HUNDRED_DAYS,
        ),
    ],
)
def test_a_reminder_says_what_its_greeting_is_for(facts: dict[str, Any], kind: GreetingFor) -> None:
    assert greeting_for(occasion(**facts)) is kind


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ((), {"new_year", "winter_solstice", "christmas"}),
        (("christmas=off,3", "thanksgiving=on,2"), {"new_year", "winter_solstice", "thanksgiving"}),
        (("own_1=on,3,solar 12-8,店庆",), {"new_year", "winter_solstice", "christmas", "festival"}),
    ],
)
def test_festivals_turned_off_or_far_away_are_not_offered(
    lines: tuple[str, ...], told: set[str]
) -> None:
    days = days_of(folder(), TODAY, with_changes(TABLE, lines))

    near = {day.kind.value: day for day in days if day.on and day.on < dt.date(2027, 2, 1)}
    assert set(near) == told
    assert near["new_year"].label == ""
    assert "festival" not in near or near["festival"].label == "店庆"
