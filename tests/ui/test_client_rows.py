"""The rows of the client list: painted as they are, and read in portions while she types."""

import datetime as dt

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from crm_desktop.domain.records import Client, Tier
from crm_desktop.ui.clients.columns import Layout, remember
from crm_desktop.ui.clients.inks import Writing
from crm_desktop.ui.clients.model import Column
from crm_desktop.ui.clients.page import ClientsPage
from crm_desktop.ui.theme.theme import Theme, ThemeChoice
from crm_desktop.ui.theme.tokens import DARK, LIGHT, ROW_HEIGHT
from tests.ui.desks import Laid
from tests.ui.settling import settled

AWAY = dt.date(2026, 1, 5)
MANY = 60


def opened(qtbot: QtBot, laid: Laid, clients: list[Client]) -> ClientsPage:
    for client in clients:
        laid.desk.book.clients.add(client)
    page = ClientsPage(laid.desk)
    qtbot.addWidget(page)
    page.resize(1182, 600)
    page.show()
    page.arrive()
    qtbot.waitUntil(settled(laid))
    return page


def colour_at(page: ClientsPage, row: int, *, x: int = 1) -> str:
    shot = page.table.viewport().grab().toImage()
    return shot.pixelColor(x, row * ROW_HEIGHT + ROW_HEIGHT // 2).name().upper()


@pytest.mark.parametrize("archived", [0, 1, 12, 40, MANY])
def test_a_long_answer_is_read_on_while_she_scrolls_and_ends_with_who_is_archived(
    qtbot: QtBot, laid: Laid, archived: int
) -> None:
    clients = [
        Client(name=f"客户{number:03}", archived_on=AWAY if number < archived else None)
        for number in range(MANY)
    ]
    page = opened(qtbot, laid, clients)

    page.search.setText("客户")
    qtbot.waitUntil(settled(laid))
    first = page.model.rowCount()
    said = [label.text() for label in page.findChildren(QLabel)]

    def all_read() -> bool:
        page.table.scrollToBottom()
        return page.model.rowCount() == MANY

    qtbot.waitUntil(all_read)

    assert "60 found" in said
    assert first < MANY or archived
    shown = [line.is_archived for line in page.model.lines]
    assert shown == sorted(shown)
    assert sum(shown) == archived


def test_keys_typed_while_more_is_read_find_what_was_typed_last(qtbot: QtBot, laid: Laid) -> None:
    page = opened(qtbot, laid, [Client(name=f"客户{number:03}") for number in range(MANY)])

    page.search.setText("客户")
    page.model.more_wanted.emit()
    QTest.keyClicks(page.search, "007")
    qtbot.waitUntil(settled(laid))

    assert [line.name for line in page.model.lines] == ["客户007"]


def test_a_row_is_painted_in_the_colours_of_its_state_and_of_the_theme(
    qtbot: QtBot, laid: Laid, theme: Theme
) -> None:
    clients = [Client(name="陈若曦", tier=Tier.A, vip=True), Client(name="周玉兰")]
    page = opened(qtbot, laid, clients)

    light = [colour_at(page, 0), colour_at(page, 0, x=5), colour_at(page, 1)]
    theme.wear(ThemeChoice.DARK)
    dark = [colour_at(page, 0), colour_at(page, 0, x=5), colour_at(page, 1)]

    assert light == [LIGHT.accent, LIGHT.alt, LIGHT.surface]
    assert dark == [DARK.accent, DARK.alt, DARK.surface]


@pytest.mark.parametrize("column", list(Column))
def test_every_cell_has_ink(qtbot: QtBot, laid: Laid, column: Column) -> None:
    shown = dict.fromkeys((Column.NAME, column))
    remember(laid.desk.remembered, Layout(shown=tuple(shown)))
    page = opened(qtbot, laid, [Client(name="陈若曦"), Client(name="周玉兰")])
    shot = page.table.viewport().grab().toImage()
    left = page.table.columnViewportPosition(column) + 8
    inside = range(left, left + page.table.columnWidth(column) - 16)

    seen = {
        shot.pixelColor(x, y).name() for x in inside for y in range(ROW_HEIGHT, 2 * ROW_HEIGHT - 1)
    }

    assert len(seen) > 1


@pytest.mark.parametrize(
    ("text", "room", "is_cut"),
    [("", 10, False), ("陈", 100, False), ("陈若曦" * 20, 100, True), ("陈若曦", 30, True)],
)
def test_words_are_cut_where_the_room_ends(
    qapp: QApplication, text: str, room: int, *, is_cut: bool
) -> None:
    font = QFont(qapp.font())
    writing = Writing(font)

    shown, width = writing.cut(text, room)

    assert (shown != text) is is_cut
    assert width == QFontMetrics(font).horizontalAdvance(shown)
    assert width <= room
    assert writing.cut(text, room) == (shown, width)
