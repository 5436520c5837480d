"""A calendar page that stands open, and what is seen on it."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from crm_desktop.domain.records import Contact
from crm_desktop.ui.calendar.days import DAY_ROLE
from crm_desktop.ui.calendar.page import CalendarPage
from tests.ui.desks import Laid
from tests.ui.settling import settled

THURSDAY = dt.date(2026, 11, 26)


def opened(qtbot: QtBot, laid: Laid, size: tuple[int, int] = (1182, 768)) -> CalendarPage:
    page = CalendarPage(laid.desk)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.arrive()
    qtbot.waitUntil(settled(laid))
    return page


def follow(laid: Laid, client_id: int, on: dt.date = THURSDAY) -> None:
    """Note that she is to be called on a day."""
    talk = Contact(client_id=client_id, on=dt.date(2026, 11, 1), outcome="想再看看", next_on=on)
    laid.desk.book.clients.put(talk)


def words(page: CalendarPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def day_lines(page: CalendarPage) -> list[str]:
    model = page.day.model
    return [model.index(row).data() for row in range(model.rowCount())]


def chosen(page: CalendarPage) -> dt.date:
    return page.table.currentIndex().data(DAY_ROLE)  # type: ignore[no-any-return] # Qt's data


def title_is(page: CalendarPage, title: str) -> bool:
    return words(page)[0] == title


def press(qtbot: QtBot, laid: Laid, page: CalendarPage, key: Qt.Key) -> None:
    QTest.keyClick(page.table, key)
    qtbot.waitUntil(settled(laid))
