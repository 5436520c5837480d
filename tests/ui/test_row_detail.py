import datetime as dt

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from crm_desktop.domain.import_plan import (
    Accept,
    Decision,
    Difference,
    ImportPlan,
    ListKind,
    Options,
    Outcome,
    PlannedRow,
    Purchase,
)
from crm_desktop.domain.import_questions import WHICH_LINE
from crm_desktop.ui.exchange.row_detail import RowDetail

ROW = PlannedRow(
    sheet="a",
    row_number=2,
    name="林晚",
    outcome=Outcome.CONFLICT,
    client_id=1,
    differences=(
        Difference(
            client_id=1,
            field=WHICH_LINE,
            ours=Purchase(on=dt.date(2026, 3, 2), project="水光针", paid=1280_00),
            theirs=Purchase(on=dt.date(2026, 3, 3), project="水光针", paid=1280_00),
            decision=Decision.KEPT,
        ),
    ),
)


@pytest.mark.parametrize("said", [None, Accept.MINE, Accept.THEIRS])
def test_whether_a_purchase_is_another_is_open_until_it_is_said(
    qtbot: QtBot, said: Accept | None
) -> None:
    detail = RowDetail()
    qtbot.addWidget(detail)
    decided = {} if said is None else {("a", 2, WHICH_LINE): said}
    now = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
    options = Options(source="a", now=now, kind=ListKind.CLINIC, decided=decided)

    detail.show_row(ROW, {}, ImportPlan(options=options, rows=(ROW,)))

    buttons = {one.text(): one for one in detail.findChildren(QPushButton)}
    assert {words: one.isChecked() for words, one in buttons.items()} == {
        "Another one": said is Accept.MINE,
        "This one corrected": said is Accept.THEIRS,
    }
    told = {one.text() for one in detail.findChildren(QLabel)}
    assert {"2 Mar 2026 水光针 ¥1,280", "3 Mar 2026 水光针 ¥1,280"} <= told
    with qtbot.waitSignal(detail.decided) as chosen:
        buttons["This one corrected"].click()
    assert chosen.args == [ROW, WHICH_LINE, Accept.THEIRS]
