"""Welcome: no weak passphrase, no code that was not written down."""

import pathlib

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from crm_desktop.domain.errors import FolderNotWritable
from crm_desktop.ui.gate.code_step import CodeStep
from crm_desktop.ui.gate.keeper import Start
from crm_desktop.ui.gate.name_step import NameStep
from crm_desktop.ui.gate.secret_field import caps_lock_in
from crm_desktop.ui.gate.strength_meter import LEAST_LENGTH
from crm_desktop.ui.gate.welcome import Welcome
from crm_desktop.ui.jobs import Jobs
from tests.ui.gate.fakes import CODE, PASSPHRASE, FakeVault


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def vault() -> FakeVault:
    return FakeVault()


@pytest.fixture
def step(qtbot: QtBot, vault: FakeVault, jobs: Jobs) -> NameStep:
    made = NameStep(vault, jobs)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def code_step(qtbot: QtBot) -> CodeStep:
    made = CodeStep()
    qtbot.addWidget(made)
    made.show_code(CODE)
    return made


@pytest.mark.parametrize(
    ("passphrase", "again", "name", "allowed"),
    [
        (PASSPHRASE, PASSPHRASE, "My clients", True),
        (PASSPHRASE, PASSPHRASE[:-1], "My clients", False),
        (PASSPHRASE, PASSPHRASE, "  ", False),
        ("short", "short", "My clients", False),
        ("wang19900101", "wang19900101", "My clients", False),
    ],
)
@pytest.mark.usefixtures("qtbot")
def test_a_book_is_made_only_with_a_strong_passphrase_typed_twice(
    step: NameStep, passphrase: str, again: str, name: str, *, allowed: bool
) -> None:
    step.name.setText(name)
    step.passphrase.setText(passphrase)
    step.again.setText(again)
    if len(passphrase) >= LEAST_LENGTH:
        step.show_judgement(FakeVault().judge(passphrase, ()))

    assert step.create_button.isEnabled() is allowed


def test_a_short_passphrase_is_counted_not_judged(step: NameStep, vault: FakeVault) -> None:
    step.passphrase.setText("abcdefg")

    assert step.meter.text == "3 more characters."
    assert vault.judged == []


def test_a_weak_passphrase_is_told_why(qtbot: QtBot, step: NameStep, jobs: Jobs) -> None:
    step.passphrase.setText("wangxiaoming")
    qtbot.waitUntil(lambda: jobs.is_idle)

    assert step.meter.text == "Guessed within minutes. A name is easy to find out."


def test_differing_passphrases_are_told_only_once_they_differ(step: NameStep) -> None:
    step.passphrase.setText(PASSPHRASE)

    step.again.setText(PASSPHRASE[:5])
    assert step.says.isHidden()
    step.again.setText("lamp")
    assert not step.says.isHidden()


@pytest.mark.parametrize(
    ("text", "modifier", "on"),
    [
        ("a", Qt.KeyboardModifier.NoModifier, False),
        ("A", Qt.KeyboardModifier.ShiftModifier, False),
        ("A", Qt.KeyboardModifier.NoModifier, True),
        ("a", Qt.KeyboardModifier.ShiftModifier, True),
        ("7", Qt.KeyboardModifier.NoModifier, None),
        ("王", Qt.KeyboardModifier.NoModifier, None),
    ],
)
def test_caps_lock_is_known_by_what_a_letter_key_gives(
    text: str, modifier: Qt.KeyboardModifier, on: object
) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, modifier, text)

    assert caps_lock_in(event) is on


def test_caps_lock_is_told_while_typing(step: NameStep) -> None:
    none = Qt.KeyboardModifier.NoModifier

    QApplication.sendEvent(
        step.passphrase, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, none, "A")
    )
    assert not step.caps.isHidden()
    QApplication.sendEvent(
        step.passphrase, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, none, "a")
    )
    assert step.caps.isHidden()


def test_code_typed_back_with_a_mistake_marks_the_group(qtbot: QtBot, code_step: CodeStep) -> None:
    click(code_step.written_button)
    code_step.field.put(CODE.replace("890123", "890124"))

    with qtbot.assertNotEmitted(code_step.done):
        click(code_step.check_button)

    assert not code_step.says.isHidden()


def test_code_typed_back_without_a_mistake_is_done(qtbot: QtBot, code_step: CodeStep) -> None:
    click(code_step.written_button)
    code_step.field.put(CODE.replace(" ", "-"))

    with qtbot.waitSignal(code_step.done):
        click(code_step.check_button)


def test_code_is_not_on_the_side_where_it_is_typed(code_step: CodeStep) -> None:
    code_step.show()
    click(code_step.written_button)

    assert not code_step.print_button.isVisible()
    assert code_step.field.code.strip() == ""
    code_step.close()


def test_code_can_be_printed(qtbot: QtBot, code_step: CodeStep) -> None:
    with qtbot.waitSignal(code_step.print_wanted) as printed:
        click(code_step.print_button)

    assert printed.args == [CODE]


def test_three_steps_from_nothing_to_a_book(qtbot: QtBot, vault: FakeVault, jobs: Jobs) -> None:
    welcome = Welcome(vault, jobs)
    qtbot.addWidget(welcome)

    welcome.name_step.passphrase.setText(PASSPHRASE)
    welcome.name_step.again.setText(PASSPHRASE)
    qtbot.waitUntil(welcome.name_step.create_button.isEnabled)
    click(welcome.name_step.create_button)
    qtbot.waitUntil(lambda: welcome.steps.top == 1)
    click(welcome.code_step.written_button)
    welcome.code_step.field.put(CODE)
    click(welcome.code_step.check_button)

    with qtbot.waitSignal(welcome.finished) as finished:
        click(welcome.start_step.buttons[Start.DEMO])
    assert finished.args == [Start.DEMO]
    assert vault.founded == [("My clients", PASSPHRASE)]
    assert welcome.name_step.passphrase.text() == ""


def test_enter_presses_the_button_that_has_the_focus(
    qtbot: QtBot, vault: FakeVault, jobs: Jobs
) -> None:
    welcome = Welcome(vault, jobs)
    qtbot.addWidget(welcome)
    welcome.show()
    welcome.code_step.show_code(CODE)
    welcome.show_step(1)
    button = welcome.code_step.written_button
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)

    QTest.keyClick(button, Qt.Key.Key_Return)

    assert welcome.code_step.field.isVisible()


def test_a_folder_that_refuses_is_told_and_nothing_is_lost(qtbot: QtBot, jobs: Jobs) -> None:
    vault = FakeVault(refuses=FolderNotWritable(pathlib.Path("books")))
    welcome = Welcome(vault, jobs)
    qtbot.addWidget(welcome)
    welcome.name_step.passphrase.setText(PASSPHRASE)
    welcome.name_step.again.setText(PASSPHRASE)
    qtbot.waitUntil(welcome.name_step.create_button.isEnabled)

    click(welcome.name_step.create_button)
    qtbot.waitUntil(lambda: jobs.is_idle)

    assert "books cannot be written to" in welcome.name_step.says.text()
    assert welcome.steps.top == 0
    assert welcome.name_step.passphrase.text() == PASSPHRASE
