"""What of an open book reaches her outside its pages, and the question about login."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from crm_desktop.app.office import Office
from crm_desktop.app.outfit import Outfit
from crm_desktop.app.pages import CLIENT, CLIENTS, TODAY
from crm_desktop.app.presence import Presence
from crm_desktop.app.run import Run
from crm_desktop.app.start import _OwnAutostart
from crm_desktop.domain.autostart import AtLogin
from crm_desktop.services.book import open_book
from crm_desktop.services.vault import Vault
from crm_desktop.ui.client.page import ClientPage
from crm_desktop.ui.clients.model import Column
from crm_desktop.ui.clients.page import ClientsPage
from crm_desktop.ui.discreet import Curtain
from crm_desktop.ui.qt_clock import QtClock, read_as
from crm_desktop.ui.text.discretion import be_discreet, is_discreet
from tests.ui.desks import RESOURCES
from tests.ui.fakes import FakeAsk, FakeClock
from tests.ui.people import SMALL
from tests.vaults import PASSPHRASE

# Said where there is no desktop when a tray is pretended.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)


class FakeAutostart:
    """An entry at login that is remembered only."""

    def __init__(self) -> None:
        self.now = AtLogin.OFF

    def state(self) -> AtLogin:
        return self.now

    def put(self, *, on: bool) -> None:
        self.now = AtLogin.ON if on else AtLogin.OFF


@pytest.fixture
def autostart() -> FakeAutostart:
    return FakeAutostart()


@pytest.fixture
def office(
    qtbot: QtBot, closed: Vault, outfit: Outfit, clock: FakeClock, autostart: FakeAutostart
) -> Iterator[Office]:
    opened = closed.unlock(PASSPHRASE)
    book = open_book(opened, clock, RESOURCES)
    made = Office(book, closed, replace(outfit, autostart=autostart))
    made.open(None)
    qtbot.waitUntil(lambda: made.bell is not None)
    yield made
    made.close()
    be_discreet(on=False)
    outfit.jobs.close()
    closed.lock(opened)


def presence(office: Office) -> Presence:
    assert office._presence is not None
    return office._presence


def said(office: Office) -> str:
    page = office.window.page(TODAY)
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_desk_mode_reaches_the_page_the_tray_and_the_next_page(
    qtbot: QtBot, office: Office
) -> None:
    qtbot.waitUntil(lambda: SMALL in said(office))

    office.tray.discreet_wanted.emit(True)

    qtbot.waitUntil(lambda: "李**" in said(office) and SMALL not in said(office))
    office.desk.routes.client_wanted.emit(1)
    [curtain] = office.window.findChildren(Curtain)
    assert office.window.current == CLIENT
    assert curtain.isVisible()
    office.window.discreet_wanted.emit(False)
    assert not curtain.isVisible()
    page = office.window.page(CLIENT)
    assert isinstance(page, ClientPage)
    qtbot.waitUntil(lambda: page.is_whole and office.desk.jobs.is_idle)


def test_the_list_of_clients_names_nobody_in_desk_mode(qtbot: QtBot, office: Office) -> None:
    page = office.window.page(CLIENTS)
    assert isinstance(page, ClientsPage)
    office.window.open_page(CLIENTS)
    qtbot.waitUntil(lambda: len(page.model.lines) == 2)
    cells = (Column.NAME, Column.PAID_TOTAL, Column.YEAR, Column.NEXT)

    plain = [[page.model.words(cell, line) for cell in cells] for line in page.model.lines]
    office.window.discreet_wanted.emit(True)
    hidden = [[page.model.words(cell, line) for cell in cells] for line in page.model.lines]

    assert sorted(row[0] for row in plain) == ["李雯", "王姐 王雅琴"]
    assert sorted(row[0] for row in hidden) == ["李**", "王**"]
    assert {row[1] for row in plain} == {"¥0"}
    assert {row[1] for row in hidden} == {"***"}
    assert all(row[2].startswith("***") for row in hidden)
    assert not any("朵朵" in row[3] for row in hidden)


def test_a_closed_book_ends_desk_mode(office: Office) -> None:
    office.window.discreet_wanted.emit(True)

    office.close()

    assert not is_discreet()


def test_she_is_asked_about_login_once(
    qtbot: QtBot, office: Office, ask: FakeAsk, autostart: FakeAutostart
) -> None:
    for _ in range(2):
        presence(office).ask_about_login()
        qtbot.waitUntil(lambda: office.desk.jobs.is_idle)

    assert ask.asked == ["Start when you log in?"]
    assert autostart.now is AtLogin.ON


@pytest.mark.parametrize("state", [AtLogin.ON, AtLogin.REFUSED])
def test_what_the_system_knows_is_not_asked(
    qtbot: QtBot, office: Office, ask: FakeAsk, autostart: FakeAutostart, state: AtLogin
) -> None:
    autostart.now = state

    presence(office).ask_about_login()
    qtbot.waitUntil(lambda: office.desk.jobs.is_idle)

    assert ask.asked == []


def test_settings_of_presence_are_followed_at_once(office: Office) -> None:
    changed = replace(
        office.book.settings.get(), holds_while_presenting=False, hides_on_focus_loss=True
    )

    office.desk.edits.done(office.book.settings.put(changed))

    assert not presence(office).bell.hold.minds
    assert presence(office).desk_mode.hides_on_focus_loss


def test_the_lock_of_the_screen_locks_the_book(qtbot: QtBot, office: Office) -> None:
    with qtbot.waitSignal(office.lock_wanted):
        presence(office)._screen_lock.on_saver(True)
    with qtbot.assertNotEmitted(office.lock_wanted):
        presence(office)._screen_lock.on_saver(False)


def test_a_new_day_is_read_at_midnight(qtbot: QtBot, office: Office, clock: FakeClock) -> None:
    qtbot.waitUntil(lambda: "22 Nov" in said(office))

    clock.move(hours=16)
    office._ticker.look()

    qtbot.waitUntil(lambda: "Mon 23 Nov" in said(office))


def test_beijing_time_is_read_where_she_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    clock = QtClock()

    read_as(clock, always_beijing=True)
    beijing = clock.now().utcoffset()
    read_as(clock, always_beijing=False)

    assert beijing is not None
    assert beijing.total_seconds() == 8 * 3600
    assert clock.now().utcoffset() == QtClock().now().utcoffset()


@pytest.mark.usefixtures("quits")
@pytest.mark.parametrize("there", [True, False])
def test_a_start_at_login_waits_in_the_tray_or_minimised(
    run: Run, closed: Vault, tray: list[bool], *, there: bool
) -> None:
    assert closed.exists()
    tray[0] = there

    run.begin(hidden=True)

    window, watch = run.entrance.window, run._watch
    assert watch is not None
    assert watch.doorbell.pop_up.says.text() == "Open your book"
    assert (window.isVisible(), window.isMinimized()) == (not there, not there)


@pytest.mark.usefixtures("quits")
def test_a_start_at_login_of_a_book_this_computer_opens_shows_no_window(
    qtbot: QtBot, run: Run, closed: Vault, tray: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    tray[0] = True
    opened = closed.unlock(PASSPHRASE)
    monkeypatch.setattr(closed, "opens_on_this_computer", lambda: True)
    monkeypatch.setattr(closed, "unlock_on_this_computer", lambda: opened)

    run.begin(hidden=True)
    qtbot.waitUntil(lambda: run.office is not None and run.office.bell is not None)

    assert run.office is not None
    assert not run.office.window.isVisible()
    assert run._watch is None
    run._on_show_wanted()
    assert run.office.window.isVisible()


def test_nothing_is_entered_at_login_by_looking(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    monkeypatch.setenv("HOME", str(home))

    state = _OwnAutostart(home / "book").state()

    assert state is AtLogin.OFF
    assert list(home.iterdir()) == []
