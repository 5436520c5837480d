"""The cards of every kind of reminder: what each offers, and what her answer leaves."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.domain.occasions import Kind, Reminder, Source, Stage, What
from crm_desktop.domain.records import Contact, GiftState
from crm_desktop.ui.reminding.answers import Answers
from crm_desktop.ui.reminding.card import ReminderCard
from crm_desktop.ui.reminding.talk import TalkDialog
from tests.ui.desks import Laid
from tests.ui.people import SUNDAY, TUESDAY, invite, occasion, reminder


@pytest.fixture
def answers(laid: Laid) -> Answers:
    return Answers(laid.desk)


def due(laid: Laid, stage: Stage) -> Reminder:
    return next(one for one in laid.desk.book.reminders.due(laid.clock.now()) if one.stage is stage)


def words(card: QWidget) -> str:
    return "\n".join(label.text() for label in card.findChildren(QLabel))


KINDS = [
    (Kind.FOLLOW_UP, Source.TALK, ["Talked to her…", "Later"]),
    (Kind.PROMISE, Source.PROMISE, ["Kept", "Talked to her…", "Later"]),
    (Kind.POINTS, Source.POINTS, ["I have told her", "Later"]),
    (Kind.MILESTONE, Source.MILESTONE, ["Copy greeting", "Done", "Later"]),
    (Kind.BIRTHDAY, Source.DATE, ["Copy greeting", "Done", "Later"]),
]


@pytest.mark.parametrize(("kind", "source", "buttons"), KINDS)
def test_a_card_offers_what_its_kind_asks_for(
    qtbot: QtBot, answers: Answers, kind: Kind, source: Source, buttons: list[str]
) -> None:
    one = reminder(stage=Stage.DAY, what=What.GREETING, kind=kind, source=source)

    card = ReminderCard(one, SUNDAY, answers)

    qtbot.addWidget(card)
    assert [each.text() for each in card.findChildren(QPushButton)] == buttons
    assert [each.accessibleName() for each in card.findChildren(QToolButton)] == ["Open her file"]


def test_a_festival_says_how_many_and_leads_to_its_list(
    qtbot: QtBot, laid: Laid, answers: Answers
) -> None:
    festival = occasion(
        source=Source.FESTIVAL,
        kind=Kind.FESTIVAL,
        festival="mid_autumn",
        clients=12,
        client_id=0,
        client_name="",
        client_display_name="",
    )
    one = replace(reminder(what=What.GREETING), occasion=festival)
    card = ReminderCard(one, SUNDAY, answers)
    qtbot.addWidget(card)

    with qtbot.waitSignal(laid.desk.routes.festival_wanted) as opened:
        card.first_button.click()

    assert opened.args == ["mid_autumn", TUESDAY]
    assert "Mid-Autumn Festival" in words(card)
    assert "12 clients to greet" in words(card)
    assert card.findChildren(QToolButton) == []


def test_the_shop_confirmed_and_how_it_was_received_are_noted_on_the_card(
    qtbot: QtBot, laid: Laid, answers: Answers
) -> None:
    big = invite(laid.desk.book)
    now = laid.clock.now()
    laid.desk.book.reminders.order(due(laid, Stage.PREPARE), item="蛋糕", cost=None, now=now)
    laid.clock.move(days=1)
    confirm = ReminderCard(due(laid, Stage.CONFIRM), TUESDAY, answers)
    qtbot.addWidget(confirm)
    with qtbot.waitSignal(answers.answered):
        confirm.first_button.click()
    laid.clock.move(days=1)
    with qtbot.waitSignal(answers.answered):
        answers.done(next(one for one in _of_tuesday(laid) if one.stage is Stage.DAY))
    laid.clock.move(days=1)
    card = ReminderCard(due(laid, Stage.REACTION), TUESDAY, answers)
    qtbot.addWidget(card)
    (line,) = card.findChildren(QLineEdit)
    line.setText("孩子很喜欢")

    with qtbot.waitSignal(answers.answered):
        QTest.keyClick(line, Qt.Key.Key_Return)

    (gift,) = laid.desk.book.clients.file(big, today=TUESDAY).folder.gifts
    assert (gift.confirmed_on, gift.delivered_on) == (dt.date(2026, 11, 23), TUESDAY)
    assert gift.reaction == "孩子很喜欢"
    assert _of_tuesday(laid) == []


def _of_tuesday(laid: Laid) -> list[Reminder]:
    return [one for one in laid.desk.book.reminders.due(laid.clock.now()) if one.on == TUESDAY]


def test_the_call_on_the_day_is_noted_with_what_came_of_it(
    qtbot: QtBot, laid: Laid, answers: Answers
) -> None:
    big = invite(laid.desk.book)
    now = laid.clock.now()
    laid.desk.book.reminders.order(due(laid, Stage.PREPARE), item="蛋糕", cost=None, now=now)
    laid.clock.move(days=2)
    over = QWidget()
    qtbot.addWidget(over)
    answers.called(next(one for one in _of_tuesday(laid)), over)
    (dialog,) = over.findChildren(TalkDialog)
    QTest.keyClicks(dialog.outcome, "glad")
    dialog.next_on.setText("+7")
    dialog.next_on.setModified(True)

    with qtbot.waitSignal(answers.answered):
        QTest.keyClick(dialog.outcome, Qt.Key.Key_Return)

    folder = laid.desk.book.clients.file(big, today=TUESDAY).folder
    assert [(talk.outcome, talk.about, talk.next_on) for talk in folder.contacts] == [
        ("glad", "call.birthday", dt.date(2026, 12, 1))
    ]
    assert [gift.state for gift in folder.gifts] == [GiftState.GIVEN]
    assert _of_tuesday(laid) == []


def test_a_follow_up_is_closed_with_what_came_of_it(
    qtbot: QtBot, laid: Laid, answers: Answers
) -> None:
    book = laid.desk.book
    big = invite(book)
    book.clients.put(Contact(client_id=big, on=dt.date(2026, 11, 1), next_on=SUNDAY))
    (one,) = _follow_ups(laid)
    over = QWidget()
    qtbot.addWidget(over)
    answers.talked(one, over)
    (dialog,) = over.findChildren(TalkDialog)
    dialog.outcome.setText("comes on Friday")

    with qtbot.waitSignal(answers.answered):
        dialog.accept()

    talks = book.clients.file(big, today=SUNDAY).folder.contacts
    assert "comes on Friday" in [talk.outcome for talk in talks]
    assert _follow_ups(laid) == []


def _follow_ups(laid: Laid) -> list[Reminder]:
    due = laid.desk.book.reminders.due(laid.clock.now())
    return [one for one in due if one.occasion.kind is Kind.FOLLOW_UP]


def test_a_date_puts_a_reminder_aside_until_its_morning(
    qtbot: QtBot, laid: Laid, answers: Answers
) -> None:
    invite(laid.desk.book)

    with qtbot.waitSignal(answers.answered):
        answers.snooze_until(due(laid, Stage.DAY), dt.date(2026, 11, 25))
    laid.clock.move(days=2)
    meanwhile = [one.on for one in laid.desk.book.reminders.due(laid.clock.now())]
    laid.clock.move(days=1, hours=1)

    assert SUNDAY not in meanwhile
    assert SUNDAY in [one.on for one in laid.desk.book.reminders.due(laid.clock.now())]
