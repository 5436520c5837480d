"""The client page: facts added by a few keys, removed, taken a step on, taken back."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from crm_desktop.domain import records as kinds
from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.records import Gift, GiftState
from crm_desktop.ui.client.care import PromisesCard
from crm_desktop.ui.client.clinic import VisitsCard
from crm_desktop.ui.client.family import FamilyCard, PersonDraft
from crm_desktop.ui.client.gifts import GiftsCard
from crm_desktop.ui.client.listed import RecordList
from crm_desktop.ui.client.page import ClientPage
from crm_desktop.ui.fields.texts import TextField
from crm_desktop.ui.widgets.buttons import IconButton
from tests.ui.desks import Laid
from tests.ui.filing import WANG, card, draft_of, file_of, opened, put
from tests.ui.settling import settled


@pytest.fixture
def client_id(laid: Laid) -> int:
    change = laid.desk.book.clients.add(WANG, ("13800004321",))
    return next(iter(change.client_ids))


def test_a_promise_is_added_by_one_click_and_a_few_keys(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    page = opened(qtbot, laid, client_id)
    promises = card(page, PromisesCard).promises
    promises.add()
    draft = promises._draft
    assert draft is not None
    what = draft.form.field_of("what")

    QTest.keyClicks(what, "call her")
    QTest.keyClick(what, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(file_of(laid, client_id).folder.promises))
    qtbot.waitUntil(settled(laid))

    assert [row.record.what for row in promises.rows.values()] == ["call her"]  # type: ignore[union-attr] # promises only
    assert promises._draft is None


def test_a_draft_without_what_it_needs_stays_open(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    page = opened(qtbot, laid, client_id)
    gifts = card(page, GiftsCard).gifts
    gifts.add()
    draft = draft_of(gifts)
    assert draft is not None

    draft.submit()
    stayed = draft_of(gifts) is draft
    QTest.keyClick(draft, Qt.Key.Key_Escape)

    assert (stayed, draft_of(gifts)) == (True, None)
    assert file_of(laid, client_id).folder.gifts == ()


def test_a_person_is_added_together_with_the_birthday(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    page = opened(qtbot, laid, client_id)
    people = card(page, FamilyCard).people
    people.add()
    draft = people._draft
    assert isinstance(draft, PersonDraft)
    called = draft.form.field_of("nickname")
    assert isinstance(called, TextField)
    called.setText("朵朵")
    draft.birthday.set_value(DatedFact(calendar=Calendar.LUNAR, month=3, day=8, year=2018))

    draft.submit()
    qtbot.waitUntil(settled(laid))

    found = file_of(laid, client_id).folder
    assert [person.nickname for person in found.persons] == ["朵朵"]
    assert found.dates[0].person_id == found.persons[0].id
    assert (found.dates[0].calendar, found.dates[0].month) == (Calendar.LUNAR, 3)


def test_tab_reaches_the_birthday_of_a_person_before_the_buttons(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    page = opened(qtbot, laid, client_id)
    people = card(page, FamilyCard).people
    people.add()
    draft = people._draft
    assert isinstance(draft, PersonDraft)
    after = draft.birthday.nextInFocusChain()

    assert isinstance(after, QPushButton)
    assert (after.text(), after.nextInFocusChain()) == ("Cancel", draft._add)


def test_removing_is_taken_back_by_undo(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    put(laid, Gift(client_id=client_id, item="香薰灯"))
    page = opened(qtbot, laid, client_id)
    gifts = card(page, GiftsCard).gifts

    next(iter(gifts.rows.values()))._on_remove()
    qtbot.waitUntil(settled(laid))
    gone = len(gifts.rows)
    laid.desk.edits.undo()
    qtbot.waitUntil(settled(laid))

    assert (gone, len(gifts.rows)) == (0, 1)


def test_a_gift_goes_from_idea_to_given_by_two_presses(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    put(laid, Gift(client_id=client_id, item="香薰灯", state=GiftState.IDEA))
    page = opened(qtbot, laid, client_id)
    gifts = card(page, GiftsCard)

    next(each for each in gifts.findChildren(IconButton) if each.property("gift")).click()
    qtbot.waitUntil(settled(laid))
    next(iter(gifts.gifts.rows.values()))._step.click()
    qtbot.waitUntil(settled(laid))

    gift = file_of(laid, client_id).folder.gifts[0]
    assert gift.state is GiftState.GIVEN
    assert gift.ordered_on == gift.delivered_on == dt.date(2026, 11, 22)


def test_an_open_row_stays_open_when_another_fact_changes(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    put(laid, Gift(client_id=client_id, item="香薰灯"))
    page = opened(qtbot, laid, client_id)
    row = next(iter(card(page, GiftsCard).gifts.rows.values()))
    row.open_sheet()
    assert row.form is not None
    field = row.form.field_of("item")
    assert isinstance(field, TextField)
    field.setText("香薰灯和")

    change = laid.desk.book.clients.put(kinds.Promise(client_id=client_id, what="回电"))
    laid.desk.edits.done(change)
    qtbot.waitUntil(settled(laid))

    assert row.is_open
    assert field.text() == "香薰灯和"


def test_bills_stand_under_their_visit(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    put(laid, kinds.Visit(client_id=client_id, on=dt.date(2026, 11, 10)))
    visit_id = file_of(laid, client_id).folder.visits[0].id
    bill = kinds.Bill(
        client_id=client_id, visit_id=visit_id, on=dt.date(2026, 11, 10), project="热玛吉", paid=100
    )
    put(laid, bill)
    page = opened(qtbot, laid, client_id)
    visits = card(page, VisitsCard)

    visits.visits.rows[visit_id].open_sheet()

    assert visits.bills.rows == {}
    assert len(visits.visits.rows[visit_id].findChildren(RecordList)[0].rows) == 1


def turned(qtbot: QtBot, laid: Laid, page: ClientPage, client_id: int) -> None:
    page.show_client(client_id)
    qtbot.waitUntil(lambda: page.is_whole and page.shown.client_id == client_id)
    qtbot.waitUntil(settled(laid))


@pytest.fixture
def other_id(laid: Laid) -> int:
    return next(iter(laid.desk.book.clients.add(kinds.Client(name="周小满")).client_ids))


def test_what_was_begun_waits_until_she_comes_back_to_that_client(
    qtbot: QtBot, laid: Laid, client_id: int, other_id: int
) -> None:
    page = opened(qtbot, laid, client_id)
    promises = card(page, PromisesCard).promises
    promises.add()
    begun = draft_of(promises)
    assert begun is not None
    QTest.keyClicks(begun.form.field_of("what"), "call her")

    turned(qtbot, laid, page, other_id)
    at_the_other = draft_of(promises)
    turned(qtbot, laid, page, client_id)
    again = draft_of(promises)

    assert at_the_other is None
    assert again is begun
    assert again.isVisibleTo(page)
    again.submit()
    qtbot.waitUntil(lambda: bool(file_of(laid, client_id).folder.promises))
    assert draft_of(promises) is None
    assert file_of(laid, other_id).folder.promises == ()


def test_a_draft_in_which_nothing_was_typed_is_let_go(
    qtbot: QtBot, laid: Laid, client_id: int, other_id: int
) -> None:
    page = opened(qtbot, laid, client_id)
    promises = card(page, PromisesCard).promises
    promises.add()

    turned(qtbot, laid, page, other_id)
    turned(qtbot, laid, page, client_id)

    assert draft_of(promises) is None


def test_what_was_added_right_before_another_is_shown_is_hers(
    qtbot: QtBot, laid: Laid, client_id: int, other_id: int
) -> None:
    page = opened(qtbot, laid, client_id)
    people = card(page, FamilyCard).people
    people.add()
    draft = draft_of(people)
    assert isinstance(draft, PersonDraft)
    name = draft.form.field_of("nickname")
    assert isinstance(name, TextField)
    name.setText("果果")
    draft.birthday.set_value(DatedFact(calendar=Calendar.SOLAR, month=9, day=3))

    draft.submit()
    turned(qtbot, laid, page, other_id)

    hers, others = file_of(laid, client_id).folder, file_of(laid, other_id).folder
    assert [one.nickname for one in hers.persons] == ["果果"]
    assert [date.fact.raw for date in hers.dates if date.person_id] == ["--09-03"]
    assert (others.persons, others.dates) == ((), ())
    turned(qtbot, laid, page, client_id)
    assert draft_of(people) is None
