"""One life of the app: welcome, unlock, trouble, lock and quit, on a real encrypted book."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QProcessEnvironment, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from crm_desktop.app.outfit import Outfit
from crm_desktop.app.run import Run
from crm_desktop.domain.errors import BookTooNew, DamagedPart, DatabaseDamaged, DiskFull
from crm_desktop.services.client_list import ListQuery
from crm_desktop.services.vault import Vault
from crm_desktop.ui.gate.keeper import Start
from crm_desktop.ui.gate.new_passphrase import NewPassphrase
from crm_desktop.ui.gate.restore import Restore
from crm_desktop.ui.gate.trouble import Remedy, Trouble
from crm_desktop.ui.gate.unlock import Unlock
from crm_desktop.ui.gate.welcome import Welcome
from crm_desktop.ui.session import handover
from crm_desktop.ui.session.handover import Handover
from crm_desktop.ui.session.instance import ask_first_to_show
from tests.ui.fakes import FakeAsk, FakeClock
from tests.ui.people import SUNDAY
from tests.vaults import OTHER_PASSPHRASE, PASSPHRASE

# Said by the screenless platform where a tray icon is shown on it.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)


@pytest.fixture
def run(place: Vault, outfit: Outfit, clock: FakeClock) -> Iterator[Run]:
    made = Run(place, outfit, clock, [])
    yield made
    made.quit()


@pytest.fixture
def quits(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Keep the application of the tests running, and count who wants it to end."""
    wanted: list[bool] = []
    monkeypatch.setattr(QApplication, "quit", staticmethod(lambda: wanted.append(True)))
    return wanted


@pytest.fixture(autouse=True)
def tray(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Say whether there is a tray: the first of the list."""
    there = [False]
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: there[0]))
    return there


def unlock(qtbot: QtBot, run: Run, passphrase: str = PASSPHRASE) -> None:
    gate = run.entrance.screen
    assert isinstance(gate, Unlock)
    gate.passphrase.setText(passphrase)
    gate.unlock_button.click()
    qtbot.waitUntil(lambda: run.office is not None and run.office.window.isVisible())


def trouble(run: Run) -> Trouble:
    shown = run.entrance.screen
    assert isinstance(shown, Trouble), shown
    return shown


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


@pytest.mark.usefixtures("closed", "quits")
def test_a_wrong_passphrase_is_told_and_the_right_one_opens(qtbot: QtBot, run: Run) -> None:
    run.begin()
    gate = run.entrance.screen
    assert isinstance(gate, Unlock)
    gate.passphrase.setText("not the one at all")
    gate.unlock_button.click()
    qtbot.waitUntil(lambda: gate.says.text() == "That is not the passphrase.")
    assert not gate.unlock_button.isEnabled()


@pytest.mark.usefixtures("quits")
def test_the_recovery_code_wants_a_new_passphrase(qtbot: QtBot, run: Run, place: Vault) -> None:
    new = place.create(PASSPHRASE)
    place.lock(new.book)
    run.begin()
    gate = run.entrance.screen
    assert isinstance(gate, Unlock)
    gate.other_button.click()
    gate.code.put(new.code)
    gate.unlock_button.click()
    qtbot.waitUntil(lambda: isinstance(run.entrance.screen, NewPassphrase))
    assert run.office is None

    renewing = run.entrance.screen
    assert isinstance(renewing, NewPassphrase)
    for field in (renewing.pair.passphrase, renewing.pair.again):
        field.setText(OTHER_PASSPHRASE)
    qtbot.waitUntil(renewing.set_button.isEnabled)
    renewing.set_button.click()
    qtbot.waitUntil(lambda: run.office is not None)

    run.quit()
    reopened = place.unlock(OTHER_PASSPHRASE)
    place.lock(reopened)


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
def test_damaged_key_files_are_told_and_a_backup_brings_the_book_back(
    qtbot: QtBot, run: Run, closed: Vault
) -> None:
    for path in (closed.folder.slots, closed.folder.previous_slots):
        path.write_text("{", encoding="utf-8")

    run.begin()
    told = trouble(run)
    assert "key file" in told.says
    told.buttons[Remedy.RESTORE].click()
    restore = run.entrance.screen
    assert isinstance(restore, Restore)
    qtbot.waitUntil(lambda: restore.choice.count() == 1)
    restore.passphrase.setText(PASSPHRASE)
    restore.restore_button.click()
    qtbot.waitUntil(lambda: run.office is not None)

    assert run.office is not None
    assert run.office.book.clients.count(ListQuery()) == 2


@pytest.mark.usefixtures("quits")
def test_a_lost_key_file_is_not_taken_for_a_first_start(run: Run, closed: Vault) -> None:
    for path in (closed.folder.slots, closed.folder.previous_slots):
        path.unlink()

    run.begin()

    assert Remedy.RESTORE in trouble(run).buttons


@pytest.mark.usefixtures("quits")
def test_a_damaged_database_is_told_and_she_may_come_back(
    qtbot: QtBot, run: Run, closed: Vault
) -> None:
    database = closed.folder.databases()[0]
    database.write_bytes(database.read_bytes()[:8192] + b"x" * 8192)
    run.begin()
    gate = run.entrance.screen
    assert isinstance(gate, Unlock)
    gate.passphrase.setText(PASSPHRASE)
    gate.unlock_button.click()
    qtbot.waitUntil(lambda: isinstance(run.entrance.screen, Trouble))

    trouble(run).buttons[Remedy.RESTORE].click()
    restore = run.entrance.screen
    assert isinstance(restore, Restore)
    restore.back_button.click()

    assert "damaged" in trouble(run).says
    assert run.office is None


def test_a_damaged_log_is_given_up_after_a_question(
    qtbot: QtBot, run: Run, closed: Vault, ask: FakeAsk, quits: list[bool]
) -> None:
    log = closed.folder.databases()[0].with_name(f"{closed.folder.databases()[0].name}-wal")
    log.write_bytes(b"no log at all" * 1000)
    run.entrance.tell(DatabaseDamaged(log, DamagedPart.LOG))

    trouble(run).buttons[Remedy.GIVE_UP_LOG].click()
    qtbot.waitUntil(lambda: isinstance(run.entrance.screen, Unlock))

    assert ask.asked == ["Open without the latest changes?"]
    assert list(closed.folder.path.glob("damaged-*.wal"))
    unlock(qtbot, run)
    assert quits == []


@pytest.mark.usefixtures("closed", "quits")
def test_trouble_that_passes_lets_her_try_again(run: Run, place: Vault) -> None:
    run.entrance.tell(DiskFull(place.folder.path))

    trouble(run).buttons[Remedy.AGAIN].click()

    assert isinstance(run.entrance.screen, Unlock)


@pytest.mark.usefixtures("closed")
def test_quit_of_the_trouble_ends_the_app(run: Run, place: Vault, quits: list[bool]) -> None:
    run.entrance.tell(BookTooNew(place.folder.path, 9, 1))
    told = trouble(run)
    run.entrance.window.show()

    told.buttons[Remedy.QUIT].click()

    assert set(told.buttons) == {Remedy.QUIT}
    assert quits == [True]


@pytest.mark.usefixtures("quits")
def test_what_stops_the_services_is_told_and_the_book_closed_again(
    qtbot: QtBot, run: Run, closed: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise DiskFull(closed.folder.path)

    monkeypatch.setattr("crm_desktop.app.run.open_book", full)
    run.begin()
    gate = run.entrance.screen
    assert isinstance(gate, Unlock)
    gate.passphrase.setText(PASSPHRASE)
    gate.unlock_button.click()
    qtbot.waitUntil(lambda: isinstance(run.entrance.screen, Trouble))

    assert "The disk is full" in trouble(run).says
    assert run.entrance.keeper.opened is None


def test_this_computer_opens_at_a_start_but_not_after_a_lock(
    qtbot: QtBot, run: Run, closed: Vault, quits: list[bool]
) -> None:
    opened = closed.unlock(PASSPHRASE)
    closed.allow_this_computer(opened)
    closed.lock(opened)

    run.begin(Handover())
    asked = isinstance(run.entrance.screen, Unlock)
    run.entrance.begin()
    qtbot.waitUntil(lambda: run.office is not None)

    assert asked
    assert quits == []


@pytest.mark.usefixtures("closed", "quits")
@pytest.mark.parametrize(
    ("older", "damaged", "words"),
    [
        (True, False, "An older key file has been put back"),
        (False, True, "mended from its copy"),
    ],
)
def test_what_was_found_of_the_keys_is_told_once(
    qtbot: QtBot, run: Run, ask: FakeAsk, *, older: bool, damaged: bool, words: str
) -> None:
    run.begin()
    gate = run.entrance.screen
    assert isinstance(gate, Unlock)
    keeper = run.entrance.keeper
    opening = keeper.unlock

    def opened(passphrase: str) -> None:
        opening(passphrase)
        assert keeper.opened is not None
        keeper.opened = replace(keeper.opened, slots_were_older=older, slots_were_damaged=damaged)

    keeper.unlock = opened  # type: ignore[method-assign] # a book found in this state
    unlock(qtbot, run)

    assert [told for told in ask.told if words in told] == ask.told
    assert len(ask.told) == 1


@pytest.mark.usefixtures("quits")
def test_the_demo_starts_as_a_process_of_its_own(
    run: Run, place: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr("crm_desktop.app.run._start", lambda told, _: started.append(told))
    run.entrance.keeper.opened = place.create(PASSPHRASE).book

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
