"""One life of the app: welcome, lock, quit, and what a locked app still does."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QProcessEnvironment, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crm_desktop.app.run import Run
from crm_desktop.services.client_list import ListQuery
from crm_desktop.services.vault import Vault
from crm_desktop.ui.gate.keeper import Start
from crm_desktop.ui.gate.unlock import Unlock
from crm_desktop.ui.gate.welcome import Welcome
from crm_desktop.ui.session import handover
from crm_desktop.ui.session.handover import Handover
from crm_desktop.ui.session.instance import ask_first_to_show
from tests.app.doors import unlock
from tests.ui.fakes import FakeClock
from tests.ui.people import SUNDAY
from tests.vaults import PASSPHRASE, new_book

# Said by the screenless platform where a tray icon is shown on it.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)


@pytest.mark.usefixtures("quits")
def test_a_new_book_is_welcomed_named_and_opened(qtbot: QtBot, run: Run, place: Vault) -> None:
    run.begin()
    welcome = run.entrance.screen
    assert isinstance(welcome, Welcome)
    welcome.name_step.name.setText("我的贵客")
    for field in (welcome.name_step.passphrase, welcome.name_step.again):
        field.setText(PASSPHRASE)
    qtbot.waitUntil(welcome.name_step.create_button.isEnabled)
    welcome.name_step.create_button.click()
    qtbot.waitUntil(lambda: welcome.steps.top == 1)

    welcome.start_step.chosen.emit(Start.IMPORT)
    office = run.office
    assert office is not None

    assert office.window.windowTitle() == "我的贵客 – Client Keeper"
    assert office.window.current == "exchange"
    assert not run.entrance.window.isVisible()
    assert place.exists()


@pytest.mark.usefixtures("closed")
def test_ctrl_l_locks_and_hands_over_counts_without_names(
    qtbot: QtBot, run: Run, quits: list[bool]
) -> None:
    run.begin()
    unlock(qtbot, run)
    office = run.office
    assert office is not None
    qtbot.waitUntil(lambda: office.bell is not None and office.desk.jobs.is_idle)

    office.raise_window()
    qtbot.waitUntil(office.window.isActiveWindow)
    with qtbot.waitSignal(office.lock_wanted):
        QTest.keyClick(office.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    assert quits == [True]
    assert run.restarts
    assert run.office is None
    assert run.handed is not None
    assert (run.handed.waiting, run.handed.due(SUNDAY)) == (2, 0)
    assert run.handed.raises == {SUNDAY + dt.timedelta(days=2): 1}
    assert not office.book.database.is_open


@pytest.mark.usefixtures("closed", "quits")
def test_an_idle_book_locks_itself(qtbot: QtBot, run: Run, clock: FakeClock) -> None:
    run.begin()
    unlock(qtbot, run)
    office = run.office
    assert office is not None

    clock.move(minutes=office.book.settings.get().idle_minutes)
    office._idle.look()

    assert run.restarts
    assert run.office is None


@pytest.mark.usefixtures("closed", "quits")
def test_quitting_backs_up_what_changed(qtbot: QtBot, run: Run) -> None:
    run.begin()
    unlock(qtbot, run)
    office = run.office
    assert office is not None
    before = len(office.book.backups.list())
    office.book.settings.put(replace(office.book.settings.get(), lead_days=3))

    run.quit()

    assert len(office.book.backups.list()) == before + 1
    assert not run.restarts


@pytest.mark.usefixtures("closed", "quits")
def test_a_locked_book_tells_how_many_wait_and_rings(
    run: Run, clock: FakeClock, tray: list[bool]
) -> None:
    tray[0] = True
    tuesday = SUNDAY + dt.timedelta(days=2)

    run.begin(Handover(raises={tuesday: 2}, waiting=1))
    gate = run.entrance.screen
    assert isinstance(gate, Unlock)
    watch = run._watch
    assert watch is not None
    rung: list[int] = []
    watch.doorbell.rang.connect(rung.append)
    clock.move(hours=49)
    watch.doorbell.ticker.look()

    assert gate.reminders.text() == "1 reminders are waiting. Unlock to see them."
    assert rung == [2]
    assert watch.doorbell.pop_up.isVisible()


@pytest.mark.usefixtures("closed")
@pytest.mark.parametrize("there", [True, False])
def test_a_closed_entrance_goes_on_reminding_only_where_there_is_a_tray(
    run: Run, quits: list[bool], tray: list[bool], *, there: bool
) -> None:
    tray[0] = there
    run.begin(Handover())

    run.entrance.window.close()

    assert quits == ([] if there else [True])


@pytest.mark.usefixtures("closed", "quits")
def test_a_book_locked_in_the_tray_does_not_come_to_the_front(run: Run, tray: list[bool]) -> None:
    tray[0] = True

    run.begin(Handover(hidden=True))
    hidden = not run.entrance.window.isVisible()
    run._on_show_wanted()

    assert hidden
    assert run.entrance.window.isVisible()


@pytest.mark.usefixtures("closed", "quits")
def test_a_second_start_raises_the_first(qtbot: QtBot, run: Run, place: Vault) -> None:
    run.begin()
    run.entrance.window.hide()

    assert ask_first_to_show(place.folder.path)

    qtbot.waitUntil(run.entrance.window.isVisible)


@pytest.mark.usefixtures("quits")
def test_the_demo_starts_as_a_process_of_its_own(
    run: Run, place: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr("crm_desktop.app.run._start", lambda told, _: started.append(told))
    run.entrance.keeper.opened = new_book(place)

    run.entrance.entered.emit(Start.DEMO)

    assert started == [["demo", "--lang", "en"]]
    assert run.office is not None
    assert run.office.book.clients.count(ListQuery()) == 0


@pytest.mark.usefixtures("closed", "quits")
def test_the_next_process_is_handed_the_counts(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    handed: list[str] = []

    def start(_told: object, environment: QProcessEnvironment) -> None:
        handed.append(environment.value(handover.VARIABLE))

    monkeypatch.setattr("crm_desktop.app.run._start", start)
    run.handed = Handover(raises={SUNDAY: 2})

    run.start_anew()

    assert handover.read(handed[0]) == run.handed
