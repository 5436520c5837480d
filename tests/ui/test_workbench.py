"""The workbench of an event: four steps, each done with what it leaves in the book."""

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from crm_desktop.domain.occasions import Kind, Occasion
from crm_desktop.domain.records import (
    Client,
    ClientDate,
    Gift,
    GiftState,
    Preference,
    PreferenceKind,
    Supplier,
    Tier,
)
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.reminding.supplier import SupplierDialog
from crm_desktop.ui.theme.theme import Theme, ThemeChoice
from crm_desktop.ui.widgets.buttons import IconButton
from crm_desktop.ui.workbench.day_forms import CallForm, ConfirmForm, GreetForm, ReactionForm
from crm_desktop.ui.workbench.order_form import OrderForm
from crm_desktop.ui.workbench.page import WorkbenchPage
from tests.ui.desks import Laid
from tests.ui.looking import cut_texts, lay_out, overlapping, unnamed_controls
from tests.ui.people import CHILD, SUNDAY, TUESDAY, invite


@pytest.fixture
def her(laid: Laid) -> int:
    """Return the big client whose child has its birthday on Tuesday."""
    return invite(laid.desk.book)


@pytest.fixture
def page(qtbot: QtBot, laid: Laid, her: int) -> WorkbenchPage:
    assert her
    made = WorkbenchPage(laid.desk)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    return made


def event(laid: Laid, client_id: int) -> Occasion:
    days = laid.desk.book.reminders.between(SUNDAY, TUESDAY)
    return next(one for one in days if one.client_id == client_id)


def show(qtbot: QtBot, laid: Laid, page: WorkbenchPage, occasion: Occasion) -> None:
    page.show_event(occasion)
    rest(qtbot, laid, page)


def rest(qtbot: QtBot, laid: Laid, page: WorkbenchPage) -> None:
    qtbot.waitUntil(lambda: laid.desk.jobs.is_idle and page.bench is not None)


def titles(page: WorkbenchPage) -> list[str]:
    return [each.accessibleName() for each in page.rows]


def opened(page: WorkbenchPage) -> list[int]:
    return [place for place, each in enumerate(page.rows, start=1) if each.is_open]


def words(page: WorkbenchPage) -> str:
    shown = (each for each in page.findChildren(QLabel) if each.isVisibleTo(page))
    return "\n".join(each.text() for each in shown)


def order(page: WorkbenchPage) -> OrderForm:
    form = page.rows[0].form
    assert isinstance(form, OrderForm)
    return form


def gifts(laid: Laid, client_id: int) -> tuple[Gift, ...]:
    return laid.desk.book.clients.file(client_id, today=SUNDAY).folder.gifts


def test_from_order_to_reaction_by_keyboard(
    qtbot: QtBot, laid: Laid, page: WorkbenchPage, her: int
) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    show(qtbot, laid, page, event(laid, her))
    at_first = opened(page)
    order(page).cost.setText("298")
    QTest.keyClick(order(page).item, Qt.Key.Key_Return)
    rest(qtbot, laid, page)
    after_order = opened(page)
    confirm = page.rows[1].form
    assert isinstance(confirm, ConfirmForm)
    QTest.keyClick(confirm.done_button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    rest(qtbot, laid, page)
    laid.clock.move(days=2)
    call = page.rows[2].form
    assert isinstance(call, CallForm)
    QTest.keyClicks(call.outcome, "glad")
    QTest.keyClick(call.outcome, Qt.Key.Key_Return)
    rest(qtbot, laid, page)
    reaction = page.rows[3].form
    assert isinstance(reaction, ReactionForm)
    QTest.keyClicks(reaction.reaction, "laughed")
    QTest.keyClick(reaction.reaction, Qt.Key.Key_Return)
    rest(qtbot, laid, page)

    (gift,) = gifts(laid, her)
    assert (at_first, after_order, opened(page)) == ([1], [2], [])
    assert (gift.item, gift.cost, gift.state) == ("Cake", 29_800, GiftState.GIVEN)
    assert (gift.confirmed_on, gift.delivered_on, gift.reaction) == (SUNDAY, TUESDAY, "laughed")
    assert titles(page) == [
        "Order, Cake · ¥298 · given 24 Nov 2026",
        "Confirm the delivery, Confirmed on Sun 22 Nov",
        "Call her, so that she buys no second cake, Phone · Tue 24 Nov · glad",
        "Note how it was received, laughed",
    ]


def test_what_was_given_without_being_confirmed_is_not_said_to_be_unordered(
    qtbot: QtBot, laid: Laid, page: WorkbenchPage, her: int
) -> None:
    show(qtbot, laid, page, event(laid, her))
    order(page).do()
    rest(qtbot, laid, page)
    laid.clock.move(days=2)
    call = page.rows[2].form
    assert isinstance(call, CallForm)
    page.rows[2].open(is_open=True)
    call.do()
    rest(qtbot, laid, page)

    assert titles(page)[1] == "Confirm the delivery, It was given already"


def test_the_page_says_who_when_and_who_does_not_know(
    qtbot: QtBot, laid: Laid, page: WorkbenchPage, her: int
) -> None:
    laid.desk.book.clients.put(Preference(client_id=her, kind=PreferenceKind.ALLERGY, text="mango"))

    show(qtbot, laid, page, event(laid, her))

    facts = (f"王姐 · {CHILD}", "Birthday, turns 8", "mango", "¥0 of ¥1,500")
    qtbot.waitUntil(lambda: all(told in words(page) for told in facts))
    assert page.band.isVisibleTo(page)
    assert f"{CHILD} does not know" in page.band.accessibleName()


def test_the_guard_speaks_while_she_types_and_is_set_aside_by_ordering(
    qtbot: QtBot, laid: Laid, page: WorkbenchPage, her: int
) -> None:
    show(qtbot, laid, page, event(laid, her))
    form = order(page)
    form.item.setText("香梨")
    warned = (form.done_button.text(), form.guard.isVisibleTo(page))
    form.item.setText("")
    empty = form.done_button.isEnabled()
    form.item.setText("香梨")

    form.do()
    rest(qtbot, laid, page)

    assert warned == ("Order all the same", True)
    assert not empty
    assert [gift.overruled for gift in gifts(laid, her)] == ["taboo"]


def test_an_idea_of_hers_is_a_suggestion_and_becomes_the_order(
    qtbot: QtBot, laid: Laid, page: WorkbenchPage, her: int
) -> None:
    day = event(laid, her)
    idea = Gift(client_id=her, person_id=day.person_id, item="Lego", state=GiftState.IDEA)
    laid.desk.book.clients.put(idea)
    show(qtbot, laid, page, day)
    chips = [each for each in order(page).findChildren(QPushButton) if each.text() == "Lego"]
    chips[0].click()

    order(page).do()
    rest(qtbot, laid, page)

    assert [(gift.item, gift.state, gift.on) for gift in gifts(laid, her)] == [
        ("Lego", GiftState.ORDERED, TUESDAY)
    ]


def test_what_is_typed_stays_when_something_else_changes(
    qtbot: QtBot, laid: Laid, page: WorkbenchPage, her: int
) -> None:
    show(qtbot, laid, page, event(laid, her))
    order(page).item.setText("Strawberry cake")
    change = laid.desk.book.clients.put(
        Preference(client_id=her, kind=PreferenceKind.ALLERGY, text="strawberries")
    )

    laid.desk.edits.changed.emit(change)
    rest(qtbot, laid, page)

    # A layout shows what is new in it by a queued call.
    qtbot.waitUntil(lambda: "strawberries" in words(page))
    assert order(page).item.text() == "Strawberry cake"


def test_a_new_supplier_is_picked_at_once_and_told_only_what_is_needed(
    qtbot: QtBot, laid: Laid, page: WorkbenchPage, her: int, qapp: QApplication
) -> None:
    show(qtbot, laid, page, event(laid, her))
    form = order(page)
    form.notes.setText("in the morning")
    form.card.setPlainText("Hooray")
    form.new_supplier.click()
    (dialog,) = page.findChildren(SupplierDialog)
    dialog.name.setText("麦香")
    with qtbot.waitSignal(laid.desk.edits.did):
        dialog.accept()
    rest(qtbot, laid, page)

    form.copy_button.click()

    assert form.suppliers.currentText() == "麦香"
    assert qapp.clipboard().text() == (
        "Order: Cake\nDeliver on: Tue 24 Nov\nCard: Hooray\nPlease note: in the morning"
    )


def test_a_cake_is_from_the_cake_shop_until_she_picks_another(
    qtbot: QtBot, laid: Laid, page: WorkbenchPage, her: int
) -> None:
    for name, trade in (("栖霞", "鲜花"), ("麦香", "蛋糕")):
        laid.desk.book.suppliers.save(Supplier(name=name, trade=trade))
    show(qtbot, laid, page, event(laid, her))
    form = order(page)
    named = [form.suppliers.currentText()]

    for item in ("一束百合", "丝巾"):
        form.item.setText(item)
        named.append(form.suppliers.currentText())
    form.suppliers.setFocus()
    QTest.keyClick(form.suppliers, Qt.Key.Key_Down)
    form.item.setText("Cake")

    assert named == ["麦香 · 蛋糕", "栖霞 · 鲜花", "Not said"]
    assert form.suppliers.currentText() == "栖霞 · 鲜花"


def test_name_and_address_go_to_the_supplier_only_if_she_wants_it(
    qtbot: QtBot, laid: Laid, page: WorkbenchPage, her: int, qapp: QApplication
) -> None:
    book = laid.desk.book
    client = book.clients.file(her, today=SUNDAY).client
    book.clients.edit(dataclasses.replace(client, address="栖霞路 1 号"), ["address"])
    show(qtbot, laid, page, event(laid, her))
    order(page).with_address.setChecked(True)

    order(page).copy_button.click()

    assert f"To: {CHILD}, 栖霞路 1 号" in qapp.clipboard().text()


def test_a_step_is_left_out_and_taken_up_again(
    qtbot: QtBot, laid: Laid, page: WorkbenchPage, her: int
) -> None:
    show(qtbot, laid, page, event(laid, her))
    order(page).skip_button.click()
    rest(qtbot, laid, page)
    left_out = (opened(page), titles(page)[0])

    page.rows[0].again.click()
    rest(qtbot, laid, page)

    assert left_out == ([3], "Order, Left out on Sun 22 Nov")
    assert opened(page) == [1]


def test_an_ordinary_client_is_greeted_in_two_clicks(
    qtbot: QtBot, laid: Laid, page: WorkbenchPage, her: int, qapp: QApplication
) -> None:
    small = next(
        one for one in laid.desk.book.reminders.between(SUNDAY, SUNDAY) if one.client_id != her
    )
    show(qtbot, laid, page, small)
    form = page.rows[2].form
    assert isinstance(form, GreetForm)

    form.copy_button.click()
    copied = qapp.clipboard().text()
    form.done_button.click()
    rest(qtbot, laid, page)

    folder = laid.desk.book.clients.file(small.client_id, today=SUNDAY).folder
    assert opened(page) == []
    assert [(talk.notes, talk.date_id, talk.occasion_on) for talk in folder.contacts] == [
        (copied, small.date_id, SUNDAY)
    ]


def test_a_client_who_is_gone_leads_back(
    qtbot: QtBot, laid: Laid, page: WorkbenchPage, her: int
) -> None:
    day = event(laid, her)
    laid.desk.book.clients.remove(laid.desk.book.clients.file(her, today=SUNDAY).client)

    with qtbot.waitSignal(laid.desk.routes.back_wanted):
        page.show_event(day)


def test_each_step_is_opened_and_folded_by_its_button(
    qtbot: QtBot, laid: Laid, page: WorkbenchPage, her: int
) -> None:
    show(qtbot, laid, page, event(laid, her))

    page.rows[2].fold.click()
    second = opened(page)
    page.rows[2].fold.click()

    assert (second, opened(page)) == ([3], [])


LONG = "欧阳慕容雅琴女士海悦集团董事长夫人"


@pytest.mark.parametrize("language", [Language.CHINESE, Language.ENGLISH])
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize(("width", "height"), [(1182, 768), (1736, 1080)])
def test_nothing_is_cut_or_overlaps(  # noqa: PLR0913, PLR0917 - every look of one page
    qtbot: QtBot,
    laid: Laid,
    translators: Translators,
    theme: Theme,
    language: Language,
    choice: ThemeChoice,
    width: int,
    height: int,
) -> None:
    translators.speak(language)
    theme.wear(choice)
    book = laid.desk.book
    added = book.clients.add(
        Client(name=LONG, tier=Tier.A, vip=True),
        dates=[ClientDate(year=1966, month=11, day=24)],
    )
    book.suppliers.save(Supplier(name=LONG, trade="鲜花", phone="13800000000"))
    page = WorkbenchPage(laid.desk)
    qtbot.addWidget(page)
    page.show()
    show(qtbot, laid, page, event(laid, next(iter(added.client_ids))))
    page.resize(width, height)

    for place in (0, 2):
        if not page.rows[place].is_open:
            page.rows[place].fold.click()
        lay_out()
        assert cut_texts(page) == []
        assert overlapping(page) == []
    assert unnamed_controls(page) == []
    assert all(each.toolTip() for each in page.findChildren(IconButton))
    assert page.bench is not None
    assert page.bench.occasion.kind is Kind.BIRTHDAY
