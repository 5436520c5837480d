"""What the wizard makes of each kind of file: a clinic's two sheets, a sheet of ours unchanged."""

import pathlib
from collections.abc import Sequence
from functools import partial

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from crm_desktop.domain.drafts import BillField, Field
from crm_desktop.domain.errors import WorkbookDamaged
from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.import_plan import Accept, ListKind, Outcome
from crm_desktop.ui.exchange.page import ExchangePage
from crm_desktop.ui.exchange.plan_model import WHAT
from crm_desktop.ui.text.importing import field_word
from tests import builders
from tests.ui.desks import Laid
from tests.ui.looking import cut_texts, lay_out, overlapping, unnamed_controls

PEOPLE = (
    ("客户卡号", "姓名", "性别", "手机号码", "现场咨询师"),
    ("HM1", "林一一", "女", "13900000001", "李顾问"),
)
BILLS = (
    ("单号", "客户卡号", "姓名", "到院日期", "项目名称", "实收金额", "甲列"),
    ("XF1", "HM1", "林一一", "2026-11-02", "玻尿酸", 5440, "孙医生"),
)

FRAME = 30


@pytest.fixture
def page(qtbot: QtBot, laid: Laid) -> ExchangePage:
    made = ExchangePage(laid.desk)
    qtbot.addWidget(made)
    made.resize(1182, 768)
    made.show()
    return made


def workbook(path: pathlib.Path, **sheets: Sequence[Sequence[object]]) -> pathlib.Path:
    book = openpyxl.Workbook()
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for line in rows:
            sheet.append(list(line))
    del book["Sheet"]
    book.save(path)
    return path


def test_both_sheets_of_a_clinic_stand_beside_each_other(
    qtbot: QtBot, page: ExchangePage, tmp_path: pathlib.Path
) -> None:
    step, flow = page.wizard.columns, page.wizard.flow
    with qtbot.waitSignal(flow.columns_known):
        page.open_file(workbook(tmp_path / "诊所.xlsx", 客户资料=PEOPLE, 消费明细=BILLS))
    assert page.wizard.source.kind.value() is ListKind.CLINIC
    assert [tab.text() for tab in step.tabs.buttons] == ["客户资料", "消费明细"]
    shown = {sheet: table.isVisible() for sheet, table in step._tables.items()}
    assert shown == {"客户资料": True, "消费明细": False}

    step.tabs.buttons[1].click()
    lay_out()
    assert (cut_texts(page), unnamed_controls(page), overlapping(page)) == ([], [], [])
    assert step._tables["消费明细"].isVisible()
    qtbot.waitUntil(partial(step._lines.__contains__, "消费明细\n甲列"))
    line = step._lines["消费明细\n甲列"]
    line.box.setCurrentIndex(list(BillField).index(BillField.DOCTOR) + 1)
    line.box.activated.emit(line.box.currentIndex())
    assert flow.rules.bill_columns == {"甲列": BillField.DOCTOR}
    assert flow.rules.columns == {}

    with qtbot.waitSignal(flow.planned):
        step.compare_button.click()
    told = [
        page.wizard.preview.model.index(row, WHAT).data()
        for row in range(page.wizard.preview.model.rowCount())
    ]
    assert any("玻尿酸" in words and "5,440" in words for words in told)


def test_a_field_of_one_sheet_is_not_taken_from_the_other(
    qtbot: QtBot, page: ExchangePage, tmp_path: pathlib.Path
) -> None:
    flow = page.wizard.flow
    with qtbot.waitSignal(flow.columns_known):
        page.open_file(workbook(tmp_path / "诊所.xlsx", 客户资料=PEOPLE, 消费明细=BILLS))
    flow.choose("现场咨询师", Field.NAME, "客户资料")
    names = [(one.sheet, one.heading) for one in flow.columns() if one.field == Field.NAME]
    assert names == [("客户资料", "现场咨询师"), ("消费明细", "姓名")]


def ours(laid: Laid, path: pathlib.Path, count: int = 1) -> pathlib.Path:
    for number in range(count):
        client = builders.client(f"林{number}", occupation="老师")
        laid.desk.book.clients.add(client, (f"1390000{number:04}",))
    laid.desk.book.exports.workbook(
        path, recipient=Recipient.MANAGER, to="王经理", now=laid.clock.now()
    )
    return path


def test_a_sheet_of_ours_says_from_whom_it_is_and_that_nothing_differs(
    qtbot: QtBot, laid: Laid, page: ExchangePage, tmp_path: pathlib.Path
) -> None:
    preview = page.wizard.preview
    with qtbot.waitSignal(page.wizard.flow.planned):
        page.open_file(ours(laid, tmp_path / "表.xlsx"))
    assert "王经理" in page.wizard.source._origin.text()
    assert preview.notes.isVisible()
    assert not preview.apply_button.isEnabled()
    assert not preview.conflicts_button.isVisible()
    assert preview.model.rowCount() == 1
    QTest.keyClick(preview.table, Qt.Key.Key_Escape)
    assert page.stack.currentIndex() == 0


def test_unchanged_rows_are_shown_when_asked_for(
    qtbot: QtBot, laid: Laid, page: ExchangePage, tmp_path: pathlib.Path
) -> None:
    path = ours(laid, tmp_path / "表.xlsx", 4)
    book = openpyxl.load_workbook(path)
    sheet = book["客户"]
    place = next(cell.column for cell in sheet[1] if cell.value == "职业")
    sheet.cell(3, place).value = "画师"
    sheet.cell(1, sheet.max_column + 1).value = "经理自己加的"
    book.save(path)
    preview = page.wizard.preview
    with qtbot.waitSignal(page.wizard.flow.planned):
        page.open_file(path)
    assert "经理自己加的" in preview.notes.accessibleName()
    assert preview.model.rowCount() == 1
    preview.same.click()
    assert preview.model.rowCount() == 4
    preview.cards.cards[Outcome.SAME].click()
    assert preview.model.rowCount() == 3


def with_another_phone(path: pathlib.Path) -> pathlib.Path:
    book = openpyxl.load_workbook(path)
    sheet = book["客户"]
    place = next(cell.column for cell in sheet[1] if cell.value == "电话")
    sheet.cell(2, place).value = "13900009999"
    book.save(path)
    return path


def test_the_other_side_of_a_sheet_of_ours_is_somebody_and_no_list(
    qtbot: QtBot, laid: Laid, page: ExchangePage, tmp_path: pathlib.Path
) -> None:
    path = with_another_phone(ours(laid, tmp_path / "表.xlsx"))
    with qtbot.waitSignal(page.wizard.flow.planned):
        page.open_file(path)
    sides = page.wizard.preview.detail.findChildren(QPushButton)
    assert [side.text() for side in sides if side.isVisible()] == [
        "Mine: 13900000000",
        "Theirs: 13900009999",
    ]


def test_one_sheet_is_looked_at_alone_and_the_next_file_begins_with_every_row(
    qtbot: QtBot, page: ExchangePage, tmp_path: pathlib.Path
) -> None:
    preview, flow = page.wizard.preview, page.wizard.flow
    path = workbook(tmp_path / "诊所.xlsx", 客户资料=PEOPLE, 消费明细=BILLS)
    for _ in range(2):
        with qtbot.waitSignal(flow.columns_known):
            page.open_file(path)
        assert page.wizard.columns.compare_button.hasFocus()
        with qtbot.waitSignal(flow.planned):
            QTest.keyClick(page.wizard.columns.compare_button, Qt.Key.Key_Return)
        assert preview.table.hasFocus()
        assert preview.model.rowCount() == 2
        preview.cards.cards[Outcome.NEW].click()
        preview.sheet.setCurrentIndex(2)
        preview.sheet.activated.emit(2)
        assert [preview.model.index(0, 0).data(), preview.model.rowCount()] == ["消费明细 · 2", 1]
        preview.back_button.click()


def test_the_kind_is_told_whole_and_a_long_name_of_a_file_finds_room(
    qtbot: QtBot, laid: Laid, page: ExchangePage, tmp_path: pathlib.Path
) -> None:
    with qtbot.waitSignal(page.wizard.flow.columns_known):
        page.open_file(workbook(tmp_path / "诊所.xlsx", 客户资料=PEOPLE))
    with qtbot.waitSignal(page.wizard.flow.planned):
        page.open_file(ours(laid, tmp_path / "表.xlsx"))
    lay_out()
    kind = page.wizard.source.kind
    assert kind.fontMetrics().horizontalAdvance(kind.currentText()) < kind.width() - FRAME
    page.wizard.flow.failed.emit(WorkbookDamaged(f"{'clients_of_the_clinic_' * 8}.xlsx"))
    lay_out()
    says = page.wizard.trouble.says
    assert says.height() > 2 * says.fontMetrics().height()
    assert "clients_of_the_clinic_" * 8 in page.wizard.trouble.accessibleName()


def test_where_hers_was_kept_the_button_does_not_speak_of_agreement(
    qtbot: QtBot, laid: Laid, page: ExchangePage, tmp_path: pathlib.Path
) -> None:
    path = with_another_phone(ours(laid, tmp_path / "表.xlsx"))
    preview, flow = page.wizard.preview, page.wizard.flow
    with qtbot.waitSignal(flow.planned):
        page.open_file(path)
    row = preview.model.row(preview.model.index(0, 0))
    assert row is not None
    with qtbot.waitSignal(flow.planned):
        flow.decide(row, row.differences[0].field, Accept.MINE)
    assert preview.apply_button.text() == "Remember what you decided"


def test_a_list_of_many_columns_is_shown_a_few_lines_at_a_time(
    qtbot: QtBot, page: ExchangePage, tmp_path: pathlib.Path
) -> None:
    headings = ["姓名", *(f"栏{number}" for number in range(40))]
    flow, step = page.wizard.flow, page.wizard.columns
    with qtbot.waitSignal(flow.columns_known):
        page.open_file(workbook(tmp_path / "宽.xlsx", 名单=[headings, ["林一一", *"一" * 40]]))
    assert 0 < len(step._lines) < len(headings)
    flow.choose("栏39", Field.OCCUPATION)
    qtbot.waitUntil(lambda: len(step._lines) == len(headings))
    assert [line.box.heading for line in step._lines.values()] == headings
    assert step._lines["名单\n栏39"].box.currentText() == field_word(Field.OCCUPATION)


def test_whom_the_list_itself_makes_is_named_where_it_is_asked_whether_it_is_she(
    qtbot: QtBot, page: ExchangePage, tmp_path: pathlib.Path
) -> None:
    wizard, flow = page.wizard, page.wizard.flow
    people = (("姓名", "电话"), ("林一一", "13900000001"), ("林一一", None))
    with qtbot.waitSignal(flow.columns_known):
        page.open_file(workbook(tmp_path / "名单.xlsx", 客户=people))
    with qtbot.waitSignal(flow.planned):
        flow.compare()

    assert wizard._seen is not None
    assert wizard._seen.candidates
    assert wizard.conflicts.model.names() == dict.fromkeys(wizard._seen.candidates, "林一一")
