"""One gift, one answer: from the card, the workbench or her file, entered by hand or not."""

import datetime as dt
from dataclasses import replace

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.occasions import Reminder, Rules, Source, Stage
from crm_desktop.domain.records import Contact, Gift, GiftState, Promise, PromiseState
from crm_desktop.domain.settings import BookSettings
from crm_desktop.services.clients import Clients
from crm_desktop.services.gifts import Gifts
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import Record, fetch, put
from crm_desktop.services.reminders import Reminders
from tests import builders
from tests.fakes import CHINA, FixedClock

BIRTHDAY = dt.date(2026, 11, 24)
BY_HAND = Gift(client_id=1, item="芍药", occasion="生日", on=BIRTHDAY, state=GiftState.ORDERED)


def at(day: int, hour: int = 9) -> dt.datetime:
    return dt.datetime(2026, 11, day, hour, tzinfo=CHINA)


@pytest.fixture
def reminders(book_database: Database, journal: Journal) -> Reminders:
    with journal.change("client.add") as work:
        her = put(work.session, builders.client("顾清禾", marked_big=True))
        put(work.session, builders.date(her, 11, 24))
    return Reminders(book_database, journal, Rules)


@pytest.fixture
def gifts(book_database: Database, journal: Journal) -> Gifts:
    return Gifts(book_database, journal, BookSettings)


@pytest.fixture
def clients(book_database: Database, journal: Journal) -> Clients:
    return Clients(book_database, journal)


def enter(journal: Journal, record: Record) -> None:
    with journal.change("fill") as work:
        put(work.session, record)


def seen(reminders: Reminders, day: int) -> list[Stage]:
    return [one.stage for one in reminders.due(at(day)) if one.occasion.source is Source.DATE]


def one_of(reminders: Reminders, day: int) -> Reminder:
    [one] = [one for one in reminders.due(at(day)) if one.occasion.source is not Source.FESTIVAL]
    return one


def the_gift(database: Database) -> Gift:
    with database.read() as session:
        [gift] = fetch(session, Gift)
    return gift


def test_a_card_confirms_what_was_entered_by_hand(
    reminders: Reminders, journal: Journal, book_database: Database
) -> None:
    enter(journal, BY_HAND)

    reminders.confirm(replace(one_of(reminders, 23), stage=Stage.CONFIRM), at(23))

    gift = the_gift(book_database)
    assert (gift.date_id, gift.on, gift.confirmed_on) == (1, BIRTHDAY, dt.date(2026, 11, 23))


def test_done_on_the_day_gives_what_was_entered_by_hand(
    reminders: Reminders, journal: Journal, book_database: Database
) -> None:
    enter(journal, replace(BY_HAND, on=dt.date(2026, 11, 23)))
    card = one_of(reminders, 24)

    waiting = reminders.ordered(card)
    reminders.done(card, at(24))

    gift = the_gift(book_database)
    assert waiting is not None
    assert (gift.state, gift.date_id, gift.on) == (GiftState.GIVEN, 1, BIRTHDAY)


def test_a_card_notes_how_what_was_entered_by_hand_was_received(
    reminders: Reminders, journal: Journal, book_database: Database
) -> None:
    enter(journal, BY_HAND)

    reminders.react(replace(one_of(reminders, 24), stage=Stage.REACTION), "很喜欢", at(25))

    gift = the_gift(book_database)
    assert (gift.state, gift.reaction, gift.date_id) == (GiftState.GIVEN, "很喜欢", 1)
    assert seen(reminders, 25) == []


def test_a_reaction_on_a_card_without_a_gift_is_not_lost(
    reminders: Reminders, book_database: Database
) -> None:
    reminders.react(replace(one_of(reminders, 24), stage=Stage.REACTION), "回了电话", at(24))

    with book_database.read() as session:
        [contact] = fetch(session, Contact)
    assert (contact.outcome, contact.date_id, contact.occasion_on) == ("回了电话", 1, BIRTHDAY)


def test_a_reaction_in_her_file_is_not_asked_for_by_the_reminder(
    reminders: Reminders, gifts: Gifts, journal: Journal
) -> None:
    reminders.order(one_of(reminders, 22), item="芍药", cost=None, now=at(22))
    reminders.done(one_of(reminders, 24), at(24))
    asked = seen(reminders, 25)

    gifts.react(1, "很喜欢")
    told = seen(reminders, 25)
    journal.undo()

    assert (asked, told, seen(reminders, 25)) == ([Stage.REACTION], [], [Stage.REACTION])


@pytest.mark.parametrize("on_the_page", [True, False])
def test_what_is_ordered_in_her_file_is_confirmed_not_ordered_twice(
    reminders: Reminders, gifts: Gifts, clients: Clients, *, on_the_page: bool
) -> None:
    asked = seen(reminders, 22)

    if on_the_page:
        clients.put(BY_HAND)
    else:
        gifts.save(BY_HAND, FixedClock().now().date())

    assert asked == [Stage.PREPARE]
    assert [seen(reminders, day) for day in (22, 23, 24)] == [[], [Stage.CONFIRM], [Stage.DAY]]


@pytest.mark.parametrize(
    "gift",
    [
        replace(BY_HAND, state=GiftState.IDEA),
        replace(BY_HAND, on=dt.date(2026, 12, 24)),
        replace(BY_HAND, occasion="中秋"),
        replace(BY_HAND, on=None),
    ],
)
def test_a_gift_for_nothing_of_these_days_closes_nothing(
    reminders: Reminders, gifts: Gifts, gift: Gift
) -> None:
    gifts.save(gift, FixedClock().now().date())

    assert seen(reminders, 22) == [Stage.PREPARE]


def test_a_promise_that_is_done_is_kept(
    reminders: Reminders, journal: Journal, book_database: Database
) -> None:
    enter(journal, Promise(client_id=1, what="带小样", due_on=dt.date(2026, 11, 20)))

    reminders.done(one_of(reminders, 20), at(20))
    with book_database.read() as session:
        [promise] = fetch(session, Promise)
    journal.undo()

    assert promise.state is PromiseState.KEPT
    assert one_of(reminders, 20).occasion.source is Source.PROMISE
