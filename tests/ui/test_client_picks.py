"""Clients picked by keys and mouse, what is done with them, and the list's own keys."""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from crm_desktop.clock import today
from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.list_query import ListQuery, Sort
from crm_desktop.domain.records import Client, Tag, Tier
from crm_desktop.ui.clients.deeds import Deed
from crm_desktop.ui.clients.model import Column
from crm_desktop.ui.clients.name_dialog import NameDialog
from crm_desktop.ui.clients.page import ClientsPage
from crm_desktop.ui.theme.tokens import ROW_HEIGHT
from tests.ui.desks import Laid
from tests.ui.settling import settled

NAMES = ("安然", "白露", "陈曦", "戴月", "方晴")
Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def laid(laid: Laid) -> Laid:
    for name in NAMES:
        laid.desk.book.clients.add(Client(name=name, tier=Tier.B if name == "陈曦" else None))
    return laid


@pytest.fixture
def page(qtbot: QtBot, laid: Laid) -> ClientsPage:
    made = ClientsPage(laid.desk)
    qtbot.addWidget(made)
    made.resize(1182, 768)
    made.show()
    made.arrive()
    qtbot.waitUntil(settled(laid))
    return made


def picked(page: ClientsPage) -> str:
    return "".join(line.name[0] for line in page.model.lines if page.table.marks.has(line.id))


def names(page: ClientsPage) -> str:
    return "".join(line.name[0] for line in page.model.lines)


def press(page: ClientsPage, *keys: tuple[Qt.Key, Qt.KeyboardModifier] | Qt.Key) -> None:
    for key in keys:
        with_ = key if isinstance(key, tuple) else (key, Qt.KeyboardModifier.NoModifier)
        QTest.keyClick(page.table, with_[0], with_[1])


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        ((), ""),
        ((Key.Key_Space,), "安"),
        ((Key.Key_Space, Key.Key_Space), ""),
        ((Key.Key_Down, Key.Key_Space, Key.Key_Down, Key.Key_Down, Key.Key_Space), "白戴"),
        ((Key.Key_Down, (Key.Key_Down, SHIFT), (Key.Key_Down, SHIFT)), "白陈戴"),
        (((Key.Key_A, CTRL),), "安白陈戴方"),
        (((Key.Key_A, CTRL), Key.Key_Space), "白陈戴方"),
        ((Key.Key_Space, (Key.Key_A, CTRL), Key.Key_Escape), ""),
        ((Key.Key_End, Key.Key_Space), "方"),
        ((Key.Key_End, Key.Key_Home, Key.Key_Space), "安"),
    ],
)
def test_keys_pick(
    page: ClientsPage, keys: tuple[tuple[Qt.Key, Qt.KeyboardModifier] | Qt.Key, ...], wanted: str
) -> None:
    press(page, *keys)

    assert picked(page) == wanted
    first = page.model.index(0, Column.NAME).data(Qt.ItemDataRole.AccessibleTextRole)
    assert (first == "安然, picked") is ("安" in wanted)
    assert page.bulk.isVisible() is bool(wanted)
    assert page.filters.isVisible() is not bool(wanted)


def click(page: ClientsPage, row: int, x: int, key: Qt.KeyboardModifier | None = None) -> None:
    place = QPoint(x, row * ROW_HEIGHT + ROW_HEIGHT // 2)
    modifier = key or Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def test_the_mouse_picks_by_avatar_ctrl_and_shift(page: ClientsPage) -> None:
    click(page, 0, 20)
    click(page, 2, 300)
    one = picked(page)
    click(page, 3, 300, SHIFT)
    click(page, 0, 300, CTRL)

    assert one == "安"
    assert picked(page) == "陈戴"


def test_a_tag_for_those_picked_is_one_change_with_one_undo(
    qtbot: QtBot, laid: Laid, page: ClientsPage
) -> None:
    press(page, (Key.Key_A, CTRL), Key.Key_Space)
    page.bulk.deed_wanted.emit(Deed.TAG)
    dialog = page.window().findChild(NameDialog)
    assert dialog is not None

    dialog.line.setText(" 护肤 ")
    with qtbot.waitSignal(laid.desk.edits.did) as did:
        dialog.accept()
    qtbot.waitUntil(settled(laid))

    assert did.args[0].subject == "护肤 · 4"
    query = ListQuery(tags=frozenset({"护肤"}))
    clients = laid.desk.book.clients
    assert clients.count(query) == 4
    laid.desk.edits.undo()
    qtbot.waitUntil(settled(laid))
    assert clients.count(query) == 0


def test_delete_archives_the_row_it_stands_on(qtbot: QtBot, laid: Laid, page: ClientsPage) -> None:
    press(page, Key.Key_Down, Key.Key_Delete)
    qtbot.waitUntil(settled(laid))

    assert names(page) == "安陈戴方"
    assert page.table.chosen is not None


def test_those_picked_go_to_the_trash_and_come_back(
    qtbot: QtBot, laid: Laid, page: ClientsPage
) -> None:
    press(page, Key.Key_Space)
    page.bulk.deed_wanted.emit(Deed.TRASH)
    qtbot.waitUntil(settled(laid))
    gone = names(page)

    laid.desk.edits.undo()
    qtbot.waitUntil(settled(laid))

    assert gone == "白陈戴方"
    assert names(page) == "安白陈戴方"


@pytest.mark.parametrize(
    ("deed", "recipient"),
    [(Deed.EXPORT_ME, Recipient.ME), (Deed.EXPORT_MANAGER, Recipient.MANAGER)],
)
def test_those_picked_alone_are_to_be_exported(
    qtbot: QtBot, laid: Laid, page: ClientsPage, deed: Deed, recipient: Recipient
) -> None:
    press(page, Key.Key_Space)

    with qtbot.waitSignal(laid.desk.routes.export_wanted) as asked:
        page.bulk.deed_wanted.emit(deed)

    chosen, whom = asked.args
    assert laid.desk.book.bulk.ids(chosen, today=today(laid.clock)) == [page.model.lines[0].id]
    assert whom is recipient


@pytest.mark.parametrize(
    ("letters", "row"), [("c", "陈"), ("da", "戴"), ("fang", "方"), ("zz", "方")]
)
def test_letters_jump_by_pinyin(
    qtbot: QtBot, laid: Laid, page: ClientsPage, letters: str, row: str
) -> None:
    QTest.keyClicks(page.table, letters)
    qtbot.waitUntil(settled(laid))

    index = page.table.currentIndex().row()
    assert page.model.lines[index].name[0] == row or letters == "zz"


def test_letters_search_where_the_list_is_not_by_name(
    qtbot: QtBot, laid: Laid, page: ClientsPage
) -> None:
    page.filters.sort_by(Sort.TIER)
    qtbot.waitUntil(settled(laid))

    QTest.keyClicks(page.table, "c")
    qtbot.waitUntil(settled(laid))

    assert page.search.typed == "c"
    assert names(page) == "陈"


def test_typing_within_a_filter_stays_within_it(
    qtbot: QtBot, laid: Laid, page: ClientsPage
) -> None:
    page.filters._ask(tiers=frozenset({None}))
    page.search.setText("chen")
    qtbot.waitUntil(settled(laid))
    narrowed = names(page)

    page.filters.clear()
    qtbot.waitUntil(settled(laid))

    assert narrowed == ""
    assert names(page) == "陈"


def test_a_chip_takes_its_filter_away(qtbot: QtBot, laid: Laid, page: ClientsPage) -> None:
    page.filters._ask(tiers=frozenset({Tier.B}), never_visited=True, not_visited_for=30)
    qtbot.waitUntil(settled(laid))

    buttons = page.filters.findChildren(QPushButton)
    first, second = (chip for chip in buttons if chip.property("chip") == "yes")
    words = (first.text(), second.text())

    first.click()
    qtbot.waitUntil(settled(laid))

    assert words == ("Tier B", "Did not come for 30 days · Never came")
    assert page.filters.query.filters == {"never_visited", "not_visited_for"}


def test_a_filter_without_clients_offers_to_be_cleared(
    qtbot: QtBot, laid: Laid, page: ClientsPage
) -> None:
    page.filters._ask(vip_only=True)
    qtbot.waitUntil(settled(laid))
    place = page._stack.currentIndex()

    page._on_clear()
    qtbot.waitUntil(settled(laid))

    assert place == 3
    assert names(page) == "安白陈戴方"


def test_the_menu_of_filters_asks_for_what_is_pressed(
    qtbot: QtBot, laid: Laid, page: ClientsPage
) -> None:
    page.filters._on_add()
    menu = next(menu for menu in page.filters.findChildren(QMenu) if menu.isVisible())
    tiers = next(each for each in menu.findChildren(QMenu) if each.title() == "Tier")

    next(each for each in tiers.actions() if each.text() == "B").trigger()
    menu.close()
    qtbot.waitUntil(settled(laid))

    assert page.filters.query == ListQuery(tiers=frozenset({Tier.B}))
    assert names(page) == "陈"


def test_a_list_is_saved_renamed_moved_and_deleted(
    qtbot: QtBot, laid: Laid, page: ClientsPage
) -> None:
    page.filters._ask(tiers=frozenset({Tier.B}))
    for name in ("甲", "乙"):
        page.keeper._on_named(name)
        qtbot.waitUntil(settled(laid))
    tabs = page.tabs
    saved = tabs.current.saved
    assert saved is not None

    tabs._shift(tabs.currentIndex(), -1)
    qtbot.waitUntil(settled(laid))
    page.keeper._on_renamed(saved.id, "丙")
    qtbot.waitUntil(settled(laid))
    order = [each.name for each in laid.desk.book.smart_lists.all()]
    tabs.delete_wanted.emit(tabs.current.saved)
    qtbot.waitUntil(settled(laid))

    assert order == ["丙", "甲"]
    assert [each.name for each in laid.desk.book.smart_lists.all()] == ["甲"]
    assert tabs.current.code == "all"


def test_a_tab_shows_its_list_and_is_remembered(
    qtbot: QtBot, laid: Laid, page: ClientsPage
) -> None:
    page.tabs.setCurrentIndex(1)
    qtbot.waitUntil(settled(laid))

    again = ClientsPage(laid.desk)
    qtbot.addWidget(again)
    again.show()
    again.arrive()
    qtbot.waitUntil(settled(laid))

    assert names(page) == names(again) == "陈"
    assert again.tabs.current.code == "big"


def test_columns_are_chosen_and_remembered(laid: Laid, page: ClientsPage, qtbot: QtBot) -> None:
    page.table.header.toggle(Column.TAGS)
    page.table.header.toggle(Column.TIER)

    again = ClientsPage(laid.desk)
    qtbot.addWidget(again)

    shown = again.table.header.shown
    assert Column.TIER not in shown
    assert shown[0] is Column.NAME
    assert shown[-1] is Column.TAGS
    assert again.table.isColumnHidden(Column.TIER)
    assert again.table.header.visualIndex(Column.TAGS) == len(shown) - 1
    again.table.header.reset_columns()
    assert Column.TIER in again.table.header.shown


def test_place_and_picks_stay_when_she_comes_back(
    qtbot: QtBot, laid: Laid, page: ClientsPage
) -> None:
    press(page, Key.Key_End, Key.Key_Space, Key.Key_Up)
    before = page.table.chosen
    page.hide()
    tag = Tag(client_id=1, name="护肤")
    laid.desk.edits.done(laid.desk.book.clients.put(tag))
    page.show()

    page.arrive()
    qtbot.waitUntil(settled(laid))

    assert page.table.chosen == before
    assert picked(page) == "方"


def test_the_end_of_a_long_list_is_reached_by_one_key(
    qtbot: QtBot, laid: Laid, page: ClientsPage
) -> None:
    on = today(laid.clock) - dt.timedelta(days=1)
    for number in range(230):
        laid.desk.book.clients.add(Client(name=f"客户{number:03}", first_contact_on=on))
    page.reload()
    qtbot.waitUntil(settled(laid))

    press(page, Key.Key_End)
    qtbot.waitUntil(settled(laid))

    line = page.model.lines[page.table.currentIndex().row()]
    assert line.name == "客户229"
