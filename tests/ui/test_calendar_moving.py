"""Follow-ups on the calendar: dragged, moved by keys, picked from a sheet, done."""

import datetime as dt

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crm_desktop.domain.day_sheet import Facet
from crm_desktop.domain.records import Promise
from crm_desktop.ui.calendar.new_task import NewTask
from crm_desktop.ui.calendar.page import CalendarPage
from crm_desktop.ui.fields.days import MonthSheet
from tests.ui.calendars import (
    THURSDAY,
    chosen,
    follow,
    opened,
    title_is,
)
from tests.ui.desks import Laid
from tests.ui.people import SUNDAY, TUESDAY, invite
from tests.ui.settling import settled


def test_a_follow_up_is_dragged_to_another_day_and_comes_back_by_undo(
    qtbot: QtBot, laid: Laid
) -> None:
    follow(laid, invite(laid.desk.book))
    page = opened(qtbot, laid)
    to = dt.date(2026, 11, 27)

    drag(page, THURSDAY, to)
    qtbot.waitUntil(settled(laid))

    assert [len(page.days.entries_on(on)) for on in (THURSDAY, to)] == [0, 1]
    assert chosen(page) == to
    laid.desk.edits.undo()
    qtbot.waitUntil(settled(laid))
    assert len(page.days.entries_on(THURSDAY)) == 1


def test_a_birthday_cannot_be_dragged(qtbot: QtBot, laid: Laid) -> None:
    invite(laid.desk.book)
    page = opened(qtbot, laid)

    with qtbot.assertNotEmitted(page.table.dropped):
        drag(page, TUESDAY, THURSDAY)
    qtbot.waitUntil(settled(laid))

    assert len(page.days.entries_on(TUESDAY)) == 1


def test_escape_lets_go_of_what_is_dragged(qtbot: QtBot, laid: Laid) -> None:
    follow(laid, invite(laid.desk.book))
    page = opened(qtbot, laid)

    with qtbot.assertNotEmitted(page.table.dropped):
        start, end = hold(page, THURSDAY, SUNDAY)
        assert is_dragging(page)
        page.table.grab()
        QTest.keyClick(page.table, Qt.Key.Key_Escape)
        QTest.mouseRelease(page.table.viewport(), Qt.MouseButton.LeftButton, pos=end)

    assert not is_dragging(page)
    assert start != end


def test_shift_with_an_arrow_moves_the_follow_up_of_the_day(qtbot: QtBot, laid: Laid) -> None:
    follow(laid, invite(laid.desk.book))
    page = opened(qtbot, laid)
    page.go(THURSDAY)
    qtbot.waitUntil(settled(laid))

    QTest.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(settled(laid))

    there = THURSDAY + dt.timedelta(days=7)
    assert len(page.days.entries_on(there)) == 1
    assert chosen(page) == there


def test_another_day_is_picked_from_a_sheet(qtbot: QtBot, laid: Laid) -> None:
    follow(laid, invite(laid.desk.book))
    page = opened(qtbot, laid)
    page.go(THURSDAY)
    qtbot.waitUntil(settled(laid))

    page.day.card.move_button.click()
    sheet = page.findChild(MonthSheet)
    assert sheet is not None
    sheet.picked.emit(dt.date(2027, 1, 15))
    sheet.close()
    qtbot.waitUntil(settled(laid))

    assert title_is(page, "Jan 2027")
    assert len(page.days.entries_on(dt.date(2027, 1, 15))) == 1


def test_a_promise_is_done_from_the_day(qtbot: QtBot, laid: Laid) -> None:
    big = invite(laid.desk.book)
    laid.desk.book.clients.put(Promise(client_id=big, what="小样", due_on=SUNDAY))
    page = opened(qtbot, laid)
    [line] = [each for each in page.day.model.lines if each.entry.facet is Facet.PROMISE]

    with qtbot.waitSignal(laid.desk.edits.did):
        page.day.card.done_wanted.emit(line)
    qtbot.waitUntil(settled(laid))

    assert all(each.entry.facet is not Facet.PROMISE for each in page.day.model.lines)


def hold(page: CalendarPage, on: dt.date, to: dt.date) -> tuple[QPoint, QPoint]:
    """Press the first entry of a day and move it over another."""
    table = page.table
    start = first_entry(page, on)
    end = table.visualRect(page.days.index_of(to)).center()
    QTest.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for place in ((start + end) / 2, end):
        QTest.mouseMove(table.viewport(), place)
        QApplication.processEvents()
    return start, end


def is_dragging(page: CalendarPage) -> bool:
    return page.table.dragged is not None


def drag(page: CalendarPage, on: dt.date, to: dt.date) -> None:
    _, end = hold(page, on, to)
    QTest.mouseRelease(page.table.viewport(), Qt.MouseButton.LeftButton, pos=end)


def first_entry(page: CalendarPage, on: dt.date) -> QPoint:
    """Return a point of the first entry that is painted on a day."""
    cell = page.table.visualRect(page.days.index_of(on))
    across = (QPoint(cell.center().x(), y) for y in range(cell.top(), cell.bottom()))
    return next(point for point in across if page.table.entry_at(point) is not None)


def test_something_to_do_is_noted_on_the_chosen_day_and_comes_back_by_undo(
    qtbot: QtBot, laid: Laid
) -> None:
    client_id = invite(laid.desk.book)
    follow(laid, client_id)
    page = opened(qtbot, laid)
    page.go(TUESDAY)
    before = len(page.days.entries_on(TUESDAY))
    QTest.keyClick(page.table, Qt.Key.Key_N)
    asking = page.window().findChild(NewTask)
    assert asking is not None
    assert not asking.accept_button.isEnabled()

    QTest.keyClicks(asking.client, "wangj")
    qtbot.waitUntil(settled(laid))
    QTest.keyClick(asking.client, Qt.Key.Key_Return)
    asking.what.setText("带一盒面膜")
    asking.accept_button.click()
    qtbot.waitUntil(settled(laid))

    (task,) = laid.desk.book.clients.file(client_id, today=SUNDAY).folder.promises
    assert (task.what, task.due_on, task.made_on) == ("带一盒面膜", TUESDAY, SUNDAY)
    assert len(page.days.entries_on(TUESDAY)) == before + 1
    assert len(page.days.entries_on(THURSDAY)) == 1, "the talk still waits"
    laid.desk.edits.undo()
    qtbot.waitUntil(settled(laid))
    assert len(page.days.entries_on(TUESDAY)) == before
