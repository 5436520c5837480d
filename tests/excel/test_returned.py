"""Our workbook after a manager had it: whatever was done to its sheets, the rows are told."""

import datetime as dt
import io
from collections.abc import Callable, Collection

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.domain.records import Client, Sex, Tier
from crm_desktop.domain.returned import ReturnedBook, ReturnedRow, ReturnedSheet
from crm_desktop.excel.reading import read_workbook
from crm_desktop.excel.returned import is_ours, read_returned
from tests.excel.test_workbook_writer import column_of, made
from tests.folders import FULL, PLAIN

TODAY = dt.date(2026, 11, 22)
Edit = Callable[[Workbook], None]


def back(
    edit: Edit, *, columns: Collection[str] | None = None, masked: bool = False
) -> ReturnedBook:
    """Return our workbook as it comes back after this edit."""
    data = made(Recipient.MANAGER, (FULL, PLAIN), columns, mask_phones=masked)
    book = openpyxl.load_workbook(io.BytesIO(data))
    edit(book)
    return read(book)


def read(book: Workbook) -> ReturnedBook:
    stream = io.BytesIO()
    book.save(stream)
    return read_returned(read_workbook(stream.getvalue(), "back.xlsx"), today=TODAY)


def sheet(book: ReturnedBook, table: str = "client") -> ReturnedSheet:
    (found,) = [one for one in book.sheets if one.table == table]
    return found


def touched(book: ReturnedBook) -> list[ReturnedRow]:
    return [row for one in book.sheets for row in one.rows if not row.is_untouched]


def set_cell(header: str, value: str | None, row: int = 2, title: str = "客户") -> Edit:
    def edit(book: Workbook) -> None:
        page = book[title]
        page.cell(row, column_of(page, header)).value = value

    return edit


def on_clients(work: Callable[[Worksheet], object]) -> Edit:
    def edit(book: Workbook) -> None:
        work(book["客户"])

    return edit


def _rename(book: Workbook) -> None:
    for number, page in enumerate(book.worksheets):
        page.title = f"页{number}"


def _only_clients(book: Workbook) -> None:
    for page in book.worksheets:
        if page.title != "客户":
            del book[page.title]


def _sort(page: Worksheet) -> None:
    first, second = ([cell.value for cell in page[row]] for row in (2, 3))
    for column, (one, other) in enumerate(zip(first, second, strict=True), start=1):
        page.cell(2, column).value, page.cell(3, column).value = other, one


def _titles(page: Worksheet) -> None:
    page.insert_rows(1, 3)
    page["A1"] = "客户对接表"
    for column in range(1, page.max_column + 1):  # openpyxl leaves the notes behind
        page.cell(1, column).comment = None


def _filtered(page: Worksheet) -> None:
    page.auto_filter.add_filter_column(2, ["王雅琴"])
    page.row_dimensions[3].hidden = True
    page.column_dimensions["D"].hidden = True


def _shown(book: Workbook) -> None:
    for page in book.worksheets:
        page.sheet_state = "visible"
    book["客户"].column_dimensions["B"].hidden = False


def _without_notes(page: Worksheet) -> None:
    for cell in page[1]:
        cell.comment = None


def _move_address(page: Worksheet) -> None:
    """Cut the column 地址 with its note and lay it behind the last one."""
    place = column_of(page, "地址")
    end = page.max_column + 1
    note = page.cell(1, place).comment
    for row in range(1, page.max_row + 1):
        page.cell(row, end).value = page.cell(row, place).value
        page.cell(row, place).value = None
    page.cell(1, place).comment = None
    page.cell(1, end).comment = note


def _add_column(page: Worksheet) -> None:
    page.cell(1, page.max_column + 1).value = "主管意见"
    page.cell(2, page.max_column).value = "多联系"


def _rename_heading(page: Worksheet) -> None:
    page.cell(1, column_of(page, "地址")).value = "家庭住址"


def _rename_heading_without_notes(page: Worksheet) -> None:
    _rename_heading(page)
    _without_notes(page)


@pytest.mark.parametrize(
    "edit",
    [
        _rename,
        _only_clients,
        _shown,
        on_clients(_sort),
        on_clients(_titles),
        on_clients(_filtered),
        on_clients(_without_notes),
        on_clients(_move_address),
        on_clients(_add_column),
        on_clients(_rename_heading),
        on_clients(_rename_heading_without_notes),
    ],
)
def test_what_is_done_to_a_sheet_touches_no_row(edit: Edit) -> None:
    book = back(edit)

    assert sorted(row.uid for row in sheet(book).rows) == ["uid-1", "uid-2"]
    assert len(sheet(book).keys) == 40
    assert touched(book) == []


def test_the_facts_are_found_on_a_sheet_of_another_name_and_in_the_properties() -> None:
    def drop(book: Workbook) -> None:
        del book["_sync"]

    for book in (back(_rename), back(drop)):
        assert (book.book_uid, book.recipient, book.schema) == ("book-1", "manager", 1)
        assert book.exported_at == dt.datetime(
            2026, 11, 22, 9, tzinfo=dt.timezone(dt.timedelta(hours=8))
        )


def test_headings_nobody_knows_and_sheets_of_others_are_listed() -> None:
    def edit(book: Workbook) -> None:
        _add_column(book["客户"])
        book.create_sheet("主管记事")["A1"] = "周五开会"

    book = back(edit)

    assert sheet(book).ignored == ("主管意见",)
    assert book.unread == ("主管记事",)


def test_a_heading_that_was_replaced_is_not_taken_for_what_stood_there() -> None:
    def edit(page: Worksheet) -> None:
        _rename_heading_without_notes(page)
        for row in (2, 3):
            page.cell(row, column_of(page, "家庭住址")).value = "已核对"

    found = sheet(back(on_clients(edit)))

    assert found.ignored == ("家庭住址",)
    assert "client.address" not in found.keys
    assert all("client.address" not in row.cells for row in found.rows)


def test_headings_sorted_into_the_rows_are_found_there() -> None:
    def edit(page: Worksheet) -> None:
        _without_notes(page)
        for _ in range(30):
            page.append([])
        page.move_range(f"A1:{page.cell(1, page.max_column).coordinate}", rows=40)

    book = back(on_clients(edit))

    assert sheet(book).header_row == 41


def test_rows_without_headings_are_known_by_where_the_columns_left_from() -> None:
    found = sheet(back(on_clients(lambda page: page.delete_rows(1))))

    assert found.header_row is None
    assert [row.is_untouched for row in found.rows] == [True, True]


def test_a_removed_column_touches_the_rows_that_had_something_there() -> None:
    def edit(page: Worksheet) -> None:
        place = column_of(page, "职业")
        page.delete_cols(place)

    found = sheet(back(on_clients(edit)))

    assert "client.occupation" not in found.keys
    assert [row.is_untouched for row in found.rows] == [False, True]
    assert "client.occupation" not in found.rows[0].cells


def test_rows_whose_identities_were_deleted_name_their_client_by_number() -> None:
    found = sheet(back(on_clients(lambda page: page.delete_cols(2))))

    assert not found.has_identities
    assert [(row.uid, row.short_id) for row in found.rows] == [("", "K00012"), ("", "K00024")]
    assert found.rows[0].problems == ()


def test_a_broken_number_of_a_row_that_was_written_in_is_told() -> None:
    def edit(book: Workbook) -> None:
        book["礼物"].append(["K00013", None, "王雅琴", "本人", None, "已送", "茶叶"])
        book["礼物"].append(["k00012", None, "", "本人", None, "已送", "茶杯"])

    wrong, right = touched(back(edit))

    assert [(one.column, one.code) for one in wrong.problems] == [
        ("A", ProblemCode.SHORT_ID_BROKEN)
    ]
    assert right.problems == ()
    assert right.values == {"gift.recipient": "本人", "gift.state": "given", "gift.item": "茶杯"}


def test_sums_signatures_and_blank_rows_are_nobody() -> None:
    def edit(page: Worksheet) -> None:
        page.append([])
        page.append(["合计", None, "2 人"])
        page.append(["制表人:小林"])
        page.append([cell.value for cell in page[1]])
        page.append([None] * (column_of(page, "累计消费") - 1) + [17_800.45])
        page.append([None, None, "新来的"])

    found = sheet(back(on_clients(edit)))

    assert found.skipped == 4
    assert [row.name for row in found.rows] == ["王雅琴", "李兰", "新来的"]


@pytest.mark.parametrize("word", ["删除", "删", " DELETE ", "x", "X", "×"])
def test_the_last_column_deletes(word: str) -> None:
    (row,) = touched(back(set_cell("操作", word)))

    assert row.deletes
    assert row.problems == ()


def test_another_word_in_the_last_column_is_a_problem() -> None:
    (row,) = touched(back(set_cell("操作", "再看看")))

    assert not row.deletes
    assert [(one.field, one.code) for one in row.problems] == [
        ("action", ProblemCode.CHOICE_UNKNOWN)
    ]


@pytest.mark.parametrize("text", ["[清空]", "【清空】", "\uff3b清空\uff3d", "( 清空 )", "[CLEAR]"])
def test_a_cell_that_says_so_is_cleared(text: str) -> None:
    (row,) = touched(back(set_cell("地址", text)))

    assert row.cleared == {"client.address"}
    assert "client.address" not in row.cells
    assert "client.address" not in row.values


def test_a_blanked_cell_is_silent_and_touches_the_row() -> None:
    (row,) = touched(back(set_cell("地址", None)))

    assert "client.address" not in row.cells
    assert row.cleared == frozenset()


def test_an_impossible_value_is_told_with_its_cell_and_has_no_meaning() -> None:
    (row,) = touched(back(set_cell("首次接触", "2025-02-30")))
    (problem,) = row.problems

    assert (problem.sheet, problem.row, problem.field) == ("客户", 2, "client.first_contact")
    assert (problem.code, problem.raw) == (ProblemCode.IMPOSSIBLE_DATE, "2025-02-30")
    assert problem.column == sheet(back(_rename)).columns["client.first_contact"]
    assert "client.first_contact" not in row.values


def test_masked_phones_touch_nothing_and_are_no_phones() -> None:
    assert touched(back(_rename, masked=True)) == []

    (row,) = touched(back(set_cell("职业", "退休"), masked=True))

    assert [(one.field, one.code) for one in row.problems] == [
        ("client.phone", ProblemCode.PHONE_MASKED)
    ]
    assert back(_rename, masked=True).phones_masked


def test_a_formula_nobody_computed_is_told() -> None:
    (row,) = touched(back(set_cell("年收入", "=1+1")))

    assert [(one.field, one.code) for one in row.problems] == [
        ("client.income", ProblemCode.FORMULA)
    ]


def test_a_copied_row_is_there_twice() -> None:
    def edit(page: Worksheet) -> None:
        page.append([cell.value for cell in page[2]])

    assert [row.uid for row in sheet(back(on_clients(edit))).rows] == ["uid-1", "uid-2", "uid-1"]


def test_a_changed_row_says_everything_it_has() -> None:
    (row,) = touched(back(set_cell("地址", "新城花园1栋")))

    assert row.values["client.address"] == "新城花园1栋"
    assert row.values["client.sex"] is Sex.FEMALE
    assert row.values["client.tier"] is Tier.A
    assert row.values["client.income"] == 35_000_000
    assert row.also == {}
    assert row.cells.keys() > row.values.keys()
    assert "client.visits_count" not in row.values


def test_the_same_written_otherwise_is_told_as_ours_too() -> None:
    (row,) = touched(back(set_cell("结婚纪念日", "2009年5月1日")))

    assert row.cells["client.wedding"] == "2009年5月1日"
    assert row.also == {"client.wedding": "2009-05-01"}


@pytest.mark.parametrize("columns", [{"client.phone"}, {"client.tier", "visit.paid"}])
def test_a_workbook_of_few_columns_comes_back_whole(columns: set[str]) -> None:
    book = back(_rename, columns=columns)

    assert touched(book) == []
    assert {key for one in book.sheets for key in one.keys} >= columns


@pytest.mark.parametrize(
    "rows",
    [
        [["姓名", "电话", "生日"], ["王雅琴", "13800138000", "5月29日"]],
        [["编号", "姓名", "电话", "生日"], ["1", "王雅琴", "13800138000", "5月29日"]],
        [["会员卡号", "姓名", "消费"], ["a|b", "王雅琴", "1"]],
    ],
)
def test_a_list_of_somebody_else_is_not_ours(rows: list[list[str]]) -> None:
    book = Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr] # a new workbook has a sheet
    stream = io.BytesIO()
    book.save(stream)

    assert not is_ours(read_workbook(stream.getvalue(), "list.xlsx"))


def test_what_the_florist_gets_is_not_to_be_read_back() -> None:
    assert not is_ours(read_workbook(made(Recipient.FLORIST), "flowers.xlsx"))


def test_a_text_that_only_this_recipient_may_not_read_leaves_no_trace() -> None:
    client = Client(id=3, uid="uid-3", name="甲", notes="【私密】不说")
    data = made(Recipient.MANAGER, [ClientFolder(client=client)])

    (row,) = sheet(read_returned(read_workbook(data, "a.xlsx"), today=TODAY)).rows

    assert row.is_untouched
