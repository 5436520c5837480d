"""Widgets: what is shown is whole, named for a screen reader, and in its place."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.ui.icons import Icon
from crm_desktop.ui.theme.roles import Role, Tone
from crm_desktop.ui.theme.tokens import CONTROL_HEIGHT, LIGHT, ROW_HEIGHT
from crm_desktop.ui.widgets.avatar import Avatar, sign_of
from crm_desktop.ui.widgets.buttons import IconButton, button, primary
from crm_desktop.ui.widgets.card import Band, Card
from crm_desktop.ui.widgets.deck import Deck
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.empty import EmptyState
from crm_desktop.ui.widgets.flow import FlowLayout
from crm_desktop.ui.widgets.heading import PageHeading, SectionHeading
from crm_desktop.ui.widgets.labels import wrapped
from crm_desktop.ui.widgets.layouts import ScrollColumn, column, scrolling_page
from crm_desktop.ui.widgets.listing import ListRow
from crm_desktop.ui.widgets.pill import Pill
from crm_desktop.ui.widgets.switch import Switch

LONG = "Everything stays on this computer, encrypted, and nobody can reset it for you. " * 3


def words_in(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


@pytest.mark.parametrize(
    ("name", "sign"), [("王雅婷", "王"), (" 欧阳 ", "欧"), ("lucy", "L"), ("", "·")]
)
def test_avatar_shows_the_first_sign(name: str, sign: str) -> None:
    assert sign_of(name) == sign


def test_avatar_is_round_and_in_the_colours_of_its_tone(qtbot: QtBot) -> None:
    avatar = Avatar("王雅婷", 40)
    qtbot.addWidget(avatar)
    avatar.resize(avatar.sizeHint())

    picture = avatar.grab().toImage()

    assert picture.pixelColor(20, 3).name() == LIGHT.soft.lower()
    assert picture.pixelColor(1, 1).name() != LIGHT.soft.lower()
    assert avatar.accessibleName() == "王雅婷"


@pytest.mark.parametrize("role", [None, Role.PRIMARY, Role.QUIET, Role.DANGER])
def test_controls_are_34_high_focused_or_not(qtbot: QtBot, role: Role | None) -> None:
    made = button("Save", role)
    qtbot.addWidget(made)
    made.ensurePolished()
    calm = made.sizeHint().height()

    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()

    assert calm == CONTROL_HEIGHT
    assert made.sizeHint().height() == CONTROL_HEIGHT


def test_icon_button_says_what_it_does(qtbot: QtBot) -> None:
    made = IconButton(Icon.PHONE, "Call")
    qtbot.addWidget(made)

    assert (made.accessibleName(), made.toolTip()) == ("Call", "Call")


def test_row_is_52_high_and_gives_way_to_its_buttons(qtbot: QtBot) -> None:
    done = primary("Done")
    row = ListRow("A very long name that has no room " * 5, "what", done)
    qtbot.addWidget(row)
    row.resize(300, row.sizeHint().height())
    row.show()

    assert row.minimumHeight() == ROW_HEIGHT
    assert done.geometry().right() < 300
    assert done.width() >= done.sizeHint().width()


def test_cut_text_is_whole_in_its_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel(LONG)
    qtbot.addWidget(label)
    label.show()

    label.resize(100, 20)
    assert label.is_cut()
    assert label.toolTip() == LONG
    label.resize(5_000, 20)
    assert label.toolTip() == ""


def test_wrapped_words_take_the_height_they_need(qtbot: QtBot) -> None:
    label = wrapped(LONG)
    deck = Deck(label, QWidget())
    qtbot.addWidget(deck)
    deck.setFixedWidth(300)
    deck.show()

    assert label.height() >= label.heightForWidth(label.width())


def test_deck_is_as_high_as_the_card_shown(qtbot: QtBot) -> None:
    low, high = QWidget(), QWidget()
    low.setFixedHeight(40)
    high.setFixedHeight(400)
    deck = Deck(low, high)
    qtbot.addWidget(deck)
    deck.show()

    assert deck.sizeHint().height() == 40
    deck.show_card(1)
    assert deck.top_card is high
    assert deck.sizeHint().height() == 400


def test_flow_breaks_into_lines_and_none_is_outside(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    flow = FlowLayout(place)
    pills = [Pill(f"tag {number}") for number in range(12)]
    for pill in pills:
        flow.addWidget(pill)

    place.resize(220, flow.heightForWidth(220))
    place.show()

    assert len({pill.y() for pill in pills}) > 1
    assert all(pill.geometry().right() < 220 for pill in pills)
    assert max(pill.geometry().bottom() for pill in pills) < place.height()
    flow.clear()
    assert flow.count() == 0


def test_switch_turns_by_mouse_and_space(qtbot: QtBot) -> None:
    switch = Switch("Blur names")
    qtbot.addWidget(switch)
    switch.show()

    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert switch.isChecked()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert not switch.isChecked()


def test_headings_show_title_detail_and_count(qtbot: QtBot) -> None:
    page, section = PageHeading("Clients"), SectionHeading("Today", 4)
    qtbot.addWidget(page)
    qtbot.addWidget(section)

    page.say("Good morning", "Sun 22 Nov")

    assert words_in(page) == ["Good morning", "Sun 22 Nov"]
    assert words_in(section) == ["Today", "4"]


def test_card_band_and_empty_state_hold_their_words(qtbot: QtBot) -> None:
    card = Card("Gifts", QPushButton("Add"))
    card.set_detail("2 this year")
    band = Band("He does not know.", Tone.BAD)
    band.say("He knows.", Tone.OK)
    empty = EmptyState(Icon.GIFT, "No gifts yet", "Write down the first idea.", primary("Add"))
    card.body.addWidget(band)
    card.body.addWidget(empty)
    qtbot.addWidget(card)

    shown = words_in(card)
    for words in ("Gifts", "2 this year", "He knows.", "No gifts yet"):
        assert words in shown
    assert band.property("tone") == "ok"


def test_cards_stay_in_line_with_the_heading_with_a_scroll_bar_or_without(qtbot: QtBot) -> None:
    page, heading = QWidget(), PageHeading("Today")
    qtbot.addWidget(page)
    scroll = scrolling_page(page, heading)
    page.resize(800, 400)
    page.show()
    cards = [Card("one")]
    scroll.content.addWidget(cards[0])
    qtbot.waitUntil(lambda: right_of(cards[0], page) == right_of(heading, page))

    for number in range(20):
        cards.append(Card(str(number)))
        cards[-1].setFixedHeight(80)
        scroll.content.addWidget(cards[-1])
    qtbot.waitUntil(scroll.verticalScrollBar().isVisible)

    qtbot.waitUntil(lambda: right_of(cards[0], page) == right_of(heading, page))


def right_of(widget: QWidget, page: QWidget) -> int:
    return widget.mapTo(page, widget.rect().topRight()).x()


def test_a_cleared_column_is_empty(qtbot: QtBot) -> None:
    scroll = ScrollColumn()
    qtbot.addWidget(scroll)
    scroll.content.addWidget(Card("one"))
    scroll.content.addLayout(column(QLabel("two")))

    scroll.clear()

    assert scroll.content.count() == 0


def test_a_flow_forgets_its_height_when_what_is_in_it_grows(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box)
    first = QLabel("short")
    for each in (first, QLabel("second")):
        flow.addWidget(each)
    room = flow.sizeHint().width() * 3
    at_first = flow.heightForWidth(room)

    first.setText("much longer than before " * 3)
    grown = flow.heightForWidth(room)
    for _ in range(9):
        flow.addWidget(QLabel("another"))

    assert grown > at_first
    assert flow.heightForWidth(room) > grown


def test_enter_presses_the_button_that_has_the_focus_once_however_long_it_is_held(
    qtbot: QtBot,
) -> None:
    made = button("Choose a file…")
    qtbot.addWidget(made)
    pressed = QSignalSpy(made.clicked)
    held = QKeyEvent(
        QEvent.Type.KeyPress,
        Qt.Key.Key_Return,
        Qt.KeyboardModifier.NoModifier,
        "",
        True,
    )
    QTest.keyClick(made, Qt.Key.Key_Return)
    made.keyPressEvent(held)
    QTest.keyClick(made, Qt.Key.Key_Enter)
    assert pressed.count() == 2
