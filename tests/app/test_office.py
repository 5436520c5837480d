"""The office: pages made when asked for, routes, upkeep, the title, the first start's failures."""

import datetime as dt
import pathlib
import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crm_desktop.app import start
from crm_desktop.app.office import Office
from crm_desktop.app.outfit import Outfit
from crm_desktop.app.pages import CLIENT, TODAY
from crm_desktop.app.upkeep import Upkeep
from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.list_query import Chosen
from crm_desktop.domain.records import Client
from crm_desktop.paths import BookFolder
from crm_desktop.security.instance import hold
from crm_desktop.services.backup_file import BackupReason
from crm_desktop.services.book import open_book
from crm_desktop.services.vault import Vault
from crm_desktop.ui.client.new import NewClientDialog
from crm_desktop.ui.client.page import ClientPage
from crm_desktop.ui.exchange.export_choice import Kind
from crm_desktop.ui.exchange.export_dialog import ExportDialog
from crm_desktop.ui.gate.trouble import Trouble
from crm_desktop.ui.i18n import Language
from crm_desktop.ui.quick.box import QuickBox
from crm_desktop.ui.theme.theme import ThemeChoice
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


def test_a_client_opens_on_her_page(qtbot: QtBot, office: Office) -> None:
    office.desk.routes.client_wanted.emit(1)
    qtbot.waitUntil(lambda: office.desk.jobs.is_idle)

    assert office.window.current == "client"
    assert isinstance(office.window.page("client"), ClientPage)


def test_the_page_of_a_client_is_built_before_it_is_wanted(qtbot: QtBot, office: Office) -> None:
    office.open(None)
    office.book.clients.add(Client(name="周小满"))
    other = next(iter(office.book.clients.add(Client(name="林月见")).client_ids))
    office._furnishing.setInterval(0)
    office._on_quiet()
    page = office.window.page(CLIENT)
    assert isinstance(page, ClientPage)
    qtbot.waitUntil(lambda: page.is_whole)
    shown_before = office.window.current

    office.desk.routes.client_wanted.emit(other)
    qtbot.waitUntil(lambda: page.is_whole and page.shown.client_id == other)

    assert shown_before == TODAY
    assert office.window.current == CLIENT


def test_pages_are_loaded_before_they_are_wanted(
    qtbot: QtBot, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    loaded = partial(_note, threads)
    monkeypatch.setattr("crm_desktop.app.office.load_pages", loaded)

    office._on_quieter()
    qtbot.waitUntil(lambda: office.desk.jobs.is_idle)

    assert len(threads) == 1
    assert threads[0] is not threading.main_thread()


def _note(threads: list[threading.Thread]) -> None:
    threads.append(threading.current_thread())


def test_the_box_is_made_once_when_first_wanted(office: Office) -> None:
    assert office.box is None

    office.window.box_wanted.emit()
    first = office.box
    office.desk.routes.box_wanted.emit()

    assert office.window.findChildren(QuickBox) == [first]
    for box in office.window.findChildren(QuickBox):
        box.close()


def test_a_new_client_is_asked_for_once(office: Office) -> None:
    office.desk.routes.new_client_wanted.emit()

    [dialog] = office.window.findChildren(NewClientDialog)
    assert dialog.isVisible()
    dialog.close()


def test_picked_clients_are_exported_over_the_window(qtbot: QtBot, office: Office) -> None:
    chosen = Chosen(ids=frozenset({1}))
    office.desk.routes.export_wanted.emit(chosen, Recipient.ME)

    [dialog] = office.window.findChildren(ExportDialog)
    assert dialog.card.kinds[Kind.ME].isChecked()
    qtbot.waitUntil(lambda: bool(dialog.card.asked.purpose.placeholderText()))
    dialog.reject()


def test_without_a_tray_closing_the_window_minimises_it(qtbot: QtBot, office: Office) -> None:
    with qtbot.assertNotEmitted(office.quit_wanted):
        office.window.close()

    assert office.window.isMinimized()
    with qtbot.waitSignal(office.quit_wanted):
        office.window.quit_wanted.emit()


def test_in_the_tray_the_window_only_hides(qtbot: QtBot, office: Office, tray: list[bool]) -> None:
    tray[0] = True

    with qtbot.assertNotEmitted(office.quit_wanted):
        office.window.close()
    hidden = not office.window.isVisible()
    office.raise_window()

    assert hidden
    assert office.window.isVisible()


def test_settings_are_followed_at_once(office: Office) -> None:
    changed = replace(
        office.book.settings.get(), name="贵宾", idle_minutes=3, pop_up_at=dt.time(8, 30)
    )

    office.desk.edits.done(office.book.settings.put(changed))

    assert office.window.windowTitle() == "贵宾 – Client Keeper"
    assert office._idle._allowed == dt.timedelta(minutes=3)
    assert office._ticker._pop_up_at == dt.time(8, 30)


def test_reminders_ring_once_the_window_stands(qtbot: QtBot, office: Office) -> None:
    assert office.bell is None

    qtbot.waitUntil(lambda: office.bell is not None and office.bell.pop_up.isVisible())

    assert office.window.isVisible()


class _Counted:
    """An upkeep over the book of an office, and how many backups there are."""

    def __init__(self, office: Office) -> None:
        self.upkeep = Upkeep(office.book, office.desk.jobs)
        self._office = office

    @property
    def made(self) -> int:
        return sum(one.reason is BackupReason.WORK for one in self._office.book.backups.list())


@pytest.mark.parametrize(
    ("changes", "minutes", "made"),
    [(False, 31, 0), (True, 29, 0), (True, 30, 1)],
    ids=["nothing changed", "too soon", "due"],
)
def test_a_changed_book_is_backed_up_every_half_hour(  # noqa: PLR0913 - one row of the table and what it is tried on
    qtbot: QtBot, office: Office, clock: FakeClock, *, changes: bool, minutes: int, made: int
) -> None:
    counted = _Counted(office)
    if changes:
        office.book.settings.put(replace(office.book.settings.get(), lead_days=5))

    clock.move(minutes=minutes)
    counted.upkeep.look()
    qtbot.waitUntil(lambda: office.desk.jobs.is_idle)
    counted.upkeep.look()
    qtbot.waitUntil(lambda: office.desk.jobs.is_idle)

    assert counted.made == made
    counted.upkeep.stop()


def test_the_log_is_emptied_when_that_is_due(
    qtbot: QtBot, office: Office, clock: FakeClock
) -> None:
    counted = _Counted(office)
    office.book.settings.put(replace(office.book.settings.get(), lead_days=5))
    assert office.book.database.checkpoint_wanted_in() != 0

    clock.move(seconds=31)
    due = office.book.database.checkpoint_wanted_in()
    counted.upkeep.look()
    qtbot.waitUntil(lambda: office.desk.jobs.is_idle)

    assert due == 0
    assert office.book.database.checkpoint_wanted_in() != 0
    counted.upkeep.stop()


def test_look_and_language_are_remembered(outfit: Outfit) -> None:
    outfit.look.choose_theme(ThemeChoice.DARK)
    outfit.look.choose_language(Language.CHINESE)

    assert (outfit.look.theme, outfit.look.language) == (ThemeChoice.DARK, Language.CHINESE)
    assert outfit.look.speaks is Language.ENGLISH
    outfit.remembered.setValue("look/theme", "pink")
    assert outfit.look.theme is ThemeChoice.SYSTEM


@pytest.fixture
def no_loop(monkeypatch: pytest.MonkeyPatch, outfit: Outfit) -> list[str]:
    """Close what would wait for her at once; return the sentences that were told."""
    told: list[str] = []

    def executed() -> int:
        for window in QApplication.topLevelWidgets():
            for trouble in window.findChildren(Trouble):
                told.append(trouble.says)
                window.close()
        return 0

    monkeypatch.setattr(outfit.application, "exec", executed, raising=False)
    monkeypatch.setattr(start, "dressed", lambda *_: outfit)
    monkeypatch.setattr(start, "harden", lambda: None)
    return told


def test_a_folder_that_cannot_be_made_is_told(
    no_loop: list[str], tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")

    code = start.run_window(tmp_path / "file" / "book")

    assert code == 1
    [told] = no_loop
    assert told.startswith("The folder book cannot be written to")
    assert capsys.readouterr().err == f"{no_loop[0]}\n"


def test_a_book_a_command_has_open_is_told(no_loop: list[str], tmp_path: pathlib.Path) -> None:
    folder = BookFolder(path=tmp_path)

    with hold(folder.lock):
        code = start.run_window(tmp_path)

    assert code == 1
    assert len(no_loop) == 1
    assert "open in another window" in no_loop[0]
