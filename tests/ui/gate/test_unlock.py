"""Unlock: two ways in, waits counted down, nothing typed kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crm_desktop.ui.gate.code_field import CodeField, groups_of
from crm_desktop.ui.gate.unlock import Unlock
from crm_desktop.ui.jobs import Jobs
from tests.ui.gate.fakes import CODE, PASSPHRASE, FakeVault


def shown(qtbot: QtBot, jobs: Jobs, vault: FakeVault) -> Unlock:
    screen = Unlock(vault, jobs)
    qtbot.addWidget(screen)
    screen.show()
    return screen


def test_passphrase_opens(qtbot: QtBot, jobs: Jobs) -> None:
    screen = shown(qtbot, jobs, FakeVault())
    screen.passphrase.setText(PASSPHRASE)

    with qtbot.waitSignal(screen.unlocked):
        QTest.keyClick(screen.passphrase, Qt.Key.Key_Return)

    assert screen.passphrase.text() == ""


def test_wrong_passphrase_is_told_and_waits(qtbot: QtBot, jobs: Jobs) -> None:
    screen = shown(qtbot, jobs, FakeVault())
    screen.passphrase.setText("not it")

    with qtbot.assertNotEmitted(screen.unlocked):
        QTest.keyClick(screen.passphrase, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: jobs.is_idle)
    screen.passphrase.setText(PASSPHRASE)

    assert screen.says.text() == "That is not the passphrase."
    assert screen.unlock_button.text() == "In 5 s"
    assert not screen.unlock_button.isEnabled()


def test_a_wait_from_before_the_start_is_counted_down(qtbot: QtBot, jobs: Jobs) -> None:
    vault = FakeVault(left=2)
    screen = shown(qtbot, jobs, vault)
    screen.passphrase.setText(PASSPHRASE)

    assert not screen.unlock_button.isEnabled()
    screen._on_second()
    assert screen.unlock_button.text() == "In 1 s"
    screen._on_second()
    assert screen.unlock_button.isEnabled()
    assert screen.unlock_button.text() == "Unlock"


def test_enter_while_she_waits_counts_when_the_wait_is_over(qtbot: QtBot, jobs: Jobs) -> None:
    vault = FakeVault(left=1)
    screen = shown(qtbot, jobs, vault)
    screen.passphrase.setText(PASSPHRASE)
    QTest.keyClick(screen.passphrase, Qt.Key.Key_Return)
    vault.left = 0

    with qtbot.waitSignal(screen.unlocked):
        screen._on_second()


def test_what_is_typed_after_that_enter_is_not_tried_by_itself(qtbot: QtBot, jobs: Jobs) -> None:
    screen = shown(qtbot, jobs, FakeVault(left=1))
    screen.passphrase.setText(PASSPHRASE)
    QTest.keyClick(screen.passphrase, Qt.Key.Key_Return)
    screen.passphrase.setText(PASSPHRASE[:-1])

    with qtbot.assertNotEmitted(screen.unlocked):
        screen._on_second()
        qtbot.waitUntil(lambda: jobs.is_idle)

    assert screen.passphrase.text() == PASSPHRASE[:-1]


def test_recovery_code_opens_and_says_so(qtbot: QtBot, jobs: Jobs) -> None:
    screen = shown(qtbot, jobs, FakeVault())
    QTest.mouseClick(screen.other_button, Qt.MouseButton.LeftButton)
    screen.code.put(CODE)

    with qtbot.waitSignal(screen.unlocked_by_code):
        QTest.mouseClick(screen.unlock_button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (CODE.replace("345678", "000000"), "Check these groups of the code: 3."),
        (CODE.replace("890123", "111111"), "This is a valid code, but not the one of this book."),
    ],
)
def test_wrong_code_is_told(qtbot: QtBot, jobs: Jobs, typed: str, words: str) -> None:
    screen = shown(qtbot, jobs, FakeVault())
    QTest.mouseClick(screen.other_button, Qt.MouseButton.LeftButton)
    screen.code.put(typed)

    QTest.mouseClick(screen.unlock_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: jobs.is_idle)

    assert screen.says.text() == words


def test_reminders_are_counted_without_a_name(qtbot: QtBot, jobs: Jobs) -> None:
    screen = shown(qtbot, jobs, FakeVault())

    screen.show_reminders(2)
    assert screen.reminders.text() == "2 reminders are waiting. Unlock to see them."
    screen.show_reminders(0)
    assert screen.reminders.isHidden()


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("123456 234567", ("123456", "234567")),
        ("123456-234567", ("123456", "234567")),
        ("1234562345", ("123456", "2345")),
        ("", ()),
    ],
)
def test_groups_are_found_whatever_stands_between(typed: str, groups: tuple[str, ...]) -> None:
    assert groups_of(typed) == groups


def test_the_cursor_moves_on_and_back_by_itself(qtbot: QtBot) -> None:
    field = CodeField()
    qtbot.addWidget(field)
    field.show()
    qtbot.waitUntil(field.isActiveWindow)
    boxes = field._boxes
    boxes[0].setFocus()

    QTest.keyClicks(boxes[0], "123456")
    assert boxes[1].hasFocus()
    QTest.keyClick(boxes[1], Qt.Key.Key_Backspace)
    assert boxes[0].hasFocus()


def test_a_whole_code_can_be_pasted(qtbot: QtBot) -> None:
    field = CodeField()
    qtbot.addWidget(field)
    QGuiApplication.clipboard().setText(CODE)

    QTest.keyClick(field._boxes[0], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QGuiApplication.clipboard().clear()

    assert field.is_complete
    assert field.code == CODE
