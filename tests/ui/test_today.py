"""The Today page: its sections, an empty book, a calm day, and what it follows."""

import datetime as dt

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from crm_desktop.domain.occasions import Stage
from crm_desktop.domain.records import Client, ClientDate
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.reminding.answers import Answers
from crm_desktop.ui.reminding.card import ReminderCard
from crm_desktop.ui.theme.theme import Theme, ThemeChoice
from crm_desktop.ui.today.page import TodayPage
from tests.ui.desks import Laid
from tests.ui.looking import cut_texts, overlapping, unnamed_controls
from tests.ui.people import SMALL, invite

AT_FIRST = 12
MORE_THAN_A_SCREEN = 15


def opened(qtbot: QtBot, laid: Laid, size: tuple[int, int] = (1182, 768)) -> TodayPage:
    page = TodayPage(laid.desk)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.arrive()
    settle(qtbot, laid, page)
    return page


def settle(qtbot: QtBot, laid: Laid, page: TodayPage) -> None:
    qtbot.waitUntil(lambda: laid.desk.jobs.is_idle and page.is_filled)
    # A layout shows what was put into it by a queued call.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def words(page: TodayPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def cards(page: TodayPage) -> list[ReminderCard]:
    return [card for card in page.findChildren(ReminderCard) if card.isVisibleTo(page)]


def test_what_is_to_be_prepared_stands_before_what_is_today(qtbot: QtBot, laid: Laid) -> None:
    invite(laid.desk.book)

    page = opened(qtbot, laid)

    said = words(page)
    assert said[0] == "Good morning, 2 to think of today"
    assert said.index("To prepare") < said.index("王姐 · 朵朵") < said.index("Today")
    assert said.index("Today") < said.index(SMALL)


def test_an_empty_book_says_what_to_do_first(qtbot: QtBot, laid: Laid) -> None:
    page = opened(qtbot, laid)

    assert "Your book is ready" in words(page)
    bring = next(b for b in page.findChildren(QPushButton) if b.text() == "Bring in my list")
    with qtbot.waitSignal(laid.desk.routes.page_wanted) as wanted:
        bring.click()
    assert wanted.args == ["exchange"]


def test_a_calm_day_says_so_and_shows_what_comes(qtbot: QtBot, laid: Laid) -> None:
    born = ClientDate(year=1990, month=12, day=1)
    laid.desk.book.clients.add(Client(name="陈一"), dates=[born])

    page = opened(qtbot, laid)

    qtbot.waitUntil(lambda: "Nothing to prepare today" in words(page))
    said = words(page)
    assert said.index("The next two weeks") < said.index("陈一")


def test_what_was_missed_is_still_worth_a_word(qtbot: QtBot, laid: Laid) -> None:
    invite(laid.desk.book)
    laid.desk.book.reminders.tick(laid.clock.now() - dt.timedelta(days=1))
    laid.clock.move(days=6)
    laid.desk.book.reminders.tick(laid.clock.now())

    page = opened(qtbot, laid)

    assert "Missed – still worth a word" in words(page)


def test_an_answer_takes_its_card_away_and_leaves_the_others(qtbot: QtBot, laid: Laid) -> None:
    invite(laid.desk.book)
    page = opened(qtbot, laid)
    stays, goes = cards(page)

    Answers(laid.desk, page).done(goes.reminder)
    qtbot.waitUntil(lambda: len(cards(page)) == 1)
    settle(qtbot, laid, page)

    assert goes.reminder.stage is Stage.DAY
    assert cards(page) == [stays]
    assert words(page)[0] == "Good morning, 1 to think of today"


def test_a_change_that_does_not_concern_it_leaves_it_as_it_is(qtbot: QtBot, laid: Laid) -> None:
    big = invite(laid.desk.book)
    page = opened(qtbot, laid)
    before = cards(page)

    change = laid.desk.book.clients.archive(big, None)
    laid.desk.edits.changed.emit(change)
    settle(qtbot, laid, page)

    assert cards(page) == before


def test_the_first_screenful_stands_before_the_rest(qtbot: QtBot, laid: Laid) -> None:
    for number in range(MORE_THAN_A_SCREEN):
        born = ClientDate(year=1990, month=11, day=22)
        laid.desk.book.clients.add(Client(name=f"客户{number}"), dates=[born])
    page = TodayPage(laid.desk)
    qtbot.addWidget(page)

    page.arrive()
    qtbot.waitUntil(lambda: page.is_seen)
    first = len(page.findChildren(ReminderCard))
    settle(qtbot, laid, page)

    assert 0 < first < len(cards(page)) == AT_FIRST


def test_more_cards_come_when_asked_for(qtbot: QtBot, laid: Laid) -> None:
    for number in range(MORE_THAN_A_SCREEN):
        born = ClientDate(year=1990, month=11, day=22)
        laid.desk.book.clients.add(Client(name=f"客户{number}"), dates=[born])
    page = opened(qtbot, laid)
    before = len(cards(page))

    more = next(b for b in page.findChildren(QPushButton) if b.text() == "Show 3 more")
    more.click()
    qtbot.waitUntil(lambda: len(cards(page)) == MORE_THAN_A_SCREEN)

    assert before == AT_FIRST


@pytest.mark.parametrize("size", [(1182, 768), (1736, 1080)])
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
def test_the_page_is_fair(  # noqa: PLR0913, PLR0917 - the looks it is tried in
    qtbot: QtBot,
    laid: Laid,
    translators: Translators,
    theme: Theme,
    language: Language,
    choice: ThemeChoice,
    size: tuple[int, int],
) -> None:
    translators.speak(language)
    theme.wear(choice)
    invite(laid.desk.book)

    page = opened(qtbot, laid, size)

    assert cut_texts(page) == []
    assert unnamed_controls(page) == []
    assert overlapping(page) == []


def test_after_an_answer_the_keyboard_goes_on_at_the_next_card(qtbot: QtBot, laid: Laid) -> None:
    for number in range(MORE_THAN_A_SCREEN):
        born = ClientDate(year=1990, month=11, day=22)
        laid.desk.book.clients.add(Client(name=f"客户{number}"), dates=[born])
    page = opened(qtbot, laid)
    page.activateWindow()
    bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(120)
    goes, follows = cards(page)[1:3]
    goes.findChildren(QPushButton)[0].setFocus()

    Answers(laid.desk, page).done(goes.reminder)
    qtbot.waitUntil(lambda: goes not in cards(page) and follows in cards(page))
    settle(qtbot, laid, page)

    focused = QApplication.focusWidget()
    assert focused is not None
    assert follows.isAncestorOf(focused)
    assert bar.value() == 120
