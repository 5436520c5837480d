"""The work for an event on a real book: one look, and each step with its trace."""

import datetime as dt
import pathlib
from collections.abc import Callable
from dataclasses import replace

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.errors import GiftWarned, RecordGone
from crm_desktop.domain.gift_guard import GuardCode
from crm_desktop.domain.greetings import GreetingFor
from crm_desktop.domain.occasions import Kind, Rules, Stage
from crm_desktop.domain.records import (
    Change,
    Client,
    ClientDate,
    Contact,
    Gift,
    GiftState,
    Knows,
    Person,
    Relation,
    Supplier,
    Tier,
)
from crm_desktop.domain.settings import BookSettings
from crm_desktop.services.clients import Clients
from crm_desktop.services.greetings import Greetings
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import fetch
from crm_desktop.services.reminders import Reminders
from crm_desktop.services.suppliers import Suppliers
from crm_desktop.services.workbench import Bench, Workbench
from tests.fakes import CHINA

RESOURCES = pathlib.Path(__file__).parents[2] / "resources"
NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=CHINA)
TODAY = NOW.date()
TUESDAY = dt.date(2026, 11, 24)


@pytest.fixture
def workbench(book_database: Database, journal: Journal) -> Workbench:
    greetings = Greetings(book_database, journal, RESOURCES, BookSettings)
    return Workbench(book_database, journal, Rules, BookSettings, greetings)


@pytest.fixture
def clients(book_database: Database, journal: Journal) -> Clients:
    """Return the clients: one of tier A whose child's day is in two days, and her friend."""
    made = Clients(book_database, journal)
    for name in ("王雅琴", "林月见"):
        her = next(iter(made.add(Client(name=name, tier=Tier.A)).client_ids))
        child = Person(client_id=her, relation=Relation.CHILD, name="朵朵", knows=Knows.NO)
        born = ClientDate(client_id=her, year=2018, month=11, day=24)
        made.put_person(child, [born])
    return made


@pytest.fixture
def bench(
    workbench: Workbench, clients: Clients, book_database: Database, journal: Journal
) -> Bench:
    """Return the child's birthday."""
    assert clients is not None
    reminders = Reminders(book_database, journal, Rules)
    (prepare,) = reminders.due(NOW)
    return workbench.look(prepare.occasion, TODAY, "zh_CN")


@pytest.fixture
def suppliers(book_database: Database, journal: Journal) -> Suppliers:
    return Suppliers(book_database, journal)


def all_of(database: Database) -> tuple[list[Gift], list[Contact]]:
    with database.read() as session:
        return fetch(session, Gift), fetch(session, Contact)


def stands(workbench: Workbench, bench: Bench, now: dt.datetime) -> list[str]:
    again = workbench.look(bench.occasion, now.date(), "zh_CN")
    return [step.state.value for step in again.steps]


def ordered(workbench: Workbench, bench: Bench) -> Change:
    gift = replace(bench.planned(TODAY), item="草莓蛋糕", cost=29_800, notes="上午送到")
    return workbench.order(bench.reminder(Stage.PREPARE), gift, NOW)


def test_one_look_shows_everything_for_the_event(
    workbench: Workbench, clients: Clients, bench: Bench, suppliers: Suppliers
) -> None:
    her = bench.occasion.client_id
    last = Gift(client_id=her, person_id=bench.occasion.person_id, item="积木", cost=9_900)
    clients.put(replace(last, on=dt.date(2025, 11, 24), occasion="birthday"))
    clients.put(replace(last, item="绘本", state=GiftState.IDEA, cost=None))
    suppliers.save(Supplier(name="麦香蛋糕"))

    seen = workbench.look(bench.occasion, TODAY, "zh_CN")

    assert [step.state.value for step in seen.steps] == ["open", "not_asked", "ahead", "not_asked"]
    assert [one.client_name for one in (seen.occasion, *seen.also)] == ["王雅琴", "林月见"]
    assert [gift.item for gift in seen.before] == ["积木"]
    assert [gift.item for gift in seen.ideas] == ["绘本"]
    assert [one.name for one in seen.suppliers] == ["麦香蛋糕"]
    assert (seen.budget.spent, seen.budget.budget) == (0, 150_000)
    assert [person.name for person in seen.occasion.unaware] == ["朵朵"]
    assert (seen.gift, seen.talks) == (None, ())


def test_from_the_order_to_the_reaction_each_step_leaves_its_trace(
    book_database: Database, workbench: Workbench, bench: Bench
) -> None:
    day = NOW + dt.timedelta(days=2)
    ordered(workbench, bench)
    after_order = stands(workbench, bench, NOW)
    workbench.confirm(bench.reminder(Stage.CONFIRM), NOW + dt.timedelta(days=1))
    workbench.call(bench.reminder(Stage.DAY), "电话", day, outcome="她很高兴")
    after_call = stands(workbench, bench, day)
    workbench.react(bench.reminder(Stage.REACTION), "孩子抢着吃", day + dt.timedelta(days=1))

    (gift,), (call,) = all_of(book_database)
    assert after_order == ["done", "open", "ahead", "ahead"]
    assert after_call == ["done", "done", "done", "open"]
    assert stands(workbench, bench, day) == ["done"] * 4
    assert (gift.item, gift.state, gift.reaction) == ("草莓蛋糕", GiftState.GIVEN, "孩子抢着吃")
    assert (gift.ordered_on, gift.confirmed_on, gift.delivered_on) == (
        TODAY,
        dt.date(2026, 11, 23),
        TUESDAY,
    )
    assert (call.about, call.outcome, call.on) == ("call.birthday", "她很高兴", TUESDAY)
    assert (call.date_id, call.occasion_on) == (bench.occasion.date_id, TUESDAY)


def test_every_step_is_answered_for_the_same_child_at_every_client(
    workbench: Workbench, bench: Bench
) -> None:
    ordered(workbench, bench)

    other = workbench.look(bench.also[0], TODAY, "zh_CN")

    assert other.steps[0].state.value == "done"


def test_a_greeting_is_a_trace_and_closes_the_day(
    book_database: Database, workbench: Workbench, bench: Bench
) -> None:
    day = NOW + dt.timedelta(days=2)

    workbench.greet(bench.reminder(Stage.DAY), GreetingFor.CHILD, "生日快乐", "微信", day)

    _, (greeting,) = all_of(book_database)
    assert (greeting.about, greeting.notes) == ("greeting.child_birthday", "生日快乐")
    assert workbench.look(bench.occasion, TUESDAY, "zh_CN").talks == (greeting,)
    assert stands(workbench, bench, day)[2] == "done"


def test_what_is_greeted_ahead_of_the_day_is_not_given_yet(
    book_database: Database, workbench: Workbench, bench: Bench
) -> None:
    ordered(workbench, bench)

    workbench.call(bench.reminder(Stage.DAY), "电话", NOW)

    ((gift,), _) = all_of(book_database)
    assert gift.state is GiftState.ORDERED


def test_an_order_past_the_guard_is_written_only_when_set_aside(
    book_database: Database, workbench: Workbench, bench: Bench
) -> None:
    step = bench.reminder(Stage.PREPARE)
    pear = replace(bench.planned(TODAY), item="香梨")

    with pytest.raises(GiftWarned):
        workbench.order(step, pear, NOW)
    untouched = (all_of(book_database)[0], stands(workbench, bench, NOW)[0])
    workbench.order(step, pear, NOW, {GuardCode.TABOO})

    assert untouched == ([], "open")
    assert [gift.overruled for gift in all_of(book_database)[0]] == ["taboo"]


def test_an_idea_becomes_the_order_and_an_order_is_edited_in_place(
    book_database: Database, workbench: Workbench, clients: Clients, bench: Bench
) -> None:
    occasion = bench.occasion
    clients.put(
        Gift(
            client_id=occasion.client_id,
            person_id=occasion.person_id,
            item="绘本",
            state=GiftState.IDEA,
        )
    )
    (idea,) = workbench.look(occasion, TODAY, "zh_CN").ideas

    workbench.order(bench.reminder(Stage.PREPARE), replace(idea, cost=8_800), NOW)
    again = workbench.look(occasion, TODAY, "zh_CN").planned(TODAY)
    workbench.order(bench.reminder(Stage.PREPARE), replace(again, cost=9_900), NOW)

    ((gift,), _) = all_of(book_database)
    assert (gift.id, gift.state, gift.cost, gift.on) == (
        idea.id,
        GiftState.ORDERED,
        9_900,
        TUESDAY,
    )


def test_a_step_left_out_can_be_taken_up_again(workbench: Workbench, bench: Bench) -> None:
    step = bench.reminder(Stage.PREPARE)

    workbench.skip(step, NOW)
    skipped = stands(workbench, bench, NOW)[0]
    workbench.take_up(step, NOW)

    assert (skipped, stands(workbench, bench, NOW)[0]) == ("skipped", "open")


def test_a_reaction_without_a_gift_stands_among_the_contacts(
    book_database: Database, workbench: Workbench, bench: Bench
) -> None:
    workbench.react(bench.reminder(Stage.REACTION), "回了一个红包", NOW)

    _, (contact,) = all_of(book_database)
    assert (contact.outcome, contact.about) == ("回了一个红包", "reaction.birthday")


def test_a_gift_entered_by_hand_is_taken_for_the_event(
    book_database: Database, workbench: Workbench, clients: Clients, bench: Bench
) -> None:
    occasion = bench.occasion
    cake = Gift(
        client_id=occasion.client_id,
        person_id=occasion.person_id,
        item="蛋糕",
        occasion="生日",
        on=TODAY,
        state=GiftState.ORDERED,
    )
    clients.put(cake)
    seen = stands(workbench, bench, NOW)

    workbench.confirm(bench.reminder(Stage.CONFIRM), NOW)

    ((gift,), _) = all_of(book_database)
    assert seen == ["done", "open", "ahead", "ahead"]
    assert (gift.date_id, gift.on, gift.confirmed_on) == (occasion.date_id, TUESDAY, TODAY)


def test_a_milestone_of_a_child_has_its_work_too(
    workbench: Workbench, journal: Journal, book_database: Database
) -> None:
    born = dt.date(2026, 10, 25)
    clients = Clients(book_database, journal)
    her = next(iter(clients.add(Client(name="顾清禾", tier=Tier.A)).client_ids))
    child = Person(client_id=her, relation=Relation.CHILD, name="小满")
    date = ClientDate(client_id=her, year=born.year, month=born.month, day=born.day)
    clients.put_person(child, [date])
    due = Reminders(book_database, journal, Rules).due(NOW + dt.timedelta(days=1))
    (month,) = [one.occasion for one in due if one.occasion.kind is Kind.MILESTONE]

    seen = workbench.look(month, TODAY, "zh_CN")

    assert seen.occasion == month
    assert [step.kind.value for step in seen.steps] == ["order", "confirm", "greet", "reaction"]
    assert seen.treats[0].value == "small_gift"


DEEDS: dict[str, Callable[[Workbench, Bench], Change]] = {
    "order": ordered,
    "confirm": lambda work, bench: work.confirm(bench.reminder(Stage.CONFIRM), NOW),
    "call": lambda work, bench: work.call(bench.reminder(Stage.DAY), "电话", NOW),
    "react": lambda work, bench: work.react(bench.reminder(Stage.REACTION), "好", NOW),
    "skip": lambda work, bench: work.skip(bench.reminder(Stage.PREPARE), NOW),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_each_deed_names_her_and_is_refused_once_she_is_gone(
    workbench: Workbench, clients: Clients, bench: Bench, deed: str
) -> None:
    change = DEEDS[deed](workbench, bench)
    clients.remove(clients.file(bench.occasion.client_id, today=TODAY).client)

    with pytest.raises(RecordGone):
        DEEDS[deed](workbench, bench)

    assert change.subject == "王雅琴"
