"""The duplicates page: one pair after the other, by keys alone, and every answer can be undone."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from crm_desktop.clock import today
from crm_desktop.domain.duplicates import Progress
from crm_desktop.domain.errors import RecordGone
from crm_desktop.domain.joining import Side
from crm_desktop.domain.records import Client, ClientDate, Tag
from crm_desktop.services.duplicates import Alike
from crm_desktop.ui.duplicates.page import DuplicatesPage
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.theme.theme import Theme, ThemeChoice
from tests.ui.desks import Laid
from tests.ui.looking import cut_texts, overlapping, unnamed_controls
from tests.ui.settling import settled

PHONE = "13800004321"


@pytest.fixture
def page(laid: Laid, qtbot: QtBot) -> DuplicatesPage:
    made = DuplicatesPage(laid.desk)
    qtbot.addWidget(made)
    made.resize(1180, 768)
    made.show()
    return made


def fill(laid: Laid) -> None:
    """Fill the book with a sure pair (1, 2) and two who may be relatives (3 and 4)."""
    clients = laid.desk.book.clients
    wang = Client(name="王雅琴", display_name="王姐", occupation="教师", notes="怕疼")
    clients.add(wang, (PHONE,), (ClientDate(year=1990, month=5, day=1),))
    clients.add(Client(name="王雅琴", occupation="校长", notes="爱喝茶", wechat="yaqin"), (PHONE,))
    clients.add(Client(name="李兰"), ("13911112222",))
    clients.add(Client(name="陈建国"), ("13911112222",))
    clients.put(Tag(client_id=2, name="抗衰"))


def shown(laid: Laid, page: DuplicatesPage) -> Callable[[], bool]:
    is_settled = settled(laid)
    return lambda: is_settled() and page.comparison.comparison is not None


def look(qtbot: QtBot, laid: Laid, page: DuplicatesPage, client_id: int = 0) -> None:
    page.show_client(client_id)
    qtbot.waitUntil(shown(laid, page))


def pairs(page: DuplicatesPage) -> list[tuple[int, int]]:
    return [(one.likeness.one_id, one.likeness.other_id) for one in page.pairs.pairs]


def test_pairs_stand_with_the_surest_first(qtbot: QtBot, laid: Laid, page: DuplicatesPage) -> None:
    fill(laid)
    tester = QAbstractItemModelTester(page.pairs)

    look(qtbot, laid, page)

    assert pairs(page) == [(1, 2), (3, 4)]
    assert said(page.pairs) == [
        "王雅琴 × 2, Same phone, same name, Sure",
        "李兰 · 陈建国, Same phone only: relatives?, Ask",
    ]
    assert [row.difference.name for row in page.comparison.rows] == ["occupation", "notes"]
    assert tester.model() is page.pairs


def said(model: QAbstractItemModel) -> list[str]:
    return [model.index(place, 0).data() for place in range(model.rowCount())]


def test_a_pair_is_merged_by_keys_alone_and_undone(
    qtbot: QtBot, laid: Laid, page: DuplicatesPage
) -> None:
    fill(laid)
    look(qtbot, laid, page)
    book, on = laid.desk.book, today(laid.clock)

    QTest.keyClick(page.list, Qt.Key.Key_Return)
    occupation, notes = page.comparison.rows
    QTest.keyClick(occupation, Qt.Key.Key_2)
    QTest.keyClick(notes, Qt.Key.Key_3)
    with qtbot.waitSignal(laid.desk.edits.did) as did:
        page.merge_button.click()
    qtbot.waitUntil(lambda: pairs(page) == [(3, 4)])
    merged = book.clients.file(1, today=on)

    laid.desk.edits.undo()
    qtbot.waitUntil(lambda: pairs(page) == [(1, 2), (3, 4)])

    assert did.args[0].action == "client.merge"
    assert (merged.client.occupation, merged.client.notes) == ("校长", "怕疼\n爱喝茶")
    assert merged.client.private_notes == "Left aside when merged: Occupation 教师"
    assert (merged.client.wechat, merged.folder.tags[0].name) == ("yaqin", "抗衰")
    assert len(merged.folder.phones) == 1
    assert book.clients.file(2, today=on).client.occupation == "校长"
    qtbot.waitUntil(settled(laid))


@pytest.mark.parametrize(
    ("keys", "side"),
    [
        ([Qt.Key.Key_2], Side.OTHER),
        ([Qt.Key.Key_3], Side.BOTH),
        ([Qt.Key.Key_3, Qt.Key.Key_1], Side.KEPT),
        ([Qt.Key.Key_Right], Side.OTHER),
        ([Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right], Side.BOTH),
        ([Qt.Key.Key_Left], Side.KEPT),
    ],
)
def test_keys_choose_whose_value_stands(
    keys: list[Qt.Key], side: Side, qtbot: QtBot, laid: Laid, page: DuplicatesPage
) -> None:
    fill(laid)
    look(qtbot, laid, page)

    for key in keys:
        QTest.keyClick(page.comparison.rows[0], key)

    assert page.comparison.choice()["occupation"] is side
    assert page.comparison.choice()["notes"] is Side.BOTH


def test_a_click_chooses_too(qtbot: QtBot, laid: Laid, page: DuplicatesPage) -> None:
    fill(laid)
    look(qtbot, laid, page)
    occupation = page.comparison.rows[0]

    QTest.mouseClick(occupation.options[Side.OTHER], Qt.MouseButton.LeftButton)

    assert occupation.side is Side.OTHER


def test_sides_are_swapped_and_the_left_one_stays(
    qtbot: QtBot, laid: Laid, page: DuplicatesPage
) -> None:
    fill(laid)
    look(qtbot, laid, page)
    book, on = laid.desk.book, today(laid.clock)

    page.swap_button.click()
    qtbot.waitUntil(page.merge_button.isEnabled)
    comparison = page.comparison.comparison
    with qtbot.waitSignal(laid.desk.edits.did):
        page.merge_button.click()
    qtbot.waitUntil(lambda: pairs(page) == [(3, 4)])

    assert comparison is not None
    assert (comparison.kept.id, comparison.other.id) == (2, 1)
    assert book.clients.file(2, today=on).client.occupation == "校长"
    with pytest.raises(RecordGone):
        book.clients.file(1, today=on)
    laid.desk.edits.undo()
    qtbot.waitUntil(lambda: pairs(page) == [(1, 2), (3, 4)])
    qtbot.waitUntil(settled(laid))


def test_not_the_same_is_not_shown_again(qtbot: QtBot, laid: Laid, page: DuplicatesPage) -> None:
    fill(laid)
    look(qtbot, laid, page)

    page.apart_button.click()
    qtbot.waitUntil(lambda: pairs(page) == [(3, 4)])
    look(qtbot, laid, page)

    assert pairs(page) == [(3, 4)]
    qtbot.waitUntil(settled(laid))


def test_later_goes_round(qtbot: QtBot, laid: Laid, page: DuplicatesPage) -> None:
    fill(laid)
    look(qtbot, laid, page)
    seen = []

    for _ in range(3):
        seen.append(page.list.currentIndex().row())
        page.later_button.click()
    qtbot.waitUntil(settled(laid))

    assert seen == [0, 1, 0]


def test_one_client_is_looked_for_alone(qtbot: QtBot, laid: Laid, page: DuplicatesPage) -> None:
    fill(laid)

    look(qtbot, laid, page, 4)

    assert pairs(page) == [(3, 4)]


def test_an_empty_book_says_that_nobody_is_in_twice(
    qtbot: QtBot, laid: Laid, page: DuplicatesPage
) -> None:
    page.show_client(0)
    qtbot.waitUntil(settled(laid))

    assert page.states.currentWidget() is page._none
    assert page.again_button.isEnabled()


def test_a_search_that_was_stopped_can_be_begun_again(
    qtbot: QtBot, laid: Laid, page: DuplicatesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(laid)
    search, is_stopped = laid.desk.book.duplicates.all, threading.Event()

    def slow(progress: Progress | None = None) -> tuple[Alike, ...]:
        is_stopped.wait(10)
        return search(progress)

    monkeypatch.setattr(laid.desk.book.duplicates, "all", slow)
    page.show_client(0)
    page.searching.cancel_button.click()
    is_stopped.set()
    qtbot.waitUntil(settled(laid))
    stopped = page.states.currentWidget()

    page.again_button.click()
    qtbot.waitUntil(shown(laid, page))

    assert stopped is page._stopped
    assert pairs(page) == [(1, 2), (3, 4)]


def test_texts_that_do_not_fit_are_told_and_the_answers_stay(
    qtbot: QtBot, laid: Laid, page: DuplicatesPage
) -> None:
    for letter in "一二":
        laid.desk.book.clients.add(Client(name="王雅琴", notes=letter * 15_000), (PHONE,))
    look(qtbot, laid, page)

    with qtbot.waitSignal(laid.desk.jobs.failed):
        page.merge_button.click()

    assert pairs(page) == [(1, 2)]
    assert page.comparison.choice() == {"notes": Side.BOTH}
    assert page.merge_button.isEnabled()


def test_a_pair_of_whom_one_left_the_book_is_closed_without_a_word(
    qtbot: QtBot, laid: Laid, page: DuplicatesPage
) -> None:
    fill(laid)
    look(qtbot, laid, page)
    book, told = laid.desk.book, list[object]()
    laid.desk.jobs.failed.connect(told.append)
    page.hide()

    # What another screen does, before this one has heard of it.
    book.duplicates.merge(1, 2, {})
    page.swap_button.click()
    qtbot.waitUntil(lambda: pairs(page) == [(3, 4)])
    qtbot.waitUntil(settled(laid))

    assert told == []
    assert page.comparison.comparison is not None
    assert page.comparison.comparison.kept.id == 3


def test_of_a_pair_asked_anew_who_is_gone_is_closed_without_a_word(
    qtbot: QtBot, laid: Laid, page: DuplicatesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(laid)
    look(qtbot, laid, page)
    book, told = laid.desk.book, list[object]()
    laid.desk.jobs.failed.connect(told.append)

    asked = book.duplicates.about

    def about(client_id: int) -> tuple[Alike, ...]:
        if client_id == 2:
            raise RecordGone("client", client_id)
        return asked(client_id)

    monkeypatch.setattr(book.duplicates, "about", about)
    change = book.duplicates.merge(1, 2, {})
    laid.desk.edits.done(change)
    qtbot.waitUntil(lambda: pairs(page) == [(3, 4)])
    qtbot.waitUntil(settled(laid))

    assert told == []


@pytest.fixture
def worn(translators: Translators, theme: Theme, language: Language, choice: ThemeChoice) -> None:
    translators.speak(language)
    theme.wear(choice)


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
@pytest.mark.usefixtures("worn")
def test_the_page_is_fair_in_every_look(qtbot: QtBot, laid: Laid) -> None:
    fill(laid)
    page = DuplicatesPage(laid.desk)
    qtbot.addWidget(page)
    page.resize(1180, 768)
    page.show()
    look(qtbot, laid, page)

    assert cut_texts(page) == []
    assert unnamed_controls(page) == []
    assert overlapping(page) == []
