"""The entrance: ways in, a new passphrase, and every trouble told with its remedy."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from crm_desktop.app.run import Run
from crm_desktop.domain.errors import BookTooNew, DamagedPart, DatabaseDamaged, DiskFull
from crm_desktop.services.client_list import ListQuery
from crm_desktop.services.vault import Vault
from crm_desktop.ui.gate.new_passphrase import NewPassphrase
from crm_desktop.ui.gate.restore import Restore
from crm_desktop.ui.gate.trouble import Remedy, Trouble
from crm_desktop.ui.gate.unlock import Unlock
from crm_desktop.ui.session.handover import Handover
from tests.app.doors import trouble, unlock
from tests.ui.fakes import FakeAsk
from tests.vaults import OTHER_PASSPHRASE, PASSPHRASE


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
def test_what_was_found_of_the_keys_is_told_once(  # noqa: PLR0913 - one row of the table and what it is tried on
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
