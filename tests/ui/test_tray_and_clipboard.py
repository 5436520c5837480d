"""The tray with its badge, where there is one, and copies that do not stay."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from crm_desktop.ui.clipboard import Copies
from crm_desktop.ui.tray import Tray, badged

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def no_tray(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(_no))


def _no() -> bool:
    return False


def actions(tray: Tray) -> dict[str, QAction]:
    menu = next(menu for menu in vars(tray).values() if isinstance(menu, QMenu))
    return {action.text(): action for action in menu.actions() if action.text()}


@pytest.mark.usefixtures("no_tray")
def test_without_a_tray_nothing_is_shown_and_nothing_fails() -> None:
    tray = Tray()

    tray.show()
    tray.tell(2)

    assert not tray.is_there
    assert not any(icon.isVisible() for icon in tray.findChildren(QSystemTrayIcon))


@pytest.mark.parametrize(
    ("locked", "offered"),
    [
        (
            False,
            [
                "Open Client Keeper",
                "Today's reminders",
                "Desk mode",
                "No pop-ups for an hour",
                "Lock",
                "Quit",
            ],
        ),
        (True, ["Open Client Keeper", "Quit"]),
    ],
)
def test_the_menu_offers_what_can_be_done(*, locked: bool, offered: list[str]) -> None:
    assert list(actions(Tray(locked=locked))) == offered


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("Open Client Keeper", "window_wanted"),
        ("Today's reminders", "today_wanted"),
        ("Desk mode", "discreet_wanted"),
        ("No pop-ups for an hour", "quiet_wanted"),
        ("Lock", "lock_wanted"),
        ("Quit", "quit_wanted"),
    ],
)
def test_each_action_says_what_is_wanted(qtbot: QtBot, words: str, signal: str) -> None:
    tray = Tray()

    with qtbot.waitSignal(getattr(tray, signal)):
        actions(tray)[words].trigger()


@pytest.mark.parametrize(
    ("count", "tooltip"), [(0, "Client Keeper"), (7, "Client Keeper: 7 to think of")]
)
def test_the_tooltip_counts(count: int, tooltip: str) -> None:
    parent = QObject()
    tray = Tray(parent)

    tray.show_count(count)

    assert [icon.toolTip() for icon in tray.findChildren(QSystemTrayIcon)] == [tooltip]


def test_two_books_differ_in_the_tray_and_a_discreet_one_holds_no_number() -> None:
    parent = QObject()
    tray = Tray(parent)
    tray.call("贵宾")

    tray.show_count(7)
    told = [icon.toolTip() for icon in parent.findChildren(QSystemTrayIcon)]
    tray.tells_counts = False
    tray.show_count(7)
    told += [icon.toolTip() for icon in parent.findChildren(QSystemTrayIcon)]

    assert told == [
        "贵宾 – Client Keeper: 7 to think of",
        "贵宾 – Client Keeper: something is waiting",
    ]


def test_the_badge_is_painted_over_the_icon_only_where_something_is_open() -> None:
    plain = QApplication.windowIcon()

    assert badged(plain, "") is plain
    pictures = [badged(plain, sign).pixmap(64).toImage() for sign in ("1", "8", "99")]
    assert pictures[0] != pictures[1] != pictures[2]


def test_a_copy_is_taken_off_after_thirty_seconds() -> None:
    copies = Copies()

    copies.copy("王姐，生日快乐！")
    timer = copies._timer

    assert (timer.isActive(), timer.isSingleShot(), timer.interval()) == (True, True, 30_000)
    assert QApplication.clipboard().text() == "王姐，生日快乐！"
    timer.timeout.emit()
    assert QApplication.clipboard().text() == ""


def test_what_was_copied_elsewhere_since_is_left_alone() -> None:
    copies = Copies()
    copies.copy("王姐，生日快乐！")

    QApplication.clipboard().setText("a word of her own")
    copies.clear()

    assert QApplication.clipboard().text() == "a word of her own"


def test_a_copy_is_marked_as_secret_for_each_system() -> None:
    Copies().copy("13800001234")

    formats = QApplication.clipboard().mimeData().formats()
    assert {
        "x-kde-passwordManagerHint",
        "ExcludeClipboardContentFromMonitorProcessing",
        "CanIncludeInClipboardHistory",
        "org.nspasteboard.ConcealedType",
    } <= set(formats)


def test_a_copy_goes_when_the_app_ends(qapp: QApplication) -> None:
    copies = Copies()
    copies.copy("王姐，生日快乐！")

    qapp.aboutToQuit.emit()

    assert QApplication.clipboard().text() == ""
