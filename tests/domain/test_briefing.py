"""The briefing: what is in it, what is left out, and what is worth asking."""

import datetime as dt
from dataclasses import replace

import pytest

from crm_desktop.domain.briefing import Briefing, Missing, briefing
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.records import (
    Bill,
    BillKind,
    Deposit,
    DepositState,
    Gift,
    GiftState,
    Knows,
    Package,
    PotentialProject,
    Preference,
    PreferenceKind,
    Promise,
    PromiseState,
    Visit,
)
from crm_desktop.domain.tact import Hush
from tests.domain.folders import (
    CLIENT,
    TODAY,
    born,
    child,
    complaint,
    days_ago,
    folder,
    husband,
    taboo,
    talk,
)

WISH = PotentialProject(project="脂肪填充", interest=2)


def test_of_a_client_of_whom_nothing_is_known_it_says_what_to_ask() -> None:
    found = briefing(folder(), TODAY)

    assert found == Briefing(
        client=CLIENT,
        missing=(Missing.BIRTHDAY, Missing.FAMILY, Missing.ALLERGIES, Missing.LIKES),
    )


@pytest.mark.parametrize(
    ("her", "asked"),
    [
        (folder(persons=[child()]), Missing.CHILD_BIRTHDAY),
        (folder(persons=[husband()]), Missing.SPOUSE_BIRTHDAY),
        (folder(persons=[husband(Knows.UNKNOWN)], dates=[born(1980, 1, 1, 3)]), Missing.KNOWS),
    ],
)
def test_it_asks_for_what_is_missing_of_those_there_are(her: ClientFolder, asked: Missing) -> None:
    assert asked in briefing(her, TODAY).missing
    assert Missing.FAMILY not in briefing(her, TODAY).missing


def test_last_time_is_the_latest_visit_and_the_latest_talk_of_the_past() -> None:
    her = folder(
        visits=[
            Visit(id=7, on=days_ago(90)),
            Visit(id=8, on=days_ago(9)),
            Visit(id=9, on=TODAY + dt.timedelta(days=1)),
        ],
        bills=[
            Bill(visit_id=8, on=days_ago(9), project="水光针"),
            Bill(visit_id=8, on=days_ago(9), project="水光针"),
            Bill(visit_id=7, on=days_ago(90), project="光子"),
        ],
        contacts=[talk(4, "约下周"), talk(1, "", about="greeting.birthday", notes="生日快乐")],
    )

    found = briefing(her, TODAY)

    assert found.last_visit is not None
    assert (found.last_visit.on, found.last_visit.done) == (days_ago(9), ("水光针",))
    assert found.last_talk is not None
    assert found.last_talk.contact == her.contacts[0]


def test_the_family_has_ages_and_next_birthdays() -> None:
    her = folder(persons=[child(), husband()], dates=[born(2018, 11, 24, 2)])

    first, second = briefing(her, TODAY).family

    assert (first.age, first.next_on, first.turns) == (7, dt.date(2026, 11, 24), 8)
    assert (second.age, second.next_on, second.turns) == (None, None, None)


def test_sessions_are_those_left_and_not_expired() -> None:
    soon = Package(project="水光针", bought=5, used=4, expires_on=TODAY)
    later = Package(project="光子", bought=3)
    her = folder(
        packages=[
            later,
            soon,
            Package(project="用完", bought=2, used=2),
            Package(project="过期", bought=2, expires_on=days_ago(1)),
        ]
    )

    assert briefing(her, TODAY).packages == (soon, later)


def test_money_open_is_told_once_whether_a_bill_or_a_deposit_holds_it() -> None:
    held = Bill(id=5, on=days_ago(9), project="热玛吉", paid=100, is_treated=False)
    alone = replace(held, id=6)
    deposit = Deposit(project="热玛吉", amount=100, state=DepositState.PAID_UNTREATED, bill_id=5)
    her = folder(
        bills=[
            held,
            alone,
            Bill(on=days_ago(9), kind=BillKind.STORED_VALUE, paid=500),
            Bill(on=days_ago(8), kind=BillKind.FROM_STORED_VALUE, paid=200),
        ],
        deposits=[deposit, Deposit(amount=1, state=DepositState.CONVERTED)],
    )

    found = briefing(her, TODAY)

    assert (found.deposits, found.untreated, found.stored_value) == ((deposit,), (alone,), 300)


def test_promises_are_the_open_ones_the_soonest_due_first() -> None:
    no_day = Promise(what="停车券")
    due = Promise(what="面膜", due_on=TODAY)
    kept = Promise(what="案例", state=PromiseState.KEPT)

    assert briefing(folder(promises=[no_day, kept, due]), TODAY).promises == (due, no_day)


def test_the_last_gift_is_one_that_was_given() -> None:
    old = Gift(item="百合", on=days_ago(300), state=GiftState.GIVEN, person_id=3)
    her = folder(
        persons=[husband()],
        gifts=[old, Gift(item="蛋糕", on=days_ago(1), state=GiftState.ORDERED)],
    )

    found = briefing(her, TODAY)

    assert (found.last_gift, found.gift_person) == (old, her.persons[0])


@pytest.mark.parametrize(
    ("her", "not_sold", "wishes"),
    [
        (folder(potential=[WISH]), None, (WISH,)),
        (folder(potential=[WISH], complaints=[complaint()]), Hush.COMPLAINT, ()),
        (folder(potential=[replace(WISH, closed_on=TODAY)]), None, ()),
    ],
)
def test_what_she_may_want_is_told_only_while_it_may_be_sold(
    her: ClientFolder, not_sold: Hush | None, wishes: tuple[PotentialProject, ...]
) -> None:
    found = briefing(her, TODAY)

    assert (found.not_sold, found.wishes) == (not_sold, wishes)


def test_a_taboo_of_talk_stands_among_what_is_not_said() -> None:
    thing = taboo("忌菊花")
    mango = Preference(kind=PreferenceKind.ALLERGY, text="芒果")
    her = folder(preferences=[taboo("别提前夫"), thing, mango])

    found = briefing(her, TODAY)

    assert [each.words for each in found.cautions] == ["别提前夫"]
    assert (found.taboos, found.allergies) == ((thing,), (mango,))


def test_who_does_not_know_is_named() -> None:
    her = folder(persons=[husband(Knows.NO), child(knows=Knows.UNKNOWN)])

    assert briefing(her, TODAY).unaware == (her.persons[0],)
