"""What the pop-up tells in a line, how it waits for the end of a presentation, and desk mode."""

import dataclasses
import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from crm_desktop.domain.occasions import Kind, Missed, Reminder, Source, Stage, What
from crm_desktop.ui.popup.bell import Bell
from crm_desktop.ui.popup.window import PopUp
from crm_desktop.ui.reminding.answers import Answers
from crm_desktop.ui.reminding.card import ReminderCard
from crm_desktop.ui.text.discretion import be_discreet
from tests.ui.desks import Laid
from tests.ui.people import SUNDAY, invite, reminder
from tests.ui.settling import settled
from tests.ui.test_popup import told
from tests.ui.test_presenting import FakePresenting

FRIDAY = SUNDAY + dt.timedelta(days=5)


@pytest.fixture
def pop_up(qtbot: QtBot, laid: Laid) -> PopUp:
    made = PopUp(Answers(laid.desk))
    qtbot.addWidget(made)
    return made


@pytest.fixture
def presenting() -> FakePresenting:
    return FakePresenting(on=True)


@pytest.fixture
def bell(laid: Laid, presenting: FakePresenting) -> Iterator[Bell]:
    invite(laid.desk.book)
    made = Bell(laid.desk, presenting=presenting)
    yield made
    made.close()


@pytest.fixture
def discreet() -> Iterator[None]:
    be_discreet(on=True)
    yield
    be_discreet(on=False)


def follow_up(number: int) -> Reminder:
    return reminder(number, Stage.DAY, What.CALL, SUNDAY, kind=Kind.FOLLOW_UP, source=Source.TALK)


def christmas() -> Reminder:
    return reminder(
        1,
        Stage.PREPARE,
        What.GREETING,
        FRIDAY,
        kind=Kind.FESTIVAL,
        source=Source.FESTIVAL,
        festival="christmas",
        client_id=0,
        clients=42,
    )


def test_many_follow_ups_are_one_line(qtbot: QtBot, pop_up: PopUp) -> None:
    pop_up.show_reminders([reminder(1), *map(follow_up, range(2, 14))], SUNDAY)

    said = told(pop_up)
    assert "12 follow-ups" in said
    assert len(pop_up.findChildren(ReminderCard)) == 1
    with qtbot.waitSignal(pop_up.today_wanted):
        _opener(pop_up, "12 follow-ups").click()


def test_a_promise_is_no_follow_up(pop_up: PopUp) -> None:
    promises = [
        dataclasses.replace(one, occasion=dataclasses.replace(one.occasion, kind=Kind.PROMISE))
        for one in (follow_up(8), follow_up(9))
    ]
    pop_up.show_reminders([follow_up(7), *promises], SUNDAY)

    said = told(pop_up)
    assert "1 follow-up" in said
    assert "2 promises to keep" in said


def test_a_festival_is_one_line_that_opens_its_list(qtbot: QtBot, pop_up: PopUp) -> None:
    pop_up.show_reminders([christmas()], SUNDAY)

    line = "Christmas · Fri 27 Nov · in 5 days"
    assert line in told(pop_up)
    with qtbot.waitSignal(pop_up.festival_wanted) as wanted:
        _opener(pop_up, line).click()
    assert wanted.args == ["christmas", FRIDAY]


def test_what_was_missed_is_one_line_that_stays_until_it_is_seen(pop_up: PopUp) -> None:
    gone = Missed(reminder(5).occasion, Stage.DAY)
    pop_up.show_reminders([reminder(1)], SUNDAY, missed=[gone])

    pop_up.take_out(reminder(1))

    assert pop_up.isVisible()
    assert told(pop_up)[0] == "1 to think of"
    assert "1 missed – still worth a word" in told(pop_up)


def test_more_that_comes_while_it_stands_makes_it_higher(pop_up: PopUp) -> None:
    pop_up.show_reminders([reminder(1)], SUNDAY)
    one = pop_up.height()

    pop_up.show_reminders([reminder(2), *map(follow_up, range(3, 5))], SUNDAY)

    assert pop_up.height() > one * 3 / 2


@pytest.mark.usefixtures("discreet")
def test_in_desk_mode_there_are_lines_without_names(pop_up: PopUp) -> None:
    today = reminder(3, Stage.DAY, What.GREETING, SUNDAY, client_display_name="林月见")
    pop_up.show_reminders([reminder(1), reminder(2), today, follow_up(9)], SUNDAY)

    assert [words for words in told(pop_up) if ":" in words] == [
        "林**: 1 today",
        "王**: 2 to prepare",
    ]
    assert "1 follow-up" in told(pop_up)
    assert pop_up.findChildren(ReminderCard) == []


def test_desk_mode_that_ends_shows_the_cards_again(
    qtbot: QtBot, laid: Laid, bell: Bell, presenting: FakePresenting
) -> None:
    presenting.on = False
    with qtbot.waitSignal(bell.rang):
        bell.look(laid.clock.now())
    cards = [len(bell.pop_up.findChildren(ReminderCard))]

    for on in (True, False):
        be_discreet(on=on)
        laid.desk.routes.discretion_changed.emit(on)
        cards.append(sum(card.isVisible() for card in bell.pop_up.findChildren(ReminderCard)))

    assert cards == [2, 0, 2]


def test_a_presentation_is_waited_for_and_nothing_is_told_before(
    qtbot: QtBot, laid: Laid, bell: Bell, presenting: FakePresenting
) -> None:
    bell.look(laid.clock.now())
    qtbot.waitUntil(settled(laid))
    held = not bell.pop_up.isVisible()
    still_news = laid.desk.book.reminders.look(laid.clock.now()).raised

    presenting.on = False
    with qtbot.waitSignal(bell.rang) as rang:
        bell.look(laid.clock.now())
    qtbot.waitUntil(settled(laid))

    assert (held, len(still_news), rang.args) == (True, 2, [2])
    assert not laid.desk.book.reminders.look(laid.clock.now()).raised


def test_after_a_quarter_of_an_hour_it_comes_without_names(
    qtbot: QtBot, laid: Laid, bell: Bell
) -> None:
    bell.look(laid.clock.now())
    qtbot.waitUntil(settled(laid))

    laid.clock.move(minutes=15)
    with qtbot.waitSignal(bell.rang):
        bell.look(laid.clock.now())

    assert "王**: 1 to prepare" in told(bell.pop_up)
    assert bell.pop_up.findChildren(ReminderCard) == []


def test_on_a_silent_day_it_says_first_why_the_day_is_left_alone(
    qtbot: QtBot, laid: Laid, bell: Bell, presenting: FakePresenting
) -> None:
    settings = laid.desk.book.settings
    settings.put(dataclasses.replace(settings.get(), silent_days=frozenset({SUNDAY})))
    presenting.on = False

    with qtbot.waitSignal(bell.rang):
        bell.look(laid.clock.now())
    hushed = told(bell.pop_up)
    settings.put(dataclasses.replace(settings.get(), silent_days=frozenset()))
    laid.clock.move(days=2)
    with qtbot.waitSignal(bell.rang):
        bell.look(laid.clock.now())

    assert any("silent" in words for words in hushed)
    assert not any("silent" in words for words in told(bell.pop_up))


def test_quiet_holds_everything_back_until_it_ends(
    qtbot: QtBot, laid: Laid, bell: Bell, presenting: FakePresenting
) -> None:
    presenting.on = False
    bell.be_quiet(True)
    qtbot.waitUntil(settled(laid))
    held = not bell.pop_up.isVisible()

    with qtbot.waitSignal(bell.rang):
        bell.be_quiet(False)

    assert held
    assert bell.pop_up.isVisible()


def _opener(pop_up: PopUp, line: str) -> QPushButton:
    [found] = [
        one for one in pop_up.findChildren(QPushButton) if one.accessibleName() == f"Open: {line}"
    ]
    return found
