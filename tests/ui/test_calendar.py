"""The calendar: its model, months across years, keys, the chosen day, and what it follows."""

import datetime as dt
import pathlib
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QToolButton
from pytestqt.qtbot import QtBot

from crm_desktop.domain.records import Client, ClientDate
from crm_desktop.ui.calendar.month import (
    DAY_ROLE,
    IN_MONTH_ROLE,
    OCCASIONS_ROLE,
    MonthModel,
    first_shown,
    last_shown,
)
from crm_desktop.ui.calendar.page import CalendarPage, last_of
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.jobs import Jobs
from crm_desktop.ui.theme.theme import Theme, ThemeChoice
from crm_desktop.ui.widgets.empty import EmptyState
from tests.ui.desks import Laid, lay
from tests.ui.looking import cut_texts, lay_out, overlapping, unnamed_controls
from tests.ui.people import SMALL, SUNDAY, TUESDAY, invite, occasion
from tests.ui.settling import settled

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def laid(tmp_path: pathlib.Path, qapp: QApplication, theme: Theme, jobs: Jobs) -> Iterator[Laid]:
    made = lay(tmp_path, qapp, theme, jobs)
    yield made
    made.desk.book.database.close()


def opened(qtbot: QtBot, laid: Laid, size: tuple[int, int] = (1182, 768)) -> CalendarPage:
    page = CalendarPage(laid.desk)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.arrive()
    qtbot.waitUntil(settled(laid))
    return page


def words(page: CalendarPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def table(page: CalendarPage) -> QTableView:
    return page.findChildren(QTableView)[0]


def title_is(page: CalendarPage, title: str) -> bool:
    return words(page)[0] == title


def press(qtbot: QtBot, laid: Laid, page: CalendarPage, key: Qt.Key) -> None:
    QTest.keyClick(table(page), key)
    qtbot.waitUntil(settled(laid))


@pytest.mark.parametrize(
    ("month", "first", "last"),
    [
        (dt.date(2026, 11, 22), dt.date(2026, 10, 26), dt.date(2026, 12, 6)),
        (dt.date(2027, 2, 1), dt.date(2027, 2, 1), dt.date(2027, 3, 14)),
        (dt.date(2027, 1, 15), dt.date(2026, 12, 28), dt.date(2027, 2, 7)),
    ],
)
def test_a_sheet_holds_its_month_in_six_weeks_from_monday(
    month: dt.date, first: dt.date, last: dt.date
) -> None:
    assert (first_shown(month), last_shown(month)) == (first, last)


@pytest.mark.parametrize(
    ("month", "last"),
    [
        (dt.date(2026, 2, 10), dt.date(2026, 2, 28)),
        (dt.date(2028, 2, 29), dt.date(2028, 2, 29)),
        (dt.date(2026, 12, 31), dt.date(2026, 12, 31)),
    ],
)
def test_the_last_day_of_a_month(month: dt.date, last: dt.date) -> None:
    assert last_of(month) == last


def test_the_model_keeps_the_rules_of_models(qtbot: QtBot) -> None:
    del qtbot
    model = MonthModel(SUNDAY)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.show(SUNDAY, [occasion(1), occasion(2, big=False)])
    model.show(dt.date(2027, 1, 1), [])

    assert (model.rowCount(), model.columnCount()) == (6, 7)


def test_the_model_knows_each_day_and_puts_big_clients_first() -> None:
    model = MonthModel(SUNDAY)
    small = occasion(1, big=False, client_name="阿", client_display_name="")

    model.show(SUNDAY, [small, occasion(2)])

    index = model.index_of(TUESDAY)
    assert index.data(DAY_ROLE) == TUESDAY
    assert [one.big for one in index.data(OCCASIONS_ROLE)] == [True, False]
    assert index.data(IN_MONTH_ROLE)
    assert not model.index_of(dt.date(2026, 10, 31)).data(IN_MONTH_ROLE)
    assert not model.index_of(dt.date(2026, 12, 7)).isValid()
    assert "王姐: Birthday" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_page_counts_the_month_and_shows_today(qtbot: QtBot, laid: Laid) -> None:
    invite(laid.desk.book)

    page = opened(qtbot, laid)

    qtbot.waitUntil(lambda: SMALL in words(page))
    said = words(page)
    assert said[:2] == ["Nov 2026", "Special days: 2, of big clients: 1"]
    assert "Sun 22 Nov · today" in said


def test_arrows_walk_over_days(qtbot: QtBot, laid: Laid) -> None:
    invite(laid.desk.book)
    page = opened(qtbot, laid)

    press(qtbot, laid, page, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "Nothing on this day" in words(page))
    (nothing,) = (one for one in page.findChildren(EmptyState) if one.isVisible())
    lay_out()
    assert nothing.y() == 0
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Left):
        press(qtbot, laid, page, key)

    assert table(page).currentIndex().data(DAY_ROLE) == dt.date(2026, 11, 27)


def test_pages_of_months_run_across_years(qtbot: QtBot, laid: Laid) -> None:
    page = opened(qtbot, laid)
    qtbot.waitUntil(page.isActiveWindow)

    turns = [
        (Qt.Key.Key_PageDown, "Dec 2026"),
        (Qt.Key.Key_PageDown, "Jan 2027"),
        (Qt.Key.Key_PageUp, "Dec 2026"),
        (Qt.Key.Key_Home, "Nov 2026"),
    ]
    for key, title in turns:
        press(qtbot, laid, page, key)
        qtbot.waitUntil(partial(title_is, page, title))

    assert table(page).currentIndex().data(DAY_ROLE) == SUNDAY


def test_enter_on_a_day_of_the_next_month_turns_the_page(qtbot: QtBot, laid: Laid) -> None:
    page = opened(qtbot, laid)
    model = table(page).model()
    assert isinstance(model, MonthModel)
    table(page).setCurrentIndex(model.index_of(dt.date(2026, 12, 3)))

    press(qtbot, laid, page, Qt.Key.Key_Return)

    assert words(page)[0] == "Dec 2026"
    assert "Thu 3 Dec · in 11 days" in words(page)


def test_a_new_date_is_seen_at_once(qtbot: QtBot, laid: Laid) -> None:
    page = opened(qtbot, laid)

    born = ClientDate(year=1990, month=11, day=22)
    change = laid.desk.book.clients.add(Client(name="陈一"), dates=[born])
    laid.desk.edits.done(change)

    qtbot.waitUntil(lambda: "陈一" in words(page))


def test_the_chosen_day_opens_the_file(qtbot: QtBot, laid: Laid) -> None:
    invite(laid.desk.book)
    page = opened(qtbot, laid)
    openers = [
        button
        for button in page.findChildren(QToolButton)
        if button.accessibleName() == "Open her file"
    ]

    with qtbot.waitSignal(laid.desk.routes.client_wanted) as wanted:
        openers[0].click()

    [client_id] = wanted.args or []
    assert laid.desk.book.clients.lines([client_id], today=SUNDAY)[0].name == SMALL


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
) -> None:
    translators.speak(language)
    theme.wear(choice)
    invite(laid.desk.book)

    page = opened(qtbot, laid, size)

    assert cut_texts(page) == []
    assert unnamed_controls(page) == []
    assert overlapping(page) == []
