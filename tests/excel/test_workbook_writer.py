"""Our own workbook, read back as another program reads it."""

import dataclasses
import datetime as dt
import io
import re
import zipfile
from collections.abc import Collection

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from crm_desktop.domain import row_hash
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.errors import Cancelled, UnknownColumns
from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.records import Client, Gift, GiftState
from crm_desktop.domain.short_id import client_id_of
from crm_desktop.excel.columns import Kind, Sheet
from crm_desktop.excel.watched_sheet import WatchedSheet
from crm_desktop.excel.workbook_cover import SheetOrder
from crm_desktop.excel.workbook_layout import SHEETS, choices_for, key_of_note
from crm_desktop.excel.workbook_writer import OutgoingWorkbook
from tests.folders import FULL, PLAIN, SECRETS

NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=8)))
VISIBLE = ["说明", "客户", "家庭成员", "到院消费", "项目", "礼物", "回访"]


def _unwatched(_done: int, _total: int) -> None:
    """Take no notice."""


def made(
    recipient: Recipient = Recipient.ME,
    folders: Collection[ClientFolder] = (FULL, PLAIN),
    columns: Collection[str] | None = None,
    *,
    mask_phones: bool = False,
) -> bytes:
    order = SheetOrder(
        recipient=recipient, book_uid="book-1", exported_at=NOW, mask_phones=mask_phones
    )
    workbook = OutgoingWorkbook(order, columns)
    for folder in folders:
        workbook.add(folder)
    return workbook.finish(_unwatched)


def opened(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def column_of(page: Worksheet, header: str) -> int:
    return next(cell.column for cell in page[1] if cell.value == header)


def cell(page: Worksheet, header: str, row: int = 2) -> object:
    return page.cell(row, column_of(page, header)).value


def every_text(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def test_sheets_stand_in_their_order_and_the_lists_are_hidden() -> None:
    book = opened(made())

    states = {page.title: page.sheet_state for page in book}

    assert list(states) == [*VISIBLE, "字典", "_sync"]
    assert [title for title, state in states.items() if state == "visible"] == VISIBLE


@pytest.mark.parametrize("title", VISIBLE[1:])
def test_every_sheet_is_frozen_filtered_unprotected_and_keyed(title: str) -> None:
    page = opened(made())[title]

    assert page.freeze_panes == "D2"
    assert page.auto_filter.ref.startswith("A1:")
    assert not page.protection.sheet
    assert page.column_dimensions["B"].hidden
    assert not page.column_dimensions["A"].hidden
    assert page.cell(1, 1).value == "编号"
    assert page.cell(1, page.max_column).value == "操作"
    notes = [key_of_note(head.comment.text) for head in page[1] if head.comment]
    assert len(notes) == page.max_column
    assert None not in notes
    assert len(set(notes)) == len(notes)
    assert notes[:2] == ["short_id", "identity"]
    assert notes[-1] == "action"


def test_values_are_typed_as_what_they_are() -> None:
    page = opened(made())["客户"]

    assert cell(page, "电话") == "13800138000、02788881234"
    assert cell(page, "QQ号") == "10001"
    assert cell(page, "年收入") == 350_000
    assert cell(page, "生日") == "农历1972年正月初八"
    assert cell(page, "结婚纪念日") == dt.datetime(2009, 5, 1)  # noqa: DTZ001 - a day in a workbook has no zone
    assert cell(page, "其他日子") == "身份证 1972年2月22日;开店 8月18日"
    assert cell(page, "累计消费") == 17_800.45
    assert cell(page, "到院次数") == 2
    assert cell(page, "VIP") == "是"
    assert cell(page, "推荐人") == "李兰"
    assert cell(page, "等级", 3) is None
    assert page.cell(2, column_of(page, "电话")).number_format == "@"
    assert page.cell(2, column_of(page, "年收入")).number_format == "#,##0.00"
    assert page.cell(2, column_of(page, "首次接触")).number_format == "yyyy-mm-dd"


def test_rows_carry_whose_they_are_and_what_they_said() -> None:
    page = opened(made())["礼物"]

    identity = row_hash.read(str(page.cell(2, 2).value))
    other = row_hash.read(str(page.cell(3, 2).value))

    assert client_id_of(str(page.cell(2, 1).value)) == 1
    assert identity is not None
    assert other is not None
    assert (identity.uid, identity.part) == ("uid-1", "g1")
    assert (other.uid, other.part) == ("uid-1", "g2")
    assert identity.row_hash == row_hash.row_hash(
        [
            ("gift.client", "王雅琴"),
            ("gift.recipient", "本人"),
            ("gift.state", "已送"),
            ("gift.item", "百合花束"),
            ("gift.cost", "16800"),
            ("gift.on", "2025年3月"),
            ("gift.reaction", "很喜欢"),
        ]
    )


def test_a_visit_stands_on_the_first_row_of_its_bills() -> None:
    page = opened(made())["到院消费"]

    rows = [
        tuple(cell(page, header, row) for header in ("项目", "实付", "医生", "收费类型"))
        for row in range(2, page.max_row + 1)
    ]

    assert rows == [
        ("热玛吉", 16_800.5, "陈医生", "收款"),
        ("水光", 1_200, None, "收款"),
        (None, None, None, None),
        ("水光", 200.05, None, "退款"),
    ]


def test_projects_and_follow_ups_hold_every_kind() -> None:
    book = opened(made())
    projects, follow_ups = book["项目"], book["回访"]

    kinds = [cell(projects, "类别", row) for row in range(2, projects.max_row + 1)]
    said = [cell(follow_ups, "类别", row) for row in range(2, follow_ups.max_row + 1)]

    assert kinds == ["已完成", "可开发", "疗程卡", "预付款"]
    assert cell(projects, "剩余", 4) == 6
    assert said == ["回访", "承诺", "投诉"]


def test_every_dropdown_warns_and_names_a_list_that_is_there() -> None:
    book = opened(made())
    names = {f"={name}": book.defined_names[name] for name in book.defined_names}

    for title in VISIBLE[1:]:
        dropdowns = book[title].data_validations.dataValidation
        assert dropdowns
        for dropdown in dropdowns:
            assert dropdown.errorStyle == "warning"
            assert f"={dropdown.formula1}" in names
    sheet, cells = next(names["=list_sex"].destinations)
    assert [row[0].value for row in book[sheet][cells]] == ["女", "男"]


def test_the_import_finds_book_time_and_columns_twice() -> None:
    book = opened(made(Recipient.MANAGER))

    facts = {row[0]: row[1] for row in book["_sync"].iter_rows(values_only=True)}
    properties = {item.name: item.value for item in vars(book)["custom_doc_props"].props}

    assert facts["schema"] == "1"
    assert facts["book"] == "book-1"
    assert facts["exported_at"] == "2026-11-22T09:00:00+08:00"
    assert facts["recipient"] == "manager"
    assert str(facts["columns:客户"]).startswith("short_id identity client.name client.display")
    assert properties["crm_book"] == "book-1"
    assert properties["crm_exported_at"] == facts["exported_at"]


def test_the_manager_never_gets_what_is_hers_alone() -> None:
    everything = every_text(made(Recipient.ME))
    theirs = every_text(made(Recipient.MANAGER))

    for secret in SECRETS[:4]:
        assert secret in everything
    for hint in ("不知道年份", "只知道月份"):
        theirs = theirs.replace(hint, "")
    for secret in SECRETS:
        assert secret not in theirs
    assert "下午方便接电话" in theirs
    assert "老公" in theirs


def test_no_column_of_the_manager_is_hers_alone() -> None:
    keys = {choice.key for choice in choices_for(Recipient.MANAGER)}

    hers = {choice.key for choice in choices_for(Recipient.ME)} - keys

    assert hers == {
        "client.archived_on",
        "client.private_notes",
        "person.income",
        "person.knows",
        "person.notes",
        "gift.overruled",
        "gift.confirmed_on",
        "gift.notes",
    }


def test_masked_phones_stand_nowhere_in_clear() -> None:
    data = made(Recipient.MANAGER, mask_phones=True)
    page = opened(data)["客户"]

    assert cell(page, "电话") == "138****8000、027****1234"
    assert cell(page, "微信号") == "138****8000"
    assert "139****5678" in str(cell(page, "备注"))
    for digits in ("13800138000", "02788881234", "139-0000-5678", "13900005678"):
        assert digits not in every_text(data)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        '=HYPERLINK("http://example.invalid","x")',
        "+86 138 0013 8000",
        "-5",
        "@SUM(A1)",
        "{=A1}",
        "\t=1",
        "0012",
        "1e5",
        "http://example.invalid",
        "'quoted",
        "<r><t>x</t></r>",
        "a & b < c",
        "_x0041_",
        "第一行\n第二行",
        " 前后空格 ",
        "😀👨‍👩‍👧",
    ],
)
def test_text_stays_the_text_it_was_and_never_becomes_a_formula(text: str) -> None:
    data = made(folders=[ClientFolder(client=Client(id=3, uid="uid-3", name=text))])
    page = opened(data)["客户"]

    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if "worksheets/sheet" in name]

    assert page["C2"].value == text.replace("\t", " ")
    assert page["C2"].data_type == "s"
    assert not any(re.search(rb"<f[ >]|<hyperlink", sheet) for sheet in sheets)


def test_line_ends_of_windows_become_plain() -> None:
    page = opened(made(folders=[ClientFolder(client=Client(id=3, name="甲\r\n乙\r丙"))]))["客户"]

    assert page["C2"].value == "甲\n乙\n丙"


@pytest.mark.parametrize(
    ("text", "is_cut"), [("字" * 32_767, False), ("字" * 32_768, True), ("😀" * 16_384, True)]
)
def test_a_text_too_long_for_a_cell_is_cut_and_told(text: str, *, is_cut: bool) -> None:
    order = SheetOrder(recipient=Recipient.ME, book_uid="", exported_at=NOW)
    workbook = OutgoingWorkbook(order)
    workbook.add(ClientFolder(client=Client(id=3, name="甲", notes=text)))
    page = opened(workbook.finish(_unwatched))["客户"]

    kept = str(cell(page, "备注"))

    assert [(cut.client_id, cut.key, cut.length) for cut in workbook.cut] == (
        [(3, "client.notes", len(text))] if is_cut else []
    )
    assert len(kept.encode("utf-16-le")) // 2 <= 32_767
    assert kept.removesuffix("…") == text[: len(kept.removesuffix("…"))]
    assert kept.endswith("…") is is_cut


def test_an_answer_of_the_writer_other_than_nought_stops_the_export(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(WatchedSheet, "write_string", lambda *_: -1)

    with pytest.raises(ValueError, match="-1"):
        made()


def test_chosen_columns_go_out_and_no_others() -> None:
    data = made(Recipient.MANAGER, columns=["client.phone", "visit.on", "visit.paid"])
    book = opened(data)

    assert [head.value for head in book["客户"][1]][2:-1] == ["姓名", "电话"]
    assert [head.value for head in book["到院消费"][1]][2:-1] == ["客户", "日期", "实付"]
    assert "礼物" not in book.sheetnames
    assert "餐饮老板" not in every_text(data)


@pytest.mark.parametrize("key", ["client.private_notes", "person.knows", "client.nonsense"])
def test_a_column_the_manager_may_not_have_cannot_be_chosen(key: str) -> None:
    with pytest.raises(UnknownColumns):
        made(Recipient.MANAGER, columns=[key])


def test_the_florist_gets_names_addresses_and_card_texts_only() -> None:
    done = Gift(id=9, client_id=1, state=GiftState.GIVEN, item="旧礼物", card_text="旧卡片")
    noted = (dataclasses.replace(gift, notes="上午送到") for gift in FULL.gifts)
    folder = ClientFolder(
        client=FULL.client, persons=FULL.persons, gifts=(*noted, done), phones=FULL.phones
    )

    data = made(Recipient.FLORIST, [folder, PLAIN])

    book = opened(data)
    assert book.sheetnames == ["说明", "配送"]
    assert list(book["配送"].iter_rows(values_only=True)) == [
        ("收件人", "地址", "卡片文字", "送货时请留意", "订购备注"),
        (
            "赵建国",
            "中央公馆28栋560",
            "生日快乐",
            "只说是朋友送的;勿提医院等任何机构,不放名片和宣传品",
            "上午送到",
        ),
    ]
    assert not any(text in every_text(data) for text in ("uid-1", "旧卡片", "蛋糕", "王雅琴"))


def test_an_empty_book_still_makes_a_workbook() -> None:
    assert [page.max_row for page in opened(made(folders=[])) if page.title in SHEET_TITLES] == (
        [1] * len(SHEETS)
    )


SHEET_TITLES = {sheet.title for sheet in SHEETS}


@pytest.mark.parametrize("calls", [0, 1, 6, 7, 20])
def test_the_last_step_can_be_stopped_too(calls: int) -> None:
    order = SheetOrder(recipient=Recipient.ME, book_uid="", exported_at=NOW)
    workbook = OutgoingWorkbook(order)
    workbook.add(FULL)
    seen: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        seen.append((done, total))
        if len(seen) > calls:
            raise Cancelled

    with pytest.raises(Cancelled):
        workbook.finish(stop)
    assert len(seen) == calls + 1
    assert seen == sorted(seen)


@pytest.mark.parametrize("sheet", SHEETS, ids=[sheet.key for sheet in SHEETS])
def test_every_row_fills_the_columns_of_its_sheet_with_their_kind(sheet: Sheet) -> None:
    rows = [cells for folder in (FULL, PLAIN) for _, cells in sheet.rows(folder)]
    allowed: dict[Kind, tuple[type, ...]] = {
        Kind.MONEY: (int,),
        Kind.COUNT: (int,),
        Kind.DATE: (dt.date,),
        Kind.DAY: (dt.date, str),
    }

    assert rows
    for cells in rows:
        for column, value in zip(sheet.columns, cells, strict=True):
            if value not in {None, ""}:
                assert isinstance(value, allowed.get(column.kind, (str,))), column.name
    assert len({column.name for column in sheet.columns}) == len(sheet.columns)
