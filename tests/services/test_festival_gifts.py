"""What is given on a festival stands among her gifts, past the guard, and goes with its tick."""

import datetime as dt
from dataclasses import replace

import pytest

from crm_desktop.domain.errors import GiftGoneOn, GiftWarned
from crm_desktop.domain.gift_guard import GuardCode
from crm_desktop.domain.records import (
    Contact,
    FestivalOutcome,
    Gift,
    GiftState,
    Preference,
    PreferenceKind,
)
from crm_desktop.services.book import Book
from crm_desktop.services.festival_gifts import FestivalGift
from crm_desktop.services.festivals import FestivalTick
from crm_desktop.services.records import fetch
from tests.services.test_festivals import CHRISTMAS, GREETED, NOW, SKIPPED, book

__all__ = ["book"]

TODAY = NOW.date()
NUTS = FestivalGift(occasion="圣诞节", item="坚果礼盒", cost=5_000)

pytestmark = pytest.mark.usefixtures("cheap_keys")


def give(book: Book, client_ids: list[int], gift: FestivalGift = NUTS) -> None:
    tick = FestivalTick(outcome=FestivalOutcome.GIFT, at=NOW, gift=gift)
    book.festivals.mark("christmas", CHRISTMAS, client_ids, tick)


def gifts(book: Book) -> list[Gift]:
    with book.database.read() as session:
        return fetch(session, Gift)


def contacts(book: Book) -> list[Contact]:
    with book.database.read() as session:
        return fetch(session, Contact)


def allergic(book: Book, client_id: int) -> None:
    book.clients.put(Preference(client_id=client_id, kind=PreferenceKind.ALLERGY, text="坚果"))


@pytest.mark.parametrize(
    ("ordered", "state", "ordered_on", "delivered_on"),
    [(False, GiftState.GIVEN, None, TODAY), (True, GiftState.ORDERED, TODAY, None)],
)
def test_a_gift_stands_in_each_file_and_one_undo_takes_all_of_it_back(
    book: Book,
    *,
    ordered: bool,
    state: GiftState,
    ordered_on: dt.date | None,
    delivered_on: dt.date | None,
) -> None:
    give(book, [1, 2], replace(NUTS, ordered=ordered))

    found = gifts(book)
    book.journal.undo()

    assert [gift.client_id for gift in found] == [1, 2]
    assert {(gift.occasion, gift.item, gift.cost, gift.on) for gift in found} == {
        ("圣诞节", "坚果礼盒", 5_000, CHRISTMAS)
    }
    assert {(gift.state, gift.ordered_on, gift.delivered_on) for gift in found} == {
        (state, ordered_on, delivered_on)
    }
    assert (gifts(book), contacts(book)) == ([], [])
    assert book.festivals.sheet("christmas", CHRISTMAS).done == 0


def test_the_guard_is_asked_for_each_and_nothing_is_written_against_it(book: Book) -> None:
    allergic(book, 2)

    with pytest.raises(GiftWarned) as warned:
        give(book, [1, 2])
    (told,) = book.festivals.against(CHRISTMAS, [1, 2], NUTS, TODAY)
    wrote_nothing = gifts(book) == []
    give(book, [1, 2], replace(NUTS, overruled=frozenset({GuardCode.ALLERGY})))

    assert warned.value.codes == ("allergy",)
    assert (told.warning.code, told.client_ids) == (GuardCode.ALLERGY, (2,))
    assert wrote_nothing
    assert [gift.overruled for gift in gifts(book)] == ["", "allergy"]


def test_one_reason_for_many_is_told_once(book: Book) -> None:
    roses = replace(NUTS, item="红玫瑰")

    (told,) = book.festivals.against(CHRISTMAS, [1, 2, 3], roses, TODAY)

    assert (told.warning.code, told.client_ids) == (GuardCode.ROSES, (1, 2, 3))


def test_the_gift_goes_with_its_tick_and_with_another_outcome(book: Book) -> None:
    give(book, [1, 2, 3])

    book.festivals.unmark("christmas", CHRISTMAS, [1])
    after_untick = [gift.client_id for gift in gifts(book)]
    book.festivals.mark("christmas", CHRISTMAS, [2], GREETED)
    book.festivals.mark("christmas", CHRISTMAS, [3], SKIPPED)

    assert after_untick == [2, 3]
    assert gifts(book) == []
    assert [talk.client_id for talk in contacts(book)] == [2]


def test_told_anew_it_is_the_same_gift(book: Book) -> None:
    give(book, [1])

    give(book, [1], replace(NUTS, item="香薰灯", ordered=True))

    (gift,) = gifts(book)
    assert (gift.item, gift.state, gift.delivered_on) == ("香薰灯", GiftState.ORDERED, None)


@pytest.mark.parametrize(
    "since",
    [
        {"reaction": "很喜欢"},
        {"card_text": "节日快乐"},
        {"state": GiftState.GIVEN, "delivered_on": TODAY},
        {"confirmed_on": TODAY},
    ],
)
def test_a_gift_she_went_on_with_stays_and_its_tick_too(
    book: Book, since: dict[str, object]
) -> None:
    give(book, [1, 2], replace(NUTS, ordered=True))
    book.clients.put(replace(gifts(book)[1], **since))  # type: ignore[arg-type] # fields of a gift

    with pytest.raises(GiftGoneOn) as stays:
        book.festivals.unmark("christmas", CHRISTMAS, [1, 2])

    assert stays.value.called == "何静"
    assert len(gifts(book)) == 2
    assert book.festivals.sheet("christmas", CHRISTMAS).done == 2


def test_a_gift_she_took_out_of_the_file_does_not_stand_in_the_way(book: Book) -> None:
    give(book, [1])
    book.clients.remove(gifts(book)[0])

    book.festivals.unmark("christmas", CHRISTMAS, [1])

    assert book.festivals.sheet("christmas", CHRISTMAS).done == 0
