"""Fields: saved once, when left; Esc takes back; what cannot be is not saved."""

import dataclasses
import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
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
