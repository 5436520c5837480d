"""How long a pop-up is held back, and who may hold it."""

import ctypes
import datetime as dt

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.ui.popup.hold import AT_MOST, Hold
from crm_desktop.ui.session.presenting import OwnWindows, Presenting, WindowsShell, of_this_system
from crm_desktop.ui.session.screen_lock import is_away
from crm_desktop.ui.session.x11_front import X11Front
from tests.ui.fakes import FakeClock


class FakePresenting:
    """Says what the test wants."""

    def __init__(self, *, on: bool = False) -> None:
        self.on = on

    def is_on(self) -> bool:
        return self.on


def test_a_presentation_holds_a_quarter_of_an_hour_and_no_longer() -> None:
    clock, presenting = FakeClock(), FakePresenting(on=True)
    hold = Hold(presenting, clock)
    may = [hold.may_show()]

    clock.move(minutes=14, seconds=59)
    may.append(hold.may_show())
    clock.move(seconds=1)
    may.append(hold.may_show())
    hold.showed()
    may.append(hold.may_show())
    presenting.on = False
    may.append(hold.may_show())

    assert dt.timedelta(minutes=15) == AT_MOST
    assert may == [False, False, True, False, True]


@pytest.mark.parametrize(("minds", "may"), [(True, False), (False, True)])
def test_only_where_she_wants_it(*, minds: bool, may: bool) -> None:
    hold = Hold(FakePresenting(on=True), FakeClock())

    hold.minds = minds

    assert hold.may_show() is may


def test_quiet_lasts_an_hour_or_until_she_ends_it() -> None:
    clock = FakeClock()
    hold = Hold(FakePresenting(), clock)

    hold.be_quiet(on=True)
    may = [hold.may_show()]
    clock.move(minutes=60)
    may.append(hold.may_show())
    hold.be_quiet(on=True)
    hold.be_quiet(on=False)
    may.append(hold.may_show())

    assert may == [False, True, True]


def test_a_full_screen_of_ours_is_a_presentation(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    before = OwnWindows().is_on()

    window.showFullScreen()

    assert (before, OwnWindows().is_on()) == (False, True)
    window.close()


class _Shell:
    """The answer of Windows."""

    def __init__(self, state: int, result: int) -> None:
        self._state = state
        self._result = result

    def SHQueryUserNotificationState(self, told: object) -> int:  # noqa: N802 - so Windows calls it
        told._obj.value = self._state  # type: ignore[attr-defined] # what byref hands over
        return self._result


@pytest.mark.parametrize(
    ("state", "result", "is_on"),
    [
        (1, 0, False),  # not present: locked, or the screen saver
        (2, 0, True),
        (3, 0, True),
        (4, 0, True),
        (5, 0, False),  # accepts notifications
        (6, 0, False),  # quiet time after the first login
        (7, 0, True),
        (2, -1, False),
    ],
)
def test_what_windows_answers(
    monkeypatch: pytest.MonkeyPatch, state: int, result: int, *, is_on: bool
) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: _Shell(state, result))

    assert WindowsShell().is_on() is is_on


@pytest.mark.parametrize("way", [WindowsShell(), X11Front()])
def test_where_nobody_can_tell_the_reminder_comes(
    monkeypatch: pytest.MonkeyPatch, way: Presenting
) -> None:
    def lacks(_name: str) -> None:
        raise OSError

    monkeypatch.setattr(ctypes, "CDLL", lacks)

    assert not way.is_on()


@pytest.mark.usefixtures("qapp")
def test_without_a_desktop_our_own_windows_are_asked() -> None:
    assert isinstance(of_this_system(), OwnWindows)


@pytest.mark.parametrize(
    ("message", "reason", "away"),
    [
        (0x02B1, 7, True),  # locked
        (0x02B1, 8, False),  # unlocked
        (0x02B1, 2, True),  # another user at the console
        (0x02B1, 4, True),  # the remote session went away
        (0x02B1, 1, False),
        (0x0010, 7, False),
    ],
)
def test_what_windows_says_of_the_session(message: int, reason: int, *, away: bool) -> None:
    assert is_away(message, reason) is away
