"""Days and numbers as they are typed, and Esc, which belongs to the field first."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.ui.fields.days import DayField, MonthSheet
from crm_desktop.ui.fields.numbers import NumberField
from crm_desktop.ui.fields.texts import LongTextField, MoneyField, TextField
from crm_desktop.ui.text.typed_days import day_from, days_from

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2026-12-06", dt.date(2026, 12, 6)),
        ("2026年12月6日", dt.date(2026, 12, 6)),
        ("2026.12.06", dt.date(2026, 12, 6)),
        ("20261206", dt.date(2026, 12, 6)),
        ("12-6", dt.date(2026, 12, 6)),
        ("12月6日", dt.date(2026, 12, 6)),
        ("１２／６", dt.date(2026, 12, 6)),
        ("后天", dt.date(2026, 11, 24)),
        ("Tomorrow", dt.date(2026, 11, 23)),
        ("昨天", dt.date(2026, 11, 21)),
        ("+7", dt.date(2026, 11, 29)),
        ("-3天", dt.date(2026, 11, 19)),
        ("2-30", None),
        ("13-1", None),
        ("soon", None),
        ("", None),
    ],
)
def test_days_are_understood_as_she_types_them(typed: str, expected: dt.date | None) -> None:
    assert day_from(typed, TODAY) == expected


@pytest.mark.parametrize(
    ("typed", "first", "count"),
    [
        ("2027-2-5", dt.date(2027, 2, 5), 1),
        ("2-5", dt.date(2027, 2, 5), 1),
        ("12-31", dt.date(2026, 12, 31), 1),
        ("2-5~2-11", dt.date(2027, 2, 5), 7),
        ("2027年2月5日至11日", dt.date(2027, 2, 5), 7),
        ("12-30 到 1-2", dt.date(2026, 12, 30), 4),
        ("2-5～11", dt.date(2027, 2, 5), 7),
        ("2-29", None, 0),
        ("2-11~2-5", None, 0),
        ("2-5~", dt.date(2027, 2, 5), 1),
        ("2-5~soon", None, 0),
        ("2-5~6-5", None, 0),
        ("", None, 0),
    ],
)
def test_a_row_of_days_to_come_is_understood(typed: str, first: dt.date | None, count: int) -> None:
    days = days_from(typed, TODAY)

    assert len(days) == count
    assert next(iter(days), None) == first


@pytest.fixture
def field(qtbot: QtBot) -> DayField:
    made = DayField("Day", None, TODAY)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_typed_day_is_committed_and_shown_in_words(qtbot: QtBot, field: DayField) -> None:
    QTest.keyClicks(field, "+7")
    with qtbot.waitSignal(field.committed) as committed:
        QTest.keyClick(field, Qt.Key.Key_Return)

    assert committed.args == [dt.date(2026, 11, 29)]
    assert field.text() == "29 Nov 2026"


def test_what_is_no_day_is_marked_and_not_committed(qtbot: QtBot, field: DayField) -> None:
    with qtbot.assertNotEmitted(field.committed):
        QTest.keyClicks(field, "2-30")
        QTest.keyClick(field, Qt.Key.Key_Return)

    assert field.property("wrong") == "yes"


def test_a_day_picked_from_the_sheet_is_committed(qtbot: QtBot, field: DayField) -> None:
    QTest.keyClick(field, Qt.Key.Key_Down)
    sheet = field.findChildren(MonthSheet)[0]

    with qtbot.waitSignal(field.committed) as committed:
        sheet.month.clicked.emit(sheet.month.selectedDate())

    assert committed.args == [TODAY]


@pytest.mark.parametrize("corner", ["topLeft", "topRight", "bottomLeft", "bottomRight"])
def test_the_month_is_whole_on_the_screen_wherever_it_was_asked_for(
    field: DayField, corner: str
) -> None:
    room = QGuiApplication.primaryScreen().availableGeometry()
    field.move(getattr(room, corner)() - field.rect().center())

    QTest.keyClick(field, Qt.Key.Key_Down)
    sheet = field.findChildren(MonthSheet)[0]

    assert room.contains(sheet.geometry())
    assert sheet.month.height() >= sheet.month.minimumSizeHint().height()


@pytest.mark.parametrize(
    ("typed", "optional", "expected"),
    [("5", True, 5), ("", True, None), ("", False, 3), ("9", True, 3), ("3", True, 3)],
)
def test_a_number_keeps_to_its_bounds(
    qtbot: QtBot, typed: str, *, optional: bool, expected: int | None
) -> None:
    field = NumberField("Interest", 3, (1, 5), optional=optional)
    qtbot.addWidget(field)
    field.setText(typed)

    field.commit()

    assert field.value() == expected


@pytest.mark.parametrize("kind", [TextField, LongTextField, MoneyField])
def test_escape_takes_back_what_was_typed_before_the_window_hears_of_it(
    qtbot: QtBot, kind: type[TextField] | type[LongTextField] | type[MoneyField]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = kind("Fact")
    QVBoxLayout(window).addWidget(field)
    left = QShortcut(QKeySequence("Esc"), window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    QTest.keyClicks(field, "12")

    with qtbot.assertNotEmitted(left.activated):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    with qtbot.waitSignal(left.activated):
        QTest.keyClick(field, Qt.Key.Key_Escape)

    text = field.toPlainText() if isinstance(field, LongTextField) else field.text()
    assert text == ""
