"""The card of a reminder, the question what was ordered, and what her answers write."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.domain.gift_guard import GuardCode
from crm_desktop.domain.occasions import Reminder, Stage, What
from crm_desktop.domain.records import Gift, GiftState, Knows, Relation
from crm_desktop.services.reminders import Told
from crm_desktop.ui.reminding.answers import Answers, Pause, until
from crm_desktop.ui.reminding.card import ReminderCard
from crm_desktop.ui.reminding.gift import GiftDialog
from tests.ui.desks import Laid
from tests.ui.fakes import BEIJING
from tests.ui.people import CHILD, SUNDAY, TUESDAY, invite, reminder


@pytest.fixture
def answers(laid: Laid) -> Answers:
    return Answers(laid.desk)


def due(laid: Laid, stage: Stage) -> Reminder:
    return next(one for one in laid.desk.book.reminders.due(laid.clock.now()) if one.stage is stage)


def stages_due(laid: Laid) -> list[Stage]:
    return [one.stage for one in laid.desk.book.reminders.due(laid.clock.now())]


def words(card: QWidget) -> str:
    return "\n".join(label.text() for label in card.findChildren(QLabel))


def dialog_of(qtbot: QtBot, over: QWidget) -> GiftDialog:
    """Return the question once it stands over a window."""
    qtbot.waitUntil(lambda: bool(over.findChildren(GiftDialog)))
    return over.findChildren(GiftDialog)[0]


def at(hour: int, minute: int = 0, day: int = 22) -> dt.datetime:
    return dt.datetime(2026, 11, day, hour, minute, tzinfo=BEIJING)


@pytest.mark.parametrize(
    ("pause", "now", "again"),
    [
        (Pause.HOUR, at(9, 30), at(10, 30)),
        (Pause.EVENING, at(9, 30), at(18)),
        pytest.param(Pause.EVENING, at(18), at(9, day=23), id="the evening has come"),
        (Pause.TOMORROW, at(9, 30), at(9, day=23)),
    ],
)
def test_a_pause_ends(pause: Pause, now: dt.datetime, again: dt.datetime) -> None:
    assert until(pause, now) == again


def test_ordered_writes_the_gift_and_closes_the_preparing(
    qtbot: QtBot, laid: Laid, answers: Answers
) -> None:
    big, over = invite(laid.desk.book), QWidget()
    qtbot.addWidget(over)
    answers.order(due(laid, Stage.PREPARE), over)
    dialog = dialog_of(qtbot, over)
    dialog.item.setText("蛋糕")

    with qtbot.waitSignal(answers.answered):
        dialog.accept()

    gifts = laid.desk.book.clients.file(big, today=SUNDAY).folder.gifts
    assert [(gift.item, gift.state, gift.ordered_on) for gift in gifts] == [
        ("蛋糕", GiftState.ORDERED, SUNDAY)
    ]
    assert stages_due(laid) == [Stage.DAY]


def test_done_on_the_day_asks_for_the_gift_and_keeps_her_reaction(
    qtbot: QtBot, laid: Laid, answers: Answers
) -> None:
    invite(laid.desk.book)
    over = QWidget()
    qtbot.addWidget(over)
    card = ReminderCard(due(laid, Stage.DAY), SUNDAY, answers)
    qtbot.addWidget(card)
    answers.give(card.reminder, over)
    dialog = dialog_of(qtbot, over)
    dialog.item.setText("百合花束")
    dialog.cost.setText("168")
    dialog.reaction.setText("很喜欢")

    with qtbot.waitSignal(answers.answered):
        dialog.accept()

    client = card.reminder.occasion.client_id
    gifts = laid.desk.book.clients.file(client, today=SUNDAY).folder.gifts
    assert [(gift.item, gift.cost, gift.state, gift.reaction) for gift in gifts] == [
        ("百合花束", 16_800, GiftState.GIVEN, "很喜欢")
    ]
    assert stages_due(laid) == [Stage.PREPARE]


def test_what_was_ordered_stands_in_the_question_what_was_given(qtbot: QtBot) -> None:
    ordered = Gift(client_id=1, item="黑森林蛋糕", cost=32_800, state=GiftState.ORDERED)

    dialog = GiftDialog(reminder(stage=Stage.DAY, what=What.CAKE), ordered)

    qtbot.addWidget(dialog)
    assert (dialog.item.text(), dialog.cost.text()) == ("黑森林蛋糕", "328")


@pytest.mark.parametrize("answer", ["done", "dismiss"])
def test_an_answer_closes_the_reminder_and_can_be_undone(
    qtbot: QtBot, laid: Laid, answers: Answers, answer: str
) -> None:
    invite(laid.desk.book)

    with qtbot.waitSignal(laid.desk.edits.did):
        getattr(answers, answer)(due(laid, Stage.DAY))
    closed = stages_due(laid)
    laid.desk.book.journal.undo()

    assert closed == [Stage.PREPARE]
    assert sorted(stages_due(laid)) == [Stage.DAY, Stage.PREPARE]


def test_a_snoozed_reminder_comes_back_when_its_pause_is_over(
    qtbot: QtBot, laid: Laid, answers: Answers
) -> None:
    invite(laid.desk.book)

    with qtbot.waitSignal(answers.answered):
        answers.snooze(due(laid, Stage.DAY), Pause.HOUR)
    meanwhile = stages_due(laid)
    laid.clock.move(hours=1)

    assert meanwhile == [Stage.PREPARE]
    assert Stage.DAY in stages_due(laid)


def test_the_greeting_is_copied_and_noted_as_sent_in_two_clicks(
    qtbot: QtBot, laid: Laid, answers: Answers
) -> None:
    invite(laid.desk.book)
    one = due(laid, Stage.DAY)
    card = ReminderCard(one, SUNDAY, answers)
    qtbot.addWidget(card)

    card.first_button.click()
    qtbot.waitUntil(lambda: bool(QApplication.clipboard().text()))
    copied = QApplication.clipboard().text()
    with qtbot.waitSignal(answers.answered):
        card.first_button.click()

    talks = laid.desk.book.clients.file(one.occasion.client_id, today=SUNDAY).folder.contacts
    assert copied.startswith("李雯")
    assert [(talk.on, talk.about, talk.notes) for talk in talks] == [
        (SUNDAY, "greeting.birthday", copied)
    ]
    assert stages_due(laid) == [Stage.PREPARE]


def test_other_words_and_the_briefing_are_a_menu_away(
    qtbot: QtBot, laid: Laid, answers: Answers
) -> None:
    one = reminder(stage=Stage.DAY)
    routes = laid.desk.routes

    with qtbot.waitSignal(routes.greeting_wanted) as greeted:
        answers.choose_greeting(one)
    with qtbot.waitSignal(routes.briefing_wanted) as briefed:
        answers.brief(one)

    assert greeted.args == [1, one.occasion]
    assert briefed.args == [1]


def test_a_greeting_leaves_the_day_open_while_a_gift_waits(
    qtbot: QtBot, laid: Laid, answers: Answers
) -> None:
    big = invite(laid.desk.book)
    now = laid.clock.now()
    laid.desk.book.reminders.order(due(laid, Stage.PREPARE), item="蛋糕", cost=None, now=now)
    laid.clock.move(days=2)
    day = next(one for one in laid.desk.book.reminders.due(laid.clock.now()) if one.on == TUESDAY)

    with qtbot.waitSignal(answers.answered):
        answers.sent(day, "生日快乐")

    still = [one for one in laid.desk.book.reminders.due(laid.clock.now()) if one.on == TUESDAY]
    assert [one.occasion.client_id for one in still] == [big]


def test_a_card_says_who_what_when_and_the_red_line(qtbot: QtBot, answers: Answers) -> None:
    one = reminder(
        person_relation=Relation.CHILD, person_nickname=CHILD, age=8, knows=Knows.NO, vip=True
    )

    card = ReminderCard(one, SUNDAY, answers)

    qtbot.addWidget(card)
    said = words(card)
    assert f"王姐 · {CHILD}" in said
    assert "Birthday, turns 8 · Tue 24 Nov · the day after tomorrow" in said
    assert "Order a cake, then call her" in said
    assert f"{CHILD} does not know about her treatments" in said
    assert "VIP" in said


@pytest.mark.parametrize(
    ("stage", "narrow", "buttons"),
    [
        (Stage.PREPARE, False, ["Ordered", "Later"]),
        (Stage.CONFIRM, False, ["Shop confirmed", "Later"]),
        (Stage.DAY, False, ["Called her…", "Copy greeting", "Done", "Later"]),
        (Stage.REACTION, False, ["Note it", "Later"]),
        (Stage.PREPARE, True, ["Ordered"]),
        (Stage.CONFIRM, True, ["Shop confirmed"]),
        (Stage.DAY, True, ["Called her…", "Done"]),
        (Stage.REACTION, True, ["Note it…"]),
    ],
)
def test_a_card_offers_what_its_stage_asks_for(
    qtbot: QtBot, answers: Answers, stage: Stage, *, narrow: bool, buttons: list[str]
) -> None:
    card = ReminderCard(reminder(stage=stage), SUNDAY, answers, narrow=narrow)

    qtbot.addWidget(card)
    assert [button.text() for button in card.findChildren(QPushButton)] == buttons
    icons = [button.accessibleName() for button in card.findChildren(QToolButton)]
    is_tight = narrow and stage is Stage.DAY
    bench = [] if is_tight else ["Open the workbench"]
    assert icons == ["Later"] * narrow + [*bench, "Open her file"]


def test_a_card_stays_only_as_long_as_it_says_the_same(qtbot: QtBot, answers: Answers) -> None:
    card = ReminderCard(reminder(), SUNDAY, answers)

    qtbot.addWidget(card)
    assert card.is_for({reminder()}, SUNDAY)
    assert not card.is_for({reminder(age=9)}, SUNDAY)
    assert not card.is_for({reminder()}, SUNDAY + dt.timedelta(days=1))


def test_enter_confirms_the_usual_item(qtbot: QtBot) -> None:
    dialog = GiftDialog(reminder(what=What.CAKE))
    qtbot.addWidget(dialog)
    dialog.cost.setText("328")
    dialog.open()

    with qtbot.waitSignal(dialog.told) as told:
        QTest.keyClick(dialog.item, Qt.Key.Key_Return)

    gift, overruled = told.args
    assert (gift.item, gift.cost, gift.state, overruled) == (
        "Cake",
        32_800,
        GiftState.ORDERED,
        frozenset(),
    )


def test_nothing_is_ordered_without_a_name_for_it(qtbot: QtBot) -> None:
    dialog = GiftDialog(reminder(what=What.FLOWERS))
    qtbot.addWidget(dialog)

    dialog.item.setText("  ")

    assert not dialog.accept_button.isEnabled()


def test_the_guard_speaks_while_she_types_and_can_be_overruled(
    qtbot: QtBot, laid: Laid, answers: Answers
) -> None:
    big, over = invite(laid.desk.book), QWidget()
    qtbot.addWidget(over)
    answers.order(due(laid, Stage.PREPARE), over)
    dialog = dialog_of(qtbot, over)
    told = {}
    for item, card in (("蛋糕", ""), ("香梨", ""), ("香梨", "术后好好休息")):
        dialog.item.setText(item)
        dialog.card.setText(card)
        told[item, card] = (dialog.accept_button.text(), dialog.notes.words().count("\n") + 1)
    said = dialog.notes.words()

    with qtbot.waitSignal(answers.answered):
        dialog.accept()

    assert told == {
        ("蛋糕", ""): ("Ordered", 1),
        ("香梨", ""): ("Order all the same", 2),
        ("香梨", "术后好好休息"): ("Order all the same", 3),
    }
    assert f"{CHILD} does not know" in said
    gifts = laid.desk.book.clients.file(big, today=SUNDAY).folder.gifts
    assert [(gift.item, gift.card_text, gift.overruled) for gift in gifts] == [
        ("香梨", "术后好好休息", "tells_unaware taboo")
    ]


def test_on_the_day_what_was_set_aside_is_not_asked_again(
    qtbot: QtBot, laid: Laid, answers: Answers
) -> None:
    big, over = invite(laid.desk.book), QWidget()
    qtbot.addWidget(over)
    told = Told(overruled=frozenset({GuardCode.TABOO}))
    prepared = due(laid, Stage.PREPARE)
    reminders = laid.desk.book.reminders
    reminders.order(prepared, item="香梨", cost=9_900, now=laid.clock.now(), told=told)
    laid.clock.move(days=2)
    answers.give(due(laid, Stage.DAY), over)
    dialog = dialog_of(qtbot, over)

    said = (dialog.item.text(), dialog.cost.text(), dialog.accept_button.text())
    with qtbot.waitSignal(answers.answered):
        dialog.accept()

    assert said == ("香梨", "99", "Given")
    gifts = laid.desk.book.clients.file(big, today=SUNDAY).folder.gifts
    assert [(gift.state, gift.overruled) for gift in gifts] == [(GiftState.GIVEN, "taboo")]
