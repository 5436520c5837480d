"""The card of how the app is there: every switch writes its setting, login is the system's."""

import pathlib
from dataclasses import asdict, replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from crm_desktop.domain.autostart import AtLogin
from crm_desktop.domain.errors import FolderNotWritable
from crm_desktop.domain.settings import BookSettings
from crm_desktop.ui.settings.keeping import Keeping
from crm_desktop.ui.settings.presence_card import PresenceCard
from tests.ui.desks import Laid


class FakeAutostart:
    """An entry that may be refused by the system, or by the disk."""

    def __init__(self) -> None:
        self.now = AtLogin.OFF
        self.fails = False

    def state(self) -> AtLogin:
        return self.now

    def put(self, *, on: bool) -> None:
        if self.fails:
            raise FolderNotWritable(pathlib.Path("autostart"))
        self.now = AtLogin.ON if on else AtLogin.OFF


@pytest.fixture
def autostart() -> FakeAutostart:
    return FakeAutostart()


@pytest.fixture
def card(qtbot: QtBot, laid: Laid, autostart: FakeAutostart) -> PresenceCard:
    desk = replace(laid.desk, autostart=autostart)
    keeping = Keeping(desk)
    made = PresenceCard(desk, keeping)
    keeping.setParent(made)
    qtbot.addWidget(made)
    made.show()
    keeping.load()
    made.load()
    qtbot.waitUntil(lambda: laid.desk.jobs.is_idle)
    return made


@pytest.mark.parametrize(
    "name",
    ["holds_while_presenting", "hides_on_focus_loss", "locked_tells_counts", "always_beijing"],
)
def test_each_switch_writes_its_setting(
    qtbot: QtBot, laid: Laid, card: PresenceCard, name: str
) -> None:
    plain = BookSettings()

    card.switches[name].click()

    wanted = {**asdict(plain), name: not getattr(plain, name)}
    qtbot.waitUntil(lambda: asdict(laid.desk.book.settings.get()) == wanted)


def test_starting_at_login_is_written_at_once(
    qtbot: QtBot, laid: Laid, card: PresenceCard, autostart: FakeAutostart
) -> None:
    states = [card.at_login.isChecked()]

    for _ in range(2):
        card.at_login.click()
        qtbot.waitUntil(lambda: laid.desk.jobs.is_idle)
        states.append(card.at_login.isChecked())

    assert states == [False, True, False]
    assert autostart.now is AtLogin.OFF


def test_what_the_system_turned_off_is_said(
    qtbot: QtBot, laid: Laid, card: PresenceCard, autostart: FakeAutostart
) -> None:
    autostart.now = AtLogin.REFUSED

    card.load()
    qtbot.waitUntil(lambda: laid.desk.jobs.is_idle)

    told = [label.text() for label in card.findChildren(QLabel)]
    assert "Turned off in the startup settings of this computer. Turn it on there." in told
    assert not card.at_login.isChecked()


def test_a_disk_that_refuses_leaves_the_switch_as_it_was(
    qtbot: QtBot, laid: Laid, card: PresenceCard, autostart: FakeAutostart
) -> None:
    autostart.fails = True

    with qtbot.waitSignal(laid.desk.jobs.failed):
        card.at_login.click()
    qtbot.waitUntil(lambda: laid.desk.jobs.is_idle)

    assert not card.at_login.isChecked()


def test_where_nothing_may_be_entered_nothing_is_offered(qtbot: QtBot, laid: Laid) -> None:
    card = PresenceCard(laid.desk, Keeping(laid.desk, laid.desk.routes))
    qtbot.addWidget(card)

    card.show()

    assert not card.at_login.isVisible()
