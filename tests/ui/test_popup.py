"""The pop-ups: on top without the focus, grouped, as high as needed; bell and doorbell."""

import datetime as dt
import pathlib
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.domain.errors import BookBusy
from crm_desktop.domain.occasions import Stage, What
from crm_desktop.ui.popup.bell import Bell
from crm_desktop.ui.popup.doorbell import Doorbell
from crm_desktop.ui.popup.window import PopUp
from crm_desktop.ui.reminding.answers import Answers
from crm_desktop.ui.reminding.card import ReminderCard
from crm_desktop.ui.session.handover import Handover
from tests.ui.desks import Laid
from tests.ui.fakes import FakeClock
from tests.ui.people import BIG, CHILD, SUNDAY, invite, reminder
from tests.ui.settling import settled
from tests.ui.test_presenting import FakePresenting

MONDAY = SUNDAY + dt.timedelta(days=1)
_SOMETHING = "Something is waiting"


@pytest.fixture
def pop_up(qtbot: QtBot, laid: Laid) -> PopUp:
    made = PopUp(Answers(laid.desk))
    qtbot.addWidget(made)
    return made


@pytest.fixture
def presenting() -> FakePresenting:
    return FakePresenting()


@pytest.fixture
def bell(laid: Laid, presenting: FakePresenting) -> Iterator[Bell]:
    made = Bell(laid.desk, presenting=presenting)
    yield made
    made.close()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


def told(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def test_the_pop_up_stays_on_top_and_never_takes_the_focus(pop_up: PopUp) -> None:
    flags = pop_up.windowFlags()

    for flag in (
        Qt.WindowType.Tool,
        Qt.WindowType.FramelessWindowHint,
        Qt.WindowType.WindowStaysOnTopHint,
        Qt.WindowType.WindowDoesNotAcceptFocus,
    ):
        assert flags & flag == flag
    assert pop_up.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_the_pop_up_groups_by_day_and_counts(pop_up: PopUp) -> None:
    today = reminder(3, Stage.DAY, What.GREETING, SUNDAY)

    pop_up.show_reminders([reminder(1), reminder(2), today], SUNDAY)

    said = told(pop_up)
    assert said[0] == "3 to think of"
    assert said.index("Sun 22 Nov · today") < said.index(
        "To prepare: Tue 24 Nov · the day after tomorrow"
    )
    assert len([words for words in said if words.startswith("To prepare")]) == 1


def test_a_reminder_told_again_is_not_shown_twice(pop_up: PopUp) -> None:
    pop_up.show_reminders([reminder(1)], SUNDAY)

    pop_up.show_reminders([reminder(1), reminder(2)], SUNDAY)

    assert told(pop_up)[0] == "2 to think of"


def test_what_is_answered_leaves_and_the_last_closes_it(qtbot: QtBot, pop_up: PopUp) -> None:
    pop_up.show_reminders([reminder(1), reminder(2)], SUNDAY)
    high = pop_up.height()

    pop_up.take_out(reminder(1))
    less = pop_up.height()
    with qtbot.waitSignal(pop_up.emptied):
        pop_up.take_out(reminder(2))

    assert less < high
    assert not pop_up.isVisible()


def test_many_reminders_do_not_outgrow_the_screen(pop_up: PopUp) -> None:
    pop_up.show_reminders([reminder(number) for number in range(1, 40)], SUNDAY)

    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert pop_up.height() <= screen.height() * 0.8
    assert screen.contains(pop_up.geometry())
    assert "and 31 more on the Today page" in told(pop_up)


def test_the_bell_rings_once_for_what_is_due(qtbot: QtBot, laid: Laid, bell: Bell) -> None:
    invite(laid.desk.book)
    rung: list[int] = []
    bell.rang.connect(rung.append)

    with qtbot.waitSignal(bell.waiting) as waiting:
        bell.look(laid.clock.now())
    bell.look(laid.clock.now())
    qtbot.waitUntil(settled(laid))

    assert waiting.args == [2]
    assert rung == [2]
    assert len(bell.pop_up.findChildren(ReminderCard)) == 2


def test_what_could_not_be_remembered_rings_again(
    qtbot: QtBot, laid: Laid, bell: Bell, monkeypatch: pytest.MonkeyPatch
) -> None:
    invite(laid.desk.book)
    rung: list[int] = []
    bell.rang.connect(rung.append)

    def full(_tick: object, _now: object) -> None:
        raise BookBusy(pathlib.Path("book.db"))

    with monkeypatch.context() as broken:
        broken.setattr(laid.desk.book.reminders, "told", full)
        bell.look(laid.clock.now())
        qtbot.waitUntil(settled(laid))
    bell.look(laid.clock.now())
    qtbot.waitUntil(settled(laid))
    bell.look(laid.clock.now())
    qtbot.waitUntil(settled(laid))

    assert rung == [2, 2]


def test_what_is_answered_elsewhere_leaves_the_pop_up(qtbot: QtBot, laid: Laid, bell: Bell) -> None:
    invite(laid.desk.book)
    with qtbot.waitSignal(bell.rang):
        bell.look(laid.clock.now())
    first = laid.desk.book.reminders.due(laid.clock.now())[0]

    Answers(laid.desk, bell).done(first)
    with qtbot.waitSignal(bell.waiting) as waiting:
        pass

    assert waiting.args == [1]
    assert told(bell.pop_up)[0] == "1 to think of"


@pytest.mark.usefixtures("qapp")
def test_the_doorbell_tells_counts_and_no_names(clock: FakeClock) -> None:
    handed = Handover(raises={SUNDAY: 2, MONDAY: 1}, waiting=3, known_until=MONDAY)
    doorbell = Doorbell(handed, clock)
    waits: list[int] = []
    doorbell.waiting.connect(waits.append)

    doorbell.start()

    said = "".join(told(doorbell.pop_up))
    assert "Reminders: 2" in said
    assert BIG not in said
    assert CHILD not in said
    assert waits == [5]
    doorbell.close()


@pytest.mark.usefixtures("qapp")
def test_the_doorbell_rings_again_only_when_more_is_due(clock: FakeClock) -> None:
    doorbell = Doorbell(
        Handover(raises={MONDAY: 2}, known_until=SUNDAY + dt.timedelta(days=14)), clock
    )
    rung: list[tuple[dt.datetime, int]] = []
    doorbell.rang.connect(lambda count: rung.append((clock.now(), count)))
    doorbell.start()

    for _ in range(3 * 24 * 12):
        clock.move(minutes=4)
        doorbell.ticker.look()

    assert [count for _, count in rung] == [2]
    assert rung[0][0].date() == MONDAY
    assert rung[0][0].time() >= dt.time(9)
    doorbell.close()


@pytest.mark.usefixtures("qapp")
def test_unlock_of_the_locked_pop_up_asks_for_the_way_in(qtbot: QtBot, clock: FakeClock) -> None:
    doorbell = Doorbell(Handover(raises={SUNDAY: 1}), clock)
    doorbell.start()

    with qtbot.waitSignal(doorbell.unlock_wanted):
        doorbell.pop_up.unlock_button.click()

    assert not doorbell.pop_up.isVisible()
    doorbell.close()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("handed", "title"),
    [
        (Handover(raises={SUNDAY: 2}, known_until=SUNDAY), "Reminders: 2"),
        (Handover(raises={SUNDAY: 2}, known_until=SUNDAY, tells_counts=False), _SOMETHING),
        (Handover(), "Open your book"),
        (Handover(known_until=SUNDAY - dt.timedelta(days=1)), "Open your book"),
    ],
    ids=["counts", "no counts", "a start at login", "locked for too long"],
)
def test_a_locked_book_says_what_it_may(clock: FakeClock, handed: Handover, title: str) -> None:
    doorbell = Doorbell(handed, clock)

    doorbell.start()

    assert told(doorbell.pop_up)[0] == title
    doorbell.close()


@pytest.mark.usefixtures("qapp")
def test_a_book_locked_for_long_asks_once_a_day_to_be_opened(clock: FakeClock) -> None:
    doorbell = Doorbell(Handover(known_until=SUNDAY), clock)
    asked: list[dt.date] = []
    doorbell.unknown.connect(lambda: asked.append(clock.now().date()))
    doorbell.start()

    for _ in range(3 * 24 * 12):
        clock.move(minutes=5)
        doorbell.ticker.look()

    assert asked == [SUNDAY + dt.timedelta(days=day) for day in (1, 2, 3)]
    doorbell.close()
