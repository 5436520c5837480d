"""The screens of the gate and the window: nothing cut, unnamed or overlapping."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.ui.edits import Edits
from crm_desktop.ui.gate.unlock import Unlock
from crm_desktop.ui.gate.welcome import Welcome
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Jobs
from crm_desktop.ui.main_window import MainWindow
from crm_desktop.ui.pages import PageSpec
from crm_desktop.ui.theme.theme import Theme, ThemeChoice
from crm_desktop.ui.widgets.buttons import IconButton
from crm_desktop.ui.widgets.labels import label
from tests.ui.fakes import FakeJournal
from tests.ui.gate.fakes import CODE, FakeVault
from tests.ui.looking import cut_texts, lay_out, overlapping, unnamed_controls

SIZES = [(1366, 768), (1920, 1080)]
LANGUAGES = [Language.ENGLISH, Language.CHINESE]
THEMES = [ThemeChoice.LIGHT, ThemeChoice.DARK]
every_look = pytest.mark.parametrize(
    ("language", "choice", "size"),
    [(language, choice, size) for language in LANGUAGES for choice in THEMES for size in SIZES],
)


@pytest.fixture
def look(translators: Translators, theme: Theme, language: Language, choice: ThemeChoice) -> None:
    translators.speak(language)
    theme.wear(choice)


def assert_fair(page: QWidget, size: tuple[int, int]) -> None:
    page.resize(*size)
    page.show()
    lay_out()
    assert cut_texts(page) == []
    assert unnamed_controls(page) == []
    assert overlapping(page) == []


@every_look
@pytest.mark.usefixtures("look")
@pytest.mark.parametrize("step", [0, 1, 2])
def test_every_step_of_welcome_is_fair(
    qtbot: QtBot, jobs: Jobs, size: tuple[int, int], step: int
) -> None:
    welcome = Welcome(FakeVault(), jobs)
    qtbot.addWidget(welcome)
    welcome.code_step.show_code(CODE)
    welcome.show_step(step)

    assert_fair(welcome, size)


@every_look
@pytest.mark.usefixtures("look")
@pytest.mark.parametrize("way", [0, 1])
def test_both_ways_to_unlock_are_fair(
    qtbot: QtBot, jobs: Jobs, size: tuple[int, int], way: int
) -> None:
    unlock = Unlock(FakeVault(left=25), jobs)
    qtbot.addWidget(unlock)
    unlock._show_way(way)

    assert_fair(unlock, size)


@every_look
@pytest.mark.usefixtures("look")
def test_the_window_is_fair(
    qtbot: QtBot, jobs: Jobs, remembered: QSettings, size: tuple[int, int]
) -> None:
    page = PageSpec(name="today", icon=Icon.HOUSE, title="Today", make=QWidget)
    window = MainWindow([page], Edits(FakeJournal(), jobs), jobs, remembered)
    qtbot.addWidget(window)
    window.set_state("已加密 · 今天 08:12 备份")
    window.toast.say("Gift added: 王姐", "Undo")

    assert_fair(window, size)


@pytest.fixture
def large_letters(theme: Theme) -> Iterator[None]:
    """Dress for a system that wants letters half as large again."""
    plain = QFont()
    plain.setPointSizeF(10)
    large = QFont()
    large.setPointSizeF(20 if sys.platform == "darwin" else 15)
    theme.follow(large)
    yield
    theme.follow(plain)


@pytest.mark.usefixtures("large_letters")
@pytest.mark.parametrize("step", [0, 1, 2])
def test_nothing_is_cut_with_large_letters(
    qtbot: QtBot, jobs: Jobs, remembered: QSettings, step: int
) -> None:
    welcome = Welcome(FakeVault(), jobs)
    page = PageSpec(name="today", icon=Icon.HOUSE, title="Import / Export", make=QWidget)
    window = MainWindow([page], Edits(FakeJournal(), jobs), jobs, remembered)
    for shown in (welcome, window):
        qtbot.addWidget(shown)
    welcome.code_step.show_code(CODE)
    welcome.show_step(step)
    welcome.code_step._sides.show_card(1)

    assert_fair(welcome, (1366, 900))
    assert_fair(window, (1920, 1080))


def test_looking_sees_each_fault(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(300, 200)
    narrow, under = label("A sentence without room"), label("Under")
    for child in (narrow, under):
        child.setParent(page)
    narrow.setGeometry(0, 0, 40, 20)
    under.setGeometry(20, 5, 100, 40)
    silent = IconButton(Icon.PHONE, "", parent=page)
    silent.setGeometry(200, 100, 34, 34)
    page.show()

    assert cut_texts(page) == ["A sentence without room"]
    assert overlapping(page) == [("A sentence without room", "Under")]
    assert unnamed_controls(page) == ["IconButton"]
