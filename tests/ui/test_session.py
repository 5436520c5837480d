import datetime as dt
import pathlib
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.ui.session import handover
from crm_desktop.ui.session.handover import Handover
from crm_desktop.ui.session.idle import Idle
from crm_desktop.ui.session.instance import FirstInstance, ask_first_to_show
from crm_desktop.ui.session.ticker import Ticker

pytestmark = pytest.mark.usefixtures("qapp")

BEIJING = dt.timezone(dt.timedelta(hours=8))
MORNING = dt.datetime(2026, 11, 22, 8, 0, tzinfo=BEIJING)
NINE = dt.time(9, 0)


class SteppedClock:
    def __init__(self, start: dt.datetime) -> None:
        self.wall = start
        self.seconds = 0.0

    def now(self) -> dt.datetime:
        return self.wall

    def monotonic(self) -> float:
        return self.seconds

    def step(self, wall: dt.timedelta, monotonic: float | None = None) -> None:
        self.wall += wall
        self.seconds += wall.total_seconds() if monotonic is None else monotonic


def collected(ticker: Ticker) -> list[dt.datetime]:
    ticks: list[dt.datetime] = []
    ticker.ticked.connect(ticks.append)
    return ticks


@pytest.mark.parametrize(
    ("wall", "monotonic", "expired"),
    [
        (dt.timedelta(minutes=4, seconds=59), 299, False),
        (dt.timedelta(minutes=5), 300, True),
        pytest.param(dt.timedelta(hours=8), 1, True, id="the machine slept"),
        pytest.param(dt.timedelta(hours=-1), 300, True, id="the clock was set back"),
    ],
)
def test_idle_is_judged_by_whichever_clock_went_further(
    wall: dt.timedelta, monotonic: float, *, expired: bool
) -> None:
    clock = SteppedClock(MORNING)
    idle = Idle(clock, dt.timedelta(minutes=5))
    said: list[bool] = []
    idle.expired.connect(lambda: said.append(True))

    clock.step(wall, monotonic)
    idle.look()
    idle.look()

    assert said == [True] * expired


def test_a_key_press_starts_the_idle_time_anew(qtbot: QtBot) -> None:
    clock = SteppedClock(MORNING)
    idle = Idle(clock, dt.timedelta(minutes=5))
    idle.begin()
    widget = QWidget()
    qtbot.addWidget(widget)
    said: list[bool] = []
    idle.expired.connect(lambda: said.append(True))

    clock.step(dt.timedelta(minutes=4))
    QTest.keyClick(widget, Qt.Key.Key_A)
    clock.step(dt.timedelta(minutes=4))
    idle.look()

    assert said == []
    assert not idle.eventFilter(QObject(), QEvent(QEvent.Type.Paint))


def test_the_ticker_ticks_at_the_start_whatever_the_hour() -> None:
    ticker = Ticker(SteppedClock(MORNING), NINE)
    ticks = collected(ticker)

    ticker.start()

    assert ticks == [MORNING]


@pytest.mark.parametrize(
    ("later", "ticked"),
    [
        pytest.param(dt.timedelta(minutes=4), False, id="before the hour"),
        pytest.param(dt.timedelta(minutes=59), True, id="woken from sleep"),
        pytest.param(dt.timedelta(days=3), True, id="after three days asleep"),
    ],
)
def test_the_ticker_ticks_once_the_hour_has_come(later: dt.timedelta, *, ticked: bool) -> None:
    clock = SteppedClock(MORNING)
    ticker = Ticker(clock, NINE)
    ticker.start()
    ticks = collected(ticker)

    clock.step(later)
    ticker.look()
    ticker.look()

    assert len(ticks) == ticked


def test_the_ticker_that_is_awake_waits_for_the_hour_of_the_day() -> None:
    clock = SteppedClock(MORNING)
    ticker = Ticker(clock, NINE)
    ticker.start()
    ticks = collected(ticker)

    for _ in range(65):
        clock.step(dt.timedelta(minutes=1))
        ticker.look()

    assert [tick.time() for tick in ticks] == [NINE]


def test_a_second_start_makes_the_first_show_itself(qtbot: QtBot, tmp_path: pathlib.Path) -> None:
    first = FirstInstance(tmp_path)

    with qtbot.waitSignal(first.show_wanted):
        answered = ask_first_to_show(tmp_path)

    assert answered
    first.close()
    assert not ask_first_to_show(tmp_path)


def test_what_is_handed_over_holds_days_and_counts_only() -> None:
    raises = {dt.date(2026, 11, 23): 2, dt.date(2026, 11, 24): 0, dt.date(2026, 11, 25): 1}
    handed = Handover(
        raises=raises,
        waiting=4,
        pop_up_at=dt.time(8, 30),
        hidden=True,
        known_until=dt.date(2026, 12, 6),
        tells_counts=False,
    )

    text = handover.written(handed)

    assert text == (
        '{"raises": {"2026-11-23": 2, "2026-11-25": 1}, "waiting": 4,'
        ' "pop_up_at": "08:30", "hidden": true, "known_until": "2026-12-06", "tells_counts": false}'
    )
    read = handover.read(text)
    assert read.due(dt.date(2026, 11, 24)) == 2
    assert replace(read, raises=raises) == handed
    assert [read.is_known(dt.date(2026, 12, day)) for day in (6, 7)] == [True, False]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"raises": {"soon": 1}}', '{"raises": 3}', "7"])
def test_a_handover_of_another_hand_gives_nothing(text: str) -> None:
    assert handover.read(text) == Handover()


def test_what_the_environment_hands_over_is_taken_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(handover.VARIABLE, "{}")

    assert handover.taken() == Handover()
    assert handover.taken() is None


def test_a_book_that_never_locks_is_never_idle() -> None:
    clock = SteppedClock(MORNING)
    idle = Idle(clock, dt.timedelta())
    said: list[bool] = []
    idle.expired.connect(lambda: said.append(True))

    clock.step(dt.timedelta(days=1))
    idle.look()

    assert said == []


def test_the_restarted_app_is_the_bundle_itself_or_the_module() -> None:
    assert handover.command(["--book", "b"], "/opt/app", frozen=True) == (
        "/opt/app",
        ["--book", "b"],
    )
    assert handover.command([], "/usr/bin/python", frozen=False) == (
        "/usr/bin/python",
        ["-m", "crm_desktop"],
    )


@pytest.mark.parametrize(
    ("moved", "ticked"),
    [
        pytest.param(dt.timedelta(minutes=-10), True, id="set back by minutes"),
        pytest.param(dt.timedelta(hours=-60), True, id="set back by days"),
        pytest.param(dt.timedelta(hours=60), True, id="set ahead by days"),
        pytest.param(dt.timedelta(seconds=-30), False, id="set right by seconds"),
    ],
)
def test_a_clock_that_was_set_is_looked_at_at_once(moved: dt.timedelta, *, ticked: bool) -> None:
    clock = SteppedClock(MORNING)
    ticker = Ticker(clock, NINE)
    ticker.start()
    ticks = collected(ticker)

    clock.step(moved, 20)
    ticker.look()
    ticker.look()

    assert ticks == [clock.now()] * ticked


def test_another_time_zone_is_looked_at_at_once() -> None:
    clock = SteppedClock(MORNING)
    ticker = Ticker(clock, NINE)
    ticker.start()
    ticks = collected(ticker)

    clock.wall = clock.wall.astimezone(dt.timezone(dt.timedelta(hours=9)))
    ticker.look()

    assert len(ticks) == 1


def test_midnight_is_told_and_no_reminder_pops_up_for_it() -> None:
    clock = SteppedClock(MORNING.replace(hour=23, minute=59))
    ticker = Ticker(clock, NINE)
    ticker.start()
    ticks = collected(ticker)
    days: list[dt.date] = []
    ticker.day_changed.connect(days.append)

    for _ in range(5):
        clock.step(dt.timedelta(minutes=1))
        ticker.look()

    assert days == [dt.date(2026, 11, 23)]
    assert ticks == []


def test_a_start_at_login_asks_and_shows_nothing(qtbot: QtBot, tmp_path: pathlib.Path) -> None:
    first = FirstInstance(tmp_path)
    shown: list[bool] = []
    first.show_wanted.connect(lambda: shown.append(True))

    answered = ask_first_to_show(tmp_path, shows=False)
    with qtbot.waitSignal(first.show_wanted):
        ask_first_to_show(tmp_path)

    assert (answered, shown) == (True, [True])
    first.close()
