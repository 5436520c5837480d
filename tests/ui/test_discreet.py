"""Desk mode: what the words become, what stands behind a curtain, and how it ends."""

import pathlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.domain.occasions import Kind
from crm_desktop.domain.records import Change, Knows, Relation
from crm_desktop.ui.desk import Routes
from crm_desktop.ui.discreet import Curtain, DeskMode
from crm_desktop.ui.edits import Edits
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Jobs
from crm_desktop.ui.main_window import MainWindow
from crm_desktop.ui.pages import PageSpec
from crm_desktop.ui.text import change_label, money
from crm_desktop.ui.text.amounts import plain_amount, short_money
from crm_desktop.ui.text.discretion import be_discreet, discreet_phone, is_discreet
from crm_desktop.ui.text.occasions import event, red_line, title, whose
from tests.ui.fakes import FakeJournal
from tests.ui.people import occasion

pytestmark = pytest.mark.usefixtures("qapp")

OF_HER_CHILD: dict[str, Any] = {
    "person_relation": Relation.CHILD,
    "person_nickname": "朵朵",
    "knows": Knows.NO,
    "age": 8,
}


@pytest.fixture
def discreet() -> Iterator[None]:
    be_discreet(on=True)
    yield
    be_discreet(on=False)


@pytest.mark.parametrize(
    ("say", "open_words", "hidden_words"),
    [
        (lambda: whose(occasion(**OF_HER_CHILD)), "王姐 · 朵朵", "王** · 朵**"),
        (lambda: whose(occasion(person_relation=Relation.CHILD)), "王姐 · Child", "王** · Child"),
        (lambda: whose(occasion(client_display_name="Wang Yaqin")), "Wang Yaqin", "W**"),
        (lambda: title(occasion(age=30)), "王姐: Birthday, turns 30", "王**: Birthday"),
        (lambda: event(occasion(kind=Kind.VALUED, label="隆鼻纪念")), "隆鼻纪念", "Day she values"),
        (
            lambda: red_line(occasion(**OF_HER_CHILD)),
            "朵朵 does not know about her treatments: no word of the clinic",
            "Read the details when you are alone.",
        ),
        (lambda: red_line(occasion()), "", ""),
        (lambda: money(23_680_000), "¥236,800", "***"),
        (lambda: short_money(23_680_000), "¥236.8k", "***"),
        (lambda: plain_amount(23_680_000), "236,800", "236,800"),
        (lambda: discreet_phone("138 0000 1234"), "138 0000 1234", "138****"),
    ],
)
def test_words_in_desk_mode(say: Callable[[], str], open_words: str, hidden_words: str) -> None:
    said = [say()]
    be_discreet(on=True)
    said.append(say())
    be_discreet(on=False)

    assert said == [open_words, hidden_words]


@pytest.mark.usefixtures("discreet")
def test_the_toast_names_nobody_in_full() -> None:
    change = Change(id=7, action="gift.add", subject="王姐", tables=frozenset({"gift"}))

    assert change_label(change).endswith(": 王**")


class Page(QWidget):
    """A page that counts how often it was read."""

    def __init__(self) -> None:
        super().__init__()
        self.arrived = 0
        QVBoxLayout(self).addWidget(QLabel("王姐"))

    def arrive(self) -> None:
        self.arrived += 1


@pytest.fixture
def window(qtbot: QtBot, jobs: Jobs, tmp_path: pathlib.Path) -> MainWindow:
    from PySide6.QtCore import QSettings  # noqa: PLC0415 - of this fixture only

    remembered = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    pages = [
        PageSpec(name=name, icon=Icon.HOUSE, title=name, make=Page) for name in ("today", "client")
    ]
    edits = Edits(FakeJournal(), jobs)
    made = MainWindow(pages, edits, jobs, remembered)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def routes() -> Routes:
    return Routes()


@pytest.fixture
def desk_mode(window: MainWindow, routes: Routes) -> Iterator[DeskMode]:
    made = DeskMode(window, routes, {"today"})
    yield made
    made.close()


def curtains(window: QWidget) -> list[bool]:
    return [curtain.isVisibleTo(window) for curtain in window.findChildren(Curtain)]


@pytest.mark.usefixtures("desk_mode")
def test_the_key_turns_it_on_and_off_and_the_page_is_read_anew(
    qtbot: QtBot, window: MainWindow, routes: Routes
) -> None:
    page = window.page("today")
    assert isinstance(page, Page)
    before = page.arrived
    said: list[bool] = []
    routes.discretion_changed.connect(said.append)

    with qtbot.waitActive(window):
        window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_F9)
    QTest.keyClick(window, Qt.Key.Key_F9)

    assert said == [True, False]
    assert page.arrived == before + 2
    assert not is_discreet()


@pytest.mark.usefixtures("desk_mode")
def test_a_page_nobody_made_discreet_stands_behind_a_curtain(
    window: MainWindow, routes: Routes
) -> None:
    routes.discreet_wanted.emit(True)
    on_today = any(curtains(window))
    window.open_page("client")
    [curtain] = window.findChildren(Curtain)
    covers = curtain.geometry() == window.ground.rect()
    reached = [window.page("client").isEnabled()]
    before_client = curtain.isVisible()
    curtain.show_button.click()

    reached.append(window.page("client").isEnabled())

    assert (on_today, before_client, covers) == (False, True, True)
    assert reached == [False, True]
    assert not curtain.isVisible()
    assert not is_discreet()


@pytest.mark.usefixtures("desk_mode")
@pytest.mark.parametrize("opened_before", [True, False])
def test_a_dialog_stands_behind_one_too(
    qtbot: QtBot, window: MainWindow, routes: Routes, *, opened_before: bool
) -> None:
    dialog = QDialog(window)
    dialog.resize(300, 200)
    if opened_before:
        dialog.open()
    routes.discreet_wanted.emit(True)
    if not opened_before:
        dialog.open()

    covered = curtains(dialog)
    [curtain] = dialog.findChildren(Curtain)
    dialog.resize(500, 400)
    follows = curtain.size() == dialog.size()
    routes.discreet_wanted.emit(False)

    assert (covered, follows) == ([True], True)
    qtbot.waitUntil(lambda: not curtains(dialog))
    dialog.close()


@pytest.mark.parametrize("hides", [True, False])
def test_another_program_in_front_turns_it_on_if_set(
    desk_mode: DeskMode, qapp: QApplication, *, hides: bool
) -> None:
    assert isinstance(qapp, QGuiApplication)
    desk_mode.hides_on_focus_loss = hides

    desk_mode._on_state(Qt.ApplicationState.ApplicationInactive)

    assert is_discreet() is hides


def test_a_closed_book_leaves_nothing_of_it(desk_mode: DeskMode) -> None:
    desk_mode.put(on=True)

    desk_mode.close()

    assert not is_discreet()
