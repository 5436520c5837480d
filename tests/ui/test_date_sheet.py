"""The sheet of a date: typed as it was told, kept when left, and what is no day stays."""

import dataclasses
import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.ui.fields.dates import DateEditor, DateField

LEAP_BIRTHDAY = DatedFact(calendar=Calendar.LUNAR, year=1987, month=6, day=15, leap=True)


def write(editor: DateEditor, words: str) -> None:
    """Type as an input method does, which is how Chinese is typed."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(editor.typed, event)


@pytest.mark.parametrize(
    ("typed", "fact"),
    [
        ("1990-5-12", DatedFact(calendar=Calendar.SOLAR, year=1990, month=5, day=12)),
        ("0229", DatedFact(calendar=Calendar.SOLAR, month=2, day=29)),
        ("农历八月十五", DatedFact(calendar=Calendar.LUNAR, month=8, day=15)),
        ("闰六月初三", DatedFact(calendar=Calendar.LUNAR, month=6, day=3, leap=True)),
        ("26年腊月廿九", DatedFact(calendar=Calendar.LUNAR, year=2026, month=12, day=29)),
    ],
)
def test_a_day_is_typed_as_it_was_told_and_entered(
    qtbot: QtBot, typed: str, fact: DatedFact
) -> None:
    field = DateField("Birthday", LEAP_BIRTHDAY, today=dt.date(2026, 11, 22))
    qtbot.addWidget(field)
    field.show()
    field.click()
    editor = field.findChild(DateEditor)
    assert editor is not None

    assert editor.focusWidget() is editor.typed
    write(editor, typed)
    with qtbot.waitSignal(field.committed) as saved:
        QTest.keyClick(editor.typed, Qt.Key.Key_Return)

    assert saved.args == [fact]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("农历八月三十一", "30 days at most"),
        ("2026年腊月三十", "only 29 days"),
        ("2026年闰六月初三", "does not repeat"),
        ("2025-2-29", "no 29 February"),
        ("1604-5-12", "from 1901 to 2100"),
        ("in May", "does not read as a date"),
    ],
)
def test_an_impossible_day_stays_typed_and_is_not_saved(
    qtbot: QtBot, typed: str, words: str
) -> None:
    editor = DateEditor("Birthday", LEAP_BIRTHDAY)
    qtbot.addWidget(editor)
    editor.show()

    with qtbot.assertNotEmitted(editor.saved):
        write(editor, typed)
        QTest.keyClick(editor.typed, Qt.Key.Key_Return)

    assert editor.typed.text() == typed
    assert words in editor._says.text()
    assert editor._says.isVisible()
    assert not editor._save.isEnabled()


def test_half_a_date_is_no_mistake_yet(qtbot: QtBot) -> None:
    editor = DateEditor("Birthday", LEAP_BIRTHDAY)
    qtbot.addWidget(editor)
    editor.show()

    QTest.keyClicks(editor.typed, "1990-")

    assert not editor._says.isVisible()
    assert not editor._save.isEnabled()


def test_picking_below_takes_the_place_of_what_was_typed(qtbot: QtBot) -> None:
    editor = DateEditor("Birthday", None)
    qtbot.addWidget(editor)
    write(editor, "农历8-31")

    editor._day.setCurrentIndex(4)

    assert editor.typed.text() == ""
    assert editor.fact() == DatedFact(calendar=Calendar.SOLAR, month=1, day=5)
    assert editor._save.isEnabled()


def test_the_sheet_stays_while_a_list_of_its_own_is_open(qtbot: QtBot) -> None:
    editor = DateEditor("Birthday", LEAP_BIRTHDAY)
    qtbot.addWidget(editor)
    editor.show()
    editor._month.showPopup()

    QApplication.sendEvent(editor, QEvent(QEvent.Type.WindowDeactivate))

    assert editor.isVisible()
    editor._month.hidePopup()


@pytest.mark.parametrize("corner", ["topLeft", "bottomRight"])
def test_the_sheet_of_a_date_stays_on_the_screen(qtbot: QtBot, corner: str) -> None:
    field = DateField("Birthday", LEAP_BIRTHDAY)
    qtbot.addWidget(field)
    screen = QGuiApplication.primaryScreen().availableGeometry()
    field.move(getattr(screen, corner)() - QPoint(40, 40))
    field.show()
    field.click()
    editor = field.findChild(DateEditor)
    assert editor is not None

    assert screen.contains(editor.frameGeometry())


@pytest.fixture
def beside(qtbot: QtBot) -> Iterator[tuple[DateField, QLineEdit]]:
    """Return a date and another field in a window that has the focus."""
    window = QWidget()
    qtbot.addWidget(window)
    inside = QVBoxLayout(window)
    dated, other = DateField("Birthday", LEAP_BIRTHDAY, today=dt.date(2026, 11, 22)), QLineEdit()
    inside.addWidget(dated)
    inside.addWidget(other)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield dated, other
    window.close()


def editing(qtbot: QtBot, dated: DateField, words: str) -> DateEditor:
    dated.click()
    editor = dated.findChild(DateEditor)
    assert editor is not None
    qtbot.waitUntil(editor.isActiveWindow)
    write(editor, words)
    return editor


def press_elsewhere(qtbot: QtBot, other: QLineEdit) -> None:
    other.window().activateWindow()
    QTest.mouseClick(other, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(other.window().isActiveWindow)


def test_a_day_typed_is_kept_when_she_goes_on_elsewhere(
    qtbot: QtBot, beside: tuple[DateField, QLineEdit]
) -> None:
    dated, other = beside
    editor = editing(qtbot, dated, "1990-5-12")

    with qtbot.waitSignals([dated.committed, editor.destroyed]):
        press_elsewhere(qtbot, other)

    assert dated.value() == DatedFact(calendar=Calendar.SOLAR, year=1990, month=5, day=12)
    assert other.hasFocus()


def test_what_is_no_day_says_so_and_stays_when_she_goes_on_elsewhere(
    qtbot: QtBot, beside: tuple[DateField, QLineEdit]
) -> None:
    dated, other = beside
    editor = editing(qtbot, dated, "in May")

    with qtbot.assertNotEmitted(dated.committed):
        press_elsewhere(qtbot, other)

    assert editor.isVisible()
    assert editor.typed.text() == "in May"
    assert editor._says.isVisible()
    with qtbot.waitSignal(editor.destroyed), qtbot.assertNotEmitted(dated.committed):
        QTest.keyClick(editor, Qt.Key.Key_Escape)


@pytest.mark.parametrize("typed", ["", "1990-5-12"])
def test_esc_and_nothing_typed_keep_the_day_as_it_was(
    qtbot: QtBot, beside: tuple[DateField, QLineEdit], typed: str
) -> None:
    dated, other = beside
    editor = editing(qtbot, dated, typed)

    with qtbot.waitSignal(editor.destroyed), qtbot.assertNotEmitted(dated.committed):
        if typed:
            QTest.keyClick(editor.typed, Qt.Key.Key_Escape)
        else:
            press_elsewhere(qtbot, other)

    assert dated.value() == LEAP_BIRTHDAY


def test_a_day_picked_below_is_kept_when_she_goes_on_elsewhere(
    qtbot: QtBot, beside: tuple[DateField, QLineEdit]
) -> None:
    dated, other = beside
    editor = editing(qtbot, dated, "")
    editor._day.setCurrentIndex(4)

    with qtbot.waitSignal(dated.committed):
        press_elsewhere(qtbot, other)

    assert dated.value() == dataclasses.replace(LEAP_BIRTHDAY, day=5)
