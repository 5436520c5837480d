"""The calendar page: views, keys, filters, the chosen day, and what it follows."""

import datetime as dt
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crm_desktop.domain.day_sheet import Facet, Whom
from crm_desktop.domain.records import Client, ClientDate
from crm_desktop.ui.calendar.days import View
from crm_desktop.ui.calendar.page import CalendarPage
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.theme.theme import Theme, ThemeChoice
from crm_desktop.ui.widgets.empty import EmptyState
from tests.ui.calendars import (
    chosen,
    day_lines,
    follow,
    opened,
    press,
    title_is,
    words,
)
from tests.ui.desks import Laid
from tests.ui.looking import cut_texts, lay_out, overlapping, unnamed_controls
from tests.ui.people import BIG, CHILD, SMALL, SUNDAY, TUESDAY, invite
from tests.ui.settling import settled


def test_the_page_counts_the_month_and_shows_today(qtbot: QtBot, laid: Laid) -> None:
    invite(laid.desk.book)

    page = opened(qtbot, laid)

    said = words(page)
    assert said[:2] == ["Nov 2026", "Entries: 2, of big clients: 1"]
    assert "Sun 22 Nov" in said
    assert "today · lunar month 10, day 14 · Minor Snow" in said
    assert day_lines(page) == [SMALL]
    assert page.filters.chips[Facet.CHILD].text() == "Children 1"


def test_arrows_walk_over_days_and_over_the_edge_of_the_page(qtbot: QtBot, laid: Laid) -> None:
    invite(laid.desk.book)
    page = opened(qtbot, laid)

    press(qtbot, laid, page, Qt.Key.Key_Down)
    (nothing,) = (one for one in page.findChildren(EmptyState) if one.isVisible())
    lay_out()
    assert "Nothing on this day" in words(page)
    assert nothing.isVisible()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        press(qtbot, laid, page, key)

    assert chosen(page) == dt.date(2026, 12, 7)
    assert title_is(page, "Dec 2026")


def test_pages_of_months_run_across_years(qtbot: QtBot, laid: Laid) -> None:
    page = opened(qtbot, laid)
    qtbot.waitUntil(page.isActiveWindow)

    turns = [
        (Qt.Key.Key_PageDown, "Dec 2026"),
        (Qt.Key.Key_PageDown, "Jan 2027"),
        (Qt.Key.Key_PageUp, "Dec 2026"),
        (Qt.Key.Key_Home, "Nov 2026"),
        (Qt.Key.Key_PageDown, "Dec 2026"),
        (Qt.Key.Key_T, "Nov 2026"),
    ]
    for key, title in turns:
        press(qtbot, laid, page, key)
        qtbot.waitUntil(partial(title_is, page, title))

    assert chosen(page) == SUNDAY


def test_keys_choose_the_view_and_it_is_remembered(qtbot: QtBot, laid: Laid) -> None:
    invite(laid.desk.book)
    page = opened(qtbot, laid)
    qtbot.waitUntil(page.isActiveWindow)

    press(qtbot, laid, page, Qt.Key.Key_W)
    assert title_is(page, "16 – 22 Nov 2026")
    assert page.days.rowCount() == 1
    press(qtbot, laid, page, Qt.Key.Key_A)

    assert page.agenda.isVisible()
    lines = [page.lines.index(row).data() for row in range(page.lines.rowCount())]
    assert f"{BIG} · {CHILD}: Birthday" in lines
    assert page.top.views[View.AGENDA].isChecked()
    again = opened(qtbot, laid)
    assert again.agenda.isVisible()


def test_the_wheel_turns_months(qtbot: QtBot, laid: Laid) -> None:
    page = opened(qtbot, laid)
    middle = QPointF(page.table.viewport().rect().center())
    down = QWheelEvent(
        middle,
        page.table.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QApplication.sendEvent(page.table.viewport(), down)
    qtbot.waitUntil(settled(laid))

    assert title_is(page, "Dec 2026")


@pytest.mark.parametrize(
    ("on", "title"),
    [(dt.date(2100, 12, 31), "Dec 2100"), (dt.date(1901, 1, 1), "Jan 1901")],
)
def test_the_calendar_ends_where_it_ends(qtbot: QtBot, laid: Laid, on: dt.date, title: str) -> None:
    page = opened(qtbot, laid)
    beyond = dt.timedelta(days=40 if on.year > SUNDAY.year else -40)

    page.go(on + beyond if on.year < dt.MAXYEAR else on)
    qtbot.waitUntil(settled(laid))
    page.table.grab()
    press(qtbot, laid, page, Qt.Key.Key_Right if beyond.days > 0 else Qt.Key.Key_Left)

    assert title_is(page, title)
    assert chosen(page) == on


def test_enter_on_a_day_of_the_next_month_turns_the_page(qtbot: QtBot, laid: Laid) -> None:
    page = opened(qtbot, laid)
    page.table.setCurrentIndex(page.days.index_of(dt.date(2026, 12, 3)))

    press(qtbot, laid, page, Qt.Key.Key_Return)

    assert words(page)[0] == "Dec 2026"
    assert "Thu 3 Dec" in words(page)


def test_enter_leads_into_the_day_and_enter_there_opens_the_file(qtbot: QtBot, laid: Laid) -> None:
    big = invite(laid.desk.book)
    page = opened(qtbot, laid)
    qtbot.waitUntil(page.isActiveWindow)
    page.go(TUESDAY)
    qtbot.waitUntil(settled(laid))

    press(qtbot, laid, page, Qt.Key.Key_Return)
    assert page.day.list.hasFocus()

    with qtbot.waitSignal(laid.desk.routes.client_wanted) as wanted:
        QTest.keyClick(page.day.list, Qt.Key.Key_Return)
    assert wanted.args == [big]


def test_a_new_date_is_seen_at_once(qtbot: QtBot, laid: Laid) -> None:
    page = opened(qtbot, laid)
    assert "Nobody is in the book yet" in words(page)

    born = ClientDate(year=1990, month=11, day=22)
    change = laid.desk.book.clients.add(Client(name="陈一"), dates=[born])
    laid.desk.edits.done(change)
    qtbot.waitUntil(settled(laid))

    assert day_lines(page) == ["陈一"]


def test_a_change_while_another_page_is_in_front_is_seen_afterwards(
    qtbot: QtBot, laid: Laid
) -> None:
    page = opened(qtbot, laid)
    page.hide()

    born = ClientDate(year=1990, month=11, day=22)
    laid.desk.edits.done(laid.desk.book.clients.add(Client(name="陈一"), dates=[born]))
    page.show()
    page.arrive()
    qtbot.waitUntil(settled(laid))

    assert day_lines(page) == ["陈一"]


def test_filters_narrow_the_page_and_are_remembered(qtbot: QtBot, laid: Laid) -> None:
    invite(laid.desk.book)
    page = opened(qtbot, laid)

    page.filters.chips[Facet.CHILD].click()
    qtbot.waitUntil(settled(laid))
    assert day_lines(page) == []
    assert not page.days.entries_on(SUNDAY)
    assert len(page.days.entries_on(TUESDAY)) == 1

    page.filters.chips[Facet.CHILD].click()
    page.filters.whom.committed.emit(Whom.BIG)
    qtbot.waitUntil(settled(laid))
    assert not page.days.entries_on(SUNDAY)
    assert page.filters.chips[Facet.BIRTHDAY].text() == "Birthdays 0"

    again = opened(qtbot, laid)
    assert again.filters.sieve.whom is Whom.BIG


def test_the_day_leads_on_to_the_workbench_and_the_greeting(qtbot: QtBot, laid: Laid) -> None:
    invite(laid.desk.book)
    page = opened(qtbot, laid)
    page.go(TUESDAY)
    qtbot.waitUntil(settled(laid))
    [line] = page.day.model.lines

    with qtbot.waitSignal(laid.desk.routes.workbench_wanted) as work:
        page.day.card.workbench_wanted.emit(line)
    with qtbot.waitSignal(laid.desk.routes.greeting_wanted) as greeting:
        page.day.card.greeting_wanted.emit(line)

    assert work.args == [line.occasion]
    assert greeting.args == [line.occasion.client_id, line.occasion]
    assert "no word of the clinic" in " ".join(words(page))


def test_a_day_is_gone_to_by_typing_it(qtbot: QtBot, laid: Laid) -> None:
    page = opened(qtbot, laid)

    page.top.goes.click()
    asking = page.top.ask_for_day(SUNDAY, SUNDAY)
    asking.field.setText("2027-02-06")
    asking.field.setModified(True)
    asking.field.commit()
    qtbot.waitUntil(settled(laid))

    assert title_is(page, "Feb 2027")
    assert "in 76 days · lunar month 1, day 1 · Spring Festival" in words(page)


def test_todays_mark_follows_midnight(qtbot: QtBot, laid: Laid) -> None:
    page = opened(qtbot, laid)
    laid.clock.move(hours=20)

    page.midnight.timeout.emit()
    qtbot.waitUntil(settled(laid))

    assert chosen(page) == dt.date(2026, 11, 23)
    assert "today · lunar month 10, day 15" in words(page)


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize("size", [(1182, 768), (1736, 1080)])
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
def test_the_page_is_fair(  # noqa: PLR0913, PLR0917 - the looks it is tried in
    qtbot: QtBot,
    laid: Laid,
    translators: Translators,
    theme: Theme,
    language: Language,
    choice: ThemeChoice,
    size: tuple[int, int],
    view: View,
) -> None:
    translators.speak(language)
    theme.wear(choice)
    big = invite(laid.desk.book)
    follow(laid, big, SUNDAY)
    laid.desk.book.clients.add(
        Client(name="欧阳" * 30, marked_big=True), dates=[ClientDate(month=11, day=22)]
    )

    page = opened(qtbot, laid, size)
    page.show_view(view)
    qtbot.waitUntil(settled(laid))
    page.grab()
    lay_out()

    assert cut_texts(page) == []
    assert unnamed_controls(page) == []
    assert overlapping(page) == []


def test_a_page_nobody_looks_at_reads_nothing_ahead(qtbot: QtBot, laid: Laid) -> None:
    invite(laid.desk.book)
    page = opened(qtbot, laid)
    page.go(dt.date(2027, 5, 1))
    qtbot.waitUntil(lambda: not page.pages.is_ahead)

    page.hide()

    assert page.pages.is_ahead
    page.go(dt.date(2028, 5, 1))
    qtbot.waitUntil(lambda: laid.desk.jobs.is_idle)
    assert page.days.first == dt.date(2028, 5, 1)
    assert page.pages.is_ahead


def test_the_keyboard_begins_at_today_also_before_the_days_are_read(
    qtbot: QtBot, laid: Laid
) -> None:
    page = CalendarPage(laid.desk)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()

    page.setFocus()
    page.arrive()
    qtbot.waitUntil(settled(laid))

    assert page.table.hasFocus()
    assert chosen(page) == SUNDAY
