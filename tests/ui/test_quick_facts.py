"""The quick box: what was said is set against her file, ticked, written and taken back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.records import (
    ClientDate,
    DateKind,
    Person,
    PreferenceKind,
    Relation,
    Sex,
)
from crm_desktop.ui.quick.box import QuickBox
from tests.ui.boxes import add_both, folder_of, press, type_in
from tests.ui.desks import Laid
from tests.ui.settling import settled


@pytest.fixture
def laid(laid: Laid) -> Laid:
    add_both(laid)
    return laid


@pytest.fixture
def box(qtbot: QtBot, laid: Laid) -> QuickBox:
    made = QuickBox(laid.desk)
    qtbot.addWidget(made)
    made.ask()
    return made


def test_what_is_known_of_her_family_is_filled_in_not_doubled(
    qtbot: QtBot, laid: Laid, box: QuickBox
) -> None:
    book = laid.desk.book
    book.clients.put(Person(client_id=1, relation=Relation.CHILD, nickname="果果", sex=Sex.FEMALE))
    type_in(qtbot, laid, box, "wyq 女儿 2018年9月3日")

    with qtbot.waitSignal(laid.desk.edits.did):
        press(box, Qt.Key.Key_Return)

    folder = folder_of(laid, 1)
    assert [one.nickname for one in folder.persons] == ["果果"]
    assert [(date.person_id, date.fact.raw) for date in folder.dates] == [(1, "2018-09-03")]


def test_another_birthday_is_shown_and_replaces_only_when_ticked(
    qtbot: QtBot, laid: Laid, box: QuickBox
) -> None:
    book = laid.desk.book
    book.clients.put(ClientDate(client_id=1, kind=DateKind.BIRTHDAY, month=5, day=12))
    type_in(qtbot, laid, box, "wyq 生日 5月13日 喜欢百合")
    told = [row.tick.accessibleName() for row in box.proposals.rows]
    ticks = [row.tick.isChecked() for row in box.proposals.rows]

    QTest.keyClick(box.line, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    with qtbot.waitSignal(laid.desk.edits.did):
        press(box, Qt.Key.Key_Return)

    wanted = DatedFact(calendar=Calendar.SOLAR, month=5, day=13)
    assert "replaces 12 May" in told[0]
    assert ticks == [False, True]
    assert [date.fact for date in folder_of(laid, 1).dates] == [wanted]


def test_all_that_was_accepted_is_taken_back_at_once(
    qtbot: QtBot, laid: Laid, box: QuickBox
) -> None:
    before = folder_of(laid, 1)
    type_in(qtbot, laid, box, "wyq 女儿 9.3 18811112222 不吃芒果、海鲜 想做热玛吉")
    with qtbot.waitSignal(laid.desk.edits.did):
        press(box, Qt.Key.Key_Return)
    written = folder_of(laid, 1)

    laid.desk.book.journal.undo()

    assert len(written.persons) == 1
    assert len(written.preferences) == 2
    assert len(written.phones) == 2
    assert folder_of(laid, 1) == before


CHAT = """王姐 2026/11/20 14:32
亲，我女儿果果9月3日生日
我 2026/11/20 14:33
好的好的
王姐 14:35
对了我对花生过敏
最近家里装修好忙"""


def test_a_chat_pasted_grows_the_box_and_only_what_is_sure_is_ticked(
    qtbot: QtBot, laid: Laid, box: QuickBox, qapp: QApplication
) -> None:
    qapp.clipboard().setText(CHAT)
    QTest.keyClick(box.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(settled(laid))
    ticked = [row.tick.isChecked() for row in box.proposals.rows]

    with qtbot.waitSignal(laid.desk.edits.did):
        QTest.keyClick(box.entry.sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    folder = folder_of(laid, 1)
    assert box.entry.is_sheet
    assert ticked == [True, False, True, False]
    assert [(one.nickname, one.name, one.learnt_from) for one in folder.persons] == [
        ("女儿", "果果", "a chat")
    ]
    assert folder.liked(PreferenceKind.ALLERGY) == "花生"
    assert [one.outcome for one in folder.contacts] == ["最近家里装修好忙"]


def test_on_her_page_the_name_is_not_needed(qtbot: QtBot, laid: Laid, box: QuickBox) -> None:
    box.about = 2
    type_in(qtbot, laid, box, "不吃芒果")

    with qtbot.waitSignal(laid.desk.edits.did):
        press(box, Qt.Key.Key_Return)

    assert folder_of(laid, 2).liked(PreferenceKind.TABOO) == "芒果"


def test_another_client_is_chosen_and_the_words_are_set_against_her_file(
    qtbot: QtBot, laid: Laid, box: QuickBox
) -> None:
    laid.desk.book.clients.put(replace(folder_of(laid, 2).client, wechat="wx_abc"))
    type_in(qtbot, laid, box, "wang 微信 wx_abc")
    first = box.proposals.rows[0].proposal.can_be_taken
    second_row = [hit.id for hit in box.model.hits].index(2)
    for _ in range(second_row):
        press(box, Qt.Key.Key_Down)
    qtbot.waitUntil(settled(laid))

    press(box, Qt.Key.Key_Return)

    assert (first, second_row) == (second_row > 0, second_row)
    assert not box.proposals.rows[0].proposal.can_be_taken
    assert box.isVisible()


def test_who_was_pointed_at_stays_so_while_the_fact_is_typed(
    qtbot: QtBot, laid: Laid, box: QuickBox
) -> None:
    laid.desk.book.clients.put(replace(folder_of(laid, 2).client, display_name="王姐"))
    type_in(qtbot, laid, box, "王姐")
    other = [hit.id for hit in box.model.hits][1]
    press(box, Qt.Key.Key_Down)
    type_in(qtbot, laid, box, "王姐 不吃芒果")
    told = box._says.text()

    with qtbot.waitSignal(laid.desk.edits.did):
        press(box, Qt.Key.Key_Return)

    assert folder_of(laid, other).liked(PreferenceKind.TABOO) == "芒果"
    assert "2 clients are called so, ↑ ↓ chooses" in told
    assert f"({folder_of(laid, other).client.name})" in told


def test_of_several_that_are_unsure_none_is_taken_until_one_is_ticked(
    qtbot: QtBot, laid: Laid, box: QuickBox
) -> None:
    for name in ("果果", "朵朵"):
        known = Person(client_id=1, relation=Relation.CHILD, nickname=name, sex=Sex.FEMALE)
        laid.desk.book.clients.put(known)
    type_in(qtbot, laid, box, "wyq 女儿 9.3")
    press(box, Qt.Key.Key_Return)
    told, is_open = box._says.text(), box.isVisible()

    QTest.keyClick(box.line, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    with qtbot.waitSignal(laid.desk.edits.did):
        press(box, Qt.Key.Key_Return)

    assert is_open
    assert "Nothing is ticked" in told
    assert [date.person_id for date in folder_of(laid, 1).dates] == [2]


def test_a_tick_taken_off_stays_off_while_she_types_on(
    qtbot: QtBot, laid: Laid, box: QuickBox
) -> None:
    type_in(qtbot, laid, box, "wyq 不吃芒果")
    QTest.keyClick(box.line, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)

    type_in(qtbot, laid, box, "wyq 不吃芒果 对花生过敏")

    assert [row.tick.isChecked() for row in box.proposals.rows] == [False, True]
