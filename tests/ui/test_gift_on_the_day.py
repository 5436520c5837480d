"""The flow of the day: greeting copied and sent, gift given, its cost and the reaction kept."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from crm_desktop.domain.occasions import Stage
from crm_desktop.domain.records import GiftState
from crm_desktop.ui.reminding.card import ReminderCard
from crm_desktop.ui.reminding.gift import GiftDialog
from crm_desktop.ui.today.page import TodayPage
from tests.ui.desks import Laid
from tests.ui.people import TUESDAY, invite


class Hand:
    """Clicks on the card of the child, and counts."""

    def __init__(self, qtbot: QtBot, laid: Laid, page: TodayPage) -> None:
        self._qtbot, self._laid, self._page = qtbot, laid, page
        self.clicks = 0

    def click(self, words: str) -> None:
        self._qtbot.waitUntil(lambda: bool(self.of(words)))
        self.of(words)[0].click()
        self.clicks += 1
        self.rest()

    def of(self, words: str) -> list[QPushButton]:
        """Return the buttons of that name on the card of the child."""
        return [
            each
            for card in self._page.findChildren(ReminderCard)
            if card.reminder.stage is Stage.DAY and not card.isHidden()
            for each in card.findChildren(QPushButton)
            if each.text() == words
        ]

    def rest(self) -> None:
        jobs = self._laid.desk.jobs
        self._qtbot.waitUntil(lambda: jobs.is_idle and self._page.is_filled)


def test_the_day_of_the_child_takes_three_clicks_and_the_words_of_the_mother(
    qtbot: QtBot, laid: Laid, qapp: QApplication
) -> None:
    book = laid.desk.book
    her = invite(book)
    (prepare,) = [one for one in book.reminders.due(laid.clock.now()) if one.on == TUESDAY]
    book.reminders.order(prepare, item="草莓蛋糕", cost=29_800, now=laid.clock.now())
    laid.clock.move(days=2)
    page = TodayPage(laid.desk)
    qtbot.addWidget(page)
    page.show()
    page.arrive()
    hand = Hand(qtbot, laid, page)
    hand.rest()

    hand.click("Copy greeting")
    copied = qapp.clipboard().text()
    told = [label.text() for label in page.findChildren(QLabel) if label.text().endswith(copied)]
    hand.click("I have sent it")
    is_sent_again = [button.isEnabled() for button in hand.of("Greeting sent")]
    hand.click("Done")
    (dialog,) = page.window().findChildren(GiftDialog)
    typed_at_once = dialog.focusWidget() is dialog.reaction
    filled_in = (dialog.item.text(), dialog.cost.text())
    QTest.keyClicks(dialog.reaction, "laughed")
    QTest.keyClick(dialog.reaction, Qt.Key.Key_Return)
    hand.rest()

    folder = book.clients.file(her, today=TUESDAY).folder
    assert hand.clicks == 3
    assert told == [f"Copied: {copied}"]
    assert is_sent_again == [False]
    assert typed_at_once
    assert filled_in == ("草莓蛋糕", "298")
    assert [talk.notes for talk in folder.contacts] == [copied]
    assert [(gift.state, gift.delivered_on, gift.reaction) for gift in folder.gifts] == [
        (GiftState.GIVEN, TUESDAY, "laughed")
    ]
    assert [one.on for one in book.reminders.due(laid.clock.now()) if one.on == TUESDAY] == []


def test_without_a_gift_on_its_way_done_asks_nothing(qtbot: QtBot, laid: Laid) -> None:
    invite(laid.desk.book)
    page = TodayPage(laid.desk)
    qtbot.addWidget(page)
    page.show()
    page.arrive()
    hand = Hand(qtbot, laid, page)
    hand.rest()

    hand.click("Done")

    assert page.window().findChildren(GiftDialog) == []
    due = laid.desk.book.reminders.due(laid.clock.now())
    assert [one.stage for one in due] == [Stage.PREPARE]
