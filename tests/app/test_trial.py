"""The demo: its clock, its throw-away book, the photographer, and the pictures of everything."""

import datetime as dt
import pathlib
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.app.flows import Flows
from crm_desktop.app.office import Office
from crm_desktop.app.outfit import Outfit
from crm_desktop.app.photographer import WAIT, Photographer, Scene
from crm_desktop.app.scenes import Scenes
from crm_desktop.app.throwaway import MovedClock, trial_book
from crm_desktop.domain.errors import FolderNotWritable
from crm_desktop.services.client_list import ListQuery
from crm_desktop.ui.i18n import Language
from crm_desktop.ui.jobs import Jobs
from crm_desktop.ui.theme.theme import Theme, ThemeChoice
from crm_desktop.ui.widgets.dialog import Dialog
from tests.ui.fakes import FakeClock

NEW_YEAR = dt.date(2027, 1, 1)
SHOWN = {
    "welcome_name",
    "welcome_code",
    "welcome_start",
    "unlock",
    "unlock_code",
    "new_passphrase",
    "trouble",
    "restore",
    "today",
    "clients",
    "clients_search",
    "clients_narrowed",
    "clients_picked",
    "client",
    "calendar",
    "settings",
    "settings_greetings",
    "settings_safety",
    "settings_look",
    "settings_leads",
    "settings_festivals",
    "today_middle",
    "today_end",
    "talk",
    "import_phone",
    "import_clinic_columns",
    "import_clinic",
    "import_returned",
    "import_conflicts",
    "import_returned_result",
    "import_past",
    "import_remember",
    "import_known",
    "import_take_back",
    "import_trouble",
    "import_password",
    "export_columns",
    "export_me",
    "export_florist",
    "export_detail",
    "consolidate",
    "consolidate_done",
    "split",
    "exchange_empty",
    "exchange_empty_end",
    "calendar_agenda",
    "calendar_week",
    "check",
    "check_client",
    "festival",
    "workbench_call",
    "workbench_child",
    "workbench_own",
    "exchange",
    "import_columns",
    "import_preview",
    "import_result",
    "new_client",
    "quick_box",
    "order",
    "pop_up",
    "pop_up_locked",
    "desk_mode_today",
    "desk_mode_clients",
    "desk_mode_client",
    "pop_up_desk_mode",
    "pop_up_locked_silent",
    "pop_up_locked_unknown",
    "duplicates",
    "briefing",
    "greeting",
    "trash",
    "trash_proof",
    "client_empty",
    "client_middle",
    "client_end",
    "flow_gift_1",
    "flow_gift_2",
    "flow_gift_3",
    "flow_gift_4",
    "flow_gift_5",
    "flow_gift_guard",
    "flow_briefing_1",
    "flow_briefing_2",
    "flow_briefing_3",
    "flow_fact_1",
    "flow_fact_2",
    "flow_fact_3",
    "flow_fact_4",
    "flow_chat_1",
    "flow_chat_2",
    "today_empty",
    "clients_empty",
    "calendar_empty",
}


def test_a_moved_clock_keeps_the_time_of_day_and_goes_on(clock: FakeClock) -> None:
    moved = MovedClock(clock, NEW_YEAR)
    clock.move(minutes=5)

    assert moved.now() == dt.datetime.combine(NEW_YEAR, dt.time(8, 17), clock.now().tzinfo)
    assert moved.monotonic() == 300
    assert MovedClock(clock, None).now() == clock.now()


@pytest.mark.parametrize("clients", [0, 5])
def test_a_trial_book_leaves_nothing_behind(clock: FakeClock, clients: int) -> None:
    with trial_book(clients, clock, Language.CHINESE) as (vault, book):
        count = book.clients.count(ListQuery())
        place = book.folder
        refused = vault.opens_on_this_computer()

    assert count == clients
    assert not refused
    assert not place.exists()


def test_a_picture_is_taken_once_the_jobs_are_done(
    qtbot: QtBot, jobs: Jobs, tmp_path: pathlib.Path
) -> None:
    label = QLabel("before")
    qtbot.addWidget(label)
    seen: list[str] = []

    def scenes() -> Iterator[Scene]:
        jobs.run(label, lambda: "after", label.setText)
        yield "one", label
        seen.append(label.text())

    photographer = Photographer(scenes(), jobs, tmp_path)
    with qtbot.waitSignal(photographer.finished) as finished:
        photographer.begin()

    assert finished.args == [None]
    assert seen == ["after"]
    assert (tmp_path / "one.png").stat().st_size > 0


def test_a_scene_may_be_waited_for_without_a_picture(
    qtbot: QtBot, jobs: Jobs, tmp_path: pathlib.Path
) -> None:
    widget = QPushButton("anything")
    qtbot.addWidget(widget)
    photographer = Photographer(iter([(WAIT, widget), ("one", widget)]), jobs, tmp_path)

    with qtbot.waitSignal(photographer.finished):
        photographer.begin()

    assert [path.name for path in tmp_path.iterdir()] == ["one.png"]


def test_what_stands_over_a_window_is_in_its_picture(
    qtbot: QtBot, jobs: Jobs, tmp_path: pathlib.Path
) -> None:
    window, shade = QWidget(), QColor("#123456")
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    dialog = Dialog("Heading", "Yes", "No", window)
    dialog.setStyleSheet(f"QDialog {{ background: {shade.name()}; }}")
    dialog.open()
    photographer = Photographer(iter([("one", window)]), jobs, tmp_path)

    with qtbot.waitSignal(photographer.finished):
        photographer.begin()

    picture = QImage(str(tmp_path / "one.png"))
    corner = picture.rect().center() - dialog.rect().center() + QPoint(3, 3)
    assert picture.size() == window.size()
    assert picture.pixelColor(corner) == shade


def test_the_flows_leave_the_book_as_they_found_it(
    qtbot: QtBot, outfit: Outfit, clock: FakeClock, tmp_path: pathlib.Path
) -> None:
    with trial_book(20, clock, Language.ENGLISH) as (vault, book):
        office = Office(book, vault, outfit)
        before = [book.clients.file(each, today=clock.now().date()).folder for each in range(1, 21)]
        office.window.show()
        photographer = Photographer(Flows(office).all(), outfit.jobs, tmp_path)
        with qtbot.waitSignal(photographer.finished):
            photographer.begin()
        after = [book.clients.file(each, today=clock.now().date()).folder for each in range(1, 21)]
        states = [state for _, _, state in book.journal.latest()]
        office.close()
        outfit.jobs.close()

    assert after == before
    assert states == ["undone"] * 4


def test_a_book_too_small_for_the_flows_has_none(outfit: Outfit, clock: FakeClock) -> None:
    with trial_book(1, clock, Language.ENGLISH) as (vault, book):
        office = Office(book, vault, outfit)
        assert list(Flows(office).all()) == []
        office.close()
        outfit.jobs.close()


def test_the_painted_photos_are_in_the_file_and_can_be_opened(clock: FakeClock) -> None:
    with trial_book(1, clock, Language.ENGLISH) as (_, book):
        photos = book.clients.file(1, today=clock.now().date()).folder.attachments
        images = [QImage.fromData(book.attachments.content(each)) for each in photos]
        agreed = book.attachments.may_take_photos(1)

    assert [photo.title for photo in photos] == ["Birthday lilies", "Birthday cake"]
    assert not any(image.isNull() for image in images)
    assert agreed


def test_a_picture_that_cannot_be_written_ends_it(
    qtbot: QtBot, jobs: Jobs, tmp_path: pathlib.Path
) -> None:
    widget = QPushButton("anything")
    qtbot.addWidget(widget)
    photographer = Photographer(iter([("one", widget)]), jobs, tmp_path / "absent")

    with qtbot.waitSignal(photographer.finished) as finished:
        photographer.begin()

    [error] = finished.args or [None]
    assert isinstance(error, FolderNotWritable)


def test_every_page_pop_up_and_dialog_is_shown_in_both_themes(
    qtbot: QtBot, outfit: Outfit, theme: Theme, clock: FakeClock, tmp_path: pathlib.Path
) -> None:
    outfit.look.put_on()
    with (
        trial_book(20, clock, Language.ENGLISH) as (vault, book),
        trial_book(0, clock, Language.ENGLISH) as (_, empty),
    ):
        scenes = Scenes(book, empty, vault, outfit)
        photographer = Photographer(scenes.all(), outfit.jobs, tmp_path)
        with qtbot.waitSignal(photographer.finished, timeout=180_000):
            photographer.begin()
        scenes.close()
        outfit.jobs.close()

    taken = {path.stem for path in tmp_path.glob("*.png")}
    assert taken == {f"{name}_{one}" for name in SHOWN for one in ("light", "dark")}
    assert theme.choice is ThemeChoice.DARK
