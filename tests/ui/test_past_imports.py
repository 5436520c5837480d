"""What an import means, on the page; imports of before, and the way back of each."""

import dataclasses
import pathlib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.domain.records import Client
from crm_desktop.services.client_list import ListQuery
from crm_desktop.services.import_log import Standing
from crm_desktop.services.records import fetch
from crm_desktop.ui.exchange.kept_list import KeptDialog
from crm_desktop.ui.exchange.page import ExchangePage
from crm_desktop.ui.exchange.summary_dialog import SummaryDialog
from crm_desktop.ui.widgets.layouts import ScrollColumn
from tests.ui.desks import Laid
from tests.ui.looking import cut_texts, lay_out, overlapping, unnamed_controls
from tests.ui.settling import settled
from tests.ui.test_exchange import ROWS, compare, workbook


@pytest.fixture
def page(qtbot: QtBot, laid: Laid, tmp_path: pathlib.Path) -> ExchangePage:
    """Return the page after an import of two clients."""
    made = ExchangePage(laid.desk)
    qtbot.addWidget(made)
    made.resize(1182, 768)
    made.show()
    compare(qtbot, made, workbook(tmp_path / "名单.xlsx", *ROWS))
    with qtbot.waitSignal(made.wizard.flow.applied):
        made.wizard.preview.apply_button.click()
    qtbot.waitUntil(settled(laid))
    return made


def press(within: QWidget, words: str) -> None:
    """Press the button that says so."""
    [found] = [
        each
        for each in within.findChildren(QPushButton)
        if each.text() == words and each.isVisible()
    ]
    found.click()


def edit_someone(laid: Laid) -> None:
    with laid.desk.book.database.read() as session:
        client = fetch(session, Client)[0]
    change = laid.desk.book.clients.edit(
        dataclasses.replace(client, occupation="店长"), ["occupation"]
    )
    laid.desk.edits.done(change)


def clients_in(laid: Laid) -> int:
    return laid.desk.book.clients.count(ListQuery())


def standing(laid: Laid) -> Standing:
    return laid.desk.book.import_log.recent()[0].standing


def test_a_name_in_the_summary_opens_her_page(qtbot: QtBot, laid: Laid, page: ExchangePage) -> None:
    with qtbot.waitSignal(laid.desk.routes.client_wanted) as wanted:
        press(page.wizard.result.summary, "林一一")

    assert wanted.args == [1]


def test_escape_leaves_the_result(page: ExchangePage) -> None:
    page.wizard.result.finish_button.setFocus()
    page.activateWindow()

    QTest.keyClick(page.wizard.result, Qt.Key.Key_Escape)

    assert page.stack.currentIndex() == 0


def test_after_another_change_the_import_is_taken_back_and_what_she_edited_stays(
    qtbot: QtBot, laid: Laid, page: ExchangePage
) -> None:
    edit_someone(laid)
    qtbot.waitUntil(settled(laid))
    page.wizard.result.undo_button.click()
    qtbot.waitUntil(settled(laid))
    [dialog] = page.findChildren(KeptDialog)
    assert clients_in(laid) == 2

    with qtbot.waitSignal(page.wizard.result.take_back.taken):
        dialog.accept_button.click()
    qtbot.waitUntil(settled(laid))

    assert clients_in(laid) == 1
    assert standing(laid) is Standing.PARTLY
    assert page.wizard.result.kept.isVisible()
    assert not page.wizard.result.undo_button.isVisible()


def test_nothing_is_asked_where_nothing_of_hers_is_in_the_way(
    qtbot: QtBot, laid: Laid, page: ExchangePage
) -> None:
    page.wizard.result.finish_button.click()
    qtbot.waitUntil(settled(laid))

    with qtbot.waitSignal(page.past.take_back.taken):
        press(page.past, "Take back")
    qtbot.waitUntil(settled(laid))

    assert clients_in(laid) == 0
    assert standing(laid) is Standing.BACK
    backs = [each for each in page.past.findChildren(QPushButton) if each.text() == "Take back"]
    assert not any(each.isVisible() for each in backs)


def test_refused_nothing_changes(qtbot: QtBot, laid: Laid, page: ExchangePage) -> None:
    edit_someone(laid)
    page.wizard.result.finish_button.click()
    qtbot.waitUntil(settled(laid))
    press(page.past, "Take back")
    qtbot.waitUntil(settled(laid))
    [dialog] = page.findChildren(KeptDialog)

    with qtbot.waitSignal(page.past.take_back.ended):
        dialog.cancel_button.click()

    assert clients_in(laid) == 2
    assert standing(laid) is Standing.STANDS


def test_the_summary_of_before_is_opened_again(
    qtbot: QtBot, laid: Laid, page: ExchangePage
) -> None:
    page.wizard.result.finish_button.click()
    qtbot.waitUntil(settled(laid))

    press(page.past, "What it meant")
    qtbot.waitUntil(settled(laid))

    [dialog] = page.findChildren(SummaryDialog)
    with qtbot.waitSignal(laid.desk.routes.client_wanted):
        press(dialog.lines, "林二二")


def test_nothing_is_cut_or_unnamed(qtbot: QtBot, laid: Laid, page: ExchangePage) -> None:
    result = page.wizard.result
    lay_out()
    assert cut_texts(result) == []
    assert overlapping(result) == []
    assert unnamed_controls(result) == []
    result.finish_button.click()
    qtbot.waitUntil(settled(laid))
    lay_out()

    assert cut_texts(page.past) == []
    assert unnamed_controls(page.past) == []


def test_taking_back_leaves_the_page_where_she_is(
    qtbot: QtBot, laid: Laid, page: ExchangePage
) -> None:
    page.wizard.result.finish_button.click()
    page.resize(1182, 420)
    page.activateWindow()
    qtbot.waitUntil(settled(laid))
    [back] = [one for one in page.past.findChildren(QPushButton) if one.text() == "Take back"]
    scroll = page.stack.widget(0)
    assert isinstance(scroll, ScrollColumn)
    scroll.ensureWidgetVisible(back)
    back.setFocus()
    before = scroll.verticalScrollBar().value()

    with qtbot.waitSignal(page.past.take_back.ended):
        back.click()
    qtbot.waitUntil(settled(laid))
    QApplication.sendPostedEvents()

    assert before > 0
    assert scroll.verticalScrollBar().value() == before
    focused = page.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "What it meant"
