"""Bad rows of a clinic's export, clients and bills: handed back, mended, taken in."""

import os
import pathlib

import openpyxl
import pytest
import xlsxwriter

from crm_desktop.database import Database
from crm_desktop.domain.drafts import CellProblem
from crm_desktop.domain.errors import WorkbookMissing
from crm_desktop.domain.import_plan import Caution, ListKind
from crm_desktop.domain.records import Bill, Client
from crm_desktop.services.imports import Imports
from crm_desktop.services.records import fetch

SHEETS = {
    "客户列表": (
        ("会员卡号", "顾客姓名", "手机号码", "出生日期", "会员等级"),
        ("A001", "林晚", "13800000001", "1985-03-02", "金卡"),
        ("A002", "周桐", "13800000002", "1990-02-30", "银卡"),
    ),
    "消费明细": (
        ("会员卡号", "顾客姓名", "消费日期", "项目名称", "实收金额", "单据号"),
        ("A001", "林晚", "2026-10-01", "水光针", "1280", "D1"),
        ("A002", "周桐", "2026-10-02", "热玛吉", "约3万", "D2"),
        ("A002", "周桐", "2026-13-02", "水光针", "980", "D3"),
    ),
}


def test_bad_clients_and_bills_come_back_and_only_they_are_taken_once_mended(
    imports: Imports, book_database: Database, tmp_path: pathlib.Path
) -> None:
    path, out = _export(tmp_path / "导出.xlsx"), tmp_path / "待改.xlsx"
    read = imports.read(path)
    made = imports.plan(read)

    rows = imports.write_errors(read, made, out, heading="错误说明", explain=_explained)
    imports.apply(made)

    bad = openpyxl.load_workbook(out)
    assert read.kind is ListKind.CLINIC
    assert rows == 3
    assert [sheet.max_row for sheet in bad] == [2, 3]
    assert str(bad["消费明细"]["G2"].value).startswith("E: ")
    assert str(bad["客户列表"]["F2"].value) == "D: impossible_date"
    bad["客户列表"]["D2"] = "1990-02-28"
    bad["消费明细"]["E2"], bad["消费明细"]["C3"] = 30_000, "2026-10-03"
    bad.save(out)
    again = imports.read(out)
    imports.apply(imports.plan(again))
    with book_database.read() as session:
        clients, bills = fetch(session, Client), fetch(session, Bill)
    assert again.kind is ListKind.CLINIC
    assert [client.name for client in clients] == ["林晚", "周桐"]
    assert sorted(bill.paid for bill in bills) == [98_000, 128_000, 3_000_000]


def test_an_export_written_before_the_one_taken_in_last_is_told(
    imports: Imports, tmp_path: pathlib.Path
) -> None:
    newer, older = _export(tmp_path / "十一月.xlsx"), _export(tmp_path / "十月.xlsx", "再消费")
    os.utime(older, (1_760_000_000, 1_760_000_000))
    imports.apply(imports.plan(imports.read(newer)))

    made = imports.plan(imports.read(older))

    assert made.cautions == (Caution.OLDER_FILE,)
    assert imports.plan(imports.read(newer)).cautions == (Caution.SAME_FILE,)


def _export(path: pathlib.Path, more: str = "") -> pathlib.Path:
    with xlsxwriter.Workbook(str(path), {"in_memory": True}) as book:
        for name, lines in SHEETS.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(lines):
                sheet.write_row(number, 0, row)
            sheet.write(0, 9, more)
    return path


def _explained(problem: CellProblem) -> str:
    return f"{problem.column}: {problem.code.value}"


@pytest.mark.parametrize("kind", [ListKind.CLINIC, ListKind.OWN_LIST])
def test_a_stick_that_is_pulled_while_its_list_is_read_is_told(
    imports: Imports, tmp_path: pathlib.Path, kind: ListKind
) -> None:
    path = _export(tmp_path / "导出.xlsx")

    with pytest.raises(WorkbookMissing):
        imports.read(path, progress=lambda _done, _all: path.unlink(missing_ok=True), kind=kind)
