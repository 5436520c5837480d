"""Ways through the entrance that several tests take."""

from pytestqt.qtbot import QtBot

from crm_desktop.app.run import Run
from crm_desktop.ui.gate.trouble import Trouble
from crm_desktop.ui.gate.unlock import Unlock
from tests.vaults import PASSPHRASE


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
