"""The clock of the screen agrees with the system's and can be kept in Beijing."""

import datetime as dt
import time

import pytest

from crm_desktop.clock import Clock, SystemClock
from crm_desktop.ui.qt_clock import BEIJING, QtClock


def test_clock_agrees_with_the_system() -> None:
    clock: Clock = QtClock()

    difference = abs(clock.now() - SystemClock().now())

    assert difference < dt.timedelta(seconds=5)
    assert clock.now().utcoffset() is not None
    assert clock.monotonic() <= time.monotonic()


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Tokyo"])
def test_clock_can_stay_in_beijing(monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    monkeypatch.setenv("TZ", zone)

    assert QtClock(BEIJING).now().utcoffset() == dt.timedelta(hours=8)
