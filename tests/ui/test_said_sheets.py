"""What a sheet lists is said in the window: of an unknown file of bills, and of one of many."""

import pathlib
from collections.abc import Sequence
from functools import partial

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from crm_desktop.domain.drafts import BillField, Field
from crm_desktop.domain.import_plan import ListKind
from crm_desktop.domain.sheet_lists import Lists
from crm_desktop.ui.exchange.page import ExchangePage
from crm_desktop.ui.text.sheet_lists import lacks_sentence
from tests.ui.desks import Laid
from tests.ui.looking import cut_texts, lay_out, overlapping, unnamed_controls

LINES = (
    ("大名", "哪天", "做了啥", "收了多少"),
    ("林晚", "2025-03-02", "水光针", 1280),
)
PEOPLE = (("姓名", "电话"), ("林晚", "13800000001"))


@pytest.fixture
def page(qtbot: QtBot, laid: Laid) -> ExchangePage:
    made = ExchangePage(laid.desk)
    qtbot.addWidget(made)
    made.resize(1182, 768)
    made.show()
    return made


def opened(
    qtbot: QtBot, page: ExchangePage, path: pathlib.Path, **sheets: Sequence[Sequence[object]]
) -> None:
    book = openpyxl.Workbook()
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for line in rows:
            sheet.append(list(line))
    del book["Sheet"]
    book.save(path)
    with qtbot.waitSignal(page.wizard.flow.columns_known):
        page.open_file(path)


def say(qtbot: QtBot, page: ExchangePage, sheet: str, lists: Lists) -> None:
    """Choose what a sheet lists, as with the mouse or the keys."""
    choice = page.wizard.columns._heads[sheet].choice
    choice.setCurrentIndex(choice._values.index(lists))
    with qtbot.waitSignal(page.wizard.flow.columns_known):
        choice.activated.emit(choice.currentIndex())


def test_a_file_of_bills_nobody_knows_is_explained_and_taken_in(
    qtbot: QtBot, page: ExchangePage, tmp_path: pathlib.Path
) -> None:
    flow, step = page.wizard.flow, page.wizard.columns
    opened(qtbot, page, tmp_path / "一.xlsx", 十月=LINES)
    assert step._heads["十月"].choice.count() == len(Lists) - 1
    flow.choose("大名", Field.NAME, "十月")
    say(qtbot, page, "十月", Lists.BILLS)

    head = step._heads["十月"]
    assert (flow.rules.bill_columns, head.choice.hasFocus()) == ({"大名": BillField.NAME}, True)
    assert page.wizard.source.kind.value() is ListKind.CLINIC
    assert head._lacks.text() == "Still to be said: the day, what was done or paid"
    assert not step.compare_button.isEnabled()
    lay_out()
    assert (cut_texts(page), unnamed_controls(page), overlapping(page)) == ([], [], [])

    flow.choose("哪天", BillField.ON, "十月")
    flow.choose("收了多少", BillField.PAID, "十月")
    assert (head._lacks.text(), step.compare_button.isEnabled()) == (lacks_sentence(()), True)
    with qtbot.waitSignal(flow.planned):
        step.compare_button.click()
    assert page.wizard.preview.model.rowCount() == 1


def test_a_sheet_is_passed_over_and_its_tab_stays(
    qtbot: QtBot, page: ExchangePage, tmp_path: pathlib.Path
) -> None:
    flow, step = page.wizard.flow, page.wizard.columns
    opened(qtbot, page, tmp_path / "二.xlsx", 今年=PEOPLE, 去年=PEOPLE, 别的=LINES)
    shown = {name: head.choice.value() for name, head in step._heads.items()}
    assert shown == {"今年": Lists.CLIENTS, "去年": Lists.CLIENTS, "别的": Lists.NOTHING}
    step.tabs.buttons[1].click()
    say(qtbot, page, "去年", Lists.NOTHING)

    assert [tab.isChecked() for tab in step.tabs.buttons] == [False, True, False]
    assert step._tables["去年"].isVisible()
    assert {column.sheet for column in flow.columns()} == {"今年"}
    say(qtbot, page, "别的", Lists.BILLS)
    assert step._summary.text().endswith("without what is not all said yet: 别的")
    with qtbot.waitSignal(flow.planned):
        step.compare_button.click()
    assert page.wizard.preview.model.rowCount() == 1


def test_bills_that_were_said_to_be_clients_again_are_no_clinic_any_more(
    qtbot: QtBot, page: ExchangePage, tmp_path: pathlib.Path
) -> None:
    opened(qtbot, page, tmp_path / "三.xlsx", 十月=LINES)
    say(qtbot, page, "十月", Lists.BILLS)
    say(qtbot, page, "十月", Lists.CLIENTS)

    assert page.wizard.source.kind.value() is ListKind.OWN_LIST


def test_a_reading_that_was_stopped_leaves_the_sheet_what_it_was(
    qtbot: QtBot, page: ExchangePage, tmp_path: pathlib.Path
) -> None:
    opened(qtbot, page, tmp_path / "四.xlsx", 十月=LINES)
    step = page.wizard.columns
    choice = step._heads["十月"].choice
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    page.wizard.flow.cancel()

    qtbot.waitUntil(partial(step.isVisible))
    assert choice.value() is Lists.CLIENTS
    assert page.wizard.flow.rules.sheets == {"十月": Lists.CLIENTS}


def test_a_known_list_with_a_sheet_changed_is_remembered_with_it(
    qtbot: QtBot, laid: Laid, page: ExchangePage, tmp_path: pathlib.Path
) -> None:
    flow = page.wizard.flow
    opened(qtbot, page, tmp_path / "五.xlsx", 十月=LINES)
    say(qtbot, page, "十月", Lists.BILLS)
    for heading, field in (("大名", BillField.NAME), ("哪天", BillField.ON)):
        flow.choose(heading, field, "十月")
    flow.choose("做了啥", BillField.PROJECT, "十月")
    with qtbot.waitSignal(page.wizard.known.remembered):
        page.wizard.known._keep("和美", flow.rules)

    opened(qtbot, page, tmp_path / "六.xlsx", 十一月=LINES)

    assert flow.read is not None
    assert (flow.read.profile, len(flow.read.bills)) == ("和美", 1)
    assert page.wizard.columns._heads["十一月"].choice.value() is Lists.BILLS
    [kept] = laid.desk.book.profiles.list()
    assert (kept.kind, kept.rules.sheets) == (ListKind.CLINIC, {"十月": Lists.BILLS})
