"""The quick box: who is meant, which fact, and what is written."""

import pathlib
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crm_desktop.clock import today
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.records import Client, GiftState, PreferenceKind
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.jobs import Jobs
from crm_desktop.ui.quick.box import QuickBox
from crm_desktop.ui.quick.facts import Fact, understood
from crm_desktop.ui.quick.hits import HitsModel
from crm_desktop.ui.theme.theme import Theme, ThemeChoice
from tests.ui.desks import Laid, lay
from tests.ui.looking import cut_texts, overlapping, unnamed_controls
from tests.ui.settling import settled

pytestmark = pytest.mark.usefixtures("cheap_keys")
WANG = Client(name="王雅琴", display_name="王姐", notes="周二有空")
WANG_2 = Client(name="王雅芬")


@pytest.fixture
def laid(tmp_path: pathlib.Path, qapp: QApplication, theme: Theme, jobs: Jobs) -> Iterator[Laid]:
    made = lay(tmp_path, qapp, theme, jobs)
    for client, phone in ((WANG, "13800004321"), (WANG_2, "13900008888")):
        made.desk.book.clients.add(client, (phone,))
    yield made
    made.desk.book.database.close()


@pytest.fixture
def box(qtbot: QtBot, laid: Laid) -> QuickBox:
    made = QuickBox(laid.desk)
    qtbot.addWidget(made)
    made.ask()
    return made


def type_in(qtbot: QtBot, laid: Laid, box: QuickBox, text: str) -> None:
    box.line.setText(text)
    qtbot.waitUntil(settled(laid))


def press(box: QuickBox, key: Qt.Key) -> None:
    QTest.keyClick(box.line, key)


def folder_of(laid: Laid, client_id: int) -> ClientFolder:
    return laid.desk.book.clients.file(client_id, today=today(laid.clock)).folder


@pytest.mark.parametrize(
    ("typed", "names", "words"),
    [
        ("wyq", ["王雅琴"], ""),
        ("4321 喜欢百合", ["王雅琴"], "喜欢百合"),
        ("wang ya qin likes tea", ["王雅琴"], "likes tea"),
        ("王姐", ["王雅琴"], ""),
        ("zzz", [], ""),
        ("", [], ""),
    ],
)
def test_the_longest_beginning_that_finds_somebody_is_the_name(
    laid: Laid, typed: str, names: list[str], words: str
) -> None:
    hits, rest = understood(laid.desk.book.clients, typed)

    assert [hit.name for hit in hits] == names
    assert rest == words


def test_enter_on_a_name_alone_opens_her_file(qtbot: QtBot, laid: Laid, box: QuickBox) -> None:
    type_in(qtbot, laid, box, "wyf")

    with qtbot.waitSignal(laid.desk.routes.client_wanted) as wanted:
        press(box, Qt.Key.Key_Return)

    assert wanted.args == [2]
    assert not box.isVisible()


def test_enter_before_the_answer_counts_once_it_is_there(
    qtbot: QtBot, laid: Laid, box: QuickBox
) -> None:
    box.line.setText("wyf")

    with qtbot.waitSignal(laid.desk.routes.client_wanted) as wanted:
        press(box, Qt.Key.Key_Return)

    assert wanted.args == [2]


def test_arrows_choose_another_client(qtbot: QtBot, laid: Laid, box: QuickBox) -> None:
    type_in(qtbot, laid, box, "wang")
    press(box, Qt.Key.Key_Down)
    press(box, Qt.Key.Key_Down)

    with qtbot.waitSignal(laid.desk.routes.client_wanted) as wanted:
        press(box, Qt.Key.Key_Return)

    assert wanted.args == [box.model.index(1).data(Qt.ItemDataRole.UserRole).id]


@pytest.mark.parametrize("fact", list(Fact))
def test_each_kind_of_fact_is_written(qtbot: QtBot, laid: Laid, box: QuickBox, fact: Fact) -> None:
    type_in(qtbot, laid, box, "wyq 百合")
    for _ in range(list(Fact).index(fact)):
        press(box, Qt.Key.Key_Right)
    assert box.fact is fact

    with qtbot.waitSignal(laid.desk.edits.did):
        press(box, Qt.Key.Key_Return)

    folder = folder_of(laid, 1)
    written = {
        Fact.NOTE: folder.client.notes == "周二有空\n百合",
        Fact.LIKE: folder.liked(PreferenceKind.LIKE) == "百合",
        Fact.TABOO: folder.liked(PreferenceKind.TABOO) == "百合",
        Fact.CONTACT: [each.outcome for each in folder.contacts] == ["百合"],
        Fact.PROMISE: [each.what for each in folder.promises] == ["百合"],
        Fact.GIFT: [(each.item, each.state) for each in folder.gifts] == [("百合", GiftState.IDEA)],
        Fact.PROJECT: [each.project for each in folder.potential] == ["百合"],
    }
    assert [kind for kind, is_written in written.items() if is_written] == [fact]


def test_nobody_found_is_said_and_enter_does_nothing(
    qtbot: QtBot, laid: Laid, box: QuickBox
) -> None:
    type_in(qtbot, laid, box, "zzz")

    press(box, Qt.Key.Key_Return)

    assert box._says.text() == "Nobody found."
    assert box.isVisible()


def test_it_opens_empty_again(qtbot: QtBot, laid: Laid, box: QuickBox) -> None:
    type_in(qtbot, laid, box, "wyq 百合")
    press(box, Qt.Key.Key_Right)
    box.reject()

    box.ask()

    assert (box.line.text(), box.fact, box.model.rowCount()) == ("", Fact.NOTE, 0)


def test_the_model_keeps_the_rules_of_qt(laid: Laid) -> None:
    model = HitsModel()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )

    model.show(laid.desk.book.clients.search("wang"))

    assert model.rowCount() == 2
    assert tester.model() is model


@pytest.fixture
def look(translators: Translators, theme: Theme, language: Language, choice: ThemeChoice) -> None:
    translators.speak(language)
    theme.wear(choice)


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
@pytest.mark.usefixtures("look")
def test_the_box_is_fair_in_every_look(qtbot: QtBot, laid: Laid) -> None:
    box = QuickBox(laid.desk)
    qtbot.addWidget(box)
    box.ask()
    type_in(qtbot, laid, box, "wang 百合")

    assert cut_texts(box) == []
    assert unnamed_controls(box) == []
    assert overlapping(box) == []
