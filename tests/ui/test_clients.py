"""The client list: read by pages, found while typing, kept in step with every change."""

import dataclasses

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from crm_desktop.clock import today
from crm_desktop.domain.list_query import ListQuery, Sort
from crm_desktop.domain.records import Client, Tier
from crm_desktop.ui.clients.model import LINE_ROLE, ClientsModel, Column
from crm_desktop.ui.clients.page import ClientsPage
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.theme.theme import Theme, ThemeChoice
from tests.ui.desks import Laid
from tests.ui.looking import cut_texts, overlapping, unnamed_controls
from tests.ui.settling import settled

WANG = Client(name="王雅琴", display_name="王姐", tier=Tier.A, vip=True)
CHEN = Client(name="陈若曦", tier=Tier.B)
ZHOU = Client(name="周玉兰", tier=Tier.E)


def add(laid: Laid, *clients: Client, phone: str = "") -> list[int]:
    phones = (phone,) if phone else ()
    changes = [laid.desk.book.clients.add(client, phones) for client in clients]
    return [id_ for change in changes for id_ in change.client_ids]


def opened(qtbot: QtBot, laid: Laid, size: tuple[int, int] = (1182, 768)) -> ClientsPage:
    page = ClientsPage(laid.desk)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.arrive()
    qtbot.waitUntil(settled(laid))
    return page


def names(page: ClientsPage) -> list[str]:
    return [line.name for line in page.model.lines]


def type_in(qtbot: QtBot, laid: Laid, page: ClientsPage, text: str) -> None:
    page.search.setText(text)
    qtbot.waitUntil(settled(laid))


def test_an_empty_book_says_what_to_do(qtbot: QtBot, laid: Laid) -> None:
    page = opened(qtbot, laid)

    assert page._stack.currentIndex() == 1
    with qtbot.waitSignal(laid.desk.routes.new_client_wanted):
        page._new.click()


def test_the_heading_counts_one_client_and_more(qtbot: QtBot, laid: Laid) -> None:
    add(laid, WANG)
    page = opened(qtbot, laid)
    alone = page._heading._detail.text()

    laid.desk.edits.done(laid.desk.book.clients.add(CHEN))
    qtbot.waitUntil(settled(laid))

    assert (alone, page._heading._detail.text()) == ("one client", "2 clients")


def test_clients_stand_by_the_pinyin_of_their_names(qtbot: QtBot, laid: Laid) -> None:
    add(laid, ZHOU, WANG, CHEN)

    page = opened(qtbot, laid)

    assert names(page) == ["陈若曦", "王雅琴", "周玉兰"]
    assert page.table.chosen == page.model.lines[0].id


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("王", ["王雅琴"]),
        ("wyq", ["王雅琴"]),
        ("ruoxi", ["陈若曦"]),
        ("4321", ["周玉兰"]),
        ("qq", []),
    ],
)
def test_typing_finds(qtbot: QtBot, laid: Laid, typed: str, found: list[str]) -> None:
    add(laid, WANG, CHEN)
    add(laid, ZHOU, phone="13800004321")
    page = opened(qtbot, laid)

    type_in(qtbot, laid, page, typed)

    assert names(page) == found
    assert page._stack.currentIndex() == (0 if found else 2)


def test_the_answer_to_an_older_question_does_not_arrive(qtbot: QtBot, laid: Laid) -> None:
    add(laid, WANG, CHEN)
    page = opened(qtbot, laid)

    page.search.setText("wang")
    page.search.setText("chen")
    qtbot.waitUntil(settled(laid))

    assert names(page) == ["陈若曦"]


def test_escape_empties_the_search_first(qtbot: QtBot, laid: Laid) -> None:
    add(laid, WANG, CHEN)
    page = opened(qtbot, laid)
    type_in(qtbot, laid, page, "wang")

    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(settled(laid))

    assert len(names(page)) == 2


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"tiers": frozenset({Tier.B})}, ["陈若曦"]),
        ({"big_only": True}, ["陈若曦", "王雅琴"]),
        ({"archived": True}, []),
        ({"sort": Sort.TIER}, ["王雅琴", "陈若曦", "周玉兰"]),
        ({"descending": True}, ["周玉兰", "王雅琴", "陈若曦"]),
    ],
)
def test_filters_narrow_and_sort(
    qtbot: QtBot, laid: Laid, query: dict[str, object], shown: list[str]
) -> None:
    add(laid, WANG, CHEN, ZHOU)
    page = opened(qtbot, laid)

    page.filters._ask(**query)
    qtbot.waitUntil(settled(laid))

    assert names(page) == shown


def test_filters_are_remembered_but_no_word_of_them(qtbot: QtBot, laid: Laid) -> None:
    first = opened(qtbot, laid)
    first.filters._ask(tiers=frozenset({Tier.C}), big_only=True, tags=frozenset({"护肤"}))
    first.filters.sort_by(Sort.PAID_TOTAL)

    second = opened(qtbot, laid)

    wanted = ListQuery(
        sort=Sort.PAID_TOTAL, descending=True, tiers=frozenset({Tier.C}), big_only=True
    )
    assert second.filters.query == wanted
    assert "护肤" not in "".join(
        str(laid.desk.remembered.value(key)) for key in laid.desk.remembered.allKeys()
    )


def test_more_lines_are_read_as_the_end_comes_near(qtbot: QtBot, laid: Laid) -> None:
    add(laid, *(Client(name=f"客户{number:03}") for number in range(240)))
    page = opened(qtbot, laid)
    first = page.model.rowCount()

    def all_read() -> bool:
        page.table.scrollToBottom()
        return page.model.rowCount() == 240

    qtbot.waitUntil(all_read)

    assert 0 < first < 240
    assert names(page) == [f"客户{number:03}" for number in range(240)]
    assert not page.model.canFetchMore(QModelIndex())


def test_enter_opens_the_chosen_client(qtbot: QtBot, laid: Laid) -> None:
    ids = add(laid, WANG)
    page = opened(qtbot, laid)
    page.table.setFocus()

    with qtbot.waitSignal(laid.desk.routes.client_wanted) as wanted:
        page.table.open_current()

    assert wanted.args == ids


def test_an_edit_changes_the_row_where_it_stands(qtbot: QtBot, laid: Laid) -> None:
    ids = add(laid, CHEN, WANG)
    page = opened(qtbot, laid)
    client = laid.desk.book.clients.file(ids[0], today=today(laid.clock)).client

    edited = dataclasses.replace(client, name="赵若曦")
    laid.desk.edits.done(laid.desk.book.clients.put(edited))
    qtbot.waitUntil(settled(laid))

    assert names(page) == ["赵若曦", "王雅琴"]


def test_who_is_archived_leaves_the_list(qtbot: QtBot, laid: Laid) -> None:
    ids = add(laid, CHEN, WANG)
    page = opened(qtbot, laid)

    laid.desk.edits.done(laid.desk.book.clients.archive(ids[0], today(laid.clock)))
    qtbot.waitUntil(settled(laid))

    assert names(page) == ["王雅琴"]


def test_a_hidden_list_is_read_again_when_it_comes_back(qtbot: QtBot, laid: Laid) -> None:
    page = opened(qtbot, laid)
    page.hide()
    change = laid.desk.book.clients.add(WANG)
    laid.desk.edits.done(change)
    page.show()

    page.arrive()
    qtbot.waitUntil(settled(laid))

    assert names(page) == ["王雅琴"]


def test_the_model_keeps_the_rules_of_qt(qtbot: QtBot, laid: Laid) -> None:
    ids = add(laid, WANG, CHEN, ZHOU)
    lines = laid.desk.book.clients.lines(ids, today=today(laid.clock))
    model = ClientsModel(today(laid.clock))
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )

    # The tester itself asks for more, as a view does.
    with qtbot.waitSignal(model.more_wanted):
        model.show(lines[:1], today(laid.clock), has_more=True)
    model.append(lines, has_more=False)
    model.remove(ids[1])
    model.replace(dataclasses.replace(lines[2], name="周玉"))

    assert [line.name for line in model.lines] == ["王雅琴", "周玉"]
    assert model.index(0, Column.TIER).data() == "Tier A VIP"
    assert model.index(1, 0).data(LINE_ROLE).id == ids[2]
    assert tester.model() is model


@pytest.fixture
def look(translators: Translators, theme: Theme, language: Language, choice: ThemeChoice) -> None:
    translators.speak(language)
    theme.wear(choice)


@pytest.mark.parametrize("size", [(1182, 768), (1736, 1080)])
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
@pytest.mark.parametrize("count", [0, 1])
@pytest.mark.usefixtures("look")
def test_the_page_is_fair_in_every_look(
    qtbot: QtBot, laid: Laid, size: tuple[int, int], count: int
) -> None:
    add(laid, *([WANG] * count))

    page = opened(qtbot, laid, size)

    assert cut_texts(page) == []
    assert unnamed_controls(page) == []
    assert overlapping(page) == []
