import datetime as dt
from dataclasses import replace

import pytest

from crm_desktop.domain.drafts import (
    ChildDraft,
    CompletedDraft,
    GiftDraft,
)
from crm_desktop.domain.import_plan import (
    Fact,
    Outcome,
)
from crm_desktop.domain.records import (
    Client,
    ClientDate,
    CompletedProject,
    Gift,
    Person,
    Phone,
    PotentialProject,
    Preference,
    Tag,
)
from tests.domain.import_rows import (
    FULL,
    A,
    book_of,
    day,
    edited,
    of_kind,
    planned,
    rows_of,
)


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("tags", ("怕疼", "新标签"), Tag),
        ("likes", ("美式", "茉莉"), Preference),
        ("potential", ("鼻综合", "植发"), PotentialProject),
        ("completed", (CompletedDraft(project="线雕"),), CompletedProject),
        ("gifts", (GiftDraft(item="百合花束", year=2026, month=3, cost=16_800),), Gift),
        ("children", (ChildDraft(label="小宝", birthday=day(7, 7)),), Person),
        ("phones", (A, "13655556666"), Phone),
    ],
)
def test_lists_are_joined(name: str, value: object, kind: type[Fact]) -> None:
    made = planned(rows_of(edited(name, value)), book_of())

    assert made.rows[0].outcome is Outcome.UPDATED
    assert len(of_kind(made.new, kind)) == 1
    assert made.changed == ()


def test_notes_grow_by_the_lines_we_lack() -> None:
    made = planned(rows_of(replace(FULL, notes="已补偿\n爱喝茶")), book_of())

    (client,) = of_kind(made.changed, Client)
    assert isinstance(client, Client)
    assert client.notes == "带闺蜜来过两次\n已补偿\n爱喝茶"


def test_a_year_learnt_later_completes_theday() -> None:
    book = book_of(replace(FULL, birthday=day(3, 2)))

    made = planned(rows_of(FULL), book)

    (date,) = of_kind(made.changed, ClientDate)
    assert isinstance(date, ClientDate)
    assert date.fact == day(3, 2, 1985)
    assert made.rows[0].outcome is Outcome.UPDATED


def test_a_gift_known_to_the_day_is_the_gift_of_that_month() -> None:
    book = book_of()
    facts = tuple(
        replace(fact, on=dt.date(2025, 3, 8), month_only=False)
        if isinstance(fact, Gift) and fact.item == "百合花束"
        else fact
        for fact in book[1].facts
    )

    made = planned(rows_of(FULL), {1: replace(book[1], facts=facts)})

    assert made.writes_nothing


def test_twins_stay_two() -> None:
    twins = tuple(ChildDraft(label=label, birthday=day(6, 1, 2015)) for label in ("大宝", "小宝"))
    draft = replace(FULL, children=twins)

    made = planned(rows_of(draft), book_of(draft))

    assert made.writes_nothing


def test_a_child_named_later_is_the_child_we_know_by_birthday() -> None:
    book = book_of(replace(FULL, children=(ChildDraft(birthday=day(6, 1, 2015)),)))

    made = planned(rows_of(replace(FULL, children=FULL.children[:1])), book)

    (child,) = of_kind(made.changed, Person)
    assert isinstance(child, Person)
    assert child.nickname == "大宝"
    assert of_kind(made.new, Person) == []
