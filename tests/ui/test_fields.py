"""Fields: saved once, when left; Esc takes back; what cannot be is not saved."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.ui.fields.choice import ChoiceField
from crm_desktop.ui.fields.dates import DateEditor, DateField
from crm_desktop.ui.fields.tags import TagsField
from crm_desktop.ui.fields.texts import LongTextField, MoneyField, TextField
from tests.ui.looking import lay_out

LEAP_BIRTHDAY = DatedFact(calendar=Calendar.LUNAR, year=1987, month=6, day=15, leap=True)
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def test_text_is_saved_once_when_it_differs(qtbot: QtBot) -> None:
    field = TextField("Name", "王姐")
    qtbot.addWidget(field)
    saved: list[str] = []
    field.committed.connect(saved.append)

    field.setText(" 王雅婷 ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert saved == ["王雅婷"]
    assert field.value() == "王雅婷"


def test_esc_takes_back_what_was_typed(qtbot: QtBot) -> None:
    field = TextField("Name", "王姐")
    qtbot.addWidget(field)

    field.setText("oops")
    with qtbot.assertNotEmitted(field.committed):
        QTest.keyClick(field, Qt.Key.Key_Escape)
        QTest.keyClick(field, Qt.Key.Key_Return)

    assert field.text() == "王姐"


def test_long_text_is_saved_by_ctrl_enter(qtbot: QtBot) -> None:
    field = LongTextField("Notes", "quiet")
    qtbot.addWidget(field)
    field.setPlainText("quiet, decides fast")

    with qtbot.waitSignal(field.committed) as saved:
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert saved.args == ["quiet, decides fast"]


def test_long_text_grows_with_its_lines_up_to_eight(qtbot: QtBot) -> None:
    field = LongTextField("Notes", "one")
    qtbot.addWidget(field)
    field.resize(400, 50)
    low = field.height()

    field.setPlainText("\n".join("12345"))
    middle = field.height()
    field.setPlainText("\n" * 8)
    high = field.height()
    field.setPlainText("\n" * 80)

    assert low < middle < high
    assert field.height() == high


@pytest.mark.parametrize(
    ("typed", "saved"),
    [("2.5万", [2_500_000]), ("¥1,200", []), ("", [None]), ("much", []), ("12.345", [])],
)
def test_amount_is_saved_in_fen_or_not_at_all(
    qtbot: QtBot, typed: str, saved: list[int | None]
) -> None:
    field = MoneyField("Income", 120_000)
    qtbot.addWidget(field)
    heard: list[int | None] = []
    field.committed.connect(heard.append)

    field.setText(typed)
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert heard == saved


def test_an_amount_that_reads_as_none_is_marked_while_typing(qtbot: QtBot) -> None:
    field = MoneyField("Income")
    qtbot.addWidget(field)

    QTest.keyClicks(field, "12x")
    assert field.property("wrong") == "yes"
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.property("wrong") == "no"


def test_choice_is_saved_when_another_is_picked(qtbot: QtBot) -> None:
    field = ChoiceField("Source", [(None, "not known"), ("friend", "a friend")], None)
    qtbot.addWidget(field)

    with qtbot.assertNotEmitted(field.committed):
        field.activated.emit(0)
    with qtbot.waitSignal(field.committed) as saved:
        field.activated.emit(1)

    assert saved.args == ["friend"]


def test_the_wheel_over_a_choice_changes_nothing(qtbot: QtBot) -> None:
    field = ChoiceField("Source", [(1, "one"), (2, "two")], 1)
    qtbot.addWidget(field)
    down = QPoint(0, -120)
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        down,
        down,
        Qt.MouseButton.NoButton,
        NO_MODIFIER,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QApplication.sendEvent(field, wheel)

    assert field.currentIndex() == 0


def test_tags_are_added_once_and_taken_away(qtbot: QtBot) -> None:
    field = TagsField("Likes", ["百合"], known=["咖啡", "百合"])
    qtbot.addWidget(field)
    saved: list[tuple[str, ...]] = []
    field.committed.connect(saved.append)
    entry = field.findChild(QLineEdit)
    assert entry is not None

    for typed in ("咖啡", "百合", "  "):
        entry.setText(typed)
        QTest.keyClick(entry, Qt.Key.Key_Return)
    first = next(pill for pill in field.findChildren(QPushButton) if pill.text() == "百合")
    first.click()

    assert saved == [("百合", "咖啡"), ("咖啡",)]


@pytest.mark.parametrize(
    ("fact", "can_save"),
    [
        (LEAP_BIRTHDAY, True),
        (DatedFact(calendar=Calendar.LUNAR, year=1987, month=4, day=15, leap=True), False),
        (DatedFact(calendar=Calendar.LUNAR, month=8, day=30), True),
        (DatedFact(calendar=Calendar.SOLAR, month=2, day=29), True),
        (DatedFact(calendar=Calendar.SOLAR, year=2025, month=2, day=29), False),
    ],
)
def test_only_days_that_exist_can_be_saved(
    qtbot: QtBot, fact: DatedFact, *, can_save: bool
) -> None:
    editor = DateEditor("Birthday", fact)
    qtbot.addWidget(editor)

    assert editor.fact() == fact
    assert editor._save.isEnabled() is can_save
    assert bool(editor._says.text()) is not can_save


def test_changing_the_calendar_keeps_month_and_day(qtbot: QtBot) -> None:
    editor = DateEditor("Birthday", DatedFact(calendar=Calendar.SOLAR, month=5, day=31))
    qtbot.addWidget(editor)

    editor._lunar.click()

    assert editor.fact() == DatedFact(calendar=Calendar.LUNAR, month=5, day=30)


def test_a_date_is_saved_and_taken_away(qtbot: QtBot) -> None:
    field = DateField("Birthday", LEAP_BIRTHDAY)
    qtbot.addWidget(field)
    saved: list[DatedFact | None] = []
    field.committed.connect(saved.append)

    field._on_saved(LEAP_BIRTHDAY)
    field._on_saved(None)

    assert saved == [None]
    assert field.text() == "Add a date"


def test_pressing_a_date_opens_its_editor_which_saves(qtbot: QtBot) -> None:
    field = DateField("Birthday")
    qtbot.addWidget(field)
    field.show()

    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    editor = field.findChild(DateEditor)
    assert editor is not None
    editor._month.setCurrentIndex(4)
    with qtbot.waitSignal(field.committed) as saved:
        editor._save.click()

    assert saved.args == [DatedFact(calendar=Calendar.SOLAR, month=5, day=1)]


def test_the_longest_lunar_names_have_room(qtbot: QtBot) -> None:
    editor = DateEditor("Birthday", DatedFact(calendar=Calendar.SOLAR, month=5, day=1))
    qtbot.addWidget(editor)
    editor.show()
    editor._lunar.click()
    editor._day.setCurrentIndex(15)
    lay_out()

    assert editor._day.width() >= editor._day.sizeHint().width()
    words = editor._day.fontMetrics().horizontalAdvance(editor._day.currentText())
    assert editor._day.width() - words > 30


def test_the_year_can_be_typed_at_once(qtbot: QtBot) -> None:
    field = DateField("Birthday")
    qtbot.addWidget(field)
    field.show()
    field.click()
    editor = field.findChild(DateEditor)
    assert editor is not None

    QTest.keyClicks(editor.focusWidget(), "1984")

    assert editor.fact().year == 1984
