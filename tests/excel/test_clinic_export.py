"""A clinic's export read: four layouts beside the sample's, and what is left out."""

import datetime as dt
from collections.abc import Mapping, Sequence

import pytest

from benchmarks.lists import workbook
from crm_desktop.domain.clinic_rows import BillRow
from crm_desktop.domain.drafts import BillField, Field
from crm_desktop.domain.errors import NoKnownColumns
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.domain.reading_rules import DateOrder, ReadingRules
from crm_desktop.domain.records.enums import BillKind, VisitType
from crm_desktop.excel.clinic_export import ClinicExport, is_clinic, read_clinic_export
from crm_desktop.excel.reading import read_workbook
from crm_desktop.excel.synonyms import Synonyms
from crm_desktop.excel.workbook import CellValue, Sheet, Workbook

TODAY = dt.date(2026, 11, 22)
DAY = dt.date(2025, 3, 2)
A = "13800000001"

Table = Sequence[Sequence[CellValue]]
Tables = Mapping[str, Table]

LAYOUTS: Mapping[str, Tables] = {
    "one sheet, day by strokes, money with signs": {
        "收费明细": [
            ["收费明细表(2025年)"],
            ["结算日期", "客户姓名", "联系电话", "收费项目", "数量", "应收", "实收", "收费单号"],
            ["2025/3/2", "林晚", A, "水光针", "2支", "¥1,600.00", "¥1,280.00", "S1"],
            ["合计", "", "", "", "", "1,600.00", "1,280.00", ""],
        ],
    },
    "digits for a day, 元 behind the money, the project first": {
        "开单": [
            ["品项名称", "折后金额", "原价金额", "数量", "顾客编号", "姓名", "消费日期", "单据号"],
            ["水光针", "1280元", "1600元", 2, "K1", "林晚", "20250302", "S1"],
        ],
    },
    "two levels of headings, the day in characters": {
        "消费记录": [
            ["客户信息", "", "", "收费信息", "", "", "", "", ""],
            ["会员卡号", "姓名", "手机号", "单号", "消费时间", "项目", "数量", "应收", "实收"],
            ["K1", "林晚", A, "S1", "2025年3月2日", "水光针", 2, 1600, 1280],
        ],
    },
    "clients beside the bills of each month, days as serials": {
        "顾客档案": [
            ["顾客姓名", "年龄", "手机", "会员卡号", "归属咨询师", "会员等级", "建档时间"],
            ["林晚", 40, A, "K1", "李顾问", "金卡", 44562],
        ],
        "3月": [
            ["单据编号", "会员卡号", "姓名", "付款日期", "项目名称", "数量", "单价", "付款金额"],
            ["S1", "K1", "林晚", 45718.5, "水光针", 2, 800, 1280],
        ],
        "4月": [["单据编号", "会员卡号", "付款日期", "项目名称", "数量", "付款金额"]],
    },
}  # fmt: skip


def _read(synonyms: Synonyms, sheets: Tables, rules: ReadingRules | None = None) -> ClinicExport:
    return read_clinic_export(
        _workbook(sheets), synonyms, today=TODAY, rules=rules or ReadingRules()
    )


def _workbook(sheets: Tables) -> Workbook:
    merged = (((1, 1), (1, 3)), ((1, 4), (1, 9)))
    return Workbook(
        name="export.xlsx",
        sheets=tuple(
            Sheet(name=name, rows=rows, merged=merged if rows[0][0] == "客户信息" else ())
            for name, rows in sheets.items()
        ),
    )


def _line(synonyms: Synonyms, headings: Sequence[str], *cells: CellValue) -> BillRow:
    (line,) = _read(synonyms, {"明细": [headings, cells]}).bills
    return line


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_tells_the_same_line(synonyms: Synonyms, layout: str) -> None:
    export = _read(synonyms, LAYOUTS[layout])

    (line,) = export.bills
    draft = line.draft
    assert is_clinic(_workbook(LAYOUTS[layout]), synonyms)
    assert (draft.on, draft.project, draft.order_number) == (DAY, "水光针", "S1")
    assert (draft.quantity, draft.list_price, draft.paid) == (2, 160_000, 128_000)
    assert (line.person.name, line.problems) == ("林晚", ())
    assert len(export.skipped) == (layout.startswith("one sheet"))


def test_a_clinics_client_has_its_ladder_as_a_mark_and_no_birthday_from_an_age(
    synonyms: Synonyms,
) -> None:
    export = _read(synonyms, LAYOUTS["clients beside the bills of each month, days as serials"])

    (row,) = export.rows
    assert (row.draft.owner, row.draft.member_level) == ("李顾问", "会员等级:金卡")
    assert (row.draft.tier, row.draft.birthday) == (None, None)
    assert row.draft.first_contact_on == dt.date(2022, 1, 1)
    assert export.sheets[0].ignored == ("年龄",)
    assert [sheet.is_bills for sheet in export.sheets] == [False, True, True]


def test_a_table_of_a_clinic_in_chinese_bytes_is_read(synonyms: Synonyms) -> None:
    text = f"收费单号,姓名,手机号码,收费日期,项目,实收\nS1,林晚,{A},2025-03-02,水光针,1280.00\n"

    export = read_clinic_export(
        read_workbook(text.encode("gb18030"), "消费.csv"), synonyms, today=TODAY
    )

    (line,) = export.bills
    assert (line.draft.paid, line.draft.on, line.person.phones) == (128_000, DAY, (A,))


@pytest.mark.parametrize(
    ("paid", "kind", "expected"),
    [
        ("-300", "", (-30_000, None)),
        ("300", "退款", (30_000, BillKind.REFUND)),
        ("5000", "储值", (500_000, BillKind.STORED_VALUE)),
        ("0", "消次", (0, BillKind.SESSION)),
    ],
)
def test_a_line_says_what_was_done_with_the_money(
    synonyms: Synonyms, paid: str, kind: str, expected: tuple[int, BillKind | None]
) -> None:
    headings = ("日期", "姓名", "电话", "项目", "收费类型", "实收")

    line = _line(synonyms, headings, "2025-03-02", "林晚", A, "水光针", kind, paid)

    assert (line.draft.paid, line.draft.kind) == expected


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        (("2025-02-30", "林晚", A, "100"), ("A", "on", ProblemCode.IMPOSSIBLE_DATE)),
        (("", "林晚", A, "100"), ("A", "on", ProblemCode.DATE_UNREADABLE)),
        (("2025-03-02", "林晚", A, "约300"), ("D", "paid", ProblemCode.MONEY_UNREADABLE)),
        (("2025-03-02", "", "", "100"), ("B", "name", ProblemCode.NAME_MISSING)),
    ],
)
def test_a_line_whose_day_money_or_person_is_unknown_is_held_back(
    synonyms: Synonyms, cells: tuple[str, ...], problem: tuple[str, str, ProblemCode]
) -> None:
    line = _line(synonyms, ("日期", "姓名", "电话", "实收", "单号"), *cells, "S1")

    (found,) = line.problems
    assert line.is_held_back
    assert (found.column, found.field, found.code) == problem


def test_of_two_columns_for_one_thing_the_better_one_is_read(synonyms: Synonyms) -> None:
    headings = ("开单日期", "金额", "姓名", "电话", "项目", "实收金额", "结算日期")

    line = _line(synonyms, headings, "2025-02-01", 900, "林晚", A, "水光针", 800, "2025-03-02")

    assert (line.draft.on, line.draft.paid) == (DAY, 80_000)


def test_a_line_that_was_called_off_is_left_out(synonyms: Synonyms) -> None:
    headings = ("日期", "姓名", "电话", "项目", "单据状态", "实收")
    table: Table = [headings, ("2025-03-02", "林晚", A, "水光针", "已作废", 100)]

    export = _read(synonyms, {"明细": table})

    assert (export.bills, len(export.skipped)) == ([], 1)


def test_columns_of_her_beside_the_line_are_hers(synonyms: Synonyms) -> None:
    headings = ("日期", "姓名", "电话", "性别", "出生日期", "项目", "实收", "到院类型", "备注")
    cells = ("2025-03-02", "林晚", A, "女", "1985-03-02", "水光针", 100, "复诊", "怕疼")

    line = _line(synonyms, headings, *cells)

    assert line.person.sex is not None
    assert line.person.birthday is not None
    assert (line.person.notes, line.draft.notes) == ("", "怕疼")
    assert line.draft.visit_type is VisitType.RETURN


def test_what_was_said_of_the_list_goes_before_all(synonyms: Synonyms) -> None:
    rules = ReadingRules(
        bill_columns={"哪天": BillField.ON, "谁": BillField.NAME, "日期": None},
        defaults={Field.SOURCE: "美团"},
        date_order=DateOrder.DAY_FIRST,
    )
    table: Table = [
        ("哪天", "日期", "谁", "电话", "项目", "实收"),
        ("3/2/2025", "", "林晚", A, "脱毛", 9),
    ]

    export = _read(synonyms, {"明细": table}, rules)

    assert export.bills[0].draft.on == dt.date(2025, 2, 3)
    assert (export.bills[0].person.name, export.bills[0].person.source) == ("林晚", "美团")


def test_her_own_list_is_no_export(synonyms: Synonyms) -> None:
    own = {
        "客户": [
            ("姓名", "电话", "生日", "已完成项目", "备注"),
            ("林晚", A, "3月2日", "水光针", ""),
        ]
    }

    assert not is_clinic(_workbook(own), synonyms)


def test_her_own_list_may_hold_the_numbers_of_the_clinic(synonyms: Synonyms) -> None:
    """A clinic knows nobody's husband, character and presents."""
    assert not is_clinic(read_workbook(workbook(3), "list.xlsx"), synonyms)


def test_a_workbook_of_neither_is_refused(synonyms: Synonyms) -> None:
    with pytest.raises(NoKnownColumns):
        _read(synonyms, {"天气": [("城市", "气温"), ("成都", 20)]})
