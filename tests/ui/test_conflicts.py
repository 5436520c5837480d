"""The conflict screen: keys, clicks, all at once, back, filters, and the plan that follows."""

import dataclasses
import datetime as dt
import pathlib
import time
from functools import partial
from typing import cast

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot
from typing_extensions import override

from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.import_plan import (
    Accept,
    Decision,
    Difference,
    ImportPlan,
    ListKind,
    Options,
    Outcome,
    PlannedRow,
)
from crm_desktop.domain.import_questions import ACTION
from crm_desktop.services.client_list import ListQuery
from crm_desktop.ui.exchange.conflict_lines import Head
from crm_desktop.ui.exchange.conflict_list import ConflictList
from crm_desktop.ui.exchange.conflict_model import Line
from crm_desktop.ui.exchange.conflict_row import sections
from crm_desktop.ui.exchange.conflict_step import ConflictStep
from crm_desktop.ui.exchange.overview import overview_of
from crm_desktop.ui.exchange.page import ExchangePage
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.theme.theme import Theme, ThemeChoice
from tests import builders
from tests.ui.desks import Laid
from tests.ui.looking import cut_texts, lay_out, overlapping, unnamed_controls

MINE, THEIRS = Accept.MINE, Accept.THEIRS
FIELDS = ("client.phone", "client.address", "client.birthday")
LONG = "上海市徐汇区一个非常非常长的路名" * 8


def plan_of(clients: int, *more: PlannedRow) -> ImportPlan:
    rows = tuple(
        PlannedRow(
            sheet="客户",
            row_number=number + 1,
            name=f"林{number}",
            outcome=Outcome.CONFLICT,
            client_id=number,
            differences=tuple(
                Difference(
                    client_id=number,
                    field=field,
                    ours="我的",
                    theirs=LONG,
                    decision=Decision.KEPT,
                    base="原来",
                    has_base=field != FIELDS[0],
                )
                for field in FIELDS
            ),
        )
        for number in range(1, clients + 1)
    )
    now = dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC)
    return ImportPlan(
        options=Options(source="x", now=now, kind=ListKind.ROUNDTRIP), rows=(*rows, *more)
    )


def deletion(number: int, part: str = "") -> PlannedRow:
    gone = Difference(
        client_id=number, field=ACTION, ours="她", theirs=None, decision=Decision.KEPT, part=part
    )
    return PlannedRow(
        sheet="客户",
        row_number=number,
        name="林",
        outcome=Outcome.CONFLICT,
        client_id=number,
        differences=(gone,),
    )


def who(number: int, *candidates: int) -> PlannedRow:
    return PlannedRow(
        sheet="客户",
        row_number=number,
        name="林",
        outcome=Outcome.CONFLICT,
        candidates=candidates,
    )


@pytest.fixture
def step(qtbot: QtBot) -> ConflictStep:
    made = ConflictStep()
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    made.show_plan(overview_of(plan_of(3)), anew=True)
    return made


def said(step: ConflictStep) -> dict[tuple[int, str], Accept]:
    return {(place[1], place[2]): side for place, side in step.model.answers.decided.items()}


def current(step: ConflictStep) -> Head | Line | None:
    return step.model.line(step.list.currentIndex())


def press(step: ConflictStep, key: "str | Qt.Key") -> None:
    QTest.keyClick(step.list, cast("Qt.Key", key))


def test_one_and_two_decide_and_go_on_to_the_next_undecided(step: ConflictStep) -> None:
    press(step, "1")
    press(step, "2")
    line = current(step)

    assert said(step) == {(2, FIELDS[0]): MINE, (2, FIELDS[1]): THEIRS}
    assert isinstance(line, Line)
    assert line.question.field == FIELDS[2]
    assert step.bar.value() == 2


def test_whose_line_it_is_stands_in_view_above_it(step: ConflictStep) -> None:
    step.show_plan(overview_of(plan_of(30)), anew=True)
    first = step.model.index(1)
    step.list.setCurrentIndex(step.model.index(step.model.rowCount() - 1))
    step.list.scrollToBottom()

    step.next_button.click()

    head = step.list.visualRect(step.model.index(0))
    assert step.list.currentIndex() == first
    assert step.list.viewport().rect().contains(head)


def test_keys_on_a_client_decide_everything_of_hers(step: ConflictStep) -> None:
    step.list.setCurrentIndex(step.model.index(4))
    assert isinstance(current(step), Head)
    press(step, "2")
    assert said(step) == {(3, field): THEIRS for field in FIELDS}


def test_space_turns_delete_leaves_open_and_ctrl_z_takes_back(step: ConflictStep) -> None:
    place = (2, FIELDS[0])
    press(step, Qt.Key.Key_Space)
    assert said(step) == {place: MINE}
    press(step, Qt.Key.Key_Space)
    assert said(step) == {place: THEIRS}
    press(step, Qt.Key.Key_Delete)
    assert said(step) == {}
    for expected in ({place: THEIRS}, {place: MINE}, {}):
        QTest.keyClick(step.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert said(step) == expected


def test_a_click_into_a_column_decides_and_a_second_one_takes_it_back(step: ConflictStep) -> None:
    at = step.model.index(2)
    place: QPoint = sections(step.list.visualRect(at)).theirs.center()
    for expected in ({(2, FIELDS[1]): THEIRS}, {}):
        QTest.mouseClick(
            step.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )
        assert said(step) == expected


def test_a_side_wins_for_a_client_a_field_or_the_rest(step: ConflictStep) -> None:
    press(step, "1")
    scopes = [len(questions) for _, questions in step._scopes()]
    assert scopes == [3, 3, 8]
    menu = step.theirs_button.menu()
    menu.aboutToShow.emit()
    menu.actions()[2].trigger()
    assert sorted(said(step).values()) == [MINE] + [THEIRS] * 8
    QTest.keyClick(step.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(said(step)) == 1


def test_in_bulk_no_client_is_deleted(step: ConflictStep) -> None:
    step.show_plan(overview_of(plan_of(1, deletion(8), deletion(9, "v1"))), anew=True)
    menu = step.theirs_button.menu()
    menu.aboutToShow.emit()
    menu.actions()[-1].trigger()
    assert (8, ACTION) not in said(step)
    assert said(step)[9, ACTION] is THEIRS


def test_who_it_is_is_answered_by_the_key_of_the_candidate(step: ConflictStep) -> None:
    step.show_plan(overview_of(plan_of(0, who(5, 11, 12))), anew=True)
    step.show_names({11: "林一", 12: "林二"})
    assert [made.text()[4:] for made in step.detail.buttons if made.isVisible()] == [
        "It is 林一",
        "It is 林二",
        "Somebody new",
    ]
    for key, answer in (("2", 12), ("0", 0), ("3", 0), ("1", 11)):
        press(step, key)
        assert step.model.answers.who == {("客户", 5): answer}


def test_filters_show_one_field_or_what_is_open(step: ConflictStep) -> None:
    press(step, "1")
    step.open_only.click()
    assert len(step.model.shown()) == 8
    step.open_only.click()
    step.field.setCurrentIndex(1)
    step.field.activated.emit(1)
    assert {one.field for one in step.model.shown()} == {FIELDS[0]}
    assert len(step.model.shown()) == 3


def test_what_was_decided_is_told_a_moment_later_and_once(qtbot: QtBot, step: ConflictStep) -> None:
    told: list[object] = []
    step.said.connect(told.append)
    press(step, "1")
    press(step, "2")
    assert told == []
    with qtbot.waitSignal(step.said):
        pass
    step.leave()
    assert len(told) == 1


def test_leaving_hands_over_at_once(qtbot: QtBot, step: ConflictStep) -> None:
    press(step, "2")
    with qtbot.waitSignals([step.said, step.finished], order="strict"):
        step.done_button.click()


def test_a_plan_made_anew_leaves_the_list_where_it_is(step: ConflictStep) -> None:
    QAbstractItemModelTester(
        step.model, QAbstractItemModelTester.FailureReportingMode.Fatal, step.model
    )
    press(step, "2")
    before = current(step)
    step.show_plan(overview_of(plan_of(3)), anew=False)
    assert current(step) == before
    assert len(said(step)) == 1
    step.show_plan(overview_of(plan_of(4)), anew=False)
    assert current(step) == before
    assert step.bar.maximum() == 12


def test_three_thousand_are_answered_in_no_time(step: ConflictStep) -> None:
    step.show_plan(overview_of(plan_of(1_000)), anew=True)
    slowest = 0.0
    for _ in range(20):
        began = time.process_time()
        press(step, "1")
        step.list.viewport().repaint()
        slowest = max(slowest, time.process_time() - began)
    assert slowest < 0.2
    assert step.bar.value() == 20


class Watched(ConflictList):
    """Counts how often every line was laid out."""

    times = 0

    @override
    def doItemsLayout(self) -> None:
        self.times += 1
        super().doItemsLayout()


def test_an_answer_lays_out_no_line_anew(qtbot: QtBot, step: ConflictStep) -> None:
    view = Watched(step.model)
    qtbot.addWidget(view)
    view.show()
    view.setCurrentIndex(step.model.index(1))
    lay_out()
    before = view.times
    step.model.give({step.model.questions[0].place: THEIRS})
    view.setCurrentIndex(step.model.index(2))
    lay_out()
    assert before
    assert view.times == before


def test_a_plan_that_took_an_answer_asks_the_very_same_questions(step: ConflictStep) -> None:
    press(step, "2")
    at = step.list.currentIndex().row()
    open_one, *_ = plan_of(3).rows[0].differences
    rows = list(plan_of(3).rows)
    taken = dataclasses.replace(open_one, decision=Decision.TAKEN)
    differences = (taken, *rows[0].differences[1:])
    rows[0] = dataclasses.replace(rows[0], differences=differences)
    options = dataclasses.replace(plan_of(3).options, decided=step.model.answers.decided)
    moved: list[None] = []
    step.model.modelReset.connect(partial(moved.append, None))
    made = dataclasses.replace(plan_of(3), rows=tuple(rows), options=options)
    step.show_plan(overview_of(made, step.model.questions), anew=False)
    assert not moved
    assert step.list.currentIndex().row() == at


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("size", [(1126, 660), (1680, 960)])
def test_it_is_fair(  # noqa: PLR0913, PLR0917 - every look
    qtbot: QtBot,
    translators: Translators,
    theme: Theme,
    language: Language,
    choice: ThemeChoice,
    size: tuple[int, int],
) -> None:
    translators.speak(language)
    theme.wear(choice)
    made = ConflictStep()
    qtbot.addWidget(made)
    made.resize(*size)
    made.show()
    made.show_plan(overview_of(plan_of(2, who(5, 11, 12), deletion(8))), anew=True)
    for row in range(made.model.rowCount()):
        made.list.setCurrentIndex(made.model.index(row))
        lay_out()
        assert cut_texts(made) == []
        assert unnamed_controls(made) == []
        assert overlapping(made) == []


def returned(laid: Laid, folder: pathlib.Path) -> pathlib.Path:
    """Return our sheet, in which the manager changed what we changed too."""
    book = laid.desk.book
    change = book.clients.add(builders.client("林一一", occupation="老师"), ("13900000001",))
    path = folder / "表.xlsx"
    book.exports.workbook(path, recipient=Recipient.MANAGER, to="经理", now=laid.clock.now())
    (client_id,) = change.client_ids
    client = book.clients.file(client_id, today=laid.clock.now().date()).client
    book.clients.edit(dataclasses.replace(client, occupation="茶师"), ["occupation"])
    sheets = openpyxl.load_workbook(path)
    sheet = sheets["客户"]
    place = next(cell.column for cell in sheet[1] if cell.value == "职业")
    sheet.cell(2, place).value = "画师"
    sheets.save(path)
    return path


def test_a_sheet_of_ours_comes_back_is_decided_and_written(
    qtbot: QtBot, laid: Laid, tmp_path: pathlib.Path
) -> None:
    page = ExchangePage(laid.desk)
    qtbot.addWidget(page)
    page.show()
    wizard = page.wizard
    with qtbot.waitSignal(wizard.flow.planned):
        page.open_file(returned(laid, tmp_path))
    assert wizard.steps.currentWidget() is wizard.preview
    assert wizard.source.kind.value() is ListKind.ROUNDTRIP

    wizard.preview.conflicts_button.click()
    line = current(wizard.conflicts)
    assert isinstance(line, Line)
    assert (line.base, line.mine, line.theirs) == ("老师", "茶师", "画师")
    press(wizard.conflicts, "2")
    with qtbot.waitSignal(wizard.flow.planned):
        press(wizard.conflicts, Qt.Key.Key_Escape)
    assert wizard.steps.currentWidget() is wizard.preview
    with qtbot.waitSignal(wizard.flow.applied):
        wizard.preview.apply_button.click()

    page_of = laid.desk.book.clients.page(ListQuery(), limit=1, today=laid.clock.now().date())
    found = page_of.lines[0].id
    client = laid.desk.book.clients.file(found, today=laid.clock.now().date()).client
    assert client.occupation == "画师"


def test_a_file_is_taken_for_another_kind_by_one_choice(
    qtbot: QtBot, laid: Laid, tmp_path: pathlib.Path
) -> None:
    page = ExchangePage(laid.desk)
    qtbot.addWidget(page)
    page.show()
    flow = page.wizard.flow
    with qtbot.waitSignal(flow.planned):
        page.open_file(returned(laid, tmp_path))
    with qtbot.waitSignal(flow.columns_known):
        page.wizard.source.kind_wanted.emit(ListKind.OWN_LIST)
    assert flow.asks_columns
    assert page.wizard.source.kind.count() == 3
    with qtbot.waitSignal(flow.planned):
        page.wizard.source.kind_wanted.emit(ListKind.ROUNDTRIP)
    assert page.wizard.steps.currentWidget() is page.wizard.preview
