"""The ways to the briefing and to a greeting, by mouse and by key, and back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crm_desktop.app.office import Office
from crm_desktop.app.outfit import Outfit
from crm_desktop.services.book import open_book
from crm_desktop.services.vault import Vault
from crm_desktop.ui.briefing.page import BriefingPage
from crm_desktop.ui.client.page import ClientPage
from crm_desktop.ui.greeting.dialog import GreetingDialog
from tests.ui.desks import RESOURCES
from tests.ui.fakes import FakeClock
from tests.vaults import PASSPHRASE


@pytest.fixture
def office(closed: Vault, outfit: Outfit, clock: FakeClock) -> Iterator[Office]:
    opened = closed.unlock(PASSPHRASE)
    made = Office(open_book(opened, clock, RESOURCES), closed, outfit)
    made.open(None)
    yield made
    made.close()
    outfit.jobs.close()
    closed.lock(opened)


def in_front(qtbot: QtBot, office: Office) -> None:
    """Take the focus back from the pop-up, which this platform gives it to."""
    office.raise_window()
    qtbot.waitUntil(office.window.isActiveWindow)


def test_from_her_page_a_key_opens_the_briefing_and_escape_leads_back(
    qtbot: QtBot, office: Office
) -> None:
    window = office.window
    office.desk.routes.client_wanted.emit(1)
    client = window.page("client")
    assert isinstance(client, ClientPage)
    qtbot.waitUntil(lambda: client.is_whole)

    in_front(qtbot, office)
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    page = window.page("briefing")
    assert isinstance(page, BriefingPage)
    qtbot.waitUntil(lambda: page.briefing is not None)
    opened = window.current
    in_front(qtbot, office)
    QTest.keyClick(window, Qt.Key.Key_Escape)

    assert (opened, window.current) == ("briefing", "client")
    assert page.briefing is not None
    assert page.briefing.client.id == 1


def test_a_greeting_is_asked_for_over_the_window(qtbot: QtBot, office: Office) -> None:
    office.desk.routes.greeting_wanted.emit(1, None)

    [dialog] = office.window.findChildren(GreetingDialog)
    qtbot.waitUntil(dialog.copy_button.isEnabled)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
