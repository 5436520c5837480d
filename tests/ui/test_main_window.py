"""The window: pages made once, keys that work, words after each change."""

import pathlib

import pytest
from PySide6.QtCore import QRect, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.domain.errors import BookBusy
from crm_desktop.domain.records.change import Change
from crm_desktop.ui.edits import Edits
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Jobs
from crm_desktop.ui.main_window import MainWindow
from crm_desktop.ui.navigation import Navigation
from crm_desktop.ui.pages import PageSpec
from crm_desktop.ui.theme.tokens import NAVIGATION_WIDTH, NAVIGATION_WIDTH_ICONS
from tests.ui.fakes import FakeJournal
from tests.ui.looking import cut_texts, lay_out

GIFT = Change(id=7, action="gift.add", subject="王姐", tables=frozenset({"gift"}))
CTRL = Qt.KeyboardModifier.ControlModifier


class Shelf(QWidget):
    """A page with a search field that counts its arrivals."""

    def __init__(self) -> None:
        super().__init__()
        self.arrived = 0
        self.search = QLineEdit()
        QVBoxLayout(self).addWidget(self.search)

    def focus_search(self) -> None:
        self.search.setFocus()

    def arrive(self) -> None:
        self.arrived += 1


class Pages:
    """Makes pages and remembers which."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self.shelves: dict[str, Shelf] = {}

    def specs(self) -> list[PageSpec]:
        return [
            PageSpec(name="today", icon=Icon.HOUSE, title="Today", make=self.plain),
            PageSpec(name="clients", icon=Icon.USERS, title="Clients", make=self.shelf),
            PageSpec(
                name="client",
                icon=Icon.USER,
                title="",
                make=self.plain,
                listed=False,
                under="clients",
            ),
        ]

    def plain(self) -> QWidget:
        self.made.append("plain")
        return QWidget()

    def shelf(self) -> QWidget:
        self.made.append("shelf")
        self.shelves["clients"] = Shelf()
        return self.shelves["clients"]


@pytest.fixture
def pages() -> Pages:
    return Pages()


@pytest.fixture
def edits(jobs: Jobs) -> Edits:
    return Edits(FakeJournal(GIFT), jobs)


@pytest.fixture
def window(
    qtbot: QtBot, pages: Pages, edits: Edits, jobs: Jobs, remembered: QSettings
) -> MainWindow:
    made = MainWindow(pages.specs(), edits, jobs, remembered)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize(
    ("room", "fills"),
    [
        (QRect(0, 0, 1366, 768), True),
        (QRect(0, 0, 1920, 780), True),
        (QRect(0, 0, 1600, 900), False),
    ],
)
def test_a_first_window_that_would_hang_over_the_screen_fills_it(  # noqa: PLR0913, PLR0917 - what a window is made of
    qtbot: QtBot,
    pages: Pages,
    edits: Edits,
    jobs: Jobs,
    remembered: QSettings,
    room: QRect,
    *,
    fills: bool,
) -> None:
    made = MainWindow(pages.specs(), edits, jobs, remembered)
    qtbot.addWidget(made)

    made.fit(room)

    assert made.isMaximized() is fills


def test_a_page_is_made_when_first_opened_and_kept(window: MainWindow, pages: Pages) -> None:
    assert pages.made == ["plain"]

    window.open_page("clients")
    window.open_page("today")
    window.open_page("clients")

    assert pages.made == ["plain", "shelf"]
    assert pages.shelves["clients"].arrived == 2


def test_a_page_gets_the_keyboard_where_it_says(window: MainWindow, pages: Pages) -> None:
    window.open_page("clients")
    shelf = pages.shelves["clients"]
    shelf.setFocusProxy(shelf.search)
    window.open_page("today")

    window.open_page("clients")

    assert shelf.search.hasFocus()


def test_number_keys_open_pages(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.page_opened) as opened:
        QTest.keyClick(window, Qt.Key.Key_2, CTRL)

    assert opened.args == ["clients"]


@pytest.mark.parametrize(
    ("key", "modifier", "signal"),
    [
        (Qt.Key.Key_K, CTRL, "box_wanted"),
        (Qt.Key.Key_N, CTRL, "client_wanted"),
        (Qt.Key.Key_L, CTRL, "lock_wanted"),
    ],
)
def test_keys_ask_for_what_the_window_cannot_do(
    qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier, signal: str
) -> None:
    with qtbot.waitSignal(getattr(window, signal)):
        QTest.keyClick(window, key, modifier)


def test_ctrl_f_goes_to_the_search_of_the_clients(window: MainWindow, pages: Pages) -> None:
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)

    assert window.current == "clients"
    assert pages.shelves["clients"].search.hasFocus()


def test_esc_leads_back_from_a_page_reached_from_another(window: MainWindow) -> None:
    window.open_page("clients")
    window.open_page("client")

    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.current == "clients"
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.current == "clients"


def test_navigation_marks_the_page_another_stands_under(window: MainWindow) -> None:
    window.open_page("client")

    marked = [button.text() for button in window.findChildren(QPushButton) if button.isChecked()]
    assert [words.strip() for words in marked] == ["Clients"]


def test_navigation_shows_icons_alone_in_a_narrow_window(qtbot: QtBot, window: MainWindow) -> None:
    side = window.findChild(Navigation)
    assert side is not None

    window.resize(1366, 768)
    qtbot.waitUntil(lambda: side.width() == NAVIGATION_WIDTH)
    window.resize(1100, 700)
    qtbot.waitUntil(lambda: side.width() == NAVIGATION_WIDTH_ICONS)


def test_a_change_is_told_with_undo_which_takes_it_back(
    qtbot: QtBot, window: MainWindow, edits: Edits
) -> None:
    edits.done(GIFT)
    assert window.toast.text == "Gift added: 王姐"

    with qtbot.waitSignal(edits.changed) as changed:
        QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert changed.args == [GIFT]
    assert window.toast.text == "Undone – Gift added: 王姐"

    with qtbot.waitSignal(edits.redid):
        QTest.keyClick(window, Qt.Key.Key_Y, CTRL)
    assert window.toast.text == "Done again – Gift added: 王姐"


def test_an_undo_goes_once_a_change_without_one_was_made(window: MainWindow, edits: Edits) -> None:
    edits.done(GIFT)

    edits.changed.emit(Change(id=0, action="client.delete"))

    assert not window.toast.isVisible()


def test_undo_with_nothing_to_undo_says_so(qtbot: QtBot, window: MainWindow, edits: Edits) -> None:
    edits.undo()
    with qtbot.waitSignal(edits.undid):
        edits.undo()

    with qtbot.waitSignal(edits.nothing_to_undo):
        edits.undo()

    assert window.toast.text == "There is nothing to undo."


def test_a_change_that_wrote_nothing_is_passed_over(qtbot: QtBot, edits: Edits) -> None:
    with qtbot.assertNotEmitted(edits.changed):
        edits.done(Change(id=0, action="client.edit"))


def test_an_error_nobody_asked_for_is_told(qtbot: QtBot, window: MainWindow, jobs: Jobs) -> None:
    def busy() -> None:
        raise BookBusy(pathlib.Path("book.db"))

    with qtbot.waitSignal(jobs.failed):
        jobs.run(window, busy, print)

    assert "Another program holds book.db" in window.toast.text


def test_toast_goes_by_its_close_button_and_by_esc(window: MainWindow) -> None:
    window.toast.say("Saved")
    assert window.toast.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.toast.isVisible()

    window.toast.say("Saved")
    close = window.toast.findChild(QToolButton)
    assert close is not None
    close.click()
    assert not window.toast.isVisible()


def test_a_first_toast_is_no_higher_than_its_words(window: MainWindow) -> None:
    window.toast.say("Client list imported: list.xlsx", "Undo")
    first = window.toast.height()
    window.toast.say("Saved", "Undo")

    assert first == window.toast.height() < 80


def test_a_long_toast_has_room_for_every_line(window: MainWindow) -> None:
    window.toast.say("words " * 60)
    lay_out()

    assert window.toast.width() <= 640
    assert cut_texts(window.toast) == []
    assert window.toast.rect().contains(window.toast.childrenRect())


def test_size_and_page_are_remembered(
    qtbot: QtBot, window: MainWindow, edits: Edits, jobs: Jobs, remembered: QSettings
) -> None:
    window.open_page("clients")
    window.resize(960, 640)
    window.close()

    again = MainWindow(Pages().specs(), edits, jobs, remembered)
    qtbot.addWidget(again)

    assert again.current == "clients"
    assert (again.width(), again.height()) == (960, 640)


def test_a_window_that_stays_hides_instead_of_closing(qtbot: QtBot, window: MainWindow) -> None:
    window.stays = True

    with qtbot.waitSignal(window.closing):
        window.close()

    assert window.isHidden()
