"""The guards of the screen, an outfit, and the folder of a book."""

import pathlib
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from crm_desktop.app.outfit import Outfit
from crm_desktop.app.run import Run
from crm_desktop.services.book import open_book
from crm_desktop.services.vault import Vault
from crm_desktop.ui.bugs import BugHook
from crm_desktop.ui.i18n import Translators
from crm_desktop.ui.jobs import Jobs
from crm_desktop.ui.look import Look
from crm_desktop.ui.theme.theme import Theme
from tests.ui.conftest import (
    ask,
    clock,
    dressed,
    jobs,
    no_modal_loops,
    no_thread_left,
    remembered,
    theme,
    translators,
)
from tests.ui.desks import RESOURCES
from tests.ui.fakes import FakeAsk, FakeClock
from tests.ui.people import invite
from tests.vaults import new_book, vault

__all__ = [
    "ask",
    "clock",
    "dressed",
    "jobs",
    "no_modal_loops",
    "no_thread_left",
    "remembered",
    "theme",
    "translators",
]


@pytest.fixture
def outfit(
    qapp: QApplication, theme: Theme, jobs: Jobs, ask: FakeAsk, remembered: QSettings
) -> Outfit:
    qapp.setWindowIcon(QIcon(str(RESOURCES / "icons" / "app.svg")))
    look = Look(theme, Translators(qapp, RESOURCES / "i18n"), remembered)
    return Outfit(
        application=qapp,
        look=look,
        remembered=remembered,
        jobs=jobs,
        ask=ask,
        bugs=BugHook(ask),
    )


@pytest.fixture
def place(tmp_path: pathlib.Path, clock: FakeClock, cheap_keys: None) -> Vault:  # noqa: ARG001 - cheap_keys is wanted for what it does
    """Return the vault of a folder without a book."""
    return vault(tmp_path / "book", clock)


@pytest.fixture
def closed(place: Vault, clock: FakeClock) -> Vault:
    """Return the vault of a locked book with two clients and one backup."""
    opened = new_book(place)
    book = open_book(opened, clock, RESOURCES)
    invite(book)
    book.back_up_before_import()
    place.lock(opened)
    return place


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
