"""Gifts on a real book: past the guard, step by step, and back."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.errors import FactRefused, GiftWarned, RecordGone
from crm_desktop.domain.gift_guard import GuardCode
from crm_desktop.domain.occasions import Kind, Occasion, Reminder, ReminderState, Rules, Stage, What
from crm_desktop.domain.records import (
    CompletedProject,
    Gift,
    GiftState,
    Knows,
    Person,
    Relation,
    Tier,
)
from crm_desktop.domain.settings import BookSettings
from crm_desktop.services.clients import Clients
from crm_desktop.services.gifts import GiftBudget, Gifts
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import fetch, put
from crm_desktop.services.reminders import Reminders, Told
from crm_desktop.services.settings import Settings
from tests import builders
from tests.fakes import CHINA

TODAY = dt.date(2026, 11, 22)
NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=CHINA)
SETTINGS = BookSettings(clinic_words=("云裳",))


def settings() -> BookSettings:
    return SETTINGS


@pytest.fixture
def gifts(book_database: Database, journal: Journal) -> Gifts:
    return Gifts(book_database, journal, settings)


@pytest.fixture
def her(journal: Journal) -> int:
    """Return a client whose husband does not know, with one project done."""
    with journal.change("client.add") as work:
        client_id = put(work.session, builders.client("顾清禾", tier=Tier.B))
        husband = Person(client_id=client_id, relation=Relation.HUSBAND, knows=Knows.NO)
        put(work.session, husband)
        put(work.session, CompletedProject(client_id=client_id, project="焕颜一号"))
    return client_id


def all_of(database: Database) -> list[Gift]:
    with database.read() as session:
        return fetch(session, Gift)


def test_a_gift_warned_of_is_not_written(book_database: Database, gifts: Gifts, her: int) -> None:
    with pytest.raises(GiftWarned) as warned:
        gifts.save(Gift(client_id=her, item="红玫瑰", card_text="焕颜一号"), TODAY)

    assert warned.value.codes == ("tells_unaware", "roses")
    assert all_of(book_database) == []


def test_what_is_set_aside_is_written_with_the_gift(
    book_database: Database, gifts: Gifts, her: int
) -> None:
    gifts.save(Gift(client_id=her, item="红玫瑰"), TODAY, {GuardCode.ROSES, GuardCode.TABOO})

    assert [gift.overruled for gift in all_of(book_database)] == ["roses"]


def test_an_impossible_gift_is_refused(gifts: Gifts, her: int) -> None:
    with pytest.raises(FactRefused):
        gifts.save(Gift(client_id=her, item="百合", cost=-1), TODAY)


def test_from_the_idea_to_her_reaction_each_step_is_dated_and_undone(
    book_database: Database, journal: Journal, gifts: Gifts, her: int
) -> None:
    gifts.save(Gift(client_id=her, item="百合", state=GiftState.IDEA), TODAY)
    (idea,) = all_of(book_database)

    actions = [
        gifts.order(idea.id, TODAY).action,
        gifts.give(idea.id, dt.date(2026, 11, 24)).action,
        gifts.react(idea.id, "很喜欢").action,
    ]
    (received,) = all_of(book_database)
    for _ in actions:
        journal.undo()

    assert actions == ["gift.order", "gift.give", "gift.react"]
    assert (received.state, received.ordered_on, received.delivered_on, received.reaction) == (
        GiftState.GIVEN,
        TODAY,
        dt.date(2026, 11, 24),
        "很喜欢",
    )
    assert all_of(book_database) == [idea]


def test_an_idea_is_judged_when_it_is_ordered(
    book_database: Database, journal: Journal, gifts: Gifts, her: int
) -> None:
    with journal.change("gift.add") as work:
        idea = put(work.session, Gift(client_id=her, item="座钟", state=GiftState.IDEA))

    with pytest.raises(GiftWarned):
        gifts.order(idea, TODAY)
    gifts.order(idea, TODAY, {GuardCode.TABOO})

    assert [(one.state, one.overruled) for one in all_of(book_database)] == [
        (GiftState.ORDERED, "taboo")
    ]


def test_reasons_are_set_aside_afterwards_too(
    book_database: Database, journal: Journal, gifts: Gifts, her: int
) -> None:
    with journal.change("gift.add") as work:
        known = put(work.session, Gift(client_id=her, item="座钟", overruled="她自己要的"))

    gifts.overrule(known, {GuardCode.TABOO})

    assert [gift.overruled for gift in all_of(book_database)] == ["她自己要的 taboo"]


def test_the_budget_counts_the_year(gifts: Gifts, her: int) -> None:
    for on, cost in ((dt.date(2026, 1, 1), 20_000), (dt.date(2025, 12, 31), 30_000)):
        gifts.save(Gift(client_id=her, item=f"香薰 {cost}", cost=cost, on=on), TODAY)

    assert gifts.budget(her, TODAY) == GiftBudget(spent=20_000, budget=80_000)
    assert [len(pair.this_year) for pair in gifts.history(her, TODAY)] == [1]


@pytest.mark.parametrize("step", ["order", "give", "react", "overrule"])
def test_a_gift_that_is_gone_is_told(gifts: Gifts, step: str) -> None:
    steps = {
        "order": lambda: gifts.order(9, TODAY),
        "give": lambda: gifts.give(9, TODAY),
        "react": lambda: gifts.react(9, "好"),
        "overrule": lambda: gifts.overrule(9, {GuardCode.TABOO}),
    }

    with pytest.raises(RecordGone):
        steps[step]()


@pytest.fixture
def reminders(book_database: Database, journal: Journal) -> Reminders:
    return Reminders(book_database, journal, Rules, settings)


def to_prepare(journal: Journal, her: int, stage: Stage) -> Reminder:
    with journal.change("client_date.add") as work:
        date_id = put(work.session, builders.date(her, 11, 24))
    occasion = Occasion(
        source_id=date_id,
        on=dt.date(2026, 11, 24),
        kind=Kind.BIRTHDAY,
        client_id=her,
        client_name="顾清禾",
    )
    return Reminder(
        occasion=occasion,
        stage=stage,
        raise_on=TODAY,
        state=ReminderState.PENDING,
        what=What.FLOWERS,
    )


@pytest.mark.parametrize("stage", list(Stage))
def test_a_reminder_writes_its_gift_past_the_guard_too(
    book_database: Database, journal: Journal, reminders: Reminders, her: int, stage: Stage
) -> None:
    reminder = to_prepare(journal, her, stage)
    told = Told(overruled=frozenset({GuardCode.ROSES}))
    write = reminders.order if stage is Stage.PREPARE else reminders.done

    with pytest.raises(GiftWarned):
        write(reminder, item="红玫瑰", cost=None, now=NOW)
    before = all_of(book_database)
    write(reminder, item="红玫瑰", cost=None, now=NOW, told=told)

    assert before == []
    assert [(gift.item, gift.overruled) for gift in all_of(book_database)] == [("红玫瑰", "roses")]
    journal.undo()
    assert all_of(book_database) == []


def test_the_words_on_the_card_go_into_the_history(
    book_database: Database, journal: Journal, reminders: Reminders, her: int
) -> None:
    reminder = to_prepare(journal, her, Stage.PREPARE)

    reminders.order(reminder, item="百合", cost=16_800, now=NOW, told=Told(card_text="生日快乐"))

    assert [(gift.card_text, gift.cost) for gift in all_of(book_database)] == [("生日快乐", 16_800)]


@pytest.fixture
def clients(book_database: Database, journal: Journal) -> Clients:
    Settings(book_database, journal).put(SETTINGS)
    return Clients(book_database, journal)


@pytest.mark.parametrize(
    ("edit", "overruled"),
    [
        pytest.param(({"item": "红玫瑰"}, ["item"]), "roses", id="a rule broken in place"),
        pytest.param(({"card_text": "云裳"}, ["card_text"]), "tells_unaware clinic", id="two"),
        pytest.param(({"item": "百合花束"}, ["item"]), "", id="nothing against it"),
        pytest.param(({"item": "红玫瑰", "cost": 9}, ["cost"]), "", id="another fact was edited"),
        pytest.param(({"state": GiftState.GIVEN}, ["state"]), "", id="given as it was ordered"),
    ],
)
def test_what_an_edit_in_place_brings_up_is_noted_with_it(
    clients: Clients, gifts: Gifts, her: int, edit: tuple[dict[str, Any], list[str]], overruled: str
) -> None:
    gifts.save(Gift(client_id=her, item="百合", state=GiftState.ORDERED, ordered_on=TODAY), TODAY)
    (gift,) = gifts.ground(her).folder.gifts

    change = clients.edit(replace(gift, **edit[0]), edit[1])

    assert [each.overruled for each in gifts.ground(her).folder.gifts] == [overruled]
    assert change.action == "gift.edit"


def test_what_stood_before_an_edit_is_not_set_aside_by_it(
    clients: Clients, journal: Journal, gifts: Gifts, her: int
) -> None:
    with journal.change("import") as work:
        gift = Gift(client_id=her, item="红玫瑰", state=GiftState.ORDERED)
        gift = replace(gift, id=put(work.session, gift))

    clients.put(replace(gift, card_text="云裳"))
    edited = gifts.ground(her).folder.gifts
    journal.undo()

    assert [each.overruled for each in edited] == ["tells_unaware clinic"]
    assert gifts.ground(her).folder.gifts == (gift,)


IDEA, ORDERED, GIVEN = GiftState.IDEA, GiftState.ORDERED, GiftState.GIVEN


@pytest.mark.parametrize(
    ("states", "overruled"),
    [
        ((IDEA, IDEA), ""),
        ((IDEA, ORDERED), "roses"),
        ((IDEA, GIVEN), "roses"),
        ((ORDERED, GIVEN), ""),
        ((GIVEN, GIVEN), ""),
        ((None, ORDERED), "roses"),
        ((None, GIVEN), ""),
    ],
)
def test_an_idea_is_judged_once_it_is_no_idea_any_more(
    clients: Clients,
    journal: Journal,
    her: int,
    states: tuple[GiftState | None, GiftState],
    overruled: str,
) -> None:
    gift, (before, after) = Gift(client_id=her, item="红玫瑰"), states
    if before is not None:
        with journal.change("gift.add") as work:
            gift = replace(gift, id=put(work.session, replace(gift, state=before)))

    clients.put(replace(gift, state=after, reaction="很喜欢"))

    (written,) = clients.file(her, today=TODAY).folder.gifts
    assert written.overruled == overruled
